//! The steps of a build, as those are told who wait for it. Not done here: any of them.

/// A step of the build, told when it is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Front matter and Markdown of so many files were read, so many of them in an earlier process.
    Parse(usize, usize),
    /// They were joined and resolved.
    Resolve,
    /// So many links were followed.
    Link(usize),
    /// So many different code blocks have their colours, so many of them from an earlier process.
    Highlight(usize, usize),
    /// So many pages were rendered, of so many.
    Render(usize, usize),
    /// What is no page was written: for machines, calendars, readers of feeds.
    Data,
    /// So many pages can be searched.
    Search(usize),
}

impl Step {
    /// Its name and what it counted.
    pub fn words(self) -> (&'static str, String) {
        match self {
            Step::Parse(files, 0) => ("parse", format!("{files} files")),
            Step::Parse(files, recalled) => ("parse", format!("{files} files, {recalled} from the cache")),
            Step::Resolve => ("resolve", String::new()),
            Step::Link(links) => ("link", format!("{links} pages linked to")),
            Step::Highlight(blocks, 0) => ("highlight", format!("{blocks} code blocks")),
            Step::Highlight(blocks, recalled) => ("highlight", format!("{blocks} code blocks, {recalled} from the cache")),
            Step::Render(made, pages) if made == pages => ("render", format!("{pages} pages")),
            Step::Render(made, pages) => ("render", format!("{made} of {pages} pages")),
            Step::Data => ("data", "status, items and feeds".to_owned()),
            Step::Search(pages) => ("search", format!("{pages} pages")),
        }
    }
}

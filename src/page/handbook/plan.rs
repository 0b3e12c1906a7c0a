//! Which pages make up the handbook for paper, in which order and file, and what their anchors begin with. Not done here: what a chapter says
//! ([`super::chapter`]).

use rustc_hash::FxHashMap;

use crate::document::{Document, Kind};
use crate::page::Texts;
use crate::page::sections::{Section, Sections};
use crate::path::OutputPath;
use crate::playbook::Playbook;
use crate::playbook::links::all::fragments;

/// The file with the whole handbook, or with the list of its parts.
pub(in crate::page) const FILE: &str = "print.html";

/// So many bytes of text and no more stand in one file, about 700 sheets: a browser that is to print more takes minutes, or gives up. A larger
/// handbook is split by sections, and a larger section into several files. A single page is never split.
pub(super) const MOST: usize = 2 << 20;

/// The whole of it.
#[derive(Debug)]
pub struct Plan<'a> {
    /// [`FILE`], then the others.
    pub(super) files: Vec<File>,
    pub(super) chapters: Vec<Planned<'a>>,
    /// The chapter that stands for a page.
    places: FxHashMap<OutputPath, usize>,
}

/// A file of chapters.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct File {
    pub(super) output: OutputPath,
    /// The section that it holds and its number among those of the section; `None` for [`FILE`].
    pub(super) section: Option<(String, usize)>,
    /// Indices in [`Plan::chapters`].
    pub(super) chapters: std::ops::Range<usize>,
}

/// A chapter.
#[derive(Debug)]
pub(super) struct Planned<'a> {
    /// Empty for the front page.
    pub(super) title: String,
    pub(super) document: Option<&'a Document>,
    pub(super) subject: Subject,
    /// "2.3".
    pub(super) number: String,
    /// 2 for a section, 3 for a page in it.
    pub(super) level: u8,
    /// Its own, in the file; with a colon after it what all anchors in it begin with. There is no colon in it but at its start.
    pub(super) anchor: String,
    /// Index in [`Plan::files`].
    pub(super) file: usize,
}

/// What a chapter is about beside its text; indices in the playbook's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    Home,
    Text,
    Stage(usize),
    Cause(usize),
    Practice(usize),
}

impl<'a> Plan<'a> {
    /// The pages that hold for every project, in reading order: neither projects nor decisions.
    pub(in crate::page) fn new(playbook: &Playbook<'a>, sections: &Sections<'a>, texts: &Texts) -> Self {
        let subjects = subjects(playbook);
        let mut plan = Plan { files: Vec::new(), chapters: Vec::new(), places: FxHashMap::default() };
        let home = playbook.documents.iter().find(|document| document.kind == Kind::Home).copied();
        if let Some(home) = home.filter(|home| !texts.newest(home).body.fragment.html.is_empty()) {
            plan.chapter(Some(&home.output), String::new(), Some(home), Subject::Home);
        }
        let (first, kinds) = (plan.chapters.len(), ["stages", "causes", "practices"]);
        let mut starts = Vec::new();
        for section in sections.list.iter().filter(|section| section.kind == "page" || kinds.contains(&section.folder.as_str())) {
            starts.push((section, plan.chapters.len()));
            // A folder without an `index.md` goes by its first page, which is a chapter of its own here.
            let is_page = section.entries.first().is_some_and(|first| first.document.output == section.output);
            let own = section.document.filter(|_| !is_page);
            plan.chapter(Some(&section.output).filter(|_| !is_page), section.title.clone(), own, Subject::Text);
            for page in section.pages.iter().filter(|page| is_page || page.output != section.output) {
                let subject = subjects.get(&page.output).copied().unwrap_or(Subject::Text);
                plan.chapter(Some(&page.output), page.title.clone(), Some(page), subject);
            }
        }
        plan.number(&starts);
        plan.split(first, &starts, texts);
        plan
    }

    /// A chapter that stands for that page, if it stands for one.
    fn chapter(&mut self, output: Option<&OutputPath>, title: String, document: Option<&'a Document>, subject: Subject) {
        let at = self.chapters.len();
        let anchor = output.map_or_else(|| format!(":{at}"), |output| anchor(output, at));
        self.places.extend(output.map(|output| (output.clone(), at)));
        self.chapters.push(Planned { title, document, subject, number: String::new(), level: 2, anchor, file: 0 });
    }

    fn number(&mut self, starts: &[(&Section<'a>, usize)]) {
        let (mut section, mut page) = (0, 0);
        for (at, chapter) in self.chapters.iter_mut().enumerate() {
            if at == 0 || starts.binary_search_by_key(&at, |(_, start)| *start).is_ok() {
                (section, page) = (section + 1, 0);
                chapter.number = section.to_string();
            } else {
                page += 1;
                (chapter.number, chapter.level) = (format!("{section}.{page}"), 3);
            }
        }
    }

    /// Deals the chapters out to files: one, if they are not too much for it. What comes before the sections stays in the first.
    fn split(&mut self, first: usize, starts: &[(&Section<'a>, usize)], texts: &Texts) {
        let sizes: Vec<usize> = self.chapters.iter().map(|chapter| size(chapter, texts)).collect();
        let whole = File { output: OutputPath::new(FILE), section: None, chapters: 0..self.chapters.len() };
        if sizes.iter().sum::<usize>() <= MOST {
            return self.files.push(whole);
        }
        self.files.push(File { chapters: 0..first, ..whole });
        let ends = starts.iter().skip(1).map(|(_, start)| *start).chain([self.chapters.len()]);
        for ((section, start), end) in starts.iter().zip(ends) {
            let (mut from, mut full, mut n) = (*start, 0, 1);
            for (at, size) in sizes.iter().enumerate().take(end).skip(*start) {
                if at > from && full + size > MOST {
                    self.files.push(file(section, n, from..at));
                    (from, full, n) = (at, 0, n + 1);
                }
                full += size;
            }
            self.files.push(file(section, n, from..end));
        }
        for (n, file) in self.files.iter().enumerate() {
            self.chapters[file.chapters.clone()].iter_mut().for_each(|chapter| chapter.file = n);
        }
    }

    /// True if the other deals the same chapters out to the same files.
    pub(in crate::page) fn is_like(&self, other: &Plan<'_>) -> bool {
        self.files == other.files
    }

    /// The file with the chapter that a document is.
    pub(in crate::page) fn file_with(&self, document: &Document) -> Option<&OutputPath> {
        let is_it = |chapter: &&Planned<'_>| chapter.document.is_some_and(|other| std::ptr::eq(other, document));
        self.chapters.iter().find(is_it).map(|chapter| &self.files[chapter.file].output)
    }

    /// The files, as indices, with where they are published.
    pub(in crate::page) fn outputs(&self) -> impl Iterator<Item = (usize, &OutputPath)> {
        self.files.iter().map(|file| &file.output).enumerate()
    }

    /// The chapter that stands for a page.
    pub(super) fn of(&self, page: &OutputPath) -> Option<&Planned<'a>> {
        Some(&self.chapters[*self.places.get(page)?])
    }
}

/// True where only files of the handbook are published.
pub(in crate::page) fn is_reserved(output: &OutputPath) -> bool {
    let path = output.as_str();
    path == FILE || path.starts_with("print/") && path.ends_with(".html") && !path.ends_with("/index.html")
}

/// `print/guide.html`, then `print/guide/2.html`: a folder's name has no slash, so that no two are alike.
fn file(section: &Section<'_>, n: usize, chapters: std::ops::Range<usize>) -> File {
    let output = if n == 1 { format!("print/{}.html", section.folder) } else { format!("print/{}/{n}.html", section.folder) };
    File { output: OutputPath::new(output), section: Some((section.title.clone(), n)), chapters }
}

/// What the stages, causes and practices are, by their pages.
fn subjects(playbook: &Playbook<'_>) -> FxHashMap<OutputPath, Subject> {
    let stages = playbook.stages.iter().map(|stage| (stage.document, Subject::Stage(stage.index)));
    let causes = playbook.causes.iter().enumerate().map(|(index, cause)| (cause.document, Subject::Cause(index)));
    let practices = playbook.practices.iter().enumerate().map(|(index, practice)| (practice.document, Subject::Practice(index)));
    stages.chain(causes).chain(practices).map(|(document, subject)| (document.output.clone(), subject)).collect()
}

/// The page's folder, which means itself in HTML and in an address. One in which something else stands goes by its number: no folder begins with
/// a colon then.
fn anchor(output: &OutputPath, at: usize) -> String {
    let folder = output.as_str().trim_end_matches("index.html").trim_end_matches('/');
    let is_plain = folder.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/'));
    match folder {
        "" => "_home".to_owned(),
        "_home" => format!(":{at}"),
        folder if is_plain => folder.to_owned(),
        _ => format!(":{at}"),
    }
}

/// About how many bytes of HTML a chapter comes to.
fn size(chapter: &Planned<'_>, texts: &Texts) -> usize {
    let code = |fragment: &crate::document::fragment::Fragment| fragment.code.iter().map(|block| 2 * block.code.len()).sum::<usize>();
    let text = |document| fragments(document).iter().map(|fragment| fragment.html.len() + code(fragment)).sum::<usize>();
    400 + chapter.document.map_or(0, |document| text(texts.newest(document)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_of_chapters_mean_themselves_and_no_two_are_alike() {
        let anchors: Vec<String> =
            ["index.html", "_home/index.html", "guide/größe/index.html", "a b/index.html", "a:b/index.html", "a/b/index.html"]
                .iter()
                .enumerate()
                .map(|(at, path)| anchor(&OutputPath::new(*path), at))
                .collect();
        assert_eq!(anchors, ["_home", ":1", "guide/größe", ":3", ":4", "a/b"]);
    }
}

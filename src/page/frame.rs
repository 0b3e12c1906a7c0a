//! The frame around every page: navigation, breadcrumbs, neighbours, backlinks. Names and links only, so that one tick in a project does not
//! change every page. Not done here: the page's own content.

use std::collections::BTreeMap;

use super::context::{Context, page_url};
use super::view::{BookView, Frame, Heading, Link, NavEntry, NavGroup};
use crate::document::{Document, Kind};
use crate::path::{OutputPath, SourcePath, percent_encode};
use crate::playbook::Playbook;

/// The navigation lists at most this many pages of a section; the section's own page lists all.
pub const MOST_ENTRIES: usize = 24;
/// A page lists at most this many pages that link to it.
pub const MOST_BACKLINKS: usize = 40;

/// A section of the site: where its own page is, what it is called, the pages in it.
#[derive(Debug)]
pub struct Section<'a> {
    /// Its folder, `stages`.
    pub folder: String,
    /// Its title.
    pub title: String,
    /// Its own page.
    pub output: OutputPath,
    /// That page's source, if an author wrote one.
    pub document: Option<&'a Document>,
    /// The kind of its own page.
    pub kind: &'static str,
    /// Its pages in order.
    pub pages: Vec<&'a Document>,
}

/// The sections of the site, in the order of the navigation.
#[derive(Debug)]
pub struct Sections<'a>(pub Vec<Section<'a>>);

/// The page's kind, title and so on, as its builder knows them.
pub struct Page<'d> {
    pub(super) kind: &'static str,
    pub(super) title: String,
    pub(super) description: Option<String>,
    pub(super) output: &'d OutputPath,
    pub(super) document: Option<&'d Document>,
    pub(super) parents: Vec<Link>,
    pub(super) previous: Option<Link>,
    pub(super) next: Option<Link>,
    pub(super) derived: bool,
}

impl<'d> Page<'d> {
    /// The frame of a document's own page.
    pub(super) fn of(kind: &'static str, document: &'d Document, output: &'d OutputPath) -> Self {
        let description = document.common.description.clone();
        let document = Some(document);
        Self {
            kind,
            title: document.map(|document| document.title.clone()).unwrap_or_default(),
            description,
            output,
            document,
            ..Self::new(kind, String::new(), output)
        }
    }

    /// The frame of a page that no document stands behind.
    pub(super) fn new(kind: &'static str, title: String, output: &'d OutputPath) -> Self {
        Self { kind, title, description: None, output, document: None, parents: Vec::new(), previous: None, next: None, derived: false }
    }
}

impl<'a> Sections<'a> {
    /// The kinds' sections that have pages, then a section for each folder of plain pages, then single plain pages.
    pub fn new(playbook: &Playbook<'a>) -> Self {
        let own = |folder: &str| {
            let inside = format!("{folder}/index.md");
            playbook.documents.iter().find(|document| document.inside == inside).copied()
        };
        let section = |folder: &str, title: &str, kind, pages: Vec<&'a Document>| Section {
            folder: folder.to_owned(),
            title: own(folder).map_or_else(|| title.to_owned(), |document| document.title.clone()),
            output: own(folder).map_or_else(|| OutputPath::new(format!("{folder}/index.html")), |document| document.output.clone()),
            document: own(folder),
            kind,
            pages,
        };
        let projects = playbook.projects.iter().filter_map(|project| project.document).collect();
        let mut decisions: Vec<&'a Document> =
            playbook.documents.iter().filter(|document| document.kind == Kind::Decision).copied().collect();
        decisions.sort_by(|a, b| b.id.cmp(&a.id));
        let page = |folder: &str, title: &str, kind| Section {
            folder: folder.to_owned(),
            title: title.to_owned(),
            output: OutputPath::new(format!("{folder}/index.html")),
            document: None,
            kind,
            pages: Vec::new(),
        };
        let mut sections = vec![
            section("stages", "Stages", "section", playbook.stages.iter().map(|stage| stage.document).collect()),
            section("projects", "Projects", "portfolio", projects),
            section("causes", "Causes", "section", playbook.causes.iter().map(|cause| cause.document).collect()),
            section("practices", "Practices", "section", playbook.practices.iter().map(|practice| practice.document).collect()),
            section("decisions", "Decisions", "section", decisions),
        ];
        sections.retain(|section| section.document.is_some() || !section.pages.is_empty());
        if super::has_matrix(playbook) {
            sections.push(page("exposure", "Exposure", "matrix"));
        }
        if !playbook.stages.is_empty() {
            sections.push(page("calendar", "Calendar", "calendar"));
        }
        if playbook.projects.first().is_some_and(|project| playbook.is_implicit() && super::wave::output(playbook, project).is_some()) {
            sections.push(page(super::wave::PAGE, "Waves", "waves"));
        }
        sections.extend(plain_sections(playbook));
        Self(sections)
    }

    /// The section of a folder.
    pub fn of(&self, folder: &str) -> Option<&Section<'a>> {
        self.0.iter().find(|section| section.folder == folder)
    }
}

/// Plain pages by their top folder.
fn plain_sections<'a>(playbook: &Playbook<'a>) -> Vec<Section<'a>> {
    let mut folders: BTreeMap<&str, Vec<&'a Document>> = BTreeMap::new();
    for document in playbook.documents.iter().filter(|document| document.kind == Kind::Page) {
        let top = document.inside.split_once('/').map_or(document.inside.as_str(), |(top, _)| top);
        folders.entry(top).or_default().push(document);
    }
    let mut sections: Vec<Section<'a>> = folders
        .into_iter()
        .filter_map(|(folder, mut pages)| {
            pages.sort_by_key(|page| (page.order.unwrap_or(i64::MAX), &page.title, &page.path));
            let index = format!("{folder}/index.md");
            let first = pages.iter().position(|page| page.inside == index).unwrap_or(0);
            let head = *pages.get(first)?;
            if head.inside == index || pages.len() == 1 {
                pages.remove(first);
            }
            let title = if head.inside == index || pages.is_empty() { head.title.clone() } else { words(folder) };
            Some(Section { folder: folder.to_owned(), title, output: head.output.clone(), document: Some(head), kind: "page", pages })
        })
        .collect();
    sections.sort_by_key(|section| (section.document.and_then(|document| document.order).unwrap_or(i64::MAX), section.title.clone()));
    sections
}

fn words(folder: &str) -> String {
    let words = folder.replace(['-', '_'], " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl Context<'_, '_> {
    /// The frame of a page.
    pub(super) fn frame(&self, page: Page<'_>) -> Frame {
        let config = self.playbook.config;
        let from = page.output;
        let home = page_url(from, &OutputPath::new("index.html"), None);
        let mut breadcrumbs = Vec::new();
        if from.as_str() != "index.html" {
            breadcrumbs.push(Link { title: config.title.clone(), url: home.clone(), kind: "home" });
            breadcrumbs.extend(page.parents);
        }
        let (backlinks, more_backlinks) = self.backlinks_of(from);
        Frame {
            kind: page.kind,
            title: page.title,
            description: page.description,
            root: from.root(),
            path: from.to_string(),
            canonical: config.base_url.as_ref().map(|base| format!("{base}/{}", page_url(&OutputPath::new("index.html"), from, None))),
            breadcrumbs,
            nav: self.sections.0.iter().map(|section| self.group(section, from)).collect(),
            contents: page.document.map(contents).unwrap_or_default(),
            previous: page.previous,
            next: page.next,
            backlinks,
            more_backlinks,
            edit_url: page.document.and_then(|document| Some(edit_url(config.repository.as_ref()?, &document.path))),
            as_of: page.derived.then(|| self.playbook.as_of.to_string()),
            book: BookView {
                title: config.title.clone(),
                description: config.description.clone(),
                language: config.language.value.clone(),
                direction: self.playbook.locale.direction(),
                home,
                stylesheets: self.additions.stylesheets(),
                scripts: self.additions.scripts(),
            },
        }
    }

    fn group(&self, section: &Section<'_>, from: &OutputPath) -> NavGroup {
        let inside = from.as_str().strip_prefix(section.folder.as_str()).is_some_and(|rest| rest.starts_with('/'));
        let entry = |document: &&Document| NavEntry { link: self.link(from, document), current: document.output == *from };
        // Projects and decisions come in hundreds: the navigation names them only while they are few.
        let listed = if section.kind == "portfolio" && section.pages.len() > MOST_ENTRIES || section.folder == "decisions" {
            0
        } else {
            MOST_ENTRIES
        };
        NavGroup {
            link: Link { title: section.title.clone(), url: page_url(from, &section.output, None), kind: section.kind },
            current: section.output == *from,
            open: inside || section.output == *from,
            entries: section.pages.iter().take(listed).map(entry).collect(),
            more: section.pages.len().saturating_sub(listed),
        }
    }

    fn backlinks_of(&self, output: &OutputPath) -> (Vec<Link>, usize) {
        let Some(sources) = self.backlinks.get(output) else { return (Vec::new(), 0) };
        let mut sources = sources.clone();
        sources.sort_by_key(|document| (document.kind, &document.title, &document.path));
        let link = |document: &&Document| {
            let link = self.link(output, document);
            // Every project has a page called "Pilot".
            match self.notes.get(&document.path).map(|project| self.playbook.projects[*project].title(self.playbook.config)) {
                Some(project) => Link { title: format!("{project}: {}", link.title), ..link },
                None => link,
            }
        };
        let links = sources.iter().take(MOST_BACKLINKS).map(link).collect();
        (links, sources.len().saturating_sub(MOST_BACKLINKS))
    }

    /// The way down to a page of a section, that page not included.
    pub(super) fn parents(&self, from: &OutputPath, folder: &str) -> Vec<Link> {
        let section = self.sections.of(folder).filter(|section| section.output != *from);
        section
            .map(|section| Link { title: section.title.clone(), url: page_url(from, &section.output, None), kind: section.kind })
            .into_iter()
            .collect()
    }

    /// The neighbours of a document in a list.
    pub(super) fn neighbours(&self, from: &OutputPath, list: &[&Document]) -> (Option<Link>, Option<Link>) {
        let Some(place) = list.iter().position(|document| document.output == *from) else { return (None, None) };
        let link = |index: Option<usize>| index.and_then(|index| list.get(index)).map(|document| self.link(from, document));
        (link(place.checked_sub(1)), link(Some(place + 1)))
    }
}

/// Where a source can be edited at GitHub and its kin.
fn edit_url(repository: &str, path: &SourcePath) -> String {
    let mut url = format!("{repository}/edit/HEAD");
    for part in path.as_str().split('/') {
        url.push('/');
        percent_encode(part, &mut url);
    }
    url
}

fn contents(document: &Document) -> Vec<Heading> {
    let shown = |heading: &&crate::document::fragment::Heading| heading.level == 2 || heading.level == 3;
    let heading = |heading: &crate::document::fragment::Heading| Heading {
        level: heading.level,
        id: heading.id.clone(),
        title: heading.title.clone(),
    };
    document.body.headings.iter().filter(shown).map(heading).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_to_edit_a_page_at_is_a_valid_url_whatever_its_file_is_called() {
        let url = edit_url("https://git.example/book", &SourcePath::new("content/guide/what is #1?/100%.md"));
        assert_eq!(url, "https://git.example/book/edit/HEAD/content/guide/what%20is%20%231%3F/100%25.md");
    }
}

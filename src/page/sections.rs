//! The sections of the site and the pages in them, as a tree: what the navigation, the breadcrumbs and "next" lead through. Built once for all
//! pages. Not done here: what one page shows of it ([`super::navigation`]).

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::document::{Document, Kind};
use crate::locale::Locale;
use crate::path::OutputPath;
use crate::playbook::Playbook;

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
    /// What is in it, in order.
    pub entries: Vec<Entry<'a>>,
    /// Its pages in the order in which they are read.
    pub pages: Vec<&'a Document>,
}

impl Section<'_> {
    /// True for a page in its folder, at any depth.
    pub fn is_around(&self, output: &OutputPath) -> bool {
        output.as_str().strip_prefix(self.folder.as_str()).is_some_and(|rest| rest.starts_with('/'))
    }
}

/// A page of a section, or a folder of pages.
#[derive(Debug)]
pub struct Entry<'a> {
    /// Its title: the page's; of a folder without a page of its own, the folder's name.
    pub title: String,
    /// The page; of a folder its own page, else the first one in it.
    pub document: &'a Document,
    /// What is in the folder, in order.
    pub entries: Vec<Entry<'a>>,
}

/// Where a page stands.
#[derive(Debug, Default)]
pub struct Place {
    /// Its section, an index in [`Sections::list`].
    pub section: usize,
    /// Its place in the reading order of the section.
    pub at: usize,
    /// The way down to it: an index at each level of entries; empty for the section's own page.
    pub way: Vec<usize>,
}

/// The sections of the site, in the order of the navigation.
#[derive(Debug)]
pub struct Sections<'a> {
    /// All of them.
    pub list: Vec<Section<'a>>,
    /// Those that are one plain page each, which can be thousands, by their place in the list.
    pub singles: Vec<usize>,
    /// All others, by their place in the list.
    pub others: Vec<usize>,
    folders: FxHashMap<String, usize>,
    places: FxHashMap<&'a OutputPath, Place>,
}

impl<'a> Sections<'a> {
    /// The kinds' sections that have pages, then a section for each folder of plain pages, then single plain pages.
    pub fn new(playbook: &Playbook<'a>) -> Self {
        let words = &playbook.locale;
        let mut list = kinds(playbook, words);
        let computed = |folder: &str, key: &str, kind| {
            let output = OutputPath::new(format!("{folder}/index.html"));
            let (folder, title) = (folder.to_owned(), words.text(key));
            Section { folder, title, output, document: None, kind, entries: Vec::new(), pages: Vec::new() }
        };
        if super::has_matrix(playbook) {
            list.push(computed("exposure", "section-exposure", "matrix"));
        }
        if !playbook.stages.is_empty() {
            list.push(computed("calendar", "section-calendar", "calendar"));
        }
        if playbook.projects.first().is_some_and(|project| playbook.is_implicit() && super::wave::output(playbook, project).is_some()) {
            list.push(computed(super::wave::PAGE, "section-waves", "waves"));
        }
        list.extend(plain(playbook));
        let (singles, others) = (0..list.len()).partition(|number| list[*number].kind == "page" && list[*number].entries.is_empty());
        let folders = list.iter().enumerate().rev().map(|(number, section)| (section.folder.clone(), number)).collect();
        let mut sections = Self { list, singles, others, folders, places: FxHashMap::default() };
        sections.find_places();
        sections
    }

    /// The section of a folder.
    pub fn of(&self, folder: &str) -> Option<&Section<'a>> {
        Some(&self.list[*self.folders.get(folder)?])
    }

    /// Where a page stands. A page below another one, such as a project's page of a stage, stands where that one does.
    pub fn place(&self, output: &OutputPath) -> Option<&Place> {
        let mut folder = output.as_str().strip_suffix("/index.html")?;
        self.places.get(output).or_else(|| {
            std::iter::from_fn(|| {
                folder = folder.rsplit_once('/')?.0;
                Some(OutputPath::new(format!("{folder}/index.html")))
            })
            .find_map(|above| self.places.get(&above))
        })
    }

    /// The pages before and after one in its section.
    pub fn neighbours(&self, output: &OutputPath) -> (Option<&'a Document>, Option<&'a Document>) {
        let Some(place) = self.places.get(output) else { return (None, None) };
        let page = |at: Option<usize>| at.and_then(|at| self.list[place.section].pages.get(at)).copied();
        (page(place.at.checked_sub(1)), page(Some(place.at + 1)))
    }

    /// What is in a folder, by its own page.
    pub fn inside(&self, output: &OutputPath) -> &[Entry<'a>] {
        let Some(place) = self.places.get(output) else { return &[] };
        let mut entries = &self.list[place.section].entries;
        for index in &place.way {
            entries = &entries[*index].entries;
        }
        entries
    }

    fn find_places(&mut self) {
        for (number, section) in self.list.iter().enumerate() {
            for (at, page) in section.pages.iter().enumerate() {
                self.places.insert(&page.output, Place { section: number, at, way: Vec::new() });
            }
            let mut ways = Vec::new();
            gather_ways(&section.entries, &mut Vec::new(), &mut ways);
            // A folder without a page of its own leads to its first page, whose own entry comes later and holds.
            for (output, way) in ways {
                self.places.entry(output).or_default().way = way;
            }
        }
    }
}

fn gather_ways<'a>(entries: &[Entry<'a>], way: &mut Vec<usize>, found: &mut Vec<(&'a OutputPath, Vec<usize>)>) {
    for (index, entry) in entries.iter().enumerate() {
        way.push(index);
        found.push((&entry.document.output, way.clone()));
        gather_ways(&entry.entries, way, found);
        way.pop();
    }
}

/// The sections of the kinds.
fn kinds<'a>(playbook: &Playbook<'a>, words: &Locale) -> Vec<Section<'a>> {
    let section = |folder: &str, key: &str, kind, pages: Vec<&'a Document>| {
        let inside = format!("{folder}/index.md");
        let own = playbook.documents.iter().find(|document| document.inside == inside).copied();
        Section {
            folder: folder.to_owned(),
            title: own.map_or_else(|| words.text(key), |document| document.title.clone()),
            output: own.map_or_else(|| OutputPath::new(format!("{folder}/index.html")), |document| document.output.clone()),
            document: own,
            kind,
            entries: pages.iter().map(|page| Entry::of(page)).collect(),
            pages,
        }
    };
    let projects = playbook.projects.iter().filter_map(|project| project.document).collect();
    let mut decisions: Vec<&'a Document> = playbook.documents.iter().filter(|document| document.kind == Kind::Decision).copied().collect();
    decisions.sort_by(|a, b| b.id.cmp(&a.id));
    let mut sections = vec![
        section("stages", "section-stages", "section", playbook.stages.iter().map(|stage| stage.document).collect()),
        section("projects", "section-projects", "portfolio", projects),
        section("causes", "section-causes", "section", playbook.causes.iter().map(|cause| cause.document).collect()),
        section("practices", "section-practices", "section", playbook.practices.iter().map(|practice| practice.document).collect()),
        section("decisions", "section-decisions", "section", decisions),
    ];
    sections.retain(|section| section.document.is_some() || !section.pages.is_empty());
    sections
}

/// Plain pages by their top folder.
fn plain<'a>(playbook: &Playbook<'a>) -> Vec<Section<'a>> {
    let pages = playbook.documents.iter().filter(|document| document.kind == Kind::Page).copied();
    let mut sections: Vec<Section<'a>> = folders(pages, 0)
        .into_iter()
        .map(|(folder, pages)| {
            let Entry { title, document, entries } = entry(folder, &pages, 1);
            let mut pages = Vec::new();
            in_order(document, &entries, &mut pages);
            Section {
                folder: folder.to_owned(),
                title,
                output: document.output.clone(),
                document: Some(document),
                kind: "page",
                entries,
                pages,
            }
        })
        .collect();
    sections.sort_by(|a, b| (order(a.document), &a.title).cmp(&(order(b.document), &b.title)));
    sections
}

/// Pages by the folder that they are in, or the file that they are, at a depth of their path.
fn folders<'a>(pages: impl Iterator<Item = &'a Document>, depth: usize) -> BTreeMap<&'a str, Vec<&'a Document>> {
    let mut folders: BTreeMap<&str, Vec<&Document>> = BTreeMap::new();
    for page in pages {
        folders.entry(page.inside.split('/').nth(depth).unwrap_or_default()).or_default().push(page);
    }
    folders
}

/// A file, or a folder with all that is in it. `depth` is that of what is in it.
fn entry<'a>(name: &str, pages: &[&'a Document], depth: usize) -> Entry<'a> {
    let is_own = |page: &&Document| page.inside.split('/').nth(depth).is_none_or(|name| name == "index.md");
    let own = pages.iter().copied().find(is_own);
    let inside = pages.iter().copied().filter(|page| own.is_none_or(|own| own.path != page.path));
    let mut entries: Vec<Entry<'a>> = folders(inside, depth).into_iter().map(|(name, pages)| entry(name, &pages, depth + 1)).collect();
    entries
        .sort_by(|a, b| (order(Some(a.document)), &a.title, &a.document.path).cmp(&(order(Some(b.document)), &b.title, &b.document.path)));
    match own {
        Some(own) => Entry { entries, ..Entry::of(own) },
        // One page alone stands for its folder.
        None if pages.len() == 1 => Entry::of(pages[0]),
        None => Entry { title: words(name), document: entries[0].document, entries },
    }
}

impl<'a> Entry<'a> {
    fn of(document: &'a Document) -> Self {
        Self { title: document.title.clone(), document, entries: Vec::new() }
    }
}

fn order(document: Option<&Document>) -> i64 {
    document.and_then(|document| document.order).unwrap_or(i64::MAX)
}

/// The pages as they are read, from the top to the bottom of the tree. A folder that leads to its first page does not name it twice.
fn in_order<'a>(own: &'a Document, entries: &[Entry<'a>], pages: &mut Vec<&'a Document>) {
    if entries.first().is_none_or(|first| first.document.path != own.path) {
        pages.push(own);
    }
    entries.iter().for_each(|entry| in_order(entry.document, &entry.entries, pages));
}

fn words(folder: &str) -> String {
    let words = folder.replace(['-', '_'], " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

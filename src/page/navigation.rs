//! What a page shows of the site's sections: the navigation, the way down to the page, the pages beside it. Its size does not grow with the book.
//! Not done here: the sections ([`super::sections`]).

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::context::{Context, kind_word, page_url};
use super::sections::{Entry, Place, Section, Sections};
use super::view::{Link, NavEntry, NavGroup};
use crate::path::OutputPath;

/// The navigation lists at most this many pages of a section or folder; its own page lists all.
const MOST_ENTRIES: usize = 24;

/// Of sections that are not listed elsewhere, their own pages list this many: the page, and two on each side.
const NEAR: usize = 5;

/// What pages that lie elsewhere show of each section, by how deep they lie: the same for nearly all pages of a large book, and made once.
#[derive(Debug)]
pub struct Elsewhere(Vec<Option<Depths>>);

/// By the number of folders that a page lies in. Hardly one lies deeper.
type Depths = [OnceLock<Arc<NavGroup>>; 8];

impl Elsewhere {
    /// Nothing of it is made yet. A section whose pages do not all lie in its own folder has none: where they lie, links to them may be shorter.
    pub fn of(sections: &Sections<'_>) -> Self {
        let depths = |section: &Section<'_>| {
            let pages = section.pages.iter().map(|page| &page.output);
            let is_apart = !section.folder.contains('/') && pages.chain([&section.output]).all(|page| section.is_around(page));
            is_apart.then(Depths::default)
        };
        Self(sections.list.iter().map(depths).collect())
    }
}

impl Context<'_, '_> {
    /// The navigation of a page. Of plain pages that lie in no folder it lists those around the page; what leads to the others comes last.
    pub(super) fn navigation(&self, from: &OutputPath) -> Vec<Arc<NavGroup>> {
        let (place, singles) = (self.sections.place(from), &self.sections.singles);
        let shown = window(singles.len(), place.and_then(|place| singles.binary_search(&place.section).ok()), MOST_ENTRIES);
        let more = singles.len() - shown.len();
        let mut numbers: Vec<usize> = self.sections.others.iter().chain(&singles[shown]).copied().collect();
        numbers.sort_unstable();
        let group = |number| self.group_of(number, from, place.filter(|place| place.section == number));
        numbers.into_iter().map(group).chain((more > 0).then(|| Arc::new(self.all_pages(from, more)))).collect()
    }

    fn group_of(&self, number: usize, from: &OutputPath, place: Option<&Place>) -> Arc<NavGroup> {
        let section = &self.sections.list[number];
        let group = || Arc::new(self.group(section, from, place));
        let is_elsewhere = place.is_none() && !section.is_around(from);
        let depths = self.elsewhere.0[number].as_ref().filter(|_| is_elsewhere);
        let known = depths.and_then(|depths| depths.get(from.as_str().matches('/').count()));
        known.map_or_else(group, |known| Arc::clone(known.get_or_init(group)))
    }

    /// What leads to the list of all pages.
    fn all_pages(&self, from: &OutputPath, more: usize) -> NavGroup {
        let (title, list) = (self.playbook.locale.with("and-more", &[("count", more.into())]), super::index::first());
        NavGroup {
            link: Link { title, url: page_url(from, &list, None), kind: "a-z" },
            current: list == *from,
            open: false,
            entries: Vec::new(),
            more: 0,
        }
    }

    fn group(&self, section: &Section<'_>, from: &OutputPath, place: Option<&Place>) -> NavGroup {
        let inside = section.is_around(from);
        let way = place.map_or(&[][..], |place| &place.way);
        // Projects and decisions come in hundreds: pages elsewhere name them only while they are few, and nobody counts them.
        let is_listed = section.folder != "decisions" && (section.kind != "portfolio" || section.entries.len() <= MOST_ENTRIES);
        let most = match (is_listed, way.is_empty()) {
            (true, _) => MOST_ENTRIES,
            (false, false) => NEAR,
            (false, true) => 0,
        };
        let (entries, more) = self.entries(&section.entries, from, way, most);
        NavGroup {
            link: Link { title: section.title.clone(), url: page_url(from, &section.output, None), kind: section.kind },
            current: section.output == *from,
            open: inside || section.output == *from,
            entries,
            more: if is_listed { more } else { 0 },
        }
    }

    /// The entries of one level around the one on the way, with how many there are besides. Only that one is unfolded.
    fn entries(&self, all: &[Entry<'_>], from: &OutputPath, way: &[usize], most: usize) -> (Vec<NavEntry>, usize) {
        let shown = window(all.len(), way.first().copied(), most);
        let more = all.len() - shown.len();
        let entry = |index: usize| {
            let (entry, open) = (&all[index], way.first() == Some(&index));
            let (entries, more) = if open { self.entries(&entry.entries, from, &way[1..], MOST_ENTRIES) } else { (Vec::new(), 0) };
            NavEntry {
                link: self.entry_link(from, entry),
                current: open && way.len() == 1 && entry.document.output == *from,
                open,
                entries,
                more,
            }
        };
        (shown.map(entry).collect(), more)
    }

    fn entry_link(&self, from: &OutputPath, entry: &Entry<'_>) -> Link {
        let Entry { title, document, .. } = entry;
        Link { title: title.clone(), url: page_url(from, &document.output, None), kind: kind_word(document.kind) }
    }

    /// The way down to a page: its section, then the folders in it; that page not included.
    pub(super) fn parents(&self, from: &OutputPath, folder: &str) -> Vec<Link> {
        let Some(section) = self.sections.of(folder).filter(|section| section.output != *from) else { return Vec::new() };
        let mut links = vec![Link { title: section.title.clone(), url: page_url(from, &section.output, None), kind: section.kind }];
        let mut entries = &section.entries;
        for index in self.sections.place(from).map_or(&[][..], |place| &place.way) {
            let Some(entry) = entries.get(*index).filter(|entry| !entry.entries.is_empty() && entry.document.output != *from) else {
                break;
            };
            links.push(self.entry_link(from, entry));
            entries = &entry.entries;
        }
        links
    }

    /// The pages before and after one in its section.
    pub(super) fn neighbours(&self, from: &OutputPath) -> (Option<Link>, Option<Link>) {
        let (previous, next) = self.sections.neighbours(from);
        (previous.map(|document| self.link(from, document)), next.map(|document| self.link(from, document)))
    }
}

/// Which of `count` entries are shown: `most` of them, with the current one near the middle.
fn window(count: usize, current: Option<usize>, most: usize) -> Range<usize> {
    let shown = most.min(count);
    let start = current.unwrap_or(0).saturating_sub(shown / 2).min(count - shown);
    start..start + shown
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fmt::Write as _;

    use super::*;
    use crate::page::{Files, Highlights};
    use crate::playbook::links::Targets;
    use crate::playbook::status::tests::resolved;
    use crate::source::Sources;

    fn seen<T>(book: &str, look: impl FnOnce(&Context<'_, '_>) -> T) -> T {
        resolved(book, "2026-06-01", |playbook| {
            let assets = BTreeMap::new();
            let backlinks = crate::playbook::links::all::Backlinks::default();
            let targets = Targets::new(playbook, &assets, &[]);
            let sources = Sources::default();
            look(&Context::new(playbook, &targets, &backlinks, Highlights::None, Files { sources: &sources, assets: &assets }))
        })
    }

    const BOOK: &str = "-- book.toml --\n[book]\nid = \"nav\"\n-- content/stages/01-idea.md --\n---\nwindow: Week 1-2\ngate: {}\n---\n";

    fn book(pages: &[&str]) -> String {
        let mut book = BOOK.to_owned();
        pages.iter().for_each(|page| write!(book, "-- content/{page} --\n# {page}\n").unwrap());
        book
    }

    /// A level of the navigation as text: `*` is the page itself, `>` what it lies below, `+N` the rest.
    fn outline(entries: &[NavEntry], more: usize) -> String {
        let text = |entry: &NavEntry| {
            let sign = if entry.current {
                "*"
            } else if entry.open {
                ">"
            } else {
                ""
            };
            let below = outline(&entry.entries, entry.more);
            format!("{sign}{}{}", entry.link.title, if below.is_empty() { below } else { format!(" ({below})") })
        };
        let more = (more > 0).then(|| format!("+{more}"));
        entries.iter().map(text).chain(more).collect::<Vec<_>>().join(" ")
    }

    fn guide(context: &Context<'_, '_>, page: &str) -> String {
        let nav = context.navigation(&OutputPath::new(page));
        let group = nav.iter().find(|group| group.link.kind == "page").unwrap();
        outline(&group.entries, group.more)
    }

    #[test]
    fn folders_unfold_only_on_the_way_to_the_page() {
        let pages = ["g/index.md", "g/01-a.md", "g/deep/index.md", "g/deep/x.md", "g/deep/y/z.md", "g/deep/y/w.md", "g/late/c.md"];
        seen(&book(&pages), |context| {
            assert_eq!(guide(context, "g/a/index.html"), "*g/01-a.md g/deep/index.md g/late/c.md");
            let deep = "g/01-a.md >g/deep/index.md (>Y (g/deep/y/w.md *g/deep/y/z.md) g/deep/x.md) g/late/c.md";
            assert_eq!(guide(context, "g/deep/y/z/index.html"), deep);
            assert_eq!(guide(context, "g/deep/index.html"), "g/01-a.md *g/deep/index.md (Y g/deep/x.md) g/late/c.md");
            assert_eq!(guide(context, "stages/idea/index.html"), "g/01-a.md g/deep/index.md g/late/c.md");
        });
    }

    /// However deep a page lies, and whichever pages were asked for before.
    #[test]
    fn what_is_shown_of_other_sections_is_what_would_be_made_for_the_page() {
        let pages = ["g/index.md", "g/deep/index.md", "g/deep/y/z.md", "h/a.md", "h/b.md", "g-2/x.md", "alone.md", "projects/p/index.md"];
        let froms = [
            "index.html",
            "404.html",
            "alone/index.html",
            "stages/index.html",
            "stages/idea/index.html",
            "projects/p/idea/index.html",
            "projects/q/idea/index.html",
            "g-2/x/index.html",
            "g/deep/y/z/index.html",
            "h/a/index.html",
            "h/index.html",
            "print/1/2/3/4/5/6/7/8/9.html",
        ];
        seen(&book(&pages), |context| {
            for from in froms.iter().chain(froms.iter().rev()).map(|from| OutputPath::new(*from)) {
                for (number, section) in context.sections.list.iter().enumerate() {
                    let place = context.sections.place(&from).filter(|place| place.section == number);
                    assert_eq!(*context.group_of(number, &from, place), context.group(section, &from, place), "{from}: {}", section.folder);
                }
            }
            let made = context.elsewhere.0.iter().flatten().flatten().filter(|known| known.get().is_some());
            assert!(made.count() > 10);
        });
    }

    #[test]
    fn next_leads_through_all_pages_of_a_section_once_and_previous_back() {
        let pages = ["g/index.md", "g/01-a.md", "g/deep/index.md", "g/deep/x.md", "g/deep/y/z.md", "g/deep/y/w.md", "g/late/c.md"];
        seen(&book(&pages), |context| {
            let mut way = vec!["g/index.md".to_owned()];
            let mut output = &context.playbook.documents.iter().find(|document| document.inside == way[0]).unwrap().output;
            while let (_, Some(next)) = context.sections.neighbours(output) {
                assert_eq!(context.sections.neighbours(&next.output).0.map(|page| &page.output), Some(output));
                way.push(next.inside.clone());
                output = &next.output;
            }
            let order = ["g/index.md", "g/01-a.md", "g/deep/index.md", "g/deep/y/w.md", "g/deep/y/z.md", "g/deep/x.md", "g/late/c.md"];
            assert_eq!(way, order);
        });
    }

    #[test]
    fn the_way_down_names_the_folders_that_have_a_page() {
        seen(&book(&["g/index.md", "g/deep/index.md", "g/deep/x.md", "g/b.md"]), |context| {
            let titles = |page| context.parents(&OutputPath::new(page), "g").into_iter().map(|link| link.title).collect::<Vec<_>>();
            assert_eq!(titles("g/deep/x/index.html"), ["g/index.md", "g/deep/index.md"]);
            assert_eq!(titles("g/deep/index.html"), ["g/index.md"]);
            assert!(titles("g/index.html").is_empty());
        });
    }

    #[test]
    fn the_page_and_its_neighbours_are_seen_wherever_it_stands_in_a_long_section() {
        let names: Vec<String> = (0..100).map(|n| format!("g/{n:03}-p{n:03}.md")).collect();
        let pages: Vec<&str> = names.iter().map(String::as_str).collect();
        seen(&book(&pages), |context| {
            for n in [0, 1, 12, 50, 98, 99] {
                let shown = guide(context, &format!("g/p{n:03}/index.html"));
                for near in [n - 1, n, n + 1_i32].iter().filter(|near| (0..100).contains(*near)) {
                    assert!(shown.contains(&format!("g/{near:03}-p{near:03}.md")), "{n}: {shown}");
                }
                assert!(shown.ends_with("+76") && shown.matches('*').count() == 1, "{n}: {shown}");
            }
        });
    }

    #[test]
    fn of_plain_pages_in_no_folder_those_around_the_page_are_listed_and_folders_stay() {
        let mut pages: Vec<String> = (0..100).map(|n| format!("p{n:03}.md")).collect();
        pages.extend(["zoo/index.md".to_owned(), "zoo/a.md".to_owned()]);
        let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
        let few: Vec<&str> = pages.iter().skip(76).copied().collect();
        let listed = |context: &Context<'_, '_>, page: &str| {
            let nav = context.navigation(&OutputPath::new(page));
            nav.into_iter().map(|group| format!("{}{}", if group.current { "*" } else { "" }, group.link.title)).collect::<Vec<_>>()
        };
        seen(&book(&pages), |context| {
            for n in [0, 1, 50, 98, 99] {
                let all = listed(context, &format!("p{n:03}/index.html"));
                assert!(all.contains(&format!("*p{n:03}.md")) && all.contains(&"zoo/index.md".to_owned()), "{n}: {all:?}");
                assert_eq!(all.iter().filter(|title| title.trim_start_matches('*').starts_with('p')).count(), 24);
                assert_eq!(all.last().unwrap(), "and 76 more");
                assert_eq!(context.navigation(&OutputPath::new("p050/index.html")).last().unwrap().link.url, "../a-z/index.html");
            }
            assert_eq!(listed(context, "a-z/index.html").last().unwrap(), "*and 76 more");
        });
        seen(&book(&few), |context| assert_eq!(listed(context, "zoo/index.html").last().unwrap(), "*zoo/index.md"));
    }

    #[test]
    fn the_navigation_is_as_large_with_1200_plain_pages_in_no_folder_as_with_100() {
        let size = |count: usize| {
            let pages: Vec<String> = (0..count).map(|n| format!("p{n:04}.md")).collect();
            let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
            let middle = OutputPath::new(format!("p{:04}/index.html", count / 2));
            seen(&book(&pages), |context| serde_json::to_string(&context.navigation(&middle)).unwrap().len())
        };
        assert!(size(1200) < size(100) + 10, "{} {}", size(1200), size(100));
    }

    #[test]
    fn the_navigation_of_a_page_is_as_large_in_a_book_of_5000_pages_as_in_one_of_100() {
        let size = |count: usize| {
            let mut book = BOOK.to_owned();
            for n in 0..count {
                write!(book, "-- content/g/{n:04}-p{n:04}.md --\n# Page {n:04}\n-- content/decisions/{n:04}-d.md --\n---\n").unwrap();
                book += "subject: gate:idea\noutcome: go\ndate: 2026-01-10\n---\n";
            }
            let middle = format!("g/p{:04}/index.html", count / 2);
            seen(&book, |context| {
                let nav = serde_json::to_string(&context.navigation(&OutputPath::new(middle.as_str()))).unwrap();
                nav.replace(|c: char| c.is_ascii_digit(), "").len()
            })
        };
        assert_eq!(size(100), size(5000));
    }
}

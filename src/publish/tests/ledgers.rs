//! Files that are known by what they were made of. Tests only.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;

/// What a page with that text is made of.
fn name(text: &str) -> [u8; 32] {
    *blake3::hash(text.as_bytes()).as_bytes()
}

impl Place {
    /// Publishes pages with what is known of the output, each only if it is not there. Tells which had to be made, and what is known then.
    fn publish_with(&self, ledger: &Ledger, pages: &[(&str, &str)]) -> (Vec<String>, Ledger) {
        let (book, content, theme) = (self.path("book"), self.path("book/content"), self.path("book/themes"));
        let sources = ProtectedFolders { book: &book, content: &content, theme: &theme };
        let publication = Publication::begin(&self.output(), &sources, self.how).unwrap().with(ledger.clone());
        let mut made = Vec::new();
        for (path, text) in pages {
            let (output, name) = (OutputPath::new(*path), name(text));
            if !publication.has(&output, &name) {
                publication.put_made(&output, &name, text.as_bytes());
                made.push((*path).to_owned());
            }
        }
        let (_, ledger) = publication.finish_and_tell().unwrap();
        (made, ledger)
    }

    /// Whether all of the site is known to be there.
    fn has_all(&self, ledger: &Ledger) -> bool {
        let (book, content, theme) = (self.path("book"), self.path("book/content"), self.path("book/themes"));
        let sources = ProtectedFolders { book: &book, content: &content, theme: &theme };
        let publication = Publication::begin(&self.output(), &sources, self.how).unwrap().with(ledger.clone());
        let has_all = publication.has_all(|_| false, |_| None);
        if has_all {
            let (published, again) = publication.finish_and_tell().unwrap();
            assert_eq!((published.written, published.removed, &again), (0, 0, ledger));
        }
        has_all
    }
}

#[test]
fn what_was_made_of_the_same_is_not_made_again_until_somebody_writes_it() {
    for place in empty() {
        let (made, ledger) = place.publish_with(&Ledger::default(), SMALL);
        assert_eq!(made.len(), SMALL.len());
        let (made, ledger) = place.publish_with(&ledger, SMALL);
        assert_eq!(made, Vec::<String>::new());
        assert!(place.has_all(&ledger));

        let mut edited = SMALL.to_vec();
        edited[1].1 = "new!";
        let (made, ledger) = place.publish_with(&ledger, &edited);
        assert_eq!(made, ["index.html"]);
        assert!(place.has_all(&ledger));

        // The same size, and at once.
        fs::write(place.in_output("404.html"), "mine").unwrap();
        fs::remove_file(place.in_output("stages/poc/plan.png")).unwrap();
        assert!(!place.has_all(&ledger));
        let (made, ledger) = place.publish_with(&ledger, SMALL);
        assert_eq!(made, ["404.html", "index.html", "stages/poc/plan.png"]);
        assert_eq!(place.tree(), small_tree());
        assert!(place.has_all(&ledger));
    }
}

#[test]
fn a_ledger_tells_nothing_of_another_file_at_the_same_place() {
    for place in empty() {
        let (_, ledger) = place.publish_with(&Ledger::default(), SMALL);
        let page = place.in_output("index.html");
        let time = fs::metadata(&page).unwrap().modified().unwrap();
        fs::write(place.path("other"), "mine").unwrap();
        File::options().write(true).open(place.path("other")).unwrap().set_modified(time).unwrap();
        fs::rename(place.path("other"), &page).unwrap();
        if cfg!(unix) {
            assert!(!place.has_all(&ledger), "another inode with the same size and time");
        }
        fs::remove_dir_all(place.output()).unwrap();
        assert_eq!(place.publish_with(&ledger, SMALL).0.len(), SMALL.len(), "no output at all");
        assert_eq!(place.tree(), small_tree());
    }
}

#[test]
fn a_ledger_that_does_not_tell_of_every_file_is_not_taken_for_the_whole_site() {
    let place = Place::new();
    let (book, content, theme) = (place.path("book"), place.path("book/content"), place.path("book/themes"));
    let sources = ProtectedFolders { book: &book, content: &content, theme: &theme };
    let publication = Publication::begin(&place.output(), &sources, place.how).unwrap().with(Ledger::default());
    publication.put_made(&OutputPath::new("index.html"), &name("home"), b"home");
    publication.put(&OutputPath::new("404.html"), b"lost");
    let (_, ledger) = publication.finish_and_tell().unwrap();
    assert!(!place.has_all(&ledger));
    assert_eq!(place.publish_with(&ledger, &SMALL[..2]).0, ["404.html"]);
}

#[test]
fn a_site_is_taken_from_elsewhere_whole_or_put_as_if_that_had_not_been_tried() {
    for place in empty() {
        let (_, ledger) = place.publish_with(&Ledger::default(), SMALL);
        let texts: BTreeMap<[u8; 32], &str> = SMALL.iter().map(|(_, text)| (name(text), *text)).collect();
        let recall = |of: &[u8; 32]| texts.get(of).map(|text| text.as_bytes().to_vec());
        let broken = |of: &[u8; 32]| recall(of).filter(|text| text != b"poc");
        for recall in [&recall as &(dyn Fn(&[u8; 32]) -> Option<Vec<u8>> + Sync), &broken] {
            fs::remove_dir_all(place.in_output("stages")).unwrap();
            fs::write(place.in_output("404.html"), "mine").unwrap();
            let (book, content, theme) = (place.path("book"), place.path("book/content"), place.path("book/themes"));
            let sources = ProtectedFolders { book: &book, content: &content, theme: &theme };
            let publication = Publication::begin(&place.output(), &sources, place.how).unwrap().with(ledger.clone());
            if !publication.has_all(|of| texts.contains_key(of), recall) {
                let put = |(path, text): &(&str, &str)| {
                    let (path, of) = (OutputPath::new(*path), name(text));
                    if !publication.has(&path, &of) {
                        publication.put_made(&path, &of, text.as_bytes());
                    }
                };
                SMALL.iter().for_each(put);
            }
            publication.finish_and_tell().unwrap();
            assert_eq!(place.tree(), small_tree());
            place.publish_with(&Ledger::default(), &[]);
            place.publish_with(&ledger, SMALL);
        }
    }
}

#[cfg(unix)]
#[test]
fn a_symlink_is_not_the_file_that_it_leads_to() {
    let place = Place::new();
    let (_, ledger) = place.publish_with(&Ledger::default(), SMALL);
    fs::rename(place.in_output("stages"), place.path("elsewhere")).unwrap();
    std::os::unix::fs::symlink(place.path("elsewhere"), place.in_output("stages")).unwrap();
    assert!(!place.has_all(&ledger));
    fs::remove_file(place.in_output("stages")).unwrap();
    fs::rename(place.path("elsewhere"), place.in_output("stages")).unwrap();
    fs::rename(place.in_output("index.html"), place.path("page")).unwrap();
    std::os::unix::fs::symlink(place.path("page"), place.in_output("index.html")).unwrap();
    assert!(!place.has_all(&ledger));
}

#[test]
fn compressed_copies_belong_to_what_is_known_of_their_file() {
    let text = "The same again and again. ".repeat(100);
    let pages = [("index.html", text.as_str()), ("photo.jpg", "binary")];
    let mut place = Place::new();
    let (_, without) = place.publish_with(&Ledger::default(), &pages);
    place.how = How { precompress: true, ..How::default() };
    let (made, with) = place.publish_with(&without, &pages);
    assert_eq!(made, ["index.html", "photo.jpg"], "nothing is known of copies that were not asked for");
    assert!(place.in_output("index.html.br").exists() && place.in_output("index.html.gz").exists());
    assert!(place.has_all(&with));
    assert_eq!(place.publish_with(&with, &pages).0, Vec::<String>::new());
    fs::remove_file(place.in_output("index.html.gz")).unwrap();
    assert!(!place.has_all(&with));
    let (made, with) = place.publish_with(&with, &pages);
    assert_eq!(made, ["index.html"]);
    assert!(place.has_all(&with) && place.in_output("index.html.gz").exists());
    place.how = How::default();
    assert_eq!(place.publish_with(&with, &pages).0, Vec::<String>::new());
    assert!(!place.in_output("index.html.br").exists(), "copies are not asked for any more");
}

/// Something that happens between two builds.
#[derive(Debug, Clone)]
enum Event {
    /// A page gets another text, or goes.
    Edit(usize, Option<usize>),
    /// Somebody writes into a file of the output.
    Write(usize, usize),
    /// Somebody removes one.
    Remove(usize),
    /// A build with what was known before the last one.
    Forget,
}

const PATHS: [&str; 5] = ["a.html", "b/index.html", "b/c/index.html", "d/index.html", "e.css"];
const TEXTS: [&str; 3] = ["one", "two", "six"];

fn events() -> impl Strategy<Value = Vec<Vec<Event>>> {
    let path = || 0..PATHS.len();
    let event = prop_oneof![
        (path(), proptest::option::of(0..TEXTS.len())).prop_map(|(path, text)| Event::Edit(path, text)),
        (path(), 0..TEXTS.len()).prop_map(|(path, text)| Event::Write(path, text)),
        path().prop_map(Event::Remove),
        Just(Event::Forget),
    ];
    proptest::collection::vec(proptest::collection::vec(event, 0..4), 1..6)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happened_the_site_is_what_a_build_without_a_ledger_makes(builds in events(), in_place: bool) {
        let place = Place { how: How { in_place, ..How::default() }, ..Place::new() };
        let mut site: BTreeMap<&str, &str> = PATHS.iter().map(|path| (*path, "one")).collect();
        let (mut ledger, mut before) = (Ledger::default(), Ledger::default());
        for events in builds {
            for event in events {
                let there = |path: usize| Some(place.in_output(PATHS[path])).filter(|file| file.exists());
                match event {
                    Event::Edit(path, Some(text)) => drop(site.insert(PATHS[path], TEXTS[text])),
                    Event::Edit(path, None) => drop(site.remove(PATHS[path])),
                    Event::Write(path, text) => drop(there(path).map(|file| fs::write(file, TEXTS[text]).unwrap())),
                    Event::Remove(path) => drop(there(path).map(|file| fs::remove_file(file).unwrap())),
                    Event::Forget => ledger = std::mem::take(&mut before),
                }
            }
            let pages: Vec<_> = site.iter().map(|(path, text)| (*path, *text)).collect();
            let (_, known) = place.publish_with(&ledger, &pages);
            (before, ledger) = (ledger, known);
            let expected = Place::new();
            expected.publish(&pages).unwrap();
            prop_assert_eq!(place.tree(), expected.tree());
            prop_assert_eq!(place.manifest(), expected.manifest());
        }
    }
}

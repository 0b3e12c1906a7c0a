//! A publisher that is kept. Tests only.

use std::os::unix::fs::MetadataExt as _;
use std::sync::Arc;

use super::*;

/// A place, a publisher, and the last site that it was given.
struct Kept {
    place: Place,
    publisher: Publisher,
    site: Site,
}

impl Kept {
    fn new(how: How) -> Self {
        let mut kept = Self { place: Place { how, ..Place::new() }, publisher: Publisher::default(), site: site(SMALL) };
        kept.publish();
        kept
    }

    fn publish(&mut self) -> Published {
        let place = &self.place;
        let (book, content, theme) = (place.path("book"), place.path("book/content"), place.path("book/themes"));
        let sources = ProtectedFolders { book: &book, content: &content, theme: &theme };
        let published = self.publisher.publish(&self.site, &place.output(), &sources, place.how).unwrap();
        self.publisher.settle().unwrap();
        published
    }

    fn edit(&mut self, changes: &[(&str, Option<&str>)]) -> Published {
        for (path, text) in changes {
            let path = OutputPath::new(*path);
            match text {
                Some(text) => drop(self.site.files.insert(path, text.as_bytes().into())),
                None => drop(self.site.files.remove(&path)),
            }
        }
        self.publish()
    }

    /// That the output is what publishing to an empty folder would have made, and the foreign files.
    fn assert_as_new(&self, foreign: &[&str]) {
        let expected = Place::new();
        let files: Vec<(&str, &str)> =
            self.site.files.iter().map(|(path, text)| (path.as_str(), std::str::from_utf8(text).unwrap())).collect();
        expected.publish(&files).unwrap();
        foreign.iter().for_each(|path| expected.put(path, "mine"));
        assert_eq!(self.place.tree(), expected.tree());
        assert_eq!(self.place.manifest(), expected.manifest());
    }

    fn inode(&self, path: &str) -> u64 {
        fs::symlink_metadata(self.place.in_output(path)).unwrap().ino()
    }
}

#[test]
fn every_edit_gives_what_a_new_publisher_would_and_unchanged_files_keep_their_inode() {
    for how in [How::default(), IN_PLACE] {
        let mut kept = Kept::new(how);
        let png = kept.inode("stages/poc/plan.png");
        let both = |text| [("index.html", Some(text)), ("404.html", Some(text))];
        assert_eq!(Published { way: Way::Nothing, ..kept.edit(&both("2")) }, published(2, 2, 0));
        kept.assert_as_new(&[]);
        let rounds: [&[(&str, Option<&str>)]; 7] = [
            &[("index.html", Some("3"))],
            &[("new/deep/a.html", Some("1")), ("index.html", Some("4"))],
            &[("new/deep/a.html", Some("2")), ("new/deep/b.html", Some("2")), ("404.html", Some("5"))],
            &[("new/deep/a.html", None), ("new/deep/b.html", None), ("new", Some("a page now"))],
            &[("new", None), ("new/x.html", Some("6")), ("stages/poc/index.html", Some("6"))],
            &[("404.html", None)],
            &[],
        ];
        for round in rounds {
            kept.edit(round);
            kept.assert_as_new(&[]);
        }
        assert_eq!(kept.inode("stages/poc/plan.png"), png);
        let place = kept.place;
        drop(kept.publisher);
        assert_eq!(place.leftovers(), Vec::<String>::new());
    }
}

#[test]
fn folders_are_exchanged_and_one_file_is_renamed() {
    let mut kept = Kept::new(How::default());
    let first = kept.inode("");
    assert_eq!(kept.edit(&[("index.html", Some("2")), ("404.html", Some("2"))]).way, Way::Exchange);
    let second = kept.inode("");
    assert_eq!(kept.edit(&[("index.html", Some("3")), ("x.html", Some("3"))]).way, Way::Exchange);
    assert_eq!(kept.inode(""), first, "the two trees take turns");
    assert_eq!(kept.edit(&[("index.html", Some("4"))]).way, Way::InPlace);
    assert_eq!(kept.inode(""), first);
    assert_eq!(kept.edit(&[("index.html", Some("5")), ("x.html", None)]).way, Way::Exchange);
    assert_eq!(kept.inode(""), second);
    assert_eq!(kept.edit(&[]).way, Way::Nothing);
}

#[test]
fn what_others_put_anywhere_into_the_output_stays_there() {
    let mut kept = Kept::new(How::default());
    let mut foreign = Vec::new();
    let places = ["CNAME", ".git/head", "stages/poc/notes.txt", "stages/own/deep/x.txt", "later.txt", "stages/later.txt"];
    for (round, path) in places.into_iter().enumerate() {
        kept.place.put(path, "mine");
        foreign.push(path);
        let text = round.to_string();
        kept.edit(&[("index.html", Some(&text)), ("404.html", Some(&text))]);
        kept.assert_as_new(&foreign);
    }
    fs::remove_file(kept.place.in_output("stages/poc/notes.txt")).unwrap();
    foreign.retain(|path| *path != "stages/poc/notes.txt");
    kept.edit(&[("stages/poc/plan.png", None), ("stages/poc/index.html", None), ("new/index.html", Some("new"))]);
    kept.assert_as_new(&foreign);
    drop(kept.publisher);
    assert_eq!(kept.place.leftovers(), Vec::<String>::new());
}

#[test]
fn pages_that_others_removed_or_replaced_do_not_come_and_go() {
    let mut kept = Kept::new(How::default());
    let both = |text| [("stages/x.html", Some(text)), ("404.html", Some(text))];
    kept.edit(&both("2"));
    fs::remove_file(kept.place.in_output("stages/poc/plan.png")).unwrap();
    kept.place.put("replaced", "hacked");
    fs::rename(kept.place.in_output("replaced"), kept.place.in_output("index.html")).unwrap();
    for text in ["3", "4", "5"] {
        kept.edit(&both(text));
        kept.assert_as_new(&[]);
    }
}

#[test]
fn after_another_build_or_a_removed_folder_all_is_published_anew() {
    for how in [How::default(), IN_PLACE] {
        let mut kept = Kept::new(how);
        kept.place.publish(&[("other.html", "other")]).unwrap();
        assert_eq!(Published { way: Way::Nothing, ..kept.edit(&[("index.html", Some("2"))]) }, published(4, 0, 1));
        kept.assert_as_new(&[]);
        fs::remove_dir_all(kept.place.output()).unwrap();
        kept.edit(&[("index.html", Some("3"))]);
        kept.assert_as_new(&[]);
        fs::rename(kept.place.output(), kept.place.path("moved")).unwrap();
        kept.edit(&[("index.html", Some("4")), ("404.html", None)]);
        kept.assert_as_new(&[]);
    }
    let mut kept = Kept::new(How::default());
    fs::remove_dir_all(names::beside(&kept.place.output()).unwrap()).unwrap();
    kept.edit(&[("index.html", Some("2")), ("404.html", None)]);
    kept.assert_as_new(&[]);
}

#[test]
fn a_foreign_file_in_the_way_is_refused_as_ever_and_welcome_when_it_is_gone() {
    let mut kept = Kept::new(How::default());
    kept.place.put("new.html", "mine");
    let place = &kept.place;
    let (book, content, theme) = (place.path("book"), place.path("book/content"), place.path("book/themes"));
    let sources = ProtectedFolders { book: &book, content: &content, theme: &theme };
    let mut next = kept.site.clone();
    next.files.insert(OutputPath::new("new.html"), Arc::from(b"2".as_slice()));
    next.files.insert(OutputPath::new("index.html"), Arc::from(b"2".as_slice()));
    let error = kept.publisher.publish(&next, &place.output(), &sources, place.how).unwrap_err();
    assert!(matches!(error, PublishError::InTheWay { .. }), "{error}");
    kept.assert_as_new(&["new.html"]);
    fs::remove_file(kept.place.in_output("new.html")).unwrap();
    kept.site = next;
    kept.publish();
    kept.assert_as_new(&[]);
}

#[test]
fn after_a_kill_at_any_step_the_next_run_removes_the_spare_and_keeps_what_is_foreign() {
    let changes: &[(&str, Option<&str>)] = &[("index.html", Some("2")), ("404.html", None), ("new/a.html", Some("2"))];
    for steps in 1.. {
        let mut kept = Kept::new(How::default());
        kept.edit(&[("index.html", Some("1")), ("404.html", Some("1"))]);
        kept.place.put("CNAME", "mine");
        kept.place.put("stages/notes.txt", "mine");
        let before = kept.place.tree();
        let place = Place { how: How::default(), root: std::mem::replace(&mut kept.place.root, TempDir::new().unwrap()) };
        for (path, text) in changes {
            let path = OutputPath::new(*path);
            match text {
                Some(text) => drop(kept.site.files.insert(path, text.as_bytes().into())),
                None => drop(kept.site.files.remove(&path)),
            }
        }
        let (book, content, theme) = (place.path("book"), place.path("book/content"), place.path("book/themes"));
        let sources = ProtectedFolders { book: &book, content: &content, theme: &theme };
        steps::kill_at(steps);
        let outcome = kept.publisher.publish(&kept.site, &place.output(), &sources, place.how);
        steps::survive();
        std::mem::forget(kept.publisher);
        if outcome.is_err() {
            let home = fs::read_to_string(place.in_output("index.html")).unwrap();
            assert_eq!(home == "1", place.in_output("404.html").exists(), "{steps}");
            assert!(home == "2" || place.tree() == before, "{steps}");
        }
        kept.place = place;
        let files: Vec<(&str, &str)> =
            kept.site.files.iter().map(|(path, text)| (path.as_str(), std::str::from_utf8(text).unwrap())).collect();
        kept.place.publish(&files).unwrap();
        drop(files);
        kept.publisher = Publisher::default();
        kept.assert_as_new(&["CNAME", "stages/notes.txt"]);
        assert_eq!(kept.place.leftovers(), Vec::<String>::new(), "{steps}");
        if outcome.is_ok() {
            assert!(steps > 8, "{steps}");
            break;
        }
    }
}

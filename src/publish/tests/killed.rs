//! Killed or failed halfway. Tests only.

use super::*;
use crate::publish::manifest::Manifest;
use crate::publish::plan::{Entry, Plan, State};
use crate::publish::staging::Staging;

const OLD: Files = &[("a.html", "1"), ("gone/deep/x.html", "1"), ("gone/y.html", "1"), ("page", "1"), ("turn/z.html", "1"), ("u.css", "1")];
const NEW: Files =
    &[("a.html", "2"), ("fresh/deep/x.html", "2"), ("fresh/y.html", "2"), ("page/in.html", "2"), ("turn", "2"), ("u.css", "1")];

/// Publishes `files` and is killed after so many steps. True when it came to its end before.
fn killed(place: &Place, files: Files, steps: usize) -> bool {
    let (book, content, theme) = (place.path("book"), place.path("book/content"), place.path("book/themes"));
    let sources = ProtectedFolders { book: &book, content: &content, theme: &theme };
    steps::kill_at(steps);
    let outcome = Publication::begin(&place.output(), &sources, place.how).and_then(|publication| {
        // On this thread, whose steps are counted.
        files.iter().for_each(|(path, text)| publication.put(&OutputPath::new(*path), text.as_bytes()));
        publication.finish()
    });
    steps::survive();
    outcome.is_ok()
}

/// The pages of a tree, without what is foreign.
fn pages(place: &Place) -> Vec<String> {
    place.tree().into_iter().filter(|line| !line.contains("mine") && !line.ends_with('/') && !line.starts_with(".rollbook")).collect()
}

fn lines(files: Files) -> Vec<String> {
    let mut lines: Vec<String> = files.iter().map(|(path, text)| format!("{path} = {text}")).collect();
    lines.sort();
    lines
}

fn with_foreign_files(place: &Place) {
    place.put("CNAME", "mine");
    place.put("gone/deep/notes.txt", "mine");
    place.put("own/folder/x", "mine");
}

#[test]
fn after_a_kill_at_any_step_a_reader_sees_one_whole_site_and_the_next_run_finishes() {
    for next in [OLD, NEW, SMALL, &[]] {
        let mut finished = false;
        for steps in 1.. {
            let (place, expected) = (Place::new(), Place::new());
            place.publish(OLD).unwrap();
            with_foreign_files(&place);
            finished = killed(&place, NEW, steps);
            assert!([lines(OLD), lines(NEW)].contains(&pages(&place)), "{steps}: {:?}", place.tree());
            place.publish(next).unwrap();
            expected.publish(next).unwrap();
            with_foreign_files(&expected);
            assert_eq!(place.tree(), expected.tree(), "{steps}");
            assert_eq!(place.manifest(), expected.manifest());
            assert_eq!(place.leftovers(), Vec::<String>::new(), "{steps}");
            if finished {
                assert!(steps > 15, "{steps}");
                break;
            }
        }
        assert!(finished);
    }
}

#[test]
fn after_two_kills_in_a_row_the_next_run_finishes() {
    for first in (1..24).step_by(3) {
        for second in (1..24).step_by(3) {
            let (place, expected) = (Place::new(), Place::new());
            place.publish(OLD).unwrap();
            with_foreign_files(&place);
            killed(&place, NEW, first);
            killed(&place, OLD, second);
            place.publish(SMALL).unwrap();
            expected.publish(SMALL).unwrap();
            with_foreign_files(&expected);
            assert_eq!((place.tree(), place.manifest()), (expected.tree(), expected.manifest()), "{first} {second}");
            assert_eq!(place.leftovers(), Vec::<String>::new(), "{first} {second}");
        }
    }
}

#[test]
fn after_a_kill_in_place_every_file_is_whole_and_the_next_run_knows_all_that_is_ours() {
    for next in [OLD, NEW, SMALL, &[]] {
        for steps in 1.. {
            let (mut place, expected) = (Place { how: IN_PLACE, ..Place::new() }, Place::new());
            place.publish(OLD).unwrap();
            with_foreign_files(&place);
            let is_finished = killed(&place, NEW, steps);
            let whole = pages(&place);
            assert!(whole.iter().all(|line| lines(OLD).contains(line) || lines(NEW).contains(line)), "{steps}: {whole:?}");
            // The other way finishes it as well.
            place.how.in_place = steps % 2 == 0;
            place.publish(next).unwrap();
            expected.publish(next).unwrap();
            with_foreign_files(&expected);
            assert_eq!((place.tree(), place.manifest()), (expected.tree(), expected.manifest()), "{steps}");
            assert_eq!(place.leftovers(), Vec::<String>::new(), "{steps}");
            if is_finished {
                assert!(steps > 10, "{steps}");
                break;
            }
        }
    }
}

#[test]
fn a_first_run_that_is_killed_leaves_a_folder_that_counts_as_empty_or_the_site() {
    for place in empty() {
        for steps in 1..30 {
            killed(&place, SMALL, steps);
            place.check(&place.output()).unwrap();
            place.publish(SMALL).unwrap();
            assert_eq!((place.tree(), place.leftovers()), (small_tree().into_iter().map(str::to_owned).collect(), vec![]), "{steps}");
            fs::remove_dir_all(place.output()).unwrap();
        }
    }
}

#[test]
fn a_run_killed_before_its_first_manifest_leaves_a_folder_that_counts_as_empty() {
    let place = Place::new();
    fs::create_dir(place.output()).unwrap();
    std::mem::forget(write::stage_one(&place.output(), manifest::NAME, b"{\"sch").unwrap());
    place.check(&place.output()).unwrap();
    assert_eq!(place.publish(SMALL).unwrap(), published(4, 0, 0));
    assert_eq!(place.tree(), small_tree());
}

#[test]
fn a_half_written_manifest_beside_a_whole_one_is_cleared_away() {
    let place = Place::with_site();
    std::mem::forget(write::stage_one(&place.output(), manifest::NAME, b"{\"sch").unwrap());
    assert_eq!(place.publish(&[("index.html", "2")]).unwrap(), published(1, 0, 3));
    assert_eq!(place.tree(), ["index.html = 2"]);
}

#[test]
fn a_site_that_cannot_be_written_in_full_leaves_the_old_one_as_it_was() {
    for place in with_site() {
        let manifest = place.manifest();
        let long = "x".repeat(300);
        let error = place.publish(&[("a/b/new.html", "2"), ("index.html", "2"), (&long, "2"), ("z/new.html", "2")]).unwrap_err();
        assert!(matches!(&error, PublishError::Io { path, .. } if path.ends_with(&long)), "{error}");
        assert_eq!(place.tree(), small_tree(), "no page changed, no temporary file, no new folder");
        assert_eq!((place.manifest(), place.leftovers()), (manifest, vec![]));
        place.publish(&[("a/b/new.html", "2"), ("index.html", "2")]).unwrap();
    }
}

#[test]
fn after_a_failure_that_changed_nothing_names_that_were_never_written_are_not_ours() {
    for place in [Place::with_site(), Place::new()] {
        fs::create_dir_all(place.output()).unwrap();
        let old = Manifest::load(&place.output()).unwrap();
        let entries = [Entry { path: "a/b/new.html".to_owned(), state: State::New }];
        let (output, claimed) = (place.output(), manifest::claimed(old.as_ref()));
        let plan = Plan::new(&entries, &output, &claimed).unwrap();
        let staging = Staging::make(place.path("staging")).unwrap();
        staging.write("a/b/new.html", b"2").unwrap();
        place.put("a", "appeared after the plan was made");
        let before = place.tree();
        let new = Manifest::of(["a/b/new.html"]);
        let error = in_place::carry_out(&plan, &output, old.as_ref(), &new, Some(&staging)).unwrap_err();
        assert!(matches!(&error, PublishError::Io { path, .. } if path.ends_with("a")), "{error}");
        assert_eq!(place.tree(), before);
        fs::remove_file(place.in_output("a")).unwrap();
        assert_eq!(Manifest::load(&output).unwrap(), old);
    }
}

#[test]
fn a_rename_that_fails_leaves_whole_files_and_no_temporary_ones_and_the_next_run_finishes() {
    let place = Place { how: IN_PLACE, ..Place::with_site() };
    let old = Manifest::load(&place.output()).unwrap();
    let (output, claimed) = (place.output(), manifest::claimed(old.as_ref()));
    let entries = ["a.html", "b.html", "index.html"].map(|path| Entry { path: path.to_owned(), state: State::New });
    let plan = Plan::new(&entries, &output, &claimed).unwrap();
    let staging = Staging::make(output.join(names::INSIDE)).unwrap();
    entries.iter().for_each(|entry| drop(staging.write(&entry.path, b"2").unwrap()));
    fs::create_dir(place.in_output("b.html")).unwrap();
    let new = Manifest::of(["a.html", "b.html", "index.html"]);
    let error = in_place::carry_out(&plan, &output, old.as_ref(), &new, Some(&staging)).unwrap_err();
    assert!(matches!(&error, PublishError::Io { path, .. } if path.ends_with("b.html")), "{error}");
    drop(staging);
    assert_eq!(place.leftovers(), Vec::<String>::new());
    assert_eq!(fs::read_to_string(place.in_output("a.html")).unwrap(), "2");
    assert_eq!(fs::read_to_string(place.in_output("index.html")).unwrap(), "home", "the page that leads to the others comes last");
    fs::remove_dir(place.in_output("b.html")).unwrap();
    place.publish(&[("a.html", "2"), ("b.html", "2"), ("index.html", "2")]).unwrap();
    assert_eq!(place.tree(), ["a.html = 2", "b.html = 2", "index.html = 2"]);
}

#[test]
fn a_name_too_long_for_the_system_is_an_error_with_its_path_before_anything_is_written() {
    let place = Place::with_site();
    let long = "x".repeat(300);
    let error = place.publish(&[("index.html", "2"), (&long, "")]).unwrap_err().to_string();
    assert!(error.contains(&long), "{error}");
    assert_eq!(place.tree(), small_tree());
}

//! What holds when the whole folder is exchanged. Tests only.

use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};

use super::*;
use crate::publish::manifest::Manifest;

fn inode(path: &Path) -> u64 {
    fs::symlink_metadata(path).unwrap().ino()
}

fn way(place: &Place, files: &[(&str, &str)]) -> Way {
    let (book, content, theme) = (place.path("book"), place.path("book/content"), place.path("book/themes"));
    publish(&site(files), &place.output(), &ProtectedFolders { book: &book, content: &content, theme: &theme }, place.how).unwrap().way
}

#[test]
fn a_site_is_exchanged_as_a_whole_a_single_file_is_renamed_and_no_change_touches_nothing() {
    let place = Place::new();
    assert_eq!(way(&place, SMALL), Way::Exchange);
    let folder = inode(&place.output());
    assert_eq!(way(&place, SMALL), Way::Nothing);
    let one: Files = &[("404.html", "lost"), ("index.html", "2"), ("stages/poc/index.html", "poc"), ("stages/poc/plan.png", "png")];
    assert_eq!(way(&place, one), Way::InPlace);
    assert_eq!(inode(&place.output()), folder);
    assert_eq!(way(&place, SMALL), Way::InPlace);
    assert_eq!(way(&place, &[("404.html", "3"), ("index.html", "3")]), Way::Exchange);
    assert_ne!(inode(&place.output()), folder);
    assert_eq!(place.leftovers(), Vec::<String>::new());
}

#[test]
fn in_place_the_folder_stays_the_same() {
    let place = Place { how: IN_PLACE, ..Place::new() };
    place.publish(SMALL).unwrap();
    let folder = inode(&place.output());
    assert_eq!(way(&place, &[("404.html", "2"), ("index.html", "2")]), Way::InPlace);
    assert_eq!(inode(&place.output()), folder);
    assert_eq!(place.leftovers(), Vec::<String>::new());
}

#[test]
fn what_is_foreign_moves_across_as_it_is_at_any_depth() {
    let place = Place::with_site();
    place.put("CNAME", "example.org");
    place.put(".git/refs/head", "git");
    place.put(".well-known/x", "acme");
    place.put("stages/poc/notes.txt", "mine");
    place.put("stages/old/deep/mine.txt", "mine");
    symlink("nowhere", place.in_output("stages/link")).unwrap();
    symlink("..", place.in_output("up")).unwrap();
    let git = inode(&place.in_output(".git"));
    let notes = inode(&place.in_output("stages/poc/notes.txt"));
    assert_eq!(way(&place, &[("index.html", "2"), ("stages/index.html", "2")]), Way::Exchange);
    let expected = [
        ".git/",
        ".git/refs/",
        ".git/refs/head = git",
        ".well-known/",
        ".well-known/x = acme",
        "CNAME = example.org",
        "index.html = 2",
        "stages/",
        "stages/index.html = 2",
        "stages/link -> nowhere",
        "stages/old/",
        "stages/old/deep/",
        "stages/old/deep/mine.txt = mine",
        "stages/poc/",
        "stages/poc/notes.txt = mine",
        "up -> ..",
    ];
    assert_eq!(place.tree(), expected);
    assert_eq!((inode(&place.in_output(".git")), inode(&place.in_output("stages/poc/notes.txt"))), (git, notes));
    assert_eq!(place.leftovers(), Vec::<String>::new());
}

#[test]
fn pages_in_a_folder_of_others_join_what_is_there() {
    let place = Place::with_site();
    place.put("notes/mine.txt", "mine");
    place.put("notes/deep/mine.txt", "mine");
    place.publish(&[("index.html", "2"), ("notes/deep/index.html", "page"), ("notes/index.html", "page")]).unwrap();
    let expected = [
        "index.html = 2",
        "notes/",
        "notes/deep/",
        "notes/deep/index.html = page",
        "notes/deep/mine.txt = mine",
        "notes/index.html = page",
        "notes/mine.txt = mine",
    ];
    assert_eq!(place.tree(), expected);
}

#[test]
fn a_new_folder_has_the_rights_of_the_one_whose_place_it_takes() {
    let place = Place::with_site();
    fs::set_permissions(place.output(), fs::Permissions::from_mode(0o2751)).unwrap();
    assert_eq!(way(&place, &[("404.html", "2"), ("index.html", "2")]), Way::Exchange);
    assert_eq!(fs::metadata(place.output()).unwrap().mode() & 0o7777, 0o2751);
}

#[test]
fn what_appears_in_the_place_of_a_page_while_the_site_is_published_is_set_aside() {
    let place = Place::with_site();
    // After everything was checked, and just before the exchange.
    let tree = names::beside(&place.output()).unwrap();
    let old = Manifest::load(&place.output()).unwrap();
    Place::publish_to(&place, &place.path("next"), &[("index.html", "2"), ("new/page.html", "2"), ("x.html", "2")]).unwrap();
    fs::rename(place.path("next"), &tree).unwrap();
    place.put("new/page.html", "mine");
    place.put("new/more.txt", "mine too");
    place.put("bystander.txt", "mine as well");
    exchange::exchange(&tree, &place.output()).unwrap();
    let error = retire::retire(&tree, old.as_ref(), &place.output(), &[]).unwrap_err();
    let PublishError::SetAside { folder, .. } = &error else { panic!("{error}") };
    assert_eq!(fs::read_to_string(folder.join("new/page.html")).unwrap(), "mine");
    assert_eq!(fs::read_dir(folder).unwrap().count(), 1);
    let expected = ["bystander.txt = mine as well", "index.html = 2", "new/", "new/more.txt = mine too", "new/page.html = 2", "x.html = 2"];
    assert_eq!(place.tree(), expected);
    assert!(error.to_string().contains("They are kept in"), "{error}");
    place.publish(SMALL).unwrap();
}

#[test]
fn what_stands_where_the_new_site_is_made_is_not_touched() {
    for place in with_site() {
        for tree in [names::beside(&place.output()).unwrap(), place.in_output(names::INSIDE)] {
            fs::create_dir(&tree).unwrap();
            fs::write(tree.join("thesis.odt"), "years of work").unwrap();
            let error = place.publish(&[("index.html", "2"), ("x.html", "2")]).unwrap_err();
            assert!(matches!(&error, PublishError::NotOurTree { path } if *path == tree), "{error}");
            assert_eq!(fs::read_to_string(tree.join("thesis.odt")).unwrap(), "years of work");
            fs::remove_dir_all(&tree).unwrap();
            fs::write(&tree, "a file").unwrap();
            assert!(place.publish(&[("index.html", "2"), ("x.html", "2")]).is_err());
            fs::remove_file(&tree).unwrap();
            symlink(place.path("book"), &tree).unwrap();
            assert!(place.publish(&[("index.html", "2"), ("x.html", "2")]).is_err());
            fs::remove_file(&tree).unwrap();
        }
        assert!(place.path("book/content/guide").exists());
    }
}

#[test]
fn a_publication_that_is_given_up_leaves_nothing_and_the_old_site() {
    for place in with_site() {
        let (book, content, theme) = (place.path("book"), place.path("book/content"), place.path("book/themes"));
        let sources = ProtectedFolders { book: &book, content: &content, theme: &theme };
        for output in [place.output(), place.path("new/deep/site")] {
            let publication = Publication::begin(&output, &sources, place.how).unwrap();
            publication.put(&OutputPath::new("index.html"), b"2");
            publication.put(&OutputPath::new("a/b.html"), b"2");
            drop(publication);
            assert_eq!(place.leftovers(), Vec::<String>::new());
        }
        assert!(!place.path("new").exists());
        assert_eq!(place.tree(), small_tree());
    }
}

#[test]
fn an_output_that_goes_away_meanwhile_is_an_error_and_leaves_nothing() {
    let place = Place::with_site();
    let (book, content, theme) = (place.path("book"), place.path("book/content"), place.path("book/themes"));
    let sources = ProtectedFolders { book: &book, content: &content, theme: &theme };
    let publication = Publication::begin(&place.output(), &sources, place.how).unwrap();
    publication.put(&OutputPath::new("index.html"), b"2");
    fs::rename(place.output(), place.path("moved")).unwrap();
    publication.put(&OutputPath::new("a/b.html"), b"2");
    let error = publication.finish().unwrap_err();
    assert!(matches!(error, PublishError::Gone { .. }), "{error}");
    assert_eq!(place.leftovers(), Vec::<String>::new());
    assert_eq!(fs::read_to_string(place.path("moved/index.html")).unwrap(), "home");
    assert!(!place.output().exists());
}

#[test]
fn an_exchange_that_the_system_refuses_is_made_good_in_place() {
    let place = Place::with_site();
    let folder = inode(&place.output());
    place.put("CNAME", "example.org");
    place.put("stages/poc/notes.txt", "mine");
    steps::refuse_exchange(true);
    assert_eq!(way(&place, &[("404.html", "lost"), ("index.html", "2"), ("new/x.html", "2")]), Way::InPlace);
    assert_eq!(way(&place, &[("a.html", "3"), ("index.html", "3"), ("new/x.html", "3")]), Way::InPlace);
    let fresh = Place::new();
    assert_eq!(way(&fresh, SMALL), Way::Exchange, "an empty folder gives way to a plain rename");
    steps::refuse_exchange(false);
    assert_eq!(inode(&place.output()), folder);
    let expected = [
        "CNAME = example.org",
        "a.html = 3",
        "index.html = 3",
        "new/",
        "new/x.html = 3",
        "stages/",
        "stages/poc/",
        "stages/poc/notes.txt = mine",
    ];
    assert_eq!(place.tree(), expected);
    assert_eq!(place.leftovers(), Vec::<String>::new());
}

#[test]
fn a_folder_with_attributes_that_a_new_one_would_not_have_is_published_in_place() {
    let place = Place::with_site();
    let set = rustix::fs::setxattr(place.output(), "user.rollbook", b"mine", rustix::fs::XattrFlags::empty());
    if set.is_err() {
        eprintln!("skipped: no attributes on this file system");
        return;
    }
    assert_eq!(way(&place, &[("index.html", "2"), ("x.html", "2")]), Way::InPlace);
    assert_eq!(place.leftovers(), Vec::<String>::new());
}

//! Places that are no place for a site.

use std::fs;
use std::os::unix::fs::symlink;

use super::{BUILD, Place, assert_refusal, assert_same, said, tree};

fn to(output: &str) -> Vec<&str> {
    vec!["build", "--book", "book", "--as-of", "2026-01-07", "-o", output]
}

#[test]
fn an_output_that_would_harm_the_book_is_refused() {
    let place = Place::new("first");
    for (output, words) in [
        ("book/content", "is the book's content folder"),
        ("book/content/site", "lies inside the book's content folder"),
        ("book", "is the book's root"),
        (".", "contains the book's root"),
        ("/", "contains the book's root"),
        ("book/themes", "is the book's themes folder"),
    ] {
        place.assert_refused(&to(output), words);
    }
    symlink(place.path("book/content"), place.path("link")).unwrap();
    place.assert_refused(&to("link"), "is the book's content folder");
}

#[test]
fn a_file_where_a_folder_should_be_is_refused() {
    let place = Place::new("first");
    place.write("file", "mine");
    place.assert_refused(&to("file"), "must be a folder");
    place.assert_refused(&to("file/site"), "must be a folder");
    symlink("loop", place.path("loop")).unwrap();
    place.assert_refused(&to("loop"), "");
    symlink("nowhere", place.path("dangling")).unwrap();
    place.assert_refused(&to("dangling"), "leads nowhere");
}

#[test]
fn a_folder_of_somebody_else_is_refused() {
    let place = Place::new("first");
    place.write("out/thesis.odt", "years of work");
    place.assert_refused(BUILD, "holds `thesis.odt`");
}

#[test]
fn no_symlink_leads_out_of_the_output() {
    let place = Place::new("first");
    place.write("victim/pages/p1/index.html", "alive");
    place.built();
    fs::remove_dir_all(place.path("out/pages")).unwrap();
    symlink(place.path("victim/pages"), place.path("out/pages")).unwrap();
    let before = tree(&place.path("victim"));
    place.say("second");
    let output = place.build();
    assert_refusal(&output, "a symlink, which rollbook does not follow");
    assert_same(&tree(&place.path("victim")), &before, "what the symlink leads to");
    // One that is out of use is not followed either.
    fs::remove_dir_all(place.path("book/content/pages")).unwrap();
    let output = place.build();
    assert!(!said(&output).contains("panicked"));
    assert_same(&tree(&place.path("victim")), &before, "what the symlink leads to");
}

#[test]
fn an_output_that_is_a_symlink_is_where_it_leads() {
    let place = Place::new("first");
    fs::create_dir(place.path("real")).unwrap();
    symlink("real", place.path("out")).unwrap();
    place.built();
    place.say("second");
    place.built();
    assert!(fs::symlink_metadata(place.path("out")).unwrap().is_symlink());
    assert!(place.path("real/words/second/index.html").is_file());
    assert_eq!(place.left_over(), ["real"]);
}

#[test]
fn two_files_of_one_place_are_found_before_anything_is_written() {
    let place = Place::new("first");
    place.write("book/content/twice.md", "# a\n");
    place.write("book/content/twice/index.md", "# b\n");
    place.assert_refused(BUILD, "twice");
}

//! `rollbook build` on a disk: what it writes, keeps, removes and refuses.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads and writes files, and fails by panicking")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// A new folder with the skeleton book in it.
fn book() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    assert!(rollbook(folder.path(), &["init", "--minimal", "."]).status.success());
    folder
}

fn rollbook(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_rollbook")).args(arguments).current_dir(folder).env("NO_COLOR", "1").output().unwrap()
}

fn build(folder: &Path) -> Output {
    rollbook(folder, &["build", "--as-of", "2026-01-07"])
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_second_build_of_the_same_book_writes_nothing() {
    let book = book();
    assert!(build(book.path()).status.success());
    let again = build(book.path());
    assert!(said(&again).contains(" 0 written, 0 removed"), "{}", said(&again));
}

#[test]
fn a_build_with_an_error_leaves_the_old_site_as_it_is() {
    let book = book();
    build(book.path());
    let page = book.path().join("site/index.html");
    let before = fs::read(&page).unwrap();
    fs::write(book.path().join("content/index.md"), "Changed, and [broken](nowhere.md).\n").unwrap();
    let broken = build(book.path());
    assert_eq!(broken.status.code(), Some(1));
    assert!(said(&broken).contains("content/index.md:1:23"), "{}", said(&broken));
    assert_eq!(fs::read(&page).unwrap(), before);
}

#[test]
fn a_first_build_with_an_error_writes_nothing_at_all() {
    let book = book();
    fs::write(book.path().join("content/index.md"), "[broken](nowhere.md)\n").unwrap();
    assert_eq!(build(book.path()).status.code(), Some(1));
    assert!(!book.path().join("site").exists());
}

#[test]
fn check_writes_nothing() {
    let book = book();
    assert!(rollbook(book.path(), &["check", "--as-of", "2026-01-07"]).status.success());
    assert!(!book.path().join("site").exists());
}

#[test]
fn a_deleted_source_takes_its_page_along_and_foreign_files_stay() {
    let book = book();
    fs::write(book.path().join("content/notes.md"), "# Notes\n").unwrap();
    build(book.path());
    assert!(book.path().join("site/notes/index.html").exists());
    fs::write(book.path().join("site/CNAME"), "handbook.example.org").unwrap();
    fs::remove_file(book.path().join("content/notes.md")).unwrap();
    assert!(build(book.path()).status.success());
    assert!(!book.path().join("site/notes").exists());
    assert!(book.path().join("site/CNAME").exists());
}

#[test]
fn a_folder_that_is_not_ours_is_refused() {
    let book = book();
    fs::create_dir(book.path().join("site")).unwrap();
    fs::write(book.path().join("site/thesis.tex"), "years of work").unwrap();
    assert_eq!(build(book.path()).status.code(), Some(1));
    assert_eq!(fs::read_dir(book.path().join("site")).unwrap().count(), 1);
    let into_content = rollbook(book.path(), &["build", "-o", "content"]);
    assert_eq!(into_content.status.code(), Some(1));
}

#[test]
fn a_template_of_the_book_shadows_the_built_in_one_and_its_faults_have_a_place() {
    let book = book();
    let templates = book.path().join("themes/default/templates");
    fs::create_dir_all(&templates).unwrap();
    fs::write(templates.join("home.html"), "<!doctype html><title>{{ page.title }}</title>\n<p>our own</p>\n").unwrap();
    assert!(build(book.path()).status.success());
    assert!(fs::read_to_string(book.path().join("site/index.html")).unwrap().contains("our own"));
    fs::write(templates.join("home.html"), "<!doctype html>\n<p>{{ page.titel }}</p>\n").unwrap();
    let broken = build(book.path());
    assert_eq!(broken.status.code(), Some(1));
    assert!(said(&broken).contains("themes/default/templates/home.html:2:12"), "{}", said(&broken));
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_book_and_a_file_that_is_not_text_are_findings() {
    let (book, outside) = (book(), tempfile::tempdir().unwrap());
    fs::write(outside.path().join("secret.md"), "# Secret\n").unwrap();
    std::os::unix::fs::symlink(outside.path(), book.path().join("content/outside")).unwrap();
    fs::write(book.path().join("content/latin.md"), b"caf\xe9\n").unwrap();
    let output = build(book.path());
    assert_eq!(output.status.code(), Some(1));
    let said = said(&output);
    assert!(said.contains("content/latin.md") && said.contains("0xE9"), "{said}");
    assert!(said.contains("content/outside") && said.contains("leads out of the book"), "{said}");
    assert!(!said.contains("secret"), "{said}");
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_fine() {
    let book = book();
    fs::write(book.path().join("content/windows.md"), "\u{feff}---\r\ntitle: Windows\r\ntags: x\r\n---\r\n\r\nText.\r\n").unwrap();
    let output = build(book.path());
    assert!(said(&output).contains("content/windows.md:3:1"), "{}", said(&output));
    fs::write(book.path().join("content/windows.md"), "\u{feff}---\r\ntitle: Windows\r\n---\r\n\r\nText.\r\n").unwrap();
    assert!(build(book.path()).status.success());
}

#[test]
fn a_file_that_cannot_be_read_costs_one_finding_and_not_one_for_each_link_to_it() {
    let book = book();
    fs::write(book.path().join("content/stages/02-b.md"), b"---\nchecklist: [Y]\n---\n\xff\n").unwrap();
    fs::write(book.path().join("content/causes.md"), "[[b]], [[b/y]] and [b](stages/02-b.md#there)\n").unwrap();
    fs::create_dir_all(book.path().join("content/projects")).unwrap();
    fs::write(book.path().join("content/projects/p.md"), "---\nstages: { b: { items: { y: done } } }\n---\n").unwrap();
    let output = build(book.path());
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("\n1 error: nothing was written"), "{}", said(&output));
}

#[test]
fn a_content_folder_that_has_vanished_leaves_the_old_site_as_it_is() {
    let book = book();
    assert!(build(book.path()).status.success());
    fs::rename(book.path().join("content"), book.path().join("contents")).unwrap();
    assert_eq!(build(book.path()).status.code(), Some(1));
    assert!(book.path().join("site/stages/index.html").exists());
}

//! `rollbook watch` as a process: what it says, what it keeps on the disk, how it ends.
#![cfg(all(unix, feature = "serve"))]
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads and writes files, and fails by panicking")]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::Output;

mod running;

use running::{Running, book, rollbook, until};

fn start(book: &Path, arguments: &[&str]) -> Running {
    Running::start(book, &[&["watch", "--as-of", "2026-01-07"], arguments].concat())
}

/// The files of a site, without the manifest, by path.
fn site(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = walkdir::WalkDir::new(folder).into_iter().flatten().filter(|entry| entry.file_type().is_file());
    files.map(|entry| (entry.path().strip_prefix(folder).unwrap().to_owned(), fs::read(entry.path()).unwrap_or_default())).collect()
}

/// Whether the folder is what `build` makes of the book now.
fn is_clean(book: &Path, output: &str) -> bool {
    let clean = tempfile::tempdir().unwrap();
    let built: Output = rollbook(book, &["build", "--as-of", "2026-01-07", "-o"]).arg(clean.path().join("site")).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    site(&clean.path().join("site")) == site(&book.join(output))
}

#[track_caller]
fn settles(book: &Path, running: &Running) {
    until(|| is_clean(book, "site"), || format!("the folder is not what `build` makes; it said:\n{}", running.said()));
}

#[test]
fn the_site_follows_the_book_and_ctrl_c_ends_it() {
    let book = book();
    let running = start(book.path(), &[]);
    running.says("watching for changes", 0);
    assert!(running.said().starts_with("built site as of 2026-01-07: "), "{}", running.said());
    settles(book.path(), &running);

    fs::write(book.path().join("content/index.md"), "Changed.\n").unwrap();
    running.says(" content/index.md: 3 files written in ", 0);
    settles(book.path(), &running);

    fs::write(book.path().join("content/a.md"), "A.\n").unwrap();
    running.says(" content/a.md: ", 0);
    fs::remove_file(book.path().join("content/a.md")).unwrap();
    running.says(" written, 1 removed in ", 0);
    settles(book.path(), &running);
    assert_eq!(running.interrupt().signal(), Some(2), "ended by the signal itself");
}

#[test]
fn a_broken_book_keeps_the_old_site_and_says_why_once() {
    let book = book();
    let running = start(book.path(), &["--timings"]);
    running.says("watching for changes", 0);
    let good = site(&book.path().join("site"));
    let page = book.path().join("content/index.md");
    fs::write(&page, "[broken](nowhere.md)\n").unwrap();
    running.says(" content/index.md: 1 error: nothing was written", 0);
    fs::write(&page, "\nMore words, and [broken](nowhere.md)\n").unwrap();
    running.says(" content/index.md: 1 error: nothing was written (1 error as before)", 0);
    assert_eq!(running.said().matches("error[broken-link]").count(), 1, "{}", running.said());
    fs::write(&page, "[broken](nowhere.md), [also](nowhere-else.md)\n").unwrap();
    running.says("2 errors: nothing was written (1 error as before)", 0);
    assert_eq!(running.said().matches("error[broken-link]").count(), 2, "{}", running.said());
    assert_eq!(site(&book.path().join("site")), good);

    fs::write(&page, "Mended.\n").unwrap();
    running.says(" content/index.md: 3 files written in ", 0);
    running.says(", no errors any more", 0);
    running.says("render ", 4);
    settles(book.path(), &running);
}

#[test]
fn a_book_that_is_broken_at_the_start_is_waited_for() {
    let book = book();
    let page = book.path().join("content/index.md");
    fs::write(&page, "[broken](nowhere.md)\n").unwrap();
    let running = start(book.path(), &["--quiet"]);
    running.says("1 error: nothing was written", 0);
    assert!(!book.path().join("site").exists());
    fs::write(&page, "Mended.\n").unwrap();
    settles(book.path(), &running);
    assert!(!running.said().contains("Mended") && !running.said().contains(" written in "), "it was told to be quiet: {}", running.said());
}

#[test]
fn a_site_that_somebody_deleted_is_written_anew() {
    let book = book();
    let running = start(book.path(), &["-o", "public", "--base-url", "https://example.org/b"]);
    running.says("watching for changes", 0);
    let before = site(&book.path().join("public"));
    fs::remove_dir_all(book.path().join("public")).unwrap();
    fs::write(book.path().join("content/index.md"), "Changed.\n").unwrap();
    running.says(" content/index.md: ", 0);
    until(|| site(&book.path().join("public")).keys().eq(before.keys()), || format!("the site is not whole; it said:\n{}", running.said()));
}

#[test]
fn what_could_not_be_published_is_tried_again_until_it_can() {
    let book = book();
    let running = start(book.path(), &[]);
    running.says("watching for changes", 0);
    let (site, away) = (book.path().join("site"), book.path().join("away"));
    fs::rename(&site, &away).unwrap();
    fs::create_dir(&site).unwrap();
    fs::write(site.join("thesis.tex"), "years of work").unwrap();
    for text in ["Changed.\n", "Changed again.\n"] {
        fs::write(book.path().join("content/index.md"), text).unwrap();
        running.says(" content/index.md: not written yet", running.said().matches("not written yet").count());
    }
    fs::write(book.path().join("content/index.md"), "[broken](nowhere.md)\n").unwrap();
    running.says("1 error: nothing was written", 0);
    fs::write(book.path().join("content/index.md"), "Changed at last.\n").unwrap();
    running.says(" content/index.md: not written yet", 2);
    assert_eq!(running.said().matches("it is tried again every 3 s").count(), 1, "{}", running.said());
    assert_eq!(fs::read_dir(&site).unwrap().count(), 1);
    fs::remove_dir_all(&site).unwrap();
    running.says(" files written in ", 0);
    settles(book.path(), &running);
}

#[test]
fn polling_keeps_a_site_too() {
    let book = book();
    let running = start(book.path(), &["--poll", "0.2"]);
    running.says("watching for changes", 0);
    fs::rename(book.path().join("content/index.md"), book.path().join("content/start.md")).unwrap();
    running.says(" content/index.md and content/start.md: ", 0);
    settles(book.path(), &running);
}

#[test]
fn what_will_not_mend_itself_is_a_failure() {
    let run = |book: &Path, arguments: &[&str]| {
        let output = rollbook(book, &[&["watch"], arguments].concat()).output().unwrap();
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let book = book();
    let (code, said) = run(book.path(), &["--book", "nowhere"]);
    assert_eq!(code, Some(1));
    assert!(said.starts_with("error: there is no book here: `nowhere` has no `book.toml`; start one with `rollbook init`, "), "{said}");
    fs::create_dir(book.path().join("site")).unwrap();
    fs::write(book.path().join("site/thesis.tex"), "years of work").unwrap();
    let (code, said) = run(book.path(), &[]);
    assert_eq!(code, Some(1));
    assert!(said.contains("thesis.tex"), "{said}");
    assert_eq!(run(book.path(), &["--poll", "0"]).0, Some(2));
}

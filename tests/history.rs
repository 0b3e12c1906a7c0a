//! What pages say of the history of their files: `rollbook build` in repositories of git whose times are fixed.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads and writes files, and fails by panicking")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

/// 2026-03-01 at 23:30 in UTC.
const LATE: &str = "@1772407800 +0000";

fn git(folder: &Path, args: &[&str]) {
    let mut git = Command::new("git");
    git.arg("-C").arg(folder).args(["-c", "user.name=A", "-c", "user.email=a@a.example", "-c", "commit.gpgsign=false"]).args(args);
    let output = git.env("GIT_AUTHOR_DATE", LATE).env("GIT_COMMITTER_DATE", LATE).output().unwrap();
    assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn build(book: &Path) -> Output {
    let output =
        Command::new(env!("CARGO_BIN_EXE_rollbook")).args(["build", "--as-of", "2026-06-01", "--book"]).arg(book).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn page(book: &Path, page: &str) -> String {
    fs::read_to_string(book.join("site").join(page)).unwrap()
}

/// A book whose one commit is as late as [`LATE`], and a page that was not committed.
fn book(config: &str) -> TempDir {
    let book = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = book.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("book.toml", &format!("[book]\nid = \"b\"\nstart = 2026-01-05\n{config}"));
    write(".gitignore", "/site\n");
    write("content/index.md", "# B\n");
    write("content/stages/01-a.md", "---\nchecklist: [One]\n---\n");
    git(book.path(), &["init", "--quiet"]);
    git(book.path(), &["add", "--all"]);
    git(book.path(), &["commit", "--quiet", "--message", "x"]);
    write("content/guide/new.md", "# New\n");
    book
}

#[test]
fn a_page_says_the_day_of_its_last_commit_in_the_time_zone_of_the_book() {
    let shown = |config: &str| {
        let book = book(config);
        build(book.path());
        assert!(!page(book.path(), "guide/new/index.html").contains("class=\"updated\""), "it was never committed");
        assert!(!page(book.path(), "calendar/index.html").contains("class=\"updated\""), "it has no file of its own");
        page(book.path(), "stages/a/index.html")
    };
    assert!(shown("").contains("<time datetime=\"2026-03-01\">Last updated 1 March 2026</time>"));
    let vienna = shown("timezone = \"Europe/Vienna\"\nlanguage = \"de\"\n");
    assert!(vienna.contains("<time datetime=\"2026-03-02\">Zuletzt geändert am 2. März 2026</time>"));
}

#[test]
fn the_same_history_gives_the_same_bytes() {
    let book = book("");
    build(book.path());
    assert!(said(&build(book.path())).contains(" 0 written"), "the second build changed something");
}

#[test]
fn of_a_shallow_clone_it_is_said_how_much_is_not_known() {
    let book = book("");
    git(book.path(), &["add", "--all"]);
    git(book.path(), &["commit", "--quiet", "--message", "y"]);
    let clone = tempfile::tempdir().unwrap();
    git(clone.path(), &["clone", "--quiet", "--depth", "1", &format!("file://{}", book.path().display()), "."]);
    assert!(said(&build(clone.path())).contains("this clone is shallow: when 3 files were last changed is not known"));
    assert!(!page(clone.path(), "stages/a/index.html").contains("class=\"updated\""));
    git(clone.path(), &["fetch", "--quiet", "--unshallow"]);
    assert!(!said(&build(clone.path())).contains("shallow"));
    assert!(page(clone.path(), "stages/a/index.html").contains("class=\"updated\""));
}

#[test]
fn without_a_repository_nothing_is_said() {
    let book = book("");
    fs::remove_dir_all(book.path().join(".git")).unwrap();
    let output = build(book.path());
    assert_eq!(said(&output).lines().count(), 1, "{}", said(&output));
    assert!(!page(book.path(), "stages/a/index.html").contains("class=\"updated\""));
}

#[test]
fn pages_lead_to_the_editor_and_to_a_report_at_the_host() {
    let book = book("repository = \"https://gitlab.com/a/b\"\n");
    build(book.path());
    let stage = page(book.path(), "stages/a/index.html");
    assert!(stage.contains("href=\"https://gitlab.com/a/b/-/edit/main/content/stages/01-a.md\""));
    let report = "https://gitlab.com/a/b/-/issues/new?issue%5Btitle%5D=Problem%20on%20the%20page%20%E2%80%9CA%E2%80%9D&amp;issue%5Bdescription%5D=Page";
    assert!(stage.contains(report), "{stage}");
    let calendar = page(book.path(), "calendar/index.html");
    assert!(calendar.contains("calendar%2Findex.html") && !calendar.contains("/-/edit/"));
    assert!(!page(book.path(), "404.html").contains("/issues/new"));
}

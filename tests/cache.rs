//! What is kept of one run for the next makes a build faster, and never another one, whatever has become of it.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads and writes files, and fails by panicking")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// Every file below a folder.
fn tree(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = walkdir::WalkDir::new(root).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    files.map(|entry| (entry.path().strip_prefix(root).unwrap().to_owned(), fs::read(entry.path()).unwrap())).collect()
}

/// A book with blocks of code in several languages.
fn book() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("content")).unwrap();
    fs::write(folder.path().join("book.toml"), "[book]\nid = \"b\"\nstart = 2026-01-05\n[build]\nsearch = false\n").unwrap();
    for n in 0..4 {
        let page = format!(
            "# Page {n}\n\n```yaml\nkey: {n} # why\n```\n\n```bash\necho \"{n}\" | tee log\n```\n\n```text\nplain {n}\n```\n\n    indented {n}\n"
        );
        fs::write(folder.path().join(format!("content/page-{n}.md")), page).unwrap();
    }
    folder
}

fn command(book: &Path, output: &str, cache: &Path, options: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rollbook"));
    command.args(["build", "--timings", "--as-of", "2026-06-01", "-o", output]).args(options).current_dir(book);
    command.env("NO_COLOR", "1").env("ROLLBOOK_CACHE", cache).env_remove("XDG_CACHE_HOME");
    command
}

/// What a build has said, and its site.
fn result(book: &Path, output: &str, done: Output) -> (String, BTreeMap<PathBuf, Vec<u8>>) {
    let said = String::from_utf8(done.stderr).unwrap();
    assert!(done.status.success(), "{said}");
    let site = tree(&book.join(output));
    fs::remove_dir_all(book.join(output)).unwrap();
    (said, site)
}

fn build(book: &Path, cache: &Path, options: &[&str]) -> (String, BTreeMap<PathBuf, Vec<u8>>) {
    result(book, "out", command(book, "out", cache, options).output().unwrap())
}

#[test]
fn a_warm_build_equals_a_cold_one_and_says_what_it_did_not_have_to_do() {
    let (book, cache) = (book(), tempfile::tempdir().unwrap());
    let (said, cold) = build(book.path(), cache.path(), &[]);
    assert!(said.contains(" 8 code blocks\n"), "{said}");
    let kept = tree(cache.path());
    assert_eq!(kept.len(), 1, "all that is new is in one pack");
    let (said, warm) = build(book.path(), cache.path(), &[]);
    assert!(said.contains(" 8 code blocks, 8 from the cache\n"), "{said}");
    assert_eq!(warm, cold);
    assert_eq!(tree(cache.path()), kept);

    fs::write(book.path().join("content/page-9.md"), "```yaml\nnew: 9\n```\n").unwrap();
    let (said, _) = build(book.path(), cache.path(), &[]);
    assert!(said.contains(" 9 code blocks, 8 from the cache\n"), "{said}");
    let (said, _) = build(book.path(), cache.path(), &[]);
    assert!(said.contains(" 9 code blocks, 9 from the cache\n"), "{said}");
    assert_eq!(tree(cache.path()).len(), 2);
}

#[test]
fn a_build_that_is_told_so_neither_reads_nor_keeps_anything() {
    let (book, cache) = (book(), tempfile::tempdir().unwrap());
    let (said, cold) = build(book.path(), cache.path(), &["--no-cache"]);
    assert!(said.contains(" 8 code blocks\n") && !said.contains("new code blocks"), "{said}");
    assert!(tree(cache.path()).is_empty());
    build(book.path(), cache.path(), &[]);
    let (said, again) = build(book.path(), cache.path(), &["--no-cache"]);
    assert!(said.contains(" 8 code blocks\n"), "{said}");
    assert_eq!(again, cold);
}

#[test]
fn builds_at_once_make_the_same_as_one_alone() {
    let (book, cache) = (book(), tempfile::tempdir().unwrap());
    let (_, cold) = build(book.path(), cache.path(), &["--no-cache"]);
    for _ in 0..3 {
        let outputs = ["a", "b", "c"];
        let running: Vec<_> = outputs
            .map(|output| {
                let piped = std::process::Stdio::piped();
                command(book.path(), output, cache.path(), &[]).stderr(piped).spawn().unwrap()
            })
            .into();
        for (running, output) in running.into_iter().zip(outputs) {
            assert_eq!(result(book.path(), output, running.wait_with_output().unwrap()).1, cold);
        }
    }
    let (said, warm) = build(book.path(), cache.path(), &[]);
    assert!(said.contains(" 8 code blocks, 8 from the cache\n"), "{said}");
    assert_eq!(warm, cold);
}

#[test]
fn damage_anywhere_makes_no_other_site() {
    let (book, cache) = (book(), tempfile::tempdir().unwrap());
    let (_, cold) = build(book.path(), cache.path(), &[]);
    let (path, whole) = tree(cache.path()).pop_first().unwrap();
    let path = cache.path().join(path);
    // Every byte of a pack is the unit tests' to change: a process each would take minutes.
    for at in (0..whole.len()).step_by(whole.len() / 5) {
        let mut damaged = whole.clone();
        damaged[at] ^= 1;
        fs::write(&path, damaged).unwrap();
        assert_eq!(build(book.path(), cache.path(), &[]).1, cold, "byte {at}");
        build(book.path(), cache.path(), &[]);
        let (said, _) = build(book.path(), cache.path(), &[]);
        assert!(said.contains(" 8 code blocks, 8 from the cache\n"), "byte {at}: {said}");
        tree(cache.path()).keys().for_each(|file| fs::remove_file(cache.path().join(file)).unwrap());
    }
}

#[test]
fn a_place_where_nothing_can_be_kept_costs_a_note_and_not_the_build() {
    let (book, cache) = (book(), tempfile::tempdir().unwrap());
    let file = cache.path().join("file");
    fs::write(&file, "in the way").unwrap();
    let (said, _) = build(book.path(), &file, &[]);
    assert!(said.contains("new code blocks can't be kept: "), "{said}");
}

#[cfg(unix)]
#[test]
fn without_a_home_nothing_is_kept_and_nothing_said() {
    let (book, home) = (book(), tempfile::tempdir().unwrap());
    let run = |set: &[(&str, &Path)]| {
        let mut command = command(book.path(), "out", Path::new(""), &[]);
        command.env_remove("HOME").env_remove("ROLLBOOK_CACHE").envs(set.iter().copied());
        result(book.path(), "out", command.output().unwrap()).0
    };
    for set in [&[][..], &[("HOME", Path::new(""))], &[("HOME", Path::new("relative")), ("XDG_CACHE_HOME", Path::new("caches"))]] {
        let said = run(set);
        assert!(!said.contains("new code blocks") && !said.contains("cache"), "{said}");
        assert!(["relative", "caches", ".cache"].iter().all(|name| !book.path().join(name).exists()));
    }
    run(&[("HOME", home.path())]);
    assert!(tree(home.path()).keys().all(|file| file.starts_with(".cache/rollbook/code")));
    assert_eq!(tree(home.path()).len(), 1);
}

//! Same files and same as-of date give the same bytes: on any number of threads, in any time zone, from any folder.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads and writes files, and fails by panicking")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Every file below a folder, by its path in it.
fn tree(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.insert(path.strip_prefix(root).unwrap().to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    files
}

/// Starts the default book in a new folder and builds it there under that environment.
fn build(environment: &[(&str, &str)]) -> BTreeMap<PathBuf, Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rollbook"));
        command.args(arguments).current_dir(folder.path()).envs(environment.iter().copied());
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    run(&["init", "book"]);
    run(&["build", "--book", "book", "--as-of", "2026-06-01", "-o", "out"]);
    tree(&folder.path().join("out"))
}

#[test]
fn threads_time_zone_and_folder_leave_no_trace_in_the_site() {
    let one = build(&[("RAYON_NUM_THREADS", "1"), ("TZ", "Pacific/Kiritimati"), ("LANG", "C")]);
    let two = build(&[("RAYON_NUM_THREADS", "2"), ("TZ", "America/New_York"), ("LANG", "pl_PL.UTF-8")]);
    assert!(one.len() > 30, "the default book has more pages than that");
    let differing: Vec<&PathBuf> = one.keys().chain(two.keys()).filter(|path| one.get(*path) != two.get(*path)).collect();
    assert_eq!(differing, Vec::<&PathBuf>::new());
}

#[test]
fn source_date_epoch_is_read_in_the_books_time_zone() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("content")).unwrap();
    fs::write(folder.path().join("book.toml"), "[book]\nid = \"b\"\nstart = 2026-01-05\ntimezone = \"Pacific/Kiritimati\"\n").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_rollbook"));
    command.args(["status", "--format", "json"]).current_dir(folder.path());
    // 2026-05-31T12:00:00Z is the next day already on Kiritimati, which is 14 hours ahead.
    let output = command.env("SOURCE_DATE_EPOCH", "1780228800").env("TZ", "UTC").output().unwrap();
    assert!(String::from_utf8_lossy(&output.stdout).contains("\"as_of\":\"2026-06-01\""), "{output:?}");
}

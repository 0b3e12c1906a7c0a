//! What commands do where nothing can be printed: on a disk that is full, and for a reader that has gone.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads and writes files, and fails by panicking")]

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};

/// A command that prints to stderr, for a book in that folder. The last ones fail, and would say so.
const COMMANDS: [&[&str]; 11] = [
    &["check"],
    &["check", "--timings"],
    &["build"],
    &["set", "one/a", "--state", "done", "--timings"],
    &["decide", "main", "gate:one", "go", "--by", "A", "--because", "B", "--timings"],
    &["init", "new"],
    &["schema", "--write"],
    &["status", "--book", "broken"],
    &["tick", "one/a", "--book", "broken"],
    &["import", "tasks", "no-such-file.md"],
    &["check", "--as-of", "never"],
];

fn book() -> tempfile::TempDir {
    let book = tempfile::tempdir().unwrap();
    for (folder, text) in [(".", "---\ngate: { question: Go? }\nchecklist: [A]\n---\n"), ("broken", "---\ntitel: A\n---\n")] {
        let folder = book.path().join(folder);
        fs::create_dir_all(folder.join("content/stages")).unwrap();
        fs::write(folder.join("book.toml"), "[book]\nid = \"b\"\nstart = 2026-01-05\n").unwrap();
        fs::write(folder.join("content/stages/01-one.md"), text).unwrap();
    }
    book
}

fn exit_code(book: &Path, arguments: &[&str], stdout: Stdio, stderr: Stdio) -> Option<i32> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rollbook"));
    let command = command.args(arguments).current_dir(book).env("SOURCE_DATE_EPOCH", "1767600000");
    command.stdout(stdout).stderr(stderr).status().unwrap().code()
}

/// A disk without room.
fn full() -> Stdio {
    Stdio::from(File::options().write(true).open("/dev/full").unwrap())
}

/// A pipe that nobody reads any more.
fn left() -> Stdio {
    let (_, writer) = std::io::pipe().unwrap();
    Stdio::from(writer)
}

#[test]
fn what_cannot_be_said_is_a_failure_and_no_panic() {
    for arguments in COMMANDS {
        let code = exit_code(book().path(), arguments, Stdio::null(), full());
        assert_eq!(code, Some(if arguments.contains(&"never") { 2 } else { 1 }), "{arguments:?}");
    }
    for arguments in [&["finding"][..], &["status"], &["--help"], &["man"]] {
        assert_eq!(exit_code(book().path(), arguments, full(), Stdio::null()), Some(1), "{arguments:?}");
        assert_eq!(exit_code(book().path(), arguments, full(), full()), Some(1), "{arguments:?}");
    }
}

#[test]
fn a_reader_that_has_gone_changes_no_exit_code() {
    for arguments in COMMANDS {
        let expected = exit_code(book().path(), arguments, Stdio::null(), Stdio::null());
        assert_eq!(exit_code(book().path(), arguments, left(), left()), expected, "{arguments:?}");
    }
}

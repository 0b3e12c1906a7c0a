//! Several commands at once on the same file of a book: none undoes what another has written.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads and writes files, and fails by panicking")]

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};

const ITEMS: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];

fn rollbook(folder: &Path, arguments: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rollbook"));
    let command = command.args(arguments).current_dir(folder).env("NO_COLOR", "1").env("RAYON_NUM_THREADS", "1");
    command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
}

#[test]
fn as_many_ticks_are_in_the_file_as_commands_say_that_they_wrote_one() {
    let book = tempfile::tempdir().unwrap();
    assert!(rollbook(book.path(), &["init", "--minimal", "."]).wait().unwrap().success());
    fs::write(book.path().join("content/stages/01-first-stage.md"), format!("---\nchecklist: [{}]\n---\n", ITEMS.join(", "))).unwrap();
    let project = book.path().join("content/projects/p.md");
    fs::create_dir(project.parent().unwrap()).unwrap();
    for _ in 0..8 {
        fs::write(&project, "---\ntitle: P\n---\n").unwrap();
        let ticks = ITEMS.map(|item| rollbook(book.path(), &["tick", "p", &format!("first-stage/{item}"), "--as-of", "2026-06-01"]));
        let mut written = 0;
        for tick in ticks {
            let output = tick.wait_with_output().unwrap();
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            written += usize::from(output.status.success());
            assert!(output.status.success() || said.contains("this file was changed meanwhile; try again"), "{said}");
        }
        let text = fs::read_to_string(&project).unwrap();
        assert!(written > 0);
        assert_eq!(text.matches(": 2026-06-01").count(), written, "{text}");
    }
}

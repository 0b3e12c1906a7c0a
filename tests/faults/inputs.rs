//! Files that are larger or odder than anybody writes.

use std::fs;
use std::os::unix::fs::symlink;
use std::time::{Duration, Instant};

use super::{Place, announce, said};

/// Builds a book with a file more, in time and memory that are bearable, without a panic; tells whether it was published.
fn builds_with(path: &str, bytes: impl AsRef<[u8]>) -> bool {
    let place = Place::new("first");
    place.write(&format!("book/content/{path}"), bytes);
    let start = Instant::now();
    let output = place.build();
    let said = said(&output);
    assert!(start.elapsed() < Duration::from_secs(240), "{path} took {:?}", start.elapsed());
    assert!(matches!(output.status.code(), Some(0 | 1)), "{path}: {:?}\n{said}", output.status);
    assert!(!said.contains("panicked"), "{path}: {said}");
    assert!(output.status.success() || said.contains(path), "a refusal names the file: {}", &said[..said.len().min(2000)]);
    assert!(output.status.success() || !place.path("out").exists(), "{path}: nothing is published with an error");
    output.status.success()
}

#[test]
fn a_markdown_file_of_100_mb_is_refused() {
    let paragraph = "Plain words of a paragraph that is like all others, with *some* emphasis.\n\n";
    assert!(!builds_with("large.md", paragraph.repeat((100 << 20) / paragraph.len())));
    assert!(builds_with("large.md", paragraph.repeat((1 << 20) / paragraph.len())));
}

#[test]
fn front_matter_of_a_million_lines_is_refused() {
    let lines: String = (0..1_000_000).map(|n| format!("  - item {n}\n")).collect();
    assert!(!builds_with("stages/09-long.md", format!("---\nchecklist:\n{lines}---\n")));
}

#[test]
fn aliases_that_multiply_are_refused() {
    let mut bomb = "---\na: &a [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for (last, next) in "abcdefghij".chars().zip("bcdefghijk".chars()) {
        bomb.push_str(&format!("{next}: &{next} [{}]\n", vec![format!("*{last}"); 9].join(", ")));
    }
    assert!(!builds_with("bomb.md", bomb + "---\n"));
}

#[test]
fn deep_nesting_is_refused_or_built() {
    builds_with("quotes.md", ">".repeat(100_000));
    builds_with("brackets.md", "[".repeat(100_000));
    builds_with("lists.md", "- ".repeat(100_000));
    assert!(!builds_with("yaml.md", format!("---\ntitle: {}\n---\n", "[".repeat(100_000))));
    assert!(!builds_with("toml.md", format!("+++\ntitle = {}\n+++\n", "[".repeat(100_000))));
}

#[test]
fn symlinks_in_the_content_that_loop_or_lead_out_do_no_harm() {
    let place = Place::new("first");
    place.write("secret/passwords.md", "# Passwords\n\nhunter2\n");
    symlink(place.path("book/content"), place.path("book/content/again")).unwrap();
    symlink("itself", place.path("book/content/itself")).unwrap();
    symlink(place.path("secret"), place.path("book/content/secret")).unwrap();
    symlink(place.path("secret/passwords.md"), place.path("book/content/passwords.md")).unwrap();
    symlink("/nowhere", place.path("book/content/nowhere.md")).unwrap();
    let output = place.build();
    assert!(!said(&output).contains("panicked"), "{}", said(&output));
    let published = super::tree(&place.path("out"));
    assert!(published.values().all(|bytes| !bytes.windows(7).any(|window| window == b"hunter2")), "a file outside the book was published");
}

#[test]
fn a_file_that_is_no_file_does_not_hang_the_build() {
    let place = Place::new("first");
    let pipe = place.path("book/content/pipe.md");
    if !std::process::Command::new("mkfifo").arg(&pipe).status().is_ok_and(|status| status.success()) {
        announce("skipped: no mkfifo here");
        return;
    }
    let mut child = place.command(super::BUILD).stderr(std::process::Stdio::null()).spawn().unwrap();
    let start = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if start.elapsed() > Duration::from_secs(60) {
            child.kill().unwrap();
            panic!("a build waits for a pipe");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    fs::remove_file(pipe).unwrap();
    place.built();
}

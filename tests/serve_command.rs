//! `rollbook serve` as a process: what it says, whom it refuses, how it ends.
#![cfg(all(unix, feature = "serve"))]
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads and writes files, and fails by panicking")]

mod running;

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Stdio};

use running::{Running, book, rollbook, until};

fn start(book: &Path, arguments: &[&str]) -> Running {
    Running::start(book, &[&["serve", "--port", "0", "--as-of", "2026-01-07"], arguments].concat())
}

/// The address that a text names.
fn address(said: &str) -> Option<String> {
    Some(said.split_once("http://")?.1.split_once('/')?.0.to_owned())
}

/// What is answered at a path.
fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn each_build_is_said_in_a_line_that_tells_files_from_pages() {
    let book = book();
    let page = book.path().join("content/index.md");
    let running = start(book.path(), &[]);
    running.says("  Ctrl-C ends it", 0);
    running.says(" as of 2026-01-07: ", 0);
    fs::write(&page, "Changed.\n").unwrap();
    running.says(" content/index.md: 3 pages new in ", 0);
    fs::write(&page, "[broken](nowhere.md)\n").unwrap();
    running.says(" content/index.md: 1 error: the pages stay as they were", 0);
    fs::write(&page, "Changed.\n").unwrap();
    running.says(" content/index.md: nothing on the site is new in ", 0);
    running.says(", no errors any more", 0);
}

#[test]
fn a_book_that_is_broken_at_the_start_is_shown_as_far_as_it_goes_and_a_folder_without_one_is_refused() {
    let book = book();
    fs::write(book.path().join("content/index.md"), "[broken](nowhere.md)\n").unwrap();
    start(book.path(), &["--edit"]).says("1 error: what could be built is shown", 0);
    fs::write(book.path().join("book.toml"), "[book\n").unwrap();
    start(book.path(), &[]).says("what could be built is shown", 0);
    for folder in ["nowhere", "content"] {
        let output = rollbook(book.path(), &["serve", "--port", "0", "--book", folder]).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1));
        assert!(
            said.starts_with(&format!("error: there is no book here: `{folder}` has no `book.toml`; start one with `rollbook init`")),
            "{said}"
        );
        assert!(!said.contains("http://"), "{said}");
    }
}

#[test]
fn the_start_says_who_may_read_and_what_is_written() {
    let book = book();
    let running = start(book.path(), &["--edit"]);
    running.says("changes on the page are written to the files; Ctrl-C ends it", 0);
    let running = start(book.path(), &["--host", "0.0.0.0"]);
    running.says("  Ctrl-C ends it", 0);
    let said = running.said();
    let first = said.lines().next().unwrap();
    assert!(first.starts_with("warning: everybody who can reach this machine can read the book, at http://"), "{said}");
    assert!(!first.contains("0.0.0.0") && !first.contains("localhost"), "{said}");
}

#[test]
fn a_host_that_could_never_be_asked_for_is_wrong_usage() {
    for host in ["*.example.org", "", "me@example.org"] {
        let output = rollbook(".".as_ref(), &["serve", "--port", "0", "--allow-host", host]).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{host}");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains("a host is written handbook.example.org"), "{said}");
    }
}

#[test]
fn pages_follow_the_book_while_nobody_reads_what_is_said() {
    let book = book();
    let page = book.path().join("content/index.md");
    let broken: String = (0..2000).map(|n| format!("[broken](nowhere-{n}.md)\n\n")).collect();
    fs::write(&page, broken).unwrap();
    let mut running = rollbook(book.path(), &["serve", "--port", "0"]).stderr(Stdio::piped()).stdin(Stdio::null()).spawn().unwrap();
    let mut stderr = running.stderr.take().unwrap();
    let mut said = String::new();
    // From here on it is not read: the findings are more than a pipe holds.
    while !said.contains("Ctrl-C") {
        let mut buffer = [0; 64];
        let length = stderr.read(&mut buffer).unwrap();
        said.push_str(&String::from_utf8_lossy(&buffer[..length]));
    }
    let address = address(&said).unwrap();
    for n in 0..3 {
        fs::write(&page, format!("Version {n}.\n")).unwrap();
        until(|| get(&address, "/").contains(&format!("Version {n}.")), || format!("version {n} is not served"));
    }
    running.kill().unwrap();
    running.wait().unwrap();
}

#[test]
#[cfg(target_os = "linux")]
fn a_server_that_cannot_go_on_says_so_and_ends() {
    let book = book();
    // No file may be opened beside the three that every process has, and the socket.
    let limited = format!("ulimit -n 4; exec {} serve --port 0 --poll --book .", env!("CARGO_BIN_EXE_rollbook"));
    let output = Command::new("sh").args(["-c", &limited]).current_dir(book.path()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("the server has ended: "), "{said}");
}

//! Holds the layering of the crate: which module may use which, who may use threads, and that every file says its one job.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads and writes files, and fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// The modules from the lowest to the highest; each may use itself and those before it.
const LAYERS: &[&str] = &[
    "path",
    "memo",
    "diagnostic",
    "calendar",
    "document",
    "edit",
    "import",
    "config",
    "source",
    "locale",
    "playbook",
    "page",
    "render",
    "search",
    "publish",
    "cache",
    "external",
    "history",
    "pipeline",
    "authoring",
    "live",
    "watch",
    "serve",
];

fn sources() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push((path.clone(), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let mut found = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(found.len() > 40, "the sources were not found");
    found
}

/// The path below `src`, with `/`.
fn inside(path: &Path) -> String {
    path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap().to_string_lossy().replace('\\', "/")
}

/// The part of a file that is not its tests.
fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests {").next().unwrap().split("#[cfg(test)]\npub(crate) fn findings").next().unwrap()
}

#[test]
fn every_file_opens_with_a_line_that_says_its_one_job() {
    let silent: Vec<String> = sources().iter().filter(|(_, text)| !text.starts_with("//! ")).map(|(path, _)| inside(path)).collect();
    assert_eq!(silent, Vec::<String>::new());
}

#[test]
fn a_module_uses_only_modules_below_it() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let inside = inside(&path);
        let module = inside.split(['/', '.']).next().unwrap();
        let Some(rank) = LAYERS.iter().position(|layer| *layer == module) else { continue };
        if inside.ends_with("tests.rs") {
            continue;
        }
        // A comment may point anywhere.
        let code: String = without_tests(&text).lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        for used in code.split("crate::").skip(1) {
            let used = used.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap();
            if LAYERS.iter().position(|layer| *layer == used).is_some_and(|used| used > rank) {
                wrong.push(format!("{inside} uses {used}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn every_module_of_the_library_has_its_place_among_the_layers() {
    let lib = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let modules: Vec<&str> = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let unplaced: Vec<&&str> = modules.iter().filter(|module| !LAYERS.contains(*module)).collect();
    assert_eq!(unplaced, Vec::<&&str>::new());
    assert_eq!(modules.len(), LAYERS.len());
}

#[test]
fn only_the_memo_uses_threads() {
    let users: Vec<String> = sources().iter().filter(|(_, text)| text.contains("rayon::")).map(|(path, _)| inside(path)).collect();
    assert_eq!(users, ["memo.rs"]);
}

#[test]
fn the_binary_sees_only_the_public_library() {
    let inner: Vec<String> = sources()
        .iter()
        .filter(|(path, text)| inside(path).starts_with("bin/") && text.contains("#[path"))
        .map(|(path, _)| inside(path))
        .collect();
    assert_eq!(inner, Vec::<String>::new());
}

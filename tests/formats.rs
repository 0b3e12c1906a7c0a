//! The machine formats of `rollbook check`, on a disk: where they are printed, what paths they name, what they say of nothing.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads and writes files, and fails by panicking")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use rollbook::diagnostic::Code;
use serde_json::Value;

/// A book in the folder `handbook` with a broken link after letters of two bytes, and a warning.
fn book(folder: &Path) {
    let output = rollbook(folder, &["init", "--minimal", "handbook"]);
    assert!(output.status.success(), "{output:?}");
    fs::write(folder.join("handbook/content/a b, c.md"), "# Übergröße\n\nÄ: [ü](nowhere.md), 100 %\n").unwrap();
    fs::write(folder.join("handbook/content/stages/02-empty.md"), "---\nwindow: after first-stage for 2w\n---\n").unwrap();
}

fn rollbook(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_rollbook")).args(arguments).current_dir(folder).env("NO_COLOR", "1").output().unwrap()
}

fn check(folder: &Path, book: &str, arguments: &[&str]) -> (Option<i32>, String) {
    let output = rollbook(folder, &[&["check", "--as-of", "2026-01-07", "--book", book], arguments].concat());
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

fn parsed(folder: &Path, book: &str, format: &str) -> Value {
    serde_json::from_str(&check(folder, book, &["--format", format]).1).unwrap()
}

#[test]
fn json_has_lines_columns_and_bytes_and_paths_inside_the_book() {
    let folder = tempfile::tempdir().unwrap();
    book(folder.path());
    let report = parsed(folder.path(), "handbook", "json");
    assert_eq!((&report["schema"], &report["errors"], &report["warnings"]), (&1.into(), &1.into(), &1.into()));
    let link = &report["findings"][0];
    assert_eq!((link["code"].as_str(), link["severity"].as_str()), (Some("broken-link"), Some("error")));
    assert_eq!(link["path"], "content/a b, c.md");
    assert_eq!(link["range"]["start"], serde_json::json!({ "line": 3, "column": 8, "offset": 25 }));
    assert_eq!(link["range"]["end"], serde_json::json!({ "line": 3, "column": 18, "offset": 35 }));
}

#[test]
fn hosts_are_told_paths_from_the_top_of_the_repository_wherever_the_command_runs() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("docs")).unwrap();
    book(&folder.path().join("docs"));
    fs::create_dir(folder.path().join(".git")).unwrap();
    let inside = folder.path().join("docs/handbook");
    for (at, book) in [(folder.path(), "docs/handbook"), (inside.as_path(), "."), (inside.as_path(), inside.to_str().unwrap())] {
        let gitlab = parsed(at, book, "gitlab");
        assert_eq!(gitlab[0]["location"]["path"], "docs/handbook/content/a b, c.md");
        let sarif = parsed(at, book, "sarif");
        let place = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "docs/handbook/content/a%20b,%20c.md");
        assert_eq!(place["region"], serde_json::json!({ "startLine": 3, "startColumn": 8, "endLine": 3, "endColumn": 18 }));
    }
}

#[test]
fn outside_a_repository_paths_are_counted_from_where_the_command_runs() {
    let folder = tempfile::tempdir().unwrap();
    book(folder.path());
    assert_eq!(parsed(folder.path(), "handbook", "gitlab")[0]["location"]["path"], "handbook/content/a b, c.md");
    assert_eq!(parsed(&folder.path().join("handbook"), ".", "gitlab")[0]["location"]["path"], "content/a b, c.md");
}

#[test]
fn a_rule_of_sarif_brings_its_whole_documentation() {
    let folder = tempfile::tempdir().unwrap();
    book(folder.path());
    let sarif = parsed(folder.path(), "handbook", "sarif");
    let rules = sarif["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(rules.len(), 2);
    for rule in rules {
        let code = Code::from_name(rule["id"].as_str().unwrap()).unwrap();
        assert_eq!(rule["shortDescription"]["text"], code.summary());
        for (form, heading) in [("text", "\nHow to fix it\n"), ("markdown", "\n## How to fix it\n")] {
            let help = rule["help"][form].as_str().unwrap();
            assert!(help.starts_with(code.summary()) && help.contains(heading), "{help}");
            assert!(!help.contains("```book") && !help.contains("\n-- content/"), "{help}");
        }
    }
}

#[test]
fn workflow_commands_escape_what_would_end_them() {
    let folder = tempfile::tempdir().unwrap();
    book(folder.path());
    let (code, commands) = check(folder.path(), "handbook", &["--format", "github"]);
    assert_eq!(code, Some(1));
    let lines: Vec<&str> = commands.lines().collect();
    assert_eq!(lines.len(), 2, "{commands}");
    let link = "::error file=handbook/content/a b%2C c.md,line=3,endLine=3,col=8,endColumn=18,title=broken-link::there is no file ";
    assert!(lines[0].starts_with(link), "{commands}");
    let stage = "::warning file=handbook/content/stages/02-empty.md,line=1,endLine=1,col=1,endColumn=4,title=empty-stage::";
    assert!(lines[1].starts_with(stage) && lines[1].contains("%0A"), "{commands}");
}

#[test]
fn a_fingerprint_survives_edits_elsewhere_and_tells_equal_findings_apart() {
    let folder = tempfile::tempdir().unwrap();
    book(folder.path());
    let page = folder.path().join("handbook/content/a b, c.md");
    fs::write(&page, "[a](nowhere.md) [b](nowhere.md)\n").unwrap();
    let prints = || -> Vec<String> {
        let report = parsed(folder.path(), "handbook", "gitlab");
        report.as_array().unwrap().iter().map(|issue| issue["fingerprint"].as_str().unwrap().to_owned()).collect()
    };
    let before = prints();
    assert_eq!(before.len(), 3);
    assert_ne!(before[0], before[1]);
    fs::write(&page, "A line more.\n\n[a](nowhere.md)\n[b](nowhere.md)\n").unwrap();
    assert_eq!(prints(), before);
}

#[test]
fn a_clean_book_gives_whole_documents_too() {
    let folder = tempfile::tempdir().unwrap();
    assert!(rollbook(folder.path(), &["init", "--minimal", "."]).status.success());
    assert_eq!(check(folder.path(), ".", &["--format", "gitlab"]), (Some(0), "[]\n".to_owned()));
    assert_eq!(check(folder.path(), ".", &["--format", "github"]), (Some(0), String::new()));
    assert_eq!(parsed(folder.path(), ".", "sarif")["runs"][0]["results"], serde_json::json!([]));
    assert_eq!(parsed(folder.path(), ".", "json")["findings"], serde_json::json!([]));
}

#[test]
fn a_warning_stops_only_those_who_deny_it_and_one_of_the_day_only_those_who_deny_time() {
    let folder = tempfile::tempdir().unwrap();
    assert!(rollbook(folder.path(), &["init", "--minimal", "."]).status.success());
    let code = |arguments: &[&str]| check(folder.path(), ".", arguments).0;
    fs::write(folder.path().join("content/projects.md"), "Nothing.\n").unwrap();
    assert_eq!(code(&["--deny", "warnings,time"]), Some(0));

    let stage = folder.path().join("content/stages/01-first-stage.md");
    let dated = "---\nwindow: Week 1-2\nchecklist:\n  - { id: x, text: X, state: done, date: 2026-02-01 }\n---\n";
    fs::write(&stage, dated).unwrap();
    assert_eq!(["warnings", "time", "warnings,time"].map(|what| code(&["--deny", what])), [Some(0), Some(1), Some(1)]);
    assert_eq!(code(&[]), Some(0));

    fs::write(&stage, "---\nwindow: Week 1-2\n---\n").unwrap();
    assert_eq!(["warnings", "time", "warnings,time"].map(|what| code(&["--deny", what])), [Some(1), Some(0), Some(1)]);
    let built = rollbook(folder.path(), &["build", "--as-of", "2026-01-07", "--deny", "warnings"]);
    assert_eq!(built.status.code(), Some(1));
    assert!(!folder.path().join("site").exists());
}

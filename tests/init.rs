//! What `init` writes for git hosts and for pre-commit: valid YAML whose commands run as they are written.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads and writes files, and fails by panicking")]

use std::fs;
use std::path::Path;
use std::process::Command;

use rollbook::document::node::Node;
use rollbook::document::{Kind, front_matter};
use rollbook::path::SourcePath;
use tempfile::TempDir;

/// A book with one stage and all that `init` can add.
fn book() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for arguments in [["--minimal", "--pre-commit", "--ci", "github"].as_slice(), &["--ci", "gitlab"]] {
        let output = Command::new(env!("CARGO_BIN_EXE_rollbook")).arg("init").args(arguments).arg(folder.path()).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    folder
}

/// Reads a YAML file by way of the reader of front matter.
fn yaml(path: &Path) -> Node {
    let text = fs::read_to_string(path).unwrap();
    let mut diagnostics = Vec::new();
    let root = front_matter::split(&SourcePath::new("a"), &format!("---\n{text}---\n"), Kind::Page.fields(), &mut diagnostics).root;
    let said: Vec<String> = diagnostics.into_iter().map(|diagnostic| diagnostic.message).collect();
    assert_eq!(said, Vec::<String>::new(), "{}", path.display());
    root
}

/// Every text of a tree.
fn texts(node: &Node) -> Vec<&str> {
    let inside = node.elements().iter().chain(node.entries().iter().map(|entry| &entry.node));
    node.as_text().into_iter().chain(inside.flat_map(texts)).collect()
}

#[test]
fn the_jobs_check_and_build_as_they_are_written() {
    let book = book();
    let tools = book.path().join(".tools/bin");
    fs::create_dir_all(&tools).unwrap();
    fs::copy(env!("CARGO_BIN_EXE_rollbook"), tools.join("rollbook")).unwrap();
    let path = format!("{}:{}", tools.display(), std::env::var("PATH").unwrap());
    let mut ran = Vec::new();
    for job in [".github/workflows/rollbook.yml", ".gitlab-ci.yml"] {
        let root = yaml(&book.path().join(job));
        for script in texts(&root).into_iter().filter(|text| text.contains("rollbook check") || text.contains("rollbook build")) {
            let _ = fs::remove_dir_all(book.path().join("public"));
            let mut command = Command::new("sh");
            command.args(["-euc", script]).current_dir(book.path()).env("PATH", &path).env("SOURCE_DATE_EPOCH", "1767744000");
            let addresses = [("BASE_URL", "https://example.com/a"), ("CI_PAGES_URL", "https://example.com/b")];
            let output = command.env("BOOK", ".").envs(addresses).output().unwrap();
            assert!(output.status.success(), "{script}: {}", String::from_utf8_lossy(&output.stderr));
            assert_eq!(book.path().join("public/index.html").exists(), script.contains("rollbook build"), "{script}");
            ran.push(script.to_owned());
        }
    }
    assert_eq!(ran.len(), 4, "{ran:#?}");
    let report = fs::read_to_string(book.path().join("gl-code-quality-report.json")).unwrap();
    assert!(serde_json::from_str::<serde_json::Value>(&report).unwrap().is_array(), "{report}");
}

#[test]
fn the_jobs_install_the_version_that_wrote_them() {
    let book = book();
    for job in [".github/workflows/rollbook.yml", ".gitlab-ci.yml"] {
        let root = yaml(&book.path().join(job));
        let variables = root.get("env").or(root.get("variables")).unwrap();
        assert_eq!(variables.get("ROLLBOOK_VERSION").unwrap().as_text(), Some(env!("CARGO_PKG_VERSION")), "{job}");
        let installs = texts(&root).into_iter().filter(|text| text.contains("install rollbook --version \"$ROLLBOOK_VERSION\" --locked"));
        assert_eq!(installs.count(), 1, "{job}");
    }
}

#[test]
fn the_hook_of_a_book_and_the_hook_of_this_repository_run_the_same_command() {
    let book = book();
    let config = yaml(&book.path().join(".pre-commit-config.yaml"));
    let own = &config.get("repos").unwrap().elements()[0].get("hooks").unwrap().elements()[0];
    // A list at the top is no front matter, so it is given a key.
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(".pre-commit-hooks.yaml")).unwrap();
    let wrapped = book.path().join("hooks.yaml");
    fs::write(&wrapped, format!("hooks:\n{text}")).unwrap();
    let root = yaml(&wrapped);
    let shared = &root.get("hooks").unwrap().elements()[0];
    for key in ["id", "name", "entry", "pass_filenames", "always_run"] {
        assert_eq!(own.get(key).map(|node| &node.value), shared.get(key).map(|node| &node.value), "{key}");
        assert!(own.get(key).is_some(), "{key}");
    }
}

#[test]
fn the_settings_for_editors_name_schemas_that_are_there_and_the_guide_shows_the_same() {
    let book = book();
    let text = fs::read_to_string(book.path().join(".vscode/settings.json")).unwrap();
    let settings: serde_json::Value = serde_json::from_str(&text).unwrap();
    let schemas = settings["yaml.schemas"].as_object().unwrap();
    let missing: Vec<&String> = schemas.keys().filter(|path| !book.path().join(path).exists()).collect();
    assert_eq!((missing, schemas.len()), (Vec::new(), 6));
    let guide = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("content/guide/git.md")).unwrap();
    assert!(guide.contains(&format!("```json\n{text}```")), "the guide shows other settings");
}

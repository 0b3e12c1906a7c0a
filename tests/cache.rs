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
    command.args(["build", "--timings", "-o", output]).args(options).current_dir(book);
    if !options.contains(&"--as-of") {
        command.args(["--as-of", "2026-06-01"]);
    }
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

/// A build that has nothing of earlier ones but their code.
fn build(book: &Path, cache: &Path, options: &[&str]) -> (String, BTreeMap<PathBuf, Vec<u8>>) {
    for folder in ["files", "outputs"] {
        let _ = fs::remove_dir_all(cache.join(folder));
    }
    result(book, "out", command(book, "out", cache, options).output().unwrap())
}

#[test]
fn a_warm_build_equals_a_cold_one_and_says_what_it_did_not_have_to_do() {
    let (book, cache) = (book(), tempfile::tempdir().unwrap());
    let (said, cold) = build(book.path(), cache.path(), &[]);
    assert!(said.contains(" 8 code blocks\n"), "{said}");
    let code = cache.path().join("code");
    let kept = tree(&code);
    assert_eq!(kept.len(), 1, "all that is new is in one pack");
    let (said, warm) = build(book.path(), cache.path(), &[]);
    assert!(said.contains(" 8 code blocks, 8 from the cache\n"), "{said}");
    assert_eq!(warm, cold);
    assert_eq!(tree(&code), kept);

    fs::write(book.path().join("content/page-9.md"), "```yaml\nnew: 9\n```\n").unwrap();
    let (said, _) = build(book.path(), cache.path(), &[]);
    assert!(said.contains(" 9 code blocks, 8 from the cache\n"), "{said}");
    let (said, _) = build(book.path(), cache.path(), &[]);
    assert!(said.contains(" 9 code blocks, 9 from the cache\n"), "{said}");
    assert_eq!(tree(&code).len(), 2);
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
    let code = cache.path().join("code");
    let (path, whole) = tree(&code).pop_first().unwrap();
    let path = code.join(path);
    // Every byte of a pack is the unit tests' to change: a process each would take minutes.
    for at in (0..whole.len()).step_by(whole.len() / 5) {
        let mut damaged = whole.clone();
        damaged[at] ^= 1;
        fs::write(&path, damaged).unwrap();
        assert_eq!(build(book.path(), cache.path(), &[]).1, cold, "byte {at}");
        build(book.path(), cache.path(), &[]);
        let (said, _) = build(book.path(), cache.path(), &[]);
        assert!(said.contains(" 8 code blocks, 8 from the cache\n"), "byte {at}: {said}");
        assert_eq!(tree(&code).into_values().collect::<Vec<_>>(), [&*whole], "byte {at}: what is damaged has gone");
        tree(&code).keys().for_each(|file| fs::remove_file(code.join(file)).unwrap());
    }
}

#[test]
fn a_place_where_nothing_can_be_kept_costs_a_note_and_not_the_build() {
    let (book, cache) = (book(), tempfile::tempdir().unwrap());
    let file = cache.path().join("file");
    fs::write(&file, "in the way").unwrap();
    let (said, _) = build(book.path(), &file, &[]);
    assert!(said.contains("new code blocks can't be kept: ") && said.contains("what was made can't be kept: "), "{said}");
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
    assert!(tree(home.path()).keys().all(|file| file.starts_with(".cache/rollbook")));
    assert_eq!(tree(home.path()).len(), 3);
}

/// A build whose site stays, with what it has said.
fn build_again(book: &Path, cache: &Path, options: &[&str]) -> (bool, String, BTreeMap<PathBuf, Vec<u8>>) {
    let done = command(book, "out", cache, options).output().unwrap();
    (done.status.success(), String::from_utf8(done.stderr).unwrap(), tree(&book.join("out")))
}

#[test]
fn a_build_makes_only_what_is_not_there_and_of_the_same_files_nothing() {
    let (book, cache) = (book(), tempfile::tempdir().unwrap());
    let build = |options: &[&str]| build_again(book.path(), cache.path(), options);
    let (_, _, cold) = build(&[]);
    let (_, said, again) = build(&[]);
    assert!(said.contains("nothing has changed since the last build") && !said.contains("render"), "{said}");
    assert_eq!(again, cold);

    let pages = tree(&book.path().join("out")).keys().filter(|path| path.extension().is_some_and(|ending| ending == "html")).count();
    let page = book.path().join("content/page-1.md");
    let before = fs::read_to_string(&page).unwrap();
    fs::write(&page, format!("{before}\nMore.\n")).unwrap();
    let (_, said, edited) = build(&[]);
    assert!(said.contains(&format!(" 2 of {pages} pages\n")) && said.contains("2 written"), "its own and the handbook: {said}");
    assert_ne!(edited, cold);
    assert_eq!(edited, build(&["--no-cache"]).2);

    // Somebody else's work on the output is undone, wherever it is.
    for file in cold.keys().filter(|path| !path.ends_with(".rollbook-manifest.json")) {
        fs::write(book.path().join("out").join(file), "mine").unwrap();
    }
    fs::remove_file(book.path().join("out/404.html")).unwrap();
    assert_eq!(build(&[]).2, edited);
    fs::write(&page, &before).unwrap();
    assert_eq!(build(&[]).2, cold);
    fs::remove_dir_all(book.path().join("out")).unwrap();
    let (_, said, recalled) = build(&[]);
    assert!(said.contains("nothing has changed since the last build") && !said.contains("render"), "{said}");
    assert_eq!(recalled, cold);
    fs::remove_dir_all(book.path().join("out")).unwrap();
    fs::write(&page, format!("{before}\nMore.\n")).unwrap();
    let (_, said, recalled) = build(&[]);
    assert!(said.contains(&format!(" 0 of {pages} pages\n")), "all of it was made some time: {said}");
    assert_eq!(recalled, edited);
}

#[test]
fn what_is_damaged_is_made_again() {
    let (book, cache) = (book(), tempfile::tempdir().unwrap());
    let build = |options: &[&str]| build_again(book.path(), cache.path(), options);
    let (_, _, cold) = build(&[]);
    let files = cache.path().join("files");
    let (name, whole) = tree(&files).pop_first().unwrap();
    for at in (0..whole.len()).step_by(whole.len() / 12) {
        let mut damaged = whole.clone();
        damaged[at] ^= 1;
        fs::write(files.join(&name), damaged).unwrap();
        fs::remove_dir_all(book.path().join("out")).unwrap();
        assert_eq!(build(&[]).2, cold, "byte {at}");
        tree(&files).keys().for_each(|file| fs::remove_file(files.join(file)).unwrap());
    }
}

#[test]
fn everything_that_a_build_depends_on_makes_another_one() {
    let (book, cache) = (book(), tempfile::tempdir().unwrap());
    let build = |options: &[&str]| build_again(book.path(), cache.path(), options);
    build(&[]);
    let write = |path: &str, text: &str| {
        fs::create_dir_all(book.path().join(path).parent().unwrap()).unwrap();
        fs::write(book.path().join(path), text).unwrap();
    };
    let toml = fs::read_to_string(book.path().join("book.toml")).unwrap();
    let changes: [&dyn Fn(); 5] = [
        &|| write("book.toml", &toml.replace("[build]", "title = \"Another\"\n[build]")),
        &|| write("content/plan.txt", "a plan"),
        &|| fs::rename(book.path().join("content/plan.txt"), book.path().join("content/plan-b.txt")).unwrap(),
        &|| write("themes/default/static/own.css", "p{}"),
        &|| write("themes/default/locales/en.ftl", "menu = Pages\n"),
    ];
    for (n, change) in changes.iter().enumerate() {
        change();
        let (_, said, site) = build(&[]);
        assert!(!said.contains("nothing has changed"), "change {n}: {said}");
        assert_eq!(site, build(&["--no-cache"]).2, "change {n}");
        assert!(build(&[]).1.contains("nothing has changed"), "change {n}");
    }
    for options in [&["--as-of", "2026-06-02"][..], &["--base-url", "https://example.org"]] {
        let (_, said, site) = build(options);
        assert!(!said.contains("nothing has changed"), "{options:?}: {said}");
        assert_eq!(site, build(&[options, &["--no-cache"]].concat()).2, "{options:?}");
    }
}

#[test]
fn findings_are_said_again_and_stop_a_build_that_denies_them() {
    let (book, cache) = (book(), tempfile::tempdir().unwrap());
    fs::create_dir_all(book.path().join("content/stages")).unwrap();
    fs::write(book.path().join("content/stages/01-pilot.md"), "# Pilot\n").unwrap();
    let said = |(is_good, said, _): (bool, String, BTreeMap<PathBuf, Vec<u8>>)| {
        let lines = said.lines().take_while(|line| !line.starts_with("built ") && !line.ends_with("nothing was written"));
        (is_good, lines.map(str::to_owned).collect::<Vec<_>>())
    };
    let build = |options: &[&str]| said(build_again(book.path(), cache.path(), options));
    let (is_good, first) = build(&[]);
    assert!(is_good && first.iter().any(|line| line.contains("content/stages/01-pilot.md")), "{first:?}");
    assert_eq!(build(&[]), (true, first));
    let (is_good, denied) = build(&["--deny", "warnings"]);
    assert!(!is_good && denied.iter().any(|line| line.starts_with("error")), "{denied:?}");
    assert_eq!(build(&["--deny", "warnings"]), (false, denied));
}

#[test]
fn an_index_is_made_of_what_was_kept_and_is_the_same_without_it() {
    let (book, cache) = (book(), tempfile::tempdir().unwrap());
    let toml = fs::read_to_string(book.path().join("book.toml")).unwrap();
    fs::write(book.path().join("book.toml"), toml.replace("search = false", "search = true")).unwrap();
    let write = |text: &str| fs::write(book.path().join("content/page-1.md"), format!("# Page 1\n\n{text}\n")).unwrap();
    let build = |options: &[&str]| build_again(book.path(), cache.path(), options);
    build(&[]);
    let is_of_search = |path: &&PathBuf| path.starts_with("search") && !path.ends_with("manifest.js");
    for text in ["a zebra", "a zeppelin", &"many words of it ".repeat(2000), "a zebra"] {
        write(text);
        let (_, said, edited) = build(&[]);
        assert!(said.contains("   search "), "{said}");
        let whole = build(&["--no-cache"]).2;
        assert_eq!(edited, whole, "{}", &text[..6]);
        assert!(edited.keys().filter(is_of_search).count() > 10);
        // The same with half of what was kept, with what is damaged, and from nothing but the cache.
        let files = cache.path().join("files");
        for (n, (name, bytes)) in tree(&files).into_iter().enumerate() {
            let damaged: Vec<u8> = bytes.iter().enumerate().map(|(at, byte)| if at % 500 == 499 { !byte } else { *byte }).collect();
            if n % 2 == 0 { fs::write(files.join(name), damaged).unwrap() } else { fs::remove_file(files.join(name)).unwrap() }
        }
        write("a zebra again");
        build(&[]);
        write(text);
        fs::remove_dir_all(book.path().join("out")).unwrap();
        assert_eq!(build(&[]).2, whole, "{}", &text[..6]);
    }
}

#[test]
fn of_documents_only_those_are_read_again_that_have_changed_also_after_a_build_that_failed() {
    let (book, cache) = (book(), tempfile::tempdir().unwrap());
    let page = book.path().join("content/page-0.md");
    let text = fs::read_to_string(&page).unwrap();
    let parsed = |options: &[&str]| {
        let done = command(book.path(), "out", cache.path(), options).output().unwrap();
        let said = String::from_utf8(done.stderr).unwrap();
        let line = said.lines().find(|line| line.trim_start().starts_with("parse")).map(|line| line.trim_end().to_owned());
        (done.status.success(), line.unwrap_or_default().rsplit("ms  ").next().unwrap_or_default().to_owned())
    };
    fs::write(&page, format!("{text}\n[nowhere](missing.md)\n")).unwrap();
    assert!(!parsed(&[]).0, "a broken link");
    fs::write(&page, format!("{text}\nmore\n")).unwrap();
    assert_eq!(parsed(&[]), (true, "4 files, 3 from the cache".to_owned()));
    fs::write(&page, format!("{text}\nand more\n")).unwrap();
    assert_eq!(parsed(&[]), (true, "4 files, 3 from the cache".to_owned()));
    // On another day nearly every page is another, and needs its text.
    assert_eq!(parsed(&["--as-of", "2026-06-02"]), (true, "4 files".to_owned()));
    fs::remove_dir_all(book.path().join("out")).unwrap();
    fs::write(&page, text).unwrap();
    assert_eq!(parsed(&["--as-of", "2026-06-02", "--no-cache"]), (true, "4 files".to_owned()));
}

//! The rules of publishing, each against a folder of its own. Not tested here: a process that is really killed, or a disk that is really full.

use std::fs::{self, File};
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

use super::*;
use crate::path::{OutputPath, Overlap};

type Files = &'static [(&'static str, &'static str)];

const SMALL: Files = &[("404.html", "lost"), ("index.html", "home"), ("stages/poc/index.html", "poc"), ("stages/poc/plan.png", "png")];

/// A book, and an output folder beside it that does not exist yet.
struct Place {
    root: TempDir,
}

impl Place {
    fn new() -> Self {
        let root = TempDir::new().unwrap();
        for folder in ["book/content/guide", "book/themes/mine", "book/.git/refs"] {
            fs::create_dir_all(root.path().join(folder)).unwrap();
        }
        Self { root }
    }

    /// With `SMALL` published.
    fn with_site() -> Self {
        let place = Self::new();
        place.publish(SMALL).unwrap();
        place
    }

    fn path(&self, inside: &str) -> PathBuf {
        self.root.path().join(inside)
    }

    fn output(&self) -> PathBuf {
        self.path("out")
    }

    fn in_output(&self, path: &str) -> PathBuf {
        self.output().join(path)
    }

    /// A file of somebody else.
    fn put(&self, path: &str, text: &str) {
        let path = self.in_output(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn publish(&self, files: &[(&str, &str)]) -> Result<Published, PublishError> {
        self.publish_to(&self.output(), files)
    }

    fn publish_to(&self, output: &Path, files: &[(&str, &str)]) -> Result<Published, PublishError> {
        let (book, content, theme) = (self.path("book"), self.path("book/content"), self.path("book/themes"));
        publish(&site(files), output, &ProtectedFolders { book: &book, content: &content, theme: &theme })
    }

    fn check(&self, output: &Path) -> Result<(), PublishError> {
        let (book, content, theme) = (self.path("book"), self.path("book/content"), self.path("book/themes"));
        check_output(output, &ProtectedFolders { book: &book, content: &content, theme: &theme })
    }

    fn manifest(&self) -> String {
        fs::read_to_string(self.in_output(manifest::NAME)).unwrap()
    }

    /// Everything in the output but the manifest, sorted: `a/b = text` for a file, `a/` for a folder, `a -> b` for a symlink.
    fn tree(&self) -> Vec<String> {
        let mut lines = Vec::new();
        list(&self.output(), "", &mut lines);
        lines.retain(|line| !line.starts_with(manifest::NAME));
        lines.sort();
        lines
    }

    /// That publishing is refused, as `check_output` and `publish` both say, and that nothing at all was changed by asking.
    fn assert_refused(&self, files: &[(&str, &str)]) -> String {
        let before = (self.tree(), fs::read(self.in_output(manifest::NAME)).ok());
        let error = self.publish(files).unwrap_err();
        assert!(!matches!(error, PublishError::Io { .. }), "{error}");
        assert_eq!((self.tree(), fs::read(self.in_output(manifest::NAME)).ok()), before, "{error}");
        error.to_string()
    }
}

fn list(folder: &Path, prefix: &str, lines: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            list(&entry.path(), &format!("{name}/"), lines);
            lines.push(format!("{name}/"));
        } else if kind.is_symlink() {
            lines.push(format!("{name} -> {}", fs::read_link(entry.path()).unwrap().display()));
        } else {
            lines.push(format!("{name} = {}", String::from_utf8_lossy(&fs::read(entry.path()).unwrap())));
        }
    }
}

fn site(files: &[(&str, &str)]) -> Site {
    Site { files: files.iter().map(|(path, text)| (OutputPath::new(*path), text.as_bytes().into())).collect() }
}

fn published(written: usize, unchanged: usize, removed: usize) -> Published {
    Published { written, unchanged, removed }
}

fn small_tree() -> Vec<&'static str> {
    vec!["404.html = lost", "index.html = home", "stages/", "stages/poc/", "stages/poc/index.html = poc", "stages/poc/plan.png = png"]
}

// What is written

#[test]
fn a_missing_output_folder_is_created_with_its_parents() {
    let place = Place::new();
    let output = place.path("a/b/c");
    assert_eq!(place.publish_to(&output, SMALL).unwrap(), published(4, 0, 0));
    assert_eq!(fs::read_to_string(output.join("stages/poc/index.html")).unwrap(), "poc");
}

#[test]
fn an_empty_output_folder_is_filled() {
    let place = Place::new();
    fs::create_dir(place.output()).unwrap();
    assert_eq!(place.publish(SMALL).unwrap(), published(4, 0, 0));
    assert_eq!(place.tree(), small_tree());
}

#[test]
fn the_manifest_is_a_sorted_list_of_paths_with_the_number_of_its_format() {
    let place = Place::new();
    place.publish(&[("b.html", ""), ("a/index.html", ""), ("a.html", "")]).unwrap();
    let expected = "{\n  \"schema\": 1,\n  \"files\": [\n    \"a.html\",\n    \"a/index.html\",\n    \"b.html\"\n  ]\n}\n";
    assert_eq!(place.manifest(), expected);
}

#[test]
fn equal_sites_have_equal_manifests_whatever_was_there_before() {
    let (fresh, used) = (Place::with_site(), Place::new());
    used.publish(&[("old.html", "old"), ("index.html", "old")]).unwrap();
    used.publish(SMALL).unwrap();
    assert_eq!(fresh.manifest(), used.manifest());
    assert_eq!(fresh.tree(), used.tree());
}

#[test]
fn only_files_whose_bytes_differ_are_written() {
    let place = Place::with_site();
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    for path in ["404.html", "index.html", "stages/poc/index.html", manifest::NAME] {
        File::options().write(true).open(place.in_output(path)).unwrap().set_modified(long_ago).unwrap();
    }
    let changed = [("404.html", "lost"), ("index.html", "HOME"), ("stages/poc/index.html", "poc, longer"), ("stages/poc/plan.png", "png")];
    assert_eq!(place.publish(&changed).unwrap(), published(2, 2, 0));
    let is_old = |path: &str| fs::metadata(place.in_output(path)).unwrap().modified().unwrap() == long_ago;
    assert!(is_old("404.html"), "an unchanged file keeps its time");
    assert!(!is_old("index.html"), "same size, other bytes");
    assert!(!is_old("stages/poc/index.html"), "other size");
}

#[test]
fn a_second_publish_of_the_same_site_touches_nothing() {
    let place = Place::with_site();
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    File::options().write(true).open(place.in_output(manifest::NAME)).unwrap().set_modified(long_ago).unwrap();
    assert_eq!(place.publish(SMALL).unwrap(), published(0, 4, 0));
    assert_eq!(fs::metadata(place.in_output(manifest::NAME)).unwrap().modified().unwrap(), long_ago);
}

#[test]
fn a_page_that_someone_damaged_or_removed_is_written_again() {
    let place = Place::with_site();
    place.put("index.html", "hacked");
    fs::remove_file(place.in_output("404.html")).unwrap();
    assert_eq!(place.publish(SMALL).unwrap(), published(2, 2, 0));
    assert_eq!(place.tree(), small_tree());
}

#[test]
fn nothing_of_ours_but_the_manifest_stays_beside_the_pages() {
    let place = Place::with_site();
    place.publish(&[("index.html", "2"), ("new/index.html", "new")]).unwrap();
    assert_eq!(place.tree(), ["index.html = 2", "new/", "new/index.html = new"]);
}

#[test]
fn names_with_spaces_quotes_and_other_scripts_are_written_and_removed() {
    let place = Place::new();
    let names: Files = &[("a b/it's \"x\".html", "1"), ("прил/日本.html", "2"), ("e\u{301}.html", "3")];
    assert_eq!(place.publish(names).unwrap(), published(3, 0, 0));
    assert_eq!(place.publish(names).unwrap(), published(0, 3, 0));
    assert_eq!(place.publish(&[]).unwrap(), published(0, 0, 3));
    assert!(place.tree().is_empty());
}

#[test]
fn a_name_as_long_as_the_system_takes_is_written() {
    let place = Place::new();
    let long = "x".repeat(255);
    place.publish(&[(&long, "long")]).unwrap();
    assert_eq!(place.tree(), [format!("{long} = long")]);
}

// What is removed

#[test]
fn files_that_left_the_site_are_removed_with_the_folders_that_became_empty() {
    let place = Place::with_site();
    assert_eq!(place.publish(&[("index.html", "home")]).unwrap(), published(0, 1, 3));
    assert_eq!(place.tree(), ["index.html = home"]);
}

#[test]
fn foreign_files_and_the_folders_they_are_in_are_left_alone() {
    let place = Place::with_site();
    place.put("CNAME", "example.org");
    place.put(".git/config", "git");
    place.put("stages/poc/notes.txt", "mine");
    fs::create_dir(place.in_output("stages/empty")).unwrap();
    assert_eq!(place.publish(&[("index.html", "2")]).unwrap(), published(1, 0, 3));
    let expected = [
        ".git/",
        ".git/config = git",
        "CNAME = example.org",
        "index.html = 2",
        "stages/",
        "stages/empty/",
        "stages/poc/",
        "stages/poc/notes.txt = mine",
    ];
    assert_eq!(place.tree(), expected);
}

#[test]
fn a_site_without_files_empties_the_output_and_keeps_its_folder() {
    let place = Place::with_site();
    assert_eq!(place.publish(&[]).unwrap(), published(0, 0, 4));
    assert!(place.tree().is_empty() && place.output().is_dir());
    assert_eq!(place.publish(SMALL).unwrap(), published(4, 0, 0));
}

#[test]
fn a_file_that_left_the_site_and_is_gone_already_is_no_fault() {
    let place = Place::with_site();
    fs::remove_file(place.in_output("stages/poc/plan.png")).unwrap();
    fs::remove_file(place.in_output("stages/poc/index.html")).unwrap();
    assert_eq!(place.publish(&[("index.html", "home")]).unwrap(), published(0, 1, 1));
    assert_eq!(place.tree(), ["index.html = home"]);
}

#[test]
fn what_someone_put_in_the_place_of_a_file_that_left_the_site_stays() {
    let place = Place::with_site();
    fs::remove_file(place.in_output("404.html")).unwrap();
    place.put("404.html/notes.txt", "mine");
    fs::remove_dir_all(place.in_output("stages")).unwrap();
    place.put("stages", "a file now");
    place.publish(&[("index.html", "home")]).unwrap();
    assert_eq!(place.tree(), ["404.html/", "404.html/notes.txt = mine", "index.html = home", "stages = a file now"]);
}

#[test]
fn a_page_may_become_a_folder_and_a_folder_a_page() {
    let place = Place::new();
    place.publish(&[("a", "file"), ("b/c/d", "deep"), ("b/e", "flat")]).unwrap();
    assert_eq!(place.publish(&[("a/x/y", "deep"), ("b", "file")]).unwrap(), published(2, 0, 3));
    assert_eq!(place.tree(), ["a/", "a/x/", "a/x/y = deep", "b = file"]);
}

// What is refused

#[test]
fn an_output_with_files_and_no_manifest_is_refused() {
    let place = Place::new();
    place.put("thesis.odt", "years of work");
    place.put("zz.txt", "");
    let error = place.assert_refused(SMALL);
    assert!(error.contains("holds `thesis.odt`") && error.contains("Choose an empty or a missing folder"), "{error}");
    assert_eq!(place.check(&place.output()).unwrap_err().to_string(), error);
}

#[test]
fn a_foreign_file_where_a_page_belongs_is_refused_and_all_of_them_are_listed() {
    let place = Place::with_site();
    place.put("new.html", "mine");
    place.put("more/index.html", "mine too");
    place.put("asset", "a file");
    place.put("page.html/note.txt", "in a folder");
    place.put("bystander.txt", "not in the way");
    let error =
        place.assert_refused(&[("new.html", ""), ("more/index.html", ""), ("asset/x.css", ""), ("asset/y.css", ""), ("page.html", "")]);
    for line in [
        "\n  `asset`: a file that rollbook did not write, where a folder belongs\n",
        "\n  `more/index.html`: not a file that rollbook wrote\n",
        "\n  `new.html`: not a file that rollbook wrote\n",
        "\n  `page.html`: a folder that rollbook did not make alone, where a file belongs\n",
    ] {
        assert!(error.contains(line), "{error}");
    }
    assert_eq!(error.lines().count(), 6, "{error}");
}

#[test]
fn a_foreign_file_is_refused_even_if_it_has_the_right_bytes() {
    let place = Place::with_site();
    place.put("new.html", "same");
    place.assert_refused(&[("new.html", "same")]);
}

#[test]
fn a_folder_of_ours_with_a_foreign_file_or_folder_in_it_does_not_give_way_to_a_page() {
    let place = Place::with_site();
    fs::create_dir(place.in_output("stages/poc/mine")).unwrap();
    place.assert_refused(&[("stages", "a page")]);
    fs::remove_dir(place.in_output("stages/poc/mine")).unwrap();
    place.put("stages/note.txt", "mine");
    place.assert_refused(&[("stages", "a page")]);
}

#[test]
fn an_empty_foreign_folder_does_not_give_way_to_a_page() {
    let place = Place::with_site();
    fs::create_dir(place.in_output("new.html")).unwrap();
    place.assert_refused(&[("new.html", "")]);
}

#[test]
fn an_output_that_is_a_file_or_lies_in_one_is_refused() {
    let place = Place::new();
    fs::write(place.output(), "a file").unwrap();
    for output in [place.output(), place.output().join("a"), place.output().join("a/b")] {
        let error = place.publish_to(&output, SMALL).unwrap_err();
        assert!(matches!(&error, PublishError::NotAFolder { path } if path.ends_with("out")), "{error}");
    }
    assert_eq!(fs::read_to_string(place.output()).unwrap(), "a file");
}

#[test]
fn a_site_with_a_path_that_leaves_the_output_or_is_ours_to_keep_is_refused() {
    let place = Place::new();
    let reserved = [manifest::NAME, "a/.rollbook-x", ".ROLLBOOK-lock", ".git/config", "a/.Git/x"];
    for path in ["", "/etc/x", "../x", "a/../../x", "a/./b", "a//b", "a/", "a\0b"].into_iter().chain(reserved) {
        let error = place.publish(&[(path, "")]).unwrap_err();
        assert!(matches!(error, PublishError::BadName { .. }), "{path:?}: {error}");
    }
    assert!(!place.output().exists());
}

#[test]
fn a_site_in_which_a_path_is_a_file_and_a_folder_is_refused() {
    let place = Place::new();
    let error = place.publish(&[("a", ""), ("a-b", ""), ("a/b/c", "")]).unwrap_err();
    assert!(matches!(&error, PublishError::FileAndFolder { path, inside } if path == "a" && inside == "a/b/c"), "{error}");
    assert!(!place.output().exists());
}

// Where it may be

#[test]
fn an_output_that_is_contains_or_lies_inside_sources_is_refused() {
    let place = Place::new();
    let cases = [
        ("book", "is the book's root"),
        (".", "contains the book's root"),
        ("book/content", "is the book's content folder"),
        ("book/content/guide", "lies inside the book's content folder"),
        ("book/content/new/site", "lies inside the book's content folder"),
        ("book/themes", "is the book's themes folder"),
        ("book/themes/mine/out", "lies inside the book's themes folder"),
        ("book/.git", "is the book's repository"),
        ("book/.git/site", "lies inside the book's repository"),
        ("book/site/../content/x", "lies inside the book's content folder"),
        ("book/no/such/../../content", "is the book's content folder"),
        ("elsewhere/..", "contains the book's root"),
    ];
    for (output, words) in cases {
        let output = place.path(output);
        let error = place.check(&output).unwrap_err().to_string();
        assert!(error.contains(words), "{}: {error}", output.display());
        assert_eq!(place.publish_to(&output, SMALL).unwrap_err().to_string(), error);
    }
    assert!(place.check(Path::new("/")).unwrap_err().to_string().contains("contains the book's root"));
    assert!(!place.path("book/content/new").exists() && !place.path("book/no").exists() && !place.path("elsewhere").exists());
}

#[test]
fn an_output_that_contains_content_kept_outside_the_book_is_refused() {
    let place = Place::new();
    let (book, content) = (place.path("book"), place.path("texts/content"));
    let sources = ProtectedFolders { book: &book, content: &content, theme: &place.path("book/themes") };
    let error = check_output(&place.path("texts"), &sources).unwrap_err().to_string();
    assert!(error.contains("contains the book's content folder"), "{error}");
}

#[test]
fn an_output_inside_the_book_or_beside_it_is_fine() {
    let place = Place::new();
    for output in ["book/site", "book/contents", "book/public/site", "out", "book/content/../site2"] {
        let output = place.path(output);
        place.check(&output).unwrap();
        assert!(!output.exists(), "asking creates nothing");
        place.publish_to(&output, SMALL).unwrap();
        place.check(&output).unwrap();
    }
}

#[test]
fn an_empty_path_is_the_current_folder_for_sources_and_refused_as_output() {
    let place = Place::new();
    let here = ProtectedFolders { book: Path::new(""), content: Path::new("content"), theme: Path::new("themes") };
    assert!(matches!(check_output(Path::new("."), &here), Err(PublishError::HarmsSources { overlap: Overlap::Same, .. })));
    assert!(place.check(Path::new("")).is_err());
}

// Manifests from elsewhere

#[test]
fn a_manifest_that_names_what_is_not_ours_is_refused_and_removes_nothing() {
    for path in ["/etc/passwd", "../victim.txt", "a/../../victim.txt", ".", "", manifest::NAME, ".rollbook-lock", ".git/HEAD", "a\\u0000b"]
    {
        let place = Place::with_site();
        fs::write(place.path("victim.txt"), "alive").unwrap();
        place.put(manifest::NAME, &format!("{{\"schema\": 1, \"files\": [\"index.html\", \"{path}\"]}}"));
        let error = place.assert_refused(&[]);
        assert!(error.contains("which rollbook never writes"), "{path}: {error}");
        assert!(place.path("victim.txt").exists());
    }
}

#[test]
fn a_damaged_manifest_is_refused() {
    let whole = Place::with_site().manifest();
    let damaged = ["", "{}", "[]", "null", &whole[..whole.len() / 2], "{\"schema\": 1}", "{\"schema\": 1, \"files\": [1]}", "\u{0}\u{0}"];
    for text in damaged.into_iter().chain(["{\"schema\": 1, \"files\": [], \"x\": 1}", "{\"schema\": -1, \"files\": []}"]) {
        let place = Place::with_site();
        place.put(manifest::NAME, text);
        let error = place.assert_refused(&[]);
        assert!(error.contains("it is damaged"), "{text:?}: {error}");
        assert_eq!(place.check(&place.output()).unwrap_err().to_string(), error);
    }
}

#[test]
fn a_manifest_of_another_format_is_refused_by_its_number() {
    let place = Place::with_site();
    place.put(manifest::NAME, "{\"schema\": 2, \"files\": {\"new\": \"shape\"}}");
    let error = place.assert_refused(&[]);
    assert!(error.contains("has format 2, and this rollbook knows format 1"), "{error}");
    place.put(manifest::NAME, "{\"schema\": 0, \"files\": []}");
    assert!(place.assert_refused(&[]).contains("schema is 0"));
}

#[test]
fn a_folder_in_the_place_of_the_manifest_is_refused() {
    let place = Place::new();
    fs::create_dir_all(place.in_output(manifest::NAME)).unwrap();
    assert!(place.assert_refused(SMALL).contains("it is not a regular file"));
}

// Two at once

#[test]
fn a_second_publisher_is_refused_while_the_first_works_and_welcome_after_it() {
    let place = Place::with_site();
    let first = lock::take(&place.output()).unwrap();
    let error = place.assert_refused(&[("index.html", "2")]);
    assert!(error.contains("another rollbook is publishing to") && error.contains("Wait until it is done"), "{error}");
    drop(first);
    place.publish(&[("index.html", "2")]).unwrap();
}

#[test]
fn where_a_folder_cannot_be_locked_a_file_is_and_it_is_no_foreign_file() {
    let place = Place::new();
    fs::create_dir(place.output()).unwrap();
    let first = lock::take_file(&place.output()).unwrap();
    assert!(matches!(lock::take_file(&place.output()), Err(PublishError::Busy { .. })));
    drop(first);
    lock::take_file(&place.output()).unwrap();
    place.publish(SMALL).unwrap();
}

// Killed or failed halfway

/// Stops publishing `files` as a kill would: nothing is tidied up. `staged`, `committed` and `removed` say how many steps of each were done.
fn killed(place: &Place, files: Files, staged: usize, committed: usize, removed: usize) {
    let (output, site) = (place.output(), site(files));
    let old = Manifest::load(&output).unwrap();
    let claimed = manifest::claimed(old.as_ref());
    let plan = Plan::new(&site, &output, &claimed).unwrap();
    write::remove_files(&output, &plan.leftovers).unwrap();
    Manifest::of_both(old.as_ref(), &Manifest::of(&site)).save(&output).unwrap();
    write::remove_files(&output, &plan.clear).unwrap();
    write::remove_empty_folders(&output, &plan.folders_out_of_use);
    let count = staged.min(plan.changed.len());
    let mut staged = write::stage(&output, &plan.changed[..count]).unwrap();
    let rest = staged.split_off(committed.min(count));
    write::commit(staged).unwrap();
    rest.into_iter().for_each(std::mem::forget);
    write::remove_files(&output, &plan.remove[..removed.min(plan.remove.len())]).unwrap();
}

#[test]
fn after_a_kill_at_any_step_the_next_run_knows_every_file_of_ours() {
    let old: Files = &[("a.html", "1"), ("gone/deep/x.html", "1"), ("gone/y.html", "1"), ("page", "1"), ("turn/z.html", "1")];
    let new: Files = &[("a.html", "2"), ("fresh/deep/x.html", "2"), ("fresh/y.html", "2"), ("page/in.html", "2"), ("turn", "2")];
    let steps = (0..=5).map(|n| (n, 0, 0)).chain((1..=5).map(|n| (5, n, 0))).chain((1..=3).map(|n| (5, 5, n)));
    for (staged, committed, removed) in steps {
        for next in [old, new, SMALL, &[]] {
            let (place, expected) = (Place::new(), Place::new());
            place.publish(old).unwrap();
            place.put("gone/CNAME", "mine");
            killed(&place, new, staged, committed, removed);
            killed(&place, old, committed, removed, 0);
            place.publish(next).unwrap();
            expected.publish(next).unwrap();
            expected.put("gone/CNAME", "mine");
            assert_eq!(place.tree(), expected.tree(), "{staged} {committed} {removed}");
            assert_eq!(place.manifest(), expected.manifest());
        }
    }
}

#[test]
fn a_run_killed_before_its_first_manifest_leaves_a_folder_that_counts_as_empty() {
    let place = Place::new();
    fs::create_dir(place.output()).unwrap();
    std::mem::forget(write::stage_one(&place.output(), manifest::NAME, b"{\"sch").unwrap());
    place.check(&place.output()).unwrap();
    assert_eq!(place.publish(SMALL).unwrap(), published(4, 0, 0));
    assert_eq!(place.tree(), small_tree());
}

#[test]
fn a_half_written_manifest_beside_a_whole_one_is_cleared_away() {
    let place = Place::with_site();
    std::mem::forget(write::stage_one(&place.output(), manifest::NAME, b"{\"sch").unwrap());
    assert_eq!(place.publish(&[("index.html", "2")]).unwrap(), published(1, 0, 3));
    assert_eq!(place.tree(), ["index.html = 2"]);
}

/// Makes it impossible to write `path`, for root as well.
fn jam(place: &Place, path: &str) -> String {
    let jam = names::temporary(path);
    place.put(&jam, "in the way");
    format!("{jam} = in the way")
}

#[test]
fn a_site_that_cannot_be_written_in_full_leaves_the_old_one_as_it_was() {
    let place = Place::with_site();
    let jammed = jam(&place, "stages/poc/index.html");
    let (before, manifest) = (place.tree(), place.manifest());
    assert!(before.contains(&jammed));
    let next = [("index.html", "2"), ("a/b/new.html", "2"), ("stages/poc/index.html", "2"), ("z/new.html", "2")];
    let error = place.publish(&next).unwrap_err();
    assert!(matches!(&error, PublishError::Io { path, .. } if path.ends_with(names::temporary("stages/poc/index.html"))), "{error}");
    assert_eq!(place.tree(), before, "no page changed, no temporary file, no new folder");
    fs::remove_file(place.in_output(&names::temporary("stages/poc/index.html"))).unwrap();
    assert!(place.publish(&next).is_ok());
    assert_eq!(place.manifest().matches("html").count(), 4);
    assert_ne!(place.manifest(), manifest);
}

#[test]
fn after_a_failure_that_changed_nothing_names_that_were_never_written_are_not_ours() {
    for place in [Place::with_site(), Place::new()] {
        fs::create_dir_all(place.output()).unwrap();
        let (output, next) = (place.output(), site(&[("a/b/new.html", "2"), ("first.html", "2")]));
        let old = Manifest::load(&output).unwrap();
        let claimed = manifest::claimed(old.as_ref());
        let plan = Plan::new(&next, &output, &claimed).unwrap();
        place.put("a", "appeared after the plan was made");
        let before = place.tree();
        let error = carry_out(&plan, &output, old.as_ref(), &Manifest::of(&next)).unwrap_err();
        assert!(matches!(&error, PublishError::Io { path, .. } if path.ends_with("a/b")), "{error}");
        assert_eq!(place.tree(), before);
        fs::remove_file(place.in_output("a")).unwrap();
        assert_eq!(Manifest::load(&output).unwrap(), old);
    }
}

#[test]
fn a_rename_that_fails_leaves_whole_files_and_no_temporary_ones_and_the_next_run_finishes() {
    let place = Place::with_site();
    let next = site(&[("a.html", "2"), ("b.html", "2"), ("index.html", "2")]);
    let old = Manifest::load(&place.output()).unwrap();
    let claimed = manifest::claimed(old.as_ref());
    let output = place.output();
    let plan = Plan::new(&next, &output, &claimed).unwrap();
    fs::create_dir(place.in_output("b.html")).unwrap();
    let error = carry_out(&plan, &place.output(), old.as_ref(), &Manifest::of(&next)).unwrap_err();
    assert!(matches!(&error, PublishError::Io { path, .. } if path.ends_with("b.html")), "{error}");
    let names: Vec<_> = place.tree().into_iter().filter(|line| line.contains(".rollbook")).collect();
    assert!(names.is_empty(), "{names:?}");
    assert_eq!(fs::read_to_string(place.in_output("a.html")).unwrap(), "2");
    fs::remove_dir(place.in_output("b.html")).unwrap();
    assert!(place.publish(&[("a.html", "2"), ("b.html", "2"), ("index.html", "2")]).is_ok());
    assert_eq!(place.tree(), ["a.html = 2", "b.html = 2", "index.html = 2"]);
}

#[test]
fn a_name_too_long_for_the_system_is_an_error_with_its_path_before_anything_is_written() {
    let place = Place::with_site();
    let long = "x".repeat(300);
    let error = place.publish(&[("index.html", "2"), (&long, "")]).unwrap_err().to_string();
    assert!(error.contains(&long), "{error}");
    assert_eq!(place.tree(), small_tree());
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
    use std::os::unix::net::UnixListener;

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().mode() & 0o777
    }

    #[test]
    fn unchanged_files_keep_their_inode_and_changed_ones_are_replaced_whole() {
        let place = Place::with_site();
        let inode = |path: &str| fs::metadata(place.in_output(path)).unwrap().ino();
        let (home, lost) = (inode("index.html"), inode("404.html"));
        let mut reader = File::open(place.in_output("index.html")).unwrap();
        place.publish(&[("404.html", "lost"), ("index.html", "new")]).unwrap();
        assert_eq!(inode("404.html"), lost);
        assert_ne!(inode("index.html"), home);
        let mut seen = String::new();
        std::io::Read::read_to_string(&mut reader, &mut seen).unwrap();
        assert_eq!(seen, "home", "who had the page open reads the old one to its end");
    }

    #[test]
    fn files_and_folders_have_the_rights_that_the_umask_gives_to_any_other() {
        let place = Place::with_site();
        File::create(place.path("file")).unwrap();
        fs::create_dir(place.path("folder")).unwrap();
        for path in ["index.html", manifest::NAME] {
            assert_eq!(mode(&place.in_output(path)), mode(&place.path("file")), "{path}");
        }
        assert_eq!(mode(&place.in_output("stages")), mode(&place.path("folder")));
    }

    #[test]
    fn a_symlink_given_as_output_is_followed_once() {
        let place = Place::new();
        fs::create_dir(place.path("real")).unwrap();
        symlink("real", place.output()).unwrap();
        place.publish(SMALL).unwrap();
        assert_eq!(fs::read_link(place.output()).unwrap(), Path::new("real"));
        assert_eq!(fs::read_to_string(place.path("real/index.html")).unwrap(), "home");
    }

    #[test]
    fn a_symlink_that_leads_to_the_sources_is_refused_as_output() {
        let place = Place::new();
        symlink("book/content", place.path("link")).unwrap();
        symlink("content/guide", place.path("book/deep")).unwrap();
        for output in ["link", "link/new/site", "book/deep/../site", "link/../../out/.."] {
            let error = place.check(&place.path(output)).unwrap_err();
            assert!(matches!(error, PublishError::HarmsSources { .. }), "{output}: {error}");
        }
    }

    #[test]
    fn sources_behind_a_symlink_are_protected_where_they_really_are() {
        let place = Place::new();
        fs::create_dir_all(place.path("texts/guide")).unwrap();
        fs::remove_dir_all(place.path("book/content")).unwrap();
        symlink("../texts", place.path("book/content")).unwrap();
        assert!(place.check(&place.path("texts/out")).unwrap_err().to_string().contains("lies inside the book's content folder"));
    }

    #[test]
    fn an_output_that_is_a_symlink_to_nowhere_or_to_itself_is_an_error() {
        let place = Place::new();
        symlink("nowhere", place.output()).unwrap();
        let error = place.publish(SMALL).unwrap_err();
        assert!(matches!(&error, PublishError::NotAFolder { .. }), "{error}");
        symlink("loop", place.path("loop")).unwrap();
        assert!(place.publish_to(&place.path("loop"), SMALL).is_err());
        assert!(!place.path("nowhere").exists());
    }

    #[test]
    fn a_symlink_in_the_output_is_never_followed_by_writing() {
        let place = Place::with_site();
        fs::create_dir(place.path("victim")).unwrap();
        fs::write(place.path("victim.txt"), "alive").unwrap();
        symlink("../victim", place.in_output("assets")).unwrap();
        symlink("../victim.txt", place.in_output("new.html")).unwrap();
        symlink("nowhere", place.in_output("dangling.html")).unwrap();
        let error = place.assert_refused(&[("assets/deep/x.css", ""), ("dangling.html", ""), ("new.html", "")]);
        for path in ["assets", "dangling.html", "new.html"] {
            assert!(error.contains(&format!("`{path}`: a symlink")), "{error}");
        }
        assert_eq!(fs::read_dir(place.path("victim")).unwrap().count(), 0);
        assert_eq!(fs::read_to_string(place.path("victim.txt")).unwrap(), "alive");
    }

    #[test]
    fn a_symlink_in_the_output_is_never_followed_by_removing() {
        let place = Place::with_site();
        fs::create_dir_all(place.path("victim/poc")).unwrap();
        fs::write(place.path("victim/poc/index.html"), "alive").unwrap();
        fs::remove_dir_all(place.in_output("stages")).unwrap();
        symlink("../victim", place.in_output("stages")).unwrap();
        fs::remove_file(place.in_output("404.html")).unwrap();
        symlink("index.html", place.in_output("404.html")).unwrap();
        let error = place.assert_refused(&[("index.html", "home")]);
        assert!(error.contains("`404.html`: a symlink") && error.contains("`stages`: a symlink"), "{error}");
        assert_eq!(fs::read_to_string(place.path("victim/poc/index.html")).unwrap(), "alive");
    }

    #[test]
    fn a_symlink_with_the_name_of_a_temporary_file_or_of_the_lock_is_not_written_through() {
        let place = Place::with_site();
        fs::write(place.path("victim.txt"), "alive").unwrap();
        for name in [names::temporary("index.html"), names::temporary(manifest::NAME), lock::FILE.to_owned()] {
            symlink("../victim.txt", place.in_output(&name)).unwrap();
        }
        assert!(place.publish(&[("index.html", "2")]).is_err());
        lock::take_file(&place.output()).unwrap();
        assert_eq!(fs::read_to_string(place.path("victim.txt")).unwrap(), "alive");
    }

    #[test]
    fn a_symlink_in_the_place_of_the_manifest_is_refused() {
        let place = Place::with_site();
        fs::rename(place.in_output(manifest::NAME), place.path("moved.json")).unwrap();
        symlink("../moved.json", place.in_output(manifest::NAME)).unwrap();
        assert!(place.assert_refused(&[]).contains("it is not a regular file"));
    }

    #[test]
    fn what_is_neither_file_nor_folder_is_foreign() {
        let place = Place::with_site();
        fs::remove_file(place.in_output("index.html")).unwrap();
        let _socket = UnixListener::bind(place.in_output("index.html")).unwrap();
        let error = place.publish(SMALL).unwrap_err().to_string();
        assert!(error.contains("`index.html`: not a file that rollbook wrote"), "{error}");
    }

    /// A folder in which nothing may be created, or `None` for root, whom rights do not stop.
    fn without_rights(folder: &Path) -> Option<()> {
        fs::set_permissions(folder, fs::Permissions::from_mode(0o555)).unwrap();
        let may_write = File::create(folder.join("probe")).is_ok();
        if may_write {
            fs::remove_file(folder.join("probe")).unwrap();
            eprintln!("skipped: rights do not stop this user");
        }
        (!may_write).then_some(())
    }

    fn with_rights(folder: &Path) {
        fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
    }

    #[test]
    fn a_folder_that_may_not_be_written_to_is_an_error_and_the_old_site_stays() {
        let place = Place::with_site();
        let Some(()) = without_rights(&place.in_output("stages/poc")) else { return };
        let manifest = place.manifest();
        let error = place.publish(&[("index.html", "2"), ("new/a.html", "2"), ("stages/poc/index.html", "2")]).unwrap_err().to_string();
        assert!(error.contains("stages/poc") && error.contains("Give this user the right"), "{error}");
        assert_eq!(place.tree(), small_tree());
        assert_eq!(place.manifest(), manifest);
        with_rights(&place.in_output("stages/poc"));
        place.publish(&[("index.html", "2")]).unwrap();
        assert_eq!(place.tree(), ["index.html = 2"]);
    }

    #[test]
    fn an_output_that_may_not_be_written_to_is_an_error_only_if_something_changed() {
        let place = Place::with_site();
        let Some(()) = without_rights(&place.output()) else { return };
        assert_eq!(place.publish(SMALL).unwrap(), published(0, 4, 0));
        assert!(place.publish(&[("index.html", "2")]).is_err());
        assert_eq!(place.tree(), small_tree());
        with_rights(&place.output());
    }

    #[test]
    fn a_page_of_ours_that_may_not_be_read_is_replaced() {
        let place = Place::with_site();
        fs::set_permissions(place.in_output("index.html"), fs::Permissions::from_mode(0o000)).unwrap();
        place.publish(SMALL).unwrap();
        assert_eq!(fs::read_to_string(place.in_output("index.html")).unwrap(), "home");
    }
}

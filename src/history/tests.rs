//! Tests with a repository of their own, its times fixed.

use std::fs;

use super::*;

/// A folder with a repository in which each commit is the time in its name.
struct Repo(tempfile::TempDir);

impl Repo {
    fn new() -> Self {
        let repo = Self(tempfile::tempdir().unwrap());
        repo.git(&["init", "--quiet", "--initial-branch", "main"], 0);
        repo
    }

    fn git(&self, args: &[&str], time: i64) {
        let date = format!("@{time} +0000");
        let mut git = git(self.0.path());
        git.args(["-c", "user.name=A", "-c", "user.email=a@a.example", "-c", "commit.gpgsign=false"]).args(args);
        git.env("GIT_AUTHOR_DATE", "@1 +0000").env("GIT_COMMITTER_DATE", date);
        assert!(git.output().unwrap().status.success(), "git {args:?}");
    }

    fn commit(&self, files: &[(&str, &str)], time: i64) {
        for (path, text) in files {
            let path = self.0.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        self.git(&["add", "--all"], time);
        self.git(&["commit", "--quiet", "--message", "x"], time);
    }
}

/// `path seconds` of the book at that folder, and how many files lie beyond what the clone knows.
fn told(root: &Path) -> (Vec<String>, usize) {
    let history = read(root, "content", &crate::source::read::read(root));
    (history.changes.iter().map(|(path, time)| format!("{path} {}", time.as_second())).collect(), history.beyond)
}

#[test]
fn each_file_has_the_time_of_its_last_commit_whatever_it_is_called() {
    let repo = Repo::new();
    repo.commit(&[("content/a.md", "1"), ("content/ü \"b\"/c.png", "1"), ("content/new\nline.md", "1"), ("top.md", "1")], 1000);
    repo.commit(&[("content/a.md", "2"), ("content/gone.md", "1")], 2000);
    fs::remove_file(repo.0.path().join("content/gone.md")).unwrap();
    repo.commit(&[("top.md", "2")], 3000);
    fs::write(repo.0.path().join("content/a.md"), "not committed").unwrap();
    fs::write(repo.0.path().join("content/new.md"), "not committed").unwrap();
    let expected = ["content/a.md 2000", "content/new\nline.md 1000", "content/ü \"b\"/c.png 1000"];
    assert_eq!(told(repo.0.path()), (expected.map(str::to_owned).to_vec(), 0));
}

#[test]
fn a_book_in_a_folder_of_a_repository_has_the_times_of_its_own_files() {
    let repo = Repo::new();
    repo.commit(&[("content/a.md", "of the repository"), ("book/content/a.md", "of the book")], 1000);
    repo.commit(&[("content/a.md", "later")], 2000);
    assert_eq!(told(&repo.0.path().join("book")), (vec!["content/a.md 1000".to_owned()], 0));
}

#[test]
fn of_two_branches_that_were_merged_each_file_keeps_its_own_time() {
    let repo = Repo::new();
    repo.commit(&[("content/a.md", "1"), ("content/b.md", "1")], 1000);
    repo.git(&["checkout", "--quiet", "-b", "side"], 0);
    repo.commit(&[("content/a.md", "2")], 2000);
    repo.git(&["checkout", "--quiet", "main"], 0);
    repo.commit(&[("content/b.md", "2")], 3000);
    repo.git(&["merge", "--quiet", "--message", "x", "side"], 4000);
    assert_eq!(told(repo.0.path()).0, ["content/a.md 2000", "content/b.md 3000"]);
}

#[test]
fn settings_of_a_user_change_nothing() {
    let repo = Repo::new();
    repo.commit(&[("content/a.md", "1")], 1000);
    repo.git(&["mv", "content/a.md", "content/b.md"], 0);
    repo.commit(&[], 2000);
    let settings = [
        ("log.showSignature", "true"),
        ("log.follow", "true"),
        ("color.ui", "always"),
        ("diff.renames", "copies"),
        ("log.date", "iso"),
        ("log.showRoot", "false"),
    ];
    for (key, value) in settings {
        repo.git(&["config", key, value], 0);
    }
    assert_eq!(told(repo.0.path()).0, ["content/b.md 2000"]);
}

#[test]
fn a_shallow_clone_says_nothing_of_what_it_can_not_know() {
    let repo = Repo::new();
    repo.commit(&[("content/old.md", "1"), ("content/a.md", "1")], 1000);
    repo.commit(&[("content/a.md", "2")], 2000);
    repo.commit(&[("content/a.md", "3")], 3000);
    let clone = tempfile::tempdir().unwrap();
    let from = format!("file://{}", repo.0.path().display());
    let cloned =
        git(clone.path()).env("GIT_ALLOW_PROTOCOL", "file").args(["clone", "--quiet", "--depth", "2", &from, "."]).output().unwrap();
    assert!(cloned.status.success());
    assert_eq!(told(clone.path()), (vec!["content/a.md 3000".to_owned()], 1));
}

#[test]
fn a_commit_whose_time_is_none_tells_nothing_and_is_no_shallow_end() {
    let repo = Repo::new();
    repo.commit(&[("content/a.md", "1"), ("content/b.md", "1")], 1000);
    // In the year 317,000.
    repo.commit(&[("content/a.md", "2")], 9_999_999_999_999);
    assert_eq!(told(repo.0.path()), (vec!["content/b.md 1000".to_owned()], 0));
}

#[test]
fn the_root_commit_tells_of_its_files_whatever_the_settings() {
    let repo = Repo::new();
    repo.commit(&[("content/a.md", "1")], 1000);
    repo.git(&["config", "log.showRoot", "false"], 0);
    assert_eq!(told(repo.0.path()).0, ["content/a.md 1000"]);
}

#[test]
fn only_files_of_the_last_commit_are_looked_for() {
    let repo = Repo::new();
    repo.commit(&[("book/content/ü.md", "1"), ("book/content/gone.md", "1")], 1000);
    repo.git(&["rm", "--quiet", "book/content/gone.md"], 0);
    repo.commit(&[], 2000);
    repo.commit(&[("book/top.md", "1")], 3000);
    let root = repo.0.path().join("book");
    fs::write(root.join("content/gone.md"), "made anew").unwrap();
    fs::write(root.join("content/new.md"), "new").unwrap();
    repo.git(&["add", "book/content/new.md"], 0);
    let repository = Repository::of(&root).unwrap();
    assert_eq!(repository.committed("content"), BTreeSet::from(["content/ü.md".to_owned()]));
    assert_eq!(repository.committed("."), BTreeSet::from(["content/ü.md".to_owned(), "top.md".to_owned()]));
    assert_eq!(told(&root), (vec!["content/ü.md 1000".to_owned()], 0));
}

#[test]
fn no_protocol_and_no_other_place_of_objects_is_left_to_git() {
    let git = git(Path::new("."));
    let set: BTreeMap<_, _> = git.get_envs().collect();
    for name in
        ["GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_GLOB_PATHSPECS", "GIT_ICASE_PATHSPECS", "GIT_NOGLOB_PATHSPECS"]
    {
        assert_eq!(set.get(std::ffi::OsStr::new(name)), Some(&None), "{name}");
    }
    assert_eq!(set.get(std::ffi::OsStr::new("GIT_ALLOW_PROTOCOL")), Some(&Some(std::ffi::OsStr::new(""))));
}

#[test]
fn a_commit_is_seen_where_git_keeps_no_logs_and_on_another_branch() {
    let repo = Repo::new();
    repo.git(&["config", "core.logAllRefUpdates", "false"], 0);
    let root = repo.0.path();
    let sources = || crate::source::read::read(root);
    let mut follower = Follower::default();
    // The branch is not there yet.
    follower.changes(root, "content", &sources(), || ());
    let mut seen = |time: i64| {
        assert!(follower.has_news(), "{time}");
        let (sender, answered) = std::sync::mpsc::channel();
        follower.changes(root, "content", &sources(), move || sender.send(()).unwrap());
        answered.recv_timeout(std::time::Duration::from_secs(30)).unwrap();
        let changes = follower.changes(root, "content", &sources(), || ());
        assert_eq!(changes.values().map(|time| time.as_second()).collect::<Vec<_>>(), [time]);
        assert!(!follower.has_news());
    };
    repo.commit(&[("content/a.md", "1")], 1000);
    seen(1000);
    repo.commit(&[("content/a.md", "2")], 2000);
    seen(2000);
    repo.git(&["checkout", "--quiet", "-b", "side"], 0);
    seen(2000);
    repo.commit(&[("content/a.md", "3")], 3000);
    seen(3000);
    repo.git(&["pack-refs", "--all"], 0);
    repo.commit(&[("content/a.md", "4")], 4000);
    seen(4000);
}

#[test]
fn without_a_repository_or_a_commit_there_is_no_time_and_no_noise() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("content")).unwrap();
    fs::write(folder.path().join("content/a.md"), "a").unwrap();
    assert_eq!(told(folder.path()), (Vec::new(), 0));
    let empty = Repo::new();
    fs::create_dir(empty.0.path().join("content")).unwrap();
    fs::write(empty.0.path().join("content/a.md"), "a").unwrap();
    assert_eq!(told(empty.0.path()), (Vec::new(), 0));
}

#[test]
fn while_a_book_is_worked_on_git_is_asked_again_only_after_a_commit() {
    let repo = Repo::new();
    repo.commit(&[("content/a.md", "1")], 1000);
    let root = repo.0.path();
    let sources = crate::source::read::read(root);
    let mut follower = Follower::default();
    let seconds = |changes: &Changes| changes.values().map(|time| time.as_second()).collect::<Vec<_>>();
    assert_eq!(seconds(&follower.changes(root, "content", &sources, || panic!("nothing is new"))), [1000]);
    assert!(!follower.has_news());
    follower.changes(root, "content", &sources, || panic!("nothing is new"));
    repo.commit(&[("content/a.md", "2")], 2000);
    assert!(follower.has_news());
    let (sender, answered) = std::sync::mpsc::channel();
    assert_eq!(seconds(&follower.changes(root, "content", &sources, move || sender.send(()).unwrap())), [1000], "nobody waits for git");
    answered.recv_timeout(std::time::Duration::from_secs(30)).unwrap();
    assert_eq!(seconds(&follower.changes(root, "content", &sources, || panic!("nothing is new"))), [2000]);
    assert!(!follower.has_news());
}

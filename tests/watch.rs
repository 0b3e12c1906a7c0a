//! A book that is being worked on is built again, whatever way its files change: after quiet, what was told last is a clean build.
//! Real files and real events; what is waited for are states, never times.
#![cfg(feature = "serve")]
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads and writes files, and fails by panicking")]

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::thread::{self, JoinHandle, sleep};
use std::time::{Duration, Instant};

use rollbook::calendar::{Date, parse_date};
use rollbook::history;
use rollbook::live::{self, Audience, Message, Options, Outbox, Update};
use rollbook::path::OutputPath;
use rollbook::pipeline::Pipeline;
use rollbook::source::read;
use rollbook::watch::{self, Watch};

/// Longer than anything takes on a busy machine; reached only by a failure.
const LIMIT: Duration = Duration::from_secs(60);

fn day() -> Date {
    parse_date("2026-06-01").unwrap()
}

/// A book in a folder, watched by a loop in another thread.
struct Watched {
    root: tempfile::TempDir,
    told: Arc<Mutex<Vec<Update>>>,
    /// How often the book was looked at.
    looks: Arc<AtomicUsize>,
    /// And how often until it was told what it is.
    looks_until_told: Arc<AtomicUsize>,
    outbox: Outbox,
    _watch: Watch,
    running: Option<JoinHandle<()>>,
}

struct Listener {
    told: Arc<Mutex<Vec<Update>>>,
    looks: Arc<AtomicUsize>,
    looks_until_told: Arc<AtomicUsize>,
}

impl Audience for Listener {
    fn wanted(&self) -> Vec<OutputPath> {
        Vec::new()
    }
    fn first(&self, _: &OutputPath, _: &Arc<[u8]>) {}
    fn built(&self, update: Update) {
        self.looks_until_told.store(self.looks.load(Ordering::SeqCst), Ordering::SeqCst);
        self.told.lock().unwrap().push(update);
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        let _ = self.outbox.send(Message::Stop);
        if let Some(running) = self.running.take() {
            let _ = running.join();
        }
    }
}

impl Watched {
    fn new(poll: Option<Duration>, prepare: impl FnOnce(&Path)) -> Self {
        let root = tempfile::tempdir().unwrap();
        put(&root.path().join("book.toml"), "[book]\nid = \"b\"\nstart = 2026-01-05\n[calendar]\nholiday_files = [\"days/at.csv\"]\n");
        put(&root.path().join("days/at.csv"), "2026-01-06\n");
        put(&root.path().join("content/index.md"), "Hello.\n");
        put(&root.path().join("content/stages/01-pilot.md"), "---\nwindow: Week 1-2\nchecklist: [A]\n---\n");
        put(&root.path().join("content/guide/notes.md"), "Some notes.\n");
        prepare(root.path());
        let (outbox, inbox) = live::mailbox();
        let watch = watch::start(root.path(), poll, &outbox, |_| ()).unwrap();
        let told = Arc::new(Mutex::new(Vec::new()));
        let (looks, looks_until_told) = <(Arc<AtomicUsize>, Arc<AtomicUsize>)>::default();
        let listener = Listener { told: Arc::clone(&told), looks: Arc::clone(&looks), looks_until_told: Arc::clone(&looks_until_told) };
        let (book, counter) = (root.path().to_owned(), Arc::clone(&looks));
        let running = thread::spawn(move || {
            let as_of = move |_: &_| {
                counter.fetch_add(1, Ordering::SeqCst);
                day()
            };
            live::run(&Options { book, as_of: Box::new(as_of), base_url: None, cache: None }, &inbox, &listener);
        });
        let watched = Self { root, told, looks, looks_until_told, outbox, _watch: watch, running: Some(running) };
        watched.settled("at the start");
        watched
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    /// Writes a file in place.
    fn put(&self, path: &str, text: &str) {
        put(&self.path(path), text);
    }

    fn builds(&self) -> usize {
        self.told.lock().unwrap().len()
    }

    /// Whether what was told last is a clean build of the files as they are.
    fn is_clean(&self) -> bool {
        let mut sources = read::read(self.root.path());
        sources.changes = history::read(self.root.path(), "content", &sources).changes;
        let clean = Pipeline::default().build(&sources, day(), None, &mut |_| {});
        let told = self.told.lock().unwrap();
        told.last().is_some_and(|last| last.built.site == clean.site && last.built.diagnostics == clean.diagnostics)
    }

    /// Waits until it is.
    #[track_caller]
    fn settled(&self, when: &str) {
        let start = Instant::now();
        while !self.is_clean() {
            assert!(start.elapsed() < LIMIT, "{when}: what was told last is no clean build");
            sleep(Duration::from_millis(20));
        }
    }

    /// Waits until it is, with this text in a page.
    #[track_caller]
    fn shows(&self, page: &str, text: &str) {
        self.settled(text);
        let told = self.told.lock().unwrap();
        let bytes = told.last().unwrap().built.site.files.get(&OutputPath::new(page)).cloned().unwrap_or_default();
        assert!(String::from_utf8_lossy(&bytes).contains(text), "{page} does not show {text}");
    }

    fn last_has_errors(&self) -> bool {
        self.told.lock().unwrap().last().unwrap().built.has_errors()
    }
}

fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn git(folder: &Path, arguments: &[&str]) {
    let fixed = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false", "-c", "core.hooksPath=/dev/null"];
    let done = Command::new("git").args(fixed).args(arguments).current_dir(folder).output().unwrap();
    assert!(done.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
}

const NOTES: &str = "content/guide/notes.md";
const PAGE: &str = "guide/notes/index.html";

#[test]
fn a_file_that_is_written_in_place() {
    let book = Watched::new(None, |_| ());
    for n in 0..5 {
        book.put(NOTES, &format!("Edit {n}.\n"));
        book.shows(PAGE, &format!("Edit {n}."));
    }
    let told = book.told.lock().unwrap();
    assert_eq!(told.last().unwrap().changed.iter().map(ToString::to_string).collect::<Vec<_>>(), [NOTES]);
    assert!(told[0].changed.is_empty());
}

#[test]
fn nothing_is_built_where_nothing_differs() {
    let book = Watched::new(None, |_| ());
    let before = book.builds();
    book.put(NOTES, "Some notes.\n");
    book.put("README.md", "Not of the book.\n");
    book.put("site/index.html", "Nor this.\n");
    book.put("content/.hidden.md", "Nor this.\n");
    book.put("content/guide/notes.md~", "Nor this.\n");
    book.put("content/index.md", "Another.\n");
    book.shows("index.html", "Another.");
    assert_eq!(book.builds(), before + 1);
}

#[test]
fn a_book_that_is_only_read_is_not_looked_at() {
    let book = Watched::new(None, |_| ());
    book.put("content/new/page.md", "New.\n");
    book.shows("new/page/index.html", "New.");
    let (mut looks, start) = (0, Instant::now());
    while book.looks.load(Ordering::SeqCst) != looks {
        assert!(start.elapsed() < LIMIT, "it is looked at again and again");
        looks = book.looks.load(Ordering::SeqCst);
        sleep(Duration::from_millis(500));
    }
    for _ in 0..20 {
        assert!(book.is_clean());
    }
    sleep(Duration::from_millis(500));
    assert_eq!(book.looks.load(Ordering::SeqCst), looks);
}

#[test]
fn a_file_that_is_emptied_and_then_written_is_never_told_empty() {
    let book = Watched::new(None, |_| ());
    let stage = book.path("content/stages/01-pilot.md");
    for attempt in 0..20 {
        let before = book.builds();
        let mut file = File::create(&stage).unwrap();
        let mut slowest = Duration::ZERO;
        for part in ["---\nwindow: Week 1-2\nchecklist: [A, B", &format!(", Item {attempt}]\n---\n")] {
            let start = Instant::now();
            sleep(Duration::from_millis(20));
            file.write_all(part.as_bytes()).unwrap();
            slowest = slowest.max(start.elapsed());
        }
        drop(file);
        book.shows("stages/pilot/index.html", &format!("Item {attempt}"));
        // A test that was kept from writing at once has shown nothing.
        if slowest < Duration::from_millis(35) {
            let told = book.told.lock().unwrap();
            let flashes = told[before..].iter().filter(|update| update.built.has_errors()).count();
            assert_eq!((flashes, told.len() - before), (0, 1));
            return;
        }
    }
}

#[test]
fn what_could_be_the_middle_of_saving_is_told_when_a_second_look_finds_the_same() {
    let book = Watched::new(None, |_| ());
    let doubtful: [&dyn Fn(); 4] = [
        &|| book.put(NOTES, ""),
        &|| book.put("content/index.md", "[broken](nowhere.md)\n"),
        &|| book.put("content/index.md", "[still broken](nowhere.md)\n"),
        &|| fs::remove_file(book.path("content/index.md")).unwrap(),
    ];
    for (n, change) in doubtful.iter().enumerate() {
        let (looks, builds) = (book.looks.load(Ordering::SeqCst), book.builds());
        change();
        book.settled("a doubtful change");
        assert_eq!(book.builds(), builds + 1, "change {n} is told once");
        let needed = book.looks_until_told.load(Ordering::SeqCst) - looks;
        assert!(needed >= 2, "change {n} was told after {needed} looks");
    }
}

#[test]
fn a_file_that_is_replaced_by_a_rename() {
    let book = Watched::new(None, |_| ());
    for n in 0..5 {
        book.put("content/guide/.notes.md.tmp", &format!("Edit {n}.\n"));
        fs::rename(book.path("content/guide/.notes.md.tmp"), book.path(NOTES)).unwrap();
        book.shows(PAGE, &format!("Edit {n}."));
    }
    let toml = fs::read_to_string(book.path("book.toml")).unwrap().replace("id = \"b\"", "id = \"b\"\ntitle = \"Renamed\"");
    book.put("book.toml.new", &toml);
    fs::rename(book.path("book.toml.new"), book.path("book.toml")).unwrap();
    book.shows("index.html", "Renamed");
}

#[test]
fn a_file_that_is_backed_up_and_written_anew_as_vim_does() {
    let book = Watched::new(None, |_| ());
    book.put("content/index.md", "See [notes](guide/notes.md).\n");
    book.settled("linked");
    for n in 0..5 {
        fs::rename(book.path(NOTES), book.path("content/guide/notes.md~")).unwrap();
        book.put(NOTES, &format!("Edit {n}.\n"));
        fs::remove_file(book.path("content/guide/notes.md~")).unwrap();
        book.shows(PAGE, &format!("Edit {n}."));
    }
    // What an editor leaves for a moment is not told; what stays so is.
    fs::remove_file(book.path(NOTES)).unwrap();
    book.settled("deleted");
    assert!(book.last_has_errors());
    book.put(NOTES, "Back.\n");
    book.shows(PAGE, "Back.");
}

#[test]
fn a_checkout_of_300_files_is_few_builds() {
    let book = Watched::new(None, |root| {
        git(root, &["init", "-q", "-b", "main"]);
        git(root, &["add", "-A"]);
        git(root, &["commit", "-q", "-m", "small"]);
        git(root, &["checkout", "-q", "-b", "large"]);
        for n in 0..300 {
            put(&root.join(format!("content/guide/part-{}/page-{n}.md", n % 7)), &format!("Page {n}.\n"));
        }
        put(&root.join("content/stages/01-pilot.md"), "---\nwindow: Week 1-3\nchecklist: [A, B]\n---\n");
        git(root, &["add", "-A"]);
        git(root, &["commit", "-q", "-m", "large"]);
        git(root, &["checkout", "-q", "main"]);
    });
    for branch in ["large", "main", "large"] {
        let before = book.builds();
        git(book.root.path(), &["checkout", "-q", branch]);
        book.settled(branch);
        let told = book.told.lock().unwrap();
        let builds = told.len() - before;
        // The last one may be for the days of the commits alone, which git tells in the background.
        assert!((1..=3).contains(&builds), "{builds} builds for one checkout");
        assert_eq!(told[before..].iter().filter(|update| update.built.has_errors()).count(), 0);
    }
    let told = book.told.lock().unwrap();
    assert!(told.iter().any(|update| update.changed.len() == 301));
}

#[test]
fn a_folder_that_is_renamed_and_then_written_to() {
    let book = Watched::new(None, |_| ());
    fs::rename(book.path("content/guide"), book.path("content/manual")).unwrap();
    book.shows("manual/notes/index.html", "Some notes.");
    book.put("content/manual/notes.md", "In the new place.\n");
    book.shows("manual/notes/index.html", "In the new place.");
    fs::create_dir(book.path("content/manual/deep")).unwrap();
    book.put("content/manual/deep/er.md", "Deep.\n");
    book.shows("manual/deep/er/index.html", "Deep.");
    fs::rename(book.path("content/manual"), book.path("content/guide")).unwrap();
    book.put("content/guide/deep/er.md", "Back.\n");
    book.shows("guide/deep/er/index.html", "Back.");
}

#[test]
fn the_content_folder_deleted_and_restored() {
    let book = Watched::new(None, |_| ());
    for n in 0..3 {
        fs::rename(book.path("content"), book.path("away")).unwrap();
        book.settled("away");
        assert!(book.last_has_errors());
        fs::rename(book.path("away"), book.path("content")).unwrap();
        book.settled("back");
        fs::remove_dir_all(book.path("content")).unwrap();
        if n > 0 {
            // Else it is gone for a moment only.
            book.settled("gone");
        }
        book.put(NOTES, &format!("Restored {n}.\n"));
        book.shows(PAGE, &format!("Restored {n}."));
        book.put(NOTES, &format!("Edited {n}.\n"));
        book.shows(PAGE, &format!("Edited {n}."));
        book.put(&format!("content/new-{n}/page.md"), "New.\n");
        book.shows(&format!("new-{n}/page/index.html"), "New.");
    }
}

#[test]
fn a_book_whose_folder_goes_and_comes_back() {
    let book = Watched::new(None, |_| ());
    let away = tempfile::tempdir().unwrap();
    let copy = away.path().join("copy");
    fs::rename(book.root.path(), &copy).unwrap();
    book.settled("gone");
    assert!(book.last_has_errors());
    fs::rename(&copy, book.root.path()).unwrap();
    book.settled("back");
    book.put(NOTES, "Still seen.\n");
    book.shows(PAGE, "Still seen.");
}

#[test]
fn a_book_that_is_broken_or_not_there_at_the_start() {
    let book = Watched::new(None, |root| {
        fs::remove_dir_all(root.join("content")).unwrap();
        fs::remove_file(root.join("book.toml")).unwrap();
    });
    assert!(book.last_has_errors());
    book.put("book.toml", "[book]\nid = \"b\"\n");
    book.settled("without content");
    book.put("content/index.md", "Here.\n");
    book.shows("index.html", "Here.");
    book.put("content/index.md", "And here.\n");
    book.shows("index.html", "And here.");
}

#[test]
fn new_folders_with_files_made_at_once() {
    let book = Watched::new(None, |_| ());
    for n in 0..10 {
        book.put(&format!("content/a{n}/b/c/d/page.md"), "First.\n");
        book.put(&format!("content/a{n}/b/c/d/page.md"), &format!("Second {n}.\n"));
        book.put(&format!("content/a{n}/b/c/other.md"), "Other.\n");
    }
    book.shows("a9/b/c/d/page/index.html", "Second 9.");
    for n in 0..10 {
        book.put(&format!("content/a{n}/b/c/d/page.md"), &format!("Third {n}.\n"));
    }
    book.shows("a9/b/c/d/page/index.html", "Third 9.");
}

#[cfg(unix)]
#[test]
fn files_and_folders_behind_links_inside_the_book() {
    use std::os::unix::fs::symlink;

    let book = Watched::new(None, |root| {
        put(&root.join("shared/one.md"), "One.\n");
        put(&root.join("shared/v1/two.md"), "Two.\n");
        put(&root.join("shared/v2/two.md"), "Newer two.\n");
        symlink("../shared/one.md", root.join("content/one.md")).unwrap();
        symlink("v1", root.join("shared/now")).unwrap();
        symlink("../shared/now", root.join("content/now")).unwrap();
    });
    book.put("shared/one.md", "Changed one.\n");
    book.shows("one/index.html", "Changed one.");
    book.put("shared/new-one.md", "Replaced one.\n");
    fs::rename(book.path("shared/new-one.md"), book.path("shared/one.md")).unwrap();
    book.shows("one/index.html", "Replaced one.");
    book.put("shared/v1/two.md", "Changed two.\n");
    book.shows("now/two/index.html", "Changed two.");
    fs::remove_file(book.path("shared/now")).unwrap();
    symlink("v2", book.path("shared/now")).unwrap();
    book.shows("now/two/index.html", "Newer two.");
    book.put("shared/v2/deep/three.md", "Three.\n");
    book.shows("now/deep/three/index.html", "Three.");
    // A link that comes later, and one whose removal takes the watch of its target along.
    symlink("../shared/v1", book.path("content/old")).unwrap();
    book.shows("old/two/index.html", "Changed two.");
    book.put("shared/v1/two.md", "Old two.\n");
    book.shows("old/two/index.html", "Old two.");
    symlink("guide", book.path("content/again")).unwrap();
    book.shows("again/notes/index.html", "Some notes.");
    fs::remove_file(book.path("content/again")).unwrap();
    book.settled("without the link");
    book.put(NOTES, "Seen without it.\n");
    book.shows(PAGE, "Seen without it.");
}

#[test]
fn a_rename_of_nothing_but_case() {
    let book = Watched::new(None, |_| ());
    fs::rename(book.path(NOTES), book.path("content/guide/Notes.md")).unwrap();
    book.settled("renamed");
    book.put("content/guide/Notes.md", "Capital.\n");
    book.shows("guide/Notes/index.html", "Capital.");
}

#[test]
fn a_book_toml_that_names_other_folders() {
    let book = Watched::new(None, |root| put(&root.join("other/text/index.md"), "Elsewhere.\n"));
    book.put("book.toml", "[book]\nid = \"b\"\n[build]\ncontent = \"other/text\"\n");
    book.shows("index.html", "Elsewhere.");
    book.put("other/text/index.md", "Seen there.\n");
    book.shows("index.html", "Seen there.");
    let before = book.builds();
    book.put(NOTES, "No longer of the book.\n");
    book.put("book.toml", "[book]\nid = \"b\"\n[build]\ncontent = \"later\"\n");
    book.settled("a folder that is not there");
    assert!(book.last_has_errors() && book.builds() > before);
    book.put("later/index.md", "Now it is.\n");
    book.shows("index.html", "Now it is.");
    book.put("later/index.md", "And seen.\n");
    book.shows("index.html", "And seen.");
}

#[test]
fn templates_of_the_book_come_and_go() {
    let book = Watched::new(None, |_| ());
    let template = "themes/default/templates/page.html";
    for n in 0..2 {
        book.put(template, &format!("Own template {n}."));
        book.shows(PAGE, &format!("Own template {n}."));
        book.put(template, &format!("{{{{ broken {n}"));
        book.settled("broken");
        assert!(book.last_has_errors());
        fs::remove_dir_all(book.path("themes")).unwrap();
        book.shows(PAGE, "Some notes.");
    }
}

#[test]
fn holiday_files_are_seen() {
    let book = Watched::new(None, |_| ());
    let before = book.builds();
    book.put("days/notes.txt", "Not of the book.\n");
    book.put("days/at.csv", "2026-01-06\n2026-01-0\n");
    book.settled("broken");
    assert!(book.last_has_errors());
    assert_eq!(book.builds(), before + 1);
    fs::remove_dir_all(book.path("days")).unwrap();
    book.settled("gone");
    book.put("days/at.csv", "2026-01-07\n");
    book.settled("back");
    assert!(!book.last_has_errors());
}

#[test]
fn a_burst_of_10_000_changes_is_few_builds() {
    let book = Watched::new(None, |_| ());
    let before = book.builds();
    for n in 0..10_000 {
        fs::write(book.path(NOTES), format!("Change {n}.\n")).unwrap();
    }
    book.shows(PAGE, "Change 9999.");
    for n in 0..2_000 {
        fs::write(book.path(&format!("content/guide/.swap-{n}")), "x").unwrap();
        fs::remove_file(book.path(&format!("content/guide/.swap-{n}"))).unwrap();
    }
    book.put(NOTES, "Last.\n");
    book.shows(PAGE, "Last.");
    assert!(book.builds() - before < 500, "{} builds", book.builds() - before);
}

#[test]
fn a_change_of_the_same_length_right_after_another() {
    let book = Watched::new(None, |_| ());
    for n in 0..100 {
        book.put(NOTES, &format!("Number {n:03}.\n"));
        sleep(Duration::from_millis(n % 20));
    }
    book.shows(PAGE, "Number 099.");
}

#[test]
fn a_book_under_constant_change_is_told_all_the_same() {
    let book = Watched::new(None, |_| ());
    let before = book.builds();
    let start = Instant::now();
    let mut n = 0;
    while book.builds() < before + 2 {
        assert!(start.elapsed() < LIMIT, "nothing was told");
        n += 1;
        // Each second state is a broken one.
        book.put(NOTES, &if n % 2 == 0 { format!("Change {n}.\n") } else { "[broken](nowhere.md)\n".to_owned() });
        sleep(Duration::from_millis(2));
    }
    book.put(NOTES, "Quiet.\n");
    book.shows(PAGE, "Quiet.");
}

#[test]
fn polling_sees_what_events_see() {
    let book = Watched::new(Some(Duration::from_millis(100)), |_| ());
    book.put(NOTES, "In place.\n");
    book.shows(PAGE, "In place.");
    fs::rename(book.path("content/guide"), book.path("content/manual")).unwrap();
    book.shows("manual/notes/index.html", "In place.");
    fs::rename(book.path("content"), book.path("away")).unwrap();
    book.settled("away");
    assert!(book.last_has_errors());
    fs::rename(book.path("away"), book.path("content")).unwrap();
    book.settled("back");
    book.put("themes/default/templates/page.html", "Own template.");
    book.shows("manual/notes/index.html", "Own template.");
    let before = book.builds();
    sleep(Duration::from_millis(500));
    assert_eq!(book.builds(), before, "nothing has changed");
}

#[test]
fn work_is_done_between_two_builds_with_what_was_read_last() {
    let book = Watched::new(None, |_| ());
    let (answer, answered) = mpsc::channel();
    let path = book.path(NOTES);
    book.outbox
        .send(Message::Ask(Box::new(move |desk| {
            fs::write(path, "By the desk.\n").unwrap();
            answer.send((desk.sources.content.len(), desk.as_of)).unwrap();
        })))
        .unwrap();
    assert_eq!(answered.recv_timeout(LIMIT).unwrap(), (3, day()));
    book.shows(PAGE, "By the desk.");
}

/// What was told after the first time: the files that had changed.
fn told(book: &Watched) -> Vec<String> {
    let files = |update: &Update| update.changed.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    book.told.lock().unwrap()[1..].iter().map(files).collect()
}

#[test]
fn the_text_that_a_sign_tells_of_comes_first_and_whatever_else_has_changed_follows() {
    let sign = |place: &str| Message::ChangedAt(rollbook::path::SourcePath::new(place));
    // Nothing is noticed here but what is signed.
    let hour = Duration::from_secs(3600);
    let book = Watched::new(Some(hour), |_| ());
    book.put("content/index.md", "Hello again.\n");
    book.put("content/guide/notes.md", "Other notes.\n");
    book.outbox.send(sign("content/index.md")).unwrap();
    book.settled("a sign from one of two files");
    assert_eq!(told(&book), ["content/index.md", "content/guide/notes.md"]);

    // What is more than a text, a file that has come or gone, and signs without a place are one look at everything.
    for (n, (places, text)) in [
        (&["content/index.md"][..], "# More than a text\n"),
        (&["content/index.md", "content/new.md"], "Beside a new file.\n"),
        (&["content/index.md", "content/guide/gone.md"], "Beside one that is gone.\n"),
    ]
    .into_iter()
    .enumerate()
    {
        let book = Watched::new(Some(hour), |root| put(&root.join("content/guide/gone.md"), "It goes.\n"));
        book.put("content/index.md", text);
        match n {
            1 => book.put("content/new.md", "New.\n"),
            2 => fs::remove_file(book.path("content/guide/gone.md")).unwrap(),
            _ => {}
        }
        places.iter().for_each(|place| book.outbox.send(sign(place)).unwrap());
        book.settled(text);
        let mut files = places.to_vec();
        files.sort_unstable();
        assert_eq!(told(&book), [files.join(" ")]);
    }
}

#[test]
fn a_new_day_is_built_when_it_is_asked_for() {
    let root = tempfile::tempdir().unwrap();
    put(&root.path().join("book.toml"), "[book]\nid = \"b\"\n");
    put(&root.path().join("content/index.md"), "Hello.\n");
    let (outbox, inbox) = live::mailbox();
    let told = Arc::new(Mutex::new(Vec::new()));
    let listener = Listener { told: Arc::clone(&told), looks: Arc::default(), looks_until_told: Arc::default() };
    let book = root.path().to_owned();
    let past = Arc::new(AtomicBool::new(false));
    let days = Arc::clone(&past);
    let running = thread::spawn(move || {
        let as_of = move |_: &_| if days.load(Ordering::SeqCst) { day().tomorrow().unwrap() } else { day() };
        live::run(&Options { book, as_of: Box::new(as_of), base_url: None, cache: None }, &inbox, &listener);
    });
    let builds = |n: usize| {
        let start = Instant::now();
        while told.lock().unwrap().len() < n {
            assert!(start.elapsed() < LIMIT);
            sleep(Duration::from_millis(10));
        }
    };
    builds(1);
    past.store(true, Ordering::SeqCst);
    outbox.send(Message::Look).unwrap();
    builds(2);
    outbox.send(Message::Stop).unwrap();
    running.join().unwrap();
    let told = told.lock().unwrap();
    assert_eq!(told.iter().map(|update| update.as_of.to_string()).collect::<Vec<_>>(), ["2026-06-01", "2026-06-02"]);
    assert!(told[1].changed.is_empty());
}

//! Edit mode over HTTP: who may change the book, what is refused, and that everything can be taken back.
#![cfg(feature = "serve")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods, reason = "a test reads and writes files, and fails by panicking")]

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use proptest::prelude::*;
use rollbook::calendar::parse_date;
use rollbook::live::{self, Message, Outbox};
use rollbook::serve::{self, Edit, Hosts, Options, State};
use serde_json::{Value, json};

const PAGE: &str = "projects/atlas/pilot/index.html";
const FILE: &str = "content/projects/atlas/02-pilot.md";

/// Headers that differ from those of a page of the server; `None` for one that is left out.
type Headers<'h> = &'h [(&'h str, Option<&'h str>)];

/// A served copy of a small book.
struct Served {
    book: tempfile::TempDir,
    address: SocketAddr,
    token: String,
    outbox: Outbox,
    builds: Option<JoinHandle<()>>,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.outbox.send(Message::Stop);
        self.builds.take().map(JoinHandle::join);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

fn served(edit: bool) -> Served {
    served_with(edit, &[])
}

/// With some texts of the book replaced: file, what stands there, what is to stand there.
fn served_with(edit: bool, changes: &[(&str, &str, &str)]) -> Served {
    let book = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/set.in"), book.path());
    for (file, from, to) in changes {
        let text = fs::read_to_string(book.path().join(file)).unwrap_or_default();
        assert!(text.contains(from), "{file}");
        fs::write(book.path().join(file), text.replacen(from, to, 1)).unwrap();
    }
    let listening = serve::listen([127, 0, 0, 1].into(), 0).unwrap();
    let (address, state, (outbox, inbox)) = (listening.address, Arc::new(State::default()), live::mailbox());
    let edit = edit.then(|| Edit::new(book.path().to_owned(), outbox.clone()).unwrap());
    let options = Options { hosts: Hosts::new(address, &[]), editor: None, edit };
    let shown = Arc::clone(&state);
    // It answers for as long as the test runs.
    thread::spawn(move || serve::run(listening, shown, options));
    let root = book.path().to_owned();
    let builds = thread::spawn(move || {
        let as_of = Box::new(|_: &_| parse_date("2026-06-01").unwrap());
        live::run(&live::Options { book: root, as_of, base_url: None, cache: None }, &inbox, state.as_ref());
    });
    let mut served = Served { book, address, token: String::new(), outbox, builds: Some(builds) };
    for _ in 0..200 {
        let (status, page) = served.send("GET", &format!("/{PAGE}"), &[], "");
        if status == 200 {
            served.token = page.split("data-token=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned();
            return served;
        }
        thread::sleep(Duration::from_millis(25));
    }
    panic!("the book was not built");
}

impl Served {
    /// One request; the status and the body of the answer.
    fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(self.address).unwrap();
        let host = if headers.iter().any(|(name, _)| *name == "Host") { String::new() } else { format!("Host: {}\r\n", self.address) };
        let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let length = body.len();
        write!(stream, "{method} {path} HTTP/1.1\r\n{host}{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let status = answer.split(' ').nth(1).unwrap().parse().unwrap();
        (status, answer.split_once("\r\n\r\n").map(|(_, body)| body.to_owned()).unwrap_or_default())
    }

    /// A request as a page of this server makes it, with some headers changed or left out.
    fn post(&self, path: &str, changes: Headers<'_>, body: &Value) -> (u16, Value) {
        let origin = format!("http://{}", self.address);
        let mut headers =
            BTreeMap::from([("Origin", origin.as_str()), ("Content-Type", "application/json"), ("X-Rollbook-Token", self.token.as_str())]);
        for (name, value) in changes {
            headers.remove(name);
            headers.extend(value.map(|value| (*name, value)));
        }
        let headers: Vec<(&str, &str)> = headers.into_iter().collect();
        let (status, body) = self.send("POST", &format!("/_rollbook/edit/{path}"), &headers, &body.to_string());
        (status, serde_json::from_str(&body).unwrap_or(Value::Null))
    }

    fn path(&self, file: &str) -> std::path::PathBuf {
        self.book.path().join(file)
    }

    fn undo(&self, id: &Value) -> (u16, Value) {
        self.post("undo", &[], &json!({ "id": id }))
    }

    fn log(&self) -> Value {
        serde_json::from_str(&self.send("GET", "/_rollbook/edit/log", &[], "").1).unwrap()
    }

    /// A decision on a gate or wave, by who has seen that file as the last decision on it.
    fn decide(&self, subject: &str, outcome: &str, seen: &Value) -> (u16, Value) {
        let decision = json!({ "do": "decide", "project": "atlas", "subject": subject, "outcome": outcome, "by": ["Sponsor"], "because": "So.", "file": seen });
        self.post("change", &[], &decision)
    }

    /// Waits until the pages are those of that build.
    fn wait_for_build(&self, build: &Value) {
        for _ in 0..400 {
            if self.editable(PAGE)["build"].as_u64() >= build.as_u64() {
                return;
            }
            thread::sleep(Duration::from_millis(10));
        }
        panic!("build {build} did not come");
    }

    /// What can be edited on a page, once it says what the files say.
    fn editable(&self, page: &str) -> Value {
        serde_json::from_str(&self.send("GET", &format!("/_rollbook/edit/page?page={page}"), &[], "").1).unwrap()
    }

    fn item(&self, item: &str) -> Value {
        let editable = self.editable(PAGE);
        editable["items"].as_array().unwrap().iter().find(|found| found["item"] == item).unwrap().clone()
    }

    /// A change of an item as the files say it is at this moment.
    fn change(&self, item: &str, change: Value) -> (u16, Value) {
        let mut wanted = change;
        let hash = blake3::hash(&fs::read(self.book.path().join(FILE)).unwrap()).to_hex().to_string();
        for (key, value) in [("project", "atlas"), ("item", item), ("file", FILE), ("hash", &hash)] {
            wanted[key] = value.into();
        }
        self.post("change", &[], &wanted)
    }

    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        fn walk(folder: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
            for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                if path.is_dir() { walk(&path, found) } else { drop(found.insert(path.display().to_string(), fs::read(path).unwrap())) }
            }
        }
        let mut found = BTreeMap::new();
        walk(self.book.path(), &mut found);
        found
    }
}

#[test]
fn only_a_page_of_this_run_of_the_server_changes_a_file() {
    let served = served(true);
    let before = served.files();
    let seen = served.item("pilot/users");
    let tick = json!({ "do": "tick", "project": "atlas", "item": "pilot/users", "file": seen["file"], "hash": seen["hash"] });
    let local = format!("http://localhost:{}", served.address.port());
    let refused: [(u16, Headers<'_>); 10] = [
        (403, &[("X-Rollbook-Token", None)]),
        (403, &[("X-Rollbook-Token", Some("0000"))]),
        (403, &[("Origin", Some("http://evil.example"))]),
        (403, &[("Origin", Some("null"))]),
        (403, &[("Origin", Some(&local))]),
        (403, &[("Origin", None)]),
        (403, &[("Origin", None), ("Sec-Fetch-Site", Some("cross-site"))]),
        (415, &[("Content-Type", Some("text/plain"))]),
        (415, &[("Content-Type", None)]),
        (421, &[("Host", Some("evil.example")), ("Origin", Some("http://evil.example"))]),
    ];
    for (status, headers) in refused {
        assert_eq!(served.post("change", headers, &tick).0, status, "{headers:?}");
        assert_eq!(served.post("undo", headers, &json!({ "id": 1 })).0, status, "{headers:?}");
    }
    assert_eq!(served.post("change", &[], &json!({ "do": "tick", "note": "x".repeat(100_000) })).0, 413);
    assert_eq!(served.post("change", &[], &json!({ "do": "erase" })).0, 400);
    for (method, path) in [("GET", "change"), ("PUT", "change"), ("POST", "page"), ("POST", "log"), ("DELETE", "undo")] {
        let (status, _) = served.send(method, &format!("/_rollbook/edit/{path}"), &[("X-Rollbook-Token", &served.token)], "");
        assert_eq!(status, 405, "{method} {path}");
    }
    assert_eq!(served.files(), before);
    let (status, answer) = served.post("change", &[("Origin", None), ("Sec-Fetch-Site", Some("same-origin"))], &tick);
    assert_eq!((status, &answer["sentence"]), (200, &json!("pilot/users of Atlas: in progress → done")));
}

#[test]
fn edit_mode_is_for_this_machine_only() {
    for options in [["--host", "0.0.0.0"], ["--allow-host", "handbook.example.org"]] {
        let out = Command::new(env!("CARGO_BIN_EXE_rollbook")).args(["serve", "--edit", "--port", "0"]).args(options).output().unwrap();
        assert_eq!(out.status.code(), Some(2), "{options:?}");
        assert!(String::from_utf8_lossy(&out.stderr).contains("--edit is for this machine only"), "{out:?}");
    }
}

#[test]
fn without_edit_mode_no_request_changes_anything() {
    let served = served(false);
    let before = served.files();
    assert_eq!(served.token, "");
    for path in ["change", "undo", "page", "log", ""] {
        let (status, _) = served.post(path, &[], &json!({ "do": "tick", "project": "atlas", "item": "pilot/users" }));
        assert!([404, 405].contains(&status), "{path}: {status}");
    }
    assert_eq!(served.send("GET", "/_rollbook/edit/log", &[], "").0, 404);
    assert_eq!(served.files(), before);
}

#[test]
fn a_change_of_what_has_changed_since_is_refused_with_both_versions() {
    let served = served(true);
    let seen = served.item("pilot/users");
    let path = served.book.path().join(FILE);
    let theirs = fs::read_to_string(&path).unwrap().replace("users: doing", "users: { state: blocked, reason: No list }");
    fs::write(&path, &theirs).unwrap();
    let wanted = json!({ "do": "set", "owner": "Claims lead", "project": "atlas", "item": "pilot/users", "file": seen["file"], "hash": seen["hash"] });
    let (status, answer) = served.post("change", &[], &wanted);
    assert_eq!(status, 409);
    assert_eq!((&answer["now"]["state"], &answer["now"]["reason"]), (&json!("blocked"), &json!("No list")));
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
    let mut again = wanted.clone();
    again["hash"] = answer["now"]["hash"].clone();
    let (status, answer) = served.post("change", &[], &again);
    assert_eq!((status, &answer["sentence"]), (200, &json!("pilot/users of Atlas: owner Claims lead")));
    fs::remove_file(&path).unwrap();
    assert_eq!(served.post("change", &[], &again).0, 409);
}

#[test]
fn what_would_break_the_book_is_refused_with_a_sentence_and_the_findings() {
    let served = served(true);
    let before = served.files();
    let says = |change: Value| {
        let (status, answer) = served.change("pilot/users", change);
        assert_eq!(status, 422, "{answer}");
        let findings = answer["findings"].as_array().unwrap().iter().map(|finding| finding["message"].as_str().unwrap().to_owned());
        (answer["error"].as_str().unwrap().to_owned(), findings.collect::<Vec<_>>())
    };
    assert!(says(json!({ "do": "set", "due": "someday" })).0.starts_with("due: "));
    assert!(says(json!({ "do": "set", "until": "2026-13-01" })).0.starts_with("until: "));
    assert_eq!(says(json!({ "do": "set", "state": "ready" })).0, "`ready` is no state");
    assert_eq!(says(json!({ "do": "set", "owner": "a\nb" })).0, "owner: one line of text is needed here");
    assert_eq!(says(json!({ "do": "set" })).0, "nothing to change");
    assert!(says(json!({ "do": "set", "reason": "Because" })).0.contains("a remark is a `note`"));
    let (error, findings) = says(json!({ "do": "set", "state": "blocked" }));
    assert_eq!((error.as_str(), findings.len()), ("this would bring an error into the book", 1));
    let decide = |outcome: &str| json!({ "do": "decide", "project": "atlas", "subject": "gate:discovery", "outcome": outcome, "by": ["Sponsor"], "because": "So." });
    for outcome in ["continue", "maybe", "../../../etc/x"] {
        let (status, answer) = served.post("change", &[], &decide(outcome));
        assert_eq!((status, answer["findings"].as_array().unwrap().is_empty()), (422, false), "{outcome}");
    }
    assert_eq!(served.files(), before);
    // Two people decide at once: the second one sees that there is a decision.
    assert_eq!(served.post("change", &[], &decide("go")).0, 200);
    let (status, answer) = served.post("change", &[], &decide("kill"));
    assert_eq!((status, &answer["now"]["last"]["outcome"]), (409, &json!("go")));
}

#[test]
fn a_change_that_was_followed_by_another_is_taken_back_after_it() {
    let served = served(true);
    let before = served.files();
    let (_, first) = served.change("pilot/users", json!({ "do": "tick" }));
    let (_, second) = served.change("pilot/report", json!({ "do": "set", "state": "doing" }));
    assert_eq!(served.post("undo", &[], &json!({ "id": first["id"] })).0, 409);
    let log: Value = serde_json::from_str(&served.send("GET", "/_rollbook/edit/log", &[], "").1).unwrap();
    assert_eq!(
        log["message"],
        "atlas: 2 changes\n\n- pilot/users of Atlas: in progress → done\n- pilot/report of Atlas: to do → in progress\n"
    );
    assert_eq!(log["files"], json!([FILE]));
    for id in [&second["id"], &first["id"]] {
        assert_eq!(served.post("undo", &[], &json!({ "id": id })).0, 200);
        assert_eq!(served.post("undo", &[], &json!({ "id": id })).0, 404);
    }
    assert_eq!(served.files(), before);
}

/// A wave that has started.
const STARTED: (&str, &str, &str) = (FILE, "items:", "waves: { w100: { started: 2026-05-27 } }\nitems:");

#[test]
fn an_answer_says_which_build_will_hold_it() {
    let served = served(true);
    let seen = served.editable(PAGE);
    let (status, answer) = served.change("pilot/users", json!({ "do": "tick" }));
    assert_eq!((status, &answer["run"]), (200, &seen["run"]));
    assert_eq!(answer["build"].as_u64().unwrap(), seen["build"].as_u64().unwrap() + 1);
    served.wait_for_build(&answer["build"]);
    assert_eq!(served.item("pilot/users")["state"], "done");
    let (_, undone) = served.undo(&answer["id"]);
    assert_eq!(undone["build"].as_u64().unwrap(), answer["build"].as_u64().unwrap() + 1);
    served.wait_for_build(&undone["build"]);
    assert_eq!(served.item("pilot/users")["state"], "doing");
}

#[test]
fn a_second_decision_meets_the_first_even_where_nothing_is_left_to_decide() {
    let served = served_with(true, &[STARTED]);
    let of_waves = |served: &Served| served.editable(PAGE)["decisions"].as_array().unwrap().len();
    assert_eq!(of_waves(&served), 1);
    let (status, first) = served.decide("wave:pilot/w100", "continue", &Value::Null);
    assert_eq!((status, first["now"]["closed"].as_str()), (200, Some("Wave 100 % of Pilot has gone on already")));
    let (file, after) = (&first["file"], served.files());
    for subject in ["wave:pilot/w100", "wave:trial/w100"] {
        let (status, answer) = served.decide(subject, "rollback", &Value::Null);
        assert_eq!((status, &answer["now"]["last"]["file"]), (409, file), "{subject}");
        let (status, answer) = served.decide(subject, "rollback", file);
        assert_eq!((status, answer["error"].as_str()), (422, Some("Wave 100 % of Pilot has gone on already")));
    }
    assert_eq!(served.decide("wave:pilot/w7", "hold", &Value::Null).0, 422);
    assert_eq!(served.files(), after);
    served.wait_for_build(&first["build"]);
    assert_eq!(of_waves(&served), 0);
}

#[test]
fn nothing_is_decided_of_a_project_that_has_ended() {
    let closed = "title: \"Atlas: claims triage\"\nclosed: { date: 2026-05-20, outcome: stopped, reason: Enough }";
    let served = served_with(true, &[("content/projects/atlas/index.md", "title: \"Atlas: claims triage\"", closed)]);
    let (status, answer) = served.decide("gate:discovery", "go", &Value::Null);
    assert_eq!((status, answer["error"].as_str().unwrap().contains("has ended")), (422, true), "{answer}");
}

#[test]
fn a_change_under_a_former_name_is_compared_too() {
    let served = served(true);
    let index = "content/projects/atlas/index.md";
    let wanted =
        json!({ "do": "set", "owner": "Claims lead", "project": "atlas", "item": "discovery/owner-named", "file": index, "hash": "0" });
    let (status, answer) = served.post("change", &[], &wanted);
    assert_eq!((status, &answer["now"]["item"]), (409, &json!("discovery/business-owner")));
}

#[test]
fn a_decision_that_nobody_has_looked_at_yet_is_seen_and_its_number_is_taken() {
    // Nothing tells the server of changes here.
    let served = served(true);
    let theirs = "content/decisions/0001-atlas-discovery-hold.md";
    let text = "---\ntitle: Not yet\nproject: atlas\nsubject: gate:discovery\noutcome: hold\ndate: 2026-05-28\nby: [Sponsor]\n---\n\nNo.\n";
    fs::write(served.path(theirs), text).unwrap();
    let (status, answer) = served.decide("gate:discovery", "go", &Value::Null);
    assert_eq!((status, &answer["now"]["last"]["file"]), (409, &json!(theirs)));
    let (status, answer) = served.decide("gate:discovery", "go", &json!(theirs));
    assert_eq!((status, &answer["file"]), (200, &json!("content/decisions/0002-atlas-discovery-go.md")), "{answer}");
}

#[test]
fn the_server_answers_while_a_change_waits_for_the_disk_and_the_change_gives_up() {
    let served = served(true);
    let (_, made) = served.change("pilot/users", json!({ "do": "tick" }));
    let held = fs::File::open(served.path(FILE).parent().unwrap()).unwrap();
    held.lock().unwrap();
    thread::scope(|scope| {
        let undone = scope.spawn(|| served.undo(&made["id"]));
        thread::sleep(Duration::from_millis(300));
        let asked = std::time::Instant::now();
        assert_eq!(served.log()["changes"].as_array().unwrap().len(), 1);
        assert_eq!(served.editable(PAGE)["changes"], 1);
        assert!(asked.elapsed() < Duration::from_secs(1) && !undone.is_finished(), "{:?}", asked.elapsed());
        let (status, answer) = undone.join().unwrap();
        assert_eq!((status, answer["error"].as_str().unwrap().contains("another program has locked this folder")), (500, true), "{answer}");
    });
    drop(held);
    assert_eq!(served.undo(&made["id"]).0, 200);
}

#[test]
fn what_cannot_be_taken_back_without_an_error_stays() {
    let served = served(true);
    let (_, made) = served.decide("gate:discovery", "go", &Value::Null);
    let file = made["file"].as_str().unwrap();
    let name = file.trim_start_matches("content/decisions/").trim_end_matches(".md");
    let notes = served.path("content/projects/atlas/index.md");
    let before = fs::read_to_string(&notes).unwrap();
    fs::write(&notes, format!("{before}\nAs decided in [[decision:{name}]].\n")).unwrap();
    let (status, answer) = served.undo(&made["id"]);
    assert_eq!((status, answer["findings"].as_array().unwrap().len()), (422, 1), "{answer}");
    assert!(served.path(file).exists());
    fs::write(&notes, before).unwrap();
    assert_eq!(served.undo(&made["id"]).0, 200);
    assert!(!served.path(file).exists());
}

#[test]
fn changes_that_cancel_out_leave_nothing_to_commit_and_are_taken_back_in_order() {
    let served = served(true);
    let users = |state: &str| served.change("pilot/users", json!({ "do": "set", "state": state }));
    let (_, first) = users("blocked");
    assert_eq!(first["id"], Value::Null, "a reason is needed");
    let ids: Vec<Value> = ["todo", "doing", "todo"].into_iter().map(|state| users(state).1["id"].clone()).collect();
    assert_eq!(served.undo(&ids[0]).0, 409, "the bytes are those that it wrote, but not the last change");
    let log = served.log();
    assert_eq!((&log["message"], &log["files"]), (&json!("pilot/users of Atlas: in progress → to do\n"), &json!([FILE])));
    let undoable =
        |log: &Value| log["changes"].as_array().unwrap().iter().map(|change| change["can_be_undone"] == true).collect::<Vec<_>>();
    assert_eq!(undoable(&log), [true, false, false]);
    assert_eq!(served.undo(&ids[2]).0, 200);
    let log = served.log();
    assert_eq!((&log["message"], &log["files"], undoable(&log)), (&json!(""), &json!([]), vec![true, false]));
}

#[test]
fn while_the_book_has_errors_that_is_what_is_said() {
    let served = served(true);
    fs::write(served.path("content/index.md"), "---\ntitel: A\n---\n").unwrap();
    served.outbox.send(Message::Changed).unwrap();
    let mut answer = Value::Null;
    for _ in 0..100 {
        answer = served.change("pilot/users", json!({ "do": "set", "due": "2026-01-01" })).1;
        if answer["book_is_broken"] == true {
            break;
        }
        thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(answer["book_is_broken"], true, "{answer}");
    assert_eq!(served.change("pilot/users", json!({ "do": "set", "due": "x" })).1["book_is_broken"], false);
}

fn any_change() -> impl Strategy<Value = Value> {
    let word = prop::sample::select(vec!["A", "Claims lead", "é: \"q\" # 'x'", "- {a}", "true", "2026-01-01"]);
    prop_oneof![
        Just(json!({ "do": "tick" })),
        Just(json!({ "do": "untick" })),
        word.clone().prop_map(|owner| json!({ "do": "set", "owner": owner })),
        word.clone().prop_map(|note| json!({ "do": "set", "note": note, "clear": ["owner"] })),
        word.prop_map(|reason| json!({ "do": "set", "state": "blocked", "reason": reason })),
        Just(json!({ "do": "set", "state": "done", "date": "2026-05-20", "evidence": ["https://example.org/a"] })),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changes_taken_back_from_the_last_to_the_first_leave_every_byte_as_it_was(
        changes in prop::collection::vec((prop::sample::select(vec!["pilot/users", "pilot/report", "pilot/scanner"]), any_change()), 1..8)
    ) {
        let served = served(true);
        let before = served.files();
        let mut made = Vec::new();
        for (item, change) in changes {
            let (status, answer) = served.change(item, change);
            prop_assert!([200, 422].contains(&status), "{} {}", status, answer);
            made.extend(answer["id"].as_u64());
        }
        for id in made.iter().rev() {
            prop_assert_eq!(served.post("undo", &[], &json!({ "id": id })).0, 200);
        }
        prop_assert_eq!(served.files(), before);
    }
}

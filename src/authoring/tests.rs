//! A change from the asking to the disk and back.

use std::fs;

use super::*;
use crate::calendar::parse_date;
use crate::pipeline::{Built, Pipeline};
use crate::source::read;

const BOOK: &[(&str, &str)] = &[
    ("book.toml", "[book]\nid = \"b\"\nstart = \"2026-01-05\"\n"),
    (
        "content/stages/01-pilot.md",
        "---\nwindow: Week 1-4\ngate:\n  question: Go on?\nchecklist:\n  - id: users\n    text: Users are named\n    aliases: [people]\n  - id: report\n    text: A report\n---\n",
    ),
    (
        "content/projects/atlas.md",
        "---\ntitle: \"Atlas: claims\"\nstages:\n  pilot:\n    items:\n      users: doing   # eight of twenty\n---\n",
    ),
    ("content/projects/beacon/index.md", "---\ntitle: Beacon\n---\n"),
    ("content/projects/beacon/01-pilot.md", "---\nchecklist:\n  - id: own\n    text: Our own\n    state: 2026-01-07\n---\n"),
];

/// A book on the disk, read and built.
struct Case {
    root: tempfile::TempDir,
    sources: Sources,
    config: Config,
    built: Built,
}

fn case() -> Case {
    let root = tempfile::tempdir().unwrap();
    for (path, text) in BOOK {
        #[expect(clippy::disallowed_methods, reason = "a test makes its book")]
        {
            fs::create_dir_all(root.path().join(path).parent().unwrap()).unwrap();
            fs::write(root.path().join(path), text).unwrap();
        }
    }
    let sources = read::read(root.path());
    let built = build(&sources);
    assert!(!built.has_errors(), "{:?}", built.diagnostics);
    Case { config: sources.config(&mut Vec::new()), root, sources, built }
}

fn as_of() -> Date {
    parse_date("2026-01-12").unwrap()
}

fn build(sources: &Sources) -> Built {
    Pipeline::default().values(sources, as_of(), &mut |_| (), &mut |_| ())
}

impl Case {
    fn plan(&self, ask: &Ask) -> Result<Planned, Refused> {
        let (documents, status) = (self.built.documents.as_slice(), &self.built.status);
        plan(&Book { sources: &self.sources, config: &self.config, documents, status, as_of: as_of() }, ask)
    }

    fn on_disk(&self) -> Vec<(String, String)> {
        read::read(self.root.path())
            .content
            .into_iter()
            .map(|(path, file)| (path.to_string(), String::from_utf8(file.bytes().to_vec()).unwrap()))
            .collect()
    }
}

fn name(project: &str, item: &str) -> ItemName {
    ItemName { project: Some(project.to_owned()), item: item.to_owned() }
}

fn decide(subject: &str, outcome: &str) -> Ask {
    Ask::Decide(Decision {
        project: "atlas".to_owned(),
        subject: subject.to_owned(),
        outcome: outcome.to_owned(),
        date: None,
        by: vec!["Sponsor".to_owned()],
        conditions: vec!["Find out: why".to_owned()],
        because: "Enough.".to_owned(),
    })
}

#[test]
fn every_change_that_is_written_can_be_taken_back_to_the_byte() {
    let blocked =
        Change { state: Some(crate::document::front::StateWord::Blocked), reason: Some("No data".to_owned()), ..Change::default() };
    let asks = [
        (Ask::Tick(name("atlas", "pilot/users")), "content/projects/atlas.md"),
        (Ask::Tick(name("atlas", "pilot/report")), "content/projects/atlas.md"),
        (Ask::Set(name("atlas", "pilot/people"), blocked), "content/projects/atlas.md"),
        (Ask::Untick(name("beacon", "pilot/own")), "content/projects/beacon/01-pilot.md"),
        (Ask::Tick(name("beacon", "pilot/users")), "content/projects/beacon/01-pilot.md"),
        (decide("gate:pilot", "conditional-go"), "content/decisions/0001-atlas-pilot-conditional-go.md"),
    ];
    for (ask, path) in asks {
        let case = case();
        let before = case.on_disk();
        let planned = case.plan(&ask).unwrap();
        assert_eq!(planned.path.as_str(), path);
        assert!(!planned.is_nothing());
        let mut sources = case.sources.clone();
        planned.put_into(&mut sources);
        assert_eq!(verdict(&build(&sources).diagnostics, &planned.path), Ok(()), "{ask:?}");
        planned.write(case.root.path()).unwrap();
        assert_ne!(case.on_disk(), before);
        assert!(planned.write(case.root.path()).is_err(), "what is written once is not what it was planned for");
        planned.undo(case.root.path()).unwrap();
        assert_eq!(case.on_disk(), before);
        assert!(planned.undo(case.root.path()).is_err());
    }
}

#[test]
fn what_cannot_be_is_refused_with_a_sentence() {
    let case = case();
    let says = |ask: &Ask| case.plan(ask).unwrap_err().to_string();
    assert_eq!(says(&Ask::Tick(name("atlas", "pilot/user"))), "there is no item `pilot/user`; did you mean `pilot/users`?");
    assert_eq!(says(&Ask::Tick(name("atls", "pilot/users"))), "there is no project `atls`; did you mean `atlas`?");
    assert_eq!(
        says(&Ask::Untick(name("atlas", "pilot/users"))),
        "content/projects/atlas.md:6: this item is doing, not done; `rollbook set … --state todo` takes that back"
    );
    for (subject, outcome) in [("gate:pilot", "continue"), ("gate:polit", "go"), ("wave:pilot/w1", "hold")] {
        let planned = case.plan(&decide(subject, outcome)).unwrap();
        let mut sources = case.sources.clone();
        planned.put_into(&mut sources);
        let Err(Refused::Errors(errors)) = verdict(&build(&sources).diagnostics, &planned.path) else {
            panic!("{subject} {outcome} was accepted")
        };
        assert_eq!(errors[0].place.path, planned.path);
    }
}

#[test]
fn the_state_of_an_item_is_read_where_it_is_written() {
    let case = case();
    let state = |project: &str, item: &str| {
        let files = StageFiles::find(&case.built.documents, Some(project), "pilot").unwrap();
        let item = files.items().find(|found| found.id.value == item).unwrap();
        files.state(item).map(|state| state.state.value.word())
    };
    assert_eq!(state("atlas", "users"), Some("doing"));
    assert_eq!(state("atlas", "report"), None);
    assert_eq!(state("beacon", "own"), Some("done"));
}

//! What must hold for any text whatever: nothing panics, every finding points between characters of its file and can be shown, and the same text
//! gives the same result. Each function takes the text of a fuzzer; `tests/robustness` gives them mutations of the shipped content. Not done
//! here: making texts up.
#![allow(clippy::panic, missing_docs, reason = "a target fails by panicking, and each is named after what it reads")]
#![allow(unreachable_pub, reason = "it is a crate of its own for the fuzzer, and a module of a test")]

use std::borrow::Cow;
use std::cell::Cell;
use std::sync::Arc;

use rollbook::calendar::{Due, Months, Window, parse_bake, parse_date, read_date};
use rollbook::config::{Config, holiday_files};
use rollbook::diagnostic::position::line_column;
use rollbook::diagnostic::{Code, Diagnostic, Span, text};
use rollbook::document::fragment::{Fill, Filling, Fragment, Link, Word};
use rollbook::document::front::StateWord;
use rollbook::document::image::Size;
use rollbook::document::kept::{Reading, to_bytes};
use rollbook::document::{self, Document, markdown};
use rollbook::edit::{self, Change, Target};
use rollbook::path::SourcePath;
use rollbook::pipeline::Pipeline;
use rollbook::source::Sources;

/// A path for each kind of file.
const KINDS: [&str; 8] = [
    "content/index.md",
    "content/stages/01-a.md",
    "content/causes/a.md",
    "content/practices/a.md",
    "content/projects/a.md",
    "content/projects/a/01-b.md",
    "content/decisions/0001-a.md",
    "content/guide/a.md",
];

/// The text as a file of every kind, read and recalled, and as `book.toml`.
pub fn document(text: &str) {
    for path in KINDS.map(SourcePath::new) {
        let markdown = markdown::Options { raw_html: text.len() % 2 == 1 };
        let reading = Reading { content: "content", path: &path, text: &Arc::from(text), markdown };
        let document = reading.document();
        // HTML is equal by its name, and shown as it is.
        let shown = |document: &Document| format!("{document:?}");
        assert_eq!(shown(&document), shown(&reading.document()), "the same text was read in two ways");
        if let Some(bytes) = to_bytes(&document) {
            let recalled = reading.recalled(&bytes);
            assert_eq!(recalled.as_ref().map(shown), Some(shown(&document)), "what was kept is not what was read");
            assert!(recalled.is_some_and(|recalled| recalled == document));
            assert_eq!(reading.recalled(&bytes[..bytes.len() / 2]), None);
        }
        check_findings(&document.diagnostics, &|of| (*of == path).then_some(text));
    }
    let mut findings = Vec::new();
    Config::parse(text, &mut findings);
    check_findings(&findings, &|_| Some(text));
}

/// The text as a file of holidays of each kind.
pub fn holidays(text: &str) {
    for path in ["a.ics", "a.csv"].map(SourcePath::new) {
        let mut findings = Vec::new();
        let holidays = holiday_files::read(&path, text, &mut findings);
        assert_eq!(holidays, holiday_files::read(&path, text, &mut Vec::new()), "the same text was read in two ways");
        check_findings(&findings, &|_| Some(text));
    }
}

/// The text as each kind of date, window and duration.
pub fn calendar(text: &str) {
    let errors = [Window::parse(text).err(), Due::parse(text).err(), parse_bake(text).err(), read_date(text).err()];
    for error in errors.into_iter().flatten() {
        check_span(Span::new(error.range.start, error.range.end), text);
    }
    // What is read is also computed, and stays inside the calendar.
    for start in ["0001-01-01", "2026-01-31", "9999-12-31"].map(parse_date) {
        for months in [Months::Anniversary, Months::FourWeek] {
            let period = Window::parse(text).ok().and_then(|window| window.period(start, months));
            if let Ok(due) = Due::parse(text) {
                due.resolve(period.as_ref());
            }
            if let Some(end) = period.as_ref().and_then(|period| period.end) {
                assert!(period.is_some_and(|period| period.start < end), "a window without a day: {text:?}");
            }
        }
    }
}

/// The text as a body and as one line.
pub fn markdown(text: &str) {
    let path = SourcePath::new("content/guide/a.md");
    for raw_html in [false, true] {
        let options = markdown::Options { raw_html };
        let mut findings = Vec::new();
        let body = markdown::body(&path, text, 0, raw_html, options, &mut findings);
        check_fragment(&body.fragment, text);
        check_findings(&findings, &|_| Some(text));
        assert_eq!(body, markdown::body(&path, text, 0, raw_html, options, &mut Vec::new()), "the same text was read in two ways");
    }
    let mut findings = Vec::new();
    check_fragment(&markdown::inline(&path, text, Span::new(0, text.len()), text, &mut findings), text);
    check_findings(&findings, &|_| Some(text));
}

/// The text as a document with task lists: each box is an item or was ignored, ids differ, and the stage is read without a fault in its keys.
pub fn import(text: &str) {
    let import = rollbook::import::read("a.md", text, &mut |_| false);
    assert_eq!(import.report.boxes, import.items.len() + import.report.ignored.len(), "a box is lost");
    let ids: std::collections::BTreeSet<&str> = import.items.iter().map(|item| item.id.as_str()).collect();
    assert_eq!(ids.len(), import.items.len(), "two items have one id");
    let stage = rollbook::import::stage_file(&import, true);
    let mut findings = Vec::new();
    let path = SourcePath::new("content/stages/01-a.md");
    let matter = document::front_matter::split(&path, &stage, &document::fields::STAGE, &mut findings);
    document::check::check(&path, &stage, &matter.root, &document::fields::STAGE, true, &mut findings);
    assert!(findings.is_empty() || import.items.is_empty(), "{findings:#?}\n{stage}");
}

/// The text as a file whose items are ticked and set: what comes out is read without a fault of syntax, has the same text below its keys, and a
/// second tick changes nothing.
pub fn edit(text: &str) {
    let targets = [
        ("content/projects/a.md", Target::entry(["stages", "discovery", "items", "problem"])),
        ("content/projects/a/01-b.md", Target::entry(["items", "usage"])),
        ("content/stages/01-a.md", Target::element(["checklist"], 0)),
    ];
    let Some(on) = parse_date("2026-06-01") else { return };
    let blocked = Change { state: Some(StateWord::Blocked), reason: Some("#1: \"late\"".to_owned()), ..Change::default() };
    let evidence = Change { evidence: vec!["https://a.example/x#y".to_owned()], note: Some("- ü".to_owned()), ..Change::default() };
    for (path, target) in targets {
        let path = SourcePath::new(path);
        let read = |text: &str| document::parse("content", &path, text, markdown::Options::default());
        let body = read(text).body;
        let check = |edited: &str| {
            let document = read(edited);
            let broken = document.diagnostics.iter().find(|finding| finding.code == Code::FrontMatterSyntax);
            assert!(broken.is_none(), "{broken:#?}\n{text:?}\n{edited:?}");
            assert_eq!(document.body.fragment.plain, body.fragment.plain, "the text changed");
        };
        if let Ok(ticked) = edit::tick(&path, text, &target, on) {
            check(&ticked.text);
            assert_eq!(edit::tick(&path, &ticked.text, &target, on).map(|again| again.text), Ok(ticked.text.clone()));
            // What takes a tick back is judged by the properties of edits; here it must only hold together.
            edit::untick(&path, &ticked.text, &target).into_iter().for_each(|back| check(&back.text));
        }
        for change in [&blocked, &evidence] {
            edit::set(&path, text, &target, change, on).into_iter().for_each(|edited| check(&edited.text));
        }
    }
}

/// The text as a whole book, `-- path --` before each file, or as a stage of one; built twice.
pub fn book(text: &str) {
    let book = if text.contains("-- book.toml --") {
        text.to_owned()
    } else {
        format!("-- book.toml --\n[book]\nid = \"b\"\nstart = 2026-01-05\n-- content/stages/01-a.md --\n{text}")
    };
    let sources = Sources::from_fixture(&book);
    let Some(as_of) = parse_date("2026-06-01") else { return };
    let build = |pipeline: &mut Pipeline| pipeline.build(&sources, as_of, None, &mut |_| {});
    let mut pipeline = Pipeline::default();
    let built = build(&mut pipeline);
    check_findings(&built.diagnostics, &|path| sources.text(path));
    let again = build(&mut pipeline);
    assert!(built.site == again.site && built.diagnostics == again.diagnostics, "the second build differs");
}

fn check_findings<'s>(findings: &[Diagnostic], texts: &dyn Fn(&SourcePath) -> Option<&'s str>) {
    for finding in findings {
        for label in std::iter::once(&finding.place).chain(&finding.related) {
            if let (Some(span), Some(text)) = (label.span, texts(&label.path)) {
                assert!(text.get(span.start..span.end).is_some(), "{finding:#?} is no place in {text:?}");
                check_span(span, text);
            }
        }
        assert!(!finding.message.is_empty() && !text::render(finding, &|path| texts(path)).is_empty());
        assert!(!text::short(finding, &|path| texts(path)).is_empty());
    }
}

fn check_fragment(fragment: &Fragment, text: &str) {
    for link in &fragment.links {
        check_span(link.span, text);
    }
    // Holes lie between characters, or filling them panics. The level of a heading is a digit that nothing else fills.
    let blocks = Cell::new(0);
    let filled = fragment.fill(&Nothing);
    let filled = filled.html(|_| {
        blocks.set(blocks.get() + 1);
        Arc::default()
    });
    let levels = fragment.holes.iter().filter(|hole| matches!(hole.fill, Fill::Level(_))).count();
    assert!(filled.len() <= fragment.html.len() + levels && blocks.get() == fragment.code.len());
}

/// Fills every hole with nothing.
struct Nothing;

impl Filling for Nothing {
    fn address(&self, _: &Link) -> String {
        String::new()
    }

    fn title(&self, _: &Link) -> Cow<'_, str> {
        Cow::default()
    }

    fn size(&self, _: &Link) -> Option<Size> {
        None
    }

    fn word(&self, _: &Word) -> String {
        String::new()
    }
}

fn check_span(span: Span, text: &str) {
    assert!(text.get(span.start..span.end).is_some(), "{span:?} is no place in {text:?}");
    let (line, column) = line_column(text, span.start);
    assert!(line > 0 && column > 0);
    line_column(text, span.end);
}

//! What readers are told in languages other than English: every sentence that the sample projects call forth, plurals, a feed. Read them critically
//! when they change: they are what readers get.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads files, and fails by panicking")]

use std::fmt::Write as _;
use std::path::Path;

use rollbook::calendar::parse_date;
use rollbook::config::Config;
use rollbook::locale::Locale;
use rollbook::page::feed::feed;
use rollbook::page::selection::Selection;
use rollbook::pipeline::Pipeline;
use rollbook::playbook::wave::needs;
use rollbook::playbook::{Playbook, dates};
use rollbook::source::Sources;
use rollbook::source::read::read;

/// The repository's own book on 2026-06-01 in a language, and what is asked of it.
fn own_book(language: &str, look: impl Fn(&Playbook<'_>) -> String) -> String {
    let mut sources = read(Path::new(env!("CARGO_MANIFEST_DIR")));
    sources.config = sources.config.map(|text| text.replace("language = \"en\"", &format!("language = \"{language}\"")).into());
    said(&sources, look)
}

fn said(sources: &Sources, look: impl Fn(&Playbook<'_>) -> String) -> String {
    let mut said = String::new();
    let built = Pipeline::default().values(sources, parse_date("2026-06-01").unwrap(), &mut |playbook| said = look(playbook), &mut |_| {});
    assert!(!built.has_errors(), "{:#?}", built.diagnostics);
    said
}

/// Every reason with what clears it, every exposure with why it is critical, what every wave needs, and why the dates of a project are what they are.
fn everything(playbook: &Playbook<'_>) -> String {
    let mut out = String::new();
    for (project, judgement) in playbook.projects.iter().zip(&playbook.judgements) {
        let _ = writeln!(out, "# {}", project.id());
        for reason in judgement.stages.iter().flat_map(|stage| &stage.reasons) {
            let _ = writeln!(out, "{}: {}\n    → {}", reason.rule.name(), reason.text, reason.clear);
        }
        for because in judgement.exposures.iter().filter_map(|exposure| exposure.because.as_deref()) {
            let _ = writeln!(out, "exposed: {because}");
        }
        for (stage, judged) in playbook.stages.iter().zip(&judgement.stages) {
            for need in (0..judged.waves.len()).flat_map(|wave| needs(playbook, project.index, stage, &judged.waves, wave)) {
                let _ = writeln!(out, "needs {}: {}", need.kind.name(), need.text);
            }
        }
    }
    let moved = playbook.projects.iter().find(|project| project.id() == "beacon").unwrap();
    let _ = writeln!(out, "# dates of beacon");
    for date in dates::explain(playbook, moved) {
        let _ = writeln!(out, "{} {}: {}", date.title, date.what.word(), date.because);
    }
    out
}

fn snapshot(name: &str, text: &str) {
    insta::with_settings!({ snapshot_path => "languages", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, text);
    });
}

#[test]
fn the_sample_projects_are_judged_in_german() {
    snapshot("samples-de", &own_book("de", everything));
}

#[test]
fn the_sample_projects_are_judged_in_polish() {
    snapshot("samples-pl", &own_book("pl", everything));
}

#[test]
fn the_sample_projects_are_judged_in_french() {
    snapshot("samples-fr", &own_book("fr", everything));
}

/// Every message of reasons, needs and dates that counts something, with 1, 2, 5 and 22 of it.
fn plurals(language: &str) -> String {
    let sources = Sources::from_fixture(&format!("-- book.toml --\n[book]\nid = \"a\"\nlanguage = \"{language}\"\n"));
    let mut found = Vec::new();
    let config = Config::parse(sources.config.as_deref().unwrap(), &mut found);
    let locale = Locale::load(&sources, &config, &mut found);
    assert!(found.is_empty(), "{found:?}");
    let counted = [
        ("reason-musts-overdue", "count"),
        ("reason-musts-no-owner", "count"),
        ("clear-behind", "allowed"),
        ("reason-stale", "workdays"),
        ("status-for-reasons", "reasons"),
        ("status-and-others", "others"),
        ("because-ends-soon", "days"),
        ("need-bake", "workdays"),
        ("need-guardrail-unmeasured", "least"),
        ("date-moved-later", "days"),
        ("date-kept-length", "days"),
        ("gap", "days"),
        ("skipped-weekdays", "days"),
        ("wave-by-bake", "bake"),
    ];
    let rest = [("date", "…"), ("ids", "a/b"), ("status", "…"), ("stage", "Pilot"), ("before", "Pilot"), ("first", "…"), ("last", "…")];
    let rest = rest.iter().chain(&[("metric", "…"), ("wave", "w1")]);
    let mut out = String::new();
    for (key, counts) in counted {
        for n in [1, 2, 5, 22] {
            let values: Vec<_> = rest.clone().map(|(name, text)| (*name, (*text).into())).chain([(counts, n.into())]).collect();
            let _ = writeln!(out, "{}", locale.with(key, &values));
        }
    }
    out
}

#[test]
fn what_is_counted_has_the_plurals_of_its_language() {
    let all = ["de", "pl", "fr"].map(|language| format!("# {language}\n{}", plurals(language)));
    snapshot("plurals", &all.join("\n"));
}

#[test]
fn a_feed_is_in_the_language_of_its_book() {
    let book = include_str!("languages/feed.txt");
    let feed = said(&Sources::from_fixture(book), |playbook| feed(playbook, &Selection::default()));
    snapshot("feed-de", &feed.replace("\r\n ", "").replace("\r\n", "\n"));
}

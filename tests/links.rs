//! What links become on the pages: every page lists those that link to it, and every item, wave and heading can be linked to.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test fails by panicking")]

use rollbook::calendar::parse_date;
use rollbook::path::OutputPath;
use rollbook::pipeline::{Built, Pipeline};
use rollbook::source::Sources;

/// Every kind of page that can be linked to, and pages that link to them from text, front matter, evidence and a way back.
const BOOK: &str = r#"
-- book.toml --
[book]
id = "b"
start = 2026-01-05
-- content/index.md --
Home.
-- content/stages/01-pilot.md --
---
window: Week 1-4
goal: As in [[guide/from-goal]]
gate: { question: "Is [it](../guide/from-gate.md) good?" }
output: ["What [[guide/from-output]] says"]
not_doing: ["What [[guide/from-not-doing]] says"]
checklist:
  - { id: value, text: "See [[guide/from-item]]" }
waves:
  - { percent: 100, rollback: ../guide/from-rollback.md#back }
---
## Heading
-- content/causes/index.md --
---
title: Causes here
---
-- content/causes/cause.md --
---
transition: pilot -> pilot
guards: [pilot/value]
signals: ["As [[guide/from-signal]] says"]
allow: [cause-transition-mismatch]
---
-- content/practices/practice.md --
---
stages: all
---
-- content/decisions/0001-go.md --
---
project: atlas
subject: gate:pilot
outcome: go
date: 2026-02-02
---
-- content/projects/atlas/index.md --
---
stages:
  pilot:
    checklist: [ { id: own, text: "Ours, see [[guide/from-own-item]]" } ]
---
-- content/projects/atlas/01-pilot.md --
---
items:
  value: { state: done, date: 2026-01-20, evidence: [../../guide/from-evidence.md, report.pdf#page=3] }
---
-- content/projects/atlas/report.pdf --
pdf
-- content/guide/from-goal.md --
-- content/guide/from-gate.md --
-- content/guide/from-output.md --
-- content/guide/from-not-doing.md --
-- content/guide/from-item.md --
-- content/guide/from-rollback.md --
## Back
-- content/guide/from-signal.md --
-- content/guide/from-own-item.md --
-- content/guide/from-evidence.md --
-- content/guide/all.md --
---
title: All of it
---
[home](../index.md) [[pilot]] [[pilot/value]] [causes](../causes/) [stages](../stages/) [projects](../projects/) [practices](../practices/)
[decisions](../decisions/) [[cause:cause]] [[practice:practice]] [[decision:0001-go]] [[project:atlas]] [x](../projects/atlas/01-pilot.md)
[pdf](../projects/atlas/report.pdf#page=3) [[guide/from-goal|twice]] [[guide/from-goal|the same]]
"#;

fn built() -> Built {
    let built = Pipeline::default().build(&Sources::from_fixture(BOOK), parse_date("2026-06-01").unwrap(), None, &mut |_| {});
    assert!(!built.has_errors(), "{:#?}", built.diagnostics);
    built
}

fn page(built: &Built, path: &str) -> String {
    String::from_utf8(built.site.files[&OutputPath::new(path)].to_vec()).unwrap()
}

/// The titles under "Linked from", in order.
fn linked_from(page: &str) -> Vec<&str> {
    let Some((_, list)) = page.split_once("<aside class=\"backlinks\"") else { return Vec::new() };
    let list = list.split("</aside>").next().unwrap();
    list.split("<a ").skip(1).map(|link| link.split_once('>').unwrap().1.split("</a>").next().unwrap()).collect()
}

#[test]
fn a_page_of_every_kind_lists_the_pages_that_link_to_it() {
    let built = built();
    let kinds = [
        "index.html",
        "stages/pilot/index.html",
        "stages/index.html",
        "causes/index.html",
        "causes/cause/index.html",
        "practices/index.html",
        "practices/practice/index.html",
        "decisions/index.html",
        "decisions/0001-go/index.html",
        "projects/index.html",
        "projects/atlas/index.html",
        "projects/atlas/pilot/index.html",
    ];
    for path in kinds {
        assert_eq!(linked_from(&page(&built, path)), ["All of it"], "{path}");
    }
}

#[test]
fn links_in_front_matter_evidence_and_ways_back_count_too_and_a_page_is_listed_once() {
    let built = built();
    let cases = [
        ("from-goal", vec!["Pilot", "All of it"]),
        ("from-gate", vec!["Pilot"]),
        ("from-output", vec!["Pilot"]),
        ("from-not-doing", vec!["Pilot"]),
        ("from-item", vec!["Pilot"]),
        ("from-rollback", vec!["Pilot"]),
        ("from-signal", vec!["Cause"]),
        ("from-own-item", vec!["Atlas"]),
        ("from-evidence", vec!["Atlas: Pilot"]),
    ];
    for (name, sources) in cases {
        assert_eq!(linked_from(&page(&built, &format!("guide/{name}/index.html"))), sources, "{name}");
    }
}

#[test]
fn items_waves_and_headings_show_a_link_to_themselves_wherever_they_stand() {
    let built = built();
    for (path, anchors) in [
        ("stages/pilot/index.html", vec!["pilot.value", "pilot.w100", "heading"]),
        ("projects/atlas/pilot/index.html", vec!["pilot.value", "pilot.own", "pilot.w100"]),
    ] {
        let page = page(&built, path);
        for anchor in anchors {
            assert_eq!(page.matches(&format!("id=\"{anchor}\"")).count(), 1, "{path} #{anchor}");
            let link = format!("<a class=\"anchor\" href=\"#{anchor}\" aria-label=\"");
            assert_eq!(page.matches(&link).count(), 1, "{path} #{anchor}");
        }
    }
}

#[test]
fn what_follows_the_number_sign_reaches_a_file_that_is_no_page() {
    let built = built();
    assert!(page(&built, "guide/all/index.html").contains("href=\"../../projects/atlas/report.pdf#page=3\""));
    assert!(page(&built, "projects/atlas/pilot/index.html").contains("href=\"../report.pdf#page=3\""));
}

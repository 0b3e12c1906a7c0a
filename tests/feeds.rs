//! The calendar feeds of a book: which there are, what is in each, and how little of them changes when a date does.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};

use rollbook::calendar::parse_date;
use rollbook::page::feed::feed;
use rollbook::page::selection::{Selection, owners};
use rollbook::pipeline::{Built, Pipeline};
use rollbook::playbook::Playbook;
use rollbook::playbook::event::Kind;
use rollbook::source::Sources;

/// Two projects, one of which has nothing on the calendar.
const BOOK: &str = "
-- book.toml --
[book]
id = \"events\"
title = \"Rollouts, 2026\"
start = 2026-01-05
base_url = \"https://a.example/b\"
[calendar]
holidays = [2026-01-06]
freezes = [{ start = 2026-03-02, end = 2026-03-06, reason = \"Audit\" }]
-- content/stages/01-idea.md --
---
window: Week 1-2
checklist:
  - { id: owner, text: An owner, due: start+2d, owner: Sponsor }
  - { id: plan, text: The **plan** }
gate: { deciders: [Board, Sponsor] }
---
-- content/stages/02-full.md --
---
window: Week 3+
waves:
  - { percent: 40, bake: 3d }
  - { percent: 100, bake: 3d }
---
-- content/projects/a.md --
---
title: Atlas
owner: Lead
tags: [\"text; images\"]
stages:
  idea:
    items: { plan: { state: waived, by: Board, until: 2026-02-10, reason: Later } }
---
-- content/projects/z.md --
---
title: Zero
owner: Nobody yet
closed: { date: 2026-01-05, outcome: stopped, reason: No money }
---
-- content/decisions/0001-hold.md --
---
project: a
subject: gate:idea
outcome: hold
date: 2026-01-08
by: [Board, Board]
---
";

fn built(book: &str, as_of: &str) -> Built {
    let built = Pipeline::default().build(&Sources::from_fixture(book), parse_date(as_of).unwrap(), None, &mut |_| {});
    assert!(!built.has_errors(), "{:#?}", built.diagnostics);
    built
}

/// The feeds by their place below `calendar/`.
fn feeds(book: &str, as_of: &str) -> BTreeMap<String, String> {
    let files = built(book, as_of).site.files;
    let feeds = files.iter().filter_map(|(path, bytes)| Some((path.as_str().strip_prefix("calendar/")?.strip_suffix(".ics")?, bytes)));
    feeds.map(|(name, bytes)| (name.to_owned(), String::from_utf8(bytes.to_vec()).unwrap())).collect()
}

fn playbook<T>(book: &str, as_of: &str, look: impl Fn(&Playbook<'_>) -> T) -> T {
    let mut seen = None;
    Pipeline::default().values(
        &Sources::from_fixture(book),
        parse_date(as_of).unwrap(),
        &mut |playbook| seen = Some(look(playbook)),
        &mut |_| {},
    );
    seen.unwrap()
}

/// The events of a feed by their UID.
fn events(feed: &str) -> BTreeMap<String, String> {
    let whole = feed.replace("\r\n ", "");
    let events = whole.split("BEGIN:VEVENT\r\n").skip(1).map(|event| event.split("END:VEVENT\r\n").next().unwrap());
    events.map(|event| (event.lines().next().unwrap().replace("UID:", ""), event.to_owned())).collect()
}

#[test]
fn an_event_says_what_it_is_whose_and_where_it_is_explained() {
    let feeds = feeds(BOOK, "2026-01-12");
    let gate = "BEGIN:VEVENT\r\n\
        UID:gate.idea.a@events\r\n\
        DTSTAMP:20260105T000000Z\r\n\
        DTSTART;VALUE=DATE:20260116\r\n\
        DTEND;VALUE=DATE:20260117\r\n\
        SUMMARY:Atlas · Gate review of Idea\r\n\
        DESCRIPTION:The review of a gate\\, on the last workday of the stage's windo\r\n w. It waits for a decision.\\nProject: Atlas\\n\
        Stage: Idea\\nDecides: Board\\,\r\n  Sponsor\r\n\
        CATEGORIES:Gate reviews,text\\; images\r\n\
        STATUS:CONFIRMED\r\n\
        TRANSP:TRANSPARENT\r\n\
        URL:https://a.example/b/projects/a/idea/index.html#_gate\r\n\
        END:VEVENT\r\n";
    let head = "BEGIN:VCALENDAR\r\n\
        VERSION:2.0\r\n\
        PRODID:-//rollbook//rollout calendar//EN\r\n\
        CALSCALE:GREGORIAN\r\n\
        NAME:Gate reviews · Rollouts\\, 2026\r\n\
        X-WR-CALNAME:Gate reviews · Rollouts\\, 2026\r\n\
        DESCRIPTION:Gate reviews\\, from the rollout calendar of Rollouts\\, 2026.\r\n\
        X-WR-CALDESC:Gate reviews\\, from the rollout calendar of Rollouts\\, 2026.\r\n\
        REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n\
        X-PUBLISHED-TTL:P1D\r\n";
    assert_eq!(feeds["kinds/gate"], format!("{head}{gate}END:VCALENDAR\r\n"));
    for name in ["all", "projects/a", "owners/board", "owners/sponsor"] {
        assert!(feeds[name].contains(gate), "{name}");
    }
}

#[test]
fn forecasts_and_open_windows_say_so() {
    let all = events(&feeds(BOOK, "2026-01-12")["all"]);
    let wave = &all["wave.full/w40.a@events"];
    assert!(wave.contains("\r\nSTATUS:TENTATIVE\r\n") && wave.contains("\r\nDESCRIPTION:A forecast"), "{wave}");
    let window = &all["window.full.a@events"];
    assert!(window.contains("\r\nSUMMARY:Atlas · Full (open end)\r\n") && !window.contains("DTEND"), "{window}");
    let freeze = &all["freeze.2026-03-02@events"];
    assert!(freeze.contains("\r\nSUMMARY:Freeze: Audit\r\n") && !freeze.contains("URL"), "{freeze}");
    assert_eq!(all.values().filter(|event| event.contains("TENTATIVE")).count(), 2);
}

#[test]
fn each_event_is_in_the_feeds_that_it_belongs_to_and_in_no_other() {
    let feeds = feeds(BOOK, "2026-01-12");
    let ids = |name: &str| events(&feeds[name]).into_keys().map(|id| id.replace("@events", "")).collect::<Vec<_>>().join(" ");
    assert_eq!(
        feeds.keys().map(String::as_str).collect::<Vec<_>>(),
        [
            "all",
            "kinds/decision",
            "kinds/due",
            "kinds/expiry",
            "kinds/freeze",
            "kinds/gate",
            "kinds/holiday",
            "kinds/wave",
            "kinds/window",
            "owners/board",
            "owners/lead",
            "owners/nobody-yet",
            "owners/sponsor",
            "projects/a",
            "projects/z"
        ]
    );
    let own =
        "decision.0001-hold.a due.idea/owner.a expiry.idea/plan.a gate.idea.a wave.full/w100.a wave.full/w40.a window.full.a window.idea.a";
    assert_eq!(ids("projects/a"), own);
    let all: BTreeSet<String> = ids("all").split(' ').map(str::to_owned).collect();
    assert_eq!(all, format!("{own} freeze.2026-03-02 holiday.2026-01-06").split(' ').map(str::to_owned).collect());
    assert_eq!(ids("owners/board"), "decision.0001-hold.a gate.idea.a");
    assert_eq!(ids("owners/lead"), "wave.full/w100.a wave.full/w40.a window.full.a window.idea.a");
    assert_eq!(ids("owners/sponsor"), "due.idea/owner.a gate.idea.a");
    let kinds: Vec<String> = Kind::ALL.iter().map(|kind| ids(&format!("kinds/{}", kind.name()))).collect();
    assert_eq!(kinds.join(" ").split(' ').count(), all.len());
}

#[test]
fn a_feed_without_events_has_the_one_component_that_a_calendar_needs() {
    let feeds = feeds(BOOK, "2026-01-12");
    for name in ["projects/z", "owners/nobody-yet"] {
        assert_eq!(feeds[name].matches("BEGIN:").collect::<Vec<_>>().len(), 3, "{}", feeds[name]);
        assert!(
            feeds[name].contains("X-PUBLISHED-TTL:P1D\r\nBEGIN:VTIMEZONE\r\n")
                && feeds[name].ends_with("END:VTIMEZONE\r\nEND:VCALENDAR\r\n")
        );
    }
}

#[test]
fn whoever_owns_an_event_has_a_feed() {
    playbook(BOOK, "2026-01-12", |playbook| {
        let known = owners(playbook);
        assert!(playbook.events.iter().flat_map(|event| &event.owners).all(|owner| known.contains(owner)));
    });
}

#[test]
fn what_is_selected_is_the_same_as_the_sites_feed() {
    let site = feeds(BOOK, "2026-01-12");
    playbook(BOOK, "2026-01-12", |playbook| {
        assert_eq!(feed(playbook, &Selection::default()), site["all"]);
        assert_eq!(feed(playbook, &Selection { project: Some(0), ..Selection::default() }), site["projects/a"]);
        assert_eq!(feed(playbook, &Selection { project: Some(1), ..Selection::default() }), site["projects/z"]);
        assert_eq!(feed(playbook, &Selection { owner: Some("Board".to_owned()), ..Selection::default() }), site["owners/board"]);
        assert_eq!(feed(playbook, &Selection { kinds: [Kind::Due].into(), ..Selection::default() }), site["kinds/due"]);
        let days = |from: &str, to: &str| {
            let selection = Selection { from: parse_date(from), to: parse_date(to), ..Selection::default() };
            events(&feed(playbook, &selection)).into_keys().collect::<Vec<_>>().join(" ")
        };
        assert_eq!(days("2026-01-16", "2026-01-18"), "gate.idea.a@events window.idea.a@events");
        assert_eq!(days("2026-03-06", "9999-12-31"), "freeze.2026-03-02@events");
    });
}

#[test]
fn a_date_that_moves_moves_one_event_where_it_stands() {
    let (before, after) = (feeds(BOOK, "2026-01-12"), feeds(&BOOK.replace("until: 2026-02-10", "until: 2026-01-30"), "2026-01-12"));
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    let changed: Vec<&str> = before.iter().filter(|(name, feed)| after[*name] != **feed).map(|(name, _)| name.as_str()).collect();
    assert_eq!(changed, ["all", "kinds/expiry", "projects/a"]);
    for name in changed {
        let lines = before[name].lines().zip(after[name].lines()).filter(|(a, b)| a != b).collect::<Vec<_>>();
        let expected =
            [("DTSTART;VALUE=DATE:20260210", "DTSTART;VALUE=DATE:20260130"), ("DTEND;VALUE=DATE:20260211", "DTEND;VALUE=DATE:20260131")];
        assert_eq!((lines, before[name].len()), (expected.to_vec(), after[name].len()), "{name}");
    }
}

#[test]
fn another_day_changes_nothing_that_it_does_not_move() {
    let (one, two) = (feeds(BOOK, "2026-01-12"), feeds(BOOK, "2026-01-14"));
    assert_eq!(one, two);
    let late = feeds(BOOK, "2026-02-12");
    assert_ne!(one["kinds/wave"], late["kinds/wave"], "a wave that has not started is forecast anew");
    assert_eq!((&one["kinds/freeze"], &one["kinds/decision"]), (&late["kinds/freeze"], &late["kinds/decision"]));
}

#[test]
fn the_time_of_an_entry_is_the_books_start_else_the_projects() {
    let stamps = |book: &str| {
        let all = feeds(book, "2026-01-12")["all"].clone();
        all.lines()
            .filter_map(|line| Some(line.strip_prefix("DTSTAMP:")?.to_owned()))
            .collect::<BTreeSet<String>>()
            .into_iter()
            .collect::<Vec<_>>()
    };
    assert_eq!(stamps(BOOK), ["20260105T000000Z"]);
    let own = BOOK.replace("start = 2026-01-05\n", "").replace("owner: Lead\n", "owner: Lead\nstart: 2026-01-05\n");
    assert_eq!(stamps(&own), ["20000101T000000Z", "20260105T000000Z"], "the book's own days have no project");
}

#[test]
fn a_book_without_projects_has_no_feed_for_its_one_project() {
    let book = BOOK.split("-- content/projects").next().unwrap();
    let feeds = feeds(book, "2026-01-12");
    assert!(!feeds.keys().any(|name| name.starts_with("projects/")), "{:?}", feeds.keys());
    assert!(feeds["all"].contains("\r\nSUMMARY:Gate review of Idea\r\n"));
    assert!(feeds["all"].contains("\r\nURL:https://a.example/b/stages/idea/index.html#_gate\r\n"));
}

#[test]
fn pages_link_to_feeds_and_say_their_address_where_it_is_known() {
    let page = |book: &str, name: &str| {
        let files = built(book, "2026-01-12").site.files;
        let html = files.iter().find(|(path, _)| path.as_str() == name).unwrap().1;
        String::from_utf8(html.to_vec()).unwrap()
    };
    let project = page(BOOK, "projects/a/index.html");
    assert!(
        project.contains("href=\"../../calendar/projects/a.ics\"")
            && project.contains("href=\"webcal://a.example/b/calendar/projects/a.ics\"")
    );
    let calendar = page(BOOK, "calendar/index.html");
    for name in feeds(BOOK, "2026-01-12").keys() {
        assert!(
            calendar.contains(&format!("href=\"{name}.ics\"")) && calendar.contains(&format!("webcal://a.example/b/calendar/{name}.ics")),
            "{name}"
        );
    }
    let unknown = BOOK.replace("base_url", "x-base");
    assert!(!page(&unknown, "calendar/index.html").contains("webcal:"));
    assert!(!feeds(&unknown, "2026-01-12")["all"].contains("URL:"));
}

#[test]
fn who_subscribed_loses_no_feed_when_all_is_done_or_a_project_gets_another_id() {
    let book = "-- book.toml --\n[book]\nid = \"b\"\nstart = 2026-01-05\n-- content/stages/a.md --\n---\nwindow: Week 1\n---\n\
                -- content/projects/new.md --\n---\naliases: [old]\n---\n";
    let feeds = feeds(book, "2026-01-05");
    assert_eq!(Kind::ALL.iter().filter(|kind| feeds.contains_key(&format!("kinds/{}", kind.name()))).count(), Kind::ALL.len());
    assert_eq!(feeds["projects/old"], feeds["projects/new"]);
    assert!(feeds["projects/new"].contains("UID:window.a.new@b"));
}

//! An event as a VEVENT (RFC 5545 section 3.6.1), the same in every feed that has it. Not done here: which feeds those are.

use super::line::{line, text, texts};
use crate::calendar::Date;
use crate::page::event_place::event_place;
use crate::path::{OutputPath, relative_url};
use crate::playbook::event::{Kind, Subject};
use crate::playbook::{Event, Playbook};

/// Stands for the day of a change where a book has no day at all: the first one that clients can't take for a mistake.
const NO_START: Date = Date::constant(2000, 1, 1);

/// The component, from `BEGIN` to `END`.
pub(super) fn entry(playbook: &Playbook<'_>, event: &Event<'_>, id: &str) -> String {
    let config = playbook.config;
    let project = event.project.map(|project| &playbook.projects[project]);
    let mut out = String::with_capacity(600);
    line(&mut out, "BEGIN", "VEVENT");
    text(&mut out, "UID", &format!("{id}@{}", config.id));
    // Never the clock: it says when this form of the event was made, and the same files give the same bytes on every day.
    let stamp = config.start.or_else(|| project?.start).unwrap_or(NO_START);
    line(&mut out, "DTSTAMP", &format!("{}T000000Z", day(stamp)));
    line(&mut out, "DTSTART;VALUE=DATE", &day(event.days.start));
    if let Some(end) = event.days.end {
        line(&mut out, "DTEND;VALUE=DATE", &day(end));
    }
    text(&mut out, "SUMMARY", &summary(playbook, event));
    text(&mut out, "DESCRIPTION", &description(playbook, event));
    let kind = playbook.locale.text(&format!("kind-{}", event.kind.name()));
    let tags = project.into_iter().flat_map(|project| &project.front.tags).map(String::as_str);
    texts(&mut out, "CATEGORIES", std::iter::once(kind.as_str()).chain(tags));
    line(&mut out, "STATUS", if event.tentative { "TENTATIVE" } else { "CONFIRMED" });
    // Nobody is busy for three months because a window is open.
    line(&mut out, "TRANSP", "TRANSPARENT");
    if let (Some(base), Some((page, fragment))) = (&config.base_url, event_place(playbook, event)) {
        let address = relative_url(&OutputPath::new("index.html"), &page, fragment.as_deref());
        line(&mut out, "URL", &format!("{base}/{address}"));
    }
    line(&mut out, "END", "VEVENT");
    out
}

/// `20260205`.
fn day(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// What a calendar shows of it, the project first: in a month of many projects little more can be read.
fn summary(playbook: &Playbook<'_>, event: &Event<'_>) -> String {
    let title = match event.days.end {
        None => playbook.locale.with("feed-summary-open", &[("event", event.title.as_str().into())]),
        Some(_) => event.title.clone(),
    };
    match event.project.filter(|_| !playbook.is_implicit()) {
        Some(project) => format!("{} · {title}", playbook.projects[project].title(playbook.config)),
        None => title,
    }
}

/// What it is, and whose.
fn description(playbook: &Playbook<'_>, event: &Event<'_>) -> String {
    let locale = playbook.locale;
    let mut lines = vec![locale.text(meaning(event))];
    if let Some(project) = event.project.filter(|_| !playbook.is_implicit()) {
        lines.push(locale.with("feed-project", &[("project", playbook.projects[project].title(playbook.config).into())]));
    }
    if let Some(stage) = event.stage(playbook) {
        lines.push(locale.with("feed-stage", &[("stage", playbook.stages[stage].title().into())]));
    }
    if !event.owners.is_empty() {
        let whose = match event.kind {
            Kind::Gate => "feed-deciders",
            Kind::Decision => "feed-decided-by",
            _ => "feed-owner",
        };
        lines.push(locale.with(whose, &[("owners", event.owners.join(", ").into())]));
    }
    lines.join("\n")
}

/// A sentence for each sort of event, by its key.
fn meaning(event: &Event<'_>) -> &'static str {
    match (event.kind, event.subject) {
        (Kind::Window, _) if event.days.end.is_none() => "feed-window-open",
        (Kind::Window, _) => "feed-window",
        (Kind::Gate, _) => "feed-gate",
        (Kind::Wave, _) if event.tentative => "feed-wave-forecast",
        (Kind::Wave, _) => "feed-wave",
        (Kind::Due, Subject::Condition(..)) => "feed-due-condition",
        (Kind::Due, _) => "feed-due",
        (Kind::Expiry, _) => "feed-expiry",
        (Kind::Decision, _) => "feed-decision",
        (Kind::Freeze, _) => "feed-freeze",
        (Kind::Holiday, _) => "feed-holiday",
    }
}

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
    let tags = project.into_iter().flat_map(|project| &project.front.tags).map(String::as_str);
    texts(&mut out, "CATEGORIES", std::iter::once(event.kind.title()).chain(tags));
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
    let open = if event.days.end.is_none() { " (open end)" } else { "" };
    match event.project.filter(|_| !playbook.is_implicit()) {
        Some(project) => format!("{} · {}{open}", playbook.projects[project].title(playbook.config), event.title),
        None => format!("{}{open}", event.title),
    }
}

/// What it is, and whose.
fn description(playbook: &Playbook<'_>, event: &Event<'_>) -> String {
    let mut lines = vec![meaning(event).to_owned()];
    if let Some(project) = event.project.filter(|_| !playbook.is_implicit()) {
        lines.push(format!("Project: {}", playbook.projects[project].title(playbook.config)));
    }
    if let Some(stage) = event.stage(playbook) {
        lines.push(format!("Stage: {}", playbook.stages[stage].title()));
    }
    if !event.owners.is_empty() {
        let whose = match event.kind {
            Kind::Gate => "Decides",
            Kind::Decision => "Decided by",
            _ => "Owner",
        };
        lines.push(format!("{whose}: {}", event.owners.join(", ")));
    }
    lines.join("\n")
}

/// A sentence for each sort of event.
fn meaning(event: &Event<'_>) -> &'static str {
    match (event.kind, event.subject) {
        (Kind::Window, _) if event.days.end.is_none() => "The window of a stage begins on this day. It is open: no last day is planned.",
        (Kind::Window, _) => "The window of a stage, from its first to its last day.",
        (Kind::Gate, _) => "The review of a gate, on the last workday of the stage's window. It waits for a decision.",
        (Kind::Wave, _) if event.tentative => {
            "A forecast of a wave, from its start to the last day of its bake. It moves when an earlier wave starts or ends on another day, and \
             when this one does not start in time."
        }
        (Kind::Wave, _) => "A wave that has started, to the last day of its bake.",
        (Kind::Due, Subject::Condition(..)) => "The last day for a condition of a decision. It is open.",
        (Kind::Due, _) => "The last day for an item of the checklist. It is open.",
        (Kind::Expiry, _) => "The last day on which this holds. After it the item is open again.",
        (Kind::Decision, _) => "A decision, on the day on which it was made.",
        (Kind::Freeze, _) => "No wave starts on these days.",
        (Kind::Holiday, _) => "A day off: no workday, and no wave starts.",
    }
}

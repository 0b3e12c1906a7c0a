//! The agenda: what happened in the last two weeks and what comes, by day. Not done here: the chart.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::calendar::{Date, add_days};
use crate::page::context::Context;
use crate::page::judged::days_words;
use crate::page::view::Link;
use crate::path::OutputPath;
use crate::playbook::Project;
use crate::playbook::checklist::Effective;
use crate::playbook::stage::anchor;
use crate::playbook::wave::WaveState;

/// Days before as_of that are still shown.
const LOOK_BACK: i64 = 14;
/// At most this many entries.
const MOST_EVENTS: usize = 60;

/// A day with its entries.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct AgendaDay {
    /// ISO date.
    pub date: String,
    /// "Monday".
    pub weekday: &'static str,
    /// "in 12 days".
    pub words: String,
    /// True before as_of.
    pub past: bool,
    /// By project, then kind.
    pub events: Vec<Event>,
}

/// Something that happens on a day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Event {
    /// `start`, `end`, `gate`, `decision`, `wave`, `due` or `expiry`.
    pub kind: &'static str,
    /// "Pilot: gate review".
    pub text: String,
    /// Where it is explained.
    pub url: String,
    /// The project's title.
    pub project: String,
    /// True when it is a forecast and may move.
    pub tentative: bool,
}

/// The days and how many entries were left out at the end.
pub(super) fn agenda<'a>(context: &Context<'_, 'a>, output: &OutputPath, projects: &[&Project<'a>]) -> (Vec<AgendaDay>, usize) {
    let as_of = context.playbook.as_of;
    let from = add_days(as_of, -LOOK_BACK).unwrap_or(as_of);
    let mut days: BTreeMap<Date, Vec<Event>> = BTreeMap::new();
    for project in projects {
        for (date, event) in events(context, output, project) {
            if date >= from {
                days.entry(date).or_default().push(event);
            }
        }
    }
    let total: usize = days.values().map(Vec::len).sum();
    let mut left = MOST_EVENTS;
    let mut agenda = Vec::new();
    for (date, mut events) in days {
        if left == 0 {
            break;
        }
        events.sort_by(|a, b| (&a.project, a.kind, &a.text).cmp(&(&b.project, b.kind, &b.text)));
        events.truncate(left);
        left -= events.len();
        agenda.push(AgendaDay {
            date: date.to_string(),
            weekday: weekday(date),
            words: days_words(as_of, date),
            past: date < as_of,
            events,
        });
    }
    (agenda, total.saturating_sub(MOST_EVENTS))
}

fn weekday(date: Date) -> &'static str {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        [usize::from(date.weekday().to_monday_zero_offset().unsigned_abs())]
}

fn events<'a>(context: &Context<'_, 'a>, output: &OutputPath, project: &Project<'a>) -> Vec<(Date, Event)> {
    let playbook = context.playbook;
    let title = project.title(playbook.config);
    let event = |kind, text: String, link: Link, tentative| Event { kind, text, url: link.url, project: title.to_owned(), tentative };
    let mut events = Vec::new();
    for (stage, judged) in playbook.stages.iter().zip(&context.judgement(project).stages) {
        let joined = &project.stages[stage.index];
        let link = |fragment: Option<&str>| context.project_stage_link(output, project, stage.index, fragment);
        let name = stage.title();
        if let Some(period) = joined.schedule.period() {
            events.push((period.start, event("start", format!("{name} begins"), link(None), false)));
            events.extend(period.last_day().map(|last| (last, event("end", format!("{name} ends"), link(None), false))));
            let review = project.workdays.gate_review(&period).filter(|_| stage.front.gate.is_some() && !joined.complete);
            events.extend(review.map(|day| (day, event("gate", format!("{name}: gate review"), link(Some("_gate")), false))));
        }
        for status in joined.items.iter().filter(|status| !status.effective.is_resolved() || status.effective == Effective::Waived) {
            let place = anchor(stage.id(), &status.item.id.value);
            let words = &status.item.text.plain;
            if let Some(due) = status.due.filter(|_| status.effective != Effective::Waived) {
                events.push((due, event("due", words.clone(), link(Some(&place)), false)));
            }
            let until = status.state.and_then(|written| written.state.until.as_ref()).filter(|_| status.effective == Effective::Waived);
            events.extend(until.map(|until| (until.value, event("expiry", words.clone(), link(Some(&place)), false))));
        }
        for (n, wave) in judged.waves.iter().enumerate() {
            let front = &stage.front.waves[n];
            let percent = crate::page::parts::number(front.percent.as_ref().map_or(0.0, |percent| percent.value));
            let place = anchor(stage.id(), &front.id.value);
            if let Some(forecast) = wave.forecast {
                let word = if wave.started.is_some() { "started" } else { "starts" };
                events.push((
                    forecast.start,
                    event("wave", format!("{name}: wave {percent} % {word}"), link(Some(&place)), wave.started.is_none()),
                ));
                if matches!(wave.state, WaveState::Running | WaveState::Planned) {
                    let tentative = wave.started.is_none();
                    events.push((
                        forecast.bake_last_day,
                        event("wave", format!("{name}: bake of wave {percent} % ends"), link(Some(&place)), tentative),
                    ));
                }
            }
        }
    }
    for decision in playbook.decisions_of(project) {
        let text = format!("{}: {}", context.subject_text(decision.subject), decision.outcome.word());
        events.push((decision.date, event("decision", text, context.link(output, decision.document), false)));
    }
    events
}

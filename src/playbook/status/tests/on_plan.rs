//! A project that keeps to the default playbook, day by day: its own overlaps alone must not colour it. Tests only.

use super::{Book, told};
use crate::calendar::{Date, PlannedWave, add_days, days_between, parse_date};
use crate::playbook::Playbook;
use crate::playbook::project::ItemStatus;
use crate::playbook::status::Status;
use crate::source::default_book;

/// The default book's stages, causes and practices, with no project and no decision.
fn playbook() -> String {
    let kept = ["book.toml", "content/stages/0", "content/causes/", "content/practices/"];
    let files = default_book().into_iter().filter(|(path, _)| kept.iter().any(|kept| path.starts_with(kept)));
    files.map(|(path, bytes)| format!("-- {path} --\n{}", String::from_utf8(bytes).unwrap())).collect()
}

/// When an item is done that is due on one day, and would be done on the other at an even pace over the workdays of its window.
type Pace = fn(Option<Date>, Date) -> Date;

/// A project that does all that the playbook asks, and decides every gate on its review day and every wave on the last day of its bake.
fn on_plan(playbook: &Playbook<'_>, pace: Pace) -> String {
    let (run, judged) = (&playbook.projects[0], &playbook.judgements[0]);
    let mut project = "-- content/projects/atlas.md --\n---\nstages:\n".to_owned();
    let mut decisions = String::new();
    let mut decide = |subject: String, outcome: &str, day: Date| {
        let name = subject.replace([':', '/'], "-");
        decisions.push_str(&format!("-- content/decisions/{name}.md --\n---\nsubject: {subject}\noutcome: {outcome}\ndate: {day}\n---\n"));
    };
    for (stage, waves) in playbook.stages.iter().zip(judged.stages.iter().map(|stage| &stage.waves)) {
        let (id, items) = (stage.id(), &run.stages[stage.index].items);
        project.push_str(&format!("  {id}:\n    items:\n"));
        let period = run.stages[stage.index].schedule.period().unwrap();
        let waves: Vec<PlannedWave> = waves.iter().map(|wave| wave.forecast.unwrap()).collect();
        let done: Vec<(&ItemStatus<'_>, Date)> = match period.end {
            Some(end) => {
                let days = (0..days_between(period.start, end)).map(|n| add_days(period.start, n).unwrap());
                let workdays: Vec<Date> = days.filter(|day| run.workdays.is_workday(*day)).collect();
                decide(format!("gate:{id}"), "go", run.workdays.gate_review(&period).unwrap());
                evenly(items, &workdays).into_iter().map(|(status, even)| (status, pace(status.due, even))).collect()
            }
            // What has no due date waits for the waves, one after the other.
            None => {
                let last_day = waves.last().unwrap().bake_last_day;
                decide(format!("gate:{id}"), "go", last_day);
                let mut bakes = waves.iter().map(|wave| wave.bake_last_day);
                items.iter().map(|status| (status, status.due.or_else(|| bakes.next()).unwrap_or(last_day))).collect()
            }
        };
        for (status, day) in done {
            project.push_str(&format!("      {}: {{ state: done, date: {day}, evidence: [https://example.org] }}\n", status.item.id.value));
        }
        project.push_str("    waves:\n");
        for (wave, planned) in stage.front.waves.iter().zip(&waves) {
            project.push_str(&format!("      {}:\n        started: {}\n        measurements:\n", wave.id.value, planned.start));
            for guardrail in &wave.guardrails {
                for n in 1..=guardrail.min_samples {
                    let (id, day, value) =
                        (&guardrail.id.value, add_days(planned.start, n).unwrap(), guardrail.warn.as_ref().unwrap().value);
                    project.push_str(&format!("          - {{ guardrail: {id}, date: {day}, value: {value} }}\n"));
                }
            }
            decide(format!("wave:{id}/{}", wave.id.value), "continue", planned.bake_last_day);
        }
    }
    format!("{project}---\n{decisions}")
}

/// The items by due date, each with the workday on which as much of the window is over as the items before it weigh.
fn evenly<'i, 'a>(items: &'i [ItemStatus<'a>], workdays: &[Date]) -> Vec<(&'i ItemStatus<'a>, Date)> {
    let mut items: Vec<&ItemStatus<'_>> = items.iter().collect();
    items.sort_by_key(|status| status.due);
    let total: u64 = items.iter().map(|status| status.item.weight).sum();
    let before = items.iter().scan(0, |sum, status| Some(std::mem::replace(sum, *sum + status.item.weight)));
    let days: Vec<Date> = before.map(|before| workdays[(workdays.len() as u64 * before / total) as usize]).collect();
    items.into_iter().zip(days).collect()
}

/// Each of the first 230 days of a project on plan: the day, its status, each stage as [`told`].
fn days(pace: Pace) -> Vec<(Date, Status, Vec<String>)> {
    let (bare, start) = (playbook(), parse_date("2026-01-05").unwrap());
    let project = Book::read(&bare).on(start, |playbook| on_plan(playbook, pace));
    let book = Book::read(&format!("{bare}{project}"));
    let judged = |day| {
        book.on(day, |playbook| {
            let judgement = &playbook.judgements[0];
            (day, judgement.status, judgement.stages.iter().map(told).collect())
        })
    };
    (0..230).map(|n| judged(add_days(start, n).unwrap())).collect()
}

#[test]
fn at_an_even_pace_no_stage_is_ever_coloured() {
    let days = days(|due, even| due.map_or(even, |due| due.min(even)));
    let quiet = |stage: &&String| ["on-track:", "not-started:", "complete:"].iter().any(|word| stage.starts_with(word));
    let coloured: Vec<String> = (days.iter())
        .flat_map(|(day, _, stages)| stages.iter().filter(|stage| !quiet(stage)).map(move |stage| format!("{day} {stage}")))
        .collect();
    assert_eq!(coloured, Vec::<String>::new());
    assert_eq!(days.last().unwrap().1, Status::Complete);
    // Two gates are decided before the next window begins; no stage is active until then, and the project is on track all the same.
    let grey: Vec<&Date> =
        days.iter().filter(|(_, status, _)| !matches!(status, Status::OnTrack | Status::Complete)).map(|(day, ..)| day).collect();
    assert_eq!(grey, Vec::<&Date>::new());
}

#[test]
fn who_does_everything_on_its_last_day_may_be_behind_and_is_never_late() {
    let unexpected: Vec<String> = (days(|due, even| due.unwrap_or(even)).iter())
        .flat_map(|(day, _, stages)| stages.iter().map(move |stage| format!("{day} {stage}")))
        .filter(|stage| ["killed: ", "blocked: ", "late: ", "gate-skipped", "stale", "no-owner"].iter().any(|word| stage.contains(word)))
        .collect();
    assert_eq!(unexpected, Vec::<String>::new());
}

//! The waves of one project in full. Not done here: all projects ([`super::portfolio`]).

use std::fmt::Write as _;

use rollbook::calendar::{Date, parse_date};
use rollbook::page::rollout::{Decided, Guardrail, Needed, ProjectRollout, Wave};
use rollbook::playbook::wave::people;
use rollbook::playbook::words::count;

use crate::terminal::days::{day, day_away};
use crate::terminal::table::{Column, Table};
use crate::terminal::text::hanging;
use crate::terminal::{AMBER, BOLD, DIM, PROSE, status_label, styled, verdict, wave_state};

pub(super) fn text(project: &ProjectRollout, as_of: Date, width: usize) -> String {
    let mut facts = status_label(project.status, project.words);
    match (project.reached_percent, project.reached_people, project.population) {
        (Some(percent), Some(people), Some(all)) => {
            let _ = write!(facts, " · {percent} % reached, {people} of {}", people_text(all));
        }
        (Some(percent), ..) => {
            let _ = write!(facts, " · {percent} % reached");
        }
        (None, _, Some(all)) => {
            let _ = write!(facts, " · nobody reached yet, of {}", people_text(all));
        }
        (None, ..) => facts.push_str(" · nobody reached yet"),
    }
    let title = format!("{} {}", styled(BOLD, &project.title), styled(DIM, format_args!("({})", project.id)));
    let rows = table(project, as_of, width);
    format!("{title}\n{facts}\n\n{rows}\n{}\n", styled(DIM, format_args!("as of {as_of}")))
}

fn table(project: &ProjectRollout, as_of: Date, width: usize) -> String {
    let mut table = Table::new(vec![
        Column::fixed("wave"),
        Column::number("share"),
        Column::number("people").optional(),
        Column::number("new").optional(),
        Column::fixed("state"),
        Column::fixed("planned").optional(),
        Column::fixed("start"),
        Column::fixed("bake until").optional(),
    ]);
    for wave in &project.waves {
        table.row(cells(wave, as_of), below(wave, project.population, as_of, width.min(PROSE)));
    }
    table.render(width)
}

fn cells(wave: &Wave, as_of: Date) -> Vec<String> {
    let none = || styled(DIM, "–");
    let date = |text: &Option<String>| text.as_deref().and_then(parse_date).map(|date| day(date, as_of));
    let slip = match wave.slip_days {
        None | Some(0) => String::new(),
        Some(days @ 1..) => styled(AMBER, format_args!(" +{}", count(days.unsigned_abs(), "day"))),
        Some(days) => format!(" −{}", count(days.unsigned_abs(), "day")),
    };
    let start = match (date(&wave.started), date(&wave.forecast)) {
        (Some(started), _) => format!("{started}{slip}"),
        (None, Some(forecast)) => format!("from {forecast}{slip}"),
        (None, None) => "unscheduled".to_owned(),
    };
    vec![
        styled(BOLD, format_args!("{}/{}", wave.stage, wave.id)),
        format!("{} %", wave.percent),
        wave.people.map_or_else(none, |people| people.to_string()),
        wave.new_people.map_or_else(none, |people| format!("+{people}")),
        wave_state(wave.state),
        date(&wave.planned).unwrap_or_else(none),
        start,
        date(&wave.bake_until).unwrap_or_else(none),
    ]
}

/// What was reached, measured, decided and is needed.
fn below(wave: &Wave, population: Option<u64>, as_of: Date, width: usize) -> String {
    let mut out = String::new();
    if let Some(percent) = wave.actual_percent {
        let people = population.map(|population| format!(", {}", people_text(people(population, percent)))).unwrap_or_default();
        out.push_str(&hanging("  ", &format!("really reached {percent} %{people}"), width));
    }
    if wave.started.is_some() {
        wave.guardrails.iter().for_each(|guardrail| out.push_str(&hanging("  ", &guardrail_text(guardrail, as_of), width)));
    }
    if let Some(decision) = &wave.decision {
        out.push_str(&hanging("  ", &decision_text(decision, as_of), width));
    }
    if !wave.needs.is_empty() {
        let next = if wave.state == "planned" { "to start" } else { "to go on" };
        let _ = writeln!(out, "  {}", styled(DIM, format_args!("needs {next}:")));
        wave.needs.iter().for_each(|need| out.push_str(&need_text(need, width)));
    }
    out
}

/// "800 people", "1 person".
fn people_text(people: u64) -> String {
    if people == 1 { "1 person".to_owned() } else { format!("{people} people") }
}

/// "✓ pass error-rate 2.1 % on 4 May, ≤ 5 %, 5 of 5 measurements".
fn guardrail_text(guardrail: &Guardrail, as_of: Date) -> String {
    let on = guardrail.date.as_deref().and_then(parse_date).map(|date| format!(" on {}", day(date, as_of))).unwrap_or_default();
    let value = guardrail.value_text.as_ref().map(|value| format!(" {value}{on}")).unwrap_or_default();
    let warn = guardrail.warn_text.as_ref().filter(|_| guardrail.verdict == "warn").map(|warn| format!(", {warn}")).unwrap_or_default();
    let least = usize::try_from(guardrail.min_samples).unwrap_or(usize::MAX);
    let samples = if guardrail.samples < least {
        format!("{} of {}", guardrail.samples, count(least, "measurement"))
    } else {
        count(guardrail.samples, "measurement")
    };
    format!("{} {}{value}, target {}{warn}, {samples}", verdict(guardrail.verdict), guardrail.id, guardrail.target_text)
}

/// "continue on 14 May, 18 days ago, by Service owner (0010-compass-w10-continue)".
fn decision_text(decision: &Decided, as_of: Date) -> String {
    let when = parse_date(&decision.date).map_or_else(|| decision.date.clone(), |date| day_away(date, as_of));
    let by = if decision.by.is_empty() { String::new() } else { format!(", by {}", decision.by.join(", ")) };
    let open = match decision.open_conditions {
        0 => String::new(),
        open => format!(", {} open", count(open, "condition")),
    };
    format!("decided {}: {when}{by}{open} {}", decision.outcome, styled(DIM, format_args!("({})", decision.id)))
}

fn need_text(need: &Needed, width: usize) -> String {
    let sign = if need.blocks { "□".to_owned() } else { styled(AMBER, "▲") };
    hanging(&format!("    {sign} "), &need.text, width)
}

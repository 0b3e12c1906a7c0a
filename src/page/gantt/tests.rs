//! The charts of whole books, with places turned back into days. Tests only.

mod portfolio;
mod schedule;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Axis, Portfolio, Schedule, Span};
use crate::calendar::{add_days, days_between, parse_date};
use crate::config::Config;
use crate::document::{Document, markdown, parse};
use crate::locale::Locale;
use crate::page::context::{Context, Files};
use crate::page::html::Highlights;
use crate::path::OutputPath;
use crate::playbook::links::{Targets, all};
use crate::playbook::resolve;
use crate::source::{File, Sources};

/// The default windows with four waves, and whatever else is said of the calendar and the projects.
fn book(calendar: &str, files: &str) -> String {
    format!(
        "
-- book.toml --
[book]
id = \"charts\"
start = 2026-01-05
[calendar]
avoid_weekdays = [\"friday\"]
{calendar}
-- content/stages/01-discovery.md --
---
title: Discovery
window: Week 1-2
checklist: [{{ id: owner, text: Name an owner }}]
gate: {{}}
---
-- content/stages/02-poc.md --
---
title: PoC
window: Week 3-6
checklist: [{{ id: question, text: Ask }}]
gate: {{}}
---
-- content/stages/03-pilot.md --
---
title: Pilot
window: Month 2-3
gate: {{}}
---
-- content/stages/04-production.md --
---
title: Production
window: Month 4-6
gate: {{}}
---
-- content/stages/05-scale.md --
---
title: Scale
window: Month 6+
waves:
  - {{ id: w10, percent: 10, bake: 10d }}
  - {{ id: w25, percent: 25, bake: 10d }}
  - {{ id: w50, percent: 50, bake: 10d }}
  - {{ id: w100, percent: 100, bake: 10d }}
---
{files}"
    )
}

fn decision(project: &str, subject: &str, outcome: &str, date: &str) -> String {
    let name = subject.replace([':', '/'], "-");
    format!(
        "-- content/decisions/{date}-{project}-{name}.md --\n---\nproject: {project}\nsubject: {subject}\noutcome: {outcome}\ndate: {date}\nby: [Group]\n---\nBecause.\n"
    )
}

/// Looks at a book as pages see it.
fn seen<T>(book: &str, as_of: &str, look: impl FnOnce(&Context<'_, '_>, &OutputPath) -> T) -> T {
    let sources = Sources::from_fixture(book);
    let mut found = Vec::new();
    let config = Config::parse(sources.config.as_deref().unwrap(), &mut found);
    let read = |(path, file): (_, &File)| match file {
        File::Text(text) => Arc::new(parse(&config.content, path, text, markdown::Options { raw_html: false })),
        File::Bytes(_) | File::Gone(_) => unreachable!("a fixture is text"),
    };
    let documents: Vec<Arc<Document>> = sources.content.iter().map(read).collect();
    found.extend(documents.iter().flat_map(|document| document.diagnostics.iter().cloned()));
    assert!(found.is_empty(), "{found:#?}");
    let locale = Locale::english();
    let playbook = resolve(&documents, &config, &locale, parse_date(as_of).unwrap(), &mut found);
    let assets = BTreeMap::new();
    let targets = Targets::new(&playbook, &assets, &[]);
    let backlinks = all::check(&playbook, &targets, &mut Default::default(), &mut found);
    let files = Files { sources: &sources, assets: &assets };
    look(&Context::new(&playbook, &targets, &backlinks, Highlights::None, files), &OutputPath::new("calendar/index.html"))
}

fn schedule_of(book: &str, as_of: &str) -> Schedule {
    seen(book, as_of, |context, output| super::schedule(context, output, &context.playbook.projects[0])).unwrap()
}

fn portfolio_of(book: &str, as_of: &str) -> Portfolio {
    seen(book, as_of, |context, output| super::portfolio(context, output, &super::charts(context)[0].1)).unwrap()
}

/// The day, without its year, that begins at `x` percent.
fn day(axis: &Axis, x: &str) -> String {
    let [start, last] = [&axis.start, &axis.last].map(|day| parse_date(day).unwrap());
    let days = x.parse::<f64>().unwrap() * (days_between(start, last) + 1) as f64 / 100.0;
    add_days(start, days.round() as i64).unwrap().to_string()[5..].to_owned()
}

fn days(axis: &Axis, span: &Span) -> String {
    let end = span.x.parse::<f64>().unwrap() + span.width.parse::<f64>().unwrap();
    format!("{}..{}", day(axis, &span.x), day(axis, &format!("{end:.2}")))
}

/// A line for each row: what is drawn, by day. Ends are the first day after.
fn drawn(schedule: &Schedule) -> Vec<String> {
    let axis = &schedule.axis;
    let mut lines = Vec::new();
    for row in &schedule.rows {
        let mut marks = vec![row.stage.title.clone()];
        marks.extend(row.bar.as_ref().map(|bar| format!("{}{}", days(axis, &bar.span), if bar.open { " open" } else { "" })));
        marks.extend(row.baseline.as_ref().map(|before| format!("baseline {}", days(axis, &before.span))));
        marks.extend(row.actual.as_ref().map(|actual| format!("real {}", days(axis, actual))));
        marks.extend(row.overlaps.iter().map(|overlap| format!("overlap {}", days(axis, &overlap.span))));
        marks.extend(row.gate.as_ref().map(|gate| {
            let review = gate.review_x.as_ref().map(|x| format!(" (review {})", noon(axis, x))).unwrap_or_default();
            format!("gate {} {}{review}{}", gate.outcome.unwrap_or("open"), noon(axis, &gate.x), if gate.overdue { " overdue" } else { "" })
        }));
        lines.push(marks.join(", "));
        for step in row.waves.iter().flat_map(|waves| &waves.steps) {
            let planned = step.planned_x.as_ref().map(|x| format!(" planned {}", day(axis, x))).unwrap_or_default();
            lines.push(format!("  {} % {} {}{planned}", step.percent, step.state, days(axis, &step.span)));
        }
    }
    lines
}

/// The day whose middle is at `x` percent.
fn noon(axis: &Axis, x: &str) -> String {
    let half = 50.0 / (days_between(parse_date(&axis.start).unwrap(), parse_date(&axis.last).unwrap()) + 1) as f64;
    day(axis, &format!("{}", x.parse::<f64>().unwrap() - half))
}

#[test]
fn a_freeze_without_a_reason_is_not_named_twice() {
    let calendar = "freezes = [{ start = 2026-02-16, end = 2026-02-27, reason = \"Audit\" }, { start = 2026-04-06, end = 2026-04-10 }]";
    let sources = Sources::from_fixture(&book(calendar, "-- content/projects/atlas.md --\n---\ntitle: Atlas\n---\n"));
    let built = crate::pipeline::Pipeline::default().build(&sources, parse_date("2026-02-01").unwrap(), None, &mut |_| {});
    let page = std::str::from_utf8(&built.site.files[&OutputPath::new("projects/atlas/index.html")]).unwrap();
    let notes: Vec<&str> = page.lines().filter(|line| line.starts_with("<li>Freeze")).collect();
    assert_eq!(notes, ["<li>Freeze: Audit, 16 Feb 2026 to 27 Feb 2026</li>", "<li>Freeze, 6 Apr 2026 to 10 Apr 2026</li>"]);
}

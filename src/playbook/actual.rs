//! What really happened in a stage of a project, by its dated records (domain section 6). Not done here: the plan beside which it is shown.

use super::{Playbook, Project, wave};
use crate::calendar::Date;

/// When a stage was really begun and passed, as far as the records of as_of tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Actual {
    /// The earliest dated record of the stage; `None` while there is none.
    pub start: Option<Date>,
    /// The date of the go that stands on its gate; never before `start`, since that go is a record too.
    pub end: Option<Date>,
}

/// The dated records of a stage that are true on as_of, in no order: states of items, decisions on its gate and waves, starts of waves and
/// their measurements.
pub fn records<'p>(playbook: &'p Playbook<'_>, project: &'p Project<'_>, stage: usize) -> impl Iterator<Item = Date> + 'p {
    let joined = &project.stages[stage];
    let states = joined.items.iter().filter_map(|status| status.state?.state.date.as_ref()).map(|date| date.value);
    let decisions = playbook.decisions_of(project).filter(move |decision| decision.subject.stage == stage).map(|decision| decision.date);
    let waves = joined.waves.iter().flatten().map(|wave| wave.state);
    let runs = waves
        .flat_map(|wave| wave.measurements.iter().map(|entry| entry.date.value).chain(wave.started.as_ref().map(|started| started.value)));
    states.chain(decisions).chain(runs).filter(|date| *date <= playbook.as_of)
}

/// The real start and end of a stage. Evidence counts as a record too: it shows that somebody was at work.
pub fn actual(playbook: &Playbook<'_>, project: &Project<'_>, stage: usize) -> Actual {
    let states = project.stages[stage].items.iter().filter_map(|status| status.state);
    let evidence = states.flat_map(|written| &written.state.evidence).filter_map(|evidence| evidence.date.as_ref());
    let evidence = evidence.map(|date| date.value).filter(|date| *date <= playbook.as_of);
    let go = wave::gate(playbook, project.index, stage).filter(|decision| decision.outcome.passes_gate());
    Actual { start: records(playbook, project, stage).chain(evidence).min(), end: go.map(|decision| decision.date) }
}

#[cfg(test)]
mod tests {
    use crate::playbook::status::tests::resolved;

    /// The real dates of the one stage on `as_of`, with that text as the project's state and these decisions.
    fn dates(state: &str, decisions: &[(&str, &str, &str)], as_of: &str) -> String {
        let mut book = format!(
            "
-- book.toml --
[book]
id = \"real\"
start = 2026-01-05
-- content/stages/scale.md --
---
window: Month 1-2
checklist: [{{ id: a, text: First }}, {{ id: b, text: Second }}]
gate: {{}}
waves:
  - {{ id: w50, percent: 50, guardrails: [{{ id: errors, metric: Errors, op: <, target: 5 }}] }}
  - {{ id: w100, percent: 100 }}
---
-- content/projects/atlas.md --
---
updates: [{{ date: 2026-01-01, by: Lead, headline: Kick-off }}]
stages: {{ scale: {{ {state} }} }}
---
"
        );
        for (subject, outcome, date) in decisions {
            let text = format!("---\nsubject: {subject}\noutcome: {outcome}\ndate: {date}\nby: [Group]\n---\nBecause.\n");
            book.push_str(&format!("-- content/decisions/{date}-{outcome}.md --\n{text}"));
        }
        resolved(&book, as_of, |playbook| {
            let actual = super::actual(playbook, &playbook.projects[0], 0);
            let day = |date: Option<crate::calendar::Date>| date.map_or("none".to_owned(), |date| date.to_string());
            format!("{} {}", day(actual.start), day(actual.end))
        })
    }

    #[test]
    fn each_dated_record_of_the_stage_can_be_its_start() {
        let cases = [
            ("", "none none"),
            ("items: { a: done, b: doing }", "none none"),
            ("items: { a: 2026-01-09, b: { state: doing, date: 2026-01-07 } }", "2026-01-07 none"),
            (
                "items: { a: { state: doing, evidence: [{ link: \"https://example.org\", date: 2026-01-06 }] }, b: 2026-01-09 }",
                "2026-01-06 none",
            ),
            ("waves: { w50: { started: 2026-01-13 } }", "2026-01-13 none"),
            ("waves: { w50: { measurements: [{ guardrail: errors, date: 2026-01-12, value: 1 }] } }", "2026-01-12 none"),
            ("items: { a: { state: waived, by: Lead, until: 2026-03-01, reason: Later, date: 2026-01-08 } }", "2026-01-08 none"),
        ];
        for (state, expected) in cases {
            assert_eq!(dates(state, &[], "2026-02-01"), expected, "{state}");
        }
    }

    #[test]
    fn a_record_dated_after_as_of_is_not_yet_true() {
        let state = "items: { a: 2026-02-02, b: { state: done, evidence: [{ link: \"https://example.org\", date: 2026-02-02 }] } }";
        assert_eq!(dates(state, &[("gate:scale", "go", "2026-02-03")], "2026-02-01"), "none none");
        assert_eq!(dates(state, &[("gate:scale", "go", "2026-02-03")], "2026-02-03"), "2026-02-02 2026-02-03");
    }

    #[test]
    fn the_end_is_the_day_of_the_go_that_stands() {
        let gate = |outcomes: &[(&'static str, &'static str)]| {
            let decisions: Vec<_> = outcomes.iter().map(|(outcome, date)| ("gate:scale", *outcome, *date)).collect();
            dates("items: { a: 2026-01-09 }", &decisions, "2026-02-28")
        };
        assert_eq!(gate(&[("hold", "2026-01-20")]), "2026-01-09 none");
        assert_eq!(gate(&[("hold", "2026-01-20"), ("conditional-go", "2026-01-27")]), "2026-01-09 2026-01-27");
        assert_eq!(gate(&[("go", "2026-01-20"), ("go", "2026-01-27")]), "2026-01-09 2026-01-27");
        assert_eq!(gate(&[("go", "2026-01-20"), ("hold", "2026-01-27")]), "2026-01-09 none");
        assert_eq!(gate(&[("go", "2026-01-02")]), "2026-01-02 2026-01-02");
        assert_eq!(dates("", &[("wave:scale/w50", "continue", "2026-01-20")], "2026-02-28"), "2026-01-20 none");
    }
}

//! What must hold of every judgement, over made-up states, dates and decisions. Tests only.

use proptest::prelude::*;

use super::{Book, told};
use crate::calendar::{Date, add_days};
use crate::playbook::Playbook;
use crate::playbook::status::{Reason, Rule, Status};
use jiff::civil::date;

const WINDOWS: [&str; 5] = ["Week 1-2", "Week 3-6", "Month 2-3", "Month 2+", ""];
const STATES: [&str; 6] = ["todo", "doing", "done", "blocked", "na", "waived"];
const GATE_OUTCOMES: [&str; 4] = ["go", "conditional-go", "hold", "kill"];
const WAVE_OUTCOMES: [&str; 3] = ["continue", "hold", "rollback"];

/// A day as a distance from 2026-01-01.
type Day = i64;

fn day(n: Day) -> Date {
    add_days(date(2026, 1, 1), n).unwrap()
}

/// Three stages of three items each, the last with two waves; two causes; one project.
#[derive(Debug, Clone)]
struct Sample {
    stages: Vec<Stage>,
    waves: Vec<Wave>,
    update: Option<Day>,
    closed: Option<Day>,
}

#[derive(Debug, Clone)]
struct Stage {
    window: usize,
    gate: bool,
    start: Option<Day>,
    items: Vec<Item>,
    decisions: Vec<(Day, usize, Option<Day>)>,
}

#[derive(Debug, Clone)]
struct Item {
    must: bool,
    weight: u8,
    waits: bool,
    evidence_required: bool,
    na_allowed: bool,
    owner: bool,
    due: Option<Day>,
    state: usize,
    date: Option<Day>,
    until: Day,
    /// When each entry expires.
    evidence: Vec<Option<Day>>,
}

#[derive(Debug, Clone)]
struct Wave {
    started: Option<Day>,
    measurements: Vec<(Day, u8)>,
    decisions: Vec<(Day, usize)>,
}

fn any_day() -> impl Strategy<Value = Day> {
    -20i64..220
}

fn any_item() -> impl Strategy<Value = Item> {
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    let dates = (prop::option::of(any_day()), prop::option::of(any_day()), any_day());
    let evidence = prop::collection::vec(prop::option::of(any_day()), 0..3);
    (flags, dates, evidence, 0u8..4, 0..STATES.len()).prop_map(
        |((must, waits, evidence_required, na_allowed, owner), (due, date, until), evidence, weight, state)| Item {
            must,
            weight,
            waits,
            evidence_required,
            na_allowed,
            owner,
            due,
            state,
            date,
            until,
            evidence,
        },
    )
}

fn any_sample() -> impl Strategy<Value = Sample> {
    let decision = (any_day(), 0..GATE_OUTCOMES.len(), prop::option::of(any_day()));
    let stage = (0..WINDOWS.len(), any::<bool>(), prop::option::weighted(0.2, any_day()), prop::collection::vec(any_item(), 3));
    let stage = (stage, prop::collection::vec(decision, 0..3)).prop_map(|((window, gate, start, items), decisions)| Stage {
        window,
        gate,
        start,
        items,
        decisions,
    });
    let wave = (prop::option::of(any_day()), prop::collection::vec((any_day(), 0u8..8), 0..5));
    let wave = (wave, prop::collection::vec((any_day(), 0..WAVE_OUTCOMES.len()), 0..3))
        .prop_map(|((started, measurements), decisions)| Wave { started, measurements, decisions });
    let dates = (prop::option::of(any_day()), prop::option::weighted(0.1, any_day()));
    (prop::collection::vec(stage, 3), prop::collection::vec(wave, 2), dates).prop_map(|(stages, waves, (update, closed))| Sample {
        stages,
        waves,
        update,
        closed,
    })
}

fn any_as_of() -> impl Strategy<Value = Date> {
    prop_oneof![4 => any_day().prop_map(day), 1 => (0i64..40_543).prop_map(|n| add_days(date(1990, 1, 1), n).unwrap())]
}

impl Sample {
    /// The book as its files.
    fn text(&self) -> String {
        let mut text = "-- book.toml --\n[book]\nid = \"any\"\nstart = 2026-01-05\n".to_owned();
        let mut project = "-- content/projects/atlas.md --\n---\n".to_owned();
        for (key, date) in [("updates: [{ by: Lead, headline: News", self.update), ("closed: { outcome: stopped", self.closed)] {
            let close = if key.starts_with("updates") { "}]" } else { "}" };
            project.extend(date.map(|date| format!("{key}, date: {} {close}\n", day(date))));
        }
        project.push_str("stages:\n");
        let mut decisions = Vec::new();
        for (n, stage) in self.stages.iter().enumerate() {
            text.push_str(&format!("-- content/stages/0{n}-s{n}.md --\n---\nwindow: {}\nchecklist:\n", WINDOWS[stage.window]));
            text.extend(stage.items.iter().enumerate().map(|(i, item)| item.definition(n, i)));
            project.push_str(&format!("  s{n}:\n"));
            project.extend(stage.start.map(|start| format!("    start: {}\n    reason: Moved\n", day(start))));
            project.push_str("    items:\n");
            project.extend(stage.items.iter().enumerate().map(|(i, item)| item.state(i)));
            if stage.gate {
                text.push_str("gate: { question: Go? }\n");
                decisions.extend(stage.decisions.iter().map(|(date, outcome, due)| {
                    let due = due.map(|due| format!("conditions: [{{ text: Mend, due: {} }}]\n", day(due))).unwrap_or_default();
                    (format!("gate:s{n}"), *date, GATE_OUTCOMES[*outcome], due)
                }));
            }
            if n == 2 {
                text.push_str("waves:\n");
                project.push_str("    waves:\n");
                for (percent, wave) in [10, 100].iter().zip(&self.waves) {
                    let guardrail = "{ id: errors, metric: Errors, op: <=, target: 5, warn: 3, min_samples: 2 }";
                    text.push_str(&format!("  - {{ percent: {percent}, guardrails: [{guardrail}] }}\n"));
                    project.push_str(&format!("      w{percent}: {}\n", wave.state()));
                    let decided =
                        |(date, outcome): &(Day, usize)| (format!("wave:s2/w{percent}"), *date, WAVE_OUTCOMES[*outcome], String::new());
                    decisions.extend(wave.decisions.iter().map(decided));
                }
            }
            text.push_str("---\n");
        }
        for (n, (subject, date, outcome, rest)) in decisions.iter().enumerate() {
            let date = day(*date);
            text.push_str(&format!(
                "-- content/decisions/{n:02}.md --\n---\nsubject: {subject}\noutcome: {outcome}\ndate: {date}\n{rest}---\n"
            ));
        }
        for (id, transition, guards) in [("early", "s0 -> s1", "s0/i0, s0/i1"), ("late", "s1 -> s2", "s0/i2, s1/i0, s1/i1, s1/i2")] {
            text.push_str(&format!("-- content/causes/{id}.md --\n---\ntransition: {transition}\nguards: [{guards}]\n---\n"));
        }
        format!("{text}{project}---\n")
    }

    fn on<T>(&self, as_of: Date, look: impl FnOnce(&Playbook<'_>) -> T) -> T {
        Book::read(&self.text()).on(as_of, look)
    }

    /// Every reason of every stage.
    fn reasons(&self, as_of: Date) -> Vec<Reason> {
        self.on(as_of, |playbook| playbook.judgements[0].stages.iter().flat_map(|stage| stage.reasons.clone()).collect())
    }

    /// The item with that full id.
    fn item(&mut self, id: &str) -> &mut Item {
        let number = |at: usize| usize::from(id.as_bytes()[at] - b'0');
        &mut self.stages[number(1)].items[number(4)]
    }

    /// The same without what the reason names; `None` for the rules that name nothing a project could simply change.
    fn without(&self, reason: &Reason, as_of: Day) -> Option<Sample> {
        let mut sample = self.clone();
        let id = reason.item.as_deref();
        match reason.rule {
            Rule::MustBlocked => sample.item(id?).state = 1,
            Rule::Expiring | Rule::MustOverdue | Rule::Reopened => sample.item(id?).resolve(),
            Rule::DependencyOverdue => sample.item(&waits_for(usize::from(id?.as_bytes()[4] - b'0'))).resolve(),
            Rule::NoOwner => sample.item(id?).owner = true,
            Rule::Stale => sample.update = Some(as_of),
            Rule::GateOpen => {
                let stage = &mut sample.stages[usize::from(id?.as_bytes()[6] - b'0')];
                stage.decisions = vec![(as_of, 0, None)];
            }
            Rule::WaveStopped => sample.waves[usize::from(id? == "s2/w100")].decisions.clear(),
            _ => return None,
        }
        Some(sample)
    }
}

/// The id of what the nth item of a later stage waits for.
fn waits_for(n: usize) -> String {
    format!("s0/i{}", (n + 1) % 3)
}

/// The ids of all items that a reason's text lists.
fn listed(reason: &Reason) -> Vec<String> {
    let ids = (0..3).flat_map(|stage| (0..3).map(move |item| format!("s{stage}/i{item}")));
    ids.filter(|id| reason.text.contains(id)).collect()
}

impl Item {
    /// Done for good.
    fn resolve(&mut self) {
        (self.state, self.date, self.evidence) = (2, None, vec![None]);
    }

    fn definition(&self, stage: usize, n: usize) -> String {
        let flag = |name: &str, value: bool| if value { format!(", {name}") } else { String::new() };
        let waits = flag(&format!("depends_on: [{}]", waits_for(n)), self.waits && stage > 0);
        let due = self.due.map(|due| format!(", due: {}", day(due))).unwrap_or_default();
        let flags =
            [("level: may", !self.must), ("evidence_required: true", self.evidence_required), ("na_allowed: true", self.na_allowed)];
        let flags: String = flags.iter().chain(&[("owner: Lead", self.owner)]).map(|(name, value)| flag(name, *value)).collect();
        format!("  - {{ id: i{n}, text: Item {n}, weight: {}{flags}{due}{waits} }}\n", self.weight)
    }

    fn state(&self, n: usize) -> String {
        let date = self.date.map(|date| format!(", date: {}", day(date))).unwrap_or_default();
        let entry = |expires: &Option<Day>| {
            format!("{{ link: https://example.org{} }}", expires.map(|day_n| format!(", expires: {}", day(day_n))).unwrap_or_default())
        };
        let evidence: Vec<String> = self.evidence.iter().map(entry).collect();
        let required = match STATES[self.state] {
            "waived" => format!(", by: Lead, reason: Known, until: {}", day(self.until)),
            "blocked" | "na" => ", reason: Known".to_owned(),
            _ => String::new(),
        };
        format!("      i{n}: {{ state: {}{date}{required}, evidence: [{}] }}\n", STATES[self.state], evidence.join(", "))
    }
}

impl Wave {
    fn state(&self) -> String {
        let started = self.started.map(|started| format!("started: {}, ", day(started))).unwrap_or_default();
        let measured = |(date, value): &(Day, u8)| format!("{{ guardrail: errors, date: {}, value: {value} }}", day(*date));
        format!("{{ {started}measurements: [{}] }}", self.measurements.iter().map(measured).collect::<Vec<_>>().join(", "))
    }
}

proptest! {
    // A book takes its time to be read.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_status_is_that_of_its_first_reason_and_reasons_stand_in_the_order_of_the_rules(sample in any_sample(), as_of in any_as_of()) {
        sample.on(as_of, |playbook| {
            for stage in &playbook.judgements[0].stages {
                let quiet = if stage.active { Status::OnTrack } else { Status::NotStarted };
                prop_assert_eq!(stage.status, stage.reasons.first().map_or(quiet, |reason| reason.rule.status()));
                prop_assert!(stage.reasons.is_sorted_by_key(|reason| reason.rule), "{}", told(stage));
                prop_assert!(stage.reasons.iter().all(|reason| reason.rule.status() >= stage.status), "{}", told(stage));
                let alone = matches!(stage.status, Status::Killed | Status::Complete);
                prop_assert!(!alone || stage.reasons.len() == 1, "{}", told(stage));
                prop_assert!(stage.reasons.iter().all(|reason| !reason.text.is_empty() && !reason.text.ends_with('.')));
            }
            Ok(())
        })?;
    }

    #[test]
    fn a_project_is_as_its_worst_active_stage(sample in any_sample(), as_of in any_as_of()) {
        sample.on(as_of, |playbook| {
            let (project, judgement) = (&playbook.projects[0], &playbook.judgements[0]);
            let worst = judgement.stages.iter().filter(|stage| stage.active).map(|stage| stage.status).min();
            let complete = project.stages.iter().filter(|stage| stage.complete).count();
            let ended = crate::playbook::wave::has_ended(playbook, 0);
            let quiet = match complete {
                all if all == project.stages.len() => Status::Complete,
                0 => Status::NotStarted,
                _ if ended => Status::NotStarted,
                _ => Status::OnTrack,
            };
            prop_assert_eq!(judgement.status, worst.unwrap_or(quiet));
            prop_assert!(judgement.exposures.is_empty() || project.closed(as_of).is_none());
            prop_assert!(judgement.exposures.iter().all(|exposure| !exposure.open.is_empty() && exposure.open.len() <= exposure.guards));
            prop_assert!(judgement.exposures.is_sorted_by(|a, b| (a.level, a.score()) >= (b.level, b.score())));
            Ok(())
        })?;
    }

    #[test]
    fn the_same_book_on_the_same_day_is_judged_the_same(sample in any_sample(), as_of in any_as_of()) {
        let judged = || sample.on(as_of, |playbook| format!("{:?}", playbook.judgements));
        prop_assert_eq!(judged(), judged());
    }

    #[test]
    fn without_what_a_reason_names_the_reason_is_gone(sample in any_sample(), as_of in any_day()) {
        for reason in sample.reasons(day(as_of)) {
            let Some(without) = sample.without(&reason, as_of) else { continue };
            let same = |other: &&Reason| other.rule == reason.rule && other.item == reason.item;
            let left = without.reasons(day(as_of));
            // The reason of another stage may be without an item too.
            let left = if reason.rule == Rule::Stale { left.into_iter().find(|other| other.rule == Rule::Stale) } else { left.iter().find(same).cloned() };
            prop_assert_eq!(left, None, "{}", sample.text());
        }
    }

    #[test]
    fn an_item_of_a_list_leaves_it_with_an_owner_or_when_it_is_done(sample in any_sample(), as_of in any_day()) {
        let lists = |sample: &Sample, rule| sample.reasons(day(as_of)).into_iter().filter(move |reason| reason.rule == rule && reason.item.is_none());
        for rule in [Rule::NoOwner, Rule::MustOverdue] {
            for reason in lists(&sample, rule) {
                let ids = listed(&reason);
                prop_assert_eq!(&[("items", ids.len() as i64)][..], &reason.numbers);
                let id = ids.last().unwrap();
                let mut mended = sample.clone();
                match rule {
                    Rule::NoOwner => mended.item(id).owner = true,
                    _ => mended.item(id).resolve(),
                }
                prop_assert!(lists(&mended, rule).all(|reason| !listed(&reason).contains(id)), "{id}");
            }
        }
    }
}

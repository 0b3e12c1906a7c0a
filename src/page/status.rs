//! `status.json` and `items.csv`: every computed value for machines, domain section 9. The terminal prints the same values. Not done here:
//! computing them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use super::events::to_json;
use crate::calendar::Date;
use crate::memo::in_parallel;
use crate::playbook::exposure::Exposure;
use crate::playbook::status::{Judgement, Place, Reason};
use crate::playbook::wave::{GuardrailStatus, WaveStatus};
use crate::playbook::{Playbook, Project, Stage, checklist};

/// The version of the format.
pub const SCHEMA: u32 = 1;

/// The JSON Schema of `status.json`, published beside it as `status.schema.json`.
pub const JSON_SCHEMA: &str = include_str!("status.schema.json");

/// The whole file. Absent scalars are null, lists [], dates ISO 8601, ends exclusive.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Status {
    /// [`SCHEMA`].
    pub schema: u32,
    /// The day for which it holds.
    pub as_of: String,
    /// The book's id.
    pub book: String,
    /// By order and id.
    pub projects: Vec<ProjectStatus>,
}

/// One project.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the fields are the keys of domain section 9")]
pub struct ProjectStatus {
    pub id: String,
    pub title: String,
    pub progress: Points,
    pub musts: Musts,
    /// A stage's status, or `scaled` or `stopped` for a closed project.
    pub status: &'static str,
    /// For people: "at risk".
    #[serde(skip)]
    pub words: &'static str,
    /// Null when every stage is complete, and for a closed project.
    pub current_stage: Option<String>,
    pub reasons: Vec<ReasonStatus>,
    pub next_gate: Option<NextGate>,
    pub exposures: Vec<ExposureStatus>,
    pub waves: Vec<Wave>,
    pub stages: Vec<StageStatus>,
}

/// One stage of one project.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the fields are the keys of domain section 9")]
pub struct StageStatus {
    pub id: String,
    /// Not part of the format: for the terminal.
    #[serde(skip)]
    pub title: String,
    pub start: Option<String>,
    pub end: Option<String>,
    pub progress: Points,
    pub musts: Musts,
    pub expected: Option<Expected>,
    pub status: &'static str,
    /// For people: "at risk".
    #[serde(skip)]
    pub words: &'static str,
    pub reasons: Vec<ReasonStatus>,
}

/// An exact pair and its rounded-down share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the fields are the keys of domain section 9")]
pub struct Points {
    pub done: u64,
    pub counted: u64,
    pub percent: Option<u64>,
    /// Not part of the format: for the terminal's bar.
    #[serde(skip)]
    pub claimed: u64,
}

/// Gate readiness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the fields are the keys of domain section 9")]
pub struct Musts {
    pub resolved: u64,
    pub total: u64,
}

/// Workdays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the fields are the keys of domain section 9")]
pub struct Expected {
    pub elapsed: u64,
    pub total: u64,
}

/// Why a status is what it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the fields are the keys of domain section 9")]
pub struct ReasonStatus {
    pub rule: &'static str,
    pub item: Option<String>,
    pub numbers: BTreeMap<&'static str, i64>,
    pub text: String,
    /// Not part of the format: for the terminal.
    #[serde(skip)]
    pub clear: String,
    /// Not part of the format: the status that the rule leads to.
    #[serde(skip)]
    pub status: &'static str,
    /// Not part of the format: where it is written.
    #[serde(skip)]
    pub place: Option<Place>,
}

/// A gate to come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the fields are the keys of domain section 9")]
pub struct NextGate {
    pub stage: String,
    pub date: Option<String>,
}

/// Exposure to a cause.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ExposureStatus {
    /// The cause's id.
    pub cause: String,
    /// `critical`, `exposed` or `latent`.
    pub level: &'static str,
    /// Severity × share of open guards, 0 to 5, two decimals.
    pub score: f64,
    /// Full ids of the open guards.
    pub open: Vec<String>,
}

/// A wave.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the fields are the keys of domain section 9")]
pub struct Wave {
    pub stage: String,
    pub id: String,
    pub percent: f64,
    pub planned: Option<String>,
    pub forecast: Option<String>,
    pub started: Option<String>,
    pub state: &'static str,
    pub guardrails: Vec<Guardrail>,
}

/// A guardrail of a wave.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Guardrail {
    /// Its id.
    pub id: String,
    /// `pass`, `warn`, `fail` or `inconclusive`.
    pub verdict: &'static str,
    /// The measurement that counts.
    pub value: Option<f64>,
    /// Its day.
    pub date: Option<String>,
    /// Measurements since the wave started.
    pub samples: usize,
}

impl Status {
    /// Collects the values of a playbook.
    pub fn of(playbook: &Playbook<'_>) -> Status {
        Status {
            schema: SCHEMA,
            as_of: playbook.as_of.to_string(),
            book: playbook.config.id.clone(),
            projects: in_parallel(&playbook.projects, |project| project_status(playbook, project, &playbook.judgements[project.index])),
        }
    }

    /// The file's bytes: one line, for it grows with the portfolio and is made for machines.
    pub fn to_json(&self) -> String {
        to_json(self)
    }
}

fn project_status(playbook: &Playbook<'_>, project: &Project<'_>, judgement: &Judgement<'_>) -> ProjectStatus {
    let closed = project.closed(playbook.as_of);
    let current = project.current.filter(|_| closed.is_none());
    let (status, words) = project_words(playbook, project);
    ProjectStatus {
        id: project.id().to_owned(),
        title: project.title(playbook.config).to_owned(),
        progress: points(project.progress()),
        musts: musts(project.musts()),
        status,
        words,
        current_stage: current.map(|stage| playbook.stages[stage].id().to_owned()),
        reasons: judgement.reasons().into_iter().map(reason).collect(),
        next_gate: judgement
            .next_gate
            .map(|gate| NextGate { stage: playbook.stages[gate.stage].id().to_owned(), date: gate.review.map(|day| day.to_string()) }),
        exposures: judgement.exposures.iter().map(|found| exposure(playbook, found)).collect(),
        waves: playbook
            .stages
            .iter()
            .flat_map(|stage| judgement.stages[stage.index].waves.iter().enumerate().map(|(n, status)| wave(stage, n, status)))
            .collect(),
        stages: playbook.stages.iter().map(|stage| stage_status(project, judgement, stage)).collect(),
    }
}

/// A project's status as data and for people; how it ended, once it is closed.
pub(super) fn project_words(playbook: &Playbook<'_>, project: &Project<'_>) -> (&'static str, &'static str) {
    let status = playbook.judgements[project.index].status;
    match project.closed(playbook.as_of).map(|closed| closed.outcome.as_str()) {
        Some("scaled") => ("scaled", "scaled"),
        Some(_) => ("stopped", "stopped"),
        None => (status.name(), status.words()),
    }
}

fn stage_status(project: &Project<'_>, judgement: &Judgement<'_>, stage: &Stage<'_>) -> StageStatus {
    let (joined, judged) = (&project.stages[stage.index], &judgement.stages[stage.index]);
    let period = joined.schedule.period();
    StageStatus {
        id: stage.id().to_owned(),
        title: stage.title().to_owned(),
        start: period.map(|period| period.start.to_string()),
        end: period.and_then(|period| period.end).map(|end| end.to_string()),
        progress: points(joined.progress),
        musts: musts(joined.musts),
        expected: joined.expected.map(|(elapsed, total)| Expected { elapsed, total }),
        status: if judged.abandoned { "stopped" } else { judged.status.name() },
        words: if judged.abandoned { "stopped" } else { judged.status.words() },
        reasons: judged.reasons.iter().map(reason).collect(),
    }
}

fn points(progress: checklist::Progress) -> Points {
    Points { done: progress.done, counted: progress.counted, percent: progress.percent(), claimed: progress.claimed }
}

fn musts(musts: checklist::Musts) -> Musts {
    Musts { resolved: musts.resolved, total: musts.total }
}

fn reason(reason: &Reason) -> ReasonStatus {
    ReasonStatus {
        rule: reason.rule.name(),
        item: reason.item.clone(),
        numbers: reason.numbers.iter().copied().collect(),
        text: reason.text.clone(),
        clear: reason.clear.clone(),
        status: reason.rule.status().name(),
        place: reason.place.clone(),
    }
}

fn exposure(playbook: &Playbook<'_>, found: &Exposure) -> ExposureStatus {
    ExposureStatus {
        cause: playbook.causes[found.cause].document.id.clone(),
        level: found.level.word(),
        score: found.score(),
        open: found.open.iter().map(|key| playbook.stages[key.stage].item_id(key.item)).collect(),
    }
}

fn wave(stage: &Stage<'_>, index: usize, status: &WaveStatus<'_>) -> Wave {
    let front = &stage.front.waves[index];
    Wave {
        stage: stage.id().to_owned(),
        id: front.id.value.clone(),
        percent: front.percent(),
        planned: status.planned.map(|day| day.to_string()),
        forecast: status.forecast.map(|wave| wave.start.to_string()),
        started: status.started.map(|day| day.to_string()),
        state: status.state.word(),
        guardrails: status.guardrails.iter().map(guardrail).collect(),
    }
}

fn guardrail(status: &GuardrailStatus<'_>) -> Guardrail {
    Guardrail {
        id: status.guardrail.id.value.clone(),
        verdict: status.verdict.word(),
        value: status.latest().map(|latest| latest.value),
        date: status.latest().map(|latest| latest.date.value.to_string()),
        samples: status.measured.len(),
    }
}

/// `items.csv`: one row for each project and item, RFC 4180.
pub fn items_csv(playbook: &Playbook<'_>) -> String {
    let mut csv = String::new();
    let head = [
        "as_of", "project", "stage", "item", "text", "group", "level", "weight", "state", "date", "by", "owner", "due", "overdue",
        "reason", "until", "evidence",
    ];
    row(&mut csv, head);
    csv.extend(in_parallel(&playbook.projects, |project| rows(playbook, project)));
    csv
}

/// The rows of a project.
fn rows(playbook: &Playbook<'_>, project: &Project<'_>) -> String {
    let mut csv = String::new();
    let as_of = playbook.as_of.to_string();
    for stage in &playbook.stages {
        for status in &project.stages[stage.index].items {
            let state = status.state.map(|written| written.state);
            let day = |value: Option<Date>| value.map(|day| day.to_string()).unwrap_or_default();
            let evidence: Vec<&str> =
                state.map(|state| state.evidence.iter().map(|evidence| evidence.link.value.as_str()).collect()).unwrap_or_default();
            row(
                &mut csv,
                [
                    &as_of,
                    project.id(),
                    stage.id(),
                    &[stage.id(), "/", &status.item.id.value].concat(),
                    &status.item.text.plain,
                    status.item.group.as_deref().unwrap_or_default(),
                    if status.item.must { "must" } else { "may" },
                    &status.item.weight.to_string(),
                    super::parts::state_name(status.effective),
                    &day(state.and_then(|state| state.date.as_ref()).map(|date| date.value)),
                    state.and_then(|state| state.by.as_deref()).unwrap_or_default(),
                    status.owner.unwrap_or_default(),
                    &day(status.due),
                    if status.overdue { "true" } else { "false" },
                    state.and_then(|state| state.reason.as_deref()).unwrap_or_default(),
                    &day(state.and_then(|state| state.until.as_ref()).map(|until| until.value)),
                    &evidence.join(" "),
                ],
            );
        }
    }
    csv
}

/// Writes a row. A cell with a comma, quote or line break is quoted.
fn row<const N: usize>(csv: &mut String, cells: [&str; N]) {
    for (n, cell) in cells.into_iter().enumerate() {
        if n > 0 {
            csv.push(',');
        }
        if is_plain(cell) {
            csv.push_str(cell);
            continue;
        }
        let cell = defused(cell);
        if cell.contains(['"', ',', '\n', '\r']) {
            csv.extend(["\"", &cell.replace('"', "\"\""), "\""]);
        } else {
            csv.push_str(&cell);
        }
    }
    csv.push_str("\r\n");
}

/// True for most cells, of which nothing has to be looked at more closely: they begin with an ASCII letter or digit, and no sign parts them.
fn is_plain(cell: &str) -> bool {
    let parts = |byte: u8| matches!(byte, b'"' | b',' | b'\n' | b'\r' | b';' | b'\t');
    cell.bytes().next().is_none_or(|first| first.is_ascii_alphanumeric()) && !cell.bytes().fold(false, |any, byte| any | parts(byte))
}

/// The text with an apostrophe before each sign that would begin a formula (OWASP, "CSV Injection"). Where `,` parts the digits of a number, a
/// spreadsheet takes `;` for what parts cells, and knows nothing of quotes that begin after a comma: so what follows `;`, a tab or a line break may
/// begin a cell too.
fn defused(cell: &str) -> Cow<'_, str> {
    const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    let may_be_dropped = |c: char| c == '"' || c == '\u{feff}' || c.is_whitespace() || c.is_control();
    let parts = |byte: u8| matches!(byte, b';' | b'\t' | b'\n' | b'\r');
    if !cell.trim_start_matches(may_be_dropped).starts_with(SIGNS) && !cell.bytes().any(parts) {
        return Cow::Borrowed(cell);
    }
    let mut out = String::with_capacity(cell.len() + 1);
    let mut begins = true;
    for c in cell.chars() {
        if begins && SIGNS.contains(&c) {
            out.push('\'');
        }
        out.push(c);
        begins = u8::try_from(c).is_ok_and(parts) || begins && may_be_dropped(c);
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_formulas_defused() {
        let mut csv = String::new();
        row(&mut csv, ["=1+1", "a,b", "say \"x\"", "plain", "-3"]);
        assert_eq!(csv, "'=1+1,\"a,b\",\"say \"\"x\"\"\",plain,'-3\r\n");
    }

    #[test]
    fn no_sign_of_a_formula_begins_a_cell_whatever_parts_cells() {
        let cases = [
            ("plain = text - x; y", "plain = text - x; y"),
            (" =1", " '=1"),
            ("\t@SUM(A1)", "\t'@SUM(A1)"),
            ("\r\n+1", "\r\n'+1"),
            ("\u{feff}=1", "\u{feff}'=1"),
            ("＝1", "'＝1"),
            ("a;=1", "a;'=1"),
            ("a; \"-1\"", "a; \"'-1\""),
            ("a\t=1\n@b", "a\t'=1\n'@b"),
            ("\"\u{a0}-1", "\"\u{a0}'-1"),
            ("2026-06-01 a=b", "2026-06-01 a=b"),
            ("", ""),
        ];
        for (cell, expected) in cases {
            assert_eq!(defused(cell), expected, "{cell:?}");
        }
    }
}

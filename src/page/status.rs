//! `status.json`: every computed value for machines, domain section 9. The terminal's `status` prints the same values. Not done here: computing
//! them.

use serde::Serialize;

use crate::playbook::{Playbook, Project, checklist};

/// The version of the format.
pub const SCHEMA: u32 = 1;

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
    /// Null until status is computed.
    pub status: Option<String>,
    /// Null when every stage is complete, and for a closed project.
    pub current_stage: Option<String>,
    pub reasons: Vec<Reason>,
    pub next_gate: Option<NextGate>,
    pub exposures: Vec<Exposure>,
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
    pub status: Option<String>,
    pub reasons: Vec<Reason>,
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

/// Why a status is what it is; none is computed yet.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum Reason {}

/// The next gate; none is computed yet.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum NextGate {}

/// Exposure to a cause; none is computed yet.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum Exposure {}

/// A wave; none is computed yet.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum Wave {}

impl Status {
    /// Collects the values of a playbook.
    pub fn of(playbook: &Playbook<'_>) -> Status {
        Status {
            schema: SCHEMA,
            as_of: playbook.as_of.to_string(),
            book: playbook.config.id.clone(),
            projects: playbook.projects.iter().map(|project| project_status(playbook, project)).collect(),
        }
    }

    /// The file's bytes, with a line break at the end.
    pub fn to_json(&self) -> String {
        // Plain structs of strings and numbers always serialise.
        let mut json = serde_json::to_string_pretty(self).unwrap_or_default();
        json.push('\n');
        json
    }
}

fn project_status(playbook: &Playbook<'_>, project: &Project<'_>) -> ProjectStatus {
    let running = project.closed(playbook.as_of).is_none();
    let current = project.current.filter(|_| running);
    let stages = playbook.stages.iter().map(|stage| {
        let joined = &project.stages[stage.index];
        let period = joined.schedule.period();
        StageStatus {
            id: stage.id().to_owned(),
            title: stage.title().to_owned(),
            start: period.map(|period| period.start.to_string()),
            end: period.and_then(|period| period.end).map(|end| end.to_string()),
            progress: points(joined.progress),
            musts: musts(joined.musts),
            expected: joined.expected.map(|(elapsed, total)| Expected { elapsed, total }),
            status: None,
            reasons: Vec::new(),
        }
    });
    ProjectStatus {
        id: project.id().to_owned(),
        title: project.title(playbook.config).to_owned(),
        progress: points(project.progress()),
        musts: musts(project.musts()),
        status: None,
        current_stage: current.map(|stage| playbook.stages[stage].id().to_owned()),
        reasons: Vec::new(),
        next_gate: None,
        exposures: Vec::new(),
        waves: Vec::new(),
        stages: stages.collect(),
    }
}

fn points(progress: checklist::Progress) -> Points {
    Points { done: progress.done, counted: progress.counted, percent: progress.percent(), claimed: progress.claimed }
}

fn musts(musts: checklist::Musts) -> Musts {
    Musts { resolved: musts.resolved, total: musts.total }
}

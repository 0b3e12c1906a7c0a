//! Gates and waves that can be decided now. Not done here: deciding.

use serde::Serialize;

use crate::authoring::{StageFiles, documents};
use crate::document::front::{Decision, Front};
use crate::document::{Document, Kind};
use crate::playbook::stage::anchor;
use crate::serve::state::Values;

const GATE: [&str; 4] = ["go", "conditional-go", "hold", "kill"];
const WAVE: [&str; 3] = ["continue", "hold", "rollback"];

/// Something to decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Decidable {
    project: String,
    /// `gate:STAGE` or `wave:STAGE/ID`.
    pub(super) subject: String,
    /// For people: "Gate of Pilot".
    title: String,
    /// The id of the wave's element on the page; null for a gate.
    anchor: Option<String>,
    outcomes: Vec<&'static str>,
    /// Who decides, as the gate says.
    deciders: Vec<String>,
    /// The last decision on it.
    pub(super) last: Option<Decided>,
}

impl Decidable {
    /// True for a gate, false for a wave.
    pub(super) fn is_gate(&self) -> bool {
        self.anchor.is_none()
    }
}

/// A decision that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Decided {
    pub(super) file: String,
    title: String,
    outcome: String,
    date: Option<String>,
}

/// The gate of a stage, then its waves that have started and have not gone on. Nothing is decided of a project that has ended.
pub(super) fn decidable(values: &Values, files: &StageFiles<'_>) -> Vec<Decidable> {
    let id = files.project_id();
    let Some(project) = values.status.projects.iter().find(|project| project.id == id) else { return Vec::new() };
    if ["scaled", "stopped"].contains(&project.status) {
        return Vec::new();
    }
    let stage = files.stage;
    let new = |subject: String, title: String, anchor: Option<String>| Decidable {
        project: id.to_owned(),
        last: last(values, files, subject.split_once('/').map(|(_, wave)| wave)),
        outcomes: if anchor.is_some() { WAVE.to_vec() } else { GATE.to_vec() },
        deciders: files.front.gate.as_ref().filter(|_| anchor.is_none()).map(|gate| gate.deciders.clone()).unwrap_or_default(),
        subject,
        title,
        anchor,
    };
    let gate = files.front.gate.as_ref().map(|_| new(format!("gate:{}", stage.id), format!("Gate of {}", stage.title), None));
    let runs = |wave: &str| {
        let status = project.waves.iter().find(|status| status.stage == stage.id && status.id == wave);
        status.is_some_and(|status| status.started.is_some() && status.state != "promoted")
    };
    let running = files.front.waves.iter().filter(|wave| runs(&wave.id.value));
    let waves = running.map(|wave| {
        let title = format!("Wave {} % of {}", wave.percent(), stage.title);
        new(format!("wave:{}/{}", stage.id, wave.id.value), title, Some(anchor(&stage.id, &wave.id.value)))
    });
    gate.into_iter().chain(waves).collect()
}

/// The latest decision on a stage's gate or wave; of two on one day the one whose id comes last.
fn last(values: &Values, files: &StageFiles<'_>, wave: Option<&str>) -> Option<Decided> {
    let is_about = |decision: &Decision| {
        let project = decision.project.as_ref().is_none_or(|named| files.project.is_none_or(|project| answers_to(project, &named.value)));
        let subject = decision.subject.as_ref().map(|subject| &subject.value);
        project && subject.is_some_and(|(stage, of)| answers_to(files.stage, stage) && of.as_deref() == wave)
    };
    let decisions = documents(&values.documents, Kind::Decision).filter_map(|document| match &document.front {
        Front::Decision(decision) if is_about(decision) => Some((document, decision)),
        _ => None,
    });
    let latest = decisions.max_by_key(|(document, decision)| (decision.date.as_ref().map(|date| date.value), &document.id));
    latest.map(|(document, decision)| Decided {
        file: document.path.to_string(),
        title: document.title.clone(),
        outcome: decision.outcome.as_ref().map(|outcome| outcome.value.clone()).unwrap_or_default(),
        date: decision.date.as_ref().map(|date| date.value.to_string()),
    })
}

fn answers_to(document: &Document, name: &str) -> bool {
    document.id == name || document.common.aliases.iter().any(|alias| alias.value == name)
}

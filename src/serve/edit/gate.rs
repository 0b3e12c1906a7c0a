//! Gates and waves, with the last decision on each and whether another one can be made now. Not done here: deciding.

use serde::Serialize;

use crate::authoring::{StageFiles, documents};
use crate::document::front::{Decision, Front, Wave};
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
    /// What stands in the way of another one, as a sentence; null where it can be decided now.
    pub(super) closed: Option<String>,
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

/// The gate of a stage, then its waves, with what can't be decided now: a wave that has not started or has gone on, and all of a project that has
/// ended.
pub(super) fn decisions(values: &Values, files: &StageFiles<'_>) -> Vec<Decidable> {
    let id = files.project_id();
    let Some(project) = values.status.projects.iter().find(|project| project.id == id) else { return Vec::new() };
    let stage = files.stage;
    let is_over = ["scaled", "stopped"].contains(&project.status);
    let over = || is_over.then(|| format!("{} has ended: nothing of it is decided any more", project.title));
    let gate = files.front.gate.iter().map(|gate| Decidable {
        project: id.to_owned(),
        subject: format!("gate:{}", stage.id),
        title: format!("Gate of {}", stage.title),
        anchor: None,
        outcomes: GATE.to_vec(),
        deciders: gate.deciders.clone(),
        last: last(values, files, None),
        closed: over(),
    });
    let waves = files.front.waves.iter().map(|wave| {
        let status = project.waves.iter().find(|status| status.stage == stage.id && status.id == wave.id.value);
        let title = format!("Wave {} % of {}", wave.percent(), stage.title);
        let closed = match status {
            Some(status) if status.started.is_some() => (status.state == "promoted").then(|| format!("{title} has gone on already")),
            _ => Some(format!("{title} has not started")),
        };
        Decidable {
            project: id.to_owned(),
            subject: format!("wave:{}/{}", stage.id, wave.id.value),
            title,
            anchor: Some(anchor(&stage.id, &wave.id.value)),
            outcomes: WAVE.to_vec(),
            deciders: Vec::new(),
            last: last(values, files, Some(wave)),
            closed: over().or(closed),
        }
    });
    gate.chain(waves).collect()
}

/// The gate or wave that a subject means, by ids or former ids.
pub(super) fn decision(values: &Values, project: &str, subject: &str) -> Option<Decidable> {
    let (_, place) = subject.split_once(':')?;
    let (stage, wave) = place.split_once('/').map_or((place, None), |(stage, wave)| (stage, Some(wave)));
    let files = StageFiles::find(&values.documents, Some(project), stage).ok()?;
    let subject = match wave {
        None => format!("gate:{}", files.stage.id),
        Some(name) => {
            let found = files.front.waves.iter().find(|wave| wave.id.value == name);
            let found = found.or_else(|| files.front.waves.iter().find(|wave| names(wave).any(|known| known == name)))?;
            format!("wave:{}/{}", files.stage.id, found.id.value)
        }
    };
    decisions(values, &files).into_iter().find(|found| found.subject == subject)
}

/// The latest decision on a stage's gate or wave; of two on one day the one whose id comes last.
fn last(values: &Values, files: &StageFiles<'_>, wave: Option<&Wave>) -> Option<Decided> {
    let is_wave = |named: Option<&str>| match (named, wave) {
        (None, None) => true,
        (Some(named), Some(wave)) => names(wave).any(|known| known == named),
        _ => false,
    };
    let is_about = |decision: &Decision| {
        let project = decision.project.as_ref().is_none_or(|named| files.project.is_none_or(|project| answers_to(project, &named.value)));
        let subject = decision.subject.as_ref().map(|subject| &subject.value);
        project && subject.is_some_and(|(stage, of)| answers_to(files.stage, stage) && is_wave(of.as_deref()))
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

/// The id of a wave, then its former ids.
fn names(wave: &Wave) -> impl Iterator<Item = &str> {
    std::iter::once(&wave.id).chain(&wave.aliases).map(|id| id.value.as_str())
}

fn answers_to(document: &Document, name: &str) -> bool {
    document.id == name || document.common.aliases.iter().any(|alias| alias.value == name)
}

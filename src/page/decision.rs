//! A decision on a gate or wave. Not done here: what a status makes of it.

use serde::Serialize;

use super::context::Context;
use super::frame::Page;
use super::view::{Frame, Html, Link};
use crate::document::front::Front;
use crate::path::OutputPath;

/// View of `decision.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Decision {
    /// The frame.
    pub page: Frame,
    /// The rationale.
    pub body: Html,
    /// The project; null while its date is still to come.
    pub project: Option<Link>,
    /// False while its date lies after as_of: it changes nothing yet.
    pub in_force: bool,
    /// The gate's or wave's stage, the project's page of it where there is one.
    pub subject: Option<Link>,
    /// "Gate of Pilot".
    pub subject_text: String,
    /// What was decided.
    pub outcome: String,
    /// ISO date.
    pub date: String,
    /// Roles.
    pub by: Vec<String>,
    /// What a conditional go depends on.
    pub conditions: Vec<Condition>,
}

/// A condition.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Condition {
    /// Plain text.
    pub text: String,
    /// By role.
    pub owner: Option<String>,
    /// ISO date, or the author's words where that can't be computed.
    pub due: Option<String>,
    /// ISO date; null while open on as_of.
    pub done: Option<String>,
}

pub(super) fn view(context: &Context<'_, '_>, document: usize, output: &OutputPath) -> Decision {
    let playbook = context.playbook;
    let document = playbook.documents[document];
    let decision = context.decisions.get(&document.path).map(|index| &playbook.decisions[*index]);
    let mut page = Page::of("decision", document, output);
    page.parents = context.parents(output, "decisions");
    let front = match &document.front {
        Front::Decision(front) => front.clone(),
        _ => Default::default(),
    };
    // Whether a condition is open depends on the day; a decision without conditions reads the same for ever.
    page.derived = !front.conditions.is_empty() || decision.is_none();
    let place = decision.map(|decision| (&playbook.projects[decision.project], decision.subject.stage));
    let period = place.and_then(|(project, stage)| project.stages[stage].schedule.period());
    let condition = |condition: &crate::document::front::Condition| Condition {
        text: condition.text.clone(),
        owner: condition.owner.clone(),
        due: condition.due.as_ref().map(|due| due.resolve(period.as_ref()).map_or_else(|| due.to_string(), |day| day.to_string())),
        done: condition.done.as_ref().filter(|done| done.value <= playbook.as_of).map(|done| done.value.to_string()),
    };
    Decision {
        page: context.frame(page),
        body: context.body(Some(document), output),
        in_force: decision.is_some(),
        project: place.map(|(project, _)| context.project(output, project)),
        subject: place.map(|(project, stage)| context.project_stage_link(output, project, stage, None)),
        subject_text: decision.map(|decision| decision.subject.title(&context.playbook.stages)).unwrap_or_default(),
        outcome: front.outcome.as_ref().map(|outcome| outcome.value.clone()).unwrap_or_default(),
        date: front.date.as_ref().map(|date| date.value.to_string()).unwrap_or_default(),
        by: front.by.clone(),
        conditions: front.conditions.iter().map(condition).collect(),
    }
}

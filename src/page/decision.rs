//! A decision on a gate or wave. Not done here: what a status makes of it.

use serde::Serialize;

use super::context::Context;
use super::frame::Page;
use super::html::Html;
use super::view::{Frame, Link};
use super::words;
use crate::document::front::Front;
use crate::path::OutputPath;
use crate::playbook::decision::Outcome;

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
    /// What was decided, as authors write it; null when what they wrote is none of it.
    pub outcome: Option<&'static str>,
    /// ISO date; null when what stands there is none.
    pub date: Option<String>,
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
    /// As its author means it: "3 days before the end", "5 Apr 2026".
    pub due: Option<String>,
    /// The day on which it is due, ISO; null where that can't be computed.
    pub due_day: Option<String>,
    /// How far that day is from as_of: "in 5 days"; null once it is done.
    pub due_away: Option<String>,
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
    let condition = |condition: &crate::document::front::Condition| {
        let due = condition.due.as_ref().and_then(|due| due.resolve(period.as_ref()));
        let done = condition.done.as_ref().filter(|done| done.value <= playbook.as_of);
        Condition {
            text: condition.text.clone(),
            owner: condition.owner.clone(),
            due: condition.due.as_ref().map(|due| words::due(playbook.locale, due)),
            due_day: due.map(|day| day.to_string()),
            due_away: due.filter(|_| done.is_none()).map(|day| context.playbook.away(day)),
            done: done.map(|done| done.value.to_string()),
        }
    };
    Decision {
        page: context.frame(page),
        body: context.body(Some(document), output),
        in_force: decision.is_some(),
        project: place.map(|(project, _)| context.project(output, project)),
        subject: place.map(|(project, stage)| context.project_stage_link(output, project, stage, None)),
        subject_text: decision.map(|decision| decision.subject.title(&playbook.stages, playbook.locale)).unwrap_or_default(),
        outcome: front.outcome.as_ref().and_then(|outcome| Outcome::from_word(&outcome.value)).map(Outcome::word),
        date: front.date.as_ref().map(|date| date.value.to_string()),
        by: front.by.clone(),
        conditions: front.conditions.iter().map(condition).collect(),
    }
}

//! What a project asks of those who decide: gates and waves that wait for a decision, conditions that fall due. Not done here: judging it, which
//! the status does.

use serde::Serialize;

use super::cut::cut;
use crate::calendar::{Date, days_between};
use crate::page::context::Context;
use crate::page::view::Link;
use crate::path::OutputPath;
use crate::playbook::event::{Kind, Subject};
use crate::playbook::status::Rule;
use crate::playbook::{Event, Project};

/// The reasons that only a decision clears.
const DECISIONS: [Rule; 6] =
    [Rule::GateHold, Rule::WaveStopped, Rule::ConditionOverdue, Rule::GateSkipped, Rule::WaveUndecided, Rule::GateOpen];

/// A condition that falls due within so many days is asked for.
const SOON: i64 = 14;

/// Characters of a name, and of what is asked.
const NAME: usize = 24;
const MOST: usize = 112;

/// A decision that somebody waits for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Asked {
    /// What is to be decided or done, plain text.
    pub text: String,
    /// The title of the stage, where the text does not say it.
    pub stage: Option<String>,
    /// The day that it was or is due; null where none is.
    pub day: Option<String>,
    /// That day in words: "5 days ago".
    pub words: Option<String>,
    /// Who decides, by role.
    pub by: Vec<String>,
    /// Where it stands.
    pub link: Option<Link>,
}

/// What waits first, then what comes.
pub(super) fn asked<'a>(context: &Context<'_, 'a>, project: &Project<'a>, output: &OutputPath) -> Vec<Asked> {
    let playbook = context.playbook;
    if project.closed(playbook.as_of).is_some() {
        return Vec::new();
    }
    let events = || context.events_of[project.index].iter().map(|index| &playbook.events[*index]);
    let (mut asked, mut decided) = (Vec::new(), Vec::new());
    for (stage, judged) in context.judgement(project).stages.iter().enumerate().filter(|(_, judged)| judged.active) {
        for reason in judged.reasons.iter().filter(|reason| DECISIONS.contains(&reason.rule)) {
            decided.extend(matches!(reason.rule, Rule::GateHold | Rule::GateOpen).then_some(stage));
            let is_gate = matches!(reason.rule, Rule::GateHold | Rule::GateOpen | Rule::GateSkipped);
            asked.push(Asked {
                text: cut(&reason.text, MOST),
                stage: Some(cut(playbook.stages[stage].title(), NAME)),
                day: None,
                words: None,
                by: if is_gate { deciders(context, stage) } else { Vec::new() },
                link: reason.item.as_deref().and_then(|item| context.reason_link(output, project, item)),
            });
        }
    }
    let gate = |event: &&Event<'a>| event.kind == Kind::Gate && event.waits(playbook);
    for event in events().filter(gate) {
        let Subject::Gate(stage) = event.subject else { continue };
        if !decided.contains(&stage) {
            let title = playbook.stages[stage].title();
            let text = playbook.locale.with("print-gate-waits", &[("stage", cut(title, NAME).into())]);
            let link = Some(context.project_stage_link(output, project, stage, Some("_gate")));
            asked.push(Asked { by: deciders(context, stage), link, ..dated(context, text, event.last_day()) });
        }
    }
    let soon = |event: &&Event<'a>| {
        matches!(event.subject, Subject::Condition(..)) && (0..=SOON).contains(&days_between(playbook.as_of, event.last_day()))
    };
    for event in events().filter(soon) {
        let text = playbook.locale.with("print-condition", &[("text", cut(&event.title, MOST - 20).into())]);
        let by = event.owners.iter().map(|owner| cut(owner, NAME)).collect();
        asked.push(Asked { by, ..dated(context, text, event.last_day()) });
    }
    asked
}

fn dated(context: &Context<'_, '_>, text: String, day: Date) -> Asked {
    let words = context.playbook.locale.away(days_between(context.playbook.as_of, day));
    Asked { text, stage: None, day: Some(day.to_string()), words: Some(words), by: Vec::new(), link: None }
}

fn deciders(context: &Context<'_, '_>, stage: usize) -> Vec<String> {
    let gate = context.playbook.stages[stage].front.gate.as_ref();
    gate.map(|gate| gate.deciders.iter().take(1).map(|by| cut(by, NAME)).collect()).unwrap_or_default()
}

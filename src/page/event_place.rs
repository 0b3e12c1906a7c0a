//! Where an event is explained, for pages and feeds alike. Not done here: how a page or a feed writes that address.

use crate::path::OutputPath;
use crate::playbook::event::Subject;
use crate::playbook::stage::anchor;
use crate::playbook::{Event, Playbook};

/// The page that explains an event and, if there is one, the place on it; `None` for holidays and freezes.
pub(super) fn event_place(playbook: &Playbook<'_>, event: &Event<'_>) -> Option<(OutputPath, Option<String>)> {
    let project = &playbook.projects[event.project?];
    let page = |stage: usize| project.stage_page(&playbook.stages[stage]);
    let member = |stage: usize, id: &str| (page(stage), Some(anchor(playbook.stages[stage].id(), id)));
    Some(match event.subject {
        Subject::Stage(stage) => (page(stage), None),
        Subject::Gate(stage) => (page(stage), Some("_gate".to_owned())),
        Subject::Wave(stage, wave) => {
            let (on_stage, place) = member(stage, &playbook.stages[stage].front.waves[wave].id.value);
            (super::wave::output(playbook, project).unwrap_or(on_stage), place)
        }
        Subject::Item(stage, item) => member(stage, &project.stages[stage].items[item].item.id.value),
        Subject::Decision(decision) | Subject::Condition(decision, _) => (playbook.decisions[decision].document.output.clone(), None),
        Subject::Freeze(_) | Subject::Holiday => return None,
    })
}

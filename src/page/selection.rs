//! Which events are meant: of a project, an owner, some kinds, some days. Feeds and the terminal ask by it. Not done here: what is shown of them.

use std::collections::BTreeSet;

use crate::calendar::{Date, Period};
use crate::playbook::event::Kind;
use crate::playbook::{Event, Playbook};

/// Every event that all of this holds for; the default is all there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// One project, by its index.
    pub project: Option<usize>,
    /// Whose business it is, as it is written in the files.
    pub owner: Option<String>,
    /// Some kinds; empty for all.
    pub kinds: BTreeSet<Kind>,
    /// The first day.
    pub from: Option<Date>,
    /// The last day, included.
    pub to: Option<Date>,
}

impl Selection {
    /// True for an event of it. One that lasts takes part when one of its days does.
    pub fn has(&self, event: &Event<'_>) -> bool {
        let end = self.to.map(|to| to.tomorrow().ok());
        let days = Period { start: self.from.unwrap_or(Date::MIN), end: end.flatten() };
        self.is_about(event) && event.is_in(&days)
    }

    /// The same, whatever its days are.
    pub fn is_about(&self, event: &Event<'_>) -> bool {
        self.project.is_none_or(|project| event.project == Some(project))
            && self.owner.as_deref().is_none_or(|owner| event.owners.contains(&owner))
            && (self.kinds.is_empty() || self.kinds.contains(&event.kind))
    }

    /// What it is called, by what it asks for: "Atlas · Gate reviews"; `None` for all events.
    pub fn title(&self, playbook: &Playbook<'_>) -> Option<String> {
        let project = self.project.map(|project| playbook.projects[project].title(playbook.config));
        let kinds: Vec<String> = self.kinds.iter().map(|kind| playbook.locale.text(&format!("kind-{}", kind.name()))).collect();
        let parts: Vec<&str> = project.into_iter().chain(self.owner.as_deref()).chain(kinds.iter().map(String::as_str)).collect();
        (!parts.is_empty()).then(|| parts.join(" · "))
    }
}

/// Everyone who has a calendar: who owns a project, an item or a condition, decides at a gate or has decided. They keep it when nothing waits for them
/// any more.
pub fn owners<'a>(playbook: &Playbook<'a>) -> BTreeSet<&'a str> {
    let projects = playbook.projects.iter().flat_map(|project| {
        let items = project.stages.iter().flat_map(|stage| &stage.items).filter_map(|status| status.owner);
        project.front.owner.as_deref().into_iter().chain(items)
    });
    let gates = playbook.stages.iter().filter_map(|stage| stage.front.gate.as_ref()).flat_map(|gate| &gate.deciders).map(String::as_str);
    let decisions = playbook.decisions.iter().flat_map(|decision| {
        let conditions = decision.front.conditions.iter().filter_map(|condition| condition.owner.as_deref());
        decision.front.by.iter().map(String::as_str).chain(conditions)
    });
    projects.chain(gates).chain(decisions).collect()
}

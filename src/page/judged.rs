//! The pieces of views that show judgement: chips, reasons, exposures, gates to come. Not done here: judging.

use super::context::{Context, page_url};
use super::parts::state_name;
use super::view::{Chip, Exposed, ExposureView, Link, NextGate, OpenGuard, ReasonView, StatusView};
use crate::locale::{Locale, Value};
use crate::path::OutputPath;
use crate::playbook::checklist::Effective;
use crate::playbook::exposure::Exposure;
use crate::playbook::ids::ItemKey;
use crate::playbook::stage::anchor;
use crate::playbook::status::{Reason, Status};
use crate::playbook::{Judgement, Playbook, Project};

/// A status as a chip.
fn chip(locale: &Locale, status: Status) -> Chip {
    Chip { name: status.name(), words: locale.text(&["status-", status.name()].concat()), rag: status.rag().word() }
}

/// How something ended, as a chip.
fn ended(locale: &Locale, outcome: &str) -> Chip {
    match ended_name(outcome) {
        "scaled" => Chip { name: "scaled", words: locale.text("outcome-scaled"), rag: "green" },
        name => Chip { name, words: locale.text("outcome-stopped"), rag: "grey" },
    }
}

fn ended_name(outcome: &str) -> &'static str {
    if outcome == "scaled" { "scaled" } else { "stopped" }
}

/// The names of all statuses that a chip can have, the worst first, and their words.
pub fn status_words(playbook: &Playbook<'_>) -> Vec<(&'static str, String)> {
    let status = Status::ALL.iter().map(|status| (status.name(), playbook.locale.text(&["status-", status.name()].concat())));
    let ended = ["scaled", "stopped"].map(|name| (name, playbook.locale.text(&format!("outcome-{name}"))));
    status.chain(ended).collect()
}

impl<'a> Context<'_, 'a> {
    /// What a project comes to.
    pub(super) fn judgement(&self, project: &Project<'a>) -> &Judgement<'a> {
        &self.playbook.judgements[project.index]
    }

    /// The status of a stage of a project.
    pub fn stage_chip(&self, project: &Project<'a>, stage: usize) -> Chip {
        let judged = &self.judgement(project).stages[stage];
        let locale = self.playbook.locale;
        if judged.abandoned { ended(locale, "stopped") } else { chip(locale, judged.status) }
    }

    /// The name of [`Self::project_chip`].
    pub(super) fn status_name(&self, project: &Project<'a>) -> &'static str {
        match project.closed(self.playbook.as_of) {
            Some(closed) => ended_name(&closed.outcome),
            None => self.judgement(project).status.name(),
        }
    }

    /// The project's status; how it ended, once it is closed.
    pub fn project_chip(&self, project: &Project<'a>) -> Chip {
        let locale = self.playbook.locale;
        let closed = project.closed(self.playbook.as_of);
        closed.map_or_else(|| chip(locale, self.judgement(project).status), |closed| ended(locale, &closed.outcome))
    }

    pub(super) fn stage_status(&self, from: &OutputPath, project: &Project<'a>, stage: usize) -> StatusView {
        let judged = &self.judgement(project).stages[stage];
        let reasons: Vec<&Reason> = judged.reasons.iter().collect();
        self.status_view(from, project, self.stage_chip(project, stage), &reasons, false)
    }

    pub(super) fn project_status(&self, from: &OutputPath, project: &Project<'a>) -> StatusView {
        let reasons = self.judgement(project).reasons();
        self.status_view(from, project, self.project_chip(project), &reasons, true)
    }

    fn status_view(&self, from: &OutputPath, project: &Project<'a>, chip: Chip, reasons: &[&Reason], with_stage: bool) -> StatusView {
        let deciding = reasons.iter().filter(|reason| reason.rule.status().name() == chip.name).count();
        let others = reasons.len() - deciding;
        let locale = self.playbook.locale;
        let (status, why) = (("status", Value::from(chip.words.as_str())), ("reasons", Value::from(deciding)));
        let besides = ("others", Value::from(others));
        let sentence = match (deciding, others) {
            (0, 0) => chip.words.clone(),
            (_, 0) => locale.with("status-for-reasons", &[status, why]),
            (0, _) => locale.with("status-and-others", &[status, besides]),
            (_, _) => locale.with("status-for-reasons-and-others", &[status, why, besides]),
        };
        let stage_of = |reason: &Reason| {
            let judged = &self.judgement(project).stages;
            let index = judged.iter().position(|stage| stage.reasons.iter().any(|own| std::ptr::eq(own, reason)))?;
            Some(self.project_stage_link(from, project, index, None))
        };
        let view = |reason: &&Reason| ReasonView {
            rule: reason.rule.name(),
            chip: super::judged::chip(locale, reason.rule.status()),
            text: reason.text.clone(),
            clear: reason.clear.clone(),
            link: reason.item.as_deref().and_then(|item| self.reason_link(from, project, item)),
            stage: stage_of(reason).filter(|_| with_stage),
        };
        StatusView { chip, sentence, reasons: reasons.iter().map(view).collect() }
    }

    /// A link to a project's page of a stage, or a place on it; to the stage's own page in a book without projects.
    pub(super) fn project_stage_link(&self, from: &OutputPath, project: &Project<'a>, stage: usize, fragment: Option<&str>) -> Link {
        let stage = &self.playbook.stages[stage];
        let output = project.stage_page(stage);
        Link { title: stage.title().to_owned(), url: page_url(from, &output, fragment), kind: "project-stage" }
    }

    /// The page of what a reason is about: `decision:…`, `cause:…`, `gate:…`, `stage/item`, `stage/wave`.
    pub(super) fn reason_link(&self, from: &OutputPath, project: &Project<'a>, item: &str) -> Option<Link> {
        let names = &self.playbook.names;
        match item.split_once(':') {
            Some(("decision", id)) => Some(self.link(from, self.playbook.documents[names.decisions.get(id)?])),
            Some(("cause", id)) => Some(self.link(from, self.playbook.causes[*names.causes.get(id)?].document)),
            Some((_, stage)) => Some(self.project_stage_link(from, project, *names.stages.get(stage)?, Some("_gate"))),
            None => {
                let mut parts = item.split('/');
                let (stage, member) = (parts.next()?, parts.next()?);
                let link = self.project_stage_link(from, project, *names.stages.get(stage)?, Some(&anchor(stage, member)));
                Some(Link { title: item.to_owned(), ..link })
            }
        }
    }

    pub(super) fn next_gate(&self, from: &OutputPath, project: &Project<'a>) -> Option<NextGate> {
        let gate = self.judgement(project).next_gate?;
        Some(NextGate {
            stage: self.project_stage_link(from, project, gate.stage, None),
            review: gate.review.map(|day| day.to_string()),
            words: gate.review.map_or_else(|| self.playbook.locale.text("unscheduled"), |day| self.playbook.away(day)),
            overdue: gate.review.is_some_and(|day| day < self.playbook.as_of),
        })
    }

    /// The exposures of a project, the worst first.
    pub(super) fn exposures(&self, from: &OutputPath, project: &Project<'a>) -> Vec<ExposureView> {
        self.judgement(project).exposures.iter().map(|exposure| self.exposure(from, project, exposure)).collect()
    }

    fn exposure(&self, from: &OutputPath, project: &Project<'a>, exposure: &Exposure) -> ExposureView {
        let card = self.cause_card(from, exposure.cause);
        ExposureView {
            cause: card.link,
            transition: card.transition,
            severity: exposure.severity,
            level: exposure.level.word(),
            score: self.playbook.locale.decimal(&format!("{:.2}", exposure.score())),
            guards: exposure.guards,
            open: exposure.open.iter().map(|key| self.open_guard(from, project, *key)).collect(),
            because: exposure.because.clone(),
        }
    }

    fn open_guard(&self, from: &OutputPath, project: &Project<'a>, key: ItemKey) -> OpenGuard {
        let status = &project.stages[key.stage].items[key.item];
        let state = status.state.map(|written| written.state);
        let accepted = state.filter(|_| status.effective == Effective::Waived).and_then(|state| {
            let until = self.playbook.locale.date(state.until.as_ref()?.value);
            Some(self.playbook.locale.with("accepted-by", &[("by", state.by.as_deref()?.into()), ("date", until.into())]))
        });
        OpenGuard { link: self.item_status(from, project, key.stage, status), effective: state_name(status.effective), accepted }
    }

    /// The projects that are exposed to a cause, the worst first.
    /// The projects that a cause may strike, the worst first: so many of them, and how many there are.
    pub(super) fn exposed(&self, from: &OutputPath, cause: usize, most: usize) -> (Vec<Exposed>, usize) {
        let mut found: Vec<(&Project<'a>, &Exposure)> = (self.playbook.projects.iter())
            .filter_map(|project| Some((project, self.judgement(project).exposures.iter().find(|exposure| exposure.cause == cause)?)))
            .collect();
        found.sort_by(|(a, first), (b, second)| {
            (second.level, second.open.len() * first.guards)
                .cmp(&(first.level, first.open.len() * second.guards))
                .then(a.index.cmp(&b.index))
        });
        let exposed = |(project, exposure): &(&Project<'a>, &Exposure)| Exposed {
            project: self.project(from, project),
            exposure: self.exposure(from, project, exposure),
        };
        (found.iter().take(most).map(exposed).collect(), found.len())
    }
}

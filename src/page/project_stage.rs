//! One stage of one project: its items with their state, its dates against the plan. Not done here: what the stage is, which the playbook's own
//! page tells.

use serde::Serialize;

use super::context::{Context, page_url};
use super::frame::Page;
use super::html::Html;
use super::view::{Bar, CauseCard, ExposureView, Frame, GateView, ItemGroup, Link, Musts, Period, Slip, StatusView, WaveView};
use super::{parts, terms, words};
use crate::path::OutputPath;

/// View of `project-stage.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ProjectStage {
    /// The frame.
    pub page: Frame,
    /// Body: the project's notes on this stage.
    pub body: Html,
    /// The project.
    pub project: Link,
    /// The stage in the playbook.
    pub definition: Link,
    /// 1-based place in the path.
    pub number: usize,
    /// When.
    pub period: Period,
    /// When by the playbook, had the project moved nothing.
    pub baseline: Period,
    /// The author's reason for moving it.
    pub moved_because: Option<String>,
    /// By how many days the project moved its end, in words: "14 days later"; null when it did not.
    pub slip: Option<Slip>,
    /// Its status and why.
    pub status: StatusView,
    /// What the project is exposed to on the way out of this stage, the worst first.
    pub exposures: Vec<ExposureView>,
    /// Progress.
    pub bar: Bar,
    /// Gate readiness.
    pub musts: Musts,
    /// The checklist with its state.
    pub checklist: Vec<ItemGroup>,
    /// The gate.
    pub gate: Option<GateView>,
    /// The waves.
    pub waves: Vec<WaveView>,
    /// The page of the project's waves; null without any.
    pub waves_page: Option<Link>,
    /// The causes on the way out.
    pub causes: Vec<CauseCard>,
}

pub(super) fn view(context: &Context<'_, '_>, project: usize, stage: usize, output: &OutputPath) -> ProjectStage {
    let playbook = context.playbook;
    let (project, stage) = (&playbook.projects[project], &playbook.stages[stage]);
    let joined = &project.stages[stage.index];
    let title = joined.note.filter(|note| note.common.title.is_some()).map_or(stage.title(), |note| &note.title);
    let project_link = context.project(output, project);
    let neighbour = |stage: Option<&crate::playbook::Stage<'_>>| {
        let stage = stage?;
        Some(Link { title: stage.title().to_owned(), url: page_url(output, &project.stage_output(stage)?, None), kind: "project-stage" })
    };
    let mut page = Page::new("project-stage", title.to_owned(), output);
    page.document = joined.note;
    page.description = joined.note.and_then(|note| note.common.description.clone());
    page.parents = context.parents(output, "projects");
    page.parents.push(project_link.clone());
    page.previous = neighbour(stage.index.checked_sub(1).and_then(|before| playbook.stages.get(before)));
    page.next = neighbour(playbook.stages.get(stage.index + 1));
    page.derived = true;
    page.percent = joined.progress.percent();
    let checklist = context.checklist(output, stage, Some(project));
    ProjectStage {
        page: Frame { terms: context.terms(terms::owners(&checklist)), ..context.frame(page) },
        body: context.body(joined.note, output),
        project: project_link,
        definition: context.stage(output, stage.index),
        number: stage.index + 1,
        period: words::period(playbook.locale, joined.schedule.period()),
        baseline: words::period(playbook.locale, joined.schedule.baseline),
        moved_because: joined.moved_because.map(str::to_owned),
        slip: joined.schedule.slip_days().and_then(|days| words::slip(playbook.locale, days)),
        status: context.stage_status(output, project, stage.index),
        exposures: context
            .exposures(output, project)
            .into_iter()
            .zip(&context.judgement(project).exposures)
            .filter(|(_, judged)| playbook.causes[judged.cause].from == Some(stage.index))
            .map(|(view, _)| view)
            .collect(),
        bar: parts::bar(playbook.locale, &format!("{title}, {}", project.title(playbook.config)), joined.progress, joined.expected),
        musts: parts::musts(playbook.locale, joined.musts),
        checklist,
        gate: context.gate(output, stage, Some(project)),
        waves: context.waves(output, stage, Some(project)),
        waves_page: context.waves_page(output, project),
        causes: stage.exit_causes.iter().map(|cause| context.cause_card(output, *cause)).collect(),
    }
}

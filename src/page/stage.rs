//! A stage of the playbook. In a book without projects it shows the state of the one project too. Not done here: a project's own stage page.

use serde::Serialize;

use super::context::Context;
use super::frame::Page;
use super::html::Html;
use super::view::{Bar, CauseCard, Chip, Frame, GateView, ItemGroup, Link, Musts, Period, StatusView, WaveView};
use super::{parts, terms, words};
use crate::document::fragment::Fragment;
use crate::path::OutputPath;

/// A stage's page lists this many of the projects that are in it; the portfolio lists all.
const MOST_PROJECTS: usize = 24;

/// View of `stage.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Stage {
    /// The frame.
    pub page: Frame,
    /// Body.
    pub body: Html,
    /// 1-based place in the path.
    pub number: usize,
    /// The window as written.
    pub window: Option<String>,
    /// The window by the book's own start.
    pub period: Period,
    /// Inline HTML.
    pub goal: Option<Html>,
    /// Who takes part.
    pub cohort: Option<String>,
    /// What it leaves behind.
    pub output: Vec<Html>,
    /// What is left for later.
    pub not_doing: Vec<Html>,
    /// The checklist.
    pub checklist: Vec<ItemGroup>,
    /// Sum of all weights.
    pub points: u64,
    /// Status and why; null in a book with projects.
    pub status: Option<StatusView>,
    /// Progress; null in a book with projects.
    pub bar: Option<Bar>,
    /// Gate readiness; null in a book with projects.
    pub musts: Option<Musts>,
    /// The gate.
    pub gate: Option<GateView>,
    /// The waves.
    pub waves: Vec<WaveView>,
    /// The page of the waves; null in a book with projects.
    pub waves_page: Option<Link>,
    /// The causes on the way out of it.
    pub causes: Vec<CauseCard>,
    /// Practices that belong to it.
    pub practices: Vec<Link>,
    /// The projects that are in it now, at most 24.
    pub projects: Vec<ProjectHere>,
    /// How many more projects are in it.
    pub more_projects: usize,
}

/// A project that is in the stage now.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ProjectHere {
    /// Its page of this stage.
    pub link: Link,
    /// Its status in this stage.
    pub chip: Chip,
    /// Its progress in this stage.
    pub bar: Bar,
    /// When it is in it.
    pub period: Period,
}

pub(super) fn view(context: &Context<'_, '_>, index: usize, output: &OutputPath) -> Stage {
    let playbook = context.playbook;
    let stage = &playbook.stages[index];
    let implicit = playbook.projects.first().filter(|_| playbook.is_implicit());
    let (projects, all_projects) = projects_here(context, index, output);
    let mut page = Page::of("stage", stage.document, output);
    page.parents = context.parents(output, "stages");
    (page.previous, page.next) = context.neighbours(output);
    page.derived = implicit.is_some() || !projects.is_empty();
    let html = |fragment: &Fragment| context.html(fragment, stage.document, output);
    let window = stage.front.window.as_ref().map(|window| &window.value);
    let joined = implicit.map(|project| &project.stages[index]);
    let period = match joined {
        Some(joined) => joined.schedule.period(),
        None => context.plan[index],
    };
    let belongs = |practice: &&crate::playbook::Practice<'_>| practice.stages.contains(&index);
    let checklist = context.checklist(output, stage, implicit);
    Stage {
        page: Frame { terms: context.terms(terms::owners(&checklist)), ..context.frame(page) },
        body: context.body(Some(stage.document), output),
        number: index + 1,
        window: window.map(|window| words::window(playbook.locale, window)),
        period: words::period(playbook.locale, period),
        goal: stage.front.goal.as_ref().map(html),
        cohort: stage.front.cohort.clone(),
        output: stage.front.output.iter().map(html).collect(),
        not_doing: stage.front.not_doing.iter().map(html).collect(),
        checklist,
        points: stage.front.checklist.iter().map(|item| item.weight).sum(),
        status: implicit.map(|project| context.stage_status(output, project, index)),
        bar: joined.map(|joined| parts::bar(playbook.locale, stage.title(), joined.progress, joined.expected)),
        musts: joined.map(|joined| parts::musts(playbook.locale, joined.musts)),
        gate: context.gate(output, stage, implicit),
        waves: context.waves(output, stage, implicit),
        waves_page: implicit.and_then(|project| context.waves_page(output, project)),
        causes: stage.exit_causes.iter().map(|cause| context.cause_card(output, *cause)).collect(),
        practices: playbook.practices.iter().filter(belongs).map(|practice| context.link(output, practice.document)).collect(),
        more_projects: all_projects - projects.len(),
        projects,
    }
}

/// The first projects that are in the stage now, and how many there are.
fn projects_here(context: &Context<'_, '_>, index: usize, output: &OutputPath) -> (Vec<ProjectHere>, usize) {
    let playbook = context.playbook;
    let here = |project: &&crate::playbook::Project<'_>| {
        project.document.is_some() && project.current == Some(index) && project.closed(playbook.as_of).is_none()
    };
    let row = |project: &crate::playbook::Project<'_>| {
        let progress = context.stage_progress(output, project, &playbook.stages[index]);
        let title = project.title(playbook.config).to_owned();
        ProjectHere { link: Link { title, ..progress.link }, chip: progress.chip, bar: progress.bar, period: progress.period }
    };
    let here = || playbook.projects.iter().filter(here);
    (here().take(MOST_PROJECTS).map(row).collect(), here().count())
}

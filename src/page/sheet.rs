//! The steering sheet of a project: what those who decide need to know, on one sheet of A4 or US Letter whatever an author wrote. Texts are cut by
//! characters and lists by lines here, for a page has no end and a sheet has. Not done here: judging, and how the sheet looks.

mod asked;
mod cut;

use serde::Serialize;

use super::context::{Context, page_url};
use super::frame::Page;
use super::parts;
use super::project::{Closed, Update, closed, updates};
use super::view::{Bar, Chip, ExposureView, Frame, Link, Musts, StageProgress};
use crate::calendar::days_between;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::front::Wave;
use crate::path::OutputPath;
use crate::playbook::wave::WaveStatus;
use crate::playbook::{Playbook, Project, Stage};
use asked::Asked;
use cut::{around, cut, first, fitting};

/// The name of the sheet's page. In a book with projects no stage can have it as its id.
const PAGE: &str = "sheet";

/// Characters of a title, of the name of a role or stage, and of a sentence.
const TITLE: usize = 80;
const NAME: usize = 32;
const SENTENCE: usize = 220;
/// Those of what is to be done, and of what stands in half the width or in the cell of a table.
const ITEM: usize = 112;
const LINE: usize = 70;
/// Stages of the path, musts of the gate, exposures, guards of each, waves, decisions, news.
const STAGES: usize = 6;
const OPEN: usize = 4;
const EXPOSURES: usize = 3;
const GUARDS: usize = 2;
const WAVES: usize = 5;
const ASKED: usize = 4;
const NEWS: usize = 2;
/// Characters of all musts, of all decisions, and of the guards of all exposures: long ones leave room for fewer.
const OPEN_ROOM: usize = 400;
const GUARDS_ROOM: usize = 520;

/// View of `sheet.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SheetPage {
    /// The frame.
    pub page: Frame,
    /// What is on the sheet.
    pub sheet: Sheet,
}

/// The sheet itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Sheet {
    /// The project's page and title.
    pub project: Link,
    /// The book's title.
    pub book: String,
    /// What stands before each address: nothing on the site, the site's address in a packed sheet; null where links lead nowhere.
    pub base: Option<String>,
    /// Where its project is found; null without a `base_url`.
    pub address: Option<String>,
    /// The day for which it holds, ISO.
    pub as_of: String,
    /// By role.
    pub owner: Option<String>,
    /// By role.
    pub sponsor: Option<String>,
    /// Its status.
    pub chip: Chip,
    /// How it ended, if it has.
    pub closed: Option<Closed>,
    /// The first reason for its status; null when there is none.
    pub reason: Option<Why>,
    /// Its status and how many reasons there are, as the project's page says it: "blocked, for 4 reasons; 5 more besides".
    pub sentence: String,
    /// Over all stages.
    pub bar: Bar,
    /// Over all stages.
    pub musts: Musts,
    /// At most 6 stages around the current one, each with where the plan expects it to be.
    pub stages: Vec<StageProgress>,
    /// How many stages come before these.
    pub stages_before: usize,
    /// How many come after.
    pub stages_after: usize,
    /// The next gate; null when none waits.
    pub gate: Option<SheetGate>,
    /// What is to be decided now, at most 4.
    pub asked: Vec<Asked>,
    /// How much more there is.
    pub more_asked: usize,
    /// The worst 3 exposures.
    pub exposures: Vec<SheetExposure>,
    /// How many more there are.
    pub more_exposures: usize,
    /// At most 5 waves around the first that is not promoted.
    pub waves: Vec<SheetWave>,
    /// How many waves come before these.
    pub waves_before: usize,
    /// How many come after.
    pub waves_after: usize,
    /// The last 2, latest first.
    pub updates: Vec<Update>,
    /// How many more there are.
    pub more_updates: usize,
}

/// A reason for the status.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Why {
    /// One sentence without a full stop.
    pub text: String,
    /// What would clear it.
    pub clear: String,
}

/// The gate to come.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SheetGate {
    /// Its stage.
    pub stage: Link,
    /// The day of the review; null while unscheduled.
    pub review: Option<String>,
    /// "in 12 days"; null while unscheduled.
    pub words: Option<String>,
    /// True when that day is over.
    pub overdue: bool,
    /// Its readiness.
    pub musts: Musts,
    /// The musts that are open, at most 4: the overdue first, then by due day.
    pub open: Vec<OpenMust>,
    /// How many more are open.
    pub more_open: usize,
}

/// A must that is open.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct OpenMust {
    /// Plain text.
    pub text: String,
    /// Its state, for its sign: `todo`, `doing`, `claimed` or `blocked`.
    pub effective: &'static str,
    /// By role.
    pub owner: Option<String>,
    /// ISO date.
    pub due: Option<String>,
    /// True when due before as_of.
    pub overdue: bool,
}

/// An exposure, and what would close it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SheetExposure {
    /// The cause.
    pub cause: Link,
    /// `critical`, `exposed` or `latent`.
    pub level: &'static str,
    /// "3.33".
    pub score: String,
    /// The open guards, whose completion closes it; at most 2.
    pub open: Vec<String>,
    /// How many more are open.
    pub more_open: usize,
}

/// A wave in a line.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SheetWave {
    /// Share of users reached.
    pub percent: String,
    /// As in [`super::view::WaveRun`].
    pub state: &'static str,
    /// As there.
    pub words: String,
    /// ISO date.
    pub planned: Option<String>,
    /// When it started, else when it is expected to; ISO date, null while unscheduled.
    pub starts: Option<String>,
    /// True when it has started.
    pub started: bool,
}

/// Where a project's sheet is published; `None` where a stage stands in the way.
pub(super) fn output(playbook: &Playbook<'_>, project: &Project<'_>) -> Option<OutputPath> {
    if stage_in_the_way(playbook).is_some() || playbook.stages.is_empty() {
        return None;
    }
    let folder = project.document.map_or("", |document| document.output.as_str().trim_end_matches("index.html"));
    Some(OutputPath::new(format!("{folder}{PAGE}/index.html")))
}

/// The stage whose page in each project would be published where the project's sheet is.
fn stage_in_the_way<'p, 'a>(playbook: &'p Playbook<'a>) -> Option<&'p Stage<'a>> {
    playbook.stages.iter().find(|stage| stage.id() == PAGE && !playbook.is_implicit())
}

/// One finding for all projects, at the stage, which alone can be mended.
pub(super) fn collision(playbook: &Playbook<'_>) -> Option<Diagnostic> {
    let stage = stage_in_the_way(playbook)?;
    let message = format!("the page of the stage `{PAGE}` in each project would be published where the project's sheet for paper is");
    let help = "give the stage another id: rename its file, or write `id:`, and keep the old one below `aliases`";
    Some(Diagnostic::new(Code::OutputCollision, &stage.document.path, stage.document.head, message).help(help))
}

pub(super) fn view(context: &Context<'_, '_>, index: usize, output: &OutputPath) -> SheetPage {
    let project = &context.playbook.projects[index];
    let title = context.playbook.locale.with("print-sheet-of", &[("project", project.title(context.playbook.config).into())]);
    let mut page = Page::new("sheet", title, output);
    page.parents = context.parents(output, "projects");
    page.parents.extend(project.document.map(|document| context.link(output, document)));
    page.derived = true;
    SheetPage { page: context.frame(page), sheet: sheet(context, project, output) }
}

/// The sheet with links as they are on the page `from`.
pub(super) fn sheet<'a>(context: &Context<'_, 'a>, project: &Project<'a>, from: &OutputPath) -> Sheet {
    let playbook = context.playbook;
    let as_of = playbook.as_of;
    let role = |role: &Option<String>| role.as_deref().map(|role| cut(role, NAME));
    let status = context.project_status(from, project);
    let (updates, more_updates) = first(updates(context, project, status.chip.rag), NEWS);
    let (exposures, more_exposures) = first(context.exposures(from, project), EXPOSURES);
    let (exposures, cut_off) =
        fitting(exposures.into_iter().map(exposure).collect(), GUARDS_ROOM, |exposure| exposure.open.iter().map(String::as_str).collect());
    let (asked, more_asked) = first(asked::asked(context, project, from), ASKED);
    let (asked, not_asked) = fitting(asked, OPEN_ROOM, |asked| vec![&asked.text]);
    let waves = waves(context, project, from);
    let now = waves.iter().position(|wave| wave.state != "promoted");
    let (waves, waves_before, waves_after) = around(waves, now, WAVES);
    let (mut stages, stages_before, stages_after) = around(context.rail(from, project), project.current, STAGES);
    stages.iter_mut().for_each(|stage| stage.link.title = cut(&stage.link.title, NAME));
    let title = project.title(playbook.config);
    Sheet {
        project: Link { title: cut(title, TITLE), ..context.project(from, project) },
        book: cut(&playbook.config.title, LINE),
        base: Some(String::new()),
        address: address(context, project),
        as_of: as_of.to_string(),
        owner: role(&project.front.owner),
        sponsor: role(&project.front.sponsor),
        closed: closed(project, as_of).map(|closed| Closed { reason: closed.reason.map(|reason| cut(&reason, SENTENCE)), ..closed }),
        sentence: status.sentence,
        reason: status.reasons.into_iter().next().map(|reason| Why { text: cut(&reason.text, SENTENCE), clear: cut(&reason.clear, 100) }),
        chip: status.chip,
        bar: parts::bar(playbook.locale, title, project.progress(), None),
        musts: parts::musts(playbook.locale, project.musts()),
        stages,
        stages_before,
        stages_after,
        gate: gate(context, project, from),
        asked,
        more_asked: more_asked + not_asked,
        exposures,
        more_exposures: more_exposures + cut_off,
        waves,
        waves_before,
        waves_after,
        updates: updates.into_iter().map(news).collect(),
        more_updates,
    }
}

fn news(update: Update) -> Update {
    Update { headline: cut(&update.headline, 160), by: update.by.map(|by| cut(&by, NAME)), ..update }
}

fn gate<'a>(context: &Context<'_, 'a>, project: &Project<'a>, from: &OutputPath) -> Option<SheetGate> {
    let gate = context.judgement(project).next_gate?;
    let as_of = context.playbook.as_of;
    let joined = &project.stages[gate.stage];
    let mut open: Vec<_> = joined.items.iter().filter(|status| status.item.must && !status.effective.is_resolved()).collect();
    open.sort_by_key(|status| (!status.overdue, status.due.is_none(), status.due));
    let (open, more) = first(open, OPEN);
    let must = |status: &crate::playbook::project::ItemStatus<'_>| OpenMust {
        text: cut(&status.item.text.plain, ITEM),
        effective: parts::state_name(status.effective),
        owner: status.owner.map(|owner| cut(owner, 22)),
        due: status.due.map(|due| due.to_string()),
        overdue: status.overdue,
    };
    let (open, cut_off) = fitting(open.into_iter().map(must).collect(), OPEN_ROOM, |must| vec![&must.text]);
    let stage = context.project_stage_link(from, project, gate.stage, Some("_gate"));
    Some(SheetGate {
        stage: Link { title: cut(&stage.title, NAME), ..stage },
        review: gate.review.map(|day| day.to_string()),
        words: gate.review.map(|day| context.playbook.locale.away(days_between(as_of, day))),
        overdue: gate.review.is_some_and(|day| day < as_of),
        musts: parts::musts(context.playbook.locale, joined.musts),
        open,
        more_open: more + cut_off,
    })
}

/// The absolute address of the project's page.
fn address(context: &Context<'_, '_>, project: &Project<'_>) -> Option<String> {
    let base = context.playbook.config.base_url.as_ref()?;
    Some(cut(&format!("{base}/{}", context.project(&OutputPath::new("index.html"), project).url), 110))
}

fn exposure(exposure: ExposureView) -> SheetExposure {
    let (open, more_open) = first(exposure.open, GUARDS);
    SheetExposure {
        cause: Link { title: cut(&exposure.cause.title, LINE), ..exposure.cause },
        level: exposure.level,
        score: exposure.score,
        open: open.into_iter().map(|guard| cut(&guard.link.title, ITEM)).collect(),
        more_open,
    }
}

/// The waves of all stages, in their order.
fn waves<'a>(context: &Context<'_, 'a>, project: &Project<'a>, from: &OutputPath) -> Vec<SheetWave> {
    let stages = context.playbook.stages.iter().zip(&context.judgement(project).stages);
    let waves = stages.flat_map(|(stage, judged)| stage.front.waves.iter().zip(&judged.waves));
    let wave = |(front, status): (&Wave, &WaveStatus<'a>)| {
        let run = context.wave_run(from, project, front.percent(), status);
        SheetWave {
            percent: parts::number(front.percent()),
            state: run.state,
            words: run.words,
            started: run.started.is_some(),
            planned: run.planned,
            starts: run.started.or(run.forecast),
        }
    };
    waves.map(wave).collect()
}

impl Context<'_, '_> {
    /// The sheet of a project, where it has one.
    pub(super) fn sheet_page(&self, from: &OutputPath, project: &Project<'_>) -> Option<Link> {
        let output = output(self.playbook, project)?;
        Some(Link { title: self.playbook.locale.text("print-sheet"), url: page_url(from, &output, None), kind: "sheet" })
    }
}

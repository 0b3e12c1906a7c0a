//! The pieces of views that show waves: how the playbook plans them, how they run, what they need. Not done here: the page of a project's waves
//! ([`super::waves`]).

use super::context::{Context, page_url};
use super::parts::number;
use super::view::{GuardrailView, Link, NeedView, WaveRun, WaveView};
use super::words;
use crate::calendar::days_between;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::front;
use crate::locale::Locale;
use crate::path::OutputPath;
use crate::playbook::stage::anchor;
use crate::playbook::wave::{GuardrailStatus, WaveState, WaveStatus, bake, needs, people};
use crate::playbook::{Playbook, Project, Stage};

/// The name of the page of a project's waves. In a book with projects no stage can have it as its id.
pub(super) const PAGE: &str = "waves";

/// Where the page of a project's waves is published; `None` in a playbook without waves, and where a stage stands in the way.
pub(super) fn output(playbook: &Playbook<'_>, project: &Project<'_>) -> Option<OutputPath> {
    if stage_in_the_way(playbook).is_some() || playbook.stages.iter().all(|stage| stage.front.waves.is_empty()) {
        return None;
    }
    let folder = project.document.map_or("", |document| document.output.as_str().trim_end_matches("index.html"));
    Some(OutputPath::new(format!("{folder}{PAGE}/index.html")))
}

/// The stage whose page in each project would be published where the page of the project's waves is.
fn stage_in_the_way<'p, 'a>(playbook: &'p Playbook<'a>) -> Option<&'p Stage<'a>> {
    playbook.stages.iter().find(|stage| stage.id() == PAGE && !playbook.is_implicit())
}

/// One finding for all projects, at the stage, which alone can be mended.
pub(super) fn collision(playbook: &Playbook<'_>) -> Option<Diagnostic> {
    let stage = stage_in_the_way(playbook).filter(|_| playbook.stages.iter().any(|stage| !stage.front.waves.is_empty()))?;
    let message = format!("the page of the stage `{PAGE}` in each project would be published where that of the project's waves is");
    let help = "give the stage another id: rename its file, or write `id:`, and keep the old one below `aliases`";
    Some(Diagnostic::new(Code::OutputCollision, &stage.document.path, stage.document.head, message).help(help))
}

impl<'a> Context<'_, 'a> {
    /// The waves of a stage: with their state for a project, as the playbook plans them without.
    pub(super) fn waves(&self, from: &OutputPath, stage: &Stage<'a>, project: Option<&Project<'a>>) -> Vec<WaveView> {
        let judged = project.map(|project| self.judgement(project).stages[stage.index].waves.as_slice());
        let view = |(n, wave): (usize, &front::Wave)| {
            let status = judged.map(|waves| &waves[n]);
            let percent = wave.percent();
            WaveView {
                id: wave.id.value.clone(),
                anchor: anchor(stage.id(), &wave.id.value),
                title: wave.title.clone().unwrap_or_else(|| self.playbook.locale.with("percent-of-users", &[("percent", percent.into())])),
                focus: wave.focus.clone(),
                percent: number(percent),
                cohort: wave.cohort.clone(),
                bake_days: i64::from(bake(wave)),
                guardrails: wave
                    .guardrails
                    .iter()
                    .enumerate()
                    .map(|(g, front)| {
                        guardrail(self.playbook.locale, front, status.filter(|wave| wave.started.is_some()).map(|wave| &wave.guardrails[g]))
                    })
                    .collect(),
                rollback: wave.rollback.as_ref().map(|link| self.text_link(from, stage.document, link)),
                needs: project.zip(judged).map(|(project, judged)| self.needs(from, project, stage, judged, n)).unwrap_or_default(),
                run: project.zip(status).map(|(project, status)| self.wave_run(from, project, percent, status)),
            }
        };
        stage.front.waves.iter().enumerate().map(view).collect()
    }

    /// The page of a project's waves.
    pub(super) fn waves_page(&self, from: &OutputPath, project: &Project<'a>) -> Option<Link> {
        let output = output(self.playbook, project)?;
        let title = self.playbook.locale.with("waves-of", &[("what", project.title(self.playbook.config).into())]);
        Some(Link { title, url: page_url(from, &output, None), kind: "waves" })
    }

    fn needs(&self, from: &OutputPath, project: &Project<'a>, stage: &Stage<'a>, waves: &[WaveStatus<'a>], n: usize) -> Vec<NeedView> {
        let view = |need: crate::playbook::wave::Need| NeedView {
            name: need.kind.name(),
            blocks: need.blocks(),
            // The waves stand on the page already.
            link: self.reason_link(from, project, &need.item).filter(|_| need.item.contains(':')),
            text: need.text,
        };
        needs(self.playbook, project.index, stage, waves, n).into_iter().map(view).collect()
    }

    pub(super) fn wave_run(&self, from: &OutputPath, project: &Project<'a>, percent: f64, wave: &WaveStatus<'a>) -> WaveRun {
        let state = wave_state(wave.state);
        WaveRun {
            state,
            words: self.playbook.locale.text(&format!("wave-{state}")),
            planned: wave.planned.map(|day| day.to_string()),
            slip: slip(wave).and_then(|days| words::slip(self.playbook.locale, days)),
            forecast: wave.forecast.filter(|_| wave.started.is_none()).map(|wave| wave.start.to_string()),
            started: wave.started.map(|day| day.to_string()),
            bake_until: wave.forecast.map(|wave| wave.bake_last_day.to_string()),
            actual_percent: wave.actual_percent().map(number),
            people: project.front.population.map(|population| people(population, percent)),
            decision: wave.decision.map(|index| self.decision_row(from, &self.playbook.decisions[index])),
        }
    }
}

/// The name of a state, for styles and for its word.
pub(super) fn wave_state(state: WaveState) -> &'static str {
    if state == WaveState::RolledBack { "rolled-back" } else { state.word() }
}

/// Calendar days from the plan to the start, real or forecast.
fn slip(wave: &WaveStatus<'_>) -> Option<i64> {
    Some(days_between(wave.planned?, wave.forecast?.start))
}

fn guardrail(locale: &Locale, guardrail: &front::Guardrail, status: Option<&GuardrailStatus<'_>>) -> GuardrailView {
    GuardrailView {
        id: guardrail.id.value.clone(),
        metric: guardrail.metric.clone(),
        target: guardrail.bound(locale.number(guardrail.target)),
        warn: words::warns(locale, guardrail),
        min_samples: guardrail.min_samples,
        source: guardrail.source.clone(),
        verdict: status.map(|status| status.verdict.word()),
        latest: status.and_then(GuardrailStatus::latest).map(|latest| {
            let (value, day) = (guardrail.with_unit(locale.number(latest.value)), locale.date_short(latest.date.value));
            locale.with("value-on", &[("value", value.into()), ("day", day.into())])
        }),
        samples: status.map_or(0, |status| status.measured.len()),
    }
}

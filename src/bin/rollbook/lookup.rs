//! Finds what a command names: a project, a stage, and the files behind them for what a status does not say. Not done here: reading the disk.

use rollbook::authoring;
use rollbook::config::Config;
use rollbook::diagnostic::suggest;
use rollbook::document::markdown::Options;
use rollbook::document::{Document, Kind, parse};
use rollbook::page::status::{ProjectStatus, StageStatus, Status};
use rollbook::source::{File, Sources};

use crate::edge::Failure;

/// The project with that id.
pub(crate) fn project<'s>(status: &'s Status, id: &str) -> Result<&'s ProjectStatus, Failure> {
    Ok(authoring::decision::project(status, id)?)
}

/// The stage with that id, as it stands in a project.
pub(crate) fn stage<'s>(project: &'s ProjectStatus, id: &str) -> Result<&'s StageStatus, Failure> {
    let ids = project.stages.iter().map(|stage| stage.id.as_str());
    project.stages.iter().find(|stage| stage.id == id).ok_or_else(|| unknown("stage", id, ids))
}

/// The title of a stage; its id for one that does not exist.
pub(crate) fn stage_title<'s>(project: &'s ProjectStatus, id: &'s str) -> &'s str {
    project.stages.iter().find(|stage| stage.id == id).map_or(id, |stage| &stage.title)
}

/// The failure for a name that nothing has, with the nearest one that something has.
pub(crate) fn unknown<'k>(what: &str, id: &str, known: impl Iterator<Item = &'k str>) -> Failure {
    let help = suggest(id, known).map(|help| format!("; {help}")).unwrap_or_default();
    Failure::Usage(format!("there is no {what} `{id}`{help}"))
}

/// The files of a kind, each read alone, without drafts.
pub(crate) fn documents(sources: &Sources, config: &Config, kind: Kind) -> Vec<Document> {
    let options = Options { raw_html: config.raw_html };
    let files = sources.content.iter().filter_map(|(path, file)| match file {
        File::Text(text) if path.as_str().ends_with(".md") => Some((path, text)),
        _ => None,
    });
    files
        .filter(|(path, _)| path.inside(&config.content).is_some_and(|inside| Kind::of(inside) == kind))
        .map(|(path, text)| parse(&config.content, path, text, options))
        .filter(|document| document.common.draft.is_none())
        .collect()
}

//! `rollbook new`: a new file from a template that says what may stand in it. Not done here: writing it ([`rollbook::authoring`]).

mod decision;

use rollbook::authoring::{disk, new_findings};
use rollbook::document::slug::slug;
use rollbook::document::{Kind, front::Front};
use rollbook::edit::literal::quote;
use rollbook::page::status::Status;
use rollbook::path::{SourcePath, order_prefix};

use crate::args::{self, New, NewKind};
use crate::edge::{self, Failure, Opened};
use crate::lookup;
use crate::new_file::{self, NewFile};

const STAGE: &str = include_str!("stage.md");
const CAUSE: &str = include_str!("cause.md");
const PRACTICE: &str = include_str!("practice.md");
const PROJECT: &str = include_str!("project.md");

/// A file to write.
struct Draft {
    file: NewFile,
    /// What is written where that differs from what is tried: a draft of a decision is tried as the decision that it will be.
    written: Option<String>,
}

pub(super) fn run(args: &New) -> Result<bool, Failure> {
    let named = named(&args.kind);
    let book = &named.book;
    let mut opened = edge::open(book)?;
    let Some(before) = new_file::build_before(&mut opened)? else { return Ok(false) };
    let Draft { mut file, written } = draft(&args.kind, &opened, &before.status)?;
    if opened.sources.content.contains_key(&file.path) {
        return Err(Failure::Failed(format!("{} exists; nothing was written", file.path)));
    }
    let after = new_file::build_after(&mut opened, &file.path, &file.text)?;
    let findings = if written.is_some() { Vec::new() } else { new_findings(&before.diagnostics, &after.diagnostics) };
    if let Some(written) = written {
        file.text = written;
    }
    disk::create(&book.book, &file.path, &file.text)?;
    edge::say_findings(&opened.sources, findings.into_iter())?;
    edge::print(&format!("{}\n", new_file::shown(&book.book, &file.path).display()))?;
    if book.timings {
        opened.timings.say()?;
    }
    Ok(true)
}

fn named(kind: &NewKind) -> &args::NewFile {
    match kind {
        NewKind::Stage(file) | NewKind::Cause(file) | NewKind::Practice(file) | NewKind::Project(file) => file,
        NewKind::Decision(decision) => &decision.file,
    }
}

fn draft(kind: &NewKind, opened: &Opened, status: &Status) -> Result<Draft, Failure> {
    let named = named(kind);
    let slug = slug(&named.name);
    if slug.is_empty() {
        return Err(Failure::Usage(format!("no file name can be made from `{}`: it needs letters a-z or digits", named.name)));
    }
    if let Some((what, kind)) = id_of(kind) {
        let taken = lookup::documents(&opened.sources, &opened.config, kind).into_iter().find(|document| document.id == slug);
        if let Some(document) = taken {
            return Err(Failure::Usage(format!("there is a {what} `{slug}` already, in {}; nothing was written", document.path)));
        }
    }
    let title = quote(&title(named, &slug));
    let content = &opened.config.content;
    let plain = |path: String, text: String| Draft { file: NewFile { path: SourcePath::new(path), text }, written: None };
    Ok(match kind {
        NewKind::Stage(_) => plain(format!("{content}/stages/{:02}-{slug}.md", next_stage(opened)), stage(&title, status)),
        NewKind::Cause(_) => plain(format!("{content}/causes/{slug}.md"), cause(&title, status)?),
        NewKind::Practice(_) => plain(format!("{content}/practices/{slug}.md"), fill(PRACTICE, &[("title", &title)])),
        NewKind::Project(_) => plain(format!("{content}/projects/{slug}.md"), project(&title, opened, status)),
        NewKind::Decision(args) => decision::draft(args, &slug, &title, opened, status)?,
    })
}

/// The kinds whose name is an id as it is; a decision's begins with its number.
fn id_of(kind: &NewKind) -> Option<(&'static str, Kind)> {
    match kind {
        NewKind::Stage(_) => Some(("stage", Kind::Stage)),
        NewKind::Cause(_) => Some(("cause", Kind::Cause)),
        NewKind::Practice(_) => Some(("practice", Kind::Practice)),
        NewKind::Project(_) => Some(("project", Kind::Project)),
        NewKind::Decision(_) => None,
    }
}

/// As told, else the name; a name that is an id already in words.
fn title(named: &args::NewFile, slug: &str) -> String {
    match &named.title {
        Some(title) => title.clone(),
        None if named.name == slug => {
            let words = slug.replace('-', " ");
            let mut letters = words.chars();
            letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        }
        None => named.name.clone(),
    }
}

/// A template with its `{{names}}` filled in.
fn fill(template: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(template.to_owned(), |text, (name, value)| text.replace(&format!("{{{{{name}}}}}"), value))
}

/// The number after the highest, in names and in `order`.
pub(in crate::commands) fn next_stage(opened: &Opened) -> i64 {
    let folder = format!("{}/stages", opened.config.content);
    let files = opened.sources.content.keys().filter(|path| path.folder() == folder);
    let in_names = files.filter_map(|path| order_prefix(path.file_name())).filter_map(|number| i64::try_from(number).ok());
    let written = lookup::documents(&opened.sources, &opened.config, Kind::Stage).into_iter().filter_map(|document| document.order);
    in_names.chain(written).max().unwrap_or(0).saturating_add(1)
}

fn stage(title: &str, status: &Status) -> String {
    let last = status.projects.first().and_then(|project| project.stages.last());
    let window = last.map_or_else(|| "Week 1-4".to_owned(), |stage| format!("after {} for 4w", stage.id));
    fill(STAGE, &[("title", title), ("window", &window)])
}

/// A cause strikes between two stages: without other orders the first two.
fn cause(title: &str, status: &Status) -> Result<String, Failure> {
    let stages = status.projects.first().map(|project| project.stages.as_slice()).unwrap_or_default();
    let [from, to, ..] = stages else {
        let help = "a cause kills projects between two stages, and this book has fewer";
        return Err(Failure::Usage(format!("{help}; begin with `rollbook new stage NAME`")));
    };
    Ok(fill(CAUSE, &[("title", title), ("from", &from.id), ("to", &to.id)]))
}

/// A project begins on as_of, in the first stage, whose items stand as examples in a comment.
fn project(title: &str, opened: &Opened, status: &Status) -> String {
    let stage = status.projects.first().and_then(|project| project.stages.first()).map_or("", |stage| &stage.id);
    let stages = lookup::documents(&opened.sources, &opened.config, Kind::Stage);
    let items: Vec<String> = match stages.into_iter().find(|document| document.id == stage).map(|document| document.front) {
        Some(Front::Stage(front)) => front.checklist.into_iter().map(|item| item.id.value).collect(),
        _ => Vec::new(),
    };
    let lines: String = items.iter().map(|item| format!("      # {item}: todo\n")).collect();
    let start = opened.as_of.to_string();
    let stages = if stage.is_empty() { "# stages:".to_owned() } else { format!("stages:\n  {stage}:\n    items:") };
    fill(PROJECT, &[("title", title), ("start", &start), ("stages", &stages), ("items", lines.trim_end())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_filled_in_by_name() {
        assert_eq!(fill("a {{x}} {{y}} {{x}}", &[("x", "1"), ("y", "2")]), "a 1 2 1");
    }
}

//! `rollbook new decision`: a decision to fill in. Not done here: a finished one, which `rollbook decide` writes.

use rollbook::authoring::decision::next_path;
use rollbook::document::Kind;
use rollbook::document::front::Front;
use rollbook::edit::literal::{list, quote};
use rollbook::page::status::{ProjectStatus, Status};

use super::{Draft, fill};
use crate::args::NewDecision;
use crate::edge::{Failure, Opened};
use crate::lookup;
use crate::new_file::NewFile;

const DECISION: &str = include_str!("decision.md");

/// What makes it a draft; without it the decision counts.
const DRAFT: &str = "# A draft decides nothing: take this line out once it is decided.\ndraft: true\n";

pub(super) fn draft(args: &NewDecision, slug: &str, title: &str, opened: &Opened, status: &Status) -> Result<Draft, Failure> {
    let project = match &args.project {
        Some(id) => lookup::project(status, id)?,
        None => only_open(status)?,
    };
    let subject = match &args.subject {
        Some(subject) => subject.clone(),
        None => next_gate(project)?,
    };
    let outcome = args.outcome.as_deref().unwrap_or(if subject.starts_with("wave:") { "continue" } else { "go" });
    let by = if args.by.is_empty() { deciders(opened, &subject) } else { args.by.clone() };
    let date = args.date.unwrap_or(opened.as_of).to_string();
    let text = |draft: &str| {
        let values = [
            ("draft", draft),
            ("title", title),
            ("project", &quote(&project.id)),
            ("subject", &quote(&subject)),
            ("outcome", outcome),
            ("date", &date),
            ("by", &list(&by)),
        ];
        fill(DECISION, &values)
    };
    let file = NewFile { path: next_path(&opened.sources, &opened.config, slug), text: text("") };
    Ok(Draft { file, written: args.outcome.is_none().then(|| text(DRAFT)) })
}

/// The only project that still has something to decide.
fn only_open(status: &Status) -> Result<&ProjectStatus, Failure> {
    let open: Vec<&ProjectStatus> =
        status.projects.iter().filter(|project| !["scaled", "stopped", "killed", "complete"].contains(&project.status)).collect();
    match open.as_slice() {
        [project] => Ok(project),
        [] => Err(Failure::Usage("no project of this book is open; say which the decision is about with --project".to_owned())),
        open => {
            let ids: Vec<String> = open.iter().take(12).map(|project| format!("`{}`", project.id)).collect();
            Err(Failure::Usage(format!("say which project the decision is about with --project; open here: {}", ids.join(", "))))
        }
    }
}

fn next_gate(project: &ProjectStatus) -> Result<String, Failure> {
    let gate = project.next_gate.as_ref();
    gate.map(|gate| format!("gate:{}", gate.stage))
        .ok_or_else(|| Failure::Usage(format!("no gate of `{}` is to come; say what was decided with --subject", project.id)))
}

/// Who decides on that gate, as its stage says.
fn deciders(opened: &Opened, subject: &str) -> Vec<String> {
    let Some(stage) = subject.strip_prefix("gate:") else { return Vec::new() };
    let stages = lookup::documents(&opened.sources, &opened.config, Kind::Stage);
    match stages.into_iter().find(|document| document.id == stage).map(|document| document.front) {
        Some(Front::Stage(front)) => front.gate.map(|gate| gate.deciders).unwrap_or_default(),
        _ => Vec::new(),
    }
}

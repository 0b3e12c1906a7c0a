//! `rollbook import tasks`: task lists of Markdown files as stages of the book. Not done here: reading Markdown, which the library does, and
//! saying what was done (`report`).

mod report;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use rollbook::authoring::new_findings;
use rollbook::diagnostic::position::Lines;
use rollbook::diagnostic::{Severity, Span};
use rollbook::document::fragment::Target;
use rollbook::document::slug::slug;
use rollbook::document::{Document, Kind, conflict};
use rollbook::import::{self, Import};
use rollbook::path::SourcePath;
use rollbook::source::File;

use super::new::next_stage;
use crate::args::{self, ImportKind, ImportTasks};
use crate::edge::{self, Failure, Opened};
use crate::lookup;
use crate::new_file::{self, NewFile};
use crate::terminal::{RED, RESET};

/// A document that was read, and the files that it becomes.
struct Imported {
    /// As it was named.
    name: String,
    import: Import,
    /// The id of the stage.
    stage: String,
    file: NewFile,
    /// The state of the project that ticked boxes are.
    state: Option<NewFile>,
}

/// Where the ticks go.
enum Ticks {
    /// Into the items: the book has no projects.
    Items,
    /// Into files of this project's folder.
    Project(String),
    /// Nowhere: only a project has state, and none was named.
    Nowhere,
}

pub(super) fn run(args: &args::Import) -> Result<bool, Failure> {
    let ImportKind::Tasks(args) = &args.kind;
    let mut opened = edge::open(&args.book)?;
    let Some(before) = new_file::build_before(&mut opened)? else { return Ok(false) };
    if let Some(project) = &args.project {
        lookup::project(&before.status, project)?;
    }
    let ticks = ticks(args, &opened)?;
    let (mut imported, mut failed) = (Vec::new(), false);
    for path in &args.files {
        match import_file(path, &ticks, &mut opened) {
            Ok(file) => imported.push(file),
            Err(message) => {
                edge::say(&format!("{RED}error{RESET}: {message}\n"))?;
                failed = true;
            }
        }
    }
    if failed {
        edge::say("nothing was written\n")?;
        return Ok(false);
    }
    // Now with the new files in it: what is an error then, they brought.
    let Some(after) = new_file::build_before(&mut opened)? else {
        for file in &imported {
            edge::say(&format!("{} is what {} would become\n", file.file.path, file.name))?;
        }
        return Ok(false);
    };
    if args.dry_run {
        for file in &imported {
            edge::print(&report::files(file))?;
        }
    } else {
        let files: Vec<&NewFile> = imported.iter().flat_map(|file| std::iter::once(&file.file).chain(&file.state)).collect();
        for path in new_file::write_all(&args.book.book, &files)? {
            edge::print(&format!("{}\n", path.display()))?;
        }
    }
    edge::say_findings(&opened.sources, new_findings(&before.diagnostics, &after.diagnostics).into_iter())?;
    if !args.book.quiet {
        for file in &imported {
            edge::say(&report::report(file, &ticks))?;
        }
    }
    if args.book.timings {
        opened.timings.say()?;
    }
    Ok(true)
}

fn ticks(args: &ImportTasks, opened: &Opened) -> Result<Ticks, Failure> {
    let projects = lookup::documents(&opened.sources, &opened.config, Kind::Project);
    match &args.project {
        None if projects.is_empty() => Ok(Ticks::Items),
        None => Ok(Ticks::Nowhere),
        Some(id) => match projects.iter().find(|project| project.id == *id) {
            Some(project) => Ok(Ticks::Project(folder(project, &opened.config.content))),
            None => Err(Failure::Usage(format!(
                "this book has no projects, so that ticked boxes are written into the items; leave out --project {id}"
            ))),
        },
    }
}

/// The folder of a project, which may not exist yet.
fn folder(project: &Document, content: &str) -> String {
    let name = project.inside.strip_suffix("/index.md").or(project.inside.strip_suffix(".md")).unwrap_or(&project.inside);
    format!("{content}/{name}")
}

/// Reads a file and puts what it becomes into the sources; an error is a sentence.
fn import_file(path: &Path, ticks: &Ticks, opened: &mut Opened) -> Result<Imported, String> {
    let name = path.display().to_string();
    let text = edge::read_text(path)?;
    let stem = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if let Some(span) = conflict::find(&SourcePath::new(name.as_str()), &text).first().and_then(|finding| finding.place.span) {
        return Err(format!("{name}:{} holds a merge conflict; keep what is right first", Lines::new(&text).position(span.start).line));
    }
    let import = import_text(&stem, &text, opened);
    if import.items.is_empty() {
        return Err(format!("{name} has no task list{}", report::no_tasks(&import)));
    }
    let stage = Some(slug(&import.title)).filter(|id| !id.is_empty()).unwrap_or_else(|| "checklist".to_owned());
    let taken = lookup::documents(&opened.sources, &opened.config, Kind::Stage).into_iter().find(|document| document.id == stage);
    if let Some(document) = taken {
        let title = &import.title;
        return Err(format!("{name} would be the stage `{stage}` by its title, {title}, and there is one already: {}", document.path));
    }
    let stem = format!("{:02}-{stage}", next_stage(opened));
    let new = |folder: &str, text: String| NewFile { path: SourcePath::new(format!("{folder}/{stem}.md")), text };
    let file = new(&format!("{}/stages", opened.config.content), import::stage_file(&import, matches!(ticks, Ticks::Items)));
    let state = match ticks {
        Ticks::Project(folder) if import.ticked() > 0 => Some(new(folder, format!("---\n{}---\n", import::state_lines(&import, 0)))),
        _ => None,
    };
    for file in [Some(&file), state.as_ref()].into_iter().flatten() {
        if opened.sources.content.contains_key(&file.path) {
            return Err(format!("{name} would become {}, which exists", file.path));
        }
    }
    for file in [Some(&file), state.as_ref()].into_iter().flatten() {
        opened.sources.content.insert(file.path.clone(), File::Text(Arc::from(file.text.as_str())));
    }
    Ok(Imported { name, import, stage, file, state })
}

/// Reads a text twice: first to know its links, then with the book's word on where they lead.
fn import_text(name: &str, text: &str, opened: &mut Opened) -> Import {
    let mut targets: Vec<Target> = Vec::new();
    import::read(name, text, &mut |target| {
        targets.push(target.clone());
        true
    });
    let alive = lead_somewhere(&targets, opened);
    let mut next = alive.into_iter();
    // It asks about the same links in the same order.
    import::read(name, text, &mut |_| next.next().unwrap_or(false))
}

/// For each target, whether a link from a stage leads there. What many links need may be one finding that names only some of them, so the book is
/// asked again until it has nothing to say against those that are left.
fn lead_somewhere(targets: &[Target], opened: &mut Opened) -> Vec<bool> {
    let mut alive = vec![true; targets.len()];
    loop {
        let left: Vec<usize> = (0..targets.len()).filter(|n| alive[*n]).collect();
        let dead = dead_ends(&left.iter().map(|n| targets[*n].clone()).collect::<Vec<_>>(), opened);
        if dead.is_empty() {
            return alive;
        }
        for n in dead {
            alive[left[n]] = false;
        }
    }
}

/// Targets that the book finds fault with, by index.
fn dead_ends(targets: &[Target], opened: &mut Opened) -> BTreeSet<usize> {
    if targets.is_empty() {
        return BTreeSet::new();
    }
    let path = SourcePath::new(format!("{}/stages/links-of-an-import.md", opened.config.content));
    let probe = import::probe(targets);
    let kept = opened.sources.content.insert(path.clone(), File::Text(Arc::from(probe.as_str())));
    let findings = opened.values().diagnostics;
    match kept {
        Some(file) => opened.sources.content.insert(path.clone(), file),
        None => opened.sources.content.remove(&path),
    };
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    let places = errors.flat_map(|finding| std::iter::once(&finding.place).chain(&finding.related)).filter(|label| label.path == path);
    let lines = Lines::new(&probe);
    let target = |span: Span| import::probed(lines.position(span.start).line);
    places.filter_map(|label| label.span).map(target).filter(|n| *n < targets.len()).collect()
}

//! What an import did, in words: counts, boxes that were no tasks, what is different from what one would expect. Not done here: doing it.

use std::fmt::Write as _;

use rollbook::edit::literal::quote;
use rollbook::import::{Import, state_lines};

use super::{Imported, Ticks};
use crate::terminal::{BOLD, DIM, styled};

/// The files that would be written, each under a line with its path.
pub(super) fn files(imported: &Imported) -> String {
    [Some(&imported.file), imported.state.as_ref()]
        .into_iter()
        .flatten()
        .map(|file| format!("-- {} --\n{}", file.path, file.text))
        .collect()
}

/// All of it, about one document.
pub(super) fn report(imported: &Imported, ticks: &Ticks) -> String {
    let import = &imported.import;
    let mut out = format!("{} {}\n", styled(BOLD, &imported.name), styled(DIM, format_args!("→ {}", imported.file.path)));
    let musts = import.musts();
    let _ = writeln!(
        out,
        "  {}: {} ({} must, {} may) in {}, {} ignored; {} ticked",
        count(import.report.boxes, "box", "boxes"),
        count(import.items.len(), "item", "items"),
        musts,
        import.items.len() - musts,
        count(import.groups(), "group", "groups"),
        import.report.ignored.len(),
        import.ticked()
    );
    let _ = writeln!(out, "  {} of text in the body", count(import.body.lines().count(), "line", "lines"));
    out.push_str(&ignored(imported));
    for remark in &import.report.remarks {
        let _ = writeln!(out, "  {}:{}: {}", imported.name, remark.line, remark.what);
    }
    if let (Ticks::Nowhere, 1..) = (ticks, import.ticked()) {
        let _ = writeln!(out, "  ticked boxes are the state of a project, which `--project` names; or put this into its front matter:\n");
        out.push_str(&paste(imported));
        out.push('\n');
    }
    out
}

fn ignored(imported: &Imported) -> String {
    let line = |ignored: &rollbook::import::Ignored| format!("  {}:{}: box {}, ignored\n", imported.name, ignored.line, ignored.why);
    imported.import.report.ignored.iter().map(line).collect()
}

/// Why a document with boxes has no tasks.
pub(super) fn no_tasks(import: &Import) -> String {
    let boxes: Vec<String> = import.report.ignored.iter().take(5).map(|ignored| format!("line {} {}", ignored.line, ignored.why)).collect();
    match import.report.boxes {
        0 => " (`- [ ] text`)".to_owned(),
        all => format!("; {} in it {} no task: {}", count(all, "box", "boxes"), if all == 1 { "is" } else { "are" }, boxes.join(", ")),
    }
}

/// The ticks as lines of a project's front matter.
fn paste(imported: &Imported) -> String {
    format!("stages:\n  {}:\n{}", quote(&imported.stage), state_lines(&imported.import, 4))
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

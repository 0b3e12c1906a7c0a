//! An import as files: the stage, and the lines that a project's ticks are. Not done here: where they are written.

use std::fmt::Write as _;

use super::{Import, Item};
use crate::edit::literal::quote;

/// The stage file. With `ticks`, ticked items are done in it, which is right in a book without projects only.
pub fn stage_file(import: &Import, ticks: bool) -> String {
    let mut out = format!("---\ntitle: {}\n", quote(&import.title));
    if let Some(description) = &import.description {
        line(&mut out, "description", description);
    }
    out.push_str("# When, for example `window: Month 2-3`. Without a window the stage has no dates.\nchecklist:\n");
    for item in &import.items {
        let _ = writeln!(out, "  - id: {}", quote(&item.id));
        line(&mut out, "    text", &item.text);
        if let Some(group) = &item.group {
            line(&mut out, "    group", group);
        }
        line(&mut out, "    level", if item.must { "must" } else { "may" });
        if ticks && item.ticked {
            line(&mut out, "    state", "done");
        }
    }
    out.push_str("---\n");
    if !import.body.is_empty() {
        let _ = write!(out, "\n{}\n", import.body);
    }
    out
}

/// The ticks as the state of the stage's items, `indent` spaces in; nothing when nothing is ticked.
pub fn state_lines(import: &Import, indent: usize) -> String {
    let ticked: Vec<&Item> = import.items.iter().filter(|item| item.ticked).collect();
    if ticked.is_empty() {
        return String::new();
    }
    let space = " ".repeat(indent);
    let lines = ticked.iter().map(|item| format!("{space}  {}: done\n", quote(&item.id)));
    format!("{space}items:\n") + &lines.collect::<String>()
}

fn line(out: &mut String, key: &str, value: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{key}: {}", quote(value));
}

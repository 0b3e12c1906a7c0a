//! The lines of a file that a change removes and adds, for a terminal. Not done here: finding them; what they mean ([`crate::changes`]).

use std::path::Path;

use rollbook::authoring::lines::hunks;

use crate::terminal::{GREEN, RED, styled};

/// For each run of changed lines `path:line`, then what goes after `-` and what comes after `+`; only the places where `brief`.
pub(crate) fn text(path: &Path, before: &str, after: &str, brief: bool) -> String {
    let mut out = String::new();
    for hunk in hunks(before, after) {
        out.push_str(&format!("{}:{}\n", path.display(), hunk.line));
        if brief {
            continue;
        }
        out.extend(hunk.removed.iter().map(|line| format!("{}\n", styled(RED, format_args!("- {line}")))));
        out.extend(hunk.added.iter().map(|line| format!("{}\n", styled(GREEN, format_args!("+ {line}")))));
    }
    out
}

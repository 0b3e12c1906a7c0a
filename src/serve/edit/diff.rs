//! A change of a file as a diff to read. Not done here: which lines differ ([`lines`]).

use crate::authoring::{Planned, lines};

/// A unified diff without context.
pub(super) fn diff(planned: &Planned) -> String {
    let (path, before) = (&planned.path, planned.before.as_deref().unwrap_or_default());
    let from = if planned.before.is_some() { format!("a/{path}") } else { "/dev/null".to_owned() };
    let mut out = format!("--- {from}\n+++ b/{path}\n");
    let mut shift: isize = 0;
    for hunk in lines::hunks(before, &planned.after) {
        let (removed, added) = (hunk.removed.len(), hunk.added.len());
        let was = hunk.line.saturating_add_signed(-shift);
        // Of no lines the place is the line before them.
        let start = |line: usize, count: usize| if count == 0 { line.saturating_sub(1) } else { line };
        out.push_str(&format!("@@ -{},{removed} +{},{added} @@\n", start(was, removed), start(hunk.line, added)));
        out.extend(hunk.removed.iter().map(|line| format!("-{line}\n")));
        out.extend(hunk.added.iter().map(|line| format!("+{line}\n")));
        shift += added.cast_signed() - removed.cast_signed();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::SourcePath;

    fn planned(before: Option<&str>, after: &str) -> Planned {
        Planned {
            path: SourcePath::new("content/a.md"),
            before: before.map(str::to_owned),
            after: after.to_owned(),
            project: "atlas".to_owned(),
            subject: "pilot/users".to_owned(),
            dropped: Vec::new(),
        }
    }

    #[test]
    fn a_change_is_told_as_a_unified_diff() {
        let diff = |before, after| super::diff(&planned(before, after));
        assert_eq!(diff(Some("a\nb\nc\n"), "a\nB\nc\n"), "--- a/content/a.md\n+++ b/content/a.md\n@@ -2,1 +2,1 @@\n-b\n+B\n");
        assert_eq!(
            diff(Some("a\nb\nc\n"), "a\nx\nb\nC\n"),
            "--- a/content/a.md\n+++ b/content/a.md\n@@ -1,0 +2,1 @@\n+x\n@@ -3,1 +4,1 @@\n-c\n+C\n"
        );
        assert_eq!(diff(None, "a\n"), "--- /dev/null\n+++ b/content/a.md\n@@ -0,0 +1,1 @@\n+a\n");
    }
}

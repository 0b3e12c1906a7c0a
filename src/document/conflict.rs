//! Finds what git leaves in a file that it could not merge. Not done here: choosing a side.

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::path::SourcePath;

/// A finding for each conflict in the text: `<<<<<<<`, `=======`, `>>>>>>>`, each at the start of a line. In a fenced code block they are an
/// example.
pub fn find(path: &SourcePath, text: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if !text.contains("<<<<<<< ") {
        return found;
    }
    let (mut at, mut fence) = (0, None);
    // The first line of a conflict, and the one between its sides.
    let mut open: Option<(Span, Option<Span>)> = None;
    for line in text.split_inclusive('\n') {
        let words = line.trim_end();
        let span = Span::new(at, at + words.len());
        at += line.len();
        match (fence, fence_of(words)) {
            // CommonMark 0.31, section 4.5: as many signs at least, and nothing behind them.
            (Some(opened), Some((signs, ""))) if signs.starts_with(opened) => fence = None,
            (None, Some((signs, word))) if !(signs.starts_with('`') && word.contains('`')) => fence = Some(signs),
            (Some(_), _) => continue,
            (None, _) => {}
        }
        match open {
            _ if words.starts_with("<<<<<<< ") => open = Some((span, None)),
            Some((start, None)) if words == "=======" => open = Some((start, Some(span))),
            Some((start, Some(middle))) if words.starts_with(">>>>>>> ") => {
                open = None;
                found.push(
                    Diagnostic::new(Code::MergeConflict, path, start, "a merge conflict was left in this file")
                        .label("this side")
                        .related(path, middle, "or that side")
                        .related(path, span, "up to here")
                        .help("keep what is right, and remove these three lines"),
                );
            }
            _ => {}
        }
    }
    found
}

/// The signs of a fence of code, three or more, and what stands behind them.
fn fence_of(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start();
    let sign = line.chars().next().filter(|sign| matches!(sign, '`' | '~'))?;
    let rest = line.trim_start_matches(sign);
    let signs = &line[..line.len() - rest.len()];
    (signs.len() >= 3).then_some((signs, rest.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONFLICT: &str = "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> branch\n";

    fn places(text: &str) -> Vec<usize> {
        find(&SourcePath::new("a.md"), text).iter().filter_map(|finding| Some(finding.place.span?.start)).collect()
    }

    #[test]
    fn each_conflict_is_found_where_it_begins() {
        assert_eq!(places(&format!("x\n{CONFLICT}y\n{CONFLICT}")), [2, 2 + CONFLICT.len() + 2]);
        assert_eq!(places(&CONFLICT.replace('\n', "\r\n")), [0]);
    }

    #[test]
    fn an_example_in_a_code_block_is_none_and_neither_is_half_a_conflict() {
        assert_eq!(places(&format!("```text\n{CONFLICT}```\n")), [] as [usize; 0]);
        assert_eq!(places(&format!("```text\nx\n```\n{CONFLICT}")), [14]);
        assert_eq!(places(&format!("````markdown\n```text\n{CONFLICT}```\n````\n")), [] as [usize; 0]);
        assert_eq!(places(&format!("```inline``` code\n```text\n{CONFLICT}```\n")), [] as [usize; 0]);
        assert_eq!(places("<<<<<<< HEAD\na\n"), [] as [usize; 0]);
        assert_eq!(places("a <<<<<<< HEAD\n=======\n>>>>>>> b\n"), [] as [usize; 0]);
    }
}

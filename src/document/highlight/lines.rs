//! Lines taken apart by a grammar, each once: what is made of a line depends on it and on where the lines before it have led, and on nothing else.
//! Not done here: classes, HTML.

use std::collections::HashMap;
use std::sync::Arc;

use syntect::parsing::{ParseState, ScopeStackOp, SyntaxSet};

/// So many lines are remembered at most, about 2 MB of them: those that come again, come again soon.
const MOST: usize = 4096;

/// A longer one is not likely to come again.
const LONGEST: usize = 160;

/// What changes in a line, and where.
pub(super) type Ops = Arc<[(usize, ScopeStackOp)]>;

/// The lines that were taken apart before.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// By their text: in a few states each, most of them in one.
    known: HashMap<String, Vec<Known>>,
    count: usize,
}

#[derive(Debug)]
struct Known {
    before: ParseState,
    ops: Ops,
    after: ParseState,
}

impl Lines {
    /// Takes the next line apart; `None` when the grammar fails.
    pub(super) fn parse(&mut self, state: &mut ParseState, line: &str, syntaxes: &SyntaxSet) -> Option<Ops> {
        let known = self.known.get(line).and_then(|known| known.iter().find(|known| known.before == *state));
        if let Some(Known { ops, after, .. }) = known {
            state.clone_from(after);
            return Some(Arc::clone(ops));
        }
        let before = state.clone();
        // A state is not equal to its own copy while it holds what a regular expression has captured, as in a here-document: onig compares addresses.
        let can_come_again = before == *state && line.len() <= LONGEST;
        let ops: Ops = state.parse_line(line, syntaxes).ok()?.into();
        if can_come_again {
            if self.count == MOST {
                (self.known, self.count) = (HashMap::new(), 0);
            }
            self.count += 1;
            self.known.entry(line.to_owned()).or_default().push(Known { before, ops: Arc::clone(&ops), after: state.clone() });
        }
        Some(ops)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_what_it_is_where_it_stands_however_often_it_came_elsewhere() {
        let syntaxes = two_face::syntax::extra_newlines();
        let syntax = |token| syntaxes.find_syntax_by_token(token).unwrap();
        let mut lines = Lines::default();
        let texts = [
            ("rust", "/*\nlet a = 1;\n*/\nlet a = 1;\n\"\nlet a = 1;\n\";\nlet a = 1;\n"),
            ("yaml", "a: |\n  b: 1\n  b: 1\nc:\n  b: 1\n"),
            ("bash", "cat <<'E'\nif\nE\nif\ncat <<'F'\nif\nE\nF\nE\n"),
            ("json", "let a = 1;\n[\n  b: 1\n]\n"),
        ];
        for _ in 0..3 {
            for (language, text) in texts {
                let (mut state, mut fresh) = (ParseState::new(syntax(language)), ParseState::new(syntax(language)));
                for line in text.split_inclusive('\n') {
                    let ops = lines.parse(&mut state, line, &syntaxes).unwrap();
                    assert_eq!(*ops, fresh.parse_line(line, &syntaxes).unwrap(), "{language}: {line}");
                }
            }
        }
        let all: usize = texts.iter().map(|(_, text)| text.lines().count()).sum();
        assert!(lines.count <= all, "nothing is remembered twice: {}", lines.count);
    }

    #[test]
    fn they_do_not_fill_the_memory() {
        let syntaxes = two_face::syntax::extra_newlines();
        let mut lines = Lines::default();
        for n in 0..MOST * 2 + 5 {
            let mut state = ParseState::new(syntaxes.find_syntax_by_token("txt").unwrap());
            lines.parse(&mut state, &format!("{n}\n"), &syntaxes).unwrap();
            assert!(lines.count <= MOST && lines.known.len() <= MOST);
        }
        let held = lines.count;
        let mut state = ParseState::new(syntaxes.find_syntax_by_token("txt").unwrap());
        lines.parse(&mut state, &"x".repeat(LONGEST + 1), &syntaxes).unwrap();
        assert_eq!(lines.count, held, "a line that long is not kept");
    }
}

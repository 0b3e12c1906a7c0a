//! A text on its way through a grammar, line by line. Not done here: remembering lines, HTML.

use syntect::parsing::{BasicScopeStackOp, ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};

use super::classes::Classes;

/// How far into a line a class holds, in bytes, and that class. Each begins where the one before it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) end: u16,
    pub(super) class: u8,
}

/// Where the lines before have led: all that the classes of the next one depend on, beside that line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    grammar: ParseState,
    scopes: ScopeStack,
    /// The class that holds at each depth of the scopes, so that leaving a scope gives its surroundings their class back.
    classes: Vec<u8>,
}

impl Reading {
    /// Before the first line of a text in that language.
    pub(super) fn new(syntax: &SyntaxReference) -> Self {
        Self { grammar: ParseState::new(syntax), scopes: ScopeStack::new(), classes: vec![b' '] }
    }

    /// The scopes that are open here. Most readings differ by them.
    pub(super) fn scopes(&self) -> &[Scope] {
        self.scopes.as_slice()
    }

    /// Goes on by a line; `None` when the grammar fails, or the line is longer than a span can say.
    pub(super) fn line(&mut self, line: &str, syntaxes: &SyntaxSet, known: &mut Classes) -> Option<Vec<Span>> {
        let Self { grammar, scopes, classes } = self;
        let mut spans: Vec<Span> = Vec::new();
        let mut push = |class: u8, end: usize| {
            let end = u16::try_from(end).ok()?;
            let from = spans.last().map_or(0, |last| last.end);
            match spans.last_mut() {
                Some(last) if last.class == class => last.end = end,
                _ if from == end => {}
                _ => spans.push(Span { end, class }),
            }
            Some(())
        };
        for (at, op) in grammar.parse_line(line, syntaxes).ok()? {
            push(*classes.last()?, at)?;
            let follow = |op: BasicScopeStackOp, _: &[Scope]| match op {
                BasicScopeStackOp::Push(scope) => classes.push(known.of(scope, classes.last().copied().unwrap_or(b' '))),
                BasicScopeStackOp::Pop => drop(classes.pop()),
            };
            scopes.apply_with_hook(&op, follow).ok()?;
        }
        push(*classes.last()?, line.len())?;
        Some(spans)
    }
}

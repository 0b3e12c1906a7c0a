//! Lines taken apart by a grammar, each once: what is made of a line depends on it and on where the lines before it have led, and on nothing else. Code has
//! the same lines again and again, and to take one apart costs a hundred times what it costs to find it. Not done here: taking apart, HTML.

use std::collections::HashMap;
use std::hash::BuildHasher as _;
use std::rc::Rc;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;
use syntect::parsing::{Scope, SyntaxReference, SyntaxSet};

use super::classes::Classes;
use super::reading::{Reading, Span};

/// So many lines are remembered at most, about 2 MB of them: those of some thousand blocks in one language.
const MOST: usize = 1 << 14;

/// A longer one is not likely to come again.
const LONGEST: usize = 160;

/// So many places to which lines may lead are told apart. A language has dozens, and another one for each bracket that is open.
const PLACES: usize = 1 << 12;

/// A place within more scopes than these is not likely to be met again, and to compare it with others takes the longer the deeper it is.
const DEEPEST: usize = 64;

/// The lines that were taken apart before.
#[derive(Debug, Default)]
pub(super) struct Lines {
    known: HashTable<Known>,
    places: Places,
}

#[derive(Debug)]
struct Known {
    before: u32,
    line: Box<str>,
    spans: Rc<[Span]>,
    after: Rc<Place>,
}

/// Where lines have led, known by a number.
#[derive(Debug)]
pub(super) struct Place {
    number: u32,
    reading: Reading,
}

/// The places that were met before, by their scopes.
#[derive(Debug, Default)]
struct Places {
    known: HashMap<Vec<Scope>, Vec<Rc<Place>>, FxBuildHasher>,
    count: usize,
    /// No number is given twice, also when places are forgotten.
    next: u32,
}

/// Where a text has come to.
#[derive(Debug)]
pub(super) enum At {
    /// Somewhere that other texts may come to.
    Known(Rc<Place>),
    /// Where nothing that is remembered begins.
    Alone(Box<Reading>),
}

impl Lines {
    /// The beginning of a text in that language.
    pub(super) fn begin(&mut self, syntax: &SyntaxReference) -> At {
        self.places.at(Reading::new(syntax))
    }

    /// Takes the next line apart; `None` when the grammar fails.
    pub(super) fn next(&mut self, at: At, line: &str, syntaxes: &SyntaxSet, classes: &mut Classes) -> Option<(Rc<[Span]>, At)> {
        let (before, mut reading) = match at {
            At::Known(place) => match self.find(place.number, line) {
                Some(known) => return Some((Rc::clone(&known.spans), At::Known(Rc::clone(&known.after)))),
                None => (Some(place.number), place.reading.clone()),
            },
            At::Alone(reading) => (None, *reading),
        };
        let spans: Rc<[Span]> = reading.line(line, syntaxes, classes)?.into();
        let at = self.places.at(reading);
        if let (Some(before), At::Known(after)) = (before.filter(|_| line.len() <= LONGEST), &at) {
            self.remember(Known { before, line: line.into(), spans: Rc::clone(&spans), after: Rc::clone(after) });
        }
        Some((spans, at))
    }

    fn find(&self, before: u32, line: &str) -> Option<&Known> {
        self.known.find(hash(before, line), |known| known.before == before && *known.line == *line)
    }

    fn remember(&mut self, line: Known) {
        if self.known.len() == MOST {
            self.known.clear();
        }
        self.known.insert_unique(hash(line.before, &line.line), line, |known| hash(known.before, &known.line));
    }
}

impl Places {
    fn at(&mut self, reading: Reading) -> At {
        // One is not equal to its own copy while it holds what a regular expression has captured, as in a here-document: onig compares addresses.
        if reading.scopes().len() > DEEPEST || reading.clone() != reading {
            return At::Alone(Box::new(reading));
        }
        let known = self.known.get(reading.scopes()).and_then(|like| like.iter().find(|place| place.reading == reading));
        if let Some(place) = known {
            return At::Known(Rc::clone(place));
        }
        let Some(next) = self.next.checked_add(1) else { return At::Alone(Box::new(reading)) };
        if self.count == PLACES {
            (self.known, self.count) = (HashMap::default(), 0);
        }
        let scopes = reading.scopes().to_vec();
        let place = Rc::new(Place { number: self.next, reading });
        (self.next, self.count) = (next, self.count + 1);
        self.known.entry(scopes).or_default().push(Rc::clone(&place));
        At::Known(place)
    }
}

fn hash(before: u32, line: &str) -> u64 {
    FxBuildHasher.hash_one((before, line))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new() -> (SyntaxSet, Lines, Classes) {
        (two_face::syntax::extra_newlines(), Lines::default(), Classes::default())
    }

    #[test]
    fn a_line_is_what_it_is_where_it_stands_however_often_it_came_elsewhere() {
        let (syntaxes, mut lines, mut classes) = new();
        let texts = [
            ("rust", "/*\nlet a = 1;\n*/\nlet a = 1;\n\"\nlet a = 1;\n\";\nlet a = 1;\n"),
            ("yaml", "a: |\n  b: 1\n  b: 1\nc:\n  b: 1\n"),
            ("bash", "cat <<'E'\nif\nE\nif\ncat <<'F'\nif\nE\nF\nE\n"),
            ("json", "let a = 1;\n[\n  b: 1\n]\n"),
        ];
        for _ in 0..3 {
            for (language, text) in texts {
                let syntax = syntaxes.find_syntax_by_token(language).unwrap();
                let (mut at, mut fresh) = (lines.begin(syntax), Reading::new(syntax));
                for line in text.split_inclusive('\n') {
                    let (spans, next) = lines.next(at, line, &syntaxes, &mut classes).unwrap();
                    assert_eq!(*spans, fresh.line(line, &syntaxes, &mut Classes::default()).unwrap(), "{language}: {line}");
                    at = next;
                }
            }
        }
        let all: usize = texts.iter().map(|(_, text)| text.lines().count()).sum();
        assert!(lines.known.len() <= all, "nothing is remembered twice: {}", lines.known.len());
    }

    #[test]
    fn lines_do_not_fill_the_memory() {
        let (syntaxes, mut lines, mut classes) = new();
        let mut of_text = |line: &str| {
            let at = lines.begin(syntaxes.find_syntax_by_token("txt").unwrap());
            lines.next(at, line, &syntaxes, &mut classes).unwrap();
            lines.known.len()
        };
        assert!((0..MOST * 2 + 5).all(|n| of_text(&format!("{n}\n")) <= MOST));
        let held = of_text("a\n");
        assert_eq!(of_text(&"x".repeat(LONGEST + 1)), held, "a line that long is not kept");
    }

    #[test]
    fn places_do_not_fill_the_memory_and_none_is_taken_for_another() {
        let (syntaxes, mut lines, mut classes) = new();
        let syntax = syntaxes.find_syntax_by_token("json").unwrap();
        // As many as the bits of a number can say.
        for text in 0..PLACES + 100 {
            let (mut at, mut fresh) = (lines.begin(syntax), Reading::new(syntax));
            for bit in 0..13 {
                let line = if text >> bit & 1 == 0 { "[\n" } else { "{\"a\":\n" };
                let (spans, next) = lines.next(at, line, &syntaxes, &mut classes).unwrap();
                if text % 500 == 0 {
                    assert_eq!(*spans, fresh.line(line, &syntaxes, &mut classes).unwrap());
                }
                at = next;
                assert!(lines.places.count <= PLACES);
            }
        }
        assert!(lines.places.next as usize > PLACES, "some were forgotten");
    }

    #[test]
    fn to_go_ever_deeper_takes_no_longer_for_each_line() {
        let (syntaxes, mut lines, mut classes) = new();
        let mut at = lines.begin(syntaxes.find_syntax_by_token("json").unwrap());
        for _ in 0..100_000 {
            at = lines.next(at, "[\n", &syntaxes, &mut classes).unwrap().1;
        }
        assert!(matches!(at, At::Alone(_)) && lines.places.count <= DEEPEST);
    }
}

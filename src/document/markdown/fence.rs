//! What stands behind the opening fence of a block of code: its language, title, marked lines, numbers. Not done here: HTML, or knowing the language.
//!
//! Books write `yaml title="deploy.yaml" {2,5-7} linenos`. What other generators write for the same is read too, where it can mean nothing else.

use std::ops::RangeInclusive;

use crate::diagnostic::{Code, nearest};
use crate::document::lines::Lines;

/// The attributes that are suggested.
const KNOWN: [&str; 3] = ["title", "hl", "linenos"];

/// What a fence says.
#[derive(Debug, Default)]
pub(super) struct Fence<'i> {
    /// The language word; empty for none.
    pub(super) language: &'i str,
    /// The title; empty for none.
    pub(super) title: &'i str,
    pub(super) lines: Lines,
    pub(super) faults: Vec<Fault<'i>>,
}

/// What is wrong with a piece of it.
#[derive(Debug)]
pub(super) struct Fault<'i> {
    pub(super) code: Code,
    pub(super) part: &'i str,
    pub(super) message: String,
    pub(super) help: String,
}

impl<'i> Fence<'i> {
    /// Reads the info string of a block with so many lines.
    pub(super) fn read(info: &'i str, count: usize) -> Self {
        let mut fence = Fence::default();
        let end = info.find(|c: char| c.is_whitespace() || matches!(c, ',' | '{')).unwrap_or(info.len());
        fence.language = &info[..end];
        let rest = &info[end..];
        // `rust,no_run`: words that only a compiler's documentation knows stand right behind the language.
        let tail = if rest.starts_with(',') { rest.find(char::is_whitespace).unwrap_or(rest.len()) } else { 0 };
        fence.attributes(&rest[..tail], count, true);
        fence.attributes(&rest[tail..], count, false);
        fence
    }

    /// Reads attributes, between white space and commas.
    fn attributes(&mut self, text: &'i str, count: usize, are_of_a_compiler: bool) {
        let mut rest = text;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
            if rest.is_empty() {
                return;
            }
            let (piece, after) = next(rest);
            rest = after;
            match piece {
                Piece::Braces(inside) if is_lines(inside) => self.mark(inside, count),
                // `{.yaml title="x"}`, as Pandoc writes it.
                Piece::Braces(inside) => self.attributes(inside, count, false),
                Piece::Word(class) if self.language.is_empty() && class.starts_with('.') => self.language = &class[1..],
                Piece::Word(name) => self.attribute(name, None, count, are_of_a_compiler),
                Piece::Pair(name, value) => self.attribute(name, Some(value), count, are_of_a_compiler),
            }
        }
    }

    fn attribute(&mut self, name: &'i str, value: Option<&'i str>, count: usize, is_of_a_compiler: bool) {
        match (name, value) {
            ("title", Some(title)) => self.title = title.trim(),
            ("hl" | "hl_lines" | "mark", Some(lines)) => self.mark(lines, count),
            ("linenos" | "linenums" | "showLineNumbers", Some("false")) => {}
            ("linenos" | "linenums" | "showLineNumbers", None | Some("true" | "table" | "inline")) => {
                self.lines.first.get_or_insert(1);
            }
            ("linenos" | "linenums" | "showLineNumbers" | "linenostart" | "startLineNumber", Some(first)) => {
                self.lines.first = first.parse().ok();
                if self.lines.first.is_none() {
                    self.fault(
                        Code::BadValue,
                        first,
                        format!("`{first}` is not the number of a line"),
                        "write `linenos=5` to count from 5",
                    );
                }
            }
            _ if is_of_a_compiler => {}
            _ => {
                let near = nearest(name, KNOWN).map(|name| format!("did you mean `{name}`?"));
                let help = near.unwrap_or_else(|| "what may stand there is `title=\"…\"`, `{2,5-7}` and `linenos`".to_owned());
                self.fault(Code::MarkdownSyntax, name, format!("a block of code has no `{name}`"), &help);
            }
        }
    }

    /// Marks lines: `2,5-7`.
    fn mark(&mut self, lines: &'i str, count: usize) {
        for part in lines.split(|c: char| c.is_whitespace() || c == ',').filter(|part| !part.is_empty()) {
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            let Some(range) = range(first, last) else {
                let message = format!("`{part}` names no lines");
                self.fault(Code::BadValue, part, message, "lines are counted from 1 and written as `{2,5-7}`");
                continue;
            };
            if *range.end() > count {
                let has = if count == 1 { "1 line".to_owned() } else { format!("{count} lines") };
                self.fault(
                    Code::BadValue,
                    part,
                    format!("line {} is marked, and the block has {has}", range.end()),
                    "mark lines that are there",
                );
            } else {
                self.lines.marked.push(range);
            }
        }
    }

    fn fault(&mut self, code: Code, part: &'i str, message: String, help: &str) {
        self.faults.push(Fault { code, part, message, help: help.to_owned() });
    }
}

/// A piece of an info string.
enum Piece<'i> {
    /// `{…}`, what stands between.
    Braces(&'i str),
    /// `name`.
    Word(&'i str),
    /// `name=value`, without the quotes or braces around the value.
    Pair(&'i str, &'i str),
}

/// The piece that a text begins with, and what follows it. The text is not empty, and does not begin with white space or a comma.
fn next(text: &str) -> (Piece<'_>, &str) {
    if let Some((inside, after)) = enclosed(text) {
        return (Piece::Braces(inside), after);
    }
    let is_over = |c: char| c.is_whitespace() || matches!(c, ',' | '=' | '{');
    // A sign that nothing can begin with, such as `=`, is a word of its own.
    let end = text.char_indices().skip(1).find(|(_, c)| is_over(*c)).map_or(text.len(), |(at, _)| at);
    let (name, rest) = text.split_at(end);
    let Some(value) = rest.strip_prefix('=') else { return (Piece::Word(name), rest) };
    let quoted = |quote: char| value.strip_prefix(quote)?.split_once(quote);
    if let Some((value, after)) = quoted('"').or_else(|| quoted('\'')).or_else(|| enclosed(value)) {
        return (Piece::Pair(name, value), after);
    }
    let end = value.find(char::is_whitespace).unwrap_or(value.len());
    // A comma goes on with a list of lines, and ends everything else.
    let end =
        value[..end].find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '-')).map_or(end, |_| value[..end].find(',').unwrap_or(end));
    let (value, after) = value.split_at(end);
    (Piece::Pair(name, value), after)
}

/// What stands between braces, and what follows them.
fn enclosed(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix('{')?.split_once('}')
}

fn is_lines(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, ',' | '-'))
}

/// Lines from the first to the last, counted from 1.
fn range(first: &str, last: &str) -> Option<RangeInclusive<usize>> {
    let (first, last) = (first.parse().ok()?, last.parse().ok()?);
    (1 <= first && first <= last).then_some(first..=last)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Language, title, marked lines, number of the first line, faults.
    fn read(info: &str) -> String {
        let Fence { language, title, lines, faults } = Fence::read(info, 9);
        let faults: Vec<String> = faults.iter().map(|fault| format!("{}: {}; {}", fault.part, fault.message, fault.help)).collect();
        let marked: Vec<String> = lines.marked.iter().map(|range| format!("{}-{}", range.start(), range.end())).collect();
        format!(
            "{language}|{title}|{}|{}|{}",
            marked.join(","),
            lines.first.map_or_else(String::new, |first| first.to_string()),
            faults.join(" / ")
        )
    }

    #[test]
    fn the_documented_form_and_those_of_other_generators_say_the_same() {
        let documented = read("yaml title=\"deploy.yaml\" {2,5-7} linenos");
        assert_eq!(documented, "yaml|deploy.yaml|2-2,5-7|1|");
        for other in [
            "yaml linenos title='deploy.yaml' hl=2,5-7",
            "yaml {2, 5-7} title=\"deploy.yaml\" showLineNumbers",
            "yaml title=\"deploy.yaml\" mark={2,5-7} showLineNumbers=true",
            "yaml title=\"deploy.yaml\" linenums=\"1\" hl_lines=\"2 5-7\"",
            "{.yaml title=\"deploy.yaml\" hl_lines=\"2 5-7\" linenums=1}",
            "yaml,linenos,hl_lines=2,5-7 title=\"deploy.yaml\"",
            "yaml{2,5-7} title=\"deploy.yaml\" linenos",
        ] {
            assert_eq!(read(other), documented, "{other}");
        }
    }

    #[test]
    fn numbers_begin_where_the_fence_says() {
        for info in ["text linenos=5", "text linenums=\"5\"", "text showLineNumbers startLineNumber=5", "text linenostart=5"] {
            assert_eq!(read(info), "text|||5|", "{info}");
        }
        assert_eq!(read("text linenos=false"), "text||||");
    }

    #[test]
    fn words_of_a_compiler_and_nothing_at_all_are_no_faults() {
        assert_eq!(read("rust,ignore,no_run {1}"), "rust||1-1||");
        assert_eq!(
            (read(""), read("sh  "), read("{.sh}"), read("sh {}")),
            ("||||".into(), "sh||||".into(), "sh||||".into(), "sh||||".into())
        );
    }

    #[test]
    fn each_fault_is_told_with_what_helps() {
        let cases = [
            ("sh titel=\"x\"", "titel: a block of code has no `titel`; did you mean `title`?"),
            ("sh wrap", "wrap: a block of code has no `wrap`; what may stand there is `title=\"…\"`, `{2,5-7}` and `linenos`"),
            ("sh {3,10}", "10: line 10 is marked, and the block has 9 lines; mark lines that are there"),
            ("sh {0}", "0: `0` names no lines; lines are counted from 1 and written as `{2,5-7}`"),
            ("sh hl=7-5", "7-5: `7-5` names no lines; lines are counted from 1 and written as `{2,5-7}`"),
            ("sh mark=\"text\"", "text: `text` names no lines; lines are counted from 1 and written as `{2,5-7}`"),
            ("sh linenos=x", "x: `x` is not the number of a line; write `linenos=5` to count from 5"),
        ];
        for (info, fault) in cases {
            assert_eq!(read(info).rsplit_once('|').unwrap().1, fault, "{info}");
        }
    }

    #[test]
    fn unfinished_pieces_come_to_an_end() {
        for info in ["sh {", "sh {1", "sh title=\"x", "sh =", "sh ==", "sh {{}}", "sh hl=", "sh é{", "{", "{}", ",", "sh }"] {
            Fence::read(info, 1);
        }
    }
}

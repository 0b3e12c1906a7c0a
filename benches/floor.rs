//! The least a generator could do with a book, as a measure for the rest: `floor MODE SOURCE OUTPUT`, with as many threads as rollbook. `copy`
//! writes each file's bytes where its page would be, `parse` writes it as HTML instead, `highlight` does so with every block of code tokenized
//! and nothing remembered. Not done here: front matter, links, templates, checks, removing what is there, timing (`compare.py`).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a benchmark reads, writes and prints"
)]

use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd, TextMergeStream, html};
use rayon::prelude::*;
use syntect::parsing::{ParseState, SyntaxReference, SyntaxSet};

#[derive(Clone, Copy, PartialEq)]
enum Mode {
    Copy,
    Parse,
    Highlight,
}

/// Where `a/b.md` is published, below `output`; every other file stays where it is.
fn target(output: &Path, inside: &Path) -> PathBuf {
    match inside.extension().is_some_and(|extension| extension == "md") {
        true if inside.ends_with("index.md") => output.join(inside).with_extension("html"),
        true => output.join(inside).with_extension("").join("index.html"),
        false => output.join(inside),
    }
}

/// A Markdown file as HTML, without its front matter.
fn page(text: &str, syntaxes: Option<&SyntaxSet>) -> String {
    let body = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).map_or(text, |(_, body)| body);
    let mut language = None;
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_TASKLISTS;
    let events = TextMergeStream::new(Parser::new_ext(body, options)).map(|event| {
        match &event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => language = syntaxes.and_then(|set| set.find_syntax_by_token(info)),
            Event::End(TagEnd::CodeBlock) => language = None,
            Event::Text(code) => {
                if let (Some(syntax), Some(syntaxes)) = (language, syntaxes) {
                    return Event::Html(CowStr::from(tokens(code, syntax, syntaxes)));
                }
            }
            _ => {}
        }
        event
    });
    let mut out = String::with_capacity(2 * body.len());
    html::push_html(&mut out, events);
    out
}

/// The code with a span around each token; finding out which class it has would come on top.
fn tokens(code: &str, syntax: &SyntaxReference, syntaxes: &SyntaxSet) -> String {
    let mut state = ParseState::new(syntax);
    let mut out = String::with_capacity(3 * code.len());
    for line in code.split_inclusive('\n') {
        let mut from = 0;
        for (at, _) in state.parse_line(line, syntaxes).unwrap() {
            if at > from {
                out.push_str("<span class=\"k\">");
                pulldown_cmark_escape::escape_html(&mut out, &line[from..at]).unwrap();
                out.push_str("</span>");
                from = at;
            }
        }
        pulldown_cmark_escape::escape_html(&mut out, &line[from..]).unwrap();
    }
    out
}

fn publish(mode: Mode, source: &Path, file: &Path, output: &Path, syntaxes: Option<&SyntaxSet>) {
    let bytes = fs::read(file).unwrap();
    let target = target(output, file.strip_prefix(source).unwrap());
    let html = (mode != Mode::Copy).then(|| page(std::str::from_utf8(&bytes).unwrap(), syntaxes));
    let bytes = html.as_deref().map_or(&bytes[..], str::as_bytes);
    // Folders are made when they are found missing: asking first would cost a call for each file.
    if fs::write(&target, bytes).is_err() {
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(&target, bytes).unwrap();
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let [mode, source, output] = &arguments[..] else {
        return println!("usage: floor copy|parse|highlight SOURCE OUTPUT   (see benches/README.md)");
    };
    let mode = match mode.as_str() {
        "copy" => Mode::Copy,
        "parse" => Mode::Parse,
        "highlight" => Mode::Highlight,
        _ => panic!("{mode} is no mode: copy, parse, highlight"),
    };
    let (source, output) = (Path::new(source), Path::new(output));
    let syntaxes = (mode == Mode::Highlight).then(two_face::syntax::extra_newlines);
    let files: Vec<PathBuf> = walkdir::WalkDir::new(source)
        .into_iter()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .collect();
    files.par_iter().for_each(|file| publish(mode, source, file, output, syntaxes.as_ref()));
}

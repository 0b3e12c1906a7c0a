//! The documentation of a code for those that know nothing of books in a fence: as plain text, and in Markdown as viewers know it. Not done here:
//! the texts themselves ([`super::code`]), and fitting them to a terminal.

use std::path::Path;

/// A part of a documentation.
enum Part<'d> {
    /// A line of prose, a heading or an empty line.
    Line(&'d str),
    /// What stands between two fences, and their length.
    Block { language: &'d str, fence: usize, lines: Vec<&'d str> },
}

/// Without marks: blocks are indented, a file of a book stands below its path.
pub(super) fn plain(documentation: &str) -> String {
    let mut out = String::new();
    for part in parts(documentation) {
        match part {
            Part::Line(line) => push(&mut out, "", line.trim_start_matches('#').trim_start()),
            Part::Block { language: "text", lines, .. } => lines.iter().for_each(|line| push(&mut out, "    ", line)),
            Part::Block { lines, .. } => {
                for line in lines {
                    match file(line) {
                        Some(path) => push(&mut out, "    ", &format!("{path}:")),
                        None => push(&mut out, "        ", line),
                    }
                }
            }
        }
    }
    out
}

/// A book is a block for each of its files, in the language of that file.
pub(super) fn markdown(documentation: &str) -> String {
    let mut out = String::new();
    for part in parts(documentation) {
        match part {
            Part::Line(line) => push(&mut out, "", line),
            Part::Block { language, fence, lines } => {
                let fence = "`".repeat(fence);
                let mut files = lines.split(|line| file(line).is_some());
                let mut paths = lines.iter().filter_map(|line| file(line)).peekable();
                if paths.peek().is_none() {
                    push(&mut out, "", &format!("{fence}{language}\n{}\n{fence}", lines.join("\n")));
                    continue;
                }
                let file =
                    |(path, lines): (&str, &[&str])| format!("`{path}`:\n\n{fence}{}\n{}\n{fence}", language_of(path), lines.join("\n"));
                // What stands before the first path is no file.
                files.next();
                push(&mut out, "", &paths.zip(files).map(file).collect::<Vec<_>>().join("\n\n"));
            }
        }
    }
    out
}

fn push(out: &mut String, indent: &str, line: &str) {
    out.push_str(format!("{indent}{line}").trim_end());
    out.push('\n');
}

fn parts(documentation: &str) -> Vec<Part<'_>> {
    let (mut parts, mut lines) = (Vec::new(), documentation.lines());
    while let Some(line) = lines.next() {
        let language = line.trim_start_matches('`');
        let fence = line.len() - language.len();
        parts.push(if fence < 3 {
            Part::Line(line)
        } else {
            let inside = lines.by_ref().take_while(|inside| *inside != &line[..fence]).collect();
            Part::Block { language, fence, lines: inside }
        });
    }
    parts
}

/// The path of `-- path --`, with which a file of a book begins.
fn file(line: &str) -> Option<&str> {
    line.strip_prefix("-- ")?.strip_suffix(" --")
}

/// By the end of a path, the name under which viewers colour such a file.
fn language_of(path: &str) -> &'static str {
    match Path::new(path).extension().and_then(|end| end.to_str()) {
        Some("md") => "markdown",
        Some("toml") => "toml",
        Some("html") => "html",
        _ => "text",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;

    const TEXT: &str = "What it is.\n\n## Example\n\n````book\n-- book.toml --\n[book]\n\n-- content/a.md --\n```x\n  # y\n```\n````\n\n```text\nerror\n --> a.md:1\n```\n\nWrite `# a`.\n";

    #[test]
    fn plain_text_has_indents_instead_of_fences() {
        let expected = "What it is.\n\nExample\n\n    book.toml:\n        [book]\n\n    content/a.md:\n        ```x\n          # y\n        ```\n\n    error\n     --> a.md:1\n\nWrite `# a`.\n";
        assert_eq!(plain(TEXT), expected);
    }

    #[test]
    fn in_markdown_a_file_of_a_book_is_a_block_of_its_own() {
        let expected = "What it is.\n\n## Example\n\n`book.toml`:\n\n````toml\n[book]\n\n````\n\n`content/a.md`:\n\n````markdown\n```x\n  # y\n```\n````\n\n```text\nerror\n --> a.md:1\n```\n\nWrite `# a`.\n";
        assert_eq!(markdown(TEXT), expected);
    }

    #[test]
    fn no_code_has_a_fence_or_a_mark_that_others_do_not_know() {
        for code in Code::ALL {
            let (text, markdown) = (plain(code.documentation()), markdown(code.documentation()));
            let marks = |text: &str| text.lines().filter(|line| file(line.trim()).is_some()).count();
            assert_eq!((marks(&text), marks(&markdown)), (0, 0), "{}", code.name());
            assert!(!text.lines().any(|line| line.starts_with("```") || line.starts_with('#')), "{text}");
            let languages = markdown.lines().filter(|line| line.starts_with("```")).map(|line| line.trim_start_matches('`'));
            let known = ["markdown", "toml", "html", "text", "bash", ""];
            // The one that nobody knows is what `unknown-language` is about.
            let unknown: Vec<&str> = languages.filter(|language| !known.contains(language) && *language != "bahs").collect();
            assert!(unknown.is_empty(), "{}: {unknown:?}", code.name());
        }
    }
}

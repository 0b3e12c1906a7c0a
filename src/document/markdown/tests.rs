//! Tests of Markdown: a fixture for each construct, and what no fixture can show. Not done here: tests of an address alone (`address`).

use std::fmt::Write as _;
use std::sync::Arc;

use super::*;
use crate::diagnostic::Code;
use crate::document::fragment::{Among, Fill, Filling, Link, Target, Term, Word};
use crate::document::lines::Lines;

/// A test for each file of `tests/markdown`; what became of it stands beside it, `NAME.snap`.
macro_rules! fixtures {
    ($($name:ident: $file:literal, $options:expr;)*) => {
        $(
            #[test]
            fn $name() {
                let shown = show(include_str!(concat!("../../../tests/markdown/", $file)), $options);
                insta::with_settings!({ snapshot_path => "../../../tests/markdown", prepend_module_to_snapshot => false, omit_expression => true }, {
                    insta::assert_snapshot!(stringify!($name), shown);
                });
            }
        )*

        #[test]
        fn every_fixture_is_tested() {
            #[expect(clippy::disallowed_methods, reason = "only the folder knows which fixtures there are")]
            let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/markdown")).unwrap();
            let names = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap());
            let mut there: Vec<String> = names.filter(|name| name.ends_with(".md")).collect();
            let mut tested = vec![$($file),*];
            there.sort();
            tested.sort_unstable();
            tested.dedup();
            assert_eq!(there, tested);
        }
    };
}

const ESCAPE: Options = Options { raw_html: false };
const ALLOW: Options = Options { raw_html: true };

fixtures! {
    alerts: "alerts.md", ESCAPE;
    code: "code.md", ESCAPE;
    code_frames: "code-frames.md", ESCAPE;
    definitions: "definitions.md", ESCAPE;
    figures: "figures.md", ESCAPE;
    folds: "folds.md", ESCAPE;
    footnotes: "footnotes.md", ESCAPE;
    headings: "headings.md", ESCAPE;
    html: "html.md", ESCAPE;
    html_allowed: "html.md", ALLOW;
    images: "images.md", ESCAPE;
    links: "links.md", ESCAPE;
    lists: "lists.md", ESCAPE;
    references: "references.md", ESCAPE;
    tables: "tables.md", ESCAPE;
    tasks: "tasks.md", ESCAPE;
    text: "text.md", ESCAPE;
    unsafe_addresses: "unsafe.md", ESCAPE;
}

/// All that becomes of a body: HTML with its holes named, and each list with what its spans cover.
fn show(markdown: &str, options: Options) -> String {
    let front_matter = "---\ntitle: Ü\n---\n";
    let text = format!("{front_matter}{markdown}");
    let mut diagnostics = Vec::new();
    let body = body(&SourcePath::new("content/a.md"), &text, front_matter.len(), false, options, &mut diagnostics);
    let mut out = holes_named(&body.fragment);
    for (n, heading) in body.headings.iter().enumerate() {
        let _ = writeln!(out, "heading {n}: {} #{} {:?}", heading.level, heading.id, heading.title);
    }
    for (n, Link { target, span, image }) in body.fragment.links.iter().enumerate() {
        let _ = writeln!(out, "{} {n}: {target:?} at «{}»", if *image { "image" } else { "link" }, &text[span.start..span.end]);
    }
    for (n, block) in body.fragment.code.iter().enumerate() {
        let _ = write!(out, "code {n}: {:?} {:?}", block.language, block.code);
        let _ = writeln!(out, "{}", if block.lines == Lines::default() { String::new() } else { format!(" {:?}", block.lines) });
    }
    for Term { id, term, definition } in &body.terms {
        let _ = writeln!(out, "term #{id}: {term:?} {definition:?}");
    }
    for finding in diagnostics {
        let span = finding.place.span.unwrap();
        let _ =
            writeln!(out, "{}: {} at «{}»; {}", finding.code.name(), finding.message, &text[span.start..span.end], finding.help.unwrap());
    }
    out
}

fn holes_named(fragment: &Fragment) -> String {
    let (html, mut out, mut from) = (fragment.html.html(), String::new(), 0);
    for hole in &fragment.holes {
        out.push_str(&html[from..hole.at]);
        from = hole.at;
        let _ = match hole.fill {
            Fill::Href(n) => write!(out, "{{address {n}}}"),
            Fill::Title(n) => write!(out, "{{title {n}}}"),
            Fill::Size(n) => write!(out, "{{size {n}}}"),
            Fill::Code(n) => write!(out, "{{code {n}}}"),
            Fill::Prefix => Ok(()),
            Fill::Level(level) => write!(out, "{level}"),
            Fill::Word(n) => {
                let Word { key, value } = &fragment.words[n];
                write!(out, "{{{key}{}}}", value.as_ref().map(|(name, value)| format!(" {name}={value:?}")).unwrap_or_default())
            }
        };
    }
    out.push_str(&html[from..]);
    out
}

fn body_of(markdown: &str) -> Body {
    body(&SourcePath::new("a.md"), markdown, 0, false, ESCAPE, &mut Vec::new())
}

fn untitled(markdown: &str) -> Body {
    body(&SourcePath::new("a.md"), markdown, 0, true, ESCAPE, &mut Vec::new())
}

fn inline_of(markdown: &str) -> Fragment {
    inline(&SourcePath::new("a.md"), markdown, Span::new(0, markdown.len()), markdown, &mut Vec::new())
}

#[test]
fn a_value_of_the_front_matter_is_one_line_whatever_it_begins_with() {
    let cases = [
        ("Plain *text*", "Plain <em>text</em>"),
        ("_first_ **\"quoted\"** `code`", "<em>first</em> <strong>\"quoted\"</strong> <code>code</code>"),
        ("> 99.9 % & more", "&gt; 99.9 % &amp; more"),
        ("# 1 priority", "# 1 priority"),
        ("1. Who owns it?", "1. Who owns it?"),
        ("- [ ] no box", "- [ ] no box"),
        ("    not code", "not code"),
        ("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"),
        ("```yaml\na: 1\n```", "<code>yaml a: 1 </code>"),
        ("title\n===\n| a |\n|---|\n\n[^1]: x\n", "title === | a | |---|  [^1]: x"),
        ("[x]: y", "[x]: y"),
        ("***", "***"),
        ("", ""),
    ];
    for (markdown, html) in cases {
        assert_eq!(inline_of(markdown).html.html(), html, "{markdown:?}");
    }
}

#[test]
fn spans_in_a_value_are_exact_where_the_file_has_the_piece_once_and_the_value_elsewhere() {
    let at = |source: &str, value: &str, markdown: &str| {
        let start = source.find(value).unwrap();
        let mut diagnostics = Vec::new();
        let fragment = inline(&SourcePath::new("a.md"), markdown, Span::new(start, start + value.len()), source, &mut diagnostics);
        fragment.links.iter().map(|link| source[link.span.start..link.span.end].to_owned()).collect::<Vec<_>>()
    };
    let source = "ü: [a](b)\ntext: \"see [[pilot|it]] and [a](b.md)\"\n";
    assert_eq!(at(source, "\"see [[pilot|it]] and [a](b.md)\"", "see [[pilot|it]] and [a](b.md)"), ["pilot", "b.md"]);
    let cases = [
        ("\"\\x41 [a](b.md)\"", "A [a](b.md)", vec!["b.md"]),
        ("'don''t [[pilot]] [[pilot|it]]'", "don't [[pilot]] [[pilot|it]]", vec!["pilot", "pilot"]),
        ("see [[pilot|the\n  pilot]]", "see [[pilot|the pilot]]", vec!["pilot"]),
        ("\\x41 [[b|\\x41]] b", "A [[b|A]] b", vec!["b"]),
        // Here nothing tells one of the two from the other, and there the file has it in no way that could be found.
        ("\\x41 [[b]] [[b]]", "A [[b]] [[b]]", vec!["\\x41 [[b]] [[b]]"; 2]),
        ("[[\\x41b]]", "[[Ab]]", vec!["[[\\x41b]]"]),
    ];
    for (value, markdown, places) in cases {
        assert_eq!(at(&format!("ü: {value}\n"), value, markdown), places, "{value}");
    }
}

#[test]
fn the_text_of_a_value_has_no_markup() {
    let fragment = inline_of("See [[pilot]], [[scale|the *last*  stage]], `code`, ![an image](x.png) <i>");
    assert_eq!(fragment.plain, "See pilot, the last stage, code, an image <i>");
    assert_eq!(fragment.links.len(), 3);
}

#[test]
fn line_ends_of_windows_change_nothing_but_themselves() {
    let markdown = include_str!("../../../tests/markdown/tasks.md");
    assert_eq!(body_of(&markdown.replace('\n', "\r\n")).fragment.html.html(), body_of(markdown).fragment.html.html());
    let code = body_of("```text\r\na\r\n\r\nb\r\n```\r\n").fragment.code;
    assert_eq!(code[0].code, "a\n\nb\n");
}

#[test]
fn every_anchor_is_unique_also_among_thousands() {
    let headings = body_of(&format!("{}## a-1\n## a-1 {{#a-7}}\n", "## a\n".repeat(5000))).headings;
    let ids: std::collections::HashSet<&str> = headings.iter().map(|heading| heading.id.as_str()).collect();
    assert_eq!((headings.len(), ids.len()), (5002, 5002));
    assert_eq!(headings[5001].id, "a-7");
}

#[test]
fn a_body_that_starts_past_the_end_is_empty() {
    let body = body(&SourcePath::new("a.md"), "text", 9, false, ESCAPE, &mut Vec::new());
    let html = body.fragment.html.clone();
    assert!(html.is_empty() && html.html().is_empty());
    assert_eq!(body, Body { start: 9, fragment: Fragment { html, ..Fragment::default() }, ..Body::default() });
}

#[test]
fn an_unsafe_address_leaves_its_text_and_a_finding() {
    let mut diagnostics = Vec::new();
    let fragment = inline(&SourcePath::new("a.md"), "a [b](javascript:x) c", Span::new(0, 21), "a [b](javascript:x) c", &mut diagnostics);
    assert_eq!((&*fragment.html.html(), fragment.links.len()), ("a b c", 0));
    assert_eq!((diagnostics[0].code, diagnostics[0].place.span), (Code::UnsafeLink, Some(Span::new(6, 18))));
}

#[test]
fn hostile_text_takes_time_in_proportion() {
    let long = [
        ">".repeat(100_000),
        "[".repeat(100_000),
        "[[".repeat(50_000),
        "![".repeat(50_000) + &"](a)".repeat(50_000),
        "[a](b\\_".repeat(20_000),
        "[![a\\_](b\\_)](c\\_) ".repeat(5_000),
        "*a **b ".repeat(20_000),
        "<!--".repeat(50_000),
        (0..400).map(|depth| format!("{}- [ ] a\n", "  ".repeat(depth))).collect(),
        "[^1]: ".repeat(5_000) + "\n\n[^1]",
        (0..5_000).map(|n| format!("[^{n}]: a[^{}]\n\n", n + 1)).collect::<String>() + "[^0]",
        "## a\n".repeat(20_000),
        "|a".repeat(10_000) + "\n" + &"|-".repeat(10_000) + "\n",
        "- [ ] ".repeat(10_000),
        "a\n: b\n\n".repeat(10_000),
        "```x\n".repeat(20_000),
        "````\n```\n".repeat(20_000),
        "[[a|".repeat(25_000),
        "[[|x".repeat(25_000),
        "[[ab/".repeat(20_000),
        "[a](b.md ".repeat(20_000),
        "[a] (b.md ".repeat(20_000),
        "[a](b.md 'c ".repeat(20_000),
        "> [!a]\n\n".repeat(20_000),
        "> ".repeat(200) + &"[!a".repeat(20_000),
        "#a b\n\n".repeat(20_000),
        "|a|\n|-|\n".to_owned() + &"|[[b|c]]|d\n".repeat(10_000),
        "|a|\n|-|\n".to_owned() + &"|[[".repeat(30_000),
    ];
    for text in long {
        // A quadratic step over any of these would take minutes, and a recursive one the stack.
        let body = body_of(&text);
        assert!(body.fragment.html.len() < 200 * text.len(), "{:.20}", text);
        inline_of(&text[..text.len() / 4]);
    }
}

#[test]
fn no_heading_and_no_term_takes_an_anchor_of_the_frame() {
    let body = body_of("## `_main`\n\n`_keys`\n: What keys do.\n");
    let ids: Vec<&str> =
        body.headings.iter().map(|heading| heading.id.as_str()).chain(body.terms.iter().map(|term| term.id.as_str())).collect();
    assert_eq!(ids, ["main", "keys"]);
}

mod properties {
    use std::borrow::Cow;

    use proptest::prelude::*;

    use super::*;
    use crate::document::image::Size;

    /// Fills all holes alike.
    struct Same {
        text: &'static str,
        among: Among<'static>,
    }

    impl Filling for Same {
        fn address(&self, _: &Link) -> String {
            self.text.to_owned()
        }

        fn title(&self, _: &Link) -> Cow<'_, str> {
            self.text.into()
        }

        fn size(&self, _: &Link) -> Option<Size> {
            None
        }

        fn word(&self, _: &Word) -> String {
            self.text.to_owned()
        }

        fn among(&self) -> Among<'_> {
            self.among
        }
    }

    /// What means something in Markdown, HTML or addresses; any order of it is a text.
    #[rustfmt::skip]
    const PIECES: &[&str] = &[
        " ", "\n", "\n\n", "    ", "a", "é", "b c", "1. ", "- ", "* ", "**", "_", "~~", "`", "```", "#", "## ", "> ", "---", "\\",
        "!", "[", "]", "(", ")", "[[", "]]", "|", "|-|-|\n", ": ", "[ ] ", "[^a]", "[^a]: ", "[a]: ", "[!NOTE]\n", "> [!TIP]- ",
        "{#a\"b .c onload=x}", "<script>", "</p>", "<img src=x onerror=y>", "<!--", "-->", "<a\n", ">", "<", "&lt;", "&#1;", "&",
        "\"", "'", "javascript:", "https:", "//", "data:", "x@y.z", "\t", "\r\n", "\u{a0}", "\0",
    ];

    fn markdown() -> impl Strategy<Value = String> {
        prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        // A case that fails is shown in full: it belongs into a test of its own, not into a file of seeds.
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn nothing_an_author_writes_becomes_html_of_its_own(text in markdown()) {
            let alone = |fragment: Fragment| fragment.fill(&Same { text: "", among: Among::default() }).html(|_| Arc::default()).into_owned();
            let html = alone(body_of(&text).fragment) + &alone(untitled(&text).fragment) + &alone(inline_of(&text));
            for tag in html.split('<').skip(1).filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag) {
                let name = tag.trim_start_matches('/').split(' ').next().unwrap();
                let ours = ["a", "blockquote", "br", "code", "dd", "del", "details", "div", "dl", "dt", "em", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "img", "input", "li", "ol", "p",
                    "pre", "section", "span", "strong", "summary", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"];
                prop_assert!(ours.contains(&name), "<{}>", tag);
                let attributes = tag.split('"').step_by(2).flat_map(|part| part.split_whitespace().skip(usize::from(part.starts_with(name))));
                prop_assert!(attributes.clone().all(|attribute| !attribute.starts_with("on")), "<{}>", tag);
            }
            for attribute in ["href=\"", "src=\""] {
                prop_assert!(html.split(attribute).skip(1).all(|address| !address.starts_with("javascript:") && !address.starts_with("data:")));
            }
        }

        #[test]
        fn among_other_texts_every_anchor_has_the_prefix_and_every_heading_is_deeper(text in markdown()) {
            let body = body_of(&text);
            let fill = |among| body.fragment.fill(&Same { text: "x", among }).html(|_| Arc::default()).into_owned();
            let (alone, among) = (fill(Among::default()), fill(Among { prefix: "a/b:", deeper: 2 }));
            let starts = |html: &str, start: &str| html.matches(start).count();
            prop_assert_eq!(starts(&among, " id=\"a/b:"), starts(&alone, " id=\""));
            prop_assert_eq!(starts(&among, " href=\"#a/b:"), starts(&alone, " href=\"#"));
            for level in 2..=6 {
                let deeper = body.headings.iter().filter(|heading| (heading.level + 2).min(6) == level).count();
                let tag = format!("<h{level} ");
                prop_assert_eq!(starts(&among, &tag), deeper);
            }
        }

        #[test]
        fn every_tag_is_closed_in_order_and_every_hole_lies_between_characters(text in markdown()) {
            let fragment = body_of(&text).fragment;
            let mut open = Vec::new();
            let html = fragment.html.html();
            for (tag, _) in html.split('<').skip(1).filter_map(|rest| rest.split_once('>')) {
                let name = tag.split(' ').next().unwrap();
                match name.strip_prefix('/') {
                    Some(name) => prop_assert_eq!(open.pop(), Some(name)),
                    None if ["br", "hr", "img", "input"].contains(&name) => {}
                    None => {
                        prop_assert!(name != "a" || !open.contains(&"a"));
                        prop_assert!(open.last() != Some(&"p") || ["a", "code", "del", "em", "strong", "sup"].contains(&name), "{} in p", name);
                        open.push(name);
                    }
                }
            }
            prop_assert!(open.is_empty());
            prop_assert!(fragment.holes.is_sorted_by_key(|hole| hole.at));
            prop_assert!(fragment.holes.iter().all(|hole| html.is_char_boundary(hole.at)));
            prop_assert!(fragment.links.iter().all(|link| text.get(link.span.start..link.span.end).is_some()));
            let reference = fragment.links.iter().find(|link| matches!(link.target, Target::External(ref to) if to.contains('\n')));
            prop_assert!(reference.is_none());
        }
    }
}

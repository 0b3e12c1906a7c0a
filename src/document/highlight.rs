//! Code turned into HTML with one-letter classes. Not done here: the wrapper around it, caching (it is slow: about 0.5 MB/s), and colours.

mod classes;
mod lines;
mod reading;
mod spans;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::LazyLock;

use syntect::parsing::{SyntaxReference, SyntaxSet};

use super::fragment::escape;
use classes::Classes;
use lines::Lines;
use spans::Spans;

/// Part of what [`edition`] stands for: grows whenever the same code gives other HTML by what stands here.
pub const VERSION: u32 = 1;

/// Says, as a hash, what the HTML of a block depends on beside its language and code: this file's [`VERSION`], and the version of this program, of the
/// highlighter, of its grammars and of its regular expressions, all of which our manifest names exactly.
pub fn edition() -> [u8; 32] {
    *blake3::Hasher::new().update(&VERSION.to_le_bytes()).update(include_bytes!("../../Cargo.toml")).finalize().as_bytes()
}

/// Highlighting runs at about 0.5 MB/s: a block above this would hold up the build for seconds, and nobody reads it for its colours.
const LARGEST_BLOCK: usize = 1 << 20;

/// Some of the grammars' regular expressions are quadratic in the line; a line this long is generated text, such as minified JSON.
const LONGEST_LINE: usize = 20_000;

/// Languages that are known to have nothing to highlight, terminal output among them.
const PLAIN: &[&str] = &["text", "txt", "plain", "plaintext", "none", "console", "terminal", "shell-session", "output"];

/// Words that authors use and the grammars do not have, beside the grammar that is meant.
const ALIASES: &[(&str, &str)] = &[
    ("shell", "bash"),
    ("golang", "go"),
    ("terraform", "tf"),
    ("jsonc", "json"),
    ("json5", "json"),
    ("csharp", "cs"),
    ("docker", "dockerfile"),
    ("ps1", "powershell"),
    ("mysql", "sql"),
    ("postgresql", "sql"),
    ("viml", "vim"),
];

/// The words that are suggested for one that is not known: those that authors of playbooks are likely to have meant.
pub const SUGGESTED: &[&str] = &[
    "bash",
    "c",
    "cpp",
    "css",
    "csv",
    "diff",
    "dockerfile",
    "go",
    "graphql",
    "hcl",
    "html",
    "ini",
    "java",
    "javascript",
    "jinja2",
    "json",
    "kotlin",
    "lua",
    "makefile",
    "markdown",
    "nginx",
    "perl",
    "php",
    "plaintext",
    "powershell",
    "proto",
    "python",
    "r",
    "ruby",
    "rust",
    "scala",
    "shell",
    "sql",
    "swift",
    "terraform",
    "text",
    "toml",
    "typescript",
    "xml",
    "yaml",
];

// Statics are banned from the core because they hide state. This is a constant that merely cannot be computed at compile time:
// nothing changes it after its first use, and every process gets the same one.
static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(two_face::syntax::extra_newlines);

/// True when code in that language can be shown as meant, with colours or, for `text` and its like, without.
pub fn knows(language: &str) -> bool {
    // Most words are known without the grammars, which a build whose code is all in a cache then never loads.
    let is_suggested = || SUGGESTED.iter().any(|known| known.eq_ignore_ascii_case(language));
    !language.is_empty() && (is_suggested() || is_plain(language) || syntax(language).is_some())
}

/// True when code in that language never has colours: its HTML costs less to make than to remember.
pub fn is_plain(language: &str) -> bool {
    language.is_empty() || PLAIN.iter().any(|plain| plain.eq_ignore_ascii_case(language))
}

/// Turns code into HTML, and is the faster at it the more it has seen. It makes the same of the same code, whatever it has seen.
#[derive(Debug, Default)]
pub struct Highlighter {
    lines: Lines,
    classes: Classes,
}

impl Highlighter {
    /// The HTML of a block of code, as it stands inside `<code>`: the same text, escaped, with `<span class="k">` around what has a class.
    /// Plain escaped text for a language that is not known.
    pub fn highlight(&mut self, language: &str, code: &str) -> String {
        let fits = code.len() <= LARGEST_BLOCK && code.split('\n').all(|line| line.len() <= LONGEST_LINE);
        // The grammars come from a hundred hands: a fault in one of them may cost the colours of a block, never the build.
        let colour = |syntax| catch_unwind(AssertUnwindSafe(|| self.colour(syntax, code))).ok().flatten();
        syntax(language).filter(|_| fits).and_then(colour).unwrap_or_else(|| {
            let mut out = String::with_capacity(code.len() + code.len() / 8);
            escape(code, &mut out);
            out
        })
    }

    /// `None` when the grammar fails.
    fn colour(&mut self, syntax: &SyntaxReference, code: &str) -> Option<String> {
        let mut out = Spans::new(code);
        let mut at = self.lines.begin(syntax);
        for line in code.split_inclusive('\n') {
            let (spans, next) = self.lines.next(at, line, &SYNTAXES, &mut self.classes)?;
            let mut from = 0;
            for span in &*spans {
                let end = usize::from(span.end);
                out.push(span.class, line.get(from..end)?);
                from = end;
            }
            at = next;
        }
        Some(out.finish())
    }
}

/// The HTML of one block ([`Highlighter::highlight`]).
pub fn highlight(language: &str, code: &str) -> String {
    Highlighter::default().highlight(language, code)
}

fn syntax(language: &str) -> Option<&'static SyntaxReference> {
    if is_plain(language) {
        return None;
    }
    let token = ALIASES.iter().find(|(alias, _)| alias.eq_ignore_ascii_case(language)).map_or(language, |(_, token)| token);
    SYNTAXES.find_syntax_by_token(token)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The HTML with `⟨c:…⟩` for a span of class `c`.
    fn spans(language: &str, code: &str) -> String {
        highlight(language, code).replace("<span class=\"", "⟨").replace("\">", ":").replace("</span>", "⟩").replace("&quot;", "\"")
    }

    #[test]
    fn every_part_of_the_common_languages_has_the_class_of_its_role() {
        let cases = [
            (
                "yaml",
                "# why\ntitle: To scale\n- due: 2026-01-05 # c",
                "⟨c:# why⟩\n⟨a:title⟩⟨p::⟩ ⟨s:To scale⟩\n⟨p:-⟩ ⟨a:due⟩⟨p::⟩ ⟨n:2026-01-05⟩ ⟨c:# c⟩",
            ),
            ("toml", "[book]\nid = \"x\"\nn = 1_000", "⟨p:[⟩⟨h:book⟩⟨p:]⟩\n⟨a:id⟩ ⟨p:=⟩ ⟨s:\"x\"⟩\n⟨a:n⟩ ⟨p:=⟩ ⟨n:1_000⟩"),
            ("json", "{\"a\": [true, \"b\"]}", "⟨p:{⟩⟨a:\"a\"⟩⟨p:: [⟩⟨n:true⟩⟨p:,⟩ ⟨s:\"b\"⟩⟨p:]}⟩"),
            ("sql", "SELECT COUNT(*) FROM t WHERE a > 1", "⟨k:SELECT⟩ ⟨f:COUNT⟩(⟨o:*⟩) ⟨k:FROM⟩ t ⟨k:WHERE⟩ a ⟨o:&gt;⟩ ⟨n:1⟩"),
            ("bash", "echo \"hi $NAME\" | tee -a log", "⟨f:echo⟩ ⟨s:\"hi⟩ ⟨v:$NAME⟩⟨s:\"⟩ ⟨o:|⟩ ⟨f:tee⟩ ⟨a:-a⟩ log"),
            ("rust", "#[test]\nfn f(x: &str) {}", "⟨m:#[test]⟩\n⟨k:fn⟩ ⟨f:f⟩⟨p:(⟩⟨v:x⟩⟨p::⟩ ⟨o:&amp;⟩⟨k:str⟩⟨p:) {}⟩"),
            (
                "python",
                "def f(x: int): return f'{x}' # c",
                "⟨k:def⟩ ⟨f:f⟩⟨p:(⟩⟨v:x⟩⟨p::⟩ ⟨t:int⟩⟨p:):⟩ ⟨k:return⟩ ⟨s:f&#39;⟩⟨p:{⟩x⟨p:}⟩⟨s:&#39;⟩ ⟨c:# c⟩",
            ),
            ("dockerfile", "FROM rust:1.95 AS build\nCMD [\"x\"]", "⟨k:FROM⟩ rust:⟨n:1.95⟩ ⟨k:AS⟩ ⟨v:build⟩\n⟨k:CMD⟩ [⟨s:\"x\"⟩]"),
            ("hcl", "resource \"a\" {\n  n = var.x\n}", "⟨k:resource⟩ ⟨s:\"a\"⟩ ⟨p:{⟩\n  ⟨a:n⟩ ⟨o:=⟩ ⟨v:var⟩⟨o:.⟩⟨v:x⟩\n⟨p:}⟩"),
            ("diff", "--- a\n+++ b\n@@ -1 +1 @@\n-old\n+new\n same", "⟨h:--- a\n+++ b⟩\n⟨m:@@ -1 +1 @@⟩\n⟨d:-old⟩\n⟨i:+new⟩\n same"),
            ("html", "<a href=\"x\">&amp;</a>", "⟨p:&lt;⟩⟨g:a⟩ ⟨a:href⟩⟨p:=⟩⟨s:\"x\"⟩⟨p:&gt;⟩⟨n:&amp;amp;⟩⟨p:&lt;/⟩⟨g:a⟩⟨p:&gt;⟩"),
        ];
        for (language, code, expected) in cases {
            assert_eq!(spans(language, code), expected, "{language}");
        }
    }

    #[test]
    fn the_text_is_the_same_with_and_without_colours() {
        let code = "\n\t a: \"<script>\" # & \u{1f980}\r\n\n  b: [1,\n   2]\n\n";
        for language in SUGGESTED.iter().chain(PLAIN).chain(&["", "unheard-of"]) {
            let html = highlight(language, code);
            let text = html
                .split('<')
                .enumerate()
                .map(|(n, part)| if n == 0 { part } else { part.split_once('>').unwrap().1 })
                .collect::<String>();
            let mut plain = String::new();
            escape(code, &mut plain);
            assert_eq!(text, plain, "{language}");
        }
    }

    #[test]
    fn what_is_suggested_is_known() {
        for language in SUGGESTED.iter().chain(PLAIN).chain(ALIASES.iter().map(|(alias, _)| alias)) {
            assert!(knows(language), "{language}");
            assert!(is_plain(language) || syntax(language).is_some(), "{language}");
        }
        assert!(knows("YAML") && knows("yml") && knows("Text") && knows("Shell"));
        assert!(!knows("") && !knows("ymal") && !knows("mermaid"));
    }

    #[test]
    fn other_html_of_the_same_code_comes_with_another_version() {
        let codes = [
            "# why\nkey: [1, \"a b\", true] # c\n- other: &x 2026-01-05\n",
            "fn f(x: u32) -> String { let s = 'a'; return \"{x}\" + 0x1f; } // c\n",
            "SELECT COUNT(*) FROM t WHERE a > 1 AND b LIKE 'x%'; -- c\n",
            "if [ -n \"$NAME\" ]; then echo \"hi ${NAME:-you}\" | tee -a log; fi\n<a href=\"x\">&amp;</a>\n",
            "--- a\n+++ b\n@@ -1 +1 @@\n-old\n+new\n# Heading\n[section]\n@decorator\ndef f(x: int): return f'{x}'\n",
        ];
        let mut hash = blake3::Hasher::new();
        let mut highlighter = Highlighter::default();
        for language in SUGGESTED {
            for code in codes {
                let html = highlighter.highlight(language, code);
                assert_eq!(html, highlight(language, code), "{language}: what was seen before makes no difference");
                hash.update(html.as_bytes());
            }
        }
        let known = (1, "494fb9e7de4b26e4");
        let is = (VERSION, &hash.finalize().to_hex()[..16]);
        assert_eq!(is, known, "the HTML is another: add 1 to VERSION, or what is in caches would be taken for it, and write both here");
    }

    #[test]
    fn the_manifest_names_exactly_what_highlighting_comes_from() {
        let of = |text: &str| toml::from_str::<toml::Table>(text).unwrap();
        let (manifest, lock) = (of(include_str!("../../Cargo.toml")), of(include_str!("../../Cargo.lock")));
        for name in ["onig", "onig_sys", "pulldown-cmark-escape", "syntect", "two-face"] {
            let required = manifest["dependencies"][name]["version"].as_str().unwrap();
            let mut packages = lock["package"].as_array().unwrap().iter().filter(|package| package["name"].as_str() == Some(name));
            let locked = packages.next().unwrap()["version"].as_str().unwrap();
            assert!(packages.next().is_none(), "{name} is there twice");
            assert_eq!(required, format!("={}", locked.split('+').next().unwrap()), "{name}");
        }
    }

    #[test]
    fn what_is_too_large_to_highlight_is_shown_plainly() {
        let long_line = format!("a: \"{}\"", "x".repeat(LONGEST_LINE));
        let long_block = "a: 1\n".repeat(LARGEST_BLOCK / 4);
        for code in [long_line, long_block] {
            assert!(!highlight("yaml", &code).contains("<span"));
        }
    }
}

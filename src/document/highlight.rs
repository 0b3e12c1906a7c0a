//! Code turned into HTML with one-letter classes. Not done here: the wrapper around it, caching (it is slow: about 0.5 MB/s), and colours.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::LazyLock;

use syntect::parsing::{BasicScopeStackOp, ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};

use super::fragment::escape;

/// Part of the key under which highlighted code is kept: grows whenever the same code gives other HTML.
pub const VERSION: u32 = 1;

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

/// Which class a scope has: that of the longest name it begins with; a scope without any keeps the class of its surroundings.
/// c comment, k keyword, s string, n number or constant, f function, t type, v variable, o operator, p punctuation, a attribute or key,
/// g tag, m meta or annotation, h heading, i inserted, d deleted, x invalid; a space for none.
const CLASSES: &[(char, &[&str])] = &[
    (' ', &["source", "meta.interpolation", "meta.template.expression", "meta.group.expansion.command"]),
    ('c', &["comment", "markup.quote"]),
    ('k', &["keyword", "storage", "variable.language", "keyword.operator.word", "keyword.operator.new", "keyword.operator.expression"]),
    // Operators that are words: AND, LIKE, `is not`, CMD.
    (
        'k',
        &[
            "keyword.operator.logical.sql",
            "keyword.operator.logical.python",
            "keyword.operator.assignment.alias",
            "keyword.operator.dockerfile",
        ],
    ),
    ('s', &["string", "source.regexp", "storage.type.string", "markup.raw", "markup.underline.link"]),
    ('n', &["constant", "support.constant", "keyword.other.unit", "entity.name.constant", "entity.name.enum.tag-digest"]),
    ('f', &["entity.name.function", "support.function", "support.macro", "variable.function"]),
    ('t', &["entity.name", "entity.other.inherited-class", "support.type", "support.class", "storage.type.sql", "storage.type.go"]),
    ('t', &["storage.type.primitive", "storage.type.c", "storage.type.c++"]),
    ('k', &["storage.type.go.keyword", "storage.type.keyword"]),
    ('v', &["variable", "support.variable", "support.type.custom-property", "support.constant.terraform", "entity.name.variable"]),
    ('v', &["punctuation.definition.variable", "punctuation.section.expansion", "variable.language.shell", "keyword.control.flow.alias"]),
    ('v', &["storage.modifier.lifetime", "constant.other.database-name", "constant.other.table-name"]),
    ('o', &["keyword.operator", "keyword.control.flow.block-scalar", "variable.language.star"]),
    ('p', &["punctuation", "keyword.other.interpolation", "support.function.double-brace", "entity.other.document"]),
    ('a', &["entity.other.attribute-name", "entity.other.pseudo-class", "support.type.property-name", "variable.parameter.option"]),
    ('a', &["entity.name.tag.yaml", "entity.name.tag.toml", "keyword.name.ini", "variable.other.readwrite.terraform"]),
    ('a', &["meta.mapping.key.json", "meta.mapping.key.terraform"]),
    ('g', &["entity.name.tag"]),
    ('m', &["meta.annotation", "meta.preprocessor", "variable.annotation", "meta.diff.range", "entity.name.section.diff"]),
    ('h', &["markup.heading", "entity.name.section", "entity.section", "entity.name.table", "meta.diff.header"]),
    ('i', &["markup.inserted"]),
    ('d', &["markup.deleted"]),
    ('x', &["invalid"]),
];

// Statics are banned from the core because they hide state. These two are constants that merely cannot be computed at compile time:
// nothing changes them after their first use, and every process gets the same ones.
static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(two_face::syntax::extra_newlines);
static SCOPES: LazyLock<Vec<(Scope, char)>> = LazyLock::new(|| {
    let mut scopes: Vec<(Scope, char)> =
        CLASSES.iter().flat_map(|(class, names)| names.iter().filter_map(|name| Some((Scope::new(name).ok()?, *class)))).collect();
    scopes.sort_by_key(|(scope, _)| std::cmp::Reverse(scope.len()));
    scopes
});

/// True when code in that language can be shown as meant, with colours or, for `text` and its like, without.
pub fn knows(language: &str) -> bool {
    PLAIN.iter().any(|plain| plain.eq_ignore_ascii_case(language)) || syntax(language).is_some()
}

/// The HTML of a block of code, as it stands inside `<code>`: the same text, escaped, with `<span class="k">` around what has a class.
/// Plain escaped text for a language that is not known.
pub fn highlight(language: &str, code: &str) -> String {
    let fits = code.len() <= LARGEST_BLOCK && code.split('\n').all(|line| line.len() <= LONGEST_LINE);
    // The grammars come from a hundred hands: a fault in one of them may cost the colours of a block, never the build.
    let coloured =
        syntax(language).filter(|_| fits).and_then(|syntax| catch_unwind(AssertUnwindSafe(|| colour(syntax, code))).ok().flatten());
    coloured.unwrap_or_else(|| {
        let mut out = String::with_capacity(code.len() + code.len() / 8);
        escape(code, &mut out);
        out
    })
}

fn syntax(language: &str) -> Option<&'static SyntaxReference> {
    if language.is_empty() || PLAIN.iter().any(|plain| plain.eq_ignore_ascii_case(language)) {
        return None;
    }
    let token = ALIASES.iter().find(|(alias, _)| alias.eq_ignore_ascii_case(language)).map_or(language, |(_, token)| token);
    SYNTAXES.find_syntax_by_token(token)
}

/// `None` when the grammar fails.
fn colour(syntax: &SyntaxReference, code: &str) -> Option<String> {
    let (mut state, mut scopes) = (ParseState::new(syntax), ScopeStack::new());
    // The class that holds at each depth of the scope stack, so that leaving a scope gives its surroundings their class back.
    let mut classes = vec![' '];
    let mut spans = Spans::new(code);
    for line in code.split_inclusive('\n') {
        let mut from = 0;
        for (at, op) in state.parse_line(line, &SYNTAXES).ok()? {
            spans.push(*classes.last()?, line.get(from..at)?);
            from = at;
            let follow = |op: BasicScopeStackOp, _: &[Scope]| match op {
                BasicScopeStackOp::Push(scope) => classes.push(class(scope, classes.last().copied().unwrap_or(' '))),
                BasicScopeStackOp::Pop => drop(classes.pop()),
            };
            scopes.apply_with_hook(&op, follow).ok()?;
        }
        spans.push(*classes.last()?, line.get(from..)?);
    }
    Some(spans.finish())
}

fn class(scope: Scope, around: char) -> char {
    match (SCOPES.iter().find(|(prefix, _)| prefix.is_prefix_of(scope)).map_or(around, |(_, class)| *class), around) {
        // Quotes belong to their string, `#` to its comment or heading, `.` to its number.
        ('p', around) if around != ' ' => around,
        // A key stays one in quotes.
        ('s', 'a') => 'a',
        (class, _) => class,
    }
}

/// Writes text under classes, as few spans as will do: neighbours of one class share a span, also across white space.
struct Spans {
    out: String,
    open: char,
    /// White space not written yet: it goes into the open span only if that goes on after it.
    gap: String,
}

impl Spans {
    fn new(code: &str) -> Self {
        Self { out: String::with_capacity(code.len() * 3), open: ' ', gap: String::new() }
    }

    fn push(&mut self, class: char, text: &str) {
        let word = text.trim();
        if word.is_empty() {
            return self.gap.push_str(text);
        }
        let (before, after) = (text.len() - text.trim_start().len(), text.trim_end().len());
        self.gap.push_str(&text[..before]);
        if class != self.open {
            self.close();
            if class != ' ' {
                self.out.extend(["<span class=\"", class.encode_utf8(&mut [0; 4]), "\">"]);
            }
            self.open = class;
        }
        self.out.push_str(&self.gap);
        self.gap.clear();
        escape(word, &mut self.out);
        self.gap.push_str(&text[after..]);
    }

    /// Ends the open span, and then writes the white space after it.
    fn close(&mut self) {
        if self.open != ' ' {
            self.out.push_str("</span>");
            self.open = ' ';
        }
        self.out.push_str(&self.gap);
        self.gap.clear();
    }

    fn finish(mut self) -> String {
        self.close();
        self.out
    }
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
    fn what_is_suggested_is_known_and_every_scope_is_well_formed() {
        for language in SUGGESTED.iter().chain(PLAIN).chain(ALIASES.iter().map(|(alias, _)| alias)) {
            assert!(knows(language), "{language}");
        }
        assert!(knows("YAML") && knows("yml") && knows("Text") && knows("Shell"));
        assert!(!knows("") && !knows("ymal") && !knows("mermaid"));
        assert_eq!(SCOPES.len(), CLASSES.iter().map(|(_, names)| names.len()).sum::<usize>());
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

//! The traps of YAML and TOML: each mistake with what is underlined and a part of the help. Not done here: faults that no language brings about.

use super::*;

/// Path inside the content folder, the file, the finding's code, what it underlines, words of its help.
type Trap = (&'static str, &'static str, &'static str, &'static str, &'static str);

const YAML: &[Trap] = &[
    ("stages/a.md", "checklist:\n  - text: Ask\n    owner: @anna", "front-matter-syntax", "@", "begins with this sign needs quotes"),
    ("guide/a.md", "title: *important*", "front-matter-syntax", "*", "begins with this sign needs quotes"),
    ("guide/a.md", "title: {{ name }}", "front-matter-syntax", "{ name }", "begins with this sign needs quotes"),
    ("guide/a.md", "title: Pilot: the plan", "front-matter-syntax", ":", "with `: ` in it needs quotes"),
    ("guide/a.md", "title: \"A\norder: 1", "front-matter-syntax", "\"", "is the closing quote missing?"),
    ("guide/a.md", "aliases: [a, b\norder: 1", "front-matter-syntax", ":", "is a `]` or `}` missing"),
    ("guide/a.md", "title: A\n order: 1", "front-matter-syntax", ":", "indented too far?"),
    ("guide/a.md", "title: A\n\torder: 1", "front-matter-syntax", "\t", "replace it with spaces"),
    ("stages/a.md", "checklist:\n  - [ ] A task", "front-matter-syntax", "A", "without a box"),
    ("stages/a.md", "checklist:\n  - [[pilot]] is done", "front-matter-syntax", "i", "begins with this sign needs quotes"),
    ("guide/a.md", "title = \"A\"", "front-matter-syntax", "title = \"A\"", "is TOML: write `key: value`"),
    ("guide/a.md", "title:A\norder:1", "front-matter-syntax", "title:A", "a space is missing after the colon"),
    ("guide/a.md", "Just words.", "front-matter-syntax", "Just words.", "for a line across the page"),
    ("guide/a.md", "- a\n- b", "front-matter-syntax", "- a", "write `key: value` lines"),
    ("guide/a.md", "title: #1 of many", "bad-value", "#1 of many", "in quotes, or a space after `#`"),
    ("guide/a.md", "title: Fix #12 first", "bad-value", "#12 first", "in quotes, or a space after `#`"),
    ("guide/a.md", "title: !include a.yml", "bad-value", "!include", "begins with `!` needs quotes"),
    ("guide/a.md", "aliases: !!seq [a]", "bad-value", "!!seq", "write the value itself"),
    ("guide/a.md", "x-a: &a { b: 1 }\n<<: *a", "unknown-key", "<<", "merge keys belong to YAML 1.1"),
    ("guide/a.md", "title: A\n\u{a0}order: 1", "unknown-key", "\u{a0}order", "invisible character in it, U+00A0"),
    ("guide/a.md", "title: 1.10", "bad-value", "1.10", "without them `1.10` is the number 1.1"),
    ("guide/a.md", "title: 2026", "bad-value", "2026", "put it in quotes to make it text"),
    ("guide/a.md", "title: &Learn x", "bad-value", "&Learn", "begins with `&` needs quotes"),
    ("guide/a.md", "title: A\ndescription: &Business", "bad-value", "&Business", "begins with `&` needs quotes"),
    ("guide/a.md", "title: > Learn", "front-matter-syntax", ">", "begins with this sign needs quotes"),
    ("guide/a.md", "title: - Learn", "front-matter-syntax", "-", "begins with this sign needs quotes"),
    ("guide/a.md", "title: [x] Learn", "front-matter-syntax", "L", "begins with this sign needs quotes"),
    ("guide/a.md", "title: 'don't do it'", "front-matter-syntax", "t", "a `'` is written `''`"),
    ("guide/a.md", "aliases: [a b", "front-matter-syntax", "b", "is the closing `]` or `}` missing?"),
    ("guide/a.md", "title: A\ndescription Learn how\norder: 1", "front-matter-syntax", "description", "write `description:`"),
    ("guide/a.md", "title: A\nx-stages\n  pilot: x", "front-matter-syntax", "x-stages", "write `x-stages:`"),
    ("guide/a.md", "aliases:\n  - claims\n  -images\norder: 1", "front-matter-syntax", "-", "write `- images`"),
    ("guide/a.md", "title \"A\"\norder: 1", "front-matter-syntax", "title \"A\"", "a colon is missing after the first word"),
    ("guide/a.md", "title: true", "bad-value", "true", "put it in quotes to make it text"),
    ("guide/a.md", "aliases: [1.10]", "bad-value", "1.10", "write it as `1-10`"),
    ("guide/a.md", "draft: yes", "bad-value", "yes", "write `true`"),
    ("guide/a.md", "draft: Off", "bad-value", "Off", "write `false`"),
    ("guide/a.md", "draft: \"true\"", "bad-value", "\"true\"", "write `true`, without quotes"),
    ("guide/a.md", "order: 99999999999999999999", "bad-value", "99999999999999999999", "too large"),
    ("guide/a.md", "order: 2.0", "bad-value", "2.0", "write it as `2`"),
    ("guide/a.md", "order: \"2\"", "bad-value", "\"2\"", "write `2`, without quotes"),
    ("guide/a.md", "title: A\norder: 1\ntitle: B", "duplicate-key", "title", "keep one of them"),
    ("projects/a.md", "start: 2026-5-1", "bad-date", "2026-5-1", "write it as `2026-05-01`"),
    ("projects/a.md", "start: 20260501", "bad-date", "20260501", "write it as `2026-05-01`"),
    ("projects/a.md", "start: 01.05.2026", "bad-date", "01.05.2026", "write it as `2026-05-01`"),
    ("projects/a.md", "start: 2026-05-01 10:00", "bad-date", "2026-05-01 10:00", "write it as `2026-05-01`"),
    ("projects/a.md", "start: 05/01/2026", "bad-date", "05/01/2026", "dates are written `YYYY-MM-DD`"),
    ("projects/a.md", "stages: { a: { items: { b: yes } } }", "bad-value", "yes", "the word for it is `done`"),
    ("projects/a.md", "stages:\n  a:\n    items:\n      - b: done", "bad-value", "-", "a line `id: value` for each"),
    ("stages/a.md", "window: Week 1\nwaves: [{ percent: 100% }]", "bad-value", "100%", "write it as `100`"),
    ("stages/a.md", "waves: [{ percent: 100, bake: 5 }]", "bad-value", "5", "write it as `5d`"),
    ("stages/a.md", "window: 2", "bad-window", "2", "`Week 2`, `Month 2`"),
    ("stages/a.md", "checklist:\n  - text: X\n    goal: G", "unknown-key", "goal", "a key of a stage: is it indented too far?"),
    ("projects/a.md", "population: 1,200", "bad-value", "1,200", "write it as `1200`"),
    ("projects/a.md", "population: 12,500", "bad-value", "12,500", "write it as `12500`"),
    ("projects/a.md", "population: 1.200", "bad-value", "1.200", "write it as `1200`"),
    ("projects/a.md", "population: 1_200", "bad-value", "1_200", "write it as `1200`"),
    ("projects/a.md", "population: 1 200 000", "bad-value", "1 200 000", "write it as `1200000`"),
    ("stages/a.md", "waves: [{ percent: \"1,200\" }]", "bad-value", "\"1,200\"", "`1200` for thousands, or as `1.2` if the comma"),
    (
        "projects/a.md",
        "stages: { a: { waves: { w: { measurements: [{ guardrail: g, date: 2026-05-01, value: 2,8 }] } } } }",
        "unknown-key",
        "8",
        "a decimal point is written `.`: `2.8`",
    ),
    (
        "projects/a.md",
        "stages: { a: { items: { reason: none } } }",
        "bad-value",
        "none",
        "`reason` is a key of an item's state: it stands one",
    ),
    ("projects/a.md", "stages: { a: { items: { evidence: [b, c] } } }", "bad-value", "[", "`evidence` is a key of an item's state"),
    (
        "projects/a.md",
        "stages: { a: { waves: { started: 2026-05-01 } } }",
        "bad-value",
        "2026-05-01",
        "`started` is a key of a wave's state",
    ),
    ("projects/a.md", "stages: { a: { items: { b: 1 } } }", "bad-value", "1", "write a state (todo, doing, done"),
    ("projects/a.md", "stages: { a: { items: { b: 20260501 } } }", "bad-value", "20260501", "write it as `2026-05-01`"),
    ("projects/a.md", "stages: { a: { items: { b: { state: na, reason: \"\" } } } }", "bad-value", "\"\"", "or leave it out"),
    ("projects/a.md", "tags:\n  -claims", "bad-value", "-claims", "a space is missing after `-`"),
    (
        "causes/a.md",
        "transition: a -> b\npractices: [\"practice:budget-x\"]",
        "bad-value",
        "\"practice:budget-x\"",
        "without the kind: `budget-x`",
    ),
    ("causes/a.md", "transition: a -> b\nguards: [\"[[a/x]]\"]", "bad-value", "\"[[a/x]]\"", "write it as `a/x`"),
    ("causes/a.md", "transition: pilot => production", "bad-value", "pilot => production", "write it as `pilot -> production`"),
    ("practices/a.md", "stages: All", "bad-value", "All", "write `all`"),
    ("practices/a.md", "stages: discovery, poc", "bad-value", "discovery, poc", "write it as a list: `[discovery, poc]`"),
    ("stages/a.md", "checklist: [{ text: X, weight: 4294967295 }]", "bad-value", "4294967295", "it may be 1000000000 at most"),
    ("stages/a.md", "checklist:\n  - Note: a thing", "bad-value", "Note", "needs quotes: `\"Note: a thing\"`"),
    ("stages/a.md", "checklist:\n  - Go/no-go: decision", "bad-value", "Go/no-go", "needs quotes: `\"Go/no-go: decision\"`"),
    ("stages/a.md", "not_doing:\n  - Note: a thing", "bad-value", "N", "needs quotes: `\"Note: a thing\"`"),
    ("stages/a.md", "window: Q2", "bad-window", "Q", "did you mean `Quarter 2`?"),
    (
        "stages/a.md",
        "waves: [{ percent: 100, guardrails: [{ id: g, metric: M, op: \"≤\", target: 1 }] }]",
        "bad-value",
        "\"≤\"",
        "did you mean `<=`?",
    ),
    (
        "stages/a.md",
        "waves: [{ percent: 100, guardrails: [{ id: g, metric: M, op: \"=‹\", target: 1 }] }]",
        "bad-value",
        "\"=‹\"",
        "did you mean `<=`?",
    ),
    ("decisions/a.md", "subject: gate:a\ndate: 2026-05-01\noutcome: no-go", "bad-value", "no-go", "write `hold` to wait, or `kill`"),
    ("guide/a.md", "Title: A", "unknown-key", "Title", "did you mean `title`?"),
];

const TOML: &[Trap] = &[
    (
        "stages/a.md",
        "[[checklist]]\ntext = \"X\"\n\ngoal = \"G\"",
        "unknown-key",
        "goal",
        "below `[[checklist]]` it belongs to an item: move it up",
    ),
    ("stages/a.md", "[gate]\nquestion = \"Q\"\ncohort = \"C\"", "unknown-key", "cohort", "below `[gate]` it belongs to a gate: move it up"),
    ("guide/a.md", "title = \"A\"\norder = 1\ntitle = \"B\"", "duplicate-key", "title", "keep one of them"),
    ("guide/a.md", "title = “A”", "front-matter-syntax", "“A”", "quotes for print"),
    ("guide/a.md", "title = Pilot plan", "front-matter-syntax", "Pilot plan", "in quotes: `\"Pilot plan\"`"),
    ("guide/a.md", "draft = yes", "front-matter-syntax", "yes", "write `true`"),
    ("guide/a.md", "title: A", "front-matter-syntax", "title: A", "keys in YAML stand between two lines `---`"),
    ("stages/a.md", "title: A\nchecklist:\n  - X", "front-matter-syntax", "title: A", "keys in YAML stand between two lines `---`"),
    ("guide/a.md", "title = \"A\"\nx-a = 1\norder: 1", "front-matter-syntax", ":", "is YAML: write `order = value`"),
    ("guide/a.md", "title = 1.10", "bad-value", "1.10", "without them `1.10` is the number 1.1"),
    ("guide/a.md", "order = 99999999999999999999", "bad-value", "99999999999999999999", "too large"),
    ("projects/a.md", "[stages.a.items]\nowner = \"x\"", "bad-value", "\"x\"", "`owner` is a key of an item's state: it stands one level"),
    ("projects/a.md", "start = 2026-5-1", "bad-date", "2026-5-1", "write it as `2026-05-01`"),
    ("projects/a.md", "start = \"1.5.2026\"", "bad-date", "\"1.5.2026\"", "write it as `2026-05-01`"),
];

/// Whole files: what goes wrong before a language is known.
const FILES: &[Trap] = &[
    ("guide/a.md", "---\ntitle: A\n\nText\n", "front-matter-syntax", "---", "between the front matter and the text"),
    ("guide/a.md", "\n---\ntitle: A\n---\n", "front-matter-syntax", "---", "remove what stands before this `---`"),
    ("guide/a.md", "  ---\n  title: A\n  ---\n", "front-matter-syntax", "---", "remove what stands before this `---`"),
    ("guide/a.md", "----\ntitle: A\n----\n", "front-matter-syntax", "----", "write `---` here, and at its end"),
    ("guide/a.md", "++\ntitle = \"A\"\n++\n", "front-matter-syntax", "++", "write `+++` here, and at its end"),
    ("guide/a.md", "title: A\norder: 1\n---\n\nText\n", "front-matter-syntax", "title: A", "write a line `---` before the keys"),
    ("stages/a.md", "checklist:\n- A\n- B\n", "front-matter-syntax", "checklist:", "write a line `---` before the keys"),
    ("guide/a.md", "———\ntitle: A\n———\n", "front-matter-syntax", "———", "write `---` here, and at its end"),
    ("guide/a.md", "***\ntitle: A\n***\n", "front-matter-syntax", "***", "write `---` here, and at its end"),
    ("guide/a.md", "--- # remark\ntitle: A\n---\n", "front-matter-syntax", "--- # remark", "write `---` here, and at its end"),
    ("guide/a.md", "---yaml\ntitle: A\n---\n", "front-matter-syntax", "---yaml", "write `---` here, and at its end"),
    ("stages/a.md", "```yaml\nchecklist:\n  - X\n```\n", "front-matter-syntax", "```yaml", "write `---` here, and at its end"),
    ("guide/a.md", "# Heading\n\n---\ntitle: A\n---\n", "front-matter-syntax", "---", "remove what stands before"),
    ("guide/a.md", "<!-- c -->\n---\ntitle: A\n---\n", "front-matter-syntax", "---", "remove what stands before"),
    (
        "projects/a.md",
        "---\ntitle: A\n---\nstages:\n  y:\n    items: {}\n---\n\nText\n",
        "front-matter-syntax",
        "---",
        "take this line out",
    ),
    ("guide/a.md", "---\rtitle: A\r---\rText\r", "front-matter-syntax", "---", "carriage return alone"),
    ("guide/a.md", "{\n  \"title\": \"A\"\n}\n", "front-matter-syntax", "{", "write `key: value` lines"),
    (
        "guide/a.md",
        "---\n<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> b\n---\n",
        "merge-conflict",
        "<<<<<<< HEAD",
        "keep what is right",
    ),
];

fn check((path, text, code, underlined, help): &Trap, file: &str, wrong: &mut Vec<String>) {
    let path = SourcePath::new(format!("content/{path}"));
    let document = parse("content", &path, file, markdown::Options::default());
    let found = found(&document, file);
    let said = document.diagnostics.first().and_then(|diagnostic| diagnostic.help.as_deref()).unwrap_or_default();
    if found != [(*code, *underlined)] || !said.contains(help) {
        wrong.push(format!("{text:?}: {found:?}, help: {said:?}"));
    }
}

#[test]
fn every_trap_of_yaml_is_one_finding_where_it_stands_with_help_for_just_that() {
    let mut wrong = Vec::new();
    for trap in YAML {
        for line_end in ["\n", "\r\n"] {
            check(trap, &format!("---\n{}\n---\n", trap.1).replace('\n', line_end), &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_trap_of_toml_is_one_finding_where_it_stands_with_help_for_just_that() {
    let mut wrong = Vec::new();
    for trap in TOML {
        check(trap, &format!("+++\n{}\n+++\n", trap.1), &mut wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_trap_around_front_matter_is_one_finding_where_it_stands_with_help_for_just_that() {
    let mut wrong = Vec::new();
    for trap in FILES {
        check(trap, trap.1, &mut wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_only_looks_like_a_trap_is_none() {
    let fine = [
        "---\ntitle: Fine # a remark\norder: 3 # another\nx-y: a#b\nx-z: 'a #1'\n---\n",
        "---\ntitle: C#\ndescription: |\n  A text with #1 in it\n---\n",
        "---\ntitle: \"A\" # \nx-list:\n  # a remark\n  - a\n---\n",
        "\n---\n\nText between two lines: across the page.\n\n---\n",
        "Text\n\n---\n\norder: this is text\n",
        "---\ntitle: A\n---\norder: text that begins with a key\nand goes on\n",
        "```yaml\ntitle: an example\norder: 1\n```\n",
        "Title: A\nOrder: B\n",
        "---\nx-a: &a 1\nx-b: *a\n---\n",
        "title:\n\nText\n",
        "- - -\ntitle: A\n",
        "{ braces }\n",
        "{\n  \"other\": 1\n}\n",
        "```text\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c\n```\n",
    ];
    for text in fine {
        assert_eq!(found(&read(text), text), [], "{text:?}");
    }
}

//! Texts that are made to take long, by name and size. Not done here: reading them.
#![allow(clippy::needless_pass_by_value, reason = "each text is made once and wrapped")]

/// So many repetitions of something, and the text with them.
pub(crate) type Case = (&'static str, usize, fn(usize) -> String);

/// Bodies in Markdown.
#[rustfmt::skip]
pub(crate) const BODIES: &[Case] = &[
    ("quotes", 100_000, |n| ">".repeat(n)),
    ("quotes and lists", 100_000, |n| "> - ".repeat(n)),
    ("brackets", 100_000, |n| "[".repeat(n)),
    ("brackets closed", 100_000, |n| "[".repeat(n) + &"](b)".repeat(n)),
    ("images", 100_000, |n| "![".repeat(n)),
    ("images closed", 50_000, |n| "![".repeat(n) + &"](a)".repeat(n)),
    ("references", 100_000, |n| "[[".repeat(n)),
    ("references with text", 50_000, |n| "[[a|".repeat(n)),
    ("stars", 100_000, |n| "*a ".repeat(n)),
    ("stars of two kinds", 50_000, |n| "*a **b ".repeat(n)),
    ("emphasis nested", 20_000, |n| "*_".repeat(n) + "a" + &"_*".repeat(n)),
    ("strikes", 50_000, |n| "~~a ".repeat(n)),
    ("a long line", 1_000_000, |n| "a".repeat(n)),
    ("a long line of words", 200_000, |n| "word ".repeat(n)),
    ("backticks", 1_000_000, |n| "`".repeat(n)),
    ("backticks of all lengths", 1_000, |n| (1..n).map(|length| "`".repeat(length) + "a").collect()),
    ("tildes", 1_000_000, |n| "~".repeat(n)),
    ("lists in lists", 500, |n| (0..n).map(|depth| format!("{}- [ ] a\n", "  ".repeat(depth))).collect()),
    ("lists on one line", 100_000, |n| "- ".repeat(n)),
    ("numbered lists on one line", 50_000, |n| "1. ".repeat(n)),
    ("footnotes", 20_000, |n| (0..n).map(|note| format!("[^{note}]: a[^{}]\n\n", note + 1)).collect::<String>() + "[^0]"),
    ("one footnote, often", 50_000, |n| "[^1]: ".repeat(n) + "\n\n[^1]"),
    ("uses of one footnote", 50_000, |n| "[^1]: a\n\n".to_owned() + &"[^1]".repeat(n)),
    ("equal headings", 50_000, |n| "## a\n".repeat(n)),
    ("headings that look like numbered ones", 20_000, |n| (0..n).map(|number| format!("## a-{number}\n## a\n")).collect()),
    ("a wide table", 20_000, |n| "|a".repeat(n) + "\n" + &"|-".repeat(n) + "\n" + &"|b".repeat(n) + "\n"),
    ("a long table", 20_000, |n| "|a|b|\n|-|-|\n".to_owned() + &"|c|d|\n".repeat(n)),
    ("definitions", 20_000, |n| "a\n: b\n\n".repeat(n)),
    ("half links", 20_000, |n| "[a] [b][c] [^d] [e](\n".repeat(n)),
    ("labels", 20_000, |n| (0..n).map(|label| format!("[a{label}]: b\n\n[a{label}] ")).collect()),
    ("comments", 100_000, |n| "<!--".repeat(n)),
    ("comments in text", 50_000, |n| "a <!--".repeat(n)),
    ("declarations", 20_000, |n| "a <![CDATA[ <?x <!X ".repeat(n)),
    ("tags", 50_000, |n| "<a b=\"".repeat(n)),
    ("addresses", 50_000, |n| "[a](b\\_".repeat(n)),
    ("titles", 50_000, |n| "[a](b \"".repeat(n)),
    ("round brackets", 100_000, |n| "[a](".to_owned() + &"(".repeat(n)),
    ("entities", 50_000, |n| "&#1".repeat(n) + &"&amp;".repeat(n)),
    ("code blocks", 20_000, |n| "```x\n".repeat(n)),
    ("alerts", 20_000, |n| "> [!NOTE]\n> a\n\n".repeat(n)),
    ("line ends", 100_000, |n| "a\r".repeat(n)),
    ("tabs", 100_000, |n| "\t".repeat(n) + "a"),
    ("anchors", 20_000, |n| "# a {#".repeat(n) + "\n# b {" + &".c ".repeat(n) + "}\n"),
];

/// Front matter, with its fences.
#[rustfmt::skip]
pub(crate) const FRONT_MATTER: &[Case] = &[
    ("YAML lists", 200_000, |n| yaml("a: ".to_owned() + &"[".repeat(n))),
    ("YAML maps", 200_000, |n| yaml("a: ".to_owned() + &"{".repeat(n))),
    ("YAML keys of keys", 100_000, |n| yaml("? ".repeat(n))),
    ("YAML dashes", 100_000, |n| yaml("a:\n  ".to_owned() + &"- ".repeat(n))),
    ("YAML keys", 100_000, |n| yaml((0..n).map(|key| format!("x-{key}: a\n")).collect())),
    ("YAML keys that nothing knows", 20_000, |n| yaml((0..n).map(|key| format!("k{key}: a\n")).collect())),
    ("YAML keys that are no ASCII", 50_000, |n| yaml((0..n).map(|key| format!("x-ü{key}: \"ä\"\n")).collect())),
    ("YAML keys on one line", 200_000, |n| yaml("a: {".to_owned() + &"x, ".repeat(n))),
    ("YAML values on one line", 100_000, |n| yaml("aliases: [".to_owned() + &"B!, ".repeat(n) + "]")),
    ("YAML tags on one line", 50_000, |n| yaml("x-a: [".to_owned() + &"!t a, ".repeat(n) + "]")),
    ("YAML duplicates", 100_000, |n| yaml("title: a\n".repeat(n))),
    ("YAML aliases of aliases", 60, |n| yaml("x-0: &a0 [x]\n".to_owned() + &(0..n).map(|key| format!("x-{}: &a{} [*a{key}, *a{key}]\n", key + 1, key + 1)).collect::<String>())),
    ("YAML aliases", 100_000, |n| yaml("x-a: &a [x]\nx-b: [".to_owned() + &"*a, ".repeat(n) + "]\n")),
    ("YAML anchors around much", 20_000, |n| yaml("x-a: ".to_owned() + &"&a [".repeat(60) + &"x,".repeat(n) + &"]".repeat(60))),
    ("YAML text", 1_000_000, |n| yaml("title: ".to_owned() + &"a".repeat(n))),
    ("YAML text of many lines", 100_000, |n| yaml("title: |\n".to_owned() + &"  a\n".repeat(n))),
    ("YAML text in quotes", 200_000, |n| yaml("title: \"".to_owned() + &"a\\n".repeat(n) + "\"")),
    ("YAML tabs", 100_000, |n| yaml("title: a\n".to_owned() + &"\t".repeat(n) + "b: c")),
    ("YAML documents", 100_000, |n| yaml("...\n".repeat(n))),
    ("items of one id", 20_000, |n| yaml("checklist:\n".to_owned() + &"  - { id: a, text: b }\n".repeat(n))),
    ("items with mistakes", 5_000, |n| yaml("checklist:\n".to_owned() + &"  - { idd: a, text: b, level: mst, due: 2026-02-30 }\n".repeat(n))),
    ("TOML lists", 200_000, |n| toml("a = ".to_owned() + &"[".repeat(n))),
    ("TOML maps", 200_000, |n| toml("a = ".to_owned() + &"{a=".repeat(n))),
    ("TOML keys", 100_000, |n| toml((0..n).map(|key| format!("x-{key} = 1\n")).collect())),
    ("TOML keys that nothing knows", 20_000, |n| toml((0..n).map(|key| format!("k{key} = 1\n")).collect())),
    ("TOML keys on one line", 50_000, |n| toml("gate = { ".to_owned() + &(0..n).map(|key| format!("k{key} = 1, ")).collect::<String>() + "}")),
    ("TOML duplicates", 100_000, |n| toml("title = 'a'\n".repeat(n))),
    ("TOML dots", 100_000, |n| toml("a.".repeat(n) + "a = 1")),
    ("TOML mistakes", 100_000, |n| toml("a = =\n".repeat(n))),
    ("TOML quotes", 100_000, |n| toml("a = \"".repeat(n))),
    ("TOML text", 1_000_000, |n| toml("title = '''".to_owned() + &"a".repeat(n) + "'''")),
    ("TOML days that do not exist", 20_000, |n| toml("x-a = [".to_owned() + &"2026-02-30, ".repeat(n) + "]")),
    ("TOML tables", 20_000, |n| toml("[[checklist]]\nid = 'a'\ntext = 'b'\n".repeat(n))),
];

/// Whole books, without their `book.toml`.
#[rustfmt::skip]
pub(crate) const BOOKS: &[Case] = &[
    ("items", 20_000, |n| stage(n, |item| format!("{{ id: i{item}, text: b }}"))),
    ("items of one id", 20_000, |n| stage(n, |_| "{ id: a, text: b }".to_owned())),
    ("items of one text", 20_000, |n| stage(n, |_| "some text".to_owned())),
    ("groups", 5_000, |n| stage(n, |item| format!("{{ id: i{item}, text: b, group: g{item} }}"))),
    ("a chain of items", 10_000, |n| stage(n, |item| format!("{{ id: i{item}, text: b, depends_on: [i{}] }}", item + 1))),
    ("items that do not exist", 10_000, |n| stage(n, |item| format!("{{ id: i{item}, text: b, depends_on: [j{item}x] }}"))),
    ("state of items that do not exist", 4_000, |n| stage(n, |item| format!("{{ id: item-{item}, text: b }}")) + "-- content/projects/p.md --\n---\nstages:\n  a:\n    items:\n" + &(0..n).map(|item| format!("      itm-{item}: done\n")).collect::<String>() + "---\n"),
    ("names too long", 200_000, |n| stage(1, |_| format!("{{ id: {}, text: a, depends_on: [b{}] }}", "a".repeat(n), "a".repeat(n)))),
    ("broken links", 10_000, |n| page((0..n).map(|link| format!("[a](b{link}.md)\n")).collect())),
    ("broken references", 10_000, |n| page((0..n).map(|link| format!("[[b{link}]]\n")).collect())),
    ("evidence that is not there", 5_000, |n| stage(1, |_| format!("{{ id: a, text: b, state: done, evidence: [{}] }}", (0..n).map(|link| format!("x{link}.pdf, ")).collect::<String>()))),
    ("aliases", 50_000, |n| page(yaml("aliases: [".to_owned() + &(0..n).map(|alias| format!("b{alias}, ")).collect::<String>() + "]"))),
    ("languages", 5_000, |n| page((0..n).map(|language| format!("```l{language}\n```\n")).collect())),
    ("measurements", 5_000, |n| format!("-- content/stages/01-a.md --\n---\nwindow: Week 1-2\nwaves:\n  - percent: 100\n    guardrails: [{{ id: e, metric: m, op: '<', target: 3 }}]\n    started: 2026-01-06\n    measurements:\n{}---\n", "      - { guardrail: e, date: 2026-01-07, value: 1 }\n".repeat(n))),
    ("pages", 500, |n| (0..n).map(|page| format!("-- content/p/a{page}.md --\n# a\n\n[x](a{}.md) [[a{}]]\n", (page + 1) % n, (page + 7) % n)).collect()),
    ("decisions", 1_000, |n| stage(1, |_| "a".to_owned()) + &(0..n).map(|decision| format!("-- content/decisions/{decision:04}-x.md --\n---\nsubject: gate:a\noutcome: hold\ndate: 2026-01-07\n---\n")).collect::<String>()),
];

fn yaml(keys: String) -> String {
    format!("---\n{keys}\n---\n")
}

fn toml(keys: String) -> String {
    format!("+++\n{keys}\n+++\n")
}

fn stage(n: usize, item: impl Fn(usize) -> String) -> String {
    let items: String = (0..n).map(|n| format!("  - {}\n", item(n))).collect();
    format!("-- content/stages/01-a.md --\n---\nchecklist:\n{items}---\n")
}

fn page(text: String) -> String {
    format!("-- content/guide/a.md --\n{text}")
}

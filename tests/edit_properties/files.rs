//! Makes project and stage files in many styles: YAML and TOML, lines and braces, quotes, comments, anchors, blank lines, indents, line ends. Not
//! done here: editing them.

use proptest::prelude::*;
use proptest::sample::select;

/// A state as it may stand in a file.
#[derive(Debug, Clone)]
pub(crate) enum Form {
    Absent,
    Empty,
    /// A word, date or truth value as it is written in YAML.
    Short(&'static str),
    /// Keys with their values as they are written in YAML, in braces or in lines.
    Map {
        keys: Vec<(&'static str, &'static str)>,
        braces: bool,
    },
}

/// How the map of states stands in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Container {
    Missing,
    Empty,
    Braces,
    EmptyBraces,
    Lines,
}

/// What surrounds the states.
#[derive(Debug, Clone)]
pub(crate) struct Style {
    pub(crate) toml: bool,
    /// The file is a project's file for a stage.
    pub(crate) note: bool,
    pub(crate) crlf: bool,
    pub(crate) bom: bool,
    pub(crate) cut: bool,
    pub(crate) step: usize,
    pub(crate) comments: bool,
    pub(crate) blank: bool,
    /// TOML: dotted keys instead of a table.
    pub(crate) dotted: bool,
    pub(crate) before: Vec<usize>,
    pub(crate) after: Vec<usize>,
    pub(crate) other_stage: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct File {
    pub(crate) text: String,
    pub(crate) style: Style,
    pub(crate) container: Container,
    pub(crate) target: Form,
}

/// Lines around the state; the second of each pair is TOML.
const AROUND: &[(&str, &str)] = &[
    ("title: \"P: # it's { a\"", "title = \"P: # it's { a\""),
    ("description: 'It''s: a # sign'", "description = 'A # sign = [no table]'"),
    ("x-list: [a, 'b # c', {d: \"}\"}]   # all", "x-list = [\"a\", 'b # c', {d = \"}\"}]   # all"),
    ("# items: { x: done }", "# items = { x = \"done\" }"),
    ("x-text: |\n  items:\n    x: doing  # no\n\n  end", "x-text = '''\n[items]\nx = \"doing\"  # no\n\nend'''"),
    ("x-plain: one two\n  three # four", "x-plain = \"\"\"\\\n  one two\\\n  three # four\"\"\""),
    ("order: 5", "order = 5"),
    ("x-deep:\n- - a: 1\n    b: *last\n  - &c { d: ü }", "x-deep.a.b = [[1, 2], [\n  3, # three\n]]"),
    ("x-empty:", "x-empty = {}"),
];
/// The anchor that one of them needs stands first of all.
const HEAD: (&str, &str) = ("x-anchor: &last [é, 日本]", "x-anchor = [\"é\", \"日本\"]");

pub(crate) fn form() -> BoxedStrategy<Form> {
    let short = select(vec!["todo", "doing", "done", "2026-05-04", "true", "false", "'doing'", "\"todo\"", "'2026-05-04'"]);
    let state = select(vec!["todo", "doing", "done", "\"doing\"", "2026-05-04"]);
    let others = [
        ("date", vec!["2026-05-02", "'2026-05-02'"]),
        ("by", vec!["Ann", "\"A: # b\""]),
        ("owner", vec!["Buyer", "'it''s # me'"]),
        ("due", vec!["end-3d"]),
        ("note", vec!["\"a } , b\"", "Plain words"]),
        ("evidence", vec!["[https://example.com/a]", "[]", "[a.md, { link: b.md }]"]),
        ("x-own", vec!["{ a: [1, 2] }"]),
    ];
    let others: Vec<_> = others
        .into_iter()
        .map(|(key, values)| proptest::option::weighted(0.3, select(values)).prop_map(move |value| value.map(|value| (key, value))))
        .collect();
    let map = (proptest::option::weighted(0.8, state), others, any::<bool>()).prop_map(|(state, others, braces)| {
        let keys: Vec<_> = state.map(|state| ("state", state)).into_iter().chain(others.into_iter().flatten()).collect();
        if keys.is_empty() { Form::Absent } else { Form::Map { keys, braces } }
    });
    prop_oneof![2 => Just(Form::Absent), 1 => Just(Form::Empty), 4 => short.prop_map(Form::Short), 4 => map].boxed()
}

/// Forms of an item that nobody has ticked or given a state. A day or a role alone is a part of one: a tick would take it for its own.
pub(crate) fn form_without_state() -> BoxedStrategy<Form> {
    let keys = select(vec![
        ("owner", "Buyer"),
        ("due", "end-3d"),
        ("note", "\"a } , b\""),
        ("evidence", "[https://example.com/a]"),
        ("x-own", "{ a: [1, 2] }"),
    ]);
    let map = (proptest::collection::vec(keys, 1..4), any::<bool>()).prop_map(|(mut keys, braces)| {
        keys.sort_unstable();
        keys.dedup();
        Form::Map { keys, braces }
    });
    prop_oneof![Just(Form::Absent), map].boxed()
}

fn style() -> impl Strategy<Value = Style> {
    let some = || proptest::collection::btree_set(0..AROUND.len(), 0..4).prop_map(|set| set.into_iter().collect::<Vec<_>>()).prop_shuffle();
    ((any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>()), select(vec![2, 4, 3]), any::<[bool; 4]>(), some(), some())
        .prop_map(|((toml, note, crlf, bom, cut), step, [comments, blank, dotted, other_stage], before, after)| {
            let after = after.into_iter().filter(|line| !before.contains(line)).collect();
            Style { toml, note, crlf, bom, cut, step, comments, blank, dotted, before, after, other_stage }
        })
}

pub(crate) fn file(target: BoxedStrategy<Form>) -> impl Strategy<Value = File> {
    let container = select(vec![
        Container::Lines,
        Container::Lines,
        Container::Lines,
        Container::Braces,
        Container::EmptyBraces,
        Container::Empty,
        Container::Missing,
    ]);
    (style(), container, proptest::collection::vec(form(), 0..4), target, 0..4_usize).prop_map(|(style, container, others, target, at)| {
        let mut items: Vec<(String, Form)> = others.into_iter().enumerate().map(|(n, form)| (format!("item-{n}"), form)).collect();
        items.insert(at.min(items.len()), ("x".to_owned(), target));
        items.retain(|(_, form)| !matches!(form, Form::Absent) && (!style.toml || !matches!(form, Form::Empty)));
        let container = match container {
            Container::Lines | Container::Braces if items.is_empty() => Container::Missing,
            Container::Empty if style.toml => Container::EmptyBraces,
            container => container,
        };
        if !matches!(container, Container::Lines | Container::Braces) {
            items.clear();
        }
        let target = items.iter().find(|(id, _)| id == "x").map_or(Form::Absent, |(_, form)| form.clone());
        let front = if style.toml { toml(&style, container, &items) } else { yaml(&style, container, &items) };
        let fence = if style.toml { "+++" } else { "---" };
        let mut text = format!("{fence}\n{front}{fence}\n{}", if style.cut { "" } else { "\nText: with # signs\n---\nx: doing\n" });
        if style.cut {
            text.pop();
        }
        if style.crlf {
            text = text.replace('\n', "\r\n");
        }
        if style.bom {
            text.insert(0, '\u{feff}');
        }
        File { text, style, container, target }
    })
}

fn around(style: &Style, lines: &[usize], of: impl Fn(&(&'static str, &'static str)) -> &'static str) -> String {
    lines.iter().map(|line| format!("{}{}\n", if style.blank { "\n" } else { "" }, of(&AROUND[*line]))).collect()
}

fn flow(keys: &[(&str, &str)]) -> String {
    format!("{{ {} }}", keys.iter().map(|(key, value)| format!("{key}: {value}")).collect::<Vec<_>>().join(", "))
}

fn yaml(style: &Style, container: Container, items: &[(String, Form)]) -> String {
    let depth = if style.note { 0 } else { 2 };
    let pad = |depth: usize| " ".repeat(depth * style.step);
    let comment = if style.comments { "   # a remark: with } signs" } else { "" };
    let mut out = format!("{}\n{}", HEAD.0, around(style, &style.before, |pair| pair.0));
    if !style.note {
        let other = if style.other_stage { format!("{}scale: {{ items: {{ x: doing }} }}\n", pad(1)) } else { String::new() };
        out.push_str(&format!("stages:{comment}\n{other}{}pilot:\n{}start: 2026-05-04{comment}\n{}reason: R\n", pad(1), pad(2), pad(2)));
    }
    let inner: Vec<String> = items
        .iter()
        .map(|(id, form)| match form {
            Form::Absent | Form::Empty => format!("{id}:"),
            Form::Short(value) => format!("{id}: {value}"),
            Form::Map { keys, .. } => format!("{id}: {}", flow(keys)),
        })
        .collect();
    match container {
        Container::Missing => {}
        Container::Empty => out.push_str(&format!("{}items:{comment}\n", pad(depth))),
        Container::EmptyBraces => out.push_str(&format!("{}items: {{}}{comment}\n", pad(depth))),
        // An empty key inside of braces needs a space before the comma to be one.
        Container::Braces => out.push_str(&format!("{}items: {{ {} }}{comment}\n", pad(depth), inner.join(" , "))),
        Container::Lines => {
            out.push_str(&format!("{}items:{comment}\n", pad(depth)));
            for ((id, form), line) in items.iter().zip(inner) {
                match form {
                    Form::Map { keys, braces: false } => {
                        out.push_str(&format!("{}{id}:{comment}\n", pad(depth + 1)));
                        out.extend(keys.iter().map(|(key, value)| format!("{}{key}: {value}\n", pad(depth + 2))));
                    }
                    _ => out.push_str(&format!("{}{line}{comment}\n", pad(depth + 1))),
                }
                if style.comments {
                    out.push_str(&format!("{}# below {id}\n", pad(depth + 1)));
                }
            }
        }
    }
    if style.other_stage && !style.note {
        out.push_str(&format!("{}after: {{ items: {{ x: doing }} }}\n", pad(1)));
    }
    out + &around(style, &style.after, |pair| pair.0)
}

fn toml(style: &Style, container: Container, items: &[(String, Form)]) -> String {
    let comment = if style.comments { "   # a remark = [with] signs" } else { "" };
    let value = |yaml: &str| match yaml {
        "true" | "false" => yaml.to_owned(),
        "[]" | "{ a: [1, 2] }" => yaml.replace(':', " ="),
        "[https://example.com/a]" => "[\"https://example.com/a\"]".to_owned(),
        "[a.md, { link: b.md }]" => "[\"a.md\", { link = \"b.md\" }]".to_owned(),
        "'it''s # me'" => "\"it's # me\"".to_owned(),
        yaml if yaml.starts_with(['"', '\'']) || yaml.starts_with("2026") => yaml.to_owned(),
        yaml => format!("\"{yaml}\""),
    };
    let braces = |keys: &[(&str, &str)]| {
        format!("{{ {} }}", keys.iter().map(|(key, yaml)| format!("{key} = {}", value(yaml))).collect::<Vec<_>>().join(", "))
    };
    let entry = |(id, form): &(String, Form)| match form {
        Form::Short(short) => format!("{id} = {}", value(short)),
        Form::Map { keys, .. } => format!("{id} = {}", braces(keys)),
        Form::Absent | Form::Empty => String::new(),
    };
    let lines = |prefix: &str| -> String {
        items
            .iter()
            .map(|(id, form)| match form {
                Form::Map { keys, braces: false } => {
                    keys.iter().map(|(key, yaml)| format!("{prefix}{id}.{key} = {}{comment}\n", value(yaml))).collect()
                }
                form => format!("{prefix}{}{comment}\n", entry(&(id.clone(), form.clone()))),
            })
            .collect()
    };
    let stage = if style.note { "" } else { "stages.pilot." };
    let inline = format!("items = {{ {} }}", items.iter().map(entry).collect::<Vec<_>>().join(", "));
    let (mut root, mut tables) = (String::new(), String::new());
    match container {
        Container::Missing => {}
        Container::Empty | Container::EmptyBraces => root.push_str(&format!("{stage}items = {{}}{comment}\n")),
        Container::Braces => root.push_str(&format!("{stage}{inline}{comment}\n")),
        Container::Lines if style.dotted => root.push_str(&lines(&format!("{stage}items."))),
        Container::Lines => tables.push_str(&format!("[{stage}items]{comment}\n{}", lines(""))),
    }
    if style.other_stage && !style.note {
        tables.insert_str(0, "[stages.scale]\nitems.x = \"doing\"\n");
        tables.push_str("\n# after\n[stages.after.items]\nx = \"doing\"\n");
    }
    let around = |lines| around(style, lines, |pair| pair.1);
    format!("{}\n{}{root}{}{tables}", HEAD.1, around(&style.before), around(&style.after))
}

/// An item of a checklist as it may stand in a stage file, with the same in TOML.
pub(crate) const ITEMS: &[(&str, &str)] = &[
    ("Plain words, and more", "\"Plain words, and more\""),
    ("\"In quotes: with # and }\"", "'In quotes: with # and }'"),
    ("'It''s \"so\"'", "\"It's \\\"so\\\"\""),
    ("{ text: In braces }", "{ text = \"In braces\" }"),
    ("{text: \"A, b\", id: some, owner: Ann}", "{text = \"A, b\", id = \"some\", owner = \"Ann\"}"),
    ("text: In a line", "{ text = \"In a line\", level = \"may\" }"),
    ("id: other\n    text: |\n      Several\n      lines\n    x-own: [1]", "{ id = \"other\", text = \"Several lines\", x-own.a = [1] }"),
];

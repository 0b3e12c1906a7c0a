//! Checked nodes → the types of front matter. Not done here: reporting faults of shape, which [`check`](super::super::check) has done.

use std::collections::BTreeMap;

use super::{
    Cause, Closed, Common, Condition, Decision, Evidence, Gate, Guardrail, Item, Measurement, Practice, Project, ProjectStage, Stage,
    State, StateWord, Update, Wave, WaveState,
};
use crate::calendar::{Date, Due, Holiday, Window, parse_bake};
use crate::diagnostic::{Code, Diagnostic, Spanned};
use crate::document::check::{is_item_ref, is_slug, subject, transition};
use crate::document::fields::{OPS, STATE_KEYS, WAVE_STATE_KEYS};
use crate::document::fragment::Fragment;
use crate::document::node::{Entry, Node, Value};
use crate::document::years::day;
use crate::document::{bounds, claims, markdown};
use crate::path::SourcePath;

/// Turns checked nodes into types. It reports only what Markdown inside a value can be wrong about, and missing item ids.
pub(in crate::document) struct Reader<'a> {
    pub(in crate::document) path: &'a SourcePath,
    pub(in crate::document) source: &'a str,
    pub(in crate::document) diagnostics: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    pub(in crate::document) fn common(&mut self, node: &Node) -> Common {
        Common {
            id: slug(node, "id"),
            title: text(node, "title"),
            aliases: slugs(node, "aliases"),
            order: node.get("order").and_then(integer),
            description: plain(node, "description"),
            draft: node.get("draft").filter(|draft| draft.value == Value::Bool(true)).map(|draft| draft.span),
            allow: list(node, "allow").iter().filter_map(|name| Some(Spanned::new(Code::from_name(name.as_text()?)?, name.span))).collect(),
        }
    }

    pub(in crate::document) fn stage(&mut self, node: &Node) -> Stage {
        let stage = Stage {
            window: text(node, "window").and_then(|window| Some(Spanned::new(Window::parse(&window.value).ok()?, window.span))),
            goal: node.get("goal").and_then(|goal| self.inline(goal)),
            cohort: plain(node, "cohort"),
            output: self.inlines(node, "output"),
            not_doing: self.inlines(node, "not_doing"),
            checklist: self.items(node),
            gate: node.get("gate").map(|gate| Gate {
                question: gate.get("question").and_then(|question| self.inline(question)),
                deciders: plains(gate, "deciders"),
            }),
            waves: list(node, "waves").iter().filter_map(|wave| self.wave(wave)).collect(),
        };
        claims::clashes(self.path, &stage, self.diagnostics);
        stage
    }

    fn items(&mut self, node: &Node) -> Vec<Item> {
        list(node, "checklist").iter().filter_map(|item| self.item(item)).collect()
    }

    fn item(&mut self, node: &Node) -> Option<Item> {
        let words = if let Value::Map(_) = node.value { node.get("text")? } else { node };
        let text = self.inline(words)?;
        let id = match node.get("id") {
            Some(_) => slug(node, "id")?,
            None => Spanned::new(crate::document::slug::slug(&text.plain), words.span),
        };
        if id.value.is_empty() {
            self.diagnostics.push(
                Diagnostic::new(Code::DuplicateId, self.path, words.span, "no id can be made from this text")
                    .help("give the item an `id:` of the letters a-z, digits and `-`"),
            );
            return None;
        }
        let stateful = ["state", "date", "by", "reason", "until", "note", "answer", "evidence"].iter().any(|key| node.get(key).is_some());
        Some(Item {
            id,
            aliases: slugs(node, "aliases"),
            text,
            group: plain(node, "group"),
            must: plain(node, "level").is_none_or(|level| level == "must"),
            weight: node.get("weight").and_then(integer).and_then(|weight| u64::try_from(weight).ok()).unwrap_or(1),
            owner: plain(node, "owner"),
            due: node.get("due").and_then(Node::as_text).and_then(|due| Due::parse(due).ok()),
            evidence_required: flag(node, "evidence_required"),
            na_allowed: flag(node, "na_allowed"),
            depends_on: item_refs(node, "depends_on"),
            state: stateful.then(|| state(node)).flatten(),
        })
    }

    fn wave(&mut self, node: &Node) -> Option<Wave> {
        let percent = spanned_number(node, "percent");
        let id = match (node.get("id"), &percent) {
            (Some(_), _) => slug(node, "id")?,
            (None, Some(percent)) => Spanned::new(format!("w{}", percent.value).replace('.', "-"), percent.span),
            (None, None) => return None,
        };
        let is_state =
            |entry: &&Entry| node.get(&entry.key.value).is_some() && WAVE_STATE_KEYS.iter().any(|field| field.name == entry.key.value);
        let stated = node.entries().iter().find(is_state);
        let guardrails: Vec<Guardrail> = list(node, "guardrails").iter().filter_map(guardrail).collect();
        self.diagnostics.extend(guardrails.iter().filter_map(|guardrail| bounds::warns_never(self.path, guardrail)));
        Some(Wave {
            id,
            aliases: slugs(node, "aliases"),
            title: plain(node, "title"),
            focus: plain(node, "focus"),
            percent,
            cohort: plain(node, "cohort"),
            bake: node.get("bake").and_then(Node::as_text).and_then(|bake| parse_bake(bake).ok()),
            guardrails,
            rollback: text(node, "rollback"),
            state: stated.map(|first| WaveState { span: first.key.span, ..wave_state(node) }),
        })
    }

    pub(in crate::document) fn cause(&mut self, node: &Node) -> Cause {
        let between = text(node, "transition").and_then(|words| {
            let (from, to) = transition(&words.value)?;
            Some(Spanned::new((from.to_owned(), to.to_owned()), words.span))
        });
        Cause {
            transition: between,
            severity: node.get("severity").and_then(integer),
            signals: self.inlines(node, "signals"),
            guards: item_refs(node, "guards"),
            practices: slugs(node, "practices"),
        }
    }

    pub(in crate::document) fn project_stage(&mut self, node: &Node) -> ProjectStage {
        let entries = |key| node.get(key).map(Node::entries).unwrap_or_default();
        // A book holds the states of all projects at once: no more room than they need.
        let mut items = Vec::with_capacity(entries("items").len());
        items.extend(entries("items").iter().filter_map(|entry| Some((entry.key.clone(), state(&entry.node)?))));
        ProjectStage {
            start: date(node, "start"),
            end: date(node, "end"),
            reason: plain(node, "reason"),
            items,
            waves: entries("waves").iter().map(|entry| (entry.key.clone(), wave_state(&entry.node))).collect(),
            checklist: self.items(node),
        }
    }

    pub(in crate::document) fn project(&mut self, node: &Node) -> Project {
        let stages = node.get("stages").map(Node::entries).unwrap_or_default();
        let stages =
            stages.iter().map(|entry| (entry.key.value.clone(), Spanned::new(self.project_stage(&entry.node), entry.key.span))).collect();
        Project { stages, ..project(node) }
    }

    fn inlines(&mut self, node: &Node, key: &str) -> Vec<Fragment> {
        match node.get(key) {
            Some(Node { value: Value::List(nodes), .. }) => nodes.iter().filter_map(|node| self.inline(node)).collect(),
            Some(node) => self.inline(node).into_iter().collect(),
            None => Vec::new(),
        }
    }

    fn inline(&mut self, node: &Node) -> Option<Fragment> {
        let Value::Text(text) = &node.value else { return None };
        if text.trim().is_empty() {
            return None;
        }
        Some(markdown::inline(self.path, text, node.span, self.source, self.diagnostics))
    }
}

/// `[project]` of `book.toml` has these keys too.
pub(crate) fn project(node: &Node) -> Project {
    Project {
        owner: plain(node, "owner"),
        sponsor: plain(node, "sponsor"),
        start: date(node, "start"),
        population: node.get("population").and_then(integer).and_then(|count| u64::try_from(count).ok()),
        holidays: holidays(node),
        tags: plains(node, "tags"),
        updates: list(node, "updates")
            .iter()
            .filter_map(|update| {
                Some(Update {
                    date: date(update, "date")?,
                    by: plain(update, "by"),
                    headline: plain(update, "headline")?,
                    rag: text(update, "rag"),
                })
            })
            .collect(),
        closed: node.get("closed").and_then(|closed| {
            Some(Closed { date: date(closed, "date")?, outcome: plain(closed, "outcome")?, reason: plain(closed, "reason") })
        }),
        stages: BTreeMap::new(),
    }
}

/// `holidays` of a project or of `[calendar]`: days, or days with a name.
pub(crate) fn holidays(node: &Node) -> Vec<Holiday> {
    let holiday = |node: &Node| match &node.value {
        Value::Map(_) => Some(Holiday::new(date(node, "date")?.value, plain(node, "name").as_deref())),
        _ => day(node.as_text()?).map(Holiday::from),
    };
    list(node, "holidays").iter().filter_map(holiday).collect()
}

pub(in crate::document) fn practice(node: &Node) -> Practice {
    let all_stages = plain(node, "stages").is_some_and(|word| word == "all");
    Practice { all_stages, stages: slugs(node, "stages"), items: item_refs(node, "items") }
}

pub(in crate::document) fn decision(node: &Node) -> Decision {
    Decision {
        project: slug(node, "project"),
        subject: text(node, "subject").and_then(|words| {
            let (stage, wave) = subject(&words.value)?;
            Some(Spanned::new((stage.to_owned(), wave.map(str::to_owned)), words.span))
        }),
        outcome: text(node, "outcome"),
        date: date(node, "date"),
        by: plains(node, "by"),
        conditions: list(node, "conditions")
            .iter()
            .filter_map(|condition| {
                Some(Condition {
                    text: plain(condition, "text")?,
                    owner: plain(condition, "owner"),
                    due: condition.get("due").and_then(Node::as_text).and_then(|due| Due::parse(due).ok()),
                    done: date(condition, "done"),
                })
            })
            .collect(),
    }
}

/// A state in any of its forms: `true`, a date, a word, or a map; nothing at all is `todo`.
pub(crate) fn state(node: &Node) -> Option<State> {
    let word = match &node.value {
        Value::Map(_) => node.get("state"),
        _ => Some(node),
    };
    let (word, date_in_word) = match word {
        None => {
            let is_state = |entry: &&Entry| STATE_KEYS.iter().any(|field| field.name == entry.key.value);
            let first = node.entries().iter().find(is_state).or(node.entries().first());
            (Spanned::new(StateWord::Todo, first.map_or(node.span, |entry| entry.key.span)), None)
        }
        Some(word) => {
            let (value, day) = match &word.value {
                Value::Bool(true) => (StateWord::Done, None),
                Value::Bool(false) | Value::Null => (StateWord::Todo, None),
                _ => match day(word.as_text()?) {
                    Some(day) => (StateWord::Done, Some(Spanned::new(day, word.span))),
                    None => (StateWord::from_word(word.as_text()?)?, None),
                },
            };
            (Spanned::new(value, word.span), day)
        }
    };
    Some(State {
        state: word,
        date: date(node, "date").or(date_in_word),
        by: plain(node, "by"),
        reason: plain(node, "reason"),
        until: date(node, "until"),
        owner: plain(node, "owner"),
        due: node.get("due").and_then(Node::as_text).and_then(|due| Due::parse(due).ok()),
        note: plain(node, "note"),
        answer: plain(node, "answer"),
        evidence: list(node, "evidence").iter().filter_map(evidence).collect(),
    })
}

fn evidence(node: &Node) -> Option<Evidence> {
    Some(match &node.value {
        Value::Text(link) => Evidence { link: Spanned::new(link.clone(), node.span), note: None, date: None, expires: None },
        _ => Evidence {
            link: text(node, "link")?,
            note: plain(node, "note"),
            date: date(node, "date"),
            expires: date(node, "expires").map(|day| day.value),
        },
    })
}

fn wave_state(node: &Node) -> WaveState {
    WaveState {
        span: node.span,
        start: date(node, "start"),
        started: date(node, "started"),
        actual_percent: spanned_number(node, "actual_percent"),
        measurements: list(node, "measurements")
            .iter()
            .filter_map(|entry| {
                Some(Measurement {
                    guardrail: slug(entry, "guardrail")?,
                    date: date(entry, "date")?,
                    value: entry.get("value").and_then(number)?,
                })
            })
            .collect(),
    }
}

fn guardrail(node: &Node) -> Option<Guardrail> {
    Some(Guardrail {
        id: slug(node, "id")?,
        metric: plain(node, "metric")?,
        // Without its operator it can give no verdict.
        op: plain(node, "op").filter(|op| OPS.contains(&op.as_str()))?,
        target: node.get("target").and_then(number)?,
        warn: spanned_number(node, "warn"),
        unit: plain(node, "unit"),
        min_samples: node.get("min_samples").and_then(integer).unwrap_or(1),
        source: plain(node, "source"),
    })
}

pub(crate) fn text(node: &Node, key: &str) -> Option<Spanned<String>> {
    let node = node.get(key)?;
    match &node.value {
        Value::Text(text) if !text.trim().is_empty() => Some(Spanned::new(text.clone(), node.span)),
        _ => None,
    }
}

pub(crate) fn slug(node: &Node, key: &str) -> Option<Spanned<String>> {
    text(node, key).filter(|text| is_slug(&text.value))
}

pub(crate) fn plain(node: &Node, key: &str) -> Option<String> {
    text(node, key).map(|text| text.value)
}

/// The elements of a list that are text; what else stands in it has been reported.
fn texts(node: &Node, key: &str, fits: impl Fn(&str) -> bool) -> Vec<Spanned<String>> {
    let text = |node: &Node| match &node.value {
        Value::Text(text) if fits(text) => Some(Spanned::new(text.clone(), node.span)),
        _ => None,
    };
    list(node, key).iter().filter_map(text).collect()
}

fn slugs(node: &Node, key: &str) -> Vec<Spanned<String>> {
    texts(node, key, is_slug)
}

fn item_refs(node: &Node, key: &str) -> Vec<Spanned<String>> {
    texts(node, key, is_item_ref)
}

pub(crate) fn plains(node: &Node, key: &str) -> Vec<String> {
    texts(node, key, |text| !text.trim().is_empty()).into_iter().map(|text| text.value).collect()
}

pub(crate) fn list<'n>(node: &'n Node, key: &str) -> &'n [Node] {
    node.get(key).map(Node::elements).unwrap_or_default()
}

pub(crate) fn date(node: &Node, key: &str) -> Option<Spanned<Date>> {
    let node = node.get(key)?;
    Some(Spanned::new(day(node.as_text()?)?, node.span))
}

fn flag(node: &Node, key: &str) -> bool {
    node.get(key).is_some_and(|node| node.value == Value::Bool(true))
}

pub(crate) fn integer(node: &Node) -> Option<i64> {
    match node.value {
        Value::Integer(number) => Some(number),
        _ => None,
    }
}

fn spanned_number(node: &Node, key: &str) -> Option<Spanned<f64>> {
    let node = node.get(key)?;
    Some(Spanned::new(number(node)?, node.span))
}

fn number(node: &Node) -> Option<f64> {
    match node.value {
        Value::Integer(number) => Some(number as f64),
        Value::Float(number) if number.is_finite() => Some(number),
        _ => None,
    }
}

//! Front matter as types: what one file says, with places, before anything is joined. Not done here: reporting faults ([`super::check`] has
//! done so; what did not pass is simply absent), defaults that need other files.

use std::collections::BTreeMap;

use super::bounds;
use super::check::{is_item_ref, is_slug, subject, transition};
use super::claims;
use super::fields::{OPS, STATE_KEYS, STATES, WAVE_STATE_KEYS};
use super::fragment::Fragment;
use super::markdown;
use super::node::{Entry, Node, Value};
use super::years::day;
use crate::calendar::{Date, Due, Holiday, Window, parse_bake};
use crate::diagnostic::{Code, Diagnostic, Span, Spanned};
use crate::path::SourcePath;

/// Keys that every kind has.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Common {
    /// `id`.
    pub id: Option<Spanned<String>>,
    /// `title`.
    pub title: Option<Spanned<String>>,
    /// `aliases`.
    pub aliases: Vec<Spanned<String>>,
    /// `order`.
    pub order: Option<i64>,
    /// `description`.
    pub description: Option<String>,
    /// The value of `draft: true`, where it stands.
    pub draft: Option<Span>,
    /// `allow`.
    pub allow: Vec<Spanned<Code>>,
}

/// What a file of each kind says beyond [`Common`].
#[derive(Debug, Clone, PartialEq)]
pub enum Front {
    /// A stage of the playbook.
    Stage(Stage),
    /// A cause.
    Cause(Cause),
    /// A practice.
    Practice(Practice),
    /// A project's own page.
    Project(Project),
    /// A project's page for one stage.
    ProjectStage(ProjectStage),
    /// A decision.
    Decision(Decision),
    /// A plain page, a section's own page, the home page.
    Page,
}

/// A stage file.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(missing_docs, reason = "the fields are the keys of fields::STAGE, documented there")]
pub struct Stage {
    pub window: Option<Spanned<Window>>,
    pub goal: Option<Fragment>,
    pub cohort: Option<String>,
    pub output: Vec<Fragment>,
    pub not_doing: Vec<Fragment>,
    pub checklist: Vec<Item>,
    pub gate: Option<Gate>,
    pub waves: Vec<Wave>,
}

/// A gate of a stage.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(missing_docs, reason = "the fields are the keys of fields::STAGE's gate, documented there")]
pub struct Gate {
    pub question: Option<Fragment>,
    pub deciders: Vec<String>,
}

/// A checklist item as defined. `state` is there only if a key of a state stands in it.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the fields are the keys of fields::ITEM_KEYS, documented there")]
pub struct Item {
    pub id: Spanned<String>,
    pub aliases: Vec<Spanned<String>>,
    pub text: Fragment,
    pub group: Option<String>,
    pub must: bool,
    pub weight: u64,
    pub owner: Option<String>,
    pub due: Option<Due>,
    pub evidence_required: bool,
    pub na_allowed: bool,
    pub depends_on: Vec<Spanned<String>>,
    pub state: Option<State>,
}

/// The written state of an item.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the fields are the keys of fields::STATE, documented there")]
pub struct State {
    pub state: Spanned<StateWord>,
    pub date: Option<Spanned<Date>>,
    pub by: Option<String>,
    pub reason: Option<String>,
    pub until: Option<Spanned<Date>>,
    pub owner: Option<String>,
    pub due: Option<Due>,
    pub note: Option<String>,
    pub answer: Option<String>,
    pub evidence: Vec<Evidence>,
}

/// The state as an author writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum StateWord {
    /// Not begun.
    #[default]
    Todo,
    /// Begun.
    Doing,
    /// Ticked.
    Done,
    /// Can't go on.
    Blocked,
    /// Not applicable.
    Na,
    /// Let off for a time.
    Waived,
}

impl StateWord {
    /// The states in the order of [`STATES`].
    pub const ALL: [StateWord; 6] =
        [StateWord::Todo, StateWord::Doing, StateWord::Done, StateWord::Blocked, StateWord::Na, StateWord::Waived];

    /// The word that authors write.
    pub fn word(self) -> &'static str {
        STATES[self as usize]
    }

    fn from_word(word: &str) -> Option<Self> {
        STATES.iter().position(|state| *state == word).map(|n| Self::ALL[n])
    }
}

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the fields are the keys of fields::EVIDENCE, documented there")]
pub struct Evidence {
    pub link: Spanned<String>,
    pub note: Option<String>,
    pub date: Option<Spanned<Date>>,
    pub expires: Option<Date>,
}

/// A wave as planned, with its state in a book without projects.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the fields are the keys of fields::WAVE_KEYS, documented there")]
pub struct Wave {
    pub id: Spanned<String>,
    pub aliases: Vec<Spanned<String>>,
    pub title: Option<String>,
    pub focus: Option<String>,
    pub percent: Option<Spanned<f64>>,
    pub cohort: Option<String>,
    pub bake: Option<u32>,
    pub guardrails: Vec<Guardrail>,
    pub rollback: Option<Spanned<String>>,
    pub state: Option<WaveState>,
}

impl Wave {
    /// The share of users that it reaches, 0 to 100; 0 where the author's number could not be read.
    pub fn percent(&self) -> f64 {
        self.percent.as_ref().map_or(0.0, |percent| percent.value)
    }
}

/// A guardrail of a wave.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the fields are the keys of fields::GUARDRAIL, documented there")]
pub struct Guardrail {
    pub id: Spanned<String>,
    pub metric: String,
    pub op: String,
    pub target: f64,
    pub warn: Option<Spanned<f64>>,
    pub unit: Option<String>,
    pub min_samples: i64,
    pub source: Option<String>,
}

impl Guardrail {
    /// The operator as people write it: `≤` for `<=`.
    fn op_sign(&self) -> &str {
        match self.op.as_str() {
            "<=" => "≤",
            ">=" => "≥",
            op => op,
        }
    }

    /// A value with the unit: "2.4 %".
    pub fn with_unit(&self, value: f64) -> String {
        self.unit.as_ref().map_or_else(|| value.to_string(), |unit| format!("{value} {unit}"))
    }

    /// A bound as people write it: "≤ 5 %".
    pub fn bound(&self, bound: f64) -> String {
        format!("{} {}", self.op_sign(), self.with_unit(bound))
    }

    /// Where it warns, for people: "warns above 3 %", "warns below 70 %". `None` without a stricter bound.
    pub fn warns(&self) -> Option<String> {
        let bound = self.with_unit(self.warn.as_ref()?.value);
        Some(match self.op.as_str() {
            "<" => format!("warns from {bound} up"),
            "<=" => format!("warns above {bound}"),
            ">" => format!("warns from {bound} down"),
            _ => format!("warns below {bound}"),
        })
    }

    /// True when a measured value compares with a bound as it must.
    pub fn holds(&self, value: f64, bound: f64) -> bool {
        match self.op.as_str() {
            "<" => value < bound,
            "<=" => value <= bound,
            ">" => value > bound,
            _ => value >= bound,
        }
    }
}

/// The written state of a wave.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(missing_docs, reason = "the fields are the keys of fields::WAVE_STATE_KEYS, documented there")]
pub struct WaveState {
    /// Its first key, or all of it where it stands by itself.
    pub span: Span,
    pub start: Option<Spanned<Date>>,
    pub started: Option<Spanned<Date>>,
    pub actual_percent: Option<Spanned<f64>>,
    pub measurements: Vec<Measurement>,
}

/// One measured value.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the fields are the keys of a measurement in fields::WAVE_STATE_KEYS, documented there")]
pub struct Measurement {
    pub guardrail: Spanned<String>,
    pub date: Spanned<Date>,
    pub value: f64,
}

/// A cause file.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(missing_docs, reason = "the fields are the keys of fields::CAUSE, documented there")]
pub struct Cause {
    pub transition: Option<Spanned<(String, String)>>,
    pub severity: Option<i64>,
    pub signals: Vec<Fragment>,
    pub guards: Vec<Spanned<String>>,
    pub practices: Vec<Spanned<String>>,
}

/// A practice file.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(missing_docs, reason = "the fields are the keys of fields::PRACTICE, documented there")]
pub struct Practice {
    pub all_stages: bool,
    pub stages: Vec<Spanned<String>>,
    pub items: Vec<Spanned<String>>,
}

/// A project file, and `[project]` of `book.toml`.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(missing_docs, reason = "the fields are the keys of fields::PROJECT, documented there")]
pub struct Project {
    pub owner: Option<String>,
    pub sponsor: Option<String>,
    pub start: Option<Spanned<Date>>,
    pub population: Option<u64>,
    pub holidays: Vec<Holiday>,
    pub tags: Vec<String>,
    pub updates: Vec<Update>,
    pub closed: Option<Closed>,
    pub stages: BTreeMap<String, Spanned<ProjectStage>>,
}

/// An author's news.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the fields are the keys of an update in fields::PROJECT, documented there")]
pub struct Update {
    pub date: Spanned<Date>,
    pub by: Option<String>,
    pub headline: String,
    pub rag: Option<Spanned<String>>,
}

/// How a project ended.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the fields are the keys of fields::CLOSED, documented there")]
pub struct Closed {
    pub date: Spanned<Date>,
    pub outcome: String,
    pub reason: Option<String>,
}

/// State of one stage of one project.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(missing_docs, reason = "the fields are the keys of fields::PROJECT_STAGE_KEYS, documented there")]
pub struct ProjectStage {
    pub start: Option<Spanned<Date>>,
    pub end: Option<Spanned<Date>>,
    pub reason: Option<String>,
    pub items: Vec<(Spanned<String>, State)>,
    pub waves: Vec<(Spanned<String>, WaveState)>,
    pub checklist: Vec<Item>,
}

/// A decision file.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(missing_docs, reason = "the fields are the keys of fields::DECISION, documented there")]
pub struct Decision {
    pub project: Option<Spanned<String>>,
    pub subject: Option<Spanned<(String, Option<String>)>>,
    pub outcome: Option<Spanned<String>>,
    pub date: Option<Spanned<Date>>,
    pub by: Vec<String>,
    pub conditions: Vec<Condition>,
}

/// A condition of a decision.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the fields are the keys of a condition in fields::DECISION, documented there")]
pub struct Condition {
    pub text: String,
    pub owner: Option<String>,
    pub due: Option<Due>,
    pub done: Option<Spanned<Date>>,
}

impl Condition {
    /// True when it is not met on a day.
    pub fn is_open(&self, on: Date) -> bool {
        self.done.as_ref().is_none_or(|done| done.value > on)
    }
}

/// Turns checked nodes into types. It reports only what Markdown inside a value can be wrong about, and missing item ids.
pub(super) struct Reader<'a> {
    pub(super) path: &'a SourcePath,
    pub(super) source: &'a str,
    pub(super) diagnostics: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    pub(super) fn common(&mut self, node: &Node) -> Common {
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

    pub(super) fn stage(&mut self, node: &Node) -> Stage {
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
            None => Spanned::new(super::slug::slug(&text.plain), words.span),
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

    pub(super) fn cause(&mut self, node: &Node) -> Cause {
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

    pub(super) fn project_stage(&mut self, node: &Node) -> ProjectStage {
        let entries = |key| node.get(key).map(Node::entries).unwrap_or_default();
        ProjectStage {
            start: date(node, "start"),
            end: date(node, "end"),
            reason: plain(node, "reason"),
            items: entries("items").iter().filter_map(|entry| Some((entry.key.clone(), state(&entry.node)?))).collect(),
            waves: entries("waves").iter().map(|entry| (entry.key.clone(), wave_state(&entry.node))).collect(),
            checklist: self.items(node),
        }
    }

    pub(super) fn project(&mut self, node: &Node) -> Project {
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

pub(super) fn practice(node: &Node) -> Practice {
    let all_stages = plain(node, "stages").is_some_and(|word| word == "all");
    Practice { all_stages, stages: slugs(node, "stages"), items: item_refs(node, "items") }
}

pub(super) fn decision(node: &Node) -> Decision {
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

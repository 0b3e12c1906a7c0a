//! What a change of state means for the keys in which it is written: which are put, which no longer fit and go. Not done here: text.

use super::source::{Op, Source};
use super::tree::{New, Step, walk};
use super::{Change, Refusal};
use crate::calendar::Date;
use crate::document::front::{self, State, StateWord};
use crate::document::node::{Node, Value};

/// The keys of a state in the order in which they are written.
const ORDER: &[&str] = &["state", "date", "by", "reason", "until", "owner", "due", "note", "answer", "evidence"];

/// The steps of an edit.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) ops: Vec<Op>,
    /// What goes because it belonged to the old state, as it is written.
    pub(super) dropped: Vec<String>,
}

/// An item's state as it is written now.
struct Written<'s> {
    source: &'s Source,
    path: &'s [Step],
    /// Its value; `None` for an item of which nothing is written.
    node: Option<&'s Node>,
    /// What that says; `None` also for an item that is a bare text.
    state: Option<State>,
    /// True for an item of a checklist, which holds its text too.
    is_element: bool,
}

/// The state that is to be, as far as it differs.
struct Wanted {
    word: StateWord,
    changed: bool,
    date: Option<Date>,
    /// The other keys, in order.
    others: Vec<(&'static str, New)>,
    /// Keys that are written and no longer fit.
    misfits: Vec<&'static str>,
    /// Keys that are written and not wanted any more.
    cleared: Vec<&'static str>,
}

pub(super) fn set(source: &Source, path: &[Step], change: &Change, as_of: Date) -> Result<Plan, Refusal> {
    let written = Written::read(source, path)?;
    let was = written.word();
    let no_state = written.state.is_none() || (written.is_map() && !written.has("state") && !written.has("date"));
    let done_on = no_state && change.date.is_some();
    let word = change.state.unwrap_or(if done_on { StateWord::Done } else { was });
    let changed = word != was;
    let date = change.date.or((changed && written.has("date")).then_some(as_of));
    let others = others(change);
    if let Some(message) = others.iter().find_map(|(key, _)| means_nothing(key, word)) {
        return Err(Refusal { message, at: None });
    }
    let misfits = if changed { misfits(was, word) } else { &[] };
    let goes = |key: &&str| written.has(key) && !others.iter().any(|(other, _)| other == key);
    let misfits = misfits.iter().copied().filter(goes).collect();
    let cleared = change.clear.iter().copied().filter(goes).collect();
    Ok(written.plan(&Wanted { word, changed, date, others, misfits, cleared }))
}

pub(super) fn tick(source: &Source, path: &[Step], on: Date) -> Result<Plan, Refusal> {
    let written = Written::read(source, path)?;
    let is_done = |state: &State| state.state.value == StateWord::Done && state.date.as_ref().is_none_or(|date| date.value <= on);
    if written.state.as_ref().is_some_and(is_done) {
        return Ok(Plan::default());
    }
    let change = Change { state: Some(StateWord::Done), date: Some(on), ..Change::default() };
    set(source, path, &change, on)
}

/// The steps after which an item is to do, for one that is done.
pub(super) fn untick(source: &Source, path: &[Step]) -> Result<Plan, Refusal> {
    let written = Written::read(source, path)?;
    match (written.word(), written.node) {
        (StateWord::Todo, _) | (_, None) => Ok(Plan::default()),
        (StateWord::Done, Some(node)) => Ok(written.to_do(node)),
        (word, Some(node)) => {
            let message = format!("this item is {}, not done; `rollbook set … --state todo` takes that back", word.word());
            Err(Refusal { message, at: Some(node.span.start) })
        }
    }
}

/// The step that takes away a day that a tick may have written where there was no state, and that day.
pub(super) fn without_tick(source: &Source, path: &[Step]) -> Result<Option<(Plan, Date)>, Refusal> {
    let written = Written::read(source, path)?;
    let Some(State { state, date: Some(date), .. }) = &written.state else { return Ok(None) };
    if state.value != StateWord::Done || written.has("date") {
        return Ok(None);
    }
    let keys = written.node.map(Node::entries).unwrap_or_default().iter().map(|entry| entry.key.value.as_str());
    let op = match (written.is_map(), written.is_element) {
        (true, true) if keys.eq(["state", "text"]) => Op::Unwrap { path: path.to_vec() },
        (true, _) => Op::Remove { path: written.key("state") },
        (false, _) => Op::Remove { path: path.to_vec() },
    };
    Ok(Some((Plan { ops: vec![op], dropped: Vec::new() }, date.value)))
}

/// What says who, why and until when of a state, and is wrong about another one. Who works on an item may well be who has done it, and what
/// stands there before there is a state belongs to none.
fn misfits(was: StateWord, is: StateWord) -> &'static [&'static str] {
    match (was, is) {
        (StateWord::Todo, _) => &[],
        (StateWord::Doing, StateWord::Done) => &["reason", "until"],
        _ => &["by", "reason", "until"],
    }
}

/// Why a key would say nothing in a state, if it would.
fn means_nothing(key: &str, word: StateWord) -> Option<String> {
    let (what, instead) = match (key, word) {
        ("by", StateWord::Todo) => ("who did or decided it", "who sees to it is its `owner`"),
        ("reason", StateWord::Todo | StateWord::Doing | StateWord::Done) => {
            ("why an item is blocked, na or waived", "a remark is a `note`")
        }
        ("until", word) if word != StateWord::Waived => ("the last day of a waiver", "the day by which it is to be done is its `due`"),
        _ => return None,
    };
    Some(format!("`{key}` says {what}, and this item is {}; {instead}", word.word()))
}

/// The keys of a change beside the state and its day.
fn others(change: &Change) -> Vec<(&'static str, New)> {
    let text = |text: &Option<String>| text.clone().map(New::Text);
    let evidence = change.evidence.iter().cloned().map(New::Text).collect::<Vec<_>>();
    [
        ("by", text(&change.by)),
        ("reason", text(&change.reason)),
        ("until", change.until.map(New::Date)),
        ("owner", text(&change.owner)),
        ("due", text(&change.due)),
        ("note", text(&change.note)),
        ("answer", text(&change.answer)),
        ("evidence", (!evidence.is_empty()).then_some(New::List(evidence))),
    ]
    .into_iter()
    .filter_map(|(key, value)| Some((key, value?)))
    .collect()
}

impl<'s> Written<'s> {
    fn read(source: &'s Source, path: &'s [Step]) -> Result<Self, Refusal> {
        let places = walk(&source.root, path);
        let node = places.last().filter(|_| places.len() > path.len()).map(|place| place.node);
        let is_element = matches!(path.last(), Some(Step::Index(_)));
        let state = node.filter(|node| !is_element || matches!(node.value, Value::Map(_))).and_then(front::state);
        match node {
            Some(node) if state.is_none() && !(is_element && matches!(node.value, Value::Text(_))) => {
                Err(Refusal { message: format!("what stands here is {}, and no state of an item", node.what()), at: Some(node.span.start) })
            }
            None if is_element => {
                Err(Refusal { message: "there is no such item in the checklist".to_owned(), at: Some(source.block.start) })
            }
            _ => Ok(Self { source, path, node, state, is_element }),
        }
    }

    fn word(&self) -> StateWord {
        self.state.as_ref().map_or(StateWord::Todo, |state| state.state.value)
    }

    fn is_map(&self) -> bool {
        self.node.is_some_and(|node| matches!(node.value, Value::Map(_)))
    }

    fn has(&self, key: &str) -> bool {
        self.node.is_some_and(|node| node.get(key).is_some())
    }

    /// True for a map in braces without a line break.
    fn is_one_line(&self) -> bool {
        let text = self.node.map(|node| self.source.written(node)).unwrap_or_default();
        text.starts_with('{') && !text.contains('\n')
    }

    fn key(&self, key: &str) -> Vec<Step> {
        self.path.iter().cloned().chain([Step::Key(key.to_owned())]).collect()
    }

    fn plan(&self, wanted: &Wanted) -> Plan {
        let whole = |value| vec![Op::Put { path: self.path.to_vec(), value, after: &[] }];
        let ops = match self.node {
            Some(_) if self.is_map() => self.short_again(wanted).map_or_else(|| self.steps_in_map(wanted), whole),
            Some(_) if self.is_element => self.steps_in_bare_item(wanted),
            _ => self.fresh(wanted).map(whole).unwrap_or_default(),
        };
        let misfits = wanted.misfits.iter().map(|key| self.source.entry_text(&self.key(key)).to_owned());
        Plan { ops, dropped: misfits.chain(self.dropped_day(wanted)).collect() }
    }

    /// A value in the shortest form, for an item of which nothing or only a word or day is written; `None` where it says that already.
    fn fresh(&self, wanted: &Wanted) -> Option<New> {
        let day =
            wanted.date.or(self.state.as_ref().filter(|_| !wanted.changed).and_then(|state| state.date.as_ref()).map(|date| date.value));
        if wanted.others.is_empty() && !wanted.changed && wanted.date.is_none_or(|date| self.says_day(date)) {
            return None;
        }
        let written = self.node.is_some_and(|node| node.value != Value::Null);
        Some(match (wanted.word, day, wanted.others.is_empty()) {
            (StateWord::Done, Some(day), true) => New::Date(day),
            (word, None, true) => New::Word(word.word()),
            (word, day, _) => {
                let state = (written || wanted.changed || day.is_some()).then(|| ("state", New::Word(word.word())));
                let day = day.map(|day| ("date", New::Date(day)));
                New::Map(state.into_iter().chain(day).chain(wanted.others.clone()).collect())
            }
        })
    }

    fn says_day(&self, day: Date) -> bool {
        self.state.as_ref().and_then(|state| state.date.as_ref()).is_some_and(|date| date.value == day)
    }

    /// The short form for a map of which nothing is kept: it was made for what goes now.
    fn short_again(&self, wanted: &Wanted) -> Option<New> {
        let goes = |key: &str| key == "state" || wanted.misfits.contains(&key);
        let nothing_kept = self.node.is_some_and(|node| node.entries().iter().all(|entry| goes(&entry.key.value)));
        if self.is_element || wanted.misfits.is_empty() || !nothing_kept || !wanted.others.is_empty() || !self.is_one_line() {
            return None;
        }
        match (wanted.word, wanted.date) {
            (StateWord::Done, Some(day)) => Some(New::Date(day)),
            (word, None) => Some(New::Word(word.word())),
            _ => None,
        }
    }

    fn steps_in_map(&self, wanted: &Wanted) -> Vec<Op> {
        let mut ops = Vec::new();
        for (key, value) in self.state_keys(wanted) {
            ops.push(self.put(key, value));
        }
        ops.extend(wanted.misfits.iter().chain(&wanted.cleared).map(|key| Op::Remove { path: self.key(key) }));
        for (key, value) in &wanted.others {
            ops.extend(self.other(key, value));
        }
        ops
    }

    /// The state and its day in a map. Without a key `date` there a day is the state: done on it.
    fn state_keys(&self, wanted: &Wanted) -> Vec<(&'static str, New)> {
        let word = New::Word(wanted.word.word());
        let day = wanted.date.filter(|date| wanted.changed || !self.says_day(*date));
        match day {
            Some(day) if wanted.word == StateWord::Done && !self.has("date") => vec![("state", New::Date(day))],
            Some(day) if wanted.changed => vec![("state", word), ("date", New::Date(day))],
            Some(day) => vec![("date", New::Date(day))],
            None if wanted.changed => vec![("state", word)],
            None => Vec::new(),
        }
    }

    fn steps_in_bare_item(&self, wanted: &Wanted) -> Vec<Op> {
        let mut keys = self.state_keys(wanted).into_iter().chain(wanted.others.clone());
        let Some((key, value)) = keys.next() else { return Vec::new() };
        let wrap = Op::Wrap { path: self.path.to_vec(), key, value };
        std::iter::once(wrap).chain(keys.map(|(key, value)| self.put(key, value))).collect()
    }

    fn put(&self, key: &'static str, value: New) -> Op {
        let place = ORDER.iter().position(|other| *other == key).unwrap_or_default();
        Op::Put { path: self.key(key), value, after: &ORDER[..place] }
    }

    /// A key beside the state, if it does not say that already. Evidence is added to what is there.
    fn other(&self, key: &'static str, value: &New) -> Vec<Op> {
        let old = self.node.and_then(|node| node.get(key));
        match (value, old) {
            (New::List(values), Some(list)) => {
                let link = |node: &Node| node.as_text().or_else(|| node.get("link")?.as_text()).map(str::to_owned);
                let known: Vec<String> = list.elements().iter().filter_map(link).collect();
                let is_new = |value: &&New| !matches!(value, New::Text(text) if known.contains(text));
                values.iter().filter(is_new).map(|value| Op::Push { path: self.key(key), value: value.clone() }).collect()
            }
            (value, Some(old)) if super::tree::difference(old, &value.node()).is_none() => Vec::new(),
            (value, _) => vec![self.put(key, value.clone())],
        }
    }

    /// The day that is lost when a state that is a day becomes a word.
    fn dropped_day(&self, wanted: &Wanted) -> Option<String> {
        let date = self.state.as_ref()?.date.as_ref()?;
        (wanted.changed && wanted.date.is_none()).then(|| date.value.to_string())
    }

    /// A state that is done becomes one that is to do, in its place; its day and what belongs to it go.
    fn to_do(&self, node: &Node) -> Plan {
        let put = |path: Vec<Step>| Op::Put { path, value: New::Word(StateWord::Todo.word()), after: &[] };
        if !self.is_map() {
            return Plan { ops: vec![put(self.path.to_vec())], dropped: Vec::new() };
        }
        let misfits = misfits(StateWord::Done, StateWord::Todo).iter().filter(|key| self.has(key));
        let dropped = misfits.clone().map(|key| self.source.entry_text(&self.key(key)).to_owned()).collect();
        let going: Vec<&str> = self.has("date").then_some("date").into_iter().chain(misfits.copied()).collect();
        let nothing_kept = node.entries().iter().all(|entry| entry.key.value == "state" || going.contains(&entry.key.value.as_str()));
        let ops = if nothing_kept && !going.is_empty() && !self.is_element && self.is_one_line() {
            vec![put(self.path.to_vec())]
        } else {
            let removals = going.iter().map(|key| Op::Remove { path: self.key(key) });
            std::iter::once(put(self.key("state"))).chain(removals).collect()
        };
        Plan { ops, dropped }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::ORDER;
    use crate::document::fields::{STATE, Shape};

    #[test]
    fn every_key_of_a_state_has_its_place_in_the_order() {
        let Shape::Either(shapes) = STATE else { panic!("a state has several forms") };
        let objects = shapes.iter().filter_map(|shape| if let Shape::Object(object) = shape { Some(object) } else { None });
        let known: BTreeSet<&str> = objects.flat_map(|object| object.all()).map(|field| field.name).collect();
        assert_eq!(ORDER.iter().copied().collect::<BTreeSet<&str>>(), known);
    }
}

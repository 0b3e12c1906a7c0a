//! What a page asks for, as JSON, and as a change that an author asks for. Not done here: making it.

use serde::{Deserialize, Serialize};

use crate::authoring::text::{line, prose};
use crate::authoring::{Ask, Decision, ItemName};
use crate::calendar::{Date, Due, read_date};
use crate::document::front::StateWord;
use crate::edit::{CLEARABLE, Change};

/// A change, and what the page was shown of the place that it changes.
#[derive(Debug, Deserialize)]
pub(super) struct Wanted {
    /// The project's id.
    pub(super) project: String,
    /// The file in which the page says that the state stands; the last decision on the subject. `None` where there was none.
    pub(super) file: Option<String>,
    /// The blake3 hash of all that file's bytes, in hex, as the page was told.
    pub(super) hash: Option<String>,
    #[serde(flatten)]
    pub(super) what: What,
}

/// Which change.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub(super) enum What {
    Tick {
        item: String,
    },
    Untick {
        item: String,
    },
    Set {
        item: String,
        #[serde(flatten)]
        keys: Keys,
    },
    Decide {
        subject: String,
        outcome: String,
        date: Option<String>,
        #[serde(default)]
        by: Vec<String>,
        #[serde(default)]
        because: String,
        #[serde(default)]
        conditions: Vec<String>,
    },
}

/// The keys of a state that are to change.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
pub(super) struct Keys {
    state: Option<String>,
    date: Option<String>,
    by: Option<String>,
    reason: Option<String>,
    until: Option<String>,
    owner: Option<String>,
    due: Option<String>,
    note: Option<String>,
    answer: Option<String>,
    #[serde(default)]
    evidence: Vec<String>,
    /// Keys that go.
    #[serde(default)]
    clear: Vec<String>,
}

impl What {
    /// The item, `stage/item`; `None` for a decision.
    pub(super) fn item(&self) -> Option<&str> {
        match self {
            What::Tick { item } | What::Untick { item } | What::Set { item, .. } => Some(item),
            What::Decide { .. } => None,
        }
    }

    /// The item or what is decided on.
    pub(super) fn subject(&self) -> &str {
        match self {
            What::Tick { item } | What::Untick { item } | What::Set { item, .. } => item,
            What::Decide { subject, .. } => subject,
        }
    }

    /// The change that is meant; an error is a sentence.
    pub(super) fn ask(&self, project: &str) -> Result<Ask, String> {
        let name = |item: &str| ItemName { project: Some(project.to_owned()), item: item.to_owned() };
        Ok(match self {
            What::Tick { item } => Ask::Tick(name(item)),
            What::Untick { item } => Ask::Untick(name(item)),
            What::Set { item, keys } => Ask::Set(name(item), keys.change()?),
            What::Decide { subject, outcome, date, by, because, conditions } => {
                let by = texts("by", by)?;
                if by.is_empty() {
                    return Err("by: say who decided".to_owned());
                }
                Ask::Decide(Decision {
                    project: project.to_owned(),
                    subject: line(subject)?,
                    outcome: line(outcome)?,
                    date: day("date", date.as_ref())?,
                    by,
                    conditions: texts("conditions", conditions)?,
                    because: prose(because).map_err(|_| "because: say why, in a sentence".to_owned())?,
                })
            }
        })
    }
}

impl Keys {
    fn change(&self) -> Result<Change, String> {
        let one = |key: &str, text: &Option<String>| {
            text.as_deref().map(|text| line(text).map_err(|error| format!("{key}: {error}"))).transpose()
        };
        let state = self.state.as_deref().map(|word| {
            let known = StateWord::ALL.into_iter().find(|state| state.word() == word);
            known.ok_or_else(|| format!("`{word}` is no state"))
        });
        let due = one("due", &self.due)?;
        if let Some(text) = &due {
            Due::parse(text).map_err(|error| format!("due: {}; {}", error.message, error.help))?;
        }
        let change = Change {
            state: state.transpose()?,
            date: day("date", self.date.as_ref())?,
            by: one("by", &self.by)?,
            reason: one("reason", &self.reason)?,
            until: day("until", self.until.as_ref())?,
            owner: one("owner", &self.owner)?,
            due,
            note: one("note", &self.note)?,
            answer: one("answer", &self.answer)?,
            evidence: texts("evidence", &self.evidence)?,
            clear: cleared(&self.clear)?,
        };
        if change == Change::default() { Err("nothing to change".to_owned()) } else { Ok(change) }
    }
}

fn cleared(keys: &[String]) -> Result<Vec<&'static str>, String> {
    let known = |key: &String| CLEARABLE.into_iter().find(|known| known == key).ok_or_else(|| format!("`{key}` can't be left empty"));
    keys.iter().map(known).collect()
}

fn texts(key: &str, texts: &[String]) -> Result<Vec<String>, String> {
    texts.iter().map(|text| line(text).map_err(|error| format!("{key}: {error}"))).collect()
}

fn day(key: &str, text: Option<&String>) -> Result<Option<Date>, String> {
    text.map(|text| read_date(text).map_err(|error| format!("{key}: {}; {}", error.message, error.help))).transpose()
}

//! What templates can do beyond Tera's own filters: say words and days in the book's language. Pure. Not done here: the words ([`crate::locale`]).

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;
use tera::{Error, Kwargs, State, Tera, TeraResult};

use crate::calendar::parse_date;
use crate::diagnostic::nearest;
use crate::locale::{self, Locale};

/// Makes the functions known; before templates are added, for these are checked against them.
pub(super) fn register(tera: &mut Tera, locale: &Arc<Locale>) {
    let words = Arc::clone(locale);
    tera.register_filter("t", move |key: &str, values: Kwargs, _: &State<'_>| say(&words, key, &values));
    let words = Arc::clone(locale);
    tera.register_filter("date", move |day: &str, _: Kwargs, _: &State<'_>| match parse_date(day) {
        Some(day) => Ok(words.date(day)),
        None => Err(Error::message(format!("`{day}` is no date"))),
    });
}

/// `{{ "more" | t(n=3) }}`: a message, with what stands in it.
fn say(locale: &Locale, key: &str, values: &Kwargs) -> TeraResult<String> {
    let given: BTreeMap<String, Given> = values.deserialize()?;
    let values: Vec<(&str, locale::Value<'_>)> = given.iter().map(|(name, value)| (name.as_str(), value.into())).collect();
    locale.find(key, &values).ok_or_else(|| {
        let meant = nearest(key, locale.keys()).map(|key| format!(": did you mean `{key}`?")).unwrap_or_default();
        Error::message(format!("there is no word `{key}` in the theme's locales{meant}"))
    })
}

/// What may stand in a message.
#[derive(Deserialize)]
#[serde(untagged)]
enum Given {
    Number(i64),
    Text(String),
}

impl<'g> From<&'g Given> for locale::Value<'g> {
    fn from(given: &'g Given) -> Self {
        match given {
            Given::Number(number) => (*number).into(),
            Given::Text(text) => text.as_str().into(),
        }
    }
}

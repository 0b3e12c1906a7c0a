//! What templates can do beyond Tera's own filters: say words and days in the book's language. Pure. Not done here: the words ([`crate::locale`]).

use std::sync::Arc;

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use crate::calendar::{Date, parse_date};
use crate::diagnostic::nearest;
use crate::locale::{self, Locale};

/// Stands in a message for a piece of HTML, by its number, until the message is escaped: the first of Unicode's noncharacters, which no text has.
const FIRST_PIECE: u32 = 0xFDD0;
/// So many noncharacters follow one another.
const MOST_PIECES: usize = 32;

/// Makes the functions known; before templates are added, for these are checked against them.
pub(super) fn register(tera: &mut Tera, locale: &Arc<Locale>) {
    let words = Arc::clone(locale);
    tera.register_filter("t", move |key: &str, values: Kwargs, _: &State<'_>| say(&words, key, &values));
    let words = Arc::clone(locale);
    tera.register_filter("number", move |digits: &str, _: Kwargs, _: &State<'_>| words.decimal(digits));
    register_date(tera, locale, "date", Locale::date);
    register_date(tera, locale, "date_short", Locale::date_short);
}

/// `{{ day | date }}`: an ISO day in words.
fn register_date(tera: &mut Tera, locale: &Arc<Locale>, name: &'static str, say: fn(&Locale, Date) -> String) {
    let words = Arc::clone(locale);
    tera.register_filter(name, move |day: &str, _: Kwargs, _: &State<'_>| match parse_date(day) {
        Some(day) => Ok(say(&words, day)),
        None => Err(Error::message(format!("`{day}` is no date"))),
    });
}

/// `{{ "more" | t(n=3) }}`: a message, with what stands in it. A value that is HTML already, such as a component, stays that; all else is escaped.
fn say(locale: &Locale, key: &str, given: &Kwargs) -> TeraResult<Value> {
    let mut values: Vec<(&str, locale::Value<'_>)> = Vec::new();
    let mut pieces: Vec<&str> = Vec::new();
    for (name, value) in given.iter() {
        let name = name.as_str().unwrap_or_default();
        let value = match value.as_str() {
            Some(html) if value.is_safe() && pieces.len() < MOST_PIECES => {
                let mark: String = char::from_u32(FIRST_PIECE + pieces.len() as u32).into_iter().collect();
                pieces.push(html);
                mark.into()
            }
            // A mark that stands in a text is none of ours.
            Some(text) if text.contains(is_mark) => text.replace(is_mark, "").into(),
            Some(text) => text.into(),
            None => value.as_i64().ok_or_else(|| Error::message(format!("`{name}` is neither a whole number nor a text")))?.into(),
        };
        values.push((name, value));
    }
    let said = locale.find(key, &values).ok_or_else(|| {
        let meant = nearest(key, locale.keys()).map(|key| format!(": did you mean `{key}`?")).unwrap_or_default();
        Error::message(format!("there is no word `{key}` in the theme's locales{meant}"))
    })?;
    if pieces.is_empty() {
        return Ok(Value::normal_string(&said));
    }
    let mut html = Vec::new();
    tera::escape_html(&said, &mut html).map_err(|error| Error::message(error.to_string()))?;
    let html = String::from_utf8_lossy(&html).into_owned();
    let mut filled = String::with_capacity(html.len() + pieces.iter().map(|piece| piece.len()).sum::<usize>());
    for c in html.chars() {
        match pieces.get((c as usize).wrapping_sub(FIRST_PIECE as usize)) {
            Some(piece) => filled.push_str(piece),
            None => filled.push(c),
        }
    }
    Ok(Value::safe_string(&filled))
}

fn is_mark(c: char) -> bool {
    (FIRST_PIECE..FIRST_PIECE + MOST_PIECES as u32).contains(&(c as u32))
}

#[cfg(test)]
mod tests {
    use tera::Context;

    use super::*;
    use crate::config::Config;
    use crate::source::Sources;

    /// A template, rendered with the words of a book in that language.
    fn rendered(language: &str, template: &str) -> Result<String, String> {
        let sources = Sources::from_fixture(&format!("-- book.toml --\n[book]\nid = \"a\"\nlanguage = \"{language}\"\n"));
        let config: Config = sources.config(&mut Vec::new());
        let mut tera = Tera::default();
        register(&mut tera, &Arc::new(Locale::load(&sources, &config, &mut Vec::new())));
        let link = "{% component link(title: string) -%}<a href=\"x\">{{ title }}</a>{%- endcomponent link %}";
        tera.add_raw_templates([("link.html", link), ("page.html", template)]).map_err(|error| error.to_string())?;
        let mut context = Context::new();
        context.insert("title", "A & <b>");
        tera.render("page.html", &context).map_err(|error| error.to_string())
    }

    #[test]
    fn a_piece_of_html_stays_one_and_stands_where_the_language_wants_it_and_all_else_is_escaped() {
        let said = |language: &str| rendered(language, "{{ \"later-entries\" | t(count=2, link=<link title />) }}").unwrap();
        assert_eq!(said("en"), "2 later entries: <a href=\"x\">A &amp; &lt;b&gt;</a>");
        assert_eq!(said("de"), "2 spätere Einträge: <a href=\"x\">A &amp; &lt;b&gt;</a>");
        assert_eq!(rendered("en", "{{ \"link-to\" | t(what=title) }}").unwrap(), "Link to A &amp; &lt;b&gt;");
        let marked = rendered("en", "{{ \"later-entries\" | t(count=2, link=<link title=\"a\u{fdd0}\u{fdd1}b\" />) }}").unwrap();
        assert_eq!(marked.matches("<a ").count(), 1, "{marked}");
        assert_eq!(
            rendered("en", "{{ \"between\" | t(from=title, to=<link title />) }}").unwrap(),
            "A &amp; &lt;b&gt; and <a href=\"x\">A &amp; &lt;b&gt;</a>"
        );
    }

    #[test]
    fn a_word_that_is_not_there_is_an_error_with_the_nearest_one() {
        let error = rendered("en", "{{ \"lnk-to\" | t }}").unwrap_err();
        assert!(error.contains("there is no word `lnk-to`"), "{error}");
    }

    #[test]
    fn days_are_said_in_full_and_in_short() {
        let said = |language: &str| rendered(language, "{{ \"2026-04-05\" | date }}, {{ \"2026-04-05\" | date_short }}").unwrap();
        assert_eq!(said("en"), "5 April 2026, 5 Apr 2026");
        assert_eq!(said("pl"), "5 kwietnia 2026, 5 kwi 2026");
        assert!(rendered("en", "{{ \"soon\" | date_short }}").is_err());
    }
}

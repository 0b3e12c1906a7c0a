//! The small grammars of front matter as regular expressions of ECMA 262, which JSON Schema uses. Each matches every text that its parser
//! accepts; what an expression can't count (that a window's first number is the lower one) is left to the parser. Not done here: reading.

use crate::document::fields::Shape;

/// What a weekday is called in full.
pub(super) const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Anything but space. Only ASCII space counts here: the dialects do not agree on which other characters are space.
const TEXT: &str = r"[^\t\n\r ]";
const SLUG: &str = "[a-z0-9-]+";
/// Space as the parsers take it: `\s` lacks the next line character, U+0085.
const SPACE: &str = r"[\s\x85]*";
const DATE: &str = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
/// 1 to 9,999.
const COUNT: &str = "0*[1-9][0-9]{0,3}";

/// The expression for a shape of text.
pub(super) fn of(shape: &Shape) -> String {
    match shape {
        Shape::Slug => format!("^{SLUG}$"),
        Shape::ItemRef => format!("^{SLUG}(/{SLUG})?$"),
        Shape::Date => format!("^{DATE}$"),
        // The form that is counted from a window; the other one is a date.
        Shape::Due => {
            let anchor = format!("({}|{})", any_case("start"), any_case("end"));
            format!("^{SPACE}{anchor}{SPACE}([+-]{SPACE}0*[0-9]{{1,4}}{SPACE}[DdWw])?{SPACE}$")
        }
        Shape::Window => window(),
        Shape::Bake => format!("^{SPACE}{COUNT}{SPACE}[Dd]{SPACE}$"),
        Shape::Transition => format!("^{SPACE}{SLUG}{SPACE}(->|→){SPACE}{SLUG}{SPACE}$"),
        Shape::Subject => format!("^(gate:{SLUG}|wave:{SLUG}/{SLUG})$"),
        Shape::Url => r"^https?://[^\t\n\r /?#]".to_owned(),
        Shape::Language => language(),
        Shape::Weekday => {
            let names: Vec<String> = WEEKDAYS.iter().map(|name| format!("{}({})?", any_case(&name[..3]), any_case(&name[3..]))).collect();
            format!("^{SPACE}({}){SPACE}$", names.join("|"))
        }
        _ => TEXT.to_owned(),
    }
}

/// RFC 5646 section 2.1: language and further languages, script, region, variants, extensions, private use.
fn language() -> String {
    let (region, variant) = ("([A-Za-z]{2}|[0-9]{3})", "([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3})");
    let extension = "[A-WYZa-wyz0-9](-[A-Za-z0-9]{2,8})+";
    format!(
        "^[A-Za-z]{{2,3}}(-[A-Za-z]{{3}}){{0,3}}(-[A-Za-z]{{4}})?(-{region})?(-{variant})*(-{extension})*(-[Xx](-[A-Za-z0-9]{{1,8}})+)?$"
    )
}

fn window() -> String {
    let unit = format!("({})[Ss]?", ["day", "week", "month", "quarter"].map(any_case).join("|"));
    let last = format!("([-–—]|{}){SPACE}{COUNT}", any_case("to"));
    let counted = format!("{unit}{SPACE}{COUNT}{SPACE}(\\+|{last})?");
    let dates = format!("{DATE}{SPACE}\\.\\.{SPACE}({DATE})?");
    let after = format!("{}{SPACE}[A-Za-z0-9-]+[\\s\\x85]+{}{SPACE}{COUNT}{SPACE}[DdMmWw]", any_case("after"), any_case("for"));
    format!("^{SPACE}({counted}|{dates}|{after}){SPACE}$")
}

/// A word in any mixture of capitals and small letters. The Kelvin sign is a capital of `k` too.
fn any_case(word: &str) -> String {
    word.chars()
        .map(|letter| {
            let kelvin = if letter == 'k' { "\u{212A}" } else { "" };
            format!("[{}{}{kelvin}]", letter.to_ascii_uppercase(), letter.to_ascii_lowercase())
        })
        .collect()
}

//! The arguments of `calendar`. Not done here: which events they select.

use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use clap::{Args as ClapArgs, ValueEnum};
use rollbook::calendar::Date;
use rollbook::playbook::event::Kind;

use super::{Book, date};

#[derive(Debug, ClapArgs)]
pub(crate) struct Calendar {
    /// Only what belongs to a project, by id
    #[arg(long, value_name = "PROJECT")]
    pub(crate) project: Option<String>,
    /// Only what is somebody's business, by the role as the files write it
    #[arg(long, value_name = "OWNER")]
    pub(crate) owner: Option<String>,
    /// Only a kind of event: freeze, holiday, window, gate, wave, due, expiry or decision; may be given again
    #[arg(long = "kind", value_name = "KIND", value_parser = kinds(), hide_possible_values = true)]
    pub(crate) kinds: Vec<Kind>,
    /// The first day [default: for text the day of --as-of, with what is past and open before it; else all that was]
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) from: Option<Date>,
    /// The last day [default: for text the first entries that come; else all that comes]
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) to: Option<Date>,
    /// Say where each computed date comes from, project by project, instead of what happens when
    #[arg(long, conflicts_with_all = ["owner", "kinds", "from", "to"])]
    pub(crate) explain: bool,
    /// text for people, json for machines, ics for calendars
    #[arg(long, value_enum, default_value_t = CalendarFormat::Text, hide_possible_values = true)]
    pub(crate) format: CalendarFormat,
    #[command(flatten)]
    pub(crate) book: Book,
}

/// How a calendar is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CalendarFormat {
    /// For people
    Text,
    /// For machines
    Json,
    /// For calendars
    Ics,
}

/// Takes a kind by its name; an unknown one gets a suggestion.
fn kinds() -> impl clap::builder::TypedValueParser<Value = Kind> {
    PossibleValuesParser::new(Kind::ALL.map(Kind::name)).try_map(|name| Kind::from_name(&name).ok_or("no kind of event"))
}

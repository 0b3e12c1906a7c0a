//! `book.toml` → [`Config`]. Not done here: looking for the file, or applying what it says.

pub mod holiday_files;
mod values;

use std::collections::BTreeMap;

use crate::calendar::{Date, Freeze, Months, Overlap, Weekday, WeekdaySet, Workdays, week_start};
use crate::diagnostic::{Code, Diagnostic, Severity, Span, Spanned};
use crate::document::check::check;
use crate::document::fields::BOOK;
use crate::document::front::{self, Project, date, holidays, integer, list, plain, plains, slug, text};
use crate::document::node::{Node, Value};
use crate::document::{conflict, drop_echoes, toml};
use crate::path::SourcePath;

/// What `book.toml` says, with the defaults of what it leaves out.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// `[book] id`.
    pub id: String,
    /// `[book] title`; the id where there is none.
    pub title: String,
    /// `[book] description`.
    pub description: Option<String>,
    /// `[book] language`.
    pub language: Spanned<String>,
    /// `[book] base_url`, without a `/` at its end.
    pub base_url: Option<String>,
    /// `[book] start`.
    pub start: Option<Date>,
    /// `[book] timezone`, an IANA name.
    pub timezone: Spanned<String>,
    /// `[book] repository`, without a `/` at its end.
    pub repository: Option<String>,
    /// `[book] repository_kind`.
    pub repository_kind: Option<String>,
    /// `[book] repository_branch`.
    pub repository_branch: Option<String>,
    /// `[project]`: the one project of a book without `projects/`.
    pub project: Project,
    /// Where `[project]` stands, if it says anything.
    pub project_span: Option<Span>,
    /// `[build] content`: the folder of the sources, relative to the book.
    pub content: String,
    /// `[build] theme`: the folder below `themes/`.
    pub theme: String,
    /// `[build] output`: the folder of the site, relative to the book.
    pub output: String,
    /// `[build] search`: false for a site without a search index.
    pub search: bool,
    /// `[build] in_place`: true where the output folder is never exchanged for another.
    pub in_place: bool,
    /// `[build] precompress`: true for compressed copies beside the files.
    pub precompress: bool,
    /// `[calendar] months`.
    pub months: Months,
    /// `[calendar] overlap`.
    pub overlap: Overlap,
    /// Workdays, holidays, freezes and avoided weekdays.
    pub workdays: Workdays,
    /// `[calendar] holiday_files`: names that can be files of the book. Their days are among the workdays after
    /// [`add_holidays`](Config::add_holidays).
    pub holiday_files: Vec<Spanned<SourcePath>>,
    /// `[calendar] week_start`; by default what is usual where `language` is spoken.
    pub week_start: Weekday,
    /// `[status]`.
    pub thresholds: Thresholds,
    /// `[markdown] raw_html = "allow"`.
    pub raw_html: bool,
    /// `[links]`.
    pub links: Links,
    /// `[checks]`: severities that differ from the defaults; `None` is off.
    pub checks: BTreeMap<Code, Option<Severity>>,
    /// True when errors kept parts of the file from being read.
    pub partial: bool,
}

/// `[status]`, domain section 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    /// Percentage points behind expected.
    pub behind: i64,
    /// Days.
    pub due_soon: i64,
    /// Days.
    pub expiry_soon: i64,
    /// Days.
    pub exposure_soon: i64,
    /// Workdays.
    pub stale: i64,
}

/// `[links]`: how addresses outside the book are checked, when that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Links {
    /// Patterns of addresses that are not asked; `*` stands for anything.
    pub skip: Vec<String>,
    /// Seconds.
    pub timeout: u64,
    /// Days for which a good answer holds.
    pub cache_days: u64,
}

impl Config {
    /// Where the file is, relative to the book.
    pub fn path() -> SourcePath {
        SourcePath::new("book.toml")
    }

    /// Reads the text of `book.toml`. Every key that is at fault is reported and has its default.
    pub fn parse(source: &str, diagnostics: &mut Vec<Diagnostic>) -> Config {
        let path = Self::path();
        let before = diagnostics.len();
        diagnostics.extend(conflict::find(&path, source));
        let (whole, source) = (source, if diagnostics.len() > before { "" } else { source });
        let text = source.strip_prefix('\u{feff}').unwrap_or(source);
        let root = toml::parse(&path, source, Span::new(source.len() - text.len(), source.len()), diagnostics);
        let read_in_full = diagnostics.len() == before;
        check(&path, source, &root, &BOOK, read_in_full, diagnostics);
        drop_echoes(&path, whole, diagnostics);
        let mut config = Self::read(&root);
        config.check_values(&root, diagnostics);
        config.holiday_files = root.get("calendar").map(|calendar| holiday_files::named(calendar, diagnostics)).unwrap_or_default();
        config.partial = diagnostics.len() > before;
        config
    }

    fn read(root: &Node) -> Config {
        let empty = Node::empty_map(root.span);
        let table = |name| root.get(name).unwrap_or(&empty);
        let (book, build, calendar) = (table("book"), table("build"), table("calendar"));
        let id = slug(book, "id").map(|id| id.value).unwrap_or_default();
        let language = text(book, "language").unwrap_or_else(|| Spanned::new("en".into(), root.span));
        let address = |key| plain(book, key).map(|url| url.trim_end_matches('/').to_owned());
        Config {
            title: plain(book, "title").unwrap_or_else(|| id.clone()),
            id,
            description: plain(book, "description"),
            holiday_files: Vec::new(),
            week_start: weekday(calendar, "week_start").unwrap_or_else(|| week_start(&language.value)),
            language,
            base_url: address("base_url"),
            start: date(book, "start").map(|start| start.value),
            timezone: text(book, "timezone").unwrap_or_else(|| Spanned::new("UTC".into(), root.span)),
            repository: address("repository"),
            repository_kind: plain(book, "repository_kind"),
            repository_branch: plain(book, "repository_branch"),
            project: front::project(table("project")),
            project_span: root
                .entries()
                .iter()
                .find(|entry| entry.key.value == "project" && !entry.node.entries().is_empty())
                .map(|entry| entry.key.span),
            content: plain(build, "content").unwrap_or_else(|| "content".into()),
            theme: plain(build, "theme").unwrap_or_else(|| "default".into()),
            output: plain(build, "output").unwrap_or_else(|| "site".into()),
            search: build.get("search").is_none_or(|search| search.value != Value::Bool(false)),
            in_place: is_true(build, "in_place"),
            precompress: is_true(build, "precompress"),
            months: plain(calendar, "months").and_then(|name| Months::from_name(&name)).unwrap_or_default(),
            overlap: plain(calendar, "overlap").and_then(|name| Overlap::from_name(&name)).unwrap_or_default(),
            workdays: workdays(calendar),
            thresholds: thresholds(table("status")),
            raw_html: plain(table("markdown"), "raw_html").as_deref() == Some("allow"),
            links: links(table("links")),
            checks: severities(table("checks")),
            partial: false,
        }
    }
}

fn is_true(table: &Node, key: &str) -> bool {
    table.get(key).is_some_and(|node| node.value == Value::Bool(true))
}

fn weekday(calendar: &Node, key: &str) -> Option<Weekday> {
    WeekdaySet::parse_weekday(&plain(calendar, key)?)
}

fn workdays(calendar: &Node) -> Workdays {
    let weekdays = |key: &str, default: WeekdaySet| match calendar.get(key) {
        Some(_) => plains(calendar, key).iter().filter_map(|name| WeekdaySet::parse_weekday(name)).collect(),
        None => default,
    };
    let days = weekdays("workdays", WeekdaySet::MONDAY_TO_FRIDAY);
    let avoid = weekdays("avoid_weekdays", WeekdaySet::FRIDAY);
    let freezes = list(calendar, "freezes")
        .iter()
        .filter_map(|freeze| {
            let (start, last) = (date(freeze, "start")?.value, date(freeze, "end")?.value);
            Some(Freeze { start, end: last.tomorrow().ok()?, reason: plain(freeze, "reason").unwrap_or_default() })
        })
        .collect();
    Workdays::new(days, holidays(calendar), freezes, avoid)
}

fn thresholds(status: &Node) -> Thresholds {
    let value = |key, default| status.get(key).and_then(integer).unwrap_or(default);
    Thresholds {
        behind: value("behind", 25),
        due_soon: value("due_soon", 7),
        expiry_soon: value("expiry_soon", 14),
        exposure_soon: value("exposure_soon", 7),
        stale: value("stale", 10),
    }
}

fn links(links: &Node) -> Links {
    let value = |key, default| links.get(key).and_then(integer).and_then(|number| u64::try_from(number).ok()).unwrap_or(default);
    Links { skip: plains(links, "skip"), timeout: value("timeout", 10), cache_days: value("cache_days", 7) }
}

fn severities(checks: &Node) -> BTreeMap<Code, Option<Severity>> {
    let severity = |word: &str| match word {
        "error" => Some(Some(Severity::Error)),
        "warn" => Some(Some(Severity::Warning)),
        "off" => Some(None),
        _ => None,
    };
    checks.entries().iter().filter_map(|entry| Some((Code::from_name(&entry.key.value)?, severity(entry.node.as_text()?)?))).collect()
}

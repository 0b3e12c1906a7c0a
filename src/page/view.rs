//! The pieces that several page views share: frame, links, bars, checklist rows. Not done here: building them from the playbook.
//!
//! Everything a template prints is in its view; templates format and never look anything up. Every `url` is relative to the page it stands on
//! and is ready for an `href`. Fields of type [`Html`] hold finished, safe HTML: a template prints them with `| safe`, and nothing else so.

use std::sync::Arc;

use serde::Serialize;

use super::html::Html;

/// What surrounds every page: the same shape for all kinds, under the key `page`. Names and links only, never another page's progress.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Frame {
    /// The page kind, one of [`super::KINDS`]; written to `<body data-kind>`.
    pub kind: &'static str,
    /// The page's title, plain text.
    pub title: String,
    /// One sentence for search results and cards, plain text.
    pub description: Option<String>,
    /// The way to the site's root, `""` or `"../"` repeated: `{{ page.root }}assets/site.css`.
    pub root: String,
    /// The page's own place from the root, such as `stages/pilot/index.html`.
    pub path: String,
    /// The absolute address of the page, known only with a `base_url`.
    pub canonical: Option<String>,
    /// True for a page that search engines should leave out.
    pub noindex: bool,
    /// The page's icon, from the root: that of the book, or for a page about one project how far it has come.
    pub icon: String,
    /// The way down to this page, the home page first, this page not included.
    pub breadcrumbs: Vec<Link>,
    /// The site's navigation: of plain pages that lie in no folder at most 24, then what leads to the others.
    pub nav: Vec<Arc<NavGroup>>,
    /// The body's headings of level 2 and 3, in order.
    pub contents: Vec<Heading>,
    /// The page before this one in its own order (stages, handbook pages).
    pub previous: Option<Link>,
    /// The page after this one.
    pub next: Option<Link>,
    /// Pages whose text links here, sorted by kind, then title; at most [`super::frame::MOST_BACKLINKS`].
    pub backlinks: Vec<Link>,
    /// How many more there are than are listed.
    pub more_backlinks: usize,
    /// Where the page's source is edited, known only with `repository`.
    pub edit_url: Option<String>,
    /// Where a fault of the page is reported, known only with `repository`, and not for every host.
    pub report_url: Option<String>,
    /// The day of the last commit of the page's source, `YYYY-MM-DD` in the book's time zone; null where git does not tell.
    pub updated: Option<String>,
    /// The glossary's terms that the page links to, for their tooltips.
    pub terms: Vec<Term>,
    /// The day all derived values of this page hold for, `YYYY-MM-DD`; null on pages without any.
    pub as_of: Option<String>,
    /// The book: the same on all pages.
    pub book: BookView,
}

/// A term of the glossary, as a tooltip says it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Term {
    /// The anchor of the tooltip, as in [`TermLink::tip`].
    pub tip: String,
    /// Plain text.
    pub definition: String,
}

/// A link from a word to its entry in the glossary.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TermLink {
    /// The entry.
    pub url: String,
    /// The anchor of the definition on this page, one of [`Frame::terms`].
    pub tip: String,
}

/// The book as every page names it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct BookView {
    /// `[book] title`.
    pub title: String,
    /// `[book] description`.
    pub description: Option<String>,
    /// BCP 47 language tag for `<html lang>`.
    pub language: String,
    /// `ltr` or `rtl`, for `<html dir>`.
    pub direction: &'static str,
    /// What pages may load, a Content Security Policy; null in a book that allows raw HTML.
    pub policy: Option<Arc<str>>,
    /// Link to the home page.
    pub home: String,
    /// True for a site with a search index.
    pub search: bool,
    /// The style sheets of the book's own theme, from the site's root; linked after the theme's. `assets/book.css` where the book has
    /// `static/book.css`.
    pub stylesheets: Vec<&'static str>,
    /// The scripts of the book's own theme, from the site's root. `assets/book.js` where the book has `static/book.js`.
    pub scripts: Vec<&'static str>,
}

/// A link with its text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Link {
    /// Plain text.
    pub title: String,
    /// Relative address.
    pub url: String,
    /// The kind of page it leads to, one of [`super::KINDS`], or `item` or `external`.
    pub kind: &'static str,
}

/// One block of the navigation: a section and the pages worth listing in it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct NavGroup {
    /// The section's own page.
    pub link: Link,
    /// True on that page itself.
    pub current: bool,
    /// True when this page lies in the section.
    pub open: bool,
    /// Its entries around this page, at most 24.
    pub entries: Vec<NavEntry>,
    /// How many entries of the section are not listed here; its own page lists them all. 0 for projects and decisions that are too many to list.
    pub more: usize,
}

/// One entry of the navigation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct NavEntry {
    /// Where it leads.
    pub link: Link,
    /// True on that page itself.
    pub current: bool,
    /// True on that page and on those below it.
    pub open: bool,
    /// What is in it, where it is a folder and open; at most 24.
    pub entries: Vec<NavEntry>,
    /// How many more there are in it.
    pub more: usize,
}

/// A heading of the body.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Heading {
    /// 2 or 3.
    pub level: u8,
    /// The anchor, without `#`.
    pub id: String,
    /// Plain text.
    pub title: String,
}

/// A progress bar, with its words. Percents are whole numbers from 0 to 100.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Bar {
    /// What it measures, for its accessible name: "Progress of Pilot".
    pub label: String,
    /// `floor(100 · done / counted)`, null when nothing is counted.
    pub percent: Option<u64>,
    /// Share of points ticked but without their evidence; drawn hatched after `percent`.
    pub claimed_percent: u64,
    /// Where the plan expects to be, null when that can't be said; drawn as a thin mark.
    pub expected_percent: Option<u64>,
    /// "4 of 13 points, 30 %", or "no items".
    pub text: String,
    /// "expected 37 of 62 workdays, 59 %", null like `expected_percent`.
    pub expected_text: Option<String>,
}

/// Gate readiness: musts resolved of all musts.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Musts {
    /// Done, validly not applicable, or under an unexpired waiver.
    pub resolved: u64,
    /// All musts; 0 when the stage has none.
    pub total: u64,
    /// "2 of 7 musts", or "no musts".
    pub text: String,
}

/// A stretch of days. Dates are ISO 8601 and `last` is the last day, included.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Period {
    /// First day.
    pub start: Option<String>,
    /// Last day, included; null while open or unscheduled.
    pub last: Option<String>,
    /// "5 Apr 2026 to 4 Jul 2026", "from 5 Jun 2026, open", or "unscheduled".
    pub text: String,
}

/// By how much something is earlier or later than planned.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Slip {
    /// "14 days later", "1 day earlier".
    pub text: String,
    /// True when it is later.
    pub is_later: bool,
}

/// Checklist rows under one group heading.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ItemGroup {
    /// The group's name; null for items without one.
    pub title: Option<String>,
    /// In the author's order.
    pub items: Vec<ItemRow>,
}

/// One checklist item, as a row.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ItemRow {
    /// Full id, `stage/item`.
    pub id: String,
    /// Its anchor on this page, `stage.item`.
    pub anchor: String,
    /// Inline HTML.
    pub text: Html,
    /// `must` or `may`.
    pub level: &'static str,
    /// Points it counts for; 0 = shown, not counted.
    pub weight: u64,
    /// The effective owner, by role.
    pub owner: Option<String>,
    /// Its entry in the glossary, if it has one.
    pub owner_term: Option<TermLink>,
    /// When it is due, as its author means it: "3 days before the end", "5 Apr 2026".
    pub due: Option<String>,
    /// The day on which it is due in a project, ISO; null on a playbook page, and where it can't be computed.
    pub due_day: Option<String>,
    /// How far that day is from as_of: "in 5 days"; null once the item is resolved.
    pub due_away: Option<String>,
    /// True when done needs evidence.
    pub evidence_required: bool,
    /// True when `na` is allowed.
    pub na_allowed: bool,
    /// True for an item that this project added to the playbook's.
    pub added_by_project: bool,
    /// Items that must be resolved first.
    pub depends_on: Vec<Link>,
    /// Causes that this item guards against.
    pub guards: Vec<Link>,
    /// Practices that speak of this item.
    pub practices: Vec<Link>,
    /// The item in the playbook; null on the playbook's own page.
    pub definition: Option<Link>,
    /// The state in a project; null on a playbook page, which has none.
    pub state: Option<ItemState>,
}

/// An item's state in one project.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ItemState {
    /// The effective state: `todo`, `doing`, `done`, `claimed`, `blocked`, `na`, `waived`.
    pub effective: &'static str,
    /// Its word: "to do", "in progress", "done", "claimed", "blocked", "not applicable", "waived".
    pub word: String,
    /// Why it is what it is, in a sentence, where that isn't plain: "ticked, but no evidence", "waived until 15 Jun 2026 by Steering group".
    pub because: Option<String>,
    /// The day of that state.
    pub date: Option<String>,
    /// Who, by role.
    pub by: Option<String>,
    /// The author's reason, plain text.
    pub reason: Option<String>,
    /// The author's note, plain text.
    pub note: Option<String>,
    /// The answer to a question item, plain text.
    pub answer: Option<String>,
    /// True when due before as_of and not resolved.
    pub overdue: bool,
    /// Evidence entries.
    pub evidence: Vec<EvidenceView>,
}

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct EvidenceView {
    /// Where it is.
    pub link: Link,
    /// What it shows, plain text.
    pub note: Option<String>,
    /// When it was given.
    pub date: Option<String>,
    /// The last day it holds.
    pub expires: Option<String>,
    /// False when it has expired or is dated after as_of.
    pub valid: bool,
}

/// A status as a chip: shape, colour and word belong together.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Chip {
    /// `killed`, `blocked`, `late`, `at-risk`, `on-track`, `not-started`, `complete`; `scaled` or `stopped` for a closed project.
    pub name: &'static str,
    /// "at risk".
    pub words: String,
    /// `red`, `amber`, `green` or `grey`.
    pub rag: &'static str,
}

/// A status with every reason for it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct StatusView {
    /// The status.
    pub chip: Chip,
    /// One sentence that sums it up: "blocked, for 1 reason; 3 more would make it at risk".
    pub sentence: String,
    /// The reasons, the deciding ones first.
    pub reasons: Vec<ReasonView>,
}

/// One reason.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ReasonView {
    /// The rule, such as `must-blocked`.
    pub rule: &'static str,
    /// The status that it leads to.
    pub chip: Chip,
    /// One sentence without a full stop.
    pub text: String,
    /// What would clear it, one sentence without a full stop.
    pub clear: String,
    /// The item, wave, decision, gate or cause that it is about.
    pub link: Option<Link>,
    /// The stage that it comes from; null on that stage's own page.
    pub stage: Option<Link>,
}

/// A gate to come.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct NextGate {
    /// The project's page of the stage.
    pub stage: Link,
    /// The day of the review; null while unscheduled.
    pub review: Option<String>,
    /// "in 12 days", "today", "5 days ago", "unscheduled".
    pub words: String,
    /// True when the review lies before as_of.
    pub overdue: bool,
}

/// A project's exposure to a cause.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ExposureView {
    /// The cause.
    pub cause: Link,
    /// "Pilot → Production ready".
    pub transition: String,
    /// 1 to 5.
    pub severity: i64,
    /// `critical`, `exposed` or `latent`.
    pub level: &'static str,
    /// Severity × share of open guards, 0 to 5: "3.33".
    pub score: String,
    /// Guards that apply.
    pub guards: usize,
    /// The guards that are open, in the project.
    pub open: Vec<OpenGuard>,
    /// Why it is critical; null for the other levels.
    pub because: Option<String>,
}

/// A guard that is open.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct OpenGuard {
    /// The item in the project.
    pub link: Link,
    /// Its effective state, as in [`ItemState::effective`].
    pub effective: &'static str,
    /// "accepted by Steering group until 2026-06-15" for a waived one.
    pub accepted: Option<String>,
}

/// A project that is exposed to the cause of the page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Exposed {
    /// The project.
    pub project: Link,
    /// How it is exposed.
    pub exposure: ExposureView,
}

/// A gate: the question between two stages.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct GateView {
    /// Inline HTML.
    pub question: Option<Html>,
    /// Roles.
    pub deciders: Vec<String>,
    /// The day of the review: the last workday of the window; null without a scheduled end.
    pub review: Option<String>,
    /// The decisions on it so far, latest first. Empty on playbook pages.
    pub decisions: Vec<DecisionRow>,
}

/// A decision in a list.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DecisionRow {
    /// Its page.
    pub link: Link,
    /// ISO date.
    pub date: String,
    /// `go`, `conditional-go`, `hold`, `kill`, `continue` or `rollback`.
    pub outcome: &'static str,
    /// "Gate of Pilot", "Wave 25 % of Scale".
    pub subject: String,
    /// The project it is about.
    pub project: Link,
    /// Roles.
    pub by: Vec<String>,
    /// Conditions not done yet on as_of.
    pub open_conditions: usize,
}

/// A wave of the final rollout as the playbook plans it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WaveView {
    /// Wave id.
    pub id: String,
    /// Its anchor on this page, `stage.wave`.
    pub anchor: String,
    /// Title, or the percent in words.
    pub title: String,
    /// What this wave looks at.
    pub focus: Option<String>,
    /// Share of users reached, 1 to 100.
    pub percent: String,
    /// Who.
    pub cohort: Option<String>,
    /// Bake time in workdays.
    pub bake_days: i64,
    /// Guardrails.
    pub guardrails: Vec<GuardrailView>,
    /// The way back.
    pub rollback: Option<Link>,
    /// How it stands in the project; null on a playbook page.
    pub run: Option<WaveRun>,
    /// What stands between it and its next step, in order; empty on a playbook page, once it is promoted, and in a project that has ended.
    pub needs: Vec<NeedView>,
}

/// Something that a wave needs before it starts or goes on.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct NeedView {
    /// Its name: `gate`, `wave-before`, `stopped`, `start-overdue`, `start`, `unscheduled`, `bake`, `guardrail-fail`, `guardrail-inconclusive`,
    /// `guardrail-warn`, `condition` or `decision`.
    pub name: &'static str,
    /// False for what is said and does not stand in the way.
    pub blocks: bool,
    /// One sentence without a full stop.
    pub text: String,
    /// The gate or the decision that it is about; null where it is about a wave.
    pub link: Option<Link>,
}

/// A wave in a project.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WaveRun {
    /// `planned`, `running`, `promoted`, `holding` or `rolled-back`.
    pub state: &'static str,
    /// Its words.
    pub words: String,
    /// When it would start by plan; null while unscheduled.
    pub planned: Option<String>,
    /// How much later or earlier than planned it started, or is to start; null when as planned.
    pub slip: Option<Slip>,
    /// When it starts as things are now; null while unscheduled, and once started.
    pub forecast: Option<String>,
    /// When it started.
    pub started: Option<String>,
    /// The last day of its bake, real or forecast.
    pub bake_until: Option<String>,
    /// Share of users really reached.
    pub actual_percent: Option<String>,
    /// How many users its percent is, where the project says how many there are.
    pub people: Option<u64>,
    /// The decision that stands.
    pub decision: Option<DecisionRow>,
}

/// A guardrail: the number that must hold before the next wave.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct GuardrailView {
    /// Guardrail id.
    pub id: String,
    /// What is measured.
    pub metric: String,
    /// `≤ 2 %`: operator, target, unit.
    pub target: String,
    /// The stricter bound: `warns above 1 %`.
    pub warn: Option<String>,
    /// Fewer measurements than this say nothing.
    pub min_samples: i64,
    /// Where the number comes from.
    pub source: Option<String>,
    /// What it says in the project: `pass`, `warn`, `fail` or `inconclusive`; null on a playbook page and before the wave starts.
    pub verdict: Option<&'static str>,
    /// "1.8 % on 28 May 2026", the measurement that counts.
    pub latest: Option<String>,
    /// Measurements since the wave started.
    pub samples: usize,
}

/// A failure cause in a list or card.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CauseCard {
    /// Its page.
    pub link: Link,
    /// One sentence, plain text.
    pub description: Option<String>,
    /// 1 to 5.
    pub severity: i64,
    /// "Proof of concept → Pilot".
    pub transition: String,
}

/// A stage in a list: names and plan only.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct StageCard {
    /// 1-based place in the path.
    pub number: usize,
    /// Its page.
    pub link: Link,
    /// Its window as the author wrote it: "Weeks 3–6".
    pub window: Option<String>,
    /// Inline HTML.
    pub goal: Option<Html>,
    /// Number of checklist items.
    pub items: usize,
    /// Number of musts among them.
    pub musts: usize,
}

/// One stage of one project, in a rail or table.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct StageProgress {
    /// 1-based place in the path.
    pub number: usize,
    /// The project's page of that stage (the stage's own page in a book without projects).
    pub link: Link,
    /// When.
    pub period: Period,
    /// How far.
    pub bar: Bar,
    /// Gate readiness.
    pub musts: Musts,
    /// True for the project's current stage.
    pub current: bool,
    /// Its status.
    pub chip: Chip,
}

/// A project in the portfolio.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ProjectRow {
    /// Its page.
    pub link: Link,
    /// One sentence, plain text.
    pub description: Option<String>,
    /// Owner by role.
    pub owner: Option<String>,
    /// Over all stages.
    pub bar: Bar,
    /// Over all stages.
    pub musts: Musts,
    /// The stage it is in now; null when all are complete.
    pub current_stage: Option<Link>,
    /// "scaled 1 May 2026", null while it runs.
    pub closed: Option<String>,
    /// Its status.
    pub chip: Chip,
    /// The first reason for it.
    pub reason: Option<String>,
    /// The next gate.
    pub next_gate: Option<NextGate>,
}

//! **rollbook** compiles rollout playbooks (stages, checklists, gates, failure causes, waves, projects; all plain text in git) into a static
//! site, and computes what authors must not type: progress, gate readiness, dates.
//!
//! # The flow
//!
//! One sentence, one function: [`pipeline::Pipeline::build`] turns [`source::Sources`] into [`pipeline::Built`], which is a
//! [`render::Site`] (path → bytes) and the findings. Reading ([`source::read`]), writing ([`publish`]), asking other hosts ([`external`], only when told to)
//! and asking git ([`history`]) stand at the edges; everything between them is a pure function of the files and one day, `as_of`.
//!
//! ```text
//! book.toml content/ themes/                                                          site/
//!      │ source::read                                                      publish │
//!      ▼                                                                           │
//!   Sources ──► document ──► playbook ──► page ──► render ──► Site ────────────────┘
//!               one file     all, joined  views    bytes
//!                  └───────────── Diagnostics ──────┴──► printed by the command line
//! ```
//!
//! # The modules, lowest first; each uses only those above it in this list
//!
//! - [`path`][]: the two kinds of path, where a source is published, how one page links to another.
//! - [`memo`][]: remembers results between builds; the only place where the core uses threads.
//! - [`diagnostic`][]: findings as values with places, their text form, and what users read about each.
//! - [`calendar`][]: dates as arithmetic: windows, due dates, workdays, schedules, waves.
//! - [`document`][]: one file alone: front matter, Markdown, highlighting.
//! - [`edit`][]: one item's state changed in a file's text, and nothing else of it.
//! - [`import`][]: Markdown with task lists → a stage with a checklist.
//! - [`config`][]: `book.toml`.
//! - [`source`][]: the files as a value; its `read` is the disk.
//! - [`locale`][]: the words of the site, in the book's language.
//! - [`playbook`][]: all documents joined by id and resolved at as_of; the rules that judge them.
//! - [`page`][]: one view for each page, complete: the contract with themes.
//! - [`render`][]: view and theme → bytes.
//! - [`search`][]: what the pages say → files in which a browser finds it.
//! - [`publish`][]: site → folder, safely.
//! - [`cache`][]: what was made, kept for the next process.
//! - [`external`][]: asks the addresses outside the book, when it is asked to; behind a feature of that name.
//! - [`history`][]: when files were last changed, as git tells it.
//! - [`pipeline`][]: all of it, in order.
//! - [`authoring`][]: a change that an author asks for: planned, judged, written safely, taken back.
//! - [`live`][]: a book kept built while it is being worked on; with what follows, behind the feature `serve`.
//! - [`watch`][]: file events → "look again".
//! - [`serve`][]: answers browsers from memory, and tells open pages what is new.
//!
//! # Which file becomes which type
//!
//! | on disk | type |
//! |---|---|
//! | `book.toml` | [`config::Config`] |
//! | what `holiday_files` names, `*.ics` and `*.csv` | [`calendar::Holiday`], in [`config::Config::workdays`] |
//! | any `content/**.md` | [`document::Document`] |
//! | `content/stages/*.md` | [`document::front::Stage`], then [`playbook::Stage`] |
//! | `content/causes/*.md` | [`document::front::Cause`], then [`playbook::Cause`] |
//! | `content/practices/*.md` | [`document::front::Practice`], then [`playbook::Practice`] |
//! | `content/projects/atlas.md` | [`document::front::Project`], then [`playbook::Project`] |
//! | `content/projects/atlas/03-pilot.md` | [`document::front::ProjectStage`], then [`playbook::project::ProjectStage`] |
//! | `content/decisions/*.md` | [`document::front::Decision`], then [`playbook::Decision`] |
//! | `themes/<name>/templates/*.html` | [`render::Theme`] |
//! | `themes/<name>/locales/*.ftl` | [`locale::Locale`] |
//! | `site/**` | [`render::Site`] |
//!
//! # What is deliberately absent
//!
//! **Invariant:** nothing between the edges reads a file, the clock or the environment, or prints; `.clippy.toml` bans it.
//!
//! **Invariant:** the core never fails on an author's mistake. It returns what it could build, and all findings.
//!
//! **Invariant:** there is one way to build. A kept [`pipeline::Pipeline`] is faster than a new one and gives the same bytes.

pub mod authoring;
pub mod cache;
pub mod calendar;
pub mod config;
pub mod diagnostic;
pub mod document;
pub mod edit;
#[cfg(feature = "external")]
pub mod external;
pub mod history;
pub mod import;
#[cfg(feature = "serve")]
pub mod live;
pub mod locale;
pub mod memo;
pub mod page;
pub mod path;
pub mod pipeline;
pub mod playbook;
pub mod publish;
pub mod render;
pub mod search;
#[cfg(feature = "serve")]
pub mod serve;
pub mod source;
#[cfg(feature = "serve")]
pub mod watch;

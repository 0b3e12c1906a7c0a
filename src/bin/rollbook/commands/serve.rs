//! `rollbook serve`: the book on a local address, kept up to date. Not done here: building and serving, which the library does.
#![expect(clippy::disallowed_methods, reason = "an editor wants whole paths")]

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use rollbook::live::{self, Audience, Message, Outbox, Update};
use rollbook::path::OutputPath;
use rollbook::serve::{self, Edit, Editor, Hosts, Options, State};

use crate::args::Serve;
use crate::edge::{self, Failure};
use crate::live_report::{self, LiveReport};
use crate::terminal::{AMBER, BOLD, DIM, RESET};

pub(super) fn run(args: &Serve) -> Result<bool, Failure> {
    let book = args.book.book.clone();
    let whole = std::fs::canonicalize(&book).unwrap_or_else(|_| book.clone());
    let editor = match &args.editor {
        Some(name) => Some(Editor::new(name, &whole).ok_or_else(|| unknown_editor(name))?),
        None => None,
    };
    let (outbox, inbox) = live::mailbox();
    let edit = if args.edit { Some(edit(args, &book, &outbox)?) } else { None };
    let listening = serve::listen(args.host, args.port)
        .map_err(|failed| Failure::Failed(format!("can't listen on {}: {}", failed.address, failed.error)))?;
    let address = listening.address;
    let url = serve::url(address);
    let options = Options { hosts: Hosts::new(address, &args.allow_host), editor, edit };
    let state = Arc::new(State::default());
    if !address.ip().is_loopback() {
        edge::say(&format!("{AMBER}warning{RESET}: everybody who can reach this machine can read the book at {address}\n"))?;
    }
    if address.port() != args.port && args.port != 0 {
        edge::say(&format!("{DIM}port {} is taken, so this is the next free one{RESET}\n", args.port))?;
    }
    edge::say(&format!("{BOLD}{url}{RESET}  {DIM}Ctrl-C ends it{RESET}\n"))?;
    let _watch = live_report::watch(&book, args.poll.poll, &outbox)?;
    let shown = Arc::clone(&state);
    std::thread::spawn(move || serve::run(listening, shown, options));
    if args.open
        && let Err(error) = open::that_detached(&url)
    {
        edge::say(&format!("{AMBER}warning{RESET}: can't open a browser: {error}\n"))?;
    }
    let as_of = Box::new(edge::day(args.book.as_of)?);
    let teller =
        Teller { state, outbox, report: RefCell::new(LiveReport::new(&args.book)), shown: RefCell::default(), end: Cell::new(None) };
    live::run(&live::Options { book, as_of, base_url: None }, &inbox, &teller);
    teller.end.take().map_or(Ok(true), Err)
}

/// Tells whoever looks at the terminal, and browsers.
struct Teller {
    state: Arc<State>,
    outbox: Outbox,
    report: RefCell<LiveReport>,
    /// The files of the last good build, to count those that are new.
    shown: RefCell<BTreeMap<OutputPath, Arc<[u8]>>>,
    /// Why this can't go on.
    end: Cell<Option<Failure>>,
}

impl Audience for Teller {
    fn wanted(&self) -> Vec<OutputPath> {
        self.state.wanted()
    }

    fn first(&self, page: &OutputPath, bytes: &Arc<[u8]>) {
        self.state.first(page, bytes);
    }

    fn built(&self, update: Update) {
        if let Err(failure) = self.say(&update) {
            self.end.set(Some(failure));
            let _ = self.outbox.send(Message::Stop);
        }
        self.state.built(update);
    }
}

impl Teller {
    fn say(&self, update: &Update) -> Result<(), Failure> {
        let mut report = self.report.borrow_mut();
        report.findings(update)?;
        if update.built.has_errors() {
            report.bad(update, "the pages stay as they were")?;
        } else {
            let files = &update.built.site.files;
            let mut shown = self.shown.borrow_mut();
            let is_shown = |path, bytes: &Arc<[u8]>| shown.get(path).is_some_and(|old| Arc::ptr_eq(old, bytes) || old == bytes);
            let new = files.iter().filter(|(path, bytes)| !is_shown(*path, bytes)).count();
            *shown = files.clone();
            report.good(update, &format!("{new} file{}", if new == 1 { "" } else { "s" }), update.took)?;
        }
        report.timings(update)
    }
}

/// Only this machine may change the book.
fn edit(args: &Serve, book: &Path, outbox: &Outbox) -> Result<Edit, Failure> {
    if !args.host.is_loopback() || !args.allow_host.is_empty() {
        return Err(Failure::Usage("--edit is for this machine only: leave out --host and --allow-host".to_owned()));
    }
    Edit::new(book.to_owned(), outbox.clone()).ok_or_else(|| Failure::Failed("this system has no random numbers for a token".to_owned()))
}

fn unknown_editor(name: &str) -> Failure {
    let names: Vec<&str> = Editor::names().collect();
    Failure::Usage(format!("`{name}` is no editor that rollbook knows: {}, or an address with {{path}}", names.join(", ")))
}

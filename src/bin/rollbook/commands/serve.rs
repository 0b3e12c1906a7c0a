//! `rollbook serve`: the book on a local address, kept up to date. Not done here: building and serving, which the library does.
#![expect(clippy::disallowed_methods, reason = "an editor wants whole paths")]

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc;

use rollbook::live::{self, Message};
use rollbook::serve::{self, Edit, Editor, Hosts, Options, State};

use crate::args::Serve;
use crate::edge::{self, Failure};
use crate::terminal::{AMBER, BOLD, DIM, RESET};

pub(super) fn run(args: &Serve) -> Result<bool, Failure> {
    let book = args.book.book.clone();
    let whole = std::fs::canonicalize(&book).unwrap_or_else(|_| book.clone());
    let editor = match &args.editor {
        Some(name) => Some(Editor::new(name, &whole).ok_or_else(|| unknown_editor(name))?),
        None => None,
    };
    let (outbox, inbox) = mpsc::channel();
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
    let shown = Arc::clone(&state);
    std::thread::spawn(move || serve::run(listening, shown, options));
    if args.open
        && let Err(error) = open::that_detached(&url)
    {
        edge::say(&format!("{AMBER}warning{RESET}: can't open a browser: {error}\n"))?;
    }
    let fixed = args.book.as_of;
    let as_of = Box::new(move |config: &rollbook::config::Config| fixed.or_else(|| edge::today(config).ok()).unwrap_or_default());
    live::run(&live::Options { book, as_of }, &inbox, state.as_ref());
    Ok(true)
}

/// Only this machine may change the book.
fn edit(args: &Serve, book: &Path, outbox: &mpsc::Sender<Message>) -> Result<Edit, Failure> {
    if !args.host.is_loopback() || !args.allow_host.is_empty() {
        return Err(Failure::Usage("--edit is for this machine only: leave out --host and --allow-host".to_owned()));
    }
    Edit::new(book.to_owned(), outbox.clone()).ok_or_else(|| Failure::Failed("this system has no random numbers for a token".to_owned()))
}

fn unknown_editor(name: &str) -> Failure {
    let names: Vec<&str> = Editor::names().collect();
    Failure::Usage(format!("`{name}` is no editor that rollbook knows: {}, or an address with {{path}}", names.join(", ")))
}

//! `rollbook serve`: the book on a local address, kept up to date. Not done here: building and serving, which the library does.
#![expect(clippy::disallowed_methods, reason = "an editor wants whole paths")]

use std::cell::RefCell;
use std::net::{IpAddr, SocketAddr, UdpSocket};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use rollbook::live::{self, Audience, Outbox, Update};
use rollbook::path::OutputPath;
use rollbook::serve::{self, Edit, Editor, Hosts, Options, Shown, State};

use super::watch::stop;
use crate::args::Serve;
use crate::cache;
use crate::edge::{self, Failure};
use crate::live_report::{self, LiveReport, News, bad};
use crate::terminal::{AMBER, BOLD, DIM, RESET};
use crate::voice::Voice;

pub(super) fn run(args: &Serve) -> Result<bool, Failure> {
    let book = args.book.book.clone();
    live_report::is_book(&book)?;
    let whole = std::fs::canonicalize(&book).unwrap_or_else(|_| book.clone());
    let editor = match &args.editor {
        Some(name) => Some(Editor::new(name, &whole).ok_or_else(|| unknown_editor(name))?),
        None => None,
    };
    let (outbox, inbox) = live::mailbox();
    let edit = if args.edit { Some(edit(args, &book, &outbox)?) } else { None };
    let as_of = Box::new(edge::day(args.book.as_of)?);
    let listening = serve::listen(args.host, args.port)
        .map_err(|failed| Failure::Failed(format!("can't listen on {}: {}", failed.address, failed.error)))?;
    let address = listening.address;
    let options = Options { hosts: Hosts::new(address, &args.allow_host), editor, edit };
    let end = Arc::new(Mutex::new(None));
    let (voice, speaking) = Voice::start(stop(&end, &outbox));
    let watch = live_report::watch(&book, args.poll.poll, &outbox, voice.clone())?;
    voice.say(start(args, address));
    let state = Arc::new(State::default());
    let (shown, ended) = (Arc::clone(&state), stop(&end, &outbox));
    std::thread::spawn(move || match serve::run(listening, shown, options) {
        Ok(never) => match never {},
        Err(error) => ended(Failure::Failed(format!("the server has ended: {error}"))),
    });
    if args.open
        && let Err(error) = open::that_detached(serve::url(address))
    {
        voice.say(format!("{AMBER}warning{RESET}: can't open a browser: {error}\n"));
    }
    let teller = Teller { state, report: RefCell::new(LiveReport::new(&args.book, voice.clone())) };
    live::run(&live::Options { book, as_of, base_url: None, cache: cache::code(&args.caching) }, &inbox, &teller);
    drop(watch);
    voice.end(speaking);
    end.lock().unwrap_or_else(PoisonError::into_inner).take().map_or(Ok(true), Err)
}

/// Says where the book is, and for whom.
fn start(args: &Serve, address: SocketAddr) -> String {
    let mut lines = String::new();
    if !address.ip().is_loopback() {
        let there = if address.ip().is_unspecified() { address_for_others(address) } else { serve::url(address) };
        lines += &format!("{AMBER}warning{RESET}: everybody who can reach this machine can read the book, at {there}\n");
    }
    if address.port() != args.port && args.port != 0 {
        lines += &format!("{DIM}port {} is taken, so this is the next free one{RESET}\n", args.port);
    }
    let edits = if args.edit { "changes on the page are written to the files; " } else { "" };
    lines + &format!("{BOLD}{}{RESET}  {DIM}{edits}Ctrl-C ends it{RESET}\n", serve::url(address))
}

/// What others type to reach this machine: its address on the way out to the network. Asking for the way sends nothing.
fn address_for_others(address: SocketAddr) -> String {
    let way = |from: IpAddr, to: IpAddr| {
        let socket = UdpSocket::bind((from, 0)).ok()?;
        // Addresses for documentation (RFC 5737, RFC 3849) lie out there for any machine that has a way out.
        socket.connect((to, 9)).ok()?;
        socket.local_addr().ok().map(|own| own.ip())
    };
    let four = || way([0; 4].into(), [192, 0, 2, 1].into());
    let six = || way([0; 16].into(), [0x2001, 0xdb8, 0, 0, 0, 0, 0, 1].into());
    let own = if address.is_ipv4() { four() } else { six().or_else(four) };
    let own = own.filter(|ip| !ip.is_loopback() && !ip.is_unspecified());
    own.map_or_else(
        || format!("http://<address of this machine>:{}/", address.port()),
        |ip| serve::url(SocketAddr::new(ip, address.port())),
    )
}

/// Tells whoever looks at the terminal, and browsers.
struct Teller {
    state: Arc<State>,
    report: RefCell<LiveReport>,
}

impl Audience for Teller {
    fn wanted(&self) -> Vec<OutputPath> {
        self.state.wanted()
    }

    fn first(&self, page: &OutputPath, bytes: &Arc<[u8]>) {
        self.state.first(page, bytes);
    }

    fn built(&self, mut update: Update) {
        let has_errors = update.built.has_errors();
        let mut news = News::take(&mut update);
        // Pages first: whoever reads this can wait.
        let shown = self.state.show(update);
        news.findings = Arc::clone(&shown.findings);
        let line = |report: &LiveReport| match has_errors {
            true if shown.is_stale => Some(bad(&news, "the pages stay as they were")),
            true => Some(bad(&news, "what could be built is shown")),
            false => report.good(&news, &counted(&shown), news.took),
        };
        self.report.borrow_mut().build(&news, line);
    }
}

/// "3 pages and 1 other file new".
fn counted(shown: &Shown) -> String {
    let count = |count, what| if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") };
    match (shown.pages, shown.others) {
        (0, 0) => "nothing on the site is new".to_owned(),
        (pages, 0) => format!("{} new", count(pages, "page")),
        (0, others) => format!("{} new", count(others, "other file")),
        (pages, others) => format!("{} and {} new", count(pages, "page"), count(others, "other file")),
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

//! `rollbook theme`: what a book may replace of the built-in theme, pieces taken out of it, and how those stand to it now. Not done here: finding or
//! writing any of it ([`rollbook::authoring::theme`]).

use std::path::Path;

use rollbook::authoring::disk;
use rollbook::authoring::theme::eject::{self, Wanted};
use rollbook::authoring::theme::piece::{Kind, Piece, pieces};
use rollbook::authoring::theme::state::{Override, State, overrides};
use rollbook::config::Config;
use rollbook::diagnostic::Severity;
use rollbook::source::Sources;
use rollbook::source::read::read;

use crate::args::{Format, Theme, ThemeCommand, ThemeEject, ThemeStatus};
use crate::edge::{self, Failure};
use crate::new_file::shown;
use crate::terminal::text::hanging;
use crate::terminal::{AMBER, BOLD, DIM, GREEN, NEUTRAL, PROSE, styled};

pub(super) fn run(args: &Theme) -> Result<bool, Failure> {
    match &args.command {
        ThemeCommand::List(args) => list(args.format),
        ThemeCommand::Eject(args) => eject(args),
        ThemeCommand::Status(args) => status(args),
    }
}

fn list(format: Format) -> Result<bool, Failure> {
    // Words are hundreds in each language: their files are listed.
    let pieces: Vec<Piece> = pieces().into_iter().filter(|piece| piece.kind != Kind::Word).collect();
    let out = match format {
        Format::Text => list_text(&pieces, edge::width().min(PROSE)),
        Format::Json => json(&pieces),
    };
    edge::print(&out)?;
    Ok(true)
}

fn list_text(pieces: &[Piece], width: usize) -> String {
    let mut out = String::new();
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Word) {
        let (heading, how) = sort(kind);
        let of_kind: Vec<&Piece> = pieces.iter().filter(|piece| piece.kind == kind).collect();
        let longest = of_kind.iter().map(|piece| piece.name.len()).max().unwrap_or_default();
        out.push_str(&format!("{}  {}\n", styled(BOLD, heading), styled(DIM, how)));
        for piece in of_kind {
            let name = format!("  {:<longest$}  ", piece.name);
            out.push_str(&if piece.about.is_empty() { format!("{}\n", name.trim_end()) } else { hanging(&name, &piece.about, width) });
        }
        out.push('\n');
    }
    out.push_str("The fields that templates are given stand in the guide, on the page about the theme contract.\n");
    out
}

/// The heading of a kind, and how to take one out.
fn sort(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Template => ("Templates", "rollbook theme eject NAME"),
        Kind::Block => ("Blocks", "rollbook theme eject --block NAME"),
        Kind::Component => ("Components", "rollbook theme eject --component NAME"),
        Kind::Token => ("Tokens", "rollbook theme eject --token NAME"),
        Kind::Words | Kind::Word => ("Words", "rollbook theme eject NAME, or --word KEY for one"),
        Kind::Asset => ("Assets", "rollbook theme eject NAME"),
    }
}

fn eject(args: &ThemeEject) -> Result<bool, Failure> {
    let Some((_, config)) = open(&args.book)? else { return Ok(false) };
    let wanted: Vec<Wanted> = (args.files.iter().cloned().map(Wanted::File))
        .chain(args.block.iter().cloned().map(Wanted::Block))
        .chain(args.component.iter().cloned().map(Wanted::Component))
        .chain(args.token.iter().cloned().map(Wanted::Token))
        .chain(args.word.iter().cloned().map(Wanted::Word))
        .collect();
    let files = eject::plan(&config, &wanted, args.force, &|path| disk::read_bytes(&args.book, path))?;
    eject::write(&args.book, &files)?;
    edge::print(&files.iter().map(|file| format!("{}\n", shown(&args.book, &file.path).display())).collect::<String>())?;
    Ok(true)
}

fn status(args: &ThemeStatus) -> Result<bool, Failure> {
    let Some((sources, _)) = open(&args.book)? else { return Ok(false) };
    edge::say_findings(&sources, sources.diagnostics.iter())?;
    let found = overrides(&sources);
    match args.format {
        Format::Text => edge::print(&status_text(&found))?,
        Format::Json => edge::print_json(&json(&found))?,
    }
    Ok(!args.check || !found.iter().any(|own| own.state.is_behind()))
}

fn status_text(found: &[Override]) -> String {
    if found.is_empty() {
        return "the book replaces nothing of the built-in theme\n".to_owned();
    }
    let mut out = String::new();
    for own in found {
        let style = match own.state {
            State::UpToDate => GREEN,
            State::Changed | State::Gone => AMBER,
            State::UnknownOrigin => NEUTRAL,
            State::Same => DIM,
        };
        let version = own.version.as_ref().map(|version| format!(", of {version}")).unwrap_or_default();
        out.push_str(&format!("{}:{}  {}  {}{version}\n", own.path, own.line, styled(style, own.state.words()), own.original));
        for (what, parts) in [("only here", &own.only_here), ("only in the original", &own.only_there)] {
            if !parts.is_empty() {
                out.push_str(&format!("  {what}: {}\n", parts.join(", ")));
            }
        }
    }
    out
}

/// The book and its settings; `None` after the findings about a `book.toml` with errors, which does not tell for certain where the theme is.
fn open(book: &Path) -> Result<Option<(Sources, Config)>, Failure> {
    let sources = read(book);
    if sources.config.is_none() {
        return Err(Failure::Failed(format!("there is no book.toml that can be read in {}", book.display())));
    }
    let mut findings = Vec::new();
    let config = sources.config(&mut findings);
    if findings.iter().any(|finding| finding.severity == Severity::Error) {
        edge::say_findings(&sources, findings.iter())?;
        return Ok(None);
    }
    Ok(Some((sources, config)))
}

fn json(value: &impl serde::Serialize) -> String {
    // Plain structs of strings and numbers always serialise.
    let mut json = serde_json::to_string_pretty(value).unwrap_or_default();
    json.push('\n');
    json
}

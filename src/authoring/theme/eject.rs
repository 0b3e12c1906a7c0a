//! Pieces of the built-in theme, taken out into the book's own: planned as texts of files, then written all or none. Not done here: what the pieces
//! are ([`super::piece`]).

use std::collections::BTreeMap;
use std::path::Path;

use super::piece::{Kind, Piece, parents, pieces, words};
use super::stamp;
use super::tokens::tokens;
use crate::authoring::{Refused, disk};
use crate::config::Config;
use crate::path::SourcePath;
use crate::render::parts::Parts;
use crate::render::{BUILT_IN, TEMPLATES};

/// Where tokens of a book stand.
const BOOK_CSS: &str = "static/book.css";

/// A piece, as it is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// A whole file: `stage.html`, `components/ui.html`, `site.css`, `de.ftl`, or its path in the theme.
    File(String),
    /// A block of a template: `stage.html:lede`.
    Block(String),
    /// A component: `ui.mark`.
    Component(String),
    /// A custom property of the style sheet: `--accent`.
    Token(String),
    /// A word, by its key, in the language of the book.
    Word(String),
}

/// A file of the book's theme as it is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ejected {
    /// Where, in the book.
    pub path: SourcePath,
    /// What it holds now; `None` if it is not there.
    pub before: Option<Vec<u8>>,
    /// All that it is to hold.
    pub after: Vec<u8>,
}

/// Tells what a file of the book holds; `None` where there is none.
pub type Read<'r> = dyn Fn(&SourcePath) -> Result<Option<Vec<u8>>, Refused> + 'r;

/// Plans the files for all that is wanted. `read` tells what a file of the book holds; `force` lets whole files take the place of those that are there.
///
/// # Errors
/// [`Refused::Unknown`] for a name that nothing has, [`Refused::Exists`] for a file that is there, [`Refused::Unsafe`] for a piece that the book has
/// already or a file that it can't be added to, and what `read` says.
pub fn plan(config: &Config, wanted: &[Wanted], force: bool, read: &Read<'_>) -> Result<Vec<Ejected>, Refused> {
    let pieces = pieces();
    let mut files: BTreeMap<SourcePath, Ejected> = BTreeMap::new();
    for wanted in wanted {
        let found = find(&pieces, wanted, &config.language.value)?;
        let path = SourcePath::new(format!("themes/{}/{}", config.theme, found.into));
        let mut file = match files.remove(&path) {
            Some(file) => file,
            None => {
                let before = read(&path)?;
                Ejected { path: path.clone(), after: before.clone().unwrap_or_default(), before }
            }
        };
        if let Wanted::File(_) = wanted {
            if file.before.is_some() && !force {
                return Err(Refused::Exists(path));
            }
            file.after = whole_file(found.piece);
        } else {
            file.after = add(&file, &found)?.into_bytes();
        }
        files.insert(path, file);
    }
    Ok(files.into_values().collect())
}

/// Writes them, all or none.
///
/// # Errors
/// [`Refused::Changed`] or [`Refused::Exists`] when somebody else was faster, [`Refused::Disk`].
pub fn write(book: &Path, files: &[Ejected]) -> Result<(), Refused> {
    for (n, file) in files.iter().enumerate() {
        if let Err(refused) = file.write(book) {
            // They were written a moment ago, by this very call.
            files[..n].iter().for_each(|written| drop(written.undo(book)));
            return Err(refused);
        }
    }
    Ok(())
}

impl Ejected {
    fn write(&self, book: &Path) -> Result<(), Refused> {
        match &self.before {
            Some(before) => disk::replace(book, &self.path, before, &self.after),
            None => disk::create(book, &self.path, &self.after),
        }
    }

    fn undo(&self, book: &Path) -> Result<(), Refused> {
        match &self.before {
            Some(before) => disk::replace(book, &self.path, &self.after, before),
            None => disk::remove(book, &self.path, &self.after),
        }
    }
}

/// A piece, and the file in the book's theme that it goes into.
struct Found<'p> {
    piece: &'p Piece,
    into: String,
}

fn find<'p>(pieces: &'p [Piece], wanted: &Wanted, language: &str) -> Result<Found<'p>, Refused> {
    let named = |kinds: &[Kind], name: &str| pieces.iter().find(|piece| kinds.contains(&piece.kind) && piece.name == name);
    let unknown = |what: &str, kinds: &[Kind], name: &str| {
        let known = pieces.iter().filter(|piece| kinds.contains(&piece.kind)).map(|piece| piece.name.as_str());
        Refused::unknown(what, name, known)
    };
    match wanted {
        Wanted::File(name) => {
            let kinds = [Kind::Template, Kind::Words, Kind::Asset];
            let of_path = || pieces.iter().find(|piece| kinds.contains(&piece.kind) && piece.file == *name);
            let bare = name.strip_prefix(BUILT_IN).unwrap_or(name);
            let piece = named(&kinds, bare).or_else(of_path).ok_or_else(|| unknown("file in the built-in theme called", &kinds, name))?;
            Ok(Found { piece, into: piece.file.clone() })
        }
        Wanted::Block(name) => {
            let Some((template, block)) = name.split_once(':') else {
                return Err(Refused::Unknown(format!("`{name}` is no block: write it as TEMPLATE:BLOCK")));
            };
            named(&[Kind::Template], template).ok_or_else(|| unknown("template", &[Kind::Template], template))?;
            let lineage = [template.to_owned()].into_iter().chain(parents(template));
            let piece = lineage.into_iter().find_map(|template| named(&[Kind::Block], &format!("{template}:{block}")));
            let piece = piece.ok_or_else(|| unknown("block", &[Kind::Block], name))?;
            Ok(Found { piece, into: format!("{TEMPLATES}{template}") })
        }
        Wanted::Component(name) => {
            let piece = named(&[Kind::Component], name).ok_or_else(|| unknown("component", &[Kind::Component], name))?;
            Ok(Found { piece, into: piece.file.clone() })
        }
        Wanted::Token(name) => {
            let name = format!("--{}", name.trim_start_matches('-'));
            let piece = named(&[Kind::Token], &name).ok_or_else(|| unknown("token", &[Kind::Token], &name))?;
            Ok(Found { piece, into: BOOK_CSS.to_owned() })
        }
        Wanted::Word(key) => {
            let primary = language.split('-').next().unwrap_or_default();
            let piece = [language, primary, "en"].iter().find_map(|language| named(&[Kind::Word], &format!("{language}.ftl:{key}")));
            let known = pieces.iter().filter(|piece| piece.kind == Kind::Word).filter_map(|piece| piece.name.strip_prefix("en.ftl:"));
            let piece = piece.ok_or_else(|| Refused::unknown("word", key, known))?;
            Ok(Found { piece, into: format!("locales/{language}.ftl") })
        }
    }
}

/// A whole file of the built-in theme as it stands in a book, with the line that says where it is from if it can have one.
pub(super) fn whole_file(piece: &Piece) -> Vec<u8> {
    let stamp = stamp::write(&piece.file, piece).filter(|_| piece.said.text().is_some()).unwrap_or_default();
    [stamp.as_bytes(), &piece.said.bytes()].concat()
}

/// The text of a file with one more piece at its end.
fn add(file: &Ejected, found: &Found<'_>) -> Result<String, Refused> {
    let Found { piece, into } = found;
    let Ok(text) = std::str::from_utf8(&file.after) else {
        return Err(by_hand(file, 0, "this file is not UTF-8: nothing can be added to it".to_owned()));
    };
    let name = piece.name.rsplit(':').next().unwrap_or_default();
    let parts = Parts::of(text);
    let there = match piece.kind {
        Kind::Block => parts.blocks.iter().find(|block| block.name == name).map(|block| block.span.start),
        Kind::Component => {
            parts.components.iter().find(|component| component.part.name == piece.name).map(|component| component.part.span.start)
        }
        Kind::Token => {
            tokens(text).iter().find(|(token, ..)| *token == piece.name).map(|(token, ..)| token.as_ptr() as usize - text.as_ptr() as usize)
        }
        _ => words(text).get(name).map(|(span, _)| span.start),
    };
    if let Some(at) = there {
        return Err(by_hand(file, at, format!("`{name}` is there already: change it here")));
    }
    let mut out = text.to_owned();
    if piece.kind == Kind::Block {
        let extends = format!("{BUILT_IN}{}", into.strip_prefix(TEMPLATES).unwrap_or(into));
        match parts.extends {
            _ if text.trim().is_empty() => out = format!("{{% extends \"{extends}\" %}}\n"),
            Some(parent) if parent == extends => {}
            _ => return Err(by_hand(file, 0, format!("this template does not extend `{extends}`: add the block by hand"))),
        }
    }
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
    out.push_str(&stamp::write(into, piece).unwrap_or_default());
    match piece.kind {
        Kind::Token => out.push_str(&format!(":root {{ {}: {}; }}\n", piece.name, piece.text())),
        _ => out.push_str(&format!("{}\n", piece.text())),
    }
    Ok(out)
}

fn by_hand(file: &Ejected, at: usize, message: String) -> Refused {
    let line = 1 + file.after[..at].iter().filter(|byte| **byte == b'\n').count();
    Refused::Unsafe { path: file.path.clone(), line, message }
}

//! `rollbook schema`: JSON Schemas for editors. Not done here: making them, which the library does.

use rollbook::authoring::disk;
use rollbook::document::schema::{SCHEMAS, Schema};
use rollbook::source::read::read;

use super::editor;
use crate::args;
use crate::edge::{self, Failure};
use crate::terminal::{GREEN, RESET};

pub(super) fn run(args: &args::Schema) -> Result<bool, Failure> {
    if args.write {
        write(args)?;
        return Ok(true);
    }
    match args.kind.as_deref() {
        Some(kind) => {
            let output = args::OUTPUTS.iter().find(|(name, ..)| *name == kind).map(|(.., schema)| (*schema).to_owned());
            edge::print(&output.or_else(|| Schema::named(kind).map(Schema::to_json)).unwrap_or_default())?;
        }
        None => {
            let inputs = SCHEMAS.iter().map(|schema| (schema.name, schema.files));
            let outputs = args::OUTPUTS.iter().map(|(name, what, _)| (*name, *what));
            let lines = inputs.chain(outputs).map(|(name, what)| format!("{name:<15}{what}\n"));
            edge::print(&lines.collect::<String>())?;
        }
    }
    Ok(true)
}

/// Brings the schemas of a book up to this version.
fn write(args: &args::Schema) -> Result<(), Failure> {
    let book = &args.book;
    let Some(config) = read(book).config else {
        return Err(Failure::Failed(format!("there is no book.toml that can be read in {}; nothing was written", book.display())));
    };
    let mut changed = 0;
    for (path, text) in editor::schemas() {
        let path = book.join(path);
        let written = disk::overwrite_file(&path, text.as_bytes());
        changed += usize::from(written.map_err(|error| Failure::Failed(format!("can't write {}: {error}", path.display())))?);
    }
    if !args.quiet {
        let folder = book.join(editor::FOLDER);
        let folder = folder.strip_prefix(".").unwrap_or(&folder).display();
        edge::say(&format!("{GREEN}wrote{RESET} {} schemas into {folder}, {changed} changed\n", SCHEMAS.len()))?;
        if !config.lines().any(|line| line.trim_end() == editor::DIRECTIVE) {
            edge::say(&format!("next: make `{}` the first line of book.toml\n", editor::DIRECTIVE))?;
        }
    }
    Ok(())
}

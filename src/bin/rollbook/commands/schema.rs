//! `rollbook schema`: JSON Schemas for editors. Not done here: making them, which the library does.

use rollbook::document::schema::{SCHEMAS, Schema};
use rollbook::source::read::read;

use super::editor;
use crate::args;
use crate::edge::{self, Failure};
use crate::new_file;
use crate::terminal::{GREEN, RESET};

pub(super) fn run(args: &args::Schema) -> Result<bool, Failure> {
    match args.kind.as_deref().and_then(Schema::named) {
        _ if args.write => write(args)?,
        Some(schema) => edge::print(&schema.to_json())?,
        None => {
            let lines = SCHEMAS.iter().map(|schema| format!("{:<15}{}\n", schema.name, schema.files));
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
        let written = new_file::replace(&path, text.as_bytes());
        changed += usize::from(written.map_err(|error| Failure::Failed(format!("can't write {}: {error}", path.display())))?);
    }
    if !args.quiet {
        let folder = book.join(editor::FOLDER);
        let folder = folder.strip_prefix(".").unwrap_or(&folder).display();
        anstream::eprintln!("{GREEN}wrote{RESET} {} schemas into {folder}, {changed} changed", SCHEMAS.len());
        if !config.lines().any(|line| line.trim_end() == editor::DIRECTIVE) {
            anstream::eprintln!("next: make `{}` the first line of book.toml", editor::DIRECTIVE);
        }
    }
    Ok(())
}

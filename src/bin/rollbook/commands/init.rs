//! `rollbook init`: the first files of a book. Not done here: what they say; the default playbook is this repository's own `content`.

use std::collections::BTreeMap;

use rollbook::source::default_book;

use crate::args::Init;
use crate::edge::Failure;
use crate::new_file;
use crate::terminal::{GREEN, RESET};

const MINIMAL: [(&str, &str); 3] = [
    ("book.toml", include_str!("init/book.toml")),
    ("content/index.md", include_str!("init/index.md")),
    ("content/stages/01-first-stage.md", include_str!("init/first-stage.md")),
];

pub(super) fn run(args: &Init) -> Result<bool, Failure> {
    let files: BTreeMap<String, Vec<u8>> = if args.minimal {
        MINIMAL.into_iter().map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).collect()
    } else {
        default_book()
    };
    let taken: Vec<&str> = files.keys().filter(|path| args.dir.join(path).symlink_metadata().is_ok()).map(String::as_str).collect();
    if !taken.is_empty() {
        let shown: Vec<&str> = taken.iter().take(5).copied().collect();
        let more = if taken.len() > shown.len() { format!(" and {} more", taken.len() - shown.len()) } else { String::new() };
        return Err(Failure::Failed(format!(
            "{}{more} would be overwritten in {}; nothing was written",
            shown.join(", "),
            args.dir.display()
        )));
    }
    for (path, bytes) in &files {
        new_file::create(&args.dir.join(path), bytes)
            .map_err(|error| Failure::Failed(format!("can't write {}: {error}", args.dir.join(path).display())))?;
    }
    if !args.quiet {
        anstream::eprintln!("{GREEN}made{RESET} a book of {} files in {}", files.len(), args.dir.display());
        anstream::eprintln!("next: rollbook build --book {}", args.dir.display());
    }
    Ok(true)
}

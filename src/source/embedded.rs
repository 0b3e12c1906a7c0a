//! What the binary carries: the default theme, and the default book that `init` copies out. Not done here: writing it.
#![allow(clippy::disallowed_methods, reason = "in debug builds rust-embed reads the files from the disk, so that a theme can be worked on")]

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_embed::RustEmbed;

use super::{File, ThemeFile};
use crate::path::SourcePath;

#[derive(RustEmbed)]
#[folder = "themes/default"]
struct Theme;

#[derive(RustEmbed)]
#[folder = "content"]
struct Content;

/// The default book's `book.toml`.
const CONFIG: &str = include_str!("../../book.toml");

/// The built-in theme's files by their path inside the theme.
pub fn default_theme() -> BTreeMap<String, ThemeFile> {
    Theme::iter()
        .filter_map(|inside| {
            let path = SourcePath::new(format!("themes/default/{inside}"));
            let bytes = Theme::get(&inside)?.data;
            let file = match String::from_utf8(bytes.into_owned()) {
                Ok(text) => File::Text(Arc::from(text)),
                Err(error) => File::Bytes(Arc::from(error.into_bytes())),
            };
            Some((inside.into_owned(), ThemeFile { path, in_book: false, original: Some(file.clone()), file }))
        })
        .collect()
}

/// The text of one file of the built-in theme, by its path inside the theme.
pub fn built_in(inside: &str) -> Option<String> {
    String::from_utf8(Theme::get(inside)?.data.into_owned()).ok()
}

/// The default book's files, `book.toml` and everything in `content`, by their path inside the book.
pub fn default_book() -> BTreeMap<String, Vec<u8>> {
    let content = Content::iter().filter_map(|inside| Some((format!("content/{inside}"), Content::get(&inside)?.data.into_owned())));
    content.chain([("book.toml".to_owned(), CONFIG.as_bytes().to_vec())]).collect()
}

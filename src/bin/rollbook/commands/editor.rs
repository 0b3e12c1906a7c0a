//! What lets editors complete the keys of a book. Not done here: writing it.

use rollbook::document::schema::SCHEMAS;

/// Where the schemas stand in a book.
pub(super) const FOLDER: &str = ".rollbook/schema";

/// The first line of a `book.toml`. Taplo, which VS Code's Even Better TOML is made of, and Tombi read it, in any editor.
pub(super) const DIRECTIVE: &str = "#:schema ./.rollbook/schema/book.json";

/// Suggests the extension that reads [`DIRECTIVE`] to whoever opens the book in VS Code.
const EXTENSIONS: &str = "{\n  \"recommendations\": [\"tamasfe.even-better-toml\"]\n}\n";

/// Says to the YAML language server which schema is for which front matter, for editors that show it the front matter of Markdown.
const SETTINGS: &str = include_str!("init/settings.json");

/// Every schema by its path inside the book.
pub(super) fn schemas() -> impl Iterator<Item = (String, String)> {
    SCHEMAS.iter().map(|schema| (format!("{FOLDER}/{}.json", schema.name), schema.to_json()))
}

/// All files for editors by their path inside the book.
pub(super) fn files() -> impl Iterator<Item = (String, String)> {
    let own = [("extensions", EXTENSIONS), ("settings", SETTINGS)];
    schemas().chain(own.map(|(name, text)| (format!(".vscode/{name}.json"), text.to_owned())))
}

//! The arguments of `theme`. Not done here: what the built-in theme has.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand};

use super::Format;

#[derive(Debug, ClapArgs)]
pub(crate) struct Theme {
    #[command(subcommand)]
    pub(crate) command: ThemeCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ThemeCommand {
    /// List what a book may replace: templates, blocks, components, tokens, words, assets
    List(ThemeList),
    /// Copy pieces of the built-in theme into the book's own, with a line that says where they come from
    #[command(after_help = "\
Examples:
  rollbook theme eject stage.html         the whole template
  rollbook theme eject --block stage.html:lede
  rollbook theme eject --component ui.mark
  rollbook theme eject --token accent     a line in static/book.css
  rollbook theme eject --word menu        a line in the locale file of the book's language

What is written changes nothing until it is edited. Nothing that exists is overwritten without --force.")]
    Eject(ThemeEject),
    /// List what the book replaces, and say whether the original has changed since
    #[command(after_help = "\
Examples:
  rollbook theme status
  rollbook theme status --check           exit code 1 when an original has changed or is gone
  rollbook theme status --format json     for machines")]
    Status(ThemeStatus),
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ThemeList {
    /// text for people, json for machines
    #[arg(long, value_enum, default_value_t = Format::Text, hide_possible_values = true)]
    pub(crate) format: Format,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ThemeEject {
    /// Whole files: stage.html, components/ui.html, site.css, de.ftl
    #[arg(value_name = "FILE", required_unless_present_any = ["block", "component", "token", "word"])]
    pub(crate) files: Vec<String>,
    /// A block of a template, into a template that extends the built-in one
    #[arg(long, value_name = "TEMPLATE:BLOCK")]
    pub(crate) block: Vec<String>,
    /// A component
    #[arg(long, value_name = "NAME")]
    pub(crate) component: Vec<String>,
    /// A token of the style sheet, into static/book.css
    #[arg(long, value_name = "NAME", allow_hyphen_values = true)]
    pub(crate) token: Vec<String>,
    /// A word by its key, into the locale file of the book's language
    #[arg(long, value_name = "KEY")]
    pub(crate) word: Vec<String>,
    /// Let whole files take the place of those that are there
    #[arg(long, requires = "files")]
    pub(crate) force: bool,
    /// The folder with book.toml
    #[arg(long, value_name = "DIR", default_value = ".", value_hint = clap::ValueHint::DirPath)]
    pub(crate) book: PathBuf,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ThemeStatus {
    /// Fail when an original has changed or is gone
    #[arg(long)]
    pub(crate) check: bool,
    /// text for people, json for machines
    #[arg(long, value_enum, default_value_t = Format::Text, hide_possible_values = true)]
    pub(crate) format: Format,
    /// The folder with book.toml
    #[arg(long, value_name = "DIR", default_value = ".", value_hint = clap::ValueHint::DirPath)]
    pub(crate) book: PathBuf,
}

//! The arguments of `import`. Not done here: what is written.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand};

use super::Book;

#[derive(Debug, ClapArgs)]
pub(crate) struct Import {
    #[command(subcommand)]
    pub(crate) kind: ImportKind,
}

/// What is brought in.
#[derive(Debug, Subcommand)]
pub(crate) enum ImportKind {
    /// Task lists of Markdown files, each file as a stage with a checklist.
    #[command(after_help = "\
Examples:
  rollbook import tasks ../wiki/launch.md             content/stages/06-launch.md
  rollbook import tasks --dry-run docs/*.md           print the files instead
  rollbook import tasks launch.md --project atlas     ticked boxes become the state of atlas

An item marked `(R)`, or all bold, is a must; all others are `level: may`. The list item or the \
heading above a task is its group. All other text becomes the body of the stage. Boxes in code, \
comments, HTML and tables are no tasks: they are counted and listed. Nothing that exists is ever \
overwritten, and nothing is written that would bring an error into the book.")]
    Tasks(ImportTasks),
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ImportTasks {
    /// Markdown files with task lists: `- [ ] text`
    #[arg(value_name = "FILE", required = true, value_hint = clap::ValueHint::FilePath)]
    pub(crate) files: Vec<PathBuf>,
    /// Write ticked boxes as done items of this project, by id
    #[arg(long, value_name = "PROJECT")]
    pub(crate) project: Option<String>,
    /// Print what would be written, each file under a line `-- path --`
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[command(flatten)]
    pub(crate) book: Book,
}

//! Why a change was not made, as a value and as a sentence. Not done here: finding out.

use std::fmt;

use crate::diagnostic::{Diagnostic, suggest};
use crate::edit::Refusal;
use crate::path::SourcePath;

/// Why a change was not made. Nothing was written then.
#[derive(Debug, Clone, PartialEq)]
pub enum Refused {
    /// It names what does not exist, or does not say which of several is meant.
    Unknown(String),
    /// It can't be said of that state.
    Meaningless(String),
    /// What stands in the file has to be edited by hand.
    Unsafe {
        /// The file.
        path: SourcePath,
        /// The line, counted from 1.
        line: usize,
        /// What stands in the way.
        message: String,
    },
    /// It would bring these errors into the book; what says most comes first.
    Errors(Vec<Diagnostic>),
    /// The file is no longer what it was.
    Changed(SourcePath),
    /// The file that was to be made is there.
    Exists(SourcePath),
    /// The disk, its links or its permissions stood in the way.
    Disk {
        /// The file.
        path: SourcePath,
        /// What stands in the way.
        message: String,
    },
}

impl Refused {
    /// The nearest name helps who mistyped one.
    pub(super) fn unknown<'k>(what: &str, id: &str, known: impl IntoIterator<Item = &'k str>) -> Self {
        let help = suggest(id, known).map(|help| format!("; {help}")).unwrap_or_default();
        Refused::Unknown(format!("there is no {what} `{id}`{help}"))
    }

    pub(super) fn edit(path: &SourcePath, text: &str, refusal: Refusal) -> Self {
        let Some(at) = refusal.at else { return Refused::Meaningless(refusal.message) };
        let line = 1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count();
        Refused::Unsafe { path: path.clone(), line, message: refusal.message }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refused::Unknown(message) | Refused::Meaningless(message) => f.write_str(message),
            Refused::Unsafe { path, line, message } => write!(f, "{path}:{line}: {message}"),
            Refused::Errors(errors) => match errors.first() {
                Some(Diagnostic { message, help: Some(help), .. }) => write!(f, "{message}; {help}"),
                Some(Diagnostic { message, help: None, .. }) => f.write_str(message),
                None => Ok(()),
            },
            Refused::Changed(path) => write!(f, "{path}: this file was changed meanwhile; try again"),
            Refused::Exists(path) => write!(f, "{path} exists"),
            Refused::Disk { path, message } => write!(f, "{path}: {message}"),
        }
    }
}

impl std::error::Error for Refused {}

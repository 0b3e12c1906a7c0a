//! `[calendar] holiday_files`: which files may be named, and their days among the workdays. Not done here: reading the disk.

mod content_line;
mod csv;
mod ics;
mod recurrence;
mod stamp;
#[cfg(test)]
mod tests;

use super::Config;
use crate::calendar::Holiday;
use crate::diagnostic::{Code, Diagnostic, Span, Spanned};
use crate::document::front::list;
use crate::document::node::Node;
use crate::path::SourcePath;

/// How a file of holidays is read, by the ending of its name.
const ENDINGS: [&str; 2] = ["ics", "csv"];

/// Where the findings of one file go.
struct Findings<'a> {
    path: &'a SourcePath,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Findings<'_> {
    fn add(&mut self, code: Code, span: Span, message: &str, help: &str) {
        self.diagnostics.push(Diagnostic::new(code, self.path, span, message).help(help));
    }
}

impl Config {
    /// Adds the days of the holiday files to the workdays, after those that `book.toml` lists itself. `text` gives a file's text; one that
    /// can't be read has a finding already.
    pub fn add_holidays<'t>(&mut self, text: impl Fn(&SourcePath) -> Option<&'t str>, diagnostics: &mut Vec<Diagnostic>) {
        let before = diagnostics.len();
        let mut holidays = Vec::new();
        for file in &self.holiday_files {
            let Some(text) = text(&file.value) else {
                self.partial = true;
                continue;
            };
            let found = diagnostics.len();
            let read = read(&file.value, text, diagnostics);
            if read.is_empty() && diagnostics.len() == found {
                let message = format!("`{}` holds no holidays", file.value);
                let help = "give it events or rows with a date, or leave it out";
                diagnostics.push(Diagnostic::new(Code::BadValue, &Self::path(), file.span, message).help(help));
            }
            holidays.extend(read);
        }
        self.workdays = self.workdays.with_holidays(&holidays);
        self.partial |= diagnostics.len() > before;
    }
}

/// Reads one file by its ending. Everything that is wrong with it is reported, and what can be read is returned.
pub fn read(path: &SourcePath, text: &str, diagnostics: &mut Vec<Diagnostic>) -> Vec<Holiday> {
    let findings = &mut Findings { path, diagnostics };
    if ending(path.as_str()).is_some_and(|ending| ending == "csv") { csv::read(text, findings) } else { ics::read(text, findings) }
}

/// The files that `[calendar]` names, and a finding for each name that can't be one.
pub(super) fn named(calendar: &Node, diagnostics: &mut Vec<Diagnostic>) -> Vec<Spanned<SourcePath>> {
    let mut files: Vec<Spanned<SourcePath>> = Vec::new();
    for node in list(calendar, "holiday_files") {
        let Some(name) = node.as_text().filter(|name| !name.trim().is_empty()) else { continue };
        let (message, help) = match ending(name) {
            _ if !name.split('/').all(|part| !part.is_empty() && part != "." && part != ".." && !part.contains(['\\', ':'])) => {
                (format!("`{name}` must be a file inside the book"), "name it from the book's folder on, with `/`".to_owned())
            }
            None => {
                let near = name.rsplit_once('.').and_then(|(stem, ending)| {
                    let meant = ENDINGS.into_iter().find(|known| strsim::osa_distance(&ending.to_lowercase(), known) == 1)?;
                    Some(format!("did you mean `{stem}.{meant}`?"))
                });
                let help = near.unwrap_or_else(|| "holidays are read from `.ics` (iCalendar) and `.csv` files".to_owned());
                (format!("`{name}` is no file of holidays"), help)
            }
            Some(_) if files.iter().any(|file| file.value.as_str() == name) => {
                (format!("`{name}` is named twice"), "keep one of them".to_owned())
            }
            Some(_) => {
                files.push(Spanned::new(SourcePath::new(name), node.span));
                continue;
            }
        };
        diagnostics.push(Diagnostic::new(Code::BadValue, &Config::path(), node.span, message).help(help));
    }
    files
}

fn ending(name: &str) -> Option<&'static str> {
    let (_, ending) = name.rsplit_once('.')?;
    ENDINGS.into_iter().find(|known| known.eq_ignore_ascii_case(ending))
}

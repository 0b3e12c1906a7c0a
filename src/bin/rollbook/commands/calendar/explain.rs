//! `rollbook calendar --explain`: every computed date of projects with its reason. Not done here: the reasons ([`rollbook::playbook::dates`]).

use std::fmt::Write as _;

use rollbook::page::events::{Explained, ExplainedProject};
use rollbook::playbook::dates::ExplainedDate;

use crate::terminal::text::hanging;
use crate::terminal::{BOLD, DIM, PROSE, styled};

pub(super) fn text(explained: &Explained, width: usize) -> String {
    let mut out = String::new();
    for project in &explained.projects {
        write_project(&mut out, project, width.min(PROSE));
    }
    let _ = writeln!(out, "{}", styled(DIM, format_args!("as of {}", explained.as_of)));
    out
}

fn write_project(out: &mut String, project: &ExplainedProject, width: usize) {
    let _ = writeln!(out, "{} {}", styled(BOLD, &project.title), styled(DIM, format_args!("({})", project.id)));
    let mut before: Option<&str> = None;
    for date in &project.dates {
        if before != Some(&date.subject) {
            let _ = writeln!(out, "\n{} {}", styled(BOLD, &date.title), styled(DIM, &date.subject));
            before = Some(&date.subject);
        }
        write_date(out, date, width);
    }
    out.push('\n');
}

fn write_date(out: &mut String, date: &ExplainedDate, width: usize) {
    let day = date.date.map_or_else(|| "-".to_owned(), |day| day.to_string());
    let label = format!("  {}  {day:<10}  ", styled(DIM, format_args!("{:<13}", date.what.word())));
    out.push_str(&hanging(&label, &date.because, width));
}

//! Every computed date of projects with its reason, as a value for machines and the terminal. Not done here: the reasons
//! ([`crate::playbook::dates`]).

use serde::Serialize;

use crate::playbook::Playbook;
use crate::playbook::dates::{ExplainedDate, What, explain};

/// The dates of projects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// The day for which it holds.
    pub as_of: String,
    /// The book's id.
    pub book: String,
    /// In the book's order.
    pub projects: Vec<ExplainedProject>,
}

/// A project with its dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExplainedProject {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Stage by stage, each with its waves.
    pub dates: Vec<ExplainedDate>,
}

impl Explained {
    /// Explains the dates of the project with that index, or of all.
    pub fn of(playbook: &Playbook<'_>, only: Option<usize>) -> Explained {
        let projects = playbook.projects.iter().filter(|project| only.is_none_or(|only| project.index == only));
        let explained = projects.map(|project| ExplainedProject {
            id: project.id().to_owned(),
            title: project.title(playbook.config).to_owned(),
            dates: explain(playbook, project),
        });
        Explained { as_of: playbook.as_of.to_string(), book: playbook.config.id.clone(), projects: explained.collect() }
    }

    /// As text, on one line: `{schema, as_of, book, projects: [{id, title, dates}]}`. Absent dates are null, ends exclusive.
    pub fn to_json(&self) -> String {
        let projects = self.projects.iter().map(|project| ProjectValue {
            id: &project.id,
            title: &project.title,
            dates: project.dates.iter().map(value).collect(),
        });
        super::to_json(&Values { schema: super::SCHEMA, as_of: &self.as_of, book: &self.book, projects: projects.collect() })
    }
}

#[derive(Serialize)]
struct Values<'a> {
    schema: u32,
    as_of: &'a str,
    book: &'a str,
    projects: Vec<ProjectValue<'a>>,
}

#[derive(Serialize)]
struct ProjectValue<'a> {
    id: &'a str,
    title: &'a str,
    dates: Vec<DateValue<'a>>,
}

#[derive(Serialize)]
struct DateValue<'a> {
    subject: &'a str,
    title: &'a str,
    what: String,
    date: Option<String>,
    because: &'a str,
}

fn value(date: &ExplainedDate) -> DateValue<'_> {
    let day = match date.what {
        What::End => date.date.and_then(|last| last.tomorrow().ok()),
        _ => date.date,
    };
    DateValue {
        subject: &date.subject,
        title: &date.title,
        what: date.what.word().replace(' ', "-"),
        date: day.map(|day| day.to_string()),
        because: &date.because,
    }
}

//! Every computed date of projects with its reason, as a value for machines and the terminal. Not done here: the reasons
//! ([`crate::playbook::dates`]).

use serde::Serialize;

use crate::playbook::Playbook;
use crate::playbook::dates::{ExplainedDate, explain};

/// What `rollbook calendar --explain --format json` prints. Absent dates are null.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explained {
    /// [`super::SCHEMA`].
    pub schema: u32,
    /// The day for which it holds.
    pub as_of: String,
    /// The book's id.
    pub book: String,
    /// In the book's order.
    pub projects: Vec<ExplainedProject>,
}

/// A project with its dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
        Explained {
            schema: super::SCHEMA,
            as_of: playbook.as_of.to_string(),
            book: playbook.config.id.clone(),
            projects: explained.collect(),
        }
    }

    /// As text, on one line.
    pub fn to_json(&self) -> String {
        super::to_json(self)
    }
}

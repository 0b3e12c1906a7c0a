//! A decision as a file: its name and its front matter. Not done here: whether it makes sense, which the build says.

use super::{Book, Planned, Refused};
use crate::calendar::Date;
use crate::config::Config;
use crate::document::slug::slug;
use crate::edit::literal::{list, quote};
use crate::page::status::{ProjectStatus, Status};
use crate::path::{SourcePath, order_prefix};
use crate::source::Sources;

/// What was decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The project's id.
    pub project: String,
    /// `gate:STAGE` or `wave:STAGE/ID`.
    pub subject: String,
    /// `go`, `conditional-go`, `hold`, `kill`, `continue` or `rollback`.
    pub outcome: String,
    /// When; `None` on as_of.
    pub date: Option<Date>,
    /// By whom, by role.
    pub by: Vec<String>,
    /// What has to happen for it to hold.
    pub conditions: Vec<String>,
    /// Why, in Markdown.
    pub because: String,
}

impl Decision {
    pub(super) fn plan(&self, book: &Book<'_>) -> Result<Planned, Refused> {
        let project = project(book.status, &self.project)?;
        let name = format!("{}-{}-{}", slug(&self.project), subject_slug(&self.subject), slug(&self.outcome));
        Ok(Planned {
            path: next_path(book.sources, book.config, &name),
            before: None,
            after: self.text(&title(project, &self.subject, &self.outcome), self.date.unwrap_or(book.as_of)),
            project: self.project.clone(),
            subject: self.subject.clone(),
            dropped: Vec::new(),
        })
    }

    fn text(&self, title: &str, date: Date) -> String {
        let mut text = format!(
            "---\ntitle: {}\nproject: {}\nsubject: {}\noutcome: {}\ndate: {date}\nby: {}\n",
            quote(title),
            quote(&self.project),
            quote(&self.subject),
            quote(&self.outcome),
            list(&self.by),
        );
        if !self.conditions.is_empty() {
            text.push_str("conditions:\n");
            for condition in &self.conditions {
                text.push_str(&format!("  - text: {}\n", quote(condition)));
            }
        }
        text.push_str(&format!("---\n\n{}\n", self.because));
        text
    }
}

/// `content/decisions/NNNN-name.md`, with the number after the highest.
pub fn next_path(sources: &Sources, config: &Config, name: &str) -> SourcePath {
    let folder = format!("{}/decisions", config.content);
    let numbers = sources.content.keys().filter(|path| path.folder() == folder).filter_map(|path| order_prefix(path.file_name()));
    SourcePath::new(format!("{folder}/{:04}-{name}.md", numbers.max().unwrap_or(0) + 1))
}

/// The project with that id.
///
/// # Errors
/// [`Refused::Unknown`].
pub fn project<'s>(status: &'s Status, id: &str) -> Result<&'s ProjectStatus, Refused> {
    let ids = status.projects.iter().map(|project| project.id.as_str());
    status.projects.iter().find(|project| project.id == id).ok_or_else(|| Refused::unknown("project", id, ids))
}

/// `gate:pilot` → `pilot`, `wave:scale/w10` → `scale-w10`, for the file's name.
fn subject_slug(subject: &str) -> String {
    slug(subject.split_once(':').map_or(subject, |(_, rest)| rest))
}

/// "Atlas: conditional go at the gate of Pilot". Of a title such as "Atlas: invoice matching" the part before the colon is enough.
fn title(project: &ProjectStatus, subject: &str, outcome: &str) -> String {
    let name = project.title.split_once(": ").map_or(project.title.as_str(), |(name, _)| name);
    let stage_title = |id: &str| project.stages.iter().find(|stage| stage.id == id).map_or(id, |stage| &stage.title).to_owned();
    let outcome = outcome.replace('-', " ");
    let what = match subject.split_once(':') {
        Some(("gate", stage)) => format!("the gate of {}", stage_title(stage)),
        Some((_, wave)) => {
            let (stage, wave) = wave.split_once('/').unwrap_or((wave, ""));
            format!("wave {wave} of {}", stage_title(stage))
        }
        None => subject.to_owned(),
    };
    format!("{name}: {outcome} at {what}")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::source::File;

    fn next(files: &[&str]) -> String {
        let mut sources = Sources::default();
        sources.content.extend(files.iter().map(|file| (SourcePath::new(*file), File::Text(Arc::from("")))));
        next_path(&sources, &Config::parse("[book]\nid = \"b\"\n", &mut Vec::new()), "a").to_string()
    }

    #[test]
    fn the_number_is_the_one_after_the_highest() {
        assert_eq!(next(&[]), "content/decisions/0001-a.md");
        let files = ["content/decisions/0002-x.md", "content/decisions/0011-y.md", "content/decisions/index.md", "content/stages/99-z.md"];
        assert_eq!(next(&files), "content/decisions/0012-a.md");
        assert_eq!(next(&["content/decisions/12345-x.md"]), "content/decisions/12346-a.md");
    }

    #[test]
    fn a_subject_becomes_part_of_a_name() {
        assert_eq!(subject_slug("gate:pilot"), "pilot");
        assert_eq!(subject_slug("wave:scale/w10"), "scale-w10");
        assert_eq!(subject_slug("../../x"), "x");
    }
}

//! A decision as a file, for `decide` and `new decision`: its name and its front matter. Not done here: whether it makes sense, which the build
//! says.

use rollbook::calendar::Date;
use rollbook::config::Config;
use rollbook::edit::literal::{list, quote};
use rollbook::page::status::ProjectStatus;
use rollbook::path::{SourcePath, order_prefix};
use rollbook::source::Sources;

use crate::lookup::stage_title;

/// `content/decisions/NNNN-name.md`, with the number after the highest.
pub(super) fn next_path(sources: &Sources, config: &Config, name: &str) -> SourcePath {
    let folder = format!("{}/decisions", config.content);
    let numbers = sources.content.keys().filter(|path| path.folder() == folder).filter_map(|path| order_prefix(path.file_name()));
    SourcePath::new(format!("{folder}/{:04}-{name}.md", numbers.max().unwrap_or(0) + 1))
}

/// `gate:pilot` → `pilot`, `wave:scale/w10` → `scale-w10`, for the file's name.
pub(super) fn subject_slug(subject: &str) -> String {
    rollbook::document::slug::slug(subject.split_once(':').map_or(subject, |(_, rest)| rest))
}

/// "Atlas: conditional go at the gate of Pilot". Of a title such as "Atlas: invoice matching" the part before the colon is enough.
pub(super) fn title(project: &ProjectStatus, subject: &str, outcome: &str) -> String {
    let name = project.title.split_once(": ").map_or(project.title.as_str(), |(name, _)| name);
    let outcome = outcome.replace('-', " ");
    let what = match subject.split_once(':') {
        Some(("gate", stage)) => format!("the gate of {}", stage_title(project, stage)),
        Some((_, wave)) => {
            let (stage, wave) = wave.split_once('/').unwrap_or((wave, ""));
            format!("wave {wave} of {}", stage_title(project, stage))
        }
        None => subject.to_owned(),
    };
    format!("{name}: {outcome} at {what}")
}

/// What a decision says.
pub(super) struct Decision<'a> {
    pub(super) title: &'a str,
    pub(super) project: &'a str,
    pub(super) subject: &'a str,
    pub(super) outcome: &'a str,
    pub(super) date: Date,
    pub(super) by: &'a [String],
    pub(super) conditions: &'a [String],
    pub(super) because: &'a str,
}

impl Decision<'_> {
    /// The file.
    pub(super) fn text(&self) -> String {
        let mut text = format!(
            "---\ntitle: {}\nproject: {}\nsubject: {}\noutcome: {}\ndate: {}\nby: {}\n",
            quote(self.title),
            quote(self.project),
            quote(self.subject),
            quote(self.outcome),
            self.date,
            list(self.by),
        );
        if !self.conditions.is_empty() {
            text.push_str("conditions:\n");
            for condition in self.conditions {
                text.push_str(&format!("  - text: {}\n", quote(condition)));
            }
        }
        text.push_str(&format!("---\n\n{}\n", self.because));
        text
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use rollbook::source::File;

    use super::*;

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

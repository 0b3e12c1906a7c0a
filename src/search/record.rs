//! What a page says, for those who search: its title, its kind, its parts with their anchors, and what hits are filtered by. Out of the playbook and not
//! out of finished HTML, so that frames and other pages' names are not found. Not done here: words.

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use super::text::{self, Section};
use crate::document::Document;
use crate::document::fragment::Fragment;
use crate::document::front::{Front, Item};
use crate::page::view::Chip;
use crate::page::{Context, KINDS, Page, status_words};
use crate::path::{OutputPath, SourcePath, relative_url};
use crate::playbook::stage::anchor;
use crate::playbook::{Playbook, Project, Stage};
use crate::render::{Fingerprint, fingerprint};

/// Stands between texts that no sentence joins.
pub(super) const SEPARATOR: &str = " · ";
/// A calendar of more months is found only as a whole.
const MOST_MONTHS: usize = 60;

/// A page as it is searched. Equal ones are found by the same words.
#[derive(Debug, Clone, PartialEq, Hash)]
pub(super) struct Record {
    /// Its address from the root of the site.
    pub(super) address: String,
    /// The title of the project that it is a part of, as far as its full title repeats it.
    pub(super) of: Option<String>,
    /// Its own title.
    pub(super) title: String,
    /// Words that it is found by without saying them: its status, a decision's number.
    pub(super) called: Vec<String>,
    /// What it is filtered by.
    pub(super) facets: Facets,
    /// What the front matter says; the first part has no anchor.
    parts: Vec<Part>,
    /// The file whose body it shows.
    body: Option<Reading>,
}

/// What a page is filtered by.
#[derive(Debug, Clone, Default, PartialEq, Hash)]
pub(super) struct Facets {
    /// Its kind, of [`crate::page::KINDS`].
    pub(super) kind: &'static str,
    /// Ids of the stages that it is about.
    pub(super) stages: Vec<String>,
    /// The name of its status.
    pub(super) status: Option<&'static str>,
    /// Owners, as authors write them.
    pub(super) owners: BTreeSet<String>,
}

impl Facets {
    /// How much its words weigh, in hundredths: what a reader goes to before what is a part of it.
    pub(super) fn rank(&self) -> u32 {
        match self.kind {
            "project" => 115,
            "stage" => 110,
            "cause" => 107,
            "practice" | "calendar" | "matrix" | "portfolio" => 105,
            "project-stage" => 95,
            "decision" => 90,
            "waves" | "month" => 80,
            _ => 100,
        }
    }

    /// All values, each with the name of what it is a value of: `kind:stage`.
    pub(super) fn names(&self) -> Vec<String> {
        let stages = self.stages.iter().map(|stage| format!("stage:{stage}"));
        let owners = self.owners.iter().map(|owner| format!("owner:{owner}"));
        let status = self.status.iter().map(|status| format!("status:{status}"));
        std::iter::once(format!("kind:{}", self.kind)).chain(stages).chain(status).chain(owners).collect()
    }
}

/// A part of a page beside its body.
#[derive(Debug, Clone, Default, PartialEq, Hash)]
struct Part {
    anchor: String,
    heading: String,
    text: String,
}

/// A file as it was read. Two readings are equal if they are the same one: whoever asks has kept it.
#[derive(Debug, Clone)]
struct Reading(Arc<Document>);

impl PartialEq for Reading {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Hash for Reading {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // All that is read of a body follows from what its HTML was made of.
        self.0.body.fragment.html.hash(state);
    }
}

impl Record {
    /// All sections of the page: what the front matter says first, then those of the body.
    pub(super) fn sections(&self) -> Vec<Section<'_>> {
        let parts = self.parts.iter().map(|part| Section { anchor: &part.anchor, heading: &part.heading, text: part.text.clone() });
        parts.chain(self.body.iter().flat_map(|reading| text::sections(&reading.0.body))).collect()
    }

    /// The name of its words, and of what is shown of it.
    pub(super) fn fingerprint(&self) -> Fingerprint {
        fingerprint(b"search terms 1\0", self)
    }

    /// Leaves what it is filtered by.
    pub(super) fn forget_texts(&mut self) {
        *self = Record { facets: std::mem::take(&mut self.facets), parts: Vec::new(), ..Record::new("", "") };
    }

    fn new(kind: &'static str, title: &str) -> Record {
        let facets = Facets { kind, ..Facets::default() };
        Record {
            address: String::new(),
            of: None,
            title: title.to_owned(),
            called: Vec::new(),
            facets,
            parts: vec![Part::default()],
            body: None,
        }
    }

    /// The title as hits have it.
    pub(super) fn full_title(&self) -> String {
        self.of.as_ref().map_or_else(|| self.title.clone(), |project| format!("{project}: {}", self.title))
    }

    fn has_status(&mut self, status: Chip) {
        self.facets.status = Some(status.name);
        self.called.push(status.words);
    }

    /// A page without anything on it.
    #[cfg(test)]
    pub(super) fn for_test(address: &str, title: &str) -> Record {
        Record { address: address.to_owned(), ..Record::new("page", title) }
    }

    /// Adds a text to what stands before all anchors.
    pub(super) fn say(&mut self, text: &str) {
        let first = &mut self.parts[0].text;
        if !first.is_empty() && !text.is_empty() {
            first.push_str(SEPARATOR);
        }
        first.push_str(text);
    }

    /// Adds a part.
    pub(super) fn part(&mut self, anchor: &str, heading: &str, text: String) {
        self.parts.push(Part { anchor: anchor.to_owned(), heading: heading.to_owned(), text });
    }

    fn texts(&mut self, anchor: &str, heading: &str, texts: &[Fragment]) {
        if !texts.is_empty() {
            self.part(anchor, heading, texts.iter().map(|text| text.plain.as_str()).collect::<Vec<_>>().join(SEPARATOR));
        }
    }
}

/// Makes records of pages.
pub(super) struct Records<'r, 'p, 'a> {
    pub(super) context: &'r Context<'p, 'a>,
    /// The files as they were read, by path.
    pub(super) documents: &'r [Arc<Document>],
}

impl<'a> Records<'_, '_, 'a> {
    /// The record of a page; `None` for one that nobody looks for.
    pub(super) fn of(&self, output: &OutputPath, page: &Page) -> Option<Record> {
        let playbook = self.context.playbook;
        let kind = page.kind();
        let mut record = match page {
            Page::Home => {
                let mut record = Record::new(kind, &playbook.config.title);
                record.say(playbook.config.description.as_deref().unwrap_or_default());
                record.body = self.reading(&SourcePath::new(format!("{}/index.md", playbook.config.content)));
                record
            }
            Page::Section(folder, part) if part.is_first() => self.section(kind, folder),
            Page::Portfolio(part) if part.is_first() => self.section(kind, "projects"),
            Page::Matrix(part) if part.is_first() => self.section(kind, "exposure"),
            Page::Calendar(chart) if chart.part.is_first() => self.section(kind, "calendar"),
            Page::Stage(index) => self.stage(kind, &playbook.stages[*index]),
            Page::Cause(index) => self.cause(kind, *index),
            Page::Practice(index) => {
                let practice = &playbook.practices[*index];
                let mut record = self.document(kind, practice.document);
                record.facets.stages = practice.stages.iter().map(|stage| playbook.stages[*stage].id().to_owned()).collect();
                record
            }
            Page::Project(index) => self.project(kind, &playbook.projects[*index]),
            Page::ProjectStage(project, stage) => self.project_stage(kind, &playbook.projects[*project], &playbook.stages[*stage]),
            Page::Waves(project) => self.waves(kind, &playbook.projects[*project]),
            Page::Decision(document) => self.decision(kind, playbook.documents[*document]),
            Page::Plain(document) => self.document(kind, playbook.documents[*document]),
            // Its days are found where they are written.
            Page::Month(month) if self.context.months.iter().count() <= MOST_MONTHS => Record::new(kind, &month.title(playbook.locale)),
            // Further pages of a list are found by its first one, and what all pages are listed on by what it lists.
            Page::Section(..) | Page::Portfolio(_) | Page::Matrix(_) | Page::Calendar(_) | Page::Day(..) | Page::Feeds(_) => return None,
            Page::Month(_) | Page::Redirect(..) | Page::NotFound | Page::Index(_) | Page::Handbook(_) | Page::Sheet(_) => return None,
        };
        record.address = relative_url(&OutputPath::new("index.html"), output, None);
        Some(record)
    }

    fn reading(&self, path: &SourcePath) -> Option<Reading> {
        let index = self.documents.binary_search_by(|document| document.path.cmp(path)).ok()?;
        Some(Reading(Arc::clone(&self.documents[index])))
    }

    /// What every file says.
    fn document(&self, kind: &'static str, document: &Document) -> Record {
        let mut record = Record::new(kind, &document.title);
        record.say(document.common.description.as_deref().unwrap_or_default());
        record.body = self.reading(&document.path);
        record
    }

    fn section(&self, kind: &'static str, folder: &str) -> Record {
        let section = self.context.sections.of(folder);
        match section.and_then(|section| section.document) {
            Some(document) => self.document(kind, document),
            None => Record::new(kind, section.map_or(folder, |section| &section.title)),
        }
    }

    fn stage(&self, kind: &'static str, stage: &Stage<'a>) -> Record {
        let (playbook, front) = (self.context.playbook, stage.front);
        let mut record = self.document(kind, stage.document);
        record.facets.stages = vec![stage.id().to_owned()];
        if let Some(project) = playbook.projects.first().filter(|_| playbook.is_implicit()) {
            record.has_status(self.context.stage_chip(project, stage.index));
        }
        record.say(front.goal.as_ref().map_or("", |goal| &goal.plain));
        record.say(front.cohort.as_deref().unwrap_or_default());
        record.texts("_output", &playbook.locale.text("output"), &front.output);
        record.texts("_not-doing", &playbook.locale.text("not-in-this-stage"), &front.not_doing);
        for (index, item) in front.checklist.iter().enumerate() {
            add_item(&mut record, stage, item);
            if let Some(project) = playbook.projects.first().filter(|_| playbook.is_implicit()) {
                add_state(&mut record, stage, project, index);
            }
        }
        if let Some(gate) = &front.gate {
            let question = gate.question.as_ref().map_or("", |question| &question.plain);
            record.part("_gate", &playbook.locale.text("gate"), format!("{question} {}", gate.deciders.join(", ")));
        }
        for wave in &front.waves {
            let words = [&wave.title, &wave.focus, &wave.cohort].into_iter().flatten().cloned().collect::<Vec<_>>().join(" ");
            record.part(&anchor(stage.id(), &wave.id.value), &format!("{} %", wave.percent()), words);
        }
        record
    }

    fn cause(&self, kind: &'static str, index: usize) -> Record {
        let (playbook, cause) = (self.context.playbook, &self.context.playbook.causes[index]);
        let mut record = self.document(kind, cause.document);
        record.facets.stages = cause.from.map(|stage| playbook.stages[stage].id().to_owned()).into_iter().collect();
        record.texts("_signals", &playbook.locale.text("how-it-shows"), &cause.front.signals);
        record
    }

    fn project(&self, kind: &'static str, project: &Project<'a>) -> Record {
        let playbook = self.context.playbook;
        let mut record = match project.document {
            Some(document) => self.document(kind, document),
            None => Record::new(kind, project.title(playbook.config)),
        };
        self.add_project(&mut record, project);
        record.has_status(self.context.project_chip(project));
        record.facets.stages = project.current.map(|stage| playbook.stages[stage].id().to_owned()).into_iter().collect();
        record.say(project.front.sponsor.as_deref().unwrap_or_default());
        record.say(&project.front.tags.join(" "));
        if let Some(closed) = project.closed(playbook.as_of) {
            record.say(closed.reason.as_deref().unwrap_or_default());
        }
        let updates = project.front.updates.iter().filter(|update| update.date.value <= playbook.as_of);
        updates.for_each(|update| record.part("_updates", &update.headline, String::new()));
        record
    }

    fn add_project(&self, record: &mut Record, project: &Project<'a>) {
        record.facets.owners.extend(project.front.owner.clone());
    }

    fn project_stage(&self, kind: &'static str, project: &Project<'a>, stage: &Stage<'a>) -> Record {
        let joined = &project.stages[stage.index];
        let title = joined.note.filter(|note| note.common.title.is_some()).map_or(stage.title(), |note| &note.title);
        let mut record = Record::new(kind, title);
        record.of = Some(project.title(self.context.playbook.config).to_owned());
        if let Some(note) = joined.note {
            record.say(note.common.description.as_deref().unwrap_or_default());
            record.body = self.reading(&note.path);
        }
        self.add_project(&mut record, project);
        record.facets.stages = vec![stage.id().to_owned()];
        record.has_status(self.context.stage_chip(project, stage.index));
        record.say(joined.moved_because.unwrap_or_default());
        // The playbook's own items are found in the playbook; here what this project says of them, and those that it added.
        for (index, status) in joined.items.iter().enumerate() {
            if status.key.is_none() {
                add_item(&mut record, stage, status.item);
            }
            add_state(&mut record, stage, project, index);
        }
        record
    }

    fn waves(&self, kind: &'static str, project: &Project<'a>) -> Record {
        let playbook = self.context.playbook;
        let mut record = Record::new(kind, &playbook.locale.text("search-kind-waves"));
        record.of = Some(project.title(playbook.config).to_owned());
        self.add_project(&mut record, project);
        for stage in playbook.stages.iter().filter(|stage| !stage.front.waves.is_empty()) {
            record.facets.stages.push(stage.id().to_owned());
            for wave in &stage.front.waves {
                let title = wave.title.clone().unwrap_or_else(|| format!("{} %", wave.percent()));
                record.part(&anchor(stage.id(), &wave.id.value), &title, String::new());
            }
        }
        record
    }

    fn decision(&self, kind: &'static str, document: &Document) -> Record {
        let playbook = self.context.playbook;
        let mut record = self.document(kind, document);
        let Front::Decision(front) = &document.front else { return record };
        let number: String = document.path.file_name().chars().take_while(char::is_ascii_digit).collect();
        record.called.push(number);
        if let Some(decision) = self.context.decisions.get(&document.path).map(|index| &playbook.decisions[*index]) {
            record.facets.stages = vec![playbook.stages[decision.subject.stage].id().to_owned()];
            self.add_project(&mut record, &playbook.projects[decision.project]);
            let project = playbook.projects[decision.project].title(playbook.config);
            if let Some((of, title)) = document.title.split_once(": ").filter(|(of, _)| project.starts_with(of)) {
                (record.of, record.title) = (Some(of.to_owned()), title.to_owned());
            }
            record.say(project);
        }
        record.say(front.outcome.as_ref().map_or("", |outcome| &outcome.value));
        record.say(&front.by.join(" "));
        for condition in &front.conditions {
            record.part("_conditions", &condition.text, condition.owner.clone().unwrap_or_default());
        }
        record
    }
}

fn add_item(record: &mut Record, stage: &Stage<'_>, item: &Item) {
    record.facets.owners.extend(item.owner.clone());
    record.part(&anchor(stage.id(), &item.id.value), &item.text.plain, item.group.clone().unwrap_or_default());
}

/// What a project says of an item in words.
fn add_state(record: &mut Record, stage: &Stage<'_>, project: &Project<'_>, index: usize) {
    let Some(status) = project.stages[stage.index].items.get(index) else { return };
    let Some(state) = status.state.map(|written| written.state) else { return };
    let own = [&state.answer, &state.reason, &state.note].into_iter().flatten();
    let words: Vec<&str> = own.chain(state.evidence.iter().filter_map(|evidence| evidence.note.as_ref())).map(String::as_str).collect();
    if !words.is_empty() {
        record.part(&anchor(stage.id(), &status.item.id.value), &status.item.text.plain, words.join(" "));
    }
}

/// The names of what is filtered by, in the order in which they are offered, and what they are called.
pub(super) fn labels<'r>(playbook: &Playbook<'_>, records: impl Iterator<Item = &'r Record>) -> Vec<(String, String)> {
    let (mut kinds, mut statuses) = (BTreeSet::new(), BTreeSet::new());
    for record in records {
        kinds.insert(record.facets.kind);
        statuses.extend(record.facets.status);
    }
    let kinds = KINDS.iter().filter(|kind| kinds.contains(**kind));
    let kinds = kinds.map(|kind| (format!("kind:{kind}"), playbook.locale.text(&format!("search-kind-{kind}"))));
    let stages = playbook.stages.iter().map(|stage| (format!("stage:{}", stage.id()), stage.title().to_owned()));
    let statuses = status_words(playbook).into_iter().filter(|(name, _)| statuses.contains(name));
    let statuses = statuses.map(|(name, words)| (format!("status:{name}"), words));
    kinds.chain(stages).chain(statuses).collect()
}

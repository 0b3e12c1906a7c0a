//! Where every link leads: pages, headings, items, assets, ids, aliases. Resolves the links of all documents once, reports those that lead
//! nowhere, and turns them round into backlinks. Not done here: writing addresses into HTML.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::Playbook;
use super::ids::Member;
use super::stage::anchor;
use crate::diagnostic::{Code, Diagnostic, Span, nearest};
use crate::document::fragment::{Fragment, Link, Target};
use crate::document::front::Front;
use crate::document::{Document, Kind};
use crate::path::{OutputPath, SourcePath, output_path};

/// What a link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// A page, or a place on it.
    Page {
        /// Where it is published.
        output: OutputPath,
        /// The anchor on it.
        fragment: Option<String>,
        /// Its title, or the item's text.
        title: String,
    },
    /// A file that is copied as it is.
    Asset(OutputPath),
    /// An address outside the book.
    External(String),
}

/// Everything that can be linked to.
#[derive(Debug)]
pub struct Targets<'a> {
    /// Documents by their source path.
    documents: HashMap<&'a str, &'a Document>,
    /// Drafts, which exist and can't be linked to.
    drafts: HashSet<&'a str>,
    /// Other files of the content folder.
    assets: HashSet<&'a str>,
    /// Plain pages by id, and by their path without `.md`.
    pages: BTreeMap<&'a str, Vec<&'a Document>>,
    /// Anchors by page.
    anchors: HashMap<OutputPath, BTreeSet<String>>,
}

/// Which pages link to a page: source documents by output path, each once.
pub type Backlinks<'a> = BTreeMap<OutputPath, Vec<&'a Document>>;

impl<'a> Targets<'a> {
    /// Collects the targets. `drafts` and `assets` are source paths.
    pub fn new(playbook: &Playbook<'a>, drafts: HashSet<&'a str>, assets: HashSet<&'a str>) -> Self {
        let documents = playbook.documents.iter().map(|document| (document.path.as_str(), *document)).collect();
        let mut pages: BTreeMap<&str, Vec<&Document>> = BTreeMap::new();
        for document in playbook.documents.iter().filter(|document| document.kind == Kind::Page) {
            let inside = document.inside.trim_end_matches(".md").trim_end_matches("/index");
            let aliases = document.common.aliases.iter().map(|alias| alias.value.as_str());
            for name in BTreeSet::from_iter([document.id.as_str(), inside].into_iter().chain(aliases)) {
                pages.entry(name).or_default().push(document);
            }
        }
        Self { documents, drafts, assets, pages, anchors: anchors(playbook) }
    }

    /// Where a link of `document` leads, or what is wrong with it. `None` when nothing may be said, for a file could not be read.
    pub fn resolve(&self, playbook: &Playbook<'a>, document: &Document, link: &Link) -> Result<Destination, Option<Box<Diagnostic>>> {
        let destination = match &link.target {
            Target::External(url) => Destination::External(url.clone()),
            Target::Fragment(fragment) => {
                Destination::Page { output: document.output.clone(), fragment: Some(fragment.clone()), title: document.title.clone() }
            }
            Target::Path(path, fragment) => self.path(&document.path, path, fragment.clone(), link.span)?,
            Target::Reference(reference) => self.reference(playbook, &document.path, reference, link.span)?,
        };
        self.check_anchor(&document.path, &destination, link.span)?;
        Ok(destination)
    }

    /// Where a plain link of front matter leads (evidence, rollback): with a scheme a URL, else a path relative to its file.
    pub fn resolve_text(&self, path: &SourcePath, link: &str, span: Span) -> Result<Destination, Option<Box<Diagnostic>>> {
        match crate::document::markdown::target(link) {
            Some(Target::External(url)) => Ok(Destination::External(url)),
            Some(Target::Path(file, fragment)) => {
                let destination = self.path(path, &file, fragment, span)?;
                self.check_anchor(path, &destination, span)?;
                Ok(destination)
            }
            Some(Target::Fragment(_) | Target::Reference(_)) => {
                Err(Some(Box::new(Diagnostic::new(Code::BrokenLink, path, span, format!("`{link}` is not a file or an address")))))
            }
            None => {
                let message = format!("`{link}` has a scheme that can run code or is not known");
                Err(Some(Box::new(
                    Diagnostic::new(Code::UnsafeLink, path, span, message).help("links may begin with https, http, mailto or tel"),
                )))
            }
        }
    }

    fn path(&self, from: &SourcePath, path: &str, fragment: Option<String>, span: Span) -> Result<Destination, Option<Box<Diagnostic>>> {
        let broken = |message: String| Diagnostic::new(Code::BrokenLink, from, span, message);
        let Some(target) = from.join(path) else {
            return Err(Some(Box::new(broken(format!("`{path}` leads out of the book")))));
        };
        for candidate in [target.as_str().to_owned(), format!("{target}/index.md"), format!("{target}.md")] {
            if let Some(document) = self.documents.get(candidate.as_str()) {
                return Ok(Destination::Page { output: document.output.clone(), fragment, title: document.title.clone() });
            }
            if self.drafts.contains(candidate.as_str()) {
                return Err(Some(Box::new(
                    broken(format!("`{path}` is a draft, which is not published")).help("remove `draft: true` there, or this link"),
                )));
            }
        }
        if let Some(asset) = self.assets.get(target.as_str()) {
            let content = from.as_str().len() - from.as_str().trim_start_matches(|c| c != '/').len();
            return Ok(Destination::Asset(output_path(asset.get(content + 1..).unwrap_or(asset))));
        }
        let mut diagnostic = broken(format!("there is no file `{target}`"));
        diagnostic.help = self.nearest_path(&target);
        Err(Some(Box::new(diagnostic)))
    }

    fn nearest_path(&self, target: &SourcePath) -> Option<String> {
        let known = self.documents.keys().chain(&self.assets).copied().collect::<BTreeSet<_>>();
        if let Some(same) = known.iter().find(|path| path.eq_ignore_ascii_case(target.as_str())) {
            return Some(format!("upper and lower case differ: `{same}`"));
        }
        let name = |path: &&str| path.rsplit('/').next().unwrap_or_default().to_owned();
        let same_name = known.iter().find(|path| name(path) == target.file_name());
        let near = same_name.copied().or_else(|| {
            let beside: Vec<&str> =
                known.iter().copied().filter(|path| path.rsplit_once('/').map_or("", |(folder, _)| folder) == target.folder()).collect();
            let names: Vec<String> = beside.iter().map(name).collect();
            let likely = nearest(target.file_name(), names.iter().map(String::as_str))?;
            beside.into_iter().find(|path| name(path) == likely)
        });
        near.map(|path| format!("did you mean `{path}`?"))
    }

    fn reference(
        &self,
        playbook: &Playbook<'a>,
        from: &SourcePath,
        reference: &str,
        span: Span,
    ) -> Result<Destination, Option<Box<Diagnostic>>> {
        let (name, fragment) = reference.split_once('#').map_or((reference, None), |(name, fragment)| (name, Some(fragment.to_owned())));
        let found = match name.split_once(':') {
            Some((kind, id)) => self.of_kind(playbook, kind, id),
            None => self.unprefixed(playbook, name),
        };
        match found.as_slice() {
            [(output, own, title)] => {
                Ok(Destination::Page { output: output.clone(), fragment: fragment.or(own.clone()), title: title.clone() })
            }
            [] if playbook.names.unsure => Err(None),
            [] => {
                let mut diagnostic = Diagnostic::new(Code::UnknownRef, from, span, format!("there is nothing called `{name}`"));
                diagnostic.help = self.nearest_name(playbook, name);
                Err(Some(Box::new(diagnostic)))
            }
            several => {
                let pages: Vec<String> = several.iter().map(|(output, _, title)| format!("{title} ({output})")).collect();
                let message = format!("`{name}` could be {}", pages.join(" or "));
                Err(Some(Box::new(
                    Diagnostic::new(Code::UnknownRef, from, span, message)
                        .help("give the page's path inside the content folder, or an `id:` of its own"),
                )))
            }
        }
    }

    fn of_kind(&self, playbook: &Playbook<'a>, kind: &str, id: &str) -> Vec<Found> {
        let document = match kind {
            "cause" => playbook.names.causes.get(id).map(|index| playbook.causes[*index].document),
            "practice" => playbook.names.practices.get(id).map(|index| playbook.practices[*index].document),
            "project" => playbook.names.projects.get(id).and_then(|index| playbook.projects[index].document),
            "decision" => playbook.names.decisions.get(id).map(|index| playbook.documents[index]),
            _ => None,
        };
        document.map(page).into_iter().collect()
    }

    /// A stage, an item or wave of one, else a page.
    fn unprefixed(&self, playbook: &Playbook<'a>, name: &str) -> Vec<Found> {
        if let Some(index) = playbook.names.stages.get(name) {
            return vec![page(playbook.stages[*index].document)];
        }
        let member = name.split_once('/').and_then(|(stage, member)| {
            let stage = &playbook.stages[*playbook.names.stages.get(stage)?];
            let (id, title) = match stage.members.get(member)? {
                Member::Item(item) => (&stage.front.checklist[*item].id.value, stage.front.checklist[*item].text.plain.clone()),
                Member::Wave(wave) => {
                    let wave = &stage.front.waves[*wave];
                    (&wave.id.value, wave.title.clone().unwrap_or_else(|| wave.id.value.clone()))
                }
            };
            Some((stage.document.output.clone(), Some(anchor(stage.id(), id)), title))
        });
        match member {
            Some(found) => vec![found],
            None => self.pages.get(name).map(|pages| pages.iter().map(|document| page(document)).collect()).unwrap_or_default(),
        }
    }

    fn nearest_name(&self, playbook: &Playbook<'a>, name: &str) -> Option<String> {
        let names = &playbook.names;
        let mut known: Vec<String> = names.stages.keys().cloned().chain(self.pages.keys().map(|page| (*page).to_owned())).collect();
        for stage in &playbook.stages {
            known.extend(stage.members.keys().map(|member| format!("{}/{member}", stage.id())));
        }
        known.extend(names.causes.keys().map(|id| format!("cause:{id}")));
        known.extend(names.practices.keys().map(|id| format!("practice:{id}")));
        known.extend(names.projects.names.ids().map(|id| format!("project:{id}")));
        known.extend(names.decisions.ids().map(|id| format!("decision:{id}")));
        // `[[no-budget]]` for `[[cause:no-budget]]` is the likeliest slip.
        if let Some(exact) = known.iter().find(|known| known.split_once(':').is_some_and(|(_, id)| id == name)) {
            return Some(format!("did you mean `[[{exact}]]`?"));
        }
        nearest(name, known.iter().map(String::as_str)).map(|near| format!("did you mean `[[{near}]]`?"))
    }

    fn check_anchor(&self, from: &SourcePath, destination: &Destination, span: Span) -> Result<(), Option<Box<Diagnostic>>> {
        let Destination::Page { output, fragment: Some(fragment), .. } = destination else { return Ok(()) };
        let empty = BTreeSet::new();
        let anchors = self.anchors.get(output).unwrap_or(&empty);
        if anchors.contains(fragment) {
            return Ok(());
        }
        let mut diagnostic = Diagnostic::new(Code::BrokenAnchor, from, span, format!("the page has no heading or item `#{fragment}`"));
        diagnostic.help = nearest(fragment, anchors.iter().map(String::as_str)).map(|anchor| format!("did you mean `#{anchor}`?"));
        Err(Some(Box::new(diagnostic)))
    }
}

/// A page with the anchor on it that is meant, and its title.
type Found = (OutputPath, Option<String>, String);

fn page(document: &Document) -> Found {
    (document.output.clone(), None, document.title.clone())
}

/// Every anchor of every page: headings, items, waves.
fn anchors(playbook: &Playbook<'_>) -> HashMap<OutputPath, BTreeSet<String>> {
    let mut anchors: HashMap<OutputPath, BTreeSet<String>> = HashMap::with_capacity(playbook.documents.len());
    for document in &playbook.documents {
        let headings = document.body.headings.iter().map(|heading| heading.id.clone());
        anchors.entry(document.output.clone()).or_default().extend(headings);
    }
    for stage in &playbook.stages {
        let members = || stage.front.checklist.iter().map(|item| &item.id).chain(stage.front.waves.iter().map(|wave| &wave.id));
        anchors.entry(stage.document.output.clone()).or_default().extend(members().map(|id| anchor(stage.id(), &id.value)));
        for project in &playbook.projects {
            let Some(output) = project.stage_output(stage) else { continue };
            let own = project.stages[stage.index].items.iter().map(|status| &status.item.id);
            let shown = anchors.entry(output).or_default();
            shown.extend(members().chain(own).map(|id| anchor(stage.id(), &id.value)));
        }
    }
    anchors
}

/// All Markdown of a document: its body and the inline texts of its front matter.
pub fn fragments(document: &Document) -> Vec<&Fragment> {
    let mut fragments = vec![&document.body.fragment];
    match &document.front {
        Front::Stage(stage) => {
            fragments.extend(stage.goal.iter().chain(&stage.output).chain(&stage.not_doing));
            fragments.extend(stage.checklist.iter().map(|item| &item.text));
            fragments.extend(stage.gate.iter().filter_map(|gate| gate.question.as_ref()));
        }
        Front::Cause(cause) => fragments.extend(&cause.signals),
        Front::ProjectStage(stage) => fragments.extend(stage.checklist.iter().map(|item| &item.text)),
        Front::Project(project) => {
            fragments.extend(project.stages.values().flat_map(|stage| stage.value.checklist.iter().map(|item| &item.text)));
        }
        Front::Practice(_) | Front::Decision(_) | Front::Page => {}
    }
    fragments
}

/// Resolves every link of every document once: reports the faults, and collects who links to whom.
pub fn check_all<'a>(playbook: &Playbook<'a>, targets: &Targets<'a>, diagnostics: &mut Vec<Diagnostic>) -> Backlinks<'a> {
    let mut backlinks: Backlinks<'a> = BTreeMap::new();
    for document in &playbook.documents {
        for link in fragments(document).into_iter().flat_map(|fragment| &fragment.links) {
            match targets.resolve(playbook, document, link) {
                Ok(Destination::Page { output, .. }) if output != document.output => {
                    let sources = backlinks.entry(output).or_default();
                    if sources.last().is_none_or(|last| last.path != document.path) {
                        sources.push(document);
                    }
                }
                Ok(_) | Err(None) => {}
                Err(Some(problem)) => diagnostics.push(*problem),
            }
        }
    }
    diagnostics.extend(
        plain_links(playbook)
            .into_iter()
            .filter_map(|(path, link, span)| targets.resolve_text(path, link, span).err()?.map(|problem| *problem)),
    );
    backlinks
}

/// The links that stand in front matter as plain text: evidence and rollback.
fn plain_links<'p>(playbook: &'p Playbook<'_>) -> Vec<(&'p SourcePath, &'p str, Span)> {
    let mut links = Vec::new();
    for stage in &playbook.stages {
        let rollbacks = stage.front.waves.iter().filter_map(|wave| wave.rollback.as_ref());
        links.extend(rollbacks.map(|link| (&stage.document.path, link.value.as_str(), link.span)));
    }
    for status in playbook.projects.iter().flat_map(|project| &project.stages).flat_map(|stage| &stage.items) {
        if let Some(written) = status.state {
            links.extend(
                written.state.evidence.iter().map(|evidence| (&written.document.path, evidence.link.value.as_str(), evidence.link.span)),
            );
        }
    }
    links
}

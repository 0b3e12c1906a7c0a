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
use crate::path::{OutputPath, SourcePath};

/// So many findings get a suggestion: whoever has more has one cause for all of them.
const MOST_ADVISED: usize = 100;

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
    /// Other files of the content folder, and where they are published.
    assets: HashMap<&'a str, &'a OutputPath>,
    /// Pages without a kind of their own, by id and by their path without `.md`.
    pages: BTreeMap<&'a str, Vec<&'a Document>>,
    /// Sections that no author wrote a page for, by the path that it would have.
    sections: HashMap<String, (OutputPath, String)>,
    /// Anchors by page.
    anchors: HashMap<OutputPath, BTreeSet<String>>,
    /// Files and folders that could not be read: nothing is said about what they hold.
    unreadable: &'a [SourcePath],
    /// Pages whose files could not be read in full: nothing is said about anchors on them.
    partial: HashSet<OutputPath>,
}

/// Which pages link to a page: source documents by output path, each once.
pub type Backlinks<'a> = BTreeMap<OutputPath, Vec<&'a Document>>;

impl<'a> Targets<'a> {
    /// Collects the targets. `assets` says where files that are no pages are published, `unreadable` what is there and could not be read.
    pub fn new(playbook: &Playbook<'a>, assets: &'a BTreeMap<OutputPath, SourcePath>, unreadable: &'a [SourcePath]) -> Self {
        let documents = playbook.documents.iter().map(|document| (document.path.as_str(), *document)).collect();
        let mut pages: BTreeMap<&str, Vec<&Document>> = BTreeMap::new();
        let without_kind = |document: &&&Document| matches!(document.kind, Kind::Page | Kind::Home | Kind::Section);
        for document in playbook.documents.iter().filter(without_kind) {
            let inside = document.inside.trim_end_matches(".md").trim_end_matches("/index");
            let aliases = document.common.aliases.iter().map(|alias| alias.value.as_str());
            for name in BTreeSet::from_iter([document.id.as_str(), inside].into_iter().chain(aliases)) {
                pages.entry(name).or_default().push(document);
            }
        }
        Self {
            documents,
            assets: assets.iter().map(|(output, source)| (source.as_str(), output)).collect(),
            pages,
            sections: sections(playbook),
            unreadable,
            anchors: anchors(playbook),
            partial: playbook.documents.iter().filter(|document| document.partial).map(|document| document.output.clone()).collect(),
        }
    }

    /// Where a link of `document` leads, or what is wrong with it. `None` when nothing may be said, for a file could not be read.
    pub fn resolve(&self, playbook: &Playbook<'a>, document: &Document, link: &Link) -> Result<Destination, Option<Box<Diagnostic>>> {
        let destination = match &link.target {
            Target::External(url) => Destination::External(url.clone()),
            Target::Fragment(fragment) => {
                Destination::Page { output: document.output.clone(), fragment: Some(fragment.clone()), title: document.title.clone() }
            }
            Target::Path(path, fragment) => self.path(playbook, &document.path, path, fragment.clone(), link.span)?,
            Target::Reference(reference) => self.reference(playbook, &document.path, reference, link.span)?,
        };
        self.check_anchor(&document.path, &destination, link.span)?;
        Ok(destination)
    }

    /// Where a plain link of front matter leads (evidence, rollback): with a scheme a URL, else a path relative to its file.
    pub fn resolve_text(
        &self,
        playbook: &Playbook<'a>,
        path: &SourcePath,
        link: &str,
        span: Span,
    ) -> Result<Destination, Option<Box<Diagnostic>>> {
        match crate::document::markdown::target(link) {
            Some(Target::External(url)) => Ok(Destination::External(url)),
            Some(Target::Path(file, fragment)) => {
                let destination = self.path(playbook, path, &file, fragment, span)?;
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

    fn path(
        &self,
        playbook: &Playbook<'a>,
        from: &SourcePath,
        path: &str,
        fragment: Option<String>,
        span: Span,
    ) -> Result<Destination, Option<Box<Diagnostic>>> {
        let broken = |message: String| Diagnostic::new(Code::BrokenLink, from, span, message);
        let Some(target) = from.join(path) else {
            return Err(Some(Box::new(broken(format!("`{path}` leads out of the book")))));
        };
        for candidate in [target.as_str().to_owned(), format!("{target}/index.md"), format!("{target}.md")] {
            if let Some(document) = self.documents.get(candidate.as_str()) {
                return Ok(Destination::Page { output: document.output.clone(), fragment, title: document.title.clone() });
            }
            if let Some((output, title)) = self.sections.get(candidate.as_str()) {
                return Ok(Destination::Page { output: output.clone(), fragment, title: title.clone() });
            }
            if playbook.drafts.iter().any(|draft| draft.path.as_str() == candidate) {
                return Err(Some(Box::new(
                    broken(format!("`{path}` is a draft, which is not published")).help("remove `draft: true` there, or this link"),
                )));
            }
        }
        if let Some(output) = self.assets.get(target.as_str()) {
            return Ok(Destination::Asset((*output).clone()));
        }
        let is_in =
            |path: &SourcePath| target.as_str().strip_prefix(path.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        if self.unreadable.iter().any(is_in) {
            return Err(None);
        }
        Err(Some(Box::new(broken(format!("there is no file `{target}`")))))
    }

    /// Adds to a finding about a link what the author may have meant. It is a step of its own, for it compares with every name there is.
    fn advise(&self, playbook: &Playbook<'a>, document: &Document, target: &Target, diagnostic: &mut Diagnostic) {
        if diagnostic.help.is_some() {
            return;
        }
        diagnostic.help = match (diagnostic.code, target) {
            (Code::BrokenLink, Target::Path(path, _)) => document.path.join(path).and_then(|target| self.nearest_path(&target)),
            (Code::UnknownRef, Target::Reference(name)) => self.nearest_name(playbook, name.split('#').next().unwrap_or_default()),
            _ => None,
        };
    }

    fn nearest_path(&self, target: &SourcePath) -> Option<String> {
        let known = self.documents.keys().chain(self.assets.keys()).copied().collect::<BTreeSet<_>>();
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
            [] if playbook.names.unsure || self.is_in_partial_stage(playbook, name) => Err(None),
            [] => {
                let mut diagnostic = Diagnostic::new(Code::UnknownRef, from, span, format!("there is nothing called `{name}`"));
                let id = name.rsplit(':').next().unwrap_or(name);
                if let Some(draft) = playbook.drafts.iter().find(|draft| draft.id == id) {
                    diagnostic.message = format!("`{name}` is a draft, which is not published");
                    diagnostic = diagnostic.help(format!("remove `draft: true` in {}, or this reference", draft.path));
                }
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

    /// True for `stage/…` of a stage whose file could not be read in full.
    fn is_in_partial_stage(&self, playbook: &Playbook<'a>, name: &str) -> bool {
        let stage = name.split_once('/').and_then(|(stage, _)| playbook.names.stages.get(stage));
        stage.is_some_and(|stage| playbook.stages[*stage].document.partial)
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
        if self.partial.contains(output) {
            return Err(None);
        }
        let mut diagnostic = Diagnostic::new(Code::BrokenAnchor, from, span, format!("the page has no heading or item `#{fragment}`"));
        diagnostic.help = nearest(fragment, anchors.iter().map(String::as_str)).map(|anchor| format!("did you mean `#{anchor}`?"));
        Err(Some(Box::new(diagnostic)))
    }
}

/// The sections that have pages and no `index.md`, by the path that file would have.
fn sections(playbook: &Playbook<'_>) -> HashMap<String, (OutputPath, String)> {
    let kinds = [
        (Kind::Stage, "stages", "Stages"),
        (Kind::Project, "projects", "Projects"),
        (Kind::Cause, "causes", "Causes"),
        (Kind::Practice, "practices", "Practices"),
        (Kind::Decision, "decisions", "Decisions"),
    ];
    let built = kinds.into_iter().filter(|(kind, ..)| playbook.documents.iter().any(|document| document.kind == *kind));
    built
        .map(|(_, folder, title)| {
            let source = format!("{}/{folder}/index.md", playbook.config.content);
            (source, (OutputPath::new(format!("{folder}/index.html")), title.to_owned()))
        })
        .collect()
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
        let headings = document.body.headings.iter().chain(&document.body.title).map(|heading| heading.id.clone());
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
    let mut advised = 0;
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
                Err(Some(mut problem)) => {
                    advised += 1;
                    if advised <= MOST_ADVISED {
                        targets.advise(playbook, document, &link.target, &mut problem);
                    }
                    diagnostics.push(*problem);
                }
            }
        }
    }
    diagnostics.extend(
        plain_links(playbook)
            .into_iter()
            .filter_map(|(path, link, span)| targets.resolve_text(playbook, path, link, span).err()?.map(|problem| *problem)),
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
        // A state to come is checked today: a day alone must not break a build.
        if let Some(written) = status.written {
            links.extend(
                written.state.evidence.iter().map(|evidence| (&written.document.path, evidence.link.value.as_str(), evidence.link.span)),
            );
        }
    }
    links
}

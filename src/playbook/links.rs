//! Where a link leads: pages, headings, items, assets, ids, aliases. Each look-up is one in a map, so that ten thousand pages cost ten thousand
//! times one page. Not done here: what the author of a broken link may have meant (`advice`), going through the links of all documents
//! ([`all`]), writing addresses into HTML.

mod advice;
pub mod all;
pub mod known;
mod places;

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use super::ids::Member;
use super::stage::anchor;
use super::{Playbook, drafts};
use crate::diagnostic::{Code, Diagnostic, Span, Spanned};
use crate::document::fragment::{Link, Target};
use crate::document::markdown::address;
use crate::document::{Document, Kind};
use crate::memo::both;
use crate::path::{OutputPath, SourcePath};
use places::Anchored;

/// So many pages that a reference could mean are named.
const MOST_NAMED: usize = 5;

/// What a link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination<'t> {
    /// A page, or a place on it.
    Page {
        /// Where it is published.
        output: &'t OutputPath,
        /// The anchor on it.
        fragment: Option<String>,
        /// Its title, or the item's text.
        title: &'t str,
    },
    /// A file that is copied as it is.
    Asset {
        /// Where it is published.
        output: &'t OutputPath,
        /// What follows `#`, for its reader: `#page=3` of a PDF.
        fragment: Option<String>,
    },
    /// An address outside the book.
    External(String),
}

/// Everything that can be linked to.
#[derive(Debug)]
pub struct Targets<'a> {
    /// Documents by their source path.
    documents: FxHashMap<&'a str, &'a Document>,
    /// Other files of the content folder, and where they are published.
    assets: FxHashMap<&'a str, &'a OutputPath>,
    /// Pages without a kind of their own, by id and by their path without `.md`.
    pages: BTreeMap<&'a str, Vec<&'a Document>>,
    /// Sections that no author wrote a page for, by the path that it would have.
    sections: FxHashMap<String, (OutputPath, String)>,
    /// What is not published, by the path and by the id that it would have.
    drafts: FxHashMap<&'a str, &'a Document>,
    draft_ids: FxHashMap<&'a str, &'a Document>,
    /// What has anchors on each page.
    anchored: FxHashMap<OutputPath, Vec<Anchored<'a>>>,
    /// Files and folders that could not be read: nothing is said about what they hold.
    unreadable: &'a [SourcePath],
    /// Pages whose files could not be read in full: nothing is said about anchors on them.
    partial: FxHashSet<OutputPath>,
}

/// Why a link has no destination. `None` when nothing may be said, for a file could not be read.
type Broken = Option<Box<Diagnostic>>;

impl<'a> Targets<'a> {
    /// Collects the targets. `assets` says where files that are no pages are published, `unreadable` what is there and could not be read.
    pub fn new(playbook: &Playbook<'a>, assets: &'a BTreeMap<OutputPath, SourcePath>, unreadable: &'a [SourcePath]) -> Self {
        let documents = || playbook.documents.iter().map(|document| (document.path.as_str(), *document)).collect();
        let (documents, anchored) = both(documents, || places::anchored(playbook));
        let mut pages: BTreeMap<&str, Vec<&Document>> = BTreeMap::new();
        let without_kind = |document: &&&Document| matches!(document.kind, Kind::Page | Kind::Home | Kind::Section);
        for document in playbook.documents.iter().filter(without_kind) {
            let inside = document.inside.strip_suffix(".md").unwrap_or(&document.inside);
            let inside = inside.strip_suffix("/index").unwrap_or(inside);
            let aliases = document.common.aliases.iter().map(|alias| alias.value.as_str());
            for name in BTreeSet::from_iter([document.id.as_str(), inside].into_iter().chain(aliases)) {
                pages.entry(name).or_default().push(document);
            }
        }
        Self {
            documents,
            assets: assets.iter().map(|(output, source)| (source.as_str(), output)).collect(),
            pages,
            sections: places::sections(playbook),
            drafts: playbook.drafts.iter().map(|draft| (draft.path.as_str(), *draft)).collect(),
            draft_ids: playbook.drafts.iter().rev().map(|draft| (draft.id.as_str(), *draft)).collect(),
            unreadable,
            anchored,
            partial: playbook.documents.iter().filter(|document| document.partial).map(|document| document.output.clone()).collect(),
        }
    }

    /// Where a link of `document` leads, or what is wrong with it.
    pub fn resolve<'t>(&'t self, playbook: &'t Playbook<'a>, document: &'t Document, link: &Link) -> Result<Destination<'t>, Broken> {
        let destination = match &link.target {
            Target::External(url) => Destination::External(url.clone()),
            Target::Fragment(fragment) => {
                Destination::Page { output: &document.output, fragment: Some(fragment.clone()), title: &document.title }
            }
            Target::Path(path, fragment) => self.path(playbook, &document.path, path, fragment.clone(), link.span)?,
            Target::Reference(reference) => self.reference(playbook, &document.path, reference, link.span)?,
        };
        if link.image && matches!(destination, Destination::Page { .. }) {
            let finding = Diagnostic::new(Code::BrokenLink, &document.path, link.span, "an image can't show a page");
            return Err(Some(Box::new(finding.help("leave out the `!` to link to it"))));
        }
        // Where a reference alone leads, there is what it names.
        if !matches!(&link.target, Target::Reference(reference) if !reference.contains('#')) {
            self.check_anchor(playbook, &document.path, &destination, link.span)?;
        }
        Ok(destination)
    }

    /// Where a plain link of front matter leads (evidence, rollback): with a scheme a URL, else a path relative to its file.
    pub fn resolve_text<'t>(
        &'t self,
        playbook: &'t Playbook<'a>,
        document: &'t Document,
        link: &Spanned<String>,
    ) -> Result<Destination<'t>, Broken> {
        match text_link(link) {
            Ok(link) => self.resolve(playbook, document, &link),
            Err(fault) => Err(Some(Box::new(fault.finding(&document.path, link.span, false)))),
        }
    }

    fn path<'t>(
        &'t self,
        playbook: &Playbook<'a>,
        from: &SourcePath,
        path: &str,
        fragment: Option<String>,
        span: Span,
    ) -> Result<Destination<'t>, Broken> {
        let broken = |message: String| Diagnostic::new(Code::BrokenLink, from, span, message);
        if path.is_empty() {
            return Err(Some(Box::new(broken("this link has no address".into()).help("write a path or an address in the round brackets"))));
        }
        let Some(target) = from.joined(path) else {
            return Err(Some(Box::new(broken(format!("`{path}` leads out of the book")))));
        };
        for ending in ["", "/index.md", ".md"] {
            let with_ending = (!ending.is_empty()).then(|| format!("{target}{ending}"));
            let candidate = with_ending.as_deref().unwrap_or(target.as_str());
            if let Some(document) = self.documents.get(candidate) {
                return Ok(Destination::Page { output: &document.output, fragment, title: &document.title });
            }
            if let Some((output, title)) = self.sections.get(candidate) {
                return Ok(Destination::Page { output, fragment, title });
            }
            if let Some(draft) = self.drafts.get(candidate) {
                let needed = drafts::needed(Code::BrokenLink, from, span, &format!("`{path}`"), drafts::place(draft));
                return Err(Some(Box::new(needed)));
            }
        }
        if let Some(output) = self.assets.get(target.as_str()) {
            return Ok(Destination::Asset { output, fragment });
        }
        let target = SourcePath::new(target);
        let is_in =
            |path: &SourcePath| target.as_str().strip_prefix(path.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        if self.unreadable.iter().any(is_in) {
            return Err(None);
        }
        Err(Some(Box::new(broken(match target.inside(&playbook.config.content) {
            Some(_) => format!("there is no file `{target}`"),
            None => format!("`{target}` is not in the folder `{}`, and only what lies there is published", playbook.config.content),
        }))))
    }

    fn reference<'t>(
        &'t self,
        playbook: &'t Playbook<'a>,
        from: &SourcePath,
        reference: &str,
        span: Span,
    ) -> Result<Destination<'t>, Broken> {
        let (name, fragment) = reference.split_once('#').map_or((reference, None), |(name, fragment)| (name, Some(fragment.to_owned())));
        if name.is_empty() {
            let finding = Diagnostic::new(Code::UnknownRef, from, span, "this reference names nothing");
            return Err(Some(Box::new(finding.help("write an id before the `#`; a heading of the same page is `[text](#heading)`"))));
        }
        let named = match name.split_once(':') {
            Some((kind, id)) => of_kind(playbook, kind, id).map(page),
            None => stage_or_member(playbook, name),
        };
        if let Some((output, own, title)) = named {
            return Ok(Destination::Page { output, fragment: fragment.or(own), title });
        }
        let pages: &[&Document] = if name.contains(':') { &[] } else { self.pages.get(name).map_or(&[], Vec::as_slice) };
        match pages {
            [document] => Ok(Destination::Page { output: &document.output, fragment, title: &document.title }),
            [] if self.draft_of(name).is_none() && (playbook.names.unsure || self.is_in_partial_stage(playbook, name)) => Err(None),
            [] => Err(Some(Box::new(match self.draft_of(name) {
                Some(draft) => drafts::needed(Code::UnknownRef, from, span, &format!("`{}`", draft.id), drafts::place(draft)),
                None => Diagnostic::new(Code::UnknownRef, from, span, format!("there is nothing called `{name}`")),
            }))),
            several => {
                let mut pages: Vec<String> =
                    several.iter().take(MOST_NAMED).map(|page| format!("{} ({})", page.title, page.output)).collect();
                if several.len() > MOST_NAMED {
                    pages.push(format!("one of {} more", several.len() - MOST_NAMED));
                }
                let message = format!("`{name}` could be {}", pages.join(" or "));
                Err(Some(Box::new(
                    Diagnostic::new(Code::UnknownRef, from, span, message)
                        .help("give the page's path inside the content folder, or an `id:` of its own"),
                )))
            }
        }
    }

    /// The draft that a reference names, or in which what it names stands: `pilot/value` belongs to `pilot`.
    fn draft_of(&self, name: &str) -> Option<&&'a Document> {
        let id = name.rsplit(':').next().unwrap_or(name);
        self.draft_ids.get(id).or_else(|| self.draft_ids.get(id.split_once('/')?.0).filter(|draft| draft.kind == Kind::Stage))
    }

    /// True for `stage/…` of a stage whose file could not be read in full.
    fn is_in_partial_stage(&self, playbook: &Playbook<'a>, name: &str) -> bool {
        let stage = name.split_once('/').and_then(|(stage, _)| playbook.names.stages.get(stage));
        stage.is_some_and(|stage| playbook.stages[*stage].document.partial)
    }

    fn check_anchor(&self, playbook: &Playbook<'a>, from: &SourcePath, destination: &Destination<'_>, span: Span) -> Result<(), Broken> {
        let Destination::Page { output, fragment: Some(fragment), .. } = destination else { return Ok(()) };
        if self.anchored.get(*output).is_some_and(|anchored| anchored.iter().any(|anchored| anchored.has(playbook, fragment))) {
            return Ok(());
        }
        if self.partial.contains(*output) {
            return Err(None);
        }
        let message = format!("the page has no heading or item `#{fragment}`");
        Err(Some(Box::new(Diagnostic::new(Code::BrokenAnchor, from, span, message))))
    }
}

/// A plain link of front matter as a link, or why it can't be one.
fn text_link(link: &Spanned<String>) -> Result<Link, address::Fault> {
    Ok(Link { target: address::plain_target(&link.value)?, span: link.span, image: false })
}

/// A page with the anchor on it that is meant, and its title.
type Found<'t> = (&'t OutputPath, Option<String>, &'t str);

fn page(document: &Document) -> Found<'_> {
    (&document.output, None, &document.title)
}

/// What a reference with the name of a kind in front means.
fn of_kind<'a>(playbook: &Playbook<'a>, kind: &str, id: &str) -> Option<&'a Document> {
    match kind {
        "cause" => playbook.names.causes.get(id).map(|index| playbook.causes[*index].document),
        "practice" => playbook.names.practices.get(id).map(|index| playbook.practices[*index].document),
        "project" => playbook.names.projects.get(id).and_then(|index| playbook.projects[index].document),
        "decision" => playbook.names.decisions.get(id).map(|index| playbook.documents[index]),
        _ => None,
    }
}

/// The stage of that name, or the item or wave of one.
fn stage_or_member<'t>(playbook: &'t Playbook<'_>, name: &str) -> Option<Found<'t>> {
    if let Some(index) = playbook.names.stages.get(name) {
        return Some(page(playbook.stages[*index].document));
    }
    let (stage, member) = name.split_once('/')?;
    let stage = &playbook.stages[*playbook.names.stages.get(stage)?];
    let (id, title) = match stage.members.get(member)? {
        Member::Item(item) => (&stage.front.checklist[*item].id.value, stage.front.checklist[*item].text.plain.as_str()),
        Member::Wave(wave) => {
            let wave = &stage.front.waves[*wave];
            (&wave.id.value, wave.title.as_ref().unwrap_or(&wave.id.value).as_str())
        }
    };
    Some((&stage.document.output, Some(anchor(stage.id(), id)), title))
}

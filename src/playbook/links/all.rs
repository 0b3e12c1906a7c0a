//! The links of all documents, in text and in front matter: resolves each once, reports those that lead nowhere, turns them round into
//! backlinks, and lists those that lead out of the book. Not done here: resolving one ([`super::Targets`]), asking what lies outside.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::advice::Advice;
use super::known::Known;
use super::{Destination, Targets, text_link};
use crate::diagnostic::{Diagnostic, Span, Spanned, may_advise};
use crate::document::Document;
use crate::document::fragment::{Fragment, Link, Target};
use crate::document::front::Front;
use crate::memo::{both, in_parallel};
use crate::path::{OutputPath, SourcePath};
use crate::playbook::Playbook;

/// Which pages link to a page: source documents by output path, each once, by path.
pub type Backlinks<'a> = FxHashMap<OutputPath, Vec<&'a Document>>;

/// An address outside the book, at one of the places where it stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ExternalLink {
    /// The file.
    pub path: SourcePath,
    /// The address in the file's text.
    pub span: Span,
    /// The address as written, with `http:` or `https:`.
    pub url: String,
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
        Front::Practice(_) | Front::Decision(_) | Front::Page(_) => {}
    }
    fragments
}

/// The links of a document's Markdown.
fn text_links(document: &Document) -> impl Iterator<Item = &Link> {
    fragments(document).into_iter().flat_map(|fragment| &fragment.links)
}

/// A link as it is written.
#[derive(Clone, Copy)]
enum Written<'p> {
    Markdown(&'p Link),
    Plain(&'p Spanned<String>),
}

impl Written<'_> {
    /// As a link; `None` for an address that is not a safe one.
    fn link(&self) -> Option<Cow<'_, Link>> {
        match self {
            Written::Markdown(link) => Some(Cow::Borrowed(link)),
            Written::Plain(link) => text_link(link).ok().map(Cow::Owned),
        }
    }
}

/// What following some links of a document came to: the other pages that they lead to, each once, and the links that lead nowhere.
struct Followed<'t> {
    pages: Vec<&'t OutputPath>,
    broken: Vec<(Written<'t>, Box<Diagnostic>)>,
}

/// Resolves every link of every document once: reports the faults, and collects who links to whom. Links of a document that has not changed are
/// not followed again where `known` says that nothing they could lead to has.
pub fn check<'a>(playbook: &Playbook<'a>, targets: &Targets<'a>, known: &mut Known, diagnostics: &mut Vec<Diagnostic>) -> Backlinks<'a> {
    let mut plain: BTreeMap<&SourcePath, Vec<Written<'_>>> = BTreeMap::new();
    for (document, link) in plain_links(playbook) {
        plain.entry(&document.path).or_default().push(Written::Plain(link));
    }
    let followed = in_parallel(&playbook.documents, |document| {
        if let Some(pages) = known.pages(document) {
            return Followed { pages: pages.iter().collect(), broken: Vec::new() };
        }
        let links = text_links(document).map(Written::Markdown).chain(plain.get(&document.path).into_iter().flatten().copied());
        follow(playbook, targets, document, links)
    });
    let faultless = || playbook.documents.iter().zip(&followed).filter(|(_, followed)| followed.broken.is_empty());
    let pages =
        || faultless().map(|(document, followed)| (document.path.clone(), followed.pages.iter().copied().cloned().collect())).collect();
    let (backlinks, pages) = both(|| turned_round(playbook, &followed), pages);
    let mut advice = None;
    for (document, followed) in playbook.documents.iter().zip(followed) {
        for (written, mut problem) in followed.broken {
            if let Some(link) = written.link().filter(|_| problem.help.is_none() && may_advise(diagnostics, problem.code)) {
                problem.help = advice.get_or_insert_with(|| Advice::new(playbook, targets)).on(document, &link.target);
            }
            diagnostics.push(*problem);
        }
    }
    known.pages = pages;
    backlinks
}

fn turned_round<'a>(playbook: &Playbook<'a>, followed: &[Followed<'_>]) -> Backlinks<'a> {
    let mut backlinks: Backlinks<'a> = FxHashMap::with_capacity_and_hasher(playbook.documents.len(), FxBuildHasher);
    for (document, followed) in playbook.documents.iter().zip(followed) {
        for page in &followed.pages {
            match backlinks.get_mut(*page) {
                Some(sources) => sources.push(document),
                None => drop(backlinks.insert((*page).clone(), vec![document])),
            }
        }
    }
    backlinks
}

fn follow<'t, 'a>(
    playbook: &'t Playbook<'a>,
    targets: &'t Targets<'a>,
    document: &'t Document,
    links: impl Iterator<Item = Written<'t>>,
) -> Followed<'t> {
    let (mut pages, mut broken) = (Vec::new(), Vec::new());
    for written in links {
        let destination = match written {
            Written::Markdown(link) => targets.resolve(playbook, document, link),
            Written::Plain(link) => targets.resolve_text(playbook, document, link),
        };
        match destination {
            Ok(Destination::Page { output, .. }) if *output != document.output => pages.push(output),
            Ok(_) | Err(None) => {}
            Err(Some(problem)) => broken.push((written, problem)),
        }
    }
    pages.sort_unstable();
    pages.dedup();
    Followed { pages, broken }
}

/// The links that lead out of the book over http or https, images too, by place.
pub fn external(playbook: &Playbook<'_>) -> Vec<ExternalLink> {
    let of_texts =
        in_parallel(&playbook.documents, |document| text_links(document).filter_map(|link| leads_out(document, link)).collect::<Vec<_>>());
    let of_front_matter = plain_links(playbook).into_iter().filter_map(|(document, link)| leads_out(document, &text_link(link).ok()?));
    let mut links: Vec<ExternalLink> = of_texts.into_iter().flatten().chain(of_front_matter).collect();
    links.sort();
    links.dedup();
    links
}

/// The same of one body alone.
pub fn external_in(document: &Document) -> impl Iterator<Item = ExternalLink> {
    document.body.fragment.links.iter().filter_map(|link| leads_out(document, link))
}

fn leads_out(document: &Document, link: &Link) -> Option<ExternalLink> {
    let Target::External(url) = &link.target else { return None };
    let (scheme, _) = url.split_once(':')?;
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    is_web.then(|| ExternalLink { path: document.path.clone(), span: link.span, url: url.clone() })
}

/// The links that stand in front matter as plain text: evidence and rollback.
fn plain_links<'p, 'a>(playbook: &'p Playbook<'a>) -> Vec<(&'a Document, &'p Spanned<String>)> {
    let mut links = Vec::new();
    for stage in &playbook.stages {
        links.extend(stage.front.waves.iter().filter_map(|wave| wave.rollback.as_ref()).map(|link| (stage.document, link)));
    }
    for status in playbook.projects.iter().flat_map(|project| &project.stages).flat_map(|stage| &stage.items) {
        // A state to come is checked today: a day alone must not break a build.
        if let Some(written) = status.written {
            links.extend(written.state.evidence.iter().map(|evidence| (written.document, &evidence.link)));
        }
    }
    // Empty evidence has been reported as such.
    links.retain(|(_, link)| !link.value.trim().is_empty());
    links
}

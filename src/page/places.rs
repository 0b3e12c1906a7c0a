//! The places at which a site is published, each taken once; a second claim is a finding. Not done here: which pages there are ([`super::pages`]).

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::{Page, is_reserved, names};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::document::Document;
use crate::memo::both;
use crate::path::{OutputPath, SourcePath, folders_of};

/// Why something is published at a place: a file, and where in it an id or alias stands that claims the place.
#[derive(Debug, Clone)]
pub(super) struct Claim {
    pub(super) source: SourcePath,
    pub(super) span: Option<Span>,
}

impl Claim {
    /// What is wrong with it.
    pub(super) fn finding(&self, code: Code, message: String) -> Diagnostic {
        match self.span {
            Some(span) => Diagnostic::new(code, &self.source, span, message),
            None => Diagnostic::on_file(code, &self.source, message),
        }
    }
}

/// Who has which place.
pub(super) struct Places<'d> {
    taken: BTreeMap<OutputPath, Claim>,
    pub(super) pages: BTreeMap<OutputPath, Page>,
    diagnostics: &'d mut Vec<Diagnostic>,
    /// Where ids stand that are taken.
    taken_ids: FxHashSet<(SourcePath, Span)>,
}

impl<'d> Places<'d> {
    /// The places that files take which are no pages.
    pub(super) fn new(assets: &BTreeMap<OutputPath, SourcePath>, diagnostics: &'d mut Vec<Diagnostic>) -> Self {
        let ids = diagnostics.iter().filter(|finding| finding.code == Code::DuplicateId);
        Self {
            taken: assets.iter().map(|(output, source)| (output.clone(), Claim { source: source.clone(), span: None })).collect(),
            pages: BTreeMap::new(),
            taken_ids: ids.filter_map(|finding| Some((finding.place.path.clone(), finding.place.span?))).collect(),
            diagnostics,
        }
    }

    /// Takes the place of a document, or of its alias that stands at `alias`.
    pub(super) fn add(&mut self, output: OutputPath, page: Page, document: &Document, alias: Option<Span>) {
        // An alias that is someone's id already has its finding.
        if alias.is_some_and(|alias| self.taken_ids.contains(&(document.path.clone(), alias))) {
            return;
        }
        let reserved = is_reserved(&output);
        let first = self.taken.get(&output).map(|claim| format!("`{}`", claim.source)).or(reserved.then(|| "the build itself".to_owned()));
        let Some(first) = first else {
            self.taken.insert(output.clone(), Claim { source: document.path.clone(), span: alias });
            self.pages.insert(output, page);
            return;
        };
        let message = format!("`{output}` is published from {first} too");
        let finding = Diagnostic::new(Code::OutputCollision, &document.path, alias.unwrap_or(document.head), message);
        let help = if alias.is_some() { "remove the alias, or write another" } else { "rename one of the two files, or change the alias" };
        self.diagnostics.push(finding.help(help));
    }

    /// What is wrong with the places that are taken, each looked at beside the others. `feeds` are places beside the pages that follow from what an
    /// author wrote.
    pub(super) fn report_faults(&mut self, feeds: impl Iterator<Item = (OutputPath, Claim)>) {
        let (folders, names) = both(|| self.files_that_are_folders(), || self.faults_of_names());
        self.diagnostics.extend(folders);
        self.diagnostics.extend(names);
        names::check_beside(feeds, self.diagnostics);
    }

    /// `a` and `a/index.html` can't both be published: one name would be a file and a folder.
    fn files_that_are_folders(&self) -> Vec<Diagnostic> {
        let folders = folders_of(self.taken.keys().map(OutputPath::as_str));
        let files = self.taken.iter().filter(|(output, _)| folders.contains(output.as_str()));
        let inside = |output: &OutputPath| self.taken.range(OutputPath::new(format!("{output}/"))..).next();
        let finding = |(output, claim): (&OutputPath, &Claim)| {
            let (path, Claim { source: other, .. }) = inside(output)?;
            let message = format!("`{output}` would be a file and, for `{path}` from `{other}`, a folder too");
            Some(claim.finding(Code::OutputCollision, message).help("rename one of the two"))
        };
        files.filter_map(finding).collect()
    }

    /// Names that not every system takes, or tells from another.
    fn faults_of_names(&self) -> Vec<Diagnostic> {
        let is_there = |path: &str| {
            let (whole, below) = (OutputPath::new(path), format!("{path}/"));
            let next = self.pages.range(OutputPath::new(below.as_str())..).next();
            self.pages.contains_key(&whole) || next.is_some_and(|(page, _)| page.as_str().starts_with(&below))
        };
        let mut found = Vec::new();
        names::check(&self.taken, is_there, &mut found);
        found
    }

    /// A page that needs no source. Where an author wrote it, that is the page, and takes what is known of it here, such as the part of a list; anything
    /// else that stands there is in the way.
    pub(super) fn add_generated(&mut self, output: OutputPath, page: Page) {
        let written = self.pages.get(&output).is_some_and(|there| there.kind() == page.kind());
        match self.taken.get(&output) {
            None => drop(self.pages.insert(output, page)),
            Some(_) if written => drop(self.pages.insert(output, page)),
            Some(claim) => {
                let message = format!("`{output}` is published by the build itself");
                self.diagnostics.push(claim.finding(Code::OutputCollision, message).help("rename the file, or change the alias"));
            }
        }
    }
}

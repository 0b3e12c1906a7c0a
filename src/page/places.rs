//! The places at which a site is published, each taken once; a second claim is a finding. Not done here: which pages there are ([`super::pages`]).

use std::collections::{BTreeMap, HashSet};

use super::{Page, is_reserved};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::document::Document;
use crate::path::{OutputPath, SourcePath};

/// Who has which place.
pub(super) struct Places<'d> {
    /// The file behind each, and where in it an alias stands that claims it.
    taken: BTreeMap<OutputPath, (SourcePath, Option<Span>)>,
    pub(super) pages: BTreeMap<OutputPath, Page>,
    diagnostics: &'d mut Vec<Diagnostic>,
    /// Where ids stand that are taken.
    taken_ids: HashSet<(SourcePath, Span)>,
}

impl<'d> Places<'d> {
    /// The places that files take which are no pages.
    pub(super) fn new(assets: &BTreeMap<OutputPath, SourcePath>, diagnostics: &'d mut Vec<Diagnostic>) -> Self {
        let ids = diagnostics.iter().filter(|finding| finding.code == Code::DuplicateId);
        Self {
            taken: assets.iter().map(|(output, source)| (output.clone(), (source.clone(), None))).collect(),
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
        let first = self.taken.get(&output).map(|(path, _)| format!("`{path}`")).or(reserved.then(|| "the build itself".to_owned()));
        let Some(first) = first else {
            self.taken.insert(output.clone(), (document.path.clone(), alias));
            self.pages.insert(output, page);
            return;
        };
        let message = format!("`{output}` is published from {first} too");
        let finding = Diagnostic::new(Code::OutputCollision, &document.path, alias.unwrap_or(document.head), message);
        let help = if alias.is_some() { "remove the alias, or write another" } else { "rename one of the two files, or change the alias" };
        self.diagnostics.push(finding.help(help));
    }

    /// `a` and `a/index.html` can't both be published: one name would be a file and a folder.
    pub(super) fn report_files_that_are_folders(&mut self) {
        for (output, (source, alias)) in &self.taken {
            let below = OutputPath::new(format!("{output}/"));
            let inside = self.taken.range(below.clone()..).next().filter(|(path, _)| path.as_str().starts_with(below.as_str()));
            if let Some((path, (other, _))) = inside {
                let message = format!("`{output}` would be a file and, for `{path}` from `{other}`, a folder too");
                self.diagnostics.push(claim(source, *alias, message).help("rename one of the two"));
            }
        }
    }

    /// A page that needs no source. Where an author wrote it, that is the page; anything else that stands there is in the way.
    pub(super) fn add_generated(&mut self, output: OutputPath, page: Page) {
        let written = self.pages.get(&output).is_some_and(|there| there.kind() == page.kind());
        match self.taken.get(&output) {
            None => drop(self.pages.insert(output, page)),
            Some(_) if written => {}
            Some((source, alias)) => {
                let message = format!("`{output}` is published by the build itself");
                self.diagnostics.push(claim(source, *alias, message).help("rename the file, or change the alias"));
            }
        }
    }
}

/// A claim that can't be met, at the alias that makes it or else at its file.
fn claim(source: &SourcePath, alias: Option<Span>, message: String) -> Diagnostic {
    match alias {
        Some(alias) => Diagnostic::new(Code::OutputCollision, source, alias, message),
        None => Diagnostic::on_file(Code::OutputCollision, source, message),
    }
}

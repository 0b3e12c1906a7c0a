//! Where the files of a site go: into a value, or out of the build as they are made. Not done here: making pages.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::layout::{Given, Pages};
use crate::page::feed::feeds;
use crate::page::status::{JSON_SCHEMA, Status, items_csv};
use crate::page::web;
use crate::path::{OutputPath, SourcePath};
use crate::playbook::Playbook;
use crate::render::{Sink, Site, assets as theme_files};
use crate::source::Sources;

/// Where the files go that no page is.
pub(super) enum Outlet<'o> {
    Site(&'o mut Site),
    Sink(&'o dyn Sink),
}

impl Outlet<'_> {
    pub(super) fn bytes(&mut self, output: OutputPath, bytes: Arc<[u8]>) {
        match self {
            Outlet::Site(site) => drop(site.files.insert(output, bytes)),
            Outlet::Sink(sink) => sink.file(&output, &bytes),
        }
    }

    pub(super) fn text(&mut self, output: OutputPath, text: String) {
        match self {
            Outlet::Site(site) => drop(site.files.insert(output, Arc::from(text.into_bytes()))),
            Outlet::Sink(sink) => sink.file(&output, text.as_bytes()),
        }
    }
}

/// Hands on every file that is neither a page nor part of the search, and gives the computed values.
pub(super) fn data(outlet: &mut Outlet<'_>, given: &Given, pages: &Pages<'_>) -> Arc<Status> {
    let (Given { sources, assets, .. }, Pages { context, pages }) = (given, pages);
    let playbook = context.playbook;
    let status = Arc::new(Status::of(playbook));
    theme_files(sources).chain(content_files(sources, assets)).for_each(|(output, bytes)| outlet.bytes(output, bytes));
    web::files(context, pages, assets).into_iter().for_each(|(output, text)| outlet.text(output, text));
    values(playbook, &status).for_each(|(output, text)| outlet.text(output, text()));
    match outlet {
        Outlet::Sink(sink) => drop(feeds(playbook, |output, text| sink.file(output, text.as_bytes()))),
        Outlet::Site(site) => site.files.extend(feeds(playbook, |output, text| (output.clone(), Arc::from(text.into_bytes())))),
    }
    status
}

type Text<'t> = Box<dyn Fn() -> String + 't>;

/// The files for machines, each written when its turn has come: in a large book they are large.
fn values<'v>(playbook: &'v Playbook<'_>, status: &'v Status) -> impl Iterator<Item = (OutputPath, Text<'v>)> {
    let files: [(&str, Text<'v>); 3] = [
        ("status.json", Box::new(|| status.to_json())),
        ("status.schema.json", Box::new(|| JSON_SCHEMA.to_owned())),
        ("items.csv", Box::new(|| items_csv(playbook))),
    ];
    files.into_iter().map(|(name, text)| (OutputPath::new(name), text))
}

/// What the files of the content folder hold that are published as they are.
fn content_files<'s>(
    sources: &'s Sources,
    assets: &'s BTreeMap<OutputPath, SourcePath>,
) -> impl Iterator<Item = (OutputPath, Arc<[u8]>)> + 's {
    assets.iter().filter_map(|(output, source)| Some((output.clone(), sources.content.get(source)?.bytes())))
}

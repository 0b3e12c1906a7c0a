//! What the author of a broken link may have meant. Made only once a link is broken, for it knows every name there is in several ways. Not done
//! here: finding that a link is broken.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::Targets;
use crate::diagnostic::nearest;
use crate::document::Document;
use crate::document::fragment::Target;
use crate::path::{OutputPath, SourcePath, output_path};
use crate::playbook::Playbook;

/// A page's anchors are all named when they are no more than this.
const FEW: usize = 12;

/// The prefixes that a reference may have.
const KINDS: &[&str] = &["cause", "practice", "project", "decision"];

/// Every name there is, in the ways in which they are mistaken.
pub(super) struct Advice<'t, 'a> {
    playbook: &'t Playbook<'a>,
    targets: &'t Targets<'a>,
    /// Files by their path in lower case.
    any_case: FxHashMap<String, &'t str>,
    /// Files by their name; the first of a name.
    by_name: FxHashMap<&'t str, &'t str>,
    /// The names of the files of each folder.
    folders: BTreeMap<&'t str, Vec<&'t str>>,
    /// Files by where they are published.
    published: FxHashMap<&'t str, &'t str>,
}

impl<'t, 'a> Advice<'t, 'a> {
    pub(super) fn new(playbook: &'t Playbook<'a>, targets: &'t Targets<'a>) -> Self {
        let mut files: Vec<&str> = targets.documents.keys().chain(targets.assets.keys()).copied().collect();
        files.sort_unstable();
        let mut folders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        let mut by_name = FxHashMap::default();
        for file in &files {
            let (folder, name) = file.rsplit_once('/').unwrap_or(("", file));
            folders.entry(folder).or_default().push(name);
            // Every folder has an `index.md`: to say where one is says nothing.
            if name != "index.md" {
                by_name.entry(name).or_insert(*file);
            }
        }
        let sections = targets.sections.iter().map(|(source, (output, _))| (output.as_str(), source.as_str()));
        let documents = targets.documents.values().map(|document| (document.output.as_str(), document.path.as_str()));
        let published = sections.chain(documents).collect();
        Self { playbook, targets, any_case: files.iter().map(|file| (file.to_lowercase(), *file)).collect(), by_name, folders, published }
    }

    /// What may be meant by a link of `document` that leads nowhere.
    pub(super) fn on(&self, document: &Document, target: &Target) -> Option<String> {
        match target {
            Target::Path(path, fragment) => match (self.page_at(&document.path, path), fragment) {
                (Some(page), Some(fragment)) => self.anchor(page, fragment),
                _ => self.path(&document.path, path),
            },
            Target::Fragment(fragment) => self.anchor(&document.output, fragment),
            Target::Reference(reference) => match reference.split_once('#') {
                Some((name, fragment)) if let Some(page) = self.page_called(name) => self.anchor(page, fragment),
                Some((name, _)) => self.reference(name),
                None => self.reference(reference),
            },
            Target::External(_) => None,
        }
    }

    /// The page that a path leads to, when only its fragment is at fault.
    fn page_at(&self, from: &SourcePath, path: &str) -> Option<&'t OutputPath> {
        match self.targets.path(self.playbook, from, path, None, Default::default()) {
            Ok(super::Destination::Page { output, .. }) => Some(output),
            _ => None,
        }
    }

    fn page_called(&self, name: &str) -> Option<&'t OutputPath> {
        match self.targets.reference(self.playbook, &SourcePath::new(""), name, Default::default()) {
            Ok(super::Destination::Page { output, .. }) => Some(output),
            _ => None,
        }
    }

    fn anchor(&self, page: &OutputPath, fragment: &str) -> Option<String> {
        let anchored = self.targets.anchored.get(page).into_iter().flatten();
        let anchors: BTreeSet<String> = anchored.flat_map(|anchored| anchored.all(self.playbook)).collect();
        if anchors.is_empty() {
            return Some("it has no heading; link to the page itself".to_owned());
        }
        // `#value` for `#pilot.value`: the item without its stage.
        let items = || anchors.iter().filter_map(|anchor| Some((anchor.split_once('.')?.1, anchor.as_str())));
        let of_item = nearest(fragment, items().map(|(item, _)| item)).and_then(|near| items().find(|(item, _)| *item == near));
        let near = nearest(fragment, anchors.iter().map(String::as_str)).or(of_item.map(|(_, anchor)| anchor));
        match near {
            Some(anchor) => Some(format!("did you mean `#{anchor}`?")),
            None if anchors.len() > FEW => None,
            None => Some(format!("the page has {}", anchors.iter().map(|anchor| format!("`#{anchor}`")).collect::<Vec<_>>().join(", "))),
        }
    }

    fn path(&self, from: &SourcePath, path: &str) -> Option<String> {
        let meant = |file: &str| format!("did you mean `{}`?", from.link_to(&SourcePath::new(file)));
        if path.starts_with("[[") {
            return Some("a `[[reference]]` works in Markdown; here a path or an address is needed".to_owned());
        }
        if let Some(meant) = address_alone(path) {
            return Some(meant);
        }
        if let Some((before, _)) = path.split_once('?')
            && self.targets.path(self.playbook, from, before, None, Default::default()).is_ok()
        {
            return Some(format!("did you mean `{before}`? A link inside the book has nothing after a `?`"));
        }
        let Some(target) = from.join(path) else { return self.by_name.get(last(path)).map(|file| meant(file)) };
        let candidates = || [target.to_string(), format!("{target}/index.md"), format!("{target}.md")];
        if let Some(file) = candidates().iter().find_map(|path| self.any_case.get(&path.to_lowercase())) {
            return Some(format!("upper and lower case differ: `{}`", from.link_to(&SourcePath::new(*file))));
        }
        let content = &self.playbook.config.content;
        let in_content = || candidates().into_iter().find_map(|path| self.any_case.get(&format!("{content}/{path}").to_lowercase()));
        if let Some(file) = in_content().or_else(|| self.source_of(from, path, &target)) {
            return Some(meant(file));
        }
        if let Some(file) = self.folders.get(target.as_str()).and_then(|names| names.iter().find(|name| name.ends_with(".md"))) {
            let first = SourcePath::new(format!("{target}/{file}"));
            return Some(format!("the folder has no `index.md`; link to a page in it, such as `{}`", from.link_to(&first)));
        }
        self.by_name.get(target.file_name()).copied().map(meant).or_else(|| self.beside(&target).map(|file| meant(&file)))
    }

    /// The file whose address on the site a path is, counted from the file, from its page or from the site's root, or whose name it is but for
    /// the number in front.
    fn source_of(&self, from: &SourcePath, path: &str, target: &SourcePath) -> Option<&&'t str> {
        let page = self.targets.documents.get(from.as_str()).map(|document| SourcePath::new(document.output.as_str()));
        let content = self.playbook.config.content.as_str();
        let on_site = [target.inside(content).map(str::to_owned), page.and_then(|page| page.join(path)).map(|path| path.to_string())];
        on_site.into_iter().flatten().chain([target.to_string()]).find_map(|address| {
            let plain = output_path(&format!("{address}.md"));
            let addresses =
                [address.as_str(), &format!("{address}/index.html"), plain.as_str(), output_path(&address).as_str()].map(str::to_owned);
            addresses.iter().find_map(|address| self.published.get(address.trim_start_matches('/')))
        })
    }

    /// The file in the same folder with the nearest name, its ending left out: `user.md` and `roles.md` are not alike for both being Markdown.
    fn beside(&self, target: &SourcePath) -> Option<String> {
        let names = self.folders.get(target.folder())?;
        let near = nearest(stem(target.file_name()), names.iter().map(|name| stem(name)))?;
        let name = names.iter().find(|name| stem(name) == near)?;
        Some(if target.folder().is_empty() { (*name).to_owned() } else { format!("{}/{name}", target.folder()) })
    }

    fn reference(&self, name: &str) -> Option<String> {
        let meant = |name: String| format!("did you mean `[[{name}]]`?");
        let names = &self.playbook.names;
        if let Some((kind, id)) = name.split_once(':') {
            let Some(known) = KINDS.iter().find(|known| **known == kind) else {
                if names.stages.contains_key(id) || self.targets.pages.contains_key(id) {
                    return Some(meant(id.to_owned()));
                }
                let near = nearest(kind, KINDS.iter().copied()).map(|near| meant(format!("{near}:{id}")));
                return near
                    .or_else(|| Some("a reference begins with `cause:`, `practice:`, `project:` or `decision:`, or has no `:`".into()));
            };
            // `[[practice:no-budget]]` for a cause of that name.
            if let Some(other) = KINDS.iter().find(|other| self.ids(other).any(|known| known == id)) {
                return Some(meant(format!("{other}:{id}")));
            }
            if names.stages.contains_key(id) {
                return Some(meant(id.to_owned()));
            }
            return nearest(id, self.ids(known)).map(|near| meant(format!("{kind}:{near}")));
        }
        if let Some((stage, member)) = name.split_once('/')
            && let Some(stage) = names.stages.get(stage).map(|index| &self.playbook.stages[*index])
        {
            return nearest(member, stage.members.keys().map(String::as_str)).map(|near| meant(format!("{}/{near}", stage.id())));
        }
        // `[[no-budget]]` for `[[cause:no-budget]]`, and `[[value]]` for `[[pilot/value]]`, are the likeliest slips.
        if let Some(kind) = KINDS.iter().find(|kind| self.ids(kind).any(|id| id == name)) {
            return Some(meant(format!("{kind}:{name}")));
        }
        if let Some(stage) = self.playbook.stages.iter().find(|stage| stage.members.contains_key(name)) {
            return Some(meant(format!("{}/{name}", stage.id())));
        }
        let near = nearest(name, names.stages.keys().map(String::as_str).chain(self.targets.pages.keys().copied()));
        let of_kind = || KINDS.iter().find_map(|kind| Some(format!("{kind}:{}", nearest(name, self.ids(kind))?)));
        near.map(str::to_owned).or_else(of_kind).map(meant)
    }

    /// The ids of a kind that references name with a prefix.
    fn ids(&self, kind: &str) -> Box<dyn Iterator<Item = &str> + '_> {
        let names = &self.playbook.names;
        match kind {
            "cause" => Box::new(names.causes.keys().map(String::as_str)),
            "practice" => Box::new(names.practices.keys().map(String::as_str)),
            "project" => Box::new(names.projects.names.ids()),
            _ => Box::new(names.decisions.ids()),
        }
    }
}

/// What helps where an address stands in brackets, which only Markdown reads, or without its scheme.
fn address_alone(path: &str) -> Option<String> {
    if let Some((_, address)) = path.strip_prefix('[').and_then(|link| link.split_once("](")) {
        return Some(match address.strip_suffix(')') {
            Some(address) => format!("write the address alone, `{address}`"),
            None => "write the address alone, without brackets".to_owned(),
        });
    }
    if let Some(address) = path.strip_prefix('<') {
        return Some(format!("write the address alone, `{}`", address.trim_end_matches('>')));
    }
    path.starts_with("www.").then(|| format!("did you mean `https://{path}`?"))
}

fn last(path: &str) -> &str {
    path.trim_end_matches('/').rsplit('/').next().unwrap_or_default()
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

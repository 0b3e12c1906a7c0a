//! What the server has to give at this moment: the last good site, what is wrong with the book, who is looking at what. Not done here: answering.
#![expect(clippy::disallowed_methods, reason = "an edge: browsers are told when a file changed")]

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::SystemTime;

use tokio::sync::watch;

use crate::calendar::Date;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Document;
use crate::live::{Audience, Update};
use crate::page::not_found_root;
use crate::page::status::Status;
use crate::path::OutputPath;
use crate::source::Sources;

/// The state, shared between the build and the answers.
#[derive(Debug, Default)]
pub struct State {
    snapshot: RwLock<Snapshot>,
    viewers: Mutex<BTreeMap<OutputPath, usize>>,
    news: watch::Sender<u64>,
}

/// One moment of the site.
#[derive(Debug, Default)]
pub(crate) struct Snapshot {
    /// How many builds there were.
    pub(crate) build: u64,
    /// The last good site; before there is one, what could be built.
    pub(crate) files: BTreeMap<OutputPath, Entry>,
    /// What pages were before they were shown ahead of their build, which may turn out bad; `None` where there was no such page.
    replaced: BTreeMap<OutputPath, Option<Entry>>,
    /// True once a build had no error.
    pub(crate) is_good: bool,
    /// True when the files are older than the book, which has an error.
    pub(crate) is_stale: bool,
    /// What the links of the page for addresses that do not exist begin with.
    pub(crate) root: String,
    /// Of all stylesheets, as one.
    pub(crate) styles: String,
    /// Of all scripts, as one.
    pub(crate) scripts: String,
    /// When a stylesheet or script changed, which pages say.
    pub(crate) assets_changed: Option<SystemTime>,
    /// What is wrong, and the texts that it is shown in.
    pub(crate) findings: Arc<Vec<Diagnostic>>,
    pub(crate) sources: Arc<Sources>,
    /// What was read and computed of them; `None` before the first build.
    pub(crate) values: Option<Arc<Values>>,
}

/// What edits are planned against.
#[derive(Debug)]
pub(crate) struct Values {
    pub(crate) documents: Vec<Arc<Document>>,
    pub(crate) status: Arc<Status>,
    pub(crate) as_of: Date,
}

/// A file of the site.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) bytes: Arc<[u8]>,
    /// Since when it has these bytes.
    pub(crate) changed: SystemTime,
    version: OnceLock<String>,
}

impl Entry {
    fn new(bytes: Arc<[u8]>, changed: SystemTime) -> Self {
        Self { bytes, changed, version: OnceLock::new() }
    }

    /// A name for the bytes.
    pub(crate) fn version(&self) -> &str {
        self.version.get_or_init(|| short(&blake3::hash(&self.bytes)))
    }
}

impl Snapshot {
    pub(crate) fn errors(&self) -> usize {
        self.findings.iter().filter(|finding| finding.severity == Severity::Error).count()
    }

    /// What was read and computed, with the files that it comes from.
    pub(crate) fn values_and_sources(&self) -> (Option<Arc<Values>>, Arc<Sources>) {
        (self.values.clone(), Arc::clone(&self.sources))
    }

    /// What a good build showed last at a place.
    fn good(&self, path: &OutputPath) -> Option<&Entry> {
        self.replaced.get(path).map_or_else(|| self.files.get(path), Option::as_ref)
    }

    /// The files of the last good build, which nothing was shown ahead of any more.
    fn take_good(&mut self) -> BTreeMap<OutputPath, Entry> {
        for (path, entry) in std::mem::take(&mut self.replaced) {
            match entry {
                Some(entry) => drop(self.files.insert(path, entry)),
                None => drop(self.files.remove(&path)),
            }
        }
        std::mem::take(&mut self.files)
    }

    /// A name for all files with that ending together.
    /// Of the theme's files with that ending; those of the search are no part of a page.
    fn version_of(&self, ending: &str) -> String {
        let mut hasher = blake3::Hasher::new();
        for (path, entry) in self.files.iter().filter(|(path, _)| path.as_str().ends_with(ending) && !path.as_str().starts_with("search/"))
        {
            hasher.update(path.as_str().as_bytes()).update(&[0]).update(entry.version().as_bytes());
        }
        short(&hasher.finalize())
    }
}

impl State {
    pub(crate) fn read(&self) -> RwLockReadGuard<'_, Snapshot> {
        // A build that panicked has changed nothing by halves: the snapshot is replaced in one go.
        self.snapshot.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Snapshot> {
        self.snapshot.write().unwrap_or_else(PoisonError::into_inner)
    }

    fn viewers(&self) -> MutexGuard<'_, BTreeMap<OutputPath, usize>> {
        self.viewers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Wakes whoever waits for the next change.
    pub(crate) fn subscribe(&self) -> watch::Receiver<u64> {
        self.news.subscribe()
    }

    /// Waits for the first build: until then nobody knows what there is.
    pub(crate) async fn built_once(&self) {
        let mut news = self.subscribe();
        while self.read().build == 0 && news.changed().await.is_ok() {}
    }

    /// Counts somebody as looking at a page, for as long as the result lives.
    pub(crate) fn look_at(self: &Arc<Self>, page: OutputPath) -> Viewer {
        *self.viewers().entry(page.clone()).or_insert(0) += 1;
        Viewer { state: Arc::clone(self), page }
    }

    fn tell(&self) {
        self.news.send_modify(|news| *news += 1);
    }
}

impl Audience for State {
    fn wanted(&self) -> Vec<OutputPath> {
        self.viewers().keys().cloned().collect()
    }

    fn first(&self, page: &OutputPath, bytes: &Arc<[u8]>) {
        let mut snapshot = self.write();
        if snapshot.is_good && snapshot.files.get(page).is_none_or(|entry| entry.bytes != *bytes) {
            let old = snapshot.files.insert(page.clone(), Entry::new(Arc::clone(bytes), SystemTime::now()));
            // Of several that were shown ahead in a row the first replaced what is good.
            snapshot.replaced.entry(page.clone()).or_insert(old);
            drop(snapshot);
            self.tell();
        }
    }

    fn built(&self, update: Update) {
        self.show(update);
    }
}

impl State {
    /// Shows a build, if it is good or there is nothing better.
    pub fn show(&self, update: Update) -> Shown {
        let good = !update.built.has_errors();
        let now = SystemTime::now();
        let old = self.read();
        let mut next =
            Snapshot { build: old.build + 1, is_good: old.is_good || good, is_stale: old.is_good && !good, ..Snapshot::default() };
        let root = not_found_root(&update.sources.config(&mut Vec::new()));
        next.findings = Arc::new(update.built.diagnostics);
        let (findings, is_stale) = (Arc::clone(&next.findings), next.is_stale);
        next.sources = update.sources;
        next.values = Some(Arc::new(Values { documents: update.built.documents, status: update.built.status, as_of: update.as_of }));
        // Before there is a good site even parts of one are better than none.
        let site = (good || !old.is_good).then_some(update.built.site.files);
        let kept = |path: &OutputPath, bytes: &Arc<[u8]>| {
            old.files.get(path).filter(|entry| Arc::ptr_eq(&entry.bytes, bytes) || entry.bytes == *bytes).cloned()
        };
        let is_new = |path: &OutputPath, bytes: &Arc<[u8]>| {
            old.good(path).is_none_or(|entry| !Arc::ptr_eq(&entry.bytes, bytes) && entry.bytes != *bytes)
        };
        let (mut pages, mut others) = (0, 0);
        let files = site.map(|site| {
            let entry = |(path, bytes): (OutputPath, Arc<[u8]>)| {
                if is_new(&path, &bytes) {
                    *(if path.as_str().ends_with(".html") { &mut pages } else { &mut others }) += 1;
                }
                let entry = kept(&path, &bytes).unwrap_or_else(|| Entry::new(bytes, now));
                (path, entry)
            };
            site.into_iter().map(entry).collect()
        });
        let (styles, scripts, assets_changed) = (old.styles.clone(), old.scripts.clone(), old.assets_changed);
        drop(old);
        let mut snapshot = self.write();
        match files {
            Some(files) => {
                (next.files, next.root) = (files, root);
                (next.styles, next.scripts) = (next.version_of(".css"), next.version_of(".js"));
                next.assets_changed = if (&next.styles, &next.scripts) == (&styles, &scripts) { assets_changed } else { Some(now) };
            }
            None => {
                (next.files, next.root) = (snapshot.take_good(), std::mem::take(&mut snapshot.root));
                (next.styles, next.scripts, next.assets_changed) = (styles, scripts, assets_changed);
            }
        }
        let old = std::mem::replace(&mut *snapshot, next);
        drop(snapshot);
        self.tell();
        // Freeing a large site takes longer than anybody should wait for an answer.
        drop(old);
        Shown { pages, others, findings, is_stale }
    }
}

/// What came of a build.
#[derive(Debug)]
pub struct Shown {
    /// So many pages are new, or others than the last good ones.
    pub pages: usize,
    /// So many other files are.
    pub others: usize,
    /// What is wrong with the book.
    pub findings: Arc<Vec<Diagnostic>>,
    /// True when the build was bad, and what the last good one made is shown.
    pub is_stale: bool,
}

/// Somebody who looks at a page.
pub(crate) struct Viewer {
    state: Arc<State>,
    pub(crate) page: OutputPath,
}

impl Drop for Viewer {
    fn drop(&mut self) {
        let mut viewers = self.state.viewers();
        if let Some(count) = viewers.get_mut(&self.page) {
            *count -= 1;
            if *count == 0 {
                viewers.remove(&self.page);
            }
        }
    }
}

fn short(hash: &blake3::Hash) -> String {
    hash.to_hex()[..16].to_owned()
}

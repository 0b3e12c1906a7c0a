//! Asks the addresses outside the book whether they answer: few at once, each once, remembered for days. It is an edge, and runs only when it is
//! asked for. Not done here: finding the addresses ([`crate::playbook::links::all`]), severities and `allow`, which are the pipeline's.
#![expect(clippy::disallowed_methods, reason = "this is the edge that asks other hosts and keeps a cache of their answers")]

mod address;
mod answer;
mod cache;
mod client;
mod queue;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::time::Duration;

use crate::config;
use crate::diagnostic::{Code, Diagnostic};
use crate::playbook::links::all::ExternalLink;
use address::Address;
use answer::Answer;
use cache::Cache;

/// How to ask.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Addresses that are not asked; `*` in a pattern stands for anything.
    pub skip: Vec<String>,
    /// A host that has not answered by then is taken for dead.
    pub timeout: Duration,
    /// No request begins later than this after the first.
    pub whole: Duration,
    /// Between two requests to the same host.
    pub pause: Duration,
    /// Before the one retry, unless the host says how long.
    pub retry: Duration,
    /// For how many seconds a good answer holds; 0 asks everything anew.
    pub good_for: u64,
    /// The folder of the cache; `None` keeps nothing.
    pub cache: Option<PathBuf>,
    /// Seconds since 1970.
    pub now: u64,
    /// Whether a proxy that the environment names is used.
    pub proxy: bool,
    /// Whether hosts are asked that only this machine or its network can reach. For tests, which have no other.
    pub private: bool,
}

impl Settings {
    /// What a book sets, at a moment in seconds since 1970.
    pub fn new(links: &config::Links, now: u64, cache: Option<PathBuf>) -> Self {
        Self {
            skip: links.skip.clone(),
            timeout: Duration::from_secs(links.timeout),
            whole: Duration::from_secs(15 * 60),
            pause: Duration::from_millis(100),
            retry: Duration::from_secs(1),
            good_for: links.cache_days * 86_400,
            cache,
            now,
            proxy: true,
            private: false,
        }
    }
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// A finding for each place where an address stands that does not answer as a page should, in the order of the links.
    pub diagnostics: Vec<Diagnostic>,
    /// So many different addresses have an answer, from their host or from the cache.
    pub checked: usize,
    /// Of these so many are not good.
    pub dead: usize,
    /// Of these so many were remembered.
    pub cached: usize,
    /// So many were not asked: a pattern names them, they are examples, or nobody else can reach them.
    pub skipped: usize,
    /// So many were not asked because the time was over.
    pub unasked: usize,
    /// Why nothing could be kept for the next time, if so.
    pub cache_fault: Option<String>,
}

impl Report {
    /// "checked 214 addresses: 3 dead, 12 from the cache, 7 skipped".
    pub fn summary(&self) -> String {
        let addresses = if self.checked == 1 { "address" } else { "addresses" };
        let mut summary =
            format!("checked {} {addresses}: {} dead, {} from the cache, {} skipped", self.checked, self.dead, self.cached, self.skipped);
        if self.unasked > 0 {
            summary.push_str(&format!(", {} not asked, for the time was over", self.unasked));
        }
        summary
    }
}

/// Asks each address of `links` once, however often it stands there. `observe` is told how many of how many have answered.
pub fn check(links: &[ExternalLink], settings: &Settings, observe: &mut dyn FnMut(usize, usize)) -> Report {
    let mut report = Report::default();
    let places: Vec<(&ExternalLink, Result<Address, Answer>)> = links.iter().map(|link| (link, Address::parse(&link.url))).collect();
    let (skipped, open): (BTreeSet<&Address>, BTreeSet<&Address>) = split(&places, settings);
    report.skipped = skipped.len();

    let cache = settings.cache.as_ref().filter(|_| settings.good_for > 0).map(|folder| Cache::new(folder, settings.now, settings.good_for));
    let remembered = |address: &Address| cache.as_ref()?.get(address.as_str());
    let mut answers: BTreeMap<&Address, Answer> = open.iter().filter_map(|address| Some((*address, remembered(address)?))).collect();
    report.cached = answers.len();

    let unknown: Vec<&Address> = open.into_iter().filter(|address| !answers.contains_key(address)).collect();
    let mut done = 0;
    queue::ask_all(&unknown, settings, &mut |index, answer| {
        done += 1;
        observe(done, unknown.len());
        if let Some(Err(fault)) = cache.as_ref().map(|cache| cache.put(unknown[index].as_str(), &answer)) {
            report.cache_fault = Some(fault.to_string());
        }
        answers.insert(unknown[index], answer);
    });
    if let Some(cache) = &cache {
        cache.prune();
    }
    report.unasked = unknown.len() - done;
    report.checked = answers.len();
    report.dead = answers.values().filter(|answer| !answer.is_good()).count();
    report.diagnostics = places.iter().filter_map(|(link, address)| finding(link, address, &answers, settings)).collect();
    report
}

/// Addresses that are not asked, and those that are; each once.
fn split<'p>(
    places: &'p [(&ExternalLink, Result<Address, Answer>)],
    settings: &Settings,
) -> (BTreeSet<&'p Address>, BTreeSet<&'p Address>) {
    let written = places.iter().filter_map(|(link, address)| Some((link, address.as_ref().ok()?)));
    let skips =
        |link: &ExternalLink, address: &Address| !(settings.private || address.is_public()) || address.is_among(&settings.skip, &link.url);
    let skipped: BTreeSet<&Address> = written.clone().filter(|(link, address)| skips(link, address)).map(|(_, address)| address).collect();
    let open = written.map(|(_, address)| address).filter(|address| !skipped.contains(address)).collect();
    (skipped, open)
}

/// The finding at one place, if its address has an answer that is not good.
fn finding(
    link: &ExternalLink,
    address: &Result<Address, Answer>,
    answers: &BTreeMap<&Address, Answer>,
    settings: &Settings,
) -> Option<Diagnostic> {
    let (answer, host) = match address {
        Ok(address) => (answers.get(address)?, address.host()),
        Err(answer) => (answer, ""),
    };
    let mut finding = Diagnostic::new(Code::ExternalLink, &link.path, link.span, answer.message(&link.url, host, settings.timeout)?);
    finding.help = answer.help().map(str::to_owned);
    Some(finding)
}

//! The frame around every page: navigation, breadcrumbs, neighbours, backlinks. Names and links only, so that one tick in a project does not
//! change every page. Not done here: the page's own content.

use jiff::tz::TimeZone;

use super::context::{Context, page_url};
use super::repository::Repository;
use super::view::{BookView, Frame, Heading, Link};
use super::web;
use crate::document::Document;
use crate::path::OutputPath;

/// A page lists at most this many pages that link to it.
pub const MOST_BACKLINKS: usize = 40;

/// The page's kind, title and so on, as its builder knows them.
pub struct Page<'d> {
    pub(super) kind: &'static str,
    pub(super) title: String,
    pub(super) description: Option<String>,
    pub(super) output: &'d OutputPath,
    pub(super) document: Option<&'d Document>,
    pub(super) parents: Vec<Link>,
    pub(super) previous: Option<Link>,
    pub(super) next: Option<Link>,
    pub(super) derived: bool,
    /// How far what the page is about has come, 0 to 100.
    pub(super) percent: Option<u64>,
}

impl<'d> Page<'d> {
    /// The frame of a document's own page.
    pub(super) fn of(kind: &'static str, document: &'d Document, output: &'d OutputPath) -> Self {
        let description = document.common.description.clone();
        let document = Some(document);
        Self {
            kind,
            title: document.map(|document| document.title.clone()).unwrap_or_default(),
            description,
            output,
            document,
            ..Self::new(kind, String::new(), output)
        }
    }

    /// The frame of a page that no document stands behind.
    pub(super) fn new(kind: &'static str, title: String, output: &'d OutputPath) -> Self {
        Self {
            kind,
            title,
            description: None,
            output,
            document: None,
            parents: Vec::new(),
            previous: None,
            next: None,
            derived: false,
            percent: None,
        }
    }
}

impl Context<'_, '_> {
    /// The frame of a page.
    pub(super) fn frame(&self, page: Page<'_>) -> Frame {
        let config = self.playbook.config;
        let (from, title) = (page.output, page.title);
        let home = page_url(from, &OutputPath::new("index.html"), None);
        let mut breadcrumbs = Vec::new();
        if from.as_str() != "index.html" {
            breadcrumbs.push(Link { title: config.title.clone(), url: home.clone(), kind: "home" });
            breadcrumbs.extend(page.parents);
        }
        let (backlinks, more_backlinks) = self.backlinks_of(from);
        Frame {
            kind: page.kind,
            title: title.clone(),
            description: page.description,
            root: from.root(),
            path: from.to_string(),
            canonical: config.base_url.as_ref().map(|base| web::address(base, from)),
            noindex: !web::is_listed(page.kind),
            icon: icon(page.percent),
            breadcrumbs,
            nav: self.navigation(from),
            contents: page.document.map(contents).unwrap_or_default(),
            previous: page.previous,
            next: page.next,
            backlinks,
            more_backlinks,
            edit_url: page.document.and_then(|document| Some(Repository::of(config)?.edit(&document.path))),
            report_url: self.report_url(page.kind, &title, page.document.map_or(from.as_str(), |document| document.path.as_str())),
            updated: page.document.and_then(|document| self.updated(document)),
            terms: Vec::new(),
            as_of: page.derived.then(|| self.playbook.as_of.to_string()),
            book: BookView {
                title: config.title.clone(),
                description: config.description.clone(),
                language: config.language.value.clone(),
                direction: self.playbook.locale.direction(),
                policy: self.policy.clone(),
                home,
                search: config.search,
                stylesheets: self.additions.stylesheets(),
                scripts: self.additions.scripts(),
            },
        }
    }

    /// Where a fault of a page is reported. An address that does not exist has none.
    fn report_url(&self, kind: &str, title: &str, place: &str) -> Option<String> {
        let repository = Repository::of(self.playbook.config).filter(|_| kind != "not-found")?;
        let locale = self.playbook.locale;
        let subject = locale.with("report-subject", &[("title", title.into())]);
        let text = locale.with("report-text", &[("page", place.into())]);
        repository.report(&subject, &format!("{text}\n\n"))
    }

    /// The day on which a document was last changed, in the book's time zone.
    fn updated(&self, document: &Document) -> Option<String> {
        let zone = TimeZone::get(&self.playbook.config.timezone.value).unwrap_or(TimeZone::UTC);
        Some(self.files.sources.changes.get(&document.path)?.to_zoned(zone).date().to_string())
    }

    fn backlinks_of(&self, output: &OutputPath) -> (Vec<Link>, usize) {
        let Some(sources) = self.backlinks.get(output) else { return (Vec::new(), 0) };
        let mut sources = sources.clone();
        sources.sort_by_key(|document| (document.kind, &document.title, &document.path));
        let link = |document: &&Document| {
            let link = self.link(output, document);
            // Every project has a page called "Pilot".
            match self.notes.get(&document.path).map(|project| self.playbook.projects[*project].title(self.playbook.config)) {
                Some(project) => Link { title: format!("{project}: {}", link.title), ..link },
                None => link,
            }
        };
        let links = sources.iter().take(MOST_BACKLINKS).map(link).collect();
        (links, sources.len().saturating_sub(MOST_BACKLINKS))
    }
}

/// The file in the theme's `static/progress` nearest below a percentage: full only when all is done.
fn icon(percent: Option<u64>) -> String {
    percent.map_or_else(|| "assets/favicon.svg".to_owned(), |percent| format!("assets/progress/{}.svg", percent.min(100) / 10 * 10))
}

fn contents(document: &Document) -> Vec<Heading> {
    let shown = |heading: &&crate::document::fragment::Heading| heading.level == 2 || heading.level == 3;
    let heading = |heading: &crate::document::fragment::Heading| Heading {
        level: heading.level,
        id: heading.id.clone(),
        title: heading.title.clone(),
    };
    document.body.headings.iter().filter(shown).map(heading).collect()
}

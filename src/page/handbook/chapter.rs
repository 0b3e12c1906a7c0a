//! A chapter of the handbook: what the page of its own says that holds for every project, with links that stay on paper. Not done here: which
//! chapters there are ([`super::plan`]), any project's state.

use std::borrow::Cow;

use serde::Serialize;

use super::plan::{Plan, Planned, Subject};
use crate::document::Document;
use crate::document::fragment::{self, Among, Filling, Fragment, Word};
use crate::document::image::Size;
use crate::page::cause::{ItemCard, PracticeLine};
use crate::page::context::{Context, Place, page_url};
use crate::page::html::Html;
use crate::page::view::{CauseCard, GateView, ItemGroup, Link, WaveView};
use crate::path::{OutputPath, percent_encode};
use crate::playbook::ids::{ItemKey, Member};
use crate::playbook::links::Destination;
use crate::playbook::stage::anchor;

/// A chapter.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Chapter {
    /// "2.3".
    pub number: String,
    /// The level of its heading: 2 for a section, 3 for a page in it.
    pub level: u8,
    /// Its anchor; the anchors of its own parts begin with it and `:_`.
    pub anchor: String,
    /// Plain text.
    pub title: String,
    /// One sentence, plain text.
    pub description: Option<String>,
    /// Body: its headings stand below the chapter's, its anchors are its own.
    pub body: Html,
    /// What a stage has beside its text; null for any other chapter.
    pub stage: Option<Box<StagePart>>,
    /// What a cause has.
    pub cause: Option<Box<CausePart>>,
    /// What a practice has.
    pub practice: Option<Box<PracticePart>>,
}

/// What a stage has beside its text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct StagePart {
    /// The window as written.
    pub window: Option<String>,
    /// Inline HTML.
    pub goal: Option<Html>,
    /// Who takes part.
    pub cohort: Option<String>,
    /// What it leaves behind.
    pub output: Vec<Html>,
    /// What is left for later.
    pub not_doing: Vec<Html>,
    /// The checklist, open.
    pub checklist: Vec<ItemGroup>,
    /// The gate, undecided.
    pub gate: Option<GateView>,
    /// The waves as planned.
    pub waves: Vec<WaveView>,
    /// The causes on the way out of it.
    pub causes: Vec<CauseCard>,
    /// Practices that belong to it.
    pub practices: Vec<Link>,
}

/// What a cause has beside its text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CausePart {
    /// The stage it strikes on the way out of.
    pub from: Option<Link>,
    /// The stage it keeps projects from.
    pub to: Option<Link>,
    /// 1 to 5.
    pub severity: i64,
    /// How to notice it.
    pub signals: Vec<Html>,
    /// Items that guard against it.
    pub guards: Vec<ItemCard>,
    /// Practices that prevent it.
    pub practices: Vec<PracticeLine>,
}

/// What a practice has beside its text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PracticePart {
    /// The stages it belongs to.
    pub stages: Vec<Link>,
    /// True when it belongs to all.
    pub all_stages: bool,
    /// Items that put it to work.
    pub items: Vec<ItemCard>,
    /// Causes it prevents.
    pub causes: Vec<CauseCard>,
}

/// Who writes the chapters of one file.
pub(super) struct Writer<'c, 'p, 'a> {
    pub(super) context: &'c Context<'p, 'a>,
    pub(super) file: usize,
    /// Causes by the practice that prevents them.
    pub(super) prevented: Vec<Vec<usize>>,
}

impl<'c, 'p, 'a> Writer<'c, 'p, 'a> {
    fn plan(&self) -> &'c Plan<'a> {
        &self.context.handbook
    }

    fn output(&self) -> &'c OutputPath {
        &self.plan().files[self.file].output
    }

    /// The address of a page or a place on it: of the chapter that stands for it, where one does.
    pub(super) fn url(&self, to: &OutputPath, fragment: Option<&str>) -> String {
        let from = self.output();
        let Some(chapter) = self.plan().of(to) else { return page_url(from, to, fragment) };
        let fragment = fragment.filter(|fragment| !is_title(chapter, fragment));
        if fragment.is_some_and(|fragment| !self.has(chapter, fragment)) {
            return page_url(from, to, fragment);
        }
        let file = &self.plan().files[chapter.file].output;
        let mut url = if file == from { String::new() } else { page_url(from, file, None) };
        url.extend(["#", &chapter.anchor]);
        if let Some(fragment) = fragment {
            url.push(':');
            percent_encode(fragment, &mut url);
        }
        url
    }

    /// True for an anchor that stands in the chapter as well as on its page.
    fn has(&self, chapter: &Planned<'_>, fragment: &str) -> bool {
        let of_stage = || match chapter.subject {
            Subject::Stage(stage) => self.context.playbook.stages[stage].has_anchor(fragment),
            _ => false,
        };
        chapter.document.is_some_and(|document| document.body.has_anchor(fragment)) || of_stage()
    }

    fn link(&self, document: &Document) -> Link {
        Link { url: self.url(&document.output, None), ..self.context.link(self.output(), document) }
    }

    fn stage(&self, stage: usize) -> Link {
        self.link(self.context.playbook.stages[stage].document)
    }

    fn item(&self, key: ItemKey) -> Link {
        let stage = &self.context.playbook.stages[key.stage];
        let item = &stage.front.checklist[key.item];
        let url = self.url(&stage.document.output, Some(&anchor(stage.id(), &item.id.value)));
        Link { url, ..self.context.item(self.output(), key) }
    }

    fn html(&self, fragment: &Fragment, document: &Document, among: Among<'_>) -> Html {
        let place = Place { context: self.context, document, from: self.output() };
        Html::new(fragment.fill(&InChapter { writer: self, place, among }), self.context)
    }

    /// A line of Markdown, which has no anchors.
    fn line(&self, fragment: &Fragment, document: &Document) -> Html {
        self.html(fragment, document, Among::default())
    }

    pub(super) fn chapter(&self, chapter: &Planned<'a>) -> Chapter {
        let prefix = format!("{}:", chapter.anchor);
        let among = Among { prefix: &prefix, deeper: chapter.level - 1 };
        let body = |document| {
            let newest = self.context.texts.newest(document);
            self.html(&newest.body.fragment, newest, among)
        };
        let (stage, cause, practice) = match chapter.subject {
            Subject::Stage(stage) => (Some(Box::new(self.stage_part(stage, &prefix))), None, None),
            Subject::Cause(cause) => (None, Some(Box::new(self.cause_part(cause))), None),
            Subject::Practice(practice) => (None, None, Some(Box::new(self.practice_part(practice)))),
            Subject::Home | Subject::Text => (None, None, None),
        };
        Chapter {
            number: chapter.number.clone(),
            level: chapter.level,
            anchor: chapter.anchor.clone(),
            title: title(self.context, chapter),
            description: chapter.document.and_then(|document| document.common.description.clone()),
            body: chapter.document.map(body).unwrap_or_default(),
            stage,
            cause,
            practice,
        }
    }

    fn stage_part(&self, stage: usize, prefix: &str) -> StagePart {
        let stage = &self.context.playbook.stages[stage];
        let (front, document) = (stage.front, stage.document);
        let html = |fragment: &Fragment| self.line(fragment, document);
        let mut waves = self.context.waves(self.output(), stage, None);
        for (view, wave) in waves.iter_mut().zip(&front.waves) {
            view.anchor.insert_str(0, prefix);
            let way_back = wave.rollback.as_ref().map(|link| self.context.targets.resolve_text(self.context.playbook, document, link));
            if let (Some(view), Some(Ok(Destination::Page { output, fragment, .. }))) = (&mut view.rollback, way_back) {
                view.url = self.url(output, fragment.as_deref());
            }
        }
        StagePart {
            window: front.window.as_ref().map(|window| window.value.to_string()),
            goal: front.goal.as_ref().map(html),
            cohort: front.cohort.clone(),
            output: front.output.iter().map(html).collect(),
            not_doing: front.not_doing.iter().map(html).collect(),
            checklist: self.checklist(stage, prefix),
            gate: front.gate.as_ref().map(|gate| GateView {
                question: gate.question.as_ref().map(html),
                deciders: gate.deciders.clone(),
                review: None,
                decisions: Vec::new(),
            }),
            waves,
            causes: stage.exit_causes.iter().map(|cause| self.cause_card(*cause)).collect(),
            practices: (self.context.playbook.practices.iter())
                .filter(|practice| practice.stages.contains(&stage.index))
                .map(|practice| self.link(practice.document))
                .collect(),
        }
    }

    fn checklist(&self, stage: &crate::playbook::Stage<'a>, prefix: &str) -> Vec<ItemGroup> {
        let mut groups = self.context.checklist(self.output(), stage, None);
        let by_id = |id: &str| match stage.members.get(id.strip_prefix(stage.id())?.strip_prefix('/')?) {
            Some(Member::Item(item)) => Some(*item),
            _ => None,
        };
        for row in groups.iter_mut().flat_map(|group| &mut group.items) {
            let Some(item) = by_id(&row.id) else { continue };
            let key = ItemKey { stage: stage.index, item };
            row.anchor.insert_str(0, prefix);
            // Its tooltip would stand on this page, and its entry in another chapter.
            row.owner_term = None;
            row.text = self.line(&stage.front.checklist[item].text, stage.document);
            row.depends_on = stage.depends_on[item].iter().map(|key| self.item(*key)).collect();
            row.guards = self.context.guarded.get(&key).into_iter().flatten().map(|cause| self.link(self.cause(*cause))).collect();
            row.practices = self.context.practised.get(&key).into_iter().flatten().map(|index| self.link(self.practice(*index))).collect();
        }
        groups
    }

    fn cause(&self, cause: usize) -> &'a Document {
        self.context.playbook.causes[cause].document
    }

    fn practice(&self, practice: usize) -> &'a Document {
        self.context.playbook.practices[practice].document
    }

    fn cause_card(&self, cause: usize) -> CauseCard {
        CauseCard { link: self.link(self.cause(cause)), ..self.context.cause_card(self.output(), cause) }
    }

    fn item_card(&self, key: ItemKey) -> ItemCard {
        let stage = &self.context.playbook.stages[key.stage];
        let item = &stage.front.checklist[key.item];
        ItemCard {
            link: self.item(key),
            stage: stage.title().to_owned(),
            level: if item.must { "must" } else { "may" },
            text: self.line(&item.text, stage.document),
        }
    }

    fn cause_part(&self, cause: usize) -> CausePart {
        let cause = &self.context.playbook.causes[cause];
        let practice = |index: &usize| {
            let document = self.practice(*index);
            PracticeLine { link: self.link(document), description: document.common.description.clone() }
        };
        CausePart {
            from: cause.from.map(|stage| self.stage(stage)),
            to: cause.to.map(|stage| self.stage(stage)),
            severity: cause.severity,
            signals: cause.front.signals.iter().map(|signal| self.line(signal, cause.document)).collect(),
            guards: cause.guards.iter().map(|guard| self.item_card(guard.value)).collect(),
            practices: cause.practices.iter().map(practice).collect(),
        }
    }

    fn practice_part(&self, index: usize) -> PracticePart {
        let practice = &self.context.playbook.practices[index];
        PracticePart {
            stages: practice.stages.iter().map(|stage| self.stage(*stage)).collect(),
            all_stages: practice.front.all_stages,
            items: practice.items.iter().map(|item| self.item_card(item.value)).collect(),
            causes: self.prevented[index].iter().map(|cause| self.cause_card(*cause)).collect(),
        }
    }
}

/// A text among those of a handbook: its links stay on paper where they can.
struct InChapter<'w, 'c, 'p, 'a> {
    writer: &'w Writer<'c, 'p, 'a>,
    place: Place<'w, 'p, 'a>,
    among: Among<'w>,
}

impl Filling for InChapter<'_, '_, '_, '_> {
    fn address(&self, link: &fragment::Link) -> String {
        self.place.address_by(link, |output, fragment| self.writer.url(output, fragment))
    }

    fn title(&self, link: &fragment::Link) -> Cow<'_, str> {
        self.place.title(link)
    }

    fn size(&self, link: &fragment::Link) -> Option<Size> {
        self.place.size(link)
    }

    fn word(&self, word: &Word) -> String {
        self.place.word(word)
    }

    fn among(&self) -> Among<'_> {
        self.among
    }
}

/// What a chapter is called: the front page has the book's title, which stands on the title page.
pub(super) fn title(context: &Context<'_, '_>, chapter: &Planned<'_>) -> String {
    match chapter.subject {
        Subject::Home => context.playbook.locale.text("print-introduction"),
        _ => chapter.title.clone(),
    }
}

/// A chapter's own heading is that of its text.
fn is_title(chapter: &Planned<'_>, fragment: &str) -> bool {
    chapter.document.and_then(|document| document.body.title.as_ref()).is_some_and(|title| title.id == fragment)
}

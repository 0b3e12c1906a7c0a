//! One file of the content, alone: its kind by its folder, its front matter, its body. A [`Document`] depends on nothing but its own path and
//! text (and the Markdown options), so that it can be kept for as long as these stay. Not done here: anything that a second file decides.

pub(crate) mod advice;
mod bounds;
pub mod check;
pub(crate) mod claims;
pub mod conflict;
pub mod fields;
pub mod filled;
pub mod fragment;
pub mod front;
pub mod front_matter;
pub mod highlight;
pub mod image;
pub mod kept;
pub mod lines;
pub mod markdown;
pub mod markup;
pub mod misnamed;
pub mod node;
pub mod schema;
pub mod slug;
pub mod toml;
pub mod web;
mod yaml;
pub(crate) mod years;

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use fragment::Body;
use front::{Common, Front, Reader};
use node::Node;

use crate::diagnostic::position::Lines;
use crate::diagnostic::{Code, Diagnostic, Severity, Span};
use crate::path::{OutputPath, SourcePath, order_prefix, output_path, without_order};

/// What a file is, by its place alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// `index.md`: the front page.
    Home,
    /// `stages/*.md`.
    Stage,
    /// `causes/*.md`.
    Cause,
    /// `practices/*.md`.
    Practice,
    /// `projects/atlas.md` or `projects/atlas/index.md`.
    Project,
    /// Any other file of a project's folder.
    ProjectStage,
    /// `decisions/*.md`.
    Decision,
    /// `index.md` directly in a kind's folder: that section's own page.
    Section,
    /// Any other Markdown file.
    Page,
}

impl Kind {
    /// The kind of the Markdown file at that path inside the content folder: its top folder decides, at any depth.
    pub fn of(inside: &str) -> Kind {
        let parts: Vec<&str> = inside.split('/').collect();
        match parts.as_slice() {
            ["index.md"] => Kind::Home,
            ["stages" | "causes" | "practices" | "projects" | "decisions", "index.md"] => Kind::Section,
            ["stages", _, ..] => Kind::Stage,
            ["causes", _, ..] => Kind::Cause,
            ["practices", _, ..] => Kind::Practice,
            ["decisions", _, ..] => Kind::Decision,
            ["projects", _] | ["projects", _, "index.md"] => Kind::Project,
            ["projects", _, _, ..] => Kind::ProjectStage,
            _ => Kind::Page,
        }
    }

    /// The keys that its front matter may have.
    pub fn fields(self) -> &'static fields::Object {
        match self {
            Kind::Stage => &fields::STAGE,
            Kind::Cause => &fields::CAUSE,
            Kind::Practice => &fields::PRACTICE,
            Kind::Project => &fields::PROJECT,
            Kind::ProjectStage => &fields::PROJECT_STAGE,
            Kind::Decision => &fields::DECISION,
            Kind::Home | Kind::Section | Kind::Page => &fields::PAGE,
        }
    }
}

/// A file of the content, read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// Where it is.
    pub path: SourcePath,
    /// Its path inside the content folder.
    pub inside: String,
    /// What it is.
    pub kind: Kind,
    /// Where it is published.
    pub output: OutputPath,
    /// The id it claims: written, or from its name. May be empty, which the playbook reports.
    pub id: String,
    /// Where the id stands, if it is written.
    pub id_span: Option<Span>,
    /// Its title: written, or its first heading's, or its id in words.
    pub title: String,
    /// Its place among its siblings: `order`, else the number in its name.
    pub order: Option<i64>,
    /// The keys that every kind has.
    pub common: Common,
    /// The keys of its kind.
    pub front: Front,
    /// The first line of the front matter, where a finding about the whole file points.
    pub head: Span,
    /// What follows the front matter.
    pub body: Body,
    /// True when errors in the front matter kept parts of it from being read. Nothing may be reported because of what such a file does not say.
    pub partial: bool,
    /// True when it could not be read, or its front matter not split into keys as far as its end: any key may be missing.
    pub unread: bool,
    /// True when [`Document::id`] is a guess, for what may say it could not be read. Nothing may be reported because of a name that no file has.
    pub id_unknown: bool,
    /// What is wrong with it, as far as it alone can tell.
    pub diagnostics: Vec<Diagnostic>,
}

impl Document {
    /// The id that it has without writing one, from its file's name.
    pub fn default_id(&self) -> String {
        default_id(self.kind, &self.inside)
    }

    /// True when nothing that another file can refer to is different: all but the text of the body between
    /// its headings and terms is as it was.
    pub fn is_target_like(&self, other: &Document) -> bool {
        let Document {
            path,
            inside,
            kind,
            output,
            id,
            id_span,
            title,
            order,
            common,
            front,
            head,
            body,
            partial,
            unread,
            id_unknown,
            diagnostics: _,
        } = self;
        (path, inside, kind, output, id, id_span, title)
            == (&other.path, &other.inside, &other.kind, &other.output, &other.id, &other.id_span, &other.title)
            && (order, common, front, head) == (&other.order, &other.common, &other.front, &other.head)
            && (partial, unread, id_unknown) == (&other.partial, &other.unread, &other.id_unknown)
            && (&body.title, &body.headings, &body.terms) == (&other.body.title, &other.body.headings, &other.body.terms)
    }

    /// The name that a project and the files of its folder share, by their place in the site.
    pub fn project_folder(&self) -> &str {
        self.output.as_str().split('/').nth(1).unwrap_or_default()
    }
}

/// Reads one file. `content` is the content folder, of which `path` is inside.
pub fn parse(content: &str, path: &SourcePath, text: &str, markdown: markdown::Options) -> Document {
    let inside = path.inside(content).unwrap_or(path.as_str()).to_owned();
    let kind = Kind::of(&inside);
    let fields = kind.fields();
    let mut diagnostics = conflict::find(path, text);
    let conflict = !diagnostics.is_empty();
    // Neither side of a conflict is what the file says.
    let (whole, text) = (text, if conflict { "" } else { text });
    let matter = front_matter::split(path, text, fields, &mut diagnostics);
    let unread = conflict || diagnostics.iter().any(|diagnostic| diagnostic.code == Code::FrontMatterSyntax);
    check::check(path, text, &matter.root, fields, !unread, &mut diagnostics);
    drop_echoes(path, whole, &mut diagnostics);
    if kind == Kind::Page {
        misnamed::blame_folder(&inside, &matter.root, &mut diagnostics);
    }
    let mut reader = Reader { path, source: text, diagnostics: &mut diagnostics };
    let common = reader.common(&matter.root);
    let front = front(&mut reader, kind, &matter.root);
    let partial = diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    let body = markdown::body(path, text, matter.body, common.title.is_none(), markdown, &mut diagnostics);
    let (id, id_span) = match &common.id {
        Some(id) => (id.value.clone(), Some(id.span)),
        None => (default_id(kind, &inside), None),
    };
    let id_unknown = common.id.is_none() && (unread || matter.root.get("id").is_some());
    let heading = || body.title.as_ref().map(|heading| heading.title.clone());
    let title = common.title.as_ref().map(|title| title.value.clone()).or_else(heading).unwrap_or_else(|| in_words(&id));
    let order = common.order.or_else(|| order_prefix(stem(&inside)).and_then(|order| i64::try_from(order).ok()));
    let head = matter.head;
    Document {
        path: path.clone(),
        kind,
        output: output_path(&inside),
        id,
        id_span,
        title,
        order,
        common,
        front,
        head,
        body,
        partial,
        unread,
        id_unknown,
        diagnostics,
        inside,
    }
}

/// Where a line is no valid YAML or TOML, what could be read of it is not what was meant: the first finding is the one that helps.
pub(crate) fn drop_echoes(path: &SourcePath, text: &str, diagnostics: &mut Vec<Diagnostic>) {
    let is_syntax = |diagnostic: &Diagnostic| diagnostic.code == Code::FrontMatterSyntax;
    if !diagnostics.iter().any(is_syntax) {
        return;
    }
    let lines = Lines::new(text);
    let line = |diagnostic: &Diagnostic| Some(lines.number(diagnostic.place.span.filter(|_| diagnostic.place.path == *path)?.start));
    let broken: HashSet<_> = diagnostics.iter().filter(|diagnostic| is_syntax(diagnostic)).filter_map(line).collect();
    diagnostics.retain(|diagnostic| is_syntax(diagnostic) || !line(diagnostic).is_some_and(|line| broken.contains(&line)));
}

/// A file that is there and could not be read: it claims its kind and, as far as its name tells, its id.
pub fn unreadable(content: &str, path: &SourcePath) -> Document {
    let empty = parse(content, path, "", markdown::Options::default());
    Document { partial: true, unread: true, id_unknown: true, diagnostics: Vec::new(), ..empty }
}

fn front(reader: &mut Reader<'_>, kind: Kind, root: &Node) -> Front {
    match kind {
        Kind::Stage => Front::Stage(Box::new(reader.stage(root))),
        Kind::Cause => Front::Cause(reader.cause(root)),
        Kind::Practice => Front::Practice(front::practice(root)),
        Kind::Project => Front::Project(reader.project(root)),
        Kind::ProjectStage => Front::ProjectStage(reader.project_stage(root)),
        Kind::Decision => Front::Decision(front::decision(root)),
        Kind::Home | Kind::Section | Kind::Page => {
            Front::Page(front::Page { glossary: root.get("glossary").is_some_and(|glossary| glossary.value == node::Value::Bool(true)) })
        }
    }
}

/// The part of the path that names the file: its stem, or its folder for an `index.md`.
fn stem(inside: &str) -> &str {
    let file = inside.strip_suffix(".md").unwrap_or(inside);
    let path = file.strip_suffix("/index").unwrap_or(file);
    path.rsplit('/').next().unwrap_or_default()
}

/// The id a file has without writing one: its stem without the number in front. A decision's number is its name.
fn default_id(kind: Kind, inside: &str) -> String {
    let stem = stem(inside);
    slug::slug(if kind == Kind::Decision { stem } else { without_order(stem) })
}

fn in_words(id: &str) -> String {
    let words = id.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

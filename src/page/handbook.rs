//! The whole handbook on one page, for paper: what holds for every project, in reading order. A large one is split by sections. Not done here:
//! what a page of its own shows beside ([`super::stage`], [`super::cause`], …).

mod chapter;
mod plan;

use serde::Serialize;

pub(super) use plan::{Plan, is_reserved};

use super::context::{Context, page_url};
use super::frame::Page;
use super::view::{Frame, Link};
use crate::path::OutputPath;
use chapter::{Chapter, Writer};

/// View of `handbook.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Handbook {
    /// The frame; its title is "Handbook to print", or the section's.
    pub page: Frame,
    /// Where the whole handbook begins; null on that page itself.
    pub whole: Option<Link>,
    /// Where this file goes on with a section that began in another: the section's title. Else null.
    pub continues: Option<String>,
    /// Its chapters in reading order.
    pub chapters: Vec<Chapter>,
    /// The files of a handbook that is too large for one; empty on these files and for any other handbook.
    pub parts: Vec<Link>,
}

pub(super) fn view(context: &Context<'_, '_>, file: usize, output: &OutputPath) -> Handbook {
    let plan = &context.handbook;
    let this = &plan.files[file];
    let locale = context.playbook.locale;
    let whole = locale.text("print-handbook");
    let name = |file: &plan::File| match &file.section {
        None => whole.clone(),
        Some((title, 1)) => title.clone(),
        Some((title, n)) => locale.with("print-part", &[("title", title.as_str().into()), ("n", (*n).into())]),
    };
    let link = |file: &plan::File| Link { title: name(file), url: page_url(output, &file.output, None), kind: "handbook" };
    let writer = Writer { context, file, prevented: prevented(context) };
    Handbook {
        page: context.frame(Page::new("handbook", name(this), output)),
        whole: this.section.as_ref().map(|_| link(&plan.files[0])),
        continues: this.section.as_ref().filter(|(_, n)| *n > 1).map(|(title, _)| title.clone()),
        chapters: plan.chapters[this.chapters.clone()].iter().map(|chapter| writer.chapter(chapter)).collect(),
        parts: if file == 0 { plan.files[1..].iter().map(link).collect() } else { Vec::new() },
    }
}

/// The causes that each practice prevents.
fn prevented(context: &Context<'_, '_>) -> Vec<Vec<usize>> {
    let mut prevented = vec![Vec::new(); context.playbook.practices.len()];
    for (index, cause) in context.playbook.causes.iter().enumerate() {
        cause.practices.iter().for_each(|practice| prevented[*practice].push(index));
    }
    prevented
}

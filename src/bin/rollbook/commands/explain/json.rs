//! The explanation for machines; its shape is documented in `content/guide/building.md`. Not done here: that for people ([`super::text`]).

use std::collections::BTreeMap;

use rollbook::page::status::{Expected, Musts, Points, ProjectStatus, ReasonStatus};
use serde::Serialize;

use super::{Explained, Place};
use crate::edge::Run;

/// The version of the format.
const SCHEMA: u32 = 1;

#[derive(Serialize)]
struct Explanation<'s> {
    schema: u32,
    as_of: String,
    book: &'s str,
    project: Project<'s>,
    stages: Vec<Stage<'s>>,
}

#[derive(Serialize)]
struct Project<'s> {
    id: &'s str,
    title: &'s str,
    status: &'s str,
}

#[derive(Serialize)]
struct Stage<'s> {
    id: &'s str,
    title: &'s str,
    status: &'s str,
    start: Option<&'s str>,
    end: Option<&'s str>,
    progress: Points,
    musts: Musts,
    expected: Option<Expected>,
    why: Option<&'s str>,
    reasons: Vec<Reason<'s>>,
}

#[derive(Serialize)]
struct Reason<'s> {
    rule: &'s str,
    status: &'s str,
    item: Option<&'s str>,
    numbers: &'s BTreeMap<&'static str, i64>,
    text: &'s str,
    clear: &'s str,
    place: Option<&'s Place>,
}

pub(super) fn json(run: &Run, project: &ProjectStatus, explained: &[Explained<'_>]) -> String {
    let explanation = Explanation {
        schema: SCHEMA,
        as_of: run.as_of.to_string(),
        book: &run.built.status.book,
        project: Project { id: &project.id, title: &project.title, status: project.status },
        stages: explained.iter().map(stage).collect(),
    };
    // Plain structs of strings and numbers always serialise.
    let mut json = serde_json::to_string_pretty(&explanation).unwrap_or_default();
    json.push('\n');
    json
}

fn stage<'s>(explained: &'s Explained<'_>) -> Stage<'s> {
    let stage = explained.stage;
    Stage {
        id: &stage.id,
        title: &stage.title,
        status: stage.status,
        start: stage.start.as_deref(),
        end: stage.end.as_deref(),
        progress: stage.progress,
        musts: stage.musts,
        expected: stage.expected,
        why: explained.why.as_deref(),
        reasons: explained.reasons.iter().map(|(why, place)| reason(why, place.as_ref())).collect(),
    }
}

fn reason<'s>(reason: &'s ReasonStatus, place: Option<&'s Place>) -> Reason<'s> {
    Reason {
        rule: reason.rule,
        status: reason.status,
        item: reason.item.as_deref(),
        numbers: &reason.numbers,
        text: &reason.text,
        clear: &reason.clear,
        place,
    }
}

//! `gate-skipped`: a stage was begun while an earlier gate has no go and its window is over. The same rule puts the stage at risk; what that says is
//! in the book's language, and a finding is English.

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::playbook::Playbook;
use crate::playbook::status::Rule;

pub(super) fn check(playbook: &Playbook<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let known = playbook.projects.iter().zip(&playbook.judgements).filter(|(project, _)| !playbook.partial.project(project.index));
    for (project, judgement) in known {
        let (path, head) = project.document.map_or((Config::path(), Span::new(0, 0)), |document| (document.path.clone(), document.head));
        for (stage, judged) in playbook.stages.iter().zip(&judgement.stages) {
            let skipped = judged.reasons.iter().filter(|reason| reason.rule == Rule::GateSkipped).filter_map(|reason| {
                let gate = reason.item.as_deref()?.strip_prefix("gate:")?;
                let before = *playbook.names.stages.get(gate)?;
                Some((playbook.stages[before].title(), project.stages[before].schedule.period()?.last_day()?))
            });
            for (before, last) in skipped {
                let (id, of) = (stage.id(), project.id());
                let message =
                    format!("`{id}` of `{of}`: this stage has begun, but the gate of {before} has no go, and its window ended on {last}");
                diagnostics.push(Diagnostic::new(Code::GateSkipped, &path, head, message).help(format!("decide the gate of {before}")));
            }
        }
    }
}

//! `gate-skipped`: a stage was begun while an earlier gate has no go and its window is over. The same rule puts the stage at risk.

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::playbook::Playbook;
use crate::playbook::status::Rule;

pub(super) fn check(playbook: &Playbook<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let known = playbook.projects.iter().zip(&playbook.judgements).filter(|(project, _)| !playbook.partial.project(project.index));
    for (project, judgement) in known {
        let (path, head) = project.document.map_or((Config::path(), Span::new(0, 0)), |document| (document.path.clone(), document.head));
        for (stage, judged) in playbook.stages.iter().zip(&judgement.stages) {
            for reason in judged.reasons.iter().filter(|reason| reason.rule == Rule::GateSkipped) {
                let message = format!("`{}` of `{}`: {}", stage.id(), project.id(), reason.text);
                diagnostics.push(Diagnostic::new(Code::GateSkipped, &path, head, message).help(reason.clear.clone()));
            }
        }
    }
}

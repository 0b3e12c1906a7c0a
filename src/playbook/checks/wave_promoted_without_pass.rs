//! `wave-promoted-without-pass`: a wave continued although a guardrail fails or says nothing. A missing number is never a pass.

use crate::diagnostic::{Code, Diagnostic};
use crate::playbook::Playbook;
use crate::playbook::wave::{Verdict, WaveState};

pub(super) fn check(playbook: &Playbook<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let known = playbook.judgements.iter().enumerate().filter(|(project, _)| !playbook.partial.project(*project));
    for (_, judgement) in known {
        for (stage, judged) in playbook.stages.iter().zip(&judgement.stages) {
            for (front, wave) in stage.front.waves.iter().zip(&judged.waves).filter(|(_, wave)| wave.state == WaveState::Promoted) {
                let without: Vec<String> = (wave.guardrails.iter())
                    .filter(|guardrail| matches!(guardrail.verdict, Verdict::Fail | Verdict::Inconclusive))
                    .map(|guardrail| format!("`{}` ({})", guardrail.guardrail.id.value, guardrail.verdict.word()))
                    .collect();
                let Some(decision) = wave.decision.map(|index| &playbook.decisions[index]).filter(|_| !without.is_empty()) else {
                    continue;
                };
                // Decided before it started: that is what is wrong with it.
                if wave.started.is_some_and(|started| decision.date < started) {
                    continue;
                }
                let message = format!("the wave `{}` was continued over {}", front.id.value, without.join(", "));
                diagnostics.push(
                    Diagnostic::new(Code::WavePromotedWithoutPass, &decision.document.path, decision.outcome_span(), message)
                        .help("measure what is missing, or hold the wave"),
                );
            }
        }
    }
}

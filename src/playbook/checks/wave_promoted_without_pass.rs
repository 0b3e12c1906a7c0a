//! `wave-promoted-without-pass`: a wave continued although on that day a guardrail failed or said nothing. A missing number is never a pass, and
//! what was measured later was not known.

use crate::diagnostic::{Code, Diagnostic};
use crate::playbook::Playbook;
use crate::playbook::wave::{Verdict, WaveState, judge};

pub(super) fn check(playbook: &Playbook<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let known = playbook.judgements.iter().enumerate().filter(|(project, _)| !playbook.partial.project(*project));
    for (_, judgement) in known {
        for (stage, judged) in playbook.stages.iter().zip(&judgement.stages) {
            for (front, wave) in stage.front.waves.iter().zip(&judged.waves).filter(|(_, wave)| wave.state == WaveState::Promoted) {
                let Some(decision) = wave.decision.map(|index| &playbook.decisions[index]) else { continue };
                // Decided before it started: that is what is wrong with it.
                if wave.started.is_some_and(|started| decision.date < started) {
                    continue;
                }
                let known = front.guardrails.iter().map(|guardrail| judge(guardrail, wave.written, wave.started, decision.date));
                let without: Vec<String> = known
                    .filter(|guardrail| matches!(guardrail.verdict, Verdict::Fail | Verdict::Inconclusive))
                    .map(|guardrail| format!("`{}` ({})", guardrail.guardrail.id.value, guardrail.verdict.word()))
                    .collect();
                if without.is_empty() {
                    continue;
                }
                let message = format!("the wave `{}` was continued over {}", front.id.value, without.join(", "));
                diagnostics.push(
                    Diagnostic::new(Code::WavePromotedWithoutPass, &decision.document.path, decision.outcome_span(), message)
                        .help("what is measured after the decision does not excuse it: add what was measured until then, or decide anew"),
                );
            }
        }
    }
}

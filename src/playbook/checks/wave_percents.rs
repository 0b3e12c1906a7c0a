//! `wave-not-increasing` and `wave-last-not-100`: each wave reaches more users than the one before it, and the last one reaches all.

use crate::diagnostic::{Code, Diagnostic};
use crate::playbook::Playbook;

pub(super) fn check(playbook: &Playbook<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for stage in playbook.stages.iter().filter(|stage| !stage.document.partial) {
        let path = &stage.document.path;
        let percents: Vec<_> = stage.front.waves.iter().filter_map(|wave| wave.percent.as_ref()).collect();
        for pair in percents.windows(2).filter(|pair| pair[1].value <= pair[0].value) {
            diagnostics.push(
                Diagnostic::new(
                    Code::WaveNotIncreasing,
                    path,
                    pair[1].span,
                    format!("{} % does not come after {} %", pair[1].value, pair[0].value),
                )
                .related(path, pair[0].span, "the wave before it")
                .help("each wave reaches more users than the one before it"),
            );
        }
        if let Some(last) = percents.last().filter(|last| last.value < 100.0) {
            let message = format!("the last wave reaches only {} %", last.value);
            diagnostics.push(Diagnostic::new(Code::WaveLastNot100, path, last.span, message).help("the rollout ends with a wave of 100 %"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::playbook::checks::findings;

    #[test]
    fn waves_grow_up_to_everyone() {
        let found = findings(
            "-- book.toml --\n[book]\nid = \"b\"\nstart = 2026-01-05\n-- content/stages/a.md --\n---\nwaves:\n  - { percent: 25, rollback: 'https://x.example/' }\n  - { id: next, percent: 20, rollback: 'https://x.example/' }\n---\n",
        );
        assert_eq!(found, ["content/stages/a.md:4:26 wave-not-increasing", "content/stages/a.md:4:26 wave-last-not-100"]);
    }
}

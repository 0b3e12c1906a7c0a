//! How the command line looks: colours, a sign for each status, and below them bars, days, tables, Markdown and text that fit the terminal. Not
//! done here: finding out how wide it is, and printing ([`crate::edge`]).

pub(crate) mod bar;
pub(crate) mod days;
pub(crate) mod markdown;
pub(crate) mod table;
pub(crate) mod text;

use anstyle::{AnsiColor, Reset, Style};
use rollbook::playbook::status::{Rag, Status};

/// For errors, and for what has to be done now.
pub(crate) const RED: Style = AnsiColor::Red.on_default().bold();
/// For what has to be done soon.
pub(crate) const AMBER: Style = AnsiColor::Yellow.on_default();
/// For what went well.
pub(crate) const GREEN: Style = AnsiColor::Green.on_default();
/// For how far something is, which is neither good nor bad.
pub(crate) const NEUTRAL: Style = AnsiColor::Cyan.on_default();
/// For what may be overlooked.
pub(crate) const DIM: Style = Style::new().dimmed();
/// For headings.
pub(crate) const BOLD: Style = Style::new().bold();
/// Ends any of them.
pub(crate) const RESET: Reset = Reset;

/// Longer lines of prose are hard to read.
pub(crate) const PROSE: usize = 110;

/// A text in a style.
pub(crate) fn styled(style: Style, text: impl std::fmt::Display) -> String {
    format!("{style}{text}{RESET}")
}

/// The sign of a status, by its name in data: the colour never stands alone. The shapes are those of the default theme: red has corners at the
/// sides, amber is a triangle, green is round.
pub(crate) fn sign(status: &str) -> &'static str {
    match status {
        "killed" => "✕",
        "blocked" => "■",
        "late" => "◆",
        "at-risk" => "▲",
        "on-track" => "●",
        "complete" | "scaled" => "✓",
        "stopped" => "□",
        _ => "○",
    }
}

/// The colour of a status, by its name in data.
pub(crate) fn style(status: &str) -> Style {
    let rag = Status::ALL.into_iter().find(|known| known.name() == status).map(Status::rag);
    match rag {
        Some(Rag::Red) => RED,
        Some(Rag::Amber) => AMBER,
        Some(Rag::Green) => GREEN,
        None if status == "scaled" => GREEN,
        Some(Rag::Grey) | None => DIM,
    }
}

/// "■ blocked" in its colour: `status` is the name in data, `words` that for people.
pub(crate) fn status_label(status: &str, words: &str) -> String {
    styled(style(status), format_args!("{} {words}", sign(status)))
}

/// "● running": the state of a wave in its colour.
pub(crate) fn wave_state(state: &str) -> String {
    match state {
        "promoted" => styled(GREEN, "✓ promoted"),
        "running" => "● running".to_owned(),
        "holding" => styled(RED, "■ holding"),
        "rolled back" => styled(RED, "◆ rolled back"),
        state => styled(DIM, format_args!("○ {state}")),
    }
}

/// "✓ pass": what a guardrail says, in its colour.
pub(crate) fn verdict(verdict: &str) -> String {
    match verdict {
        "pass" => styled(GREEN, "✓ pass"),
        "warn" => styled(AMBER, "▲ warn"),
        "fail" => styled(RED, "■ fail"),
        verdict => format!("? {verdict}"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_status_has_a_sign_of_its_own() {
        let signs: BTreeSet<&str> = Status::ALL.into_iter().map(|status| sign(status.name())).collect();
        assert_eq!(signs.len(), Status::ALL.len());
        assert_eq!((sign("stopped"), sign("scaled")), ("□", "✓"));
    }
}

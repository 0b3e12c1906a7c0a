//! `no-must-item`: a checklist whose items are all optional. Its gate is then ready from the first day.

use crate::diagnostic::{Code, Diagnostic};
use crate::playbook::Playbook;

pub(super) fn check(playbook: &Playbook<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for stage in &playbook.stages {
        let items = &stage.front.checklist;
        if !items.is_empty() && !items.iter().any(|item| item.must) && !stage.document.partial {
            diagnostics.push(
                Diagnostic::new(
                    Code::NoMustItem,
                    &stage.document.path,
                    items[0].id.span,
                    format!("no item of the stage `{}` is a must", stage.id()),
                )
                .help("set `level: must` on what the gate depends on"),
            );
        }
    }
}

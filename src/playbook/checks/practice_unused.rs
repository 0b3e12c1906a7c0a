//! `practice-unused`: a practice that no cause uses and that names no stage or item. No page but its own would lead to it.

use crate::diagnostic::{Code, Diagnostic};
use crate::playbook::Playbook;

pub(super) fn check(playbook: &Playbook<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for (index, practice) in playbook.practices.iter().enumerate() {
        let used = playbook.causes.iter().any(|cause| cause.practices.contains(&index) || cause.document.partial);
        let document = practice.document;
        if !used && practice.front.stages.is_empty() && !practice.front.all_stages && practice.front.items.is_empty() && !document.partial {
            diagnostics.push(
                Diagnostic::new(
                    Code::PracticeUnused,
                    &document.path,
                    document.head,
                    format!("nothing uses the practice `{}`", document.id),
                )
                .help("name its `stages` or `items`, or list it in a cause's `practices`"),
            );
        }
    }
}

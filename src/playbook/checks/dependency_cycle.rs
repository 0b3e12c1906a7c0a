//! `dependency-cycle`: items that wait for each other, so that none can ever be done first.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Spanned};
use crate::playbook::Playbook;
use crate::playbook::ids::ItemKey;

pub(super) fn check(playbook: &Playbook<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let mut done = BTreeSet::new();
    for stage in &playbook.stages {
        for item in 0..stage.front.checklist.len() {
            if let Some(ring) = ring(playbook, ItemKey { stage: stage.index, item }, &mut done) {
                diagnostics.push(report(playbook, &ring));
            }
        }
    }
}

/// Walks what an item waits for, depth first, without recursion; gives the first ring it meets that was not met before.
fn ring(playbook: &Playbook<'_>, start: ItemKey, done: &mut BTreeSet<ItemKey>) -> Option<Vec<ItemKey>> {
    let mut path: Vec<(ItemKey, usize)> = vec![(start, 0)];
    while let Some((key, next)) = path.last().copied() {
        let waits_for = &playbook.stages[key.stage].depends_on[key.item];
        if done.contains(&key) || next == waits_for.len() {
            done.insert(key);
            path.pop();
            continue;
        }
        let last = path.len() - 1;
        path[last].1 += 1;
        let target = waits_for[next];
        if let Some(first) = path.iter().position(|(key, _)| *key == target) {
            let ring: Vec<ItemKey> = path[first..].iter().map(|(key, _)| *key).collect();
            done.extend(path.iter().map(|(key, _)| *key));
            return Some(ring);
        }
        path.push((target, 0));
    }
    None
}

fn report(playbook: &Playbook<'_>, ring: &[ItemKey]) -> Diagnostic {
    let name = |key: &ItemKey| playbook.stages[key.stage].item_id(key.item);
    let words: Vec<String> = ring.iter().chain(ring.first()).map(name).collect();
    let first = ring[0];
    let stage = &playbook.stages[first.stage];
    let item = &stage.front.checklist[first.item];
    // The reference that leads on to the next one of the ring.
    let next = ring[1 % ring.len()];
    let next = &playbook.stages[next.stage].front.checklist[next.item];
    let leads_on = |reference: &&Spanned<String>| {
        let name = reference.value.rsplit('/').next().unwrap_or_default();
        name == next.id.value || next.aliases.iter().any(|alias| alias.value == name)
    };
    let span = item.depends_on.iter().find(leads_on).map_or(item.id.span, |reference| reference.span);
    Diagnostic::new(Code::DependencyCycle, &stage.document.path, span, format!("these items wait for each other: {}", words.join(" → ")))
        .help("remove one of the dependencies")
}

#[cfg(test)]
mod tests {
    use crate::playbook::checks::findings;

    #[test]
    fn items_that_wait_for_each_other_are_found_once() {
        let found = findings(
            "-- book.toml --\n[book]\nid = \"b\"\nstart = 2026-01-05\n-- content/stages/a.md --\n---\nchecklist:\n  - { id: x, text: X, depends_on: [y] }\n  - { id: y, text: Y, depends_on: [x] }\n---\n",
        );
        assert_eq!(found, ["content/stages/a.md:3:36 dependency-cycle"]);
    }
}

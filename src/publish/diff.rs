//! What differs between two sites. Not done here: the disk.

use std::cmp::Ordering;
use std::sync::Arc;

use crate::path::OutputPath;
use crate::render::Site;

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change<'a> {
    /// It is new, with these bytes.
    Added(&'a Arc<[u8]>),
    /// It has other bytes.
    Changed(&'a Arc<[u8]>),
    /// It is gone.
    Removed,
}

/// The files in which `new` differs from `old`, by path. Bytes that both sites share are not compared.
pub(super) fn diff<'a>(old: &'a Site, new: &'a Site) -> Vec<(&'a OutputPath, Change<'a>)> {
    let (mut before, mut after) = (old.files.iter().peekable(), new.files.iter().peekable());
    let mut changes = Vec::new();
    loop {
        let order = match (before.peek(), after.peek()) {
            (None, None) => return changes,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some((before, _)), Some((after, _))) => before.cmp(after),
        };
        let old = if order.is_le() { before.next() } else { None };
        let new = if order.is_ge() { after.next() } else { None };
        match (old, new) {
            (Some((path, _)), None) => changes.push((path, Change::Removed)),
            (None, Some((path, bytes))) => changes.push((path, Change::Added(bytes))),
            (Some((_, old)), Some((path, new))) if !is_same(old, new) => changes.push((path, Change::Changed(new))),
            _ => {}
        }
    }
}

/// Whether two files have the same bytes.
pub(super) fn is_same(one: &Arc<[u8]>, other: &Arc<[u8]>) -> bool {
    Arc::ptr_eq(one, other) || one == other
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> Site {
        Site { files: files.iter().map(|(path, text)| (OutputPath::new(*path), text.as_bytes().into())).collect() }
    }

    #[test]
    fn what_was_added_changed_and_removed_is_told_by_path() {
        let (old, new) = (site(&[("a", "1"), ("b", "1"), ("c", "1"), ("e", "1")]), site(&[("b", "1"), ("c", "2"), ("d", "1"), ("f", "1")]));
        let told: Vec<String> = diff(&old, &new)
            .iter()
            .map(|(path, change)| {
                let sign = match change {
                    Change::Added(_) => '+',
                    Change::Changed(_) => '~',
                    Change::Removed => '-',
                };
                format!("{sign}{path}")
            })
            .collect();
        assert_eq!(told, ["-a", "~c", "+d", "-e", "+f"]);
        assert_eq!(diff(&new, &new.clone()), []);
    }
}

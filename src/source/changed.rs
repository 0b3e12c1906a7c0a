//! Which files differ between two readings of a book. Not done here: reading it.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{File, Sources};
use crate::config::Config;
use crate::path::SourcePath;

impl Sources {
    /// The files whose contents differ from those of an earlier reading, that came, that went, or of which other things are to be reported; sorted.
    /// Empty exactly if a build of both is the same. Contents that both readings share are not looked at.
    pub fn changed_since(&self, before: &Sources) -> Vec<SourcePath> {
        let mut changed = BTreeSet::new();
        if self.config != before.config {
            changed.insert(Config::path());
        }
        changed.extend(differing(&self.content, &before.content, PartialEq::eq).cloned());
        changed.extend(differing(&self.holidays, &before.holidays, PartialEq::eq).cloned());
        if !Arc::ptr_eq(&self.changes, &before.changes) {
            changed.extend(differing(&self.changes, &before.changes, PartialEq::eq).cloned());
        }
        let theme = differing(&self.theme, &before.theme, PartialEq::eq);
        changed.extend(theme.filter_map(|name| self.theme.get(name).or_else(|| before.theme.get(name))).map(|file| file.path.clone()));
        if self.unreadable != before.unreadable || self.diagnostics != before.diagnostics {
            let findings = |a: &Sources, b: &Sources| -> Vec<SourcePath> {
                let new = a.diagnostics.iter().filter(|finding| !b.diagnostics.contains(finding));
                new.map(|finding| finding.place.path.clone()).collect()
            };
            changed.extend(findings(self, before).into_iter().chain(findings(before, self)));
        }
        changed.into_iter().collect()
    }

    /// Whether one of these files had something in it at an earlier reading, and now is empty or gone: what is seen of a file while it is being
    /// replaced, and what is seen of one that was deleted.
    pub fn lost_any(&self, before: &Sources, paths: &[SourcePath]) -> bool {
        paths.iter().any(|path| before.len_of(path) > 0 && self.len_of(path) == 0)
    }

    /// How many bytes a file has; none if it is not there.
    fn len_of(&self, path: &SourcePath) -> usize {
        let text = match self.holidays.get(path) {
            _ if *path == Config::path() => self.config.as_ref(),
            text => text,
        };
        let file = || self.content.get(path).or_else(|| self.theme.values().find(|file| file.path == *path).map(|file| &file.file));
        match text {
            Some(text) => text.len(),
            None => file().map_or(0, File::len),
        }
    }
}

impl File {
    fn len(&self) -> usize {
        match self {
            File::Text(text) => text.len(),
            File::Bytes(bytes) => bytes.len(),
            File::Gone(length) => *length,
        }
    }
}

/// The keys that only one of two maps has, or whose values differ. One walk along both, for a large book is compared after every edit.
fn differing<'m, K: Ord, V>(
    now: &'m BTreeMap<K, V>,
    before: &'m BTreeMap<K, V>,
    is_same: impl Fn(&V, &V) -> bool,
) -> impl Iterator<Item = &'m K> {
    let (mut now, mut before) = (now.iter().peekable(), before.iter().peekable());
    std::iter::from_fn(move || {
        loop {
            let order = match (now.peek(), before.peek()) {
                (Some((a, _)), Some((b, _))) => a.cmp(b),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => return None,
            };
            match order {
                Ordering::Less => return now.next().map(|(key, _)| key),
                Ordering::Greater => return before.next().map(|(key, _)| key),
                Ordering::Equal => {
                    if let (Some((key, a)), Some((_, b))) = (now.next(), before.next())
                        && !is_same(a, b)
                    {
                        return Some(key);
                    }
                }
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOOK: &str = "-- book.toml --\n[book]\nid = \"b\"\n[calendar]\nholiday_files = [\"days.csv\"]\n-- days.csv --\n2026-01-01\n\
                        -- content/a.md --\nA\n-- content/b.md --\nB\n-- themes/default/templates/page.html --\nP\n";

    /// What has changed in the book by an edit of its text.
    fn changed(from: &str, to: &str) -> Vec<String> {
        assert!(BOOK.contains(from));
        let (before, now) = (Sources::from_fixture(BOOK), Sources::from_fixture(&BOOK.replace(from, to)));
        let there: Vec<String> = now.changed_since(&before).iter().map(ToString::to_string).collect();
        let back: Vec<String> = before.changed_since(&now).iter().map(ToString::to_string).collect();
        assert_eq!(there, back, "a way there is a way back");
        there
    }

    #[test]
    fn every_kind_of_change_is_named_by_its_files() {
        assert_eq!(changed("A\n", "A\n"), [""; 0]);
        assert_eq!(changed("A\n", "B\n"), ["content/a.md"]);
        assert_eq!(changed("content/b.md", "content/c.md"), ["content/b.md", "content/c.md"]);
        assert_eq!(changed("id = \"b\"", "id = \"c\""), ["book.toml"]);
        assert_eq!(changed("2026-01-01", "2026-01-02"), ["days.csv"]);
        assert_eq!(changed("P\n", "Q\n"), ["themes/default/templates/page.html"]);
        assert_eq!(changed("-- themes/default/templates/page.html --\nP\n", ""), ["themes/default/templates/page.html"]);
        assert_eq!(changed("-- content/a.md --", "-- unreadable content/a.md --"), ["content/a.md"]);
        assert_eq!(changed("-- days.csv --", "-- other.csv --"), ["book.toml", "days.csv", "other.csv"]);
    }

    #[test]
    fn a_file_that_is_empty_or_gone_is_lost_and_one_that_was_empty_is_not() {
        let lost = |from: &str, to: &str| {
            let (before, now) = (Sources::from_fixture(BOOK), Sources::from_fixture(&BOOK.replace(from, to)));
            let there = now.lost_any(&before, &now.changed_since(&before));
            (there, before.lost_any(&now, &before.changed_since(&now)))
        };
        assert_eq!(lost("A\n", ""), (true, false));
        assert_eq!(lost("A\n", "AA\n"), (false, false));
        assert_eq!(lost("-- content/a.md --\nA\n", ""), (true, false));
        assert_eq!(lost("content/a.md", "content/c.md"), (true, true));
        assert_eq!(lost("2026-01-01\n", ""), (true, false));
        assert_eq!(lost("[book]\nid = \"b\"\n[calendar]\nholiday_files = [\"days.csv\"]\n", ""), (true, false));
        assert_eq!(lost("-- themes/default/templates/page.html --\nP\n", ""), (false, false), "the built-in one takes its place");
    }
}

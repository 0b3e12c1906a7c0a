//! Remembers results between builds and spreads work over the cores; the only user of rayon. Not done here: deciding what a result depends on,
//! which is the key that the caller gives.

use std::collections::HashMap;
use std::hash::Hash;

use rayon::prelude::*;

/// Results by key. Each build keeps what it asked for and forgets the rest, so that memory follows the book and never grows with edits.
#[derive(Debug)]
pub struct Memo<K, V> {
    results: HashMap<K, V>,
}

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self { results: HashMap::new() }
    }
}

impl<K: Hash + Eq + Send + Sync + Clone, V: Clone + Send + Sync> Memo<K, V> {
    /// The results for `items`, in their order. `key` must say everything that `make` depends on; what the last call knew under the same key
    /// is not made again.
    pub fn map<T: Sync>(&mut self, items: &[T], key: impl Fn(&T) -> K + Sync + Send, make: impl Fn(&T) -> V + Sync + Send) -> Vec<V> {
        let known = &self.results;
        let results: Vec<(K, V)> = in_parallel(items, |item| {
            let key = key(item);
            let value = known.get(&key).cloned().unwrap_or_else(|| make(item));
            (key, value)
        });
        let values = results.iter().map(|(_, value)| value.clone()).collect();
        self.results = results.into_iter().collect();
        values
    }
}

/// `work` for each item, in their order, on all cores.
pub fn in_parallel<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync + Send) -> Vec<R> {
    items.par_iter().map(work).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn only_what_is_new_is_made_and_what_is_gone_is_forgotten() {
        let made = AtomicUsize::new(0);
        let mut memo = Memo::default();
        let mut run = |items: &[u32]| {
            made.store(0, Ordering::Relaxed);
            let values = memo.map(
                items,
                |n| *n,
                |n| {
                    made.fetch_add(1, Ordering::Relaxed);
                    n * 10
                },
            );
            (values, made.load(Ordering::Relaxed))
        };
        assert_eq!(run(&[1, 2, 3]), (vec![10, 20, 30], 3));
        assert_eq!(run(&[3, 2]), (vec![30, 20], 0));
        assert_eq!(run(&[1, 2]), (vec![10, 20], 1));
    }
}

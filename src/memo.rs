//! Remembers results between builds and spreads work over the cores; the only user of rayon, and of threads in a build. Not done here: deciding what a
//! result depends on, which is the key that the caller gives.

use std::hash::Hash;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, JoinHandle};

use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap};

/// So many results may always wait for the build that they are part of: more than anybody asks for ahead of the others.
const FEW: usize = 100;

/// So many items a thread takes at a time, of those that it works on with a state: few, for the threads are to end together.
const AT_ONCE: usize = 4;

/// Results by key. Each build that comes to its end keeps what it asked for and forgets the rest, so that memory follows the book and never grows
/// with edits. One that is given up forgets nothing.
#[derive(Debug)]
pub struct Memo<K, V> {
    /// What the last build that came to its end asked for.
    last: FxHashMap<K, V>,
    /// What those asked for that were given up since then; never much more than one of them can ask for.
    since: FxHashMap<K, V>,
}

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self { last: FxHashMap::default(), since: FxHashMap::default() }
    }
}

impl<K: Hash + Eq + Send + Sync, V: Clone + Send + Sync> Memo<K, V> {
    /// The results for `items` in their order, and how many of them had to be made. `ask` gives the key of an item, which must say everything that
    /// the result depends on, and how to make it. The first error of `ask` ends it all.
    pub fn map<'t, T: Sync, M: FnOnce() -> V, E: Send>(
        &mut self,
        items: &'t [T],
        ask: impl Fn(&'t T) -> Result<(K, M), E> + Sync + Send,
    ) -> Result<(Vec<V>, usize), E> {
        let known = |key: &K| self.last.get(key).or_else(|| self.since.get(key)).cloned();
        let results = in_parallel(items, |item| {
            let (key, make) = ask(item)?;
            let value = known(&key);
            let is_new = value.is_none();
            Ok((key, value.unwrap_or_else(make), is_new))
        });
        let mut values = Vec::with_capacity(items.len());
        let (mut asked, mut made, mut error) = (FxHashMap::with_capacity_and_hasher(items.len(), FxBuildHasher), 0, None);
        for result in results {
            match result {
                Ok((key, value, is_new)) => {
                    made += usize::from(is_new);
                    values.push(V::clone(&value));
                    asked.insert(key, value);
                }
                Err(found) => error = error.or(Some(found)),
            }
        }
        if let Some(error) = error {
            if self.since.len() > items.len() {
                self.since.clear();
            }
            self.since.extend(asked);
            return Err(error);
        }
        (self.last, self.since) = (asked, FxHashMap::default());
        Ok((values, made))
    }

    /// One result ahead of the others, and whether it had to be made. It is kept for the build that it is part of.
    pub fn one(&mut self, key: K, make: impl FnOnce() -> V) -> (V, bool) {
        if let Some(known) = self.last.get(&key).or_else(|| self.since.get(&key)) {
            return (known.clone(), false);
        }
        if self.since.len() > self.last.len().max(FEW) {
            self.since.clear();
        }
        (self.since.entry(key).or_insert(make()).clone(), true)
    }

    /// The number of results that it holds.
    pub fn len(&self) -> usize {
        self.last.len() + self.since.len()
    }

    /// True when it holds none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// `work` for each item, in their order, on all cores.
pub fn in_parallel<'t, T: Sync, R: Send>(items: &'t [T], work: impl Fn(&'t T) -> R + Sync + Send) -> Vec<R> {
    items.par_iter().map(work).collect()
}

/// Does two things at a time.
pub fn both<A: Send, B: Send>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B + Send) -> (A, B) {
    rayon::join(one, other)
}

/// Work that was begun ahead of its turn.
#[derive(Debug)]
pub struct Ahead<T>(JoinHandle<T>);

impl<T: Send + 'static> Ahead<T> {
    /// Begins it on a thread of its own; `None` where the system has none left.
    pub fn begin(work: impl FnOnce() -> T + Send + 'static) -> Option<Self> {
        thread::Builder::new().spawn(work).ok().map(Self)
    }

    /// What came of it. A panic there is one here.
    pub fn take(self) -> T {
        self.0.join().unwrap_or_else(|panic| resume_unwind(panic))
    }
}

/// [`in_parallel`] with a state that each thread has to itself, for what is cheaper after its like: neighbours are alike, and each thread begins with a part of
/// its own. What is made must not depend on it.
pub fn in_parallel_with<'t, T: Sync, R: Send, S>(
    items: &'t [T],
    state: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, &'t T) -> R + Sync,
) -> Vec<R> {
    let parts: Vec<(&[T], AtomicUsize)> =
        items.chunks(items.len().div_ceil(rayon::current_num_threads()).max(1)).map(|part| (part, AtomicUsize::new(0))).collect();
    let done = rayon::broadcast(|thread| {
        let (mut known, mut done) = (None, Vec::new());
        // Who is ready helps the others.
        for n in (thread.index()..parts.len()).chain(0..parts.len().min(thread.index())) {
            let (part, next) = &parts[n];
            loop {
                let from = next.fetch_add(AT_ONCE, Ordering::Relaxed);
                let Some(items) = part.get(from..).filter(|left| !left.is_empty()) else { break };
                let state = known.get_or_insert_with(&state);
                done.push(((n, from), items.iter().take(AT_ONCE).map(|item| work(state, item)).collect::<Vec<R>>()));
            }
        }
        done
    });
    let mut results: Vec<_> = done.into_iter().flatten().collect();
    results.sort_unstable_by_key(|(place, _)| *place);
    results.into_iter().flat_map(|(_, results)| results).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asks for ten times each number; a zero ends it.
    fn run(memo: &mut Memo<u32, u32>, items: &[u32]) -> Result<(Vec<u32>, usize), &'static str> {
        memo.map(items, |&n| if n == 0 { Err("given up") } else { Ok((n, move || n * 10)) })
    }

    #[test]
    fn only_what_is_new_is_made_and_what_is_gone_is_forgotten() {
        let mut memo = Memo::default();
        assert_eq!(run(&mut memo, &[1, 2, 3]), Ok((vec![10, 20, 30], 3)));
        assert_eq!(run(&mut memo, &[3, 2]), Ok((vec![30, 20], 0)));
        assert_eq!(run(&mut memo, &[1, 2]), Ok((vec![10, 20], 1)));
        assert_eq!(memo.len(), 2);
    }

    #[test]
    fn what_was_made_before_it_was_given_up_is_not_made_again_and_nothing_is_forgotten() {
        let mut memo = Memo::default();
        assert_eq!(run(&mut memo, &[1, 2]), Ok((vec![10, 20], 2)));
        assert_eq!(run(&mut memo, &[3, 4, 0]), Err("given up"));
        assert_eq!(run(&mut memo, &[1, 3, 4, 5]), Ok((vec![10, 30, 40, 50], 1)));
        assert_eq!(memo.len(), 4);
    }

    #[test]
    fn work_with_a_state_is_done_once_for_each_item_and_given_back_in_order() {
        for count in [0, 1, 3, 4, 5, 1000] {
            let (items, states) = ((0..count).collect::<Vec<u32>>(), AtomicUsize::new(0));
            let state = || states.fetch_add(1, Ordering::Relaxed);
            assert_eq!(in_parallel_with(&items, state, |_, item| item * 10), items.iter().map(|item| item * 10).collect::<Vec<_>>());
            assert!(states.into_inner() <= rayon::current_num_threads().min(items.len()));
        }
    }

    #[test]
    fn one_that_was_made_ahead_of_the_others_is_not_made_again() {
        let mut memo = Memo::default();
        assert_eq!((memo.one(1, || 10), memo.one(1, || 0)), ((10, true), (10, false)));
        assert_eq!(run(&mut memo, &[1, 2]), Ok((vec![10, 20], 1)));
        assert_eq!(memo.one(2, || 0), (20, false));
        for n in 3..1000 {
            memo.one(n, || 0);
            assert!(memo.len() <= FEW + 4, "{n}: {}", memo.len());
        }
    }

    #[test]
    fn giving_up_again_and_again_does_not_fill_the_memory() {
        let mut memo = Memo::default();
        for n in 1..1000 {
            assert_eq!(run(&mut memo, &[n, 0]), Err("given up"));
            assert!(memo.len() <= 4, "{n}: {}", memo.len());
        }
    }
}

//! Where tests take the place of fate: points at which they stop a run as a kill would, so that nothing that comes after happens, no tidying up
//! either, and an exchange that the system refuses. Not done here: anything at all in the product.

#[cfg(not(test))]
pub(super) use crate::memo::in_parallel as all;
#[cfg(test)]
pub(super) use counted::{all, is_killed, kill_at, may_exchange, refuse_exchange, step, survive};

/// A point between two changes on the disk.
#[cfg(not(test))]
pub(super) fn step() -> Result<(), super::PublishError> {
    Ok(())
}

#[cfg(not(test))]
pub(super) fn is_killed() -> bool {
    false
}

#[cfg(not(test))]
pub(super) fn may_exchange() -> bool {
    true
}

#[cfg(test)]
mod counted {
    use std::cell::Cell;
    use std::io;

    use super::super::PublishError;

    thread_local! {
        static LEFT: Cell<usize> = const { Cell::new(usize::MAX) };
        static IS_REFUSED: Cell<bool> = const { Cell::new(false) };
    }

    /// One after the other, for steps are counted by thread.
    pub(crate) fn all<'t, T, R>(items: &'t [T], work: impl Fn(&'t T) -> R) -> Vec<R> {
        items.iter().map(work).collect()
    }

    /// Stops this thread's next run after so many steps.
    pub(crate) fn kill_at(steps: usize) {
        LEFT.set(steps);
    }

    /// Lets the thread live on.
    pub(crate) fn survive() {
        LEFT.set(usize::MAX);
    }

    /// Has this thread's exchanges refused, as a system does that has none.
    pub(crate) fn refuse_exchange(is_refused: bool) {
        IS_REFUSED.set(is_refused);
    }

    pub(crate) fn may_exchange() -> bool {
        !IS_REFUSED.get()
    }

    pub(crate) fn is_killed() -> bool {
        LEFT.get() == 0
    }

    pub(crate) fn step() -> Result<(), PublishError> {
        if LEFT.get() != usize::MAX && LEFT.get() > 0 {
            LEFT.set(LEFT.get() - 1);
        }
        if is_killed() { Err(PublishError::io("go on with", "a killed run")(io::Error::other("killed"))) } else { Ok(()) }
    }
}

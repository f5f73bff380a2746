//! How a long computation says where it stands and learns that it must stop.

use std::fmt;

/// Listens to a long job. Implementations must be cheap: jobs call it often.
pub trait Progress: Sync {
    /// `done` of `total` steps; `total` may grow.
    fn report(&self, done: u64, total: u64);

    /// True once the user asked to stop; the job then returns its "cancelled" error within 200 ms.
    fn is_cancelled(&self) -> bool;
}

/// A listener that hears nothing and never stops: tests and short jobs.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unattended;

impl Progress for Unattended {
    fn report(&self, _done: u64, _total: u64) {}

    fn is_cancelled(&self) -> bool {
        false
    }
}

/// Hears that it must stop and tells no step: for one part of a longer job.
pub struct Unheard<'p>(pub &'p dyn Progress);

impl Progress for Unheard<'_> {
    fn report(&self, _done: u64, _total: u64) {}

    fn is_cancelled(&self) -> bool {
        self.0.is_cancelled()
    }
}

impl fmt::Debug for Unheard<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unheard").finish_non_exhaustive()
    }
}

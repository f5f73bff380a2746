//! A listener that asks to stop.

use std::sync::atomic::{AtomicU32, Ordering};

use releve::domain::progress::Progress;

/// Asks to stop once it was looked at so many times; at once after none.
pub struct Impatient {
    patience: u32,
    looks: AtomicU32,
}

impl Impatient {
    pub fn after(patience: u32) -> Self {
        Self {
            patience,
            looks: AtomicU32::new(0),
        }
    }

    /// How many times it was looked at.
    pub fn looks(&self) -> u32 {
        self.looks.load(Ordering::Relaxed)
    }
}

impl Progress for Impatient {
    fn report(&self, _done: u64, _total: u64) {}

    fn is_cancelled(&self) -> bool {
        self.looks.fetch_add(1, Ordering::Relaxed) >= self.patience
    }
}

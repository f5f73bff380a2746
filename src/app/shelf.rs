//! Results of computations, kept for the revisions and years last asked for.

use std::sync::Arc;

/// Kept for the current and the last revisions, so that undo and a change of year answer at once.
const KEPT: usize = 4;

/// Results by revision and year asked for, newest last.
#[derive(Debug)]
pub(super) struct Shelf<T>(Vec<(i64, Option<u16>, Arc<T>)>);

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Shelf<T> {
    pub fn find(&self, revision: i64, year: Option<u16>) -> Option<Arc<T>> {
        let found = self.0.iter().find(|(r, y, _)| (*r, *y) == (revision, year));
        found.map(|(.., result)| Arc::clone(result))
    }

    /// Keeps a result; the oldest goes when there are too many.
    pub fn put(&mut self, revision: i64, year: Option<u16>, result: Arc<T>) {
        self.0.push((revision, year, result));
        let surplus = self.0.len().saturating_sub(KEPT);
        self.0.drain(..surplus);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_results_are_found_by_revision_and_year() {
        let mut shelf = Shelf::default();
        for revision in 1..=5 {
            shelf.put(revision, None, Arc::new(revision * 10));
        }
        shelf.put(5, Some(2030), Arc::new(52));
        assert_eq!(shelf.find(5, None).as_deref(), Some(&50));
        assert_eq!(shelf.find(5, Some(2030)).as_deref(), Some(&52));
        assert_eq!(shelf.find(5, Some(2031)), None);
        assert_eq!((shelf.find(2, None), shelf.find(3, None).as_deref()), (None, Some(&30)));
    }
}

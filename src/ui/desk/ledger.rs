//! What the jobs of this session came to, newest first.

use std::time::Duration;

use crate::app::AppError;
use crate::app::jobs::JobStatus;
use crate::i18n::{Explain, Message};
use crate::ui::scene::Place;

/// Jobs remembered.
const KEPT: usize = 100;

/// A job that ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Ended {
    pub title: Message,
    /// Time of the day, `14:02`.
    pub at: String,
    pub took: Duration,
    pub end: End,
    /// Where its result is seen.
    pub place: Option<Place>,
}

/// How a job ended.
#[derive(Debug, Clone, PartialEq)]
pub enum End {
    Done,
    Stopped,
    Failed(Message),
}

/// A job under way, and since when.
#[derive(Debug, Clone, PartialEq)]
pub struct UnderWay {
    pub status: JobStatus,
    pub since: Duration,
}

/// The jobs that ended.
#[derive(Debug, Default)]
pub struct Ledger(Vec<Ended>);

impl Ledger {
    /// Notes an end; the oldest goes when there are too many.
    pub fn note(&mut self, title: Message, took: Duration, place: Option<Place>, result: Result<(), &AppError>) {
        let end = match result {
            Ok(()) => End::Done,
            Err(AppError::Cancelled) => End::Stopped,
            Err(error) => End::Failed(error.message()),
        };
        let ended = Ended {
            title,
            at: jiff::Zoned::now().strftime("%H:%M").to_string(),
            took,
            place: place.filter(|_| end == End::Done),
            end,
        };
        self.0.insert(0, ended);
        self.0.truncate(KEPT);
    }

    /// Newest first.
    pub fn list(&self) -> &[Ended] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_end_comes_first_and_only_a_result_is_seen() {
        let mut ledger = Ledger::default();
        let title = || Message::new("ui-job-solve");
        let place = || Some(Place::Dashboard);
        ledger.note(title(), Duration::ZERO, place(), Ok(()));
        ledger.note(title(), Duration::ZERO, place(), Err(&AppError::Cancelled));
        ledger.note(title(), Duration::ZERO, place(), Err(&AppError::NoRegion));
        let ends: Vec<(&End, bool)> = ledger.list().iter().map(|e| (&e.end, e.place.is_some())).collect();
        let failed = End::Failed(AppError::NoRegion.message());
        assert_eq!(ends, [(&failed, false), (&End::Stopped, false), (&End::Done, true)]);
        for _ in 0..KEPT {
            ledger.note(title(), Duration::ZERO, None, Ok(()));
        }
        assert_eq!(ledger.list().len(), KEPT);
    }
}

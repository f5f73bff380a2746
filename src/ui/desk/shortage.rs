//! Who can take the posts of the line whose detail is open: found beside the window, one line at a time.

use std::sync::Arc;

use super::{Desk, Done, Kind};
use crate::i18n::{Explain, Message};
use crate::market::gap::RowKey;
use crate::market::shortage::Shortage;
use crate::ui::snapshot::Reasons;

/// The line last asked about, and what was found.
#[derive(Debug)]
pub struct AskedShortage {
    key: RowKey,
    reasons: Arc<Reasons>,
    /// Nothing while it is being found; then the shortage, or that there is none, or why it cannot be told.
    pub answer: Option<Answer>,
}

type Answer = Result<Option<Arc<Shortage>>, Message>;

/// What a job found.
#[derive(Debug)]
pub(super) struct Found {
    key: RowKey,
    reasons: Arc<Reasons>,
    answer: Answer,
}

impl AskedShortage {
    /// True where this line was asked of these reasons.
    pub fn is(&self, key: &RowKey, reasons: &Arc<Reasons>) -> bool {
        self.key == *key && Arc::ptr_eq(&self.reasons, reasons)
    }
}

impl Desk {
    /// Finds who can take the posts of a line, unless it is this line that was asked last.
    pub fn find_shortage(&mut self, key: RowKey) {
        let Some(snapshot) = &self.snapshot else { return };
        let Some(reasons) = snapshot.reasons.clone() else {
            return;
        };
        let facts = Arc::clone(&snapshot.facts);
        if self.shortage.as_ref().is_some_and(|asked| asked.is(&key, &reasons)) {
            return;
        }
        self.supersede(Kind::Shortage);
        self.shortage = Some(AskedShortage {
            key: key.clone(),
            reasons: Arc::clone(&reasons),
            answer: None,
        });
        self.start(Kind::Shortage, "shortage", "ui-job-shortage", move |_| {
            let found = reasons.shortages.of(&key, &facts);
            Ok(Done::Short(Found {
                answer: found.map(|s| s.map(Arc::new)).map_err(|error| error.message()),
                key,
                reasons,
            }))
        });
    }

    pub(super) fn take_shortage(&mut self, found: Found) {
        if let Some(asked) = &mut self.shortage
            && asked.is(&found.key, &found.reasons)
        {
            asked.answer = Some(found.answer);
        }
    }
}

//! From what the application read or wrote to what screens show.

use crate::app::{ImportSummary, Issue, JournalEntry, Preview, Severity};
use crate::i18n::{Explain, Message};
use crate::ui::screens::import::data::{Change, FilePreview, IssueLine, Outcome, Reading, Waiting};
use crate::ui::screens::journal::data::Deed;

/// The files waiting for a decision.
pub(super) fn waiting(previews: &[Preview], stamp: u64) -> Waiting {
    Waiting {
        stamp,
        files: previews.iter().map(file).collect(),
    }
}

fn file(preview: &Preview) -> FilePreview {
    let outcome = match &preview.outcome {
        Err(error) => Outcome::Refused(error.message()),
        Ok(read) => Outcome::Read(Box::new(Reading {
            recognised: read.import.recognised.clone(),
            vintage: read.import.vintage.clone(),
            producer: read.import.producer.to_string(),
            counts: read.import.counts,
            new: read.diff.new,
            changed: read.diff.changed,
            unchanged: read.diff.unchanged,
            examples: read
                .diff
                .examples
                .iter()
                .map(|c| Change {
                    what: c.what.clone(),
                    before: c.before.clone(),
                    after: c.after.clone(),
                })
                .collect(),
            issues: read.import.issues.iter().cloned().map(issue).collect(),
            already: read.already_imported,
        })),
    };
    FilePreview {
        file: preview.file.clone(),
        outcome,
    }
}

/// One refused or doubtful row.
pub(super) fn issue(issue: Issue) -> IssueLine {
    IssueLine {
        refused: issue.severity == Severity::Refused,
        row: issue.row,
        column: issue.column,
        value: issue.value,
        reason: issue.reason,
        remedy: issue.remedy,
    }
}

/// « 3 fichiers importés : 14 965 lignes nouvelles ou modifiées. »
pub(super) fn summary(summary: &ImportSummary) -> Message {
    let rows: u64 = summary.files.iter().map(|f| f.diff.new + f.diff.changed).sum();
    Message::new("ui-imported")
        .with("files", summary.files.len())
        .with("rows", rows)
}

/// The journal, newest first.
pub(super) fn deeds(entries: Vec<JournalEntry>) -> Vec<Deed> {
    let deed = |entry: JournalEntry| Deed {
        revision: entry.id,
        label: entry.label(),
        kind: entry.deed,
        who: entry.who,
        at: entry.at,
        state: entry.state,
    };
    entries.into_iter().map(deed).collect()
}

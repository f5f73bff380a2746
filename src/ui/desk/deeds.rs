//! What the window writes to the territory, each a deed that can be undone.

use std::path::PathBuf;

use super::{Desk, Done, Kind, preview};
use crate::app::{Issue, Preview, read_assumptions};
use crate::domain::assumption::{Assumption, AssumptionKey};
use crate::domain::source::SourceId;
use crate::i18n::Message;
use crate::ui::screens::import::data::Waiting;

/// Refused lines told in a notice; more are counted.
const REFUSALS_TOLD: usize = 4;

impl Desk {
    /// Takes the last deed back.
    pub fn undo(&mut self) {
        self.change("ui-job-undo", |session| {
            session.undo()?;
            Ok(None)
        });
    }

    /// Brings the last undone deed back.
    pub fn redo(&mut self) {
        self.change("ui-job-redo", |session| {
            session.redo()?;
            Ok(None)
        });
    }

    /// Changes one assumption.
    pub fn set_assumption(&mut self, assumption: Assumption) {
        if let Some(tried) = &mut self.tried {
            tried.written = true;
        }
        self.change("ui-job-write", move |session| {
            session.set_assumption(&assumption)?;
            Ok(None)
        });
    }

    /// Reads assumptions from a table of text and writes those that differ; lines refused are told.
    pub fn paste_assumptions(&mut self, table: String) {
        self.work(Kind::Write, "write", "ui-job-write", move |session, _| {
            let read = read_assumptions(&*session.facts()?, "", &table);
            if !read.assumptions.is_empty() {
                session.put_assumptions(&read.assumptions)?;
            }
            Ok(pasted(read.assumptions.len(), read.unchanged, &read.issues))
        });
    }

    /// Puts one assumption back.
    pub fn reset_assumption(&mut self, key: AssumptionKey, scope: String) {
        self.change("ui-job-write", move |session| {
            session.reset_assumption(key, &scope)?;
            Ok(None)
        });
    }

    /// Removes a file with its facts.
    pub fn remove_source(&mut self, id: SourceId) {
        self.change("ui-job-write", move |session| {
            let source = session.remove_source(id)?;
            Ok(Some(
                Message::new("ui-source-removed").with("file", source.file.as_str()),
            ))
        });
    }

    /// Reads files and compares them with what is stored.
    pub fn preview(&mut self, paths: Vec<PathBuf>) {
        self.work(Kind::Read, "import", "ui-job-preview", move |session, progress| {
            Ok(Done::Previewed(session.preview(&paths, progress)?))
        });
    }

    /// Writes the previewed files as one deed.
    pub fn confirm_import(&mut self) {
        let previews = std::mem::take(&mut self.previews);
        self.waiting = Waiting::default();
        self.work(Kind::Write, "import", "ui-job-import", move |session, progress| {
            let all: Vec<&Preview> = previews.iter().collect();
            let summary = session.import(&all, progress)?;
            let why = summary.no_version.clone();
            let warning = why.map(|why| Message::new("app-import-no-version").with("why", why));
            Ok(Done::Imported(preview::summary(&summary), warning))
        });
    }

    /// The SHA-256 and the absolute path of each file that waits and can be read.
    pub fn waiting_files(&self) -> Vec<(String, PathBuf)> {
        let file = |preview: &Preview| {
            let read = preview.outcome.as_ref().ok()?;
            Some((read.import.sha256.clone(), std::path::absolute(&preview.path).ok()?))
        };
        self.previews.iter().filter_map(file).collect()
    }

    /// Drops the previews; nothing was written.
    pub fn forget_import(&mut self) {
        self.previews.clear();
        self.waiting = Waiting::default();
    }
}

/// « 3 lignes écrites, 12 inchangées, 1 refusée », then why.
pub(super) fn pasted(changed: usize, unchanged: usize, issues: &[Issue]) -> Done {
    let refused = issues.iter().take(REFUSALS_TOLD).map(|issue| {
        Message::new("ui-pasted-refusal")
            .with("row", issue.row)
            .with("value", issue.value.as_str())
            .with("reason", issue.reason.clone())
    });
    let counts = Message::new("ui-pasted")
        .with("changed", changed)
        .with("unchanged", unchanged)
        .with("refused", issues.len());
    let told = refused.fold(counts, |told, refusal| {
        Message::new("ui-pasted-then")
            .with("told", told)
            .with("refusal", refusal)
    });
    Done::Pasted(told, issues.len())
}

//! Files on their way into a territory: read and compared first, written in one deed after.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::error::AppError;
use super::session::Session;
use crate::domain::batch::{Batch, BatchDiff, Fap2009Line};
use crate::domain::facts::Catalogue;
use crate::domain::progress::Progress;
use crate::i18n::{Explain as _, Message};
use crate::import::{self, Import, ImportError, Issue, Known, Severity};
use crate::store::{Deed, IssueSeverity, SourceIssue, SourceRecord, StoreError, VersionReason};

/// One file of a batch, before anything is written.
#[derive(Debug)]
pub struct Preview {
    pub path: PathBuf,
    /// Name without its folder.
    pub file: String,
    /// What it would bring, or why it is refused as a whole.
    pub outcome: Result<PreviewedFile, AppError>,
}

/// A readable file and what importing it would change.
#[derive(Debug)]
pub struct PreviewedFile {
    pub import: Import,
    pub diff: BatchDiff,
    /// These very bytes were imported before: importing them again changes nothing.
    pub already_imported: bool,
}

/// What an import wrote.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportSummary {
    /// Revision of the file after the import.
    pub revision: i64,
    /// Per file, in the order written.
    pub files: Vec<ImportedFile>,
    /// Why no version of what was before is kept, where it could not be: the disk is full, the folder takes no file.
    pub no_version: Option<Message>,
}

/// What one file brought.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportedFile {
    pub file: String,
    pub diff: BatchDiff,
}

impl Session {
    /// Reads files and compares them with the territory; nothing is written. The order of the files does not matter:
    /// nomenclatures and bridges of the batch are known to its other files.
    ///
    /// # Errors
    /// [`AppError::Cancelled`], or [`AppError::Store`] when the territory cannot be read. What is wrong with one file is in its preview.
    pub fn preview(&self, paths: &[PathBuf], progress: &dyn Progress) -> Result<Vec<Preview>, AppError> {
        let facts = self.facts()?;
        let bridge = self.reader().fap2009_bridge()?;
        let known = Known::new(&facts.catalogue, &bridge);
        let mut read: Vec<Result<Import, ImportError>> = Vec::new();
        for (index, path) in paths.iter().enumerate() {
            read.push(import::read(path, &known, &Part::of(progress, index, paths.len())));
            stop_if_cancelled(progress)?;
        }
        if let Some(richer) = known_with(&facts.catalogue, &bridge, &read) {
            for (index, path) in paths.iter().enumerate() {
                if depends_on_nomenclatures(&read[index], &bridge) {
                    read[index] = import::read(path, &richer, &Part::of(progress, index, paths.len()));
                    stop_if_cancelled(progress)?;
                }
            }
        }
        let mut previews = Vec::new();
        for (path, read) in paths.iter().zip(read) {
            let outcome = read.map_err(AppError::from).and_then(|import| self.compare(import));
            previews.push(Preview {
                path: path.clone(),
                file: file_name(path),
                outcome,
            });
            stop_if_cancelled(progress)?;
        }
        Ok(previews)
    }

    /// Writes previewed files as one deed, undone in one step: all of them or none.
    ///
    /// # Errors
    /// [`AppError::NothingToImport`] for an empty list, the error of the first unreadable preview is not repeated here:
    /// only readable files are written. [`AppError::Cancelled`], [`AppError::Store`].
    pub fn import(&self, previews: &[&Preview], progress: &dyn Progress) -> Result<ImportSummary, AppError> {
        let mut files: Vec<&PreviewedFile> = previews
            .iter()
            .filter_map(|preview| preview.outcome.as_ref().ok())
            .collect();
        if files.is_empty() {
            return Err(AppError::NothingToImport);
        }
        // Stable: nomenclatures first, then the order given.
        files.sort_by_key(|file| !brings_nomenclature(&file.import.batch));
        let names: Vec<&str> = files.iter().map(|file| file.import.file.as_str()).collect();
        let deed = Deed::new("import").with("file", names.join(", "));
        let total = u64::try_from(files.len()).unwrap_or(u64::MAX);
        stop_if_cancelled(progress)?;
        // Undo takes an import back; a version besides is a comfort, and its want no reason to refuse.
        let no_version = self.keep_version(VersionReason::Import).err().map(|error| {
            tracing::warn!(%error, "no version before the import");
            error.message()
        });
        self.write(|store| {
            let (files, revision) = store.transact(&deed, |tx| {
                let mut written = Vec::new();
                for (done, file) in (0..).zip(&files) {
                    progress.report(done, total);
                    let diff = tx.put_import(&record(&file.import), &file.import.batch)?;
                    // Before the commit: a stop asked meanwhile leaves the file as it was.
                    if progress.is_cancelled() {
                        return Err(StoreError::Cancelled);
                    }
                    written.push(ImportedFile {
                        file: file.import.file.clone(),
                        diff,
                    });
                }
                Ok(written)
            })?;
            Ok(ImportSummary {
                revision,
                files,
                no_version,
            })
        })
    }

    fn compare(&self, import: Import) -> Result<PreviewedFile, AppError> {
        if import.holds_moves() {
            return Err(AppError::MovesAreNotStored { file: import.file });
        }
        let preview = self.reader().preview_import(&record(&import), &import.batch)?;
        Ok(PreviewedFile {
            import,
            diff: preview.diff,
            already_imported: preview.already_imported,
        })
    }
}

fn stop_if_cancelled(progress: &dyn Progress) -> Result<(), AppError> {
    if progress.is_cancelled() {
        Err(AppError::Cancelled)
    } else {
        Ok(())
    }
}

/// The share of one file in the progress of a batch, each file counting for a thousand steps.
pub(super) struct Part<'a> {
    whole: &'a dyn Progress,
    index: u64,
    files: u64,
}

const STEPS_A_FILE: u64 = 1000;

impl<'a> Part<'a> {
    pub(super) fn of(whole: &'a dyn Progress, index: usize, files: usize) -> Self {
        let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
        Self {
            whole,
            index: count(index),
            files: count(files),
        }
    }
}

impl Progress for Part<'_> {
    fn report(&self, done: u64, total: u64) {
        let within = done.min(total) * STEPS_A_FILE / total.max(1);
        self.whole
            .report(self.index * STEPS_A_FILE + within, self.files * STEPS_A_FILE);
    }

    fn is_cancelled(&self) -> bool {
        self.whole.is_cancelled()
    }
}

/// Known things enriched by the nomenclatures of the batch itself; nothing when it has none.
fn known_with(catalogue: &Catalogue, bridge: &[Fap2009Line], read: &[Result<Import, ImportError>]) -> Option<Known> {
    let batches: Vec<&Batch> = read
        .iter()
        .filter_map(|import| import.as_ref().ok())
        .map(|import| &import.batch)
        .filter(|batch| brings_nomenclature(batch))
        .collect();
    if batches.is_empty() {
        return None;
    }
    let mut catalogue = catalogue.clone();
    let mut bridge = bridge.to_vec();
    for batch in batches {
        let replaced: BTreeSet<_> = batch
            .crosswalk
            .iter()
            .map(|line| (&line.rome, line.qualification))
            .collect();
        catalogue
            .crosswalk
            .retain(|old| !replaced.contains(&(&old.rome, old.qualification)));
        catalogue.crosswalk.extend(batch.crosswalk.iter().cloned());
        let known: BTreeSet<_> = catalogue.romes.iter().map(|rome| rome.code.clone()).collect();
        let new = batch.romes.iter().filter(|rome| !known.contains(&rome.code));
        catalogue.romes.extend(new.cloned());
        bridge.extend(batch.fap2009_bridge.iter().cloned());
    }
    Some(Known::new(&catalogue, &bridge))
}

fn brings_nomenclature(batch: &Batch) -> bool {
    !(batch.crosswalk.is_empty() && batch.romes.is_empty() && batch.fap2009_bridge.is_empty())
}

/// Whether a file may read otherwise with the nomenclatures of its batch: it lacked a bridge, had rows refused or sifted, or is a
/// survey that a bridge of the territory may have translated. A nomenclature depends on no other.
fn depends_on_nomenclatures(read: &Result<Import, ImportError>, bridge: &[Fap2009Line]) -> bool {
    match read {
        Ok(import) if brings_nomenclature(&import.batch) => false,
        Ok(import) => {
            import.refusals > 0 || import.is_sifted() || !(import.batch.survey.is_empty() || bridge.is_empty())
        }
        Err(error) => matches!(error, ImportError::Fap2009WithoutBridge { .. }),
    }
}

fn record(import: &Import) -> SourceRecord {
    SourceRecord {
        file: import.file.clone(),
        sha256: import.sha256.clone(),
        layout: import.layout.name.to_owned(),
        vintage: import.vintage.clone(),
        producer: import.producer.to_owned(),
        licence: import.licence.to_owned(),
        counts: import.counts,
        issues: import.issues.iter().map(kept).collect(),
    }
}

fn kept(issue: &Issue) -> SourceIssue {
    SourceIssue {
        severity: match issue.severity {
            Severity::Refused => IssueSeverity::Refused,
            Severity::Doubtful => IssueSeverity::Doubtful,
        },
        file: issue.file.clone(),
        row: issue.row,
        column: issue.column.clone(),
        value: issue.value.clone(),
        reason: issue.reason.clone(),
        remedy: issue.remedy.clone(),
    }
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

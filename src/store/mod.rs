//! The only room that knows SQLite: the gate, one write door, the journal with its way back, and the embedded catalogue.

mod appellation;
mod assumption;
mod backup;
mod batch;
mod board;
pub mod catalogue;
mod cells;
mod change;
mod check;
mod commune;
mod contour;
mod crosswalk;
mod deed;
mod diploma_outlet;
mod employer;
mod error;
mod establishment;
mod fap2009_bridge;
mod fap_label;
mod funding;
mod gate;
mod history;
mod image;
mod layer;
mod lock;
mod mobility_help;
mod need;
mod occupation;
mod outcome;
mod outlet_review;
mod place;
mod programme;
mod reader;
mod recorder;
mod rome;
mod scenario;
mod schema;
mod section;
mod seed;
mod skill;
mod source;
mod survey;
mod tension;
mod territory;
#[cfg(test)]
mod tests;
mod tx;
mod version;

use std::fs;
use std::path::Path;

use rusqlite::{Transaction, TransactionBehavior};

use crate::domain::batch::{Batch, Fap2009Line};
use crate::domain::facts::{Catalogue, Facts};
use crate::domain::progress::Progress;
use crate::domain::source::{Source, SourceId};
use crate::domain::supply::Outcome;
use crate::domain::territory::Territory;
use crate::i18n::Message;

pub use batch::ImportPreview;
pub use change::{CellChange, DeedChanges, RowChange, TableChanges, column_words, table_words};
pub use check::{CheckReport, SourceCheck};
pub use deed::{Deed, DeedState, JournalEntry};
pub use employer::Contact;
pub use error::StoreError;
pub use gate::Access;
pub use reader::Reader;
pub use source::{IssueSeverity, SourceIssue, SourceRecord};
pub use tx::Tx;
pub use version::{Ignored, Version, VersionReason, Versions};

use error::At;
use history::{History, Way};
use lock::Lock;
use recorder::Recorder;
use seed::Seed;

/// An open territory file.
#[derive(Debug)]
pub struct Store {
    file: Reader,
    recorder: Recorder,
    access: Access,
    /// Held for the others to see; nothing when open for reading only.
    _lock: Option<Lock>,
}

/// Leaves one whole file behind, which can be copied or sent alone, even while a reader is still open.
impl Drop for Store {
    fn drop(&mut self) {
        if self.access == Access::ReadWrite
            && let Err(error) = gate::fold_pending_pages(&self.file.connection)
        {
            // Nothing is lost: the pages stay beside the file and the next opening takes them up.
            tracing::warn!(%error, "pending pages stay beside the file");
        }
    }
}

impl Store {
    /// Makes a territory file from the embedded catalogue and the default assumptions.
    ///
    /// # Errors
    /// Something stands at `path`, its folder cannot be written, or the disk is full; nothing is left behind.
    pub fn create(path: &Path, territory: &Territory) -> Result<Self, StoreError> {
        Self::create_with(path, territory, catalogue::embedded()?, catalogue::national_outcomes()?)
    }

    /// The same from a catalogue and national outcomes of one's own.
    ///
    /// # Errors
    /// As [`Self::create`], and a catalogue that does not hold together.
    pub fn create_with(
        path: &Path,
        territory: &Territory,
        catalogue: Catalogue,
        outcomes: Vec<Outcome>,
    ) -> Result<Self, StoreError> {
        let path = gate::absolute(path)?;
        let connection = gate::create(&path)?;
        let file = Reader { connection, path };
        let path = file.path.clone();
        Self::begin(file, territory, Seed { catalogue, outcomes }).inspect_err(|_| remove_half_made(&path))
    }

    /// Opens a territory file through the gate; for reading only when another process holds it.
    ///
    /// # Errors
    /// Whatever the gate found; the file is unharmed.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let path = gate::absolute(path)?;
        let writable = gate::look(&path)?;
        let lock = match writable {
            Access::ReadWrite => Lock::take(&path),
            Access::ReadOnly => None,
        };
        let access = if lock.is_some() {
            Access::ReadWrite
        } else {
            Access::ReadOnly
        };
        let connection = gate::open(&path, access)?;
        let mut file = Reader { connection, path };
        schema::upgrade(&mut file.connection, &file.path)?;
        Self::ready(file, access, lock)
    }

    /// What this program may do with the file.
    pub fn access(&self) -> Access {
        self.access
    }

    /// Where the file is, absolute.
    pub fn path(&self) -> &Path {
        &self.file.path
    }

    /// Does one deed: all of it or nothing, noted in the journal, undoable. The value of `f` and the revision afterwards.
    /// A deed that changes no row leaves no trace and the revision as it was.
    ///
    /// # Errors
    /// Whatever `f` returns, or the disk; the file is then as before.
    pub fn transact<T>(
        &mut self,
        deed: &Deed,
        f: impl FnOnce(&Tx<'_>) -> Result<T, StoreError>,
    ) -> Result<(T, i64), StoreError> {
        let at = deed::now();
        let transaction = self.begin_write()?;
        let tx = Tx {
            connection: &transaction,
            path: &self.file.path,
            at: &at,
        };
        let value = f(&tx)?;
        self.note(&transaction, deed, &at).at(&self.file.path)?;
        transaction.commit().at(&self.file.path)?;
        Ok((value, self.revision()?))
    }

    /// Takes the last deed back; which one, or nothing.
    ///
    /// # Errors
    /// A damaged journal or the disk; the file is then as before.
    pub fn undo(&mut self) -> Result<Option<JournalEntry>, StoreError> {
        self.walk(|history| history.step(Way::Back))
    }

    /// Brings back what was undone last; which deed, or nothing.
    ///
    /// # Errors
    /// As [`Self::undo`].
    pub fn redo(&mut self) -> Result<Option<JournalEntry>, StoreError> {
        self.walk(|history| history.step(Way::Forth))
    }

    /// Makes a deed the last one done, whether it was done or undone: all the deeds between are taken back or brought back, in one
    /// transaction. Which ones, in the order they were walked through.
    ///
    /// # Errors
    /// [`StoreError::NoSuch`] for a deed that was overtaken or never was; [`StoreError::Cancelled`]; as [`Self::undo`].
    pub fn travel(&mut self, to: i64, progress: &dyn Progress) -> Result<Vec<JournalEntry>, StoreError> {
        self.walk(|history| history.travel(to, progress))
    }

    /// What [`Self::undo`] would take back, in words.
    ///
    /// # Errors
    /// The disk.
    pub fn undo_label(&self) -> Result<Option<Message>, StoreError> {
        let entry = deed::next_undo(&self.file.connection).at(&self.file.path)?;
        Ok(entry.map(|entry| entry.label()))
    }

    /// What [`Self::redo`] would bring back, in words.
    ///
    /// # Errors
    /// The disk.
    pub fn redo_label(&self) -> Result<Option<Message>, StoreError> {
        let entry = deed::next_redo(&self.file.connection).at(&self.file.path)?;
        Ok(entry.map(|entry| entry.label()))
    }

    /// Copies the file as it stands now, verified; `target` is complete or as it was.
    ///
    /// # Errors
    /// The target cannot be written, or is this very file.
    pub fn backup_to(&self, target: &Path) -> Result<(), StoreError> {
        backup::copy(&self.file.connection, &self.file.path, &gate::absolute(target)?)
    }

    /// Keeps the file as it stands as a version beside it, then thins out the automatic ones.
    ///
    /// # Errors
    /// The folder cannot be written, or the disk is full; no half version is left.
    pub fn save_version(&self, reason: VersionReason, name: &str) -> Result<Version, StoreError> {
        version::save(&self.file, reason, name)
    }

    /// A look at another territory file through a verified copy of it in `folder`, open for reading only: the file itself is not
    /// written, nor migrated.
    ///
    /// # Errors
    /// As [`Self::open`]; the folder cannot be written.
    pub fn open_copy(path: &Path, folder: &Path) -> Result<Self, StoreError> {
        let copy = version::copy_aside(path, folder)?;
        drop(Self::open(&copy)?);
        let connection = gate::open(&copy, Access::ReadOnly)?;
        let file = Reader { connection, path: copy };
        Self::ready(file, Access::ReadOnly, None)
    }

    /// The versions kept beside a territory file, newest first.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn versions(path: &Path) -> Result<Versions, StoreError> {
        version::list(path)
    }

    /// Makes a territory file of a version, which stays.
    ///
    /// # Errors
    /// [`StoreError::AlreadyExists`] where something stands at `target`; the version is damaged; the disk.
    pub fn restore_version(from: &Path, target: &Path) -> Result<(), StoreError> {
        version::restore(from, target)
    }

    /// Looks over the whole file: pages, references, tables, counts of every source, journal.
    ///
    /// # Errors
    /// The file cannot be read at all; what is wrong inside is in the report.
    pub fn check(&self) -> Result<CheckReport, StoreError> {
        check::check(&self.file, &self.recorder)
    }

    /// A read connection of its own, for a worker thread.
    ///
    /// # Errors
    /// The disk.
    pub fn reader(&self) -> Result<Reader, StoreError> {
        Reader::beside(&self.file.path)
    }

    /// [`Reader::facts`].
    ///
    /// # Errors
    /// A cell that does not hold what its column promises; the disk.
    pub fn facts(&self) -> Result<Facts, StoreError> {
        self.file.facts()
    }

    /// [`Reader::preview_import`].
    ///
    /// # Errors
    /// The disk.
    pub fn preview_import(&self, record: &SourceRecord, facts: &Batch) -> Result<ImportPreview, StoreError> {
        self.file.preview_import(record, facts)
    }

    /// [`Reader::revision`].
    ///
    /// # Errors
    /// The disk.
    pub fn revision(&self) -> Result<i64, StoreError> {
        self.file.revision()
    }

    /// [`Reader::sources`].
    ///
    /// # Errors
    /// The disk.
    pub fn sources(&self) -> Result<Vec<Source>, StoreError> {
        self.file.sources()
    }

    /// [`Reader::issues`].
    ///
    /// # Errors
    /// The disk.
    pub fn issues(&self, source: SourceId) -> Result<Vec<SourceIssue>, StoreError> {
        self.file.issues(source)
    }

    /// [`Reader::contact`].
    ///
    /// # Errors
    /// The disk.
    pub fn contact(&self, employer: i64) -> Result<Option<Contact>, StoreError> {
        self.file.contact(employer)
    }

    /// [`Reader::fap2009_bridge`].
    ///
    /// # Errors
    /// The disk.
    pub fn fap2009_bridge(&self) -> Result<Vec<Fap2009Line>, StoreError> {
        self.file.fap2009_bridge()
    }

    /// [`Reader::deed`].
    ///
    /// # Errors
    /// As there.
    pub fn deed(&self, id: i64) -> Result<DeedChanges, StoreError> {
        self.file.deed(id)
    }

    /// [`Reader::journal`].
    ///
    /// # Errors
    /// The disk.
    pub fn journal(&self, limit: usize) -> Result<Vec<JournalEntry>, StoreError> {
        self.file.journal(limit)
    }

    /// Fills a new file; its creation is the first entry of the journal, which nothing undoes.
    fn begin(mut file: Reader, territory: &Territory, seed: Seed) -> Result<Self, StoreError> {
        let lock = Lock::take(&file.path);
        schema::upgrade(&mut file.connection, &file.path)?;
        let transaction = file.connection.transaction().at(&file.path)?;
        let at = deed::now();
        let deed = Deed::new("create").with("name", territory.name.as_str());
        seed::plant(&transaction, territory, seed, &at)
            .and_then(|()| deed::insert(&transaction, &deed, &at, DeedState::Base))
            .at(&file.path)?;
        transaction.commit().at(&file.path)?;
        Self::ready(file, Access::ReadWrite, lock)
    }

    fn ready(file: Reader, access: Access, lock: Option<Lock>) -> Result<Self, StoreError> {
        let recorder = Recorder::install(&file.connection, access).at(&file.path)?;
        Ok(Self {
            file,
            recorder,
            access,
            _lock: lock,
        })
    }

    fn begin_write(&self) -> Result<Transaction<'_>, StoreError> {
        if self.access == Access::ReadOnly {
            return Err(StoreError::ReadOnly {
                path: self.file.path.clone(),
            });
        }
        Transaction::new_unchecked(&self.file.connection, TransactionBehavior::Immediate).at(&self.file.path)
    }

    /// Notes what the deed changed, if anything; deeds undone before it can no longer be redone.
    fn note(&self, transaction: &Transaction<'_>, deed: &Deed, at: &str) -> rusqlite::Result<()> {
        let record = self.recorder.collect(transaction)?;
        if record.is_empty() {
            return Ok(());
        }
        transaction.execute_batch(include_str!("../../db/queries/journal/drop_undone.sql"))?;
        let id = deed::insert(transaction, deed, at, DeedState::Done)?;
        self.recorder.write(transaction, id, &record)
    }

    /// Walks in the journal, inside one transaction.
    fn walk<T>(&self, walk: impl FnOnce(History<'_>) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let transaction = self.begin_write()?;
        let value = walk(History {
            connection: &transaction,
            recorder: &self.recorder,
            path: &self.file.path,
        })?;
        transaction.commit().at(&self.file.path)?;
        Ok(value)
    }
}

/// Takes away a new file that could not be completed; it never held anything of anyone.
fn remove_half_made(path: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        fs::remove_file(name).ok();
    }
}

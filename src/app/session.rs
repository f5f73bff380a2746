//! An open territory: reads it, changes it by named deeds, computes its gap, and remembers what it computed.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::crash;
use super::demo;
use super::diagnosis::Diagnosis;
use super::error::AppError;
use super::places::Told;
use super::shelf::Shelf;
use crate::domain::assumption::{Assumption, AssumptionKey};
use crate::domain::contour::Contour;
use crate::domain::demand::Tension;
use crate::domain::facts::{Catalogue, Facts};
use crate::domain::id::RegionCode;
use crate::domain::occupation::Appellation;
use crate::domain::progress::Progress;
use crate::domain::source::{Source, SourceId};
use crate::domain::territory::{Nature, Region, Territory};
use crate::i18n::Message;
use crate::import::{Issue, Severity};
use crate::market::causes::Causes;
use crate::market::crosswalk::{Crosswalk, Effects};
use crate::market::expected::ExpectedGap;
use crate::market::flows::Flows;
use crate::market::funding::{Ranking, Waste};
use crate::market::gap::Gap;
use crate::market::plan::Outlook;
use crate::market::sensitivity::Sensitivity;
use crate::market::shortage::Shortages;
use crate::market::skills::SkillBook;
use crate::market::values::Values;
use crate::market::{self, Request};
use crate::store::{
    Access, CheckReport, Deed, IssueSeverity, JournalEntry, Reader, SourceIssue, Store, StoreError, catalogue,
};

/// An open territory file. Clones share the same file, so that a worker thread takes one along.
#[derive(Debug, Clone)]
pub struct Session {
    pub(super) shared: Arc<Shared>,
}

/// A territory to be created.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewTerritory {
    /// The invented region of [`demo`].
    Demonstration,
    /// An empty territory over these regions; without a name, it takes theirs.
    Regions {
        name: Option<String>,
        regions: Vec<RegionCode>,
    },
}

/// What the frame of the window shows of a session: cheap to read at any time, even while a job writes.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionState {
    pub territory: Territory,
    pub access: Access,
    /// Number of the last deed the file contains.
    pub revision: i64,
    /// What undo would take back.
    pub undo: Option<Message>,
    /// What redo would bring back.
    pub redo: Option<Message>,
}

#[derive(Debug)]
pub(super) struct Shared {
    path: PathBuf,
    /// Fixed for the life of a session: no deed of the program changes it.
    territory: Territory,
    /// For short looks from the screen's thread while a job writes through `store`. Closed before it, so that the writer
    /// leaves last and folds what is pending into the file.
    reader: Mutex<Reader>,
    store: Mutex<Store>,
    state: Mutex<SessionState>,
    pub(super) kept: Mutex<Kept>,
}

/// What was read and computed.
#[derive(Debug, Default)]
pub(super) struct Kept {
    facts: Option<Arc<Facts>>,
    gaps: Shelf<Gap>,
    pub(super) causes: Shelf<Causes>,
    pub(super) expected: Shelf<ExpectedGap>,
    pub(super) flows: Shelf<Flows>,
    pub(super) shortages: Shelf<Shortages>,
    pub(super) values: Shelf<Values>,
    pub(super) outlooks: Shelf<Vec<Outlook>>,
    pub(super) rankings: Shelf<Ranking>,
    pub(super) wastes: Shelf<Waste>,
    pub(super) skills: Shelf<SkillBook>,
    pub(super) crosswalks: Shelf<Crosswalk>,
    pub(super) effects: Shelf<Effects>,
    pub(super) sensitivities: Shelf<Sensitivity>,
    pub(super) diagnoses: Shelf<Diagnosis>,
    pub(super) contours: Told<Contour>,
    pub(super) appellations: Told<Appellation>,
    pub(super) tensions: Told<Tension>,
}

impl Session {
    /// Creates a territory file and opens it.
    ///
    /// # Errors
    /// [`AppError::Store`] when the file exists or cannot be written, [`AppError::UnknownRegion`], [`AppError::NoRegion`].
    /// A file that could not be filled is not left behind.
    pub fn create(path: &Path, new: &NewTerritory) -> Result<Self, AppError> {
        let catalogue = catalogue::embedded()?;
        match new {
            NewTerritory::Regions { name, regions } => {
                let territory = territory(&catalogue, name.as_deref(), regions)?;
                Self::of(path, Store::create(path, &territory)?)
            }
            NewTerritory::Demonstration => {
                let demo = demo::invent(&catalogue)?;
                let mut store = Store::create(path, &demo.territory)?;
                demo.put_into(&mut store)?;
                Self::of(path, store)
            }
        }
    }

    /// Opens a territory file; for reading only when another process holds it.
    ///
    /// # Errors
    /// [`AppError::Store`] with the reason the file was refused; it is unharmed.
    pub fn open(path: &Path) -> Result<Self, AppError> {
        Self::of(path, Store::open(path)?)
    }

    pub(super) fn of(path: &Path, store: Store) -> Result<Self, AppError> {
        let facts = store.facts()?;
        crash::keep_out(path, &facts.territory.name);
        let shared = Shared {
            path: path.to_owned(),
            territory: facts.territory.clone(),
            state: Mutex::new(state_of(&store, &facts.territory)?),
            reader: Mutex::new(store.reader()?),
            store: Mutex::new(store),
            kept: Mutex::new(Kept {
                facts: Some(Arc::new(facts)),
                ..Kept::default()
            }),
        };
        Ok(Self {
            shared: Arc::new(shared),
        })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.shared.path
    }

    /// Territory, access, revision and what can be undone. Never waits for a job.
    pub fn state(&self) -> SessionState {
        lock(&self.shared.state).clone()
    }

    /// Everything the file knows, read once per revision by a connection of its own.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn facts(&self) -> Result<Arc<Facts>, AppError> {
        let revision = self.state().revision;
        if let Some(facts) = lock(&self.shared.kept)
            .facts
            .clone()
            .filter(|facts| facts.revision == revision)
        {
            return Ok(facts);
        }
        let reader = self.store().reader()?;
        let facts = Arc::new(reader.facts()?);
        lock(&self.shared.kept).facts = Some(Arc::clone(&facts));
        Ok(facts)
    }

    /// The gap of a year (`None`: the newest survey year), computed once per revision and year.
    ///
    /// Made for a worker thread: it locks nothing while it computes.
    ///
    /// # Errors
    /// [`AppError::Market`], [`AppError::Store`], [`AppError::Cancelled`].
    pub fn gap(&self, year: Option<u16>, progress: &dyn Progress) -> Result<Arc<Gap>, AppError> {
        self.gap_of(&*self.facts()?, year, progress)
    }

    /// The gap when it is known already: a window shows it without starting a job.
    pub fn kept_gap(&self, revision: i64, year: Option<u16>) -> Option<Arc<Gap>> {
        self.kept(revision, year, |kept| &mut kept.gaps)
    }

    /// The gap on facts already read.
    pub(super) fn gap_of(
        &self,
        facts: &Facts,
        year: Option<u16>,
        progress: &dyn Progress,
    ) -> Result<Arc<Gap>, AppError> {
        let solve = || Ok(market::solve(facts, &Request { year }, progress)?);
        self.once(facts, year, progress, |kept| &mut kept.gaps, solve)
    }

    /// A result of these facts and this year: found on its shelf, else computed and put there.
    pub(super) fn once<T>(
        &self,
        facts: &Facts,
        year: Option<u16>,
        progress: &dyn Progress,
        shelf: impl Fn(&mut Kept) -> &mut Shelf<T>,
        compute: impl FnOnce() -> Result<T, AppError>,
    ) -> Result<Arc<T>, AppError> {
        if let Some(result) = self.kept(facts.revision, year, &shelf) {
            return Ok(result);
        }
        let stopped = |error| {
            if progress.is_cancelled() {
                AppError::Cancelled
            } else {
                error
            }
        };
        let result = Arc::new(compute().map_err(stopped)?);
        shelf(&mut lock(&self.shared.kept)).put(facts.revision, year, Arc::clone(&result));
        Ok(result)
    }

    /// A result already known.
    pub(super) fn kept<T>(
        &self,
        revision: i64,
        year: Option<u16>,
        shelf: impl Fn(&mut Kept) -> &mut Shelf<T>,
    ) -> Option<Arc<T>> {
        shelf(&mut lock(&self.shared.kept)).find(revision, year)
    }

    /// Takes the last deed back; nothing when there is none.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn undo(&self) -> Result<Option<JournalEntry>, AppError> {
        self.write(|store| Ok(store.undo()?))
    }

    /// Brings the last undone deed back; nothing when there is none.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn redo(&self) -> Result<Option<JournalEntry>, AppError> {
        self.write(|store| Ok(store.redo()?))
    }

    /// The last deeds, newest first.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn journal(&self, limit: usize) -> Result<Vec<JournalEntry>, AppError> {
        Ok(self.reader().journal(limit)?)
    }

    /// Changes one assumption; the new revision. Bounds and low ≤ central ≤ high are checked.
    ///
    /// # Errors
    /// [`AppError::Store`] with the bounds when the value is refused.
    pub fn set_assumption(&self, assumption: &Assumption) -> Result<i64, AppError> {
        let deed = Deed::new("set-assumption").with("name", named(assumption.key, &assumption.scope));
        self.write(|store| Ok(store.transact(&deed, |tx| tx.set_assumption(assumption))?.1))
    }

    /// Puts an assumption back to what the program starts from; the new revision.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn reset_assumption(&self, key: AssumptionKey, scope: &str) -> Result<i64, AppError> {
        let deed = Deed::new("reset-assumption").with("name", named(key, scope));
        self.write(|store| Ok(store.transact(&deed, |tx| tx.reset_assumption(key, scope))?.1))
    }

    /// The imported files, in order of import; the embedded catalogue is not one.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn sources(&self) -> Result<Vec<Source>, AppError> {
        let mut sources = self.reader().sources()?;
        sources.retain(|source| source.id != SourceId::CATALOGUE);
        Ok(sources)
    }

    /// The refused and doubtful rows of an imported file.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn issues(&self, source: SourceId) -> Result<Vec<Issue>, AppError> {
        Ok(self.reader().issues(source)?.into_iter().map(issue).collect())
    }

    /// Removes an imported file with its facts, undoably; the file removed.
    ///
    /// # Errors
    /// [`AppError::Store`] when there is no such source.
    pub fn remove_source(&self, id: SourceId) -> Result<Source, AppError> {
        let unknown = || StoreError::NoSuch {
            what: "source",
            id: id.0,
        };
        let source = self
            .sources()?
            .into_iter()
            .find(|source| source.id == id)
            .ok_or_else(unknown)?;
        let deed = Deed::new("remove-source").with("file", source.file.as_str());
        self.write(|store| Ok(store.transact(&deed, |tx| tx.remove_source(id))?))?;
        Ok(source)
    }

    /// Looks over the whole file: pages, references, counts of every source, journal.
    ///
    /// # Errors
    /// [`AppError::Store`] when the file cannot be read at all; what is wrong inside is in the report.
    pub fn check(&self) -> Result<CheckReport, AppError> {
        Ok(self.store().check()?)
    }

    /// Writes a verified copy of the file, whole or not at all.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn save_copy(&self, target: &Path) -> Result<(), AppError> {
        Ok(self.store().backup_to(target)?)
    }

    /// The store, for the other files of this room. A job that panicked leaves it usable: its transaction rolled back.
    pub(super) fn store(&self) -> MutexGuard<'_, Store> {
        lock(&self.shared.store)
    }

    /// The read connection of short looks.
    pub(super) fn reader(&self) -> MutexGuard<'_, Reader> {
        lock(&self.shared.reader)
    }

    /// Runs a change, then refreshes what the frame shows, even after a failure.
    pub(super) fn write<T>(&self, change: impl FnOnce(&mut Store) -> Result<T, AppError>) -> Result<T, AppError> {
        let mut store = self.store();
        let result = change(&mut store);
        *lock(&self.shared.state) = state_of(&store, &self.shared.territory)?;
        result
    }
}

/// The regions a territory may be made of, by name.
///
/// # Errors
/// [`AppError::Store`] when the embedded catalogue cannot be read, which a test rules out.
pub fn regions() -> Result<Vec<Region>, AppError> {
    let mut regions = catalogue::embedded()?.regions;
    regions.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(regions)
}

pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn state_of(store: &Store, territory: &Territory) -> Result<SessionState, AppError> {
    Ok(SessionState {
        territory: territory.clone(),
        access: store.access(),
        revision: store.revision()?,
        undo: store.undo_label()?,
        redo: store.redo_label()?,
    })
}

fn territory(catalogue: &Catalogue, name: Option<&str>, regions: &[RegionCode]) -> Result<Territory, AppError> {
    let mut codes = regions.to_vec();
    codes.sort();
    codes.dedup();
    let named = |code: &RegionCode| {
        let region = catalogue.regions.iter().find(|region| region.code == *code);
        region
            .map(|region| region.name.as_str())
            .ok_or_else(|| AppError::UnknownRegion { code: code.clone() })
    };
    let names = codes.iter().map(named).collect::<Result<Vec<_>, _>>()?;
    if names.is_empty() {
        return Err(AppError::NoRegion);
    }
    let name = name.map(str::trim).filter(|name| !name.is_empty());
    Ok(Territory {
        name: name.map_or_else(|| names.join(" – "), str::to_owned),
        regions: codes,
        nature: Nature::Real,
    })
}

/// `beta technicien_am`: as the list and the command line name an assumption.
fn named(key: AssumptionKey, scope: &str) -> String {
    format!("{} {scope}", key.as_str()).trim_end().to_owned()
}

fn issue(kept: SourceIssue) -> Issue {
    Issue {
        severity: match kept.severity {
            IssueSeverity::Refused => Severity::Refused,
            IssueSeverity::Doubtful => Severity::Doubtful,
        },
        file: kept.file,
        row: kept.row,
        column: kept.column,
        value: kept.value,
        reason: kept.reason,
        remedy: kept.remedy,
    }
}

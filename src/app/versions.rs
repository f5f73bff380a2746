//! The way back of a session: to any deed of its journal, and to versions of its file kept beside it.

use std::path::Path;

use tempfile::TempDir;

use super::error::AppError;
use super::session::Session;
use crate::domain::progress::Progress;
use crate::domain::units::Estimate;
use crate::i18n::Message;
use crate::store::{Access, DeedChanges, DeedState, JournalEntry, Store, StoreError, Version, VersionReason, Versions};

/// Unfilled posts just before and just after a deed.
pub type DeedEffect = (Estimate, Estimate);

impl Session {
    /// Makes a deed the last one done: everything after it is undone, or everything up to it redone, at once. The deeds walked through.
    ///
    /// # Errors
    /// [`AppError::Store`] for a deed that cannot be reached; [`AppError::Cancelled`], and then nothing has moved.
    pub fn travel(&self, to: i64, progress: &dyn Progress) -> Result<Vec<JournalEntry>, AppError> {
        self.write(|store| Ok(store.travel(to, progress)?))
    }

    /// What one deed changed.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn deed(&self, id: i64) -> Result<DeedChanges, AppError> {
        Ok(self.reader().deed(id)?)
    }

    /// What a deed did to the unfilled posts of a year; nothing where the gap before or after it is not at hand.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn effect_of(&self, deed: i64, year: Option<u16>) -> Result<Option<DeedEffect>, AppError> {
        // What was overtaken was never before it.
        let others = self.journal(usize::MAX)?.into_iter();
        let before = others
            .filter(|entry| entry.id < deed && entry.state != DeedState::Dropped)
            .map(|entry| entry.id)
            .max();
        let gaps = before
            .and_then(|id| self.kept_gap(id, year))
            .zip(self.kept_gap(deed, year));
        Ok(gaps.map(|(before, after)| (before.total().unfilled, after.total().unfilled)))
    }

    /// The versions of this file, newest first.
    ///
    /// # Errors
    /// [`AppError::Store`] when the folder cannot be read; a bad file in it is told in the list.
    pub fn versions(&self) -> Result<Versions, AppError> {
        Ok(Store::versions(self.path())?)
    }

    /// Keeps the file as it stands under a name.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn save_version(&self, name: &str) -> Result<Version, AppError> {
        Ok(self.store().save_version(VersionReason::Named, name)?)
    }

    /// Keeps the file as it stands, unless its newest version holds the same: equal revisions are equal contents. A file that may
    /// only be read keeps no version.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn keep_version(&self, reason: VersionReason) -> Result<Option<Version>, AppError> {
        let state = self.state();
        if state.access == Access::ReadOnly {
            return Ok(None);
        }
        let newest = self.versions()?.list.into_iter().next();
        if newest.is_some_and(|version| version.revision == state.revision) {
            return Ok(None);
        }
        Ok(Some(self.store().save_version(reason, "")?))
    }

    /// Opens another territory file, or a version, through a copy that lives as long as the folder returned: the file is not touched.
    ///
    /// # Errors
    /// [`AppError::Store`] with the reason the file was refused.
    pub fn open_copy(path: &Path) -> Result<(Self, TempDir), AppError> {
        let place = std::env::temp_dir();
        let failed = |error: std::io::Error| AppError::Write {
            path: place.clone(),
            reason: error.to_string(),
        };
        let folder = tempfile::tempdir().map_err(failed)?;
        let store = Store::open_copy(path, folder.path())?;
        Ok((Self::of(path, store)?, folder))
    }

    /// The version an identifier names: its time, or its place in the list from 1, newest first.
    ///
    /// # Errors
    /// [`AppError::NoVersion`].
    pub fn version(&self, asked: &str) -> Result<Version, AppError> {
        let mut list = self.versions()?.list;
        let place = asked
            .parse::<usize>()
            .ok()
            .and_then(|n| n.checked_sub(1))
            .filter(|n| *n < list.len());
        let found = place.or_else(|| list.iter().position(|version| version.id() == asked));
        match found {
            Some(place) => Ok(list.swap_remove(place)),
            None => Err(AppError::NoVersion {
                asked: asked.to_owned(),
            }),
        }
    }
}

/// Makes a territory file of a version, where nothing stands.
///
/// # Errors
/// [`AppError::Store`].
pub fn restore_version(from: &Path, target: &Path) -> Result<(), AppError> {
    Ok(Store::restore_version(from, target)?)
}

/// « Avant un import », or the name a person gave.
pub fn version_title(version: &Version) -> Message {
    match version.name.as_str() {
        "" => Message::new(format!("app-version-{}", version.reason.as_str())),
        name => Message::new("app-version-name").with("name", name),
    }
}

/// Why a file of the folder is not listed.
pub fn ignored_words(file: &str, why: Option<&StoreError>) -> Message {
    use crate::i18n::Explain as _;
    let told = Message::new("app-version-ignored").with("file", file);
    match why {
        Some(error) => told.with("why", error.message()),
        None => told.with("why", Message::new("app-version-foreign")),
    }
}

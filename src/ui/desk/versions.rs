//! The way back on the desk: to a deed of the journal, and to versions of the file.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Desk, Done, Kind};
use crate::app::{Against, Session, VersionReason, Versions, ignored_words, restore_version};
use crate::i18n::Message;
use crate::ui::detail::deed::Read;
use crate::ui::screens::journal::data::{Deed, Journey, Kept};
use crate::ui::snapshot::Snapshot;
use crate::ui::words::when;

impl Desk {
    /// Undoes or redoes all the deeds between the file as it stands and a deed.
    pub fn travel(&mut self, to: i64) {
        let told = match Journey::to(&self.deeds, to) {
            Some(Journey::Forth(_)) => "ui-travelled-forth",
            _ => "ui-travelled-back",
        };
        self.work(Kind::Write, "travel", "ui-job-travel", move |session, progress| {
            let walked = session.travel(to, progress)?.len();
            Ok(Done::Written(Some(Message::new(told).with("n", walked))))
        });
    }

    /// Reads what one deed changed, for its detail.
    pub fn read_deed(&mut self, id: i64) {
        if self.deed.as_ref().is_some_and(|read| read.changes.entry.id == id) {
            return;
        }
        let year = self.year;
        self.work(Kind::Read, "deed", "ui-job-open", move |session, _| {
            let effect = session.effect_of(id, year)?;
            let changes = session.deed(id)?;
            Ok(Done::Deed(Box::new(Read { changes, effect })))
        });
    }

    /// Reads the versions kept beside the file.
    pub fn read_versions(&mut self) {
        if self.started.iter().any(|(_, _, kind)| *kind == Kind::Versions) {
            return;
        }
        self.stamp += 1;
        let stamp = self.stamp;
        self.work(Kind::Versions, "versions", "ui-job-open", move |session, _| {
            Ok(Done::Versions(kept(session.versions()?, stamp)))
        });
    }

    /// Keeps the file as it stands under a name.
    pub fn save_version(&mut self, name: String) {
        self.stamp += 1;
        let stamp = self.stamp;
        self.work(Kind::Read, "version", "ui-job-version", move |session, _| {
            session.save_version(&name)?;
            Ok(Done::VersionSaved(kept(session.versions()?, stamp)))
        });
    }

    /// Keeps the file as it was opened, where it changed since the last version.
    pub(super) fn keep_opened(&mut self) {
        if self.path().is_none() {
            return;
        }
        self.work(Kind::Read, "version", "ui-job-version", |session, _| {
            session.keep_version(VersionReason::Opening)?;
            Ok(Done::Kept)
        });
    }

    /// Opens a version for reading, in place of the file.
    pub fn open_version(&mut self, path: PathBuf) {
        let version = self
            .kept
            .as_ref()
            .and_then(|kept| kept.versions.iter().find(|v| v.path == path));
        let time = version.map(|v| when(&v.at)).unwrap_or_default();
        self.start(Kind::Open, "open", "ui-job-open", move |_| {
            let (session, folder) = Session::open_copy(&path)?;
            let label = Message::new("ui-version-of").with("when", time);
            Ok(Done::OpenedVersion(session, folder, label))
        });
    }

    /// Makes a new territory file of a version; the open file stays as it is.
    pub fn restore_version(&mut self, from: PathBuf, target: PathBuf) {
        self.work(Kind::Export, "restore", "ui-job-version", move |_, _| {
            restore_version(&from, &target)?;
            Ok(Done::Restored(target))
        });
    }

    /// Compares the gap on screen to another; only the newest request matters.
    pub fn compare(&mut self, against: Against) {
        let year = self.year;
        self.compared = None;
        self.supersede(Kind::Compare);
        self.work(Kind::Compare, "compare", "ui-job-compare", move |session, progress| {
            let compared = session.compare_to(year, &against, progress)?;
            Ok(Done::Compared(Arc::new(compared)))
        });
    }

    /// True where a version is open instead of the file.
    pub fn is_version(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.version.is_some())
    }

    /// True where the demonstration is open.
    pub fn is_demonstration(&self) -> bool {
        let temporary = self.is_open() && self.path().is_none();
        temporary && !self.is_version() && self.snapshot.as_ref().is_some_and(Snapshot::is_simulated)
    }

    /// True while a comparison is computed.
    pub fn is_comparing(&self) -> bool {
        self.started.iter().any(|(_, _, kind)| *kind == Kind::Compare)
    }

    /// The deeds as they now stand: what was read of one may have been forgotten since.
    pub(super) fn take_deeds(&mut self, deeds: Vec<Deed>) {
        self.deeds = deeds;
    }
}

fn kept(versions: Versions, stamp: u64) -> Kept {
    let ignored = versions.ignored.iter();
    Kept {
        stamp,
        ignored: ignored
            .map(|file| ignored_words(&file.file, file.why.as_ref()))
            .collect(),
        versions: versions.list,
    }
}

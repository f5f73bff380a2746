//! The outlets of programmes and what they are worth: read beside the window once their screen is shown, and changed from there.

use std::sync::Arc;

use super::deeds::pasted;
use super::{Desk, Done, Kind, OfficialRead};
use crate::app::read_reviews;
use crate::domain::progress::Unattended;
use crate::domain::review::{OutletKey, ReviewEdit};
use crate::market::crosswalk::{Crosswalk, Effects};
use crate::ui::snapshot::Snapshot;

/// The outlets as last read; older ones stay on screen until the newer are there.
#[derive(Debug, Default)]
pub struct Outlets {
    /// Revision and year last asked for.
    asked: Option<(i64, Option<u16>)>,
    pub lines: Option<Arc<Crosswalk>>,
    /// Nothing until they are known; of an older revision until they are known again.
    pub effects: Option<Arc<Effects>>,
    /// The official table being compared with them.
    pub official: Option<OfficialRead>,
    /// Different after every change.
    pub stamp: u64,
}

impl Outlets {
    /// True where the lines are those of the facts on screen.
    pub fn are_of(&self, snapshot: &Snapshot) -> bool {
        self.asked
            .is_some_and(|(revision, _)| revision == snapshot.facts.revision)
    }

    /// The effects, where they are those of the lines.
    pub fn current_effects(&self) -> Option<&Effects> {
        let (lines, effects) = (self.lines.as_ref()?, self.effects.as_ref()?);
        let same = (lines.revision, lines.year) == (effects.revision, effects.year);
        same.then_some(effects)
    }

    pub(super) fn forget(&mut self) {
        self.asked = None;
    }

    pub(super) fn take_effects(&mut self, effects: Arc<Effects>) {
        self.effects = Some(effects);
        self.stamp += 1;
    }
}

impl Desk {
    /// Reads the outlets, then what each is worth, unless they were asked for already.
    pub fn read_crosswalk(&mut self) {
        let Some(snapshot) = &self.snapshot else { return };
        let (asked, year) = ((snapshot.facts.revision, self.year), self.year);
        if self.outlets.asked == Some(asked) {
            return;
        }
        self.follow_official(asked.0);
        self.supersede(Kind::Outlets);
        self.outlets.asked = Some(asked);
        self.work(
            Kind::Outlets,
            "crosswalk",
            "ui-job-crosswalk",
            move |session, progress| Ok(Done::Outlets(session.crosswalk(year, progress)?)),
        );
    }

    pub(super) fn take_outlets(&mut self, lines: Arc<Crosswalk>) {
        if self
            .outlets
            .asked
            .is_none_or(|(revision, _)| revision != lines.revision)
        {
            return;
        }
        self.outlets.lines = Some(lines);
        self.outlets.stamp += 1;
        let year = self.year;
        self.work(Kind::Outlets, "effects", "ui-job-effects", move |session, progress| {
            Ok(Done::Effects(session.outlet_effects(year, progress)?))
        });
    }

    /// Changes the reviews of outlets as one deed.
    pub fn edit_outlets(&mut self, outlets: Vec<OutletKey>, edit: ReviewEdit) {
        self.change("ui-job-write", move |session| {
            session.edit_outlets(&outlets, &edit)?;
            Ok(None)
        });
    }

    /// Adds an outlet, with its reason.
    pub fn add_outlet(&mut self, outlet: OutletKey, reason: String) {
        self.change("ui-job-write", move |session| {
            session.add_outlet(&outlet, &reason)?;
            Ok(None)
        });
    }

    /// Reads reviews from a table of text and writes those that differ; lines refused are told.
    pub fn paste_reviews(&mut self, table: String) {
        let year = self.year;
        self.work(Kind::Write, "write", "ui-job-write", move |session, _| {
            let lines = session.crosswalk(year, &Unattended)?;
            let read = read_reviews(&*session.facts()?, &lines, "", &table);
            if !read.reviews.is_empty() {
                session.put_reviews(&read.reviews)?;
            }
            Ok(pasted(read.reviews.len(), read.unchanged, &read.issues))
        });
    }
}

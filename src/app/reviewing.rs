//! The correspondence programme → occupation under a person's hand: its lines, what they are worth, and the deeds that review them.

use std::sync::Arc;

use super::error::AppError;
use super::session::{Kept, Session};
use super::shelf::Shelf;
use crate::domain::facts::Facts;
use crate::domain::progress::Progress;
use crate::domain::review::{self, OutletKey, OutletReview, ReviewEdit, ReviewStatus};
use crate::market;
use crate::market::crosswalk::{Crosswalk, Effects, OutletRefusal};
use crate::store::Deed;

impl Session {
    /// The outlets of the programmes, computed once per revision and year.
    ///
    /// # Errors
    /// As [`Session::gap`].
    pub fn crosswalk(&self, year: Option<u16>, progress: &dyn Progress) -> Result<Arc<Crosswalk>, AppError> {
        let facts = self.facts()?;
        let shelf: fn(&mut Kept) -> &mut Shelf<Crosswalk> = |kept| &mut kept.crosswalks;
        let compute = || Ok(market::crosswalk::crosswalk(&facts, year)?);
        self.once(&facts, year, progress, shelf, compute)
    }

    /// What each outlet is worth to the gap, computed once per revision and year.
    ///
    /// Made for a worker thread: it locks nothing while it computes.
    ///
    /// # Errors
    /// As [`Session::gap`].
    pub fn outlet_effects(&self, year: Option<u16>, progress: &dyn Progress) -> Result<Arc<Effects>, AppError> {
        let facts = self.facts()?;
        let shelf: fn(&mut Kept) -> &mut Shelf<Effects> = |kept| &mut kept.effects;
        let compute = || Ok(market::crosswalk::effects(&facts, year, progress)?);
        self.once(&facts, year, progress, shelf, compute)
    }

    /// Changes the reviews of outlets as one deed; the new revision.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn edit_outlets(&self, outlets: &[OutletKey], edit: &ReviewEdit) -> Result<i64, AppError> {
        let facts = self.facts()?;
        let after: Vec<OutletReview> = outlets
            .iter()
            .map(|outlet| current(&facts, outlet).edited(edit))
            .collect();
        self.write_reviews(Deed::new(deed_of(edit)), &facts, &after)
    }

    /// Adds an outlet that neither files nor catalogue know; the new revision.
    ///
    /// # Errors
    /// [`AppError::Outlet`] with why it cannot be: among others a level the occupation does not take (ruling 9.16), or no reason given.
    pub fn add_outlet(&self, outlet: &OutletKey, reason: &str) -> Result<i64, AppError> {
        if reason.trim().is_empty() {
            return Err(AppError::Outlet(OutletRefusal::NoReason));
        }
        let facts = self.facts()?;
        market::crosswalk::may_add(&facts, outlet).map_err(AppError::Outlet)?;
        let added = OutletReview {
            status: ReviewStatus::Added,
            note: reason.trim().to_owned(),
            ..OutletReview::blank(outlet.clone())
        };
        self.write_reviews(Deed::new("add-outlets"), &facts, &[added])
    }

    /// Writes whole reviews read from a file as one deed; the new revision.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn put_reviews(&self, reviews: &[OutletReview]) -> Result<i64, AppError> {
        self.write_reviews(Deed::new("read-outlets"), &*self.facts()?, reviews)
    }

    /// Writes reviews as one deed, which their names complete; the new revision.
    pub(super) fn write_reviews(&self, deed: Deed, facts: &Facts, after: &[OutletReview]) -> Result<i64, AppError> {
        let deed = deed.with("name", named(facts, after));
        self.write(|store| {
            let written = store.transact(&deed, |tx| after.iter().try_for_each(|review| tx.put_review(review)))?;
            Ok(written.1)
        })
    }
}

/// The review of an outlet, blank where nobody said anything.
pub(super) fn current(facts: &Facts, outlet: &OutletKey) -> OutletReview {
    let known = review::find(&facts.reviews, outlet).cloned();
    known.unwrap_or_else(|| OutletReview::blank(outlet.clone()))
}

fn deed_of(edit: &ReviewEdit) -> &'static str {
    match edit {
        ReviewEdit::Check => "check-outlets",
        ReviewEdit::Reopen => "reopen-outlets",
        ReviewEdit::SetAside => "set-aside-outlets",
        ReviewEdit::Restore => "restore-outlets",
        ReviewEdit::Confidence(_) => "rate-outlets",
        ReviewEdit::Note(_) => "note-outlets",
    }
}

/// « BTS Électrotechnique → Soudeurs (+2) ».
fn named(facts: &Facts, reviews: &[OutletReview]) -> String {
    let Some(first) = reviews.first().map(|review| &review.outlet) else {
        return String::new();
    };
    let programme = facts.catalogue.programmes.iter().find(|p| p.id == first.programme);
    let programme = programme.map_or_else(
        || first.programme.to_string(),
        |p| format!("{} {}", p.diploma.as_str(), p.label),
    );
    let occupation = facts.catalogue.occupations.iter().find(|o| o.code == first.fap);
    let occupation = occupation.map_or_else(|| first.fap.to_string(), |o| o.label.clone());
    match reviews.len() {
        1 => format!("{programme} → {occupation}"),
        n => format!("{programme} → {occupation} (+{})", n - 1),
    }
}

//! An official table beside the territory, outlet by outlet: those it adds, those it tells otherwise, those it no longer names.

use std::collections::{BTreeMap, BTreeSet};

use super::MarketError;
use super::frame::Frame;
use super::gap::Gap;
use super::outlets::{historic, outlets_in_gap, tells_of};
use super::solve::{Request, solve};
use super::values::over_solves;
use super::ways::{Way, romes, ways};
use crate::domain::batch::{Batch, DiplomaOutlet};
use crate::domain::facts::Facts;
use crate::domain::id::{FapCode, RomeCode};
use crate::domain::programme::Programme;
use crate::domain::progress::Progress;
use crate::domain::review::{self, OutletKey, OutletReview, ReviewStatus};
use crate::domain::units::Estimate;

/// What a table of outlets, read and not stored, says otherwise than the territory.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Official {
    pub revision: i64,
    /// Sorted by programme, then occupation.
    pub lines: Vec<OfficialLine>,
    /// Outlets of the programmes the table speaks of, that both tell alike.
    pub unchanged: usize,
    /// Programmes of the catalogue that the table speaks of.
    pub programmes: usize,
}

/// One outlet the table and the territory do not tell alike.
#[derive(Debug, Clone, PartialEq)]
pub struct OfficialLine {
    pub outlet: OutletKey,
    pub level: u8,
    pub difference: Difference,
    /// Where its review stands in the territory.
    pub status: ReviewStatus,
    /// 1 to 3, as the territory has it; nothing where it has not the outlet.
    pub before: Option<u8>,
    /// 1 to 3, as the table has it; nothing where it has not the outlet.
    pub after: Option<u8>,
    /// How the table leads there; how files and catalogue do where it does not.
    pub ways: Vec<Way>,
    /// The review that taking the line over writes; its note is left to say where it comes from.
    pub taken: OutletReview,
}

/// How a table differs from the territory on an outlet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// The table names it, the territory does not. Taken over, it is added.
    New,
    /// Both name it, with another confidence; or the table names what people set aside. Taken over, it counts, with the table's confidence.
    Changed,
    /// The territory counts it and the table, which speaks of the programme, does not name it. Taken over, it is set aside.
    Absent,
}

impl Difference {
    pub const ALL: [Self; 3] = [Self::New, Self::Changed, Self::Absent];

    /// Stable text of the texts, of files and of the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Absent => "absent",
        }
    }

    /// Reads [`Self::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|difference| difference.as_str() == text)
    }
}

/// Compares a table read from a file with the territory. The table tells all outlets of the diplomas it names, and all lines of the ROME codes it names;
/// of other diplomas and codes it says nothing. What people added by hand and the table does not name stays as it is.
pub fn official(facts: &Facts, batch: &Batch) -> Official {
    let mut files = facts.clone();
    files.reviews.clear();
    let table = with_table(&files, batch);
    let (before, after) = (Frame::new(&files), Frame::new(&table));
    let mut found = Official {
        revision: facts.revision,
        ..Official::default()
    };
    for programme in &facts.catalogue.programmes {
        if !speaks_of(&after, batch, programme) {
            continue;
        }
        found.programmes += 1;
        let here = known(&before, programme);
        let there = known(&after, programme);
        let all: BTreeSet<&FapCode> = here.keys().chain(there.keys()).collect();
        for fap in all {
            let outlet = OutletKey {
                programme: programme.id.clone(),
                fap: fap.clone(),
            };
            let told = (here.get(fap), there.get(fap));
            match line(facts, programme, outlet, told) {
                Some(line) => found.lines.push(line),
                None => found.unchanged += 1,
            }
        }
    }
    found.lines.sort_by(|a, b| a.outlet.cmp(&b.outlet));
    found
}

/// The facts with lines taken over: what the gap would be computed on.
#[must_use]
pub fn with_taken(facts: &Facts, taken: &[OutletReview]) -> Facts {
    let mut facts = facts.clone();
    let outlets: BTreeSet<&OutletKey> = taken.iter().map(|review| &review.outlet).collect();
    facts.reviews.retain(|review| !outlets.contains(&review.outlet));
    facts
        .reviews
        .extend(taken.iter().filter(|review| !review.is_blank()).cloned());
    facts.reviews.sort_by(|a, b| a.outlet.cmp(&b.outlet));
    facts
}

/// The outlets of a programme that are in the gap, and how files and catalogue lead there.
fn known(frame: &Frame<'_>, programme: &Programme) -> BTreeMap<FapCode, Vec<Way>> {
    let in_gap: BTreeSet<FapCode> = outlets_in_gap(frame, programme).into_iter().collect();
    let mut ways = ways(frame, programme);
    ways.retain(|fap, _| in_gap.contains(fap));
    ways
}

/// The difference on one outlet; nothing where both tell it alike.
fn line(
    facts: &Facts,
    programme: &Programme,
    outlet: OutletKey,
    (here, there): (Option<&Vec<Way>>, Option<&Vec<Way>>),
) -> Option<OfficialLine> {
    let said = review::find(&facts.reviews, &outlet);
    let current = said.cloned().unwrap_or_else(|| OutletReview::blank(outlet.clone()));
    let surest = |ways: &Vec<Way>| ways.iter().map(|way| way.confidence).max();
    let before = current.confidence.or_else(|| here.and_then(surest));
    let after = there.and_then(surest);
    let mut taken = current.clone();
    let difference = match (here, there, current.status) {
        (Some(_), None, ReviewStatus::ToReview | ReviewStatus::Checked) => {
            taken.status = ReviewStatus::SetAside;
            Difference::Absent
        }
        // Set aside already, or added by hand, which no file takes away.
        (_, None, _) => return None,
        (None, Some(_), ReviewStatus::ToReview | ReviewStatus::Checked) => {
            (taken.status, taken.confidence) = (ReviewStatus::Added, after);
            Difference::New
        }
        (here, Some(_), ReviewStatus::SetAside) => {
            taken.status = match here {
                Some(_) => ReviewStatus::ToReview,
                None => ReviewStatus::Added,
            };
            taken.confidence = after;
            Difference::Changed
        }
        _ if before == after => return None,
        _ => {
            taken.confidence = after;
            Difference::Changed
        }
    };
    Some(OfficialLine {
        level: programme.level,
        difference,
        status: current.status,
        before,
        after,
        ways: there.or(here).cloned().unwrap_or_default(),
        taken,
        outlet,
    })
}

/// The facts as the table would have them where it speaks.
fn with_table(files: &Facts, batch: &Batch) -> Facts {
    let mut table = files.clone();
    let romes: BTreeSet<&RomeCode> = batch.crosswalk.iter().map(|line| &line.rome).collect();
    let lines = &mut table.catalogue.crosswalk;
    lines.retain(|line| !romes.contains(&line.rome));
    lines.extend(batch.crosswalk.iter().cloned());
    lines.sort_by(|a, b| (&a.rome, a.qualification).cmp(&(&b.rome, b.qualification)));
    let cfds: BTreeSet<_> = batch.outlets.iter().filter_map(|outlet| outlet.cfd.as_ref()).collect();
    let rncps: BTreeSet<_> = batch.outlets.iter().filter_map(|outlet| outlet.rncp.as_ref()).collect();
    let named = |outlet: &DiplomaOutlet| {
        outlet.cfd.as_ref().is_some_and(|cfd| cfds.contains(cfd))
            || outlet.rncp.as_ref().is_some_and(|rncp| rncps.contains(rncp))
    };
    table.outlets.retain(|outlet| !named(outlet));
    table.outlets.extend(batch.outlets.iter().cloned());
    table
}

/// Whether the table says anything of a programme: it names the diploma, or a ROME code the diploma leads to.
fn speaks_of(table: &Frame<'_>, batch: &Batch, programme: &Programme) -> bool {
    let in_table = |rome: &RomeCode| {
        let rome = historic(&table.facts.catalogue, rome);
        batch.crosswalk.iter().any(|line| line.rome == *rome)
    };
    batch.outlets.iter().any(|outlet| tells_of(outlet, programme))
        || romes(table, programme).into_iter().any(|(rome, _)| in_table(rome))
}

/// What taking lines over would do to the gap.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TakenEffect {
    pub revision: i64,
    pub year: u16,
    /// Posts the territory leaves unfilled, as it stands and with the lines taken over.
    pub before: Estimate,
    pub after: Estimate,
    /// Posts filled more, territory and neighbours together; least and greatest of the five solves. Negative where outlets go.
    pub filled_more: Estimate,
}

/// Solves the gap with reviews in place of those of the territory: exact, as if they had been written. `before` is the gap of the facts as they stand.
///
/// # Errors
/// As [`solve`].
pub fn effect(
    facts: &Facts,
    before: &Gap,
    taken: &[OutletReview],
    progress: &dyn Progress,
) -> Result<TakenEffect, MarketError> {
    let year = Some(before.year);
    let after = solve(&with_taken(facts, taken), &Request { year }, progress)?;
    let filled = before.proofs.iter().zip(&after.proofs);
    let more: Vec<i64> = filled.map(|(before, after)| after.filled.0 - before.filled.0).collect();
    Ok(TakenEffect {
        revision: before.revision,
        year: before.year,
        before: before.total().unfilled,
        after: after.total().unfilled,
        filled_more: over_solves(&more),
    })
}

//! From a programme to the occupations it leads to: its ROME outlets × the crosswalk, at the qualification of its level.

use std::collections::BTreeSet;

use super::frame::{Frame, in_gap};
use crate::domain::batch::DiplomaOutlet;
use crate::domain::facts::{Catalogue, Facts};
use crate::domain::id::{FapCode, RomeCode};
use crate::domain::occupation::{CrosswalkLine, Occupation, OccupationScope, ProximityKind, SkillLevel};
use crate::domain::programme::Programme;
use crate::domain::review::{self, ReviewStatus};

/// Core occupations a programme leads to at its own level, sorted.
///
/// ROME codes are the imported `official` outlets when given, else those of the catalogue, plus the catalogue's additions;
/// ROME 4 codes are read through their parent. Each code gives the FAP of the qualification digits of the diploma's level
/// (3 → 0346, 4 → 03467, 5 → 78, 6 → 789); technicians need level 4, engineers level 6.
/// Relies on the order of [`Catalogue`]'s lists.
pub fn outlets(catalogue: &Catalogue, programme: &Programme, official: Option<&[RomeCode]>) -> Vec<FapCode> {
    sorted(reached(catalogue, programme, official).filter(|(line, occupation)| at_level(programme, line, occupation)))
}

/// Core occupations of the same ROME outlets that are not at the diploma's level, sorted: arcs only where the cause
/// « niveau inadapté » is removed (ruling 9.16).
pub fn outlets_at_other_levels(
    catalogue: &Catalogue,
    programme: &Programme,
    official: Option<&[RomeCode]>,
) -> Vec<FapCode> {
    let own: BTreeSet<FapCode> = outlets(catalogue, programme, official).into_iter().collect();
    let mut others = sorted(reached(catalogue, programme, official));
    others.retain(|fap| !own.contains(fap));
    others
}

/// Core occupations a programme leads to, at a level they accept, among those of the gap (rulings 9.2, 9.3, 9.16).
pub(super) fn outlets_in_gap(frame: &Frame<'_>, programme: &Programme) -> Vec<FapCode> {
    let official = official_romes(frame, programme);
    accepted(frame, programme, official.as_deref())
}

/// Occupations of the gap a programme leads to once causes are removed, sorted: as it is; any level; « proche » ROME codes as well; both. Each holds the first.
pub(super) fn wider_outlets(frame: &Frame<'_>, programme: &Programme) -> [Vec<FapCode>; 4] {
    let official = official_romes(frame, programme);
    let near = near_romes(&frame.facts.catalogue, programme, official.as_deref());
    let own = accepted(frame, programme, official.as_deref());
    let any_level = at_any_level(frame, programme, official.as_deref());
    let adjacent = accepted(frame, programme, Some(&near));
    let adjacent_any_level = at_any_level(frame, programme, Some(&near));
    [
        own.clone(),
        union(&own, any_level.clone()),
        union(&own, adjacent),
        union(&own, union(&any_level, adjacent_any_level)),
    ]
}

/// Outlets imported for the diploma, in place of those of the catalogue.
fn official_romes(frame: &Frame<'_>, programme: &Programme) -> Option<Vec<RomeCode>> {
    let official: Vec<RomeCode> = imported(frame.facts, programme).map(|o| o.rome.clone()).collect();
    (!official.is_empty()).then_some(official)
}

/// What imported files tell of the outlets of a diploma.
pub(super) fn imported<'a>(facts: &'a Facts, programme: &'a Programme) -> impl Iterator<Item = &'a DiplomaOutlet> {
    facts.outlets.iter().filter(|outlet| tells_of(outlet, programme))
}

/// Whether a line of a file is about the diploma of a programme.
pub(super) fn tells_of(outlet: &DiplomaOutlet, programme: &Programme) -> bool {
    let by_cfd = outlet.cfd.is_some() && outlet.cfd == programme.cfd;
    by_cfd || (outlet.rncp.is_some() && outlet.rncp == programme.rncp)
}

fn accepted(frame: &Frame<'_>, programme: &Programme, romes: Option<&[RomeCode]>) -> Vec<FapCode> {
    let found = outlets(&frame.facts.catalogue, programme, romes);
    reviewed(frame, programme, found, |o| accepts(o, programme))
}

fn at_any_level(frame: &Frame<'_>, programme: &Programme, romes: Option<&[RomeCode]>) -> Vec<FapCode> {
    let mut found = outlets(&frame.facts.catalogue, programme, romes);
    found.extend(outlets_at_other_levels(&frame.facts.catalogue, programme, romes));
    reviewed(frame, programme, found, |_| true)
}

/// Occupations of the gap among those found and those people added, without those people set aside; only where `keep` holds.
fn reviewed(
    frame: &Frame<'_>,
    programme: &Programme,
    found: Vec<FapCode>,
    keep: impl Fn(&Occupation) -> bool,
) -> Vec<FapCode> {
    let mut all: BTreeSet<FapCode> = found.into_iter().collect();
    for review in review::of_programme(&frame.facts.reviews, &programme.id) {
        match review.status {
            ReviewStatus::Added => all.insert(review.outlet.fap.clone()),
            ReviewStatus::SetAside => all.remove(&review.outlet.fap),
            ReviewStatus::ToReview | ReviewStatus::Checked => false,
        };
    }
    all.retain(|fap| frame.core.get(fap).is_some_and(|o| in_gap(o) && keep(o)));
    all.into_iter().collect()
}

/// Whether an occupation takes beginners at the level of a programme (ruling 9.3).
pub(super) fn accepts(occupation: &Occupation, programme: &Programme) -> bool {
    occupation.typical_levels.contains(&programme.level)
}

/// ROME codes « proches » of those of a programme, itself or by its parent in the tables. The relation is directed.
fn near_romes(catalogue: &Catalogue, programme: &Programme, official: Option<&[RomeCode]>) -> Vec<RomeCode> {
    let own = official
        .unwrap_or(&programme.romes)
        .iter()
        .chain(&programme.romes_added);
    let from: BTreeSet<&RomeCode> = own.flat_map(|rome| [rome, historic(catalogue, rome)]).collect();
    let near = catalogue.proximities.iter();
    near.filter(|p| p.kind == ProximityKind::Near && from.contains(&p.from))
        .map(|p| p.to.clone())
        .collect()
}

fn union(own: &[FapCode], others: Vec<FapCode>) -> Vec<FapCode> {
    let all: BTreeSet<FapCode> = own.iter().cloned().chain(others).collect();
    all.into_iter().collect()
}

/// Whether a crosswalk line is read at the level of a programme.
pub(super) fn at_level(programme: &Programme, line: &CrosswalkLine, occupation: &Occupation) -> bool {
    digits_of_level(programme.level).contains(&line.qualification) && programme.level >= least_level(occupation.skill)
}

/// Crosswalk lines of the programme's ROME codes that lead to a core occupation, whatever the qualification.
fn reached<'a>(
    catalogue: &'a Catalogue,
    programme: &'a Programme,
    official: Option<&'a [RomeCode]>,
) -> impl Iterator<Item = (&'a CrosswalkLine, &'a Occupation)> {
    let romes = official
        .unwrap_or(&programme.romes)
        .iter()
        .chain(&programme.romes_added);
    romes
        .flat_map(|rome| lines_of(catalogue, historic(catalogue, rome)))
        .filter_map(|line| Some((line, core_occupation(catalogue, &line.fap)?)))
}

pub(super) fn lines_of<'a>(catalogue: &'a Catalogue, rome: &RomeCode) -> &'a [CrosswalkLine] {
    let lines = &catalogue.crosswalk;
    let start = lines.partition_point(|line| line.rome < *rome);
    let end = lines.partition_point(|line| line.rome <= *rome);
    &lines[start..end]
}

/// The code the tables use: the parent of a ROME 4 code, the code itself otherwise.
pub(super) fn historic<'a>(catalogue: &'a Catalogue, rome: &'a RomeCode) -> &'a RomeCode {
    let found = catalogue.romes.binary_search_by(|r| r.code.cmp(rome)).ok();
    found.and_then(|i| catalogue.romes[i].parent.as_ref()).unwrap_or(rome)
}

pub(super) fn core_occupation<'a>(catalogue: &'a Catalogue, fap: &FapCode) -> Option<&'a Occupation> {
    let found = catalogue.occupations.binary_search_by(|o| o.code.cmp(fap)).ok()?;
    let occupation = &catalogue.occupations[found];
    (occupation.scope == OccupationScope::Core).then_some(occupation)
}

/// ANPE qualification digits at which a diploma level starts.
fn digits_of_level(level: u8) -> &'static [u8] {
    match level {
        3 => &[0, 3, 4, 6],
        4 => &[0, 3, 4, 6, 7],
        5 => &[7, 8],
        6 => &[7, 8, 9],
        _ => &[],
    }
}

/// The lowest diploma level at which a skill level recruits beginners.
fn least_level(skill: SkillLevel) -> u8 {
    match skill {
        SkillLevel::UnskilledWorker | SkillLevel::SkilledWorker => 3,
        SkillLevel::Technician => 4,
        SkillLevel::Engineer => 6,
    }
}

fn sorted<'a>(reached: impl Iterator<Item = (&'a CrosswalkLine, &'a Occupation)>) -> Vec<FapCode> {
    let codes: BTreeSet<&FapCode> = reached.map(|(line, _)| &line.fap).collect();
    codes.into_iter().cloned().collect()
}

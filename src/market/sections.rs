//! Chooses the sections that count: one census a kind of diploma, the newest session of each section, the right year of study, renewals once.

use std::collections::{BTreeMap, BTreeSet};

use super::codes::{Codes, Kind, Link, Resolved};
use super::frame::Frame;
use crate::domain::id::{Mefstat11, RegionCode, Uai};
use crate::domain::mefstat::counted_year;
use crate::domain::programme::{Diploma, Programme, Route};
use crate::domain::source::SourceId;
use crate::domain::supply::Section;

/// A section that counts.
#[derive(Debug, Clone)]
pub(super) struct Kept<'a> {
    pub section: &'a Section,
    pub resolved: Resolved,
    pub region: Option<&'a RegionCode>,
    /// Changes of year between the seats and the final year, at least one.
    pub passages: i32,
}

/// What a new seat of a section goes through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Course {
    /// Changes of year before the final year, at least one.
    pub passages: i32,
    /// Years of study from the rentrée of the seat to the end of the course.
    pub years: u8,
}

impl Kept<'_> {
    /// The way of a seat in a programme of this section: it opens on the year the file counts, or, behind an observed final year, on the year at
    /// which seats of the diploma are counted.
    pub fn course(&self, programme: &Programme) -> Course {
        let counted = || programme.cfd.as_ref().map_or(1, counted_year);
        let entry = match self.section.final_year {
            Some(_) => counted(),
            None => year_of_study(self.section),
        };
        let years = course_years(self.section, programme).saturating_sub(entry);
        Course {
            passages: i32::from(years).max(1),
            years: years + 1,
        }
    }
}

/// The sections that count, and how many of the territory were left aside.
#[derive(Debug, Default)]
pub(super) struct Selection<'a> {
    pub kept: Vec<Kept<'a>>,
    /// Sections whose diploma is not in the industrial catalogue.
    pub outside: usize,
    /// Sections without usable seats, entrants or final-year headcount (a placeholder, a blank).
    pub unusable: usize,
    /// Sections of a census left aside for a newer one (ruling 9.10).
    pub alternatives: usize,
}

/// What the newest census is chosen for.
type Field<'a> = (Option<&'a RegionCode>, Kind, Route);
/// A file layout; the DUT of a layout are another census than its BUT.
type Census<'a> = (&'a str, bool);
/// A section across sessions.
type SectionKey<'a> = (&'a Uai, String, Route);

/// Applies ruling 9.10 to every section, home and context; only those of the territory are counted as left aside.
pub(super) fn select<'a>(frame: &Frame<'a>, codes: &Codes<'a>) -> Selection<'a> {
    let mut selection = Selection::default();
    let mut candidates = Vec::new();
    for section in &frame.facts.sections {
        let region = frame.region_of(&section.uai);
        let home = usize::from(frame.is_home(region));
        match codes.section(section) {
            None => selection.outside += home,
            Some(_) if !usable(section) => selection.unusable += home,
            Some(resolved) => candidates.push(Kept {
                passages: passages(section, &codes.programmes[resolved.programmes[0]]),
                region,
                section,
                resolved,
            }),
        }
    }
    let home = |candidates: &[Kept<'_>]| candidates.iter().filter(|k| frame.is_home(k.region)).count();
    let considered = home(&candidates);
    let candidates = newest_census(frame, codes, candidates);
    selection.alternatives = considered - home(&candidates);
    let mut groups: BTreeMap<SectionKey<'a>, Vec<Kept<'a>>> = BTreeMap::new();
    for kept in candidates {
        let key = (&kept.section.uai, kept.resolved.identity.clone(), kept.section.route);
        groups.entry(key).or_default().push(kept);
    }
    for group in groups.values_mut() {
        newest_rows(group, codes);
    }
    let dropped = superseded(&groups, codes);
    groups.retain(|key, _| !dropped.contains(key));
    selection.kept = groups.into_values().flatten().collect();
    selection
}

/// Apprenticeship seats only weigh a spread, so a placeholder is enough there: it is capped anyway.
fn usable(section: &Section) -> bool {
    let told = section.seats.is_some() || section.entrants.is_some() || section.final_year.is_some();
    told || (section.route == Route::Apprenticeship && section.placeholder_seats.is_some())
}

/// In a region, the sections of one kind of diploma (with its level) and route come from one census (a file layout), the newest complete one: two are never added.
///
/// Orion and Parcoursup are alternatives for BTS, and DUT stand for BUT only where no BUT is known. A census with fewer than half the sections of
/// another is an extract: it replaces older sections one by one, not the whole.
fn newest_census<'a>(frame: &Frame<'a>, codes: &Codes<'a>, mut candidates: Vec<Kept<'a>>) -> Vec<Kept<'a>> {
    let layouts: BTreeMap<SourceId, &str> = frame.facts.sources.iter().map(|s| (s.id, s.layout.as_str())).collect();
    let field = |k: &Kept<'a>| -> Field<'a> { (k.region, codes.kind(&k.resolved), k.section.route) };
    let census = |k: &Kept<'a>| -> Census<'a> {
        let layout = layouts.get(&k.section.source).copied().unwrap_or_default();
        (layout, k.resolved.link == Link::DutBridge)
    };
    let mut sizes: BTreeMap<Field<'a>, Sizes<'a>> = BTreeMap::new();
    for kept in &candidates {
        let sessions = sizes.entry(field(kept)).or_default().entry(census(kept)).or_default();
        *sessions.entry(kept.section.session).or_default() += 1;
    }
    let chosen: BTreeMap<Field<'a>, (Census<'a>, u16)> = sizes
        .iter()
        .filter_map(|(f, sizes)| Some((*f, newest_complete(sizes)?)))
        .collect();
    candidates.retain(|k| {
        let best = chosen.get(&field(k));
        best.is_some_and(|(c, session)| *c == census(k) || k.section.session > *session)
    });
    candidates
}

/// Sections of each census by session.
type Sizes<'a> = BTreeMap<Census<'a>, BTreeMap<u16, usize>>;

/// The census to follow and its newest session: BUT before DUT, then the newest, then the largest, among those that are no extract.
fn newest_complete<'a>(sizes: &Sizes<'a>) -> Option<(Census<'a>, u16)> {
    let size = |sessions: &BTreeMap<u16, usize>| sessions.values().max().copied().unwrap_or(0);
    let largest = sizes.values().map(size).max()?;
    let complete = sizes.iter().rev().filter(|(_, sessions)| 2 * size(sessions) >= largest);
    let newest = |sessions: &BTreeMap<u16, usize>| sessions.keys().max().copied().unwrap_or(0);
    let (census, sessions) = complete.max_by_key(|(c, s)| (!c.1, newest(s), size(s)))?;
    Some((*census, newest(sessions)))
}

/// Keeps the rows of the newest session, of its newest file, on the year of study that counts.
fn newest_rows(group: &mut Vec<Kept<'_>>, codes: &Codes<'_>) {
    let session = group.iter().map(|k| k.section.session).max();
    group.retain(|k| Some(k.section.session) == session);
    let source = group.iter().map(|k| k.section.source).max();
    group.retain(|k| Some(k.section.source) == source);
    if group.iter().any(|k| k.section.final_year.is_some()) {
        group.retain(|k| k.section.final_year.is_some());
        return;
    }
    let year = group.iter().map(|k| preference(k, codes)).min();
    group.retain(|k| Some(preference(k, codes)) == year);
}

/// Seats of a bac pro, agricultural or not, are counted from 1re, else from 2nde, never summed; other diplomas on their first year.
fn preference(kept: &Kept<'_>, codes: &Codes<'_>) -> u8 {
    let year = year_of_study(kept.section);
    match &codes.programmes[kept.resolved.programmes[0]].cfd {
        Some(cfd) if counted_year(cfd) == year => 0,
        _ => year,
    }
}

fn year_of_study(section: &Section) -> u8 {
    let by_code = section.mefstat.as_ref().map(Mefstat11::year_of_study);
    section.year_of_study.or(by_code).unwrap_or(1).max(1)
}

/// Years of the course left after the year of the seats; a course of one year still loses people before its end.
fn passages(section: &Section, programme: &Programme) -> i32 {
    (i32::from(course_years(section, programme)) - i32::from(year_of_study(section))).max(1)
}

/// Years of the whole course; a CAP is prepared in one, two or three.
fn course_years(section: &Section, programme: &Programme) -> u8 {
    let scheme = section.mefstat.as_ref().map(Mefstat11::scheme);
    match (programme.diploma, scheme) {
        (Diploma::Cap, Some("231")) => 1,
        (Diploma::Cap, Some("232")) => 2,
        (Diploma::Cap, Some("233")) => 3,
        _ => programme.years.unwrap_or(1),
    }
}

/// Sections of a replaced diploma where the same establishment also shows its replacement: the newest session counts, the replacement on a tie.
fn superseded<'a>(groups: &BTreeMap<SectionKey<'a>, Vec<Kept<'a>>>, codes: &Codes<'a>) -> BTreeSet<SectionKey<'a>> {
    let session = |key: &SectionKey<'a>| groups.get(key)?.first().map(|k| k.section.session);
    let mut dropped = BTreeSet::new();
    for (old, rows) in groups {
        for new in replacements(groups, codes, old, rows) {
            match session(&new) {
                Some(newer) if Some(newer) >= session(old) => dropped.insert(old.clone()),
                Some(_) => dropped.insert(new),
                None => false,
            };
        }
    }
    dropped
}

/// Keys under which the replacements of a section would stand: the heirs of its code, or for a DUT the BUT of the same parcours.
fn replacements<'a>(
    groups: &BTreeMap<SectionKey<'a>, Vec<Kept<'a>>>,
    codes: &Codes<'a>,
    old: &SectionKey<'a>,
    rows: &[Kept<'a>],
) -> Vec<SectionKey<'a>> {
    let heirs = codes.heirs(&old.1).into_iter();
    let coded = heirs.filter_map(|heir| codes.programmes[heir].cfd.as_ref());
    let mut keys: Vec<SectionKey<'a>> = coded.map(|code| (old.0, code.as_str().to_owned(), old.2)).collect();
    let bridge = rows.first().filter(|k| k.resolved.link == Link::DutBridge);
    let Some(bridge) = bridge else { return keys };
    let here = groups
        .range((old.0, String::new(), Route::School)..)
        .take_while(|(key, _)| key.0 == old.0);
    for (key, others) in here.filter(|(key, _)| key.2 == old.2) {
        let same = |k: &Kept<'_>| {
            let programmes = &k.resolved.programmes;
            k.resolved.link != Link::DutBridge && programmes.iter().any(|p| bridge.resolved.programmes.contains(p))
        };
        if others.iter().any(same) {
            keys.push(key.clone());
        }
    }
    keys
}

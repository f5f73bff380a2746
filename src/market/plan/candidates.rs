//! What could be proposed: sections to open where a workshop is, to enlarge, to shrink or to close.

use std::collections::BTreeMap;

use super::super::frame::Frame;
use super::super::groups::{Group, Groups};
use super::board;
use super::request::PlanRequest;
use super::sections::KnownSection;
use crate::domain::id::Uai;
use crate::domain::programme::{Diploma, Programme, Route};
use crate::domain::scenario::{ActionKind, ActionStatus, PlanAction, Scenario, SectionKey, Site};

/// Classes of a diploma, smallest first: the usual lots of 12, 15 and 24 seats.
pub(super) fn lots(diploma: Diploma) -> &'static [u32] {
    match diploma {
        Diploma::Bts => &[15, 24],
        Diploma::But | Diploma::Dut => &[24],
        Diploma::Cs | Diploma::LicencePro => &[12],
        _ => &[12, 24],
    }
}

/// Actions worth looking at, whatever they fill; none on a section that an action of the scenario bears on, refused ones included.
pub(super) fn candidates(
    frame: &Frame<'_>,
    groups: &Groups<'_>,
    known: &[KnownSection],
    (scenario, request): (&Scenario, &PlanRequest),
) -> Vec<PlanAction> {
    let rentree = *request.rentrees.start();
    let mut found = Vec::new();
    if request.openings != Some(0) {
        found.extend(openings(frame, groups, known, rentree));
    }
    for section in known.iter().filter(|section| section.section.route == Route::School) {
        found.extend(changes(section, request, rentree));
    }
    let touched = |action: &PlanAction| scenario.actions.iter().any(|known| known.section == action.section);
    found.retain(|action| !touched(action));
    found
}

/// More seats where the programme leads to the gap, fewer or none where they are declared.
fn changes(section: &KnownSection, request: &PlanRequest, rentree: u16) -> Vec<PlanAction> {
    let mut found = Vec::new();
    let propose = |kind, seats| propose(kind, section.section.clone(), seats, rentree);
    if section.leads_to_the_gap {
        let lots = lots(section.diploma).iter().take(1);
        found.extend(lots.map(|seats| propose(ActionKind::Augmentation, *seats)));
    }
    if request.closings == Some(0) {
        return found;
    }
    let lot = lots(section.diploma)[0];
    match section.seats {
        Some(seats) if seats >= 2 * lot => found.push(propose(ActionKind::Diminution, lot)),
        Some(seats) if seats > 0 => found.push(propose(ActionKind::Fermeture, seats)),
        _ => {}
    }
    found
}

/// Programmes of the speciality (NSF group) that a workshop of the basin already serves, at its largest establishment of the right kind; or at the
/// establishment whose workshop the board tells, where none serves the speciality yet.
fn openings(frame: &Frame<'_>, groups: &Groups<'_>, known: &[KnownSection], rentree: u16) -> Vec<PlanAction> {
    let workshops = workshops(frame, groups);
    let mut found = Vec::new();
    for (number, programme) in groups.codes.programmes.iter().enumerate() {
        let Some(speciality) = speciality(programme).filter(|_| !groups.outlets[number].is_empty()) else {
            continue;
        };
        let Some(host) = Host::of(programme.diploma) else {
            continue;
        };
        for ((_, of, kind), (uai, _)) in &workshops {
            if (*of, *kind) != (speciality, host) {
                continue;
            }
            let section = SectionKey {
                site: Site::Establishment((*uai).clone()),
                programme: programme.id.clone(),
                route: Route::School,
            };
            if known.iter().any(|k| k.section == section) {
                continue;
            }
            let lots = lots(programme.diploma).iter();
            found.extend(lots.map(|seats| propose(ActionKind::Ouverture, section.clone(), *seats, rentree)));
        }
    }
    found
}

/// Kinds of establishment: what one teaches, another of its kind may open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Host {
    Lycee,
    Iut,
}

impl Host {
    pub fn of(diploma: Diploma) -> Option<Self> {
        match diploma {
            Diploma::Cap | Diploma::Cs | Diploma::Bp | Diploma::Bma | Diploma::BacPro | Diploma::Bts => {
                Some(Self::Lycee)
            }
            Diploma::Dut | Diploma::But | Diploma::LicencePro => Some(Self::Iut),
            Diploma::TitrePro | Diploma::Agricultural => None,
        }
    }
}

/// By basin, speciality and kind of establishment: the one with most seats, the first of equals.
pub(super) type Workshops<'g> = BTreeMap<(usize, &'g str, Host), (&'g Uai, i64)>;

pub(super) fn workshops<'g>(frame: &'g Frame<'_>, groups: &'g Groups<'_>) -> Workshops<'g> {
    let mut seats: BTreeMap<(usize, &str, Host, &Uai), i64> = BTreeMap::new();
    let mut factors = groups.factors(frame);
    for group in groups.all.iter().filter(|g| g.route == Route::School) {
        if let Some((basin, speciality, host, uai)) = workshop(frame, groups, group) {
            let size = groups.chain(&mut factors, group).stages.seats.0.max(1);
            *seats.entry((basin, speciality, host, uai)).or_default() += size;
        }
    }
    let mut largest: Workshops<'g> = BTreeMap::new();
    for ((basin, speciality, host, uai), seats) in seats {
        let best = largest.entry((basin, speciality, host)).or_insert((uai, seats));
        if seats > best.1 {
            *best = (uai, seats);
        }
    }
    for (basin, speciality, uai) in board::workshops(frame) {
        for host in hosts(groups, uai) {
            largest.entry((basin, speciality, host)).or_insert((uai, 0));
        }
    }
    largest
}

/// What kinds of diploma an establishment teaches already; those of a lycée where it is not known to teach any.
fn hosts(groups: &Groups<'_>, uai: &Uai) -> Vec<Host> {
    let own = groups
        .all
        .iter()
        .filter(|group| groups.establishment(group) == Some(uai));
    let kinds = own.filter_map(|group| Host::of(groups.codes.programmes[group.programme].diploma));
    let mut kinds: Vec<Host> = kinds.collect();
    kinds.sort_unstable();
    kinds.dedup();
    if kinds.is_empty() {
        kinds.push(Host::Lycee);
    }
    kinds
}

/// A workshop whose basin is known for sure.
fn workshop<'g>(
    frame: &Frame<'_>,
    groups: &'g Groups<'_>,
    group: &'g Group,
) -> Option<(usize, &'g str, Host, &'g Uai)> {
    let programme = &groups.codes.programmes[group.programme];
    let basin = match group.place.basins.as_slice() {
        [one] if frame.home[*one] => *one,
        _ => return None,
    };
    Some((
        basin,
        speciality(programme)?,
        Host::of(programme.diploma)?,
        groups.establishment(group)?,
    ))
}

/// The three digits of the NSF group.
pub(super) fn speciality(programme: &Programme) -> Option<&str> {
    programme.nsf.as_ref().and_then(|nsf| nsf.as_str().get(..3))
}

fn propose(kind: ActionKind, section: SectionKey, seats: u32, rentree: u16) -> PlanAction {
    PlanAction {
        status: ActionStatus::Proposal,
        ..PlanAction::new(kind, section, seats, rentree)
    }
}

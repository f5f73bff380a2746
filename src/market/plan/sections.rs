//! The sections an action may bear on, and whether it may.

use super::super::demand::Demand;
use super::super::factors::Factors;
use super::super::frame::Frame;
use super::super::groups::{Group, Groups};
use super::decided;
use super::years::years;
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, ProgrammeId};
use crate::domain::programme::Diploma;
use crate::domain::scenario::{ActionKind, PlanAction, SectionKey, Site};
use crate::domain::units::Estimate;
use crate::i18n::{Explain, Message};

/// A section of the territory as it is.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownSection {
    pub section: SectionKey,
    pub establishment: Option<String>,
    pub programme_label: String,
    pub diploma: Diploma,
    pub level: u8,
    pub basins: Vec<BasinCode>,
    /// As declared.
    pub seats: Option<u32>,
    pub entrants: Estimate,
    /// True where its programme leads to an occupation of the gap.
    pub leads_to_the_gap: bool,
}

/// Why an action cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ActionRefusal {
    #[error("no programme {programme}")]
    NoProgramme { programme: ProgrammeId },
    #[error("no place {site}")]
    NoSite { site: String },
    /// A kind that bears on a section which is not there.
    #[error("no section {programme} at {site}")]
    NoSection { programme: ProgrammeId, site: String },
    #[error("the section is open already")]
    AlreadyOpen,
    #[error("no seat")]
    NoSeats,
    #[error("a coloration moves no seat")]
    SeatsOfColoration,
    #[error("only {seats} seats")]
    TooManySeats { seats: u32 },
    #[error("{rentree} is not from {first} to {last}")]
    Rentree { rentree: u16, first: u16, last: u16 },
    /// A transfer without another place, or another kind with one.
    #[error("no other place")]
    Target,
    /// A basin that cannot share: unknown, outside the territory, or named twice.
    #[error("{basin} cannot share the section")]
    Sharing { basin: BasinCode },
    /// Seats are shared that the action does not bring.
    #[error("no seat is brought to share")]
    NothingToShare,
    /// It is decided already that the section opens, or closes.
    #[error("decided already: {} in {rentree}", kind.as_str())]
    Decided { kind: ActionKind, rentree: u16 },
}

impl Explain for ActionRefusal {
    fn message(&self) -> Message {
        match self {
            Self::NoProgramme { programme } => {
                Message::new("market-plan-no-programme").with("programme", programme.as_str())
            }
            Self::NoSite { site } => Message::new("market-plan-no-site").with("site", site.as_str()),
            Self::NoSection { programme, site } => Message::new("market-plan-no-section")
                .with("programme", programme.as_str())
                .with("site", site.as_str()),
            Self::AlreadyOpen => Message::new("market-plan-already-open"),
            Self::NoSeats => Message::new("market-plan-no-seats"),
            Self::SeatsOfColoration => Message::new("market-plan-seats-of-coloration"),
            Self::TooManySeats { seats } => Message::new("market-plan-too-many-seats").with("seats", *seats),
            Self::Rentree { rentree, first, last } => Message::new("market-plan-rentree")
                .with("rentree", rentree.to_string())
                .with("first", first.to_string())
                .with("last", last.to_string()),
            Self::Target => Message::new("market-plan-target"),
            Self::Sharing { basin } => Message::new("market-plan-sharing").with("basin", basin.as_str()),
            Self::NothingToShare => Message::new("market-plan-nothing-to-share"),
            Self::Decided { kind, rentree } => Message::new("market-plan-decided")
                .with("kind", Message::new(format!("action-{}", kind.as_str())))
                .with("rentree", rentree.to_string()),
        }
    }
}

/// Every section of the territory, by establishment, programme and route.
pub fn sections(facts: &Facts) -> Vec<KnownSection> {
    let frame = Frame::new(facts);
    let groups = Groups::new(&frame);
    let mut factors = groups.factors(&frame);
    let told = |group| known_section((&frame, &groups), &mut factors, group);
    let mut known: Vec<KnownSection> = groups.all.iter().filter_map(told).collect();
    known.sort_by(|a, b| a.section.cmp(&b.section));
    known.dedup_by(|a, b| a.section == b.section);
    known
}

fn known_section<'a>(
    (frame, groups): (&Frame<'_>, &Groups<'a>),
    factors: &mut Factors<'_, 'a>,
    group: &Group,
) -> Option<KnownSection> {
    let uai = groups.establishment(group)?;
    let lever = groups.lever(frame, factors, group)?;
    let programme = &groups.codes.programmes[group.programme];
    Some(KnownSection {
        section: SectionKey {
            site: Site::Establishment(uai.clone()),
            programme: programme.id.clone(),
            route: group.route,
        },
        establishment: lever.establishment,
        programme_label: programme.label.clone(),
        diploma: programme.diploma,
        level: programme.level,
        basins: group
            .place
            .basins
            .iter()
            .map(|b| frame.basins[*b].code.clone())
            .collect(),
        seats: lever.seats,
        entrants: groups.chain(factors, group).stages.entrants,
        leads_to_the_gap: !groups.is_without_outlet(group),
    })
}

/// Rentrées an action may bear on: after the base year (`None`: the newest survey year), up to the end of the plan.
pub fn rentrees(facts: &Facts, base: Option<u16>) -> std::ops::RangeInclusive<u16> {
    let base = Demand::new(&Frame::new(facts), base).year;
    base + 1..=*years(base).end()
}

/// Whether an action may be, on the sections of the territory.
///
/// # Errors
/// [`ActionRefusal`], the first that holds.
pub fn check(facts: &Facts, known: &[KnownSection], action: &PlanAction) -> Result<(), ActionRefusal> {
    let SectionKey { site, programme, .. } = &action.section;
    if !facts.catalogue.programmes.iter().any(|p| p.id == *programme) {
        return Err(ActionRefusal::NoProgramme {
            programme: programme.clone(),
        });
    }
    let frame = Frame::new(facts);
    for site in std::iter::once(site).chain(&action.towards) {
        if !is_home(&frame, site) {
            return Err(ActionRefusal::NoSite {
                site: site.code().to_owned(),
            });
        }
    }
    let section = known.iter().find(|known| known.section == action.section);
    match (action.kind.needs_section(), section) {
        (true, None) => {
            return Err(ActionRefusal::NoSection {
                programme: programme.clone(),
                site: site.code().to_owned(),
            });
        }
        (false, Some(_)) => return Err(ActionRefusal::AlreadyOpen),
        _ => {}
    }
    check_seats(action, section)?;
    check_sharing(&frame, action)?;
    if let Some((kind, rentree)) = decided::excludes(facts, action) {
        return Err(ActionRefusal::Decided { kind, rentree });
    }
    let transfer = action.kind == ActionKind::Transfert;
    if transfer != action.towards.is_some() || action.towards.as_ref() == Some(site) {
        return Err(ActionRefusal::Target);
    }
    let rentrees = rentrees(facts, None);
    if rentrees.contains(&action.rentree) {
        return Ok(());
    }
    Err(ActionRefusal::Rentree {
        rentree: action.rentree,
        first: *rentrees.start(),
        last: *rentrees.end(),
    })
}

/// Basins of the territory share seats that are brought, each once.
fn check_sharing(frame: &Frame<'_>, action: &PlanAction) -> Result<(), ActionRefusal> {
    if !action.shared.is_empty() && action.kind.sign() <= 0 && action.towards.is_none() {
        return Err(ActionRefusal::NothingToShare);
    }
    let site = action.towards.as_ref().unwrap_or(&action.section.site);
    let mut seen = vec![];
    for basin in &action.shared {
        let home = frame.basin(basin).is_some_and(|b| frame.home[b]);
        if !home || site.basin() == Some(basin) || seen.contains(&basin) {
            return Err(ActionRefusal::Sharing { basin: basin.clone() });
        }
        seen.push(basin);
    }
    Ok(())
}

fn check_seats(action: &PlanAction, section: Option<&KnownSection>) -> Result<(), ActionRefusal> {
    if action.kind == ActionKind::Coloration {
        return if action.seats == 0 {
            Ok(())
        } else {
            Err(ActionRefusal::SeatsOfColoration)
        };
    }
    if action.seats == 0 {
        return Err(ActionRefusal::NoSeats);
    }
    let seats = section
        .and_then(|s| s.seats)
        .filter(|seats| action.kind.sign() < 0 && action.seats > *seats);
    seats.map_or(Ok(()), |seats| Err(ActionRefusal::TooManySeats { seats }))
}

/// A place of the reported territory.
pub(super) fn is_home(frame: &Frame<'_>, site: &Site) -> bool {
    let basins = match site {
        Site::Basin(basin) => frame.basin(basin).map(|b| vec![b]),
        Site::Establishment(uai) => frame.place(uai, None).map(|placed| placed.basins),
    };
    basins.is_some_and(|basins| basins.iter().any(|b| frame.home[*b]))
}

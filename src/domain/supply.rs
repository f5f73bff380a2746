//! What files tell of training supply: establishments, sections, outcomes.

use super::id::{BasinCode, Cfd, CommuneCode, DepartmentCode, Mefstat11, RegionCode, Uai};
use super::programme::Route;
use super::source::SourceId;
use super::territory::Position;
use super::units::Milli;

/// A school, CFA or IUT.
#[derive(Debug, Clone, PartialEq)]
pub struct Establishment {
    pub uai: Uai,
    pub name: String,
    pub commune: Option<CommuneCode>,
    pub department: Option<DepartmentCode>,
    pub position: Option<Position>,
    /// Set by hand or by the demonstration; otherwise the market places the establishment (ruling 9.12).
    pub basin: Option<BasinCode>,
    pub source: SourceId,
}

/// One section as one file saw it: programme × establishment × route × session.
///
/// Several vintages and sources may stand side by side; the market keeps the newest per (UAI, diploma, route) (ruling 9.10).
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    pub uai: Uai,
    /// The diploma, when the file tells it or a MEFSTAT11 does.
    pub cfd: Option<Cfd>,
    pub mefstat: Option<Mefstat11>,
    /// Label of the file. Parcoursup rows read `BTS - Electrotechnique`, `DUT - Génie mécanique et productique`, `BUT - Chimie`:
    /// kind, hyphen, speciality as the file writes it; where no single diploma answers to it, `cfd` stays empty.
    pub label: String,
    pub route: Route,
    /// Calendar year of the rentrée the seats are offered at.
    pub session: u16,
    /// Year of the course the seats open on (1 = first year; bac pro seats may be counted from 1re).
    pub year_of_study: Option<u8>,
    pub seats: Option<u32>,
    /// Observed entrants.
    pub entrants: Option<u32>,
    pub wishes: Option<Wishes>,
    /// Observed final-year headcount: replaces entrants × retention.
    pub final_year: Option<Milli>,
    pub position: Option<Position>,
    /// A doubt on the seats: a placeholder value (999, 3,400) is kept here, not in `seats`.
    pub placeholder_seats: Option<u32>,
    /// Row of the file, 1-based, header included.
    pub row: u32,
    pub source: SourceId,
}

/// Applications received. Only ranked first wishes make a *taux de pression* (ruling 9.14).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wishes {
    /// Affelnet: first wishes.
    First(u32),
    /// Parcoursup: unranked.
    Unranked(u32),
}

/// What becomes of final-year pupils of a diploma, in a place, for a vintage.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    pub scope: OutcomeScope,
    pub route: Route,
    pub target: OutcomeTarget,
    /// As published: `2022_2023`, `cumul 2023-2024`.
    pub vintage: String,
    /// School years cumulated in the headcounts (InserJeunes: 2, so halve).
    pub cohorts: u8,
    /// Headcount in the final year, all cohorts.
    pub final_year: Option<u32>,
    /// Of whom went on studying.
    pub continuing: Option<u32>,
    /// Leavers, all cohorts.
    pub leavers: Option<u32>,
    /// Further study over **final year**, 0 to 1.
    pub continuing_rate: Option<f64>,
    /// Employment over **leavers** at 6, 12, 18, 24 months, 0 to 1.
    pub employment_rates: [Option<f64>; 4],
    /// Row of the file, 1-based, header included; 0 for the embedded catalogue.
    pub row: u32,
    pub source: SourceId,
}

/// Where an outcome was measured.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OutcomeScope {
    Nation,
    Region(RegionCode),
    Establishment(Uai),
}

/// Of which diploma an outcome speaks.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OutcomeTarget {
    Cfd(Cfd),
    Mefstat(Mefstat11),
    /// A whole family: diploma kind and NSF group (empty = all), for national fallbacks.
    Family {
        diploma: String,
        nsf: String,
    },
    /// All professional diplomas of an establishment together: shown, never used as the rate of one diploma.
    AllProfessional,
}

//! What files and people tell of demand: survey rows, employers, declared needs, tension.

use super::id::{BasinCode, CommuneCode, DepartmentCode, FapCode, NafCode, RegionCode, RomeCode, Siret};
use super::secrecy::Count;
use super::source::SourceId;
use super::units::{Estimate, Milli, Range};

/// One published row of « Besoins en main-d'œuvre »: métier × bassin × département.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyRow {
    pub year: u16,
    pub basin: BasinCode,
    pub department: Option<DepartmentCode>,
    pub region: Option<RegionCode>,
    /// Any FAP-2021 code: the file is stored whole, the model reads the industrial ones.
    pub fap: FapCode,
    pub fap_label: String,
    /// Comité local pour l'emploi (2026 layout), a finer cut of the same row.
    pub clpe: String,
    /// `met`: projects.
    pub projects: Count,
    /// `xmet`: judged difficult.
    pub difficult: Count,
    /// `smet`: seasonal.
    pub seasonal: Count,
    /// Row of the sheet, 1-based, header included.
    pub row: u32,
    pub source: SourceId,
}

/// A firm that declared needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Employer {
    /// Stable key inside the file.
    pub id: i64,
    pub siret: Option<Siret>,
    pub name: String,
    pub naf: Option<NafCode>,
    pub commune: Option<CommuneCode>,
    pub basin: BasinCode,
    pub headcount: Option<u32>,
}

/// A need declared by an employer: enters the need at its number (ruling 9.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    pub id: i64,
    pub employer: i64,
    pub basin: BasinCode,
    pub fap: FapCode,
    /// Calendar year of the need.
    pub year: u16,
    pub posts: u32,
    /// Diploma level asked, 3 to 7, when stated.
    pub level: Option<u8>,
    pub commitment: Commitment,
    /// ISO date of the declaration.
    pub declared_on: String,
}

/// How firmly an employer stands behind a need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Commitment {
    Intention,
    Engaged,
    Funded,
}

impl Commitment {
    pub const ALL: [Self; 3] = [Self::Intention, Self::Engaged, Self::Funded];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Intention => "intention",
            Self::Engaged => "engaged",
            Self::Funded => "funded",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.as_str() == text)
    }
}

/// Tension by ROME × basin: indicator classes 1 to 5 (France Travail, Dares). Context on screen, never in the gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tension {
    pub year: u16,
    pub basin: BasinCode,
    pub rome: RomeCode,
    /// Global tension class, 1 to 5.
    pub tension: Option<u8>,
    pub hiring_intensity: Option<u8>,
    pub labour_shortage: Option<u8>,
    pub job_instability: Option<u8>,
    pub hard_conditions: Option<u8>,
    pub geographic_mismatch: Option<u8>,
    pub training_link: Option<u8>,
    pub row: u32,
    pub source: SourceId,
}

/// The survey summed over the country for one occupation: what calibrates β and sanity-checks a territory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NationalDemand {
    pub fap: FapCode,
    /// Published cells métier × bassin × département.
    pub cells: u32,
    pub projects: CellSum,
    pub difficult: CellSum,
    pub seasonal: CellSum,
}

impl NationalDemand {
    /// Projects, a star counted 1 / 2.5 / 4 (ruling 9.4).
    pub fn projects(&self) -> Estimate {
        self.projects.with_star(Count::Secret.as_projects())
    }

    /// Seasonal projects, a star counted 0 / 2 / 4 (ruling 9.4)).
    pub fn seasonal(&self) -> Estimate {
        let star = Range::new(Milli::ZERO, Milli::whole(2), Milli::whole(4));
        self.seasonal.with_star(star)
    }
}

/// A sum of published cells: the visible numbers, and how many cells were secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellSum {
    pub visible: Milli,
    pub secret_cells: u32,
}

impl CellSum {
    /// The sum when each secret cell counts for `star`.
    pub fn with_star(self, star: Estimate) -> Estimate {
        star.map(|one| Milli(self.visible.0 + i64::from(self.secret_cells) * one.0))
    }
}

//! Programmes: diplomas from CAP to BUT, their level, duration, route and outlets.

use super::id::{Cfd, Mefstat11, NsfCode, ProgrammeId, RncpCode, RomeCode};

/// A diploma or title of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Programme {
    pub id: ProgrammeId,
    pub cfd: Option<Cfd>,
    pub rncp: Option<RncpCode>,
    pub label: String,
    pub diploma: Diploma,
    /// 3 CAP … 6 BUT.
    pub level: u8,
    /// Full duration; titles that last months have none.
    pub years: Option<u8>,
    pub nsf: Option<NsfCode>,
    /// Occupation codes the certifying body names as outlets.
    pub romes: Vec<RomeCode>,
    /// Outlets added by judgement where the official list is thin.
    pub romes_added: Vec<RomeCode>,
    /// Codes this programme replaced: data of the old code stand for the new one.
    pub previous: Vec<Cfd>,
    /// Codes that replace it.
    pub next: Vec<Cfd>,
    /// Final-year codes of school data.
    pub final_year_mefstats: Vec<Mefstat11>,
    /// Why a human should look at the entry, if so.
    pub review: Option<String>,
}

/// Kinds of diploma.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Diploma {
    Cap,
    /// Certificat de spécialisation (formerly mention complémentaire).
    Cs,
    Bp,
    Bma,
    BacPro,
    Bts,
    Dut,
    But,
    LicencePro,
    TitrePro,
    /// Diplomas of the ministry of agriculture.
    Agricultural,
}

impl Diploma {
    pub const ALL: [Self; 11] = [
        Self::Cap,
        Self::Cs,
        Self::Bp,
        Self::Bma,
        Self::BacPro,
        Self::Bts,
        Self::Dut,
        Self::But,
        Self::LicencePro,
        Self::TitrePro,
        Self::Agricultural,
    ];

    /// Stable text of the store; also the French abbreviation shown on screen.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Cap => "CAP",
            Self::Cs => "CS",
            Self::Bp => "BP",
            Self::Bma => "BMA",
            Self::BacPro => "Bac pro",
            Self::Bts => "BTS",
            Self::Dut => "DUT",
            Self::But => "BUT",
            Self::LicencePro => "Licence pro",
            Self::TitrePro => "Titre pro",
            Self::Agricultural => "Diplôme agricole",
        }
    }

    /// Reads [`Self::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|d| d.as_str() == text)
    }
}

/// Voie de formation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Route {
    /// Voie scolaire or student status.
    School,
    /// Apprentissage.
    Apprenticeship,
    /// Formation continue.
    Continuing,
}

impl Route {
    pub const ALL: [Self; 3] = [Self::School, Self::Apprenticeship, Self::Continuing];

    /// Stable text of the store.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::School => "scolaire",
            Self::Apprenticeship => "apprentissage",
            Self::Continuing => "continue",
        }
    }

    /// Reads [`Self::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.as_str() == text)
    }
}

//! Occupations: professional families (FAP 2021), ROME codes, and the table between them.

use super::id::{Fap2009Code, FapCode, RomeCode};
use super::source::SourceId;

/// An industrial occupation: one FAP-2021 code of level 228, domains C to H.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occupation {
    pub code: FapCode,
    pub label: String,
    /// First letter: C électricité-électronique … H ingénieurs et cadres de l'industrie.
    pub domain: char,
    pub domain_label: String,
    pub scope: OccupationScope,
    pub skill: SkillLevel,
    /// Diploma levels (3 to 7) at which the occupation usually recruits beginners; the accepted set of the matching.
    pub typical_levels: Vec<u8>,
}

/// Whether an occupation belongs to the industrial core that is matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OccupationScope {
    /// One of the 47 core occupations.
    Core,
    /// Industrial nomenclature, outside the core (car repair, building upkeep, appliances).
    Excluded,
    /// Not an industrial occupation; kept so that a ROME code is fully distributed.
    Outside,
}

impl OccupationScope {
    pub const ALL: [Self; 3] = [Self::Core, Self::Excluded, Self::Outside];

    /// Stable text of the store and of the catalogue.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::Excluded => "excluded",
            Self::Outside => "outside",
        }
    }

    /// Reads [`Self::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.as_str() == text)
    }
}

/// Skill level of an occupation: the "level" of a need that carries none (ruling 9.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SkillLevel {
    /// Ouvrier non qualifié: no diploma required, β = 0, outside the gap (ruling 9.2).
    UnskilledWorker,
    /// Ouvrier qualifié.
    SkilledWorker,
    /// Technicien, agent de maîtrise.
    Technician,
    /// Ingénieur, cadre: level 7, outside the field of the data (ruling 9.2).
    Engineer,
}

impl SkillLevel {
    pub const ALL: [Self; 4] = [
        Self::UnskilledWorker,
        Self::SkilledWorker,
        Self::Technician,
        Self::Engineer,
    ];

    /// Stable text of the store and of the catalogue.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::UnskilledWorker => "ouvrier_non_qualifie",
            Self::SkilledWorker => "ouvrier_qualifie",
            Self::Technician => "technicien_am",
            Self::Engineer => "ingenieur_cadre",
        }
    }

    /// Reads [`Self::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.as_str() == text)
    }
}

/// A ROME code; ROME 4 codes have the historic code as parent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rome {
    pub code: RomeCode,
    pub label: String,
    /// The historic code to translate by, when the code is only in ROME 4.
    pub parent: Option<RomeCode>,
}

/// A job title (« appellation ») that a ROME code stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appellation {
    pub rome: RomeCode,
    /// « Soudeur / Soudeuse TIG ».
    pub label: String,
}

/// A usual job title and the occupation it leads to, as the program knows them by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobTitle {
    pub title: String,
    pub fap: FapCode,
    /// The ROME code behind, where it leads to this occupation.
    pub rome: Option<RomeCode>,
}

/// A mobility between two ROME codes. Directed, not symmetric.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RomeProximity {
    pub from: RomeCode,
    pub to: RomeCode,
    pub kind: ProximityKind,
}

/// « Proche » is reachable at once; « évolution » needs experience or training.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ProximityKind {
    Near,
    Evolution,
}

impl ProximityKind {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Near => "proche",
            Self::Evolution => "evolution",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [Self::Near, Self::Evolution].into_iter().find(|k| k.as_str() == text)
    }
}

/// One line of the table ROME × qualification → FAP 2021.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrosswalkLine {
    pub rome: RomeCode,
    /// One ANPE qualification digit: 1 manœuvre, 2 OS, 3–4 OQ, 5–6 employé, 7 technicien, 8 agent de maîtrise, 9 cadre, 0 unspecified.
    pub qualification: u8,
    pub fap: FapCode,
    pub fap2009: Option<Fap2009Code>,
    pub provenance: Provenance,
    /// 1 weak … 3 sure.
    pub confidence: u8,
    pub source: SourceId,
}

/// Where a crosswalk line comes from; an official line replaces any other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Provenance {
    /// Dares table 2021, imported or transcribed.
    Dares2021,
    /// Dares table 2009 read into the 2021 nomenclature by labels.
    Dares2009Bridge,
    /// Judgement, with a reason in the catalogue.
    Expert,
}

impl Provenance {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Dares2021 => "dares_2021",
            Self::Dares2009Bridge => "dares_2009_bridge",
            Self::Expert => "expert",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [Self::Dares2021, Self::Dares2009Bridge, Self::Expert]
            .into_iter()
            .find(|p| p.as_str() == text)
    }
}

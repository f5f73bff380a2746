//! Checked rows on their way from a file to the store: what an importer yields and the store writes in one deed.

use super::contour::Contour;
use super::demand::{SurveyRow, Tension};
use super::id::{Cfd, Fap2009Code, FapCode, RncpCode, RomeCode};
use super::occupation::{Appellation, CrosswalkLine, Rome, RomeProximity};
use super::skill::{ProgrammeSkill, RomeSkill};
use super::source::SourceId;
use super::supply::{Establishment, Outcome, Section};
use super::territory::Commune;

/// Facts read from one file. The `source` of each fact is a placeholder until the store gives the file its key.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Batch {
    pub survey: Vec<SurveyRow>,
    pub establishments: Vec<Establishment>,
    pub sections: Vec<Section>,
    pub outcomes: Vec<Outcome>,
    pub communes: Vec<Commune>,
    pub romes: Vec<Rome>,
    pub proximities: Vec<RomeProximity>,
    pub crosswalk: Vec<CrosswalkLine>,
    pub fap_labels: Vec<FapLabel>,
    pub outlets: Vec<DiplomaOutlet>,
    pub fap2009_bridge: Vec<Fap2009Line>,
    pub tensions: Vec<Tension>,
    pub appellations: Vec<Appellation>,
    pub contours: Vec<Contour>,
    pub rome_skills: Vec<RomeSkill>,
    pub programme_skills: Vec<ProgrammeSkill>,
}

impl Batch {
    /// Facts of every kind together.
    pub fn len(&self) -> usize {
        self.survey.len()
            + self.establishments.len()
            + self.sections.len()
            + self.outcomes.len()
            + self.communes.len()
            + self.romes.len()
            + self.proximities.len()
            + self.crosswalk.len()
            + self.fap_labels.len()
            + self.outlets.len()
            + self.fap2009_bridge.len()
            + self.tensions.len()
            + self.appellations.len()
            + self.contours.len()
            + self.rome_skills.len()
            + self.programme_skills.len()
    }

    /// True when the file brought nothing.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The official label of a FAP-2021 code of level 228.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FapLabel {
    pub code: FapCode,
    pub label: String,
}

/// One official outlet of a diploma: certification → ROME. At least one of `cfd` and `rncp` is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiplomaOutlet {
    pub cfd: Option<Cfd>,
    pub rncp: Option<RncpCode>,
    pub rome: RomeCode,
    /// Row of the file, 1-based, header included.
    pub row: u32,
    pub source: SourceId,
}

/// One line of the Dares table ROME × qualification → FAP 2009; no qualification means the ROME code maps whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fap2009Line {
    pub rome: RomeCode,
    pub qualification: Option<u8>,
    pub fap2009: Fap2009Code,
}

/// What writing a batch would change or has changed, per kind of fact.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BatchDiff {
    /// Facts that did not exist.
    pub new: u64,
    /// Facts that existed with another content.
    pub changed: u64,
    /// Facts already stored just so.
    pub unchanged: u64,
    /// Up to a hundred changed facts: what, before, after.
    pub examples: Vec<Change>,
}

/// One changed fact, for the preview: old struck, new beside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub what: String,
    pub before: String,
    pub after: String,
}

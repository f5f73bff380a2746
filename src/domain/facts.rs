//! Everything a territory file knows, as plain data: what the store hands to the market.

use std::collections::BTreeMap;

use super::assumption::Assumptions;
use super::batch::DiplomaOutlet;
use super::board::Board;
use super::demand::{Employer, Need, SurveyRow};
use super::funding::Funding;
use super::id::{BasinCode, FapCode};
use super::occupation::{CrosswalkLine, Occupation, Rome, RomeProximity};
use super::programme::Programme;
use super::review::OutletReview;
use super::scenario::Scenario;
use super::skill::Skills;
use super::source::Source;
use super::supply::{Establishment, Outcome, Section};
use super::territory::{Basin, Commune, Department, Region, Territory, Zone};

/// A consistent snapshot of the stored facts at one revision.
///
/// Every list is sorted by its key, so that equal files give equal facts.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// Number of the last deed of the journal the snapshot contains.
    pub revision: i64,
    pub territory: Territory,
    pub catalogue: Catalogue,
    pub sources: Vec<Source>,
    pub survey: Vec<SurveyRow>,
    pub employers: Vec<Employer>,
    pub needs: Vec<Need>,
    pub establishments: Vec<Establishment>,
    pub sections: Vec<Section>,
    pub outcomes: Vec<Outcome>,
    /// Official outlets imported: those of a diploma replace the embedded ROME list of that diploma.
    pub outlets: Vec<DiplomaOutlet>,
    /// What people say of outlets, in front of files and catalogue.
    pub reviews: Vec<OutletReview>,
    /// Branches of the territory; no figure of the gap depends on them.
    pub scenarios: Vec<Scenario>,
    /// Who pays for seats; no figure of the gap depends on it.
    pub funding: Funding,
    /// Skills wanted and taught; no figure of the gap depends on them.
    pub skills: Skills,
    /// Means, promises, limits and reviews: they bear on plans, never on the gap of a year.
    pub board: Board,
    pub communes: Vec<Commune>,
    pub assumptions: Assumptions,
}

/// Nomenclatures and the tables between them: embedded at first, replaced line by line by official tables.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Catalogue {
    pub regions: Vec<Region>,
    pub departments: Vec<Department>,
    pub basins: Vec<Basin>,
    pub zones: Vec<Zone>,
    pub occupations: Vec<Occupation>,
    pub romes: Vec<Rome>,
    pub proximities: Vec<RomeProximity>,
    pub crosswalk: Vec<CrosswalkLine>,
    pub programmes: Vec<Programme>,
}

/// Names of basins and occupations by their codes.
#[derive(Debug, Clone)]
pub struct CatalogueNames<'a> {
    basins: BTreeMap<&'a BasinCode, &'a str>,
    occupations: BTreeMap<&'a FapCode, &'a str>,
}

impl Catalogue {
    /// The names of basins and occupations, indexed once.
    pub fn names(&self) -> CatalogueNames<'_> {
        CatalogueNames {
            basins: self.basins.iter().map(|b| (&b.code, b.name.as_str())).collect(),
            occupations: self.occupations.iter().map(|o| (&o.code, o.label.as_str())).collect(),
        }
    }
}

impl<'a> CatalogueNames<'a> {
    /// Name of a basin; nothing where the catalogue has none.
    pub fn basin(&self, code: &BasinCode) -> Option<&'a str> {
        self.basins.get(code).copied()
    }

    /// Label of an occupation; nothing where the catalogue has none.
    pub fn occupation(&self, code: &FapCode) -> Option<&'a str> {
        self.occupations.get(code).copied()
    }
}

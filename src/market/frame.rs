//! The places and occupations of a territory file, indexed once for a computation.

use std::collections::BTreeMap;

use super::gap::Placement;
use crate::domain::assumption::Assumptions;
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, CommuneCode, DepartmentCode, FapCode, RegionCode, Uai};
use crate::domain::occupation::{Occupation, OccupationScope, SkillLevel};
use crate::domain::supply::Establishment;
use crate::domain::territory::{Basin, Position};

/// Indexes over the facts; basins are numbered in the order of their codes.
pub(super) struct Frame<'a> {
    pub facts: &'a Facts,
    /// Those of the facts, or others to try.
    pub assumptions: Assumptions,
    pub basins: Vec<&'a Basin>,
    /// True for the basins of the reported regions.
    pub home: Vec<bool>,
    /// Core industrial occupations.
    pub core: BTreeMap<&'a FapCode, &'a Occupation>,
    basin_numbers: BTreeMap<&'a BasinCode, usize>,
    department_basins: BTreeMap<&'a DepartmentCode, Vec<usize>>,
    department_regions: BTreeMap<&'a DepartmentCode, &'a RegionCode>,
    commune_basins: BTreeMap<&'a CommuneCode, usize>,
    establishments: BTreeMap<&'a Uai, &'a Establishment>,
}

/// Where an establishment trains: one basin, or several with their weights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Placed {
    pub basins: Vec<usize>,
    pub weights: Vec<u64>,
    pub placement: Placement,
}

impl<'a> Frame<'a> {
    pub fn new(facts: &'a Facts) -> Self {
        let mut basins: Vec<&Basin> = facts.catalogue.basins.iter().collect();
        basins.sort_by(|a, b| a.code.cmp(&b.code));
        let basin_numbers: BTreeMap<_, _> = basins.iter().enumerate().map(|(i, b)| (&b.code, i)).collect();
        let mut department_basins: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (i, basin) in basins.iter().enumerate() {
            for department in &basin.departments {
                department_basins.entry(department).or_default().push(i);
            }
        }
        let commune_basins = facts
            .communes
            .iter()
            .filter_map(|c| Some((&c.code, *basin_numbers.get(c.basin.as_ref()?)?)));
        let core = facts.catalogue.occupations.iter();
        Self {
            home: basins
                .iter()
                .map(|b| facts.territory.regions.contains(&b.region))
                .collect(),
            core: core
                .filter(|o| o.scope == OccupationScope::Core)
                .map(|o| (&o.code, o))
                .collect(),
            commune_basins: commune_basins.collect(),
            department_regions: facts
                .catalogue
                .departments
                .iter()
                .map(|d| (&d.code, &d.region))
                .collect(),
            establishments: facts.establishments.iter().map(|e| (&e.uai, e)).collect(),
            assumptions: facts.assumptions.clone(),
            facts,
            basins,
            basin_numbers,
            department_basins,
        }
    }

    /// Number of a basin of the catalogue.
    pub fn basin(&self, code: &BasinCode) -> Option<usize> {
        self.basin_numbers.get(code).copied()
    }

    /// Basins of a region, in order.
    pub fn region_basins(&self, region: &RegionCode) -> Vec<usize> {
        (0..self.basins.len())
            .filter(|i| self.basins[*i].region == *region)
            .collect()
    }

    /// What is known of an establishment beside its sections.
    pub fn establishment(&self, uai: &Uai) -> Option<&'a Establishment> {
        self.establishments.get(uai).copied()
    }

    /// The region an establishment answers to: that of its department, else of its basin.
    pub fn region_of(&self, uai: &Uai) -> Option<&'a RegionCode> {
        let by_department = self
            .department_of(uai)
            .and_then(|d| self.department_regions.get(&d).copied());
        by_department.or_else(|| {
            let basin = self.establishment(uai)?.basin.as_ref()?;
            Some(&self.basins[self.basin(basin)?].region)
        })
    }

    /// Whether a region is reported; what has no region is not of the territory.
    pub fn is_home(&self, region: Option<&RegionCode>) -> bool {
        region.is_some_and(|r| self.facts.territory.regions.contains(r))
    }

    /// Ruling 9.12: stated basin, else commune of the directory, else coordinates within the department, else the department spread by population.
    pub fn place(&self, uai: &Uai, section_position: Option<Position>) -> Option<Placed> {
        let known = self.establishment(uai);
        let one = |basin: usize, placement| Placed {
            basins: vec![basin],
            weights: vec![1],
            placement,
        };
        if let Some(basin) = known.and_then(|e| self.basin(e.basin.as_ref()?)) {
            return Some(one(basin, Placement::Given));
        }
        if let Some(basin) = known.and_then(|e| self.commune_basin(e.commune.as_ref()?)) {
            return Some(one(basin, Placement::Commune));
        }
        let candidates = self.department_of(uai).and_then(|d| self.department_basins.get(&d));
        if let Some(position) = known.and_then(|e| e.position).or(section_position) {
            let everywhere: Vec<usize> = (0..self.basins.len()).collect();
            let nearest = self.nearest(candidates.unwrap_or(&everywhere), position)?;
            return Some(one(nearest, Placement::Coordinates));
        }
        let basins = candidates?.clone();
        Some(Placed {
            weights: self.populations(&basins),
            basins,
            placement: Placement::Spread,
        })
    }

    /// Inhabitants of basins, as weights of a spread.
    pub fn populations(&self, basins: &[usize]) -> Vec<u64> {
        basins.iter().map(|i| u64::from(self.basins[*i].population)).collect()
    }

    fn department_of(&self, uai: &Uai) -> Option<DepartmentCode> {
        let stated = self.establishment(uai).and_then(|e| e.department.clone());
        stated.or_else(|| uai.department())
    }

    fn commune_basin(&self, commune: &CommuneCode) -> Option<usize> {
        let find = |c: &CommuneCode| self.commune_basins.get(c).copied();
        find(commune).or_else(|| find(&whole_city(commune)?))
    }

    fn nearest(&self, candidates: &[usize], position: Position) -> Option<usize> {
        let distance = |i: usize| self.basins[i].position.distance(position).0;
        candidates
            .iter()
            .copied()
            .min_by(|a, b| distance(*a).total_cmp(&distance(*b)))
    }
}

/// Whether an occupation takes part in the gap: skilled workers and technicians (ruling 9.2).
pub(super) fn in_gap(occupation: &Occupation) -> bool {
    matches!(occupation.skill, SkillLevel::SkilledWorker | SkillLevel::Technician)
}

/// The commune of a municipal district of Paris, Lyon or Marseille.
fn whole_city(commune: &CommuneCode) -> Option<CommuneCode> {
    let code = match commune.as_str().parse::<u32>().ok()? {
        75_101..=75_120 => "75056",
        69_381..=69_389 => "69123",
        13_201..=13_216 => "13055",
        _ => return None,
    };
    CommuneCode::parse(code).ok()
}

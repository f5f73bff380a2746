//! What the importer must know of the world to judge a row: nomenclatures, and the tables between them.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::labels::Labels;
use super::value::fold;
use crate::domain::batch::Fap2009Line;
use crate::domain::contour::PlaceKind;
use crate::domain::facts::Catalogue;
use crate::domain::id::{
    BasinCode, Cfd, DepartmentCode, Fap2009Code, FapCode, Mefstat11, ProgrammeId, RegionCode, RncpCode, RomeCode,
    ZoneCode,
};
use crate::domain::programme::Diploma;
use crate::domain::territory::{Basin, Position, Zone};

/// Indexes over the catalogue of a territory, built once for many files.
#[derive(Debug, Clone, Default)]
pub struct Known {
    basins: HashMap<BasinCode, Basin>,
    /// Basins by code, each with its name as names are compared.
    basin_names: Vec<(BasinCode, String)>,
    regions: HashMap<RegionCode, String>,
    region_names: HashMap<String, RegionCode>,
    departments: HashMap<DepartmentCode, RegionCode>,
    department_names: HashMap<String, DepartmentCode>,
    zones: HashMap<ZoneCode, Zone>,
    occupations: HashMap<FapCode, String>,
    rome_parents: HashMap<RomeCode, Option<RomeCode>>,
    by_cfd: HashMap<Cfd, ProgrammeId>,
    by_rncp: HashMap<RncpCode, ProgrammeId>,
    by_mefstat: HashMap<Mefstat11, ProgrammeId>,
    labels: Labels,
    fap2009: HashMap<Fap2009Code, Translation>,
}

/// Where a FAP-2009 code leads in the 2021 nomenclature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Translation {
    /// Every ROME × qualification of the code leads to this one.
    One(FapCode),
    /// It is split over several.
    Several(Vec<FapCode>),
    /// Part of its ROME × qualification pairs have no line in the crosswalk.
    Incomplete,
}

impl Known {
    /// Indexes a catalogue and the lines of the Dares bridge ROME → FAP 2009 (empty when it was not imported).
    pub fn new(catalogue: &Catalogue, bridge: &[Fap2009Line]) -> Self {
        let mut known = Self {
            fap2009: translations(catalogue, bridge),
            labels: Labels::new(&catalogue.programmes),
            ..Self::default()
        };
        for basin in &catalogue.basins {
            known.basin_names.push((basin.code.clone(), place_key(&basin.name)));
            known.basins.insert(basin.code.clone(), basin.clone());
        }
        known.basin_names.sort();
        for region in &catalogue.regions {
            known.region_names.insert(place_key(&region.name), region.code.clone());
            known.regions.insert(region.code.clone(), region.name.clone());
        }
        for department in &catalogue.departments {
            let code = &department.code;
            known.department_names.insert(place_key(&department.name), code.clone());
            known.departments.insert(code.clone(), department.region.clone());
        }
        let zones = catalogue.zones.iter();
        known.zones = zones.map(|zone| (zone.code.clone(), zone.clone())).collect();
        for occupation in &catalogue.occupations {
            known
                .occupations
                .insert(occupation.code.clone(), occupation.label.clone());
        }
        for rome in &catalogue.romes {
            known.rome_parents.insert(rome.code.clone(), rome.parent.clone());
        }
        known.index_programmes(catalogue);
        known
    }

    fn index_programmes(&mut self, catalogue: &Catalogue) {
        for programme in &catalogue.programmes {
            let id = &programme.id;
            if let Some(cfd) = &programme.cfd {
                self.by_cfd.insert(cfd.clone(), id.clone());
            }
            if let Some(rncp) = &programme.rncp {
                self.by_rncp.entry(rncp.clone()).or_insert_with(|| id.clone());
            }
            for mefstat in &programme.final_year_mefstats {
                self.by_mefstat.entry(mefstat.clone()).or_insert_with(|| id.clone());
            }
        }
        for programme in &catalogue.programmes {
            for cfd in &programme.previous {
                self.by_cfd.entry(cfd.clone()).or_insert_with(|| programme.id.clone());
            }
        }
    }

    /// The basin of a code.
    pub fn basin(&self, code: &BasinCode) -> Option<&Basin> {
        self.basins.get(code)
    }

    /// The basin a person most likely meant: the same name in the same region, else the closest code of the region.
    pub fn nearest_basin(&self, code: &BasinCode, name: &str) -> Option<&Basin> {
        let key = place_key(name);
        let region = &code.as_str()[..2];
        let named = |(_, name): &&(BasinCode, String)| !key.is_empty() && *name == key;
        let in_region = |(code, _): &&(BasinCode, String)| code.as_str().starts_with(region);
        let number = |code: &BasinCode| code.as_str().parse::<i32>().unwrap_or_default();
        let names = || self.basin_names.iter();
        let (near, _) = names()
            .filter(in_region)
            .find(named)
            .or_else(|| names().find(named))
            .or_else(|| {
                names()
                    .filter(in_region)
                    .min_by_key(|(other, _)| (number(other) - number(code)).abs())
            })?;
        self.basins.get(near)
    }

    /// Another basin of the region that bears exactly this name, when the basin of the code does not.
    pub fn basin_named_otherwise(&self, code: &BasinCode, name: &str) -> Option<&Basin> {
        let key = place_key(name);
        let own = self.basin_names.binary_search_by(|(other, _)| other.cmp(code)).ok();
        if key.is_empty() || own.is_some_and(|i| self.basin_names[i].1 == key) {
            return None;
        }
        let region = &code.as_str()[..2];
        let named = |(other, name): &&(BasinCode, String)| other.as_str().starts_with(region) && *name == key;
        let (found, _) = self.basin_names.iter().find(named)?;
        self.basins.get(found)
    }

    /// Codes of the basins that bear a name, whatever its case, accents and hyphens.
    pub fn basins_named(&self, name: &str) -> Vec<&BasinCode> {
        let key = place_key(name);
        let named = self.basin_names.iter().filter(|(_, name)| *name == key);
        named.map(|(code, _)| code).collect()
    }

    /// The name of a region.
    pub fn region(&self, code: &RegionCode) -> Option<&str> {
        self.regions.get(code).map(String::as_str)
    }

    /// The region of a name, whatever its case, accents and hyphens.
    pub fn region_named(&self, name: &str) -> Option<&RegionCode> {
        self.region_names.get(&place_key(name))
    }

    /// The region of a department.
    pub fn department(&self, code: &DepartmentCode) -> Option<&RegionCode> {
        self.departments.get(code)
    }

    /// The department of a name, whatever its case, accents and hyphens.
    pub fn department_named(&self, name: &str) -> Option<&DepartmentCode> {
        self.department_names.get(&place_key(name))
    }

    /// The code of a place of a kind, once it is in the nomenclature.
    pub fn place(&self, kind: PlaceKind, text: &str) -> Option<String> {
        match kind {
            PlaceKind::Basin => {
                let code = BasinCode::parse(text).ok()?;
                self.basins.contains_key(&code).then(|| code.to_string())
            }
            PlaceKind::Zone => {
                let code = ZoneCode::parse(text).ok()?;
                self.zones.contains_key(&code).then(|| code.to_string())
            }
            PlaceKind::Department => {
                let code = DepartmentCode::parse(text).ok()?;
                self.departments.contains_key(&code).then(|| code.to_string())
            }
            PlaceKind::Region => {
                let code = RegionCode::parse(text).ok()?;
                self.regions.contains_key(&code).then(|| code.to_string())
            }
        }
    }

    /// The code of the only place of a kind that bears a name.
    pub fn place_named(&self, kind: PlaceKind, name: &str) -> Option<String> {
        if name.is_empty() {
            return None;
        }
        match kind {
            PlaceKind::Basin => match self.basins_named(name).as_slice() {
                [one] => Some(one.to_string()),
                _ => None,
            },
            PlaceKind::Zone => {
                let key = place_key(name);
                let mut named = self.zones.values().filter(|zone| place_key(&zone.name) == key);
                let one = named.next()?;
                named.next().is_none().then(|| one.code.to_string())
            }
            PlaceKind::Department => self.department_named(name).map(ToString::to_string),
            PlaceKind::Region => self.region_named(name).map(ToString::to_string),
        }
    }

    /// Where a place is: its centre, or the mean of those of its basins.
    pub fn centre(&self, kind: PlaceKind, code: &str) -> Option<Position> {
        let mean = |within: &dyn Fn(&Basin) -> bool| {
            let mut found: Vec<&Basin> = self.basins.values().filter(|basin| within(basin)).collect();
            found.sort_by(|a, b| a.code.cmp(&b.code));
            let count = f64::from(u32::try_from(found.len()).ok().filter(|n| *n > 0)?);
            Some(Position {
                lat: found.iter().map(|basin| basin.position.lat).sum::<f64>() / count,
                lon: found.iter().map(|basin| basin.position.lon).sum::<f64>() / count,
            })
        };
        match kind {
            PlaceKind::Basin => Some(self.basins.get(&BasinCode::parse(code).ok()?)?.position),
            PlaceKind::Zone => Some(self.zones.get(&ZoneCode::parse(code).ok()?)?.position),
            PlaceKind::Department => mean(&|basin| basin.main_department.as_str() == code),
            PlaceKind::Region => mean(&|basin| basin.region.as_str() == code),
        }
    }

    /// The label of an industrial occupation; other FAP codes are not in the catalogue.
    pub fn occupation(&self, code: &FapCode) -> Option<&str> {
        self.occupations.get(code).map(String::as_str)
    }

    /// True when the catalogue knows occupations of the domain of a code, its first letter.
    pub fn has_domain_of(&self, code: &FapCode) -> bool {
        let domain = &code.as_str()[..1];
        self.occupations.keys().any(|known| known.as_str().starts_with(domain))
    }

    /// True when the catalogue has the ROME code.
    pub fn has_rome(&self, code: &RomeCode) -> bool {
        self.rome_parents.contains_key(code)
    }

    /// The historic code a ROME 4 code stands for; other codes are their own.
    pub fn historic_rome(&self, code: &RomeCode) -> RomeCode {
        match self.rome_parents.get(code) {
            Some(Some(parent)) => parent.clone(),
            _ => code.clone(),
        }
    }

    /// The programme of a diploma code, or the one that replaced it.
    pub fn programme_of_cfd(&self, cfd: &Cfd) -> Option<&ProgrammeId> {
        self.by_cfd.get(cfd)
    }

    /// The programme of a fiche.
    pub fn programme_of_rncp(&self, rncp: &RncpCode) -> Option<&ProgrammeId> {
        self.by_rncp.get(rncp)
    }

    /// The programme whose final year has this code.
    pub fn programme_of_mefstat(&self, mefstat: &Mefstat11) -> Option<&ProgrammeId> {
        self.by_mefstat.get(mefstat)
    }

    /// The diploma that a speciality written in words names, when it names exactly one.
    pub fn diploma_of_label(&self, kind: Diploma, speciality: &str) -> Option<&Cfd> {
        self.labels.find(kind, speciality)
    }

    /// True once the Dares table ROME → FAP 2009 is loaded.
    pub fn has_fap2009_bridge(&self) -> bool {
        !self.fap2009.is_empty()
    }

    /// Where a FAP-2009 code leads, when the bridge knows it.
    pub fn translate(&self, code: &Fap2009Code) -> Option<&Translation> {
        self.fap2009.get(code)
    }
}

/// Names of places as they are compared: `BASSIN DE SAINT-OMER` and `Saint Omer` are the same.
fn place_key(name: &str) -> String {
    let folded = fold(name).replace(['-', '\''], " ");
    let name = folded.strip_prefix("bassin ").map_or(folded.as_str(), |rest| {
        let article = ["de la ", "de l ", "de ", "du ", "des ", "d "];
        article.iter().find_map(|a| rest.strip_prefix(a)).unwrap_or(rest)
    });
    name.trim().to_owned()
}

/// Follows FAP 2009 ← ROME × qualification → FAP 2021. A code is translated only if all its pairs are in the crosswalk.
fn translations(catalogue: &Catalogue, bridge: &[Fap2009Line]) -> HashMap<Fap2009Code, Translation> {
    let mut by_rome: HashMap<&RomeCode, Vec<(u8, &FapCode)>> = HashMap::new();
    for line in &catalogue.crosswalk {
        by_rome
            .entry(&line.rome)
            .or_default()
            .push((line.qualification, &line.fap));
    }
    let mut targets: HashMap<&Fap2009Code, BTreeSet<&FapCode>> = HashMap::new();
    let mut incomplete: HashSet<&Fap2009Code> = HashSet::new();
    for line in bridge {
        let found = targets.entry(&line.fap2009).or_default();
        let lines = by_rome.get(&line.rome).map(Vec::as_slice).unwrap_or_default();
        let mut reached = lines
            .iter()
            .filter(|(digit, _)| line.qualification.is_none_or(|q| q == *digit))
            .map(|(_, fap)| *fap)
            .peekable();
        if reached.peek().is_none() {
            incomplete.insert(&line.fap2009);
        }
        found.extend(reached);
    }
    let verdict = |code: &Fap2009Code, faps: BTreeSet<&FapCode>| {
        let faps: Vec<FapCode> = faps.into_iter().cloned().collect();
        match (incomplete.contains(code), faps.as_slice()) {
            (false, [one]) => Translation::One(one.clone()),
            (_, []) | (true, [_]) => Translation::Incomplete,
            _ => Translation::Several(faps),
        }
    };
    targets
        .into_iter()
        .map(|(code, faps)| (code.clone(), verdict(code, faps)))
        .collect()
}

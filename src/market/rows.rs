//! Adds the cells of a gap up by place, domain, skill or occupation; every grouping sums exactly to the total.

use std::collections::BTreeMap;

use super::apportion::{apportion, share};
use super::frame::Frame;
use super::gap::{Figures, Gap, GapCell, GapRow, Grouping, RowKey};
use super::zones::{ZoneLink, zone_links};
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, FapCode};
use crate::domain::units::{Estimate, Milli};

impl Gap {
    /// The whole territory.
    pub fn total(&self) -> Figures {
        let mut total = Figures::default();
        for cell in &self.cells {
            total += cell.figures;
        }
        total
    }

    /// One cell; nothing where the basin has neither need nor supply for the occupation.
    pub fn cell(&self, basin: &BasinCode, fap: &FapCode) -> Option<&GapCell> {
        let found = self.cells.binary_search_by(|c| (&c.basin, &c.fap).cmp(&(basin, fap)));
        found.ok().map(|i| &self.cells[i])
    }

    /// The lines of a table, sorted by key. Their figures sum exactly to [`Self::total`].
    ///
    /// A basin of several departments is counted under its main one. Zones share each basin by the population of their common
    /// communes where a commune table is imported, else take the basins whose centroid is nearest (`estimated`).
    pub fn rows(&self, grouping: Grouping, facts: &Facts) -> Vec<GapRow> {
        let frame = Frame::new(facts);
        let placing = Placing::new(&frame, grouping);
        let mut rows: BTreeMap<RowKey, GapRow> = BTreeMap::new();
        if grouping == Grouping::Total {
            rows.insert(RowKey::Total, empty_row(&frame, RowKey::Total));
        }
        for cell in &self.cells {
            let place = placing.of(&cell.basin, &cell.fap);
            for (key, figures) in place.keys.into_iter().zip(split(&cell.figures, &place.weights)) {
                let row = rows.entry(key.clone()).or_insert_with(|| empty_row(&frame, key));
                row.figures += figures;
                row.border |= cell.border;
                row.estimated |= place.estimated;
                if grouping == Grouping::Cell {
                    row.reachable = Some(cell.reachable);
                }
            }
        }
        rows.into_values().collect()
    }
}

/// Says under which lines of a table a cell counts.
pub(super) struct Placing<'f, 'a> {
    frame: &'f Frame<'a>,
    grouping: Grouping,
    zones: BTreeMap<usize, ZoneLink>,
}

/// The lines a cell counts under, and how it is shared over them.
pub(super) struct Place {
    pub keys: Vec<RowKey>,
    pub weights: Vec<u64>,
    /// True where a basin was put in a zone for want of a commune table.
    pub estimated: bool,
}

impl<'f, 'a> Placing<'f, 'a> {
    pub fn new(frame: &'f Frame<'a>, grouping: Grouping) -> Self {
        let zones = match grouping {
            Grouping::Zone => zone_links(frame),
            _ => BTreeMap::new(),
        };
        Self { frame, grouping, zones }
    }

    pub fn of(&self, basin: &BasinCode, fap: &FapCode) -> Place {
        if self.grouping == Grouping::Zone {
            return self.zones_of(basin);
        }
        let keys: Vec<RowKey> = self.key(basin, fap).into_iter().collect();
        Place {
            weights: vec![1; keys.len()],
            keys,
            estimated: false,
        }
    }

    fn key(&self, code: &BasinCode, fap: &FapCode) -> Option<RowKey> {
        let basin = || self.frame.basin(code).map(|i| self.frame.basins[i]);
        let occupation = || self.frame.core.get(fap);
        match self.grouping {
            Grouping::Total => Some(RowKey::Total),
            Grouping::Region => Some(RowKey::Region(basin()?.region.clone())),
            Grouping::Department => Some(RowKey::Department(basin()?.main_department.clone())),
            Grouping::Basin => Some(RowKey::Basin(code.clone())),
            Grouping::Domain => Some(RowKey::Domain(occupation()?.domain)),
            Grouping::Skill => Some(RowKey::Skill(occupation()?.skill)),
            Grouping::Occupation => Some(RowKey::Occupation(fap.clone())),
            Grouping::Cell => Some(RowKey::Cell(code.clone(), fap.clone())),
            Grouping::Zone => None,
        }
    }

    fn zones_of(&self, basin: &BasinCode) -> Place {
        let link = self.frame.basin(basin).and_then(|i| self.zones.get(&i));
        Place {
            keys: link.map_or_else(Vec::new, |l| l.zones.iter().cloned().map(RowKey::Zone).collect()),
            weights: link.map_or_else(Vec::new, |l| l.weights.clone()),
            estimated: link.is_some_and(|l| l.estimated),
        }
    }
}

/// Reads and writes one field of the figures.
type Field = (fn(&Figures) -> Estimate, fn(&mut Figures, Estimate));

/// Shares the figures of a cell; every field sums exactly.
fn split(figures: &Figures, weights: &[u64]) -> Vec<Figures> {
    if let [_] = weights {
        return vec![*figures];
    }
    let mut parts = vec![Figures::default(); weights.len()];
    let fields: [Field; 8] = [
        (|f| f.projects, |f, v| f.projects = v),
        (|f| f.difficult, |f, v| f.difficult = v),
        (|f| f.seasonal, |f, v| f.seasonal = v),
        (|f| f.need, |f, v| f.need = v),
        (|f| f.unskilled, |f, v| f.unskilled = v),
        (|f| f.level7, |f, v| f.level7 = v),
        (|f| f.supply, |f, v| f.supply = v),
        (|f| f.filled, |f, v| f.filled = v),
    ];
    for (get, set) in fields {
        for (part, value) in parts.iter_mut().zip(share(get(figures), weights)) {
            set(part, value);
        }
    }
    let causes = share(figures.no_training, weights)
        .into_iter()
        .zip(share(figures.not_enough, weights));
    let declared = apportion(figures.declared.0, weights);
    let cells = apportion(i64::from(figures.survey_cells), weights);
    let secret = apportion(i64::from(figures.secret_cells), weights);
    for (i, (part, (none, few))) in parts.iter_mut().zip(causes).enumerate() {
        part.no_training = none;
        part.not_enough = few;
        part.unfilled = none + few;
        part.declared = Milli(declared[i]);
        part.survey_cells = u32::try_from(cells[i]).unwrap_or(0);
        part.secret_cells = u32::try_from(secret[i]).unwrap_or(0);
    }
    parts
}

fn empty_row(frame: &Frame<'_>, key: RowKey) -> GapRow {
    GapRow {
        label: label(frame, &key),
        key,
        figures: Figures::default(),
        reachable: None,
        border: false,
        estimated: false,
    }
}

/// Name of a place or occupation in its nomenclature; the stable text of a skill level, which the edges translate.
pub(super) fn label(frame: &Frame<'_>, key: &RowKey) -> String {
    let catalogue = &frame.facts.catalogue;
    let basin = |code: &BasinCode| frame.basin(code).map(|i| frame.basins[i].name.clone());
    let occupation = |code: &FapCode| frame.core.get(code).map(|o| o.label.clone());
    let found = match key {
        RowKey::Total => Some(frame.facts.territory.name.clone()),
        RowKey::Region(code) => catalogue
            .regions
            .iter()
            .find(|r| r.code == *code)
            .map(|r| r.name.clone()),
        RowKey::Department(code) => {
            let departments = &catalogue.departments;
            departments.iter().find(|d| d.code == *code).map(|d| d.name.clone())
        }
        RowKey::Zone(code) => catalogue.zones.iter().find(|z| z.code == *code).map(|z| z.name.clone()),
        RowKey::Basin(code) => basin(code),
        RowKey::Domain(letter) => {
            let mut core = frame.core.values();
            core.find(|o| o.domain == *letter).map(|o| o.domain_label.clone())
        }
        RowKey::Skill(skill) => Some(skill.as_str().to_owned()),
        RowKey::Occupation(code) => occupation(code),
        RowKey::Cell(place, code) => basin(place).zip(occupation(code)).map(|(b, o)| format!("{b} – {o}")),
    };
    found.unwrap_or_default()
}

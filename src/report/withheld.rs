//! Lines that no table may tell, by the rules of the report, for whoever shows the figures of a gap beside those of another.

use std::collections::BTreeSet;

use super::hidden::Hidden;
use super::secrecy::Secrecy;
use crate::domain::facts::Facts;
use crate::domain::units::Milli;
use crate::market::gap::{Gap, GapCell, GapRow, Grouping, RowKey};

/// Lines of a grouping whose figures would tell what one or two employers declared, with those that would give them back by subtraction.
///
/// Cells go by rectangles ([`Hidden`]). Of other lines, one alone takes the smallest other with it. Sums of a line that a finer table
/// withholds are withheld too where they are few: regions and departments of basins, skills and domains of occupations.
pub fn withheld(facts: &Facts, gap: &Gap, grouping: Grouping) -> BTreeSet<RowKey> {
    let secrecy = Secrecy::new(facts, gap);
    let rows = gap.rows(grouping, facts);
    match grouping {
        Grouping::Cell => {
            let hidden = Hidden::new(facts, gap, &secrecy);
            let cells = gap.cells.iter().filter(|c| hidden.contains(&c.basin, &c.fap));
            cells.map(|c| RowKey::Cell(c.basin.clone(), c.fap.clone())).collect()
        }
        Grouping::Region | Grouping::Department | Grouping::Zone if told(facts, gap, &secrecy, Grouping::Basin) => {
            rows.into_iter().map(|row| row.key).collect()
        }
        Grouping::Skill | Grouping::Domain if told(facts, gap, &secrecy, Grouping::Occupation) => {
            rows.into_iter().map(|row| row.key).collect()
        }
        _ => few(facts, gap, &secrecy, &rows),
    }
}

/// True where a line of a grouping is withheld.
fn told(facts: &Facts, gap: &Gap, secrecy: &Secrecy<'_>, grouping: Grouping) -> bool {
    !few(facts, gap, secrecy, &gap.rows(grouping, facts)).is_empty()
}

fn few(facts: &Facts, gap: &Gap, secrecy: &Secrecy<'_>, rows: &[GapRow]) -> BTreeSet<RowKey> {
    let told = |row: &&GapRow| secrecy.told_by_few(row.figures.need, |cell| belongs(facts, cell, &row.key));
    let mut keys: BTreeSet<RowKey> = rows.iter().filter(told).map(|row| row.key.clone()).collect();
    if keys.len() == 1 && gap.cells.len() > 1 {
        let others = rows.iter().filter(|row| !keys.contains(&row.key));
        let with_need = others.filter(|row| row.figures.need.high > Milli::ZERO);
        let smallest = with_need.min_by_key(|row| row.figures.need.central);
        keys.extend(smallest.map(|row| row.key.clone()));
    }
    keys
}

fn belongs(facts: &Facts, cell: &GapCell, key: &RowKey) -> bool {
    let occupation = || facts.catalogue.occupations.iter().find(|o| o.code == cell.fap);
    let basin = || facts.catalogue.basins.iter().find(|b| b.code == cell.basin);
    match key {
        RowKey::Total => true,
        RowKey::Basin(code) => cell.basin == *code,
        RowKey::Occupation(code) => cell.fap == *code,
        RowKey::Cell(basin, fap) => cell.basin == *basin && cell.fap == *fap,
        RowKey::Domain(letter) => occupation().is_some_and(|o| o.domain == *letter),
        RowKey::Skill(skill) => occupation().is_some_and(|o| o.skill == *skill),
        RowKey::Region(code) => basin().is_some_and(|b| b.region == *code),
        RowKey::Department(code) => basin().is_some_and(|b| b.main_department == *code),
        // Shared over zones by population: no line of a zone is one of whole cells.
        RowKey::Zone(_) => false,
    }
}

//! What may be printed: secret survey cells stay « s » or ranges, fewer than three employers stay unseen.
//!
//! Employers: a number coming from one or two of them is withheld, and with it the smallest other number of the
//! same total until subtraction gives nothing back. Declared posts are printed in one hierarchy only (total,
//! domain, occupation), so that no second table crosses it.

use std::collections::{BTreeMap, BTreeSet};

use super::document::Cell;
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, FapCode};
use crate::domain::secrecy::Count;
use crate::domain::units::{Estimate, Milli};
use crate::market::gap::{Figures, Gap, GapCell};

/// Employers below which a declared number is not printed.
pub const LEAST_EMPLOYERS: usize = 3;
/// Share of a line's need above which one or two employers would be recognised.
const DOMINANCE: f64 = 0.85;

/// One survey measure of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    Projects,
    Difficult,
    Seasonal,
}

/// Knows, for each basin × occupation of a gap, which published counts are secret and who declared needs.
#[derive(Debug)]
pub struct Secrecy<'a> {
    cells: BTreeMap<Key<'a>, Seen<'a>>,
}

type Key<'a> = (&'a BasinCode, &'a FapCode);

#[derive(Debug)]
struct Seen<'a> {
    gap: &'a GapCell,
    /// Published and secret counts of projects, difficult, seasonal.
    published: [u32; 3],
    secret: [u32; 3],
    employers: BTreeSet<i64>,
}

impl<'a> Secrecy<'a> {
    /// Reads the survey rows and needs behind the home cells of a gap.
    pub fn new(facts: &'a Facts, gap: &'a Gap) -> Self {
        let mut cells: BTreeMap<Key<'a>, Seen<'a>> = gap
            .cells
            .iter()
            .map(|cell| ((&cell.basin, &cell.fap), Seen::empty(cell)))
            .collect();
        for row in facts.survey.iter().filter(|row| Some(row.year) == gap.survey_year) {
            if let Some(seen) = cells.get_mut(&(&row.basin, &row.fap)) {
                for (i, count) in [row.projects, row.difficult, row.seasonal].into_iter().enumerate() {
                    seen.published[i] += u32::from(count != Count::Missing);
                    seen.secret[i] += u32::from(count.is_secret());
                }
            }
        }
        for need in facts
            .needs
            .iter()
            .filter(|need| need.year == gap.year && need.posts > 0)
        {
            if let Some(seen) = cells.get_mut(&(&need.basin, &need.fap)) {
                seen.employers.insert(need.employer);
            }
        }
        Self { cells }
    }

    /// A survey measure summed over the cells of a line: « s » with its bounds where nothing but stars is summed.
    pub fn survey_cell(&self, measure: Measure, value: Estimate, line: impl Fn(&GapCell) -> bool) -> Cell {
        let i = measure as usize;
        let (published, secret) = self
            .of(line)
            .fold((0, 0), |(p, s), seen| (p + seen.published[i], s + seen.secret[i]));
        match published {
            0 if value == Estimate::default() => Cell::NotAvailable,
            n if n > 0 && n == secret => Cell::SecretWithin(value),
            _ => Cell::Estimate(value),
        }
    }

    /// A figure of the model: flagged where every survey cell behind the line is secret.
    pub fn model_cell(figures: &Figures, value: Estimate) -> Cell {
        if Self::all_secret(figures) && !value.is_exact() {
            Cell::Flagged(value)
        } else {
            Cell::Estimate(value)
        }
    }

    /// True where every survey cell behind a figure is secret.
    pub fn all_secret(figures: &Figures) -> bool {
        figures.survey_cells > 0 && figures.secret_cells == figures.survey_cells
    }

    /// True where one or two employers make at least 85 % of the need of the line: the line would tell what they declared.
    pub fn told_by_few(&self, need: Estimate, line: impl Fn(&GapCell) -> bool) -> bool {
        let mut employers: BTreeSet<i64> = BTreeSet::new();
        let mut told = Milli::ZERO;
        for seen in self.of(line).filter(|seen| seen.need_is_declared()) {
            employers.extend(&seen.employers);
            told += seen.gap.figures.declared;
        }
        let few = !employers.is_empty() && employers.len() < LEAST_EMPLOYERS;
        few && told.people() >= DOMINANCE * need.low.people()
    }

    /// Employers who declared needs in the cells of a line.
    pub fn employers(&self, line: impl Fn(&GapCell) -> bool) -> BTreeSet<i64> {
        self.of(line).flat_map(|seen| seen.employers.iter().copied()).collect()
    }

    fn of(&self, line: impl Fn(&GapCell) -> bool) -> impl Iterator<Item = &Seen<'a>> {
        self.cells.values().filter(move |seen| line(seen.gap))
    }
}

impl<'a> Seen<'a> {
    fn empty(gap: &'a GapCell) -> Self {
        Self {
            gap,
            published: [0; 3],
            secret: [0; 3],
            employers: BTreeSet::new(),
        }
    }

    /// The need is the larger of estimate and declarations: where an end equals the declarations, it tells them.
    fn need_is_declared(&self) -> bool {
        let f = &self.gap.figures;
        let told = [f.need.low, f.need.central, f.need.high].contains(&f.declared);
        f.declared > Milli::ZERO && told
    }
}

/// A declared number, who stands behind it, and whether it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    pub posts: Milli,
    pub employers: BTreeSet<i64>,
    pub withheld: bool,
}

impl Declared {
    /// A number before any decision.
    pub fn new(posts: Milli, employers: BTreeSet<i64>) -> Self {
        Self {
            posts,
            employers,
            withheld: false,
        }
    }

    /// The cell to print.
    pub fn cell(&self) -> Cell {
        if self.withheld {
            Cell::Withheld
        } else {
            Cell::Number(self.posts.people())
        }
    }

    fn counts(&self) -> bool {
        self.posts > Milli::ZERO
    }
}

/// A printed sum and its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub sum: Declared,
    pub parts: Vec<Declared>,
}

/// Decides what is withheld in total ⊃ groups ⊃ parts; gives the total.
pub fn withhold(groups: &mut [Group]) -> Declared {
    for group in groups.iter_mut() {
        for part in &mut group.parts {
            part.withheld = part.counts() && part.employers.len() < LEAST_EMPLOYERS;
        }
        let closed = close(group.parts.iter_mut());
        let few = group.sum.counts() && group.sum.employers.len() < LEAST_EMPLOYERS;
        group.sum.withheld = few || !closed;
    }
    let closed = close(groups.iter_mut().map(|group| &mut group.sum));
    for group in groups.iter_mut().filter(|group| group.sum.withheld) {
        hide_one(&mut group.parts);
    }
    let employers: BTreeSet<i64> = groups.iter().flat_map(|g| g.sum.employers.iter().copied()).collect();
    let mut total = Declared::new(groups.iter().map(|g| g.sum.posts).sum(), employers);
    total.withheld = total.counts() && (total.employers.len() < LEAST_EMPLOYERS || !closed);
    total
}

/// Withholds the smallest shown numbers until those withheld are at least two and come from enough employers.
/// False where nothing is left to withhold: then the sum itself must not be printed.
fn close<'a>(parts: impl Iterator<Item = &'a mut Declared>) -> bool {
    let mut parts: Vec<&mut Declared> = parts.filter(|part| part.counts()).collect();
    parts.sort_by_key(|part| part.posts);
    loop {
        let hidden: Vec<_> = parts.iter().filter(|part| part.withheld).collect();
        let employers: BTreeSet<i64> = hidden.iter().flat_map(|p| p.employers.iter().copied()).collect();
        if hidden.is_empty() || (hidden.len() > 1 && employers.len() >= LEAST_EMPLOYERS) {
            return true;
        }
        let Some(next) = parts.iter_mut().find(|part| !part.withheld) else {
            return false;
        };
        next.withheld = true;
    }
}

/// A withheld sum must not be found again by adding up its parts.
fn hide_one(parts: &mut [Declared]) {
    if parts.iter().any(|part| part.withheld) {
        return;
    }
    let smallest = parts
        .iter_mut()
        .filter(|part| part.counts())
        .min_by_key(|part| part.posts);
    if let Some(part) = smallest {
        part.withheld = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn declared(posts: i64, employers: std::ops::Range<i64>) -> Declared {
        Declared::new(Milli::whole(posts), employers.collect())
    }

    fn group(parts: Vec<Declared>) -> Group {
        let employers = parts.iter().flat_map(|p| p.employers.iter().copied()).collect();
        let sum = Declared::new(parts.iter().map(|p| p.posts).sum(), employers);
        Group { sum, parts }
    }

    fn hidden(parts: &[Declared]) -> Vec<bool> {
        parts.iter().map(|part| part.withheld).collect()
    }

    #[test]
    fn one_employer_is_never_found_again_by_subtraction() {
        let mut groups = [group(vec![declared(8, 0..1), declared(12, 1..6), declared(30, 6..12)])];
        let total = withhold(&mut groups);
        assert_eq!(hidden(&groups[0].parts), [true, true, false]);
        assert!(!groups[0].sum.withheld && !total.withheld);
    }

    #[test]
    fn a_sum_with_nothing_left_to_hide_is_hidden_with_a_neighbour() {
        let mut groups = [
            group(vec![declared(8, 0..2)]),
            group(vec![declared(5, 2..6), declared(9, 6..10)]),
            group(vec![declared(50, 10..20)]),
        ];
        let total = withhold(&mut groups);
        assert!(groups[0].sum.withheld && groups[1].sum.withheld && !groups[2].sum.withheld);
        assert_eq!(
            hidden(&groups[1].parts),
            [true, false],
            "its parts must not add up to it"
        );
        assert!(!total.withheld);
    }

    #[test]
    fn two_employers_in_all_are_not_told_at_all() {
        let mut groups = [group(vec![declared(8, 0..1), declared(3, 1..2)])];
        let total = withhold(&mut groups);
        assert!(total.withheld && groups[0].sum.withheld);
        assert_eq!(total.cell(), Cell::Withheld);
    }

    #[test]
    fn nothing_declared_is_a_plain_zero() {
        let mut groups = [group(vec![declared(0, 0..0)])];
        assert_eq!(withhold(&mut groups).cell(), Cell::Number(0.0));
    }
}

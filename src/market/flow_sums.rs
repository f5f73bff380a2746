//! Flows added up: between basins, from programmes to occupations, and what each basin gains and loses.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::AddAssign;

use super::flows::{Both, FlowLine, Flows};
use super::gap::{Gap, Supply};
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, FapCode, ProgrammeId};
use crate::domain::units::Milli;

/// What some flows add up to under one lens.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Sum {
    pub people: Milli,
    /// Of whom at more than [`Sum::FAR_KM`].
    pub far: Milli,
    /// Σ people × km.
    person_km: f64,
    /// Σ people × levels of mismatch.
    person_levels: f64,
}

impl Sum {
    /// Farther than this from basin to basin, people are counted apart; kilometres.
    pub const FAR_KM: f64 = 30.0;

    /// Mean distance of these people; nothing where there is nobody.
    pub fn mean_km(&self) -> Option<f64> {
        self.mean(self.person_km)
    }

    /// Mean distance from their diploma levels to those that are accepted; nothing where there is nobody.
    pub fn mean_levels(&self) -> Option<f64> {
        self.mean(self.person_levels)
    }

    /// Share of them who go farther than [`Sum::FAR_KM`]; nothing where there is nobody.
    pub fn far_share(&self) -> Option<f64> {
        self.mean(self.far.people())
    }

    fn mean(&self, weighted: f64) -> Option<f64> {
        (self.people > Milli::ZERO).then(|| weighted / self.people.people())
    }

    fn of(people: Milli, line: &FlowLine) -> Self {
        Self {
            people,
            far: if line.km > Self::FAR_KM { people } else { Milli::ZERO },
            person_km: people.people() * line.km,
            person_levels: people.people() * f64::from(line.level_gap),
        }
    }
}

impl AddAssign for Sum {
    fn add_assign(&mut self, o: Self) {
        self.people += o.people;
        self.far += o.far;
        self.person_km += o.person_km;
        self.person_levels += o.person_levels;
    }
}

/// Flows added up under one key.
#[derive(Debug, Clone, PartialEq)]
pub struct Grouped<K> {
    pub key: K,
    pub sums: Both<Sum>,
    /// Occupations taken under each lens.
    pub occupations: Both<usize>,
    /// Nodes people come from under each lens.
    pub nodes: Both<usize>,
}

/// What a home basin gains and loses.
#[derive(Debug, Clone, PartialEq)]
pub struct Balance {
    pub basin: BasinCode,
    /// Besoin en nouveaux sortants, central.
    pub need: Milli,
    /// Posts of the basin filled by people trained there.
    pub stayed: Both<Milli>,
    /// Posts of the basin filled by people trained elsewhere.
    pub came: Both<Milli>,
    /// People trained there who take posts elsewhere.
    pub left: Both<Milli>,
    /// Posts without anybody.
    pub unfilled: Both<Milli>,
    /// In-field leavers trained there without a post.
    pub unplaced: Both<Milli>,
    /// Those trained there who have a post, wherever it is.
    pub trained: Both<Sum>,
}

impl Balance {
    /// Posts of the basin that have somebody.
    pub fn filled(&self) -> Both<Milli> {
        let mut filled = self.stayed;
        filled += self.came;
        filled
    }

    /// Came less left.
    pub fn net(&self) -> Both<Milli> {
        Both {
            potential: self.came.potential - self.left.potential,
            expected: self.came.expected - self.left.expected,
        }
    }
}

/// The flows of the whole territory.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Summary {
    /// Posts of the territory that have somebody.
    pub filled: Both<Sum>,
    /// By people trained in the same basin.
    pub stayed: Both<Milli>,
    /// By people trained in another basin of the territory.
    pub moved: Both<Milli>,
    /// By people trained outside the territory.
    pub came: Both<Milli>,
    /// People trained in the territory who take posts outside.
    pub left: Both<Milli>,
}

impl Flows {
    /// What some lines add up to.
    pub fn sums<'f>(lines: impl IntoIterator<Item = &'f FlowLine>) -> Both<Sum> {
        let mut sums = Both::<Sum>::default();
        for line in lines {
            sums += line.people.map(|people| Sum::of(*people, line));
        }
        sums
    }

    /// From basin to basin, sorted; people who stay are on the diagonal.
    pub fn pairs(&self, gap: &Gap, keep: impl Fn(&Supply, &FlowLine) -> bool) -> Vec<Grouped<(BasinCode, BasinCode)>> {
        self.grouped(gap, keep, |from, line| (from.basin.clone(), line.basin.clone()))
    }

    /// From programme to occupation, sorted.
    pub fn kinds(&self, gap: &Gap, keep: impl Fn(&Supply, &FlowLine) -> bool) -> Vec<Grouped<(ProgrammeId, FapCode)>> {
        self.grouped(gap, keep, |from, line| (from.programme.clone(), line.fap.clone()))
    }

    fn grouped<K: Ord + Clone>(
        &self,
        gap: &Gap,
        keep: impl Fn(&Supply, &FlowLine) -> bool,
        key: impl Fn(&Supply, &FlowLine) -> K,
    ) -> Vec<Grouped<K>> {
        let mut groups: BTreeMap<K, Vec<&FlowLine>> = BTreeMap::new();
        for line in &self.lines {
            let from = &gap.supplies[line.supply];
            if keep(from, line) {
                groups.entry(key(from, line)).or_default().push(line);
            }
        }
        let count = |lines: &[&FlowLine], people: fn(&Both<Milli>) -> Milli| {
            let some = || lines.iter().filter(|line| people(&line.people) > Milli::ZERO);
            let occupations: BTreeSet<&FapCode> = some().map(|line| &line.fap).collect();
            let nodes: BTreeSet<usize> = some().map(|line| line.supply).collect();
            (occupations.len(), nodes.len())
        };
        let group = |(key, lines): (K, Vec<&FlowLine>)| {
            let (potential, expected) = (count(&lines, |b| b.potential), count(&lines, |b| b.expected));
            Grouped {
                key,
                sums: Self::sums(lines),
                occupations: Both {
                    potential: potential.0,
                    expected: expected.0,
                },
                nodes: Both {
                    potential: potential.1,
                    expected: expected.1,
                },
            }
        };
        groups.into_iter().map(group).collect()
    }

    /// One line a home basin that has posts or people, sorted.
    pub fn balances(&self, facts: &Facts, gap: &Gap) -> Vec<Balance> {
        let mut balances: BTreeMap<&BasinCode, Balance> = BTreeMap::new();
        let home = home(facts);
        for cell in &gap.cells {
            let balance = balances
                .entry(&cell.basin)
                .or_insert_with(|| Balance::blank(&cell.basin));
            let need = cell.figures.need.central;
            balance.need += need;
            balance.unfilled += Both::default().map(|_: &Milli| need);
        }
        let ours = |supply: &&Supply| supply.home && home.contains(&supply.basin);
        for supply in gap.supplies.iter().filter(ours) {
            let balance = balances
                .entry(&supply.basin)
                .or_insert_with(|| Balance::blank(&supply.basin));
            balance.unplaced += Both::default().map(|_: &Milli| supply.in_field.central);
        }
        for line in &self.lines {
            let from = &gap.supplies[line.supply];
            let minus = line.people.map(|people| -*people);
            if let Some(balance) = balances.get_mut(&line.basin) {
                let side = if from.basin == line.basin {
                    &mut balance.stayed
                } else {
                    &mut balance.came
                };
                *side += line.people;
                balance.unfilled += minus;
            }
            let Some(balance) = balances.get_mut(&from.basin).filter(|_| from.home) else {
                continue;
            };
            if from.basin != line.basin {
                balance.left += line.people;
            }
            balance.unplaced += minus;
            balance.trained += line.people.map(|people| Sum::of(*people, line));
        }
        balances.into_values().map(Balance::without_crumbs).collect()
    }

    /// The whole territory.
    pub fn summary(&self, facts: &Facts, gap: &Gap) -> Summary {
        let home = home(facts);
        let mut summary = Summary::default();
        for line in &self.lines {
            let from = &gap.supplies[line.supply].basin;
            let side = match (home.contains(from), home.contains(&line.basin)) {
                (_, true) if *from == line.basin => &mut summary.stayed,
                (true, true) => &mut summary.moved,
                (false, true) => &mut summary.came,
                (_, false) => &mut summary.left,
            };
            *side += line.people;
            if home.contains(&line.basin) {
                summary.filled += line.people.map(|people| Sum::of(*people, line));
            }
        }
        summary
    }
}

impl Balance {
    fn blank(basin: &BasinCode) -> Self {
        Self {
            basin: basin.clone(),
            need: Milli::ZERO,
            stayed: Both::default(),
            came: Both::default(),
            left: Both::default(),
            unfilled: Both::default(),
            unplaced: Both::default(),
            trained: Both::default(),
        }
    }

    /// Expected people are rounded in the cells, so a node may count some thousandths more than it has: nobody is then without a post.
    fn without_crumbs(mut self) -> Self {
        self.unplaced = self.unplaced.map(|people| (*people).max(Milli::ZERO));
        self
    }
}

fn home(facts: &Facts) -> BTreeSet<&BasinCode> {
    let regions = &facts.territory.regions;
    let basins = facts.catalogue.basins.iter();
    basins
        .filter(|b| regions.contains(&b.region))
        .map(|b| &b.code)
        .collect()
}

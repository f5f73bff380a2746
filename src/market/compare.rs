//! Two gaps side by side: each line in both, the difference with its range, and how much of it comes from need, supply and matching.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::MarketError;
use super::expected::{ExpectedFigures, ExpectedGap};
use super::gap::{Figures, Gap, GapRow, Grouping, RowKey};
use super::solve::{Request, solve};
use crate::domain::assumption::{Assumption, AssumptionKey, Assumptions};
use crate::domain::facts::Facts;
use crate::domain::progress::{Progress, Unheard};
use crate::domain::review::{OutletKey, OutletReview, ReviewStatus};
use crate::domain::units::{Estimate, Milli, Range};

/// One of the two gaps, and the facts it was computed on.
#[derive(Debug, Clone)]
pub struct Side {
    pub facts: Arc<Facts>,
    pub gap: Arc<Gap>,
    /// The other lens, where it is compared too.
    pub expected: Option<Arc<ExpectedGap>>,
}

/// Gap B against gap A; every difference is B − A.
#[derive(Debug, Clone)]
pub struct Comparison {
    pub a: Side,
    pub b: Side,
    /// What differs between the two, in the order of [`Player::ALL`].
    pub players: Vec<Player>,
    /// Gaps with some players of B and the others of A, by set of players; nothing where the territories are not the same.
    mixes: Option<BTreeMap<usize, Mix>>,
}

/// Mixed facts and their gap.
type Mix = (Arc<Facts>, Arc<Gap>);

/// What a gap is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Player {
    /// Survey, declared needs, β and the year.
    Need,
    /// Sections, outcomes, schools and the rates of the supply.
    Supply,
    /// Nomenclatures, outlets and mobility radii: who may take which post.
    Matching,
}

impl Player {
    pub const ALL: [Self; 3] = [Self::Need, Self::Supply, Self::Matching];

    /// Stable text of JSON and of the texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Need => "need",
            Self::Supply => "supply",
            Self::Matching => "matching",
        }
    }

    fn bit(self) -> usize {
        1 << self as usize
    }
}

/// All players.
const EVERYONE: usize = (1 << Player::ALL.len()) - 1;
/// Common denominator of the shares of three players: 3!.
pub const DENOMINATOR: i64 = 6;

/// One line in both gaps.
#[derive(Debug, Clone, PartialEq)]
pub struct CompareRow {
    pub key: RowKey,
    /// Name in French, as in its nomenclature.
    pub label: String,
    /// Nothing where the line does not exist.
    pub a: Option<Both>,
    pub b: Option<Both>,
    /// Part of the central change in unfilled posts of the potential lens that each player accounts for, over [`DENOMINATOR`], in thousandths of a post.
    pub effects: Option<[i64; 3]>,
    /// True where an absent line is a line of zeros: both gaps are of the same territory.
    same_places: bool,
}

/// The figures of a line, in both lenses.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Both {
    pub figures: Figures,
    pub expected: Option<ExpectedFigures>,
}

impl CompareRow {
    /// B − A of a figure. Low: least of B less most of A; nothing where a side does not exist.
    pub fn difference(&self, figure: impl Fn(&Both) -> Option<Estimate>) -> Option<Estimate> {
        let nothing = Some(Estimate::default());
        let side = |side: &Option<Both>| match side {
            Some(both) => figure(both),
            None if self.same_places => nothing,
            None => None,
        };
        Some(difference(side(&self.a)?, side(&self.b)?))
    }
}

/// B − A, with every pair of values the two ranges allow: the ends of a range are not assumed to move together.
pub fn difference(a: Estimate, b: Estimate) -> Estimate {
    Range::new(b.low - a.high, b.central - a.central, b.high - a.low)
}

/// Shares of the players in `v(everyone) − v(nobody)`, over [`DENOMINATOR`]: the Shapley value, `v` read by set of players of B.
///
/// `φ_i = Σ_{S ∌ i} |S|! (2 − |S|)! / 3! · (v(S ∪ i) − v(S))`; their sum is exact.
fn shapley(v: impl Fn(usize) -> i64) -> [i64; 3] {
    const WEIGHTS: [i64; 3] = [2, 1, 2];
    Player::ALL.map(|player| {
        let without = (0..=EVERYONE).filter(|set| set & player.bit() == 0);
        without
            .map(|set| WEIGHTS[set.count_ones() as usize] * (v(set | player.bit()) - v(set)))
            .sum()
    })
}

/// Compares two gaps. Where both are of one territory, gaps of mixed facts are solved to split the change; what does not differ costs no solve.
///
/// # Errors
/// As [`solve`].
pub fn compare(a: Side, b: Side, progress: &dyn Progress) -> Result<Comparison, MarketError> {
    let players = differing(&a, &b);
    let mut comparison = Comparison {
        players,
        mixes: None,
        a,
        b,
    };
    if !same_places(&comparison.a.facts, &comparison.b.facts) {
        return Ok(comparison);
    }
    let present: usize = comparison.players.iter().map(|p| p.bit()).sum();
    let proper: Vec<usize> = (1..present).filter(|set| set & !present == 0).collect();
    let mut mixes = BTreeMap::new();
    let total = proper.len() as u64;
    for (done, set) in (0_u64..).zip(proper) {
        progress.report(done, total);
        let (facts, year) = mixed(&comparison.a, &comparison.b, set);
        let gap = solve(&facts, &Request { year: Some(year) }, &Unheard(progress))?;
        mixes.insert(set, (Arc::new(facts), Arc::new(gap)));
    }
    progress.report(total, total);
    comparison.mixes = Some(mixes);
    Ok(comparison)
}

impl Comparison {
    /// True where the change is split between players.
    pub fn is_split(&self) -> bool {
        self.mixes.is_some()
    }

    /// The lines of a table, those of both sides, by key.
    pub fn rows(&self, grouping: Grouping) -> Vec<CompareRow> {
        let (a, b) = (lines(&self.a, grouping), lines(&self.b, grouping));
        let effects = self.effects(grouping);
        let mut labels: BTreeMap<&RowKey, &str> = BTreeMap::new();
        for (key, (label, _)) in a.iter().chain(&b) {
            labels.entry(key).or_insert(label);
        }
        let row = |(key, label): (&RowKey, &str)| CompareRow {
            key: key.clone(),
            label: label.to_owned(),
            a: a.get(key).map(|(_, both)| *both),
            b: b.get(key).map(|(_, both)| *both),
            effects: effects.as_ref().map(|e| e.get(key).copied().unwrap_or_default()),
            same_places: self.is_split(),
        };
        labels.into_iter().map(row).collect()
    }

    /// The whole territory.
    pub fn total(&self) -> CompareRow {
        let whole = |side: &Side| Both {
            figures: side.gap.total(),
            expected: side.expected.as_ref().map(|e| e.total()),
        };
        let rows = self.effects(Grouping::Total);
        CompareRow {
            key: RowKey::Total,
            label: self.b.facts.territory.name.clone(),
            a: Some(whole(&self.a)),
            b: Some(whole(&self.b)),
            effects: rows.map(|rows| rows.get(&RowKey::Total).copied().unwrap_or_default()),
            same_places: self.is_split(),
        }
    }

    fn effects(&self, grouping: Grouping) -> Option<BTreeMap<RowKey, [i64; 3]>> {
        let mixes = self.mixes.as_ref()?;
        let central = |gap: &Gap, facts: &Facts| -> BTreeMap<RowKey, i64> {
            let rows = gap.rows(grouping, facts).into_iter();
            rows.map(|row| (row.key, row.figures.unfilled.central.0)).collect()
        };
        let present: usize = self.players.iter().map(|p| p.bit()).sum();
        let mut values: Vec<BTreeMap<RowKey, i64>> = Vec::new();
        for set in 0..=EVERYONE {
            // A player that does not differ changes nothing by joining.
            values.push(match mixes.get(&(set & present)) {
                Some((facts, gap)) => central(gap, facts),
                None if set & present == 0 => central(&self.a.gap, &self.a.facts),
                None => central(&self.b.gap, &self.b.facts),
            });
        }
        let mut shares = BTreeMap::new();
        for key in values.iter().flat_map(BTreeMap::keys) {
            if !shares.contains_key(key) {
                shares.insert(key.clone(), shapley(|set| values[set].get(key).copied().unwrap_or(0)));
            }
        }
        Some(shares)
    }
}

/// The lines of one side, with both lenses.
fn lines(side: &Side, grouping: Grouping) -> BTreeMap<RowKey, (String, Both)> {
    let expected = side.expected.as_ref().map(|e| e.rows(grouping, &side.facts));
    let rows = side.gap.rows(grouping, &side.facts).into_iter();
    let said = |row: &GapRow| {
        let f = &row.figures;
        f.need.high > Milli::ZERO || f.supply.high > Milli::ZERO
    };
    let line = |row: GapRow| {
        let expected = expected.as_ref().map(|e| e.get(&row.key).copied().unwrap_or_default());
        let both = Both {
            figures: row.figures,
            expected,
        };
        (row.key, (row.label, both))
    };
    rows.filter(said).map(line).collect()
}

/// True where cells of one are cells of the other: same regions, same basins.
fn same_places(a: &Facts, b: &Facts) -> bool {
    let basins = |facts: &Facts| -> Vec<_> { facts.catalogue.basins.iter().map(|basin| basin.code.clone()).collect() };
    a.territory.regions == b.territory.regions && basins(a) == basins(b)
}

fn differing(a: &Side, b: &Side) -> Vec<Player> {
    let (x, y) = (&*a.facts, &*b.facts);
    let assumed = |player| assumptions_of(x, player) == assumptions_of(y, player);
    let same = |player: &Player| match player {
        Player::Need => {
            let years = (a.gap.year, a.gap.survey_year) == (b.gap.year, b.gap.survey_year);
            years && x.survey == y.survey && x.needs == y.needs && assumed(Player::Need)
        }
        Player::Supply => {
            x.sections == y.sections
                && x.outcomes == y.outcomes
                && x.establishments == y.establishments
                && x.communes == y.communes
                && assumed(Player::Supply)
        }
        Player::Matching => {
            let outlets = x.catalogue == y.catalogue && x.outlets == y.outlets;
            outlets && reviewed(x) == reviewed(y) && assumed(Player::Matching)
        }
    };
    Player::ALL.into_iter().filter(|player| !same(player)).collect()
}

/// Outlets that people set aside or added: who said so, and what else they noted, moves no post.
fn reviewed(facts: &Facts) -> Vec<(&OutletKey, ReviewStatus)> {
    let moves = |review: &&OutletReview| matches!(review.status, ReviewStatus::SetAside | ReviewStatus::Added);
    let reviews = facts.reviews.iter().filter(moves);
    reviews.map(|review| (&review.outlet, review.status)).collect()
}

/// Which player an assumption belongs to; those that move no post of the potential lens belong to none.
fn player_of(key: AssumptionKey) -> Option<Player> {
    match key {
        AssumptionKey::Beta => Some(Player::Need),
        AssumptionKey::RadiusKm => Some(Player::Matching),
        AssumptionKey::FillRate
        | AssumptionKey::Retention
        | AssumptionKey::FurtherStudy
        | AssumptionKey::DiplomaRate
        | AssumptionKey::StaysInField
        | AssumptionKey::ApprenticeSeatCap
        | AssumptionKey::Shrinkage => Some(Player::Supply),
        AssumptionKey::SeatCost
        | AssumptionKey::OpeningCost
        | AssumptionKey::PostWorth
        | AssumptionKey::MatchSurplus
        | AssumptionKey::MatchNoise
        | AssumptionKey::NetCreation
        | AssumptionKey::GapShare
        | AssumptionKey::NationalProjects
        | AssumptionKey::Newcomers
        | AssumptionKey::TrainingHours
        | AssumptionKey::LocalShare
        | AssumptionKey::LocalYearShare
        | AssumptionKey::YearHours
        | AssumptionKey::ColorationHours
        | AssumptionKey::ModuleHours
        | AssumptionKey::UsefulSkill => None,
    }
}

/// Values only: who told them and whether someone edited them move no post.
fn assumptions_of(facts: &Facts, player: Player) -> Vec<(AssumptionKey, &str, Range<f64>)> {
    let mine = facts.assumptions.iter().filter(|a| player_of(a.key) == Some(player));
    mine.map(|a| (a.key, a.scope.as_str(), a.value)).collect()
}

/// The facts of A with the players of `set` taken from B, and the year of their need.
fn mixed(a: &Side, b: &Side, set: usize) -> (Facts, u16) {
    let from = |player: Player| if set & player.bit() == 0 { a } else { b };
    let (need, supply, matching) = (from(Player::Need), from(Player::Supply), from(Player::Matching));
    let assumptions: Vec<Assumption> = Player::ALL
        .into_iter()
        .flat_map(|player| {
            let of = move |assumption: &&Assumption| player_of(assumption.key).unwrap_or(Player::Matching) == player;
            from(player).facts.assumptions.iter().filter(of).cloned()
        })
        .collect();
    let facts = Facts {
        survey: need.facts.survey.clone(),
        employers: need.facts.employers.clone(),
        needs: need.facts.needs.clone(),
        sources: supply.facts.sources.clone(),
        sections: supply.facts.sections.clone(),
        outcomes: supply.facts.outcomes.clone(),
        establishments: supply.facts.establishments.clone(),
        communes: supply.facts.communes.clone(),
        assumptions: Assumptions::new(assumptions),
        ..Facts::clone(&matching.facts)
    };
    (facts, need.gap.year)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(low: i64, central: i64, high: i64) -> Estimate {
        Range::new(Milli(low), Milli(central), Milli(high))
    }

    #[test]
    fn a_difference_takes_the_far_ends_of_both_ranges() {
        let (a, b) = (people(10, 20, 40), people(15, 30, 35));
        assert_eq!(difference(a, b), people(-25, 10, 25));
        assert_eq!(difference(a, a), people(-30, 0, 30), "two ranges are not one");
    }

    #[test]
    fn shares_add_up_and_a_player_that_changes_nothing_has_none() {
        // Need adds 100, supply takes 30 off, together they take 10 more; matching is a dummy.
        let v = |set: usize| {
            let (need, supply) = (set & 1 != 0, set & 2 != 0);
            i64::from(need) * 100 - i64::from(supply) * 30 - i64::from(need && supply) * 10
        };
        let shares = shapley(v);
        assert_eq!(shares, [95 * DENOMINATOR, -35 * DENOMINATOR, 0]);
        assert_eq!(shares.iter().sum::<i64>(), DENOMINATOR * (v(EVERYONE) - v(0)));
        let three = |set: usize| [0, 7, 11, 2, 5, -3, 8, 1][set];
        assert_eq!(shapley(three).iter().sum::<i64>(), DENOMINATOR);
    }
}

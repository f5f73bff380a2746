//! The yearly review: what a plan foresaw of each cohort beside what became of it, the error by cause, and what is learned for the assumptions.

use std::collections::BTreeMap;

use super::super::factors::Factors;
use super::super::frame::Frame;
use super::super::gap::FactorKind;
use super::super::groups::Groups;
use super::super::matching::{distance, radius};
use super::super::rates::{assumption, wilson};
use super::super::seats::Lever;
use super::board_check::action_of;
use super::cohort::Course;
use super::entrants::main_basin;
use super::years::demand;
use crate::domain::assumption::{Assumption, AssumptionKey, Assumptions};
use crate::domain::board::{REVIEW_SOURCE, ReviewOutcome};
use crate::domain::facts::Facts;
use crate::domain::id::ProgrammeId;
use crate::domain::programme::{Diploma, Route};
use crate::domain::scenario::{PlanAction, Scenario, SectionKey};
use crate::domain::units::{Bound, Range};

/// What a forecast may have missed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ReviewCause {
    Fill,
    Retention,
    FurtherStudy,
    Diploma,
    StaysInField,
    Need,
}

impl ReviewCause {
    /// In the order of the funnel, then the posts.
    pub const ALL: [Self; 6] = [
        Self::Fill,
        Self::Retention,
        Self::FurtherStudy,
        Self::Diploma,
        Self::StaysInField,
        Self::Need,
    ];

    /// Stable text of JSON and of the texts (`review-cause-<key>`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Fill => "fill",
            Self::Retention => "retention",
            Self::FurtherStudy => "further-study",
            Self::Diploma => "diploma",
            Self::StaysInField => "stays-in-field",
            Self::Need => "need",
        }
    }

    /// The assumption it bears on; the need has none.
    fn key(self) -> Option<AssumptionKey> {
        match self {
            Self::Fill => Some(AssumptionKey::FillRate),
            Self::Retention => Some(AssumptionKey::Retention),
            Self::FurtherStudy => Some(AssumptionKey::FurtherStudy),
            Self::Diploma => Some(AssumptionKey::DiplomaRate),
            Self::StaysInField => Some(AssumptionKey::StaysInField),
            Self::Need => None,
        }
    }
}

/// One cohort of one action: plan against outcome. People and posts, central.
#[derive(Debug, Clone, PartialEq)]
pub struct Reviewed {
    pub outcome: ReviewOutcome,
    pub scenario: String,
    pub section: SectionKey,
    pub programme_label: String,
    pub diploma: Diploma,
    pub seats: u32,
    /// June its people leave in.
    pub june: u16,
    /// Foreseen: entrants, final year, leavers, graduates, in the field; at the assumptions of before any review.
    pub forecast: [f64; 5],
    /// The same with what was observed, and what was foreseen of the stages that are not known yet.
    pub outturn: [f64; 5],
    /// Posts open to them within reach: foreseen, and observed where known.
    pub posts: (f64, Option<f64>),
    /// Posts that the cohort could fill at most, foreseen and in the end.
    pub filled: (f64, f64),
    /// What each cause accounts for; nothing where it is not known yet. They sum to the error.
    pub causes: Vec<(ReviewCause, Option<f64>)>,
}

impl Reviewed {
    /// Posts filled in the end less those foreseen.
    pub fn error(&self) -> f64 {
        self.filled.1 - self.filled.0
    }

    /// True once every stage is known.
    pub fn is_whole(&self) -> bool {
        self.outcome.in_field.is_some()
    }
}

/// What reviews teach of one assumption, for one programme.
#[derive(Debug, Clone, PartialEq)]
pub struct Learned {
    pub key: AssumptionKey,
    pub programme: ProgrammeId,
    pub programme_label: String,
    /// What is supposed without any review.
    pub prior: Range<f64>,
    /// Weight of the prior, in people.
    pub strength: f64,
    /// Of so many people, how many did it.
    pub observed: (u32, u32),
    pub value: Range<f64>,
    /// Last rentrée reviewed.
    pub rentree: u16,
}

impl Learned {
    /// The assumption as it would be written: of this programme, with its source.
    pub fn assumption(&self) -> Assumption {
        let (people, did) = self.observed;
        Assumption {
            key: self.key,
            scope: self.programme.to_string(),
            value: self.value,
            source: format!("{REVIEW_SOURCE} {} ({did}/{people})", self.rentree),
            edited: true,
        }
    }
}

/// What was foreseen of every cohort reviewed, and what became of it: by rentrée, then as the board has them.
///
/// `filled = min(seats · fill · retention · leaving · diploma · stays, posts)`, foreseen and observed; the error is shared between the six as the mean,
/// over all orders in which the foreseen is replaced by the observed, of what each replacement changes (Shapley 1953): the parts sum to the error.
pub fn review(facts: &Facts) -> Vec<Reviewed> {
    if facts.board.reviews.is_empty() {
        return Vec::new();
    }
    let ground = Ground::new(facts);
    let mut reviewed: Vec<Reviewed> = facts.board.reviews.iter().filter_map(|o| ground.reviewed(o)).collect();
    reviewed.sort_by_key(|r| (r.outcome.rentree, r.outcome.action));
    reviewed
}

/// What all reviews together teach, by programme and assumption: `(k · prior + n · observed) / (k + n)`, end by end, with Wilson's 90 % interval of the
/// observed share; the centre is the mean of a Beta prior worth `k` people (assumption « shrinkage ») once `n` were seen.
pub fn learned(facts: &Facts) -> Vec<Learned> {
    if facts.board.reviews.is_empty() {
        return Vec::new();
    }
    let ground = Ground::new(facts);
    let mut sums: BTreeMap<(ProgrammeId, AssumptionKey), Sum> = BTreeMap::new();
    for outcome in &facts.board.reviews {
        let Some((lever, _, action)) = ground.lever(outcome) else {
            continue;
        };
        for (cause, (people, did)) in counted(outcome, action.seats) {
            let Some(key) = cause.key() else { continue };
            let sum = sums.entry((action.section.programme.clone(), key)).or_insert(Sum {
                route: action.section.route,
                passages: passages(&lever),
                people: 0,
                did: 0,
                rentree: 0,
            });
            sum.people += people;
            sum.did += did;
            sum.rentree = sum.rentree.max(outcome.rentree);
        }
    }
    let told = sums.into_iter().filter(|(_, sum)| sum.people > 0);
    told.filter_map(|((programme, key), sum)| ground.learned(programme, key, &sum))
        .collect()
}

/// People seen under one assumption.
struct Sum {
    route: Route,
    passages: u8,
    people: u32,
    did: u32,
    rentree: u16,
}

/// The territory at the assumptions of before any review.
struct Ground<'f> {
    facts: &'f Facts,
    frame: Frame<'f>,
    groups: Groups<'f>,
}

impl<'f> Ground<'f> {
    fn new(facts: &'f Facts) -> Self {
        let mut frame = Frame::new(facts);
        frame.assumptions = without_reviews(&facts.assumptions);
        Self {
            groups: Groups::new(&frame),
            frame,
            facts,
        }
    }

    /// The seat of the action of an outcome, as the plan understands it.
    fn lever(&self, outcome: &ReviewOutcome) -> Option<(Lever, &'f Scenario, &'f PlanAction)> {
        let (scenario, action) = action_of(self.facts, outcome.action)?;
        let SectionKey { site, programme, route } = &action.section;
        let number = self.groups.codes.programmes.iter().position(|p| p.id == *programme)?;
        let group = self.groups.all.iter().find(|group| {
            group.programme == number
                && group.route == *route
                && self
                    .groups
                    .establishment(group)
                    .is_some_and(|uai| site.uai() == Some(uai))
        });
        let mut factors: Factors<'_, 'f> = self.groups.factors(&self.frame);
        let lever = match group {
            Some(group) => self.groups.lever(&self.frame, &mut factors, group),
            None => self.groups.opening(&self.frame, &mut factors, (site, number, *route)),
        }?;
        Some((lever, scenario, action))
    }

    fn reviewed(&self, outcome: &ReviewOutcome) -> Option<Reviewed> {
        let (lever, scenario, action) = self.lever(outcome)?;
        let programme = &self.groups.codes.programmes[lever.programme];
        let course = Course::of(&lever.factors, (lever.years, passages(&lever)), Bound::Central);
        let fill = lever.factors.iter().find(|f| f.kind == FactorKind::FillRate);
        let foreseen = [
            fill.map_or(1.0, |f| f.value.central),
            course.retention,
            course.leaving,
            course.diploma,
            course.stays,
        ];
        let observed = shares(outcome, action.seats);
        let june = outcome.rentree + u16::from(lever.years);
        let posts = self.posts(&lever, (scenario, june));
        let told = outcome.posts.map(f64::from);
        let share = |at: usize| observed[at].unwrap_or(foreseen[at]);
        let in_the_end: [f64; 5] = std::array::from_fn(share);
        let seats = f64::from(action.seats);
        let worth = |kept: u32| {
            let rate = |at: usize| {
                if kept & (1 << at) == 0 {
                    foreseen[at]
                } else {
                    in_the_end[at]
                }
            };
            let people: f64 = seats * (0..5).map(rate).product::<f64>();
            let open = if kept & (1 << 5) == 0 {
                posts
            } else {
                told.unwrap_or(posts)
            };
            people.min(open)
        };
        let parts = shapley(worth);
        let is_known = |at: usize| if at < 5 { observed[at].is_some() } else { told.is_some() };
        let causes = ReviewCause::ALL.into_iter().enumerate();
        Some(Reviewed {
            outcome: outcome.clone(),
            scenario: scenario.name.clone(),
            section: action.section.clone(),
            programme_label: programme.label.clone(),
            diploma: programme.diploma,
            seats: action.seats,
            june,
            forecast: stages(seats, foreseen),
            outturn: stages(seats, in_the_end),
            posts: (posts, told),
            filled: (worth(0), worth((1 << 6) - 1)),
            causes: causes
                .map(|(at, cause)| (cause, is_known(at).then_some(parts[at])))
                .collect(),
        })
    }

    /// Posts of its outlets, within the radius of its level, in the June its people leave: the need of the year, whoever else may take them.
    fn posts(&self, lever: &Lever, (scenario, june): (&Scenario, u16)) -> f64 {
        let base = super::super::demand::Demand::new(&self.frame, None).year;
        let demand = demand(&self.frame, scenario.trajectory, (base, june));
        let Some(from) = main_basin(&lever.place.basins, &lever.place.weights) else {
            return 0.0;
        };
        let most = radius(&self.frame, self.groups.codes.programmes[lever.programme].level);
        let outlets = &self.groups.outlets[lever.programme];
        let open = demand
            .cells
            .iter()
            .filter(|((basin, fap), _)| outlets.contains(fap) && distance(&self.frame, from, *basin) <= most);
        open.map(|(_, figures)| figures.need.central.people()).sum()
    }

    fn learned(&self, programme: ProgrammeId, key: AssumptionKey, sum: &Sum) -> Option<Learned> {
        let known = self.groups.codes.programmes.iter().find(|p| p.id == programme)?;
        let strength = self.frame.assumptions.value(AssumptionKey::Shrinkage, &[]).central;
        let (prior, _) = assumption(&self.frame.assumptions, key, known, sum.route);
        let passages = if key == AssumptionKey::Retention {
            sum.passages
        } else {
            1
        };
        Some(Learned {
            key,
            programme_label: known.label.clone(),
            value: posterior(prior, strength, (sum.people, sum.did), passages),
            prior,
            strength,
            observed: (sum.people, sum.did),
            rentree: sum.rentree,
            programme,
        })
    }
}

/// The prior and what was seen of `people`, of whom so many did it over so many passages, each end by its own.
fn posterior(prior: Range<f64>, strength: f64, (people, did): (u32, u32), passages: u8) -> Range<f64> {
    let n = f64::from(people);
    let each = 1.0 / f64::from(passages.max(1));
    let seen = wilson(f64::from(did) / n, n).map(|share| share.powf(each));
    let mix = |prior: f64, seen: f64| (strength * prior + n * seen) / (strength + n);
    let central = mix(prior.central, seen.central);
    Range::new(
        mix(prior.low, seen.low).min(central),
        central,
        mix(prior.high, seen.high).max(central),
    )
}

/// The assumptions, less those that reviews led to.
fn without_reviews(assumptions: &Assumptions) -> Assumptions {
    let kept = assumptions.iter().filter(|a| !a.source.starts_with(REVIEW_SOURCE));
    Assumptions::new(kept.cloned().collect())
}

fn passages(lever: &Lever) -> u8 {
    lever.years.saturating_sub(1).max(1)
}

/// Of how many people, how many did it, for each cause that an outcome tells of. No more entrants than seats count as seats filled.
fn counted(outcome: &ReviewOutcome, seats: u32) -> Vec<(ReviewCause, (u32, u32))> {
    let [entrants, final_year, leavers, graduates, in_field] = outcome.stages();
    let pair = |of: Option<u32>, did: Option<u32>| of.zip(did);
    let stayed = pair(final_year, leavers).map(|(of, left)| (of, of - left.min(of)));
    [
        (ReviewCause::Fill, pair(Some(seats), entrants.map(|n| n.min(seats)))),
        (ReviewCause::Retention, pair(entrants, final_year)),
        (ReviewCause::FurtherStudy, stayed),
        (ReviewCause::Diploma, pair(leavers, graduates)),
        (ReviewCause::StaysInField, pair(graduates, in_field)),
    ]
    .into_iter()
    .filter_map(|(cause, told)| Some((cause, told?)))
    .collect()
}

/// The shares observed, in the order of the funnel: each stage over the one before, where there was anybody.
fn shares(outcome: &ReviewOutcome, seats: u32) -> [Option<f64>; 5] {
    let stages = outcome.stages();
    std::array::from_fn(|at| {
        let before = if at == 0 { Some(seats) } else { stages[at - 1] };
        let (of, did) = before.zip(stages[at])?;
        (of > 0).then(|| f64::from(did) / f64::from(of))
    })
}

/// People at each stage.
fn stages(seats: f64, shares: [f64; 5]) -> [f64; 5] {
    std::array::from_fn(|at| seats * shares[..=at].iter().product::<f64>())
}

/// Shapley value of each of the six causes: the mean over all orders, of `64` values. `|S|! (5 − |S|)! / 6!` weighs what a cause adds to a set `S`.
fn shapley(worth: impl Fn(u32) -> f64) -> [f64; 6] {
    /// 6! / (|S|! (5 − |S|)!)
    const WEIGHTS: [f64; 6] = [6.0, 30.0, 60.0, 60.0, 30.0, 6.0];
    let values: Vec<f64> = (0..64).map(worth).collect();
    std::array::from_fn(|at| {
        let others = (0..64_usize).filter(|set| set & (1 << at) == 0);
        others
            .map(|set| (values[set | (1 << at)] - values[set]) / WEIGHTS[set.count_ones() as usize])
            .sum()
    })
}

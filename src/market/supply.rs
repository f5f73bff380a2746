//! The supply side: groups of people become nodes (programme, basin, route) of those available in the field.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::chain::{Chain, Stages};
use super::codes::Kind;
use super::factors::Factors;
use super::frame::Frame;
use super::gap::{Factor, FactorKind, FactorProvenance, Funnel, Origin, Supply};
use super::groups::{Counts, Group, Groups};
use super::pools::Pools;
use super::reconcile::{Reconciliation, reconcile};
use super::seats::Lever;
use crate::domain::id::RegionCode;
use crate::domain::programme::Route;
use crate::domain::units::{Estimate, Milli};

/// What the facts say of supply.
pub(super) struct SupplySide {
    /// Sorted by basin, programme, route; those without people included. They have their origins only where these were asked for.
    pub nodes: Vec<Supply>,
    /// Basin number of each node.
    pub basins: Vec<usize>,
    pub funnel: Funnel,
    pub assumed_share: f64,
    pub counts: Counts,
    /// Regions with at least one supply node.
    pub regions: BTreeSet<RegionCode>,
    /// Pupils of the seats beside those observed, where both are known.
    pub reconciliation: Option<Reconciliation>,
    /// Number of each node by basin, programme and route.
    pub places: BTreeMap<NodeNumbers, usize>,
    /// Km added to the radius of a node whose people are helped to go farther; nothing for the others.
    pub farther: BTreeMap<usize, u32>,
}

/// Basin, programme and route of a node.
type NodeNumbers = (usize, usize, Route);

/// Sums under way, with what is asked for beside them.
struct Builder<'g, 'a> {
    groups: &'g Groups<'a>,
    frame: &'g Frame<'a>,
    factors: Factors<'g, 'a>,
    nodes: BTreeMap<NodeNumbers, Estimate>,
    /// Home supply.
    funnel: Funnel,
    /// In-field people at home whose number rests on an assumption, central.
    assumed: Milli,
    /// School pupils of a final year at home that come from seats, central.
    from_seats: BTreeMap<(&'a RegionCode, Kind), Milli>,
    origins: Option<BTreeMap<NodeNumbers, Vec<Origin>>>,
    levers: Option<Vec<Lever>>,
    pools: Option<Pools>,
}

/// Every supply node, home and context, by its numbers alone.
pub(super) fn supply(frame: &Frame<'_>) -> SupplySide {
    supply_of(frame, &Groups::new(frame))
}

/// The same of groups already known, at the assumptions of the frame.
pub(super) fn supply_of<'a>(frame: &Frame<'a>, groups: &Groups<'a>) -> SupplySide {
    Builder::new(frame, groups).build().collect()
}

/// The supply nodes with where their people come from.
pub(super) fn explained_supply(frame: &Frame<'_>) -> SupplySide {
    explained_supply_of(frame, &Groups::new(frame))
}

/// The same of groups already known, at the assumptions of the frame.
pub(super) fn explained_supply_of<'a>(frame: &Frame<'a>, groups: &Groups<'a>) -> SupplySide {
    let explained = Builder {
        origins: Some(BTreeMap::new()),
        ..Builder::new(frame, groups)
    };
    explained.build().collect()
}

/// The supply nodes, and the home sections and headcounts, each as what one more there adds.
pub(super) fn supply_and_levers(frame: &Frame<'_>) -> (SupplySide, Vec<Lever>) {
    let groups = Groups::new(frame);
    let with_levers = Builder {
        levers: Some(Vec::new()),
        ..Builder::new(frame, &groups)
    };
    let mut built = with_levers.build();
    let levers = built.levers.take().unwrap_or_default();
    (built.collect(), levers)
}

/// The supply nodes, and the people of every programme, with or without outlet, for each set of causes removed.
pub(super) fn supply_and_pools(frame: &Frame<'_>) -> (SupplySide, Pools) {
    let groups = Groups::new(frame);
    let with_pools = Builder {
        pools: Some(Pools::default()),
        ..Builder::new(frame, &groups)
    };
    let mut built = with_pools.build();
    let pools = built.pools.take().unwrap_or_default();
    (built.collect(), pools)
}

impl<'g, 'a> Builder<'g, 'a> {
    fn new(frame: &'g Frame<'a>, groups: &'g Groups<'a>) -> Self {
        Self {
            groups,
            frame,
            factors: groups.factors(frame),
            nodes: BTreeMap::new(),
            funnel: Funnel::default(),
            assumed: Milli::ZERO,
            from_seats: BTreeMap::new(),
            origins: None,
            levers: None,
            pools: None,
        }
    }

    fn build(mut self) -> Self {
        let groups = self.groups;
        for group in &groups.all {
            self.add(group);
        }
        self
    }

    /// Without outlet a group only counts where causes are removed.
    fn add(&mut self, group: &Group) {
        let nowhere = self.groups.is_without_outlet(group);
        if nowhere && self.pools.is_none() {
            return;
        }
        let chain = self.groups.chain(&mut self.factors, group);
        if let Some(levers) = &mut self.levers {
            levers.extend(self.groups.lever(self.frame, &mut self.factors, group));
        }
        if let Some(pools) = &mut self.pools {
            let seats = self.groups.seats(group).unwrap_or(0);
            pools.add(group.programme, &chain, seats, &group.place);
        }
        if !nowhere {
            self.add_parts(group, &chain);
        }
    }

    /// Shares a group over its basins; every stage sums exactly.
    fn add_parts(&mut self, group: &Group, chain: &Chain) {
        let place = &group.place;
        let assumed = place.basins.len() > 1 || rests_on_assumption(&chain.factors);
        let shares = chain.stages.split(&place.weights);
        for (basin, stages) in place.basins.iter().zip(&shares) {
            let node = self.nodes.entry((*basin, group.programme, group.route)).or_default();
            *node += stages.in_field;
            if self.frame.home[*basin] {
                add(&mut self.funnel, stages);
                if assumed {
                    self.assumed += stages.in_field.central;
                }
                self.add_seated(group, *basin, stages);
            }
        }
        self.add_origins(group, chain, &shares);
    }

    /// Pupils of a final year that were not counted there.
    fn add_seated(&mut self, group: &Group, basin: usize, stages: &Stages) {
        let seated = self.groups.seats(group).is_some() && stages.counted.central == Milli::ZERO;
        if seated && group.route == Route::School {
            let programme = &self.groups.codes.programmes[group.programme];
            let key = (&self.frame.basins[basin].region, (programme.diploma, programme.level));
            *self.from_seats.entry(key).or_default() += stages.final_year.central;
        }
    }

    /// One origin a basin, where they are asked for.
    fn add_origins(&mut self, group: &Group, chain: &Chain, shares: &[Stages]) {
        let Some(origins) = &mut self.origins else { return };
        let place = &group.place;
        let whole = self.groups.origin(self.frame, group, chain);
        let total: u64 = place.weights.iter().sum();
        for ((basin, weight), stages) in place.basins.iter().zip(&place.weights).zip(shares) {
            let spread = place.basins.len() > 1;
            let share = spread.then(|| self.factors.estimated(FactorKind::SpreadShare, ratio(*weight, total)));
            let mut factors = Vec::with_capacity(whole.factors.len() + usize::from(spread));
            factors.extend(whole.factors.iter().cloned().chain(share));
            let key = (*basin, group.programme, group.route);
            origins.entry(key).or_default().push(Origin {
                leavers: stages.leavers,
                in_field: stages.in_field,
                factors,
                ..whole.clone()
            });
        }
    }

    /// The nodes in order, and the sums over home.
    fn collect(self) -> SupplySide {
        let Self {
            groups, frame, funnel, ..
        } = self;
        let mut origins = self.origins.unwrap_or_default();
        let labels: Vec<Arc<str>> = groups
            .codes
            .programmes
            .iter()
            .map(|p| p.label.as_str().into())
            .collect();
        let node = |(key, in_field): (&NodeNumbers, &Estimate)| {
            let (basin, number, route) = *key;
            let programme = &groups.codes.programmes[number];
            Supply {
                basin: frame.basins[basin].code.clone(),
                programme: programme.id.clone(),
                programme_label: Arc::clone(&labels[number]),
                diploma: programme.diploma,
                level: programme.level,
                route,
                origins: largest_first(origins.remove(key).unwrap_or_default()),
                in_field: *in_field,
                placed: Milli::ZERO,
                outlets: Arc::clone(&groups.outlets[number]),
                home: frame.home[basin],
            }
        };
        let nodes: Vec<Supply> = self.nodes.iter().map(node).collect();
        let basins: Vec<usize> = self.nodes.keys().map(|(basin, ..)| *basin).collect();
        let populated = basins.iter().zip(&nodes).filter(|(_, node)| is_populated(node));
        let in_field = funnel.in_field.central;
        SupplySide {
            regions: populated
                .map(|(basin, _)| frame.basins[*basin].region.clone())
                .collect(),
            basins,
            nodes,
            funnel,
            assumed_share: if in_field > Milli::ZERO {
                self.assumed.people() / in_field.people()
            } else {
                0.0
            },
            counts: groups.counts,
            reconciliation: reconcile(frame, &groups.codes, &groups.outlets, self.from_seats),
            places: self.nodes.into_keys().zip(0..).collect(),
            farther: BTreeMap::new(),
        }
    }
}

impl SupplySide {
    /// Adds a node at its place among the others; one that is there stays.
    pub fn insert(&mut self, frame: &Frame<'_>, key: (usize, usize, Route), node: Supply) {
        if self.places.contains_key(&key) {
            return;
        }
        let at = self.places.range(..key).next_back().map_or(0, |(_, last)| last + 1);
        for place in self.places.values_mut().filter(|place| **place >= at) {
            *place += 1;
        }
        self.places.insert(key, at);
        self.basins.insert(at, key.0);
        self.regions.insert(frame.basins[key.0].region.clone());
        self.nodes.insert(at, node);
    }

    /// Adds, after all others, a node without people like another, that reaches farther; its number.
    pub fn twin(&mut self, node: usize, km: u32) -> usize {
        let at = self.nodes.len();
        self.nodes.push(Supply {
            origins: Vec::new(),
            in_field: Estimate::default(),
            placed: Milli::ZERO,
            ..self.nodes[node].clone()
        });
        self.basins.push(self.basins[node]);
        self.farther.insert(at, km);
        at
    }
}

/// Whether anyone can be there: a section without entrants is a node of the problem, so that a seat can be added, but is no supply to show.
pub(super) fn is_populated(node: &Supply) -> bool {
    node.in_field.high > Milli::ZERO
}

/// No more room than there are origins.
fn largest_first(mut origins: Vec<Origin>) -> Vec<Origin> {
    origins.sort_by(|a, b| {
        let by_people = b.in_field.central.cmp(&a.in_field.central);
        by_people.then_with(|| (&a.uai, a.source, &a.rows).cmp(&(&b.uai, b.source, &b.rows)))
    });
    origins.shrink_to_fit();
    origins
}

fn add(funnel: &mut Funnel, stages: &Stages) {
    funnel.seats += stages.seats;
    funnel.entrants += stages.entrants;
    funnel.final_year += stages.final_year;
    funnel.counted += stages.counted;
    funnel.leavers += stages.leavers;
    funnel.graduates += stages.graduates;
    funnel.in_field += stages.in_field;
}

/// True where a factor other than the common diploma and stays-in-field rates is assumed or estimated (ruling 9.15), the share of a spread included:
/// a regional headcount put in a basin by estimate is an estimate of that basin.
fn rests_on_assumption(factors: &[Arc<Factor>]) -> bool {
    use FactorKind::{DiplomaRate, StaysInField};
    factors.iter().any(|f| {
        let common = matches!(f.kind, DiplomaRate | StaysInField);
        let weak = matches!(f.provenance, FactorProvenance::Assumed | FactorProvenance::Estimated);
        !common && weak
    })
}

#[expect(clippy::cast_precision_loss, reason = "weights are far below 2^53")]
fn ratio(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

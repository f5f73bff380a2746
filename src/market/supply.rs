//! The supply side: groups of people become nodes (programme, basin, route) of those available in the field.

use std::collections::{BTreeMap, BTreeSet};

use super::chain::{Chain, Stages, estimated};
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
    /// Sorted by basin, programme, route; those without people included.
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
    /// Home sections and headcounts, each as what one more there adds.
    pub levers: Vec<Lever>,
    /// Number of each node by basin, programme and route.
    pub places: BTreeMap<(usize, usize, Route), usize>,
}

/// People of one origin in one basin.
pub(super) struct Part {
    pub basin: usize,
    pub programme: usize,
    pub route: Route,
    pub origin: Origin,
    pub stages: Stages,
}

/// Parts under way, with the people of removed causes where they are asked for.
struct Builder<'g, 'f, 'a> {
    groups: &'g Groups<'a>,
    frame: &'f Frame<'a>,
    parts: Vec<Part>,
    levers: Vec<Lever>,
    pools: Option<Pools>,
}

/// Builds every supply node, home and context.
pub(super) fn supply(frame: &Frame<'_>) -> SupplySide {
    supply_of(frame, &Groups::new(frame))
}

/// The supply nodes of groups already known, at the assumptions of the frame.
pub(super) fn supply_of<'a>(frame: &Frame<'a>, groups: &Groups<'a>) -> SupplySide {
    collect(build(frame, groups, None))
}

/// The supply nodes, and the people of every programme, with or without outlet, for each set of causes removed.
pub(super) fn supply_and_pools(frame: &Frame<'_>) -> (SupplySide, Pools) {
    let groups = Groups::new(frame);
    let mut builder = build(frame, &groups, Some(Pools::default()));
    let pools = builder.pools.take().unwrap_or_default();
    (collect(builder), pools)
}

fn build<'g, 'f, 'a>(frame: &'f Frame<'a>, groups: &'g Groups<'a>, pools: Option<Pools>) -> Builder<'g, 'f, 'a> {
    let mut builder = Builder {
        groups,
        frame,
        parts: Vec::new(),
        levers: Vec::new(),
        pools,
    };
    for group in &groups.all {
        builder.add(group);
    }
    builder
}

impl Builder<'_, '_, '_> {
    /// Without outlet a group only counts where causes are removed.
    fn add(&mut self, group: &Group) {
        let nowhere = self.groups.is_without_outlet(group);
        if nowhere && self.pools.is_none() {
            return;
        }
        let chain = self.groups.chain(self.frame, group);
        self.levers.extend(self.groups.lever(self.frame, group));
        let origin = self.groups.origin(self.frame, group, &chain);
        if let Some(pools) = &mut self.pools {
            pools.add(group.programme, &chain, origin.seats.unwrap_or(0), &group.place);
        }
        if !nowhere {
            self.add_parts(group, &origin, &chain);
        }
    }

    /// Shares an origin over its basins; every stage sums exactly.
    fn add_parts(&mut self, group: &Group, origin: &Origin, chain: &Chain) {
        let place = &group.place;
        let total: u64 = place.weights.iter().sum();
        let shares = chain.stages.split(&place.weights);
        for ((basin, weight), stages) in place.basins.iter().zip(&place.weights).zip(shares) {
            let mut origin = origin.clone();
            origin.leavers = stages.leavers;
            origin.in_field = stages.in_field;
            if place.basins.len() > 1 {
                origin
                    .factors
                    .push(estimated(FactorKind::SpreadShare, ratio(*weight, total)));
            }
            self.parts.push(Part {
                basin: *basin,
                programme: group.programme,
                route: group.route,
                origin,
                stages,
            });
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
}

/// Groups the parts into nodes and adds the home funnel up.
fn collect(builder: Builder<'_, '_, '_>) -> SupplySide {
    let Builder {
        groups,
        frame,
        parts,
        levers,
        ..
    } = builder;
    let Groups { codes, outlets, .. } = groups;
    let reconciliation = reconcile(frame, codes, outlets, &parts);
    let mut funnel = Funnel::default();
    let (mut in_field, mut assumed) = (Milli::ZERO, Milli::ZERO);
    let mut nodes: BTreeMap<(usize, usize, Route), Vec<Origin>> = BTreeMap::new();
    for part in parts {
        if frame.home[part.basin] {
            add(&mut funnel, &part.stages);
            in_field += part.stages.in_field.central;
            if rests_on_assumption(&part.origin.factors) {
                assumed += part.stages.in_field.central;
            }
        }
        let key = (part.basin, part.programme, part.route);
        nodes.entry(key).or_default().push(part.origin);
    }
    let node = |((basin, number, route), origins): ((usize, usize, Route), Vec<Origin>)| {
        let programme = &codes.programmes[number];
        Supply {
            basin: frame.basins[basin].code.clone(),
            programme: programme.id.clone(),
            programme_label: programme.label.clone(),
            diploma: programme.diploma,
            level: programme.level,
            route,
            in_field: origins.iter().map(|o| o.in_field).sum::<Estimate>(),
            origins: largest_first(origins),
            placed: Milli::ZERO,
            outlets: outlets[number].clone(),
            home: frame.home[basin],
        }
    };
    let places = nodes.keys().enumerate().map(|(i, key)| (*key, i)).collect();
    let basins: Vec<usize> = nodes.keys().map(|(basin, ..)| *basin).collect();
    let nodes: Vec<Supply> = nodes.into_iter().map(node).collect();
    let populated = basins.iter().zip(&nodes).filter(|(_, node)| is_populated(node));
    SupplySide {
        regions: populated
            .map(|(basin, _)| frame.basins[*basin].region.clone())
            .collect(),
        basins,
        nodes,
        funnel,
        assumed_share: if in_field > Milli::ZERO {
            assumed.people() / in_field.people()
        } else {
            0.0
        },
        counts: groups.counts,
        reconciliation,
        levers,
        places,
    }
}

/// Whether anyone can be there: a section without entrants is a node of the problem, so that a seat can be added, but is no supply to show.
pub(super) fn is_populated(node: &Supply) -> bool {
    node.in_field.high > Milli::ZERO
}

fn largest_first(mut origins: Vec<Origin>) -> Vec<Origin> {
    origins.sort_by(|a, b| {
        let by_people = b.in_field.central.cmp(&a.in_field.central);
        by_people.then_with(|| (&a.uai, a.source, &a.rows).cmp(&(&b.uai, b.source, &b.rows)))
    });
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
fn rests_on_assumption(factors: &[Factor]) -> bool {
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

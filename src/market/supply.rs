//! The supply side: sections and regional headcounts become nodes (programme, basin, route) of people available in the field.

use std::collections::{BTreeMap, BTreeSet};

use super::chain::{Chain, Stages, assumed, estimated, measured};
use super::codes::{Codes, Link};
use super::frame::Frame;
use super::gap::{Factor, FactorKind, FactorProvenance, Funnel, Origin, Placement, Supply};
use super::headcounts::{Headcount, Spread, Weights, by_population, headcounts};
use super::outlets::outlets_in_gap;
use super::pools::Pools;
use super::rates::Rates;
use super::reconcile::{Reconciliation, reconcile};
use super::seats::{Lever, headcount_lever, section_lever};
use super::sections::{Kept, Selection, select};
use crate::domain::id::{FapCode, RegionCode};
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

/// What a careful reader must be told of the supply of the territory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Counts {
    pub sections_outside: usize,
    pub sections_unusable: usize,
    pub sections_of_older_census: usize,
    pub sections_unplaced: usize,
    pub apprenticeship_sections: usize,
    /// Sections of a DUT that stand for a BUT, home.
    pub bridged: usize,
    /// Programmes with people at home but no outlet in the gap.
    pub without_outlet: usize,
    /// Home origins whose position is estimated.
    pub spread: usize,
    /// Pupils counted by region for want of capacities.
    pub pupils_by_region: usize,
    pub headcounts: usize,
}

/// People of one origin in one basin.
pub(super) struct Part {
    pub basin: usize,
    pub programme: usize,
    pub route: Route,
    pub origin: Origin,
    pub stages: Stages,
}

/// Everything a part is computed from.
struct Builder<'f, 'a> {
    frame: &'f Frame<'a>,
    codes: &'f Codes<'a>,
    rates: Rates<'a>,
    /// Outlets in the gap, by programme.
    outlets: Vec<Vec<FapCode>>,
    parts: Vec<Part>,
    levers: Vec<Lever>,
    counts: Counts,
    without_outlet: BTreeSet<usize>,
    /// People with causes removed, where they are asked for.
    pools: Option<Pools>,
}

/// Builds every supply node, home and context.
pub(super) fn supply(frame: &Frame<'_>) -> SupplySide {
    let codes = Codes::new(&frame.facts.catalogue.programmes);
    collect(build(frame, &codes, None))
}

/// The supply nodes, and the people of every programme, with or without outlet, for each set of causes removed.
pub(super) fn supply_and_pools(frame: &Frame<'_>) -> (SupplySide, Pools) {
    let codes = Codes::new(&frame.facts.catalogue.programmes);
    let mut builder = build(frame, &codes, Some(Pools::default()));
    let pools = builder.pools.take().unwrap_or_default();
    (collect(builder), pools)
}

fn build<'f, 'a>(frame: &'f Frame<'a>, codes: &'f Codes<'a>, pools: Option<Pools>) -> Builder<'f, 'a> {
    let selection = select(frame, codes);
    let mut builder = Builder {
        rates: Rates::new(frame.facts, codes),
        outlets: codes.programmes.iter().map(|p| outlets_in_gap(frame, p)).collect(),
        parts: Vec::new(),
        levers: Vec::new(),
        counts: first_counts(frame, &selection),
        without_outlet: BTreeSet::new(),
        pools,
        frame,
        codes,
    };
    builder.add_sections(&selection);
    builder.add_headcounts(&selection);
    builder.counts.without_outlet = builder.without_outlet.len();
    builder
}

fn first_counts(frame: &Frame<'_>, selection: &Selection<'_>) -> Counts {
    let apprentices = selection
        .kept
        .iter()
        .filter(|k| k.section.route == Route::Apprenticeship && frame.is_home(k.region));
    Counts {
        sections_outside: selection.outside,
        sections_unusable: selection.unusable,
        sections_of_older_census: selection.alternatives,
        apprenticeship_sections: apprentices.count(),
        ..Counts::default()
    }
}

impl Builder<'_, '_> {
    /// Seats, entrants or observed final years of the school and continuing routes; declared apprenticeship seats are no headcount (ruling 9.11).
    fn add_sections(&mut self, selection: &Selection<'_>) {
        for kept in selection
            .kept
            .iter()
            .filter(|k| k.section.route != Route::Apprenticeship)
        {
            let section = kept.section;
            let Some(placed) = self.frame.place(&section.uai, section.position) else {
                self.counts.sections_unplaced += usize::from(self.frame.is_home(kept.region));
                continue;
            };
            let home = placed.basins.iter().any(|b| self.frame.home[*b]);
            self.counts.bridged += usize::from(home && kept.resolved.link == Link::DutBridge);
            self.counts.spread += usize::from(home && placed.placement == Placement::Spread);
            let place = Spread {
                basins: placed.basins,
                weights: placed.weights,
                placement: placed.placement,
            };
            let heirs = kept.resolved.programmes.clone();
            for number in &heirs {
                if self.takes_no_part(*number, kept.region) {
                    continue;
                }
                let chain = self.section_chain(kept, *number, heirs.len());
                self.add_section_lever(kept, *number, &place);
                let origin = self.section_origin(kept, &chain, place.placement);
                self.add_parts(*number, section.route, &origin, &chain, &place);
            }
        }
    }

    /// `seats × fill × retention`, or entrants × retention, or the observed final year; then what the final year gives.
    fn section_chain(&self, kept: &Kept<'_>, number: usize, heirs: usize) -> Chain {
        let (section, programme) = (kept.section, &self.codes.programmes[number]);
        let assumptions = &self.frame.facts.assumptions;
        let read = |kind, people: f64| {
            let vintage = section.session.to_string();
            measured(kind, people, section.source, vintage, vec![section.row])
        };
        let part = |chain: Chain| match heirs {
            1 => chain,
            several => chain.times(estimated(FactorKind::SpreadShare, 1.0 / people(several))),
        };
        let assume = |kind, power| assumed(kind, assumptions, programme, section.route, power);
        let seats = section.seats.unwrap_or(0);
        let observed = section.final_year.map(|n| read(FactorKind::FinalYear, n.people()));
        let mut chain = match (observed, section.entrants) {
            (Some(final_year), _) => part(Chain::start(final_year)),
            (None, Some(entrants)) => part(Chain::start(read(FactorKind::Entrants, f64::from(entrants)))),
            (None, None) => {
                let chain = part(Chain::start(read(FactorKind::Seats, f64::from(seats))));
                chain.times(assume(FactorKind::FillRate, 1))
            }
        };
        chain.stages.seats = Milli::from_people(f64::from(seats) / people(heirs));
        if section.final_year.is_some() {
            chain.stages.counted = chain.people();
        } else {
            chain.stages.entrants = chain.people();
            chain = chain.times(assume(FactorKind::Retention, kept.passages));
        }
        let leaving = self.rates.leaving(number, programme, kept.region, section.route);
        chain.finish(leaving, assumptions, programme, section.route)
    }

    fn section_origin(&self, kept: &Kept<'_>, chain: &Chain, placement: Placement) -> Origin {
        let section = kept.section;
        let known = self.frame.establishment(&section.uai);
        Origin {
            uai: Some(section.uai.clone()),
            establishment: known.map(|e| e.name.clone()),
            seats: section.seats,
            placement,
            leavers: chain.stages.leavers,
            in_field: chain.stages.in_field,
            factors: chain.factors.clone(),
            source: section.source,
            rows: vec![section.row],
        }
    }

    fn add_section_lever(&mut self, kept: &Kept<'_>, number: usize, place: &Spread) {
        if !place.basins.iter().any(|b| self.frame.home[*b]) {
            return;
        }
        let programme = &self.codes.programmes[number];
        let leaving = self.rates.leaving(number, programme, kept.region, kept.section.route);
        let name = self.frame.establishment(&kept.section.uai).map(|e| e.name.clone());
        let rates = (leaving, &self.frame.facts.assumptions);
        self.levers
            .push(section_lever(kept, number, programme, rates, (name, place)));
    }

    fn add_headcount_lever(&mut self, headcount: &Headcount<'_>, number: usize, place: &Spread) {
        if !place.basins.iter().any(|b| self.frame.home[*b]) {
            return;
        }
        let (programme, route) = (&self.codes.programmes[number], headcount.outcome.route);
        let leaving = self.rates.leaving(number, programme, Some(headcount.region), route);
        let rates = (leaving, &self.frame.facts.assumptions);
        self.levers
            .push(headcount_lever(headcount, number, programme, rates, place));
    }

    /// Apprentices of InserJeunes, and the pupils of diplomas without school capacities.
    fn add_headcounts(&mut self, selection: &Selection<'_>) {
        let codes = self.codes;
        let schools = selection.kept.iter().filter(|k| k.section.route == Route::School);
        let seated = schools
            .filter_map(|k| Some((k.region?, codes.kind(&k.resolved))))
            .collect();
        let apprentices = selection
            .kept
            .iter()
            .filter(|k| k.section.route == Route::Apprenticeship);
        let weights = Weights::new(self.frame, codes, &apprentices.collect::<Vec<_>>());
        for headcount in headcounts(&self.frame.facts.outcomes, codes, &seated) {
            let route = headcount.outcome.route;
            for number in &headcount.resolved.programmes {
                if self.takes_no_part(*number, Some(headcount.region)) {
                    continue;
                }
                let programme = &codes.programmes[*number];
                let spread = match route {
                    Route::Apprenticeship => weights.spread(self.frame, headcount.region, *number, programme),
                    _ => by_population(self.frame, headcount.region),
                };
                let Some(spread) = spread else { continue };
                self.add_headcount(&headcount, *number, &spread);
            }
        }
    }

    fn add_headcount(&mut self, headcount: &Headcount<'_>, number: usize, spread: &Spread) {
        let home = spread.basins.iter().any(|b| self.frame.home[*b]);
        let by_people = spread.placement == Placement::Spread;
        self.counts.headcounts += usize::from(home);
        self.counts.spread += usize::from(home && by_people);
        let pupils = headcount.outcome.route == Route::School;
        self.counts.pupils_by_region += usize::from(home && pupils);
        let chain = self.headcount_chain(headcount, number);
        self.add_headcount_lever(headcount, number, spread);
        let outcome = headcount.outcome;
        let origin = Origin {
            uai: None,
            establishment: None,
            seats: None,
            placement: spread.placement,
            leavers: chain.stages.leavers,
            in_field: chain.stages.in_field,
            factors: chain.factors.clone(),
            source: outcome.source,
            rows: vec![outcome.row],
        };
        self.add_parts(number, outcome.route, &origin, &chain, spread);
    }

    /// `final year of all cohorts ÷ cohorts`, then what the final year gives.
    fn headcount_chain(&self, headcount: &Headcount<'_>, number: usize) -> Chain {
        let (outcome, programme) = (headcount.outcome, &self.codes.programmes[number]);
        let final_year = f64::from(outcome.final_year.unwrap_or(0));
        let read = |kind, value| measured(kind, value, outcome.source, outcome.vintage.clone(), vec![outcome.row]);
        let mut chain = Chain::start(read(FactorKind::FinalYear, final_year));
        if outcome.cohorts > 1 {
            chain = chain.times(read(FactorKind::Cohorts, 1.0 / f64::from(outcome.cohorts)));
        }
        let heirs = headcount.resolved.programmes.len();
        if heirs > 1 {
            chain = chain.times(estimated(FactorKind::SpreadShare, 1.0 / people(heirs)));
        }
        chain.stages.counted = chain.people();
        let leaving = self
            .rates
            .leaving(number, programme, Some(headcount.region), outcome.route);
        chain.finish(leaving, &self.frame.facts.assumptions, programme, outcome.route)
    }

    /// Shares an origin over its basins; every stage sums exactly.
    fn add_parts(&mut self, programme: usize, route: Route, origin: &Origin, chain: &Chain, place: &Spread) {
        if let Some(pools) = &mut self.pools {
            pools.add(programme, chain, origin.seats.unwrap_or(0), place);
        }
        if self.outlets[programme].is_empty() {
            return;
        }
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
                programme,
                route,
                origin,
                stages,
            });
        }
    }

    /// Whether a programme has no part in the computation: without outlet it only counts where causes are removed.
    fn takes_no_part(&mut self, programme: usize, region: Option<&RegionCode>) -> bool {
        let nowhere = self.outlets[programme].is_empty();
        if nowhere && self.frame.is_home(region) {
            self.without_outlet.insert(programme);
        }
        nowhere && self.pools.is_none()
    }
}

/// Groups the parts into nodes and adds the home funnel up.
fn collect(builder: Builder<'_, '_>) -> SupplySide {
    let Builder {
        frame,
        codes,
        outlets,
        parts,
        levers,
        counts,
        ..
    } = builder;
    let reconciliation = reconcile(frame, codes, &outlets, &parts);
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
        counts,
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

fn people(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}

#[expect(clippy::cast_precision_loss, reason = "weights are far below 2^53")]
fn ratio(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

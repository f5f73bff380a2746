//! Who trains, before any rate: the sections and regional headcounts that count, the programme of each and the basins of its people.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::chain::{Chain, measured};
use super::codes::{Codes, Kind, Link};
use super::factors::Factors;
use super::frame::{Frame, Placed};
use super::gap::{FactorKind, Origin, Placement};
use super::headcounts::{Headcount, Spread, Weights, by_population, headcounts};
use super::outlets::outlets_in_gap;
use super::rates::Rates;
use super::seats::{Lever, headcount_lever, opening_lever, section_lever};
use super::sections::{Kept, Selection, select};
use crate::domain::id::{FapCode, RegionCode, Uai};
use crate::domain::programme::Route;
use crate::domain::scenario::Site;
use crate::domain::units::Milli;

/// Every group of the territory and its context, with what its rates are read from.
///
/// No assumption changes it but the cap of apprenticeship seats, which weighs where apprentices live.
pub(super) struct Groups<'a> {
    pub codes: Codes<'a>,
    /// Outlets in the gap, by programme.
    pub outlets: Vec<Arc<[FapCode]>>,
    pub all: Vec<Group>,
    pub counts: Counts,
    sections: Vec<Kept<'a>>,
    headcounts: Vec<Headcount<'a>>,
    rates: Rates<'a>,
}

/// People of one section or headcount who follow one programme.
pub(super) struct Group {
    told_by: ToldBy,
    pub programme: usize,
    pub route: Route,
    pub place: Spread,
}

/// What told of a group: its place among those kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ToldBy {
    Section(usize),
    Headcount(usize),
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

impl<'a> Groups<'a> {
    /// Chooses and places every group.
    pub fn new(frame: &Frame<'a>) -> Self {
        let codes = Codes::new(&frame.facts.catalogue.programmes);
        let selection = select(frame, &codes);
        let mut groups = Self {
            outlets: codes
                .programmes
                .iter()
                .map(|p| outlets_in_gap(frame, p).into())
                .collect(),
            rates: Rates::new(frame.facts, &codes),
            headcounts: headcounts(&frame.facts.outcomes, &codes, &seated(&codes, &selection)),
            counts: first_counts(frame, &selection),
            sections: Vec::new(),
            all: Vec::new(),
            codes,
        };
        let (apprentices, schools): (Vec<Kept<'a>>, Vec<Kept<'a>>) = selection
            .kept
            .into_iter()
            .partition(|kept| kept.section.route == Route::Apprenticeship);
        groups.sections = schools;
        let mut without_outlet = BTreeSet::new();
        groups.place_sections(frame, &mut without_outlet);
        groups.place_headcounts(frame, &apprentices, &mut without_outlet);
        groups.counts.without_outlet = without_outlet.len();
        groups
    }

    /// Seats, entrants or observed final years of the school and continuing routes; declared apprenticeship seats are no headcount (ruling 9.11).
    fn place_sections(&mut self, frame: &Frame<'a>, without_outlet: &mut BTreeSet<usize>) {
        for (number, kept) in self.sections.iter().enumerate() {
            let Some(placed) = frame.place(&kept.section.uai, kept.section.position) else {
                self.counts.sections_unplaced += usize::from(frame.is_home(kept.region));
                continue;
            };
            let home = placed.basins.iter().any(|b| frame.home[*b]);
            self.counts.bridged += usize::from(home && kept.resolved.link == Link::DutBridge);
            self.counts.spread += usize::from(home && placed.placement == Placement::Spread);
            for programme in &kept.resolved.programmes {
                if self.outlets[*programme].is_empty() && frame.is_home(kept.region) {
                    without_outlet.insert(*programme);
                }
                self.all.push(Group {
                    told_by: ToldBy::Section(number),
                    programme: *programme,
                    route: kept.section.route,
                    place: spread(&placed),
                });
            }
        }
    }

    /// Apprentices of InserJeunes, and the pupils of diplomas without school capacities.
    fn place_headcounts(&mut self, frame: &Frame<'a>, apprentices: &[Kept<'a>], without_outlet: &mut BTreeSet<usize>) {
        let weights = Weights::new(frame, &self.codes, apprentices);
        for (number, headcount) in self.headcounts.iter().enumerate() {
            let route = headcount.outcome.route;
            for programme in &headcount.resolved.programmes {
                let nowhere = self.outlets[*programme].is_empty();
                if nowhere && frame.is_home(Some(headcount.region)) {
                    without_outlet.insert(*programme);
                }
                let diploma = &self.codes.programmes[*programme];
                let place = match route {
                    Route::Apprenticeship => weights.spread(frame, headcount.region, *programme, diploma),
                    _ => by_population(frame, headcount.region),
                };
                let Some(place) = place else { continue };
                let home = !nowhere && place.basins.iter().any(|b| frame.home[*b]);
                self.counts.headcounts += usize::from(home);
                self.counts.spread += usize::from(home && place.placement == Placement::Spread);
                self.counts.pupils_by_region += usize::from(home && route == Route::School);
                self.all.push(Group {
                    told_by: ToldBy::Headcount(number),
                    programme: *programme,
                    route,
                    place,
                });
            }
        }
    }

    /// True where the programme of a group leads to no occupation of the gap.
    pub fn is_without_outlet(&self, group: &Group) -> bool {
        self.outlets[group.programme].is_empty()
    }

    /// The establishment of a group; a headcount has none.
    pub fn establishment(&self, group: &Group) -> Option<&'a Uai> {
        match group.told_by {
            ToldBy::Section(number) => Some(&self.sections[number].section.uai),
            ToldBy::Headcount(_) => None,
        }
    }

    /// Declared seats of a group; a headcount has none.
    pub fn seats(&self, group: &Group) -> Option<u32> {
        match group.told_by {
            ToldBy::Section(number) => self.sections[number].section.seats,
            ToldBy::Headcount(_) => None,
        }
    }

    /// The factors of chains at the assumptions of the frame, to be made as they are asked for.
    pub fn factors<'f>(&'f self, frame: &'f Frame<'_>) -> Factors<'f, 'a> {
        Factors::new(&frame.assumptions, self.codes.programmes, &self.rates)
    }

    /// From the headcount of a group to its people available in the field.
    pub fn chain(&self, factors: &mut Factors<'_, 'a>, group: &Group) -> Chain {
        let of = (group.programme, group.route);
        match group.told_by {
            ToldBy::Section(number) => section_chain(factors, &self.sections[number], of),
            ToldBy::Headcount(number) => headcount_chain(factors, &self.headcounts[number], of),
        }
    }

    /// What one more in a group of the territory adds; nothing for a neighbour's.
    pub fn lever(&self, frame: &Frame<'_>, factors: &mut Factors<'_, 'a>, group: &Group) -> Option<Lever> {
        let home = group.place.basins.iter().any(|b| frame.home[*b]);
        home.then(|| self.any_lever(frame, factors, group))
    }

    /// What one more in any group adds, a neighbour's included.
    pub fn any_lever(&self, frame: &Frame<'_>, factors: &mut Factors<'_, 'a>, group: &Group) -> Lever {
        let place = &group.place;
        let programme = &self.codes.programmes[group.programme];
        match group.told_by {
            ToldBy::Section(number) => {
                let kept = &self.sections[number];
                let name = frame.establishment(&kept.section.uai).map(|e| e.name.clone());
                section_lever(kept, (group.programme, programme), factors, (name, place))
            }
            ToldBy::Headcount(number) => {
                let headcount = &self.headcounts[number];
                headcount_lever(headcount, (group.programme, programme), factors, place)
            }
        }
    }

    /// What one seat would add where there is no section yet; nothing where the site cannot be placed.
    pub fn opening(
        &self,
        frame: &Frame<'a>,
        factors: &mut Factors<'_, 'a>,
        (site, number, route): (&Site, usize, Route),
    ) -> Option<Lever> {
        let place = match site {
            Site::Establishment(uai) => spread(&frame.place(uai, None)?),
            Site::Basin(basin) => Spread {
                basins: vec![frame.basin(basin)?],
                weights: vec![1],
                placement: Placement::Given,
            },
        };
        let region = place.basins.first().map(|basin| &frame.basins[*basin].region);
        let programme = &self.codes.programmes[number];
        let name = site
            .uai()
            .and_then(|uai| frame.establishment(uai))
            .map(|e| e.name.clone());
        let named = (site.uai().cloned(), name);
        Some(opening_lever(
            (number, programme, route),
            (factors, region),
            named,
            place,
        ))
    }

    /// Where the people of a group come from, with the factors of their number, all basins together.
    pub fn origin(&self, frame: &Frame<'_>, group: &Group, chain: &Chain) -> Origin {
        let (section, source, row) = match group.told_by {
            ToldBy::Section(number) => {
                let section = self.sections[number].section;
                (Some(section), section.source, section.row)
            }
            ToldBy::Headcount(number) => {
                let outcome = self.headcounts[number].outcome;
                (None, outcome.source, outcome.row)
            }
        };
        let known = section.and_then(|s| frame.establishment(&s.uai));
        Origin {
            uai: section.map(|s| s.uai.clone()),
            establishment: known.map(|e| e.name.as_str().into()),
            seats: section.and_then(|s| s.seats),
            placement: group.place.placement,
            leavers: chain.stages.leavers,
            in_field: chain.stages.in_field,
            factors: chain.factors.clone(),
            source,
            rows: [row].into(),
        }
    }
}

/// `seats × fill × retention`, or entrants × retention, or the observed final year; then what the final year gives.
fn section_chain<'a>(factors: &mut Factors<'_, 'a>, kept: &Kept<'a>, of: (usize, Route)) -> Chain {
    let section = kept.section;
    let heirs = kept.resolved.programmes.len();
    let read = |kind, people: f64| {
        let vintage = section.session.to_string();
        measured(kind, people, section.source, vintage, vec![section.row])
    };
    let seats = section.seats.unwrap_or(0);
    let observed = section.final_year.map(|n| read(FactorKind::FinalYear, n.people()));
    let mut chain = match (observed, section.entrants) {
        (Some(final_year), _) => part(Chain::start(final_year), heirs, factors),
        (None, Some(entrants)) => {
            let entrants = read(FactorKind::Entrants, f64::from(entrants));
            part(Chain::start(entrants), heirs, factors)
        }
        (None, None) => {
            let seats = read(FactorKind::Seats, f64::from(seats));
            let chain = part(Chain::start(seats), heirs, factors);
            chain.times(factors.assumed(FactorKind::FillRate, of, 1))
        }
    };
    chain.stages.seats = Milli::from_people(f64::from(seats) / people(heirs));
    if section.final_year.is_some() {
        chain.stages.counted = chain.people();
    } else {
        chain.stages.entrants = chain.people();
        chain = chain.times(factors.assumed(FactorKind::Retention, of, kept.passages));
    }
    let leaving = factors.leaving(of, kept.region);
    chain.finish(leaving, factors, of)
}

/// `final year of all cohorts ÷ cohorts`, then what the final year gives.
fn headcount_chain<'a>(factors: &mut Factors<'_, 'a>, headcount: &Headcount<'a>, of: (usize, Route)) -> Chain {
    let outcome = headcount.outcome;
    let final_year = f64::from(outcome.final_year.unwrap_or(0));
    let read = |kind, value| measured(kind, value, outcome.source, outcome.vintage.clone(), vec![outcome.row]);
    let mut chain = Chain::start(read(FactorKind::FinalYear, final_year));
    if outcome.cohorts > 1 {
        chain = chain.times(read(FactorKind::Cohorts, 1.0 / f64::from(outcome.cohorts)));
    }
    chain = part(chain, headcount.resolved.programmes.len(), factors);
    chain.stages.counted = chain.people();
    let leaving = factors.leaving(of, Some(headcount.region));
    chain.finish(leaving, factors, of)
}

/// One equal part of a headcount that several programmes share.
fn part(chain: Chain, heirs: usize, factors: &mut Factors<'_, '_>) -> Chain {
    match heirs {
        1 => chain,
        several => chain.times(factors.estimated(FactorKind::SpreadShare, 1.0 / people(several))),
    }
}

/// Kinds of diploma that have school seats, by region.
fn seated<'a>(codes: &Codes<'a>, selection: &Selection<'a>) -> BTreeSet<(&'a RegionCode, Kind)> {
    let schools = selection.kept.iter().filter(|k| k.section.route == Route::School);
    schools
        .filter_map(|k| Some((k.region?, codes.kind(&k.resolved))))
        .collect()
}

fn spread(placed: &Placed) -> Spread {
    Spread {
        basins: placed.basins.clone(),
        weights: placed.weights.clone(),
        placement: placed.placement,
    }
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

fn people(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}

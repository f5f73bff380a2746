//! The territory as a scenario finds it: its groups and nodes, those that its openings add, and the people each action moves.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::MarketError;
use super::super::apportion::apportion;
use super::super::demand::Demand;
use super::super::factors::Factors;
use super::super::frame::Frame;
use super::super::gap::{Factor, Supply};
use super::super::groups::{Group, Groups};
use super::super::headcounts::Spread;
use super::super::matching::Matching;
use super::super::seats::Lever;
use super::super::supply::{SupplySide, supply_of};
use super::board::{guarantee, sure_entrants, wanted};
use super::cohort::{Cohort, Course};
use super::entrants::{Displaced, Entrants, EntryPool, Size, main_basin, sizes};
use super::help::{self, Helped};
use crate::domain::assumption::AssumptionKey;
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, Uai};
use crate::domain::programme::Route;
use crate::domain::scenario::{PlanAction, Scenario, SectionKey};
use crate::domain::units::{Bound, Milli, Range};
use crate::i18n::Message;

/// Groups, nodes, cells and arcs of a territory, with a node for every section that the actions bear on.
pub(super) struct Stand<'f> {
    pub frame: Frame<'f>,
    pub groups: Groups<'f>,
    pub side: SupplySide,
    pub matching: Matching<'f>,
    pub base_year: u16,
    /// Helps of the scenario, in its order.
    pub helps: Vec<Helped>,
    /// Entrants and vacant seats of each group.
    pub sizes: Vec<Size>,
    /// The course of each group, once it was asked for.
    courses: Vec<OnceCell<[Course; 3]>>,
}

/// One move of seats of one action, as the plan understands it.
pub(super) struct Site {
    /// Number of the action in the scenario.
    pub action: usize,
    pub section: SectionKey,
    pub seats: i32,
    pub lever: Lever,
    /// The group it enlarges or shrinks; an opening has none.
    pub group: Option<usize>,
    pub pool: EntryPool,
    /// Seats that firms are sure to fill, at each end.
    pub guaranteed: [u32; 3],
    /// Groups whose entrants it may displace.
    pub in_reach: Vec<usize>,
}

/// Entrants that an action adds at one place from a rentrée on, or takes away, at each end.
#[derive(Debug, Clone)]
pub(super) struct Wave {
    /// Number of the site it comes from.
    pub site: usize,
    /// The group that loses or receives entrants; nothing at the site itself.
    pub displaced: Option<usize>,
    pub node: Node,
    /// Cohort of each rentrée, from the first on: the same people every year.
    pub cohorts: [Cohort; 3],
}

/// Where the leavers of a wave are.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub programme: usize,
    pub route: Route,
    pub place: Spread,
}

impl<'f> Stand<'f> {
    /// Lays out the territory with a node for each section of the scenario; `demand` holds every cell of every year.
    pub fn new(
        frame: Frame<'f>,
        demand: &Demand<'f>,
        base_year: u16,
        scenario: &Scenario,
    ) -> Result<Self, MarketError> {
        let groups = Groups::new(&frame);
        let mut side = supply_of(&frame, &groups);
        for action in &scenario.actions {
            for (section, seats) in action.moves() {
                open(&frame, &groups, &mut side, (&section, shared(action, seats)));
            }
        }
        let helps = help::open(&frame, &mut side, &scenario.helps);
        let matching = Matching::new(&frame, demand, &side)?;
        Ok(Self {
            base_year,
            helps,
            sizes: sizes(&frame, &groups),
            courses: groups.all.iter().map(|_| OnceCell::new()).collect(),
            matching,
            side,
            groups,
            frame,
        })
    }

    /// The moves of the actions, in their order; those that name what the territory does not know are told.
    pub fn sites(&self, actions: &[PlanAction]) -> (Vec<Site>, Vec<Message>) {
        let entrants = Entrants::new(&self.frame, &self.groups, &self.sizes);
        let mut factors = self.groups.factors(&self.frame);
        let mut sites = Vec::new();
        let mut notes = Vec::new();
        for (action, told) in actions.iter().enumerate() {
            for (section, seats) in told.moves() {
                match self.site((&entrants, &mut factors), (action, told), section.clone(), seats) {
                    Some(site) => sites.push(site),
                    None => notes.push(
                        Message::new("market-plan-unknown-section")
                            .with("site", section.site.code())
                            .with("programme", section.programme.as_str()),
                    ),
                }
            }
        }
        guarantee(&self.frame, actions, &mut sites);
        (sites, notes)
    }

    fn site(
        &self,
        (entrants, factors): (&Entrants<'_, '_>, &mut Factors<'_, 'f>),
        (action, told): (usize, &PlanAction),
        section: SectionKey,
        seats: i32,
    ) -> Option<Site> {
        let number = self.programme(&section)?;
        let group = section.site.uai().and_then(|uai| self.group(uai, number, &section));
        let mut lever = match group {
            Some(group) => self.groups.lever(&self.frame, factors, &self.groups.all[group]),
            None => {
                let opened = (&section.site, number, section.route);
                self.groups.opening(&self.frame, factors, opened)
            }
        }?;
        // A place nobody is trained at has nothing to lose.
        if group.is_none() && seats < 0 {
            return None;
        }
        let programme = &self.groups.codes.programmes[number];
        let shared = shared(told, seats);
        lever.place = share(&self.frame, lever.place, shared)?;
        let from: Vec<usize> = match shared.is_empty() {
            true => main_basin(&lever.place.basins, &lever.place.weights)
                .into_iter()
                .collect(),
            false => lever.place.basins.clone(),
        };
        Some(Site {
            action,
            seats,
            pool: EntryPool::of(programme, section.route),
            guaranteed: [0; 3],
            in_reach: entrants.in_reach((programme, section.route), &from, group),
            section,
            lever,
            group,
        })
    }

    fn programme(&self, section: &SectionKey) -> Option<usize> {
        let mut programmes = self.groups.codes.programmes.iter();
        programmes.position(|p| p.id == section.programme)
    }

    fn group(&self, uai: &Uai, number: usize, section: &SectionKey) -> Option<usize> {
        let of = |group: &Group| {
            group.programme == number && group.route == section.route && self.groups.establishment(group) == Some(uai)
        };
        self.groups.all.iter().position(of)
    }

    /// What the sites move, in the order given: at each end, entrants of the site, and those that other sections lose or receive.
    pub fn waves(&self, sites: &[&Site], rentrees: &[u16]) -> Vec<Wave> {
        let mut entrants = Entrants::new(&self.frame, &self.groups, &self.sizes);
        let mut waves = Vec::new();
        for (number, (site, rentree)) in sites.iter().zip(rentrees).enumerate() {
            let mut at_site = [0; 3];
            let mut elsewhere: BTreeMap<usize, [i64; 3]> = BTreeMap::new();
            for bound in Bound::ALL {
                let (own, displaced) = self.moved(&mut entrants, site, bound);
                at_site[bound as usize] = own;
                for Displaced { group, entrants } in displaced {
                    elsewhere.entry(group).or_default()[bound as usize] = -entrants;
                }
            }
            let course = courses(&site.lever.factors, site.lever.years);
            waves.push(wave((number, None), node_of(site), *rentree, at_site, &course));
            for (group, people) in elsewhere {
                waves.extend(self.displaced_wave((number, group), *rentree, people));
            }
        }
        waves
    }

    /// Entrants of a site, and what of them others lose: `ν` are newcomers, and all those that firms are sure to take; the others come from the sections in reach as far as these have any.
    /// Seats closed send the others there as far as seats are vacant.
    fn moved(&self, entrants: &mut Entrants<'_, '_>, site: &Site, bound: Bound) -> (i64, Vec<Displaced>) {
        let mut wanted = wanted(site, bound).0;
        let sure = sure_entrants(site, bound).0;
        let present = site.group.and_then(|group| entrants.of(group, bound));
        if let Some(present) = present {
            wanted = wanted.max(-present);
        }
        let programme = &self.groups.codes.programmes[site.lever.programme];
        let level = programme.level.to_string();
        let scopes = [
            programme.id.as_str(),
            programme.diploma.as_str(),
            site.lever.route.as_str(),
            &level,
        ];
        let newcomers = self
            .frame
            .assumptions
            .value(AssumptionKey::Newcomers, &scopes)
            .at(bound);
        let new = Milli(wanted - sure).times(newcomers).0 + sure;
        let displaced = entrants.displace(wanted - new, &site.in_reach, bound);
        let found: i64 = displaced.iter().map(|d| d.entrants).sum();
        // Who finds no seat in reach once theirs is closed leaves the field; who is found nowhere does not enter.
        let own = if wanted > 0 { new + found } else { wanted };
        if let Some(group) = site.group.filter(|_| present.is_some()) {
            entrants.note(group, own, bound);
        }
        (own, displaced)
    }

    /// People that one site adds to each node in a year, or takes away, central, were it the only one: what [`Self::waves`] and [`Self::people`] say,
    /// without the rest.
    pub fn alone(&self, site: &Site, rentree: u16, year: u16) -> BTreeMap<usize, i64> {
        let mut entrants = Entrants::new(&self.frame, &self.groups, &self.sizes);
        let (own, displaced) = self.moved(&mut entrants, site, Bound::Central);
        let course = Course::of(
            &site.lever.factors,
            (site.lever.years, site.lever.years.saturating_sub(1)),
            Bound::Central,
        );
        let mut nodes: BTreeMap<usize, i64> = BTreeMap::new();
        let mut add = |node: &Node, course: &Course, people: i64| {
            let leave = u16::from(course.years) + rentree <= year;
            let people = if leave { course.in_field(Milli(people)).0 } else { 0 };
            for (node, part) in self.shared(node, people) {
                *nodes.entry(node).or_default() += part;
            }
        };
        add(&node_of(site), &course, own);
        for Displaced { group, entrants } in displaced {
            let (node, courses) = self.course_of(group);
            add(&node, &courses[Bound::Central as usize], -entrants);
        }
        nodes
    }

    /// Where the leavers of a group are, and its course.
    fn course_of(&self, group: usize) -> (Node, &[Course; 3]) {
        let told = &self.groups.all[group];
        let course = self.courses[group].get_or_init(|| {
            let lever = self
                .groups
                .any_lever(&self.frame, &mut self.groups.factors(&self.frame), told);
            courses(&lever.factors, lever.years)
        });
        let node = Node {
            programme: told.programme,
            route: told.route,
            place: told.place.clone(),
        };
        (node, course)
    }

    fn displaced_wave(&self, (site, group): (usize, usize), rentree: u16, people: [i64; 3]) -> Option<Wave> {
        let (node, course) = self.course_of(group);
        Some(wave((site, Some(group)), node, rentree, people, course))
    }

    /// People that waves add to, or take from, each node in a year, at each end.
    pub fn people(&self, waves: &[&Wave], year: u16) -> BTreeMap<usize, [i64; 3]> {
        let mut nodes: BTreeMap<usize, [i64; 3]> = BTreeMap::new();
        for wave in waves.iter().filter(|w| w.cohorts[1].june() <= year) {
            for bound in Bound::ALL {
                let people = wave.cohorts[bound as usize].in_field.0;
                for (node, part) in self.shared(&wave.node, people) {
                    nodes.entry(node).or_default()[bound as usize] += part;
                }
            }
        }
        nodes
    }

    /// Shares people over the nodes of a place, with their sign; people of a programme without outlet in the gap have no node.
    fn shared(&self, node: &Node, people: i64) -> Vec<(usize, i64)> {
        let parts = apportion(people.abs(), &node.place.weights);
        let at = |basin: &usize| self.side.places.get(&(*basin, node.programme, node.route)).copied();
        let found = node.place.basins.iter().zip(parts);
        found
            .filter_map(|(basin, part)| Some((at(basin)?, part * people.signum())))
            .filter(|(_, part)| *part != 0)
            .collect()
    }

    /// Facts it stands on.
    pub fn facts(&self) -> &'f Facts {
        self.frame.facts
    }
}

fn node_of(site: &Site) -> Node {
    Node {
        programme: site.lever.programme,
        route: site.lever.route,
        place: site.lever.place.clone(),
    }
}

/// The course of a section at each end; a course of `n` years loses people at `n − 1` passages, at least one.
fn courses(factors: &[Arc<Factor>], years: u8) -> [Course; 3] {
    Bound::ALL.map(|bound| Course::of(factors, (years, years.saturating_sub(1)), bound))
}

fn wave(
    (site, displaced): (usize, Option<usize>),
    node: Node,
    rentree: u16,
    people: [i64; 3],
    course: &[Course; 3],
) -> Wave {
    let cohort = |bound: Bound| Cohort::new(rentree, Milli(people[bound as usize]), &course[bound as usize]);
    Wave {
        site,
        displaced,
        node,
        cohorts: Bound::ALL.map(cohort),
    }
}

/// Adds a node without people for each basin of a section that has none, keeping the order of nodes.
fn open<'f>(
    frame: &Frame<'f>,
    groups: &Groups<'f>,
    side: &mut SupplySide,
    (section, shared): (&SectionKey, &[BasinCode]),
) {
    let programmes = groups.codes.programmes;
    let Some(number) = programmes.iter().position(|p| p.id == section.programme) else {
        return;
    };
    let Some(lever) = groups.opening(
        frame,
        &mut groups.factors(frame),
        (&section.site, number, section.route),
    ) else {
        return;
    };
    if groups.outlets[number].is_empty() {
        return;
    }
    let Some(place) = share(frame, lever.place, shared) else {
        return;
    };
    for basin in place.basins {
        side.insert(
            frame,
            (basin, number, section.route),
            empty_node(frame, groups, (basin, number), section),
        );
    }
}

/// Basins that share the seats an action moves: those it brings, never those it takes.
fn shared(action: &PlanAction, seats: i32) -> &[BasinCode] {
    if seats > 0 { &action.shared } else { &[] }
}

/// The place of a section, and those that share it with its main basin: an equal part of its people is in each. Nothing where the place is nowhere.
fn share(frame: &Frame<'_>, place: Spread, shared: &[BasinCode]) -> Option<Spread> {
    if shared.is_empty() {
        return Some(place);
    }
    let main = main_basin(&place.basins, &place.weights)?;
    let mut basins: Vec<usize> = shared.iter().filter_map(|code| frame.basin(code)).collect();
    basins.push(main);
    basins.sort_unstable();
    basins.dedup();
    Some(Spread {
        weights: vec![1; basins.len()],
        basins,
        ..place
    })
}

fn empty_node(frame: &Frame<'_>, groups: &Groups<'_>, (basin, number): (usize, usize), section: &SectionKey) -> Supply {
    let programme = &groups.codes.programmes[number];
    Supply {
        basin: frame.basins[basin].code.clone(),
        programme: programme.id.clone(),
        programme_label: programme.label.as_str().into(),
        diploma: programme.diploma,
        level: programme.level,
        route: section.route,
        origins: Vec::new(),
        in_field: Range::default(),
        placed: Milli::ZERO,
        outlets: groups.outlets[number].clone(),
        home: frame.home[basin],
    }
}

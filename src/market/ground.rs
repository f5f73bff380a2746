//! Both sides of a matching kept at hand: need and people follow assumptions and edits, without groups being chosen and placed again.

use super::MarketError;
use super::apportion::share;
use super::demand::{CellKey, Demand};
use super::frame::{Frame, in_gap};
use super::groups::{Group, Groups};
use super::live::Edit;
use super::matching::Matching;
use super::seats::brought;
use super::solve::Request;
use super::supply::{SupplySide, explained_supply_of, supply_of};
use super::values::changes;
use crate::domain::assumption::{Assumption, AssumptionKey, Assumptions};
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, FapCode, ProgrammeId, Uai};
use crate::domain::programme::Route;
use crate::domain::units::{Bound, Estimate, Milli};

/// A matching problem whose quantities can be moved.
pub(super) struct Ground<'f> {
    pub frame: Frame<'f>,
    pub demand: Demand<'f>,
    pub matching: Matching<'f>,
    request: Request,
    groups: Groups<'f>,
    /// Numbers without what explains them: quantities, places, outlets.
    side: SupplySide,
    /// The nodes of each group, basin by basin; none where its programme leads nowhere.
    nodes: Vec<Vec<usize>>,
    /// The edits that the cells and arcs were laid out with.
    laid: Vec<Edit>,
}

impl<'f> Ground<'f> {
    /// The facts as they are.
    pub fn new(facts: &'f Facts, request: Request) -> Result<Self, MarketError> {
        let frame = Frame::new(facts);
        let groups = Groups::new(&frame);
        let demand = Demand::new(&frame, request.year);
        let side = supply_of(&frame, &groups);
        let matching = Matching::new(&frame, &demand, &side)?;
        Ok(Self {
            nodes: nodes(&groups, &side),
            laid: Vec::new(),
            frame,
            demand,
            matching,
            request,
            groups,
            side,
        })
    }

    /// Brings both sides to the facts with these edits and no others.
    ///
    /// # Errors
    /// [`MarketError::NothingToEdit`], [`MarketError::TooLarge`]; both sides are then as before.
    pub fn follow(&mut self, edits: &[Edit]) -> Result<(), MarketError> {
        self.check(edits)?;
        let before = std::mem::replace(
            &mut self.frame.assumptions,
            edited(&self.frame.facts.assumptions, edits),
        );
        let laid: Vec<Edit> = edits.iter().filter(|e| self.moves_cells_or_arcs(e)).cloned().collect();
        if laid != self.laid
            && let Err(error) = self.lay_out(laid, edits)
        {
            self.frame.assumptions = before;
            return Err(error);
        }
        self.demand.settle(&self.frame);
        self.count_people();
        add_seats(&self.frame, &self.groups, &mut self.side, edits);
        set_needs(&self.frame, &mut self.demand, edits);
        self.matching.set_quantities(&self.demand, &self.side);
        Ok(())
    }

    /// The supply with all that explains it, at the assumptions and edits followed.
    pub fn explained_side(&self, edits: &[Edit]) -> SupplySide {
        let mut side = explained_supply_of(&self.frame, &self.groups);
        add_seats(&self.frame, &self.groups, &mut side, edits);
        side
    }

    /// Need of the territory and what of it `unfilled` leaves, at the centre.
    pub fn home(&self, unfilled: impl Fn(usize) -> i64) -> (Milli, Milli) {
        let home = |cell: &usize| self.frame.home[self.matching.cells[*cell].0];
        let cells = (0..self.matching.cells.len()).filter(home);
        cells.fold((Milli::ZERO, Milli::ZERO), |(need, left), cell| {
            (need + self.matching.needs(cell).central, left + Milli(unfilled(cell)))
        })
    }

    fn check(&self, edits: &[Edit]) -> Result<(), MarketError> {
        for edit in edits {
            let unknown = match edit {
                Edit::Assumption(_) => None,
                Edit::Seats {
                    uai, programme, route, ..
                } => {
                    let missing = lever_of(&self.frame, &self.groups, (uai, programme, *route)).is_none();
                    missing.then(|| format!("{uai} {programme} {}", route.as_str()))
                }
                Edit::Need { basin, fap, .. } => {
                    let missing = cell(&self.frame, basin, fap).is_none();
                    missing.then(|| format!("{basin} {fap}"))
                }
            };
            if let Some(what) = unknown {
                return Err(MarketError::NothingToEdit { what });
            }
        }
        Ok(())
    }

    /// Edits after which other cells are joined by other arcs: radius, where apprentices live, a need where there was none.
    fn moves_cells_or_arcs(&self, edit: &Edit) -> bool {
        match edit {
            Edit::Assumption(tried) => {
                matches!(tried.key, AssumptionKey::RadiusKm | AssumptionKey::ApprenticeSeatCap)
            }
            Edit::Need { basin, fap, .. } => {
                cell(&self.frame, basin, fap).is_some_and(|key| !self.demand.is_surveyed_or_declared(&key))
            }
            Edit::Seats { .. } => false,
        }
    }

    fn lay_out(&mut self, laid: Vec<Edit>, edits: &[Edit]) -> Result<(), MarketError> {
        let moves_people =
            |edit: &Edit| matches!(edit, Edit::Assumption(tried) if tried.key == AssumptionKey::ApprenticeSeatCap);
        if self.laid.iter().chain(&laid).any(moves_people) {
            self.groups = Groups::new(&self.frame);
            self.side = supply_of(&self.frame, &self.groups);
            self.nodes = nodes(&self.groups, &self.side);
        }
        self.demand = Demand::new(&self.frame, self.request.year);
        set_needs(&self.frame, &mut self.demand, edits);
        self.matching = Matching::new(&self.frame, &self.demand, &self.side)?;
        self.laid = laid;
        Ok(())
    }

    /// People of every node at the assumptions of the frame, as [`supply_of`] counts them.
    fn count_people(&mut self) {
        for node in &mut self.side.nodes {
            node.in_field = Estimate::default();
        }
        let mut factors = self.groups.factors(&self.frame);
        for (group, nodes) in self.groups.all.iter().zip(&self.nodes) {
            if nodes.is_empty() {
                continue;
            }
            let people = self.groups.chain(&mut factors, group).stages.in_field;
            for (node, part) in nodes.iter().zip(share(people, &group.place.weights)) {
                self.side.nodes[*node].in_field += part;
            }
        }
    }
}

fn nodes(groups: &Groups<'_>, side: &SupplySide) -> Vec<Vec<usize>> {
    let of = |group: &Group| {
        let node = |basin: &usize| side.places.get(&(*basin, group.programme, group.route)).copied();
        group.place.basins.iter().filter_map(node).collect()
    };
    groups.all.iter().map(of).collect()
}

/// The assumptions with those that are tried.
fn edited(assumptions: &Assumptions, edits: &[Edit]) -> Assumptions {
    let mut list: Vec<Assumption> = assumptions.iter().cloned().collect();
    for edit in edits {
        if let Edit::Assumption(tried) = edit {
            list.retain(|a| (a.key, &a.scope) != (tried.key, &tried.scope));
            list.push(tried.clone());
        }
    }
    Assumptions::new(list)
}

fn lever_of(
    frame: &Frame<'_>,
    groups: &Groups<'_>,
    (uai, programme, route): (&Uai, &ProgrammeId, Route),
) -> Option<super::seats::Lever> {
    let programmes = &frame.facts.catalogue.programmes;
    let mut of_programme = groups
        .all
        .iter()
        .filter(|g| g.route == route && programmes[g.programme].id == *programme && !groups.is_without_outlet(g));
    let group = of_programme.find(|g| groups.establishment(g) == Some(uai))?;
    groups.lever(frame, &mut groups.factors(frame), group)
}

/// Adds `n · g` people at each end, shared as those of the section are.
fn add_seats(frame: &Frame<'_>, groups: &Groups<'_>, side: &mut SupplySide, edits: &[Edit]) {
    for edit in edits {
        let Edit::Seats {
            uai,
            programme,
            route,
            more,
        } = edit
        else {
            continue;
        };
        let Some(lever) = lever_of(frame, groups, (uai, programme, *route)) else {
            continue;
        };
        let people = brought(lever.each, *more);
        let at = |bound| {
            let headcounts: Vec<i64> = side.nodes.iter().map(|node| node.in_field.at(bound).0).collect();
            changes(side, &lever, people.at(bound).0, &headcounts)
        };
        let [low, central, high] = Bound::ALL.map(at);
        for (node, people) in low {
            side.nodes[node].in_field.low += Milli(people);
        }
        for (node, people) in central {
            side.nodes[node].in_field.central += Milli(people);
        }
        for (node, people) in high {
            side.nodes[node].in_field.high += Milli(people);
        }
    }
}

fn cell<'f>(frame: &Frame<'f>, basin: &BasinCode, fap: &FapCode) -> Option<CellKey<'f>> {
    let (fap, _) = frame.core.get_key_value(fap).filter(|(_, o)| in_gap(o))?;
    Some((frame.basin(basin)?, *fap))
}

fn set_needs<'f>(frame: &Frame<'f>, demand: &mut Demand<'f>, edits: &[Edit]) {
    for edit in edits {
        if let Edit::Need { basin, fap, need } = edit
            && let Some(key) = cell(frame, basin, fap)
        {
            demand.cells.entry(key).or_default().need = *need;
        }
    }
}

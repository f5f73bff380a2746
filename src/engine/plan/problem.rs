//! The planning problem: fills of several blocks over one layout, actions to take or leave, rows they must respect.
//!
//! Bounds, checked first: headcounts with everything the actions bring, and posts, of a block at most 2⁴⁰; the coefficients of a row with its
//! limit at most 2⁵⁰ together; Σ weight · posts, over blocks, scenarios and priorities, at most 2⁶⁰. So each objective is a 64-bit number.

/// Which actions to take so that blocks fill best. Quantities are integer thousandths of a person or post.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanProblem {
    /// Number of supply nodes of every block.
    pub supplies: usize,
    /// Number of demand cells of every block.
    pub demands: usize,
    /// Who can take which post, (supply, demand), in every block. Order is free and duplicates are harmless.
    pub arcs: Vec<(u32, u32)>,
    pub blocks: Vec<Block>,
    /// Weight of a post by demand, at least 1: a post of a higher weight is filled before one of a lower. Few distinct values.
    pub priorities: Vec<i64>,
    pub actions: Vec<Action>,
    pub rows: Vec<Row>,
    pub floors: Vec<Floor>,
    pub aim: Aim,
}

/// One matching: a year under one scenario of demand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Block {
    /// People without any action, by supply, ≥ 0.
    pub supplies: Vec<i64>,
    /// Posts, by demand, ≥ 0.
    pub demands: Vec<i64>,
    pub scenario: u32,
    /// Weight of the block within its scenario, ≥ 0: a discount, in whole numbers.
    pub weight: i64,
}

/// Something that is done or not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Action {
    /// What it adds to supplies, from its first leavers on. Of one block and supply amounts add up.
    pub brings: Vec<Bring>,
    pub lock: Lock,
}

/// People added to a supply of a block; negative where people are taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bring {
    pub block: u32,
    pub supply: u32,
    pub people: i64,
}

/// Whether the choice of an action is already made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Lock {
    #[default]
    Free,
    Taken,
    Refused,
}

/// `Σ coefficient · taken ≤ at_most`: a budget, a workshop, sections that exclude each other. An equality is two rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// (action, coefficient); coefficients of one action add up.
    pub terms: Vec<(u32, i64)>,
    pub at_most: i64,
}

/// At least so many posts of some demands of a block, in all, can be filled together with the other floors of the block.
///
/// Where all priorities are equal a best fill does so: ways that fill one more post never empty another demand, so a fill that meets the floors goes
/// on to one that fills most. Where priorities differ the fill that meets the floors may fill fewer posts of high priority than the objective counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Floor {
    pub block: u32,
    /// Floors of one block have no demand in common.
    pub demands: Vec<u32>,
    pub posts: i64,
}

/// What the best plan is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Aim {
    /// Most value filled, scenarios weighted; a weight, ≥ 0, by scenario.
    Expected(Vec<i64>),
    /// Most value filled in the scenario where it is least.
    WorstCase,
    /// Least regret: what the best plan for a scenario alone would fill more there, in the scenario where that is most.
    MinMaxRegret,
}

impl Default for Aim {
    fn default() -> Self {
        Self::Expected(vec![1])
    }
}

/// Rows, floors and locks that no plan can respect together, and that can if any one of them is given up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conflict {
    pub rows: Vec<usize>,
    pub floors: Vec<usize>,
    /// Actions whose lock is part of it.
    pub locks: Vec<usize>,
}

/// Why there is no plan.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    #[error("block {block} has not the size of the layout")]
    BlockSize { block: usize },
    #[error("block {block} has a negative weight")]
    BlockWeight { block: usize },
    #[error("block {block} is of a scenario without weight")]
    Scenario { block: usize },
    #[error("demand {demand} has no priority of at least 1")]
    Priority { demand: usize },
    #[error("action {action} brings people to a place that does not exist")]
    ActionPlace { action: usize },
    #[error("row {row} names an action that does not exist")]
    RowAction { row: usize },
    #[error("floor {floor} is negative, or shares a demand with another, or names one that does not exist")]
    FloorDemands { floor: usize },
    #[error("rows {:?}, floors {:?} and locks of {:?} exclude each other", .0.rows, .0.floors, .0.locks)]
    Infeasible(Conflict),
}

impl PlanProblem {
    /// The shape of everything but sizes of numbers, which are checked where they are summed.
    pub(super) fn check_shape(&self) -> Result<(), PlanError> {
        if self.priorities.len() != self.demands || self.priorities.iter().any(|&p| p < 1) {
            let demand = self.priorities.iter().position(|&p| p < 1);
            let demand = demand.unwrap_or_else(|| self.priorities.len().min(self.demands));
            return Err(PlanError::Priority { demand });
        }
        for (n, block) in self.blocks.iter().enumerate() {
            self.check_block(n, block)?;
        }
        for (action, a) in self.actions.iter().enumerate() {
            let there = |b: &Bring| (b.block as usize) < self.blocks.len() && (b.supply as usize) < self.supplies;
            if !a.brings.iter().all(there) {
                return Err(PlanError::ActionPlace { action });
            }
        }
        for (row, r) in self.rows.iter().enumerate() {
            if r.terms.iter().any(|&(action, _)| action as usize >= self.actions.len()) {
                return Err(PlanError::RowAction { row });
            }
        }
        self.check_floors()
    }

    fn check_block(&self, n: usize, block: &Block) -> Result<(), PlanError> {
        if block.supplies.len() != self.supplies || block.demands.len() != self.demands {
            return Err(PlanError::BlockSize { block: n });
        }
        if block.weight < 0 {
            return Err(PlanError::BlockWeight { block: n });
        }
        match &self.aim {
            Aim::Expected(weights) if weights.get(block.scenario as usize).is_none_or(|&w| w < 0) => {
                Err(PlanError::Scenario { block: n })
            }
            _ => Ok(()),
        }
    }

    fn check_floors(&self) -> Result<(), PlanError> {
        let mut taken = std::collections::BTreeSet::new();
        for (floor, f) in self.floors.iter().enumerate() {
            let there = (f.block as usize) < self.blocks.len() && f.posts >= 0;
            let own = |&d: &u32| (d as usize) < self.demands && taken.insert((f.block, d));
            if !there || !f.demands.iter().all(own) {
                return Err(PlanError::FloorDemands { floor });
            }
        }
        Ok(())
    }
}

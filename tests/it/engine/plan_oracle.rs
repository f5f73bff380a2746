//! Every plan there is, one after the other: what the optimiser is compared with.

use releve::engine::plan::{Action, Aim, Block, Bring, Conflict, Floor, Lock, PlanProblem, Row};

use crate::dice::Dice;

/// Most flow from node 0 to node 1, by ways found one after the other.
pub fn max_flow(nodes: usize, arcs: &[(usize, usize, i64)]) -> i64 {
    let mut room = vec![vec![0_i64; nodes]; nodes];
    for &(from, to, most) in arcs {
        room[from][to] += most;
    }
    let mut total = 0;
    loop {
        let mut from = vec![usize::MAX; nodes];
        from[0] = 0;
        let mut queue = vec![0];
        while let Some(node) = queue.pop() {
            for next in 0..nodes {
                if from[next] == usize::MAX && room[node][next] > 0 {
                    from[next] = node;
                    queue.push(next);
                }
            }
        }
        if from[1] == usize::MAX {
            return total;
        }
        let mut way = Vec::new();
        let mut node = 1;
        while node != 0 {
            way.push((from[node], node));
            node = from[node];
        }
        let amount = way.iter().map(|&(a, b)| room[a][b]).min().unwrap();
        for (a, b) in way {
            room[a][b] -= amount;
            room[b][a] += amount;
        }
        total += amount;
    }
}

/// Headcounts of a block under a plan.
pub fn headcounts(problem: &PlanProblem, block: usize, taken: &[bool]) -> Vec<i64> {
    let mut people = problem.blocks[block].supplies.clone();
    for (action, _) in problem.actions.iter().zip(taken).filter(|(_, taken)| **taken) {
        for bring in action.brings.iter().filter(|b| b.block as usize == block) {
            people[bring.supply as usize] += bring.people;
        }
    }
    people
}

/// Most posts filled of the demands that are kept.
pub fn filled(problem: &PlanProblem, block: usize, people: &[i64], kept: impl Fn(usize) -> bool) -> i64 {
    let first = 2 + problem.supplies;
    let mut arcs: Vec<(usize, usize, i64)> = people.iter().enumerate().map(|(s, &n)| (0, 2 + s, n)).collect();
    for &(supply, demand) in &problem.arcs {
        arcs.push((2 + supply as usize, first + demand as usize, 1 << 40));
    }
    for (demand, &posts) in problem.blocks[block].demands.iter().enumerate() {
        arcs.push((first + demand, 1, if kept(demand) { posts } else { 0 }));
    }
    max_flow(first + problem.demands, &arcs)
}

/// Value of a block: levels of priority one above the other.
fn value(problem: &PlanProblem, block: usize, people: &[i64]) -> i64 {
    let mut levels = problem.priorities.clone();
    levels.sort_unstable();
    levels.dedup();
    let mut below = 0;
    let mut value = 0;
    for level in levels {
        value += (level - below) * filled(problem, block, people, |d| problem.priorities[d] >= level);
        below = level;
    }
    value
}

fn floors_hold(problem: &PlanProblem, block: usize, people: &[i64], floors: &[usize]) -> bool {
    let own: Vec<&Floor> = floors
        .iter()
        .map(|&f| &problem.floors[f])
        .filter(|f| f.block as usize == block)
        .collect();
    let first = 2 + problem.supplies;
    let gates = first + problem.demands;
    let mut arcs: Vec<(usize, usize, i64)> = people.iter().enumerate().map(|(s, &n)| (0, 2 + s, n)).collect();
    for &(supply, demand) in &problem.arcs {
        arcs.push((2 + supply as usize, first + demand as usize, 1 << 40));
    }
    for (n, floor) in own.iter().enumerate() {
        arcs.push((gates + n, 1, floor.posts));
        for &demand in &floor.demands {
            let posts = problem.blocks[block].demands[demand as usize];
            arcs.push((first + demand as usize, gates + n, posts));
        }
    }
    max_flow(gates + own.len(), &arcs) == own.iter().map(|f| f.posts).sum::<i64>()
}

/// True when a plan respects the members of a conflict, and takes nobody away twice.
pub fn respects(problem: &PlanProblem, taken: &[bool], only: &Conflict) -> bool {
    let locked = |&action: &usize| match problem.actions[action].lock {
        Lock::Free => true,
        Lock::Taken => taken[action],
        Lock::Refused => !taken[action],
    };
    let spent = |row: &Row| -> i64 {
        let own = row.terms.iter().filter(|(action, _)| taken[*action as usize]);
        own.map(|(_, a)| a).sum()
    };
    only.locks.iter().all(locked)
        && only
            .rows
            .iter()
            .all(|&row| spent(&problem.rows[row]) <= problem.rows[row].at_most)
        && (0..problem.blocks.len()).all(|block| {
            let people = headcounts(problem, block, taken);
            people.iter().all(|&n| n >= 0) && floors_hold(problem, block, &people, &only.floors)
        })
}

pub fn everything(problem: &PlanProblem) -> Conflict {
    Conflict {
        rows: (0..problem.rows.len()).collect(),
        floors: (0..problem.floors.len()).collect(),
        locks: (0..problem.actions.len()).collect(),
    }
}

/// All plans that respect what is asked.
pub fn plans(problem: &PlanProblem, only: &Conflict) -> Vec<Vec<bool>> {
    let all = (0..1_u32 << problem.actions.len()).map(|set| {
        let taken = |action: usize| set >> action & 1 == 1;
        (0..problem.actions.len()).map(taken).collect::<Vec<bool>>()
    });
    all.filter(|taken| respects(problem, taken, only)).collect()
}

/// Value by scenario that has a block, in order.
pub fn by_scenario(problem: &PlanProblem, taken: &[bool]) -> Vec<(u32, i64)> {
    let mut values = std::collections::BTreeMap::new();
    for (block, b) in problem.blocks.iter().enumerate() {
        let people = headcounts(problem, block, taken);
        *values.entry(b.scenario).or_insert(0) += b.weight * value(problem, block, &people);
    }
    values.into_iter().collect()
}

/// The objective of each of some plans.
pub fn objectives(problem: &PlanProblem, plans: &[Vec<bool>]) -> Vec<i64> {
    let values: Vec<Vec<(u32, i64)>> = plans.iter().map(|taken| by_scenario(problem, taken)).collect();
    let alone = |scenario: usize| values.iter().map(|v| v[scenario].1).max().unwrap();
    let alone: Vec<i64> = (0..values.first().map_or(0, Vec::len)).map(alone).collect();
    let of = |values: &Vec<(u32, i64)>| match &problem.aim {
        Aim::Expected(weights) => values.iter().map(|&(s, v)| weights[s as usize] * v).sum(),
        Aim::WorstCase => values.iter().map(|&(_, v)| v).min().unwrap_or(0),
        Aim::MinMaxRegret => values
            .iter()
            .zip(&alone)
            .map(|((_, v), best)| v - best)
            .min()
            .unwrap_or(0),
    };
    values.iter().map(of).collect()
}

/// A small problem with a bit of everything.
pub fn draw(dice: &mut Dice, actions: usize) -> PlanProblem {
    let (supplies, demands, blocks) = (1 + dice.index(5), 1 + dice.index(5), 1 + dice.index(4));
    let number = |n: usize| u32::try_from(n).unwrap();
    let arc = |dice: &mut Dice| (number(dice.index(supplies)), number(dice.index(demands)));
    let block = |dice: &mut Dice| Block {
        supplies: (0..supplies).map(|_| dice.quantity(6)).collect(),
        demands: (0..demands).map(|_| dice.quantity(9)).collect(),
        scenario: number(dice.index(3)),
        weight: dice.quantity(4),
    };
    let bring = |dice: &mut Dice| Bring {
        block: number(dice.index(blocks)),
        supply: number(dice.index(supplies)),
        people: dice.quantity(9) - 2,
    };
    let action = |dice: &mut Dice| Action {
        brings: (0..dice.index(4)).map(|_| bring(dice)).collect(),
        lock: [
            Lock::Free,
            Lock::Free,
            Lock::Free,
            Lock::Free,
            Lock::Free,
            Lock::Taken,
            Lock::Refused,
        ][dice.index(7)],
    };
    let row = |dice: &mut Dice| Row {
        terms: (0..1 + dice.index(6))
            .map(|_| (number(dice.index(actions)), dice.quantity(9) - 2))
            .collect(),
        at_most: dice.quantity(12) - 1,
    };
    let floor = |dice: &mut Dice, block: usize| Floor {
        block: number(block),
        demands: (0..number(demands)).filter(|_| dice.below(2) == 0).collect(),
        posts: dice.quantity(4),
    };
    PlanProblem {
        supplies,
        demands,
        arcs: (0..supplies * 2).map(|_| arc(dice)).collect(),
        blocks: (0..blocks).map(|_| block(dice)).collect(),
        priorities: (0..demands).map(|_| [1, 1, 2, 5][dice.index(4)]).collect(),
        actions: (0..actions).map(|_| action(dice)).collect(),
        rows: (0..dice.index(5)).map(|_| row(dice)).collect(),
        floors: (0..blocks)
            .flat_map(|b| if dice.below(4) == 0 { Some(floor(dice, b)) } else { None })
            .collect(),
        aim: [Aim::Expected(vec![1, 2, 3]), Aim::WorstCase, Aim::MinMaxRegret][dice.index(3)].clone(),
    }
}

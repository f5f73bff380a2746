//! The canonical fill and the shortfalls of the engine, against Hall's condition over every subset of demands.

use std::sync::Mutex;

use proptest::prelude::*;
use releve::domain::progress::{Progress, Unattended};
use releve::engine::{
    Arc, CertificateError, EngineError, Fills, Problem, Reach, Shortfall, ShortfallError, Solution, Tranche,
    check_shortfall, fill_all, shortfall, solve,
};

use crate::dice::Dice;

const SUPPLIES: usize = 5;
const DEMANDS: usize = 5;

/// People of the supplies with an arc into a set of demands.
fn people(supplies: &[i64], arcs: &[(u32, u32)], set: u32) -> i64 {
    let reaches = |s: usize| arcs.iter().any(|(from, to)| *from as usize == s && set >> to & 1 == 1);
    (0..supplies.len()).filter(|s| reaches(*s)).map(|s| supplies[s]).sum()
}

/// Greedy over Hall's condition: a demand takes what every set that contains it has room for. No flow, no path.
fn oracle(supplies: &[i64], arcs: &[(u32, u32)], demands: usize, order: &[Tranche]) -> Vec<i64> {
    let mut filled = vec![0; demands];
    for tranche in order {
        let sets = (1_u32..1 << demands).filter(|set| set >> tranche.demand & 1 == 1);
        let inside = |set: u32| -> i64 { (0..demands).filter(|d| set >> d & 1 == 1).map(|d| filled[d]).sum() };
        let room = sets.map(|set| people(supplies, arcs, set) - inside(set)).min().unwrap();
        filled[tranche.demand as usize] += tranche.posts.min(room);
    }
    filled
}

fn fills(supplies: &[Vec<i64>], arcs: &[(u32, u32)], demands: usize, kept: &[Tranche], order: &[Tranche]) -> Fills {
    Fills {
        reach: Reach::new(supplies[0].len(), demands, arcs).unwrap(),
        supplies: supplies.to_vec(),
        kept: kept.to_vec(),
        order: order.to_vec(),
    }
}

fn tranches(list: &[(u32, i64)]) -> Vec<Tranche> {
    list.iter().map(|&(demand, posts)| Tranche { demand, posts }).collect()
}

fn pairs(supplies: usize, demands: usize) -> impl Strategy<Value = Vec<(u32, u32)>> {
    let pair = (0..u32::try_from(supplies).unwrap(), 0..u32::try_from(demands).unwrap());
    prop::collection::vec(pair, 0..14)
}

fn ordered() -> impl Strategy<Value = Vec<(u32, i64)>> {
    prop::collection::vec((0..u32::try_from(DEMANDS).unwrap(), 0_i64..6), 0..16)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_fill_is_the_greedy_base_for_every_list_of_supplies(
        base in prop::collection::vec(0_i64..9, SUPPLIES),
        more in prop::collection::vec(prop::collection::vec(0_i64..5, SUPPLIES), 3),
        arcs in pairs(SUPPLIES, DEMANDS),
        first in ordered(),
        then in ordered(),
    ) {
        let lists: Vec<Vec<i64>> = (0..8_usize)
            .map(|list| {
                let change = |s: usize| (0..3).filter(|c| list >> c & 1 == 1).map(|c| more[c][s]).sum::<i64>();
                (0..SUPPLIES).map(|s| base[s] + change(s)).collect()
            })
            .collect();
        // What a first order fills is a feasible set to keep.
        let kept = oracle(&base, &arcs, DEMANDS, &tranches(&first));
        let kept: Vec<Tranche> = (0_u32..).zip(kept).map(|(demand, posts)| Tranche { demand, posts }).collect();
        let order = tranches(&then);
        let found = fill_all(&[fills(&lists, &arcs, DEMANDS, &kept, &order)], &Unattended).unwrap();
        let whole: Vec<Tranche> = kept.iter().chain(&order).copied().collect();
        for (list, filled) in lists.iter().zip(&found[0]) {
            prop_assert_eq!(filled, &oracle(list, &arcs, DEMANDS, &whole));
        }
    }

    #[test]
    fn a_shortfall_is_the_smallest_set_that_lacks_what_it_lacks(
        supplies in prop::collection::vec(0_i64..9, SUPPLIES),
        demands in prop::collection::vec(0_i64..9, DEMANDS),
        arcs in pairs(SUPPLIES, DEMANDS),
    ) {
        let problem = problem(&supplies, &demands, &arcs);
        let solution = solve(&problem, &Unattended).unwrap();
        for demand in 0..u32::try_from(DEMANDS).unwrap() {
            let Some(found) = shortfall(&problem, &solution, &[demand]) else {
                prop_assert_eq!(solution.unfilled[demand as usize], 0);
                continue;
            };
            prop_assert_eq!(check_shortfall(&problem, &found), Ok(()));
            prop_assert_eq!(&found.demands, &smallest_tight(&problem, &solution, &arcs, demand));
            let inside: i64 = found.demands.iter().map(|d| solution.unfilled[*d as usize]).sum();
            prop_assert_eq!(found.unfilled, inside);
        }
    }
}

fn problem(supplies: &[i64], demands: &[i64], arcs: &[(u32, u32)]) -> Problem {
    let arc = |&(supply, demand): &(u32, u32)| Arc {
        supply,
        demand,
        cost: supply + demand,
    };
    Problem {
        supplies: supplies.to_vec(),
        demands: demands.to_vec(),
        arcs: arcs.iter().map(arc).collect(),
        limits: Vec::new(),
    }
}

/// The common part of all sets with the demand whose unfilled posts are V − S(N), found by trying them all; demands without posts that nothing
/// ties to the others are left out by the smallest.
fn smallest_tight(problem: &Problem, solution: &Solution, arcs: &[(u32, u32)], demand: u32) -> Vec<u32> {
    let lacks = |set: u32| {
        let inside = (0..DEMANDS).filter(|d| set >> d & 1 == 1);
        inside.map(|d| problem.demands[d] - solution.unfilled[d]).sum::<i64>() == people(&problem.supplies, arcs, set)
    };
    let sets = (1_u32..1 << DEMANDS).filter(|set| set >> demand & 1 == 1 && lacks(*set));
    let common = sets.fold(u32::MAX, |common, set| common & set);
    (0..u32::try_from(DEMANDS).unwrap())
        .filter(|d| common >> d & 1 == 1)
        .collect()
}

#[test]
fn the_first_in_the_order_are_filled_first_and_kept_posts_never_lost() {
    // Two people; supply 0 reaches both demands, supply 1 the second only.
    let arcs = [(0, 0), (0, 1), (1, 1)];
    let run = |people: [i64; 2], kept: &[(u32, i64)], order: &[(u32, i64)]| {
        let series = fills(&[people.to_vec()], &arcs, 2, &tranches(kept), &tranches(order));
        fill_all(&[series], &Unattended).unwrap()[0][0].clone()
    };
    assert_eq!(run([1, 0], &[], &[(1, 1), (0, 1)]), [0, 1]);
    assert_eq!(run([1, 0], &[], &[(0, 1), (1, 1)]), [1, 0]);
    // The second demand comes first, then the first one takes supply 0 from it, and supply 1 replaces it.
    assert_eq!(run([1, 1], &[], &[(1, 1), (0, 1)]), [1, 1]);
    assert_eq!(run([1, 0], &[(1, 1)], &[(0, 1)]), [0, 1]);
}

#[test]
fn what_cannot_be_computed_is_refused() {
    let arcs = [(0, 0), (1, 1)];
    let run = |supplies: &[Vec<i64>], kept: &[(u32, i64)], order: &[(u32, i64)]| {
        fill_all(
            &[fills(supplies, &arcs, 2, &tranches(kept), &tranches(order))],
            &Unattended,
        )
    };
    let refused = |defect| Err(EngineError::Unproved(defect));
    assert_eq!(
        run(&[vec![1, 1]], &[(0, 2)], &[]),
        refused(CertificateError::NotKept { demand: 0 })
    );
    assert_eq!(
        run(&[vec![1, 1], vec![2, 0]], &[], &[]),
        refused(CertificateError::SupplyBalance { supply: 1 })
    );
    assert_eq!(
        run(&[vec![1, 1], vec![1, 1], vec![1, 1]], &[], &[]),
        refused(CertificateError::Shape)
    );
    assert_eq!(run(&[vec![1, 1], vec![1]], &[], &[]), refused(CertificateError::Shape));
    assert_eq!(
        run(&[vec![1, -1]], &[], &[]),
        Err(EngineError::NegativeSupply { index: 1, value: -1 })
    );
    assert_eq!(
        run(&[vec![1, 1]], &[], &[(1, -4)]),
        Err(EngineError::NegativeDemand { index: 1, value: -4 })
    );
    assert_eq!(
        run(&[vec![1, 1]], &[(2, 1)], &[]),
        Err(EngineError::NegativeDemand { index: 2, value: 1 })
    );
    assert_eq!(run(&[vec![i64::MAX, 1]], &[], &[]), Err(EngineError::Overflow));
    assert_eq!(run(&[vec![1, 1]], &[], &[(0, i64::MAX)]), Err(EngineError::Overflow));
    assert_eq!(
        Reach::new(1, 1, &[(0, 1)]).unwrap_err(),
        EngineError::ArcOutOfRange { index: 0 }
    );
}

/// Remembers what it hears; cancels from the start where told to.
struct Heard {
    steps: Mutex<Vec<(u64, u64)>>,
    cancelled: bool,
}

impl Progress for Heard {
    fn report(&self, done: u64, total: u64) {
        self.steps.lock().unwrap().push((done, total));
    }

    fn is_cancelled(&self) -> bool {
        self.cancelled
    }
}

#[test]
fn fills_are_counted_and_can_be_cancelled() {
    let series = || fills(&[vec![1], vec![2]], &[(0, 0)], 1, &[], &tranches(&[(0, 3)]));
    let heard = |cancelled| Heard {
        steps: Mutex::default(),
        cancelled,
    };
    let counted = heard(false);
    assert_eq!(
        fill_all(&[series(), series()], &counted).unwrap(),
        [[[1], [2]], [[1], [2]]]
    );
    let mut steps = counted.steps.into_inner().unwrap();
    steps.sort_unstable();
    assert_eq!(steps, [(1, 4), (2, 4), (3, 4), (4, 4)]);
    assert_eq!(fill_all(&[series()], &heard(true)), Err(EngineError::Cancelled));
}

#[test]
fn a_corrupted_claim_is_refused() {
    // Supply 0 fills demand 0 and part of 1; supply 2 is elsewhere.
    let problem = problem(&[3, 1, 5], &[2, 6, 1], &[(0, 0), (0, 1), (1, 1), (2, 2)]);
    let solution = solve(&problem, &Unattended).unwrap();
    let claim = shortfall(&problem, &solution, &[1]).unwrap();
    let expected = Shortfall {
        demands: vec![0, 1],
        supplies: vec![0, 1],
        posts: 8,
        people: 4,
        unfilled: 4,
    };
    assert_eq!(claim, expected);
    assert_eq!(shortfall(&problem, &solution, &[2]), None);
    let corrupted = |change: fn(&mut Shortfall)| {
        let mut other = claim.clone();
        change(&mut other);
        check_shortfall(&problem, &other).unwrap_err()
    };
    assert_eq!(
        corrupted(|c| c.supplies = vec![0]),
        ShortfallError::Incomplete { arc: 2 }
    );
    assert_eq!(
        corrupted(|c| c.posts = 9),
        ShortfallError::Posts { claimed: 9, found: 8 }
    );
    assert_eq!(
        corrupted(|c| c.demands = vec![1]),
        ShortfallError::Posts { claimed: 8, found: 6 }
    );
    assert_eq!(
        corrupted(|c| c.supplies.push(2)),
        ShortfallError::People { claimed: 4, found: 9 }
    );
    let unfilled = ShortfallError::Unfilled {
        claimed: 5,
        posts: 8,
        people: 4,
    };
    assert_eq!(corrupted(|c| c.unfilled = 5), unfilled);
    assert_eq!(
        corrupted(|c| c.demands.push(7)),
        ShortfallError::OutOfRange { index: 7 }
    );
}

/// Alone a series has one thread; together they have as many as the machine gives, and each takes the next one when it is free.
#[test]
fn series_filled_together_are_those_filled_alone() {
    const PLACES: usize = 120;
    let mut dice = Dice(11);
    let series: Vec<Fills> = (0..24)
        .map(|_| {
            let people: Vec<i64> = (0..PLACES).map(|_| dice.quantity(9)).collect();
            let arcs: Vec<(u32, u32)> = (0..PLACES * 6)
                .map(|_| {
                    let mut end = || u32::try_from(dice.index(PLACES)).unwrap();
                    (end(), end())
                })
                .collect();
            let order: Vec<Tranche> = (0..u32::try_from(PLACES).unwrap())
                .map(|demand| Tranche { demand, posts: 5 })
                .collect();
            fills(&[people], &arcs, PLACES, &[], &order)
        })
        .collect();
    let together = fill_all(&series, &Unattended).unwrap();
    assert_eq!(together.len(), series.len());
    for (one, found) in series.iter().zip(&together) {
        let alone = fill_all(std::slice::from_ref(one), &Unattended).unwrap();
        assert_eq!(&alone[0], found);
    }
}

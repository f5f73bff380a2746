//! The plan optimiser against another solver on the whole program: every flow a variable, every action a whole one.

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};
use releve::domain::progress::Unattended;
use releve::engine::EngineError;
use releve::engine::plan::{Aim, Gap, Lock, PlanError, PlanProblem, plan};

use super::plan_oracle::draw;
use crate::dice::Dice;

/// Best expected value, priorities as weights of flows; nothing when there is no plan.
fn whole_program(problem: &PlanProblem) -> Option<f64> {
    let Aim::Expected(weights) = &problem.aim else {
        panic!("only the expected aim")
    };
    let mut program = Problem::new(OptimizationDirection::Maximize);
    let taken: Vec<Variable> = problem.actions.iter().map(|_| program.add_binary_var(0.0)).collect();
    for (&variable, action) in taken.iter().zip(&problem.actions) {
        match action.lock {
            Lock::Free => {}
            Lock::Taken => program.add_constraint([(variable, 1.0)], ComparisonOp::Eq, 1.0),
            Lock::Refused => program.add_constraint([(variable, 1.0)], ComparisonOp::Eq, 0.0),
        }
    }
    for row in &problem.rows {
        let terms: Vec<_> = row.terms.iter().map(|&(a, k)| (taken[a as usize], real(k))).collect();
        // Coefficients of one action add up: the solver wants each variable once.
        let mut sums: Vec<(Variable, f64)> = Vec::new();
        for (variable, k) in terms {
            match sums.iter_mut().find(|(v, _)| *v == variable) {
                Some((_, sum)) => *sum += k,
                None => sums.push((variable, k)),
            }
        }
        program.add_constraint(sums, ComparisonOp::Le, real(row.at_most));
    }
    for (n, block) in problem.blocks.iter().enumerate() {
        let weight = real(weights[block.scenario as usize] * block.weight);
        let flow =
            |&(_, demand): &(u32, u32)| program.add_var(weight * real(problem.priorities[demand as usize]), (0.0, 1e6));
        let flows: Vec<Variable> = problem.arcs.iter().map(flow).collect();
        for (supply, &people) in block.supplies.iter().enumerate() {
            let mut bring = vec![0; taken.len()];
            for (more, action) in bring.iter_mut().zip(&problem.actions) {
                let own = action
                    .brings
                    .iter()
                    .filter(|b| b.block as usize == n && b.supply as usize == supply);
                *more = own.map(|b| b.people).sum();
            }
            let actions = || {
                taken
                    .iter()
                    .zip(&bring)
                    .filter(|(_, more)| **more != 0)
                    .map(|(&v, &more)| (v, -real(more)))
            };
            let leaving = problem
                .arcs
                .iter()
                .zip(&flows)
                .filter(|(arc, _)| arc.0 as usize == supply);
            let used: Vec<_> = leaving.map(|(_, &v)| (v, 1.0)).chain(actions()).collect();
            program.add_constraint(used, ComparisonOp::Le, real(people));
            program.add_constraint(actions().collect::<Vec<_>>(), ComparisonOp::Le, real(people));
        }
        for (demand, &posts) in block.demands.iter().enumerate() {
            let entering = problem
                .arcs
                .iter()
                .zip(&flows)
                .filter(|(arc, _)| arc.1 as usize == demand);
            let filled: Vec<_> = entering.map(|(_, &v)| (v, 1.0)).collect();
            program.add_constraint(filled, ComparisonOp::Le, real(posts));
        }
    }
    let solution = program.solve().ok()?.into_solution().ok()?;
    Some(solution.objective())
}

fn real(value: i64) -> f64 {
    f64::from(i32::try_from(value).unwrap())
}

#[test]
fn larger_plans_are_worth_what_another_solver_finds() {
    let mut dice = Dice(21);
    let mut solved = 0;
    for round in 0..40 {
        let mut problem = draw(&mut dice, 18);
        problem.aim = Aim::Expected(vec![1, 2, 3]);
        problem.floors.clear();
        let theirs = whole_program(&problem);
        match plan(&problem, Gap::NONE, &Unattended) {
            Ok(found) => {
                let theirs = theirs.unwrap_or_else(|| panic!("round {round}: {} and none", found.standing.objective));
                assert!(
                    (real(found.standing.objective) - theirs).abs() < 1e-4,
                    "round {round}: {} {theirs}",
                    found.standing.objective
                );
                solved += 1;
            }
            Err(EngineError::Plan(PlanError::Infeasible(_))) => assert_eq!(theirs, None, "round {round}"),
            Err(other) => panic!("{other}"),
        }
    }
    assert!(solved > 20, "{solved}");
}

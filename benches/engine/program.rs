//! A plan as one mixed-integer program in the LP format of CPLEX, for any other solver.

use std::fmt::Write as _;

use releve::engine::plan::{Aim, PlanProblem};

/// Every flow a variable, in posts; every action a whole one. Only the expected aim without locks and floors.
pub fn lp(problem: &PlanProblem) -> String {
    let Aim::Expected(weights) = &problem.aim else {
        panic!("only the expected aim");
    };
    let mut text = String::from("Maximize\n obj:");
    for (n, block) in problem.blocks.iter().enumerate() {
        let weight = weights[block.scenario as usize] * block.weight;
        for (arc, &(_, demand)) in problem.arcs.iter().enumerate() {
            writeln!(text, " + {} x{n}_{arc}", weight * problem.priorities[demand as usize]).unwrap();
        }
    }
    text.push_str("Subject To\n");
    for row in &problem.rows {
        for (action, a) in &row.terms {
            write!(text, " {a:+} y{action}").unwrap();
        }
        writeln!(text, " <= {}", row.at_most).unwrap();
    }
    for (n, block) in problem.blocks.iter().enumerate() {
        let mut leaving = vec![String::new(); problem.supplies];
        let mut entering = vec![String::new(); problem.demands];
        for (arc, &(supply, demand)) in problem.arcs.iter().enumerate() {
            write!(leaving[supply as usize], " + x{n}_{arc}").unwrap();
            write!(entering[demand as usize], " + x{n}_{arc}").unwrap();
        }
        for (action, a) in problem.actions.iter().enumerate() {
            for bring in a.brings.iter().filter(|b| b.block as usize == n) {
                let people = -(bring.people as f64) / 1e3;
                write!(leaving[bring.supply as usize], " {people:+} y{action}").unwrap();
            }
        }
        let sides = [(leaving, &block.supplies), (entering, &block.demands)];
        for (expressions, quantities) in sides {
            for (expression, quantity) in expressions.iter().zip(quantities).filter(|(e, _)| !e.is_empty()) {
                writeln!(text, "{expression} <= {}", *quantity as f64 / 1e3).unwrap();
            }
        }
    }
    text.push_str("Binary\n");
    for action in 0..problem.actions.len() {
        writeln!(text, " y{action}").unwrap();
    }
    text.push_str("End\n");
    text
}

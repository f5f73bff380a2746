//! Moves drawn from the expected lens of a territory: its problem is built anew from what the gap tells, by the formulas of the method.

use std::collections::BTreeMap;

use releve::app::Session;
use releve::domain::assumption::AssumptionKey;
use releve::domain::id::{BasinCode, FapCode};
use releve::domain::occupation::{OccupationScope, SkillLevel};
use releve::domain::progress::Unattended;
use releve::engine::{Arc, Expected, Parameters, Problem, Stratum, expect_within};
use releve::market::gap::Supply;

use crate::dice::Dice;

pub const HEADER: &str = "Bassin de formation;Formation;Niveau;Bassin d’emploi;Métier;Personnes";

/// The problem of a territory with the meaning of its indices.
pub struct Simulated {
    pub problem: Problem,
    nodes: Vec<Supply>,
    cells: Vec<(String, String)>,
}

impl Simulated {
    /// Central need and supply; arcs to outlets within the radius; 0 in the basin, else 10 · (12 + 1.07 · km) tenths of a minute.
    pub fn of(session: &Session) -> Self {
        let facts = session.facts().unwrap();
        let gap = session.gap(None, &Unattended).unwrap();
        let place = |code: &BasinCode| {
            let found = facts.catalogue.basins.iter().find(|basin| basin.code == *code);
            found.unwrap().position
        };
        let counted = |fap: &FapCode| {
            let found = facts.catalogue.occupations.iter().find(|o| o.code == *fap);
            found.is_some_and(|o| {
                let skilled = matches!(o.skill, SkillLevel::SkilledWorker | SkillLevel::Technician);
                o.scope == OccupationScope::Core && skilled
            })
        };
        let cells: Vec<_> = gap
            .cells
            .iter()
            .filter(|c| counted(&c.fap) && c.figures.need.high.0 > 0)
            .collect();
        let mut problem = Problem {
            supplies: gap.supplies.iter().map(|s| s.in_field.central.0).collect(),
            demands: cells.iter().map(|c| c.figures.need.central.0).collect(),
            ..Problem::default()
        };
        for (supply, node) in (0..).zip(&gap.supplies) {
            let level = node.level.to_string();
            let radius = facts.assumptions.value(AssumptionKey::RadiusKm, &[&level]).central;
            for (demand, cell) in (0..).zip(&cells).filter(|(_, cell)| node.outlets.contains(&cell.fap)) {
                let km = place(&node.basin).distance(place(&cell.basin)).0;
                if node.basin == cell.basin {
                    problem.arcs.push(Arc {
                        supply,
                        demand,
                        cost: 0,
                    });
                } else if km <= radius {
                    let cost = tenths(12.0 + 1.07 * km);
                    problem.arcs.push(Arc { supply, demand, cost });
                }
            }
        }
        Self {
            problem,
            nodes: gap.supplies.clone(),
            cells: cells.iter().map(|c| (c.basin.to_string(), c.fap.to_string())).collect(),
        }
    }

    /// The expected matching under parameters in minutes.
    pub fn expected(&self, surplus: f64, noise: f64) -> Expected {
        let parameters = Parameters {
            surplus: 10.0 * surplus,
            noise: 10.0 * noise,
        };
        expect_within(&self.problem, parameters, 1e-9, &Unattended).unwrap()
    }

    /// So many people drawn one by one, as rows of a file: every other node is told by its programme, the others by their level alone.
    pub fn draw(&self, expected: &Expected, people: usize, dice: &mut Dice) -> Vec<String> {
        let mut ends = Vec::with_capacity(expected.flows.len() + expected.unused.len());
        let mut reached = 0.0;
        for part in expected.flows.iter().chain(&expected.unused) {
            reached += part;
            ends.push(reached);
        }
        let mut counts: BTreeMap<usize, u32> = BTreeMap::new();
        for _ in 0..people {
            let drawn = dice.share() * reached;
            let at = ends.partition_point(|end| *end <= drawn).min(ends.len() - 1);
            *counts.entry(at).or_default() += 1;
        }
        counts.into_iter().map(|(at, count)| self.row(at, count)).collect()
    }

    /// Where the people of these rows may come from: with a level alone, any node of the level in the basin.
    pub fn strata(&self, rows: &[String]) -> Vec<Stratum> {
        let stratum = |row: &String| {
            let cells: Vec<&str> = row.split(';').collect();
            let fits = |node: &Supply| {
                let trained = node.programme.as_str() == cells[1] || node.level.to_string() == cells[2];
                node.basin.as_str() == cells[0] && trained
            };
            Stratum {
                supplies: (0..)
                    .zip(&self.nodes)
                    .filter(|(_, n)| fits(n))
                    .map(|(i, _)| i)
                    .collect(),
                people: cells[5].parse().unwrap(),
            }
        };
        rows.iter().map(stratum).collect()
    }

    fn row(&self, at: usize, count: u32) -> String {
        let arc = self.problem.arcs.get(at);
        let supply = arc.map_or(at.saturating_sub(self.problem.arcs.len()), |arc| arc.supply as usize);
        let node = &self.nodes[supply];
        let training = if supply.is_multiple_of(2) {
            format!("{};", node.programme)
        } else {
            format!(";{}", node.level)
        };
        let post = arc.map_or_else(
            || ";".to_owned(),
            |arc| {
                let (basin, fap) = &self.cells[arc.demand as usize];
                format!("{basin};{fap}")
            },
        );
        format!("{};{training};{post};{count}", node.basin)
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a few hundred minutes"
)]
fn tenths(minutes: f64) -> u32 {
    (10.0 * minutes).round() as u32
}

/// Rows under their header.
pub fn file(rows: &[String]) -> String {
    format!("{HEADER}\n{}\n", rows.join("\n"))
}

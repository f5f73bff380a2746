//! The 128 coalitions of seven removable causes: four change headcounts, three add arcs.

use std::time::Instant;

use releve::domain::progress::Unattended;
use releve::engine::{Fills, Reach, Tranche, fill_all, solve};

use crate::clock::{ms, process_ms};
use crate::instances::{ADJACENT, DISTANCE, Instance, LEVEL};

/// What removing each of the four causes does to a headcount, per cent: further study, leaving the field, failure, vacant seats.
const MORE: [i64; 4] = [140, 165, 125, 110];

/// Wall and processor time of all maximum fills, the potential lens aside.
pub fn measure(instance: &Instance) -> String {
    if instance.needs.is_empty() {
        return "no classes of arcs in the file".to_owned();
    }
    if instance.problem.arcs.len() > 3_000_000 {
        return "–".to_owned();
    }
    let series = series(instance);
    let (start, before) = (Instant::now(), process_ms());
    let fills = fill_all(&series, &Unattended).unwrap();
    let wall = start.elapsed().as_secs_f64() * 1e3;
    assert_eq!(fills.iter().map(Vec::len).sum::<usize>(), 128);
    let cpu = before
        .zip(process_ms())
        .map_or("?".to_owned(), |(before, after)| ms(after - before));
    format!("{cpu} CPU ({})", ms(wall))
}

/// One series for each set of arcs, of sixteen lists of headcounts each.
fn series(instance: &Instance) -> Vec<Fills> {
    let problem = &instance.problem;
    let mut base = problem.clone();
    let mut needs = instance.needs.iter();
    base.arcs.retain(|_| needs.next() == Some(&0));
    let potential = solve(&base, &Unattended).unwrap();
    let (mut kept, mut order) = (Vec::new(), Vec::new());
    for (demand, &unfilled) in (0_u32..).zip(&potential.unfilled) {
        kept.push(Tranche {
            demand,
            posts: problem.demands[demand as usize] - unfilled,
        });
    }
    for eighth in 1..=8 {
        for (demand, &unfilled) in (0_u32..).zip(&potential.unfilled) {
            let posts = unfilled * eighth / 8 - unfilled * (eighth - 1) / 8;
            order.push(Tranche { demand, posts });
        }
    }
    let has_posts = |tranches: Vec<Tranche>| tranches.into_iter().filter(|t| t.posts > 0).collect::<Vec<_>>();
    let (kept, order) = (has_posts(kept), has_posts(order));
    let supplies: Vec<Vec<i64>> = (0..16)
        .map(|removed| {
            let factors = (0..4)
                .filter(|cause| removed >> cause & 1 == 1)
                .map(|cause| MORE[cause]);
            let factors: Vec<i64> = factors.collect();
            let more = |&people: &i64| factors.iter().fold(people, |people, percent| people * percent / 100);
            problem.supplies.iter().map(more).collect()
        })
        .collect();
    let arcs = |removed: u8| -> Vec<(u32, u32)> {
        let allowed = problem
            .arcs
            .iter()
            .zip(&instance.needs)
            .filter(|(_, needs)| **needs & !removed == 0);
        allowed.map(|(arc, _)| (arc.supply, arc.demand)).collect()
    };
    (0..=(DISTANCE | LEVEL | ADJACENT))
        .map(|removed| Fills {
            reach: Reach::new(problem.supplies.len(), problem.demands.len(), &arcs(removed)).unwrap(),
            supplies: supplies.clone(),
            kept: kept.clone(),
            order: order.clone(),
        })
        .collect()
}

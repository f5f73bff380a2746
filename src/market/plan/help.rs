//! Help to go farther: those a basin's help reaches in a year stand on nodes of their own, which have more arcs.

use super::super::apportion::apportion;
use super::super::frame::Frame;
use super::super::supply::SupplySide;
use crate::domain::scenario::MobilityHelp;
use crate::domain::units::Milli;

/// A help with the nodes of its basin, each beside the node of those it sends farther.
pub(super) struct Helped {
    pub help: MobilityHelp,
    /// The node people are on, and the one they are helped from: same programme, same basin, a longer radius.
    twins: Vec<(usize, usize)>,
}

/// Adds, for each help, a node without people beside every node of its basin.
pub(super) fn open(frame: &Frame<'_>, side: &mut SupplySide, helps: &[MobilityHelp]) -> Vec<Helped> {
    let nodes = side.nodes.len();
    let mut opened = Vec::with_capacity(helps.len());
    for help in helps {
        let basin = frame.basin(&help.basin);
        let own: Vec<usize> = (0..nodes).filter(|node| Some(side.basins[*node]) == basin).collect();
        opened.push(Helped {
            help: help.clone(),
            twins: own.into_iter().map(|node| (node, side.twin(node, help.km))).collect(),
        });
    }
    opened
}

/// Moves people to the nodes they are helped from; thousandths moved by each help.
///
/// A help goes to those of its basin whom no post is left for in the year, in proportion to them, as many as it may help and no more: `left` is the
/// people of each node without a post where nobody is helped, in the territory as decided. Several helps of a basin take turns. Nobody is made or lost.
pub(super) fn send(
    helps: &[Helped],
    (given, year): (&[bool], u16),
    mut left: Vec<i64>,
    people: &mut [i64],
) -> Vec<i64> {
    let mut sent = vec![0; helps.len()];
    for (number, helped) in helps.iter().enumerate() {
        if !given[number] || !helped.help.is_given(year) {
            continue;
        }
        let free = |(node, _): &(usize, usize)| left[*node].min(people[*node]).max(0);
        let weights: Vec<i64> = helped.twins.iter().map(free).collect();
        let most = i64::from(helped.help.people) * Milli::from_people(1.0).0;
        let moved = most.min(weights.iter().sum());
        let weights: Vec<u64> = weights.into_iter().map(i64::unsigned_abs).collect();
        for ((node, twin), part) in helped.twins.iter().zip(apportion(moved, &weights)) {
            people[*node] -= part;
            people[*twin] += part;
            left[*node] -= part;
        }
        sent[number] = moved;
    }
    sent
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::scenario::{ActionStatus, HelpKind};

    fn helped(people: u32, twins: &[(usize, usize)]) -> Helped {
        Helped {
            help: MobilityHelp {
                id: 0,
                kind: HelpKind::Transport,
                basin: "3201".parse().unwrap(),
                people,
                km: 20,
                person_cost: None,
                fixed_cost: 0,
                from: 2027,
                until: None,
                status: ActionStatus::Draft,
                note: String::new(),
            },
            twins: twins.to_vec(),
        }
    }

    #[test]
    fn those_without_a_post_are_helped_in_turn_and_nobody_is_made() {
        let helps = [helped(3, &[(0, 2), (1, 3)]), helped(9, &[(0, 4), (1, 5)])];
        let mut people = vec![6_000, 4_000, 0, 0, 0, 0];
        let sent = send(
            &helps,
            (&[true, true], 2027),
            vec![4_000, 2_000, 0, 0, 0, 0],
            &mut people,
        );
        assert_eq!(sent, [3_000, 3_000], "six without a post, no more");
        assert_eq!(people, [2_000, 2_000, 2_000, 1_000, 2_000, 1_000]);
        let mut people = vec![6_000, 1_000, 0, 0, 0, 0];
        let left = vec![4_000, 2_000, 0, 0, 0, 0];
        assert_eq!(send(&helps, (&[false, true], 2026), left.clone(), &mut people), [0, 0]);
        assert_eq!(send(&helps, (&[false, true], 2027), left, &mut people), [0, 5_000]);
        assert_eq!(people[1], 0, "no more than are there");
    }
}

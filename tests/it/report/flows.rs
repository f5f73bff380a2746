//! What the report tells of who goes where: the figures of the flows, and nothing that gives a hidden cell back.

use releve::domain::units::Milli;
use releve::i18n::Lang;
use releve::market::flows::{Both, FlowLine, Flows};
use releve::market::gap::{Gap, GapCell};
use releve::report::document::{Cell, Document, Table};

use super::lens::withheld;
use super::sample::{declare, found, sample, written};
use super::table;

/// Invented flows that fit a sample gap: two nodes share the posts that each cell fills; four fifths of them are expected.
pub fn invented(gap: &Gap) -> Flows {
    let lines = |(number, cell): (usize, &GapCell)| {
        let filled = cell.figures.filled.central;
        let half = Milli(filled.0 / 2);
        [(number, half), (number + 1, filled - half)].map(|(node, people)| FlowLine {
            supply: node % gap.supplies.len(),
            basin: cell.basin.clone(),
            fap: cell.fap.clone(),
            people: Both {
                potential: people,
                expected: people.times(0.8),
            },
            km: 12.0,
            level_gap: 0,
        })
    };
    Flows {
        year: gap.year,
        revision: gap.revision,
        both: true,
        lines: gap.cells.iter().enumerate().flat_map(lines).collect(),
    }
}

/// Names of both ends, and people under each lens.
fn told(table: &Table) -> Vec<(String, String, Option<f64>, Option<f64>)> {
    let name = |cell: &Cell| match cell {
        Cell::Text(text) => text.clone(),
        other => panic!("no name: {other:?}"),
    };
    let people = |cell: &Cell| match cell {
        Cell::Number(people) => Some(*people),
        Cell::Withheld => None,
        other => panic!("no people: {other:?}"),
    };
    let row = |row: &releve::report::document::Row| {
        let cells = &row.cells;
        (name(&cells[0]), name(&cells[1]), people(&cells[3]), people(&cells[4]))
    };
    table.rows.iter().map(row).collect()
}

fn flows_of(document: &Document) -> &Table {
    table(document, "flows-basin")
}

#[test]
fn flows_add_up_to_the_filled_posts_and_moves_come_first() {
    let (facts, gap) = sample(3, 6);
    let document = written(&facts, &gap, Lang::Fr);
    let rows = told(flows_of(&document));
    let sum: f64 = rows.iter().map(|(.., potential, _)| potential.unwrap()).sum();
    assert!((sum - gap.total().filled.central.people()).abs() < 1e-6);
    let stays: Vec<bool> = rows.iter().map(|(from, to, ..)| from == to).collect();
    assert!(stays.is_sorted() && stays.contains(&true), "{rows:?}");
    for moves in [false, true] {
        let people = rows.iter().filter(|(from, to, ..)| (from == to) == moves);
        let people: Vec<f64> = people.filter_map(|(.., potential, _)| *potential).collect();
        assert!(people.is_sorted_by(|a, b| a >= b));
    }
}

#[test]
fn flows_into_hidden_cells_are_withheld_and_change_nothing_that_is_printed() {
    let (mut facts, mut gap) = sample(6, 6);
    declare(&mut facts, &mut gap, 0, 400, 2);
    let mut found = found(&facts, &gap);
    let printed = found.written(&facts, &gap, Lang::Fr);
    let hidden = withheld(&printed);
    assert_eq!(hidden.len(), 4, "a rectangle: {hidden:?}");
    let into_hidden = |line: &FlowLine| hidden.contains(&(line.basin.to_string(), line.fap.to_string()));
    let rows = told(flows_of(&printed));
    let told_of = |line: &FlowLine| {
        let name = |code: &releve::domain::id::BasinCode| {
            let basin = facts.catalogue.basins.iter().find(|b| b.code == *code).unwrap();
            basin.name.replace('\'', "’")
        };
        let ends = (name(&gap.supplies[line.supply].basin), name(&line.basin));
        let row = rows.iter().find(|(from, to, ..)| (from, to) == (&ends.0, &ends.1));
        row.map(|(.., potential, expected)| (*potential, *expected)).unwrap()
    };
    for line in found.flows.lines.iter().filter(|line| into_hidden(line)) {
        assert_eq!(told_of(line), (None, None), "{line:?}");
    }
    assert!(
        rows.iter()
            .any(|(.., potential, expected)| potential.is_some() && expected.is_some())
    );
    // Those withheld come last: their rank would tell too.
    let order: Vec<bool> = rows.iter().map(|(.., potential, _)| potential.is_none()).collect();
    assert!(order.is_sorted(), "{rows:?}");
    // Other people in hidden cells: the report is the same.
    let mut moved = 0;
    for line in &mut found.flows.lines {
        if into_hidden(line) {
            line.people.potential += Milli(7);
            line.people.expected += Milli(9);
            moved += 1;
        }
    }
    assert_eq!(moved, 8, "two nodes in each of four cells");
    assert!(
        found.written(&facts, &gap, Lang::Fr) == printed,
        "a hidden figure shows"
    );
}

#[test]
fn a_territory_of_two_employers_tells_no_flow() {
    let (mut facts, mut gap) = sample(1, 1);
    declare(&mut facts, &mut gap, 0, 900, 2);
    assert!(written(&facts, &gap, Lang::Fr).table("flows-basin").is_none());
}

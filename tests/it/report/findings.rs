//! What the report tells of causes, shortages and values: figures that add up, sheets that say the same, nothing that gives a secret back.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use releve::domain::units::{Milli, Range};
use releve::i18n::Lang;
use releve::market::causes::CauseShare;
use releve::market::gap::Gap;
use releve::market::values::SeatValue;
use releve::report::chart::ChartKind;
use releve::report::document::{Block, Cell, Document, RowKind, Table};
use releve::report::xlsx;

use super::sample::{declare, found, hide, names, sample, written};
use super::{sentences, table};

/// The central value of a cell.
fn central(cell: &Cell) -> Milli {
    match cell {
        Cell::Estimate(e) | Cell::Flagged(e) => e.central,
        Cell::Number(n) => Milli::from_people(*n),
        other => panic!("no number: {other:?}"),
    }
}

fn body(table: &Table) -> impl Iterator<Item = &[Cell]> {
    let rows = table.rows.iter().filter(|row| row.kind == RowKind::Body);
    rows.map(|row| &row.cells[..])
}

/// Unfilled posts and the sum of the nine parts, which follow them.
fn explained(cells: &[Cell], unfilled: usize) -> (Milli, Milli) {
    let parts = cells[unfilled + 1..].iter().take(9).map(central);
    (central(&cells[unfilled]), parts.sum())
}

#[test]
fn parts_of_every_table_add_up_to_the_unfilled_posts_of_the_gap() {
    let (facts, gap) = sample(3, 8);
    let document = written(&facts, &gap, Lang::Fr);
    let unfilled = gap.total().unfilled.central;
    let whole = table(&document, "causes");
    assert_eq!(body(whole).count(), 9);
    assert_eq!(body(whole).map(|cells| central(&cells[2])).sum::<Milli>(), unfilled);
    let shares = body(whole).map(|cells| match cells[3] {
        Cell::Share(share) => share,
        ref other => panic!("{other:?}"),
    });
    assert!((shares.sum::<f64>() - 1.0).abs() < 1e-9);
    for id in ["causes-domain", "causes-basin"] {
        let lines = table(&document, id);
        let mut sum = Milli::ZERO;
        for cells in body(lines) {
            let (line, parts) = explained(cells, 1);
            assert_eq!(line, parts, "{id}: {cells:?}");
            sum += line;
        }
        assert_eq!(sum, unfilled, "{id}");
        let last = lines.rows.last().expect("total");
        assert_eq!(explained(&last.cells, 1), (unfilled, unfilled), "{id}");
    }
}

#[test]
fn exact_fractions_of_every_cell_and_line_add_up() {
    let (facts, gap) = sample(3, 8);
    let document = written(&facts, &gap, Lang::En);
    let denominator = i64::try_from(CauseShare::DENOMINATOR).expect("420");
    for (id, unfilled) in [("causes-cell", 5), ("causes-lines", 4)] {
        let table = table(&document, id);
        assert!(body(table).count() > 10, "{id}");
        for cells in body(table) {
            let (line, parts) = explained(cells, unfilled);
            assert_eq!(line, parts, "{id}: {cells:?}");
            let residual = central(&cells[unfilled + 8]) + central(&cells[unfilled + 9]);
            #[expect(clippy::cast_possible_truncation, reason = "whole numbers of the test")]
            let numerators: i64 = cells[unfilled + 10..]
                .iter()
                .map(|cell| match cell {
                    Cell::Number(n) => *n as i64,
                    other => panic!("{other:?}"),
                })
                .sum();
            assert_eq!(
                numerators + denominator * residual.0,
                denominator * line.0,
                "{id}: {cells:?}"
            );
        }
    }
    let cells: Milli = body(table(&document, "causes-cell"))
        .map(|cells| central(&cells[5]))
        .sum();
    assert_eq!(cells, gap.total().unfilled.central);
    let mut by_grouping: BTreeMap<String, Milli> = BTreeMap::new();
    for cells in body(table(&document, "causes-lines")) {
        let Cell::Message(grouping) = &cells[0] else {
            panic!("{cells:?}")
        };
        *by_grouping.entry(grouping.text(Lang::En)).or_default() += central(&cells[4]);
    }
    assert!(by_grouping.len() >= 7, "{by_grouping:?}");
    assert!(by_grouping.values().all(|sum| *sum == cells), "{by_grouping:?}");
}

#[test]
fn the_waterfall_goes_from_the_unfilled_posts_to_the_residual() {
    let (facts, gap) = sample(3, 8);
    let found = found(&facts, &gap);
    let document = found.written(&facts, &gap, Lang::Fr);
    let chart = document.blocks().find_map(|block| match block {
        Block::Chart(chart) if chart.title.key == "report-order-chart" => Some(chart),
        _ => None,
    });
    let chart = chart.expect("the waterfall");
    let ChartKind::Waterfall(steps) = &chart.kind else {
        panic!("{chart:?}")
    };
    assert_eq!(steps.len(), 10);
    let unfilled = gap.total().unfilled.central.people();
    assert_eq!((steps[0].from, steps[0].to), (0.0, unfilled));
    assert_eq!(steps[1].from, unfilled);
    assert!(
        steps[1..].windows(2).all(|pair| pair[0].to == pair[1].from),
        "{steps:?}"
    );
    let breakdown = found.causes.sum_where(|_, _| true).breakdown();
    assert_eq!(steps[7].to, (breakdown.no_training + breakdown.not_enough).people());
    assert_eq!(steps[8].to, breakdown.no_training.people());
    assert_eq!(steps[9].to, 0.0);
    assert!(breakdown.no_training > Milli::ZERO && breakdown.not_enough > Milli::ZERO);
    let said = chart.footer.reading.as_ref().expect("reading").text(Lang::Fr);
    assert!(said.contains("en premier"), "{said}");
}

#[test]
fn the_lists_of_a_shortage_add_up_to_its_sentence() {
    let (facts, gap) = sample(3, 8);
    let found = found(&facts, &gap);
    let shortage = &found.shortages[0];
    let document = found.written(&facts, &gap, Lang::Fr);
    let (posts, people) = (
        table(&document, "shortage-1-posts"),
        table(&document, "shortage-1-people"),
    );
    let sum = |table: &Table, column: usize| body(table).map(|cells| central(&cells[column])).sum::<Milli>();
    assert_eq!(sum(posts, 2), shortage.posts);
    assert_eq!(sum(people, 3), shortage.people);
    assert_eq!(central(&posts.rows.last().expect("total").cells[2]), shortage.posts);
    assert_eq!(central(&people.rows.last().expect("total").cells[3]), shortage.people);
    assert_eq!(sum(posts, 2) - sum(people, 3), shortage.unfilled);
    let text = sentences(&document).join("\n");
    assert!(
        text.contains(&shortage.sentence.text(Lang::Fr).replace('\'', "’")),
        "{text}"
    );
}

fn read(document: &Document, sheet: &str) -> calamine::Range<Data> {
    let bytes = xlsx(document).expect("workbook");
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("workbook");
    workbook.worksheet_range(sheet).expect(sheet)
}

fn number(sheet: &calamine::Range<Data>, at: (u32, u32)) -> f64 {
    match sheet.get_value(at) {
        Some(Data::Float(value)) => *value,
        other => panic!("{at:?}: {other:?}"),
    }
}

#[test]
fn sheets_of_causes_and_values_hold_the_numbers_of_the_model() {
    let (facts, gap) = sample(2, 6);
    let found = found(&facts, &gap);
    let document = found.written(&facts, &gap, Lang::Fr);
    let sheet = read(&document, "Causes bassin × métier");
    let with_unfilled = found.causes.cells.iter().filter(|cell| {
        let gap = gap.cell(&cell.basin, &cell.fap).expect("cell");
        gap.figures.unfilled.central > Milli::ZERO
    });
    let mut rows = 0;
    for (row, cell) in (4..).zip(with_unfilled) {
        assert_eq!(sheet.get_value((row, 0)), Some(&Data::String(cell.basin.to_string())));
        assert_eq!(sheet.get_value((row, 2)), Some(&Data::String(cell.fap.to_string())));
        let breakdown = cell.values.breakdown();
        for (part, share) in (0..).zip(&breakdown.shares) {
            let ends = [share.least, share.posts, share.most];
            for (end, value) in (0..).zip(ends) {
                let at = (row, 8 + 3 * part + end);
                assert!((number(&sheet, at) - value.people()).abs() < 1e-9, "{at:?}");
            }
            #[expect(clippy::cast_possible_truncation, reason = "a whole number of the test")]
            let numerator = number(&sheet, (row, 35 + part)) as i128;
            assert_eq!(numerator, share.numerator);
        }
        rows += 1;
    }
    assert!(rows > 5);
    let sheet = read(&document, "Valeur de chaque place");
    for (row, line) in (4..).zip(&found.values.lines) {
        assert_eq!(number(&sheet, (row, 1)), f64::from(line.rank));
        for (lot, column) in line.lots.iter().zip((14..).step_by(3)) {
            let Range { low, central, high } = lot.gain;
            for (end, value) in (0..).zip([low, central, high]) {
                assert!(
                    (number(&sheet, (row, column + end)) - value.people()).abs() < 1e-9,
                    "{line:?}"
                );
            }
        }
    }
}

#[test]
fn the_ends_of_the_ranking_are_the_most_and_the_least_valuable_seats() {
    let (facts, gap) = sample(2, 6);
    let document = written(&facts, &gap, Lang::Fr);
    let top = table(&document, "values-top");
    let gains: Vec<Milli> = body(top).map(|cells| central(&cells[4])).collect();
    assert_eq!(gains.len(), 15);
    assert_eq!(gains[0], Milli(300));
    assert!(gains.windows(2).all(|pair| pair[0] >= pair[1]) && gains[14] > Milli::ZERO);
    let least = table(&document, "values-least");
    let lost: Vec<Milli> = body(least).map(|cells| central(&cells[5])).collect();
    assert_eq!(lost[..5], [Milli::ZERO; 5]);
    assert!(lost.windows(2).all(|pair| pair[0] <= pair[1]) && lost[5] > Milli::ZERO);
    let text = sentences(&document).join("\n");
    assert!(text.contains("Un classement n’est pas une décision."), "{text}");
    assert!(text.contains("Ligne 1\u{a0}: Position estimée"), "{text}");
    for (id, revision) in [
        ("values-top", "révision 812"),
        ("causes", "révision 812"),
        ("shortage-1-posts", "révision 812"),
    ] {
        let field = table(&document, id).footer.field.text(Lang::Fr);
        assert!(field.contains(revision), "{id}: {field}");
    }
}

/// Cells of a table by basin and occupation names.
fn withheld(gap: &Gap, document: &Document) -> Vec<(String, String)> {
    let rows = body(table(document, "causes-cell")).filter(|cells| cells[5] == Cell::Withheld);
    let keys = rows.map(|cells| {
        assert!(cells[4..].iter().all(|cell| *cell == Cell::Withheld), "{cells:?}");
        match (&cells[0], &cells[2]) {
            (Cell::Text(basin), Cell::Text(fap)) => (basin.clone(), fap.clone()),
            other => panic!("{other:?}"),
        }
    });
    let keys: Vec<_> = keys.collect();
    assert!(keys.len() < gap.cells.len());
    keys
}

#[test]
fn causes_lists_and_values_never_tell_what_two_employers_declared() {
    let (mut facts, mut gap) = sample(3, 6);
    declare(&mut facts, &mut gap, 0, 400, 2);
    let document = written(&facts, &gap, Lang::Fr);
    let hidden = withheld(&gap, &document);
    let told = (gap.cells[0].basin.to_string(), gap.cells[0].fap.to_string());
    assert!(hidden.contains(&told));
    assert_eq!(
        hidden.len(),
        4,
        "a rectangle: no sum of a basin or of an occupation gives the cell back"
    );
    for (basin, fap) in &hidden {
        assert_eq!(hidden.iter().filter(|(b, _)| b == basin).count(), 2);
        assert_eq!(hidden.iter().filter(|(_, f)| f == fap).count(), 2);
    }
    let (basin, _) = names(&facts, &gap.cells[0].basin, &gap.cells[0].fap);
    let named = |row: &&[Cell]| row[0] == Cell::Text(basin.clone());
    let line = body(table(&document, "causes-basin")).find(named).expect("basin");
    assert!(line[1..].iter().all(|cell| *cell == Cell::Withheld), "{line:?}");
    assert!(document.table("causes-domain").is_none());
    let groupings = body(table(&document, "causes-lines")).map(|cells| cells[0].clone());
    let kinds: Vec<Cell> = groupings.fold(Vec::new(), |mut known, kind| {
        if !known.contains(&kind) {
            known.push(kind);
        }
        known
    });
    assert_eq!(kinds.len(), 3, "the whole, basins, occupations: {kinds:?}");
    assert!(
        document.table("shortage-1-posts").is_none(),
        "the only shortage holds the cell"
    );
    let text = sentences(&document).join("\n");
    assert!(text.contains("Une pénurie au moins n’est pas détaillée"), "{text}");
    let lines = &found(&facts, &gap).values.lines;
    let secret = |line: &SeatValue| {
        let into = &line.receivers[0];
        hidden.contains(&(into.basin.to_string(), into.fap.to_string()))
    };
    let told: Vec<&SeatValue> = lines.iter().filter(|line| !secret(line)).collect();
    assert!(told.len() < lines.len() && !told.is_empty());
    let values: Vec<&[Cell]> = body(table(&document, "values")).collect();
    assert_eq!(values.len(), lines.len());
    for (i, cells) in values.iter().enumerate() {
        let withheld = i >= told.len();
        for column in [1, 12, 16] {
            assert_eq!(cells[column] == Cell::Withheld, withheld, "{column} of {cells:?}");
        }
    }
    // A rank among the others would bound the gain: only told gains are ranked, by themselves.
    for (cells, line) in values.iter().zip(&told) {
        let better = |other: &&&SeatValue| other.unit == line.unit && other.rank < line.rank;
        let rank = u32::try_from(told.iter().filter(better).count() + 1).unwrap();
        assert_eq!(cells[1], Cell::Number(f64::from(rank)), "{cells:?}");
    }
    for id in ["values-top", "values-least"] {
        assert!(
            body(table(&document, id)).all(|cells| !cells.contains(&Cell::Withheld)),
            "{id}"
        );
    }
}

#[test]
fn causes_of_a_star_are_flagged() {
    let (mut facts, mut gap) = sample(1, 4);
    for i in 0..gap.cells.len() {
        hide(&mut facts, &mut gap, i);
    }
    let document = written(&facts, &gap, Lang::Fr);
    for cells in body(table(&document, "causes-cell")) {
        assert_eq!(cells[4], Cell::Share(1.0));
        assert!(matches!(cells[5], Cell::Flagged(_)), "{cells:?}");
        let parts = cells[6..15].iter();
        assert!(
            parts
                .clone()
                .all(|cell| matches!(cell, Cell::Flagged(_)) || central(cell) == Milli::ZERO)
        );
        assert!(
            parts.filter(|cell| matches!(cell, Cell::Flagged(_))).count() >= 7,
            "{cells:?}"
        );
    }
}

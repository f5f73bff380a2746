//! What the report tells of the expected lens: columns that only the workbook holds, sums, and nothing that gives a secret back.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use releve::domain::units::{Estimate, Milli, Range};
use releve::i18n::Lang;
use releve::market::expected::{ExpectedCell, ExpectedFigures, ExpectedGap};
use releve::market::gap::{Gap, GapCell, Grouping, RowKey};
use releve::report::document::{Block, Cell, Document, Row, RowKind, Table};
use releve::report::xlsx;

use super::sample::{declare, found, hide, names, sample, written};
use super::{cell, sentences, table};

const HEADERS: [&str; 3] = [
    "report-column-expected-filled",
    "report-column-expected-unfilled",
    "report-column-friction",
];

/// An invented expected lens that fits a sample gap: four fifths of what could be filled; every third cell gains a post by chance.
pub fn invented(gap: &Gap) -> ExpectedGap {
    let cell = |(number, cell): (usize, &GapCell)| {
        let f = &cell.figures;
        let chance = if number % 3 == 0 {
            Milli::whole(1).min(f.unfilled.central)
        } else {
            Milli::ZERO
        };
        let share = |part: f64| f.filled.central.times(part) + chance;
        let filled_at_centre = Range::new(share(0.7), share(0.8), share(0.9));
        let filled = Range::new(
            f.filled.low.times(0.7),
            filled_at_centre.central,
            filled_at_centre.central.max(f.filled.high),
        );
        let unfilled = Range {
            low: f.need.low - f.need.low.min(filled.high),
            central: f.need.central - filled.central,
            high: f.need.high - filled.low,
        };
        ExpectedCell {
            basin: cell.basin.clone(),
            fap: cell.fap.clone(),
            figures: ExpectedFigures {
                need: f.need,
                potential: f.filled,
                filled,
                unfilled,
                filled_at_centre,
            },
        }
    };
    ExpectedGap {
        year: gap.year,
        revision: gap.revision,
        surplus: Range::new(48.0, 97.0, 153.0),
        noise: Range::new(11.0, 22.0, 38.0),
        cells: gap.cells.iter().enumerate().map(cell).collect(),
        sweeps: 20,
        residual: 1e-9,
    }
}

fn column(table: &Table, header: &str) -> usize {
    let found = table.columns.iter().position(|column| column.header.key == header);
    found.unwrap_or_else(|| panic!("{}: no column {header}", table.id))
}

fn estimate(cell: &Cell) -> Estimate {
    match cell {
        Cell::Estimate(e) | Cell::Flagged(e) => *e,
        other => panic!("no estimate: {other:?}"),
    }
}

fn body(table: &Table) -> impl Iterator<Item = &Row> {
    table.rows.iter().filter(|row| row.kind == RowKind::Body)
}

#[test]
fn tables_of_the_lens_add_up_and_hold_the_identities_of_both_lenses() {
    let (facts, gap) = sample(4, 12);
    let expected = invented(&gap);
    let document = written(&facts, &gap, Lang::Fr);
    let total = expected.total();
    assert!(
        expected
            .cells
            .iter()
            .any(|c| c.figures.friction().central < Milli::ZERO)
    );
    for (id, from) in [("lens-basin", 1), ("lens-cell", 4)] {
        let table = table(&document, id);
        let sum = |at: usize| body(table).map(|row| estimate(&row.cells[from + at])).sum::<Estimate>();
        let wanted = [
            gap.total().need,
            gap.total().filled,
            gap.total().unfilled,
            total.filled,
            total.unfilled,
            total.friction(),
        ];
        for (at, wanted) in wanted.into_iter().enumerate() {
            assert_eq!(sum(at), wanted, "{id} {at}");
        }
        for row in &table.rows {
            let central = |at: usize| estimate(&row.cells[from + at]).central;
            assert_eq!(central(1), central(3) + central(5), "{id}: {row:?}");
            assert_eq!(central(4), central(2) + central(5), "{id}: {row:?}");
            assert_eq!(central(0), central(3) + central(4), "{id}: {row:?}");
        }
    }
    let frictions: Vec<Milli> = body(table(&document, "lens-basin"))
        .map(|row| estimate(&row.cells[6]).central)
        .collect();
    assert!(
        frictions.windows(2).all(|pair| pair[0] >= pair[1]),
        "the largest friction first"
    );
    for id in ["gap-occupation", "gap-basin", "gap-department", "gap-skill"] {
        let table = table(&document, id);
        let places = HEADERS.map(|header| column(table, header));
        let wanted = [total.filled, total.unfilled, total.friction()];
        for (place, wanted) in places.into_iter().zip(wanted) {
            assert_eq!(
                body(table).map(|row| estimate(&row.cells[place])).sum::<Estimate>(),
                wanted,
                "{id}"
            );
            let last = table.rows.last().expect("total");
            assert_eq!(last.cells[place], Cell::Estimate(wanted), "{id}");
            assert_eq!(table.columns[place].weight, 0, "{id}: too many columns for paper");
        }
    }
    let figures = document.blocks().find_map(|block| match block {
        Block::KeyFigures(figures) => Some(figures),
        _ => None,
    });
    let values = figures
        .expect("key figures")
        .iter()
        .map(|figure| (figure.label.key.as_ref(), figure.value.clone()));
    let values: Vec<_> = values.collect();
    assert!(
        values.contains(&("report-key-expected", Cell::Estimate(total.filled))),
        "{values:?}"
    );
    assert!(
        values.contains(&("report-key-friction", Cell::Estimate(total.friction()))),
        "{values:?}"
    );
    let text = sentences(&document).join("\n");
    for said in [
        "97,0\u{a0}(48,0–153,0)",
        "révision 812",
        "exp(Φ / 2)",
        "Un frottement négatif",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
}

#[test]
fn sheets_hold_the_columns_of_the_lens_by_basin_occupation_and_cell() {
    let (facts, gap) = sample(3, 6);
    let expected = invented(&gap);
    let document = written(&facts, &gap, Lang::Fr);
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(xlsx(&document).expect("workbook"))).expect("workbook");
    for sheet in [
        "Écarts par bassin",
        "Écarts par métier",
        "Écarts bassin × métier",
        "Frottement par bassin",
    ] {
        let read = workbook.worksheet_range(sheet).expect(sheet);
        let headers: Vec<String> = read
            .rows()
            .nth(3)
            .expect("headers")
            .iter()
            .map(ToString::to_string)
            .collect();
        for name in ["Pourvus attendus", "Non pourvus attendus", "Frottement"] {
            for end in ["bas", "central", "haut"] {
                let header = format!("{name} (postes) – {end}");
                assert!(headers.contains(&header), "{sheet}: no {header} in {headers:?}");
            }
        }
    }
    let read = workbook.worksheet_range("Frottement bassin × métier").expect("sheet");
    let cells = expected
        .cells
        .iter()
        .filter(|cell| cell.figures.need.high > Milli::ZERO);
    let mut rows = 0;
    for (row, cell) in (4..).zip(cells) {
        assert_eq!(read.get_value((row, 2)), Some(&Data::String(cell.fap.to_string())));
        let figures = [cell.figures.filled, cell.figures.unfilled, cell.figures.friction()];
        let ends = figures.into_iter().flat_map(|e| [e.low, e.central, e.high]);
        for (at, wanted) in (13..).zip(ends) {
            let Some(Data::Float(value)) = read.get_value((row, at)) else {
                panic!("{row} {at}: {:?}", read.get_value((row, at)))
            };
            assert!((value - wanted.people()).abs() < 1e-9, "{row} {at}: {value} {wanted:?}");
        }
        rows += 1;
    }
    assert!(rows > 10);
}

/// Basin and occupation codes of the cells of the lens that are not printed.
pub fn withheld(document: &Document) -> Vec<(String, String)> {
    let hidden = body(table(document, "lens-cell")).filter(|row| row.cells.contains(&Cell::Withheld));
    let keys = hidden.map(|row| {
        assert!(row.cells[4..].iter().all(|cell| *cell == Cell::Withheld), "{row:?}");
        match (&row.cells[0], &row.cells[2]) {
            (Cell::Text(basin), Cell::Text(fap)) => (basin.clone(), fap.clone()),
            other => panic!("{other:?}"),
        }
    });
    keys.collect()
}

#[test]
fn what_two_employers_declared_is_withheld_in_both_lenses() {
    let (mut facts, mut gap) = sample(3, 6);
    let frictions = invented(&gap).rows(Grouping::Basin, &facts);
    let largest = frictions.iter().max_by_key(|(_, figures)| figures.friction().central);
    let in_largest = |cell: &GapCell| Some(&RowKey::Basin(cell.basin.clone())) == largest.map(|(key, _)| key);
    let inside = (0..gap.cells.len()).filter(|i| in_largest(&gap.cells[*i]));
    let most_filled = inside
        .max_by_key(|i| gap.cells[*i].figures.filled.central)
        .expect("cells");
    declare(&mut facts, &mut gap, most_filled, 400, 2);
    let document = written(&facts, &gap, Lang::Fr);
    let told = &gap.cells[most_filled];
    let hidden = withheld(&document);
    assert_eq!(hidden.len(), 4, "a rectangle: {hidden:?}");
    assert!(hidden.contains(&(told.basin.to_string(), told.fap.to_string())));
    let (basin, occupation) = names(&facts, &told.basin, &told.fap);
    let occupation = occupation.replace('\'', "’");
    for (id, name) in [
        ("gap-basin", &basin),
        ("gap-occupation", &occupation),
        ("lens-basin", &basin),
    ] {
        for header in HEADERS {
            assert_eq!(
                cell(table(&document, id), name, header),
                &Cell::Withheld,
                "{id} {header}"
            );
        }
        let lines = body(table(&document, id)).filter(|row| row.cells.contains(&Cell::Withheld));
        assert!(
            lines.count() >= 2,
            "{id}: the total would give the only withheld line back"
        );
    }
    for id in ["gap-basin", "gap-occupation", "causes-basin", "lens-basin"] {
        let lines: Vec<bool> = body(table(&document, id))
            .map(|row| row.cells[1] == Cell::Withheld)
            .collect();
        assert!(
            lines.contains(&true) && lines.is_sorted(),
            "a rank would tell what is withheld in {id}: {lines:?}"
        );
    }
}

#[test]
fn two_territories_that_differ_in_what_is_hidden_alone_print_the_same_report() {
    let (mut facts, mut gap) = sample(3, 6);
    declare(&mut facts, &mut gap, 0, 400, 2);
    let mut found = found(&facts, &gap);
    let printed = found.written(&facts, &gap, Lang::Fr);
    let hidden = withheld(&printed);
    let told = (gap.cells[0].basin.to_string(), gap.cells[0].fap.to_string());
    // More filled in the told cell and in the opposite one, less in the two beside them: no sum of a basin or of an occupation changes.
    let mut moved = 0;
    for (cell, expected) in gap.cells.iter_mut().zip(&mut found.expected.cells) {
        let key = (cell.basin.to_string(), cell.fap.to_string());
        if hidden.contains(&key) {
            let sides = [key.0 == told.0, key.1 == told.1];
            let posts = Milli(if sides[0] == sides[1] { 7 } else { -7 });
            let (more, less) = (Range::exact(posts), Range::exact(-posts));
            cell.figures.filled += more;
            cell.figures.unfilled += less;
            cell.figures.not_enough += less;
            let figures = &mut expected.figures;
            figures.potential += more;
            let twice = more + more;
            figures.filled += twice;
            figures.filled_at_centre += twice;
            figures.unfilled += less + less;
            moved += 1;
        }
    }
    assert_eq!(moved, 4);
    assert_eq!(found.written(&facts, &gap, Lang::Fr), printed);
}

#[test]
fn a_territory_of_two_employers_tells_no_friction_and_stars_are_flagged() {
    let (mut facts, mut gap) = sample(1, 1);
    declare(&mut facts, &mut gap, 0, 900, 2);
    let document = written(&facts, &gap, Lang::Fr);
    assert!(document.table("lens-basin").is_none() && document.table("lens-cell").is_none());
    let text = sentences(&document).join("\n");
    assert!(text.contains("le frottement ne peut pas être imprimé"), "{text}");
    for block in document.blocks() {
        if let Block::KeyFigures(figures) = block {
            let of = |key: &str| {
                figures
                    .iter()
                    .find(|figure| figure.label.key == key)
                    .map(|figure| &figure.value)
            };
            assert_eq!(of("report-key-expected"), Some(&Cell::Withheld));
            assert_eq!(of("report-key-friction"), Some(&Cell::Withheld));
        }
    }
    let (mut facts, mut gap) = sample(1, 4);
    for i in 0..gap.cells.len() {
        hide(&mut facts, &mut gap, i);
    }
    let document = written(&facts, &gap, Lang::Fr);
    let lines = body(table(&document, "lens-cell"));
    let flagged = lines.filter(|row| matches!(row.cells[7], Cell::Flagged(_))).count();
    assert!(flagged > 0, "an estimate that rests on stars alone says so");
}

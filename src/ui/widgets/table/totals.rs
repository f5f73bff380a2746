//! Sums of the rows shown: only of columns whose rows add up to the total of the table, each with its range.

use super::model::{Cell, Table};
use crate::domain::units::{Estimate, Milli};
use crate::i18n::{Lang, text};

/// How far a sum of plain numbers may be from the total of the table.
const ROUNDING: f64 = 1e-6;

/// The totals of the rows `order`. A column whose rows, all of them, do not add up to its total has none: a rate, a rank, a count of distinct things.
/// A range adds up end by end, so what is secret or withheld as a range stays one.
pub fn totals<K>(table: &Table<K>, order: &[usize], lang: Lang) -> Option<Vec<Cell>> {
    let whole = table.totals.as_ref()?;
    let all: Vec<usize> = (0..table.rows.len()).collect();
    let cells = whole.iter().enumerate().map(|(column, total)| match column {
        0 => Cell::Text(text(lang, "ui-total-shown")),
        _ => match sum(table, &all, column) {
            Some(found) if same(&found, total) => sum(table, order, column).unwrap_or_default(),
            _ => Cell::Empty,
        },
    });
    Some(cells.collect())
}

/// The sum of a column over rows; nothing where a cell cannot be added.
fn sum<K>(table: &Table<K>, rows: &[usize], column: usize) -> Option<Cell> {
    let mut total: Option<Cell> = None;
    for row in rows {
        let cell = table.rows[*row].cells.get(column)?;
        total = Some(match (total, cell) {
            (total, Cell::Empty) => total.unwrap_or_default(),
            (None | Some(Cell::Empty), Cell::People(_) | Cell::Fine(..) | Cell::Number(..) | Cell::Posts(..)) => {
                cell.clone()
            }
            (Some(Cell::People(sum)), Cell::People(more)) => Cell::People(added(sum, *more)),
            (Some(Cell::Fine(sum, decimals)), Cell::Fine(more, _)) => Cell::Fine(added(sum, *more), decimals),
            (Some(Cell::Number(sum, decimals)), Cell::Number(more, _)) => Cell::Number(sum + more, decimals),
            (Some(Cell::Posts(sum, whole)), Cell::Posts(more, next)) => Cell::Posts(sum + *more, whole + next),
            _ => return None,
        });
    }
    total
}

fn added(sum: Estimate, more: Estimate) -> Estimate {
    [sum, more].into_iter().sum()
}

/// True where a sum is the total of the table, which may show other decimals.
fn same(sum: &Cell, total: &Cell) -> bool {
    match (sum, total) {
        (Cell::People(a) | Cell::Fine(a, _), Cell::People(b) | Cell::Fine(b, _)) => a == b,
        (Cell::Number(a, _), Cell::Number(b, _)) => (a - b).abs() <= ROUNDING * b.abs().max(1.0),
        (Cell::Posts(a, _), Cell::Posts(b, _)) => (*a - *b) == Milli::ZERO,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::model::tests::fixture;
    use super::*;
    use crate::domain::units::Range;

    fn people(low: i64, central: i64, high: i64) -> Cell {
        Cell::People(Range::new(Milli::whole(low), Milli::whole(central), Milli::whole(high)))
    }

    #[test]
    fn rows_shown_add_up_end_by_end_and_rates_do_not() {
        let mut table = fixture();
        table.totals = Some(vec![Cell::Text("Total".to_owned()), people(1510, 1540, 1570)]);
        let shown = totals(&table, &[0, 1], Lang::Fr).unwrap();
        assert_eq!(shown[1], people(1220, 1240, 1260));
        assert_eq!(totals(&table, &[], Lang::Fr).unwrap()[1], Cell::Empty);
        // A total that is no sum of its rows is not given for some of them.
        table.totals = Some(vec![Cell::Empty, people(1, 2, 3)]);
        assert_eq!(totals(&table, &[0, 1], Lang::Fr).unwrap()[1], Cell::Empty);
        table.totals = None;
        assert_eq!(totals(&table, &[0], Lang::Fr), None);
    }
}

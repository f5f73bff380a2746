//! A matrix as data: lines in groups, columns, a number and a tint where they cross, totals on both sides; said in words too.

use crate::domain::units::Estimate;
use crate::ui::theme::palette::Tint;

/// A matrix, ready to be drawn.
#[derive(Debug, Clone)]
pub struct Matrix<R, C> {
    pub id: &'static str,
    /// What it shows, for people who listen.
    pub name: String,
    pub columns: Vec<Head<C>>,
    pub lines: Vec<Line<R>>,
    /// Total of everything.
    pub total: Estimate,
    /// What the tints mean, from the least to the most.
    pub legend: Vec<(Tint, String)>,
    /// What the hatch means; nothing where no cell is hatched.
    pub hatched: Option<String>,
}

/// A column.
#[derive(Debug, Clone)]
pub struct Head<C> {
    pub key: C,
    pub name: String,
    pub total: Estimate,
}

/// A line of the matrix, or the heading of those that follow.
#[derive(Debug, Clone)]
pub enum Line<R> {
    Group { name: String, total: Estimate },
    Row(Row<R>),
}

/// One line, with a cell for each column.
#[derive(Debug, Clone)]
pub struct Row<R> {
    pub key: R,
    pub name: String,
    pub total: Estimate,
    pub cells: Vec<Option<Square>>,
}

/// Where a line and a column cross.
#[derive(Debug, Clone, PartialEq)]
pub struct Square {
    /// The number as shown, without unit.
    pub words: String,
    pub tint: Tint,
    /// Under statistical secrecy.
    pub secret: bool,
    /// The whole sentence, told on hover and spoken.
    pub told: String,
}

/// What a user points at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot<R, C> {
    Cell(R, C),
    Row(R),
    Column(C),
}

impl<R: Clone + PartialEq, C: Clone + PartialEq> Matrix<R, C> {
    /// The line of a key, headings counted.
    pub fn line_of(&self, key: &R) -> Option<usize> {
        self.lines
            .iter()
            .position(|line| matches!(line, Line::Row(row) if row.key == *key))
    }

    /// The column of a key.
    pub fn column_of(&self, key: &C) -> Option<usize> {
        self.columns.iter().position(|head| head.key == *key)
    }

    /// The row at a line; nothing at a heading.
    pub fn row(&self, line: usize) -> Option<&Row<R>> {
        match self.lines.get(line)? {
            Line::Row(row) => Some(row),
            Line::Group { .. } => None,
        }
    }

    /// The cell one goes to by so many lines and columns, headings passed over, ends held; the first one from nowhere.
    pub fn moved(&self, from: Option<&(R, C)>, lines: isize, columns: isize) -> Option<(R, C)> {
        let rows: Vec<usize> = (0..self.lines.len()).filter(|line| self.row(*line).is_some()).collect();
        let start = from.and_then(|(row, column)| {
            let line = self.line_of(row)?;
            Some((rows.iter().position(|l| *l == line)?, self.column_of(column)?))
        });
        let (row, column) = match start {
            None => (0, 0),
            Some((row, column)) => (
                row.saturating_add_signed(lines).min(rows.len().checked_sub(1)?),
                column
                    .saturating_add_signed(columns)
                    .min(self.columns.len().checked_sub(1)?),
            ),
        };
        let key = self.row(*rows.get(row)?)?.key.clone();
        Some((key, self.columns.get(column)?.key.clone()))
    }

    /// The sentence of a cell: names first where nothing is there.
    pub fn told(&self, cell: &(R, C)) -> Option<String> {
        let row = self.row(self.line_of(&cell.0)?)?;
        let column = self.column_of(&cell.1)?;
        let names = format!("{}, {}", row.name, self.columns[column].name);
        Some(match row.cells.get(column)? {
            Some(square) => square.told.clone(),
            None => names,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matrix() -> Matrix<u8, char> {
        let head = |key: char| Head {
            key,
            name: key.to_string(),
            total: Estimate::default(),
        };
        let row = |key: u8| {
            Line::Row(Row {
                key,
                name: key.to_string(),
                total: Estimate::default(),
                cells: vec![None, None],
            })
        };
        let group = || Line::Group {
            name: String::new(),
            total: Estimate::default(),
        };
        Matrix {
            id: "",
            name: String::new(),
            columns: vec![head('a'), head('b')],
            lines: vec![group(), row(1), group(), row(2), row(3)],
            total: Estimate::default(),
            legend: Vec::new(),
            hatched: None,
        }
    }

    #[test]
    fn arrows_pass_over_headings_and_stop_at_the_ends() {
        let m = matrix();
        assert_eq!(m.moved(None, 1, 0), Some((1, 'a')));
        assert_eq!(m.moved(Some(&(1, 'a')), 1, 0), Some((2, 'a')));
        assert_eq!(m.moved(Some(&(2, 'a')), -5, 1), Some((1, 'b')));
        assert_eq!(m.moved(Some(&(3, 'b')), 1, 1), Some((3, 'b')));
        assert_eq!(m.told(&(3, 'b')).as_deref(), Some("3, b"));
    }
}

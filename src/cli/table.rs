//! Tables aligned for a terminal: numbers to the right, headers above, long texts cut in the middle.

use std::fmt::Write as _;

/// A table under construction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
}

/// A column: its header and how its cells stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub header: String,
    pub align: Align,
}

/// Side a column leans to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Texts, cut in the middle beyond so many characters.
    Left(usize),
    Right,
}

impl Table {
    /// A table without rows.
    pub fn new(columns: Vec<Column>) -> Self {
        Self {
            columns,
            rows: Vec::new(),
        }
    }

    /// One more row; missing cells are empty.
    pub fn push(&mut self, cells: Vec<String>) {
        let cut = |(i, cell): (usize, String)| match self.columns.get(i).map(|column| column.align) {
            Some(Align::Left(most)) => shortened(&one_line(&cell), most),
            _ => cell,
        };
        let row = cells.into_iter().enumerate().map(cut).collect();
        self.rows.push(row);
    }

    /// The lines, each ended by a line feed, without blanks at the end.
    pub fn render(&self) -> String {
        let widths: Vec<usize> = self
            .columns
            .iter()
            .enumerate()
            .map(|(i, column)| self.width(i, column))
            .collect();
        let headers: Vec<String> = self.columns.iter().map(|column| column.header.clone()).collect();
        let rule: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
        let mut out = String::new();
        for row in [&headers, &rule].into_iter().chain(&self.rows) {
            let mut line = String::new();
            for (i, (width, column)) in widths.iter().zip(&self.columns).enumerate() {
                let cell = row.get(i).map_or("", String::as_str);
                let pad = " ".repeat(width.saturating_sub(columns_of(cell)));
                let gap = if i == 0 { "" } else { "  " };
                let _ = match column.align {
                    Align::Left(_) => write!(line, "{gap}{cell}{pad}"),
                    Align::Right => write!(line, "{gap}{pad}{cell}"),
                };
            }
            out.push_str(line.trim_end());
            out.push('\n');
        }
        out
    }

    fn width(&self, index: usize, column: &Column) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.get(index));
        cells
            .map(|cell| columns_of(cell))
            .chain([columns_of(&column.header)])
            .max()
            .unwrap_or(0)
    }
}

/// A text column cut at `most` characters.
pub fn left(header: String, most: usize) -> Column {
    Column {
        header,
        align: Align::Left(most),
    }
}

/// A column of numbers.
pub fn right(header: String) -> Column {
    Column {
        header,
        align: Align::Right,
    }
}

/// Terminal columns of a text: every character of French counts one, U+202F and U+00A0 included; combining marks count none.
fn columns_of(text: &str) -> usize {
    text.chars().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).count()
}

/// Control characters of a foreign file must not move the cursor.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Keeps both ends: names differ at the start, options and parcours at the end.
fn shortened(text: &str, most: usize) -> String {
    let chars: Vec<char> = text.chars().collect();
    if chars.len() <= most {
        return text.to_owned();
    }
    let kept = most.saturating_sub(1);
    let (head, tail) = (kept - kept / 3, kept / 3);
    let start: String = chars[..head].iter().collect();
    let end: String = chars[chars.len() - tail..].iter().collect();
    format!("{start}…{end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_narrow_spaces_stay_aligned() {
        let mut table = Table::new(vec![left("Bassin".into(), 20), right("Besoin".into())]);
        table.push(vec!["Évreux".into(), "1\u{202f}234".into()]);
        table.push(vec!["Le Havre".into(), "7".into()]);
        let expected = "Bassin    Besoin\n────────  ──────\nÉvreux     1\u{202f}234\nLe Havre       7\n";
        assert_eq!(table.render(), expected);
    }

    #[test]
    fn long_texts_are_cut_in_the_middle_and_controls_are_blank() {
        assert_eq!(shortened("Maintenance des systèmes option B", 16), "Maintenanc…ion B");
        assert_eq!(one_line("a\u{1b}[2Jb\nc"), "a [2Jb c");
        assert_eq!(shortened("court", 16), "court");
    }
}

//! Workbooks read cell by cell: never a whole sheet at once, whatever dimensions it claims.

use std::fmt::Write as _;
use std::io::Cursor;
use std::sync::Arc;

use calamine::{DataRef, Reader, SheetType, Xlsx, XlsxCellReader, XlsxError};

use super::error::ImportError;
use super::layout::{Findings, Lines, recognise};
use super::table::{HEADER_ROWS, Header, MAX_COLUMNS, Source, Table};

/// An open workbook. Its archive was measured before: see [`super::archive`].
pub struct Workbook {
    file: String,
    xlsx: Xlsx<Cursor<Arc<[u8]>>>,
}

impl Workbook {
    /// Opens a workbook whose archive was measured.
    ///
    /// # Errors
    /// Damaged.
    pub fn open(file: &str, bytes: &[u8]) -> Result<Self, ImportError> {
        let xlsx = Xlsx::new(Cursor::new(Arc::from(bytes))).map_err(|e| damaged(file, &e))?;
        Ok(Self {
            file: file.to_owned(),
            xlsx,
        })
    }

    /// Names of the worksheets, in order; chart sheets have no rows.
    pub fn sheets(&self) -> Vec<String> {
        let sheets = self.xlsx.sheets_metadata().iter();
        let tables = sheets.filter(|s| s.typ == SheetType::WorkSheet);
        tables.map(|s| s.name.clone()).collect()
    }

    /// Looks for a header among the first rows of a sheet.
    ///
    /// # Errors
    /// Damaged, too many columns.
    pub fn recognise(&mut self, sheet: &str) -> Result<Findings, ImportError> {
        let file = self.file.clone();
        let mut rows = self.rows(sheet)?;
        let mut first = Vec::new();
        while first.len() < HEADER_ROWS && rows.advance(&file)?.is_some() {
            first.push(rows.cells().to_vec());
        }
        Ok(recognise(&first, Lines::Cells))
    }

    /// The table of a sheet whose header is the row of index `at` among its rows.
    ///
    /// # Errors
    /// Damaged, too many columns.
    pub fn table(&mut self, sheet: &str, at: usize) -> Result<Table<'_>, ImportError> {
        let file = self.file.clone();
        let mut rows = self.rows(sheet)?;
        for _ in 0..=at {
            rows.advance(&file)?;
        }
        let header = Header::new(rows.cells().to_vec());
        Ok(Table::new(header, Source::Sheet(Box::new(rows))))
    }

    fn rows(&mut self, sheet: &str) -> Result<SheetRows<'_>, ImportError> {
        let file = &self.file;
        let reader = self.xlsx.worksheet_cells_reader(sheet).map_err(|e| damaged(file, &e))?;
        Ok(SheetRows::new(reader))
    }
}

impl std::fmt::Debug for Workbook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Workbook")
            .field("file", &self.file)
            .finish_non_exhaustive()
    }
}

/// The rows of a sheet, one at a time, as texts.
pub struct SheetRows<'a> {
    reader: XlsxCellReader<'a, Cursor<Arc<[u8]>>>,
    declared_rows: u32,
    /// First cell of the row to come.
    ahead: Option<(u32, u32, DataRef<'a>)>,
    cells: Vec<String>,
    /// Cells of the current row; the strings beyond are kept for their capacity.
    width: usize,
    /// Index of the current row plus one; 0 before the first.
    current: u32,
    ended: bool,
}

impl<'a> SheetRows<'a> {
    fn new(reader: XlsxCellReader<'a, Cursor<Arc<[u8]>>>) -> Self {
        Self {
            declared_rows: reader.dimensions().end.0.saturating_add(1),
            reader,
            ahead: None,
            cells: Vec::new(),
            width: 0,
            current: 0,
            ended: false,
        }
    }

    /// Reads the next row that has a value and gives its 1-based number.
    pub(super) fn advance(&mut self, file: &str) -> Result<Option<u32>, ImportError> {
        self.cells[..self.width].iter_mut().for_each(String::clear);
        self.width = 0;
        let mut row = None;
        if let Some((at, column, value)) = self.ahead.take() {
            self.put(column, &value, file)?;
            row = Some(at);
        }
        while !self.ended {
            let Some(cell) = self.reader.next_cell().map_err(|e| damaged(file, &e))? else {
                self.ended = true;
                break;
            };
            let (at, column) = cell.get_position();
            let value = cell.get_value();
            if *value == DataRef::Empty {
                continue;
            }
            if row.is_some_and(|row| row != at) {
                self.ahead = Some((at, column, value.clone()));
                break;
            }
            row = Some(at);
            self.put(column, value, file)?;
        }
        let Some(row) = row else { return Ok(None) };
        let number = row.saturating_add(1);
        if number <= self.current {
            return Err(ImportError::Damaged {
                file: file.to_owned(),
                detail: format!("row {number} after row {}", self.current),
            });
        }
        self.current = number;
        Ok(Some(number))
    }

    pub(super) fn cells(&self) -> &[String] {
        &self.cells[..self.width]
    }

    /// Rows the sheet claims to have, for progress only.
    pub(super) fn declared_rows(&self) -> u32 {
        self.declared_rows
    }

    fn put(&mut self, column: u32, value: &DataRef<'_>, file: &str) -> Result<(), ImportError> {
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if column >= MAX_COLUMNS {
            return Err(ImportError::TooManyColumns {
                file: file.to_owned(),
                limit: MAX_COLUMNS,
            });
        }
        self.width = self.width.max(column + 1);
        if self.cells.len() < self.width {
            self.cells.resize_with(self.width, String::new);
        }
        write_value(&mut self.cells[column], value);
        Ok(())
    }
}

impl std::fmt::Debug for SheetRows<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SheetRows")
            .field("current", &self.current)
            .finish_non_exhaustive()
    }
}

/// A value as a person reads it in the cell; whole numbers without the `.0` of floating point, dates in ISO form.
fn write_value(out: &mut String, value: &DataRef<'_>) {
    out.clear();
    // Writing to a string cannot fail.
    let _ = match value {
        DataRef::Int(number) => write!(out, "{number}"),
        DataRef::Float(number) => write!(out, "{number}"),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => out.write_str(text),
        DataRef::SharedString(text) => out.write_str(text),
        DataRef::Bool(true) => out.write_str("VRAI"),
        DataRef::Bool(false) => out.write_str("FAUX"),
        DataRef::DateTime(date) if date.is_duration() => write!(out, "{}", date.as_f64()),
        DataRef::DateTime(date) => {
            let (y, m, d, ..) = date.to_ymd_hms_milli();
            write!(out, "{y:04}-{m:02}-{d:02}")
        }
        DataRef::Error(error) => write!(out, "{error}"),
        DataRef::Empty => Ok(()),
    };
}

fn damaged(file: &str, error: &XlsxError) -> ImportError {
    ImportError::Damaged {
        file: file.to_owned(),
        detail: error.to_string(),
    }
}

//! One row and its typed getters: each says what is wrong with a cell and refuses the row, or gives the value.

use super::outline::Outline;
use super::sink::{Refused, Sink};
use super::table::{Cells, Column, Header, MAX_CELL_CHARS};
use super::value;
use crate::domain::id::CodeError;
use crate::domain::secrecy::Count;
use crate::domain::units::Milli;
use crate::i18n::Message;

/// One row of a table.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    number: u32,
    header: &'a Header,
    cells: Cells<'a>,
    outline: Option<&'a Outline>,
}

/// People or posts beyond which a count is a mistake: more than France has inhabitants.
const MAX_COUNT: f64 = 1e8;

impl<'a> Row<'a> {
    pub(super) fn new(number: u32, header: &'a Header, cells: Cells<'a>) -> Self {
        Self {
            number,
            header,
            cells,
            outline: None,
        }
    }

    pub(super) fn with(self, outline: Option<&'a Outline>) -> Self {
        Self { outline, ..self }
    }

    /// The land of a feature; rows of tables have none.
    pub(super) fn outline(&self) -> Option<&'a Outline> {
        self.outline
    }

    /// 1-based row as a person counts it in the file, header included.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// The header of a column as written.
    pub fn header(&self, column: Column) -> &'a str {
        column.index().map_or("", |i| self.header.written(i))
    }

    /// The cell as it stands in the file.
    pub fn raw(&self, column: Column) -> &'a str {
        column.index().map_or("", |i| self.cells.get(i))
    }

    /// The cell without the blanks around it; empty when the column is absent.
    pub fn text(&self, column: Column) -> &'a str {
        let blank = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}');
        self.raw(column).trim_matches(blank)
    }

    /// True when nothing is written in any cell.
    pub fn is_blank(&self) -> bool {
        (0..self.cells.len()).all(|i| self.cells.get(i).trim().is_empty())
    }

    /// The cells of the row, in order, without the blanks around them.
    pub fn texts(&self) -> impl Iterator<Item = &'a str> {
        let cells = self.cells;
        (0..cells.len()).map(move |i| cells.get(i).trim())
    }

    /// A cell that must not be empty.
    ///
    /// # Errors
    /// Refuses the row.
    pub fn required_text(&self, column: Column, sink: &mut Sink<'_>) -> Result<&'a str, Refused> {
        let text = self.valid_text(column, sink)?;
        if text.is_empty() {
            let reason = Message::new("import-cell-empty");
            return Err(sink.refuse(self, column, reason, Message::new("import-fix-cell")));
        }
        Ok(text)
    }

    /// A code that must be there: `row.code(column, sink, FapCode::parse)?`.
    ///
    /// # Errors
    /// Refuses the row when the cell is empty or not the code.
    pub fn code<T>(
        &self,
        column: Column,
        sink: &mut Sink<'_>,
        parse: impl Fn(&str) -> Result<T, CodeError>,
    ) -> Result<T, Refused> {
        let text = self.required_text(column, sink)?;
        parse(text).map_err(|error| self.refuse_code(column, sink, &error))
    }

    /// A code that may be missing.
    ///
    /// # Errors
    /// Refuses the row when something else than the code is written.
    pub fn optional_code<T>(
        &self,
        column: Column,
        sink: &mut Sink<'_>,
        parse: impl Fn(&str) -> Result<T, CodeError>,
    ) -> Result<Option<T>, Refused> {
        let text = self.valid_text(column, sink)?;
        if text.is_empty() {
            return Ok(None);
        }
        parse(text)
            .map(Some)
            .map_err(|error| self.refuse_code(column, sink, &error))
    }

    /// A number, with point or comma; empty is nothing.
    ///
    /// # Errors
    /// Refuses the row when the cell is text, not-a-number or infinite.
    pub fn decimal(&self, column: Column, sink: &mut Sink<'_>) -> Result<Option<f64>, Refused> {
        let text = self.valid_text(column, sink)?;
        if text.is_empty() {
            return Ok(None);
        }
        let Some(number) = value::number(text) else {
            return Err(sink.refuse(
                self,
                column,
                Message::new("import-not-a-number"),
                Message::new("import-fix-number"),
            ));
        };
        Ok(Some(number))
    }

    /// A headcount that may not be negative or broken; empty is nothing.
    ///
    /// # Errors
    /// Refuses the row.
    pub fn whole(&self, column: Column, sink: &mut Sink<'_>) -> Result<Option<u32>, Refused> {
        let Some(number) = self.decimal(column, sink)? else {
            return Ok(None);
        };
        self.check_range(column, sink, number)?;
        match value::whole(self.text(column)).and_then(|n| u32::try_from(n).ok()) {
            Some(count) => Ok(Some(count)),
            None => Err(sink.refuse(
                self,
                column,
                Message::new("import-not-whole"),
                Message::new("import-fix-number"),
            )),
        }
    }

    /// A published count with its four states: number, zero, `*` (secret), empty (missing).
    ///
    /// # Errors
    /// Refuses the row when the cell is negative, text or beyond reason.
    pub fn count(&self, column: Column, sink: &mut Sink<'_>) -> Result<Count, Refused> {
        let text = self.text(column);
        if !text.is_empty() && text.bytes().all(|b| b == b'*') {
            return Ok(Count::Secret);
        }
        let Some(number) = self.decimal(column, sink)? else {
            return Ok(Count::Missing);
        };
        self.check_range(column, sink, number)?;
        Ok(Count::of(Milli::from_people(number)))
    }

    /// A share between 0 and 1 published as a percentage (`45,2` or `45,2 %`); empty is nothing.
    ///
    /// # Errors
    /// Refuses the row when the cell is not a number between 0 and 100.
    pub fn percentage(&self, column: Column, sink: &mut Sink<'_>) -> Result<Option<f64>, Refused> {
        let text = self.valid_text(column, sink)?;
        let text = text.strip_suffix('%').unwrap_or(text).trim_end();
        if text.is_empty() {
            return Ok(None);
        }
        match value::number(text) {
            Some(percent) if (0.0..=100.0).contains(&percent) => Ok(Some(percent / 100.0)),
            Some(_) => Err(sink.refuse(
                self,
                column,
                Message::new("import-not-a-percentage"),
                Message::new("import-fix-number"),
            )),
            None => Err(sink.refuse(
                self,
                column,
                Message::new("import-not-a-number"),
                Message::new("import-fix-number"),
            )),
        }
    }

    /// A calendar year between 1990 and 2100.
    ///
    /// # Errors
    /// Refuses the row.
    pub fn year(&self, column: Column, sink: &mut Sink<'_>) -> Result<u16, Refused> {
        let text = self.required_text(column, sink)?;
        let Some(year) = value::year(text) else {
            return Err(sink.refuse(
                self,
                column,
                Message::new("import-not-a-year"),
                Message::new("import-fix-cell"),
            ));
        };
        Ok(year)
    }

    /// A class from 1 to 5, alone or followed by words; empty is nothing.
    ///
    /// # Errors
    /// Refuses the row.
    pub fn class_of_five(&self, column: Column, sink: &mut Sink<'_>) -> Result<Option<u8>, Refused> {
        match self.decimal(column, sink)? {
            None => Ok(None),
            Some(class) => [1u8, 2, 3, 4, 5]
                .into_iter()
                .find(|c| (f64::from(*c) - class).abs() < 1e-9)
                .map(Some)
                .ok_or_else(|| {
                    let reason = Message::new("import-not-a-class");
                    sink.refuse(self, column, reason, Message::new("import-fix-cell"))
                }),
        }
    }

    pub(super) fn width(&self) -> usize {
        self.cells.len()
    }

    /// True when something is written beyond the last header.
    pub(super) fn overflows(&self) -> bool {
        (self.header.width()..self.cells.len()).any(|i| !self.cells.get(i).trim().is_empty())
    }

    pub(super) fn too_long(&self) -> Option<Column> {
        self.first(|cell| cell.len() > MAX_CELL_CHARS && cell.chars().count() > MAX_CELL_CHARS)
    }

    pub(super) fn with_nul(&self) -> Option<Column> {
        self.first(|cell| cell.as_bytes().contains(&0))
    }

    fn first(&self, fits: impl Fn(&str) -> bool) -> Option<Column> {
        let cells = self.cells;
        (0..cells.len()).find(|i| fits(cells.get(*i))).map(Column::at)
    }

    /// The trimmed cell, unless it holds an error of a spreadsheet (`#N/A`).
    fn valid_text(&self, column: Column, sink: &mut Sink<'_>) -> Result<&'a str, Refused> {
        let text = self.text(column);
        if is_spreadsheet_error(text) {
            return Err(sink.refuse(
                self,
                column,
                Message::new("import-cell-error"),
                Message::new("import-fix-error"),
            ));
        }
        Ok(text)
    }

    fn check_range(&self, column: Column, sink: &mut Sink<'_>, number: f64) -> Result<(), Refused> {
        let reason = match number {
            n if n < 0.0 => "import-negative",
            n if n > MAX_COUNT => "import-too-big",
            _ => return Ok(()),
        };
        Err(sink.refuse(self, column, Message::new(reason), Message::new("import-fix-number")))
    }

    fn refuse_code(&self, column: Column, sink: &mut Sink<'_>, error: &CodeError) -> Refused {
        let reason = match error {
            CodeError::Form { kind, .. } => Message::new("import-code-form").with("kind", code_kind(kind)),
            CodeError::Key { kind, expected, .. } => Message::new("import-code-key")
                .with("kind", code_kind(kind))
                .with("expected", expected.as_str()),
        };
        sink.refuse(self, column, reason, Message::new("import-fix-code"))
    }
}

/// Values Excel shows where a formula failed; their French names too.
fn is_spreadsheet_error(text: &str) -> bool {
    const ERRORS: [&str; 14] = [
        "#N/A",
        "#VALUE!",
        "#REF!",
        "#DIV/0!",
        "#NUM!",
        "#NAME?",
        "#NULL!",
        "#GETTING_DATA",
        "#SPILL!",
        "#CALC!",
        "#VALEUR!",
        "#NOM?",
        "#NOMBRE!",
        "#NUL!",
    ];
    text.starts_with('#') && ERRORS.contains(&text)
}

/// What a code is called and how it is written, for people.
fn code_kind(kind: &str) -> Message {
    Message::new(match kind {
        "bassin d'emploi" => "import-kind-basin",
        "region" => "import-kind-region",
        "department" => "import-kind-department",
        "zone d'emploi" => "import-kind-zone",
        "commune" => "import-kind-commune",
        "FAP 2021" => "import-kind-fap2021",
        "FAP 2009" => "import-kind-fap2009",
        "ROME" => "import-kind-rome",
        "CFD" => "import-kind-cfd",
        "MEFSTAT11" => "import-kind-mefstat",
        "RNCP" => "import-kind-rncp",
        "NSF" => "import-kind-nsf",
        "UAI" => "import-kind-uai",
        "SIREN" => "import-kind-siren",
        "SIRET" => "import-kind-siret",
        "NAF" => "import-kind-naf",
        "skill" => "import-kind-skill",
        _ => "import-kind-programme",
    })
}

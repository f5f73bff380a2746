//! Reads one embedded table row by row; whatever is wrong is told with its table, line, column and value.

use std::str::FromStr;

use csv::StringRecord;

use crate::store::StoreError;

/// Reads every row of a table with `make`, in the order of the file.
pub(super) fn read<T>(
    table: &'static str,
    text: &str,
    make: impl Fn(&Row) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let damaged = |line: u64, error: &csv::Error| StoreError::Catalogue {
        table,
        line,
        column: "",
        value: error.to_string(),
    };
    let header = reader.headers().map_err(|e| damaged(1, &e))?.clone();
    let mut rows = Vec::new();
    for (index, record) in (2..).zip(reader.records()) {
        let record = record.map_err(|e| damaged(index, &e))?;
        rows.push(make(&Row {
            table,
            line: index,
            header: &header,
            record: &record,
        })?);
    }
    Ok(rows)
}

/// One row and where it stands.
#[derive(Debug)]
pub(super) struct Row<'a> {
    table: &'static str,
    line: u64,
    header: &'a StringRecord,
    record: &'a StringRecord,
}

impl Row<'_> {
    /// The text of a cell, possibly empty.
    pub(super) fn text(&self, column: &'static str) -> Result<&str, StoreError> {
        let place = self.header.iter().position(|name| name == column);
        place
            .and_then(|index| self.record.get(index))
            .ok_or_else(|| self.wrong(column, ""))
    }

    /// A cell read by `parse`.
    pub(super) fn read_as<T>(&self, column: &'static str, parse: impl Fn(&str) -> Option<T>) -> Result<T, StoreError> {
        let text = self.text(column)?;
        parse(text).ok_or_else(|| self.wrong(column, text))
    }

    /// A cell that must hold a code or a number.
    pub(super) fn value<T: FromStr>(&self, column: &'static str) -> Result<T, StoreError> {
        self.read_as(column, |text| text.parse().ok())
    }

    /// A cell that may be empty.
    pub(super) fn optional<T: FromStr>(&self, column: &'static str) -> Result<Option<T>, StoreError> {
        if self.text(column)?.is_empty() {
            return Ok(None);
        }
        self.value(column).map(Some)
    }

    /// Values separated by `;`, none when empty.
    pub(super) fn list<T: FromStr>(&self, column: &'static str) -> Result<Vec<T>, StoreError> {
        self.read_as(column, |text| {
            let parts = text.split(';').filter(|part| !part.is_empty());
            parts.map(|part| part.parse().ok()).collect()
        })
    }

    fn wrong(&self, column: &'static str, value: &str) -> StoreError {
        StoreError::Catalogue {
            table: self.table,
            line: self.line,
            column,
            value: value.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Result<Vec<(u8, Vec<u8>)>, String> {
        read("sample", text, |row| Ok((row.value("n")?, row.list("list")?))).map_err(|e| e.to_string())
    }

    #[test]
    fn cells_are_found_by_the_name_of_their_column() {
        assert_eq!(
            numbers("list,n\n1;2,7\n,8\n"),
            Ok(vec![(7, vec![1, 2]), (8, Vec::new())])
        );
    }

    #[test]
    fn a_wrong_cell_is_told_with_its_place() {
        let told = |text: &str| numbers(text).unwrap_err();
        assert_eq!(
            told("n,list\n1,\n300,\n"),
            "embedded table sample, line 3, column n: « 300 »"
        );
        assert_eq!(
            told("n,list\n1,1;x\n"),
            "embedded table sample, line 2, column list: « 1;x »"
        );
        assert_eq!(told("n\n1\n"), "embedded table sample, line 2, column list: «  »");
        assert!(told("n,list\n1\n").starts_with("embedded table sample, line 2, column : « CSV error"));
    }
}

//! Reading cells of a row into the types of the domain; a cell that does not hold what its column promises is damage.

use std::str::FromStr;

use rusqlite::types::{FromSqlError, Type};
use rusqlite::{Error, Result, Row};

use crate::domain::id::CodeError;
use crate::domain::territory::Position;

/// A code that must be there.
pub(super) fn code<T: FromStr<Err = CodeError>>(row: &Row<'_>, column: usize) -> Result<T> {
    parse(text(row, column)?, column)
}

/// A code that may be unknown.
pub(super) fn optional_code<T: FromStr<Err = CodeError>>(row: &Row<'_>, column: usize) -> Result<Option<T>> {
    match row
        .get_ref(column)?
        .as_str_or_null()
        .map_err(|error| damage(column, error))?
    {
        Some(code) => parse(code, column).map(Some),
        None => Ok(None),
    }
}

/// Codes separated by `;`.
pub(super) fn codes<T: FromStr<Err = CodeError>>(row: &Row<'_>, column: usize) -> Result<Vec<T>> {
    let list = text(row, column)?;
    list.split(';')
        .filter(|code| !code.is_empty())
        .map(|code| parse(code, column))
        .collect()
}

/// A word of a closed list.
pub(super) fn word<T>(row: &Row<'_>, column: usize, read: impl Fn(&str) -> Option<T>) -> Result<T> {
    let found = text(row, column)?;
    read(found).ok_or_else(|| damage(column, Unexpected(found.to_owned())))
}

/// A point, from two columns.
pub(super) fn position(row: &Row<'_>, lat: usize, lon: usize) -> Result<Position> {
    Ok(Position {
        lat: row.get(lat)?,
        lon: row.get(lon)?,
    })
}

/// A point that may be unknown.
pub(super) fn optional_position(row: &Row<'_>, lat: usize, lon: usize) -> Result<Option<Position>> {
    let both: (Option<f64>, Option<f64>) = (row.get(lat)?, row.get(lon)?);
    Ok(match both {
        (Some(lat), Some(lon)) => Some(Position { lat, lon }),
        _ => None,
    })
}

/// A value that fits no reading of its column.
pub(super) fn unexpected(column: usize, value: &impl ToString) -> Error {
    damage(column, Unexpected(value.to_string()))
}

/// Codes joined by `;`, as [`codes`] reads them.
pub(super) fn joined<T: ToString>(codes: &[T]) -> String {
    let texts: Vec<String> = codes.iter().map(T::to_string).collect();
    texts.join(";")
}

#[derive(Debug, thiserror::Error)]
#[error("unexpected « {0} »")]
struct Unexpected(String);

fn text<'a>(row: &'a Row<'_>, column: usize) -> Result<&'a str> {
    row.get_ref(column)?
        .as_str()
        .map_err(|error: FromSqlError| damage(column, error))
}

fn parse<T: FromStr<Err = CodeError>>(code: &str, column: usize) -> Result<T> {
    code.parse().map_err(|error| damage(column, error))
}

fn damage(column: usize, error: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::FromSqlConversionFailure(column, Type::Text, Box::new(error))
}

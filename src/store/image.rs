//! The image of a row: its cells in one blob, exact for every SQLite type, and never read as SQL.

use rusqlite::functions::FunctionFlags;
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, Error};

const NULL: u8 = 0;
const INTEGER: u8 = 1;
const REAL: u8 = 2;
const TEXT: u8 = 3;
const BLOB: u8 = 4;

/// Gives SQL the function `row_image(cell, …)`.
pub(super) fn register(connection: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    connection.create_scalar_function("row_image", -1, flags, |context| {
        let mut image = Vec::with_capacity(16 * context.len());
        for cell in 0..context.len() {
            write(&mut image, context.get_raw(cell))?;
        }
        Ok(image)
    })
}

/// The cells of an image; nothing when it is damaged or has not exactly `width` cells.
pub(super) fn read(image: &[u8], width: usize) -> Option<Vec<Value>> {
    let mut rest = image;
    let mut cells = Vec::with_capacity(width);
    while !rest.is_empty() && cells.len() <= width {
        cells.push(cell(&mut rest)?);
    }
    (cells.len() == width).then_some(cells)
}

fn write(image: &mut Vec<u8>, cell: ValueRef<'_>) -> rusqlite::Result<()> {
    match cell {
        ValueRef::Null => image.push(NULL),
        ValueRef::Integer(number) => {
            image.push(INTEGER);
            image.extend(number.to_le_bytes());
        }
        ValueRef::Real(number) => {
            image.push(REAL);
            image.extend(number.to_le_bytes());
        }
        ValueRef::Text(bytes) => long(image, TEXT, bytes)?,
        ValueRef::Blob(bytes) => long(image, BLOB, bytes)?,
    }
    Ok(())
}

fn long(image: &mut Vec<u8>, tag: u8, bytes: &[u8]) -> rusqlite::Result<()> {
    let length = u32::try_from(bytes.len()).map_err(|error| Error::UserFunctionError(Box::new(error)))?;
    image.push(tag);
    image.extend(length.to_le_bytes());
    image.extend(bytes);
    Ok(())
}

fn cell(rest: &mut &[u8]) -> Option<Value> {
    let tag = take(rest, 1)?[0];
    match tag {
        NULL => Some(Value::Null),
        INTEGER => Some(Value::Integer(i64::from_le_bytes(take(rest, 8)?.try_into().ok()?))),
        REAL => Some(Value::Real(f64::from_le_bytes(take(rest, 8)?.try_into().ok()?))),
        TEXT => String::from_utf8(counted(rest)?.to_vec()).ok().map(Value::Text),
        BLOB => Some(Value::Blob(counted(rest)?.to_vec())),
        _ => None,
    }
}

fn counted<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = u32::from_le_bytes(take(rest, 4)?.try_into().ok()?);
    take(rest, usize::try_from(length).ok()?)
}

fn take<'a>(rest: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (head, tail) = rest.split_at_checked(length)?;
    *rest = tail;
    Some(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn image_of(expressions: &str) -> Vec<u8> {
        let connection = Connection::open_in_memory().unwrap();
        register(&connection).unwrap();
        let sql = format!("SELECT row_image({expressions})");
        connection.query_row(&sql, [], |row| row.get(0)).unwrap()
    }

    #[test]
    fn every_type_comes_back_exactly() {
        let image = image_of("NULL, -3, 0.1, 'é', x'00ff', 1e300, 9223372036854775807, ''");
        let cells = read(&image, 8).unwrap();
        assert_eq!(cells[0], Value::Null);
        assert_eq!(cells[1], Value::Integer(-3));
        assert_eq!(cells[2], Value::Real(0.1));
        assert_eq!(cells[3], Value::Text("é".into()));
        assert_eq!(cells[4], Value::Blob(vec![0, 255]));
        assert_eq!(cells[5], Value::Real(1e300));
        assert_eq!(cells[6], Value::Integer(i64::MAX));
        assert_eq!(cells[7], Value::Text(String::new()));
    }

    #[test]
    fn a_damaged_image_is_refused() {
        let image = image_of("1, 'abc'");
        assert!(read(&image, 2).is_some());
        assert!(read(&image, 1).is_none());
        assert!(read(&image, 3).is_none());
        assert!(read(&image[..image.len() - 1], 2).is_none());
        assert!(read(&[9], 1).is_none());
        assert!(read(&[TEXT, 255, 255, 255, 255, 1], 1).is_none());
        assert!(read(&[TEXT, 1, 0, 0, 0, 0xff], 1).is_none());
    }
}

//! Contours of places. The land of one is a run of whole numbers, seven bits a byte: pieces; per piece its rings; per ring its corners,
//! each as its way from the corner before, longitude then latitude.

use std::cmp::Ordering;

use rusqlite::{Row, Statement, params};

use super::cells;
use super::layer::Fact;
use crate::domain::contour::{Contour, Corner, PlaceKind, Polygon, Ring};
use crate::domain::source::SourceId;

impl Fact for Contour {
    const TABLE: &'static str = "contour";
    const INSERT: &'static str = include_str!("../../db/queries/contour/insert.sql");
    const ALL: &'static str = include_str!("../../db/queries/contour/all.sql");
    const SINGLE: bool = true;

    fn insert(&self, statement: &mut Statement<'_>, source: SourceId) -> rusqlite::Result<usize> {
        statement.execute(params![
            source.0,
            self.kind.as_str(),
            self.code,
            self.name,
            written(&self.land),
            self.row
        ])
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        row_to_contour(row)
    }

    fn key_order(&self, other: &Self) -> Ordering {
        (self.kind, &self.code).cmp(&(other.kind, &other.code))
    }

    fn says_the_same(&self, other: &Self) -> bool {
        self.key_order(other).is_eq() && self.land == other.land && self.name == other.name
    }

    fn title(&self) -> String {
        format!("{} {}", self.kind.as_str(), self.code)
    }

    fn summary(&self) -> String {
        format!("{} · {}", self.name, self.corners())
    }
}

fn row_to_contour(row: &Row<'_>) -> rusqlite::Result<Contour> {
    let bytes = row.get_ref(4)?.as_blob()?;
    Ok(Contour {
        source: SourceId(row.get(0)?),
        kind: cells::word(row, 1, PlaceKind::parse)?,
        code: row.get(2)?,
        name: row.get(3)?,
        land: read(bytes).ok_or_else(|| cells::unexpected(4, &bytes.len()))?,
        row: row.get(5)?,
    })
}

fn written(land: &[Polygon]) -> Vec<u8> {
    let mut out = Vec::new();
    push(&mut out, land.len() as u64);
    for polygon in land {
        push(&mut out, polygon.len() as u64);
        for ring in polygon {
            push(&mut out, ring.len() as u64);
            let mut last = Corner { lon: 0, lat: 0 };
            for corner in ring {
                push(&mut out, folded(corner.lon.wrapping_sub(last.lon)));
                push(&mut out, folded(corner.lat.wrapping_sub(last.lat)));
                last = *corner;
            }
        }
    }
    out
}

/// The land of a run of bytes; nothing when it is no such run, whole and to its end.
fn read(mut bytes: &[u8]) -> Option<Vec<Polygon>> {
    let land = list(&mut bytes, |bytes| list(bytes, ring))?;
    bytes.is_empty().then_some(land)
}

/// As many items as the next number says; each takes a byte or more, so that a false number costs nothing.
fn list<T>(bytes: &mut &[u8], mut item: impl FnMut(&mut &[u8]) -> Option<T>) -> Option<Vec<T>> {
    let count = usize::try_from(next(bytes)?).ok().filter(|n| *n <= bytes.len())?;
    let mut items = Vec::new();
    for _ in 0..count {
        items.push(item(bytes)?);
    }
    Some(items)
}

fn ring(bytes: &mut &[u8]) -> Option<Ring> {
    let mut last = Corner { lon: 0, lat: 0 };
    list(bytes, |bytes| {
        last.lon = last.lon.wrapping_add(unfolded(next(bytes)?)?);
        last.lat = last.lat.wrapping_add(unfolded(next(bytes)?)?);
        Some(last)
    })
}

fn push(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    out.push(number.to_le_bytes()[0]);
}

fn next(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for shift in (0..63).step_by(7) {
        let (first, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(first & 0x7f) << shift;
        if first & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

/// Signed to unsigned, near zero staying near zero: 0, −1, 1, −2… are 0, 1, 2, 3…
fn folded(step: i32) -> u64 {
    u64::from(((step << 1) ^ (step >> 31)).cast_unsigned())
}

fn unfolded(number: u64) -> Option<i32> {
    let number = u32::try_from(number).ok()?;
    Some((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corner(lon: i32, lat: i32) -> Corner {
        Corner { lon, lat }
    }

    #[test]
    fn land_is_written_and_read_back() {
        let ring = vec![
            corner(-6_180_250, 1_627_910),
            corner(18_000_000, -9_000_000),
            corner(0, 0),
        ];
        let land = vec![vec![ring.clone(), ring.clone()], vec![ring], vec![]];
        assert_eq!(read(&written(&land)), Some(land));
        assert_eq!(read(&written(&[])), Some(Vec::new()));
    }

    #[test]
    fn bytes_that_are_no_land_are_no_land() {
        let whole = written(&[vec![vec![corner(1, 2), corner(300, 4), corner(5, 6)]]]);
        for cut in 0..whole.len() {
            assert_eq!(read(&whole[..cut]), None, "{cut}");
        }
        let longer: Vec<u8> = whole.iter().copied().chain([0]).collect();
        assert_eq!(read(&longer), None);
        assert_eq!(read(&[0xff; 12]), None);
        assert_eq!(read(&[0xff, 0xff, 0xff, 0xff, 0x0f, 1]), None);
    }
}

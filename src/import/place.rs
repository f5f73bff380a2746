//! Schools named in passing by files of sections and outcomes, and positions checked against their department.

use std::collections::HashSet;

use super::sink::Sink;
use super::table::{Column, Row};
use super::value;
use crate::domain::id::{DepartmentCode, Uai};
use crate::domain::source::SourceId;
use crate::domain::supply::Establishment;
use crate::domain::territory::Position;
use crate::i18n::Message;

/// Schools a file names beside its own facts: each once, to be completed by the directory of schools.
#[derive(Debug, Default)]
pub struct Schools(HashSet<Uai>);

impl Schools {
    /// Keeps the name and position of a school not yet met; nothing to keep is no school.
    pub fn meet(&mut self, uai: &Uai, name: &str, position: Option<Position>, sink: &mut Sink<'_>) {
        if (name.is_empty() && position.is_none()) || !self.0.insert(uai.clone()) {
            return;
        }
        sink.batch.establishments.push(Establishment {
            uai: uai.clone(),
            name: name.to_owned(),
            commune: None,
            department: uai.department(),
            position,
            basin: None,
            source: SourceId::default(),
        });
    }
}

/// `48.85,2.35` in one cell; a cell that is not a plausible position is doubted and left out, the row stays.
pub fn pair(
    row: &Row<'_>,
    column: Column,
    department: Option<&DepartmentCode>,
    sink: &mut Sink<'_>,
) -> Option<Position> {
    let text = row.text(column);
    if text.is_empty() {
        return None;
    }
    let read = text.split_once(',').and_then(|(lat, lon)| position(lat, lon));
    checked(read, row, column, department, sink)
}

/// Latitude and longitude in two cells, with point or comma.
pub fn two(
    row: &Row<'_>,
    columns: (Column, Column),
    department: Option<&DepartmentCode>,
    sink: &mut Sink<'_>,
) -> Option<Position> {
    let (lat, lon) = (row.text(columns.0), row.text(columns.1));
    if lat.is_empty() && lon.is_empty() {
        return None;
    }
    checked(position(lat, lon), row, columns.0, department, sink)
}

fn position(lat: &str, lon: &str) -> Option<Position> {
    Some(Position {
        lat: value::number(lat)?,
        lon: value::number(lon)?,
    })
}

fn checked(
    read: Option<Position>,
    row: &Row<'_>,
    column: Column,
    department: Option<&DepartmentCode>,
    sink: &mut Sink<'_>,
) -> Option<Position> {
    let plausible = read.filter(|p| is_plausible(*p, department));
    if plausible.is_none() {
        let reason = Message::new("import-bad-position");
        sink.doubt(row, column, reason, Message::new("import-fix-position"));
    }
    plausible
}

/// Within mainland France and Corsica for their departments, within the tropics or Saint-Pierre-et-Miquelon for the others.
fn is_plausible(p: Position, department: Option<&DepartmentCode>) -> bool {
    let mainland = (41.0..=51.5).contains(&p.lat) && (-5.5..=10.0).contains(&p.lon);
    let overseas = (-28.0..=48.0).contains(&p.lat) && (-180.0..=180.0).contains(&p.lon) && p.lon.abs() > 40.0;
    match department {
        Some(code) if code.as_str().len() == 2 => mainland,
        Some(_) => overseas,
        None => mainland || overseas,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swapped_or_foreign_positions_are_not_plausible() {
        let check = |lat, lon, department: Option<&str>, expected: bool| {
            let code = department.map(|d| DepartmentCode::parse(d).unwrap());
            assert_eq!(
                is_plausible(Position { lat, lon }, code.as_ref()),
                expected,
                "{lat} {lon}"
            );
        };
        check(45.75, 4.85, Some("69"), true);
        check(4.85, 45.75, Some("69"), false);
        check(16.0, -61.7, Some("971"), true);
        check(16.0, -61.7, Some("59"), false);
        check(0.0, 0.0, None, false);
        check(-21.1, 55.5, None, true);
    }
}

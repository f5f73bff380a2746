//! Hiring aid and contract costs as tables of text: written for a spreadsheet, read back line by line, all or nothing.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::review_file::{guarded, unguarded};
use super::text_table::{self, Line, TextTable};
use crate::domain::funding::{Aid, Funding, Npec, parse_day};
use crate::domain::id::{IdccCode, ProgrammeId};
use crate::i18n::{Explain, Lang, Message, text};
use crate::import::Issue;
use crate::market::funding::{FundingRefusal, check_aid, check_npec};

const AID: [&str; 9] = [
    "name",
    "from",
    "to",
    "level_from",
    "level_to",
    "firm_from",
    "firm_to",
    "euros",
    "source",
];
const AID_NEEDED: [&str; 5] = ["name", "from", "level_from", "level_to", "euros"];
const NPEC: [&str; 6] = ["code", "branch", "from", "to", "euros", "source"];
const NPEC_NEEDED: [&str; 3] = ["code", "from", "euros"];

/// What a table holds. Nothing of it may be written while a line is refused.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadRows<T> {
    /// New rows (id 0), and known ones with another amount, last day or source.
    pub rows: Vec<T>,
    /// Lines that say what the territory holds already.
    pub unchanged: usize,
    /// Lines refused, each with its reason.
    pub issues: Vec<Issue>,
}

/// Whether two rows are of one scope and first day.
type Same<'s, T> = &'s dyn Fn(&T, &T) -> bool;

/// What a refused line is told by: the column, and why.
type Refused = (usize, Message);

/// Reads a table of hiring aids: `name`, `from`, `level_from`, `level_to`, `euros`, and any of `to`, `firm_from`, `firm_to`, `source`, under their stable names
/// or those on screen in either language. A line of the same name, first day, levels and sizes as a known aid rewrites it.
pub fn read_aids(funding: &Funding, file: &str, table: &str) -> ReadRows<Aid> {
    let known = &funding.aids;
    let same = |a: &Aid, b: &Aid| (&a.name, a.from, a.levels, a.firm) == (&b.name, b.from, b.levels, b.firm);
    read(
        (file, table),
        (&AID, &AID_NEEDED),
        (known, &same),
        aid_of,
        |aid| &mut aid.id,
        check_aid,
    )
}

/// Reads a table of contract costs: `code`, `from`, `euros`, and any of `branch`, `to`, `source`. A line of the same certification, branch and first day as a
/// known one rewrites it.
pub fn read_npecs(funding: &Funding, file: &str, table: &str) -> ReadRows<Npec> {
    let known = &funding.npecs;
    let same = |a: &Npec, b: &Npec| (&a.code, &a.branch, a.from) == (&b.code, &b.branch, b.from);
    read(
        (file, table),
        (&NPEC, &NPEC_NEEDED),
        (known, &same),
        npec_of,
        |npec| &mut npec.id,
        check_npec,
    )
}

/// Hiring aids as comma-separated text: plain points whatever the language; read back as they were.
///
/// # Errors
/// What the writer refuses, which a test rules out.
pub fn aids_csv(funding: &Funding) -> Result<String, csv::Error> {
    let record = |aid: &Aid| {
        vec![
            guarded(&aid.name),
            aid.from.to_string(),
            last(aid.to),
            aid.levels.0.to_string(),
            aid.levels.1.to_string(),
            aid.firm.0.to_string(),
            aid.firm.1.map_or_else(String::new, |size| size.to_string()),
            aid.euros.to_string(),
            guarded(&aid.source),
        ]
    };
    written(&AID, funding.aids.iter().map(record))
}

/// Contract costs as comma-separated text.
///
/// # Errors
/// As [`aids_csv`].
pub fn npecs_csv(funding: &Funding) -> Result<String, csv::Error> {
    let record = |npec: &Npec| {
        vec![
            npec.code.to_string(),
            npec.branch.as_ref().map_or_else(String::new, ToString::to_string),
            npec.from.to_string(),
            last(npec.to),
            npec.euros.to_string(),
            guarded(&npec.source),
        ]
    };
    written(&NPEC, funding.npecs.iter().map(record))
}

fn last(day: Option<Date>) -> String {
    day.map_or_else(String::new, |day| day.to_string())
}

fn written(columns: &[&str], records: impl Iterator<Item = Vec<String>>) -> Result<String, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(columns)?;
    for record in records {
        writer.write_record(record)?;
    }
    let bytes = writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn read<T: Clone + PartialEq>(
    (file, text): (&str, &str),
    (columns, needed): (&[&'static str], &[&'static str]),
    (known, same): (&[T], Same<'_, T>),
    row_of: fn(Line<'_>) -> Result<T, Refused>,
    id: fn(&mut T) -> &mut i64,
    check: fn(&[T], &T) -> Result<(), FundingRefusal>,
) -> ReadRows<T> {
    let mut read = ReadRows {
        rows: Vec::new(),
        unchanged: 0,
        issues: Vec::new(),
    };
    let table = match TextTable::read(text, columns, needed, is_title) {
        Ok(table) => table,
        Err(missing) => {
            let reason = Message::new("app-review-no-column").with("column", missing);
            read.issues.push(issue(file, 1, (missing, ""), reason));
            return read;
        }
    };
    // Known rows as they will be, then the new ones: each has the number of the line that wrote it, where one did.
    let mut rows: Vec<T> = known.to_vec();
    let mut from_line: BTreeMap<usize, u32> = BTreeMap::new();
    for (number, line) in table.lines() {
        let Some(line) = line else {
            read.issues
                .push(issue(file, number, ("", ""), Message::new("app-review-unreadable")));
            continue;
        };
        match row_of(line) {
            Err((column, reason)) => {
                let value = line.cell(column).unwrap_or_default();
                read.issues.push(issue(file, number, (columns[column], value), reason));
            }
            Ok(mut row) => {
                let at = rows.iter().position(|other| same(other, &row)).unwrap_or(rows.len());
                match rows.get_mut(at) {
                    Some(_) if from_line.contains_key(&at) => {
                        let reason = Message::new("app-funding-twice");
                        read.issues.push(issue(file, number, (columns[0], ""), reason));
                        continue;
                    }
                    Some(other) => {
                        *id(&mut row) = *id(other);
                        *other = row;
                    }
                    None => rows.push(row),
                }
                from_line.insert(at, number);
            }
        }
    }
    // A key of its own for each new row, so that a check knows it from the others.
    for (key, row) in (1..).zip(&mut rows).skip(known.len()) {
        *id(row) = -key;
    }
    for (at, number) in from_line {
        if known.get(at) == Some(&rows[at]) {
            read.unchanged += 1;
            continue;
        }
        match check(&rows, &rows[at]) {
            Err(refusal) => read.issues.push(issue(file, number, ("from", ""), refusal.message())),
            Ok(()) => {
                let mut row = rows[at].clone();
                *id(&mut row) = (*id(&mut row)).max(0);
                read.rows.push(row);
            }
        }
    }
    read.issues.sort_by_key(|issue| issue.row);
    read
}

fn aid_of(line: Line<'_>) -> Result<Aid, Refused> {
    let number = |column| whole(line, column);
    let level = |column| {
        let level = number(column)?.and_then(|level| u8::try_from(level).ok());
        level.ok_or_else(|| (column, Message::new("app-funding-level")))
    };
    let name = unguarded(words(line, 0)).to_owned();
    if name.is_empty() {
        return Err((0, Message::new("market-funding-no-name")));
    }
    Ok(Aid {
        id: 0,
        name,
        from: first_day(line, 1)?,
        to: last_day(line, 2)?,
        levels: (level(3)?, level(4)?),
        firm: (number(5)?.unwrap_or(0), number(6)?),
        euros: number(7)?.ok_or_else(|| (7, Message::new("app-funding-euros")))?,
        source: unguarded(words(line, 8)).to_owned(),
    })
}

fn npec_of(line: Line<'_>) -> Result<Npec, Refused> {
    let branch = match words(line, 1) {
        "" => None,
        code => Some(IdccCode::parse(code).map_err(|_| (1, Message::new("app-funding-branch")))?),
    };
    Ok(Npec {
        id: 0,
        code: ProgrammeId::parse(words(line, 0)).map_err(|_| (0, Message::new("app-funding-code")))?,
        branch,
        from: first_day(line, 2)?,
        to: last_day(line, 3)?,
        euros: whole(line, 4)?.ok_or_else(|| (4, Message::new("app-funding-euros")))?,
        source: unguarded(words(line, 5)).to_owned(),
    })
}

fn words(line: Line<'_>, column: usize) -> &str {
    line.cell(column).unwrap_or_default()
}

fn first_day(line: Line<'_>, column: usize) -> Result<Date, Refused> {
    parse_day(words(line, column)).ok_or_else(|| (column, Message::new("app-funding-day")))
}

fn last_day(line: Line<'_>, column: usize) -> Result<Option<Date>, Refused> {
    match words(line, column) {
        "" => Ok(None),
        _ => first_day(line, column).map(Some),
    }
}

/// A whole number: groups may be parted by blanks, a fraction of zeros may follow. Nothing for an empty cell.
fn whole(line: Line<'_>, column: usize) -> Result<Option<u32>, Refused> {
    let compact: String = words(line, column)
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '€')
        .collect();
    if compact.is_empty() {
        return Ok(None);
    }
    let (number, fraction) = compact.split_once([',', '.']).unwrap_or((&compact, ""));
    let is_whole = fraction.len() <= 2 && fraction.bytes().all(|digit| digit == b'0');
    let number = number.parse().ok().filter(|_| is_whole);
    number
        .map(Some)
        .ok_or_else(|| (column, Message::new("app-funding-number")))
}

/// A line refused: the table is written whole, or not at all.
fn issue(file: &str, row: u32, at: (&str, &str), reason: Message) -> Issue {
    Issue {
        remedy: Message::new("app-funding-remedy"),
        ..text_table::issue(file, row, at, reason)
    }
}

/// A column by its stable name or its title in either language.
fn is_title(title: &str, name: &str) -> bool {
    let shown = |lang| text(lang, &format!("app-funding-column-{}", name.replace('_', "-")));
    let same = |a: &str| a.trim().to_lowercase() == title.trim().to_lowercase();
    same(name) || Lang::ALL.into_iter().any(|lang| same(&shown(lang)))
}

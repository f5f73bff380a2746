//! Tables of skills written for a terminal, as CSV and as JSON.

use clap::ArgMatches;
use serde_json::json;

use super::console::Console;
use super::error::CliError;
use super::json;
use super::table::{self, Table};
use crate::i18n::text;
use crate::report::skill_sheets::{SkillKind, SkillSheet, SkillValue};

/// Columns of basins a terminal has room for; files have them all.
const BASINS_SHOWN: usize = 8;

/// Writes tables as asked: one after the other, each with its title where there are several.
pub fn write(sheets: &[SkillSheet], args: &ArgMatches, console: &mut Console) -> Result<(), CliError> {
    match args.get_one::<String>("format").map(String::as_str) {
        Some("json") => match sheets {
            [one] => json::print(&one.json(), console),
            several => {
                let all: serde_json::Map<_, _> = several.iter().map(|s| (s.name.to_owned(), s.json())).collect();
                json::print(&json!(all), console)
            }
        },
        Some("csv") => {
            for sheet in sheets {
                console.print(&csv(sheet)?)?;
            }
            Ok(())
        }
        _ => {
            for (rank, sheet) in sheets.iter().enumerate() {
                if sheets.len() > 1 {
                    let apart = if rank > 0 { "\n" } else { "" };
                    let title = text(console.lang(), &format!("skill-sheet-{}", sheet.name));
                    console.print(&format!("{apart}{title}\n"))?;
                }
                console.print(&shown(sheet, console).render())?;
            }
            Ok(())
        }
    }
}

fn shown(sheet: &SkillSheet, console: &Console) -> Table {
    let lang = console.lang();
    let untitled = sheet.columns.iter().filter(|c| c.title.is_none()).count();
    let room = untitled + BASINS_SHOWN;
    let column = |c: &crate::report::skill_sheets::SkillColumn| match c.kind {
        SkillKind::Code => table::left(c.words(lang), 12),
        SkillKind::Words => table::left(c.words(lang), 46),
        SkillKind::Number | SkillKind::Share => table::right(c.words(lang)),
    };
    let mut table = Table::new(sheet.columns.iter().take(room).map(column).collect());
    for row in &sheet.rows {
        table.push(
            row.cells
                .iter()
                .take(room)
                .map(|cell: &SkillValue| cell.shown(lang))
                .collect(),
        );
    }
    table
}

fn csv(sheet: &SkillSheet) -> Result<String, CliError> {
    let written = |error: csv::Error| CliError::Output(error.into());
    let mut writer = csv::Writer::from_writer(Vec::new());
    for record in sheet.records() {
        writer.write_record(&record).map_err(written)?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| CliError::Output(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

//! `releve gap`: need, supply, filled and unfilled, by place, occupation or level.

use std::collections::BTreeMap;

use clap::ArgMatches;
use serde_json::json;

use super::args::GROUPINGS;
use super::causes;
use super::console::Console;
use super::error::{CliError, Exit};
use super::json::{self, RowJson};
use super::main_job;
use super::table::{self, Table};
use super::territory;
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, FapCode};
use crate::domain::territory::Nature;
use crate::domain::units::Estimate;
use crate::i18n::{self, Lang, Message, text};
use crate::market::causes::{CauseValues, Causes};
use crate::market::gap::{Figures, Gap, GapRow, Grouping, RowKey};

/// Prints the essentials, or the table asked for.
pub fn run(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    let gap = session.gap(
        args.get_one("year").copied(),
        &console.progress(&Message::new("cli-job-gap")),
    )?;
    let facts = session.facts()?;
    let narrowed = narrowed(&gap, args.get_one("basin"), args.get_one("occupation"));
    let by = args.get_one::<String>("by").map(String::as_str);
    let format = args.get_one::<String>("format").map_or("table", String::as_str);
    let whole = args.get_one::<BasinCode>("basin").is_none() && args.get_one::<FapCode>("occupation").is_none();
    if by.is_none() && format == "table" && whole && !args.get_flag("causes") {
        main_job::essentials(&facts, &gap, console)?;
        return Ok(Exit::Success);
    }
    let grouping = grouping(by.unwrap_or(if whole { "total" } else { "cell" }));
    let rows = narrowed.rows(grouping, &facts);
    let causes = if args.get_flag("causes") {
        let progress = console.progress(&Message::new("cli-job-causes"));
        let mut causes = Causes::clone(&*session.causes(args.get_one("year").copied(), &progress)?);
        causes
            .cells
            .retain(|cell| narrowed.cell(&cell.basin, &cell.fap).is_some());
        Some(causes.rows(grouping, &facts))
    } else {
        None
    };
    let answer = Answer { grouping, rows, causes };
    match format {
        "json" => print_json(&narrowed, &answer, console)?,
        "csv" => print_csv(&answer, console)?,
        _ => print_table(&narrowed, &answer, console)?,
    }
    Ok(Exit::Success)
}

/// The lines asked for, with their causes where those are.
struct Answer {
    grouping: Grouping,
    rows: Vec<GapRow>,
    causes: Option<BTreeMap<RowKey, CauseValues>>,
}

/// The lines of a gap as a table for people: ranges written « 120 (95–140) ».
pub fn table(lang: Lang, grouping: Grouping, rows: &[GapRow]) -> String {
    let header = |key: &str| text(lang, key);
    let mut columns = vec![table::left(header(grouping_title(grouping)), 44)];
    let numbers = [
        "cli-column-projects",
        "cli-column-need",
        "cli-column-supply",
        "cli-column-filled",
        "cli-column-unfilled",
        "cli-column-no-training",
        "cli-column-not-enough",
        "cli-column-coverage",
        "cli-column-secret",
    ];
    columns.extend(numbers.iter().map(|key| table::right(header(key))));
    let mut table = Table::new(columns);
    for row in rows {
        table.push(cells(lang, row));
    }
    table.render()
}

fn cells(lang: Lang, row: &GapRow) -> Vec<String> {
    let f = &row.figures;
    let coverage = f
        .coverage()
        .map_or_else(|| "–".to_owned(), |c| i18n::percent(lang, c.central));
    let secret = f
        .secret_share()
        .map_or_else(|| "–".to_owned(), |share| i18n::percent(lang, share));
    vec![
        marked(row),
        i18n::range(lang, f.projects),
        i18n::range(lang, f.need),
        i18n::range(lang, f.supply),
        i18n::range(lang, f.filled),
        i18n::range(lang, f.unfilled),
        i18n::people(lang, f.no_training.central),
        i18n::people(lang, f.not_enough.central),
        coverage,
        secret,
    ]
}

/// The name, with a star where neighbours within reach are not seen.
fn marked(row: &GapRow) -> String {
    format!("{}{}", name(row), if row.border { "*" } else { "" })
}

/// Code and name: names of zones are not unique.
pub fn name(row: &GapRow) -> String {
    match &row.key {
        RowKey::Total | RowKey::Skill(_) => row.label.clone(),
        RowKey::Region(code) => format!("{code} {}", row.label),
        RowKey::Department(code) => format!("{code} {}", row.label),
        RowKey::Zone(code) => format!("{code} {}", row.label),
        RowKey::Basin(code) => format!("{code} {}", row.label),
        RowKey::Domain(letter) => format!("{letter} {}", row.label),
        RowKey::Occupation(code) => format!("{code} {}", row.label),
        RowKey::Cell(basin, fap) => format!("{basin} {fap} {}", row.label),
    }
}

fn print_table(gap: &Gap, answer: &Answer, console: &mut Console) -> Result<(), CliError> {
    let Answer { grouping, rows, causes } = answer;
    let lang = console.lang();
    if gap.territory.nature == Nature::Simulated {
        console.tell(&Message::new("simulated"));
    }
    match causes {
        None => console.print(&table(lang, *grouping, rows))?,
        Some(values) => {
            let first = table::left(text(lang, grouping_title(*grouping)), 44);
            let named: Vec<(String, &GapRow)> = rows.iter().map(|row| (marked(row), row)).collect();
            console.print(&causes::table(lang, first, &named, values))?;
        }
    }
    if rows.iter().any(|row| row.border) {
        console.tell(&Message::new("cli-note-border"));
    }
    Ok(())
}

fn print_json(gap: &Gap, asked: &Answer, console: &mut Console) -> Result<(), CliError> {
    let mut answer = json::head(gap);
    answer["by"] = json!(grouping_word(asked.grouping));
    let row_json = |row: &GapRow| {
        let mut line = serde_json::to_value(RowJson::from(row)).unwrap_or_default();
        if let Some(values) = &asked.causes {
            causes::fill_json(&mut line, values.get(&row.key).unwrap_or(&CauseValues::default()));
        }
        line
    };
    answer["rows"] = asked.rows.iter().map(row_json).collect();
    answer["notes"] = gap.notes.iter().map(|note| note.text(console.lang())).collect();
    json::print(&answer, console)
}

/// Plain commas and points whatever the language: this format is for programs.
fn print_csv(answer: &Answer, console: &mut Console) -> Result<(), CliError> {
    let Answer { grouping, rows, causes } = answer;
    let estimates = [
        "projects",
        "difficult",
        "seasonal",
        "unskilled",
        "level7",
        "need",
        "supply",
        "filled",
        "unfilled",
        "no_training",
        "not_enough",
    ];
    let mut header = vec![grouping_word(*grouping).to_owned()];
    if *grouping == Grouping::Cell {
        header = vec!["basin".to_owned(), "occupation".to_owned()];
    }
    header.push("label".to_owned());
    header.extend(
        estimates
            .iter()
            .flat_map(|name| ["low", "central", "high"].map(|end| format!("{name}_{end}"))),
    );
    header.extend(["declared", "secret_cells", "survey_cells", "border"].map(str::to_owned));
    if causes.is_some() {
        header.extend(causes::csv_header());
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    let written = |error: csv::Error| CliError::Output(error.into());
    writer.write_record(&header).map_err(written)?;
    for row in rows {
        let mut record = csv_record(row);
        if let Some(values) = causes {
            record.extend(causes::csv_record(
                values.get(&row.key).unwrap_or(&CauseValues::default()),
            ));
        }
        writer.write_record(record).map_err(written)?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| CliError::Output(error.into_error()))?;
    console.print(&String::from_utf8_lossy(&bytes))
}

fn csv_record(row: &GapRow) -> Vec<String> {
    let key = match &row.key {
        RowKey::Total => vec!["total".to_owned()],
        RowKey::Region(code) => vec![code.to_string()],
        RowKey::Department(code) => vec![code.to_string()],
        RowKey::Zone(code) => vec![code.to_string()],
        RowKey::Basin(code) => vec![code.to_string()],
        RowKey::Domain(letter) => vec![letter.to_string()],
        RowKey::Skill(skill) => vec![skill.as_str().to_owned()],
        RowKey::Occupation(code) => vec![code.to_string()],
        RowKey::Cell(basin, fap) => vec![basin.to_string(), fap.to_string()],
    };
    let f = &row.figures;
    let ends = |e: Estimate| [e.low, e.central, e.high].map(|v| v.people().to_string());
    let Figures {
        projects,
        difficult,
        seasonal,
        unskilled,
        level7,
        need,
        supply,
        filled,
        unfilled,
        no_training,
        not_enough,
        ..
    } = *f;
    let estimates = [
        projects,
        difficult,
        seasonal,
        unskilled,
        level7,
        need,
        supply,
        filled,
        unfilled,
        no_training,
        not_enough,
    ];
    let mut record = key;
    record.push(row.label.clone());
    record.extend(estimates.into_iter().flat_map(ends));
    record.extend([
        f.declared.people().to_string(),
        f.secret_cells.to_string(),
        f.survey_cells.to_string(),
        row.border.to_string(),
    ]);
    record
}

/// The gap of one basin, of one occupation, or of one cell.
fn narrowed(gap: &Gap, basin: Option<&BasinCode>, fap: Option<&FapCode>) -> Gap {
    let mut gap = gap.clone();
    gap.cells
        .retain(|cell| basin.is_none_or(|b| cell.basin == *b) && fap.is_none_or(|f| cell.fap == *f));
    gap
}

fn grouping(word: &str) -> Grouping {
    match word {
        "region" => Grouping::Region,
        "department" => Grouping::Department,
        "zone" => Grouping::Zone,
        "basin" => Grouping::Basin,
        "domain" => Grouping::Domain,
        "skill" => Grouping::Skill,
        "occupation" => Grouping::Occupation,
        "cell" => Grouping::Cell,
        _ => Grouping::Total,
    }
}

fn grouping_word(grouping: Grouping) -> &'static str {
    match grouping {
        Grouping::Total => GROUPINGS[0],
        Grouping::Region => GROUPINGS[1],
        Grouping::Department => GROUPINGS[2],
        Grouping::Zone => GROUPINGS[3],
        Grouping::Basin => GROUPINGS[4],
        Grouping::Domain => GROUPINGS[5],
        Grouping::Skill => GROUPINGS[6],
        Grouping::Occupation => GROUPINGS[7],
        Grouping::Cell => GROUPINGS[8],
    }
}

fn grouping_title(grouping: Grouping) -> &'static str {
    match grouping {
        Grouping::Total => "cli-column-total",
        Grouping::Region => "cli-column-region",
        Grouping::Department => "cli-column-department",
        Grouping::Zone => "cli-column-zone",
        Grouping::Basin => "cli-column-basin",
        Grouping::Domain => "cli-column-domain",
        Grouping::Skill => "cli-column-skill",
        Grouping::Occupation => "cli-column-occupation",
        Grouping::Cell => "cli-column-cell",
    }
}

/// The largest shortages, largest first; ties in the order of the codes.
pub fn shortages(gap: &Gap, facts: &Facts, most: usize) -> Vec<GapRow> {
    let mut rows = gap.rows(Grouping::Cell, facts);
    rows.retain(|row| row.figures.unfilled.central.0 > 0);
    rows.sort_by_key(|row| std::cmp::Reverse(row.figures.unfilled.central));
    rows.truncate(most);
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::units::{Milli, Range};

    #[test]
    fn every_grouping_reads_back() {
        for word in GROUPINGS {
            assert_eq!(grouping_word(grouping(word)), word);
        }
    }

    #[test]
    fn numbers_for_programs_have_points_and_no_groups() {
        let figures = Figures {
            need: Range::exact(Milli(1_234_500)),
            ..Figures::default()
        };
        let row = GapRow {
            key: RowKey::Total,
            label: "Total".into(),
            figures,
            reachable: None,
            border: false,
            estimated: false,
        };
        assert!(csv_record(&row).contains(&"1234.5".to_owned()));
    }
}

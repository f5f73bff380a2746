//! `releve gap`: need, supply, filled and unfilled, by place, occupation or level.

use std::collections::BTreeMap;

use clap::ArgMatches;
use serde_json::json;

use super::args::GROUPINGS;
use super::causes;
use super::console::Console;
use super::error::{CliError, Exit};
use super::gap_csv;
use super::json::{self, RowJson};
use super::lens::{self, Lens};
use super::main_job;
use super::table::{self, Column, Table};
use super::territory;
use crate::app::Session;
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, FapCode};
use crate::domain::territory::Nature;
use crate::domain::units::Estimate;
use crate::i18n::{self, Lang, Message, text};
use crate::market::causes::{CauseValues, Causes};
use crate::market::expected::{ExpectedFigures, ExpectedGap};
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
    let lens = args
        .get_one::<String>("lens")
        .map_or(Lens::Potential, |word| Lens::parse(word));
    let whole = args.get_one::<BasinCode>("basin").is_none() && args.get_one::<FapCode>("occupation").is_none();
    let plain = lens == Lens::Potential && !args.get_flag("causes");
    if by.is_none() && format == "table" && whole && plain {
        main_job::essentials(&facts, &gap, console)?;
        return Ok(Exit::Success);
    }
    let grouping = grouping(by.unwrap_or(if whole { "total" } else { "cell" }));
    let answer = Answer {
        grouping,
        lens,
        rows: narrowed.rows(grouping, &facts),
        causes: causes(args, &session, &narrowed, grouping, console)?,
        expected: expected(args, &session, &narrowed, (grouping, lens), console)?,
    };
    match format {
        "json" => print_json(&narrowed, &answer, &facts, console)?,
        "csv" => gap_csv::print(&answer, console)?,
        _ => print_table(&narrowed, &answer, &facts, console)?,
    }
    Ok(Exit::Success)
}

/// The lines asked for, with their causes and their expected lens where those are.
pub struct Answer {
    pub grouping: Grouping,
    pub lens: Lens,
    pub rows: Vec<GapRow>,
    pub causes: Option<BTreeMap<RowKey, CauseValues>>,
    pub expected: Option<BTreeMap<RowKey, ExpectedFigures>>,
}

impl Answer {
    /// Causes of a line, all nothing where it has no unfilled post; none where none are asked.
    pub fn causes_of(&self, key: &RowKey) -> Option<CauseValues> {
        let causes = self.causes.as_ref()?;
        Some(causes.get(key).cloned().unwrap_or_default())
    }

    /// The expected lens of a line; none where none is asked.
    pub fn expected_of(&self, key: &RowKey) -> Option<ExpectedFigures> {
        let expected = self.expected.as_ref()?;
        Some(expected.get(key).copied().unwrap_or_default())
    }
}

/// Causes of the lines, where they are asked.
fn causes(
    args: &ArgMatches,
    session: &Session,
    narrowed: &Gap,
    grouping: Grouping,
    console: &Console,
) -> Result<Option<BTreeMap<RowKey, CauseValues>>, CliError> {
    if !args.get_flag("causes") {
        return Ok(None);
    }
    let progress = console.progress(&Message::new("cli-job-causes"));
    let mut causes = Causes::clone(&*session.causes(args.get_one("year").copied(), &progress)?);
    causes
        .cells
        .retain(|cell| narrowed.cell(&cell.basin, &cell.fap).is_some());
    Ok(Some(causes.rows(grouping, &*session.facts()?)))
}

/// The expected lens of the lines, where it is asked.
fn expected(
    args: &ArgMatches,
    session: &Session,
    narrowed: &Gap,
    (grouping, lens): (Grouping, Lens),
    console: &Console,
) -> Result<Option<BTreeMap<RowKey, ExpectedFigures>>, CliError> {
    if lens == Lens::Potential {
        return Ok(None);
    }
    let progress = console.progress(&Message::new("cli-job-expected"));
    let mut expected = ExpectedGap::clone(&*session.expected(args.get_one("year").copied(), &progress)?);
    expected
        .cells
        .retain(|cell| narrowed.cell(&cell.basin, &cell.fap).is_some());
    Ok(Some(expected.rows(grouping, &*session.facts()?)))
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
        marked(lang, row),
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
fn marked(lang: Lang, row: &GapRow) -> String {
    format!("{}{}", name(lang, row), if row.border { "*" } else { "" })
}

/// Code and name: names of zones are not unique.
pub fn name(lang: Lang, row: &GapRow) -> String {
    match &row.key {
        RowKey::Total => row.label.clone(),
        RowKey::Skill(skill) => text(lang, &format!("market-skill-{}", skill.as_str())),
        RowKey::Region(code) => format!("{code} {}", row.label),
        RowKey::Department(code) => format!("{code} {}", row.label),
        RowKey::Zone(code) => format!("{code} {}", row.label),
        RowKey::Basin(code) => format!("{code} {}", row.label),
        RowKey::Domain(letter) => format!("{letter} {}", row.label),
        RowKey::Occupation(code) => format!("{code} {}", row.label),
        RowKey::Cell(basin, fap) => format!("{basin} {fap} {}", row.label),
    }
}

fn print_table(gap: &Gap, answer: &Answer, facts: &Facts, console: &mut Console) -> Result<(), CliError> {
    let Answer { grouping, rows, .. } = answer;
    let lang = console.lang();
    if gap.territory.nature == Nature::Simulated {
        console.tell(&Message::new("simulated"));
    }
    let first = table::left(text(lang, grouping_title(*grouping)), 44);
    let printed = match (&answer.causes, &answer.expected) {
        (Some(values), expected) => {
            let named: Vec<(String, &GapRow)> = rows.iter().map(|row| (marked(lang, row), row)).collect();
            causes::table(lang, first, &named, values, expected.as_ref())
        }
        (None, Some(_)) => lens_table(first, gap, answer, lang),
        (None, None) => table(lang, *grouping, rows),
    };
    console.print(&printed)?;
    if rows.iter().any(|row| row.border) {
        console.tell(&Message::new("cli-note-border"));
    }
    if let Some(expected) = &answer.expected {
        lens::tell_footer(facts, expected.values(), console);
    }
    Ok(())
}

/// Both lenses, or the expected one, of each line and of their sum.
fn lens_table(first: Column, gap: &Gap, answer: &Answer, lang: Lang) -> String {
    let header = |key: &str| table::right(text(lang, key));
    let potential: &[fn(&Figures) -> Estimate] = match answer.lens {
        Lens::Both => &[|f| f.need, |f| f.filled, |f| f.unfilled],
        Lens::Expected | Lens::Potential => &[|f| f.need],
    };
    let keys = [
        "cli-column-need",
        "cli-column-potential-filled",
        "cli-column-potential-unfilled",
    ];
    let mut columns = vec![first];
    columns.extend(keys.iter().take(potential.len()).map(|key| header(key)));
    columns.extend(lens::columns(lang, answer.lens));
    let mut table = Table::new(columns);
    let mut push = |name: String, figures: &Figures, expected: &ExpectedFigures| {
        let mut line = vec![name];
        line.extend(potential.iter().map(|figure| i18n::range(lang, figure(figures))));
        line.extend(lens::cells(lang, answer.lens, expected));
        table.push(line);
    };
    let mut sum = ExpectedFigures::default();
    for row in &answer.rows {
        let expected = answer.expected_of(&row.key).unwrap_or_default();
        push(marked(lang, row), &row.figures, &expected);
        sum += expected;
    }
    if answer.grouping != Grouping::Total {
        push(text(lang, "cli-column-total"), &gap.total(), &sum);
    }
    table.render()
}

fn print_json(gap: &Gap, asked: &Answer, facts: &Facts, console: &mut Console) -> Result<(), CliError> {
    let mut answer = json::head(gap, asked.lens);
    answer["by"] = json!(grouping_word(asked.grouping));
    if asked.expected.is_some() {
        answer["parameters"] = lens::parameters_json(facts);
    }
    let row_json = |row: &GapRow| {
        let mut line = serde_json::to_value(RowJson::from(row)).unwrap_or_default();
        if let Some(values) = asked.causes_of(&row.key) {
            causes::fill_json(&mut line, &values);
        }
        if let Some(expected) = asked.expected_of(&row.key) {
            lens::fill_json(&mut line, &expected);
        }
        line
    };
    answer["rows"] = asked.rows.iter().map(row_json).collect();
    answer["notes"] = gap.notes.iter().map(|note| note.text(console.lang())).collect();
    json::print(&answer, console)
}

/// The gap of one basin, of one occupation, or of one cell.
fn narrowed(gap: &Gap, basin: Option<&BasinCode>, fap: Option<&FapCode>) -> Gap {
    let mut gap = gap.clone();
    gap.cells
        .retain(|cell| basin.is_none_or(|b| cell.basin == *b) && fap.is_none_or(|f| cell.fap == *f));
    gap
}

/// The grouping of a word of `--by`.
pub fn grouping(word: &str) -> Grouping {
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

/// The word of `--by`.
pub fn grouping_word(grouping: Grouping) -> &'static str {
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

    #[test]
    fn every_grouping_reads_back() {
        for word in GROUPINGS {
            assert_eq!(grouping_word(grouping(word)), word);
        }
    }
}

//! `releve needs`: what the survey and employers tell of each basin, occupation or cell, and the need that is matched.

use clap::ArgMatches;
use serde_json::json;

use super::console::Console;
use super::error::{CliError, Exit};
use super::json::{self, Ends, FiguresJson};
use super::table::{self, Table};
use super::territory;
use crate::domain::demand::Commitment;
use crate::i18n::{self, Message, text};
use crate::market::commitments::declared;
use crate::market::gap::{GapRow, Grouping};
use crate::market::tension::tensions;

/// What `--by` accepts here.
pub const GROUPINGS: [&str; 3] = ["basin", "occupation", "cell"];

/// Prints the needs of a year.
pub fn run(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    let progress = console.progress(&Message::new("cli-job-gap"));
    let gap = session.gap(args.get_one("year").copied(), &progress)?;
    let facts = session.facts()?;
    let grouping = match args.get_one::<String>("by").map(String::as_str) {
        Some("occupation") => Grouping::Occupation,
        Some("cell") => Grouping::Cell,
        _ => Grouping::Basin,
    };
    let told = declared(&gap, &facts);
    let of = |row: &GapRow, commitment| told.get(&row.key).copied().unwrap_or_default().of(commitment);
    let tension = tensions(&facts, &session.tensions(&facts)?);
    let rows = gap.rows(grouping, &facts);
    if args.get_one::<String>("format").is_some_and(|format| format == "json") {
        let line = |row: &GapRow| {
            let figures = FiguresJson::from(&row.figures);
            let posts: serde_json::Map<String, serde_json::Value> = Commitment::ALL
                .map(|c| (c.as_str().to_owned(), json!(of(row, c))))
                .into_iter()
                .collect();
            json!({
                "key": json::key(&row.key), "label": row.label,
                "projects": figures.projects, "difficult": figures.difficult, "seasonal": figures.seasonal,
                "difficult_share": row.figures.difficult_share().map(Ends::from),
                "tension": tension.get(&row.key).map(|c| json!({ "least": c.least, "most": c.most, "year": c.year })),
                "declared": posts, "need": figures.need,
                "survey_cells": figures.survey_cells, "secret_cells": figures.secret_cells,
            })
        };
        let lines: Vec<_> = rows.iter().map(line).collect();
        json::print(
            &json!({ "year": gap.year, "survey_year": gap.survey_year, "rows": lines }),
            console,
        )?;
        return Ok(Exit::Success);
    }
    let lang = console.lang();
    let header = |key: &str| table::right(text(lang, &format!("ui-column-{key}")));
    let mut columns = vec![table::left(text(lang, "cli-column-name"), 60)];
    columns.extend(["projects", "difficult", "seasonal"].map(header));
    columns.extend(["difficult-share", "tension"].map(header));
    columns.extend(Commitment::ALL.map(|c| header(&format!("declared-{}", c.as_str()))));
    columns.push(header("need"));
    let mut table = Table::new(columns);
    for row in &rows {
        let f = &row.figures;
        let mut cells = vec![row.label.clone()];
        cells.extend([f.projects, f.difficult, f.seasonal].map(|range| i18n::range(lang, range)));
        let share = f.difficult_share().map(|share| share.map(|part| part * 100.0));
        cells.push(share.map_or_else(|| "–".to_owned(), |share| i18n::spread(lang, share, 0)));
        let classes = tension.get(&row.key);
        cells.push(match classes {
            Some(classes) if classes.least == classes.most => classes.least.to_string(),
            Some(classes) => i18n::ends(lang, &classes.least.to_string(), &classes.most.to_string()),
            None => "–".to_owned(),
        });
        cells.extend(Commitment::ALL.map(|c| of(row, c).to_string()));
        cells.push(i18n::range(lang, f.need));
        table.push(cells);
    }
    console.print(&table.render())?;
    Ok(Exit::Success)
}

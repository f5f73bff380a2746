//! `releve sensitivity`: which assumption moves the unfilled posts most, as a table, as data or as a chart.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde_json::{Value, json};

use super::console::Console;
use super::error::{CliError, Exit};
use super::json::{self, Ends};
use super::lens::Lens;
use super::table::{self, Table};
use super::territory;
use crate::app::{ChartFormat, write_chart};
use crate::domain::territory::Nature;
use crate::domain::units::Milli;
use crate::i18n::{self, Lang, Message, text};
use crate::market::sensitivity::{Sensitivity, Swing};
use crate::report::chart::Digits;
use crate::report::tornado::{name, tornado, written};

/// Computes and prints; with an output, writes the chart beside.
pub fn run(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    let year = args.get_one("year").copied();
    let found = session.sensitivity(year, &console.progress(&Message::new("cli-job-sensitivity")))?;
    let facts = session.facts()?;
    let lang = console.lang();
    if let Some(path) = args.get_one::<PathBuf>("output") {
        let format = format_of(path)?;
        write_chart(&tornado(&facts, &found, lang), format, path, lang)?;
        return console.line(&path.display().to_string()).map(|()| Exit::Success);
    }
    match args.get_one::<String>("format").map(String::as_str) {
        Some("json") => {
            let gap = session.gap(year, &console.progress(&Message::new("cli-job-gap")))?;
            let mut answer = json::head(&gap, Lens::Potential);
            answer["unfilled"] = json!(found.unfilled.people());
            answer["without_range"] = json!(found.without_range);
            answer["assumptions"] = found.swings.iter().map(|swing| swing_json(&found, swing)).collect();
            json::print(&answer, console)?;
        }
        Some("csv") => csv(&found, console)?,
        _ => {
            if facts.territory.nature == Nature::Simulated {
                console.tell(&Message::new("simulated"));
            }
            let told = Message::new("cli-sensitivity-title")
                .with("unfilled", i18n::people(lang, found.unfilled))
                .with("year", found.year.to_string())
                .with("revision", found.revision);
            console.tell(&told);
            console.print(&lines(&found, lang).render())?;
        }
    }
    Ok(Exit::Success)
}

fn format_of(path: &Path) -> Result<ChartFormat, CliError> {
    ChartFormat::of_file(path).ok_or_else(|| CliError::UnknownChart(path.display().to_string()))
}

fn lines(found: &Sensitivity, lang: Lang) -> Table {
    let header = |key| text(lang, key);
    let mut table = Table::new(vec![
        table::left(header("cli-column-key"), 64),
        table::right(header("cli-column-low")),
        table::right(header("cli-column-change")),
        table::right(header("cli-column-high")),
        table::right(header("cli-column-change")),
    ]);
    for swing in &found.swings {
        let (a, whole) = (&swing.assumption, Digits::Number(0));
        let [low, high] = found.changes(swing).map(|posts| whole.signed(lang, posts.people()));
        table.push(vec![
            name(a, lang),
            written(a, a.value.low, lang),
            low,
            written(a, a.value.high, lang),
            high,
        ]);
    }
    table
}

/// Plain commas and points whatever the language, for programs.
fn csv(found: &Sensitivity, console: &mut Console) -> Result<(), CliError> {
    let failed = |error: csv::Error| CliError::Output(error.into());
    let mut writer = csv::Writer::from_writer(Vec::new());
    let header = [
        "key",
        "scope",
        "low",
        "central",
        "high",
        "unfilled_low",
        "unfilled_central",
        "unfilled_high",
    ];
    writer.write_record(header).map_err(failed)?;
    for swing in &found.swings {
        let (a, [low, high]) = (&swing.assumption, swing.unfilled);
        let values = [a.value.low, a.value.central, a.value.high].map(|v| v.to_string());
        let posts = [low, found.unfilled, high].map(|posts: Milli| posts.people().to_string());
        let record = [a.key.as_str().to_owned(), a.scope.clone()]
            .into_iter()
            .chain(values)
            .chain(posts);
        writer.write_record(record).map_err(failed)?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| CliError::Output(error.into_error()))?;
    console.print(&String::from_utf8_lossy(&bytes))
}

fn swing_json(found: &Sensitivity, swing: &Swing) -> Value {
    let [low, high] = swing.unfilled.map(Milli::people);
    let [at_low, at_high] = found.changes(swing).map(Milli::people);
    json!({
        "key": swing.assumption.key.as_str(),
        "scope": swing.assumption.scope,
        "value": Ends::from(swing.assumption.value),
        "unfilled": { "at_low": low, "at_high": high },
        "change": { "at_low": at_low, "at_high": at_high },
    })
}

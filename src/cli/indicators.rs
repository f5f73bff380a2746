//! `releve indicators`: pressure, filling, further study, employment and favourable outcome of programmes and sections, and their place in the quadrant.

use clap::ArgMatches;
use serde_json::{Value, json};

use super::console::Console;
use super::error::{CliError, Exit};
use super::json::{self, Ends};
use super::table::{self, Table};
use super::territory;
use crate::domain::facts::Facts;
use crate::domain::id::ProgrammeId;
use crate::domain::territory::Nature;
use crate::i18n::{Lang, Message, percent, text};
use crate::market::indicators::{Indicators, Kind, Line, Means, Place, Rate};

/// Prints the lines asked for.
pub fn run(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    let facts = session.facts()?;
    let indicators = crate::market::indicators(&facts);
    let lines = chosen(&indicators, args);
    match args.get_one::<String>("format").map(String::as_str) {
        Some("json") => json::print(&answer(&indicators, &lines, &facts), console)?,
        Some("csv") => csv(&indicators, &lines, console)?,
        _ => print(&indicators, &lines, &facts, console)?,
    }
    Ok(Exit::Success)
}

/// The programmes, and with `--sections` their sections under them.
fn chosen<'i>(indicators: &'i Indicators, args: &ArgMatches) -> Vec<&'i Line> {
    let level: Option<&u8> = args.get_one("level");
    let programme: Option<&ProgrammeId> = args.get_one("programme");
    let wanted = |line: &&Line| {
        level.is_none_or(|l| line.level == *l)
            && programme.is_none_or(|p| line.key.programme == *p)
            && (line.key.uai.is_none() || args.get_flag("sections"))
    };
    indicators.lines.iter().filter(wanted).collect()
}

fn print(indicators: &Indicators, lines: &[&Line], facts: &Facts, console: &mut Console) -> Result<(), CliError> {
    let lang = console.lang();
    if facts.territory.nature == Nature::Simulated {
        console.tell(&Message::new("simulated"));
    }
    let title = Message::new("cli-indicators-title").with("revision", indicators.revision);
    console.tell(&title);
    let header = |key: &str| text(lang, key);
    let mut columns = vec![
        table::left(header("cli-column-programme"), 40),
        table::left(header("cli-column-route"), 14),
        table::left(header("cli-column-section"), 24),
    ];
    columns.extend(Kind::ALL.map(|kind| table::right(header(&format!("market-rate-{}", kind.as_str())))));
    columns.push(table::left(header("cli-column-position"), 8));
    let mut table = Table::new(columns);
    for line in lines {
        let uai = line.key.uai.as_ref().map(ToString::to_string);
        let mut cells = vec![
            format!("{} {}", line.diploma.as_str(), line.label),
            line.key.route.as_str().to_owned(),
            uai.unwrap_or_else(|| region(facts, line)),
        ];
        cells.extend(Kind::ALL.map(|kind| shown(line.rates.get(kind), lang)));
        cells.push(match indicators.place(line) {
            Place::At(part) => part.as_str().to_uppercase(),
            Place::NotSignificant => header("cli-not-significant"),
            Place::Unknown | Place::Older => String::new(),
        });
        table.push(cells);
    }
    console.print(&table.render())?;
    for means in &indicators.means {
        let told = Message::new("cli-indicators-means")
            .with("region", means.region.as_str())
            .with("level", means.level.to_string())
            .with("route", means.route.as_str())
            .with("vintage", means.vintage.as_str())
            .with("further", percent(lang, means.further_study))
            .with("employment", percent(lang, means.employment));
        console.tell(&told);
    }
    console.tell(&Message::new("market-quadrant-warning"));
    Ok(())
}

fn region(facts: &Facts, line: &Line) -> String {
    let found = facts.catalogue.regions.iter().find(|r| r.code == line.key.region);
    found.map_or_else(|| line.key.region.to_string(), |r| r.name.clone())
}

fn shown(rate: Option<&Rate>, lang: Lang) -> String {
    match rate.map(|rate| rate.value) {
        Some(Some(value)) => percent(lang, value.central),
        Some(None) => text(lang, "cli-not-significant"),
        None => "–".to_owned(),
    }
}

/// Plain commas and points whatever the language, for programs.
fn csv(indicators: &Indicators, lines: &[&Line], console: &mut Console) -> Result<(), CliError> {
    let written = |error: csv::Error| CliError::Output(error.into());
    let mut header: Vec<String> = ["programme", "diploma", "level", "route", "region", "uai", "position"]
        .map(str::to_owned)
        .to_vec();
    for kind in Kind::ALL {
        let name = kind.as_str().replace('-', "_");
        header.extend(["low", "central", "high", "numerator", "denominator"].map(|end| format!("{name}_{end}")));
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&header).map_err(written)?;
    for line in lines {
        let uai = line.key.uai.as_ref().map(ToString::to_string);
        let mut record = vec![
            line.key.programme.to_string(),
            line.diploma.as_str().to_owned(),
            line.level.to_string(),
            line.key.route.as_str().to_owned(),
            line.key.region.to_string(),
            uai.unwrap_or_default(),
            position(indicators, line).to_owned(),
        ];
        for kind in Kind::ALL {
            record.extend(numbers(line.rates.get(kind)));
        }
        writer.write_record(record).map_err(written)?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| CliError::Output(error.into_error()))?;
    console.print(&String::from_utf8_lossy(&bytes))
}

fn numbers(rate: Option<&Rate>) -> [String; 5] {
    let number = |value: Option<f64>| value.map_or_else(String::new, |v| v.to_string());
    let value = rate.and_then(|r| r.value);
    [
        number(value.map(|v| v.low)),
        number(value.map(|v| v.central)),
        number(value.map(|v| v.high)),
        number(rate.and_then(|r| r.numerator).map(|n| n.central)),
        number(rate.and_then(|r| r.denominator)),
    ]
}

fn position(indicators: &Indicators, line: &Line) -> &'static str {
    match indicators.place(line) {
        Place::At(part) => part.as_str(),
        Place::NotSignificant => "not-significant",
        Place::Older => "older",
        Place::Unknown => "unknown",
    }
}

fn answer(indicators: &Indicators, lines: &[&Line], facts: &Facts) -> Value {
    let means = |m: &Means| {
        json!({
            "region": m.region.as_str(),
            "level": m.level,
            "route": m.route.as_str(),
            "vintage": m.vintage,
            "further_study": m.further_study,
            "employment": m.employment,
        })
    };
    json!({
        "territory": facts.territory.name,
        "simulated": facts.territory.nature == Nature::Simulated,
        "revision": indicators.revision,
        "lines": lines.iter().map(|line| line_json(indicators, line, facts)).collect::<Vec<_>>(),
        "means": indicators.means.iter().map(means).collect::<Vec<_>>(),
    })
}

fn line_json(indicators: &Indicators, line: &Line, facts: &Facts) -> Value {
    let rate = |rate: &Rate| {
        let file = |id| facts.sources.iter().find(|s| s.id == id).map(|s| s.file.as_str());
        let inputs = rate
            .inputs
            .iter()
            .map(|c| json!({ "file": file(c.source), "vintage": c.vintage, "rows": c.rows }));
        json!({
            "value": rate.value.map(Ends::from),
            "significant": rate.value.is_some(),
            "numerator": rate.numerator.map(Ends::from),
            "denominator": rate.denominator,
            "inputs": inputs.collect::<Vec<_>>(),
        })
    };
    let rates = line
        .rates
        .iter()
        .map(|(kind, r)| (kind.as_str().replace('-', "_"), rate(r)));
    json!({
        "programme": line.key.programme.as_str(),
        "programme_label": line.label,
        "diploma": line.diploma.as_str(),
        "level": line.level,
        "route": line.key.route.as_str(),
        "region": line.key.region.as_str(),
        "uai": line.key.uai.as_ref().map(ToString::to_string),
        "establishment": line.establishment,
        "rates": rates.collect::<serde_json::Map<_, _>>(),
        "position": position(indicators, line),
    })
}

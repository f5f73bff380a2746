//! Money as comma-separated text: plain points whatever the language, empty where nothing is known.

use super::error::CliError;
use crate::domain::id::BasinCode;
use crate::domain::units::{Milli, Range};
use crate::market::funding::{
    BoughtLot, FundedYear, Purchase, RankLine, Ranking, ScenarioFunding, Waste, WastedSection,
};

/// The ranking, plain commas and points whatever the language.
pub fn ranking_csv(ranking: &Ranking) -> Result<String, CliError> {
    let header = "rank,rank_in_diploma,programme,diploma,level,route,unit,sections,seats,fill,yield,tension_low,tension,tension_high,\
        posts_per_seat_low,posts_per_seat,posts_per_seat_high,cost_low,cost,cost_high,cost_from,years,euros_per_post_low,euros_per_post,\
        euros_per_post_high,aid_low,aid,aid_high";
    let record = |line: &RankLine| {
        let mut record = vec![
            line.rank.to_string(),
            line.rank_in_diploma.to_string(),
            line.programme.to_string(),
            line.diploma.as_str().to_owned(),
            line.level.to_string(),
            line.route.as_str().to_owned(),
            line.unit.as_str().to_owned(),
            line.sections.to_string(),
            line.seats.map_or_else(String::new, |seats| seats.to_string()),
            line.fill.map_or_else(String::new, |fill| fill.central.to_string()),
            line.yielded
                .map_or_else(String::new, |people| people.central.to_string()),
        ];
        record.extend(ends(line.tension));
        record.extend(ends(Some(line.posts_per_seat)));
        record.extend(ends(line.cost.euros));
        record.push(line.cost.from.as_str().to_owned());
        record.push(line.years.to_string());
        record.extend(ends(line.euros_per_post));
        record.extend(ends(line.aid));
        record
    };
    written(header, ranking.lines.iter().map(record))
}

/// The lots bought.
pub fn purchase_csv(bought: &Purchase) -> Result<String, CliError> {
    let header = "lot,uai,region,programme,diploma,route,unit,seats,euros,posts_low,posts,posts_high,alone,whole_euros,whole_posts_low,\
        whole_posts,whole_posts_high";
    let record = |(number, lot): (u32, &BoughtLot)| {
        let mut record = vec![
            number.to_string(),
            lot.uai.as_ref().map_or_else(String::new, ToString::to_string),
            lot.region.as_ref().map_or_else(String::new, ToString::to_string),
            lot.programme.to_string(),
            lot.diploma.as_str().to_owned(),
            lot.route.as_str().to_owned(),
            lot.unit.as_str().to_owned(),
            lot.seats.to_string(),
            lot.euros.central.to_string(),
        ];
        record.extend(ends(Some(lot.posts.map(Milli::people))));
        record.push(lot.alone.people().to_string());
        record.push(lot.whole_euros.to_string());
        record.extend(ends(Some(lot.whole_posts.map(Milli::people))));
        record
    };
    written(header, (1..).zip(&bought.lots).map(record))
}

/// The sections that fill nothing.
pub fn waste_csv(waste: &Waste) -> Result<String, CliError> {
    let header = "uai,programme,diploma,route,basins,seats,people_low,people,people_high,lost_low,lost,lost_high,euros_low,euros,euros_high,together";
    let record = |line: &WastedSection| {
        let basins: Vec<&str> = line.basins.iter().map(BasinCode::as_str).collect();
        let mut record = vec![
            line.uai.to_string(),
            line.programme.to_string(),
            line.diploma.as_str().to_owned(),
            line.route.as_str().to_owned(),
            basins.join(" "),
            line.seats.to_string(),
        ];
        record.extend(ends(Some(line.people.map(Milli::people))));
        record.extend(ends(Some(line.lost.map(Milli::people))));
        record.extend(ends(line.euros));
        record.push(line.together.to_string());
        record
    };
    written(header, waste.lines.iter().map(record))
}

/// The years of a scenario.
pub fn scenario_csv(funding: &ScenarioFunding) -> Result<String, CliError> {
    let header = "year,spent_low,spent,spent_high,envelopes,given,followed,uncovered_low,uncovered,uncovered_high,contracts_low,contracts,\
        contracts_high,aid_low,aid,aid_high";
    let record = |year: &FundedYear| {
        let mut record = vec![year.year.to_string()];
        record.extend(ends(year.spent));
        record.extend([year.envelopes, year.given, year.followed].map(|euros| euros.to_string()));
        record.extend(ends(year.uncovered));
        record.extend(ends(Some(year.contracts.map(Milli::people))));
        record.extend(ends(year.aid));
        record
    };
    written(header, funding.years.iter().map(record))
}

/// A table the application wrote.
pub fn csv_text(table: Result<String, csv::Error>) -> Result<String, CliError> {
    table.map_err(|error| CliError::Output(error.into()))
}

fn written(header: &str, records: impl Iterator<Item = Vec<String>>) -> Result<String, CliError> {
    let failed = |error: csv::Error| CliError::Output(error.into());
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(header.split(',')).map_err(failed)?;
    for record in records {
        writer.write_record(record).map_err(failed)?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| CliError::Output(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Low, central and high; empty where unknown, or without end.
fn ends(range: Option<Range<f64>>) -> [String; 3] {
    let end = |value: f64| {
        if value.is_finite() {
            value.to_string()
        } else {
            String::new()
        }
    };
    range.map_or_else(Default::default, |range| {
        [range.low, range.central, range.high].map(end)
    })
}

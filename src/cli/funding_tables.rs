//! Money as tables, CSV and JSON.

use serde_json::{Value, json};

use super::error::CliError;
use super::json::Ends;
use super::table::{self, Table};
use crate::domain::facts::Facts;
use crate::domain::funding::{Aid, Envelope, Funding, FundingLine, Npec};
use crate::domain::units::{Milli, Range};
use crate::i18n::{self, Lang, text};
use crate::market::funding::{
    BoughtLot, CostSource, FundedYear, Purchase, RankLine, Ranking, ScenarioFunding, SeatCost, Waste, WastedSection,
};
use crate::report::money::{cost_words, euros_words, money_words, posts_words};

/// The envelopes, each with what all actions take of it.
pub fn envelopes(facts: &Facts, lang: Lang) -> Table {
    let mut table = Table::new(vec![
        table::right(text(lang, "cli-column-number")),
        table::right(text(lang, "cli-column-year")),
        table::left(text(lang, "cli-column-name"), 40),
        table::left(text(lang, "cli-column-funder"), 24),
        table::left(text(lang, "cli-column-pays"), 24),
        table::right(text(lang, "cli-column-euros")),
        table::left(text(lang, "cli-column-source"), 60),
    ]);
    for e in &facts.funding.envelopes {
        table.push(vec![
            e.id.to_string(),
            e.year.to_string(),
            e.name.clone(),
            text(lang, &format!("funder-{}", e.funder.as_str())),
            text(lang, &format!("pays-{}", e.pays.as_str())),
            whole(lang, e.euros),
            e.source.clone(),
        ]);
    }
    table
}

/// Hiring aids by date.
pub fn aids(facts: &Facts, lang: Lang) -> Table {
    let mut table = Table::new(vec![
        table::right(text(lang, "cli-column-number")),
        table::left(text(lang, "cli-column-name"), 40),
        table::left(text(lang, "cli-column-from"), 12),
        table::left(text(lang, "cli-column-to"), 12),
        table::left(text(lang, "cli-column-levels"), 10),
        table::left(text(lang, "cli-column-firm"), 16),
        table::right(text(lang, "cli-column-euros")),
        table::left(text(lang, "cli-column-source"), 60),
    ]);
    for aid in &facts.funding.aids {
        table.push(vec![
            aid.id.to_string(),
            aid.name.clone(),
            aid.from.to_string(),
            aid.to.map_or_else(String::new, |day| day.to_string()),
            format!("{}–{}", aid.levels.0, aid.levels.1),
            aid.firm.1.map_or_else(|| format!("{}–", aid.firm.0), |last| format!("{}–{last}", aid.firm.0)),
            whole(lang, u64::from(aid.euros)),
            aid.source.clone(),
        ]);
    }
    table
}

/// Contract costs by date, each with the programme it is of.
pub fn npecs(facts: &Facts, lang: Lang) -> Table {
    let mut table = Table::new(vec![
        table::right(text(lang, "cli-column-number")),
        table::left(text(lang, "cli-column-certification"), 12),
        table::left(text(lang, "cli-column-programme"), 50),
        table::left(text(lang, "cli-column-branch"), 8),
        table::left(text(lang, "cli-column-from"), 12),
        table::left(text(lang, "cli-column-to"), 12),
        table::right(text(lang, "cli-column-euros")),
        table::left(text(lang, "cli-column-source"), 60),
    ]);
    for npec in &facts.funding.npecs {
        let programme = facts.catalogue.programmes.iter().find(|p| npec.names(p).is_some());
        table.push(vec![
            npec.id.to_string(),
            npec.code.to_string(),
            programme.map_or_else(
                || text(lang, "funding-not-in-catalogue"),
                |p| format!("{} {}", p.diploma.as_str(), p.label),
            ),
            npec.branch.as_ref().map_or_else(String::new, ToString::to_string),
            npec.from.to_string(),
            npec.to.map_or_else(String::new, |day| day.to_string()),
            whole(lang, u64::from(npec.euros)),
            npec.source.clone(),
        ]);
    }
    table
}

/// The programmes by euros per post.
pub fn ranking(ranking: &Ranking, lang: Lang) -> Table {
    let header = |key: &str| table::right(text(lang, key));
    let mut columns = vec![
        header("cli-column-rank"),
        header("cli-column-rank-in-diploma"),
        table::left(text(lang, "cli-column-programme"), 46),
        table::left(text(lang, "cli-column-route"), 14),
    ];
    let numbers = [
        "cli-column-sections",
        "cli-column-fill",
        "cli-column-yield",
        "cli-column-tension",
        "cli-column-posts-per-seat",
        "cli-column-year-cost",
        "cli-column-years",
        "cli-column-euros-per-post",
    ];
    columns.extend(numbers.map(header));
    columns.push(table::left(text(lang, "cli-column-cost-from"), 40));
    columns.push(header("cli-column-aid"));
    let mut table = Table::new(columns);
    for line in &ranking.lines {
        table.push(rank_cells(line, lang));
    }
    table
}

fn rank_cells(line: &RankLine, lang: Lang) -> Vec<String> {
    let rate = |rate: Option<Range<f64>>| rate.map_or_else(|| "–".to_owned(), |rate| i18n::spread(lang, rate, 2));
    vec![
        line.rank.to_string(),
        line.rank_in_diploma.to_string(),
        format!("{} {}", line.diploma.as_str(), line.programme_label),
        text(lang, &format!("report-route-{}", line.route.as_str())),
        line.sections.to_string(),
        rate(line.fill),
        rate(line.yielded),
        rate(line.tension),
        i18n::spread(lang, line.posts_per_seat, 2),
        money_words(lang, line.cost.euros),
        line.years.to_string(),
        money_words(lang, line.euros_per_post),
        cost_words(&line.cost, lang),
        money_words(lang, line.aid),
    ]
}

/// The lots bought, in order, with the curve of euros and posts.
pub fn purchase(bought: &Purchase, lang: Lang) -> Table {
    let header = |key: &str| table::right(text(lang, key));
    let mut table = Table::new(vec![
        header("cli-column-lot"),
        table::left(text(lang, "cli-column-section"), 34),
        table::left(text(lang, "cli-column-programme"), 40),
        table::left(text(lang, "cli-column-route"), 14),
        header("cli-column-seats"),
        header("cli-column-euros-a-year"),
        header("cli-column-posts-more"),
        header("cli-column-alone"),
        header("cli-column-whole-euros"),
        header("cli-column-whole-posts"),
    ]);
    for (number, lot) in (1_u32..).zip(&bought.lots) {
        table.push(vec![
            number.to_string(),
            place(lot),
            format!("{} {}", lot.diploma.as_str(), lot.programme_label),
            text(lang, &format!("report-route-{}", lot.route.as_str())),
            lot.seats.to_string(),
            euros_words(lang, lot.euros),
            posts_words(lang, lot.posts),
            i18n::decimal(lang, lot.alone.people(), 1),
            i18n::decimal(lang, lot.whole_euros, 0),
            posts_words(lang, lot.whole_posts),
        ]);
    }
    table
}

fn place(lot: &BoughtLot) -> String {
    let parts = [
        lot.uai.as_ref().map(ToString::to_string),
        lot.establishment.clone(),
        lot.region.as_ref().map(ToString::to_string),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The sections whose seats fill no post.
pub fn waste(waste: &Waste, lang: Lang) -> Table {
    let mut table = Table::new(vec![
        table::left(text(lang, "cli-column-section"), 34),
        table::left(text(lang, "cli-column-programme"), 40),
        table::left(text(lang, "cli-column-basin"), 14),
        table::right(text(lang, "cli-column-seats")),
        table::right(text(lang, "cli-column-in-field")),
        table::right(text(lang, "cli-column-posts-lost")),
        table::right(text(lang, "cli-column-euros-a-year")),
        table::left(text(lang, "cli-column-together"), 10),
    ]);
    for line in &waste.lines {
        let name = line.establishment.clone().unwrap_or_default();
        let basins: Vec<&str> = line.basins.iter().map(|basin| basin.as_str()).collect();
        table.push(vec![
            format!("{} {name}", line.uai).trim_end().to_owned(),
            format!("{} {}", line.diploma.as_str(), line.programme_label),
            basins.join(" "),
            line.seats.to_string(),
            posts_words(lang, line.people),
            posts_words(lang, line.lost),
            money_words(lang, line.euros),
            if line.together { text(lang, "cli-yes") } else { String::new() },
        ]);
    }
    table
}

/// A scenario and its envelopes, year by year.
pub fn scenario(funding: &ScenarioFunding, lang: Lang) -> Table {
    let header = |key: &str| table::right(text(lang, key));
    let mut table = Table::new(
        [
            "cli-column-year",
            "cli-column-spent",
            "cli-column-envelopes",
            "cli-column-given",
            "cli-column-followed",
            "cli-column-uncovered",
            "cli-column-contracts",
            "cli-column-aid-owed",
        ]
        .map(header)
        .to_vec(),
    );
    for year in &funding.years {
        table.push(vec![
            year.year.to_string(),
            money_words(lang, year.spent),
            whole(lang, year.envelopes),
            whole(lang, year.given),
            whole(lang, year.followed),
            money_words(lang, year.uncovered),
            posts_words(lang, year.contracts),
            money_words(lang, year.aid),
        ]);
    }
    table
}

/// All that is told of money.
pub fn funding_json(funding: &Funding) -> Value {
    let line = |l: &FundingLine| json!({ "action": l.action, "envelope": l.envelope, "euros": l.euros });
    json!({
        "envelopes": funding.envelopes.iter().map(envelope_json).collect::<Vec<_>>(),
        "aids": funding.aids.iter().map(aid_json).collect::<Vec<_>>(),
        "npecs": funding.npecs.iter().map(npec_json).collect::<Vec<_>>(),
        "given": funding.lines.iter().map(line).collect::<Vec<_>>(),
    })
}

fn envelope_json(e: &Envelope) -> Value {
    json!({
        "number": e.id, "name": e.name, "funder": e.funder.as_str(), "year": e.year, "euros": e.euros, "pays": e.pays.as_str(),
        "source": e.source, "note": e.note,
    })
}

/// One aid.
pub fn aid_json(aid: &Aid) -> Value {
    json!({
        "number": aid.id, "name": aid.name, "from": aid.from.to_string(), "to": aid.to.map(|day| day.to_string()),
        "level_from": aid.levels.0, "level_to": aid.levels.1, "firm_from": aid.firm.0, "firm_to": aid.firm.1,
        "euros": aid.euros, "source": aid.source,
    })
}

/// One contract cost.
pub fn npec_json(npec: &Npec) -> Value {
    json!({
        "number": npec.id, "code": npec.code.as_str(), "branch": npec.branch.as_ref().map(ToString::to_string),
        "from": npec.from.to_string(), "to": npec.to.map(|day| day.to_string()), "euros": npec.euros, "source": npec.source,
    })
}

/// The ranking with every factor.
pub fn ranking_json(ranking: &Ranking) -> Value {
    let line = |line: &RankLine| {
        json!({
            "rank": line.rank, "rank_in_diploma": line.rank_in_diploma, "programme": line.programme.as_str(),
            "programme_label": line.programme_label, "diploma": line.diploma.as_str(), "level": line.level,
            "route": line.route.as_str(), "unit": line.unit.as_str(), "sections": line.sections, "seats": line.seats,
            "fill": line.fill.map(Ends::from), "yield": line.yielded.map(Ends::from), "tension": line.tension.map(Ends::from),
            "posts_per_seat": Ends::from(line.posts_per_seat), "years": line.years, "cost": cost_json(&line.cost),
            "euros_per_post": line.euros_per_post.map(Ends::from), "aid": line.aid.map(Ends::from),
            "best": line.best.as_ref().map(|(uai, posts)| json!({ "uai": uai.as_str(), "posts": posts.people() })),
        })
    };
    json!({
        "year": ranking.year, "revision": ranking.revision, "rentree": ranking.rentree, "lot": Ranking::LOT,
        "lines": ranking.lines.iter().map(line).collect::<Vec<_>>(),
    })
}

fn cost_json(cost: &SeatCost) -> Value {
    let mut told = json!({ "euros": cost.euros.map(Ends::from), "from": cost.from.as_str() });
    match &cost.from {
        CostSource::Npec { npec } => told["npec"] = npec_json(npec),
        CostSource::Branches { rows } => told["rows"] = json!(rows),
        CostSource::Assumption { scope, source } => {
            told["scope"] = json!(scope);
            told["source"] = json!(source);
        }
        CostSource::Unknown => {}
    }
    told
}

/// A purchase with its curve.
pub fn purchase_json(bought: &Purchase) -> Value {
    let lot = |lot: &BoughtLot| {
        json!({
            "uai": lot.uai.as_ref().map(ToString::to_string), "establishment": lot.establishment,
            "region": lot.region.as_ref().map(ToString::to_string), "programme": lot.programme.as_str(),
            "diploma": lot.diploma.as_str(), "route": lot.route.as_str(), "unit": lot.unit.as_str(), "seats": lot.seats,
            "years": lot.years, "euros": Ends::from(lot.euros), "cost": cost_json(&lot.cost), "posts": Ends::from(lot.posts),
            "alone": lot.alone.people(), "whole_euros": lot.whole_euros, "whole_posts": Ends::from(lot.whole_posts),
        })
    };
    json!({
        "year": bought.year, "revision": bought.revision, "euros": bought.request.euros, "pays": bought.request.pays.as_str(),
        "lot": bought.request.lot, "workshop": bought.request.workshop, "lots": bought.lots.iter().map(lot).collect::<Vec<_>>(),
        "spent": bought.spent(), "posts": Ends::from(bought.posts()), "added_up": bought.added_up().people(),
        "stop": bought.stop.as_str(), "without_cost": bought.without_cost, "short_of_pupils": bought.short_of_pupils,
    })
}

/// The sections that fill nothing.
pub fn waste_json(waste: &Waste) -> Value {
    let line = |line: &WastedSection| {
        json!({
            "uai": line.uai.as_str(), "establishment": line.establishment, "programme": line.programme.as_str(),
            "diploma": line.diploma.as_str(), "level": line.level, "route": line.route.as_str(),
            "basins": line.basins.iter().map(ToString::to_string).collect::<Vec<_>>(), "seats": line.seats,
            "people": Ends::from(line.people), "lost": Ends::from(line.lost), "euros": line.euros.map(Ends::from),
            "together": line.together,
        })
    };
    let (sections, seats, euros, unknown) = waste.together();
    json!({
        "year": waste.year, "revision": waste.revision, "looked_at": waste.looked_at,
        "together": { "sections": sections, "seats": seats, "euros": Ends::from(euros), "without_cost": unknown },
        "lines": waste.lines.iter().map(line).collect::<Vec<_>>(),
    })
}

/// The money of a scenario.
pub fn scenario_json(funding: &ScenarioFunding) -> Value {
    let year = |year: &FundedYear| {
        json!({
            "year": year.year, "spent": year.spent.map(Ends::from), "envelopes": year.envelopes, "given": year.given,
            "followed": year.followed, "uncovered": year.uncovered.map(Ends::from), "contracts": Ends::from(year.contracts),
            "aid": year.aid.map(Ends::from),
        })
    };
    let envelopes = funding.envelopes.iter().map(|used| {
        let mut told = envelope_json(&used.envelope);
        told["given"] = json!(used.given);
        told["left"] = json!(used.left);
        told
    });
    let funders = funding.funders.iter().map(|(funder, euros)| json!({ "funder": funder.as_str(), "euros": euros }));
    json!({
        "scenario": funding.scenario, "years": funding.years.iter().map(year).collect::<Vec<_>>(),
        "envelopes": envelopes.collect::<Vec<_>>(), "funders": funders.collect::<Vec<_>>(),
        "spent": funding.spent.map(Ends::from), "given": funding.given(), "followed": funding.followed(),
        "share_of_given": funding.share_of_given(), "share_of_spent": funding.share_of_spent(),
    })
}

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
            line.yielded.map_or_else(String::new, |people| people.central.to_string()),
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
        let basins: Vec<&str> = line.basins.iter().map(|basin| basin.as_str()).collect();
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
    let bytes = writer.into_inner().map_err(|error| CliError::Output(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Low, central and high; empty where unknown, or without end.
fn ends(range: Option<Range<f64>>) -> [String; 3] {
    let end = |value: f64| if value.is_finite() { value.to_string() } else { String::new() };
    range.map_or_else(Default::default, |range| [range.low, range.central, range.high].map(end))
}

fn whole(lang: Lang, euros: u64) -> String {
    i18n::integer(lang, i64::try_from(euros).unwrap_or(i64::MAX))
}

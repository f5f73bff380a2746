//! The board and its review as tables and JSON.

use serde_json::{Value, json};

use super::json::Ends;
use super::table::{self, Table};
use crate::domain::board::{Asset, BoardItem, BoardPart, Pledge, Touched};
use crate::domain::day::Day;
use crate::domain::facts::Facts;
use crate::domain::units::Range;
use crate::i18n::{self, Lang, text};
use crate::market::plan::{Learned, Reviewed, board_line, board_standing, promised};

/// Every item, part by part.
pub fn board(facts: &Facts, today: Day, lang: Lang) -> Table {
    let mut table = Table::new(vec![
        table::left(text(lang, "cli-column-part"), 24),
        table::right(text(lang, "cli-column-number")),
        table::left(text(lang, "cli-column-what"), 100),
        table::left(text(lang, "cli-column-standing"), 40),
    ]);
    for part in BoardPart::ALL {
        for item in facts.board.items(part) {
            table.push(vec![
                text(lang, &format!("board-{}", part.as_str())),
                item.id().to_string(),
                board_line(facts, &item).text(lang),
                board_standing(&item, today).map_or_else(String::new, |words| words.text(lang)),
            ]);
        }
    }
    table
}

/// Plan against outcome, cohort by cohort.
pub fn reviewed(all: &[Reviewed], lang: Lang) -> Table {
    let header = |key: &str| table::right(text(lang, key));
    let mut columns = vec![
        table::right(text(lang, "cli-column-rentree")),
        table::left(text(lang, "cli-column-programme"), 40),
        header("cli-column-foreseen"),
        header("cli-column-outturn"),
        header("cli-column-review-error"),
    ];
    let causes = crate::market::plan::ReviewCause::ALL;
    columns.extend(causes.map(|cause| header(&format!("review-cause-{}", cause.as_str()))));
    let mut table = Table::new(columns);
    let number = |value: f64| i18n::decimal(lang, value, 1);
    for one in all {
        let mut row = vec![
            one.outcome.rentree.to_string(),
            format!("{} {}", one.diploma.as_str(), one.programme_label),
            number(one.filled.0),
            number(one.filled.1),
            number(one.error()),
        ];
        let unknown = text(lang, "board-unknown");
        row.extend(
            one.causes
                .iter()
                .map(|(_, part)| part.map_or_else(|| unknown.clone(), number)),
        );
        table.push(row);
    }
    table
}

/// What the reviews teach, assumption by assumption.
pub fn learned(all: &[Learned], lang: Lang) -> Table {
    let mut table = Table::new(vec![
        table::left(text(lang, "cli-column-key"), 24),
        table::left(text(lang, "cli-column-programme"), 40),
        table::right(text(lang, "cli-column-prior")),
        table::right(text(lang, "cli-column-review-observed")),
        table::right(text(lang, "cli-column-learned")),
    ]);
    let range = |value: Range<f64>| i18n::spread(lang, value.map(|share| share * 100.0), 1);
    for one in all {
        let (people, did) = one.observed;
        table.push(vec![
            one.key.as_str().to_owned(),
            one.programme_label.clone(),
            range(one.prior),
            format!("{did}/{people}"),
            range(one.value),
        ]);
    }
    table
}

/// The whole board.
pub fn board_json(facts: &Facts, today: Day) -> Value {
    let mut parts = serde_json::Map::new();
    for part in BoardPart::ALL {
        let items = facts.board.items(part);
        let items: Vec<Value> = items.iter().map(|item| item_json(facts, item, today)).collect();
        parts.insert(part.as_str().to_owned(), Value::Array(items));
    }
    let money = promised(&facts.board);
    let money: Vec<Value> = money
        .into_iter()
        .map(|(year, euros)| json!({ "year": year, "low": euros.low, "central": euros.central, "high": euros.high }))
        .collect();
    parts.insert("money".to_owned(), Value::Array(money));
    Value::Object(parts)
}

fn item_json(facts: &Facts, item: &BoardItem, today: Day) -> Value {
    let mut told = match item {
        BoardItem::Means(means) => {
            let mut asset = asset_json(&means.asset);
            asset["name"] = json!(means.name);
            asset
        }
        BoardItem::Experiment(one) => {
            let scenario = facts.scenarios.iter().find(|s| s.id == one.scenario);
            json!({
                "scenario": scenario.map(|s| s.name.clone()), "affordable_loss": one.affordable_loss,
                "review_on": one.review_on.to_string(),
            })
        }
        BoardItem::Commitment(told) => {
            let mut pledge = pledge_json(&told.pledge);
            pledge["who"] = json!(told.who);
            pledge["made_on"] = json!(told.made_on.to_string());
            pledge["due"] = json!(told.due.to_string());
            pledge["condition"] = json!(told.condition);
            pledge["status"] = json!(told.status.as_str());
            pledge["late"] = json!(told.is_late(today));
            pledge
        }
        BoardItem::Surprise(one) => {
            let (basin, occupation, programme) = match &one.touches {
                Touched::Territory => (None, None, None),
                Touched::Cell { basin, fap } => (Some(basin.to_string()), Some(fap.to_string()), None),
                Touched::Programme(programme) => (None, None, Some(programme.to_string())),
            };
            json!({
                "noted_on": one.noted_on.to_string(), "text": one.text, "basin": basin, "occupation": occupation,
                "programme": programme, "decision": one.decision,
            })
        }
        BoardItem::Step(step) => json!({
            "what": step.what, "who": step.who, "due": step.due.to_string(),
            "done_on": step.done_on.map(|day| day.to_string()), "late": step.is_late(today),
        }),
        BoardItem::Review(one) => json!({
            "action": one.action, "rentree": one.rentree, "entrants": one.entrants, "final_year": one.final_year,
            "leavers": one.leavers, "graduates": one.graduates, "in_field": one.in_field, "posts": one.posts,
            "source": one.source,
        }),
    };
    told["number"] = json!(item.id());
    told
}

fn asset_json(asset: &Asset) -> Value {
    let mut told = match asset {
        Asset::Workshop { uai, nsf, seats } => json!({ "uai": uai.as_str(), "nsf": nsf.as_str(), "seats": seats }),
        Asset::Trainers {
            site,
            posts,
            seats_each,
        } => json!({ "site": site.code(), "full_time_posts": posts, "seats_each": seats_each }),
        Asset::Heritage { basin, fap } => json!({ "basin": basin.as_str(), "occupation": fap.as_str() }),
        Asset::TerritoireIndustrie { basins } | Asset::Campus { basins } => {
            json!({ "basins": basins.iter().map(ToString::to_string).collect::<Vec<_>>() })
        }
    };
    told["kind"] = json!(asset.kind().as_str());
    told
}

fn pledge_json(pledge: &Pledge) -> Value {
    let mut told = match pledge {
        Pledge::Posts { fap, basin, from, .. } => {
            json!({ "occupation": fap.as_str(), "basin": basin.as_str(), "from": from })
        }
        Pledge::Places {
            programme, site, from, ..
        } => json!({ "programme": programme.as_str(), "site": site.code(), "from": from }),
        Pledge::Money { year, .. } => json!({ "year": year }),
        Pledge::Hours { uai, .. } => json!({ "uai": uai.as_str() }),
    };
    told["kind"] = json!(pledge.kind().as_str());
    told["amount"] = json!(pledge.amount());
    told
}

/// Plan against outcome, and what is learned.
pub fn review_json(reviewed: &[Reviewed], learned: &[Learned]) -> Value {
    let cohort = |one: &Reviewed| {
        let causes: serde_json::Map<String, Value> = one
            .causes
            .iter()
            .map(|(cause, part)| (cause.as_str().to_owned(), json!(part)))
            .collect();
        json!({
            "number": one.outcome.id, "scenario": one.scenario, "action": one.outcome.action,
            "programme": one.section.programme.as_str(), "site": one.section.site.code(), "rentree": one.outcome.rentree,
            "june": one.june, "seats": one.seats, "forecast": one.forecast, "outturn": one.outturn,
            "posts_forecast": one.posts.0, "posts_observed": one.posts.1,
            "filled_forecast": one.filled.0, "filled": one.filled.1, "error": one.error(), "whole": one.is_whole(),
            "causes": causes,
        })
    };
    let lesson = |one: &Learned| {
        json!({
            "assumption": one.key.as_str(), "programme": one.programme.as_str(), "prior": Ends::from(one.prior),
            "prior_people": one.strength, "people": one.observed.0, "did": one.observed.1,
            "value": Ends::from(one.value), "rentree": one.rentree,
        })
    };
    json!({
        "cohorts": reviewed.iter().map(cohort).collect::<Vec<_>>(),
        "learned": learned.iter().map(lesson).collect::<Vec<_>>(),
    })
}

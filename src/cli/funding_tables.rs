//! Money as tables.

use super::table::{self, Table};
use crate::domain::facts::Facts;
use crate::domain::id::BasinCode;
use crate::domain::units::Range;
use crate::i18n::{self, Lang, text};
use crate::market::funding::{BoughtLot, Purchase, RankLine, Ranking, ScenarioFunding, Waste};
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
            aid.firm
                .1
                .map_or_else(|| format!("{}–", aid.firm.0), |last| format!("{}–{last}", aid.firm.0)),
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
        let basins: Vec<&str> = line.basins.iter().map(BasinCode::as_str).collect();
        table.push(vec![
            format!("{} {name}", line.uai).trim_end().to_owned(),
            format!("{} {}", line.diploma.as_str(), line.programme_label),
            basins.join(" "),
            line.seats.to_string(),
            posts_words(lang, line.people),
            posts_words(lang, line.lost),
            money_words(lang, line.euros),
            if line.together {
                text(lang, "cli-yes")
            } else {
                String::new()
            },
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

fn whole(lang: Lang, euros: u64) -> String {
    i18n::integer(lang, i64::try_from(euros).unwrap_or(i64::MAX))
}

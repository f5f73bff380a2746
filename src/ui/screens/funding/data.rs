//! What the screen of money shows, in tables: the same figures as the terminal.

use super::forms::{Rows, day_words};
use crate::domain::facts::Facts;
use crate::domain::funding::Envelope;
use crate::domain::units::{Milli, Range};
use crate::i18n::{self, Lang, Message, text, typographic};
use crate::market::funding::{
    BoughtLot, FundedYear, Purchase, RankLine, Ranking, ScenarioFunding, Waste, WastedSection,
};
use crate::report::chart::{Bar, ChartKind, Digits, Role};
use crate::report::money::{cost_words, posts_words, unknown};
use crate::report::{Chart, standing};
use crate::ui::snapshot::Names;
use crate::ui::theme::size;
use crate::ui::widgets::table::{Cell, Column, Offer, Row, Table};

/// Place of the rank among the columns of the ranking.
pub const RANK: usize = 1;

/// Decimals of posts: a seat fills a fraction of one.
const FINE: u8 = 2;

fn words(key: &str, width: f32, lang: Lang) -> Column {
    Column::text(text(lang, &format!("ui-funding-{key}")), width)
}

fn number(key: &str, width: f32, lang: Lang) -> Column {
    Column::number(text(lang, &format!("ui-funding-{key}")), width).help(text(lang, &format!("ui-funding-{key}-help")))
}

/// A column that a pasted table is read by: what is copied is read back.
fn read(key: &str, width: f32, lang: Lang) -> Column {
    Column::text(text(lang, &format!("app-funding-column-{key}")), width)
}

/// The same, of numbers.
fn counted(key: &str, width: f32, lang: Lang) -> Column {
    Column::number(text(lang, &format!("app-funding-column-{key}")), width)
}

/// A rate and its ends: « 100 % » before them.
fn rate(key: &str, lang: Lang) -> Column {
    let mut column = number(key, size::COLUMN_RANGE, lang);
    column.ends = size::COLUMN_RANGE_TIGHT_ENDS;
    column
}

#[expect(clippy::cast_precision_loss, reason = "euros of a territory are far below 2^53")]
fn whole(euros: u64) -> Cell {
    Cell::Number(euros as f64, 0)
}

fn euros(range: Option<Range<f64>>, lang: Lang) -> Cell {
    range.map_or_else(|| Cell::Text(unknown(lang)), Cell::Euros)
}

/// The rows that people write.
pub fn rows(rows: Rows, facts: &Facts, lang: Lang) -> Table<i64> {
    match rows {
        Rows::Envelopes => envelopes(facts, lang),
        Rows::Aids => aids(facts, lang),
        Rows::Npecs => npecs(facts, lang),
    }
}

/// Envelopes, each with the most that one scenario takes of it.
fn envelopes(facts: &Facts, lang: Lang) -> Table<i64> {
    let most = |envelope: &Envelope| {
        let of_scenario = |actions: &[crate::domain::scenario::PlanAction]| {
            facts
                .funding
                .taken(envelope.id, |id| actions.iter().any(|a| a.id == id))
        };
        facts
            .scenarios
            .iter()
            .map(|s| of_scenario(&s.actions))
            .max()
            .unwrap_or(0)
    };
    let row = |e: &Envelope| {
        let given = most(e);
        Row {
            key: e.id,
            cells: vec![
                Cell::Text(e.name.clone()),
                Cell::Text(e.year.to_string()),
                Cell::Text(text(lang, &format!("funder-{}", e.funder.as_str()))),
                Cell::Text(text(lang, &format!("pays-{}", e.pays.as_str()))),
                whole(e.euros),
                whole(given),
                if given > e.euros {
                    Cell::Warning(text(lang, "ui-funding-over"))
                } else {
                    Cell::Empty
                },
                Cell::Text(e.source.clone()),
                Cell::Text(e.note.clone()),
            ],
        }
    };
    Table {
        id: "funding-envelopes",
        title: text(lang, "ui-funding-part-envelopes"),
        columns: vec![
            words("field-name", size::COLUMN_NAME, lang)
                .offered(Offer::Always)
                .up_to(size::COLUMN_LONG_NAME),
            words("field-year", size::COLUMN_CODE, lang),
            words("field-funder", size::COLUMN_WORDS, lang),
            words("field-pays", size::COLUMN_ROUTE, lang),
            number("euros", size::COLUMN_FIGURE, lang),
            number("given-most", size::COLUMN_FIGURE, lang),
            words("standing", size::COLUMN_ROUTE, lang),
            words("field-source", size::COLUMN_WORDS, lang).up_to(size::COLUMN_LONG_NAME),
            words("field-note", size::COLUMN_WORDS, lang).offered(Offer::OnDemand),
        ],
        rows: facts.funding.envelopes.iter().map(row).collect(),
        totals: None,
    }
    .fitted(lang)
}

fn aids(facts: &Facts, lang: Lang) -> Table<i64> {
    let row = |aid: &crate::domain::funding::Aid| Row {
        key: aid.id,
        cells: vec![
            Cell::Text(aid.name.clone()),
            Cell::Text(day_words(aid.from)),
            aid.to.map_or(Cell::Empty, |day| Cell::Text(day_words(day))),
            Cell::Number(f64::from(aid.levels.0), 0),
            Cell::Number(f64::from(aid.levels.1), 0),
            Cell::Number(f64::from(aid.firm.0), 0),
            aid.firm.1.map_or(Cell::Empty, |size| Cell::Number(f64::from(size), 0)),
            whole(u64::from(aid.euros)),
            Cell::Text(aid.source.clone()),
        ],
    };
    Table {
        id: "funding-aids",
        title: text(lang, "ui-funding-part-aids"),
        columns: vec![
            read("name", size::COLUMN_NAME, lang)
                .offered(Offer::Always)
                .up_to(size::COLUMN_LONG_NAME),
            read("from", size::COLUMN_FIGURE, lang).firm(),
            read("to", size::COLUMN_FIGURE, lang).firm(),
            counted("level-from", size::COLUMN_CODE, lang),
            counted("level-to", size::COLUMN_CODE, lang),
            counted("firm-from", size::COLUMN_FIGURE, lang),
            counted("firm-to", size::COLUMN_FIGURE, lang),
            counted("euros", size::COLUMN_FIGURE, lang).help(text(lang, "ui-funding-euros-first-year-help")),
            read("source", size::COLUMN_WORDS, lang).up_to(size::COLUMN_LONG_NAME),
        ],
        rows: facts.funding.aids.iter().map(row).collect(),
        totals: None,
    }
    .fitted(lang)
}

fn npecs(facts: &Facts, lang: Lang) -> Table<i64> {
    let row = |npec: &crate::domain::funding::Npec| {
        let programme = facts.catalogue.programmes.iter().find(|p| npec.names(p).is_some());
        Row {
            key: npec.id,
            cells: vec![
                programme.map_or_else(
                    || Cell::Warning(text(lang, "funding-not-in-catalogue")),
                    |p| Cell::Text(format!("{} {}", p.diploma.as_str(), typographic(&p.label))),
                ),
                Cell::Text(npec.code.to_string()),
                npec.branch
                    .as_ref()
                    .map_or(Cell::Empty, |branch| Cell::Text(branch.to_string())),
                Cell::Text(day_words(npec.from)),
                npec.to.map_or(Cell::Empty, |day| Cell::Text(day_words(day))),
                whole(u64::from(npec.euros)),
                Cell::Text(npec.source.clone()),
            ],
        }
    };
    Table {
        id: "funding-npecs",
        title: text(lang, "ui-funding-part-npecs"),
        columns: vec![
            Column::text(text(lang, "ui-column-programme"), size::COLUMN_LONG_NAME).offered(Offer::Always),
            read("code", size::COLUMN_FIGURE, lang).firm(),
            read("branch", size::COLUMN_FIGURE, lang).help(text(lang, "ui-funding-any-branch")),
            read("from", size::COLUMN_FIGURE, lang).firm(),
            read("to", size::COLUMN_FIGURE, lang).firm(),
            counted("euros", size::COLUMN_FIGURE, lang).help(text(lang, "ui-funding-euros-a-year-help")),
            read("source", size::COLUMN_WORDS, lang).up_to(size::COLUMN_LONG_NAME),
        ],
        rows: facts.funding.npecs.iter().map(row).collect(),
        totals: None,
    }
    .fitted(lang)
}

/// The programmes by euros per post.
pub fn ranking(ranking: &Ranking, names: &Names, lang: Lang) -> Table<String> {
    let share = |range: Option<Range<f64>>| range.map_or(Cell::Empty, Cell::ShareRange);
    let row = |line: &RankLine| Row {
        key: format!("{} {} {}", line.programme, line.route.as_str(), line.unit.as_str()),
        cells: vec![
            Cell::Text(names.programme(&line.programme)),
            Cell::Number(f64::from(line.rank), 0),
            Cell::Number(f64::from(line.rank_in_diploma), 0),
            Cell::Text(text(lang, &format!("ui-route-{}", line.route.as_str()))),
            euros(line.euros_per_post, lang),
            Cell::Fine(line.posts_per_seat.map(Milli::from_people), FINE),
            share(line.tension),
            share(line.yielded),
            share(line.fill),
            euros(line.cost.euros, lang),
            Cell::Number(f64::from(line.years), 0),
            Cell::Text(cost_words(&line.cost, lang)),
            line.aid.map_or(Cell::Empty, Cell::Euros),
            Cell::Text(line.sections.to_string()),
            Cell::Text(line.diploma.as_str().to_owned()),
        ],
    };
    Table {
        id: "funding-ranking",
        title: text(lang, "ui-funding-part-ranking"),
        columns: vec![
            Column::text(text(lang, "ui-column-programme"), size::COLUMN_NAME)
                .offered(Offer::Always)
                .up_to(size::COLUMN_LONG_NAME),
            number("rank", size::COLUMN_CODE, lang),
            number("rank-in-diploma", size::COLUMN_CODE, lang),
            words("route", size::COLUMN_ROUTE, lang),
            number("euros-per-post", size::COLUMN_RANGE, lang),
            number("posts-per-seat", size::COLUMN_RANGE_SMALL, lang),
            rate("tension", lang),
            rate("yield", lang).offered(Offer::WhereItFits),
            rate("fill", lang).offered(Offer::WhereItFits),
            number("year-cost", size::COLUMN_RANGE, lang).offered(Offer::WhereItFits),
            number("years", size::COLUMN_CODE, lang).offered(Offer::WhereItFits),
            words("cost-from", size::COLUMN_WORDS, lang).offered(Offer::OnDemand),
            number("aid", size::COLUMN_RANGE_SMALL, lang).offered(Offer::OnDemand),
            words("sections", size::COLUMN_CODE, lang).offered(Offer::OnDemand),
            words("diploma", size::COLUMN_CODE, lang).offered(Offer::OnDemand),
        ],
        rows: ranking.lines.iter().map(row).collect(),
        totals: None,
    }
    .fitted(lang)
}

/// The lots bought, in order.
pub fn purchase(bought: &Purchase, names: &Names, lang: Lang) -> Table<usize> {
    let row = |(number, lot): (usize, &BoughtLot)| Row {
        key: number,
        cells: vec![
            Cell::Text(names.programme(&lot.programme)),
            #[expect(clippy::cast_precision_loss, reason = "at most some hundreds of lots")]
            Cell::Number((number + 1) as f64, 0),
            Cell::Text(place(lot, names)),
            Cell::Number(f64::from(lot.seats), 0),
            Cell::Euros(lot.euros),
            Cell::Fine(lot.posts, 1),
            Cell::Number(lot.alone.people(), 1),
            Cell::Number(lot.whole_euros, 0),
            Cell::Fine(lot.whole_posts, 1),
            Cell::Text(text(lang, &format!("ui-route-{}", lot.route.as_str()))),
            Cell::Text(cost_words(&lot.cost, lang)),
        ],
    };
    Table {
        id: "funding-purchase",
        title: text(lang, "ui-funding-part-buys"),
        columns: vec![
            Column::text(text(lang, "ui-column-programme"), size::COLUMN_NAME)
                .offered(Offer::Always)
                .up_to(size::COLUMN_LONG_NAME),
            number("lot", size::COLUMN_CODE, lang),
            words("place", size::COLUMN_PLACE, lang).up_to(size::COLUMN_LONG_NAME),
            number("seats", size::COLUMN_CODE, lang),
            number("lot-euros", size::COLUMN_RANGE, lang),
            number("posts-more", size::COLUMN_RANGE_SMALL, lang),
            number("alone", size::COLUMN_CODE, lang),
            number("whole-euros", size::COLUMN_FIGURE, lang),
            number("whole-posts", size::COLUMN_RANGE_SMALL, lang),
            words("route", size::COLUMN_ROUTE, lang).offered(Offer::OnDemand),
            words("cost-from", size::COLUMN_WORDS, lang).offered(Offer::OnDemand),
        ],
        rows: bought.lots.iter().enumerate().map(row).collect(),
        totals: None,
    }
    .fitted(lang)
}

/// Posts filled by the euros spent so far, a bar a lot.
pub fn curve(bought: &Purchase, facts: &Facts, lang: Lang) -> Chart {
    let bar = |lot: &BoughtLot| Bar {
        label: format!("{}\u{a0}€", i18n::decimal(lang, lot.whole_euros, 0)),
        value: lot.whole_posts.map(Milli::people),
    };
    let head = (
        "funding-curve",
        Message::new("ui-funding-chart").with("euros", bought.request.euros),
        Message::new("report-unit-posts"),
    );
    let kind = ChartKind::Bars(bought.lots.iter().map(bar).collect(), Role::Met);
    standing::chart(head, (Digits::Number(1), kind), (facts, bought.year), lang)
}

/// The establishment, else the region of a headcount.
pub fn place(lot: &BoughtLot, names: &Names) -> String {
    let establishment = lot.establishment.as_deref().map(typographic);
    let region = || lot.region.as_ref().map(|code| names.region(code));
    let uai = || lot.uai.as_ref().map(ToString::to_string);
    establishment.or_else(uai).or_else(region).unwrap_or_default()
}

/// The sections whose seats fill no post.
pub fn waste(waste: &Waste, names: &Names, lang: Lang) -> Table<usize> {
    let row = |(number, line): (usize, &WastedSection)| {
        let basins: Vec<String> = line.basins.iter().map(|basin| names.basin(basin)).collect();
        let name = line.establishment.as_deref().map(typographic);
        Row {
            key: number,
            cells: vec![
                Cell::Text(names.programme(&line.programme)),
                Cell::Text(name.unwrap_or_else(|| line.uai.to_string())),
                Cell::Text(basins.join(", ")),
                Cell::Number(f64::from(line.seats), 0),
                euros(line.euros, lang),
                Cell::Fine(line.people, 1),
                Cell::Fine(line.lost, 1),
                Cell::Text(if line.together {
                    text(lang, "cli-yes")
                } else {
                    String::new()
                }),
                Cell::Text(text(lang, &format!("ui-route-{}", line.route.as_str()))),
            ],
        }
    };
    Table {
        id: "funding-waste",
        title: text(lang, "ui-funding-part-wasted"),
        columns: vec![
            Column::text(text(lang, "ui-column-programme"), size::COLUMN_NAME)
                .offered(Offer::Always)
                .up_to(size::COLUMN_LONG_NAME),
            words("place", size::COLUMN_PLACE, lang).up_to(size::COLUMN_LONG_NAME),
            words("basin", size::COLUMN_PLACE, lang),
            number("seats", size::COLUMN_CODE, lang),
            number("section-euros", size::COLUMN_RANGE, lang),
            number("people", size::COLUMN_RANGE_SMALL, lang),
            number("lost", size::COLUMN_RANGE_SMALL, lang),
            words("together", size::COLUMN_FIGURE, lang).help(text(lang, "ui-funding-together-help")),
            words("route", size::COLUMN_ROUTE, lang).offered(Offer::OnDemand),
        ],
        rows: waste.lines.iter().enumerate().map(row).collect(),
        totals: None,
    }
    .fitted(lang)
}

/// A scenario and its envelopes, year by year.
pub fn scenario(funding: &ScenarioFunding, lang: Lang) -> Table<u16> {
    let row = |year: &FundedYear| Row {
        key: year.year,
        cells: vec![
            Cell::Text(year.year.to_string()),
            euros(year.spent, lang),
            whole(year.envelopes),
            whole(year.given),
            whole(year.followed),
            euros(year.uncovered, lang),
            Cell::Text(posts_words(lang, year.contracts)),
            euros(year.aid, lang),
        ],
    };
    Table {
        id: "funding-scenario",
        title: text(lang, "ui-funding-part-scenarios"),
        columns: vec![
            words("field-year", size::COLUMN_CODE, lang).offered(Offer::Always),
            number("spent", size::COLUMN_RANGE, lang),
            number("envelopes", size::COLUMN_FIGURE, lang),
            number("given", size::COLUMN_FIGURE, lang),
            number("followed", size::COLUMN_FIGURE, lang),
            number("uncovered", size::COLUMN_RANGE, lang),
            number("contracts", size::COLUMN_RANGE_SMALL, lang),
            number("aid-owed", size::COLUMN_RANGE, lang),
        ],
        rows: funding.years.iter().map(row).collect(),
        totals: None,
    }
    .fitted(lang)
}

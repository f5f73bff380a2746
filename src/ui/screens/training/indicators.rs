//! What screens show of the indicators: columns of the supply, tables of programmes and sections, the quadrant.

use std::collections::BTreeMap;

use crate::domain::id::{ProgrammeId, RegionCode};
use crate::domain::programme::Route;
use crate::i18n::{self, Lang, Message, text, typographic};
use crate::market::gap::{Gap, Supply};
use crate::market::indicators::{Indicators, Key, Kind, Line, Means, Part, Place, Rate, Rates, SIGNIFICANT};
use crate::report::chart::{ChartKind, Digits, Dot, Quadrant};
use crate::report::{Chart, standing};
use crate::ui::snapshot::{Names, Snapshot};
use crate::ui::theme::size;
use crate::ui::widgets::table::{Cell, Column, Offer, Row, Table};

/// Columns that [`with_indicators`] adds, in the order of [`Kind::ALL`].
pub const COLUMNS: usize = Kind::ALL.len();

/// A quadrant: one region, level and route.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Scope {
    pub region: RegionCode,
    pub level: u8,
    pub route: Route,
}

/// The quadrant of a scope, ready to be drawn.
#[derive(Debug, Clone)]
pub struct Positions {
    pub chart: Chart,
    /// The programme of each bubble.
    pub programmes: Vec<ProgrammeId>,
    pub table: Table<Key>,
    /// How many have no position, and why; nothing where all have one.
    pub left_out: Option<String>,
    /// The means they are set against.
    pub means: String,
}

/// The same table with the indicators behind each line: over the seats of its sections, and of its programme in the region for the others.
pub fn with_indicators(mut table: Table<usize>, gap: &Gap, snapshot: &Snapshot, lang: Lang) -> Table<usize> {
    table.columns.extend(columns(lang).map(|c| c.offered(Offer::OnDemand)));
    let basins = snapshot.facts.catalogue.basins.iter();
    let regions: BTreeMap<_, _> = basins.map(|b| (&b.code, &b.region)).collect();
    for row in &mut table.rows {
        let supply = gap.supplies.get(row.key);
        let found = supply.and_then(|s| Some(rates_of(&snapshot.indicators, s, regions.get(&s.basin)?)));
        row.cells.extend(cells(&found.unwrap_or_default(), lang));
    }
    if let Some(totals) = &mut table.totals {
        totals.extend(vec![Cell::Empty; COLUMNS]);
    }
    table
}

/// Rates over seats summed over the sections of a supply node; those over people are of its programme in the region.
fn rates_of(indicators: &Indicators, supply: &Supply, region: &RegionCode) -> Rates {
    let key = |uai| Key {
        programme: supply.programme.clone(),
        route: supply.route,
        region: region.clone(),
        uai,
    };
    let whole = indicators.find(&key(None));
    let over_people = whole.into_iter().flat_map(|line| line.rates.iter());
    let mut rates = Rates::default();
    rates.extend(
        over_people
            .filter(|(kind, _)| !over_seats(*kind))
            .map(|(kind, rate)| (kind, rate.clone())),
    );
    let mut uais: Vec<_> = supply.origins.iter().filter_map(|o| o.uai.clone()).collect();
    uais.sort();
    uais.dedup();
    let sections: Vec<&Line> = uais
        .into_iter()
        .filter_map(|uai| indicators.find(&key(Some(uai))))
        .collect();
    for kind in Kind::ALL.into_iter().filter(|kind| over_seats(*kind)) {
        let told = sections.iter().filter_map(|line| line.rates.get(kind));
        rates.extend(Rate::sum(told).map(|rate| (kind, rate)));
    }
    rates
}

fn over_seats(kind: Kind) -> bool {
    matches!(kind, Kind::Pressure | Kind::Demand | Kind::Fill)
}

fn columns(lang: Lang) -> [Column; COLUMNS] {
    Kind::ALL.map(|kind| {
        Column::number(name(kind, lang), size::COLUMN_FIGURE)
            .help(text(lang, &format!("ui-rate-{}-help", kind.as_str())))
    })
}

/// « Taux de remplissage ».
pub fn name(kind: Kind, lang: Lang) -> String {
    text(lang, &format!("market-rate-{}", kind.as_str()))
}

fn cells(rates: &Rates, lang: Lang) -> [Cell; COLUMNS] {
    Kind::ALL.map(|kind| match rates.get(kind).map(|rate| rate.value) {
        Some(Some(value)) => Cell::Share(value.central),
        Some(None) => Cell::Text(text(lang, "ui-not-significant")),
        // Wishes are ranked or not: one of the two rates has no meaning.
        None if matches!(kind, Kind::Pressure | Kind::Demand) => Cell::Empty,
        None => Cell::Text(text(lang, "ui-not-available")),
    })
}

/// A rate in words: « 62,0 % (61,5 %–62,5 %) », « n.s. », « n.d. ».
pub fn words(rate: Option<&Rate>, lang: Lang) -> String {
    match rate.map(|rate| rate.value) {
        Some(Some(value)) => Digits::Percent.spread(lang, value),
        Some(None) => text(lang, "ui-not-significant"),
        None => text(lang, "ui-not-available"),
    }
}

/// The lines of one programme: by region and route, then its sections.
pub fn table(id: &ProgrammeId, indicators: &Indicators, names: &Names, lang: Lang) -> Table<Key> {
    let lines = indicators.lines.iter().filter(|line| line.key.programme == *id);
    let row = |line: &Line| {
        let mut cells = vec![
            Cell::Text(place(line, names, lang)),
            Cell::Text(text(lang, &format!("ui-route-{}", line.key.route.as_str()))),
        ];
        cells.extend(self::cells(&line.rates, lang));
        Row {
            key: line.key.clone(),
            cells,
        }
    };
    let mut all = vec![
        Column::text(text(lang, "ui-column-rated"), size::COLUMN_NAME).offered(Offer::Always),
        Column::text(text(lang, "ui-column-route"), size::COLUMN_ROUTE),
    ];
    all.extend(columns(lang));
    Table {
        id: "indicators",
        title: text(lang, "ui-programme-indicators"),
        columns: all,
        rows: lines.map(row).collect(),
        totals: None,
    }
}

/// « Lycée Colbert », « Ensemble, Normandie ».
pub fn place(line: &Line, names: &Names, lang: Lang) -> String {
    match (&line.establishment, &line.key.uai) {
        (Some(name), _) => typographic(name),
        (None, Some(uai)) => uai.to_string(),
        (None, None) => Message::new("ui-rated-whole")
            .with("region", names.region(&line.key.region))
            .text(lang),
    }
}

/// The scopes that have means, by region, level and route.
pub fn scopes(indicators: &Indicators) -> Vec<Scope> {
    let scope = |means: &Means| Scope {
        region: means.region.clone(),
        level: means.level,
        route: means.route,
    };
    indicators.means.iter().map(scope).collect()
}

/// The positions of a scope; nothing where it has no means.
pub fn positions(scope: &Scope, snapshot: &Snapshot, year: u16, lang: Lang) -> Option<Positions> {
    let indicators = &snapshot.indicators;
    let lines: Vec<&Line> = indicators
        .lines
        .iter()
        .filter(|l| l.key.uai.is_none())
        .filter(|l| l.key.region == scope.region && l.level == scope.level && l.key.route == scope.route)
        .collect();
    let means = indicators
        .means
        .iter()
        .find(|m| m.region == scope.region && m.level == scope.level && m.route == scope.route)?;
    let rate = |line: &Line, kind| line.rates.get(kind).and_then(|r| r.value).map(|v| v.central);
    let mut dots = Vec::new();
    let mut rows = Vec::new();
    let mut programmes = Vec::new();
    let mut without = BTreeMap::new();
    for line in lines {
        let place = indicators.place(line);
        let Place::At(part) = place else {
            *without.entry(reason(place)).or_insert(0_usize) += 1;
            continue;
        };
        let (Some(x), Some(y)) = (rate(line, Kind::FurtherStudy), rate(line, Kind::Employment)) else {
            continue;
        };
        let size = line
            .rates
            .get(Kind::FurtherStudy)
            .and_then(|r| r.denominator)
            .unwrap_or(0.0);
        let label = format!("{} {}", line.diploma.as_str(), typographic(&line.label));
        rows.push(position_row(line, &label, (part, x, y, size), lang));
        programmes.push(line.key.programme.clone());
        dots.push(Dot {
            label,
            x,
            y,
            size,
            part: Part::ALL.iter().position(|p| *p == part).unwrap_or(3),
        });
    }
    Some(Positions {
        chart: chart(scope, means, dots, (snapshot, year), lang),
        programmes,
        table: Table {
            id: "positions",
            title: text(lang, "ui-training-quadrant"),
            columns: position_columns(lang),
            rows,
            totals: None,
        },
        left_out: left_out(&without, lang),
        means: means_words(scope, means, snapshot, lang),
    })
}

fn chart(scope: &Scope, means: &Means, dots: Vec<Dot>, (snapshot, year): (&Snapshot, u16), lang: Lang) -> Chart {
    let rate = |kind: Kind| Message::new(format!("market-rate-{}", kind.as_str()));
    let quadrant = Quadrant {
        x: rate(Kind::FurtherStudy),
        y: rate(Kind::Employment),
        size: Message::new("ui-column-final-year"),
        means: (means.further_study, means.employment),
        parts: Part::ALL.map(|part| Message::new(format!("ui-quadrant-{}", part.as_str()))),
        dots,
    };
    let title = Message::new("ui-quadrant-title")
        .with("level", scope.level.to_string())
        .with("route", Message::new(format!("ui-route-{}", scope.route.as_str())))
        .with("region", snapshot.names.region(&scope.region));
    let head = ("quadrant", title, Message::new("report-unit-percent"));
    let kind = ChartKind::Quadrant(Box::new(quadrant));
    let mut chart = standing::chart(head, (Digits::Percent, kind), (&snapshot.facts, year), lang);
    chart.footer.remark = Some(Message::new("market-quadrant-warning"));
    chart
}

fn position_columns(lang: Lang) -> Vec<Column> {
    let number = |title: String| Column::number(title, size::COLUMN_FIGURE);
    vec![
        Column::text(text(lang, "ui-column-programme"), size::COLUMN_PLACE).offered(Offer::Always),
        Column::text(text(lang, "ui-column-position"), size::COLUMN_CODE),
        number(name(Kind::FurtherStudy, lang)),
        number(name(Kind::Employment, lang)),
        number(text(lang, "ui-column-final-year")).offered(Offer::WhereItFits),
    ]
}

fn position_row(line: &Line, label: &str, (part, x, y, size): (Part, f64, f64, f64), lang: Lang) -> Row<Key> {
    Row {
        key: line.key.clone(),
        cells: vec![
            Cell::Text(label.to_owned()),
            Cell::Text(text(lang, &format!("ui-quadrant-{}-short", part.as_str()))),
            Cell::Share(x),
            Cell::Share(y),
            Cell::Number(size, 0),
        ],
    }
}

fn reason(place: Place) -> &'static str {
    match place {
        Place::NotSignificant => "not-significant",
        Place::Older => "older",
        Place::Unknown | Place::At(_) => "unknown",
    }
}

fn left_out(without: &BTreeMap<&'static str, usize>, lang: Lang) -> Option<String> {
    let total: usize = without.values().sum();
    let told = without.iter().map(|(reason, n)| {
        let told = Message::new(format!("ui-quadrant-{reason}")).with("n", *n);
        told.with("least", i18n::decimal(lang, SIGNIFICANT, 0)).text(lang)
    });
    let reasons = told.collect::<Vec<_>>().join(", ");
    (total > 0).then(|| {
        Message::new("ui-quadrant-left-out")
            .with("n", total)
            .with("reasons", reasons)
            .text(lang)
    })
}

fn means_words(scope: &Scope, means: &Means, snapshot: &Snapshot, lang: Lang) -> String {
    Message::new("ui-quadrant-means")
        .with("region", snapshot.names.region(&scope.region))
        .with("level", scope.level.to_string())
        .with("vintage", i18n::vintage(&means.vintage))
        .with("further", i18n::percent(lang, means.further_study))
        .with("employment", i18n::percent(lang, means.employment))
        .text(lang)
}

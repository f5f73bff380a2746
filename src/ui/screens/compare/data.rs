//! What the comparison shows: both sides by name, the largest changes, and a table of all lines.

use crate::app::comparing::{COMPARED_BY, filled, largest, parts, sentence, signed, unfilled};
use crate::app::settings::Lens;
use crate::app::{Compared, ComparedLine};
use crate::domain::units::{Estimate, Milli};
use crate::i18n::{self, Lang, Message, text, typographic};
use crate::market::compare::{Both, Player};
use crate::market::gap::{Grouping, RowKey};
use crate::ui::snapshot::Names;
use crate::ui::theme::size;
use crate::ui::widgets::table::{Cell, Column, Offer, Row, Table};

/// Changes drawn as bars.
const BARS: usize = 10;
/// Changes told as sentences.
const SENTENCES: usize = 5;
/// Place of the difference among the columns.
pub const DIFFERENCE: usize = 3;

/// A comparison, ready to be drawn.
#[derive(Debug, Clone)]
pub struct Shown {
    pub a: String,
    pub b: String,
    /// « Non pourvus : 4 600 en A, 4 412 en B : … »
    pub summary: String,
    /// What the change of the whole comes from; nothing where it cannot be told.
    pub why: Option<String>,
    pub sentences: Vec<String>,
    pub bars: Vec<Bar>,
    pub table: Table<RowKey>,
    /// How many lines are withheld.
    pub withheld: usize,
}

/// One of the largest changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    pub key: RowKey,
    pub label: String,
    /// −1 to 1 on the scale of the largest; more unfilled posts are negative, on the side of shortage.
    pub share: f64,
    /// « +34 ».
    pub value: String,
    /// « de −2 à 61 ».
    pub range: String,
}

/// Name of a grouping on screen.
pub fn grouping_words(grouping: Grouping, lang: Lang) -> String {
    text(
        lang,
        match grouping {
            Grouping::Domain => "ui-compare-by-domain",
            Grouping::Basin => "ui-compare-by-basin",
            Grouping::Zone => "ui-compare-by-zone",
            Grouping::Occupation => "ui-compare-by-occupation",
            Grouping::Cell => "ui-compare-by-cell",
            Grouping::Skill => "ui-compare-by-skill",
            Grouping::Department => "ui-compare-by-department",
            _ => "ui-compare-by-region",
        },
    )
}

/// The groupings offered: one region alone would be its territory again.
pub fn groupings(compared: &Compared) -> Vec<Grouping> {
    let several = |grouping: &Grouping| match grouping {
        Grouping::Region => compared.comparison.b.facts.territory.regions.len() > 1,
        _ => true,
    };
    COMPARED_BY.into_iter().filter(several).collect()
}

impl Shown {
    /// Reads a comparison by a grouping, through a lens.
    pub fn of(compared: &Compared, grouping: Grouping, lens: Lens, names: &Names, lang: Lang) -> Self {
        let lines = compared.lines(grouping);
        let total = compared.total();
        let told = largest(&lines, lens, SENTENCES);
        let sentences = told
            .iter()
            .filter_map(|line| sentence(line, &name(line, names, lang), lens, lang));
        Self {
            a: compared.a.text(lang),
            b: compared.b.text(lang),
            summary: summary(&total, lens, lang),
            why: why(&total, lens, lang),
            sentences: sentences.map(|s| typographic(&s.text(lang))).collect(),
            bars: bars(&lines, lens, names, lang),
            withheld: lines.iter().filter(|line| line.withheld).count(),
            table: table(&lines, &total, (grouping, lens), names, lang),
        }
    }
}

fn summary(total: &ComparedLine, lens: Lens, lang: Lang) -> String {
    if total.withheld {
        return text(lang, "ui-compare-withheld-total");
    }
    let side = |side: &Option<Both>| side.as_ref().and_then(|s| unfilled(s, lens)).unwrap_or_default();
    let difference = total.row.difference(|side| unfilled(side, lens));
    let told = Message::new(if difference.is_some() {
        "ui-compare-summary"
    } else {
        "ui-compare-summary-apart"
    });
    let d = difference.unwrap_or_default().map(Milli::rounded);
    told.with("a", i18n::range(lang, side(&total.row.a)))
        .with("b", i18n::range(lang, side(&total.row.b)))
        .with("change", signed(lang, d.central))
        .with("low", signed(lang, d.low))
        .with("high", signed(lang, d.high))
        .text(lang)
}

fn why(total: &ComparedLine, lens: Lens, lang: Lang) -> Option<String> {
    if total.withheld {
        return None;
    }
    let split = parts(&total.row, lens)?;
    let one = |(part, posts): &(&'static str, i64)| {
        let what = Message::new(format!("app-compare-part-{part}"));
        what.with("posts", signed(lang, *posts)).text(lang)
    };
    let list: Vec<String> = split.parts.iter().map(one).collect();
    Some(Message::new("ui-compare-why").with("parts", list.join(", ")).text(lang))
}

fn bars(lines: &[ComparedLine], lens: Lens, names: &Names, lang: Lang) -> Vec<Bar> {
    let told = largest(lines, lens, BARS);
    let change = |line: &ComparedLine| line.row.difference(|side| unfilled(side, lens)).unwrap_or_default();
    let most = told
        .iter()
        .map(|line| change(line).central.people().abs())
        .fold(1.0, f64::max);
    let bar = |line: &&ComparedLine| {
        let d = change(line);
        let ends = d.map(Milli::rounded);
        Bar {
            key: line.row.key.clone(),
            label: name(line, names, lang),
            share: -d.central.people() / most,
            value: signed(lang, ends.central),
            range: Message::new("ui-between")
                .with("low", signed(lang, ends.low))
                .with("high", signed(lang, ends.high))
                .text(lang),
        }
    };
    told.iter().map(bar).collect()
}

/// Name of a line.
pub fn name(line: &ComparedLine, names: &Names, lang: Lang) -> String {
    match &line.row.key {
        RowKey::Skill(skill) => text(lang, &format!("market-skill-{}", skill.as_str())),
        RowKey::Cell(basin, fap) => format!("{}, {}", names.occupation(fap), names.basin(basin)),
        _ => typographic(&line.row.label),
    }
}

fn table(
    lines: &[ComparedLine],
    total: &ComparedLine,
    (grouping, lens): (Grouping, Lens),
    names: &Names,
    lang: Lang,
) -> Table<RowKey> {
    let rows = lines.iter().map(|line| Row {
        key: line.row.key.clone(),
        cells: cells(line, name(line, names, lang), lens, lang),
    });
    let totals = cells(total, text(lang, "ui-total"), lens, lang);
    let mut table = Table {
        id: "compare",
        title: text(lang, "ui-title-compare"),
        columns: columns(grouping, lens, lang),
        rows: rows.collect(),
        totals: Some(totals),
    }
    .fitted(lang);
    // Ends of both signs are longer than those of a headcount, and the sum is bold.
    table.columns[DIFFERENCE].width += size::GAP_M;
    table
}

/// Figures offered for each side, after the ones always shown.
const ASIDE: [&str; 4] = ["need", "supply", "filled", "coverage"];

fn columns(grouping: Grouping, lens: Lens, lang: Lang) -> Vec<Column> {
    let range = |key: &str| Column {
        ends: size::COLUMN_RANGE_TIGHT_ENDS,
        ..Column::number(text(lang, key), size::COLUMN_RANGE_TIGHT)
    };
    let effect = |key: &str| {
        Column::number(text(lang, &format!("ui-compare-effect-{key}")), size::COLUMN_FIGURE)
            .help(text(lang, &format!("ui-compare-effect-{key}-help")))
    };
    let mut columns = vec![
        Column::text(grouping_words(grouping, lang), size::COLUMN_NAME).offered(Offer::Always),
        range("ui-compare-unfilled-a"),
        range("ui-compare-unfilled-b"),
        range("ui-compare-difference").help(text(lang, "ui-compare-difference-help")),
    ];
    columns.extend(Player::ALL.map(|player| effect(player.as_str()).offered(Offer::WhereItFits)));
    if lens == Lens::Expected {
        columns.push(effect("friction").offered(Offer::WhereItFits));
    }
    columns.push(Column::text(text(lang, "ui-compare-where"), size::COLUMN_FIGURE).offered(Offer::WhereItFits));
    for figure in ASIDE {
        let title = text(lang, &format!("ui-column-{figure}"));
        for side in ["a", "b", "difference"] {
            let named = Message::new(format!("ui-compare-of-{side}")).with("figure", title.as_str());
            let column = Column::number(named.text(lang), size::COLUMN_RANGE_TIGHT);
            columns.push(column.offered(Offer::OnDemand));
        }
    }
    columns
}

fn cells(line: &ComparedLine, name: String, lens: Lens, lang: Lang) -> Vec<Cell> {
    let row = &line.row;
    let mut cells = vec![Cell::Text(name)];
    if line.withheld {
        cells.extend((0..DIFFERENCE).map(|_| Cell::Text(text(lang, "ui-compare-withheld"))));
        return cells;
    }
    let people = |value: Option<Estimate>| value.map_or(Cell::Empty, Cell::People);
    let open = |side: &Both| unfilled(side, lens);
    cells.extend([
        people(row.a.as_ref().and_then(open)),
        people(row.b.as_ref().and_then(open)),
        people(row.difference(open)),
    ]);
    let shown = Player::ALL.len() + usize::from(lens == Lens::Expected);
    match parts(row, lens) {
        Some(split) => cells.extend(
            split
                .parts
                .iter()
                .map(|(_, posts)| Cell::Posts(Milli::whole(*posts), *posts)),
        ),
        None => cells.extend((0..shown).map(|_| Cell::Empty)),
    }
    cells.push(match (row.a.is_some(), row.b.is_some()) {
        (true, false) => Cell::Warning(text(lang, "ui-compare-only-a")),
        (false, true) => Cell::Warning(text(lang, "ui-compare-only-b")),
        _ => Cell::Empty,
    });
    let figures: [fn(&Both, Lens) -> Option<Estimate>; 3] =
        [|s, _| Some(s.figures.need), |s, _| Some(s.figures.supply), filled];
    for figure in figures {
        let of = |side: &Both| figure(side, lens);
        cells.push(people(row.a.as_ref().and_then(of)));
        cells.push(people(row.b.as_ref().and_then(of)));
        cells.push(people(row.difference(of)));
    }
    let coverage = |side: &Option<Both>| side.as_ref().and_then(|s| s.figures.coverage()).map(|c| c.central);
    let (a, b) = (coverage(&row.a), coverage(&row.b));
    let share = |value: Option<f64>| value.map_or(Cell::Empty, Cell::Share);
    cells.extend([share(a), share(b), share(a.zip(b).map(|(a, b)| b - a))]);
    cells
}

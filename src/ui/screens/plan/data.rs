//! What the screen of scenarios shows, in words and tables: the same figures as the terminal.

use crate::domain::facts::Facts;
use crate::domain::scenario::{ActionKind, PlanAction, Scenario, SectionKey, Site};
use crate::domain::units::{Milli, Range};
use crate::i18n::{self, Lang, Message, text, typographic};
use crate::market::plan::{ActionEffect, Outlook, YearEffect};
use crate::ui::screens::training::seats::{euros_words, lot_number, posts_words};
use crate::ui::snapshot::Names;
use crate::ui::theme::size;
use crate::ui::widgets::table::{Cell, Column, Offer, Row, Table};

/// Decimals of posts that a scenario fills: a section fills a fraction of one.
pub const FINE: usize = 1;
/// The same, in cells.
pub(super) const FINE_CELL: u8 = 1;

/// Place of the posts filled more among the columns of the comparison.
pub const COMPARED_POSTS: usize = 2;

/// Place of the change among the columns of places.
pub const CHANGE: usize = 3;

/// Of what the places of a year are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    Basin,
    Occupation,
}

/// « Ouverture ».
pub fn kind_words(kind: ActionKind, lang: Lang) -> String {
    text(lang, &format!("action-{}", kind.as_str()))
}

/// Seats with the sign of the kind: « +24 », « −12 »; those that move elsewhere have none.
pub fn seats_words(action: &PlanAction, lang: Lang) -> String {
    let seats = i32::try_from(action.seats).unwrap_or(i32::MAX);
    match action.kind {
        ActionKind::Transfert => i18n::integer(lang, i64::from(seats)),
        kind => lot_number(kind.sign() * seats, lang),
    }
}

/// The name of an establishment or of a basin.
pub fn site_words(site: &Site, facts: &Facts, names: &Names) -> String {
    match site {
        Site::Basin(basin) => names.basin(basin),
        Site::Establishment(uai) => {
            let found = facts.establishments.iter().find(|e| e.uai == *uai);
            found.map_or_else(|| uai.to_string(), |e| typographic(&e.name))
        }
    }
}

/// « Lycée Colbert · scolaire », with where a transfer leads and which basins share the section.
pub fn place_words(action: &PlanAction, facts: &Facts, names: &Names, lang: Lang) -> String {
    let mut site = site_words(&action.section.site, facts, names);
    if !action.shared.is_empty() {
        let basins: Vec<String> = action.shared.iter().map(|basin| names.basin(basin)).collect();
        let words = Message::new("ui-plan-shared-by").with("site", site);
        site = words.with("basins", basins.join(", ")).text(lang);
    }
    let route = route_words(&action.section, lang);
    match &action.towards {
        None => format!("{site} · {route}"),
        Some(towards) => {
            let towards = site_words(towards, facts, names);
            Message::new("ui-plan-from-to")
                .with("from", site)
                .with("to", towards)
                .with("route", route)
                .text(lang)
        }
    }
}

/// « scolaire ».
pub fn route_words(section: &SectionKey, lang: Lang) -> String {
    text(lang, &format!("ui-route-{}", section.route.as_str()))
}

/// The whole of an action in one line: what is spoken and shown on hover.
pub fn action_words(action: &PlanAction, leavers: Option<u16>, facts: &Facts, names: &Names, lang: Lang) -> String {
    let mut words = vec![
        kind_words(action.kind, lang),
        names.programme(&action.section.programme),
        place_words(action, facts, names, lang),
    ];
    if action.seats > 0 {
        let seats = Message::new("ui-lot-seats")
            .with("lot", seats_words(action, lang))
            .with("n", action.seats);
        words.insert(1, seats.text(lang));
    }
    words.push(year_message("ui-plan-rentree", action.rentree).text(lang));
    words.extend(leavers.map(|year| year_message("ui-plan-leavers", year).text(lang)));
    words.push(status_words(action, lang));
    words.join(", ")
}

/// « projet de demande ».
pub fn status_words(action: &PlanAction, lang: Lang) -> String {
    text(lang, &format!("action-status-{}", action.status.as_str()))
}

fn year_message(key: &'static str, year: u16) -> Message {
    Message::new(key).with("year", year.to_string())
}

/// What a scenario does over all its years: « 12,3 (8,1–15,0) postes pourvus de plus · 340 000 € ».
pub fn whole_words(outlook: &Outlook, lang: Lang) -> String {
    let posts = Message::new("ui-plan-whole").with("posts", posts_words(outlook.whole().0, FINE, lang));
    format!("{} · {}", posts.text(lang), cost_told(outlook, lang))
}

/// « Pourvus de plus : 12,3 (8,1–15,0) », over all years.
pub fn posts_told(outlook: &Outlook, lang: Lang) -> String {
    let posts = posts_words(outlook.whole().0, FINE, lang);
    Message::new("ui-plan-posts").with("posts", posts).text(lang)
}

/// « 340 000 € », over all years.
pub fn cost_told(outlook: &Outlook, lang: Lang) -> String {
    let unknown = || text(lang, "ui-plan-no-cost");
    outlook.whole().1.map_or_else(unknown, |euros| euros_words(euros, lang))
}

/// First and last year of a scenario.
pub fn span(outlook: &Outlook) -> (u16, u16) {
    let year = |year: Option<&YearEffect>| year.map_or(outlook.base_year, |y| y.year);
    (year(outlook.years.first()), year(outlook.years.last()))
}

fn number(key: &str, width: f32, lang: Lang) -> Column {
    Column::number(text(lang, &format!("ui-plan-{key}")), width).help(text(lang, &format!("ui-plan-{key}-help")))
}

/// Euros; without room for ends where no line of the column has any.
fn euros_cell(euros: Option<Range<f64>>, ranged: bool) -> Cell {
    match euros {
        None => Cell::Empty,
        Some(euros) if ranged => Cell::Euros(euros),
        Some(euros) => Cell::Number(euros.central, 0),
    }
}

/// True where some euros have a range.
fn is_ranged(all: impl Iterator<Item = Option<Range<f64>>>) -> bool {
    all.flatten().any(|euros| !euros.is_exact())
}

/// The years, as `releve scenario show` has them.
pub fn years(outlook: &Outlook, lang: Lang) -> Table<u16> {
    let small = size::COLUMN_RANGE_SMALL;
    let columns = vec![
        Column::text(text(lang, "ui-plan-year"), size::COLUMN_FIGURE).offered(Offer::Always),
        number("filled-more", small, lang),
        number("unfilled-reference", size::COLUMN_RANGE_TIGHT, lang),
        number("unfilled-planned", size::COLUMN_RANGE_TIGHT, lang),
        number("spent", small, lang).offered(Offer::WhereItFits),
        number("people-more", small, lang).offered(Offer::WhereItFits),
        number("need", size::COLUMN_RANGE_TIGHT, lang).offered(Offer::WhereItFits),
        number("neighbours", small, lang).offered(Offer::WhereItFits),
    ];
    let ranged = is_ranged(outlook.years.iter().map(|year| year.spent));
    let row = |year: &YearEffect| Row {
        key: year.year,
        cells: vec![
            Cell::Text(year.year.to_string()),
            Cell::Fine(year.filled, FINE_CELL),
            Cell::People(year.reference.unfilled),
            Cell::People(year.planned.unfilled),
            euros_cell(year.spent, ranged),
            Cell::Fine(year.people, FINE_CELL),
            Cell::People(year.reference.need),
            Cell::Fine(year.neighbours, FINE_CELL),
        ],
    };
    let (filled, spent) = outlook.whole();
    let mut totals = vec![Cell::Text(text(lang, "ui-total")), Cell::Fine(filled, FINE_CELL)];
    totals.extend([Cell::Empty, Cell::Empty, euros_cell(spent, ranged)]);
    totals.extend([Cell::Empty, Cell::Empty, Cell::Empty]);
    Table {
        id: "plan-years",
        title: text(lang, "ui-plan-part-years"),
        columns,
        rows: outlook.years.iter().map(row).collect(),
        totals: Some(totals),
    }
    .fitted(lang)
}

/// The actions of a scenario; what each fills waits for `outlook`.
pub fn actions(scenario: &Scenario, outlook: Option<&Outlook>, facts: &Facts, names: &Names, lang: Lang) -> Table<i64> {
    let words = |key: &str, width| Column::text(text(lang, key), width);
    let last = outlook.map_or_else(String::new, |o| span(o).1.to_string());
    let posts = Message::new("ui-plan-posts-in").with("year", last).text(lang);
    let columns = vec![
        words("ui-column-programme", size::COLUMN_NAME).offered(Offer::Always),
        words("ui-plan-kind", size::COLUMN_ROUTE),
        Column::number(text(lang, "ui-plan-seats"), size::COLUMN_CODE),
        Column::number(text(lang, "ui-plan-first"), size::COLUMN_CODE),
        number("first-leavers", size::COLUMN_CODE, lang),
        Column::number(posts, size::COLUMN_RANGE_SMALL).help(text(lang, "ui-plan-posts-in-help")),
        words("ui-plan-section", size::COLUMN_OCCUPATION)
            .firm()
            .offered(Offer::WhereItFits),
        number("displaced", size::COLUMN_FIGURE, lang).offered(Offer::WhereItFits),
        number("euros-per-post", size::COLUMN_RANGE, lang).offered(Offer::WhereItFits),
        words("ui-plan-status", size::COLUMN_ROUTE).offered(Offer::WhereItFits),
        number("compensation", size::COLUMN_CODE, lang).offered(Offer::WhereItFits),
        words("ui-plan-asked-by", size::COLUMN_PLACE).offered(Offer::OnDemand),
        words("ui-plan-note", size::COLUMN_PLACE).offered(Offer::OnDemand),
    ];
    let row = |action: &PlanAction| {
        let effect = outlook.and_then(|o| effect_of(o, action.id));
        Row {
            key: action.id,
            cells: action_cells(action, effect, facts, names, lang),
        }
    };
    Table {
        id: "plan-actions",
        title: text(lang, "ui-plan-part-actions"),
        columns,
        rows: scenario.actions.iter().map(row).collect(),
        totals: None,
    }
    .fitted(lang)
}

/// What an action does, where it is known.
pub fn effect_of(outlook: &Outlook, action: i64) -> Option<&ActionEffect> {
    outlook.actions.iter().find(|effect| effect.action.id == action)
}

/// June of the first leavers; the years of study are those last computed.
pub fn first_leavers(action: &PlanAction, effect: Option<&ActionEffect>) -> Option<u16> {
    let known = effect?.moves.first()?;
    Some(action.rentree + known.first_leavers.checked_sub(known.rentree)?)
}

fn action_cells(
    action: &PlanAction,
    effect: Option<&ActionEffect>,
    facts: &Facts,
    names: &Names,
    lang: Lang,
) -> Vec<Cell> {
    let filled = effect.and_then(|e| e.filled.last());
    let displaced = effect.map(|e| e.moves.iter().flat_map(|m| &m.displaced).map(|d| d.entrants).sum());
    let year = |year: u16| Cell::Text(year.to_string());
    let optional = |words: &str| match words {
        "" => Cell::Empty,
        words => Cell::Text(words.to_owned()),
    };
    vec![
        Cell::Text(names.programme(&action.section.programme)),
        Cell::Text(kind_words(action.kind, lang)),
        Cell::Text(match action.seats {
            0 => String::new(),
            _ => seats_words(action, lang),
        }),
        year(action.rentree),
        first_leavers(action, effect).map_or(Cell::Empty, year),
        filled.map_or(Cell::Awaited(None), |posts| Cell::Fine(*posts, FINE_CELL)),
        Cell::Text(place_words(action, facts, names, lang)),
        displaced.map_or(Cell::Awaited(None), |d: Milli| Cell::Number(d.people(), FINE)),
        effect.and_then(|e| e.euros_per_post).map_or(Cell::Empty, Cell::Euros),
        Cell::Text(status_words(action, lang)),
        action
            .compensation
            .map_or(Cell::Empty, |n| Cell::Number(f64::from(n), 0)),
        optional(&action.asked_by),
        optional(&action.note),
    ]
}

/// Unfilled posts of each basin, or of each occupation, in a year, central; by code.
pub fn places(outlook: &Outlook, (by, year): (By, u16), names: &Names, lang: Lang) -> Table<String> {
    let lines: Vec<(String, String, (Milli, Milli))> = match by {
        By::Basin => {
            let sums = outlook.by_basin(year).into_iter();
            sums.map(|(code, posts)| (code.to_string(), names.basin(code), posts))
                .collect()
        }
        By::Occupation => {
            let sums = outlook.by_occupation(year).into_iter();
            sums.map(|(code, posts)| (code.to_string(), names.occupation(code), posts))
                .collect()
        }
    };
    let cells = |name: String, (before, after): (Milli, Milli)| {
        let fine = |posts: Milli| Cell::Number(posts.people(), FINE);
        vec![Cell::Text(name), fine(before), fine(after), fine(after - before)]
    };
    let before: Milli = lines.iter().map(|(.., (before, _))| *before).sum();
    let after: Milli = lines.iter().map(|(.., (_, after))| *after).sum();
    let totals = cells(text(lang, "ui-total"), (before, after));
    let row = |(key, name, posts)| Row {
        key,
        cells: cells(name, posts),
    };
    let rows = lines.into_iter().map(row).collect();
    let (id, name) = match by {
        By::Basin => ("plan-basins", "ui-column-basin"),
        By::Occupation => ("plan-occupations", "ui-column-occupation"),
    };
    Table {
        id,
        title: text(lang, name),
        columns: vec![
            Column::text(text(lang, name), size::COLUMN_NAME)
                .up_to(size::COLUMN_LONG_NAME)
                .offered(Offer::Always),
            number("unfilled-reference", size::COLUMN_FIGURE, lang),
            number("unfilled-planned", size::COLUMN_FIGURE, lang),
            number("change", size::COLUMN_FIGURE, lang),
        ],
        rows,
        totals: Some(totals),
    }
}

/// Scenarios beside each other: posts filled more and euros over all years, then posts by year.
pub fn side_by_side(outlooks: &[Outlook], lang: Lang) -> Table<i64> {
    let mut all: Vec<u16> = outlooks.iter().flat_map(|o| &o.years).map(|y| y.year).collect();
    all.sort_unstable();
    all.dedup();
    let mut columns = vec![
        Column::text(text(lang, "ui-plan-scenario"), size::COLUMN_WORDS).offered(Offer::Always),
        Column::text(text(lang, "ui-plan-trajectory"), size::COLUMN_WORDS).offered(Offer::WhereItFits),
        number("filled-more", size::COLUMN_RANGE_SMALL, lang),
        number("spent", size::COLUMN_RANGE_SMALL, lang),
    ];
    let year_column = |year: &u16| {
        Column::number(year.to_string(), size::COLUMN_RANGE_SMALL).help(text(lang, "ui-plan-filled-more-help"))
    };
    columns.extend(all.iter().map(year_column));
    let ranged = is_ranged(outlooks.iter().map(|outlook| outlook.whole().1));
    let row = |outlook: &Outlook| {
        let (filled, spent) = outlook.whole();
        let mut cells = vec![
            Cell::Text(outlook.scenario.name.clone()),
            Cell::Text(trajectory_words(&outlook.scenario, lang)),
            Cell::Fine(filled, FINE_CELL),
            euros_cell(spent, ranged),
        ];
        let of = |year: &u16| {
            let known = outlook.years.iter().find(|y| y.year == *year);
            known.map_or(Cell::Empty, |y| Cell::Fine(y.filled, FINE_CELL))
        };
        cells.extend(all.iter().map(of));
        Row {
            key: outlook.scenario.id,
            cells,
        }
    };
    Table {
        id: "plan-compare",
        title: text(lang, "ui-plan-part-compare"),
        columns,
        rows: outlooks.iter().map(row).collect(),
        totals: None,
    }
    .fitted(lang)
}

/// « Besoin constant ».
pub fn trajectory_words(scenario: &Scenario, lang: Lang) -> String {
    text(lang, &format!("trajectory-{}", scenario.trajectory.as_str()))
}

/// A name no scenario has: « Scénario 2 », « Ouvertures (copie) ».
pub fn free_name(wanted: &str, scenarios: &[Scenario]) -> String {
    let taken = |name: &str| scenarios.iter().any(|s| s.name == name);
    if !taken(wanted) {
        return wanted.to_owned();
    }
    let numbered = (2..).map(|n: u32| format!("{wanted} {n}"));
    numbered.into_iter().find(|name| !taken(name)).unwrap_or_default()
}

/// The range of a central value and its ends, whichever end is the larger: fewer seats turn them round.
pub fn spanning(ends: [Milli; 3]) -> Range<Milli> {
    let [low, central, high] = ends;
    Range::new(low.min(high).min(central), central, low.max(high).max(central))
}

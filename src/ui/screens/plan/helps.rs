//! What is shown of cooperation between basins: the mobility helps of a scenario, and where hubs are proposed.

use std::collections::BTreeSet;

use super::data::{self, FINE};
use crate::domain::programme::Route;
use crate::domain::scenario::{MobilityHelp, Scenario, SectionKey, Site};
use crate::i18n::{Lang, Message, text, typographic};
use crate::market::plan::{HelpEffect, Hub, Outlook};
use crate::ui::snapshot::{Names, Snapshot};
use crate::ui::theme::size;
use crate::ui::widgets::table::{Cell, Column, Offer, Row, Table};

/// The helps of a scenario by their key; what each does waits for `outlook`.
pub fn helps(scenario: &Scenario, outlook: Option<&Outlook>, names: &Names, lang: Lang) -> Table<i64> {
    let words = |key: &str, width| Column::text(text(lang, key), width);
    let number = |key: &str, width| Column::number(text(lang, key), width);
    let last = outlook.map_or_else(String::new, |o| data::span(o).1.to_string());
    let in_last = |key: &'static str| Message::new(key).with("year", last.as_str()).text(lang);
    let columns = vec![
        words("ui-plan-help-basin", size::COLUMN_NAME).offered(Offer::Always),
        words("ui-plan-help-kind", size::COLUMN_FIGURE),
        number("ui-plan-help-people", size::COLUMN_CODE).help(text(lang, "ui-plan-help-people-help")),
        number("ui-plan-help-km", size::COLUMN_CODE).help(text(lang, "ui-plan-help-km-help")),
        number("ui-plan-help-from", size::COLUMN_CODE),
        Column::number(in_last("ui-plan-help-sent"), size::COLUMN_RANGE_SMALL)
            .help(text(lang, "ui-plan-help-sent-help")),
        Column::number(in_last("ui-plan-posts-in"), size::COLUMN_RANGE_SMALL)
            .help(text(lang, "ui-plan-help-filled-help")),
        number("ui-plan-euros-per-post", size::COLUMN_RANGE).offered(Offer::WhereItFits),
        number("ui-plan-help-until", size::COLUMN_CODE).offered(Offer::WhereItFits),
        words("ui-plan-status", size::COLUMN_ROUTE).offered(Offer::WhereItFits),
        words("ui-plan-note", size::COLUMN_PLACE).offered(Offer::OnDemand),
    ];
    let row = |help: &MobilityHelp| {
        let effect = outlook.and_then(|o| o.helps.iter().find(|e| e.help.id == help.id));
        Row {
            key: help.id,
            cells: help_cells(help, effect, names, lang),
        }
    };
    Table {
        id: "plan-helps",
        title: text(lang, "ui-plan-helps"),
        columns,
        rows: scenario.helps.iter().map(row).collect(),
        totals: None,
    }
    .fitted(lang)
}

fn help_cells(help: &MobilityHelp, effect: Option<&HelpEffect>, names: &Names, lang: Lang) -> Vec<Cell> {
    let fine = |posts: Option<&_>| posts.map_or(Cell::Awaited(None), |posts| Cell::Fine(*posts, data::FINE_CELL));
    let whole = |n: u32| Cell::Number(f64::from(n), 0);
    vec![
        Cell::Text(names.basin(&help.basin)),
        Cell::Text(text(lang, &format!("help-kind-{}", help.kind.as_str()))),
        whole(help.people),
        whole(help.km),
        Cell::Text(help.from.to_string()),
        fine(effect.and_then(|e| e.sent.last())),
        fine(effect.and_then(|e| e.filled.last())),
        effect.and_then(|e| e.euros_per_post).map_or(Cell::Empty, Cell::Euros),
        help.until.map_or(Cell::Empty, |year| Cell::Text(year.to_string())),
        Cell::Text(text(lang, &format!("action-status-{}", help.status.as_str()))),
        match help.note.as_str() {
            "" => Cell::Empty,
            note => Cell::Text(note.to_owned()),
        },
    ]
}

/// Hubs by their place in the list.
pub fn hubs(hubs: &[Hub], snapshot: &Snapshot, lang: Lang) -> Table<usize> {
    let names = &snapshot.names;
    let words = |key: &str, width| Column::text(text(lang, key), width);
    let number = |key: &str, width| Column::number(text(lang, key), width);
    let row = |(place, hub): (usize, &Hub)| {
        let basins: BTreeSet<String> = hub.served.iter().map(|s| names.basin(&s.basin)).collect();
        let mut occupations: Vec<String> = Vec::new();
        for served in &hub.served {
            let name = names.occupation(&served.fap);
            if !occupations.contains(&name) {
                occupations.push(name);
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "a few basins")]
        let count = basins.len() as f64;
        Row {
            key: place,
            cells: vec![
                Cell::Text(names.basin(&hub.basin)),
                Cell::Text(names.programme(&hub.programme)),
                Cell::People(hub.posts),
                Cell::Number(count, 0),
                Cell::Text(host(hub, snapshot, lang)),
                Cell::Text(occupations.join(", ")),
                Cell::Text(basins.into_iter().collect::<Vec<_>>().join(", ")),
            ],
        }
    };
    Table {
        id: "plan-hubs",
        title: text(lang, "ui-plan-hubs"),
        columns: vec![
            words("ui-plan-hub", size::COLUMN_PLACE).offered(Offer::Always),
            words("ui-column-programme", size::COLUMN_OCCUPATION).up_to(size::COLUMN_LONG_NAME),
            number("ui-plan-hub-posts", size::COLUMN_RANGE_SMALL).help(text(lang, "ui-plan-hub-posts-help")),
            number("ui-plan-hub-basins", size::COLUMN_CODE),
            words("ui-plan-hub-host", size::COLUMN_PLACE).offered(Offer::WhereItFits),
            words("ui-plan-hub-occupations", size::COLUMN_WORDS).offered(Offer::OnDemand),
            words("ui-plan-hub-served", size::COLUMN_PLACE).offered(Offer::OnDemand),
        ],
        rows: hubs.iter().enumerate().map(row).collect(),
        totals: None,
    }
    .fitted(lang)
}

fn host(hub: &Hub, snapshot: &Snapshot, lang: Lang) -> String {
    let known = |uai: &_| {
        let mut all = snapshot.facts.establishments.iter();
        all.find(|e| e.uai == *uai).map(|e| typographic(&e.name))
    };
    match &hub.host {
        Some(uai) => known(uai).unwrap_or_else(|| uai.to_string()),
        None => text(lang, "ui-plan-hub-no-host"),
    }
}

/// The section a hub would be.
pub fn section(hub: &Hub) -> SectionKey {
    let site = match &hub.host {
        Some(uai) => Site::Establishment(uai.clone()),
        None => Site::Basin(hub.basin.clone()),
    };
    SectionKey {
        site,
        programme: hub.programme.clone(),
        route: Route::School,
    }
}

/// « De 2027 à 2035 : 12,3 personnes aidées et 4,5 postes pourvus de plus. »
pub fn told(effect: &HelpEffect, lang: Lang) -> Message {
    use crate::ui::screens::training::seats::posts_words;
    let words = |posts: &[_]| posts_words(posts.iter().copied().sum(), FINE, lang);
    Message::new("ui-plan-help-told")
        .with("sent", words(&effect.sent))
        .with("posts", words(&effect.filled))
}

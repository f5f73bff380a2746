//! Tables, charts and bars of the scenario chosen, read once for the figures on screen.

use super::charts;
use super::data::{self, By};
use super::timeline::Bar;
use crate::domain::scenario::{PlanAction, Scenario};
use crate::i18n::Lang;
use crate::market::plan::Outlook;
use crate::report::Chart;
use crate::ui::desk::Plans;
use crate::ui::snapshot::Snapshot;
use crate::ui::widgets::table::Table;

/// What is shown was made for this: snapshot, outlooks, language, scenario, year of places.
pub(super) type Made = (u64, u64, Lang, i64, Option<u16>);

/// Tables, charts and bars of one scenario.
#[derive(Debug)]
pub(super) struct Shown {
    pub bars: Vec<Bar>,
    pub actions: Table<i64>,
    /// Nothing until the years are computed.
    pub known: Option<Known>,
}

/// What waits for the years to be computed.
#[derive(Debug)]
pub(super) struct Known {
    pub charts: [Chart; 2],
    pub years: Table<u16>,
    pub basins: Table<String>,
    pub occupations: Table<String>,
    pub compared: Table<i64>,
}

impl Shown {
    pub fn of((scenario, snapshot): (&Scenario, &Snapshot), plans: &Plans, year: Option<u16>, lang: Lang) -> Self {
        let (facts, names) = (&snapshot.facts, &snapshot.names);
        let outlook = plans.outlook(scenario.id);
        let bar = |action: &PlanAction| {
            let leavers = data::first_leavers(action, outlook.and_then(|o| data::effect_of(o, action.id)));
            let seats = match action.seats {
                0 => String::new(),
                _ => data::seats_words(action, lang),
            };
            Bar {
                name: format!("{} {seats}", data::kind_words(action.kind, lang)),
                under: names.programme(&action.section.programme),
                spoken: data::action_words(action, leavers, facts, names, lang),
                first_leavers: leavers,
                seats,
                action: action.clone(),
            }
        };
        let all = plans.outlooks.as_ref().map(|known| known.all.as_slice());
        Self {
            bars: scenario.actions.iter().map(bar).collect(),
            actions: data::actions(scenario, outlook, facts, names, lang),
            known: outlook
                .zip(all)
                .map(|(o, all)| Known::of((o, all), snapshot, year, lang)),
        }
    }
}

impl Known {
    fn of((outlook, all): (&Outlook, &[Outlook]), snapshot: &Snapshot, year: Option<u16>, lang: Lang) -> Self {
        let (facts, names) = (&snapshot.facts, &snapshot.names);
        let year = year.unwrap_or_else(|| data::span(outlook).1);
        Self {
            charts: [
                charts::filled(outlook, facts, lang),
                charts::unfilled(outlook, facts, lang),
            ],
            years: data::years(outlook, lang),
            basins: data::places(outlook, (By::Basin, year), names, lang),
            occupations: data::places(outlook, (By::Occupation, year), names, lang),
            compared: data::side_by_side(all, lang),
        }
    }
}

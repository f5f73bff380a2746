//! Scenarios as tables, CSV and JSON.

use serde_json::{Value, json};

use super::cooperation;
use super::error::CliError;
use super::json::Ends;
use super::table::{self, Table};
use super::value::{euros, sign};
use crate::domain::facts::Facts;
use crate::domain::scenario::{PlanAction, Scenario, SectionKey};
use crate::domain::units::{Bound, Estimate, Milli, Range};
use crate::i18n::{self, Lang, text};
use crate::market::plan::cohort::Cohort;
use crate::market::plan::{ActionEffect, BreakEven, Further, MoveEffect, Outlook, YearEffect};
use crate::market::values::Receiver;

/// The scenarios of a file.
pub fn scenarios(scenarios: &[Scenario], lang: Lang) -> Table {
    let mut table = Table::new(vec![
        table::left(text(lang, "cli-column-scenario"), 40),
        table::left(text(lang, "cli-column-trajectory"), 30),
        table::right(text(lang, "cli-column-actions")),
        table::left(text(lang, "cli-column-note"), 40),
    ]);
    for scenario in scenarios {
        table.push(vec![
            if scenario.is_decided {
                format!("{} ({})", scenario.name, text(lang, "scenario-is-decided"))
            } else {
                scenario.name.clone()
            },
            text(lang, &format!("trajectory-{}", scenario.trajectory.as_str())),
            scenario.actions.len().to_string(),
            scenario.note.clone(),
        ]);
    }
    table
}

/// A scenario year by year.
pub fn years(outlook: &Outlook, lang: Lang) -> Table {
    let header = |key: &str| table::right(text(lang, key));
    let mut table = Table::new(
        [
            "cli-column-year",
            "cli-column-need",
            "cli-column-unfilled-reference",
            "cli-column-unfilled-planned",
            "cli-column-filled-more",
            "cli-column-neighbours",
            "cli-column-people-more",
            "cli-column-spent",
        ]
        .map(header)
        .to_vec(),
    );
    for year in &outlook.years {
        table.push(vec![
            year.year.to_string(),
            i18n::range(lang, year.reference.need),
            i18n::range(lang, year.reference.unfilled),
            i18n::range(lang, year.planned.unfilled),
            posts(lang, year.filled),
            posts(lang, year.neighbours),
            posts(lang, year.people),
            spent(lang, year.spent),
        ]);
    }
    let (filled, spent_in_all) = outlook.whole();
    let mut whole = vec![text(lang, "cli-column-total")];
    whole.extend(["", "", ""].map(str::to_owned));
    whole.push(posts(lang, filled));
    whole.extend(["", ""].map(str::to_owned));
    whole.push(spent(lang, spent_in_all));
    table.push(whole);
    table
}

/// The actions of a scenario, each with what it fills among the others.
pub fn actions(outlook: &Outlook, facts: &Facts, lang: Lang) -> Table {
    let last = outlook.years.last().map_or(0, |year| year.year);
    let mut table = Table::new(vec![
        table::right(text(lang, "cli-column-number")),
        table::left(text(lang, "cli-column-action"), 14),
        table::left(text(lang, "cli-column-section"), 14),
        table::left(text(lang, "cli-column-programme"), 40),
        table::right(text(lang, "cli-column-seats")),
        table::right(text(lang, "cli-column-rentree")),
        table::right(text(lang, "cli-column-first-leavers")),
        table::right(format!("{} {last}", text(lang, "cli-column-gain"))),
        table::right(text(lang, "cli-column-displaced")),
        table::right(text(lang, "cli-column-euros-per-post")),
    ]);
    for effect in &outlook.actions {
        table.push(action_cells(effect, facts, lang));
    }
    table
}

fn action_cells(effect: &ActionEffect, facts: &Facts, lang: Lang) -> Vec<String> {
    let action = &effect.action;
    let first = effect.moves.first();
    let seats: i32 = action.moves().first().map_or(0, |(_, seats)| *seats);
    let displaced: Milli = effect.moves.iter().flat_map(|m| &m.displaced).map(|d| d.entrants).sum();
    let none = || "–".to_owned();
    vec![
        action.id.to_string(),
        text(lang, &format!("action-{}", action.kind.as_str())),
        action.section.site.code().to_owned(),
        programme(facts, &action.section),
        if seats == 0 { none() } else { sign(seats) },
        action.rentree.to_string(),
        first.map_or_else(none, |m| m.first_leavers.to_string()),
        effect.filled.last().map_or_else(none, |filled| posts(lang, *filled)),
        i18n::decimal(lang, displaced.people(), 1),
        effect.euros_per_post.map_or_else(none, |range| euros(lang, range)),
    ]
}

/// Scenarios beside each other: posts filled more by year, then over all years.
pub fn side_by_side(outlooks: &[Outlook], lang: Lang) -> Table {
    let mut columns = vec![table::right(text(lang, "cli-column-year"))];
    columns.extend(outlooks.iter().map(|o| table::right(o.scenario.name.clone())));
    let mut table = Table::new(columns);
    let years = outlooks.iter().flat_map(|o| &o.years).map(|y| y.year);
    let years: std::collections::BTreeSet<u16> = years.collect();
    for year in years {
        let of = |o: &Outlook| {
            let known = o.years.iter().find(|y| y.year == year);
            known.map_or_else(String::new, |y| posts(lang, y.filled))
        };
        let cells = std::iter::once(year.to_string()).chain(outlooks.iter().map(of));
        table.push(cells.collect());
    }
    let whole = |o: &Outlook| posts(lang, o.whole().0);
    let spent = |o: &Outlook| spent(lang, o.whole().1);
    let line = |key, cells: Vec<String>| std::iter::once(text(lang, key)).chain(cells).collect();
    table.push(line("cli-column-total", outlooks.iter().map(whole).collect()));
    table.push(line("cli-column-spent", outlooks.iter().map(spent).collect()));
    table
}

pub(super) fn posts(lang: Lang, estimate: Estimate) -> String {
    i18n::spread(lang, estimate.map(Milli::people), 1)
}

pub(super) fn spent(lang: Lang, spent: Option<Range<f64>>) -> String {
    spent.map_or_else(|| "–".to_owned(), |range| euros(lang, range))
}

/// « BTS Électrotechnique ».
pub fn programme(facts: &Facts, section: &SectionKey) -> String {
    let found = facts.catalogue.programmes.iter().find(|p| p.id == section.programme);
    found.map_or_else(
        || section.programme.to_string(),
        |p| format!("{} {}", p.diploma.as_str(), p.label),
    )
}

/// The years, plain commas and points whatever the language.
pub fn years_csv(outlook: &Outlook) -> Result<String, CliError> {
    let estimates = [
        "need",
        "unfilled_reference",
        "unfilled_planned",
        "filled_more",
        "neighbours",
        "people",
    ];
    let mut header = vec!["year".to_owned()];
    header.extend(
        estimates
            .iter()
            .flat_map(|name| ["low", "central", "high"].map(|end| format!("{name}_{end}"))),
    );
    header.extend(["spent_low", "spent_central", "spent_high"].map(str::to_owned));
    let mut writer = csv::Writer::from_writer(Vec::new());
    let written = |error: csv::Error| CliError::Output(error.into());
    writer.write_record(&header).map_err(written)?;
    for year in &outlook.years {
        let of = |e: Estimate| [e.low, e.central, e.high].map(|m| m.people().to_string());
        let figures = [
            year.reference.need,
            year.reference.unfilled,
            year.planned.unfilled,
            year.filled,
            year.neighbours,
            year.people,
        ];
        let mut record = vec![year.year.to_string()];
        record.extend(figures.into_iter().flat_map(of));
        let spent = year
            .spent
            .map(|s| [s.low, s.central, s.high].map(|euros| euros.to_string()));
        record.extend(spent.unwrap_or_default());
        writer.write_record(&record).map_err(written)?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| CliError::Output(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A scenario with its actions.
pub fn scenario_json(scenario: &Scenario) -> Value {
    json!({
        "name": scenario.name,
        "trajectory": scenario.trajectory.as_str(),
        "note": scenario.note,
        "decided": scenario.is_decided,
        "actions": scenario.actions.iter().map(action_json).collect::<Vec<_>>(),
        "mobility": scenario.helps.iter().map(cooperation::help_json).collect::<Vec<_>>(),
    })
}

/// A scenario with all it does.
pub fn outlook_json(outlook: &Outlook) -> Value {
    json!({
        "scenario": scenario_json(&outlook.scenario),
        "base_year": outlook.base_year,
        "revision": outlook.revision,
        "decided": outlook.decided,
        "break_even": match outlook.break_even {
            BreakEven::From(year) => json!(year),
            BreakEven::NotYet => json!("not-yet"),
            BreakEven::Unknown => Value::Null,
        },
        "years": outlook.years.iter().map(year_json).collect::<Vec<_>>(),
        "effects": outlook.actions.iter().map(|a| effect_json(a, outlook)).collect::<Vec<_>>(),
        "mobility": outlook.helps.iter().map(|h| cooperation::effect_json(h, outlook)).collect::<Vec<_>>(),
    })
}

/// An action as it is written.
pub fn action_json(action: &PlanAction) -> Value {
    json!({
        "action": action.id,
        "kind": action.kind.as_str(),
        "uai": action.section.site.uai().map(ToString::to_string),
        "basin": action.section.site.basin().map(ToString::to_string),
        "programme": action.section.programme.as_str(),
        "route": action.section.route.as_str(),
        "seats": action.seats,
        "shared": action.shared.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "towards": action.towards.as_ref().map(|site| site.code().to_owned()),
        "rentree": action.rentree,
        "status": action.status.as_str(),
        "compensation": action.compensation,
        "fixed_cost": action.fixed_cost,
        "seat_cost": action.seat_cost,
        "asked_by": action.asked_by,
        "note": action.note,
    })
}

fn year_json(year: &YearEffect) -> Value {
    let cell = |c: &crate::market::plan::CellEffect| {
        json!({
            "basin": c.basin.as_str(), "occupation": c.fap.as_str(), "need": c.need.people(),
            "unfilled_reference": c.reference.people(), "unfilled_planned": c.planned.people(),
        })
    };
    let changed = year.cells.iter().filter(|c| c.reference != c.planned);
    json!({
        "year": year.year,
        "growth": Ends::from(year.growth),
        "need": Ends::from(year.reference.need),
        "filled_reference": Ends::from(year.reference.filled),
        "filled_planned": Ends::from(year.planned.filled),
        "unfilled_reference": Ends::from(year.reference.unfilled),
        "unfilled_planned": Ends::from(year.planned.unfilled),
        "filled_more": Ends::from(year.filled),
        "neighbours": Ends::from(year.neighbours),
        "people": Ends::from(year.people),
        "spent": year.spent.map(Ends::from),
        "cells_changed": changed.map(cell).collect::<Vec<_>>(),
    })
}

/// Posts, or people, of each year.
pub(super) fn by_year(estimates: &[Estimate], outlook: &Outlook) -> Vec<Value> {
    let years = outlook.years.iter().zip(estimates);
    years
        .map(|(y, e)| json!({ "year": y.year, "posts": Ends::from(*e) }))
        .collect()
}

pub(super) fn effect_json(effect: &ActionEffect, outlook: &Outlook) -> Value {
    json!({
        "action": effect.action.id,
        "moves": effect.moves.iter().map(move_json).collect::<Vec<_>>(),
        "filled": by_year(&effect.filled, outlook),
        "filled_together": effect.filled_together.as_ref().map(|f| by_year(f, outlook)),
        "receivers": effect.receivers.iter().map(receiver_json).collect::<Vec<_>>(),
        "spent": effect.spent.as_ref().map(|s| s.iter().map(|r| Ends::from(*r)).collect::<Vec<_>>()),
        "euros_per_post": effect.euros_per_post.map(Ends::from),
    })
}

/// Posts of a basin and occupation in the last year, central.
fn receiver_json(receiver: &Receiver) -> Value {
    json!({ "basin": receiver.basin.as_str(), "occupation": receiver.fap.as_str(), "posts": receiver.posts.people() })
}

fn move_json(one: &MoveEffect) -> Value {
    let displaced = one.displaced.iter().map(|d| {
        json!({
            "uai": d.uai.as_ref().map(ToString::to_string), "programme": d.programme.as_str(), "route": d.route.as_str(),
            "entrants": d.entrants.people(), "first_leavers": d.first_leavers,
        })
    });
    json!({
        "site": one.section.site.code(),
        "programme": one.section.programme.as_str(),
        "seats": one.seats,
        "basins": one.basins.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "pool": one.pool.as_str(),
        "rentree": one.rentree,
        "first_leavers": one.first_leavers,
        "cohort": cohort_json(&one.cohorts[Bound::Central as usize]),
        "further": one.further.iter().map(further_json).collect::<Vec<_>>(),
        "displaced": displaced.collect::<Vec<_>>(),
        "missing": one.missing.people(),
    })
}

fn further_json(further: &Further) -> Value {
    let central = &further.cohorts[Bound::Central as usize];
    json!({ "diploma": further.diploma.as_str(), "rentree": central.rentree, "cohort": cohort_json(central) })
}

fn cohort_json(cohort: &Cohort) -> Value {
    let people = |all: &[Milli]| all.iter().map(|m| m.people()).collect::<Vec<_>>();
    json!({
        "enrolled": people(&cohort.enrolled),
        "dropouts": people(&cohort.dropouts),
        "final_year": cohort.final_year.people(),
        "continuing": cohort.continuing.people(),
        "leavers": cohort.leavers.people(),
        "graduates": cohort.graduates.people(),
        "in_field": cohort.in_field.people(),
    })
}

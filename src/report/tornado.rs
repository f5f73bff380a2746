//! The tornado: which assumption moves the gap most, as a chart.

use super::chart::{Chart, ChartKind, Digits, Swing as Drawn};
use super::{names, standing};
use crate::domain::assumption::{Assumption, AssumptionKey};
use crate::domain::facts::Facts;
use crate::domain::units::Milli;
use crate::i18n::{Lang, Message, decimal, percent, typographic};
use crate::market::sensitivity::{Sensitivity, Swing};

/// Bars of a tornado; the assumptions behind them move less, and are counted.
pub const SWINGS_DRAWN: usize = 15;

/// The widest swings of the unfilled posts of the territory.
pub fn tornado(facts: &Facts, found: &Sensitivity, lang: Lang) -> Chart {
    let moving: Vec<&Swing> = found
        .swings
        .iter()
        .filter(|s| found.changes(s) != [Milli::ZERO; 2])
        .collect();
    let drawn = moving.iter().take(SWINGS_DRAWN).map(|swing| Drawn {
        label: name(&swing.assumption, lang),
        ends: [swing.assumption.value.low, swing.assumption.value.high].map(|v| written(&swing.assumption, v, lang)),
        changes: found.changes(swing).map(Milli::people),
    });
    let head = (
        "tornado",
        Message::new("report-tornado-title"),
        Message::new("report-tornado-unit"),
    );
    let kind = ChartKind::Tornado(drawn.collect());
    let mut chart = standing::chart(head, (Digits::Number(0), kind), (facts, found.year), lang);
    chart.footer.remark = Some(
        Message::new("report-tornado-remark")
            .with("unfilled", decimal(lang, found.unfilled.people(), 0))
            .with("revision", found.revision)
            .with("still", found.swings.len() - moving.len())
            .with("exact", found.without_range),
    );
    chart
}

/// « Taux de remplissage, tous ».
pub fn name(assumption: &Assumption, lang: Lang) -> String {
    let key = names::assumption(assumption.key).text(lang);
    let scope = typographic(&names::scope(&assumption.scope).text(lang));
    format!("{key}, {scope}")
}

/// A value of an assumption with its unit: shares in percent, kilometres, people.
pub fn written(assumption: &Assumption, value: f64, lang: Lang) -> String {
    match assumption.key {
        AssumptionKey::RadiusKm => crate::i18n::kilometres(lang, crate::domain::units::Km(value)),
        AssumptionKey::ApprenticeSeatCap
        | AssumptionKey::Shrinkage
        | AssumptionKey::SeatCost
        | AssumptionKey::OpeningCost
        | AssumptionKey::PostWorth
        | AssumptionKey::MatchSurplus
        | AssumptionKey::MatchNoise
        | AssumptionKey::NetCreation
        | AssumptionKey::NationalProjects
        | AssumptionKey::TrainingHours
        | AssumptionKey::YearHours
        | AssumptionKey::ColorationHours
        | AssumptionKey::ModuleHours => decimal(lang, value, 0),
        _ => percent(lang, value),
    }
}

//! The charts of a scenario: posts left unfilled year by year, before and after, and the posts filled more.

use super::data::FINE;
use crate::domain::facts::Facts;
use crate::domain::units::{Estimate, Milli};
use crate::i18n::{Lang, Message};
use crate::market::plan::{Outlook, YearEffect};
use crate::report::chart::{Bar, ChartKind, Curve, Digits, Role};
use crate::report::{Chart, standing};

/// Unfilled posts without any action and with them all, with their ranges.
pub fn unfilled(outlook: &Outlook, facts: &Facts, lang: Lang) -> Chart {
    let curve = |key: &'static str, role: Role, of: fn(&YearEffect) -> Estimate| Curve {
        label: Message::new(key),
        role,
        points: outlook
            .years
            .iter()
            .map(|year| (year.year, of(year).map(Milli::people)))
            .collect(),
    };
    let curves = vec![
        curve("ui-plan-unfilled-reference", Role::Whole, |year| {
            year.reference.unfilled
        }),
        curve("ui-plan-unfilled-planned", Role::Met, |year| year.planned.unfilled),
    ];
    let head = (
        "plan-unfilled",
        Message::new("ui-plan-chart-unfilled").with("scenario", outlook.scenario.name.as_str()),
        Message::new("report-unit-posts"),
    );
    let kind = ChartKind::Trend(curves);
    standing::chart(head, (Digits::Number(0), kind), (facts, outlook.base_year), lang)
}

/// Posts filled more in each year, with their ranges.
pub fn filled(outlook: &Outlook, facts: &Facts, lang: Lang) -> Chart {
    let bar = |year: &YearEffect| Bar {
        label: year.year.to_string(),
        value: year.filled.map(Milli::people),
    };
    let head = (
        "plan-filled",
        Message::new("ui-plan-chart-filled").with("scenario", outlook.scenario.name.as_str()),
        Message::new("report-unit-posts"),
    );
    let kind = ChartKind::Diverging(outlook.years.iter().map(bar).collect());
    let digits = Digits::Number(u8::try_from(FINE).unwrap_or(1));
    standing::chart(head, (digits, kind), (facts, outlook.base_year), lang)
}

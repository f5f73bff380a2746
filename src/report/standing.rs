//! What a chart outside a report says besides its marks: sources, field, the sentence that replaces it, and that it is simulated.

use std::collections::BTreeSet;

use super::chart::{Chart, ChartKind, Digits};
use super::document::Footer;
use crate::domain::facts::Facts;
use crate::domain::source::SourceId;
use crate::domain::territory::Nature;
use crate::i18n::{Lang, Message, vintage};

/// Marks told in the sentence that replaces a chart; more are counted.
const TOLD: usize = 12;

/// A chart of the facts for a year, its unit and marks to be drawn under a title.
pub fn chart(
    (id, title, unit): (&'static str, Message, Message),
    (digits, kind): (Digits, ChartKind),
    (facts, year): (&Facts, u16),
    lang: Lang,
) -> Chart {
    let footer = Footer {
        source: source(facts, lang),
        field: Message::new("report-chart-field")
            .with("territory", facts.territory.name.as_str())
            .with("year", year.to_string())
            .with("revision", facts.revision),
        reading: None,
        remark: None,
    };
    let mut chart = Chart {
        id,
        alt: title.clone(),
        title,
        unit,
        digits,
        kind,
        footer,
        mark: (facts.territory.nature == Nature::Simulated).then(|| Message::new("simulated")),
    };
    let items = chart.items(lang);
    let told = items
        .iter()
        .take(TOLD)
        .map(|item| format!("{} {}", item.label, item.words));
    let list = told.collect::<Vec<_>>().join(" · ");
    chart.alt = Message::new("report-chart-alt")
        .with("title", chart.title.clone())
        .with("n", items.len())
        .with("list", list);
    chart
}

/// Producers and vintages of the files of the territory.
fn source(facts: &Facts, lang: Lang) -> Message {
    let imported = facts.sources.iter().filter(|source| source.id != SourceId::CATALOGUE);
    let cited: BTreeSet<String> = imported
        .map(|source| {
            Message::new("report-cited-source")
                .with("producer", source.producer.as_str())
                .with("vintage", vintage(&source.vintage))
                .text(lang)
        })
        .collect();
    let list = cited.into_iter().reduce(|first, second| {
        let join = Message::new("report-list-join").with("first", first);
        join.with("second", second).text(lang)
    });
    match list {
        Some(list) => Message::new("report-source").with("list", list),
        None => Message::new("report-source-own"),
    }
}

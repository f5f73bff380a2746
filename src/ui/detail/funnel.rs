//! A section from its seats to the people available, as a chart.

use crate::i18n::{Lang, Message};
use crate::market::funnel::section_funnel;
use crate::market::gap::Gap;
use crate::market::values::SeatKey;
use crate::report::chart::{Bar, ChartKind, Digits, Role};
use crate::report::{Chart, standing};
use crate::ui::snapshot::Snapshot;

/// The chart of the section of a line; nothing for a regional headcount.
pub fn chart(key: &SeatKey, snapshot: &Snapshot, gap: &Gap, lang: Lang) -> Option<Chart> {
    let stages = section_funnel(gap, key.uai.as_ref()?, &key.programme, key.route);
    if stages.is_empty() {
        return None;
    }
    let bars = stages.into_iter().map(|(stage, value)| Bar {
        label: crate::i18n::text(lang, &format!("report-step-{}", stage.as_str())),
        value,
    });
    let head = (
        "section",
        Message::new("ui-chart-section"),
        Message::new("report-unit-people"),
    );
    let kind = ChartKind::Bars(bars.collect(), Role::Met);
    let mut chart = standing::chart(head, (Digits::Number(1), kind), (&snapshot.facts, gap.year), lang);
    chart.footer.remark = Some(Message::new("ui-chart-section-remark"));
    Some(chart)
}

//! The dashboard's drawings as charts that leave the window: the same figures, with title, unit and sources.

use super::data::{DomainGap, Step, StepKind};
use crate::domain::facts::Facts;
use crate::domain::units::Milli;
use crate::i18n::{Lang, Message};
use crate::report::chart::{Bar, ChartKind, Digits, Role, Step as Drawn};
use crate::report::{Chart, standing};

/// From need to filled; nothing while a step is being computed.
pub fn causes(steps: &[Step], mark: &'static str, (facts, year): (&Facts, u16), lang: Lang) -> Option<Chart> {
    let drawn: Option<Vec<Drawn>> = steps.iter().map(drawn).collect();
    let title = Message::new("ui-chart-causes").with("sharing", Message::new(mark));
    let head = ("causes", title, Message::new("report-unit-posts"));
    let kind = ChartKind::Waterfall(drawn?);
    Some(standing::chart(head, (Digits::Number(0), kind), (facts, year), lang))
}

fn drawn(step: &Step) -> Option<Drawn> {
    let (from, to) = step.bar?;
    Some(Drawn {
        label: Message::new("ui-chart-words").with("words", step.label.as_str()),
        from: from.people(),
        to: to.people(),
        amount: step.amount?,
        role: match step.kind {
            StepKind::Need | StepKind::Friction => Role::Whole,
            StepKind::Cause => Role::Unmet,
            StepKind::Residual => Role::Residual,
            StepKind::Filled => Role::Met,
        },
    })
}

/// Leavers less need of each domain, with the range of both.
pub fn domains(domains: &[DomainGap], (facts, year): (&Facts, u16), lang: Lang) -> Chart {
    let bar = |domain: &DomainGap| Bar {
        label: domain.label.clone(),
        value: domain.range.map(Milli::people),
    };
    let head = (
        "domains",
        Message::new("ui-dashboard-domains"),
        Message::new("ui-chart-people-a-year"),
    );
    let kind = ChartKind::Diverging(domains.iter().map(bar).collect());
    standing::chart(head, (Digits::Number(0), kind), (facts, year), lang)
}

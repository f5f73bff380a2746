//! What is shown of a proposed plan: its actions, how good it is proved to be, and what stands in the way of more.

use std::collections::BTreeSet;

use super::data::{self, FINE};
use crate::domain::scenario::{ActionStatus, PlanAction, Scenario};
use crate::i18n::{self, Lang, Message, text};
use crate::market::plan::{Proposal, ProposedAction};
use crate::ui::snapshot::Snapshot;
use crate::ui::theme::size;
use crate::ui::widgets::table::{Cell, Column, Offer, Row, Table};

/// Decimals of the distance proved, in percent.
const DISTANCE_DECIMALS: usize = 3;

/// True where the scenario refuses an action on the same section.
pub fn is_refused(action: &PlanAction, scenario: &Scenario) -> bool {
    let refused = |known: &&PlanAction| known.status == ActionStatus::Refused && known.section == action.section;
    scenario.actions.iter().any(|known| refused(&known))
}

/// The actions of a proposal, by their place in it: ticked ones would be written.
pub fn table(
    proposal: &Proposal,
    (scenario, left): (&Scenario, &BTreeSet<usize>),
    snapshot: &Snapshot,
    lang: Lang,
) -> Table<usize> {
    let words = |key: &str, width| Column::text(text(lang, key), width);
    let number = |key: &str, width| Column::number(text(lang, key), width);
    let (facts, names) = (&snapshot.facts, &snapshot.names);
    let row = |(place, proposed): (usize, &ProposedAction)| {
        let action = &proposed.action;
        let kept = match is_refused(action, scenario) {
            true => Cell::Text(text(lang, "action-status-refused")),
            false => Cell::Tick(!left.contains(&place)),
        };
        Row {
            key: place,
            cells: vec![
                Cell::Text(names.programme(&action.section.programme)),
                kept,
                Cell::Text(data::kind_words(action.kind, lang)),
                Cell::Text(data::seats_words(action, lang)),
                Cell::Text(action.rentree.to_string()),
                Cell::Number(proposed.gain.people(), FINE),
                Cell::Text(data::site_words(&action.section.site, facts, names)),
                Cell::Text(data::route_words(&action.section, lang)),
            ],
        }
    };
    Table {
        id: "plan-proposed",
        title: text(lang, "ui-plan-part-optimise"),
        columns: vec![
            words("ui-column-programme", size::COLUMN_NAME)
                .up_to(size::COLUMN_LONG_NAME)
                .offered(Offer::Always),
            words("ui-plan-kept", size::COLUMN_FIGURE).help(text(lang, "ui-plan-kept-help")),
            words("ui-plan-kind", size::COLUMN_FIGURE),
            number("ui-plan-seats", size::COLUMN_CODE),
            number("ui-plan-first", size::COLUMN_CODE),
            number("ui-plan-loss", size::COLUMN_FIGURE).help(text(lang, "ui-plan-loss-help")),
            words("ui-plan-site", size::COLUMN_WORDS).up_to(size::COLUMN_LONG_NAME),
            words("ui-column-route", size::COLUMN_ROUTE).offered(Offer::OnDemand),
        ],
        rows: proposal.actions.iter().enumerate().map(row).collect(),
        totals: None,
    }
    .fitted(lang)
}

/// How far from the best possible the plan is at most, and what was looked at; then each limit reached.
pub fn standing(proposal: &Proposal, lang: Lang) -> Vec<Message> {
    #[expect(clippy::cast_precision_loss, reason = "millionths")]
    let percent = proposal.gap as f64 / 10_000.0;
    let key = if proposal.is_proved {
        "ui-plan-proved"
    } else {
        "ui-plan-open"
    };
    let mut told = Vec::new();
    if proposal.actions.is_empty() {
        told.push(Message::new("ui-plan-proposed-nothing"));
    }
    told.push(
        Message::new(key)
            .with("share", i18n::decimal(lang, percent, DISTANCE_DECIMALS))
            .with("looked", proposal.looked_at)
            .with("possible", proposal.possible),
    );
    let limits = proposal.binding.iter();
    told.extend(limits.map(|limit| Message::new("ui-plan-binding").with("limit", limit.clone())));
    told
}

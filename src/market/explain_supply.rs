//! Opens the supply behind a line of the gap: nodes, origins, factors.

use std::sync::Arc;

use super::explain::{Input, Unit, bare};
use super::frame::Frame;
use super::gap::{Factor, FactorKind, FactorProvenance, Gap, Origin, Shrink, Supply};
use super::matching::{distance, radius};
use crate::domain::assumption::AssumptionKey;
use crate::domain::id::{BasinCode, FapCode};
use crate::domain::programme::Route;
use crate::domain::source::SourceId;
use crate::domain::units::{Milli, Range};
use crate::i18n::Message;

/// Supply nodes behind cells: for one cell, those with an outlet within reach of it; for a wider line, those of its basins and occupations.
pub(super) fn supply_inputs(frame: &Frame<'_>, gap: &Gap, cells: &[(&BasinCode, &FapCode)]) -> Vec<Input> {
    let concerns = |node: &&Supply| match cells {
        [(basin, fap)] => node.outlets.contains(fap) && within_reach(frame, node, basin),
        _ => node
            .outlets
            .iter()
            .any(|fap| cells.binary_search(&(&node.basin, fap)).is_ok()),
    };
    gap.supplies
        .iter()
        .filter(concerns)
        .map(|node| node_input(frame, node))
        .collect()
}

fn within_reach(frame: &Frame<'_>, node: &Supply, basin: &BasinCode) -> bool {
    let places = frame.basin(&node.basin).zip(frame.basin(basin));
    places.is_some_and(|(from, to)| distance(frame, from, to) <= radius(frame, node.level))
}

fn node_input(frame: &Frame<'_>, node: &Supply) -> Input {
    let basin = frame.basin(&node.basin).map_or("", |i| frame.basins[i].name.as_str());
    let sources: Vec<SourceId> = node.origins.iter().map(|o| o.source).collect();
    Input {
        what: Message::new("market-input-node")
            .with(
                "programme",
                format!("{} {}", node.diploma.as_str(), node.programme_label),
            )
            .with("route", Message::new(route_key(node.route)))
            .with("place", basin),
        value: node.in_field.map(Milli::people),
        provenance: weakest(node.origins.iter().flat_map(|o| &o.factors)),
        parts: node.origins.iter().map(|o| origin_input(frame, o)).collect(),
        ..bare(frame.facts, sources.first().copied().unwrap_or_default())
    }
}

fn origin_input(frame: &Frame<'_>, origin: &Origin) -> Input {
    let what = match (&origin.uai, &origin.establishment) {
        (Some(uai), Some(name)) => Message::new("market-input-section").with("name", format!("{name} ({uai})")),
        (Some(uai), None) => Message::new("market-input-section").with("name", uai.as_str()),
        (None, _) => Message::new("market-input-headcount"),
    };
    Input {
        what,
        value: origin.in_field.map(Milli::people),
        provenance: weakest(&origin.factors),
        rows: origin.rows.to_vec(),
        parts: origin.factors.iter().map(|f| factor_input(frame, f)).collect(),
        ..bare(frame.facts, origin.source)
    }
}

fn factor_input(frame: &Frame<'_>, factor: &Factor) -> Input {
    let people = matches!(
        factor.kind,
        FactorKind::Seats | FactorKind::Entrants | FactorKind::FinalYear
    );
    Input {
        what: Message::new(factor_key(factor.kind)),
        value: factor.value,
        unit: if people { Unit::People } else { Unit::Rate },
        provenance: factor.provenance,
        denominator: factor.denominator,
        vintage: factor.vintage.clone(),
        rows: factor.rows.clone(),
        parts: factor
            .shrink
            .as_ref()
            .map_or_else(Vec::new, |s| shrink_inputs(frame, s)),
        ..bare(frame.facts, factor.source)
    }
}

/// What a shrunk rate is recomputed from: both rates, n and k.
fn shrink_inputs(frame: &Frame<'_>, shrink: &Shrink) -> Vec<Input> {
    let rate = |what: &'static str, factor: &Factor| Input {
        what: Message::new(what),
        ..factor_input(frame, factor)
    };
    let observed = Input {
        what: Message::new("market-shrink-leavers"),
        value: Range::exact(shrink.leavers),
        vintage: shrink.narrow.vintage.clone(),
        rows: shrink.narrow.rows.clone(),
        ..bare(frame.facts, shrink.narrow.source)
    };
    let assumption = frame.assumptions.find(AssumptionKey::Shrinkage, &[]);
    let constant = Input {
        what: Message::new("market-shrink-constant"),
        value: Range::exact(shrink.constant),
        provenance: FactorProvenance::Assumed,
        vintage: assumption.map_or_else(String::new, |a| a.source.clone()),
        ..bare(frame.facts, SourceId::CATALOGUE)
    };
    vec![
        rate("market-shrink-narrow", &shrink.narrow),
        observed,
        rate("market-shrink-wider", &shrink.wider),
        constant,
    ]
}

/// The weakest provenance among factors: a product is as sure as its least sure factor.
fn weakest<'f>(factors: impl IntoIterator<Item = &'f Arc<Factor>>) -> FactorProvenance {
    let found = factors.into_iter().map(|f| f.provenance).max();
    found.unwrap_or(FactorProvenance::Measured)
}

fn route_key(route: Route) -> &'static str {
    match route {
        Route::School => "market-route-school",
        Route::Apprenticeship => "market-route-apprenticeship",
        Route::Continuing => "market-route-continuing",
    }
}

/// Text of a factor: `market-factor-<stable text>`.
fn factor_key(kind: FactorKind) -> &'static str {
    match kind {
        FactorKind::Seats => "market-factor-seats",
        FactorKind::FillRate => "market-factor-fill-rate",
        FactorKind::Entrants => "market-factor-entrants",
        FactorKind::Retention => "market-factor-retention",
        FactorKind::FinalYear => "market-factor-final-year",
        FactorKind::SpreadShare => "market-factor-spread-share",
        FactorKind::Cohorts => "market-factor-cohorts",
        FactorKind::LeavingShare => "market-factor-leaving-share",
        FactorKind::DiplomaRate => "market-factor-diploma-rate",
        FactorKind::StaysInField => "market-factor-stays-in-field",
    }
}

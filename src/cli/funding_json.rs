//! Money as JSON: stable names, euros and people as numbers, null where nothing is known.

use serde_json::{Value, json};

use super::json::Ends;
use crate::domain::funding::{Aid, Envelope, Funding, FundingLine, Npec};
use crate::market::funding::{
    BoughtLot, CostSource, FundedYear, Purchase, RankLine, Ranking, ScenarioFunding, SeatCost, Waste, WastedSection,
};

/// All that is told of money.
pub fn funding_json(funding: &Funding) -> Value {
    let line = |l: &FundingLine| json!({ "action": l.action, "envelope": l.envelope, "euros": l.euros });
    json!({
        "envelopes": funding.envelopes.iter().map(envelope_json).collect::<Vec<_>>(),
        "aids": funding.aids.iter().map(aid_json).collect::<Vec<_>>(),
        "npecs": funding.npecs.iter().map(npec_json).collect::<Vec<_>>(),
        "given": funding.lines.iter().map(line).collect::<Vec<_>>(),
    })
}

fn envelope_json(e: &Envelope) -> Value {
    json!({
        "number": e.id, "name": e.name, "funder": e.funder.as_str(), "year": e.year, "euros": e.euros, "pays": e.pays.as_str(),
        "source": e.source, "note": e.note,
    })
}

/// One aid.
pub fn aid_json(aid: &Aid) -> Value {
    json!({
        "number": aid.id, "name": aid.name, "from": aid.from.to_string(), "to": aid.to.map(|day| day.to_string()),
        "level_from": aid.levels.0, "level_to": aid.levels.1, "firm_from": aid.firm.0, "firm_to": aid.firm.1,
        "euros": aid.euros, "source": aid.source,
    })
}

/// One contract cost.
pub fn npec_json(npec: &Npec) -> Value {
    json!({
        "number": npec.id, "code": npec.code.as_str(), "branch": npec.branch.as_ref().map(ToString::to_string),
        "from": npec.from.to_string(), "to": npec.to.map(|day| day.to_string()), "euros": npec.euros, "source": npec.source,
    })
}

/// The ranking with every factor.
pub fn ranking_json(ranking: &Ranking) -> Value {
    let line = |line: &RankLine| {
        json!({
            "rank": line.rank, "rank_in_diploma": line.rank_in_diploma, "programme": line.programme.as_str(),
            "programme_label": line.programme_label, "diploma": line.diploma.as_str(), "level": line.level,
            "route": line.route.as_str(), "unit": line.unit.as_str(), "sections": line.sections, "seats": line.seats,
            "fill": line.fill.map(Ends::from), "yield": line.yielded.map(Ends::from), "tension": line.tension.map(Ends::from),
            "posts_per_seat": Ends::from(line.posts_per_seat), "years": line.years, "cost": cost_json(&line.cost),
            "euros_per_post": line.euros_per_post.map(Ends::from), "aid": line.aid.map(Ends::from),
            "best": line.best.as_ref().map(|(uai, posts)| json!({ "uai": uai.as_str(), "posts": posts.people() })),
        })
    };
    json!({
        "year": ranking.year, "revision": ranking.revision, "rentree": ranking.rentree, "lot": Ranking::LOT,
        "lines": ranking.lines.iter().map(line).collect::<Vec<_>>(),
    })
}

fn cost_json(cost: &SeatCost) -> Value {
    let mut told = json!({ "euros": cost.euros.map(Ends::from), "from": cost.from.as_str() });
    match &cost.from {
        CostSource::Npec { npec } => told["npec"] = npec_json(npec),
        CostSource::Branches { rows } => told["rows"] = json!(rows),
        CostSource::Assumption { scope, source } => {
            told["scope"] = json!(scope);
            told["source"] = json!(source);
        }
        CostSource::Unknown => {}
    }
    told
}

/// A purchase with its curve.
pub fn purchase_json(bought: &Purchase) -> Value {
    let lot = |lot: &BoughtLot| {
        json!({
            "uai": lot.uai.as_ref().map(ToString::to_string), "establishment": lot.establishment,
            "region": lot.region.as_ref().map(ToString::to_string), "programme": lot.programme.as_str(),
            "diploma": lot.diploma.as_str(), "route": lot.route.as_str(), "unit": lot.unit.as_str(), "seats": lot.seats,
            "years": lot.years, "euros": Ends::from(lot.euros), "cost": cost_json(&lot.cost), "posts": Ends::from(lot.posts),
            "alone": lot.alone.people(), "whole_euros": lot.whole_euros, "whole_posts": Ends::from(lot.whole_posts),
        })
    };
    json!({
        "year": bought.year, "revision": bought.revision, "euros": bought.request.euros, "pays": bought.request.pays.as_str(),
        "lot": bought.request.lot, "workshop": bought.request.workshop, "lots": bought.lots.iter().map(lot).collect::<Vec<_>>(),
        "spent": bought.spent(), "posts": Ends::from(bought.posts()), "added_up": bought.added_up().people(),
        "stop": bought.stop.as_str(), "without_cost": bought.without_cost, "short_of_pupils": bought.short_of_pupils,
    })
}

/// The sections that fill nothing.
pub fn waste_json(waste: &Waste) -> Value {
    let line = |line: &WastedSection| {
        json!({
            "uai": line.uai.as_str(), "establishment": line.establishment, "programme": line.programme.as_str(),
            "diploma": line.diploma.as_str(), "level": line.level, "route": line.route.as_str(),
            "basins": line.basins.iter().map(ToString::to_string).collect::<Vec<_>>(), "seats": line.seats,
            "people": Ends::from(line.people), "lost": Ends::from(line.lost), "euros": line.euros.map(Ends::from),
            "together": line.together,
        })
    };
    let (sections, seats, euros, unknown) = waste.together();
    json!({
        "year": waste.year, "revision": waste.revision, "looked_at": waste.looked_at,
        "together": { "sections": sections, "seats": seats, "euros": Ends::from(euros), "without_cost": unknown },
        "lines": waste.lines.iter().map(line).collect::<Vec<_>>(),
    })
}

/// The money of a scenario.
pub fn scenario_json(funding: &ScenarioFunding) -> Value {
    let year = |year: &FundedYear| {
        json!({
            "year": year.year, "spent": year.spent.map(Ends::from), "envelopes": year.envelopes, "given": year.given,
            "followed": year.followed, "uncovered": year.uncovered.map(Ends::from), "contracts": Ends::from(year.contracts),
            "aid": year.aid.map(Ends::from),
        })
    };
    let envelopes = funding.envelopes.iter().map(|used| {
        let mut told = envelope_json(&used.envelope);
        told["given"] = json!(used.given);
        told["left"] = json!(used.left);
        told
    });
    let funders = funding
        .funders
        .iter()
        .map(|(funder, euros)| json!({ "funder": funder.as_str(), "euros": euros }));
    json!({
        "scenario": funding.scenario, "years": funding.years.iter().map(year).collect::<Vec<_>>(),
        "envelopes": envelopes.collect::<Vec<_>>(), "funders": funders.collect::<Vec<_>>(),
        "spent": funding.spent.map(Ends::from), "given": funding.given(), "followed": funding.followed(),
        "share_of_given": funding.share_of_given(), "share_of_spent": funding.share_of_spent(),
    })
}

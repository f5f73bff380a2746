//! What is said of money, in the same sentences on screen, in the terminal and in reports.

use crate::domain::funding::Pays;
use crate::domain::units::{Estimate, Milli, Range};
use crate::i18n::{self, Lang, Message};
use crate::market::funding::{CostSource, Purchase, ScenarioFunding, SeatCost, Waste};

/// What is not known: « n.d. ».
pub fn unknown(lang: Lang) -> String {
    i18n::text(lang, "report-not-available")
}

/// Euros with their range, « 10 000 (8 000–12 000) »; « ∞ » for an end without bound.
pub fn euros_words(lang: Lang, range: Range<f64>) -> String {
    let shown = |euros: f64| match euros.is_finite() {
        true => i18n::decimal(lang, euros, 0),
        false => "∞".to_owned(),
    };
    let Range { low, central, high } = range.map(shown);
    match low == high {
        true => central,
        false => format!("{central} ({low}–{high})"),
    }
}

/// The same, or that it is not known.
pub fn money_words(lang: Lang, range: Option<Range<f64>>) -> String {
    range.map_or_else(|| unknown(lang), |range| euros_words(lang, range))
}

/// Posts with their range, to the tenth.
pub fn posts_words(lang: Lang, estimate: Estimate) -> String {
    i18n::spread(lang, estimate.map(Milli::people), 1)
}

/// « NPEC RNCP34500 (0054) », « hypothèse “coût d’une place” BTS »…
pub fn cost_words(cost: &SeatCost, lang: Lang) -> String {
    let told = Message::new(format!("cost-source-{}", cost.from.as_str()));
    match &cost.from {
        CostSource::Npec { npec } => {
            let branch = npec.branch.as_ref();
            let branch = branch.map_or_else(String::new, |branch| format!(" ({branch})"));
            told.with("code", npec.code.as_str()).with("branch", branch).text(lang)
        }
        CostSource::Branches { rows } => told.with("rows", *rows).text(lang),
        CostSource::Assumption { scope, .. } => told.with("scope", scope.as_str()).text(lang).trim_end().to_owned(),
        CostSource::Unknown => told.text(lang),
    }
}

/// What a purchase comes to, why it stops, and what it left out.
pub fn purchase_notes(bought: &Purchase, lang: Lang) -> Vec<Message> {
    if bought.request.pays == Pays::Equipment {
        return vec![Message::new("funding-equipment")];
    }
    let whole = Message::new("funding-bought")
        .with("lots", bought.lots.len())
        .with("spent", i18n::decimal(lang, bought.spent(), 0))
        .with("euros", bought.request.euros)
        .with("posts", posts_words(lang, bought.posts()))
        .with("alone", i18n::decimal(lang, bought.added_up().people(), 1));
    let mut notes = vec![whole, Message::new(format!("purchase-stop-{}", bought.stop.as_str()))];
    let left_out = [
        ("funding-without-cost", bought.without_cost),
        ("funding-short-of-pupils", bought.short_of_pupils),
    ];
    let left_out = left_out.into_iter().filter(|(_, n)| *n > 0);
    notes.extend(left_out.map(|(key, n)| Message::new(key).with("n", n)));
    notes.push(Message::new("funding-buys-method"));
    notes
}

/// How much the sections that fill nothing together cost, and how it is to be read.
pub fn waste_notes(waste: &Waste, lang: Lang) -> Vec<Message> {
    let (sections, seats, spent, unknown) = waste.together();
    let whole = Message::new("funding-waste")
        .with("sections", sections)
        .with("looked", waste.looked_at)
        .with("seats", seats)
        .with("euros", euros_words(lang, spent))
        .with("unknown", unknown);
    vec![whole, Message::new("funding-waste-caution")]
}

/// Funders, the followed share and envelopes overspent of a scenario.
pub fn scenario_notes(funding: &ScenarioFunding, lang: Lang) -> Vec<Message> {
    let percent = |share: Option<f64>| share.map_or_else(|| unknown(lang), |share| i18n::percent(lang, share));
    let funder = |(funder, euros): &(crate::domain::funding::Funder, u64)| {
        let funder = Message::new(format!("funder-{}", funder.as_str()));
        Message::new("funding-funder")
            .with("funder", funder)
            .with("euros", *euros)
    };
    let mut notes: Vec<Message> = funding.funders.iter().map(funder).collect();
    notes.push(
        Message::new("funding-share")
            .with("euros", funding.followed())
            .with("given", funding.given())
            .with("share", percent(funding.share_of_given()))
            .with("of-spent", percent(funding.share_of_spent())),
    );
    let over = funding.envelopes.iter().filter(|used| used.left < 0);
    notes.extend(over.map(|used| {
        Message::new("funding-overspent")
            .with("name", used.envelope.name.as_str())
            .with("year", used.envelope.year.to_string())
            .with("scenario", funding.scenario.as_str())
            .with("euros", -used.left)
    }));
    notes
}

//! What is on the board, in sentences: the same for the terminal, the screen and the report.

use crate::domain::board::{
    Asset, BoardItem, Experiment, Means, PartnerCommitment, Pledge, ReviewOutcome, Surprise, Touched,
};
use crate::domain::day::Day;
use crate::domain::facts::{CatalogueNames, Facts};
use crate::domain::id::{BasinCode, FapCode, ProgrammeId, Uai};
use crate::domain::scenario::Site;
use crate::i18n::{self, Lang, Message};

use super::board_check::action_of;
use super::review::Learned;

/// « BTS Électrotechnique, taux de remplissage : 90 % supposés, 24 sur 48 observés, 62 % (52 à 71) réestimés ».
pub fn learned_line(one: &Learned, lang: Lang) -> Message {
    let percent = |share: f64| i18n::decimal(lang, share * 100.0, 0);
    let (people, did) = one.observed;
    let assumption = Message::new(format!("store-assumption-{}", one.key.as_str()));
    Message::new("board-line-learned")
        .with("assumption", assumption)
        .with("programme", i18n::typographic(&one.programme_label))
        .with("prior", percent(one.prior.central))
        .with("did", did)
        .with("people", people)
        .with("value", percent(one.value.central))
        .with("low", percent(one.value.low))
        .with("high", percent(one.value.high))
}

/// Says what an item of the board is, with names in place of codes.
pub fn board_line(facts: &Facts, item: &BoardItem) -> Message {
    let names = Names {
        facts,
        catalogue: facts.catalogue.names(),
    };
    match item {
        BoardItem::Means(means) => names.means(means),
        BoardItem::Commitment(told) => names.commitment(told),
        BoardItem::Experiment(one) => names.experiment(one),
        BoardItem::Surprise(one) => names.surprise(one),
        BoardItem::Step(step) => Message::new(match step.who.is_empty() {
            true => "board-line-step",
            false => "board-line-step-of",
        })
        .with("what", step.what.as_str())
        .with("who", step.who.as_str()),
        BoardItem::Review(outcome) => names.review(outcome),
    }
}

/// A day, as each language writes it.
pub fn board_day(day: Day) -> Message {
    let iso = day.to_string();
    let part = |at: usize| iso.split('-').nth(at).unwrap_or_default().to_owned();
    Message::new("board-day")
        .with("year", part(0))
        .with("month", part(1))
        .with("day", part(2))
}

/// Says what an item changes in a plan or a forecast; nothing where it changes none by itself.
pub fn board_effect(item: &BoardItem) -> Option<Message> {
    let key = match item {
        BoardItem::Means(means) => format!("board-effect-{}", means.asset.kind().as_str()),
        BoardItem::Commitment(told) => format!("board-effect-{}", told.pledge.kind().as_str()),
        BoardItem::Experiment(_) | BoardItem::Review(_) => format!("board-effect-{}", item.part().as_str()),
        BoardItem::Surprise(_) | BoardItem::Step(_) => return None,
    };
    Some(Message::new(key))
}

/// Where an item stands: due, late, done.
pub fn board_standing(item: &BoardItem, today: Day) -> Option<Message> {
    let dated = |key: &'static str, day: Day| Message::new(key).with("date", board_day(day));
    match item {
        BoardItem::Commitment(told) if told.is_late(today) => Some(dated("board-standing-late", told.due)),
        BoardItem::Commitment(told) => {
            let status = Message::new(format!("commitment-status-{}", told.status.as_str()));
            Some(dated("board-standing-status", told.due).with("status", status))
        }
        BoardItem::Step(step) => Some(match step.done_on {
            Some(day) => dated("board-standing-done", day),
            None if step.is_late(today) => dated("board-standing-late", step.due),
            None => dated("board-standing-due", step.due),
        }),
        BoardItem::Experiment(one) if one.review_on < today => {
            Some(dated("board-standing-review-passed", one.review_on))
        }
        BoardItem::Experiment(one) => Some(dated("board-standing-review", one.review_on)),
        BoardItem::Surprise(one) => Some(dated("board-standing-noted", one.noted_on)),
        BoardItem::Means(_) | BoardItem::Review(_) => None,
    }
}

struct Names<'f> {
    facts: &'f Facts,
    catalogue: CatalogueNames<'f>,
}

impl Names<'_> {
    fn means(&self, means: &Means) -> Message {
        let line = match &means.asset {
            Asset::Workshop { uai, nsf, seats } => Message::new("board-line-workshop")
                .with("site", self.establishment(uai))
                .with("nsf", nsf.as_str())
                .with("seats", *seats),
            Asset::Trainers {
                site,
                posts,
                seats_each,
            } => Message::new("board-line-trainers")
                .with("site", self.site(site))
                .with("posts", posts.to_string())
                .with("seats", *seats_each),
            Asset::Heritage { basin, fap } => Message::new("board-line-heritage")
                .with("basin", self.basin(basin))
                .with("occupation", self.occupation(fap)),
            Asset::TerritoireIndustrie { basins } | Asset::Campus { basins } => {
                let all: Vec<String> = basins.iter().map(|b| self.basin(b)).collect();
                Message::new("board-line-basins").with("basins", all.join(", "))
            }
        };
        let kind = Message::new(format!("asset-{}", means.asset.kind().as_str()));
        let key = match means.name.is_empty() {
            true => "board-line-means",
            false => "board-line-means-named",
        };
        let named = Message::new(key).with("kind", kind).with("what", line);
        named.with("name", means.name.as_str())
    }

    fn commitment(&self, told: &PartnerCommitment) -> Message {
        let pledge = match &told.pledge {
            Pledge::Posts {
                fap,
                basin,
                posts,
                from,
            } => Message::new("board-line-posts")
                .with("occupation", self.occupation(fap))
                .with("basin", self.basin(basin))
                .with("posts", *posts)
                .with("from", from.to_string()),
            Pledge::Places {
                programme,
                site,
                places,
                from,
            } => Message::new("board-line-places")
                .with("programme", self.programme(programme))
                .with("site", self.site(site))
                .with("places", *places)
                .with("from", from.to_string()),
            Pledge::Money { euros, year } => Message::new("board-line-money")
                .with("euros", *euros)
                .with("year", year.to_string()),
            Pledge::Hours { uai, seats } => Message::new("board-line-hours")
                .with("site", self.establishment(uai))
                .with("seats", *seats),
        };
        let key = match told.condition.is_empty() {
            true => "board-line-commitment",
            false => "board-line-commitment-condition",
        };
        Message::new(key)
            .with("who", told.who.as_str())
            .with("what", pledge)
            .with("condition", told.condition.as_str())
    }

    fn experiment(&self, one: &Experiment) -> Message {
        let scenario = self.facts.scenarios.iter().find(|s| s.id == one.scenario);
        Message::new("board-line-experiment")
            .with("scenario", scenario.map_or("", |s| s.name.as_str()))
            .with("loss", one.affordable_loss)
    }

    fn surprise(&self, one: &Surprise) -> Message {
        let touched = match &one.touches {
            Touched::Territory => Message::new("board-touches-territory"),
            Touched::Cell { basin, fap } => Message::new("board-touches-cell")
                .with("basin", self.basin(basin))
                .with("occupation", self.occupation(fap)),
            Touched::Programme(programme) => {
                Message::new("board-touches-programme").with("programme", self.programme(programme))
            }
        };
        let key = match one.decision.is_empty() {
            true => "board-line-surprise",
            false => "board-line-surprise-decided",
        };
        Message::new(key)
            .with("text", one.text.as_str())
            .with("touched", touched)
            .with("decision", one.decision.as_str())
    }

    fn review(&self, outcome: &ReviewOutcome) -> Message {
        let Some((scenario, action)) = action_of(self.facts, outcome.action) else {
            return Message::new("board-line-review-lost").with("action", outcome.action);
        };
        Message::new("board-line-review")
            .with("scenario", scenario.name.as_str())
            .with("programme", self.programme(&action.section.programme))
            .with("site", self.site(&action.section.site))
            .with("rentree", outcome.rentree.to_string())
    }

    fn establishment(&self, uai: &Uai) -> String {
        let known = self.facts.establishments.iter().find(|e| e.uai == *uai);
        known.map_or_else(|| uai.to_string(), |e| e.name.clone())
    }

    fn basin(&self, basin: &BasinCode) -> String {
        self.catalogue.basin(basin).unwrap_or(basin.as_str()).to_owned()
    }

    fn occupation(&self, fap: &FapCode) -> String {
        self.catalogue.occupation(fap).unwrap_or(fap.as_str()).to_owned()
    }

    fn programme(&self, programme: &ProgrammeId) -> String {
        let known = self.facts.catalogue.programmes.iter().find(|p| p.id == *programme);
        known.map_or_else(
            || programme.to_string(),
            |p| format!("{} {}", p.diploma.as_str(), p.label),
        )
    }

    fn site(&self, site: &Site) -> String {
        match site {
            Site::Establishment(uai) => self.establishment(uai),
            Site::Basin(basin) => self.basin(basin),
        }
    }
}

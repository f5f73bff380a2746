//! Whether something may be put on the board of the territory.

use super::super::frame::{Frame, in_gap};
use super::sections::is_home;
use crate::domain::board::{
    Asset, BoardItem, Experiment, Means, PartnerCommitment, Pledge, ReviewOutcome, Surprise, Touched,
};
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, FapCode, ProgrammeId};
use crate::domain::scenario::{ActionKind, PlanAction, Scenario, Site};
use crate::i18n::{Explain, Message};

/// Why something cannot be on the board.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BoardRefusal {
    /// A text that must say something.
    #[error("no {field}")]
    Empty { field: &'static str },
    /// A number that must be more than nothing.
    #[error("{field} is nothing")]
    Nothing { field: &'static str },
    #[error("no place {site}")]
    NoSite { site: String },
    #[error("no occupation {fap}")]
    NoOccupation { fap: FapCode },
    #[error("no programme {programme}")]
    NoProgramme { programme: ProgrammeId },
    #[error("no scenario {scenario}")]
    NoScenario { scenario: i64 },
    /// A scenario is one experiment at most.
    #[error("scenario {name} is an experiment already")]
    ExperimentAlready { name: String },
    #[error("no action {action}")]
    NoAction { action: i64 },
    /// Only what brings a cohort in has one to review.
    #[error("{kind:?} brings no cohort")]
    NoCohort { kind: ActionKind },
    /// A rentrée before the first of the action.
    #[error("{rentree} is before {first}")]
    Rentree { rentree: u16, first: u16 },
    #[error("{rentree} is reviewed already")]
    ReviewedAlready { rentree: u16 },
    /// A stage above the one it is part of, or told without it.
    #[error("{stage} above {before}")]
    Stage { stage: &'static str, before: &'static str },
    /// Due before it was made.
    #[error("due before it was made")]
    DueBefore,
}

impl Explain for BoardRefusal {
    fn message(&self) -> Message {
        let field = |field: &str| Message::new(format!("board-field-{field}"));
        match self {
            Self::Empty { field: f } => Message::new("market-board-empty").with("field", field(f)),
            Self::Nothing { field: f } => Message::new("market-board-nothing").with("field", field(f)),
            Self::NoSite { site } => Message::new("market-plan-no-site").with("site", site.as_str()),
            Self::NoOccupation { fap } => Message::new("market-board-no-occupation").with("fap", fap.as_str()),
            Self::NoProgramme { programme } => {
                Message::new("market-plan-no-programme").with("programme", programme.as_str())
            }
            Self::NoScenario { scenario } => Message::new("market-board-no-scenario").with("scenario", *scenario),
            Self::ExperimentAlready { name } => {
                Message::new("market-board-experiment-already").with("name", name.as_str())
            }
            Self::NoAction { action } => Message::new("market-board-no-action").with("action", *action),
            Self::NoCohort { kind } => {
                Message::new("market-board-no-cohort").with("kind", Message::new(format!("action-{}", kind.as_str())))
            }
            Self::Rentree { rentree, first } => Message::new("market-board-rentree")
                .with("rentree", rentree.to_string())
                .with("first", first.to_string()),
            Self::ReviewedAlready { rentree } => {
                Message::new("market-board-reviewed-already").with("rentree", rentree.to_string())
            }
            Self::Stage { stage, before } => Message::new("market-board-stage")
                .with("stage", field(stage))
                .with("before", field(before)),
            Self::DueBefore => Message::new("market-board-due-before"),
        }
    }
}

/// Whether an item may be on the board of a territory.
///
/// # Errors
/// [`BoardRefusal`], the first that holds.
pub fn check_board(facts: &Facts, item: &BoardItem) -> Result<(), BoardRefusal> {
    let of = Check {
        facts,
        frame: Frame::new(facts),
    };
    match item {
        BoardItem::Means(means) => of.means(means),
        BoardItem::Commitment(told) => of.commitment(told),
        BoardItem::Experiment(one) => of.experiment(one),
        BoardItem::Surprise(one) => of.surprise(one),
        BoardItem::Step(step) => said("what", &step.what),
        BoardItem::Review(outcome) => of.review(outcome),
    }
}

/// The action of a key, with its scenario.
pub fn action_of(facts: &Facts, key: i64) -> Option<(&Scenario, &PlanAction)> {
    let mut all = facts
        .scenarios
        .iter()
        .flat_map(|s| s.actions.iter().map(move |a| (s, a)));
    all.find(|(_, action)| action.id == key)
}

struct Check<'f> {
    facts: &'f Facts,
    frame: Frame<'f>,
}

impl Check<'_> {
    fn means(&self, means: &Means) -> Result<(), BoardRefusal> {
        match &means.asset {
            Asset::Workshop { uai, .. } => self.site(&Site::Establishment(uai.clone())),
            Asset::Trainers {
                site,
                posts,
                seats_each,
            } => {
                self.site(site)?;
                let sound = posts.is_finite() && *posts > 0.0;
                more_than_nothing("posts", u32::from(sound))?;
                more_than_nothing("seats", *seats_each)
            }
            Asset::Heritage { basin, fap } => self.cell(basin, fap),
            Asset::TerritoireIndustrie { basins } | Asset::Campus { basins } => {
                if basins.is_empty() {
                    return Err(BoardRefusal::Empty { field: "basins" });
                }
                basins.iter().try_for_each(|b| self.site(&Site::Basin(b.clone())))
            }
        }
    }

    fn commitment(&self, told: &PartnerCommitment) -> Result<(), BoardRefusal> {
        said("who", &told.who)?;
        more_than_nothing("amount", told.pledge.amount())?;
        if told.due < told.made_on {
            return Err(BoardRefusal::DueBefore);
        }
        match &told.pledge {
            Pledge::Posts { fap, basin, .. } => self.cell(basin, fap),
            Pledge::Places { programme, site, .. } => {
                self.programme(programme)?;
                self.site(site)
            }
            Pledge::Money { .. } => Ok(()),
            Pledge::Hours { uai, .. } => self.site(&Site::Establishment(uai.clone())),
        }
    }

    fn experiment(&self, one: &Experiment) -> Result<(), BoardRefusal> {
        let scenario = self.facts.scenarios.iter().find(|s| s.id == one.scenario);
        let scenario = scenario.ok_or(BoardRefusal::NoScenario { scenario: one.scenario })?;
        match self.facts.board.experiment(one.scenario) {
            Some(other) if other.id != one.id => Err(BoardRefusal::ExperimentAlready {
                name: scenario.name.clone(),
            }),
            _ => Ok(()),
        }
    }

    fn surprise(&self, one: &Surprise) -> Result<(), BoardRefusal> {
        said("text", &one.text)?;
        match &one.touches {
            Touched::Territory => Ok(()),
            Touched::Cell { basin, fap } => self.cell(basin, fap),
            Touched::Programme(programme) => self.programme(programme),
        }
    }

    fn review(&self, outcome: &ReviewOutcome) -> Result<(), BoardRefusal> {
        let found = action_of(self.facts, outcome.action);
        let (_, action) = found.ok_or(BoardRefusal::NoAction { action: outcome.action })?;
        if action.kind.sign() <= 0 {
            return Err(BoardRefusal::NoCohort { kind: action.kind });
        }
        if outcome.rentree < action.rentree {
            return Err(BoardRefusal::Rentree {
                rentree: outcome.rentree,
                first: action.rentree,
            });
        }
        let same = |other: &&ReviewOutcome| {
            (other.action, other.rentree) == (outcome.action, outcome.rentree) && other.id != outcome.id
        };
        if self.facts.board.reviews.iter().any(|other| same(&other)) {
            return Err(BoardRefusal::ReviewedAlready {
                rentree: outcome.rentree,
            });
        }
        stages(outcome)
    }

    fn site(&self, site: &Site) -> Result<(), BoardRefusal> {
        match is_home(&self.frame, site) {
            true => Ok(()),
            false => Err(BoardRefusal::NoSite {
                site: site.code().to_owned(),
            }),
        }
    }

    fn cell(&self, basin: &BasinCode, fap: &FapCode) -> Result<(), BoardRefusal> {
        self.site(&Site::Basin(basin.clone()))?;
        match self.frame.core.get(fap).is_some_and(|occupation| in_gap(occupation)) {
            true => Ok(()),
            false => Err(BoardRefusal::NoOccupation { fap: fap.clone() }),
        }
    }

    fn programme(&self, programme: &ProgrammeId) -> Result<(), BoardRefusal> {
        match self.facts.catalogue.programmes.iter().any(|p| p.id == *programme) {
            true => Ok(()),
            false => Err(BoardRefusal::NoProgramme {
                programme: programme.clone(),
            }),
        }
    }
}

/// Stages of a review, in order.
const STAGES: [&str; 5] = ["entrants", "final-year", "leavers", "graduates", "in-field"];

/// Each stage is part of the one before it, and told after it.
fn stages(outcome: &ReviewOutcome) -> Result<(), BoardRefusal> {
    let told = outcome.stages();
    for at in 1..told.len() {
        let Some(people) = told[at] else { continue };
        if told[at - 1].is_none_or(|before| people > before) {
            return Err(BoardRefusal::Stage {
                stage: STAGES[at],
                before: STAGES[at - 1],
            });
        }
    }
    match told[0] {
        Some(_) => Ok(()),
        None => Err(BoardRefusal::Empty { field: STAGES[0] }),
    }
}

fn said(field: &'static str, text: &str) -> Result<(), BoardRefusal> {
    match text.trim().is_empty() {
        true => Err(BoardRefusal::Empty { field }),
        false => Ok(()),
    }
}

fn more_than_nothing(field: &'static str, number: u32) -> Result<(), BoardRefusal> {
    match number {
        0 => Err(BoardRefusal::Nothing { field }),
        _ => Ok(()),
    }
}

//! From what is typed to something on the board, every wrong field told at once.

use super::draft::{Draft, Fault, STAGES, Slot, Touches};
use crate::domain::board::{
    Asset, AssetKind, BoardItem, BoardPart, Experiment, Means, NextStep, PartnerCommitment, Pledge, PledgeKind,
    ReviewOutcome, Surprise, Touched,
};
use crate::domain::day::Day;
use crate::domain::id::{BasinCode, FapCode, NsfCode, ProgrammeId, Uai};
use crate::domain::scenario::Site;
use crate::i18n::Message;
use crate::ui::screens::plan::ask::whole_number;

/// A draft being read, with what is wrong so far.
pub struct Read<'d> {
    draft: &'d Draft,
    faults: Vec<Fault>,
}

impl Read<'_> {
    /// The item that a draft tells.
    ///
    /// # Errors
    /// Every field that is wrong.
    pub fn item(draft: &Draft) -> Result<BoardItem, Vec<Fault>> {
        let mut read = Read {
            draft,
            faults: Vec::new(),
        };
        let item = match draft.part {
            BoardPart::Means => read.means().map(BoardItem::Means),
            BoardPart::Commitment => read.commitment().map(BoardItem::Commitment),
            BoardPart::Experiment => read.experiment().map(BoardItem::Experiment),
            BoardPart::Surprise => read.surprise().map(BoardItem::Surprise),
            BoardPart::Step => read.step().map(BoardItem::Step),
            BoardPart::Review => read.review().map(BoardItem::Review),
        };
        match item {
            Some(item) if read.faults.is_empty() => Ok(item),
            _ => Err(read.faults),
        }
    }

    fn means(&mut self) -> Option<Means> {
        let asset = match self.draft.asset {
            AssetKind::Workshop => {
                let (uai, nsf, seats) = (self.uai(), self.nsf(), self.number(Slot::Seats));
                Asset::Workshop {
                    uai: uai?,
                    nsf: nsf?,
                    seats: seats?,
                }
            }
            AssetKind::Trainers => {
                let (site, posts, seats) = (self.site(), self.decimal(Slot::Trainers), self.number(Slot::Seats));
                Asset::Trainers {
                    site: site?,
                    posts: posts?,
                    seats_each: seats?,
                }
            }
            AssetKind::Heritage => {
                let (basin, fap) = (self.basin(), self.occupation());
                Asset::Heritage {
                    basin: basin?,
                    fap: fap?,
                }
            }
            AssetKind::TerritoireIndustrie => Asset::TerritoireIndustrie {
                basins: self.draft.basins.clone(),
            },
            AssetKind::Campus => Asset::Campus {
                basins: self.draft.basins.clone(),
            },
        };
        Some(Means {
            id: self.draft.id,
            asset,
            name: self.words(Slot::Name),
        })
    }

    fn commitment(&mut self) -> Option<PartnerCommitment> {
        let (pledge, made_on, due) = (self.pledge(), self.day(Slot::Made), self.day(Slot::Due));
        Some(PartnerCommitment {
            id: self.draft.id,
            who: self.words(Slot::Who),
            pledge: pledge?,
            made_on: made_on?,
            due: due?,
            condition: self.words(Slot::Condition),
            status: self.draft.status,
        })
    }

    fn pledge(&mut self) -> Option<Pledge> {
        let amount = self.number(Slot::Amount);
        Some(match self.draft.pledge {
            PledgeKind::Posts => {
                let (fap, basin, from) = (self.occupation(), self.basin(), self.year(Slot::From));
                Pledge::Posts {
                    fap: fap?,
                    basin: basin?,
                    posts: amount?,
                    from: from?,
                }
            }
            PledgeKind::Places => {
                let (programme, site, from) = (self.programme(), self.site(), self.year(Slot::From));
                Pledge::Places {
                    programme: programme?,
                    site: site?,
                    places: amount?,
                    from: from?,
                }
            }
            PledgeKind::Money => {
                let year = self.year(Slot::From);
                Pledge::Money {
                    euros: amount?,
                    year: year?,
                }
            }
            PledgeKind::Hours => {
                let uai = self.uai();
                Pledge::Hours {
                    uai: uai?,
                    seats: amount?,
                }
            }
        })
    }

    fn experiment(&mut self) -> Option<Experiment> {
        let scenario = self.given(Slot::Scenario, self.draft.scenario);
        let (loss, review_on) = (self.number(Slot::Loss), self.day(Slot::ReviewOn));
        Some(Experiment {
            id: self.draft.id,
            scenario: scenario?,
            affordable_loss: loss?,
            review_on: review_on?,
        })
    }

    fn surprise(&mut self) -> Option<Surprise> {
        let touches = match self.draft.touches {
            Touches::Territory => Some(Touched::Territory),
            Touches::Cell => {
                let (basin, fap) = (self.basin(), self.occupation());
                basin.zip(fap).map(|(basin, fap)| Touched::Cell { basin, fap })
            }
            Touches::Programme => self.programme().map(Touched::Programme),
        };
        let noted_on = self.day(Slot::Date);
        Some(Surprise {
            id: self.draft.id,
            noted_on: noted_on?,
            text: self.words(Slot::Text),
            touches: touches?,
            decision: self.words(Slot::Decision),
        })
    }

    fn step(&mut self) -> Option<NextStep> {
        let due = self.day(Slot::Due);
        let done = self.words(Slot::DoneOn);
        let done_on = if done.is_empty() { None } else { self.day(Slot::DoneOn) };
        Some(NextStep {
            id: self.draft.id,
            what: self.words(Slot::What),
            who: self.words(Slot::Who),
            due: due?,
            done_on,
        })
    }

    fn review(&mut self) -> Option<ReviewOutcome> {
        let action = self.given(Slot::Action, self.draft.action);
        let rentree = self.year(Slot::Rentree);
        let [entrants, final_year, leavers, graduates, in_field, posts] = STAGES.map(|slot| self.optional(slot));
        Some(ReviewOutcome {
            id: self.draft.id,
            action: action?,
            rentree: rentree?,
            entrants,
            final_year,
            leavers,
            graduates,
            in_field,
            posts,
            source: self.words(Slot::Source),
        })
    }

    fn words(&self, slot: Slot) -> String {
        let typed = self.draft.typed.get(&slot);
        typed.map(|words| words.trim().to_owned()).unwrap_or_default()
    }

    fn fault(&mut self, slot: Slot, key: &'static str) {
        self.faults.push((slot, Message::new(key)));
    }

    fn given<T>(&mut self, slot: Slot, value: Option<T>) -> Option<T> {
        if value.is_none() {
            self.fault(slot, "ui-plan-missing");
        }
        value
    }

    fn optional(&mut self, slot: Slot) -> Option<u32> {
        match whole_number(&self.words(slot)) {
            Ok(number) => number,
            Err(why) => {
                self.faults.push((slot, why));
                None
            }
        }
    }

    fn number(&mut self, slot: Slot) -> Option<u32> {
        let before = self.faults.len();
        let number = self.optional(slot);
        if number.is_none() && self.faults.len() == before {
            self.fault(slot, "ui-plan-missing");
        }
        number
    }

    fn year(&mut self, slot: Slot) -> Option<u16> {
        let year = self.number(slot)?;
        let known = u16::try_from(year).ok().filter(|year| (1990..=2100).contains(year));
        if known.is_none() {
            self.fault(slot, "ui-board-bad-year");
        }
        known
    }

    fn decimal(&mut self, slot: Slot) -> Option<f64> {
        let number = self.words(slot).replace(',', ".").parse::<f64>().ok();
        let known = number.filter(|number| number.is_finite() && *number > 0.0);
        if known.is_none() {
            self.fault(slot, "ui-board-bad-number");
        }
        known
    }

    fn day(&mut self, slot: Slot) -> Option<Day> {
        let words = self.words(slot);
        let day = Day::parse(&words);
        if day.is_none() {
            self.fault(
                slot,
                if words.is_empty() {
                    "ui-plan-missing"
                } else {
                    "ui-board-bad-day"
                },
            );
        }
        day
    }

    fn nsf(&mut self) -> Option<NsfCode> {
        let code = NsfCode::parse(&self.words(Slot::Nsf)).ok();
        if code.is_none() {
            self.fault(Slot::Nsf, "ui-board-bad-nsf");
        }
        code
    }

    fn uai(&mut self) -> Option<Uai> {
        let uai = self.draft.site.as_ref().and_then(Site::uai).cloned();
        self.given(Slot::Establishment, uai)
    }

    fn basin(&mut self) -> Option<BasinCode> {
        let basin = self.draft.site.as_ref().and_then(Site::basin).cloned();
        self.given(Slot::Basin, basin)
    }

    fn site(&mut self) -> Option<Site> {
        self.given(Slot::Site, self.draft.site.clone())
    }

    fn occupation(&mut self) -> Option<FapCode> {
        self.given(Slot::Occupation, self.draft.fap.clone())
    }

    fn programme(&mut self) -> Option<ProgrammeId> {
        self.given(Slot::Programme, self.draft.programme.clone())
    }
}

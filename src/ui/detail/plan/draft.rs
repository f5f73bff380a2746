//! An action being written: what is typed, and which field is wrong.

use crate::domain::id::{BasinCode, ProgrammeId};
use crate::domain::programme::Route;
use crate::domain::scenario::{ActionKind, ActionStatus, PlanAction, SectionKey, Site};
use crate::i18n::Message;
use crate::market::plan::ActionRefusal;
use crate::ui::screens::plan::ask::whole_number;

/// What is typed in the form.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Key of the action; 0 for a new one.
    pub id: i64,
    pub kind: ActionKind,
    pub programme: Option<ProgrammeId>,
    pub site: Option<Site>,
    pub route: Route,
    pub towards: Option<Site>,
    /// Basins that share the section.
    pub shared: Vec<BasinCode>,
    pub seats: String,
    pub rentree: u16,
    pub status: ActionStatus,
    pub compensation: Option<u32>,
    pub fixed_cost: String,
    pub seat_cost: String,
    pub asked_by: String,
    pub note: String,
}

/// The fields of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The section there is, found whole.
    Section,
    Programme,
    Site,
    Towards,
    Shared,
    Seats,
    Rentree,
    FixedCost,
    SeatCost,
    People,
    Km,
}

/// A field that is wrong, and why.
pub type Fault = (Field, Message);

impl Draft {
    /// A new action: on a section that is there, more seats; else an opening.
    pub fn new(section: Option<&SectionKey>, rentree: u16) -> Self {
        Self {
            id: 0,
            kind: match section {
                Some(_) => ActionKind::Augmentation,
                None => ActionKind::Ouverture,
            },
            programme: section.map(|s| s.programme.clone()),
            site: section.map(|s| s.site.clone()),
            route: section.map_or(Route::School, |s| s.route),
            towards: None,
            shared: Vec::new(),
            seats: String::new(),
            rentree,
            status: ActionStatus::default(),
            compensation: None,
            fixed_cost: String::new(),
            seat_cost: String::new(),
            asked_by: String::new(),
            note: String::new(),
        }
    }

    /// An opening of this section with so many seats.
    pub fn opening(section: &SectionKey, seats: u32, rentree: u16) -> Self {
        Self {
            kind: ActionKind::Ouverture,
            seats: seats.to_string(),
            ..Self::new(Some(section), rentree)
        }
    }

    /// An action as it is written.
    pub fn of(action: &PlanAction) -> Self {
        let number = |n: u32| if n == 0 { String::new() } else { n.to_string() };
        Self {
            id: action.id,
            kind: action.kind,
            programme: Some(action.section.programme.clone()),
            site: Some(action.section.site.clone()),
            route: action.section.route,
            towards: action.towards.clone(),
            shared: action.shared.clone(),
            seats: number(action.seats),
            rentree: action.rentree,
            status: action.status,
            compensation: action.compensation,
            fixed_cost: number(action.fixed_cost),
            seat_cost: action.seat_cost.map(|n| n.to_string()).unwrap_or_default(),
            asked_by: action.asked_by.clone(),
            note: action.note.clone(),
        }
    }

    /// The action that is told.
    ///
    /// # Errors
    /// Every field that is empty where it may not be, or no number.
    pub fn action(&self) -> Result<PlanAction, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut number = |field, typed: &str| match whole_number(typed) {
            Ok(number) => number,
            Err(why) => {
                faults.push((field, why));
                None
            }
        };
        let seats = number(Field::Seats, &self.seats);
        let fixed_cost = number(Field::FixedCost, &self.fixed_cost);
        let seat_cost = number(Field::SeatCost, &self.seat_cost);
        let missing = || Message::new("ui-plan-missing");
        let whole = self.kind.needs_section();
        if self.programme.is_none() {
            faults.push((if whole { Field::Section } else { Field::Programme }, missing()));
        }
        if self.site.is_none() && !(whole && self.programme.is_none()) {
            faults.push((if whole { Field::Section } else { Field::Site }, missing()));
        }
        let transfer = self.kind == ActionKind::Transfert;
        if transfer && self.towards.is_none() {
            faults.push((Field::Towards, missing()));
        }
        let (Some(programme), Some(site), true) = (&self.programme, &self.site, faults.is_empty()) else {
            return Err(faults);
        };
        Ok(PlanAction {
            id: self.id,
            kind: self.kind,
            section: SectionKey {
                site: site.clone(),
                programme: programme.clone(),
                route: self.route,
            },
            seats: seats.unwrap_or(0),
            towards: self.towards.clone().filter(|_| transfer),
            shared: self.shared.clone(),
            rentree: self.rentree,
            status: self.status,
            compensation: self.compensation,
            fixed_cost: fixed_cost.unwrap_or(0),
            seat_cost,
            asked_by: self.asked_by.trim().to_owned(),
            note: self.note.trim().to_owned(),
        })
    }

    /// The field that a refusal is about.
    pub fn refused(&self, refusal: &ActionRefusal) -> Field {
        let whole = self.kind.needs_section();
        match refusal {
            ActionRefusal::NoProgramme { .. } | ActionRefusal::AlreadyOpen if !whole => Field::Programme,
            ActionRefusal::NoSite { site } if self.towards.as_ref().is_some_and(|to| to.code() == site) => {
                Field::Towards
            }
            ActionRefusal::NoSite { .. } if !whole => Field::Site,
            ActionRefusal::NoProgramme { .. }
            | ActionRefusal::NoSite { .. }
            | ActionRefusal::NoSection { .. }
            | ActionRefusal::AlreadyOpen => Field::Section,
            ActionRefusal::NoSeats | ActionRefusal::SeatsOfColoration | ActionRefusal::TooManySeats { .. } => {
                Field::Seats
            }
            ActionRefusal::Rentree { .. } => Field::Rentree,
            ActionRefusal::Target => Field::Towards,
            ActionRefusal::Sharing { .. } | ActionRefusal::NothingToShare => Field::Shared,
            ActionRefusal::Decided { .. } if whole => Field::Section,
            ActionRefusal::Decided { .. } => Field::Programme,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drafted() -> Draft {
        Draft {
            programme: Some("40025216".parse().unwrap()),
            site: Some(Site::Basin("3201".parse().unwrap())),
            seats: "24".to_owned(),
            ..Draft::new(None, 2027)
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        let action = drafted().action().unwrap();
        assert_eq!((action.seats, action.fixed_cost, action.seat_cost), (24, 0, None));
        assert_eq!(Draft::of(&action), drafted());
    }

    #[test]
    fn numbers_are_read_as_people_type_them() {
        let euros = Draft {
            fixed_cost: "120\u{202f}000 €".to_owned(),
            seat_cost: "9 500".to_owned(),
            ..drafted()
        };
        let action = euros.action().unwrap();
        assert_eq!((action.fixed_cost, action.seat_cost), (120_000, Some(9_500)));
    }

    #[test]
    fn every_wrong_field_is_told_at_once() {
        let wrong = Draft {
            programme: None,
            seats: "beaucoup".to_owned(),
            ..drafted()
        };
        let faults: Vec<Field> = wrong
            .action()
            .unwrap_err()
            .into_iter()
            .map(|(field, _)| field)
            .collect();
        assert_eq!(faults, [Field::Seats, Field::Programme]);
        let closing = Draft {
            kind: ActionKind::Fermeture,
            site: None,
            ..drafted()
        };
        assert_eq!(closing.action().unwrap_err()[0].0, Field::Section);
    }

    #[test]
    fn only_a_transfer_keeps_the_place_it_leads_to() {
        let towards = Some(Site::Basin("3202".parse().unwrap()));
        let opening = Draft { towards, ..drafted() };
        assert_eq!(opening.action().unwrap().towards, None);
        let transfer = Draft {
            kind: ActionKind::Transfert,
            ..opening
        };
        assert!(transfer.action().unwrap().towards.is_some());
    }
}

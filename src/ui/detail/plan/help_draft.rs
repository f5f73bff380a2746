//! A mobility help being written: what is typed, and which field is wrong.

use super::draft::{Fault, Field};
use crate::domain::id::BasinCode;
use crate::domain::scenario::{ActionStatus, HelpKind, MobilityHelp};
use crate::i18n::Message;
use crate::market::plan::HelpRefusal;
use crate::ui::screens::plan::ask::whole_number;

/// What is typed in the form.
#[derive(Debug, Clone, PartialEq)]
pub struct HelpDraft {
    /// Key of the help; 0 for a new one.
    pub id: i64,
    pub kind: HelpKind,
    pub basin: Option<BasinCode>,
    pub people: String,
    pub km: String,
    pub person_cost: String,
    pub fixed_cost: String,
    pub from: u16,
    pub until: Option<u16>,
    pub status: ActionStatus,
    pub note: String,
}

impl HelpDraft {
    /// A new help from a year on.
    pub fn new(from: u16) -> Self {
        Self {
            id: 0,
            kind: HelpKind::default(),
            basin: None,
            people: String::new(),
            km: String::new(),
            person_cost: String::new(),
            fixed_cost: String::new(),
            from,
            until: None,
            status: ActionStatus::default(),
            note: String::new(),
        }
    }

    /// A help as it is written.
    pub fn of(help: &MobilityHelp) -> Self {
        Self {
            id: help.id,
            kind: help.kind,
            basin: Some(help.basin.clone()),
            people: help.people.to_string(),
            km: help.km.to_string(),
            person_cost: help.person_cost.map(|n| n.to_string()).unwrap_or_default(),
            fixed_cost: match help.fixed_cost {
                0 => String::new(),
                n => n.to_string(),
            },
            from: help.from,
            until: help.until,
            status: help.status,
            note: help.note.clone(),
        }
    }

    /// The help that is told.
    ///
    /// # Errors
    /// Every field that is empty where it may not be, or no number.
    pub fn help(&self) -> Result<MobilityHelp, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut number = |field, typed: &str| match whole_number(typed) {
            Ok(number) => number,
            Err(why) => {
                faults.push((field, why));
                None
            }
        };
        let people = number(Field::People, &self.people);
        let km = number(Field::Km, &self.km);
        let person_cost = number(Field::SeatCost, &self.person_cost);
        let fixed_cost = number(Field::FixedCost, &self.fixed_cost);
        let missing = [
            (Field::Site, self.basin.is_none()),
            (Field::People, self.people.trim().is_empty()),
            (Field::Km, self.km.trim().is_empty()),
        ];
        let missing = missing.into_iter().filter(|(_, is_missing)| *is_missing);
        faults.extend(missing.map(|(field, _)| (field, Message::new("ui-plan-missing"))));
        let (Some(basin), true) = (&self.basin, faults.is_empty()) else {
            return Err(faults);
        };
        Ok(MobilityHelp {
            id: self.id,
            kind: self.kind,
            basin: basin.clone(),
            people: people.unwrap_or(0),
            km: km.unwrap_or(0),
            person_cost,
            fixed_cost: fixed_cost.unwrap_or(0),
            from: self.from,
            until: self.until,
            status: self.status,
            note: self.note.trim().to_owned(),
        })
    }

    /// The field that a refusal is about.
    pub fn refused(refusal: &HelpRefusal) -> Field {
        match refusal {
            HelpRefusal::NoBasin { .. } => Field::Site,
            HelpRefusal::Nobody => Field::People,
            HelpRefusal::Distance { .. } => Field::Km,
            HelpRefusal::Year { .. } | HelpRefusal::Ends { .. } => Field::Rentree,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_read_and_every_wrong_field_is_told() {
        let typed = HelpDraft {
            basin: Some("3201".parse().unwrap()),
            people: "20".to_owned(),
            km: "1 000".to_owned(),
            person_cost: "600 €".to_owned(),
            ..HelpDraft::new(2027)
        };
        let help = typed.help().unwrap();
        assert_eq!(
            (help.people, help.km, help.person_cost, help.fixed_cost),
            (20, 1_000, Some(600), 0)
        );
        assert_eq!(HelpDraft::of(&help).help(), Ok(help));
        let wrong = HelpDraft {
            basin: None,
            km: "loin".to_owned(),
            people: String::new(),
            ..typed
        };
        let faults: Vec<Field> = wrong.help().unwrap_err().into_iter().map(|(field, _)| field).collect();
        assert_eq!(faults, [Field::Km, Field::Site, Field::People]);
    }
}

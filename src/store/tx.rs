//! Inside a deed: everything that can be written to a territory file.

use std::path::Path;

use rusqlite::Connection;

use super::employer::Contact;
use super::error::At;
use super::source::SourceRecord;
use super::{
    StoreError, assumption, batch, board, deed, employer, funding, mobility_help, need, outlet_review, scenario, skill,
    territory,
};
use crate::domain::assumption::{Assumption, AssumptionKey, Assumptions};
use crate::domain::batch::{Batch, BatchDiff};
use crate::domain::board::{BoardItem, BoardPart};
use crate::domain::demand::{Employer, Need};
use crate::domain::funding::{Aid, Envelope, FundingLine, Npec};
use crate::domain::id::SkillCode;
use crate::domain::review::OutletReview;
use crate::domain::scenario::{MobilityHelp, PlanAction, Scenario};
use crate::domain::skill::LocalModule;
use crate::domain::source::SourceId;
use crate::domain::territory::Territory;

/// A deed under way: all of it is kept, or nothing.
#[derive(Debug)]
pub struct Tx<'a> {
    pub(super) connection: &'a Connection,
    pub(super) path: &'a Path,
    /// When, ISO 8601 with offset.
    pub(super) at: &'a str,
}

impl Tx<'_> {
    /// Writes a file and its facts beside those of other files. Bytes already imported change nothing: all facts are then unchanged.
    ///
    /// # Errors
    /// A fact that breaks a rule of its table; the disk.
    pub fn put_import(&self, record: &SourceRecord, facts: &Batch) -> Result<BatchDiff, StoreError> {
        batch::import(self.connection, record, facts, self.at).at(self.path)
    }

    /// Takes a file and everything it told away; what older files or the catalogue told of the same things stands again.
    ///
    /// # Errors
    /// No such source; the disk.
    pub fn remove_source(&self, id: SourceId) -> Result<(), StoreError> {
        if id == SourceId::CATALOGUE {
            return Err(no_such("source", id.0));
        }
        let removed = batch::remove(self.connection, id).at(self.path)?;
        at_least_one(removed, "source", id.0)
    }

    /// Changes one assumption, marked as edited.
    ///
    /// # Errors
    /// Values outside the bounds of the key or not ordered; the disk.
    pub fn set_assumption(&self, assumption: &Assumption) -> Result<(), StoreError> {
        self.put_assumption(&Assumption {
            edited: true,
            ..assumption.clone()
        })
    }

    /// Gives one assumption the value that data led to, with its source: nobody edited it.
    ///
    /// # Errors
    /// As [`Self::set_assumption`].
    pub fn estimate_assumption(&self, assumption: &Assumption) -> Result<(), StoreError> {
        self.put_assumption(&Assumption {
            edited: false,
            ..assumption.clone()
        })
    }

    fn put_assumption(&self, assumption: &Assumption) -> Result<(), StoreError> {
        let (least, most) = assumption.key.bounds();
        let [low, central, high] = [assumption.value.low, assumption.value.central, assumption.value.high];
        // Written so that not-a-number fails too.
        let sound = least <= low && low <= central && central <= high && high <= most;
        if !sound {
            return Err(StoreError::Assumption {
                key: assumption.key.as_str(),
                least,
                most,
            });
        }
        assumption::put(self.connection, assumption).at(self.path)
    }

    /// Gives an assumption its default again; one without default goes.
    ///
    /// # Errors
    /// The disk.
    pub fn reset_assumption(&self, key: AssumptionKey, scope: &str) -> Result<(), StoreError> {
        let defaults = Assumptions::defaults();
        match defaults.exactly(key, scope) {
            Some(default) => assumption::put(self.connection, default),
            None => assumption::delete(self.connection, key, scope),
        }
        .at(self.path)
    }

    /// Writes an employer; id 0 makes a new one. Its key.
    ///
    /// # Errors
    /// No such employer; the disk.
    pub fn put_employer(&self, employer: &Employer) -> Result<i64, StoreError> {
        if employer.id == 0 {
            return employer::insert(self.connection, employer).at(self.path);
        }
        let updated = employer::update(self.connection, employer).at(self.path)?;
        at_least_one(updated, "employer", employer.id).map(|()| employer.id)
    }

    /// Takes an employer away, with its needs and its contact.
    ///
    /// # Errors
    /// No such employer; the disk.
    pub fn remove_employer(&self, id: i64) -> Result<(), StoreError> {
        need::delete_of_employer(self.connection, id).at(self.path)?;
        let removed = employer::delete(self.connection, id).at(self.path)?;
        at_least_one(removed, "employer", id)
    }

    /// Writes the person to ask at an employer, or takes it away. Personal data: not in the journal, so undo does not bring it back.
    ///
    /// # Errors
    /// No such employer; the disk.
    pub fn put_contact(&self, employer: i64, contact: Option<&Contact>) -> Result<(), StoreError> {
        employer::put_contact(self.connection, employer, contact).at(self.path)
    }

    /// Writes a need; id 0 makes a new one. Its key.
    ///
    /// # Errors
    /// No such need or employer; the disk.
    pub fn put_need(&self, need: &Need) -> Result<i64, StoreError> {
        if need.id == 0 {
            return need::insert(self.connection, need).at(self.path);
        }
        let updated = need::update(self.connection, need).at(self.path)?;
        at_least_one(updated, "need", need.id).map(|()| need.id)
    }

    /// Takes a need away.
    ///
    /// # Errors
    /// No such need; the disk.
    pub fn remove_need(&self, id: i64) -> Result<(), StoreError> {
        let removed = need::delete(self.connection, id).at(self.path)?;
        at_least_one(removed, "need", id)
    }

    /// Writes the review of an outlet, signed and dated by this deed; one that says nothing goes.
    ///
    /// # Errors
    /// The disk.
    pub fn put_review(&self, review: &OutletReview) -> Result<(), StoreError> {
        outlet_review::put(self.connection, review, (&deed::user(), self.at)).at(self.path)
    }

    /// Writes a scenario; id 0 makes a new one, with its actions and, where they are those of another, what envelopes give to them; else its head alone.
    /// Its key.
    ///
    /// # Errors
    /// Another one has its name, no such scenario; the disk.
    pub fn put_scenario(&self, scenario: &Scenario) -> Result<i64, StoreError> {
        if scenario.id != 0 {
            let updated = scenario::update(self.connection, scenario).at(self.path)?;
            return at_least_one(updated, "scenario", scenario.id).map(|()| scenario.id);
        }
        let id = scenario::insert(self.connection, scenario).at(self.path)?;
        for action in &scenario.actions {
            let copy = scenario::insert_action(self.connection, id, action).at(self.path)?;
            funding::copy_of_action(self.connection, action.id, copy).at(self.path)?;
        }
        for help in &scenario.helps {
            mobility_help::insert(self.connection, id, help).at(self.path)?;
        }
        Ok(id)
    }

    /// Takes a scenario away with its actions.
    ///
    /// # Errors
    /// No such scenario; the disk.
    pub fn remove_scenario(&self, id: i64) -> Result<(), StoreError> {
        board::delete_of_scenario(self.connection, id).at(self.path)?;
        let removed = scenario::delete(self.connection, id).at(self.path)?;
        at_least_one(removed, "scenario", id)
    }

    /// Writes an action of a scenario; id 0 makes a new one. Its key.
    ///
    /// # Errors
    /// No such scenario or action; the disk.
    pub fn put_action(&self, scenario: i64, action: &PlanAction) -> Result<i64, StoreError> {
        if action.id == 0 {
            return scenario::insert_action(self.connection, scenario, action).at(self.path);
        }
        let updated = scenario::update_action(self.connection, scenario, action).at(self.path)?;
        at_least_one(updated, "plan_action", action.id).map(|()| action.id)
    }

    /// Takes an action away.
    ///
    /// # Errors
    /// No such action; the disk.
    pub fn remove_action(&self, id: i64) -> Result<(), StoreError> {
        board::delete_of_action(self.connection, id).at(self.path)?;
        let removed = scenario::delete_action(self.connection, id).at(self.path)?;
        at_least_one(removed, "plan_action", id)
    }

    /// Writes a mobility help of a scenario; id 0 makes a new one. Its key.
    ///
    /// # Errors
    /// No such scenario or help; the disk.
    pub fn put_help(&self, scenario: i64, help: &MobilityHelp) -> Result<i64, StoreError> {
        if help.id == 0 {
            return mobility_help::insert(self.connection, scenario, help).at(self.path);
        }
        let updated = mobility_help::update(self.connection, scenario, help).at(self.path)?;
        at_least_one(updated, "mobility_help", help.id).map(|()| help.id)
    }

    /// Takes a mobility help away.
    ///
    /// # Errors
    /// No such help; the disk.
    pub fn remove_help(&self, id: i64) -> Result<(), StoreError> {
        let removed = mobility_help::delete(self.connection, id).at(self.path)?;
        at_least_one(removed, "mobility_help", id)
    }

    /// Writes an envelope; id 0 makes a new one. Its key.
    ///
    /// # Errors
    /// Another one has its name that year, no such envelope; the disk.
    pub fn put_envelope(&self, envelope: &Envelope) -> Result<i64, StoreError> {
        if envelope.id == 0 {
            return funding::insert_envelope(self.connection, envelope).at(self.path);
        }
        let updated = funding::update_envelope(self.connection, envelope).at(self.path)?;
        at_least_one(updated, "envelope", envelope.id).map(|()| envelope.id)
    }

    /// Takes an envelope away with what it gives to actions.
    ///
    /// # Errors
    /// No such envelope; the disk.
    pub fn remove_envelope(&self, id: i64) -> Result<(), StoreError> {
        let removed = funding::delete_envelope(self.connection, id).at(self.path)?;
        at_least_one(removed, "envelope", id)
    }

    /// Writes a hiring aid; id 0 makes a new one. Its key.
    ///
    /// # Errors
    /// No such aid; the disk.
    pub fn put_aid(&self, aid: &Aid) -> Result<i64, StoreError> {
        if aid.id == 0 {
            return funding::insert_aid(self.connection, aid).at(self.path);
        }
        let updated = funding::update_aid(self.connection, aid).at(self.path)?;
        at_least_one(updated, "aid", aid.id).map(|()| aid.id)
    }

    /// Takes a hiring aid away.
    ///
    /// # Errors
    /// No such aid; the disk.
    pub fn remove_aid(&self, id: i64) -> Result<(), StoreError> {
        let removed = funding::delete_aid(self.connection, id).at(self.path)?;
        at_least_one(removed, "aid", id)
    }

    /// Writes a contract cost; id 0 makes a new one. Its key.
    ///
    /// # Errors
    /// No such contract cost; the disk.
    pub fn put_npec(&self, npec: &Npec) -> Result<i64, StoreError> {
        if npec.id == 0 {
            return funding::insert_npec(self.connection, npec).at(self.path);
        }
        let updated = funding::update_npec(self.connection, npec).at(self.path)?;
        at_least_one(updated, "npec", npec.id).map(|()| npec.id)
    }

    /// Takes a contract cost away.
    ///
    /// # Errors
    /// No such contract cost; the disk.
    pub fn remove_npec(&self, id: i64) -> Result<(), StoreError> {
        let removed = funding::delete_npec(self.connection, id).at(self.path)?;
        at_least_one(removed, "npec", id)
    }

    /// Writes what an envelope gives to an action; 0 euro takes the line away.
    ///
    /// # Errors
    /// No such action or envelope; the disk.
    pub fn put_funding_line(&self, line: FundingLine) -> Result<(), StoreError> {
        funding::put_line(self.connection, line).at(self.path)
    }

    /// Makes the skills wanted on a need those of a list, empty for none beside those of its occupation.
    ///
    /// # Errors
    /// No such need; the disk.
    pub fn put_need_skills(&self, need: i64, skills: &[SkillCode]) -> Result<(), StoreError> {
        skill::put_of_need(self.connection, need, skills).at(self.path)
    }

    /// Writes a module of an establishment; id 0 makes a new one. Its key.
    ///
    /// # Errors
    /// No such module, or another one for the same skill of the section; the disk.
    pub fn put_module(&self, module: &LocalModule) -> Result<i64, StoreError> {
        if module.id == 0 {
            return skill::insert_module(self.connection, module).at(self.path);
        }
        let updated = skill::update_module(self.connection, module).at(self.path)?;
        at_least_one(updated, "local_module", module.id).map(|()| module.id)
    }

    /// Takes a module away.
    ///
    /// # Errors
    /// No such module; the disk.
    pub fn remove_module(&self, id: i64) -> Result<(), StoreError> {
        let removed = skill::delete_module(self.connection, id).at(self.path)?;
        at_least_one(removed, "local_module", id)
    }

    /// Writes something on the board; id 0 makes a new one. Its key.
    ///
    /// # Errors
    /// No such item, scenario or action, or one that is there already; the disk.
    pub fn put_on_board(&self, item: &BoardItem) -> Result<i64, StoreError> {
        let written = board::put(self.connection, item).at(self.path)?;
        written.ok_or_else(|| no_such(board::table(item.part()), item.id()))
    }

    /// Takes something off the board.
    ///
    /// # Errors
    /// No such item; the disk.
    pub fn remove_from_board(&self, part: BoardPart, id: i64) -> Result<(), StoreError> {
        let removed = board::delete(self.connection, part, id).at(self.path)?;
        at_least_one(removed, board::table(part), id)
    }

    /// Renames the territory or changes the regions it reports.
    ///
    /// # Errors
    /// The disk.
    pub fn set_territory(&self, territory: &Territory) -> Result<(), StoreError> {
        territory::write(self.connection, territory).at(self.path)
    }
}

fn at_least_one(rows: usize, what: &'static str, id: i64) -> Result<(), StoreError> {
    if rows == 0 { Err(no_such(what, id)) } else { Ok(()) }
}

fn no_such(what: &'static str, id: i64) -> StoreError {
    StoreError::NoSuch { what, id }
}

//! Money under a person's hand: the deeds that write it, and what it buys.

use std::sync::Arc;

use super::error::{AppError, ScenarioFault};
use super::session::{Kept, Session};
use super::shelf::Shelf;
use crate::domain::facts::Facts;
use crate::domain::funding::{Aid, Envelope, FundingLine, Npec};
use crate::domain::progress::Progress;
use crate::i18n::{Lang, integer};
use crate::market::funding::{
    self, Purchase, PurchaseRequest, Ranking, ScenarioFunding, Waste, check_aid, check_envelope, check_line, check_npec,
};
use crate::store::{Deed, Store, StoreError, Tx};

impl Session {
    /// The programmes by what a post filled costs, computed once per revision and year (`None`: the newest survey year).
    ///
    /// Made for a worker thread: it locks nothing while it computes.
    ///
    /// # Errors
    /// As [`Session::values`].
    pub fn ranking(&self, year: Option<u16>, progress: &dyn Progress) -> Result<Arc<Ranking>, AppError> {
        let facts = self.facts()?;
        let shelf: fn(&mut Kept) -> &mut Shelf<Ranking> = |kept| &mut kept.rankings;
        let compute = || Ok(funding::rank(&facts, &*self.values(year, progress)?));
        self.once(&facts, year, progress, shelf, compute)
    }

    /// The sections whose seats fill no post, computed once per revision and year.
    ///
    /// # Errors
    /// As [`Session::gap`].
    pub fn wasted(&self, year: Option<u16>, progress: &dyn Progress) -> Result<Arc<Waste>, AppError> {
        let facts = self.facts()?;
        let shelf: fn(&mut Kept) -> &mut Shelf<Waste> = |kept| &mut kept.wastes;
        let compute = || Ok(funding::wasted(&facts, year, progress)?);
        self.once(&facts, year, progress, shelf, compute)
    }

    /// What euros buy; nothing is written.
    ///
    /// # Errors
    /// As [`Session::gap`].
    pub fn buys(&self, request: &PurchaseRequest, progress: &dyn Progress) -> Result<Purchase, AppError> {
        let bought = funding::buys(&*self.facts()?, request, progress);
        bought.map_err(|error| match progress.is_cancelled() {
            true => AppError::Cancelled,
            false => error.into(),
        })
    }

    /// The money of a scenario beside the envelopes.
    ///
    /// # Errors
    /// No such scenario; as [`Session::outlooks`].
    pub fn scenario_funding(
        &self,
        name: &str,
        year: Option<u16>,
        progress: &dyn Progress,
    ) -> Result<ScenarioFunding, AppError> {
        let scenario = self.scenario(name)?;
        let facts = self.facts()?;
        let outlooks = self.outlooks(year, progress)?;
        let outlook = outlooks.iter().find(|outlook| outlook.scenario.id == scenario.id);
        let unknown = || AppError::Scenario {
            name: name.to_owned(),
            fault: ScenarioFault::Unknown,
        };
        Ok(funding::scenario_funding(&facts, outlook.ok_or_else(unknown)?))
    }

    /// Writes an envelope (id 0: a new one); its key.
    ///
    /// # Errors
    /// [`AppError::Funding`] with why it cannot be; [`AppError::Store`].
    pub fn put_envelope(&self, envelope: &Envelope) -> Result<i64, AppError> {
        let envelope = Envelope {
            name: envelope.name.trim().to_owned(),
            ..envelope.clone()
        };
        check_envelope(&self.facts()?.funding, &envelope)?;
        self.do_deed(&envelope_deed("put-envelope", &envelope), |tx| {
            tx.put_envelope(&envelope)
        })
    }

    /// Takes an envelope away with what it gives to actions.
    ///
    /// # Errors
    /// [`AppError::Store`] when there is none.
    pub fn remove_envelope(&self, envelope: &Envelope) -> Result<(), AppError> {
        self.do_deed(&envelope_deed("remove-envelope", envelope), |tx| {
            tx.remove_envelope(envelope.id)
        })
    }

    /// Writes a hiring aid (id 0: a new one); its key.
    ///
    /// # Errors
    /// [`AppError::Funding`] with why it cannot be; [`AppError::Store`].
    pub fn put_aid(&self, aid: &Aid) -> Result<i64, AppError> {
        check_aid(&self.facts()?.funding.aids, aid)?;
        self.do_deed(&aid_deed("put-aid", aid), |tx| tx.put_aid(aid))
    }

    /// Takes a hiring aid away.
    ///
    /// # Errors
    /// [`AppError::Store`] when there is none.
    pub fn remove_aid(&self, aid: &Aid) -> Result<(), AppError> {
        self.do_deed(&aid_deed("remove-aid", aid), |tx| tx.remove_aid(aid.id))
    }

    /// Writes aids read from a table as one deed, all or none.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn put_aids(&self, aids: &[Aid]) -> Result<(), AppError> {
        let deed = Deed::new("read-aids").with("n", aids.len().to_string());
        self.do_deed(&deed, |tx| aids.iter().try_for_each(|aid| tx.put_aid(aid).map(|_| ())))
    }

    /// Writes a contract cost (id 0: a new one); its key.
    ///
    /// # Errors
    /// [`AppError::Funding`] with why it cannot be; [`AppError::Store`].
    pub fn put_npec(&self, npec: &Npec) -> Result<i64, AppError> {
        check_npec(&self.facts()?.funding.npecs, npec)?;
        self.do_deed(&npec_deed("put-npec", npec), |tx| tx.put_npec(npec))
    }

    /// Takes a contract cost away.
    ///
    /// # Errors
    /// [`AppError::Store`] when there is none.
    pub fn remove_npec(&self, npec: &Npec) -> Result<(), AppError> {
        self.do_deed(&npec_deed("remove-npec", npec), |tx| tx.remove_npec(npec.id))
    }

    /// Writes contract costs read from a table as one deed, all or none.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn put_npecs(&self, npecs: &[Npec]) -> Result<(), AppError> {
        let deed = Deed::new("read-npecs").with("n", npecs.len().to_string());
        self.do_deed(&deed, |tx| {
            npecs.iter().try_for_each(|npec| tx.put_npec(npec).map(|_| ()))
        })
    }

    /// Gives euros of an envelope to an action; 0 takes the gift back. More than the envelope has is told afterwards, not refused.
    ///
    /// # Errors
    /// [`AppError::Funding`] with why it cannot be; [`AppError::Store`].
    pub fn put_funding_line(&self, line: FundingLine) -> Result<(), AppError> {
        let facts = self.facts()?;
        check_line(&facts, line)?;
        self.do_deed(&line_deed(&facts, line), |tx| tx.put_funding_line(line))
    }

    fn do_deed<T>(&self, deed: &Deed, write: impl FnOnce(&Tx<'_>) -> Result<T, StoreError>) -> Result<T, AppError> {
        self.write(|store: &mut Store| Ok(store.transact(deed, write)?.0))
    }
}

fn envelope_deed(key: &'static str, envelope: &Envelope) -> Deed {
    Deed::new(key)
        .with("name", envelope.name.as_str())
        .with("year", envelope.year.to_string())
}

fn aid_deed(key: &'static str, aid: &Aid) -> Deed {
    Deed::new(key)
        .with("name", aid.name.as_str())
        .with("from", aid.from.to_string())
}

fn npec_deed(key: &'static str, npec: &Npec) -> Deed {
    Deed::new(key)
        .with("name", npec.code.as_str())
        .with("from", npec.from.to_string())
}

fn line_deed(facts: &Facts, line: FundingLine) -> Deed {
    let envelope = facts.funding.envelope(line.envelope);
    let name = envelope.map_or_else(String::new, |e| format!("{} {}", e.name, e.year));
    let scenario = facts
        .scenarios
        .iter()
        .find(|s| s.actions.iter().any(|a| a.id == line.action));
    let euros = i64::try_from(line.euros).unwrap_or(i64::MAX);
    Deed::new("put-funding-line")
        .with("name", name)
        .with("action", line.action.to_string())
        .with("scenario", scenario.map_or_else(String::new, |s| s.name.clone()))
        .with("euros", integer(Lang::Fr, euros))
}

//! Money on the desk: what it buys, computed beside the window, and the deeds that write it.

use std::sync::Arc;

use super::deeds::pasted;
use super::{Desk, Done, Kind};
use crate::app::{AppError, Session, read_aids, read_npecs};
use crate::domain::funding::{Aid, Envelope, FundingLine, Npec};
use crate::i18n::{Explain, Message};
use crate::market::funding::{Purchase, PurchaseRequest, Ranking, Waste};
use crate::ui::snapshot::Snapshot;

/// What money does, as last computed; older figures stay on screen until the newer are there.
#[derive(Debug, Default)]
pub struct Money {
    /// Revision and year last asked for.
    asked: Option<(i64, Option<u16>)>,
    /// Nothing until it is known.
    pub known: Option<Arc<Known>>,
    /// What was last bought.
    pub bought: Option<Arc<Purchase>>,
    /// Number of the last deed since the file was opened, and why it was refused, if it was.
    pub outcome: Option<(u64, Option<Message>)>,
    deeds: u64,
    /// Different after every change.
    pub stamp: u64,
}

/// What is computed of the facts of one revision.
#[derive(Debug)]
pub struct Known {
    pub revision: i64,
    pub ranking: Arc<Ranking>,
    pub waste: Arc<Waste>,
}

/// A deed on money that a screen asks for; key 0 makes a new row.
#[derive(Debug, Clone, PartialEq)]
pub enum FundDeed {
    Envelope(Envelope),
    RemoveEnvelope(Envelope),
    Aid(Aid),
    RemoveAid(Aid),
    Npec(Npec),
    RemoveNpec(Npec),
    /// What an envelope gives to an action; 0 euro takes it back.
    Line(FundingLine),
    /// A whole table of aids, or of contract costs, from the clipboard.
    PasteAids(String),
    PasteNpecs(String),
}

impl Money {
    /// True where the figures are those of the facts on screen, or are on their way.
    pub fn is_asked(&self, snapshot: &Snapshot) -> bool {
        self.asked
            .is_some_and(|(revision, _)| revision == snapshot.facts.revision)
    }

    /// True where the figures are those of the facts on screen.
    pub fn is_current(&self, snapshot: &Snapshot) -> bool {
        let known = self.known.as_ref();
        known.is_some_and(|known| known.revision == snapshot.facts.revision)
    }

    pub(super) fn forget(&mut self) {
        self.asked = None;
        self.bought = None;
    }
}

impl Desk {
    /// Computes ranks and surpluses, unless that was asked for already.
    pub fn read_money(&mut self) {
        let Some(snapshot) = &self.snapshot else { return };
        let (asked, year) = ((snapshot.facts.revision, self.year), self.year);
        if self.money.asked == Some(asked) {
            return;
        }
        self.supersede(Kind::Money);
        self.money.asked = Some(asked);
        self.work(Kind::Money, "money", "ui-job-money", move |session, progress| {
            let ranking = session.ranking(year, progress)?;
            Ok(Done::Ranked(Arc::new(Known {
                revision: ranking.revision,
                ranking,
                waste: session.wasted(year, progress)?,
            })))
        });
    }

    pub(super) fn take_ranks(&mut self, known: Arc<Known>) {
        self.money.known = Some(known);
        self.money.stamp += 1;
    }

    /// Computes what euros buy; what was bought before is put away.
    pub fn buy(&mut self, request: PurchaseRequest) {
        let request = PurchaseRequest {
            base: self.year,
            ..request
        };
        self.supersede(Kind::Buy);
        self.money.bought = None;
        self.money.stamp += 1;
        self.work(Kind::Buy, "buy", "ui-job-buy", move |session, progress| {
            Ok(Done::Bought(Arc::new(session.buys(&request, progress)?)))
        });
    }

    pub(super) fn take_purchase(&mut self, bought: Arc<Purchase>) {
        self.money.bought = Some(bought);
        self.money.stamp += 1;
    }

    /// True while it is computed what euros buy.
    pub fn is_buying(&self) -> bool {
        self.started.iter().any(|(_, _, kind)| *kind == Kind::Buy)
    }

    /// Writes what a screen asks: one deed, or why there is none.
    pub fn fund(&mut self, deed: FundDeed) {
        self.work(Kind::Write, "write", "ui-job-write", move |session, _| {
            match done(session, &deed) {
                Ok(Some(pasted)) => Ok(pasted),
                Ok(None) => Ok(Done::Funded(None)),
                Err(AppError::Funding(refusal)) => Ok(Done::Funded(Some(refusal.message()))),
                Err(error) => Err(error),
            }
        });
    }

    pub(super) fn take_fund_deed(&mut self, refused: Option<Message>) {
        let written = refused.is_none();
        self.money.deeds += 1;
        self.money.outcome = Some((self.money.deeds, refused));
        if written {
            self.changed();
        }
    }
}

/// Does a deed; what a paste came to, where it is one.
fn done(session: &Session, deed: &FundDeed) -> Result<Option<Done>, AppError> {
    match deed {
        FundDeed::Envelope(envelope) => session.put_envelope(envelope).map(|_| None),
        FundDeed::RemoveEnvelope(envelope) => session.remove_envelope(envelope).map(|()| None),
        FundDeed::Aid(aid) => session.put_aid(aid).map(|_| None),
        FundDeed::RemoveAid(aid) => session.remove_aid(aid).map(|()| None),
        FundDeed::Npec(npec) => session.put_npec(npec).map(|_| None),
        FundDeed::RemoveNpec(npec) => session.remove_npec(npec).map(|()| None),
        FundDeed::Line(line) => session.put_funding_line(*line).map(|()| None),
        FundDeed::PasteAids(table) => {
            let read = read_aids(&session.facts()?.funding, "", table);
            let kept = if read.issues.is_empty() { read.rows } else { Vec::new() };
            if !kept.is_empty() {
                session.put_aids(&kept)?;
            }
            Ok(Some(pasted(kept.len(), read.unchanged, &read.issues)))
        }
        FundDeed::PasteNpecs(table) => {
            let read = read_npecs(&session.facts()?.funding, "", table);
            let kept = if read.issues.is_empty() { read.rows } else { Vec::new() };
            if !kept.is_empty() {
                session.put_npecs(&kept)?;
            }
            Ok(Some(pasted(kept.len(), read.unchanged, &read.issues)))
        }
    }
}

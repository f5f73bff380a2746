//! The official table being compared line by line with the territory: read, followed while the territory changes, tried, taken over.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use super::{Desk, Done, Kind};
use crate::app::OfficialTable;
use crate::domain::review::OutletKey;
use crate::i18n::{Lang, Message};
use crate::market::official::{Official, TakenEffect};
use crate::ui::snapshot::Snapshot;

/// A table read from a file, beside the territory.
#[derive(Debug)]
pub struct OfficialRead {
    pub table: Arc<OfficialTable>,
    pub found: Arc<Official>,
    /// What the lines last tried would change.
    effect: Option<(BTreeSet<OutletKey>, TakenEffect)>,
    /// What was last asked: the lines, the revision and the year.
    asked: Option<(BTreeSet<OutletKey>, i64, Option<u16>)>,
}

/// What a job brings of it.
#[derive(Debug)]
pub(super) enum Found {
    Compared(Arc<OfficialTable>, Official),
    Effect(BTreeSet<OutletKey>, TakenEffect),
}

impl OfficialRead {
    /// The effect of these lines on the figures on screen, once known.
    pub fn effect_of(&self, chosen: &BTreeSet<OutletKey>, snapshot: &Snapshot) -> Option<TakenEffect> {
        let (of, effect) = self.effect.as_ref()?;
        (of == chosen && effect.revision == snapshot.facts.revision).then_some(*effect)
    }
}

impl Desk {
    /// Reads a table and compares it; nothing is written.
    pub fn read_official(&mut self, path: PathBuf) {
        self.work(Kind::Read, "official", "ui-job-official", move |session, progress| {
            let table = session.read_official(&path, progress)?;
            let found = session.official(&table)?;
            Ok(Done::Official(Box::new(Found::Compared(Arc::new(table), found))))
        });
    }

    /// Compares the table again with the territory as it is now.
    pub(super) fn follow_official(&mut self, revision: i64) {
        let Some(read) = self.outlets.official.as_ref().filter(|r| r.found.revision != revision) else {
            return;
        };
        let table = Arc::clone(&read.table);
        self.work(Kind::Read, "official", "ui-job-official", move |session, _| {
            let found = session.official(&table)?;
            Ok(Done::Official(Box::new(Found::Compared(table, found))))
        });
    }

    /// Computes what taking these lines over would do, unless it was asked already.
    pub fn try_official(&mut self, chosen: BTreeSet<OutletKey>) {
        let (Some(read), Some(snapshot)) = (&mut self.outlets.official, &self.snapshot) else {
            return;
        };
        let asked = (chosen.clone(), snapshot.facts.revision, self.year);
        if read.asked.as_ref() == Some(&asked) {
            return;
        }
        read.asked = Some(asked);
        let (table, year) = (Arc::clone(&read.table), self.year);
        self.supersede(Kind::Official);
        self.work(
            Kind::Official,
            "official",
            "ui-job-official-effect",
            move |session, progress| {
                let effect = session.official_effect(&table, &chosen, year, progress)?;
                Ok(Done::Official(Box::new(Found::Effect(chosen, effect))))
            },
        );
    }

    /// Takes lines over as one deed.
    pub fn take_official(&mut self, chosen: BTreeSet<OutletKey>, lang: Lang) {
        let Some(read) = &self.outlets.official else { return };
        let table = Arc::clone(&read.table);
        self.change("ui-job-write", move |session| {
            session.take_official(&table, &chosen, lang)?;
            Ok(Some(Message::new("ui-official-taken").with("n", chosen.len())))
        });
    }

    /// Puts the table away; the territory stays as it is.
    pub fn forget_official(&mut self) {
        self.supersede(Kind::Official);
        self.outlets.official = None;
    }

    pub(super) fn take_found(&mut self, found: Found) {
        match found {
            Found::Compared(table, found) => {
                self.outlets.official = Some(OfficialRead {
                    table,
                    found: Arc::new(found),
                    effect: None,
                    asked: None,
                });
                self.outlets.stamp += 1;
            }
            Found::Effect(chosen, effect) => {
                if let Some(read) = &mut self.outlets.official {
                    read.effect = Some((chosen, effect));
                }
            }
        }
    }
}

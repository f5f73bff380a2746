//! Skills on the desk: computed beside the window once their screen is shown, and the deeds that screen asks for.

use std::sync::Arc;

use super::{Desk, Done, Kind};
use crate::app::{AppError, Session};
use crate::domain::scenario::Scenario;
use crate::domain::skill::{LocalModule, ModuleStatus};
use crate::i18n::Message;
use crate::market::skills::{LocalSection, SkillBook};
use crate::ui::snapshot::Snapshot;

/// Skills as last computed; older figures stay on screen until the newer are there.
#[derive(Debug, Default)]
pub struct Skilled {
    /// Revision and year last asked for.
    asked: Option<(i64, Option<u16>)>,
    /// Nothing until they are known.
    pub book: Option<Arc<SkillBook>>,
    /// Different after every change.
    pub stamp: u64,
}

/// What a screen decides of skills.
#[derive(Debug, Clone, PartialEq)]
pub enum SkillDeed {
    Module(LocalModule),
    RemoveModule(i64),
    Status(i64, ModuleStatus),
    /// The modules proposed for a section, all at once.
    Proposal(LocalSection, ModuleStatus),
    /// The modules of a section, as a coloration of a scenario.
    Coloration(Scenario, LocalSection),
}

impl Skilled {
    /// True where the figures are those of the facts on screen, or are on their way.
    pub fn are_asked(&self, snapshot: &Snapshot) -> bool {
        self.asked
            .is_some_and(|(revision, _)| revision == snapshot.facts.revision)
    }

    pub(super) fn forget(&mut self) {
        self.asked = None;
    }
}

impl Desk {
    /// Computes skills, unless that was asked for already.
    pub fn read_skills(&mut self) {
        let Some(snapshot) = &self.snapshot else { return };
        let (asked, year) = ((snapshot.facts.revision, self.year), self.year);
        if self.skills.asked == Some(asked) {
            return;
        }
        self.supersede(Kind::Skills);
        self.skills.asked = Some(asked);
        self.work(Kind::Skills, "skills", "ui-job-skills", move |session, progress| {
            Ok(Done::Skilled(session.skills(year, progress)?))
        });
    }

    pub(super) fn take_skills(&mut self, book: Arc<SkillBook>) {
        self.skills.book = Some(book);
        self.skills.stamp += 1;
    }

    /// Writes what a screen decides: one deed, or a notice that says why there is none.
    pub fn skill(&mut self, deed: SkillDeed) {
        self.change("ui-job-write", move |session| done(session, &deed));
    }
}

fn done(session: &Session, deed: &SkillDeed) -> Result<Option<Message>, AppError> {
    match deed {
        SkillDeed::Module(module) => session.put_module(module).map(|_| None),
        SkillDeed::RemoveModule(id) => session.remove_module(*id).map(|()| None),
        SkillDeed::Status(id, status) => session.set_module_status(*id, *status).map(|()| None),
        SkillDeed::Proposal(section, status) => session.put_proposal(section, None, *status).map(|_| None),
        SkillDeed::Coloration(scenario, section) => {
            session.put_coloration(scenario, section, None)?;
            Ok(Some(
                Message::new("ui-skills-coloured").with("scenario", scenario.name.as_str()),
            ))
        }
    }
}

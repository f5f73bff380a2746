//! Skills under a person's hand: what is shown of them, and the deeds that write modules and the skills of declared needs.

use std::sync::Arc;

use super::error::AppError;
use super::planning::decidable;
use super::session::{Kept, Session};
use super::shelf::Shelf;
use crate::domain::facts::Facts;
use crate::domain::id::{ProgrammeId, SkillCode, Uai};
use crate::domain::programme::Route;
use crate::domain::progress::Progress;
use crate::domain::scenario::{ActionKind, PlanAction, Scenario, SectionKey, Site};
use crate::domain::skill::{LocalModule, ModuleStatus};
use crate::i18n::{Lang, Message};
use crate::market::skills::{self, LocalSection, ModuleRefusal, SkillBook, SkillGround};
use crate::store::{Deed, StoreError};

impl Session {
    /// Skills of the territory on the gap of a year, computed once per revision and year.
    ///
    /// # Errors
    /// As [`Session::gap`].
    pub fn skills(&self, year: Option<u16>, progress: &dyn Progress) -> Result<Arc<SkillBook>, AppError> {
        let facts = self.facts()?;
        let gap = self.gap_of(&facts, year, progress)?;
        let shelf: fn(&mut Kept) -> &mut Shelf<SkillBook> = |kept| &mut kept.skills;
        self.once(&facts, year, progress, shelf, || Ok(skills::book(&facts, &gap)))
    }

    /// Writes a module of an establishment (id 0: a new one); its key.
    ///
    /// # Errors
    /// [`AppError::Module`] with the rule it would break; [`AppError::Store`].
    pub fn put_module(&self, module: &LocalModule) -> Result<i64, AppError> {
        let facts = self.facts()?;
        skills::check_module(&facts, module)?;
        let deed = deed_on("put-module", &facts, module);
        self.write(|store| Ok(store.transact(&deed, |tx| tx.put_module(module))?.0))
    }

    /// Takes a module away.
    ///
    /// # Errors
    /// [`AppError::Store`] when there is none.
    pub fn remove_module(&self, id: i64) -> Result<(), AppError> {
        let facts = self.facts()?;
        let module = module(&facts, id)?;
        let deed = deed_on("remove-module", &facts, module);
        self.write(|store| Ok(store.transact(&deed, |tx| tx.remove_module(id))?))?;
        Ok(())
    }

    /// Adopts a module, or makes a proposal of it again.
    ///
    /// # Errors
    /// [`AppError::Store`] when there is none.
    pub fn set_module_status(&self, id: i64, status: ModuleStatus) -> Result<(), AppError> {
        let facts = self.facts()?;
        let module = LocalModule {
            status,
            ..module(&facts, id)?.clone()
        };
        let key = match status {
            ModuleStatus::Adopted => "adopt-module",
            ModuleStatus::Proposal => "propose-module",
        };
        let deed = deed_on(key, &facts, &module);
        self.write(|store| Ok(store.transact(&deed, |tx| tx.put_module(&module))?))?;
        Ok(())
    }

    /// Writes the modules proposed for a section, from a rentrée on (`None`: the first that may be decided), as one deed; how many.
    ///
    /// # Errors
    /// [`AppError::Module`] where the file changed since, and one breaks a rule; [`AppError::Store`].
    pub fn put_proposal(
        &self,
        section: &LocalSection,
        rentree: Option<u16>,
        status: ModuleStatus,
    ) -> Result<usize, AppError> {
        let facts = self.facts()?;
        let rentree = rentree.unwrap_or_else(|| *decidable(&facts, None).start());
        let made = |proposed: &skills::ProposedModule| LocalModule {
            id: 0,
            uai: section.uai.clone(),
            programme: section.programme.clone(),
            skill: proposed.skill.clone(),
            hours: proposed.hours,
            year_of_study: proposed.year_of_study,
            rentree,
            status,
            note: String::new(),
        };
        let modules: Vec<LocalModule> = section.proposal.modules.iter().map(made).collect();
        let mut tried = Facts::clone(&facts);
        for module in &modules {
            skills::check_module(&tried, module)?;
            tried.skills.modules.push(module.clone());
        }
        let deed = Deed::new("put-modules")
            .with("count", modules.len().to_string())
            .with("name", section_name(&facts, &section.uai, &section.programme));
        self.write(|store| {
            store.transact(&deed, |tx| {
                modules.iter().try_for_each(|module| tx.put_module(module).map(|_| ()))
            })?;
            Ok(())
        })?;
        Ok(modules.len())
    }

    /// Makes the skills wanted on a declared need those of a list; none for those of its occupation alone.
    ///
    /// # Errors
    /// [`AppError::Store`] where there is no such need, [`AppError::Module`] where no table names a skill.
    pub fn put_need_skills(&self, need: i64, wanted: &[SkillCode]) -> Result<(), AppError> {
        let facts = self.facts()?;
        if !facts.needs.iter().any(|known| known.id == need) {
            return Err(StoreError::NoSuch { what: "need", id: need }.into());
        }
        let ground = SkillGround::new(&facts);
        if let Some(skill) = wanted.iter().find(|skill| !ground.has(skill)) {
            return Err(ModuleRefusal::NoSkill { skill: skill.clone() }.into());
        }
        let deed = Deed::new("put-need-skills")
            .with("need", need.to_string())
            .with("count", wanted.len().to_string());
        self.write(|store| Ok(store.transact(&deed, |tx| tx.put_need_skills(need, wanted))?))?;
        Ok(())
    }

    /// Writes a coloration in a scenario: the modules of a section, from the first of their rentrées on, by a route
    /// (`None`: its first). No seat moves. Its key.
    ///
    /// # Errors
    /// [`AppError::Action`] where the section is not taught by this route; [`AppError::Module`] where it has no module; [`AppError::Store`].
    pub fn put_coloration(
        &self,
        scenario: &Scenario,
        section: &LocalSection,
        route: Option<Route>,
    ) -> Result<i64, AppError> {
        let facts = self.facts()?;
        let ground = SkillGround::new(&facts);
        let first = section.modules.iter().map(|module| module.rentree).min();
        let Some(rentree) = first else {
            return Err(ModuleRefusal::NoHour.into());
        };
        let named = |module: &LocalModule| format!("{} ({} h)", ground.label(&module.skill, Lang::Fr), module.hours);
        let modules: Vec<String> = section.modules.iter().map(named).collect();
        let action = PlanAction {
            note: Message::new("app-skill-coloration")
                .with("modules", modules.join(" ; "))
                .text(Lang::Fr),
            ..PlanAction::new(
                ActionKind::Coloration,
                SectionKey {
                    site: Site::Establishment(section.uai.clone()),
                    programme: section.programme.clone(),
                    route: route.or(section.routes.first().copied()).unwrap_or(Route::School),
                },
                0,
                rentree,
            )
        };
        self.put_action(scenario, &action)
    }
}

fn module(facts: &Facts, id: i64) -> Result<&LocalModule, AppError> {
    let found = facts.skills.modules.iter().find(|module| module.id == id);
    found.ok_or_else(|| StoreError::NoSuch { what: "module", id }.into())
}

fn deed_on(key: &'static str, facts: &Facts, module: &LocalModule) -> Deed {
    let ground = SkillGround::new(facts);
    Deed::new(key)
        .with("skill", ground.label(&module.skill, Lang::Fr))
        .with("hours", module.hours.to_string())
        .with("name", section_name(facts, &module.uai, &module.programme))
}

/// « BUT Chimie parcours synthèse, 0590000E ».
fn section_name(facts: &Facts, uai: &Uai, programme: &ProgrammeId) -> String {
    let known = facts.catalogue.programmes.iter().find(|p| p.id == *programme);
    let known = known.map_or_else(
        || programme.to_string(),
        |p| format!("{} {}", p.diploma.as_str(), p.label),
    );
    format!("{known}, {uai}")
}

//! Skills: what posts want against what programmes teach, and what to teach in the hours that establishments decide on.

mod coverage;
mod ground;
mod iut;
mod local;

use super::frame::Frame;
use super::gap::Gap;
use super::outlets::outlets_in_gap;
use crate::domain::facts::Facts;
use crate::domain::id::{FapCode, ProgrammeId};

pub use coverage::{SkillLine, SkillPart, SkillTable, coverage, parts};
pub use ground::{SkillGround, Want};
pub use iut::{Department, Iut, IutCommitment, IutSkill, Posts, YEARS, iuts};
pub use local::{
    Budget, Candidate, HoursRule, LocalSection, ModuleRefusal, Proposal, ProposedModule, YearHours, budget,
    check_module, local_sections, propose, within,
};

/// Everything screens, terminal and report show of skills, on one gap.
#[derive(Debug, Clone, PartialEq)]
pub struct SkillBook {
    pub table: SkillTable,
    /// Sections with hours of their own, by establishment and programme.
    pub sections: Vec<LocalSection>,
    pub iuts: Vec<Iut>,
}

/// Skills, local hours and IUTs of a territory.
pub fn book(facts: &Facts, gap: &Gap) -> SkillBook {
    let sections = local_sections(facts, gap);
    SkillBook {
        table: coverage(facts, gap),
        iuts: iuts(facts, gap, &sections),
        sections,
    }
}

/// Occupations of the gap a programme leads to, by code; none for one that the catalogue does not have.
pub fn outlets(facts: &Facts, programme: &ProgrammeId) -> Vec<FapCode> {
    let found = facts.catalogue.programmes.iter().find(|p| p.id == *programme);
    found.map_or_else(Vec::new, |p| outlets_in_gap(&Frame::new(facts), p))
}

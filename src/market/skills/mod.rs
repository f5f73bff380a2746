//! Skills: what posts want against what programmes teach, and what to teach in the hours that establishments decide on.

mod coverage;
mod ground;
mod iut;
mod local;

pub use coverage::{SkillLine, SkillTable, coverage};
pub use ground::{SkillGround, Want};
pub use iut::{Department, Iut, IutCommitment, IutSkill, Posts, YEARS, iuts};
pub use local::{
    Budget, Candidate, HoursRule, LocalSection, ModuleRefusal, Proposal, ProposedModule, YearHours, budget,
    check_module, local_sections, propose, within,
};

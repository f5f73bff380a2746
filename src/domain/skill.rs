//! Skills: what occupations and declared needs want, what programmes teach, and what an establishment adds in the hours that are its own.

use super::id::{Cfd, FapCode, ProgrammeId, RomeCode, SkillCode, Uai};
use super::source::SourceId;

/// All a territory file knows of skills; each list is sorted by its key.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Skills {
    /// The list of the program, in its own words; official tables name theirs line by line.
    pub list: Vec<Skill>,
    /// What occupations want, by the list of the program.
    pub occupations: Vec<OccupationSkill>,
    /// What programmes teach, by the list of the program.
    pub rules: Vec<TaughtRule>,
    /// What imported tables say ROME codes want: they replace the list for the occupations these codes lead to.
    pub romes: Vec<RomeSkill>,
    /// What imported tables say diplomas teach: they replace the rules for these diplomas.
    pub programmes: Vec<ProgrammeSkill>,
    /// Skills wanted on declared needs.
    pub needs: Vec<NeedSkill>,
    /// What establishments add, or propose to add, to a programme.
    pub modules: Vec<LocalModule>,
}

/// A skill of the list of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skill {
    pub code: SkillCode,
    /// Stable word of its field, `usinage`; the texts name it (`skill-field-<key>`).
    pub field: String,
    pub label_fr: String,
    pub label_en: String,
}

/// How much an occupation wants a skill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Importance {
    /// Helps, and can be learnt on the post.
    Useful,
    /// The post cannot be held without it.
    Core,
}

/// A skill an occupation wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OccupationSkill {
    pub fap: FapCode,
    pub skill: SkillCode,
    pub importance: Importance,
}

/// A skill that the programmes of a group of specialities teach, at these diploma levels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaughtRule {
    /// First three digits of the NSF code.
    pub nsf: String,
    pub skill: SkillCode,
    /// Diploma levels, 3 to 6.
    pub levels: Vec<u8>,
}

/// A skill a ROME code wants, as an imported table has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RomeSkill {
    pub rome: RomeCode,
    pub skill: SkillCode,
    pub label: String,
    pub importance: Importance,
    /// Row of the file, 1-based, header included.
    pub row: u32,
    pub source: SourceId,
}

/// A skill a diploma teaches, as an imported table has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgrammeSkill {
    pub cfd: Cfd,
    pub skill: SkillCode,
    pub label: String,
    /// Row of the file, 1-based, header included.
    pub row: u32,
    pub source: SourceId,
}

/// A skill wanted on a declared need.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct NeedSkill {
    /// Key of the need.
    pub need: i64,
    pub skill: SkillCode,
}

/// Hours in which an establishment teaches a skill that the programme does not: part of its local third, or of a coloration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalModule {
    /// Key in the file; 0 before it is written.
    pub id: i64,
    pub uai: Uai,
    pub programme: ProgrammeId,
    pub skill: SkillCode,
    /// Hours of training.
    pub hours: u32,
    /// 1 is the first year of the programme.
    pub year_of_study: u8,
    /// Calendar year of the first rentrée it is taught at.
    pub rentree: u16,
    pub status: ModuleStatus,
    /// Empty = none.
    pub note: String,
}

/// Where a module stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum ModuleStatus {
    /// Kept to be talked over; it uses hours of the budget and teaches nobody yet.
    #[default]
    Proposal,
    /// Decided: those who follow it are taught the skill.
    Adopted,
}

impl Importance {
    pub const ALL: [Self; 2] = [Self::Core, Self::Useful];

    /// Stable text of the store, of files and of the texts (`skill-importance-<key>`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::Useful => "useful",
        }
    }

    /// Reads [`Self::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|i| i.as_str() == text)
    }
}

impl ModuleStatus {
    pub const ALL: [Self; 2] = [Self::Proposal, Self::Adopted];

    /// Stable text of the store, the command line and the texts (`skill-module-<key>`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Proposal => "proposal",
            Self::Adopted => "adopted",
        }
    }

    /// Reads [`Self::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.as_str() == text)
    }
}

impl LocalModule {
    /// June in which the first people who followed it leave: `rentrée + years − year of study + 1`.
    pub fn first_leavers(&self, years: u8) -> u16 {
        self.rentree + u16::from(years.saturating_sub(self.year_of_study)) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_to_leave_with_a_module_were_in_its_year_of_study_at_its_rentree() {
        let module = |year_of_study| LocalModule {
            id: 0,
            uai: "0590000E".parse().unwrap(),
            programme: "25122201".parse().unwrap(),
            skill: "S001".parse().unwrap(),
            hours: 30,
            year_of_study,
            rentree: 2027,
            status: ModuleStatus::Proposal,
            note: String::new(),
        };
        assert_eq!([1, 2, 3].map(|year| module(year).first_leavers(3)), [2030, 2029, 2028]);
    }

    #[test]
    fn words_are_read_back() {
        for importance in Importance::ALL {
            assert_eq!(Importance::parse(importance.as_str()), Some(importance));
        }
        for status in ModuleStatus::ALL {
            assert_eq!(ModuleStatus::parse(status.as_str()), Some(status));
        }
    }
}

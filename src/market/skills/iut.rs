//! The steering view of an IUT: its departments, the hours it decides on, the needs it reaches, what is missing there, and what was committed to.

use std::collections::{BTreeMap, BTreeSet};

use super::super::gap::Gap;
use super::super::plan::{self, FIRST_YEAR, KnownSection, LAST_YEAR};
use super::coverage::wants_of;
use super::ground::SkillGround;
use super::local::LocalSection;
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, FapCode, SkillCode, Uai};
use crate::domain::programme::{Diploma, Route};
use crate::domain::scenario::{ActionKind, ActionStatus, PlanAction};
use crate::domain::skill::LocalModule;
use crate::domain::units::{Estimate, Milli};

/// An establishment that teaches BUT.
#[derive(Debug, Clone, PartialEq)]
pub struct Iut {
    pub uai: Uai,
    pub name: Option<String>,
    pub basins: Vec<BasinCode>,
    /// Its BUT, by programme.
    pub departments: Vec<Department>,
    /// Posts of the territory in reach of at least one department, each cell once, by basin.
    pub places: Vec<(BasinCode, Posts)>,
    /// The same by occupation.
    pub occupations: Vec<(FapCode, Posts)>,
    /// Skills these unfilled posts want, those most want first.
    pub skills: Vec<IutSkill>,
    /// Its sections by continuing training, whatever the diploma.
    pub continuing: Vec<KnownSection>,
    /// What scenarios decide of its sections, by rentrée.
    pub commitments: Vec<IutCommitment>,
    /// Its modules, by rentrée.
    pub modules: Vec<LocalModule>,
}

/// Posts of a place or occupation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Posts {
    pub need: Estimate,
    pub unfilled: Estimate,
}

/// A BUT of an IUT.
#[derive(Debug, Clone, PartialEq)]
pub struct Department {
    pub section: LocalSection,
    /// Speciality: its label without the parcours.
    pub speciality: String,
    /// Entrants by all routes.
    pub entrants: Estimate,
    /// Observed final-year headcount of the newest rentrée, all routes; nothing where no file has it.
    pub final_year: Option<Milli>,
}

/// A skill wanted in the reach of an IUT.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IutSkill {
    pub skill: SkillCode,
    pub unfilled: Estimate,
    /// Departments of the IUT that teach it everywhere, and by a module of its own.
    pub national: usize,
    pub local: usize,
}

/// An action of a scenario on a section of an IUT.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IutCommitment {
    pub rentree: u16,
    pub scenario: String,
    pub kind: ActionKind,
    pub status: ActionStatus,
    pub programme: String,
    /// More or fewer, at the IUT.
    pub seats: i32,
}

/// Years of the steering view.
pub const YEARS: std::ops::RangeInclusive<u16> = FIRST_YEAR..=LAST_YEAR;

impl Iut {
    /// Seats that commitments of a scenario move at a rentrée; nothing where there is none.
    pub fn moved(&self, year: u16) -> Option<i32> {
        let of_year = self
            .commitments
            .iter()
            .filter(|c| c.rentree == year && c.status != ActionStatus::Refused);
        of_year.map(|c| c.seats).reduce(|a, b| a + b)
    }

    /// Hours of modules that begin at a rentrée.
    pub fn module_hours(&self, year: u16) -> u32 {
        self.modules.iter().filter(|m| m.rentree == year).map(|m| m.hours).sum()
    }
}

/// Every establishment of the territory that teaches BUT, by UAI.
pub fn iuts(facts: &Facts, gap: &Gap, sections: &[LocalSection]) -> Vec<Iut> {
    let known = plan::sections(facts);
    let ground = SkillGround::new(facts);
    let mut departments: BTreeMap<Uai, Vec<LocalSection>> = BTreeMap::new();
    for section in sections.iter().filter(|s| s.diploma == Diploma::But) {
        departments
            .entry(section.uai.clone())
            .or_default()
            .push(section.clone());
    }
    let made = |(uai, sections)| iut((facts, gap), (&known, &ground), uai, sections);
    departments.into_iter().map(made).collect()
}

fn iut(
    (facts, gap): (&Facts, &Gap),
    (known, ground): (&[KnownSection], &SkillGround<'_>),
    uai: Uai,
    sections: Vec<LocalSection>,
) -> Iut {
    let own = |section: &&KnownSection| section.section.site.uai() == Some(&uai);
    let basins: BTreeSet<BasinCode> = sections.iter().flat_map(|s| s.basins.iter().cloned()).collect();
    let cells: BTreeSet<&(BasinCode, FapCode)> = sections.iter().flat_map(|s| &s.cells).collect();
    let mut places: BTreeMap<BasinCode, Posts> = BTreeMap::new();
    let mut occupations: BTreeMap<FapCode, Posts> = BTreeMap::new();
    let mut wanted: BTreeMap<&SkillCode, Estimate> = BTreeMap::new();
    for cell in gap
        .cells
        .iter()
        .filter(|cell| cells.contains(&(cell.basin.clone(), cell.fap.clone())))
    {
        for posts in [
            places.entry(cell.basin.clone()).or_default(),
            occupations.entry(cell.fap.clone()).or_default(),
        ] {
            posts.need += cell.figures.need;
            posts.unfilled += cell.figures.unfilled;
        }
        for (skill, want) in wants_of(ground, cell, gap.year) {
            *wanted.entry(skill).or_default() += cell.figures.unfilled.map(|posts| posts.times(want.share));
        }
    }
    let mut skills: Vec<IutSkill> = wanted
        .into_iter()
        .map(|(code, posts)| skill(ground, &sections, code, posts))
        .collect();
    skills.sort_by(|a, b| {
        b.unfilled
            .central
            .cmp(&a.unfilled.central)
            .then_with(|| a.skill.cmp(&b.skill))
    });
    let continuing = known
        .iter()
        .filter(own)
        .filter(|s| s.section.route == Route::Continuing);
    let mut modules: Vec<LocalModule> = sections.iter().flat_map(|s| s.modules.iter().cloned()).collect();
    modules.sort_by(|a, b| (a.rentree, &a.programme, &a.skill).cmp(&(b.rentree, &b.programme, &b.skill)));
    Iut {
        name: sections.iter().find_map(|s| s.establishment.clone()),
        basins: basins.into_iter().collect(),
        places: places.into_iter().collect(),
        occupations: occupations.into_iter().collect(),
        skills,
        continuing: continuing.cloned().collect(),
        commitments: commitments(facts, &uai),
        modules,
        departments: sections
            .into_iter()
            .map(|section| department(facts, known, section))
            .collect(),
        uai,
    }
}

fn skill(ground: &SkillGround<'_>, sections: &[LocalSection], code: &SkillCode, unfilled: Estimate) -> IutSkill {
    let with_module = |section: &&LocalSection| section.modules.iter().any(|module| module.skill == *code);
    IutSkill {
        skill: code.clone(),
        unfilled,
        national: sections.iter().filter(|s| ground.teaches(&s.programme, code)).count(),
        local: sections.iter().filter(with_module).count(),
    }
}

fn department(facts: &Facts, known: &[KnownSection], section: LocalSection) -> Department {
    let own =
        |k: &&KnownSection| k.section.site.uai() == Some(&section.uai) && k.section.programme == section.programme;
    let programme = facts.catalogue.programmes.iter().find(|p| p.id == section.programme);
    let cfd = programme.and_then(|p| p.cfd.as_ref());
    let observed = facts
        .sections
        .iter()
        .filter(|s| s.uai == section.uai && s.cfd.as_ref() == cfd && s.final_year.is_some());
    let newest = observed.clone().map(|s| s.session).max();
    let of_newest = observed
        .filter(|s| Some(s.session) == newest)
        .filter_map(|s| s.final_year);
    Department {
        speciality: speciality(&section.label).to_owned(),
        entrants: known.iter().filter(own).map(|k| k.entrants).sum(),
        final_year: newest.map(|_| of_newest.sum()),
        section,
    }
}

/// « Chimie » of « Chimie parcours synthèse ».
fn speciality(label: &str) -> &str {
    label
        .split_once(" parcours ")
        .map_or(label, |(speciality, _)| speciality)
}

fn commitments(facts: &Facts, uai: &Uai) -> Vec<IutCommitment> {
    let mut found = Vec::new();
    for scenario in &facts.scenarios {
        for action in &scenario.actions {
            let here = action.section.site.uai() == Some(uai);
            let there = action.towards.as_ref().and_then(|site| site.uai()) == Some(uai);
            if here || there {
                found.push(commitment(facts, &scenario.name, action, uai));
            }
        }
    }
    found.sort_by(|a, b| (a.rentree, &a.scenario, &a.programme).cmp(&(b.rentree, &b.scenario, &b.programme)));
    found
}

fn commitment(facts: &Facts, scenario: &str, action: &PlanAction, uai: &Uai) -> IutCommitment {
    let id = &action.section.programme;
    let programme = facts.catalogue.programmes.iter().find(|p| p.id == *id);
    let moves = action.moves();
    let own = moves.iter().filter(|(section, _)| section.site.uai() == Some(uai));
    IutCommitment {
        rentree: action.rentree,
        scenario: scenario.to_owned(),
        kind: action.kind,
        status: action.status,
        programme: programme.map_or_else(|| id.to_string(), |p| p.label.clone()),
        seats: own.map(|(_, seats)| seats).sum(),
    }
}

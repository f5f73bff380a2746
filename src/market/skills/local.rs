//! The hours an establishment decides on: the local third of a BUT, the coloration of a bac pro or a BTS, and what to teach in them.

use std::collections::{BTreeMap, BTreeSet};

use super::super::frame::Frame;
use super::super::gap::Gap;
use super::super::matching::{distance, radius};
use super::super::outlets::outlets_in_gap;
use super::super::plan;
use super::coverage::wants_of;
use super::ground::{SkillGround, Want};
use crate::domain::assumption::{AssumptionKey, Assumptions};
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, FapCode, ProgrammeId, SkillCode, Uai};
use crate::domain::programme::{Diploma, Programme, Route};
use crate::domain::scenario::Site;
use crate::domain::skill::{Importance, LocalModule};
use crate::domain::units::{Bound, Estimate, Milli};
use crate::engine::knapsack::{Item, Packing, greedy, pack};
use crate::i18n::{Explain, Message};

/// A programme at an establishment that has hours of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct LocalSection {
    pub uai: Uai,
    pub establishment: Option<String>,
    pub programme: ProgrammeId,
    pub label: String,
    pub diploma: Diploma,
    pub level: u8,
    /// Where it is: several where its position is spread.
    pub basins: Vec<BasinCode>,
    /// By which it is taught, in order.
    pub routes: Vec<Route>,
    /// Declared seats by all routes together; nothing where none is declared.
    pub seats: Option<u32>,
    /// Leavers in the field a year, in the basins of the territory.
    pub in_field: Estimate,
    pub budget: Budget,
    /// Those of the file, by year of study and skill.
    pub modules: Vec<LocalModule>,
    /// Unfilled posts of its outlets within the radius of its level. Never added over sections: several reach the same posts.
    pub unfilled: Estimate,
    /// Basin × occupation behind `unfilled`, by code.
    pub cells: Vec<(BasinCode, FapCode)>,
    /// Skills these posts want that are not taught, those most posts lack for an hour first.
    pub candidates: Vec<Candidate>,
    /// What is proposed within the hours left.
    pub proposal: Proposal,
}

/// A skill that could be taught in the hours of an establishment.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    pub skill: SkillCode,
    /// Unfilled posts it would bring within reach, each post shared over the skills it lacks.
    pub posts: Estimate,
    /// Hours of a module for it: an assumption.
    pub hours: u32,
}

/// Modules proposed for the hours left.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Proposal {
    /// By year of study, then skill.
    pub modules: Vec<ProposedModule>,
    /// Posts they bring within reach, central.
    pub posts: Milli,
    /// What the greedy choice by posts for an hour would bring.
    pub greedy: Milli,
    /// True where no other choice within the hours brings more.
    pub exact: bool,
}

/// One module of a proposal.
#[derive(Debug, Clone, PartialEq)]
pub struct ProposedModule {
    pub skill: SkillCode,
    pub posts: Estimate,
    pub hours: u32,
    pub year_of_study: u8,
}

/// Hours an establishment decides on in a programme.
#[derive(Debug, Clone, PartialEq)]
pub struct Budget {
    pub rule: HoursRule,
    /// All the hours of the programme; nothing where only a coloration is supposed.
    pub training: Option<u32>,
    /// Hours that are its own.
    pub local: u32,
    /// Of which modules of the file take, proposed ones included.
    pub used: u32,
    /// Year by year of study.
    pub years: Vec<YearHours>,
}

/// Which rule gives the hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HoursRule {
    /// A share of the training, and of each year: the BUT.
    LocalShare,
    /// Hours supposed for a diploma without such a rule.
    Coloration,
}

/// Hours of one year of study.
#[derive(Debug, Clone, PartialEq)]
pub struct YearHours {
    pub year_of_study: u8,
    /// All of them; nothing where the rule does not need them.
    pub training: Option<u32>,
    /// The most that may be local.
    pub most: u32,
    pub used: u32,
}

impl Budget {
    /// Hours not taken by a module.
    pub fn left(&self) -> u32 {
        self.local.saturating_sub(self.used)
    }
}

impl HoursRule {
    /// Stable text: JSON and texts (`skill-rule-<key>`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LocalShare => "local-share",
            Self::Coloration => "coloration",
        }
    }
}

/// Why a module cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ModuleRefusal {
    #[error("no section {programme} at {uai}")]
    NoSection { programme: ProgrammeId, uai: Uai },
    /// The diploma has no hours that an establishment decides on.
    #[error("no local hours for {programme}")]
    NoHours { programme: ProgrammeId },
    #[error("no skill {skill}")]
    NoSkill { skill: SkillCode },
    /// The programme teaches it everywhere: national competences are not touched.
    #[error("{skill} is national")]
    National { skill: SkillCode },
    #[error("{skill} has a module already")]
    Twice { skill: SkillCode },
    #[error("no year {year} of {years}")]
    YearOfStudy { year: u8, years: u8 },
    #[error("a module of no hour")]
    NoHour,
    /// More than the hours that are the establishment's.
    #[error("{asked} hours beside {used} of {most}")]
    Total { asked: u32, used: u32, most: u32 },
    /// More than the greatest share of one year.
    #[error("{asked} hours beside {used} of {most} in year {year}")]
    Year { year: u8, asked: u32, used: u32, most: u32 },
}

impl Explain for ModuleRefusal {
    fn message(&self) -> Message {
        let hours = |key, (asked, used, most): (&u32, &u32, &u32)| {
            Message::new(key)
                .with("asked", *asked)
                .with("used", *used)
                .with("most", *most)
        };
        match self {
            Self::NoSection { programme, uai } => Message::new("market-module-no-section")
                .with("programme", programme.as_str())
                .with("uai", uai.as_str()),
            Self::NoHours { programme } => Message::new("market-module-no-hours").with("programme", programme.as_str()),
            Self::NoSkill { skill } => Message::new("market-module-no-skill").with("skill", skill.as_str()),
            Self::National { skill } => Message::new("market-module-national").with("skill", skill.as_str()),
            Self::Twice { skill } => Message::new("market-module-twice").with("skill", skill.as_str()),
            Self::YearOfStudy { year, years } => Message::new("market-module-year-of-study")
                .with("year", u32::from(*year))
                .with("years", u32::from(*years)),
            Self::NoHour => Message::new("market-module-no-hour"),
            Self::Total { asked, used, most } => hours("market-module-total", (asked, used, most)),
            Self::Year {
                year,
                asked,
                used,
                most,
            } => hours("market-module-year", (asked, used, most)).with("year", u32::from(*year)),
        }
    }
}

/// Whether a module may be, on the sections of the territory and the modules of the file.
///
/// # Errors
/// [`ModuleRefusal`], the first that holds.
pub fn check_module(facts: &Facts, module: &LocalModule) -> Result<(), ModuleRefusal> {
    let (programme, skill) = (&module.programme, &module.skill);
    let known = |known: &plan::KnownSection| {
        known.section.programme == *programme && known.section.site == Site::Establishment(module.uai.clone())
    };
    let catalogue = facts.catalogue.programmes.iter().find(|p| p.id == *programme);
    let found = catalogue.filter(|_| plan::sections(facts).iter().any(known));
    let Some(found) = found else {
        let (programme, uai) = (programme.clone(), module.uai.clone());
        return Err(ModuleRefusal::NoSection { programme, uai });
    };
    let others: Vec<&LocalModule> = of_section(facts, &module.uai, programme)
        .filter(|other| other.id != module.id)
        .collect();
    let no_hours = || ModuleRefusal::NoHours {
        programme: programme.clone(),
    };
    let budget = budget(&facts.assumptions, found, &others).ok_or_else(no_hours)?;
    let ground = SkillGround::new(facts);
    let skill = || skill.clone();
    if !ground.has(&module.skill) {
        return Err(ModuleRefusal::NoSkill { skill: skill() });
    }
    if ground.teaches(programme, &module.skill) {
        return Err(ModuleRefusal::National { skill: skill() });
    }
    if others.iter().any(|other| other.skill == module.skill) {
        return Err(ModuleRefusal::Twice { skill: skill() });
    }
    within(&budget, module)
}

/// Whether the hours of a module fit beside those of others: in all, and in its year of study.
///
/// # Errors
/// [`ModuleRefusal`] of hours.
pub fn within(budget: &Budget, module: &LocalModule) -> Result<(), ModuleRefusal> {
    let (asked, year) = (module.hours, module.year_of_study);
    if asked == 0 {
        return Err(ModuleRefusal::NoHour);
    }
    let Some(of_year) = budget.years.iter().find(|y| y.year_of_study == year) else {
        let years = u8::try_from(budget.years.len()).unwrap_or(u8::MAX);
        return Err(ModuleRefusal::YearOfStudy { year, years });
    };
    if budget.used.saturating_add(asked) > budget.local {
        let (used, most) = (budget.used, budget.local);
        return Err(ModuleRefusal::Total { asked, used, most });
    }
    if of_year.used.saturating_add(asked) > of_year.most {
        let (used, most) = (of_year.used, of_year.most);
        return Err(ModuleRefusal::Year {
            year,
            asked,
            used,
            most,
        });
    }
    Ok(())
}

/// Hours of a programme that an establishment decides on, beside its modules; nothing where no assumption gives any.
///
/// `local = training × share`, and at most `year × yearly share` in one year of study, both rounded down; a year is an equal part of the training
/// unless its hours are told. A coloration has its hours, in any year.
pub fn budget(assumptions: &Assumptions, programme: &Programme, modules: &[&LocalModule]) -> Option<Budget> {
    let (id, kind) = (programme.id.as_str(), programme.diploma.as_str());
    let value = |key| assumptions.find(key, &[id, kind]).map(|a| a.value.central);
    let years = programme.years.unwrap_or(1).max(1);
    let used = |year: u8| {
        modules
            .iter()
            .filter(|m| m.year_of_study == year)
            .map(|m| m.hours)
            .sum()
    };
    let share = |key| value(key).filter(|share| *share > 0.0);
    let (rule, training, local, of_years) =
        match (share(AssumptionKey::TrainingHours), share(AssumptionKey::LocalShare)) {
            (Some(training), Some(share)) => {
                let yearly = value(AssumptionKey::LocalYearShare).unwrap_or(1.0);
                let of_year = |year: u8| {
                    let scopes = [format!("{id} {year}"), format!("{kind} {year}")];
                    let told = assumptions.find(AssumptionKey::YearHours, &[&scopes[0], &scopes[1]]);
                    let hours = told.map_or(training / f64::from(years), |a| a.value.central);
                    (year, Some(whole(hours)), whole(hours * yearly))
                };
                let of_years: Vec<_> = (1..=years).map(of_year).collect();
                (
                    HoursRule::LocalShare,
                    Some(whole(training)),
                    whole(training * share),
                    of_years,
                )
            }
            _ => {
                let local = whole(share(AssumptionKey::ColorationHours)?);
                let of_years = (1..=years).map(|year| (year, None, local)).collect();
                (HoursRule::Coloration, None, local, of_years)
            }
        };
    let year_hours = |(year_of_study, training, most)| YearHours {
        year_of_study,
        training,
        most,
        used: used(year_of_study),
    };
    Some(Budget {
        rule,
        training,
        local,
        used: modules.iter().map(|m| m.hours).sum(),
        years: of_years.into_iter().map(year_hours).collect(),
    })
}

/// Whole hours within a number of them; a thousandth is noise.
fn whole(hours: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "bounded by its assumption"
    )]
    let whole = (hours + 0.001).floor().clamp(0.0, 100_000.0) as u32;
    whole
}

fn of_section<'f>(facts: &'f Facts, uai: &Uai, programme: &ProgrammeId) -> impl Iterator<Item = &'f LocalModule> {
    let modules = facts.skills.modules.iter();
    modules.filter(move |m| m.uai == *uai && m.programme == *programme)
}

/// Every section of the territory with hours of its own, by establishment and programme, with what to teach in those left.
pub fn local_sections(facts: &Facts, gap: &Gap) -> Vec<LocalSection> {
    let (frame, ground) = (Frame::new(facts), SkillGround::new(facts));
    let mut known: BTreeMap<(Uai, ProgrammeId), Vec<plan::KnownSection>> = BTreeMap::new();
    for section in plan::sections(facts) {
        if let Some(uai) = section.section.site.uai() {
            let key = (uai.clone(), section.section.programme.clone());
            known.entry(key).or_default().push(section);
        }
    }
    let made = |((uai, programme), routes): ((Uai, ProgrammeId), Vec<plan::KnownSection>)| {
        local_section((&frame, &ground, gap), uai, &programme, &routes)
    };
    known.into_iter().filter_map(made).collect()
}

fn local_section(
    (frame, ground, gap): (&Frame<'_>, &SkillGround<'_>, &Gap),
    uai: Uai,
    programme: &ProgrammeId,
    routes: &[plan::KnownSection],
) -> Option<LocalSection> {
    let facts = frame.facts;
    let found = facts.catalogue.programmes.iter().find(|p| p.id == *programme)?;
    let modules: Vec<&LocalModule> = of_section(facts, &uai, programme).collect();
    let budget = budget(&facts.assumptions, found, &modules)?;
    let first = routes.first()?;
    let basins: BTreeSet<&BasinCode> = routes.iter().flat_map(|route| &route.basins).collect();
    let cells = cells_in_reach(frame, gap, found, &basins);
    let lacking = |(skill, _): &(&SkillCode, Want)| {
        !ground.teaches(programme, skill) && !modules.iter().any(|module| module.skill == **skill)
    };
    let candidates = candidates(
        facts,
        cells.iter().map(|cell| {
            let wants = wants_of(ground, cell, gap.year);
            (cell.figures.unfilled, wants.into_iter().filter(lacking).collect())
        }),
    );
    let own = gap.supplies.iter().filter(|supply| supply.programme == *programme);
    let own = own
        .flat_map(|supply| &supply.origins)
        .filter(|origin| origin.uai.as_ref() == Some(&uai));
    Some(LocalSection {
        establishment: first.establishment.clone(),
        programme: programme.clone(),
        label: found.label.clone(),
        diploma: found.diploma,
        level: found.level,
        basins: basins.into_iter().cloned().collect(),
        routes: routes.iter().map(|route| route.section.route).collect(),
        seats: routes.iter().filter_map(|route| route.seats).reduce(|a, b| a + b),
        in_field: own.map(|origin| origin.in_field).sum(),
        modules: modules.into_iter().cloned().collect(),
        unfilled: cells.iter().map(|cell| cell.figures.unfilled).sum(),
        cells: cells
            .iter()
            .map(|cell| (cell.basin.clone(), cell.fap.clone()))
            .collect(),
        proposal: propose(&budget, &candidates),
        candidates,
        budget,
        uai,
    })
}

/// Home cells with unfilled posts that a programme reaches from its basins: exact outlets, within the radius of its level.
fn cells_in_reach<'g>(
    frame: &Frame<'_>,
    gap: &'g Gap,
    programme: &Programme,
    basins: &BTreeSet<&BasinCode>,
) -> Vec<&'g super::super::gap::GapCell> {
    let outlets = outlets_in_gap(frame, programme);
    let most = radius(frame, programme.level);
    let from: Vec<usize> = basins.iter().filter_map(|basin| frame.basin(basin)).collect();
    let near = |basin: &BasinCode| {
        let to = frame.basin(basin);
        to.is_some_and(|to| from.iter().any(|from| distance(frame, *from, to) <= most))
    };
    let cells = gap.cells.iter().filter(|cell| cell.figures.unfilled.high > Milli::ZERO);
    cells
        .filter(|cell| outlets.contains(&cell.fap) && near(&cell.basin))
        .collect()
}

/// Skills by the posts they would bring within reach: `Σ over cells of unfilled · w(skill) / Σ w(skills the cell lacks)`. Core skills weigh 1, useful
/// ones what the assumption says; so a post counts once in all, and only part of it until every skill it lacks is taught.
fn candidates<'s>(
    facts: &Facts,
    cells: impl Iterator<Item = (Estimate, Vec<(&'s SkillCode, Want)>)>,
) -> Vec<Candidate> {
    let useful = facts.assumptions.value(AssumptionKey::UsefulSkill, &[]).central;
    let weight = |want: &Want| match want.importance {
        Importance::Core => want.share,
        Importance::Useful => useful * want.share,
    };
    let mut posts: BTreeMap<&SkillCode, Estimate> = BTreeMap::new();
    for (unfilled, lacking) in cells {
        let all: f64 = lacking.iter().map(|(_, want)| weight(want)).sum();
        for (skill, want) in lacking.iter().filter(|(_, want)| weight(want) > 0.0) {
            *posts.entry(skill).or_default() += unfilled.map(|u| u.times(weight(want) / all));
        }
    }
    let hours = |skill: &SkillCode| {
        let hours = facts.assumptions.value(AssumptionKey::ModuleHours, &[skill.as_str()]);
        whole(hours.central).max(1)
    };
    let candidate = |(skill, posts): (&SkillCode, Estimate)| Candidate {
        skill: skill.clone(),
        posts,
        hours: hours(skill),
    };
    let mut found: Vec<Candidate> = posts.into_iter().map(candidate).collect();
    let rate = |a: &Candidate, b: &Candidate| i128::from(a.posts.central.0) * i128::from(b.hours);
    found.sort_by(|a, b| rate(b, a).cmp(&rate(a, b)).then_with(|| a.skill.cmp(&b.skill)));
    found
}

/// The modules that bring most posts within the hours left, the last years of study first: those who follow them leave sooner.
pub fn propose(budget: &Budget, candidates: &[Candidate]) -> Proposal {
    let years: Vec<&YearHours> = budget.years.iter().rev().collect();
    let rooms: Vec<u32> = years.iter().map(|year| year.most.saturating_sub(year.used)).collect();
    let item = |candidate: &Candidate| Item {
        size: candidate.hours,
        value: candidate.posts.at(Bound::Central).0,
    };
    let items: Vec<Item> = candidates.iter().map(item).collect();
    let Packing { placed, value, exact } = pack(&items, &rooms, budget.left());
    let module = |(item, bin): (usize, usize)| ProposedModule {
        skill: candidates[item].skill.clone(),
        posts: candidates[item].posts,
        hours: candidates[item].hours,
        year_of_study: years[bin].year_of_study,
    };
    let mut modules: Vec<ProposedModule> = placed.into_iter().map(module).collect();
    modules.sort_by(|a, b| (a.year_of_study, &a.skill).cmp(&(b.year_of_study, &b.skill)));
    Proposal {
        modules,
        posts: Milli(value),
        greedy: Milli(greedy(&items, &rooms, budget.left()).value),
        exact,
    }
}

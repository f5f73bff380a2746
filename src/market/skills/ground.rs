//! Which occupations want which skills, and which programmes teach them: the list of the program, with official tables in front of it.

use std::collections::{BTreeMap, BTreeSet};

use super::super::outlets::{core_occupation, historic, lines_of};
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, FapCode, ProgrammeId, SkillCode};
use crate::domain::programme::Programme;
use crate::domain::skill::{Importance, LocalModule};
use crate::domain::units::Milli;
use crate::i18n::Lang;

/// Skills of a file, indexed once for a computation.
#[derive(Debug)]
pub struct SkillGround<'f> {
    facts: &'f Facts,
    names: BTreeMap<&'f SkillCode, Name<'f>>,
    wanted: BTreeMap<&'f FapCode, BTreeMap<&'f SkillCode, Importance>>,
    /// Occupations whose skills an imported table tells.
    official: BTreeSet<&'f FapCode>,
    taught: BTreeMap<&'f ProgrammeId, BTreeSet<&'f SkillCode>>,
    /// Skills of which it is known whether a programme teaches them.
    known: BTreeSet<&'f SkillCode>,
    /// Posts of declared needs that want a skill, by basin, occupation, year and skill.
    declared: BTreeMap<(&'f BasinCode, &'f FapCode, u16), BTreeMap<&'f SkillCode, u32>>,
}

#[derive(Debug, Clone, Copy)]
struct Name<'f> {
    field: Option<&'f str>,
    fr: &'f str,
    en: &'f str,
}

/// How posts of a cell want a skill.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Want {
    pub importance: Importance,
    /// Share of the posts: 1 where the occupation wants it, less where only declared needs do.
    pub share: f64,
}

impl<'f> SkillGround<'f> {
    /// Indexes the skills of a file.
    pub fn new(facts: &'f Facts) -> Self {
        let mut ground = Self {
            facts,
            names: BTreeMap::new(),
            wanted: BTreeMap::new(),
            official: BTreeSet::new(),
            taught: BTreeMap::new(),
            known: BTreeSet::new(),
            declared: BTreeMap::new(),
        };
        ground.name();
        ground.want();
        ground.teach();
        ground.declare();
        ground
    }

    fn name(&mut self) {
        let skills = &self.facts.skills;
        let official = skills.romes.iter().map(|s| (&s.skill, &s.label));
        for (code, label) in official.chain(skills.programmes.iter().map(|s| (&s.skill, &s.label))) {
            let name = Name {
                field: None,
                fr: label,
                en: label,
            };
            self.names.entry(code).or_insert(name);
        }
        for skill in &skills.list {
            let name = Name {
                field: Some(&skill.field),
                fr: &skill.label_fr,
                en: &skill.label_en,
            };
            self.names.insert(&skill.code, name);
            self.known.insert(&skill.code);
        }
    }

    /// Imported ROME codes speak for every core occupation a line of the crosswalk leads them to.
    fn want(&mut self) {
        let catalogue = &self.facts.catalogue;
        for line in &self.facts.skills.romes {
            for to in lines_of(catalogue, historic(catalogue, &line.rome)) {
                if core_occupation(catalogue, &to.fap).is_none() {
                    continue;
                }
                self.official.insert(&to.fap);
                let importance = self.wanted.entry(&to.fap).or_default().entry(&line.skill);
                let importance = importance.or_insert(line.importance);
                *importance = line.importance.max(*importance);
            }
        }
        for line in &self.facts.skills.occupations {
            if !self.official.contains(&line.fap) {
                self.wanted
                    .entry(&line.fap)
                    .or_default()
                    .insert(&line.skill, line.importance);
            }
        }
    }

    fn teach(&mut self) {
        for programme in &self.facts.catalogue.programmes {
            let told = self.facts.skills.programmes.iter();
            let mut taught: BTreeSet<&SkillCode> = told
                .filter(|line| programme.cfd.as_ref() == Some(&line.cfd) || programme.previous.contains(&line.cfd))
                .map(|line| &line.skill)
                .collect();
            if taught.is_empty() {
                taught = self.by_rule(programme);
            }
            self.known.extend(&taught);
            self.taught.insert(&programme.id, taught);
        }
    }

    fn by_rule(&self, programme: &Programme) -> BTreeSet<&'f SkillCode> {
        let Some(nsf) = programme.nsf.as_ref().and_then(|nsf| nsf.as_str().get(..3)) else {
            return BTreeSet::new();
        };
        let rules = self.facts.skills.rules.iter();
        let rules = rules.filter(|rule| rule.nsf == nsf && rule.levels.contains(&programme.level));
        rules.map(|rule| &rule.skill).collect()
    }

    fn declare(&mut self) {
        for line in &self.facts.skills.needs {
            let Some(need) = self.facts.needs.iter().find(|need| need.id == line.need) else {
                continue;
            };
            let cell = self.declared.entry((&need.basin, &need.fap, need.year)).or_default();
            *cell.entry(&line.skill).or_default() += need.posts;
        }
    }

    /// Label of a skill; its code where no table names it.
    pub fn label<'c>(&self, code: &'c SkillCode, lang: Lang) -> &'c str
    where
        'f: 'c,
    {
        match (self.names.get(code), lang) {
            (Some(name), Lang::Fr) => name.fr,
            (Some(name), Lang::En) => name.en,
            (None, _) => code.as_str(),
        }
    }

    /// Stable word of its field, `usinage`; nothing for a skill of an official table.
    pub fn field(&self, code: &SkillCode) -> Option<&'f str> {
        self.names.get(code).and_then(|name| name.field)
    }

    /// Every skill a table names, by code.
    pub fn skills(&self) -> impl Iterator<Item = &'f SkillCode> {
        self.names.keys().copied()
    }

    /// True where a table names the skill.
    pub fn has(&self, code: &SkillCode) -> bool {
        self.names.contains_key(code)
    }

    /// What an occupation wants, by code; nothing outside the core.
    pub fn wanted(&self, fap: &FapCode) -> impl Iterator<Item = (&'f SkillCode, Importance)> + use<'_, 'f> {
        self.wanted.get(fap).into_iter().flatten().map(|(code, i)| (*code, *i))
    }

    /// True where an imported table tells what the occupation wants.
    pub fn is_official(&self, fap: &FapCode) -> bool {
        self.official.contains(fap)
    }

    /// Occupations that want a skill, by code.
    pub fn occupations(&self, code: &SkillCode) -> Vec<&'f FapCode> {
        let wanting = self.wanted.iter().filter(|(_, skills)| skills.contains_key(code));
        wanting.map(|(fap, _)| *fap).collect()
    }

    /// What a programme teaches everywhere, by code.
    pub fn taught(&self, programme: &ProgrammeId) -> impl Iterator<Item = &'f SkillCode> + use<'_, 'f> {
        self.taught.get(programme).into_iter().flatten().copied()
    }

    /// True where a programme teaches a skill everywhere.
    pub fn teaches(&self, programme: &ProgrammeId, code: &SkillCode) -> bool {
        self.taught.get(programme).is_some_and(|taught| taught.contains(code))
    }

    /// Programmes that teach a skill everywhere.
    pub fn programmes(&self, code: &SkillCode) -> usize {
        self.taught.values().filter(|taught| taught.contains(code)).count()
    }

    /// False for a skill that only a table of occupations names: whether anybody is taught it cannot be told.
    pub fn is_known_taught(&self, code: &SkillCode) -> bool {
        self.known.contains(code)
    }

    /// The modules of an establishment in a programme.
    pub fn modules(&self) -> &'f [LocalModule] {
        &self.facts.skills.modules
    }

    /// How the posts of a cell want skills: those of its occupation on every post, those of declared needs of the year on theirs, at most all:
    /// `min(1, declared posts / need)`.
    pub fn wants(&self, (basin, fap): (&BasinCode, &FapCode), year: u16, need: Milli) -> BTreeMap<&'f SkillCode, Want> {
        let whole = |(code, importance)| (code, Want { importance, share: 1.0 });
        let mut wants: BTreeMap<&SkillCode, Want> = self.wanted(fap).map(whole).collect();
        for (code, posts) in self.declared.get(&(basin, fap, year)).into_iter().flatten() {
            let share = (f64::from(*posts) / need.people().max(f64::MIN_POSITIVE)).min(1.0);
            let importance = Importance::Core;
            wants.entry(code).or_insert(Want { importance, share });
        }
        wants
    }
}

//! Skills wanted against skills taught, basin by basin: who takes the posts that want a skill, and whether they were taught it.

use std::collections::{BTreeMap, BTreeSet};

use super::super::frame::Frame;
use super::super::gap::{Gap, GapCell, Supply};
use super::super::matching::{distance, radius};
use super::ground::{SkillGround, Want};
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, FapCode, ProgrammeId, SkillCode};
use crate::domain::skill::{Importance, LocalModule, ModuleStatus};
use crate::domain::units::{Estimate, Milli, Range};

/// Skills of a territory and of its basins, on the gap of one year.
///
/// A post wants several skills, so figures of two skills are never added. In a place, of the posts that want a skill:
/// `need = taught + filled by others + unfilled`. `taught` are the people whom the central potential solution puts on them and who were taught it.
#[derive(Debug, Clone, PartialEq)]
pub struct SkillTable {
    pub year: u16,
    pub revision: i64,
    /// Of the whole territory, those most posts lack first.
    pub territory: Vec<SkillLine>,
    /// Of each basin with posts, by code, in the same way.
    pub basins: Vec<(BasinCode, Vec<SkillLine>)>,
    /// Occupations of the gap whose skills an imported table tells, of those with posts.
    pub official: (usize, usize),
}

/// A skill in one place.
#[derive(Debug, Clone, PartialEq)]
pub struct SkillLine {
    pub skill: SkillCode,
    /// Posts that want it: besoin en nouveaux sortants.
    pub need: Estimate,
    /// Of which unfilled.
    pub unfilled: Estimate,
    /// Of the unfilled, those that cannot be held without it.
    pub core: Estimate,
    /// People on these posts who were taught it, local modules already followed included; nothing where that is not known.
    pub taught: Option<Milli>,
    /// The same once those who follow the adopted modules have left.
    pub planned: Option<Milli>,
    /// People in the field within reach who were taught it. Never added over places.
    pub reach: Option<Estimate>,
}

impl SkillLine {
    /// Posts whose holder is not taught it, or that have none: unfilled + filled − taught.
    pub fn missing(&self) -> Option<Estimate> {
        let filled = self.need.central - self.unfilled.central;
        let others = filled - self.taught?;
        Some(self.unfilled.map(|posts| posts + others))
    }

    /// taught / need; nothing where there is no need, or it is not known who is taught it. Low = over the high need.
    pub fn coverage(&self) -> Option<Range<f64>> {
        ratio(self.taught?, self.need)
    }

    /// The same once adopted modules bear fruit.
    pub fn planned_coverage(&self) -> Option<Range<f64>> {
        ratio(self.planned?, self.need)
    }
}

fn ratio(taught: Milli, need: Estimate) -> Option<Range<f64>> {
    let over = |need: Milli| (need > Milli::ZERO).then(|| (taught.people() / need.people()).min(1.0));
    Some(Range {
        low: over(need.high)?,
        central: over(need.central)?,
        high: over(need.low).unwrap_or(1.0),
    })
}

/// What was added up for a skill in a place.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    need: Estimate,
    unfilled: Estimate,
    core: Estimate,
    taught: Milli,
    planned: Milli,
    reach: Estimate,
}

/// Sums by place (nothing for the territory) and skill.
type Places<'f> = BTreeMap<Option<&'f BasinCode>, BTreeMap<&'f SkillCode, Sums>>;

/// Skills wanted and taught in a territory, on a solved gap: the potential lens, central flows.
pub fn coverage(facts: &Facts, gap: &Gap) -> SkillTable {
    let ground = SkillGround::new(facts);
    let mut places = Places::default();
    let wants = wanted(&ground, gap, &mut places);
    let teaching: Vec<Teaching<'_>> = gap
        .supplies
        .iter()
        .map(|s| Teaching::of(facts, &ground, s, gap.year))
        .collect();
    for flow in &gap.flows {
        let Some(wanted) = wants.get(&(&flow.basin, &flow.fap)) else {
            continue;
        };
        for (skill, want) in wanted {
            let [now, planned] = teaching[flow.supply]
                .shares(skill)
                .map(|share| flow.people.times(share * want.share));
            for place in [None, Some(&flow.basin)] {
                let sums = places.entry(place).or_default().entry(skill).or_default();
                sums.taught += now;
                sums.planned += planned;
            }
        }
    }
    reach(facts, gap, (&wants, &teaching), &mut places);
    let occupations: BTreeSet<&FapCode> = wants.keys().map(|(_, fap)| *fap).collect();
    let official = occupations.iter().filter(|fap| ground.is_official(fap)).count();
    let territory = places.remove(&None).unwrap_or_default();
    let basins = places
        .into_iter()
        .filter_map(|(basin, sums)| Some((basin?.clone(), lines(&ground, sums))));
    SkillTable {
        year: gap.year,
        revision: gap.revision,
        territory: lines(&ground, territory),
        basins: basins.collect(),
        official: (official, occupations.len()),
    }
}

/// What an occupation adds to the figures of a skill in a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkillPart {
    pub fap: FapCode,
    /// Nothing where only declared needs want it.
    pub importance: Option<Importance>,
    pub need: Estimate,
    pub unfilled: Estimate,
    /// Nothing where it is not known who is taught the skill.
    pub taught: Option<Milli>,
}

/// The figures of a skill in the territory or in one basin, occupation by occupation: they add up to its line. Most need first.
pub fn parts(facts: &Facts, gap: &Gap, skill: &SkillCode, place: Option<&BasinCode>) -> Vec<SkillPart> {
    let ground = SkillGround::new(facts);
    let mut parts: BTreeMap<&FapCode, SkillPart> = BTreeMap::new();
    let mut shares: BTreeMap<(&BasinCode, &FapCode), f64> = BTreeMap::new();
    let here = |basin: &BasinCode| place.is_none_or(|place| place == basin);
    for cell in gap
        .cells
        .iter()
        .filter(|cell| here(&cell.basin) && cell.figures.need.high > Milli::ZERO)
    {
        let Some(want) = wants_of(&ground, cell, gap.year).remove(skill) else {
            continue;
        };
        let part = parts.entry(&cell.fap).or_insert_with(|| SkillPart {
            fap: cell.fap.clone(),
            importance: ground
                .wanted(&cell.fap)
                .find(|(code, _)| *code == skill)
                .map(|(_, i)| i),
            need: Estimate::default(),
            unfilled: Estimate::default(),
            taught: ground.is_known_taught(skill).then_some(Milli::ZERO),
        });
        part.need += cell.figures.need.map(|posts| posts.times(want.share));
        part.unfilled += cell.figures.unfilled.map(|posts| posts.times(want.share));
        shares.insert((&cell.basin, &cell.fap), want.share);
    }
    let mut taught: BTreeMap<usize, f64> = BTreeMap::new();
    for flow in &gap.flows {
        let Some(share) = shares.get(&(&flow.basin, &flow.fap)) else {
            continue;
        };
        let supply = &gap.supplies[flow.supply];
        let of_supply = || Teaching::of(facts, &ground, supply, gap.year).shares(skill)[0];
        let people = flow
            .people
            .times(*taught.entry(flow.supply).or_insert_with(of_supply) * share);
        if let Some(sum) = parts.get_mut(&flow.fap).and_then(|part| part.taught.as_mut()) {
            *sum += people;
        }
    }
    let mut parts: Vec<SkillPart> = parts.into_values().collect();
    parts.sort_by(|a, b| b.need.central.cmp(&a.need.central).then_with(|| a.fap.cmp(&b.fap)));
    parts
}

/// What the posts of each home cell want.
type Wants<'f> = BTreeMap<(&'f BasinCode, &'f FapCode), BTreeMap<&'f SkillCode, Want>>;

fn wanted<'f>(ground: &SkillGround<'f>, gap: &'f Gap, places: &mut Places<'f>) -> Wants<'f> {
    let mut wants = Wants::default();
    for cell in gap.cells.iter().filter(|cell| cell.figures.need.high > Milli::ZERO) {
        let wanted = wants_of(ground, cell, gap.year);
        for (skill, want) in &wanted {
            for place in [None, Some(&cell.basin)] {
                let sums = places.entry(place).or_default().entry(skill).or_default();
                let part = |posts: Estimate| posts.map(|p| p.times(want.share));
                sums.need += part(cell.figures.need);
                sums.unfilled += part(cell.figures.unfilled);
                if want.importance == Importance::Core {
                    sums.core += part(cell.figures.unfilled);
                }
            }
        }
        wants.insert((&cell.basin, &cell.fap), wanted);
    }
    wants
}

/// How the posts of a cell want skills in a year.
pub(super) fn wants_of<'f>(ground: &SkillGround<'f>, cell: &GapCell, year: u16) -> BTreeMap<&'f SkillCode, Want> {
    ground.wants((&cell.basin, &cell.fap), year, cell.figures.need.central)
}

/// People of each node taught a skill who have an arc to a cell that wants it: base arcs, within the radius of their level.
fn reach<'f>(facts: &Facts, gap: &'f Gap, (wants, teaching): (&Wants<'f>, &[Teaching<'f>]), places: &mut Places<'f>) {
    let frame = Frame::new(facts);
    let mut by_occupation: BTreeMap<&FapCode, Vec<(usize, &BasinCode)>> = BTreeMap::new();
    for (basin, fap) in wants.keys() {
        if let Some(number) = frame.basin(basin) {
            by_occupation.entry(fap).or_default().push((number, basin));
        }
    }
    for (supply, teaching) in gap.supplies.iter().zip(teaching) {
        let Some(from) = frame.basin(&supply.basin) else {
            continue;
        };
        let most = radius(&frame, supply.level);
        let mut reached: BTreeSet<(Option<&BasinCode>, &SkillCode)> = BTreeSet::new();
        for fap in supply.outlets.iter() {
            let cells = by_occupation.get(fap).into_iter().flatten();
            for (_, basin) in cells.filter(|(to, _)| distance(&frame, from, *to) <= most) {
                let wanted = wants.get(&(*basin, fap)).into_iter().flatten().map(|(skill, _)| *skill);
                for skill in wanted.filter(|skill| teaching.shares(skill)[0] > 0.0) {
                    reached.extend([(None, skill), (Some(*basin), skill)]);
                }
            }
        }
        for (place, skill) in reached {
            let share = teaching.shares(skill)[0];
            let people = supply.in_field.map(|people| people.times(share));
            places.entry(place).or_default().entry(skill).or_default().reach += people;
        }
    }
}

/// What the people of a supply node were taught.
struct Teaching<'f> {
    everywhere: BTreeSet<&'f SkillCode>,
    /// Share of the people taught by adopted modules: those who leave in the year, and once all do.
    local: BTreeMap<&'f SkillCode, [f64; 2]>,
}

impl<'f> Teaching<'f> {
    fn of(facts: &'f Facts, ground: &SkillGround<'f>, supply: &Supply, year: u16) -> Self {
        let mut local: BTreeMap<&SkillCode, [f64; 2]> = BTreeMap::new();
        let years = years_of(facts, &supply.programme);
        let adopted =
            |module: &&LocalModule| module.status == ModuleStatus::Adopted && module.programme == supply.programme;
        for module in ground.modules().iter().filter(adopted) {
            let own = supply
                .origins
                .iter()
                .filter(|origin| origin.uai.as_ref() == Some(&module.uai));
            let people: Milli = own.map(|origin| origin.in_field.central).sum();
            let share = people.people() / supply.in_field.central.people().max(f64::MIN_POSITIVE);
            let [now, planned] = local.entry(&module.skill).or_default();
            *planned = (*planned + share).min(1.0);
            if module.first_leavers(years) <= year {
                *now = (*now + share).min(1.0);
            }
        }
        Self {
            everywhere: ground.taught(&supply.programme).collect(),
            local,
        }
    }

    /// Share of the people taught a skill: now, and once adopted modules bear fruit.
    fn shares(&self, skill: &SkillCode) -> [f64; 2] {
        if self.everywhere.contains(skill) {
            return [1.0, 1.0];
        }
        self.local.get(skill).copied().unwrap_or_default()
    }
}

/// Years of study of a programme; one for titles that last months.
pub(super) fn years_of(facts: &Facts, programme: &ProgrammeId) -> u8 {
    let known = facts.catalogue.programmes.iter().find(|p| p.id == *programme);
    known.and_then(|p| p.years).unwrap_or(1).max(1)
}

fn lines(ground: &SkillGround<'_>, sums: BTreeMap<&SkillCode, Sums>) -> Vec<SkillLine> {
    let line = |(skill, sums): (&SkillCode, Sums)| {
        let known = ground.is_known_taught(skill);
        SkillLine {
            skill: skill.clone(),
            need: sums.need,
            unfilled: sums.unfilled,
            core: sums.core,
            taught: known.then_some(sums.taught),
            planned: known.then_some(sums.planned),
            reach: known.then_some(sums.reach),
        }
    };
    let mut lines: Vec<SkillLine> = sums.into_iter().map(line).collect();
    let lacking = |line: &SkillLine| line.missing().unwrap_or(line.unfilled).central;
    lines.sort_by(|a, b| {
        let rank = |line: &SkillLine| (lacking(line), line.core.central);
        rank(b).cmp(&rank(a)).then_with(|| a.skill.cmp(&b.skill))
    });
    lines
}

//! What the screen of skills shows: which table, of what, and the sentence over it.

use crate::domain::id::{BasinCode, ProgrammeId, SkillCode, Uai};
use crate::i18n::{Lang, Message, text};
use crate::market::gap::Gap;
use crate::market::skills::{HoursRule, Iut, LocalSection, SkillBook, SkillGround};
use crate::report::skill_sheets::{
    self as sheets, SkillColumn, SkillKind, SkillRow, SkillRowKey, SkillSheet, SkillValue,
};
use crate::ui::snapshot::Snapshot;
use crate::ui::theme::size;
use crate::ui::widgets::table::{Cell, Column, Offer, Row, Table};

/// Which part of the screen is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Part {
    #[default]
    Missing,
    Matrix,
    Programme,
    Local,
    Iut,
}

impl Part {
    pub const ALL: [Self; 5] = [Self::Missing, Self::Matrix, Self::Programme, Self::Local, Self::Iut];

    /// Stable text of the texts (`ui-skills-part-<key>`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Matrix => "matrix",
            Self::Programme => "programme",
            Self::Local => "local",
            Self::Iut => "iut",
        }
    }
}

/// What is shown of a skill that was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OfSkill {
    #[default]
    Occupations,
    Programmes,
}

/// What is shown of a section that was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OfSection {
    #[default]
    Candidates,
    Modules,
}

/// What is shown of IUTs: all of them in one reading, or one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OfIut {
    /// The Region's reading.
    #[default]
    Basins,
    /// The ministry's reading.
    Specialities,
    Years,
    Occupations,
    Skills,
    Continuing,
}

impl OfSkill {
    pub const ALL: [Self; 2] = [Self::Occupations, Self::Programmes];

    /// Stable text of the texts (`skill-sheet-<key>`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Occupations => "skill-occupations",
            Self::Programmes => "skill-programmes",
        }
    }
}

impl OfSection {
    pub const ALL: [Self; 2] = [Self::Candidates, Self::Modules];

    /// Stable text of the texts (`skill-sheet-<key>`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Candidates => "candidates",
            Self::Modules => "modules",
        }
    }
}

impl OfIut {
    /// Those of all IUTs, then those of one alone.
    pub const ALL: [Self; 6] = [
        Self::Basins,
        Self::Specialities,
        Self::Years,
        Self::Occupations,
        Self::Skills,
        Self::Continuing,
    ];

    /// Stable text of the texts (`skill-sheet-<key>`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Basins => "iut-basins",
            Self::Specialities => "iut-specialities",
            Self::Years => "iut-years",
            Self::Occupations => "iut-occupations",
            Self::Skills => "iut-skills",
            Self::Continuing => "iut-continuing",
        }
    }

    /// True for a table of one IUT.
    pub fn is_of_one(self) -> bool {
        matches!(self, Self::Occupations | Self::Skills | Self::Continuing)
    }
}

/// What the user chose.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chosen {
    pub part: Part,
    /// The basin whose missing skills are shown; the territory where there is none.
    pub basin: Option<BasinCode>,
    /// The skill whose posts and programmes are shown.
    pub skill: Option<SkillCode>,
    pub of_skill: OfSkill,
    pub programme: Option<ProgrammeId>,
    pub section: Option<(Uai, ProgrammeId)>,
    pub of_section: OfSection,
    pub iut: Option<Uai>,
    pub of_iut: OfIut,
}

impl Chosen {
    /// The section opened, where it is still there.
    pub fn section<'b>(&self, book: &'b SkillBook) -> Option<&'b LocalSection> {
        let (uai, programme) = self.section.as_ref()?;
        book.sections
            .iter()
            .find(|s| s.uai == *uai && s.programme == *programme)
    }

    /// The IUT opened, where it is still there.
    pub fn iut<'b>(&self, book: &'b SkillBook) -> Option<&'b Iut> {
        let uai = self.iut.as_ref()?;
        book.iuts.iter().find(|iut| iut.uai == *uai)
    }

    /// Goes from a line of a list to what it stands for; false where it stands for nothing more.
    pub fn open(&mut self, key: &SkillRowKey) -> bool {
        match key {
            SkillRowKey::Skill(code) if matches!(self.part, Part::Missing | Part::Matrix) => {
                self.part = Part::Missing;
                self.skill = Some(code.clone());
            }
            SkillRowKey::Programme(id) => {
                self.part = Part::Programme;
                self.programme = Some(id.clone());
            }
            SkillRowKey::Section(uai, id) => self.section = Some((uai.clone(), id.clone())),
            SkillRowKey::Iut(uai, _) if self.iut.is_none() => {
                self.iut = Some(uai.clone());
                self.of_iut = OfIut::Skills;
            }
            SkillRowKey::Iut(..) | SkillRowKey::Skill(_) | SkillRowKey::Module(_) | SkillRowKey::Occupation(_) => {
                return false;
            }
        }
        true
    }

    /// Back to the list the part begins with.
    pub fn close(&mut self) {
        match self.part {
            Part::Programme => self.programme = None,
            Part::Local => self.section = None,
            Part::Iut => {
                self.iut = None;
                self.of_iut = OfIut::Basins;
            }
            Part::Missing => self.skill = None,
            Part::Matrix => {}
        }
    }

    /// True where something of a list is open.
    pub fn is_open(&self) -> bool {
        match self.part {
            Part::Programme => self.programme.is_some(),
            Part::Local => self.section.is_some(),
            Part::Iut => self.iut.is_some(),
            Part::Missing => self.skill.is_some(),
            Part::Matrix => false,
        }
    }
}

/// The table of what was chosen.
pub fn sheet(snapshot: &Snapshot, gap: &Gap, book: &SkillBook, chosen: &Chosen, lang: Lang) -> SkillSheet {
    let facts = &snapshot.facts;
    match chosen.part {
        Part::Missing if chosen.skill.is_some() => of_skill(snapshot, gap, chosen, lang),
        Part::Missing => {
            let of_basin = |code: &BasinCode| book.table.basins.iter().find(|(basin, _)| basin == code);
            let lines = chosen.basin.as_ref().and_then(of_basin).map(|(_, lines)| lines);
            sheets::missing(facts, lines.unwrap_or(&book.table.territory), lang)
        }
        Part::Matrix => sheets::matrix(facts, book, lang),
        Part::Programme => match &chosen.programme {
            Some(id) => sheets::programme(facts, gap, id, lang),
            None => sheets::programmes(facts, gap),
        },
        Part::Local => match (chosen.section(book), chosen.of_section) {
            (Some(section), OfSection::Candidates) => sheets::candidates(facts, section, lang),
            (Some(section), OfSection::Modules) => sheets::modules(facts, section.modules.iter(), lang),
            (None, _) => sheets::local(book.sections.iter()),
        },
        Part::Iut => iut_sheet(snapshot, book, chosen, lang),
    }
}

fn of_skill(snapshot: &Snapshot, gap: &Gap, chosen: &Chosen, lang: Lang) -> SkillSheet {
    let facts = &snapshot.facts;
    match (&chosen.skill, chosen.of_skill) {
        (Some(skill), OfSkill::Programmes) => sheets::teaching(facts, gap, skill, lang),
        (Some(skill), OfSkill::Occupations) => sheets::wanting(facts, gap, (skill, chosen.basin.as_ref()), lang),
        (None, _) => sheets::list(facts, None, lang),
    }
}

fn iut_sheet(snapshot: &Snapshot, book: &SkillBook, chosen: &Chosen, lang: Lang) -> SkillSheet {
    let facts = &snapshot.facts;
    let one = chosen.iut(book);
    let asked = || book.iuts.iter().filter(|iut| one.is_none_or(|one| one.uai == iut.uai));
    match (chosen.of_iut, one) {
        (OfIut::Occupations, Some(iut)) => sheets::iut_occupations(facts, iut),
        (OfIut::Skills, Some(iut)) => sheets::iut_skills(facts, iut, lang),
        (OfIut::Continuing, Some(iut)) => sheets::iut_continuing(iut),
        (OfIut::Specialities, _) => sheets::iut_by_speciality(asked()),
        (OfIut::Years, _) => sheets::iut_years(asked(), lang),
        _ => sheets::iut_by_basin(facts, asked()),
    }
}

/// The sentence over the table: what it says, and what it does not.
pub fn sentence(snapshot: &Snapshot, book: &SkillBook, chosen: &Chosen, lang: Lang) -> Message {
    match (chosen.part, chosen.section(book)) {
        (Part::Local, Some(section)) => hours(section),
        (Part::Missing, _) if chosen.skill.is_some() => {
            let ground = SkillGround::new(&snapshot.facts);
            let name = chosen.skill.as_ref().map(|code| ground.label(code, lang).to_owned());
            Message::new(format!("ui-skills-one-{}", chosen.of_skill.as_str()))
                .with("skill", name.unwrap_or_default())
                .with("year", book.table.year.to_string())
        }
        (Part::Programme, _) if chosen.programme.is_some() => {
            let id = chosen.programme.as_ref();
            let name = id.map(|id| snapshot.names.programme(id)).unwrap_or_default();
            Message::new("ui-skills-one-programme").with("programme", name)
        }
        (Part::Iut, _) if chosen.iut(book).is_some() => {
            let name = chosen.iut(book).and_then(|iut| iut.name.clone());
            let departments = chosen.iut(book).map_or(0, |iut| iut.departments.len());
            Message::new("ui-skills-one-iut")
                .with("name", name.unwrap_or_default())
                .with("departments", departments)
        }
        (part, _) => {
            let (official, all) = book.table.official;
            Message::new(format!("ui-skills-{}-sentence", part.as_str()))
                .with("year", book.table.year.to_string())
                .with("official", official)
                .with("all", all)
        }
    }
}

/// « BUT Chimie parcours synthèse, IUT : 666 h locales sur 2 000 h, 30 h prises… »
fn hours(section: &LocalSection) -> Message {
    let budget = &section.budget;
    let proposed: u32 = section.proposal.modules.iter().map(|m| m.hours).sum();
    let name = format!("{} {}", section.diploma.as_str(), section.label);
    let place = section.establishment.as_deref().unwrap_or(section.uai.as_str());
    let rule = Message::new(format!("skill-rule-{}", budget.rule.as_str()));
    let key = match budget.rule {
        HoursRule::LocalShare => "ui-skills-hours",
        HoursRule::Coloration => "ui-skills-hours-coloration",
    };
    let most = budget.years.iter().map(|year| year.most).max().unwrap_or(0);
    Message::new(key)
        .with("programme", name)
        .with("place", place)
        .with("rule", rule)
        .with("local", budget.local)
        .with("used", budget.used)
        .with("most", most)
        .with("proposed", proposed)
        .with("count", section.proposal.modules.len())
}

/// The year of study and the hours a skill would have: those of the proposal, else the last year with room.
pub fn place_of(section: &LocalSection, skill: &SkillCode) -> Option<(u8, u32)> {
    let hours = section.candidates.iter().find(|c| c.skill == *skill)?.hours;
    let proposed = section.proposal.modules.iter().find(|m| m.skill == *skill);
    let with_room = section
        .budget
        .years
        .iter()
        .rev()
        .find(|year| year.used + hours <= year.most);
    let year = proposed.map(|m| m.year_of_study).or(with_room.map(|y| y.year_of_study));
    Some((year.unwrap_or(1), hours))
}

/// Columns shown even where the window is narrow: the name and those after it.
const FIRM: usize = 5;

/// Codes that names stand for: at the end, and shown when asked for.
fn is_code_of_a_name(column: &SkillColumn) -> bool {
    matches!(column.name.as_str(), "skill" | "uai" | "code" | "occupation" | "module")
}

/// A table of skills for the screen: the name first, codes last.
pub fn table(sheet: &SkillSheet, lang: Lang) -> Table<SkillRowKey> {
    let (codes, others): (Vec<usize>, Vec<usize>) =
        (0..sheet.columns.len()).partition(|at| is_code_of_a_name(&sheet.columns[*at]));
    let order: Vec<usize> = others.into_iter().chain(codes).collect();
    let row = |row: &SkillRow| Row {
        key: row.key.clone(),
        cells: order.iter().map(|at| cell(&row.cells[*at], lang)).collect(),
    };
    let columns = order.iter().enumerate();
    Table {
        id: id(sheet.name),
        title: text(lang, &format!("skill-sheet-{}", sheet.name)),
        columns: columns.map(|(place, at)| column(sheet, *at, place, lang)).collect(),
        rows: sheet.rows.iter().map(row).collect(),
        totals: None,
    }
    .fitted(lang)
}

fn column(sheet: &SkillSheet, at: usize, place: usize, lang: Lang) -> Column {
    let column = &sheet.columns[at];
    let is_long = |column: &SkillColumn| matches!(column.name.as_str(), "programme" | "establishment" | "commitments");
    let title = column.words(lang);
    let ranged = sheet
        .rows
        .iter()
        .any(|row| matches!(&row.cells[at], SkillValue::Estimate(e) if !e.is_exact()));
    let drawn = match column.kind {
        SkillKind::Words if place == 0 => Column::text(title, size::COLUMN_LONG_NAME).up_to(size::MATRIX_NAMES),
        SkillKind::Words if is_long(column) => Column::text(title, size::COLUMN_LONG_NAME).up_to(size::MATRIX_NAMES),
        SkillKind::Words => Column::text(title, size::COLUMN_WORDS).up_to(size::COLUMN_LONG_NAME),
        SkillKind::Code => Column::text(title, size::COLUMN_FIGURE).firm(),
        SkillKind::Number if ranged => Column::number(title, size::COLUMN_RANGE_TIGHT),
        SkillKind::Number | SkillKind::Share => Column::number(title, size::COLUMN_FIGURE),
    };
    drawn.offered(match place {
        0 => Offer::Always,
        _ if is_code_of_a_name(column) => Offer::OnDemand,
        _ if place < FIRM => Offer::Shown,
        _ => Offer::WhereItFits,
    })
}

fn cell(value: &SkillValue, lang: Lang) -> Cell {
    match value {
        SkillValue::Words(words) => Cell::Text(words.clone()),
        SkillValue::Estimate(estimate) if estimate.is_exact() => Cell::Number(estimate.central.people(), 0),
        SkillValue::Estimate(estimate) => Cell::People(*estimate),
        SkillValue::People(people) => Cell::Number(people.people(), 1),
        SkillValue::Share(share) => Cell::Share(share.central),
        #[expect(clippy::cast_precision_loss, reason = "hours, seats and keys")]
        SkillValue::Count(count) => Cell::Number(*count as f64, 0),
        SkillValue::Unknown => Cell::Text(value.shown(lang)),
        SkillValue::Nothing => Cell::Empty,
    }
}

/// Unique among the tables of the window: widths and filters are kept by it.
fn id(name: &str) -> &'static str {
    match name {
        "missing" => "skills-missing",
        "skill-occupations" => "skills-occupations",
        "skill-programmes" => "skills-teaching",
        "matrix" => "skills-matrix",
        "programmes" => "skills-programmes",
        "programme" => "skills-programme",
        "local" => "skills-local",
        "candidates" => "skills-candidates",
        "modules" => "skills-modules",
        "iut-basins" => "skills-iut-basins",
        "iut-specialities" => "skills-iut-specialities",
        "iut-years" => "skills-iut-years",
        "iut-occupations" => "skills-iut-occupations",
        "iut-skills" => "skills-iut-skills",
        _ => "skills-other",
    }
}

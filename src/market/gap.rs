//! The gap of a territory for a year: what every screen, report and script shows.

use std::ops::AddAssign;
use std::sync::Arc;

use crate::domain::id::{BasinCode, DepartmentCode, FapCode, ProgrammeId, RegionCode, Uai, ZoneCode};
use crate::domain::occupation::SkillLevel;
use crate::domain::programme::{Diploma, Route};
use crate::domain::source::SourceId;
use crate::domain::territory::Territory;
use crate::domain::units::{Estimate, Milli, Range};
use crate::i18n::Message;

/// The gap between need and supply, solved by the potential lens on the facts of one revision.
///
/// Quantities are thousandths of a person or post, low / central / high by ruling 9.5 of the method:
/// unfilled low = need low with supply high, filled low = both low, and so on.
#[derive(Debug, Clone)]
pub struct Gap {
    /// The year asked for; the newest survey year when none was.
    pub year: u16,
    /// The survey behind the need: the newest one up to `year`. Nothing where no such survey is in the file.
    pub survey_year: Option<u16>,
    /// Revision of the facts it was computed on.
    pub revision: i64,
    pub territory: Territory,
    /// Home cells, sorted by basin then occupation. Context cells are solved and not reported.
    pub cells: Vec<GapCell>,
    /// Supply nodes, home and context, sorted; `flows` points into them.
    pub supplies: Vec<Supply>,
    /// Who goes where in the central solution, home cells and home supplies.
    pub flows: Vec<Flow>,
    /// From seats to leavers available in the field, home supply.
    pub funnel: Funnel,
    /// Proof of optimality of each solve behind the figures.
    pub proofs: Vec<Proof>,
    /// What a careful reader must be told: missing data, border basins, bridges.
    pub notes: Vec<Message>,
    /// Share of the central in-field supply whose leavers rest on at least one assumed or estimated factor, spreads included, other
    /// than the stays-in-field and diploma rates common to all.
    pub assumed_share: f64,
}

/// One basin × occupation.
#[derive(Debug, Clone)]
pub struct GapCell {
    pub basin: BasinCode,
    pub fap: FapCode,
    pub figures: Figures,
    /// In-field leavers who can reach the cell. Never summed over cells: one person reaches several (ruling 9.6).
    pub reachable: Estimate,
    /// Programmes that have an arc to the cell.
    pub reachable_programmes: u32,
    /// True where a basin within reach has no data in the file: the supply seen is incomplete (ruling 9.13).
    pub border: bool,
}

/// The figures that add up over cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Figures {
    /// Survey projects, all kinds (`met`).
    pub projects: Estimate,
    /// Of which judged difficult (`xmet`).
    pub difficult: Estimate,
    /// Of which seasonal (`smet`).
    pub seasonal: Estimate,
    /// Posts declared by employers.
    pub declared: Milli,
    /// Besoin en nouveaux sortants: what is matched (ruling 9.1).
    pub need: Estimate,
    /// Non-seasonal projects « sans diplôme requis », outside the gap (ruling 9.2).
    pub unskilled: Estimate,
    /// Non-seasonal level-7 projects, outside the field (ruling 9.2).
    pub level7: Estimate,
    /// In-field leavers trained in the basin, split equally over their outlet occupations so that totals add up (ruling 9.6).
    pub supply: Estimate,
    /// Posts the potential lens fills.
    pub filled: Estimate,
    /// Postes non pourvus estimés.
    pub unfilled: Estimate,
    /// Part of the central unfilled in cells no programme can reach: sans formation à portée.
    pub no_training: Estimate,
    /// Part of the central unfilled in reachable cells: avec formation à portée.
    pub not_enough: Estimate,
    /// Survey cells summed (métier × bassin × département).
    pub survey_cells: u32,
    /// Of which with a secret number of projects.
    pub secret_cells: u32,
}

impl AddAssign for Figures {
    fn add_assign(&mut self, o: Self) {
        self.projects += o.projects;
        self.difficult += o.difficult;
        self.seasonal += o.seasonal;
        self.declared += o.declared;
        self.need += o.need;
        self.unskilled += o.unskilled;
        self.level7 += o.level7;
        self.supply += o.supply;
        self.filled += o.filled;
        self.unfilled += o.unfilled;
        self.no_training += o.no_training;
        self.not_enough += o.not_enough;
        self.survey_cells += o.survey_cells;
        self.secret_cells += o.secret_cells;
    }
}

impl Figures {
    /// Taux de couverture = supply / need; nothing where there is no need. Low = low supply over high need.
    pub fn coverage(&self) -> Option<Range<f64>> {
        let ratio = |supply: Milli, need: Milli| (need > Milli::ZERO).then(|| supply.people() / need.people());
        Some(Range {
            low: ratio(self.supply.low, self.need.high)?,
            central: ratio(self.supply.central, self.need.central)?,
            high: ratio(self.supply.high, self.need.low).unwrap_or(f64::INFINITY),
        })
    }

    /// Projects judged difficult over all projects; nothing where there is none. Both terms have a range: low = low difficult over high projects, and
    /// high, never above 1, the other way round.
    pub fn difficult_share(&self) -> Option<Range<f64>> {
        let ratio =
            |part: Milli, whole: Milli| (whole > Milli::ZERO).then(|| (part.people() / whole.people()).min(1.0));
        Some(Range {
            low: ratio(self.difficult.low, self.projects.high)?,
            central: ratio(self.difficult.central, self.projects.central)?,
            high: ratio(self.difficult.high, self.projects.low).unwrap_or(1.0),
        })
    }

    /// Share of survey cells that are secret; nothing where there is no survey cell.
    pub fn secret_share(&self) -> Option<f64> {
        (self.survey_cells > 0).then(|| f64::from(self.secret_cells) / f64::from(self.survey_cells))
    }
}

/// A supply node: the leavers of one programme by one route in one basin.
#[derive(Debug, Clone)]
pub struct Supply {
    pub basin: BasinCode,
    pub programme: ProgrammeId,
    pub programme_label: Arc<str>,
    pub diploma: Diploma,
    pub level: u8,
    pub route: Route,
    /// Where the people come from, largest first.
    pub origins: Vec<Origin>,
    /// In-field leavers (S of the method).
    pub in_field: Estimate,
    /// Of whom placed by the central solution.
    pub placed: Milli,
    /// Core occupations at an accepted level that the programme leads to.
    pub outlets: Arc<[FapCode]>,
    /// True for the reported territory, false for neighbours solved as context.
    pub home: bool,
}

/// One section, or one regional headcount spread over basins, behind a supply node.
#[derive(Debug, Clone)]
pub struct Origin {
    pub uai: Option<Uai>,
    pub establishment: Option<Arc<str>>,
    /// Seats as declared, where the origin is a section.
    pub seats: Option<u32>,
    /// How the establishment was placed in the basin.
    pub placement: Placement,
    /// Leavers (X of the method) and in-field leavers (S).
    pub leavers: Estimate,
    pub in_field: Estimate,
    /// The factors of the product, in order, each with its provenance. Origins share what they have in common.
    pub factors: Vec<Arc<Factor>>,
    pub source: SourceId,
    /// Rows of the source file.
    pub rows: Arc<[u32]>,
}

/// How an establishment was put in a basin (ruling 9.12).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Placement {
    /// Stated in the file (demonstration, by hand).
    Given,
    /// Directory of schools: UAI → commune → basin.
    Commune,
    /// Coordinates: nearest basin centroid of the department.
    Coordinates,
    /// « Position estimée »: department spread over its basins by population.
    Spread,
}

impl Placement {
    /// Stable text of JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Commune => "commune",
            Self::Coordinates => "coordinates",
            Self::Spread => "spread",
        }
    }
}

/// One factor of a leaver count.
#[derive(Debug, Clone)]
pub struct Factor {
    pub kind: FactorKind,
    /// A headcount (people) for the first factor, then rates.
    pub value: Range<f64>,
    pub provenance: FactorProvenance,
    /// Denominator of a measured or shrunk rate, in people.
    pub denominator: Option<f64>,
    pub source: SourceId,
    /// Vintage of the source, or the assumption's scope.
    pub vintage: String,
    /// Rows of the source file behind the factor; empty for assumptions and spreads.
    pub rows: Vec<u32>,
    /// What a shrunk rate is made of.
    pub shrink: Option<Box<Shrink>>,
}

/// The components of a shrunk rate: `n/(n+k) × narrow + k/(n+k) × wider`, end by end.
#[derive(Debug, Clone)]
pub struct Shrink {
    /// n, leavers behind the narrow rate.
    pub leavers: f64,
    /// k, leavers at which both rates weigh the same (an assumption).
    pub constant: f64,
    pub narrow: Factor,
    /// The rate of the wider scope; it may itself be shrunk to a still wider one.
    pub wider: Factor,
}

/// The factors of `domain.md` §5, in the order of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FactorKind {
    Seats,
    FillRate,
    Entrants,
    Retention,
    FinalYear,
    /// Share of a regional headcount given to this basin.
    SpreadShare,
    /// Cohorts cumulated in the vintage (÷ 2).
    Cohorts,
    /// 1 − further study, over the final year.
    LeavingShare,
    DiplomaRate,
    StaysInField,
}

impl FactorKind {
    /// Stable text: JSON and texts (`factor-<key>`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Seats => "seats",
            Self::FillRate => "fill-rate",
            Self::Entrants => "entrants",
            Self::Retention => "retention",
            Self::FinalYear => "final-year",
            Self::SpreadShare => "spread-share",
            Self::Cohorts => "cohorts",
            Self::LeavingShare => "leaving-share",
            Self::DiplomaRate => "diploma-rate",
            Self::StaysInField => "stays-in-field",
        }
    }
}

/// Where a factor comes from (ruling 9.15).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FactorProvenance {
    /// Read in a file for this very section or scope.
    Measured,
    /// Measured on fewer than 20, pulled to the wider scope.
    Shrunk,
    /// Computed from a neighbouring scope or a spread.
    Estimated,
    /// An assumption of the territory.
    Assumed,
}

impl FactorProvenance {
    pub const ALL: [Self; 4] = [Self::Measured, Self::Shrunk, Self::Estimated, Self::Assumed];

    /// Stable text: JSON and texts (`provenance-<key>`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Measured => "measured",
            Self::Shrunk => "shrunk",
            Self::Estimated => "estimated",
            Self::Assumed => "assumed",
        }
    }
}

/// People of `supply` who take posts of a cell in the central solution.
#[derive(Debug, Clone)]
pub struct Flow {
    /// Index in [`Gap::supplies`].
    pub supply: usize,
    pub basin: BasinCode,
    pub fap: FapCode,
    pub people: Milli,
    pub km: f64,
}

/// Supply funnel of the home territory, in people, each step with its range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Funnel {
    /// Declared seats of the sections kept, where seats exist.
    pub seats: Milli,
    /// Entrants of the sections; regional headcounts have none before their final year.
    pub entrants: Estimate,
    pub final_year: Estimate,
    /// Part of `final_year` that comes from headcounts (regional counts, observed final years), not from entrants.
    pub counted: Estimate,
    pub leavers: Estimate,
    pub graduates: Estimate,
    pub in_field: Estimate,
}

/// The certificate of one solve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Which bounds were solved: need, supply.
    pub need: crate::domain::units::Bound,
    pub supply: crate::domain::units::Bound,
    /// Posts filled, home and context, thousandths.
    pub filled: Milli,
    /// Max fill shown equal to a min cut of this value.
    pub min_cut: Milli,
    pub supplies: usize,
    pub demands: usize,
    pub arcs: usize,
}

/// What the cells are added up by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grouping {
    Total,
    Region,
    Department,
    Zone,
    Basin,
    Domain,
    Skill,
    Occupation,
    Cell,
}

/// One line of a gap table.
#[derive(Debug, Clone)]
pub struct GapRow {
    pub key: RowKey,
    /// Name of the place or occupation in French, as in its nomenclature.
    pub label: String,
    pub figures: Figures,
    /// Only for single cells.
    pub reachable: Option<Estimate>,
    /// True where at least one cell is at the border of the data.
    pub border: bool,
    /// True where a basin was put in this zone by its centroid, for want of a commune table.
    pub estimated: bool,
}

/// What a line stands for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowKey {
    Total,
    Region(RegionCode),
    Department(DepartmentCode),
    Zone(ZoneCode),
    Basin(BasinCode),
    Domain(char),
    Skill(SkillLevel),
    Occupation(FapCode),
    Cell(BasinCode, FapCode),
}

impl RowKey {
    /// The table the line belongs to.
    pub fn grouping(&self) -> Grouping {
        match self {
            Self::Total => Grouping::Total,
            Self::Region(_) => Grouping::Region,
            Self::Department(_) => Grouping::Department,
            Self::Zone(_) => Grouping::Zone,
            Self::Basin(_) => Grouping::Basin,
            Self::Domain(_) => Grouping::Domain,
            Self::Skill(_) => Grouping::Skill,
            Self::Occupation(_) => Grouping::Occupation,
            Self::Cell(..) => Grouping::Cell,
        }
    }
}

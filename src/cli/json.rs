//! The JSON of the command line: stable snake_case names, numbers in people.

use serde::Serialize;
use serde_json::{Value, json};

use super::console::Console;
use super::error::CliError;
use super::lens::Lens;
use crate::domain::id::RegionCode;
use crate::domain::territory::Nature;
use crate::domain::units::{Estimate, Milli, Range};
use crate::market::gap::{Figures, Gap, GapRow, RowKey};

/// Low, central and high ends, in people or as a rate.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Ends {
    pub low: f64,
    pub central: f64,
    pub high: f64,
}

impl From<Estimate> for Ends {
    fn from(estimate: Estimate) -> Self {
        estimate.map(Milli::people).into()
    }
}

impl From<Range<f64>> for Ends {
    fn from(range: Range<f64>) -> Self {
        Self {
            low: range.low,
            central: range.central,
            high: range.high,
        }
    }
}

/// The figures of one line. `coverage.high` is null where no need bounds it.
#[derive(Debug, Clone, Serialize)]
pub struct FiguresJson {
    pub projects: Ends,
    pub difficult: Ends,
    pub seasonal: Ends,
    pub declared: f64,
    pub unskilled: Ends,
    pub level7: Ends,
    pub need: Ends,
    pub supply: Ends,
    pub filled: Ends,
    pub unfilled: Ends,
    pub no_training: Ends,
    pub not_enough: Ends,
    pub coverage: Option<Ends>,
    pub secret_share: Option<f64>,
    pub survey_cells: u32,
    pub secret_cells: u32,
}

impl From<&Figures> for FiguresJson {
    fn from(figures: &Figures) -> Self {
        Self {
            projects: figures.projects.into(),
            difficult: figures.difficult.into(),
            seasonal: figures.seasonal.into(),
            declared: figures.declared.people(),
            unskilled: figures.unskilled.into(),
            level7: figures.level7.into(),
            need: figures.need.into(),
            supply: figures.supply.into(),
            filled: figures.filled.into(),
            unfilled: figures.unfilled.into(),
            no_training: figures.no_training.into(),
            not_enough: figures.not_enough.into(),
            coverage: figures.coverage().map(Ends::from),
            secret_share: figures.secret_share(),
            survey_cells: figures.survey_cells,
            secret_cells: figures.secret_cells,
        }
    }
}

/// One line of the gap: its key, its name, its figures.
#[derive(Debug, Clone, Serialize)]
pub struct RowJson {
    #[serde(flatten)]
    pub key: Value,
    pub label: String,
    #[serde(flatten)]
    pub figures: FiguresJson,
    pub reachable: Option<Ends>,
    pub border: bool,
    pub estimated: bool,
}

impl From<&GapRow> for RowJson {
    fn from(row: &GapRow) -> Self {
        Self {
            key: key(&row.key),
            label: row.label.clone(),
            figures: (&row.figures).into(),
            reachable: row.reachable.map(Ends::from),
            border: row.border,
            estimated: row.estimated,
        }
    }
}

/// The codes a line stands for: `{"basin": "8401", "occupation": "D1X33"}`; empty for the total.
pub fn key(key: &RowKey) -> Value {
    match key {
        RowKey::Total => json!({}),
        RowKey::Region(code) => json!({ "region": code.as_str() }),
        RowKey::Department(code) => json!({ "department": code.as_str() }),
        RowKey::Zone(code) => json!({ "zone": code.as_str() }),
        RowKey::Basin(code) => json!({ "basin": code.as_str() }),
        RowKey::Domain(letter) => json!({ "domain": letter }),
        RowKey::Skill(skill) => json!({ "skill": skill.as_str() }),
        RowKey::Occupation(code) => json!({ "occupation": code.as_str() }),
        RowKey::Cell(basin, fap) => json!({ "basin": basin.as_str(), "occupation": fap.as_str() }),
    }
}

/// What every answer about a gap opens with; its quantities are posts of one year, or people, one for a post.
pub fn head(gap: &Gap, lens: Lens) -> Value {
    json!({
        "lens": lens.as_str(),
        "unit": "posts",
        "territory": gap.territory.name,
        "regions": gap.territory.regions.iter().map(RegionCode::as_str).collect::<Vec<_>>(),
        "simulated": gap.territory.nature == Nature::Simulated,
        "year": gap.year,
        "survey_year": gap.survey_year,
        "revision": gap.revision,
        "assumed_share": gap.assumed_share,
    })
}

/// Writes a value on stdout, indented.
pub fn print(value: &impl Serialize, console: &mut Console) -> Result<(), CliError> {
    let text = serde_json::to_string_pretty(value).map_err(std::io::Error::from)?;
    console.line(&text)
}

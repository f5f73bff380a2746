//! `releve gap --format csv`: plain commas and points whatever the language, for programs.

use super::causes;
use super::console::Console;
use super::error::CliError;
use super::gap::{Answer, grouping_word};
use super::lens;
use crate::domain::units::Estimate;
use crate::market::gap::{GapRow, Grouping, RowKey};

/// Writes the lines asked for, those of the potential lens first.
pub fn print(answer: &Answer, console: &mut Console) -> Result<(), CliError> {
    let Answer { grouping, rows, .. } = answer;
    let estimates = [
        "projects",
        "difficult",
        "seasonal",
        "unskilled",
        "level7",
        "need",
        "supply",
        "filled",
        "unfilled",
        "no_training",
        "not_enough",
    ];
    let mut header = vec![grouping_word(*grouping).to_owned()];
    if *grouping == Grouping::Cell {
        header = vec!["basin".to_owned(), "occupation".to_owned()];
    }
    header.push("label".to_owned());
    header.extend(
        estimates
            .iter()
            .flat_map(|name| ["low", "central", "high"].map(|end| format!("{name}_{end}"))),
    );
    header.extend(["declared", "secret_cells", "survey_cells", "border"].map(str::to_owned));
    if answer.causes.is_some() {
        header.extend(causes::csv_header());
    }
    if answer.expected.is_some() {
        header.extend(lens::csv_header());
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    let written = |error: csv::Error| CliError::Output(error.into());
    writer.write_record(&header).map_err(written)?;
    for row in rows {
        let mut record = csv_record(row);
        record.extend(answer.causes_of(&row.key).iter().flat_map(causes::csv_record));
        record.extend(answer.expected_of(&row.key).iter().flat_map(lens::csv_record));
        writer.write_record(record).map_err(written)?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| CliError::Output(error.into_error()))?;
    console.print(&String::from_utf8_lossy(&bytes))
}

fn csv_record(row: &GapRow) -> Vec<String> {
    let key = match &row.key {
        RowKey::Total => vec!["total".to_owned()],
        RowKey::Region(code) => vec![code.to_string()],
        RowKey::Department(code) => vec![code.to_string()],
        RowKey::Zone(code) => vec![code.to_string()],
        RowKey::Basin(code) => vec![code.to_string()],
        RowKey::Domain(letter) => vec![letter.to_string()],
        RowKey::Skill(skill) => vec![skill.as_str().to_owned()],
        RowKey::Occupation(code) => vec![code.to_string()],
        RowKey::Cell(basin, fap) => vec![basin.to_string(), fap.to_string()],
    };
    let f = &row.figures;
    let ends = |e: Estimate| [e.low, e.central, e.high].map(|v| v.people().to_string());
    let estimates = [
        f.projects,
        f.difficult,
        f.seasonal,
        f.unskilled,
        f.level7,
        f.need,
        f.supply,
        f.filled,
        f.unfilled,
        f.no_training,
        f.not_enough,
    ];
    let mut record = key;
    record.push(row.label.clone());
    record.extend(estimates.into_iter().flat_map(ends));
    record.extend([
        f.declared.people().to_string(),
        f.secret_cells.to_string(),
        f.survey_cells.to_string(),
        row.border.to_string(),
    ]);
    record
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::units::{Milli, Range};
    use crate::market::gap::Figures;

    #[test]
    fn numbers_for_programs_have_points_and_no_groups() {
        let figures = Figures {
            need: Range::exact(Milli(1_234_500)),
            ..Figures::default()
        };
        let row = GapRow {
            key: RowKey::Total,
            label: "Total".into(),
            figures,
            reachable: None,
            border: false,
            estimated: false,
        };
        assert!(csv_record(&row).contains(&"1234.5".to_owned()));
    }
}

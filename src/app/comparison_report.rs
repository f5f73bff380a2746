//! A comparison on its way to disk: told by the report's rules, as a PDF or a workbook.

use std::path::Path;

use jiff::Zoned;

use super::comparing::{Compared, ComparedLine, largest, parts, sentence, unfilled};
use super::error::AppError;
use super::exporting::{ReportFormat, write_whole};
use super::settings::Lens;
use crate::domain::territory::Nature;
use crate::domain::units::Estimate;
use crate::i18n::{Lang, text};
use crate::market::compare::{Both, Player, Side};
use crate::market::gap::{Grouping, RowKey};
use crate::report::{self, comparison};

/// Changes told as sentences.
const SENTENCES: usize = 10;

/// Writes the comparison, in the potential lens, whole or not at all. The end of the path says which format: a workbook for `.xlsx`, else a PDF.
///
/// # Errors
/// [`AppError::Report`], [`AppError::Write`].
pub fn write_comparison(compared: &Compared, path: &Path, lang: Lang) -> Result<(), AppError> {
    let document = comparison::comparison(&told(compared, lang), lang, Zoned::now().date());
    let bytes = match ReportFormat::of_file(path) {
        Some(ReportFormat::Xlsx) => report::xlsx(&document)?,
        _ => report::pdf(&document)?,
    };
    write_whole(path, &bytes)
}

fn told(compared: &Compared, lang: Lang) -> comparison::Compared {
    let b = &compared.comparison.b;
    let domains = compared.lines(Grouping::Domain);
    let occupations = compared.lines(Grouping::Occupation);
    let sentences = largest(&occupations, Lens::Potential, SENTENCES);
    let sentences = sentences
        .into_iter()
        .filter_map(|told| sentence(told, &name(told, lang), Lens::Potential, lang))
        .collect();
    let lines = |lines: &[ComparedLine]| lines.iter().map(|one| line(one, lang)).collect();
    let simulated = |side: &Side| side.facts.territory.nature == Nature::Simulated;
    comparison::Compared {
        territory: b.gap.territory.name.clone(),
        a: compared.a.clone(),
        b: compared.b.clone(),
        year: b.gap.year,
        revision: b.gap.revision,
        simulated: simulated(b) || simulated(&compared.comparison.a),
        split: compared.comparison.is_split(),
        total: line(&compared.total(), lang),
        sentences,
        tables: vec![
            (comparison::Grouped::Domain, lines(&domains)),
            (comparison::Grouped::Occupation, lines(&occupations)),
            (comparison::Grouped::Basin, lines(&compared.lines(Grouping::Basin))),
            (comparison::Grouped::Zone, lines(&compared.lines(Grouping::Zone))),
        ],
    }
}

fn line(told: &ComparedLine, lang: Lang) -> comparison::Line {
    let row = &told.row;
    let open = |both: &Both| unfilled(both, Lens::Potential);
    let need = |both: &Both| Some(both.figures.need);
    let sides =
        |figure: &dyn Fn(&Both) -> Option<Estimate>| [row.a.as_ref().and_then(figure), row.b.as_ref().and_then(figure)];
    let split = parts(row, Lens::Potential);
    let part = |player: Player| {
        let found = split.iter().flat_map(|split| &split.parts);
        found
            .filter(|(name, _)| *name == player.as_str())
            .map(|(_, posts)| posts)
            .sum()
    };
    comparison::Line {
        label: name(told, lang),
        withheld: told.withheld,
        need: sides(&need),
        unfilled: sides(&open),
        difference: row.difference(open),
        parts: split.as_ref().map(|_| Player::ALL.map(part)),
    }
}

/// Names with their codes where names are not unique.
fn name(told: &ComparedLine, lang: Lang) -> String {
    let label = told.row.label.as_str();
    match &told.row.key {
        RowKey::Total => text(lang, "report-total"),
        RowKey::Zone(code) => format!("{code} {label}"),
        RowKey::Basin(code) => format!("{code} {label}"),
        _ => label.to_owned(),
    }
}

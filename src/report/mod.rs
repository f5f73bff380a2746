//! Writes for a reader: a document as data, then PDF, XLSX and CSV.

mod annex;
mod board;
mod causes;
mod cells;
pub mod chart;
pub mod comparison;
mod context;
mod declared;
mod detail;
pub mod document;
mod essentials;
mod flows;
pub mod format;
mod funding;
mod gaps;
mod hidden;
mod lens;
pub mod money;
mod names;
mod need;
mod plan;
mod reading;
mod secrecy;
mod shortages;
pub mod skill_sheets;
mod skills;
pub mod standing;
mod supply;
pub mod tornado;
mod values;
mod withheld;
mod words;

use jiff::civil::Date;

use crate::domain::day::Day;
use crate::domain::facts::Facts;
use crate::domain::territory::Nature;
use crate::i18n::{Lang, Message};

pub use chart::Chart;
pub use context::Findings;
pub use document::Document;
pub use format::{ReportError, csv, figure, pdf, png, tsv, xlsx};

pub use shortages::SHORTAGES_LOOKED_AT;
pub use withheld::withheld;

/// Builds the report of a gap and of what explains it: same facts, findings, language and date give the same document.
pub fn document(facts: &Facts, findings: Findings<'_>, lang: Lang, generated_on: Date) -> Document {
    let context = context::Context::new(facts, findings, lang);
    let gap = findings.gap;
    let territory = gap.territory.name.clone();
    let mut sections = vec![
        essentials::section(&context),
        reading::section(&context),
        need::section(&context),
        supply::section(&context),
        gaps::section(&context),
        lens::section(&context),
        flows::section(&context),
        causes::section(&context),
        shortages::section(&context),
        values::section(&context),
    ];
    sections.extend(plan::section(&context));
    sections.extend(funding::section(&context));
    sections.extend(skills::section(&context));
    let today = Day::parse(&generated_on.to_string()).unwrap_or(Day::LAST);
    sections.extend(board::section(&context, today));
    sections.extend([
        reading::method(),
        annex::assumptions(&context),
        annex::sources(&context),
        annex::notes(&context),
    ]);
    for section in &mut sections {
        section.blocks.retain(|block| !block.is_empty());
    }
    Document {
        lang,
        title: Message::new("report-title").with("territory", territory.as_str()),
        subtitle: Message::new("report-subtitle")
            .with("year", gap.year.to_string())
            .with("revision", gap.revision)
            .with("date", date(lang, generated_on)),
        mark: (gap.territory.nature == Nature::Simulated).then(|| Message::new("simulated")),
        territory,
        revision: gap.revision,
        generated_on,
        sections,
    }
}

/// « 31/08/2027 » in French, « 2027-08-31 » in English.
pub(crate) fn date(lang: Lang, date: Date) -> String {
    Message::new("report-date")
        .with("year", format!("{:04}", date.year()))
        .with("month", format!("{:02}", date.month()))
        .with("day", format!("{:02}", date.day()))
        .text(lang)
}

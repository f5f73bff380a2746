//! What the window writes beside the territory: reports, tables, charts, copies.

use std::path::PathBuf;

use super::{Desk, Done, Kind};
use crate::app::{ChartFormat, ReportFormat, ReportRequest, save_sheet, save_text, write_chart, write_comparison};
use crate::i18n::Lang;
use crate::report::Chart;
use crate::ui::scene::TableFile;

impl Desk {
    /// Writes one format of the report into a folder.
    pub fn export(&mut self, format: ReportFormat, folder: PathBuf, lang: Lang) {
        let request = ReportRequest {
            formats: vec![format],
            target: folder,
            lang,
            year: self.year,
        };
        self.work(Kind::Export, "export", "ui-job-export", move |session, progress| {
            Ok(Done::Exported(session.export_report(&request, progress)?))
        });
    }

    /// Writes a table to a file.
    pub fn save_table(&mut self, path: PathBuf, file: TableFile) {
        self.work(Kind::Export, "table", "ui-job-table", move |_, _| {
            match &file {
                TableFile::Text(text) => save_text(&path, text)?,
                TableFile::Sheet(sheet) => save_sheet(&path, sheet)?,
            }
            Ok(Done::Exported(vec![path]))
        });
    }

    /// Writes the comparison on screen.
    pub fn export_comparison(&mut self, path: PathBuf, lang: Lang) {
        let Some(compared) = self.compared.clone() else { return };
        self.start(Kind::Export, "export", "ui-job-export", move |_| {
            write_comparison(&compared, &path, lang)?;
            Ok(Done::Exported(vec![path]))
        });
    }

    /// Writes a copy of the territory file.
    pub fn save_copy(&mut self, path: PathBuf) {
        self.work(Kind::Export, "copy", "ui-job-copy", move |session, _| {
            session.save_copy(&path)?;
            Ok(Done::Exported(vec![path]))
        });
    }

    /// Writes a chart.
    pub fn save_chart(&mut self, chart: Box<Chart>, format: ChartFormat, path: PathBuf, lang: Lang) {
        self.start(Kind::Export, "chart", "ui-job-export", move |_| {
            write_chart(&chart, format, &path, lang)?;
            Ok(Done::Exported(vec![path]))
        });
    }
}

//! Joins the rooms for people: sessions, commands, jobs, settings, log, demonstration. No drawing, no printing.

mod assumption_file;
mod boarding;
mod calibrating;
mod charts;
pub mod command;
pub mod comparing;
mod comparison_report;
pub mod cooperating;
pub mod crash;
pub mod demo;
mod diagnosis;
mod error;
mod exporting;
pub mod find;
mod funding;
mod funding_file;
mod importing;
pub mod jobs;
pub mod live;
pub mod log;
mod official;
mod places;
mod planning;
mod review_file;
mod reviewing;
mod session;
pub mod settings;
mod shelf;
mod skilling;
mod text_table;
mod versions;

pub use assumption_file::{ReadAssumptions, assumptions_csv, assumptions_tsv, read_assumptions, scale, unit};
pub use boarding::today;
pub use calibrating::CalibratedFile;
pub use charts::{ChartFormat, chart_tsv, write_chart};
pub use comparing::{Against, Compared, ComparedLine};
pub use comparison_report::write_comparison;
pub use diagnosis::{Diagnosis, Reasons};
pub use error::{AppError, Fault, ScenarioFault};
pub use exporting::{ReportFormat, ReportRequest, save_sheet, save_text};
pub use funding_file::{ReadRows, aids_csv, npecs_csv, read_aids, read_npecs};
pub use importing::{ImportSummary, ImportedFile, Preview, PreviewedFile};
pub use official::OfficialTable;
pub use planning::{decidable, known_sections};
pub use review_file::{ReadReviews, read_reviews, reviews_csv, ways};
pub use session::{NewTerritory, Session, SessionState, regions};
pub use versions::{DeedEffect, ignored_words, restore_version, version_title};

// What screens and the terminal show of the rooms they do not see.
pub use crate::import::{Import, ImportError, Issue, Layout, Severity};
pub use crate::store::{
    Access, CellChange, CheckReport, DeedChanges, DeedState, JournalEntry, RowChange, StoreError, TableChanges,
    Version, VersionReason, Versions, column_words, table_words,
};

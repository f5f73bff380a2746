//! Joins the rooms for people: sessions, commands, jobs, settings, log, demonstration. No drawing, no printing.

mod calibrating;
mod charts;
pub mod command;
pub mod demo;
mod diagnosis;
mod error;
mod exporting;
pub mod find;
mod importing;
pub mod jobs;
pub mod live;
pub mod log;
mod places;
mod session;
pub mod settings;
mod shelf;

pub use calibrating::CalibratedFile;
pub use charts::{ChartFormat, chart_tsv, write_chart};
pub use diagnosis::{Diagnosis, Reasons};
pub use error::{AppError, Fault};
pub use exporting::{ReportFormat, ReportRequest};
pub use importing::{ImportSummary, ImportedFile, Preview, PreviewedFile};
pub use session::{NewTerritory, Session, SessionState, regions};

// What screens and the terminal show of the rooms they do not see.
pub use crate::import::{Import, ImportError, Issue, Layout, Severity};
pub use crate::store::{Access, CheckReport, DeedState, JournalEntry, StoreError};

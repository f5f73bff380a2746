//! `releve report`: PDF, XLSX and CSV of the gap.

use clap::ArgMatches;

use super::console::Console;
use super::error::{CliError, Exit};
use super::territory;
use crate::app::{ReportFormat, ReportRequest};
use crate::i18n::Message;

/// Writes the reports and prints their paths, one a line.
pub fn run(args: &ArgMatches, console: &mut Console) -> Result<Exit, CliError> {
    let session = territory::open(args)?;
    let target = territory::path(args, "output");
    let asked: Vec<ReportFormat> = args
        .get_many::<String>("format")
        .into_iter()
        .flatten()
        .filter_map(|name| ReportFormat::parse(name))
        .collect();
    let named = ReportFormat::of_file(target);
    if asked.len() > 1 && named.is_some() {
        return Err(CliError::OneFileForSeveral(target.to_owned()));
    }
    let formats = match (asked.is_empty(), named) {
        (false, _) => asked,
        (true, Some(format)) => vec![format],
        (true, None) => vec![ReportFormat::Pdf, ReportFormat::Xlsx],
    };
    let request = ReportRequest {
        formats,
        target: target.to_owned(),
        lang: console.lang(),
        year: args.get_one("year").copied(),
    };
    let written = session.export_report(&request, &console.progress(&Message::new("cli-job-report")))?;
    for path in written {
        console.line(&path.display().to_string())?;
    }
    Ok(Exit::Success)
}

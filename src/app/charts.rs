//! Charts on their way to disk: an image, a drawing or their data.

use std::path::{Path, PathBuf};

use super::error::AppError;
use super::exporting::{slug, write_whole};
use crate::i18n::Lang;
use crate::report::{self, Chart};

/// A file a chart is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ChartFormat {
    Png,
    Svg,
    /// Its figures.
    Csv,
}

impl ChartFormat {
    pub const ALL: [Self; 3] = [Self::Png, Self::Svg, Self::Csv];

    /// File extension, and end of the keys of texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Csv => "csv",
        }
    }

    /// The format a file name asks for.
    pub fn of_file(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|format| format.as_str() == extension)
    }

    /// The file proposed for a chart: « releve-normandie-2024-tornado.png ».
    pub fn file_in(self, folder: &Path, territory: &str, year: u16, chart: &Chart) -> PathBuf {
        folder.join(format!(
            "releve-{}-{year}-{}.{}",
            slug(territory),
            chart.id,
            self.as_str()
        ))
    }
}

/// Writes a chart; the file is complete or absent.
///
/// # Errors
/// [`AppError::Write`] when the place refuses, [`AppError::Report`].
pub fn write_chart(chart: &Chart, format: ChartFormat, path: &Path, lang: Lang) -> Result<(), AppError> {
    let bytes = match format {
        ChartFormat::Png => report::png(lang, chart)?,
        ChartFormat::Svg => report::figure(lang, chart).into_bytes(),
        ChartFormat::Csv => report::csv(lang, &chart.table())?,
    };
    write_whole(path, &bytes)
}

/// The figures of a chart for a spreadsheet, with tabs.
///
/// # Errors
/// [`AppError::Report`].
pub fn chart_tsv(chart: &Chart, lang: Lang) -> Result<String, AppError> {
    Ok(report::tsv(lang, &chart.table())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_tells_its_format() {
        let of = |name: &str| ChartFormat::of_file(Path::new(name));
        assert_eq!(of("t/quadrant.PNG"), Some(ChartFormat::Png));
        assert_eq!(of("quadrant.pdf"), None);
    }
}

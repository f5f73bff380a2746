//! The layouts the program reads, and how a table is recognised among them by its columns alone.

use super::error::ImportError;
use super::known::Known;
use super::sink::Sink;
use super::table::{Header, Table};
use super::{
    annuaire, appellations, bassin_composition, bmo, bts_capacity, certif_info, contours, fap2009_sas,
    fap2021_crosswalk, fap2021_list, insee_geo, inserjeunes_cfa, inserjeunes_lycee, inserjeunes_region, moves,
    parcoursup, rncp_rome, rome_codes, rome_mobilities, skills, tension_rome_bassin, voc_capacity,
};

/// One published layout: how it is recognised and read.
#[derive(Debug)]
pub struct Layout {
    /// Stable name of the store, the command line and scripts.
    pub name: &'static str,
    /// Key of its name for people (`layout-…`).
    pub label: &'static str,
    /// Producer as cited in reports.
    pub producer: &'static str,
    /// Licence as stated by the producer.
    pub licence: &'static str,
    pub shape: Shape,
    /// Columns that must be present, each with its accepted names in the form of [`super::value::fold`]; `#` stands for one digit.
    pub columns: &'static [&'static [&'static str]],
    /// Columns that must be absent: they belong to a sibling layout.
    pub without: &'static [&'static str],
    /// Reads every row of a recognised table.
    pub read_rows: fn(&mut Table<'_>, &Known, &mut Sink<'_>) -> Result<(), ImportError>,
}

/// What a layout is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Rows and columns, in one table of the file.
    Table,
    /// As [`Shape::Table`], but every matching sheet of a workbook is read.
    ManySheets,
    /// Plain lines without quoting or separator: a program text.
    Lines,
    /// Features of a GeoJSON file, whatever their properties: the layout tells them apart itself.
    Features,
}

/// Every layout, in the order they are shown.
pub static LAYOUTS: &[&Layout] = &[
    &voc_capacity::LAYOUT,
    &bts_capacity::LAYOUT,
    &parcoursup::LAYOUT,
    &annuaire::LAYOUT,
    &inserjeunes_region::LAYOUT,
    &inserjeunes_cfa::LAYOUT,
    &inserjeunes_lycee::LAYOUT,
    &inserjeunes_lycee::BY_DIPLOMA,
    &bmo::LAYOUT,
    &bassin_composition::LAYOUT,
    &insee_geo::LAYOUT,
    &rome_codes::LAYOUT,
    &appellations::LAYOUT,
    &rome_mobilities::LAYOUT,
    &fap2021_list::LAYOUT,
    &fap2021_crosswalk::LAYOUT,
    &fap2009_sas::LAYOUT,
    &rncp_rome::OLD,
    &rncp_rome::CURRENT,
    &certif_info::LAYOUT,
    &tension_rome_bassin::LAYOUT,
    &contours::LAYOUT,
    &moves::LAYOUT,
    &skills::OF_ROMES,
    &skills::OF_PROGRAMMES,
];

/// How well a row serves as the header of a layout.
#[derive(Debug, Clone, Copy)]
pub struct Match {
    pub layout: &'static Layout,
    /// Index of the header among the rows looked at.
    pub at: usize,
}

/// What was seen of a table: the layouts that fit it best, or how near it came.
#[derive(Debug, Default)]
pub struct Findings {
    pub matches: Vec<Match>,
    /// Columns of the row most like a header.
    pub seen: Vec<String>,
    /// Best shares of required columns found, layout by layout, in thousandths.
    nearest: Vec<(usize, &'static Layout)>,
}

impl Findings {
    /// Required columns of the best match; more columns make a more specific recognition.
    pub fn weight(&self) -> usize {
        self.matches.first().map_or(0, |m| m.layout.columns.len())
    }

    /// The single layout recognised.
    ///
    /// # Errors
    /// Unknown (with what was seen) or ambiguous.
    pub fn single(&self, file: &str) -> Result<Match, ImportError> {
        match self.matches.as_slice() {
            [one] => Ok(*one),
            [] => Err(self.unknown(file)),
            several => Err(ImportError::Ambiguous {
                file: file.to_owned(),
                layouts: several.iter().map(|m| m.layout.label).collect(),
            }),
        }
    }

    /// The error of a content no layout fits: what was seen, and what came nearest.
    pub fn unknown(&self, file: &str) -> ImportError {
        ImportError::UnknownLayout {
            file: file.to_owned(),
            seen: self.seen.clone(),
            nearest: self.nearest.iter().map(|(_, layout)| layout.label).collect(),
        }
    }

    /// The better of two attempts on the same content.
    #[must_use]
    pub fn or_better(self, other: Self) -> Self {
        if other.score() > self.score() { other } else { self }
    }

    /// Orders attempts on the same content: a match, else the nearer miss, else the wider row.
    pub fn score(&self) -> (usize, usize, usize) {
        let nearest = self.nearest.first().map_or(0, |(share, _)| *share);
        (self.weight(), nearest, self.seen.len())
    }
}

/// Looks for a header among the first rows of a table.
pub fn recognise(rows: &[Vec<String>], lines: Lines) -> Findings {
    let headers: Vec<Header> = rows.iter().map(|row| Header::new(row.clone())).collect();
    let mut findings = Findings::default();
    let mut best: Vec<Match> = Vec::new();
    let mut best_row = headers.iter().position(|h| h.width() > 1).unwrap_or_default();
    for &layout in LAYOUTS
        .iter()
        .filter(|l| l.shape != Shape::Features && (l.shape == Shape::Lines) == (lines == Lines::Plain))
    {
        let shares: Vec<usize> = headers.iter().map(|h| share(layout, h)).collect();
        if let Some(at) = shares.iter().position(|share| *share == WHOLE) {
            best.push(Match { layout, at });
        }
        let nearest = shares.iter().copied().max().unwrap_or_default();
        if nearest > 0 {
            findings.nearest.push((nearest, layout));
        }
    }
    findings.nearest.sort_by_key(|(share, _)| std::cmp::Reverse(*share));
    findings.nearest.truncate(3);
    if let Some((share_wanted, layout)) = findings.nearest.first() {
        best_row = headers
            .iter()
            .position(|h| share(layout, h) == *share_wanted)
            .unwrap_or(best_row);
    }
    findings.seen = headers.get(best_row).map(Header::shown).unwrap_or_default();
    let widest = best.iter().map(|m| m.layout.columns.len()).max().unwrap_or_default();
    best.retain(|m| m.layout.columns.len() == widest);
    findings.matches = best;
    findings
}

/// Whether rows are cells or plain lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    Cells,
    Plain,
}

const WHOLE: usize = 1000;

/// Share of a layout's required columns that a header has, in thousandths.
fn share(layout: &Layout, header: &Header) -> usize {
    let found = layout
        .columns
        .iter()
        .filter(|names| header.position(names).is_some())
        .count();
    let foreign = layout.without.iter().any(|name| header.position(&[name]).is_some());
    let share = found * WHOLE / layout.columns.len().max(1);
    if foreign { share.min(WHOLE - 1) } else { share }
}

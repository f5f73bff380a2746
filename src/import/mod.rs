//! Reads other people's files: recognise by content, read raw, check, yield facts and issues. Nothing is written here.

mod annuaire;
mod appellations;
mod archive;
mod bassin_composition;
mod bmo;
mod bts_capacity;
mod certif_info;
mod contours;
mod delimited;
mod distinct;
pub mod error;
mod fap2009_sas;
mod fap2021_crosswalk;
mod fap2021_list;
mod file;
mod geojson;
mod insee_geo;
mod inserjeunes;
mod inserjeunes_cfa;
mod inserjeunes_lycee;
mod inserjeunes_region;
pub mod issue;
pub mod known;
mod labels;
mod lambert;
pub mod layout;
mod moves;
mod outline;
mod parcoursup;
mod place;
mod rncp_rome;
mod rome_codes;
mod rome_mobilities;
mod row;
mod sections;
mod sheet;
pub mod sink;
mod skills;
pub mod table;
mod tension_rome_bassin;
mod text;
mod value;
mod voc_capacity;

use std::path::Path;

pub use error::ImportError;
pub use issue::{Issue, Severity};
pub use known::Known;
pub use layout::{LAYOUTS, Layout};

use crate::domain::batch::Batch;
use crate::domain::mobility::Move;
use crate::domain::progress::Progress;
use crate::domain::source::RowCounts;
use crate::i18n::Message;
use archive::Kind;
use layout::{Findings, Shape};
use sheet::Workbook;
use sink::{Collected, Sink};
use table::Table;

/// One file, read and checked.
#[derive(Debug, Clone)]
pub struct Import {
    /// Name without its folder.
    pub file: String,
    /// Lowercase hexadecimal SHA-256 of the bytes read.
    pub sha256: String,
    pub layout: &'static Layout,
    /// Year or label of the data; empty when neither the content nor the name tells it.
    pub vintage: String,
    pub producer: &'static str,
    pub licence: &'static str,
    /// Reconciled: read = stored + merged + refused + ignored.
    pub counts: RowCounts,
    pub batch: Batch,
    /// Observed moves, sorted: for an estimate, and not facts of a territory.
    pub moves: Vec<Move>,
    /// The first [`sink::MAX_ISSUES`] issues, in the order of the rows as far as they were judged row by row.
    pub issues: Vec<Issue>,
    /// All refusals and doubts, listed or not.
    pub refusals: u64,
    pub doubts: u64,
    /// What was recognised, in a sentence.
    pub recognised: Message,
    /// What a reader should know of the file as a whole: encoding, parts left aside.
    pub notes: Vec<Message>,
}

impl Import {
    /// True for a file that keeps only what the nomenclatures know: read anew when others bring more of them.
    pub fn is_sifted(&self) -> bool {
        self.layout.name == appellations::LAYOUT.name
    }

    /// True for a file of observed moves, which a territory does not store.
    pub fn holds_moves(&self) -> bool {
        self.layout.name == moves::LAYOUT.name
    }
}

/// Reads one file: its bytes once, its layout by content and never by name.
///
/// # Errors
/// [`ImportError`] when the file as a whole cannot be read; single rows are refused in [`Import::issues`].
pub fn read(path: &Path, known: &Known, progress: &dyn Progress) -> Result<Import, ImportError> {
    let loaded = file::load(path, progress)?;
    let name = loaded.name;
    let (layout, collected) = read_bytes(&name, &loaded.bytes, known, progress, Nesting::Outer)?;
    let vintage = collected.vintage;
    let counts = collected.counts;
    let recognised = Message::new(if vintage.is_empty() {
        "import-recognised-undated"
    } else {
        "import-recognised"
    });
    Ok(Import {
        recognised: recognised
            .with("layout", Message::new(layout.label))
            .with("vintage", vintage.as_str())
            .with("rows", counts.read),
        file: name,
        sha256: loaded.sha256,
        layout,
        vintage,
        producer: layout.producer,
        licence: layout.licence,
        counts,
        batch: collected.batch,
        moves: collected.moves,
        issues: collected.issues,
        refusals: collected.refusals,
        doubts: collected.doubts,
        notes: collected.notes,
    })
}

/// Whether bytes are the file itself or come out of an archive, which may not hold archives in turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Nesting {
    Outer,
    Inner,
}

type Read = (&'static Layout, Collected);

fn read_bytes(
    file: &str,
    bytes: &[u8],
    known: &Known,
    progress: &dyn Progress,
    nesting: Nesting,
) -> Result<Read, ImportError> {
    if archive::is_compound(bytes) {
        return Err(ImportError::LegacyExcel { file: file.to_owned() });
    }
    if !archive::is_zip(bytes) {
        return read_text(file, bytes, known, progress);
    }
    match (archive::inspect(file, bytes, progress)?, nesting) {
        (Kind::Workbook, _) => read_workbook(file, bytes, known, progress),
        (Kind::Bundle(entries), Nesting::Outer) => read_bundle(file, bytes, &entries, known, progress),
        (Kind::Bundle(_), Nesting::Inner) => Err(ImportError::NotText { file: file.to_owned() }),
    }
}

fn read_text(file: &str, bytes: &[u8], known: &Known, progress: &dyn Progress) -> Result<Read, ImportError> {
    let Some(decoded) = text::decode(bytes) else {
        return Err(ImportError::NotText { file: file.to_owned() });
    };
    let mut sink = Sink::new(file, progress);
    if let Some(key) = decoded.encoding.note() {
        sink.note(Message::new(key));
    }
    if geojson::is_json(&decoded.text) {
        let mut table = contours::table(file, &decoded.text, &mut sink)?;
        read_table(&contours::LAYOUT, &mut table, known, &mut sink)?;
        return Ok((&contours::LAYOUT, sink.finish()));
    }
    let (dialect, findings) = delimited::recognise_text(file, &decoded.text)?;
    let found = findings.single(file)?;
    let mut table = delimited::table(file, &decoded.text, dialect, found.at)?;
    read_table(found.layout, &mut table, known, &mut sink)?;
    Ok((found.layout, sink.finish()))
}

/// Reads the rows of one table and says what a reader would not expect of its header or its length.
fn read_table(layout: &Layout, table: &mut Table<'_>, known: &Known, sink: &mut Sink<'_>) -> Result<(), ImportError> {
    for names in layout.columns {
        if let Some(name) = table.header().repeated(names) {
            sink.note(Message::new("import-note-repeated-header").with("column", name));
        }
    }
    let before = sink.rows_read();
    (layout.read_rows)(table, known, sink)?;
    if sink.rows_read() == before {
        sink.note(Message::new("import-note-no-rows"));
    }
    Ok(())
}

fn read_workbook(file: &str, bytes: &[u8], known: &Known, progress: &dyn Progress) -> Result<Read, ImportError> {
    let mut workbook = Workbook::open(file, bytes)?;
    let mut nearest = Findings::default();
    let mut found = Vec::new();
    for sheet in workbook.sheets() {
        let findings = workbook.recognise(&sheet)?;
        if findings.matches.is_empty() {
            nearest = nearest.or_better(findings);
        } else {
            found.push((findings.single(file)?, sheet));
        }
    }
    let Some((first, _)) = found.first() else {
        return Err(nearest.unknown(file));
    };
    let layout = first.layout;
    let alone = found.len() == 1 || layout.shape == Shape::ManySheets;
    if !alone || found.iter().any(|(m, _)| !std::ptr::eq(m.layout, layout)) {
        return Err(ImportError::SeveralTables {
            file: file.to_owned(),
            tables: found.into_iter().map(|(_, sheet)| sheet).collect(),
        });
    }
    let mut sink = Sink::new(file, progress);
    for (found, sheet) in &found {
        let mut table = workbook.table(sheet, found.at)?;
        read_table(layout, &mut table, known, &mut sink)?;
    }
    Ok((layout, sink.finish()))
}

/// Opens the one file of an archive that has a known layout.
fn read_bundle(
    file: &str,
    bytes: &[u8],
    entries: &[String],
    known: &Known,
    progress: &dyn Progress,
) -> Result<Read, ImportError> {
    let mut found = Vec::new();
    let mut error = ImportError::UnknownLayout {
        file: file.to_owned(),
        seen: Vec::new(),
        nearest: Vec::new(),
    };
    for name in entries {
        let content = archive::entry(file, bytes, name)?;
        if content.is_empty() {
            continue;
        }
        match read_bytes(&format!("{file}/{name}"), &content, known, progress, Nesting::Inner) {
            Ok(read) => found.push((name, read)),
            Err(ImportError::Cancelled) => return Err(ImportError::Cancelled),
            Err(ImportError::UnknownLayout { .. } | ImportError::NotText { .. }) if entries.len() > 1 => {}
            Err(other) => error = other,
        }
    }
    if found.len() > 1 {
        return Err(ImportError::SeveralTables {
            file: file.to_owned(),
            tables: found.into_iter().map(|(name, _)| name.clone()).collect(),
        });
    }
    let Some((name, (layout, mut collected))) = found.pop() else {
        return Err(error);
    };
    let note = Message::new("import-note-archive").with("entry", name.as_str());
    collected.notes.push(note.with("others", entries.len() - 1));
    Ok((layout, collected))
}

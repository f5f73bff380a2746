//! « Besoins en main-d'œuvre » (France Travail): recruitment projects by métier × bassin × département, layouts of 2014 to 2026.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::distinct::{conflict_with, refuse_conflict};
use super::error::ImportError;
use super::known::{Known, Translation};
use super::layout::{Layout, Shape};
use super::sink::{Fate, Refused, Sink};
use super::table::{Column, Row, Table};
use super::value::fold;
use crate::domain::demand::SurveyRow;
use crate::domain::id::{BasinCode, DepartmentCode, Fap2009Code, FapCode, RegionCode};
use crate::domain::secrecy::Count;
use crate::domain::source::SourceId;
use crate::i18n::Message;

pub static LAYOUT: Layout = Layout {
    name: "bmo",
    label: "layout-bmo",
    producer: "France Travail, Besoins en main-d'œuvre",
    licence: "Licence Ouverte 2.0",
    shape: Shape::Table,
    columns: &[FAP, BASIN, MET, XMET, SMET],
    without: &[],
    read_rows,
};

const YEAR: &[&str] = &["annee"];
const FAP: &[&str] = &["code metier bmo", "fap_code"];
const FAP_LABEL: &[&str] = &["nom metier bmo", "nom_metier bmo", "fap_name"];
const BASIN: &[&str] = &["be##", "catchment_area_code"];
const BASIN_NAME: &[&str] = &["nombe##", "catchment_area_name"];
const DEPARTMENT: &[&str] = &["dept", "departement_code"];
const REGION: &[&str] = &["reg", "region_code"];
const CLPE: &[&str] = &["clpe"];
const MET: &[&str] = &["met", "nb_recrut_projects"];
const XMET: &[&str] = &["xmet", "nb_diff_recrut_projects"];
const SMET: &[&str] = &["smet", "nb_season_recrut_projects"];
/// The programming-interface layout of 2014 writes nothing where later files write `*`.
const MASKED_BY_EMPTINESS: &[&str] = &["nb_recrut_projects"];

/// First survey published in FAP 2021.
const FIRST_YEAR_OF_FAP2021: u16 = 2024;

fn read_rows(table: &mut Table<'_>, known: &Known, sink: &mut Sink<'_>) -> Result<(), ImportError> {
    let columns = Columns::find(table);
    let year = columns.year_of_header(table).or(sink.year_of_name());
    if year.is_none() && !columns.year.exists() {
        return Err(ImportError::MissingYear {
            file: sink.file().to_owned(),
        });
    }
    let mut survey = Survey {
        header_year: columns.year_of_header(table),
        file_year: year,
        columns,
        known,
        seen: HashMap::new(),
        contradicted: Vec::new(),
        shared_codes: Vec::new(),
        rows_2009: 0,
        rows_2021: 0,
        newest: None,
    };
    table.each_row(sink, |row, sink| survey.read(row, sink))?;
    survey.finish(sink)
}

#[derive(Debug, Clone, Copy)]
struct Columns {
    year: Column,
    fap: Column,
    fap_label: Column,
    basin: Column,
    basin_name: Column,
    department: Column,
    region: Column,
    clpe: Column,
    met: Column,
    xmet: Column,
    smet: Column,
    masked_by_emptiness: bool,
}

impl Columns {
    fn find(table: &Table<'_>) -> Self {
        Self {
            year: table.column(YEAR),
            fap: table.column(FAP),
            fap_label: table.column(FAP_LABEL),
            basin: table.column(BASIN),
            basin_name: table.column(BASIN_NAME),
            department: table.column(DEPARTMENT),
            region: table.column(REGION),
            clpe: table.column(CLPE),
            met: table.column(MET),
            xmet: table.column(XMET),
            smet: table.column(SMET),
            masked_by_emptiness: table.column(MASKED_BY_EMPTINESS).exists(),
        }
    }

    /// `BE24` carries 2024.
    fn year_of_header(&self, table: &Table<'_>) -> Option<u16> {
        let digits: String = table.written(self.basin).chars().filter(char::is_ascii_digit).collect();
        digits.parse::<u16>().ok().map(|year| 2000 + year)
    }
}

impl Columns {
    /// What a careful reader should know of a stored row: a translated code, a place or a share that does not fit.
    fn tell_doubts(&self, known: &Known, row: &Row<'_>, fact: &SurveyRow, origin: &Origin, sink: &mut Sink<'_>) {
        if let Origin::Translated(old) = origin {
            let reason = translated(old, &fact.fap);
            sink.doubt(row, self.fap, reason, Message::new("import-bmo-fix-translated"));
        }
        self.check_place(known, row, fact, sink);
        let Some(met) = fact.projects.known() else { return };
        for (column, share) in [(self.xmet, fact.difficult), (self.smet, fact.seasonal)] {
            if share.known().is_some_and(|part| part > met) {
                let reason = Message::new("import-bmo-share-above-whole").with("met", row.text(self.met));
                sink.doubt(row, column, reason, Message::new("import-fix-cell"));
            }
        }
    }

    /// A region or department that is not the basin's is doubtful.
    fn check_place(&self, known: &Known, row: &Row<'_>, fact: &SurveyRow, sink: &mut Sink<'_>) {
        let Some(basin) = known.basin(&fact.basin) else { return };
        let here = Message::new("import-bmo-fix-place").with("basin", basin.name.as_str());
        if fact.region.as_ref().is_some_and(|region| *region != basin.region) {
            let reason = Message::new("import-bmo-other-region").with("region", basin.region.as_str());
            sink.doubt(row, self.region, reason, here.clone());
        }
        if fact.department.as_ref().is_some_and(|d| !basin.departments.contains(d)) {
            let codes: Vec<&str> = basin.departments.iter().map(DepartmentCode::as_str).collect();
            let reason = Message::new("import-bmo-other-department").with("departments", codes.join(", "));
            sink.doubt(row, self.department, reason, here);
        }
    }
}

/// What identifies a published cell. The code is that of the file, so that two FAP-2009 cells of one basin stay two.
type Key = (u16, BasinCode, Option<DepartmentCode>, String, String);

/// An earlier row of the same cell.
#[derive(Debug, Clone, Copy)]
enum Earlier {
    /// Index in the batch.
    Stored(usize),
    /// Refused with all that repeat it; the row number.
    Contradicted(u32),
}

struct Survey<'k> {
    columns: Columns,
    known: &'k Known,
    /// Year written in the header of the basin column.
    header_year: Option<u16>,
    /// The same, or the year of the file's name.
    file_year: Option<u16>,
    seen: HashMap<Key, Earlier>,
    /// Indexes of stored rows that a later row contradicts.
    contradicted: Vec<usize>,
    /// Indexes of stored rows whose code is the same text in both nomenclatures.
    shared_codes: Vec<usize>,
    rows_2009: u64,
    rows_2021: u64,
    newest: Option<u16>,
}

/// The occupation of a row.
struct Occupation {
    fap: FapCode,
    origin: Origin,
}

enum Origin {
    Fap2021,
    /// The code is the same text in both vintages.
    Either,
    Translated(Fap2009Code),
}

impl Survey<'_> {
    fn read(&mut self, row: &Row<'_>, sink: &mut Sink<'_>) -> Result<Fate, Refused> {
        if self.is_total(row) {
            return Ok(Fate::Ignored);
        }
        let year = self.year(row, sink)?;
        let occupation = self.occupation(row, year, sink)?;
        let fact = self.fact(row, year, occupation.fap, sink)?;
        self.store(row, fact, &occupation.origin, sink)
    }

    /// Totals have words where the codes should be.
    fn is_total(&self, row: &Row<'_>) -> bool {
        let coded = |column: Column| row.text(column).bytes().any(|b| b.is_ascii_digit());
        let says_total = |cell: &str| {
            let cell = fold(cell);
            cell.starts_with("total") || cell.starts_with("ensemble")
        };
        (!coded(self.columns.fap) || !coded(self.columns.basin)) && row.texts().any(says_total)
    }

    fn year(&mut self, row: &Row<'_>, sink: &mut Sink<'_>) -> Result<u16, Refused> {
        let column = self.columns.year;
        let year = match self.file_year {
            Some(year) if row.text(column).is_empty() => year,
            _ => row.year(column, sink)?,
        };
        if let Some(header) = self.header_year.filter(|header| *header != year) {
            let reason = Message::new("import-bmo-year-mismatch").with("header", header.to_string());
            return Err(sink.refuse(row, column, reason, Message::new("import-bmo-fix-year")));
        }
        self.newest = self.newest.max(Some(year));
        Ok(year)
    }

    fn occupation(&mut self, row: &Row<'_>, year: u16, sink: &mut Sink<'_>) -> Result<Occupation, Refused> {
        let column = self.columns.fap;
        let text = row.text(column);
        if let Ok(fap) = FapCode::parse(text) {
            let origin = if fap.as_str().as_bytes()[2] == b'X' {
                self.rows_2021 += 1;
                Origin::Fap2021
            } else {
                Origin::Either
            };
            return Ok(Occupation { fap, origin });
        }
        let Ok(old) = Fap2009Code::parse(text) else {
            let fap = row.code(column, sink, FapCode::parse)?;
            return Ok(Occupation {
                fap,
                origin: Origin::Fap2021,
            });
        };
        self.rows_2009 += 1;
        let fap = self.translate(&old, row, year, sink)?;
        Ok(Occupation {
            fap,
            origin: Origin::Translated(old),
        })
    }

    fn translate(&self, old: &Fap2009Code, row: &Row<'_>, year: u16, sink: &mut Sink<'_>) -> Result<FapCode, Refused> {
        let (reason, remedy) = if year >= FIRST_YEAR_OF_FAP2021 {
            ("import-bmo-fap2009-intruder", "import-fix-code")
        } else if !self.known.has_fap2009_bridge() {
            ("import-bmo-fap2009-no-bridge", "import-bmo-fix-bridge")
        } else {
            match self.known.translate(old) {
                Some(Translation::One(fap)) => return Ok(fap.clone()),
                Some(Translation::Several(targets)) => {
                    let codes: Vec<&str> = targets.iter().map(FapCode::as_str).collect();
                    let reason = Message::new("import-bmo-fap2009-several").with("codes", codes.join(", "));
                    let remedy = Message::new("import-bmo-fix-newer");
                    return Err(sink.refuse(row, self.columns.fap, reason, remedy));
                }
                Some(Translation::Incomplete) => ("import-bmo-fap2009-incomplete", "import-bmo-fix-crosswalk"),
                None => ("import-bmo-fap2009-unknown", "import-fix-code"),
            }
        };
        Err(sink.refuse(row, self.columns.fap, Message::new(reason), Message::new(remedy)))
    }

    fn fact(&self, row: &Row<'_>, year: u16, fap: FapCode, sink: &mut Sink<'_>) -> Result<SurveyRow, Refused> {
        let columns = &self.columns;
        let basin = row.code(columns.basin, sink, BasinCode::parse)?;
        let region = row.optional_code(columns.region, sink, RegionCode::parse)?;
        let department = row.optional_code(columns.department, sink, DepartmentCode::parse)?;
        if self.known.basin(&basin).is_none() {
            let (column, name) = (columns.basin, columns.basin_name);
            return Err(refuse_basin(self.known, &basin, column, name, row, sink));
        }
        Ok(SurveyRow {
            year,
            department,
            region,
            fap,
            fap_label: row.text(columns.fap_label).to_owned(),
            clpe: row.text(columns.clpe).to_owned(),
            projects: self.count(columns.met, row, sink)?,
            difficult: self.count(columns.xmet, row, sink)?,
            seasonal: self.count(columns.smet, row, sink)?,
            row: row.number(),
            source: SourceId::default(),
            basin,
        })
    }

    fn count(&self, column: Column, row: &Row<'_>, sink: &mut Sink<'_>) -> Result<Count, Refused> {
        let count = row.count(column, sink)?;
        let masked = self.columns.masked_by_emptiness && count == Count::Missing;
        Ok(if masked { Count::Secret } else { count })
    }

    /// Keeps a fact, unless an earlier row told the same cell: the same numbers merge, others refuse both rows.
    fn store(&mut self, row: &Row<'_>, fact: SurveyRow, origin: &Origin, sink: &mut Sink<'_>) -> Result<Fate, Refused> {
        let code = row.text(self.columns.fap).to_ascii_uppercase();
        let place = (fact.basin.clone(), fact.department.clone());
        let slot = match self.seen.entry((fact.year, place.0, place.1, code, fact.clpe.clone())) {
            Entry::Vacant(slot) => {
                let index = sink.batch.survey.len();
                slot.insert(Earlier::Stored(index));
                if matches!(origin, Origin::Either) {
                    self.shared_codes.push(index);
                }
                self.columns.tell_doubts(self.known, row, &fact, origin, sink);
                sink.batch.survey.push(fact);
                return Ok(Fate::Stored);
            }
            Entry::Occupied(slot) => slot,
        };
        let index = match *slot.get() {
            Earlier::Contradicted(other) => return Err(refuse_conflict(other, row, sink)),
            Earlier::Stored(index) => index,
        };
        let earlier = &sink.batch.survey[index];
        let same =
            (earlier.projects, earlier.difficult, earlier.seasonal) == (fact.projects, fact.difficult, fact.seasonal);
        if same {
            return Ok(Fate::Merged);
        }
        let other = earlier.row;
        *slot.into_mut() = Earlier::Contradicted(other);
        self.contradicted.push(index);
        sink.refuse_stored(other, conflict_with(row.number()), Message::new("import-fix-duplicate"));
        Err(refuse_conflict(other, row, sink))
    }

    fn finish(mut self, sink: &mut Sink<'_>) -> Result<(), ImportError> {
        if self.rows_2009 > 0 && self.rows_2021 == 0 && !self.known.has_fap2009_bridge() {
            return Err(ImportError::Fap2009WithoutBridge {
                file: sink.file().to_owned(),
                rows: self.rows_2009,
            });
        }
        if self.rows_2009 > self.rows_2021 {
            self.translate_shared_codes(sink);
        }
        self.contradicted.sort_unstable();
        let mut index = 0;
        sink.batch.survey.retain(|_| {
            index += 1;
            self.contradicted.binary_search(&(index - 1)).is_err()
        });
        if let Some(year) = self.newest.or(self.file_year) {
            sink.set_vintage(year.to_string());
        }
        Ok(())
    }

    /// In a FAP-2009 file the codes that are the same text in both vintages are FAP-2009 codes too.
    fn translate_shared_codes(&mut self, sink: &mut Sink<'_>) {
        for index in std::mem::take(&mut self.shared_codes) {
            if self.contradicted.contains(&index) {
                continue;
            }
            let fact = &mut sink.batch.survey[index];
            let row = fact.row;
            let Ok(old) = Fap2009Code::parse(fact.fap.as_str()) else {
                continue;
            };
            if let Some(Translation::One(fap)) = self.known.translate(&old) {
                fact.fap = fap.clone();
                sink.doubt_stored(row, translated(&old, fap), Message::new("import-bmo-fix-translated"));
            } else {
                let reason = Message::new("import-bmo-fap2009-incomplete");
                sink.refuse_stored(row, reason, Message::new("import-bmo-fix-crosswalk"));
                self.contradicted.push(index);
            }
        }
    }
}

fn translated(old: &Fap2009Code, new: &FapCode) -> Message {
    let reason = Message::new("import-bmo-translated").with("old", old.as_str());
    reason.with("new", new.as_str())
}

/// Refuses a row whose basin the catalogue does not have, naming the one most likely meant.
pub fn refuse_basin(
    known: &Known,
    code: &BasinCode,
    column: Column,
    name: Column,
    row: &Row<'_>,
    sink: &mut Sink<'_>,
) -> Refused {
    let remedy = match known.nearest_basin(code, row.text(name)) {
        Some(near) => Message::new("import-fix-basin")
            .with("code", near.code.as_str())
            .with("name", near.name.as_str()),
        None => Message::new("import-fix-code"),
    };
    let reason = Message::new("import-unknown-basin").with("code", code.as_str());
    sink.refuse(row, column, reason, remedy)
}

//! Small invented files for tests: survey tables as text and as workbooks, archives, broken workbooks.

use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use releve::domain::batch::Fap2009Line;
use releve::domain::progress::Unattended;
use releve::import::{Import, ImportError, Known, read};
use rust_xlsxwriter::{Workbook, Worksheet};
use zip::write::SimpleFileOptions;

/// Header of the survey of 2024.
pub const BMO_HEADER: &str =
    "annee;Code métier BMO;Nom métier BMO;Famille_met;Lbl_fam_met;REG;NOM_REG;Dept;NomDept;BE24;NOMBE24;met;xmet;smet";

/// One row of the survey of 2024 in the department of basin 3201; the counts are the last three cells.
pub fn bmo_row(fap: &str, basin: &str, counts: &str) -> String {
    format!("2024;{fap};Métier inventé;I;Ouvriers;32;Hauts-de-France;80;Somme;{basin};BASSIN;{counts}")
}

/// A survey table as text.
pub fn bmo_csv(rows: &[String]) -> String {
    let mut text = format!("{BMO_HEADER}\n");
    for row in rows {
        text.push_str(row);
        text.push('\n');
    }
    text
}

/// A survey workbook as published: a description sheet first, whole numbers for year and basin, texts for counts.
pub fn bmo_workbook(sheets: &[(&str, &[String])]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let about = workbook.add_worksheet();
    about.set_name("Description des variables").unwrap();
    about.write_string(6, 1, "Variables ").unwrap();
    about.write_string(7, 1, "annee").unwrap();
    for (name, rows) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*name).unwrap();
        write_line(sheet, 0, BMO_HEADER);
        for (index, row) in rows.iter().enumerate() {
            write_line(sheet, u32::try_from(index).unwrap() + 1, row);
        }
    }
    workbook.save_to_buffer().unwrap()
}

/// Cells of the columns of year and basin are numbers, `=` opens a formula, all else is text.
fn write_line(sheet: &mut Worksheet, row: u32, line: &str) {
    for (column, cell) in line.split(';').enumerate() {
        let at = u16::try_from(column).unwrap();
        match cell.parse::<f64>() {
            Ok(number) if matches!(column, 0 | 9) => sheet.write_number(row, at, number).unwrap(),
            _ if cell.starts_with('=') => sheet.write_formula(row, at, cell).unwrap(),
            _ => sheet.write_string(row, at, cell).unwrap(),
        };
    }
}

/// A zip archive of these entries, deflated.
pub fn zip_of(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// The smallest workbook of one sheet, with this sheet data and these shared strings.
pub fn raw_workbook(sheet_data: &str, shared_strings: &str) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const DOC: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let workbook = format!(
        r#"<workbook xmlns="{MAIN}" xmlns:r="{DOC}"><sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let parts = format!(
        r#"<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{DOC}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{DOC}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#
    );
    let root = format!(
        r#"<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{DOC}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    let sheet = format!(r#"<worksheet xmlns="{MAIN}"><sheetData>{sheet_data}</sheetData></worksheet>"#);
    let strings = format!(r#"<sst xmlns="{MAIN}">{shared_strings}</sst>"#);
    zip_of(&[
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", parts.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
    ])
}

/// A row of inline texts for [`raw_workbook`].
pub fn raw_row(number: u32, cells: &[&str]) -> String {
    let cell = |text: &&str| format!(r#"<c t="inlineStr"><is><t>{text}</t></is></c>"#);
    let cells: String = cells.iter().map(cell).collect();
    format!(r#"<row r="{number}">{cells}</row>"#)
}

/// A folder that holds the files of one test.
pub struct Files(tempfile::TempDir);

impl Files {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    pub fn write(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// Writes the bytes and imports them against the embedded catalogue.
    pub fn import(&self, name: &str, bytes: &[u8]) -> Result<Import, ImportError> {
        import(&self.write(name, bytes))
    }
}

/// Imports against the embedded catalogue, without the FAP 2009 bridge.
pub fn import(path: &Path) -> Result<Import, ImportError> {
    static KNOWN: OnceLock<Known> = OnceLock::new();
    read(path, KNOWN.get_or_init(|| known(&[])), &Unattended)
}

/// The embedded catalogue and a bridge.
pub fn known(bridge: &[Fap2009Line]) -> Known {
    Known::new(&releve::store::catalogue::embedded().unwrap(), bridge)
}

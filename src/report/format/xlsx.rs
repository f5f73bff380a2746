//! The workbook twin: real numbers with formats, texts that are never formulas, one sheet a table.

use jiff::civil::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet};

use super::super::document::{Block, ColumnKind, Document, Footer, RowKind, Table};
use super::super::words;
use super::ReportError;
use super::layout::{Header, Plain, cells, headers};
use crate::i18n::{Lang, text};

/// Excel's limit for the name of a sheet.
const SHEET_NAME: usize = 31;

/// The report as a workbook. Same document, same bytes.
///
/// # Errors
/// [`ReportError::Workbook`] when the workbook cannot be made.
pub fn xlsx(document: &Document) -> Result<Vec<u8>, ReportError> {
    let mut workbook = Workbook::new();
    let title = document.title.text(document.lang);
    workbook.set_properties(&created(document.generated_on)?.set_title(&title));
    let formats = Formats::new();
    essentials(document, workbook.add_worksheet(), &formats)?;
    for table in document.tables() {
        write_table(document, table, workbook.add_worksheet(), &formats)?;
    }
    notes(document, workbook.add_worksheet(), &formats)?;
    Ok(workbook.save_to_buffer()?)
}

/// Properties of a workbook made on a date: the clock is not asked, so that the same report gives the same bytes.
pub(super) fn created(date: Date) -> Result<DocProperties, ReportError> {
    let year = u16::try_from(date.year()).unwrap_or(1900);
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    let created = ExcelDateTime::from_ymd(year, month, day)?;
    Ok(DocProperties::new().set_creation_datetime(&created))
}

pub(super) struct Formats {
    pub title: Format,
    pub header: Format,
    pub text: Format,
    bold: Format,
    wrap: Format,
    pub quiet: Format,
}

impl Formats {
    pub fn new() -> Self {
        let plain = Format::new().set_align(FormatAlign::Top);
        Self {
            title: Format::new().set_bold().set_font_size(14),
            header: plain
                .clone()
                .set_bold()
                .set_text_wrap()
                .set_border_bottom(FormatBorder::Thin),
            text: plain.clone(),
            bold: plain.clone().set_bold(),
            wrap: plain.clone().set_text_wrap(),
            quiet: plain.set_italic().set_font_color(0x5A_6775),
        }
    }

    pub fn number(kind: ColumnKind, row: RowKind) -> Format {
        let pattern = |decimals: u8, unit: &str| match decimals {
            0 => format!("#,##0{unit}"),
            d => format!("#,##0.{}{unit}", "0".repeat(usize::from(d))),
        };
        let pattern = match kind {
            ColumnKind::Text | ColumnKind::Hash | ColumnKind::General => "General".to_owned(),
            ColumnKind::Year => "0".to_owned(),
            ColumnKind::Number(d) | ColumnKind::Range(d) => pattern(d, ""),
            ColumnKind::Share(d) | ColumnKind::ShareRange(d) => pattern(d, "%"),
        };
        let format = Format::new().set_align(FormatAlign::Top).set_num_format(pattern);
        if row == RowKind::Total {
            format.set_bold()
        } else {
            format
        }
    }
}

/// The first sheet: the title, the mark and the key figures.
fn essentials(document: &Document, sheet: &mut Worksheet, formats: &Formats) -> Result<(), ReportError> {
    let lang = document.lang;
    sheet.set_name(sheet_name(lang, "essentials"))?;
    sheet.set_column_width(0, 46)?;
    sheet.set_column_width(4, 90)?;
    sheet.write_string_with_format(0, 0, document.title.text(lang), &formats.title)?;
    sheet.write_string_with_format(1, 0, subtitle(document), &formats.quiet)?;
    let ends = ["report-end-low", "report-end-central", "report-end-high"];
    for (column, end) in (1..).zip(ends) {
        sheet.write_string_with_format(3, column, text(lang, end), &formats.header)?;
    }
    let figures = document.blocks().filter_map(|block| match block {
        Block::KeyFigures(figures) => Some(figures),
        _ => None,
    });
    for (row, figure) in (4..).zip(figures.flatten()) {
        let kind = match figure.value {
            super::super::document::Cell::ShareRange(_) => ColumnKind::ShareRange(1),
            _ => ColumnKind::Range(0),
        };
        let column = super::super::document::Column {
            header: figure.label.clone(),
            unit: None,
            kind,
            weight: 1,
        };
        sheet.write_string_with_format(row, 0, figure.label.text(lang), &formats.text)?;
        let values = cells(lang, std::slice::from_ref(&column), std::slice::from_ref(&figure.value));
        for (at, value) in (1..).zip(&values) {
            write_cell(
                sheet,
                (row, at),
                value,
                &Formats::number(kind, RowKind::Body),
                &formats.text,
            )?;
        }
        sheet.write_string_with_format(row, 4, figure.note.text(lang), &formats.wrap)?;
    }
    Ok(())
}

/// Title, headers, lines, footer; headers and first column stay in sight.
fn write_table(
    document: &Document,
    table: &Table,
    sheet: &mut Worksheet,
    formats: &Formats,
) -> Result<(), ReportError> {
    const HEADER_ROW: u32 = 3;
    let lang = document.lang;
    let headers = headers(lang, table);
    sheet.set_name(sheet_name(lang, table.id))?;
    sheet.write_string_with_format(0, 0, table.title.text(lang), &formats.title)?;
    sheet.write_string_with_format(1, 0, subtitle(document), &formats.quiet)?;
    for (column, header) in (0..).zip(&headers) {
        sheet.set_column_width(column, width(header))?;
        sheet.write_string_with_format(HEADER_ROW, column, &header.text, &formats.header)?;
    }
    sheet.set_freeze_panes(HEADER_ROW + 1, 1)?;
    let mut at = HEADER_ROW + 1;
    for row in &table.rows {
        let words = if row.kind == RowKind::Total {
            &formats.bold
        } else {
            &formats.text
        };
        let plain = cells(lang, &table.columns, &row.cells);
        for ((column, value), header) in (0..).zip(&plain).zip(&headers) {
            write_cell(
                sheet,
                (at, column),
                value,
                &Formats::number(header.kind, row.kind),
                words,
            )?;
        }
        at += 1;
    }
    for line in footer(lang, &table.footer) {
        at += 1;
        sheet.write_string_with_format(at, 0, line, &formats.quiet)?;
    }
    Ok(())
}

/// `write_string` never makes a formula, whatever the first character.
pub(super) fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: &Plain,
    number: &Format,
    words: &Format,
) -> Result<(), ReportError> {
    match value {
        Plain::Empty => {}
        Plain::Text(text) => {
            sheet.write_string_with_format(row, column, text, words)?;
        }
        Plain::Number(value) => {
            sheet.write_number_with_format(row, column, *value, number)?;
        }
    }
    Ok(())
}

/// The last sheet: every sentence of the report, section by section.
fn notes(document: &Document, sheet: &mut Worksheet, formats: &Formats) -> Result<(), ReportError> {
    let lang = document.lang;
    sheet.set_name(sheet_name(lang, "notes"))?;
    sheet.set_column_width(0, 34)?;
    sheet.set_column_width(1, 110)?;
    let mut at = 0;
    for section in &document.sections {
        sheet.write_string_with_format(at, 0, section.title.text(lang), &formats.title)?;
        at += 1;
        for [term, sentence] in section.blocks.iter().flat_map(|block| sentences(lang, block)) {
            sheet.write_string_with_format(at, 0, term, &formats.bold)?;
            sheet.write_string_with_format(at, 1, sentence, &formats.wrap)?;
            at += 1;
        }
        at += 1;
    }
    Ok(())
}

fn sentences(lang: Lang, block: &Block) -> Vec<[String; 2]> {
    match block {
        Block::Paragraph(message) => vec![[String::new(), message.text(lang)]],
        Block::Subtitle(message) => vec![[message.text(lang), String::new()]],
        Block::List(items) => items.iter().map(|item| [String::new(), item.text(lang)]).collect(),
        Block::Terms(items) => items.iter().map(|(a, b)| [a.text(lang), b.text(lang)]).collect(),
        Block::Chart(chart) => vec![[chart.title.text(lang), chart.alt.text(lang)]],
        Block::KeyFigures(items) => {
            let line = |figure: &super::super::document::KeyFigure| {
                let words = words::standalone(lang, &figure.value);
                let range = words.range.map(|range| format!(" ({range})")).unwrap_or_default();
                [figure.label.text(lang), format!("{}{range}", words.main)]
            };
            items.iter().map(line).collect()
        }
        Block::Table(_) => Vec::new(),
    }
}

fn subtitle(document: &Document) -> String {
    let subtitle = document.subtitle.text(document.lang);
    match &document.mark {
        Some(mark) => format!("{subtitle} · {}", mark.text(document.lang)),
        None => subtitle,
    }
}

fn footer(lang: Lang, footer: &Footer) -> Vec<String> {
    let line = |word: &str, message: &crate::i18n::Message| {
        crate::i18n::Message::new("report-footer-line")
            .with("word", text(lang, word))
            .with("text", message.clone())
            .text(lang)
    };
    let mut lines = vec![
        line("report-word-source", &footer.source),
        line("report-word-field", &footer.field),
    ];
    lines.extend(
        footer
            .reading
            .as_ref()
            .map(|reading| line("report-word-reading", reading)),
    );
    lines.extend(footer.remark.as_ref().map(|remark| remark.text(lang)));
    lines
}

fn sheet_name(lang: Lang, id: &str) -> String {
    text(lang, &format!("report-sheet-{id}"))
        .chars()
        .take(SHEET_NAME)
        .collect()
}

pub(super) fn width(header: &Header) -> f64 {
    match header.kind {
        ColumnKind::Text => 40.0,
        ColumnKind::Hash => 68.0,
        _ => 14.0,
    }
}

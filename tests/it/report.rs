//! The report: what it says, what it keeps secret, and that each format says the same.

mod board;
mod charts;
mod findings;
mod flows;
mod lens;
mod plan;
mod sample;
mod skills;

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use releve::domain::units::Milli;
use releve::i18n::{Lang, Message, people, range};
use releve::report::document::{Block, Cell, ColumnKind, Document, Row, RowKind, Table};
use releve::report::{csv, pdf, xlsx};
use sample::{declare, hide, sample, written};

/// Every sentence and cell of a document, as a reader of the workbook's notes and tables meets them.
fn sentences(document: &Document) -> Vec<String> {
    let mut all = vec![&document.title, &document.subtitle];
    all.extend(&document.mark);
    for section in &document.sections {
        all.push(&section.title);
    }
    for block in document.blocks() {
        match block {
            Block::Paragraph(message) | Block::Subtitle(message) => all.push(message),
            Block::List(items) => all.extend(items),
            Block::Terms(items) => all.extend(items.iter().flat_map(|(a, b)| [a, b])),
            Block::KeyFigures(items) => all.extend(items.iter().flat_map(|item| [&item.label, &item.note])),
            Block::Table(table) => all.extend(of_table(table)),
            Block::Chart(chart) => {
                all.extend([
                    &chart.title,
                    &chart.alt,
                    &chart.unit,
                    &chart.footer.source,
                    &chart.footer.field,
                ]);
                all.extend(&chart.footer.reading);
            }
        }
    }
    all.into_iter().map(|message| message.text(document.lang)).collect()
}

fn of_table(table: &Table) -> Vec<&Message> {
    let mut all = vec![&table.title, &table.footer.source, &table.footer.field];
    all.extend(&table.footer.reading);
    all.extend(&table.footer.remark);
    for column in &table.columns {
        all.push(&column.header);
        all.extend(&column.unit);
    }
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    all.extend(cells.filter_map(|cell| match cell {
        Cell::Message(message) => Some(message),
        _ => None,
    }));
    all
}

fn table<'a>(document: &'a Document, id: &str) -> &'a Table {
    document.table(id).unwrap_or_else(|| panic!("no table {id}"))
}

/// The cell of a row chosen by its first cell, in the column of a header key.
fn cell<'a>(table: &'a Table, row: &str, header: &str) -> &'a Cell {
    let column = table.columns.iter().position(|c| c.header.key == header).expect(header);
    let named = |cells: &[Cell]| match &cells[0] {
        Cell::Text(name) => name == row,
        Cell::Message(label) => label.text(Lang::Fr) == format!("{row} †"),
        _ => false,
    };
    let row = table
        .rows
        .iter()
        .find(|r| named(&r.cells))
        .unwrap_or_else(|| panic!("no line {row}"));
    &row.cells[column]
}

#[test]
fn both_languages_have_words_for_everything() {
    let (facts, gap) = sample(3, 6);
    for lang in Lang::ALL {
        let document = written(&facts, &gap, lang);
        for sentence in sentences(&document) {
            assert!(
                !sentence.contains("report-") && !sentence.contains("{$"),
                "{lang:?}: {sentence}"
            );
            assert!(!sentence.trim().is_empty(), "{lang:?}: an empty sentence");
        }
    }
}

#[test]
fn the_essentials_say_the_total_and_the_largest_shortages() {
    let (facts, gap) = sample(3, 6);
    let document = written(&facts, &gap, Lang::Fr);
    let text = sentences(&document).join("\n");
    let total = gap.total();
    assert!(
        text.contains(&format!(
            "le besoin est de {} nouveaux sortants",
            range(Lang::Fr, total.need)
        )),
        "{text}"
    );
    let largest = gap
        .cells
        .iter()
        .max_by_key(|cell| cell.figures.unfilled.central)
        .expect("cells");
    let (basin, occupation) = sample::names(&facts, &largest.basin, &largest.fap);
    let said = format!(
        "{occupation}, bassin «\u{a0}{basin}\u{a0}»\u{a0}: {} postes non pourvus",
        range(Lang::Fr, largest.figures.unfilled)
    );
    assert!(text.contains(&said.replace('\'', "’")), "{said}\n{text}");
    assert!(text.contains("démonstration – valeurs simulées"));
    assert!(text.contains("établi le 23/11/2026"));
}

#[test]
fn tables_by_occupation_and_basin_carry_the_same_total() {
    let (facts, gap) = sample(4, 12);
    let document = written(&facts, &gap, Lang::Fr);
    for id in ["gap-occupation", "gap-basin", "gap-department", "gap-skill"] {
        let table = table(&document, id);
        let last = table.rows.last().expect("total");
        assert_eq!(last.cells[1], Cell::Estimate(gap.total().need), "{id}");
        let sum: Milli = table.rows[..table.rows.len() - 1]
            .iter()
            .map(|row| match &row.cells[1] {
                Cell::Estimate(e) | Cell::Flagged(e) => e.central,
                other => panic!("{id}: {other:?}"),
            })
            .sum();
        assert_eq!(sum, gap.total().need.central, "{id}");
    }
}

#[test]
fn a_star_is_never_printed_as_zero_nor_as_a_point() {
    let (mut facts, mut gap) = sample(1, 4);
    for i in 0..gap.cells.len() {
        hide(&mut facts, &mut gap, i);
    }
    let document = written(&facts, &gap, Lang::Fr);
    let need = table(&document, "need-occupation");
    for row in &need.rows {
        for (column, printed) in need
            .columns
            .iter()
            .zip(&row.cells)
            .filter(|(c, _)| c.kind != ColumnKind::Text)
        {
            match (column.header.key.as_ref(), printed) {
                (
                    "report-column-projects" | "report-column-difficult" | "report-column-seasonal",
                    Cell::SecretWithin(e),
                ) => {
                    assert!(e.low < e.high);
                }
                ("report-column-declared", Cell::Number(posts)) => assert_eq!(*posts, 0.0, "nothing was declared"),
                (_, Cell::Flagged(e)) => assert!(e.low < e.high),
                (_, Cell::Estimate(e)) => assert!(e.low < e.high || *e == Default::default(), "{column:?} {e:?}"),
                other => panic!("{other:?}"),
            }
        }
    }
    let sheet = csv(Lang::Fr, need).expect("csv");
    let text = String::from_utf8(sheet).expect("UTF-8");
    let line = text.lines().nth(1).expect("first line");
    assert!(line.contains(";1;s;4;0;s;4;0;s;4;"), "{line}");
}

#[test]
fn fewer_than_three_employers_are_never_told() {
    let (mut facts, mut gap) = sample(3, 6);
    let quiet = 0;
    let open = gap.cells.len() - 1;
    declare(&mut facts, &mut gap, quiet, 400, 2);
    declare(&mut facts, &mut gap, open, 500, 4);
    let document = written(&facts, &gap, Lang::Fr);
    let (basin, occupation) = sample::names(&facts, &gap.cells[quiet].basin, &gap.cells[quiet].fap);
    let occupation = occupation.replace('\'', "’");
    let declared = cell(
        table(&document, "need-occupation"),
        &occupation,
        "report-column-declared",
    );
    assert_eq!(declared, &Cell::Withheld);
    for (id, name) in [("gap-basin", &basin), ("gap-occupation", &occupation)] {
        let table = table(&document, id);
        for header in [
            "report-column-need",
            "report-column-filled",
            "report-column-unfilled",
            "report-column-coverage",
        ] {
            assert_eq!(cell(table, name, header), &Cell::Withheld, "{id} {header}");
        }
        let withheld = table
            .rows
            .iter()
            .filter(|row| row.cells.contains(&Cell::Withheld))
            .count();
        assert!(withheld >= 2, "{id}: the total would give the only withheld line back");
    }
    assert!(document.table("gap-department").is_none() && document.table("gap-skill").is_none());
    let domains = &table(&document, "need-domain").rows;
    assert!(
        domains
            .iter()
            .filter(|row| row.kind == RowKind::Body)
            .all(|row| row.cells[5] == Cell::Withheld)
    );
    let text = sentences(&document).join("\n");
    for told in [people(Lang::Fr, Milli::whole(800)), "800".to_owned()] {
        assert!(!text.contains(&told), "two employers declared {told}");
    }
    let largest = table(&document, "gap-cell");
    let named =
        |row: &Row| format!("{:?}", row.cells[0]).contains(&basin) && row.cells[1] == Cell::Text(occupation.clone());
    assert!(
        !largest.rows.iter().any(named),
        "the cell of two employers is not among the largest"
    );
}

#[test]
fn the_pdf_is_accessible_and_the_same_twice() {
    let (facts, mut gap) = sample(2, 4);
    gap.territory.name = "#import \"x\": * $a$ *gras* _it_ @ref <label> `code` \\ 漢😀 #pagebreak()".to_owned();
    let document = written(&facts, &gap, Lang::Fr);
    let first = pdf(&document).expect("PDF/UA-1");
    assert_eq!(first, pdf(&document).expect("again"), "same document, same bytes");
    assert!(first.starts_with(b"%PDF"));
    for mark in [&b"StructTreeRoot"[..], b"pdfuaid", b"/Lang"] {
        assert!(
            first.windows(mark.len()).any(|window| window == mark),
            "{}",
            String::from_utf8_lossy(mark)
        );
    }
    let title = first.windows(7).any(|window| window == b"#import");
    assert!(title, "the hostile name is printed as it is written");
}

#[test]
fn a_territory_without_data_still_makes_a_report() {
    let (mut facts, mut gap) = sample(1, 1);
    (facts.survey, facts.sources) = (Vec::new(), Vec::new());
    (gap.cells, gap.supplies, gap.proofs, gap.notes) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    (gap.funnel, gap.assumed_share, gap.survey_year) = (Default::default(), 0.0, None);
    let document = written(&facts, &gap, Lang::En);
    assert!(
        !document.blocks().any(Block::is_empty),
        "no empty chart, no empty table"
    );
    assert!(pdf(&document).expect("PDF/UA-1").starts_with(b"%PDF"));
    assert!(xlsx(&document).is_ok());
    assert!(
        sentences(&document)
            .iter()
            .any(|s| s.starts_with("No occupation of any basin lacks leavers"))
    );
}

#[test]
fn the_workbook_holds_the_numbers_of_the_document() {
    let (facts, gap) = sample(3, 6);
    let document = written(&facts, &gap, Lang::Fr);
    let bytes = xlsx(&document).expect("workbook");
    assert_eq!(bytes, xlsx(&document).expect("again"), "same document, same bytes");
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("workbook");
    let tables = document.tables().count();
    assert_eq!(workbook.sheet_names().len(), tables + 2, "{:?}", workbook.sheet_names());
    for sheet in ["Sources", "Notes"] {
        assert!(workbook.sheet_names().iter().any(|name| name == sheet), "{sheet}");
    }
    let read = workbook.worksheet_range("Écarts par bassin").expect("sheet");
    let expected = table(&document, "gap-basin");
    for (i, row) in expected.rows.iter().enumerate() {
        let Cell::Estimate(need) = &row.cells[1] else {
            panic!("{row:?}")
        };
        for (column, value) in (1..).zip([need.low, need.central, need.high]) {
            let at = (4 + u32::try_from(i).expect("few"), column);
            let Some(Data::Float(found)) = read.get_value(at) else {
                panic!("{at:?}: {:?}", read.get_value(at))
            };
            assert!((found - value.people()).abs() < 1e-9, "{at:?}: {found} for {value:?}");
        }
    }
}

#[test]
fn hostile_names_stay_texts_in_every_sheet() {
    let (mut facts, mut gap) = sample(2, 4);
    facts.sources[0].file = "=HYPERLINK(\"http://x\",\"y\")".to_owned();
    facts.sources[1].file = "@SUM(A1).csv".to_owned();
    gap.territory.name = "+cmd|' /C calc'!A0".to_owned();
    let document = written(&facts, &gap, Lang::En);
    let sources = table(&document, "sources");
    let text = String::from_utf8(csv(Lang::En, sources).expect("csv")).expect("UTF-8");
    assert!(text.starts_with('\u{feff}'));
    assert!(text.contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""), "{text}");
    assert!(text.contains("\n'@SUM(A1).csv,"), "{text}");
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(xlsx(&document).expect("workbook"))).expect("workbook");
    for name in workbook.sheet_names() {
        let formulas = workbook.worksheet_formula(&name).expect("sheet");
        assert!(formulas.used_cells().next().is_none(), "{name} holds a formula");
    }
    let read = workbook.worksheet_range("Sources").expect("sheet");
    assert_eq!(
        read.get_value((4, 0)),
        Some(&Data::String(facts.sources[0].file.clone()))
    );
}

#[test]
fn no_header_of_a_table_starts_like_a_formula() {
    let (facts, gap) = sample(2, 4);
    for lang in Lang::ALL {
        for table in written(&facts, &gap, lang).tables() {
            let text = String::from_utf8(csv(lang, table).expect("csv")).expect("UTF-8");
            let headers = text.lines().next().expect("headers").trim_start_matches('\u{feff}');
            let guarded = |header: &str| header.trim_start_matches('"').starts_with('\'');
            assert!(!headers.split([';', ',']).any(guarded), "{}: {headers}", table.id);
        }
    }
}

//! Affelnet « attractivité et capacité »: seats and first wishes of CAP and bac pro by school and MEFSTAT11.

use super::error::ImportError;
use super::known::Known;
use super::layout::{Layout, Shape};
use super::sections::{Repeats, Seats, Sections};
use super::sink::{Fate, Refused, Sink};
use super::table::{Column, Row, Table};
use super::value::fold;
use crate::domain::id::{Mefstat11, Uai};
use crate::domain::mefstat;
use crate::domain::programme::Route;
use crate::domain::source::SourceId;
use crate::domain::supply::{Section, Wishes};
use crate::i18n::Message;

/// Extracts prepared by Orion (2021 to 2023) and the full export of Affelnet (2025).
pub static LAYOUT: Layout = Layout {
    name: "voc_capacity",
    label: "layout-voc-capacity",
    producer: "Orion (Inserjeunes, DGESCO) d’après Affelnet",
    licence: "droit de rediffusion à confirmer",
    shape: Shape::Table,
    columns: &[
        &["etablissement d'accueil"],
        &["mef stat 11"],
        &["statut offre de formation"],
        &["capacite carte scolaire"],
        &["demandes voeux 1"],
    ],
    without: &[],
    read_rows,
};

struct Columns {
    uai: Column,
    mefstat: Column,
    label: Column,
    status: Column,
    seats: Column,
    wishes: Column,
}

/// Rows set aside, by rule.
#[derive(Default)]
struct Aside {
    common: u64,
    no_diploma: u64,
}

fn read_rows(table: &mut Table<'_>, _: &Known, sink: &mut Sink<'_>) -> Result<(), ImportError> {
    let Some(session) = sink.year_of_name() else {
        return Err(ImportError::MissingYear {
            file: sink.file().to_owned(),
        });
    };
    sink.set_vintage(session.to_string());
    sink.note(Message::new("import-note-year-of-name").with("year", session.to_string()));
    let columns = Columns {
        uai: table.column(&["etablissement d'accueil"]),
        mefstat: table.column(&["mef stat 11"]),
        label: table.column(&["libelle du mef national de rattachement"]),
        status: table.column(&["statut offre de formation"]),
        seats: table.column(&["capacite carte scolaire"]),
        wishes: table.column(&["demandes voeux 1"]),
    };
    let mut sections = Sections::new(Repeats::Lists);
    let mut aside = Aside::default();
    table.each_row(sink, |row, sink| {
        match read_row(row, &columns, session, &mut aside, sink)? {
            Some(section) => Ok(sections.add(section, row, columns.seats, sink)),
            None => Ok(Fate::Ignored),
        }
    })?;
    let notes = [
        ("import-note-common-seconde", aside.common),
        ("import-note-no-diploma", aside.no_diploma),
        ("import-note-other-year", sections.other_years()),
    ];
    for (key, rows) in notes.into_iter().filter(|(_, rows)| *rows > 0) {
        sink.note(Message::new(key).with("n", rows));
    }
    Ok(())
}

/// A section, or nothing for a common seconde or a course outside the field.
fn read_row(
    row: &Row<'_>,
    columns: &Columns,
    session: u16,
    aside: &mut Aside,
    sink: &mut Sink<'_>,
) -> Result<Option<Section>, Refused> {
    let uai = row.code(columns.uai, sink, Uai::parse)?;
    let mefstat = row.code(columns.mefstat, sink, Mefstat11::parse)?;
    let route = route(row, columns.status, sink)?;
    let declared = row.whole(columns.seats, sink)?;
    let wishes = row.whole(columns.wishes, sink)?;
    if mefstat::is_common_seconde(&mefstat) {
        aside.common += 1;
        return Ok(None);
    }
    let Some(cfd) = mefstat::diploma(&mefstat) else {
        aside.no_diploma += 1;
        return Ok(None);
    };
    let Seats { seats, placeholder } = Seats::declared(declared, None);
    Ok(Some(Section {
        uai,
        cfd: Some(cfd),
        year_of_study: Some(mefstat.year_of_study()),
        mefstat: Some(mefstat),
        label: row.text(columns.label).to_owned(),
        route,
        session,
        seats,
        entrants: None,
        wishes: wishes.map(Wishes::First),
        final_year: None,
        position: None,
        placeholder_seats: placeholder,
        row: row.number(),
        source: SourceId::default(),
    }))
}

/// `ST` is the school status, `AP` apprenticeship; an empty cell is the school status, Affelnet's own field.
fn route(row: &Row<'_>, column: Column, sink: &mut Sink<'_>) -> Result<Route, Refused> {
    match fold(row.text(column)).as_str() {
        "" | "st" => Ok(Route::School),
        "ap" => Ok(Route::Apprenticeship),
        _ => {
            let reason = Message::new("import-unknown-route");
            Err(sink.refuse(row, column, reason, Message::new("import-fix-route")))
        }
    }
}

//! Orion « BTS attractivité et capacité »: seats and wishes of Parcoursup by school, diploma and route.

use super::error::ImportError;
use super::known::Known;
use super::layout::{Layout, Shape};
use super::sections::{Repeats, Seats, Sections};
use super::sink::{Fate, Refused, Sink};
use super::table::{Column, Row, Table};
use super::value::fold;
use crate::domain::id::{Cfd, Mefstat11, Uai};
use crate::domain::mefstat;
use crate::domain::programme::Route;
use crate::domain::source::SourceId;
use crate::domain::supply::{Section, Wishes};
use crate::i18n::Message;

/// The vintages 2021 to 2025; the older ones repeat the diploma as a CFD, a rectified CFD and an older MEFSTAT11.
pub static LAYOUT: Layout = Layout {
    name: "bts_capacity",
    label: "layout-bts-capacity",
    producer: "Orion (Inserjeunes, DGESCO) d’après Parcoursup",
    licence: "droit de rediffusion à confirmer",
    shape: Shape::Table,
    columns: &[
        &["uai"],
        &["mefstat11"],
        &["statut"],
        &["capacitepsup"],
        &["nb_voeux_confirmes"],
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
    cfd: Column,
}

fn read_rows(table: &mut Table<'_>, _: &Known, sink: &mut Sink<'_>) -> Result<(), ImportError> {
    let Some(session) = sink.year_of_name() else {
        return Err(ImportError::MissingYear {
            file: sink.file().to_owned(),
        });
    };
    sink.set_vintage(session.to_string());
    sink.note(Message::new("import-note-year-of-name").with("year", session.to_string()));
    sink.note(Message::new("import-note-declared-seats"));
    let columns = Columns {
        uai: table.column(&["uai"]),
        mefstat: table.column(&["mefstat11"]),
        label: table.column(&["libelleformation"]),
        status: table.column(&["statut"]),
        seats: table.column(&["capacitepsup"]),
        wishes: table.column(&["nb_voeux_confirmes"]),
        cfd: table.column(&["cfd rectifie", "cfd"]),
    };
    let mut sections = Sections::new(Repeats::Groups);
    let mut no_diploma = 0_u64;
    let mut other_cfd = 0_u64;
    table.each_row(sink, |row, sink| {
        let Some(section) = read_row(row, &columns, session, sink)? else {
            no_diploma += 1;
            return Ok(Fate::Ignored);
        };
        let printed = Cfd::parse(row.text(columns.cfd)).ok();
        if printed.is_some() && printed != section.cfd {
            other_cfd += 1;
        }
        Ok(sections.add(section, row, columns.seats, sink))
    })?;
    if no_diploma > 0 {
        sink.note(Message::new("import-note-no-diploma").with("n", no_diploma));
    }
    if other_cfd > 0 {
        sink.note(Message::new("import-note-other-cfd").with("n", other_cfd));
    }
    Ok(())
}

/// A section, or nothing for a course that leads to no diploma (FCIL).
fn read_row(row: &Row<'_>, columns: &Columns, session: u16, sink: &mut Sink<'_>) -> Result<Option<Section>, Refused> {
    let uai = row.code(columns.uai, sink, Uai::parse)?;
    let mefstat = row.code(columns.mefstat, sink, Mefstat11::parse)?;
    let route = route(row, columns.status, sink)?;
    let declared = row.whole(columns.seats, sink)?;
    let wishes = row.whole(columns.wishes, sink)?;
    let Some(cfd) = mefstat::diploma(&mefstat) else {
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
        wishes: wishes.map(Wishes::Unranked),
        final_year: None,
        position: None,
        placeholder_seats: placeholder,
        row: row.number(),
        source: SourceId::default(),
    }))
}

fn route(row: &Row<'_>, column: Column, sink: &mut Sink<'_>) -> Result<Route, Refused> {
    match fold(row.required_text(column, sink)?).as_str() {
        "scolaire" => Ok(Route::School),
        "apprentissage" => Ok(Route::Apprenticeship),
        _ => {
            let reason = Message::new("import-unknown-route");
            Err(sink.refuse(row, column, reason, Message::new("import-fix-route")))
        }
    }
}

//! Parcoursup « vœux de poursuite d'études et de réorientation »: BTS, DUT and BUT by school and speciality.

use super::error::ImportError;
use super::known::Known;
use super::layout::{Layout, Shape};
use super::place::{self, Schools};
use super::sections::{Repeats, Seats, Sections};
use super::sink::{Fate, Refused, Sink};
use super::table::{Column, Row, Table};
use super::value::fold;
use crate::domain::id::Uai;
use crate::domain::programme::{Diploma, Route};
use crate::domain::source::SourceId;
use crate::domain::supply::{Section, Wishes};
use crate::i18n::Message;

/// Sessions 2018 to 2025, with the published French labels or the field names of the ministry's interface;
/// the file of apprenticeships has the same columns without admissions.
pub static LAYOUT: Layout = Layout {
    name: "parcoursup",
    label: "layout-parcoursup",
    producer: "Ministère de l’Enseignement supérieur (MESR-SIES), Parcoursup",
    licence: "Licence Ouverte 2.0",
    shape: Shape::Table,
    columns: &[&["session"], UAI, FAMILY, SEATS, WISHES],
    without: &[],
    read_rows,
};

const UAI: &[&str] = &["code uai de l'etablissement", "cod_uai", "code_uai"];
const FAMILY: &[&str] = &["filiere de formation tres agregee", "fili"];
const SEATS: &[&str] = &["capacite de l'etablissement par formation", "capa_fin"];
const WISHES: &[&str] = &[
    "effectif total des candidats pour une formation",
    "effectif total des candidats pour la formation",
    "voe_tot",
];
const ADMITTED: &[&str] = &[
    "effectif total des candidats ayant accepte la proposition de l'etablissement (admis)",
    "acc_tot",
];
/// The speciality alone. Before 2021 its name is « détaillée », which later headers give to a longer label; the header
/// of 2020 has both under that name, the speciality last.
const SPECIALITY: &[&str] = &["fil_lib_voe_acc", "filiere de formation detaillee bis"];
const SPECIALITY_BEFORE_2021: &[&str] = &["filiere de formation detaillee"];
/// Longer labels, where the words « en apprentissage » may stand; two columns share a name since 2020.
const LONG_LABELS: &[&str] = &[
    "filiere de formation",
    "filiere de formation detaillee",
    "filiere de formation tres detaillee",
    "lib_for_voe_ins",
    "lib_comp_voe_ins",
    "form_lib_voe_acc",
    "detail_forma",
];
/// Only the file of apprenticeships counts wishes waiting for a contract.
const CONTRACT_SEARCH: &[&str] = &[
    "nb_rech_con",
    "nombre de voeux places en « recherche de contrat » par la formation",
    "nombre de de voeux places en « recherche de contrat » par la formation",
];

struct Columns {
    session: Column,
    uai: Column,
    name: Column,
    family: Column,
    speciality: Column,
    long_labels: Vec<Column>,
    position: Column,
    seats: Column,
    wishes: Column,
    admitted: Column,
    whole_file: Option<Route>,
}

fn read_rows(table: &mut Table<'_>, known: &Known, sink: &mut Sink<'_>) -> Result<(), ImportError> {
    let columns = columns(table);
    let mut sections = Sections::new(Repeats::Groups);
    let mut schools = Schools::default();
    let mut tally = Tally::default();
    table.each_row(sink, |row, sink| {
        let Some(kind) = kind(row.text(columns.family)) else {
            tally.other_families += 1;
            return Ok(Fate::Ignored);
        };
        let section = read_row(row, &columns, kind, known, sink)?;
        tally.sessions.insert(section.session);
        tally.without_code += u64::from(section.cfd.is_none());
        schools.meet(&section.uai, row.text(columns.name), section.position, sink);
        Ok(sections.add(section, row, columns.seats, sink))
    })?;
    tally.tell(sink);
    Ok(())
}

fn columns(table: &Table<'_>) -> Columns {
    let speciality = table.column(SPECIALITY);
    let before_2021 = || table.columns(SPECIALITY_BEFORE_2021).last().copied();
    Columns {
        session: table.column(&["session"]),
        uai: table.column(UAI),
        name: table.column(&["etablissement", "g_ea_lib_vx"]),
        family: table.column(FAMILY),
        speciality: match before_2021() {
            Some(last) if !speciality.exists() => last,
            _ => speciality,
        },
        long_labels: table.columns(LONG_LABELS),
        position: table.column(&["coordonnees gps de la formation", "g_olocalisation_des_formations"]),
        seats: table.column(SEATS),
        wishes: table.column(WISHES),
        admitted: table.column(ADMITTED),
        whole_file: table.column(CONTRACT_SEARCH).exists().then_some(Route::Apprenticeship),
    }
}

/// What the notes of the file say.
#[derive(Default)]
struct Tally {
    other_families: u64,
    without_code: u64,
    sessions: std::collections::BTreeSet<u16>,
}

impl Tally {
    fn tell(&self, sink: &mut Sink<'_>) {
        if let (Some(first), Some(last)) = (self.sessions.first(), self.sessions.last()) {
            let vintage = if first == last {
                first.to_string()
            } else {
                format!("{first}–{last}")
            };
            sink.set_vintage(vintage);
        }
        if self.other_families > 0 {
            sink.note(Message::new("import-note-other-families").with("n", self.other_families));
        }
        if self.without_code > 0 {
            sink.note(Message::new("import-note-label-only").with("n", self.without_code));
        }
    }
}

fn kind(family: &str) -> Option<Diploma> {
    match fold(family).as_str() {
        "bts" | "btsa" => Some(Diploma::Bts),
        "dut" => Some(Diploma::Dut),
        "but" => Some(Diploma::But),
        _ => None,
    }
}

fn read_row(
    row: &Row<'_>,
    columns: &Columns,
    kind: Diploma,
    known: &Known,
    sink: &mut Sink<'_>,
) -> Result<Section, Refused> {
    let session = row.year(columns.session, sink)?;
    let uai = row.code(columns.uai, sink, Uai::parse)?;
    let written = row.required_text(columns.speciality, sink)?;
    let declared = row.whole(columns.seats, sink)?;
    let wishes = row.whole(columns.wishes, sink)?;
    let entrants = row.whole(columns.admitted, sink)?;
    let position = place::pair(row, columns.position, uai.department().as_ref(), sink);
    let speciality = speciality(written, kind);
    let Seats { seats, placeholder } = Seats::declared(declared, entrants);
    Ok(Section {
        uai,
        cfd: known.diploma_of_label(kind, speciality).cloned(),
        mefstat: None,
        label: format!("{} - {speciality}", kind.as_str()),
        route: columns.whole_file.unwrap_or_else(|| route(row, columns)),
        session,
        year_of_study: Some(1),
        seats,
        entrants,
        wishes: wishes.map(Wishes::Unranked),
        final_year: None,
        position,
        placeholder_seats: placeholder,
        row: row.number(),
        source: SourceId::default(),
    })
}

const APPRENTICESHIP: &str = "en apprentissage";

/// Apprenticeship is told by the words « en apprentissage » in a label.
fn route(row: &Row<'_>, columns: &Columns) -> Route {
    let mut labels = columns.long_labels.iter().chain([&columns.speciality]);
    if labels.any(|column| fold(row.text(*column)).contains(APPRENTICESHIP)) {
        Route::Apprenticeship
    } else {
        Route::School
    }
}

/// The speciality without its route and without the kind of diploma some headers put before it (`BTS - Production - …`).
fn speciality(written: &str, kind: Diploma) -> &str {
    let plain = written.trim_end();
    let plain = match plain.len().checked_sub(APPRENTICESHIP.len()) {
        Some(cut)
            if plain
                .get(cut..)
                .is_some_and(|end| end.eq_ignore_ascii_case(APPRENTICESHIP)) =>
        {
            plain[..cut].trim_end_matches([' ', '-'])
        }
        _ => plain,
    };
    let mut parts = plain.splitn(3, " - ");
    match (parts.next(), parts.next(), parts.next()) {
        (Some(first), Some(_), Some(rest)) if first.starts_with(kind.as_str()) => rest,
        (Some(first), Some(rest), None) if first.starts_with(kind.as_str()) => rest,
        _ => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_speciality_is_freed_of_kind_and_route() {
        let check = |text: &str, kind, expected: &str| assert_eq!(speciality(text, kind), expected);
        check("Electrotechnique - en apprentissage", Diploma::Bts, "Electrotechnique");
        check("BTS - Production - Electrotechnique", Diploma::Bts, "Electrotechnique");
        check("BUT - Chimie", Diploma::But, "Chimie");
        check(
            "Génie civil - Construction durable",
            Diploma::Dut,
            "Génie civil - Construction durable",
        );
        check("Génie thermique et énergie", Diploma::Dut, "Génie thermique et énergie");
    }
}

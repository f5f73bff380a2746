//! « Déplacements observés »: how many people trained here took a post there, or none. Read for an estimate, never stored.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::bmo::refuse_basin;
use super::error::ImportError;
use super::known::Known;
use super::layout::{Layout, Shape};
use super::sink::{Fate, Refused, Sink};
use super::table::{Column, Row, Table};
use super::value::{self, fold};
use crate::domain::id::{BasinCode, Cfd, FapCode, Mefstat11, RncpCode};
use crate::domain::mefstat;
use crate::domain::mobility::{Move, Post, Training};
use crate::domain::secrecy::Count;
use crate::domain::units::{Estimate, Milli, Range};
use crate::i18n::Message;

pub static LAYOUT: Layout = Layout {
    name: "observed_moves",
    label: "layout-observed-moves",
    producer: "fichier de l'utilisateur",
    licence: "selon son producteur",
    shape: Shape::Table,
    columns: &[TRAINED_AT, TRAINING, WORKS_AT, OCCUPATION, PEOPLE],
    without: &[],
    read_rows,
};

const TRAINED_AT: &[&str] = &[
    "bassin de formation",
    "code bassin de formation",
    "code du bassin de formation",
    "bassin_formation",
    "training basin",
    "basin of training",
    "training_basin",
];
/// A programme or a level: at least one of the two columns.
const TRAINING: &[&str] = &[
    "formation",
    "code formation",
    "code formation diplome",
    "code_formation",
    "cfd",
    "mef",
    "code mef",
    "mefstat11",
    "rncp",
    "code rncp",
    "diplome",
    "programme",
    "program",
    "programme code",
    "programme_code",
    "diploma",
    "niveau",
    "niveau de formation",
    "niveau de diplome",
    "niveau_formation",
    "level",
    "training level",
    "diploma level",
    "training_level",
];
/// How many of [`TRAINING`] name a programme; the others name a level.
const PROGRAMMES: usize = 16;
const WORKS_AT: &[&str] = &[
    "bassin d'emploi",
    "bassin de travail",
    "bassin du poste",
    "code bassin d'emploi",
    "code du bassin d'emploi",
    "bassin_emploi",
    "bassin_travail",
    "work basin",
    "basin of work",
    "work_basin",
];
const OCCUPATION: &[&str] = &[
    "metier",
    "code metier",
    "code_metier",
    "fap",
    "code fap",
    "code_fap",
    "fap 2021",
    "fap2021",
    "occupation",
    "occupation code",
    "occupation_code",
];
const PEOPLE: &[&str] = &[
    "personnes",
    "nombre de personnes",
    "nb_personnes",
    "effectif",
    "effectifs",
    "nombre",
    "people",
    "number of people",
    "headcount",
    "count",
];
const YEAR: &[&str] = &["annee", "millesime", "year", "vintage"];

/// What a cell of place or occupation says of someone without a post in the field; an empty one says the same.
const WITHOUT_POST: &[&str] = &[
    "sans emploi dans le champ",
    "sans poste dans le champ",
    "sans emploi",
    "sans poste",
    "no post in the field",
    "no job in the field",
    "without a post",
    "no post",
    "no job",
];

/// People of one row beyond which a count is a mistake: more than leave training in France in a year.
const MOST_PEOPLE: i64 = 10_000_000;

struct Columns {
    trained_at: Column,
    programme: Column,
    level: Column,
    works_at: Column,
    occupation: Column,
    people: Column,
    year: Column,
}

fn read_rows(table: &mut Table<'_>, known: &Known, sink: &mut Sink<'_>) -> Result<(), ImportError> {
    let (programmes, levels) = TRAINING.split_at(PROGRAMMES);
    let columns = Columns {
        trained_at: table.column(TRAINED_AT),
        programme: table.column(programmes),
        level: table.column(levels),
        works_at: table.column(WORKS_AT),
        occupation: table.column(OCCUPATION),
        people: table.column(PEOPLE),
        year: table.column(YEAR),
    };
    let mut told: BTreeMap<(BasinCode, Training, Option<Post>), Estimate> = BTreeMap::new();
    let mut years: Option<(u16, u16)> = None;
    table.each_row(sink, |row, sink| {
        let trained_at = basin(row, columns.trained_at, known, sink)?;
        let training = training(row, &columns, known, sink)?;
        let post = post(row, &columns, known, sink)?;
        let people = people(row, columns.people, sink)?;
        if !row.text(columns.year).is_empty() {
            let year = row.year(columns.year, sink)?;
            years = Some(years.map_or((year, year), |(first, last)| (first.min(year), last.max(year))));
        }
        // Rows of one move add up: a file may have a row for each person.
        match told.entry((trained_at, training, post)) {
            Entry::Vacant(slot) => {
                slot.insert(people);
                Ok(Fate::Stored)
            }
            Entry::Occupied(mut slot) => {
                *slot.get_mut() += people;
                Ok(Fate::Merged)
            }
        }
    })?;
    match years {
        Some((first, last)) if first < last => sink.set_vintage(format!("{first}–{last}")),
        Some((only, _)) => sink.set_vintage(only.to_string()),
        None => {}
    }
    let moves = told.into_iter().map(|((basin, training, post), people)| Move {
        basin,
        training,
        post,
        people,
    });
    sink.moves = moves.collect();
    Ok(())
}

/// A basin, by code or by a name that only one bears.
fn basin(row: &Row<'_>, column: Column, known: &Known, sink: &mut Sink<'_>) -> Result<BasinCode, Refused> {
    let text = row.required_text(column, sink)?;
    if let Ok(code) = BasinCode::parse(text) {
        return match known.basin(&code) {
            Some(_) => Ok(code),
            None => Err(refuse_basin(known, &code, column, Column::ABSENT, row, sink)),
        };
    }
    let named = known.basins_named(text);
    if let [only] = named.as_slice() {
        return Ok((*only).clone());
    }
    let codes: Vec<&str> = named.iter().map(|code| code.as_str()).collect();
    let reason = if codes.is_empty() {
        Message::new("import-moves-basin")
    } else {
        Message::new("import-moves-basins").with("codes", codes.join(", "))
    };
    Err(sink.refuse(row, column, reason, Message::new("import-moves-fix-basin")))
}

/// The programme where one is written, else the level.
fn training(row: &Row<'_>, columns: &Columns, known: &Known, sink: &mut Sink<'_>) -> Result<Training, Refused> {
    if !row.text(columns.programme).is_empty() {
        return programme(row, columns.programme, known, sink);
    }
    if row.text(columns.level).is_empty() {
        let column = if columns.programme.exists() {
            columns.programme
        } else {
            columns.level
        };
        let remedy = Message::new("import-moves-fix-training");
        return Err(sink.refuse(row, column, Message::new("import-cell-empty"), remedy));
    }
    let written = fold(row.required_text(columns.level, sink)?);
    let digits = ["niveau ", "level "].iter().find_map(|word| written.strip_prefix(word));
    match value::whole(digits.unwrap_or(&written)).and_then(|level| u8::try_from(level).ok()) {
        Some(level @ 3..=6) => Ok(Training::Level(level)),
        _ => {
            let reason = Message::new("import-moves-level");
            Err(sink.refuse(row, columns.level, reason, Message::new("import-moves-fix-training")))
        }
    }
}

/// A programme by MEFSTAT11, CFD or RNCP. One that the catalogue does not know is kept and told: its people are outside the field.
fn programme(row: &Row<'_>, column: Column, known: &Known, sink: &mut Sink<'_>) -> Result<Training, Refused> {
    let text = row.required_text(column, sink)?;
    let (training, is_known) = if let Some(cfd) = cfd(text, known) {
        let is_known = known.programme_of_cfd(&cfd).is_some();
        (Training::Diploma(cfd), is_known)
    } else if let Ok(rncp) = RncpCode::parse(text) {
        let is_known = known.programme_of_rncp(&rncp).is_some();
        (Training::Fiche(rncp), is_known)
    } else {
        let reason = Message::new("import-moves-programme");
        return Err(sink.refuse(row, column, reason, Message::new("import-moves-fix-training")));
    };
    if !is_known {
        let reason = Message::new("import-moves-outside");
        sink.doubt(row, column, reason, Message::new("import-moves-fix-outside"));
    }
    Ok(training)
}

/// The diploma code written, or that a MEFSTAT11 leads to: by its scheme, else by the final years the catalogue states.
fn cfd(text: &str, known: &Known) -> Option<Cfd> {
    let Ok(mefstat) = Mefstat11::parse(text) else {
        return Cfd::parse(text).ok();
    };
    let read = mefstat::diploma(&mefstat);
    let stated = || Cfd::parse(known.programme_of_mefstat(&mefstat)?.as_str()).ok();
    let in_catalogue = read.clone().filter(|cfd| known.programme_of_cfd(cfd).is_some());
    in_catalogue.or_else(stated).or(read)
}

/// Where people work and at what; nothing where both cells are empty or say so.
fn post(row: &Row<'_>, columns: &Columns, known: &Known, sink: &mut Sink<'_>) -> Result<Option<Post>, Refused> {
    let without = |column| {
        let text = row.text(column);
        text.is_empty() || WITHOUT_POST.contains(&fold(text).as_str())
    };
    let half = match (without(columns.works_at), without(columns.occupation)) {
        (true, true) => return Ok(None),
        (true, false) => columns.works_at,
        (false, true) => columns.occupation,
        (false, false) => {
            let basin = basin(row, columns.works_at, known, sink)?;
            let fap = occupation(row, columns.occupation, known, sink)?;
            return Ok(Some(Post { basin, fap }));
        }
    };
    let reason = Message::new("import-moves-half");
    Err(sink.refuse(row, half, reason, Message::new("import-moves-fix-half")))
}

/// Any occupation of the nomenclature; in the domains of industry, one that the catalogue knows.
fn occupation(row: &Row<'_>, column: Column, known: &Known, sink: &mut Sink<'_>) -> Result<FapCode, Refused> {
    let fap = row.code(column, sink, FapCode::parse)?;
    if known.occupation(&fap).is_none() && known.has_domain_of(&fap) {
        let reason = Message::new("import-moves-occupation");
        return Err(sink.refuse(row, column, reason, Message::new("import-fix-code")));
    }
    Ok(fap)
}

/// A whole number of people, or a star: 1 to 4.
fn people(row: &Row<'_>, column: Column, sink: &mut Sink<'_>) -> Result<Estimate, Refused> {
    let remedy = || Message::new("import-moves-fix-people");
    if row.text(column).is_empty() {
        return Err(sink.refuse(row, column, Message::new("import-cell-empty"), remedy()));
    }
    let text = row.required_text(column, sink)?;
    if text.bytes().all(|b| b == b'*') {
        return Ok(Count::Secret.as_projects());
    }
    let reason = match (value::number(text), value::whole(text)) {
        (Some(n), _) if n < 0.0 => "import-negative",
        (Some(_), Some(people)) if people <= MOST_PEOPLE => return Ok(Range::exact(Milli::whole(people))),
        (Some(_), Some(_)) => "import-too-big",
        (Some(_), None) => "import-not-whole",
        (None, _) => "import-not-a-number",
    };
    Err(sink.refuse(row, column, Message::new(reason), remedy()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programmes_and_levels_are_told_apart_by_their_headers() {
        let (programmes, levels) = TRAINING.split_at(PROGRAMMES);
        let is_level = |name: &&&str| name.contains("niveau") || name.contains("level");
        assert_eq!(programmes.iter().filter(is_level).count(), 0);
        assert_eq!(levels.iter().filter(is_level).count(), levels.len());
    }
}

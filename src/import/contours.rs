//! Contours of basins, zones, départements or régions from a GeoJSON file of any producer: its properties are told apart by their names and by the codes in them.

use std::collections::HashMap;

use super::error::ImportError;
use super::geojson;
use super::known::Known;
use super::layout::{Layout, Shape};
use super::outline::{self, Fault, Grid, Outline};
use super::sink::{Fate, Refused, Sink};
use super::table::{Column, FeatureRow, Header, Row, Source, Table};
use super::value::{fold, year_in};
use crate::domain::contour::{Contour, Corner, PlaceKind, Polygon, bounds};
use crate::domain::source::SourceId;
use crate::domain::territory::Position;
use crate::i18n::Message;

pub static LAYOUT: Layout = Layout {
    name: "contours",
    label: "layout-contours",
    producer: "fichier de l'utilisateur",
    licence: "selon son producteur",
    shape: Shape::Features,
    columns: &[],
    without: &[],
    read_rows,
};

/// Names of properties that hold the code of a place, as [`key`] writes them.
fn names(kind: PlaceKind) -> &'static [&'static str] {
    match kind {
        PlaceKind::Basin => &[
            "codbe",
            "codebe",
            "cdbe",
            "becode",
            "idbe",
            "be",
            "codbassin",
            "codebassin",
            "codbassinemploi",
            "codebassinemploi",
            "codebassindemploi",
            "bassinemploi",
            "bassindemploi",
            "bassin",
            "codebmo",
            "codbmo",
            "bassinbmo",
            "codebassinbmo",
            "numbe",
            "basin",
            "basincode",
        ],
        PlaceKind::Zone => &[
            "codze",
            "codeze",
            "cdze",
            "zecode",
            "idze",
            "ze",
            "codezoneemploi",
            "codezonedemploi",
            "zoneemploi",
            "zonedemploi",
            "zonecode",
        ],
        PlaceKind::Department => &[
            "inseedep",
            "codedep",
            "coddep",
            "codedept",
            "codedepartement",
            "codeinseedep",
            "inseedept",
            "dep",
            "dept",
            "dpt",
            "departement",
            "department",
            "departmentcode",
        ],
        PlaceKind::Region => &[
            "inseereg",
            "codereg",
            "codreg",
            "coderegion",
            "codeinseereg",
            "inseeregion",
            "reg",
            "region",
            "regioncode",
        ],
    }
}

/// Names of properties that hold a code of no kind they tell.
const ANY_CODE: &[&str] = &[
    "code",
    "codgeo",
    "codegeo",
    "codeinsee",
    "insee",
    "cod",
    "num",
    "numero",
    "id",
];

/// A name of a property without case, accents, punctuation and year: `BE_2021` and `code_be` are `be` and `codebe`.
fn key(name: &str) -> String {
    let letters: String = fold(name).chars().filter(char::is_ascii_alphanumeric).collect();
    let bare = letters.trim_end_matches(|c: char| c.is_ascii_digit());
    match letters.len() - bare.len() {
        2 | 4 if !bare.is_empty() => bare.to_owned(),
        _ => letters,
    }
}

/// Turns a text into a table of features, thinned and ready to be read.
///
/// # Errors
/// See [`geojson::read`]; a coordinate system that is neither degrees nor Lambert-93.
pub fn table(file: &str, text: &str, sink: &mut Sink<'_>) -> Result<Table<'static>, ImportError> {
    let read = geojson::read(file, text, sink.progress())?;
    let seen = outline::grid_of(read.list.iter().filter_map(|feature| feature.land.as_ref().ok()));
    let grid = match read.crs.as_deref().map(grid_named) {
        Some(None) => {
            return Err(ImportError::UnknownCrs {
                file: file.to_owned(),
                crs: read.crs.unwrap_or_default(),
            });
        }
        Some(Some(Grid::Lambert93)) => Grid::Lambert93,
        // Metres are metres, whatever the file calls them.
        _ => seen,
    };
    if grid == Grid::Lambert93 {
        sink.note(Message::new("import-contours-lambert"));
    }
    let mut rows: Vec<FeatureRow> = (1..)
        .zip(read.list)
        .map(|(number, feature)| FeatureRow {
            number,
            cells: feature.cells,
            outline: outline::outline(feature.land, grid),
        })
        .collect();
    let mut lands: Vec<&mut Vec<Polygon>> = rows
        .iter_mut()
        .filter_map(|row| row.outline.land.as_mut().ok())
        .collect();
    outline::thin(&mut lands);
    if let Some(year) = year_in(&read.title) {
        sink.set_vintage(year.to_string());
    }
    Ok(Table::new(Header::new(read.names), Source::Features { rows, next: 0 }))
}

/// The grid of a coordinate system: degrees of WGS84 and of the French systems that agree with it within a metre, or Lambert-93.
fn grid_named(crs: &str) -> Option<Grid> {
    let code = crs.rsplit([':', '/', '#']).next().unwrap_or(crs).trim();
    match code.to_ascii_uppercase().as_str() {
        "CRS84" | "CRS84H" | "WGS84" | "4326" | "4979" | "4171" | "4965" | "4258" | "5489" | "4624" | "4627"
        | "4470" | "4463" => Some(Grid::Degrees),
        "2154" => Some(Grid::Lambert93),
        _ => None,
    }
}

fn read_rows(table: &mut Table<'_>, known: &Known, sink: &mut Sink<'_>) -> Result<(), ImportError> {
    let Some(places) = Places::find(table, known) else {
        return Err(ImportError::NoPlaceCodes {
            file: sink.file().to_owned(),
            columns: table.header().shown(),
        });
    };
    let column = table.written(places.code);
    let kind = Message::new(places.kind_key());
    sink.note(
        Message::new("import-contours-kind")
            .with("kind", kind)
            .with("column", column),
    );
    if let Some(year) = year_in(&column.replace('_', " ")) {
        sink.set_vintage(year.to_string());
    }
    let mut ranks: HashMap<String, usize> = HashMap::new();
    table.each_row(sink, |row, sink| {
        let code = places.code_of(row, known, sink)?;
        let land = places.land_of(row, &code, known, sink)?;
        if let Some(&rank) = ranks.get(&code) {
            sink.batch.contours[rank].land.extend(land);
            return Ok(Fate::Merged);
        }
        ranks.insert(code.clone(), sink.batch.contours.len());
        sink.batch.contours.push(Contour {
            kind: places.kind,
            code,
            name: row.text(places.name).to_owned(),
            land,
            row: row.number(),
            source: SourceId::default(),
        });
        Ok(Fate::Stored)
    })
}

/// What the features of a file are, and where it writes their codes and names.
struct Places {
    kind: PlaceKind,
    code: Column,
    name: Column,
}

impl Places {
    /// A property named after a kind whose codes are mostly known; else one of any name that codes a kind better than any other.
    fn find(table: &Table<'_>, known: &Known) -> Option<Self> {
        let rows = table.features();
        let header = table.header();
        let keys: Vec<String> = (0..header.width()).map(|i| key(header.written(i))).collect();
        let named = |wanted: &[&str]| wanted.iter().find_map(|name| keys.iter().position(|key| key == name));
        let says_name = |key: &String| {
            ["nom", "lib", "name", "label", "intitule"]
                .iter()
                .any(|n| key.starts_with(n))
        };
        let name = keys.iter().position(says_name);
        let share = |kind: PlaceKind, at: usize| {
            let cell =
                |row: &FeatureRow, at: Option<usize>| at.and_then(|at| row.cells.get(at).cloned()).unwrap_or_default();
            let score = |row: &FeatureRow| match resolve(kind, &cell(row, Some(at)), known) {
                // A région and a département share numbers; their names tell them apart.
                Some(code) if known.place_named(kind, &cell(row, name)).as_deref() == Some(&code) => 3,
                Some(_) => 1,
                None => 0,
            };
            rows.iter().map(score).sum::<usize>()
        };
        let specific = PlaceKind::ALL.into_iter().find_map(|kind| {
            let at = named(names(kind))?;
            let known = rows
                .iter()
                .filter(|row| row.cells.get(at).is_some_and(|c| resolve(kind, c, known).is_some()));
            (known.count() * 2 >= rows.len().max(1)).then_some((kind, at))
        });
        let best_of = |candidates: Vec<(PlaceKind, usize)>| {
            let scored = candidates.into_iter().map(|(kind, at)| (share(kind, at), kind, at));
            scored
                .filter(|(score, ..)| *score > 0)
                .reduce(|best, next| if next.0 > best.0 { next } else { best })
        };
        let any = || {
            let at = named(ANY_CODE)?;
            let all = PlaceKind::ALL.into_iter().map(|kind| (kind, at)).collect();
            best_of(all).map(|(_, kind, at)| (kind, at))
        };
        let some = || {
            let all = PlaceKind::ALL
                .into_iter()
                .filter_map(|kind| Some((kind, named(names(kind))?)))
                .collect();
            best_of(all).map(|(_, kind, at)| (kind, at))
        };
        let (kind, at) = specific.or_else(any).or_else(some)?;
        Some(Self {
            kind,
            code: Column::at(at),
            name: name.map_or(Column::ABSENT, Column::at),
        })
    }

    fn kind_key(&self) -> &'static str {
        match self.kind {
            PlaceKind::Basin => "import-contours-of-basins",
            PlaceKind::Zone => "import-contours-of-zones",
            PlaceKind::Department => "import-contours-of-departments",
            PlaceKind::Region => "import-contours-of-regions",
        }
    }

    fn code_of(&self, row: &Row<'_>, known: &Known, sink: &mut Sink<'_>) -> Result<String, Refused> {
        let text = row.required_text(self.code, sink)?;
        resolve(self.kind, text, known).ok_or_else(|| {
            let reason = Message::new("import-contours-unknown-code").with("kind", Message::new(self.kind_key()));
            sink.refuse(row, self.code, reason, Message::new("import-contours-fix-code"))
        })
    }

    /// The land of a feature, where the place of its code is.
    fn land_of(&self, row: &Row<'_>, code: &str, known: &Known, sink: &mut Sink<'_>) -> Result<Vec<Polygon>, Refused> {
        let Some(Outline { land, broken }) = row.outline() else {
            return Err(refuse_shape(row, &Fault::NoGeometry, sink));
        };
        let land = land.as_ref().map_err(|fault| refuse_shape(row, fault, sink))?;
        if let Some(centre) = known.centre(self.kind, code) {
            stands_there(land, centre).map_err(|away| {
                let (reason, remedy) = match away {
                    Away::Swapped => (
                        Message::new("import-contours-swapped"),
                        Message::new("import-contours-fix-swapped"),
                    ),
                    Away::Km(km) => (
                        Message::new("import-contours-displaced").with("km", km),
                        Message::new("import-contours-fix-displaced"),
                    ),
                };
                sink.refuse(row, self.code, reason, remedy)
            })?;
        }
        if *broken > 0 {
            let reason = Message::new("import-contours-broken").with("n", *broken);
            sink.doubt(
                row,
                Column::ABSENT,
                reason,
                Message::new("import-contours-fix-geometry"),
            );
        }
        Ok(land.clone())
    }
}

/// The code of a place of the nomenclature, from its code or from a name that is its alone.
fn resolve(kind: PlaceKind, text: &str, known: &Known) -> Option<String> {
    known.place(kind, text).or_else(|| known.place_named(kind, text))
}

/// Where a contour is instead.
enum Away {
    Swapped,
    Km(u32),
}

/// Kilometres between a place and the box of its contour beyond which it is the contour of something else.
const NEAR_KM: f64 = 60.0;

/// Checks that a contour is drawn where the place is: maps for print move what is overseas.
fn stands_there(land: &[Polygon], centre: Position) -> Result<(), Away> {
    let Some((low, high)) = bounds(land.iter().flatten().flatten()) else {
        return Ok(());
    };
    let distance = |to: Position| {
        let (low, high) = (low.position(), high.position());
        let nearest = Position {
            lat: to.lat.clamp(low.lat, high.lat),
            lon: to.lon.clamp(low.lon, high.lon),
        };
        // Beside the point itself, a box has no degree outside the globe.
        Corner::nearest(nearest).map_or(f64::INFINITY, |_| nearest.distance(to).0)
    };
    let away = distance(centre);
    let swapped = Position {
        lat: centre.lon,
        lon: centre.lat,
    };
    if away <= NEAR_KM {
        Ok(())
    } else if distance(swapped) <= NEAR_KM {
        Err(Away::Swapped)
    } else {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "at most half the Earth around"
        )]
        Err(Away::Km(away.min(20_100.0) as u32))
    }
}

fn refuse_shape(row: &Row<'_>, fault: &Fault, sink: &mut Sink<'_>) -> Refused {
    let reason = match fault {
        Fault::NoGeometry => Message::new("import-contours-no-geometry"),
        Fault::NotAnArea(kind) => Message::new("import-contours-not-area").with("kind", kind.as_str()),
        Fault::Malformed => Message::new("import-contours-malformed"),
        Fault::NoRing => Message::new("import-contours-no-ring"),
        Fault::OutOfDegrees => Message::new("import-contours-out-of-degrees"),
    };
    let remedy = match fault {
        Fault::OutOfDegrees => Message::new("import-contours-fix-degrees"),
        _ => Message::new("import-contours-fix-geometry"),
    };
    sink.refuse(row, Column::ABSENT, reason, remedy)
}

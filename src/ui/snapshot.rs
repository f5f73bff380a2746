//! The figures on screen: facts and gap of one revision, with the names they are read by.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::app::settings::Lens;
use crate::domain::contour::{Contour, PlaceKind};
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, DepartmentCode, FapCode, ProgrammeId, RegionCode};
use crate::domain::occupation::Appellation;
use crate::domain::source::SourceId;
use crate::domain::territory::Nature;
use crate::i18n::{Lang, Message, typographic};
use crate::market::causes::Causes;
use crate::market::expected::ExpectedGap;
use crate::market::flows::Flows;
use crate::market::gap::{Gap, RowKey};
use crate::market::indicators::Indicators;
use crate::market::sensitivity::Sensitivity;
use crate::market::shortage::{Shortage, Shortages};
use crate::market::tension::Classes;
use crate::market::values::Values;

/// What views read. Replaced as a whole when something changed.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// Different for every snapshot: what was derived from another one is stale.
    pub stamp: u64,
    pub facts: Arc<Facts>,
    /// Contours of places, sorted by kind and code; none unless imported.
    pub contours: Arc<Vec<Contour>>,
    /// Job titles of imported files.
    pub appellations: Arc<Vec<Appellation>>,
    /// Tension classes of imported files, by cell and occupation of the territory.
    pub tensions: Arc<BTreeMap<RowKey, Classes>>,
    /// Nothing until the first solve ended.
    pub gap: Option<Arc<Gap>>,
    /// Who goes where: under the potential lens as soon as there is a gap, under both once the other is known.
    pub flows: Option<Arc<Flows>>,
    /// The gap of the same year before the last change; nothing where none was shown since the file was opened.
    pub before: Option<Before>,
    /// Why posts stay unfilled; nothing until it is known for this very gap.
    pub reasons: Option<Arc<Reasons>>,
    /// Indicators of programmes and sections, of the facts alone.
    pub indicators: Arc<Indicators>,
    /// What a seat of each section is worth; nothing until it is known for this very gap.
    pub values: Option<Arc<Values>>,
    /// Which assumption moves the gap most; nothing until asked for this very gap.
    pub sensitivity: Option<Arc<Sensitivity>>,
    /// True while the gap belongs to an older revision or year: shown dimmed.
    pub outdated: bool,
    pub writable: bool,
    /// Which filled and unfilled posts screens show.
    pub lens: Lens,
    /// Which version of the file it is, where it is one: for reading only.
    pub version: Option<Message>,
    /// Where the file is; nothing for the demonstration, which is temporary.
    pub path: Option<PathBuf>,
    /// Years the survey covers, newest first.
    pub years: Vec<u16>,
    pub names: Names,
}

/// The gap before the last change, and the deed between the two.
#[derive(Debug, Clone)]
pub struct Before {
    pub gap: Arc<Gap>,
    /// The newest deed that one has and the other has not.
    pub deed: Option<Message>,
    /// True where that deed was taken back.
    pub undone: bool,
}

/// What explains the gap on screen, computed after it on the same revision and year.
#[derive(Debug)]
pub struct Reasons {
    pub causes: Arc<Causes>,
    /// The other lens, on the same need, supply and arcs.
    pub expected: Arc<ExpectedGap>,
    /// Who goes where under both lenses.
    pub flows: Arc<Flows>,
    /// Explains any line as posts that only so many people can take.
    pub shortages: Arc<Shortages>,
    /// The largest shortages of the territory, each with its sentence and its lists.
    pub largest: Vec<Shortage>,
}

/// Codes to names of the nomenclatures.
#[derive(Debug, Clone, Default)]
pub struct Names {
    basins: BTreeMap<BasinCode, String>,
    departments: BTreeMap<DepartmentCode, String>,
    occupations: BTreeMap<FapCode, String>,
    programmes: BTreeMap<ProgrammeId, String>,
    regions: BTreeMap<RegionCode, String>,
    sources: BTreeMap<SourceId, String>,
}

impl Snapshot {
    /// True for invented figures: every screen says so.
    pub fn is_simulated(&self) -> bool {
        self.facts.territory.nature == Nature::Simulated
    }

    /// The contour of a place, where a file drew it.
    pub fn contour(&self, kind: PlaceKind, code: &str) -> Option<&Contour> {
        let order = |contour: &Contour| (contour.kind, contour.code.as_str()).cmp(&(kind, code));
        let at = self.contours.binary_search_by(order).ok()?;
        self.contours.get(at)
    }

    /// The year of the gap on screen.
    pub fn year(&self) -> Option<u16> {
        self.gap.as_ref().map(|g| g.year)
    }
}

impl Names {
    /// The names of a territory's nomenclatures.
    pub fn of(facts: &Facts) -> Self {
        let c = &facts.catalogue;
        Self {
            basins: c
                .basins
                .iter()
                .map(|b| (b.code.clone(), typographic(&b.name)))
                .collect(),
            departments: c
                .departments
                .iter()
                .map(|d| (d.code.clone(), typographic(&d.name)))
                .collect(),
            occupations: c
                .occupations
                .iter()
                .map(|o| (o.code.clone(), typographic(&o.label)))
                .collect(),
            programmes: c
                .programmes
                .iter()
                .map(|p| {
                    (
                        p.id.clone(),
                        format!("{} {}", p.diploma.as_str(), typographic(&p.label)),
                    )
                })
                .collect(),
            regions: c
                .regions
                .iter()
                .map(|r| (r.code.clone(), typographic(&r.name)))
                .collect(),
            sources: facts.sources.iter().map(|s| (s.id, s.file.clone())).collect(),
        }
    }

    /// Name of a basin, else its code.
    pub fn basin(&self, code: &BasinCode) -> String {
        self.basins.get(code).cloned().unwrap_or_else(|| code.to_string())
    }

    /// Name of a department, else its code.
    pub fn department(&self, code: &DepartmentCode) -> String {
        self.departments.get(code).cloned().unwrap_or_else(|| code.to_string())
    }

    /// Label of an occupation, else its code.
    pub fn occupation(&self, code: &FapCode) -> String {
        self.occupations.get(code).cloned().unwrap_or_else(|| code.to_string())
    }

    /// Kind of diploma and label of a programme, else its code.
    pub fn programme(&self, id: &ProgrammeId) -> String {
        self.programmes.get(id).cloned().unwrap_or_else(|| id.to_string())
    }

    /// Name of a region, else its code.
    pub fn region(&self, code: &RegionCode) -> String {
        self.regions.get(code).cloned().unwrap_or_else(|| code.to_string())
    }

    /// File name of a source; the embedded catalogue has none.
    pub fn source(&self, id: SourceId) -> Option<String> {
        self.sources.get(&id).cloned()
    }
}

/// Something derived from a snapshot in a language, kept until either changes.
#[derive(Debug)]
pub struct Memo<T> {
    key: Option<(u64, Lang)>,
    value: Option<T>,
}

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self { key: None, value: None }
    }
}

impl<T> Memo<T> {
    /// The kept value, rebuilt when the snapshot or the language is another.
    pub fn get(&mut self, snapshot: &Snapshot, lang: Lang, build: impl FnOnce() -> T) -> &T {
        let key = Some((snapshot.stamp, lang));
        if self.key != key {
            self.value = None;
            self.key = key;
        }
        self.value.get_or_insert_with(build)
    }

    /// The value as it was last asked for.
    pub fn kept(&self) -> Option<&T> {
        self.value.as_ref()
    }
}

//! How files and catalogue lead from a programme to an occupation: its ROME outlets, then the line of the table ROME × qualification → FAP.

use std::collections::BTreeMap;

use super::frame::Frame;
use super::outlets::{at_level, core_occupation, historic, imported, lines_of};
use crate::domain::id::{FapCode, RomeCode};
use crate::domain::occupation::Provenance;
use crate::domain::programme::Programme;
use crate::domain::source::SourceId;

/// One way from a programme to an occupation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Way {
    /// ROME code the certifying body, or the catalogue, names as an outlet.
    pub rome: RomeCode,
    pub origin: RomeOrigin,
    /// Historic code the tables know it by, where it is another.
    pub read_as: Option<RomeCode>,
    /// ANPE qualification digits of the diploma's level that lead there.
    pub qualifications: Vec<u8>,
    pub provenance: Provenance,
    /// 1 weak … 3 sure, as the table says.
    pub confidence: u8,
    /// File of the table; the catalogue where it is embedded.
    pub table: SourceId,
}

/// Who says that a ROME code is an outlet of a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RomeOrigin {
    /// The official list, as the catalogue has it.
    Official,
    /// A judgement of the catalogue, where the official list is thin.
    Added,
    /// An imported certification file: its row, 1-based.
    File { source: SourceId, row: u32 },
}

impl RomeOrigin {
    /// Stable text of the texts and of files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::Added => "added",
            Self::File { .. } => "file",
        }
    }
}

/// Ways at the programme's own level to core occupations, whatever people said of them.
pub(super) fn ways(frame: &Frame<'_>, programme: &Programme) -> BTreeMap<FapCode, Vec<Way>> {
    let catalogue = &frame.facts.catalogue;
    let mut ways: BTreeMap<FapCode, Vec<Way>> = BTreeMap::new();
    for (rome, origin) in romes(frame, programme) {
        let table = historic(catalogue, rome);
        for line in lines_of(catalogue, table) {
            let occupation = core_occupation(catalogue, &line.fap);
            if !occupation.is_some_and(|occupation| at_level(programme, line, occupation)) {
                continue;
            }
            let way = Way {
                rome: rome.clone(),
                origin,
                read_as: (table != rome).then(|| table.clone()),
                qualifications: Vec::new(),
                provenance: line.provenance,
                confidence: line.confidence,
                table: line.source,
            };
            let known = ways.entry(line.fap.clone()).or_default();
            let place = known.iter().position(|other| {
                let bare = Way {
                    qualifications: Vec::new(),
                    ..other.clone()
                };
                bare == way
            });
            match place {
                Some(place) => known[place].qualifications.push(line.qualification),
                None => known.push(Way {
                    qualifications: vec![line.qualification],
                    ..way
                }),
            }
        }
    }
    ways
}

/// ROME outlets of a programme and who names them: imported files in place of the official list of the catalogue, then its additions.
pub(super) fn romes<'a>(frame: &Frame<'a>, programme: &'a Programme) -> Vec<(&'a RomeCode, RomeOrigin)> {
    let files = imported(frame.facts, programme).map(|outlet| {
        let (source, row) = (outlet.source, outlet.row);
        (&outlet.rome, RomeOrigin::File { source, row })
    });
    let mut romes: Vec<_> = files.collect();
    if romes.is_empty() {
        romes.extend(programme.romes.iter().map(|rome| (rome, RomeOrigin::Official)));
    }
    romes.extend(programme.romes_added.iter().map(|rome| (rome, RomeOrigin::Added)));
    romes
}

//! Reading a territory file: consistent snapshots, from the open file or from a connection of one's own.

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::batch::{self, ImportPreview};
use super::change::{self, DeedChanges};
use super::deed::{self, JournalEntry};
use super::employer::{self, Contact};
use super::error::At;
use super::layer::{self, Layouts};
use super::source::{self, SourceIssue, SourceRecord};
use super::{
    StoreError, assumption, board, funding, gate, need, occupation, outlet_review, place, programme, scenario, skill,
    territory,
};
use crate::domain::batch::{Batch, Fap2009Line, FapLabel};
use crate::domain::contour::Contour;
use crate::domain::demand::Tension;
use crate::domain::facts::{Catalogue, Facts};
use crate::domain::occupation::{Appellation, Occupation};
use crate::domain::skill::Skills;
use crate::domain::source::{Source, SourceId};

/// A read connection; give one to each worker thread.
#[derive(Debug)]
pub struct Reader {
    pub(super) connection: Connection,
    pub(super) path: PathBuf,
}

impl Reader {
    /// A connection of one's own to a file whose gate was passed.
    pub(super) fn beside(path: &Path) -> Result<Self, StoreError> {
        Ok(Self {
            connection: gate::reopen_for_reading(path)?,
            path: path.to_path_buf(),
        })
    }

    /// Everything the file knows, as of one moment. Where several files told the same thing, the newest is heard.
    ///
    /// # Errors
    /// A cell that does not hold what its column promises; the disk.
    pub fn facts(&self) -> Result<Facts, StoreError> {
        let list = super::catalogue::skills()?;
        self.snapshot(|connection| {
            let layouts = Layouts::read(connection)?;
            let told = skill::skills(connection, &layouts)?;
            Ok(Facts {
                revision: deed::revision(connection)?,
                territory: territory::read(connection)?,
                catalogue: catalogue(connection, &layouts)?,
                sources: source::sources(connection)?,
                survey: layer::facts(connection, &layouts)?,
                employers: employer::employers(connection)?,
                needs: need::needs(connection)?,
                establishments: layer::facts(connection, &layouts)?,
                sections: layer::facts(connection, &layouts)?,
                outcomes: layer::facts(connection, &layouts)?,
                outlets: layer::facts(connection, &layouts)?,
                reviews: outlet_review::reviews(connection)?,
                scenarios: scenario::scenarios(connection)?,
                funding: funding::funding(connection)?,
                skills: Skills {
                    list: list.list,
                    occupations: list.occupations,
                    rules: list.rules,
                    ..told
                },
                board: board::board(connection)?,
                communes: layer::facts(connection, &layouts)?,
                assumptions: assumption::read(connection)?,
            })
        })
    }

    /// What importing would change; nothing is written.
    ///
    /// # Errors
    /// The disk.
    pub fn preview_import(&self, record: &SourceRecord, facts: &Batch) -> Result<ImportPreview, StoreError> {
        self.snapshot(|connection| batch::preview(connection, record, facts))
    }

    /// Number of the last deed the file contains.
    ///
    /// # Errors
    /// The disk.
    pub fn revision(&self) -> Result<i64, StoreError> {
        deed::revision(&self.connection).at(&self.path)
    }

    /// Files imported, in order of import.
    ///
    /// # Errors
    /// The disk.
    pub fn sources(&self) -> Result<Vec<Source>, StoreError> {
        source::sources(&self.connection).at(&self.path)
    }

    /// Refused and doubtful rows of an imported file.
    ///
    /// # Errors
    /// The disk.
    pub fn issues(&self, source: SourceId) -> Result<Vec<SourceIssue>, StoreError> {
        source::issues(&self.connection, source).at(&self.path)
    }

    /// The person to ask at an employer.
    ///
    /// # Errors
    /// The disk.
    pub fn contact(&self, employer: i64) -> Result<Option<Contact>, StoreError> {
        employer::contact(&self.connection, employer).at(&self.path)
    }

    /// Tension by ROME × basin, sorted by year, basin, ROME.
    ///
    /// # Errors
    /// The disk.
    pub fn tensions(&self) -> Result<Vec<Tension>, StoreError> {
        self.snapshot(|connection| layer::facts(connection, &Layouts::read(connection)?))
    }

    /// The table ROME × qualification → FAP 2009, empty until one is imported.
    ///
    /// # Errors
    /// The disk.
    pub fn fap2009_bridge(&self) -> Result<Vec<Fap2009Line>, StoreError> {
        self.snapshot(|connection| layer::facts(connection, &Layouts::read(connection)?))
    }

    /// Contours of places, sorted by kind and code.
    ///
    /// # Errors
    /// Land that is none; the disk.
    pub fn contours(&self) -> Result<Vec<Contour>, StoreError> {
        self.snapshot(|connection| layer::facts(connection, &Layouts::read(connection)?))
    }

    /// Job titles, sorted by ROME code and label.
    ///
    /// # Errors
    /// The disk.
    pub fn appellations(&self) -> Result<Vec<Appellation>, StoreError> {
        self.snapshot(|connection| layer::facts(connection, &Layouts::read(connection)?))
    }

    /// The last deeds, newest first.
    ///
    /// # Errors
    /// The disk.
    pub fn journal(&self, limit: usize) -> Result<Vec<JournalEntry>, StoreError> {
        deed::latest(&self.connection, limit).at(&self.path)
    }

    /// What one deed changed, table by table.
    ///
    /// # Errors
    /// [`StoreError::NoSuch`]; a damaged journal; the disk.
    pub fn deed(&self, id: i64) -> Result<DeedChanges, StoreError> {
        let found = self.snapshot(|connection| change::of(connection, id))?;
        found.ok_or(StoreError::NoSuch { what: "deed", id })
    }

    /// Reads inside one transaction, so that everything read is of one moment.
    fn snapshot<T>(&self, read: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, StoreError> {
        let transaction = self.connection.unchecked_transaction().at(&self.path)?;
        let value = read(&transaction).at(&self.path)?;
        transaction.finish().at(&self.path)?;
        Ok(value)
    }
}

fn catalogue(connection: &Connection, layouts: &Layouts) -> rusqlite::Result<Catalogue> {
    Ok(Catalogue {
        regions: place::regions(connection)?,
        departments: place::departments(connection)?,
        basins: place::basins(connection)?,
        zones: place::zones(connection)?,
        occupations: occupations(connection, layouts)?,
        romes: layer::facts(connection, layouts)?,
        proximities: layer::facts(connection, layouts)?,
        crosswalk: layer::facts(connection, layouts)?,
        programmes: programme::programmes(connection)?,
    })
}

/// Occupations under their official label where one was imported.
fn occupations(connection: &Connection, layouts: &Layouts) -> rusqlite::Result<Vec<Occupation>> {
    let mut occupations = occupation::occupations(connection)?;
    let labels: Vec<FapLabel> = layer::facts(connection, layouts)?;
    for occupation in &mut occupations {
        if let Ok(rank) = labels.binary_search_by(|label| label.code.cmp(&occupation.code)) {
            occupation.label.clone_from(&labels[rank].label);
        }
    }
    Ok(occupations)
}

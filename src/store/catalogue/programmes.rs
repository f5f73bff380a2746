//! The programmes of the embedded catalogue.

use crate::domain::id::{Cfd, ProgrammeId};
use crate::domain::programme::{Diploma, Programme};
use crate::store::StoreError;

use super::table::{Row, read};

const PROGRAMMES: &str = include_str!("../../../db/reference/programmes.csv");

/// All programmes, sorted by id.
pub(super) fn all() -> Result<Vec<Programme>, StoreError> {
    read("programmes", PROGRAMMES, programme)
}

fn programme(row: &Row) -> Result<Programme, StoreError> {
    let id: ProgrammeId = row.value("id")?;
    // A programme without a BCN code is keyed by its RNCP fiche, which is not a CFD.
    let cfd = Cfd::parse(id.as_str()).ok();
    let review = row.text("review")?;
    Ok(Programme {
        cfd,
        id,
        rncp: row.optional("rncp")?,
        label: row.text("label")?.to_owned(),
        diploma: row.read_as("diploma", Diploma::parse)?,
        level: row.value("level")?,
        years: row.optional("years")?,
        nsf: row.optional("nsf")?,
        romes: row.list("romes")?,
        romes_added: row.list("romes_added")?,
        previous: row.list("previous")?,
        next: row.list("next")?,
        final_year_mefstats: row.list("final_year_mefstats")?,
        review: (!review.is_empty()).then(|| review.to_owned()),
    })
}

//! Reviews of outlets, as stored: facts of people, which no file brings and none takes away.

use rusqlite::{Connection, Row, params};

use super::cells;
use crate::domain::review::{OutletKey, OutletReview, ReviewStatus};

/// All reviews, by programme and occupation.
pub(super) fn reviews(connection: &Connection) -> rusqlite::Result<Vec<OutletReview>> {
    connection
        .prepare_cached(include_str!("../../db/queries/outlet_review/all.sql"))?
        .query_map([], row_to_review)?
        .collect()
}

/// Writes one in place of that of the same outlet; one that says nothing goes.
pub(super) fn put(connection: &Connection, review: &OutletReview, (who, at): (&str, &str)) -> rusqlite::Result<()> {
    let (programme, fap) = (review.outlet.programme.as_str(), review.outlet.fap.as_str());
    if review.is_blank() {
        let sql = include_str!("../../db/queries/outlet_review/delete.sql");
        connection.prepare_cached(sql)?.execute(params![programme, fap])?;
        return Ok(());
    }
    let sql = include_str!("../../db/queries/outlet_review/put.sql");
    connection.prepare_cached(sql)?.execute(params![
        programme,
        fap,
        review.status.as_str(),
        review.confidence,
        review.note,
        who,
        at,
    ])?;
    Ok(())
}

fn row_to_review(row: &Row<'_>) -> rusqlite::Result<OutletReview> {
    Ok(OutletReview {
        outlet: OutletKey {
            programme: cells::code(row, 0)?,
            fap: cells::code(row, 1)?,
        },
        status: cells::word(row, 2, ReviewStatus::parse)?,
        confidence: row.get(3)?,
        note: row.get(4)?,
        who: row.get(5)?,
        at: row.get(6)?,
    })
}

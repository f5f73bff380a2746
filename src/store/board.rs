//! The board of the territory, as stored: what people and institutions tell, which no file brings and none takes away.

use rusqlite::types::ToSql;
use rusqlite::{Connection, Row};

use super::cells;
use crate::domain::board::{
    Asset, AssetKind, Board, BoardItem, BoardPart, CommitmentStatus, Experiment, Means, NextStep, PartnerCommitment,
    Pledge, PledgeKind, ReviewOutcome, Surprise, Touched,
};
use crate::domain::day::Day;
use crate::domain::id::BasinCode;
use crate::domain::scenario::Site;

/// The whole board.
pub(super) fn board(connection: &Connection) -> rusqlite::Result<Board> {
    Ok(Board {
        means: all(connection, include_str!("../../db/queries/means/all.sql"), row_to_means)?,
        commitments: all(
            connection,
            include_str!("../../db/queries/partner_commitment/all.sql"),
            row_to_commitment,
        )?,
        experiments: all(
            connection,
            include_str!("../../db/queries/experiment/all.sql"),
            row_to_experiment,
        )?,
        surprises: all(
            connection,
            include_str!("../../db/queries/surprise/all.sql"),
            row_to_surprise,
        )?,
        steps: all(
            connection,
            include_str!("../../db/queries/next_step/all.sql"),
            row_to_step,
        )?,
        reviews: all(
            connection,
            include_str!("../../db/queries/review_outcome/all.sql"),
            row_to_review,
        )?,
    })
}

/// Writes an item, a new one where its key is 0; its key, nothing where there is no such item.
pub(super) fn put(connection: &Connection, item: &BoardItem) -> rusqlite::Result<Option<i64>> {
    let [_, insert, update, _] = queries(item.part());
    let sql = if item.id() == 0 { insert } else { update };
    let mut values = values(item);
    let id = item.id();
    if id != 0 {
        values.push(Box::new(id));
    }
    let values: Vec<&dyn ToSql> = values.iter().map(AsRef::as_ref).collect();
    let rows = connection.prepare_cached(sql)?.execute(values.as_slice())?;
    if id == 0 {
        return Ok(Some(connection.last_insert_rowid()));
    }
    Ok((rows > 0).then_some(id))
}

/// Takes an item away; how many there were.
pub(super) fn delete(connection: &Connection, part: BoardPart, id: i64) -> rusqlite::Result<usize> {
    let [.., delete] = queries(part);
    connection.prepare_cached(delete)?.execute([id])
}

/// Takes away what the board says of a scenario and of its actions.
pub(super) fn delete_of_scenario(connection: &Connection, scenario: i64) -> rusqlite::Result<()> {
    for sql in [
        include_str!("../../db/queries/review_outcome/delete_of_scenario.sql"),
        include_str!("../../db/queries/experiment/delete_of_scenario.sql"),
    ] {
        connection.prepare_cached(sql)?.execute([scenario])?;
    }
    Ok(())
}

/// Takes away what the board says of an action.
pub(super) fn delete_of_action(connection: &Connection, action: i64) -> rusqlite::Result<()> {
    let sql = include_str!("../../db/queries/review_outcome/delete_of_action.sql");
    connection.prepare_cached(sql)?.execute([action])?;
    Ok(())
}

fn all<T>(
    connection: &Connection,
    sql: &str,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    connection.prepare_cached(sql)?.query_map([], read)?.collect()
}

/// Table, then how a row is written, rewritten and taken away.
fn queries(part: BoardPart) -> [&'static str; 4] {
    macro_rules! of {
        ($table:literal) => {
            [
                $table,
                include_str!(concat!("../../db/queries/", $table, "/insert.sql")),
                include_str!(concat!("../../db/queries/", $table, "/update.sql")),
                include_str!(concat!("../../db/queries/", $table, "/delete.sql")),
            ]
        };
    }
    match part {
        BoardPart::Means => of!("means"),
        BoardPart::Experiment => of!("experiment"),
        BoardPart::Commitment => of!("partner_commitment"),
        BoardPart::Surprise => of!("surprise"),
        BoardPart::Step => of!("next_step"),
        BoardPart::Review => of!("review_outcome"),
    }
}

/// The table of a part.
pub(super) fn table(part: BoardPart) -> &'static str {
    queries(part)[0]
}

type Values = Vec<Box<dyn ToSql>>;

macro_rules! values {
    ($($value:expr),* $(,)?) => { vec![$(Box::new($value) as Box<dyn ToSql>),*] };
}

fn values(item: &BoardItem) -> Values {
    match item {
        BoardItem::Means(means) => means_values(means),
        BoardItem::Commitment(commitment) => commitment_values(commitment),
        BoardItem::Experiment(one) => values![one.scenario, one.affordable_loss, one.review_on.to_string()],
        BoardItem::Surprise(one) => {
            let (basin, fap, programme) = match &one.touches {
                Touched::Territory => (None, None, None),
                Touched::Cell { basin, fap } => (Some(basin.to_string()), Some(fap.to_string()), None),
                Touched::Programme(programme) => (None, None, Some(programme.to_string())),
            };
            values![
                one.noted_on.to_string(),
                one.text.clone(),
                basin,
                fap,
                programme,
                one.decision.clone()
            ]
        }
        BoardItem::Step(one) => values![
            one.what.clone(),
            one.who.clone(),
            one.due.to_string(),
            one.done_on.map(|day| day.to_string()),
        ],
        BoardItem::Review(one) => values![
            one.action,
            one.rentree,
            one.entrants,
            one.final_year,
            one.leavers,
            one.graduates,
            one.in_field,
            one.posts,
            one.source.clone(),
        ],
    }
}

fn means_values(means: &Means) -> Values {
    let (mut uai, mut basin, mut nsf, mut fap) = (None, None, None, None);
    let (mut basins, mut posts, mut seats) = (String::new(), None, None);
    match &means.asset {
        Asset::Workshop {
            uai: at,
            nsf: speciality,
            seats: more,
        } => {
            uai = Some(at.to_string());
            nsf = Some(speciality.to_string());
            seats = Some(*more);
        }
        Asset::Trainers {
            site,
            posts: known,
            seats_each,
        } => {
            (uai, basin) = of_site(site);
            posts = Some(*known);
            seats = Some(*seats_each);
        }
        Asset::Heritage { basin: at, fap: what } => {
            basin = Some(at.to_string());
            fap = Some(what.to_string());
        }
        Asset::TerritoireIndustrie { basins: all } | Asset::Campus { basins: all } => {
            let all: Vec<&BasinCode> = all.iter().collect();
            basins = cells::joined(&all);
        }
    }
    let kind = means.asset.kind().as_str();
    values![kind, uai, basin, basins, nsf, fap, posts, seats, means.name.clone()]
}

fn commitment_values(told: &PartnerCommitment) -> Values {
    let (mut fap, mut programme, mut uai, mut basin) = (None, None, None, None);
    let mut from = None;
    match &told.pledge {
        Pledge::Posts {
            fap: what,
            basin: at,
            from: year,
            ..
        } => {
            fap = Some(what.to_string());
            basin = Some(at.to_string());
            from = Some(*year);
        }
        Pledge::Places {
            programme: what,
            site,
            from: year,
            ..
        } => {
            programme = Some(what.to_string());
            (uai, basin) = of_site(site);
            from = Some(*year);
        }
        Pledge::Money { year, .. } => from = Some(*year),
        Pledge::Hours { uai: at, .. } => uai = Some(at.to_string()),
    }
    values![
        told.who.clone(),
        told.pledge.kind().as_str(),
        told.pledge.amount(),
        fap,
        programme,
        uai,
        basin,
        from,
        told.made_on.to_string(),
        told.due.to_string(),
        told.condition.clone(),
        told.status.as_str(),
    ]
}

fn of_site(site: &Site) -> (Option<String>, Option<String>) {
    (
        site.uai().map(ToString::to_string),
        site.basin().map(ToString::to_string),
    )
}

fn row_to_means(row: &Row<'_>) -> rusqlite::Result<Means> {
    let basins = || cells::codes::<BasinCode>(row, 4).map(|all| all.into_iter().collect());
    let asset = match cells::word(row, 1, AssetKind::parse)? {
        AssetKind::Workshop => Asset::Workshop {
            uai: cells::code(row, 2)?,
            nsf: cells::code(row, 5)?,
            seats: row.get(8)?,
        },
        AssetKind::Trainers => Asset::Trainers {
            site: site(row, 2, 3)?,
            posts: row.get(7)?,
            seats_each: row.get(8)?,
        },
        AssetKind::Heritage => Asset::Heritage {
            basin: cells::code(row, 3)?,
            fap: cells::code(row, 6)?,
        },
        AssetKind::TerritoireIndustrie => Asset::TerritoireIndustrie { basins: basins()? },
        AssetKind::Campus => Asset::Campus { basins: basins()? },
    };
    Ok(Means {
        id: row.get(0)?,
        asset,
        name: row.get(9)?,
    })
}

fn row_to_commitment(row: &Row<'_>) -> rusqlite::Result<PartnerCommitment> {
    let amount = row.get(3)?;
    let pledge = match cells::word(row, 2, PledgeKind::parse)? {
        PledgeKind::Posts => Pledge::Posts {
            fap: cells::code(row, 4)?,
            basin: cells::code(row, 7)?,
            posts: amount,
            from: row.get(8)?,
        },
        PledgeKind::Places => Pledge::Places {
            programme: cells::code(row, 5)?,
            site: site(row, 6, 7)?,
            places: amount,
            from: row.get(8)?,
        },
        PledgeKind::Money => Pledge::Money {
            euros: amount,
            year: row.get(8)?,
        },
        PledgeKind::Hours => Pledge::Hours {
            uai: cells::code(row, 6)?,
            seats: amount,
        },
    };
    Ok(PartnerCommitment {
        id: row.get(0)?,
        who: row.get(1)?,
        pledge,
        made_on: day(row, 9)?,
        due: day(row, 10)?,
        condition: row.get(11)?,
        status: cells::word(row, 12, CommitmentStatus::parse)?,
    })
}

fn row_to_experiment(row: &Row<'_>) -> rusqlite::Result<Experiment> {
    Ok(Experiment {
        id: row.get(0)?,
        scenario: row.get(1)?,
        affordable_loss: row.get(2)?,
        review_on: day(row, 3)?,
    })
}

fn row_to_surprise(row: &Row<'_>) -> rusqlite::Result<Surprise> {
    let cell = cells::optional_code(row, 3)?.zip(cells::optional_code(row, 4)?);
    let touches = match (cell, cells::optional_code(row, 5)?) {
        (Some((basin, fap)), _) => Touched::Cell { basin, fap },
        (None, Some(programme)) => Touched::Programme(programme),
        (None, None) => Touched::Territory,
    };
    Ok(Surprise {
        id: row.get(0)?,
        noted_on: day(row, 1)?,
        text: row.get(2)?,
        touches,
        decision: row.get(6)?,
    })
}

fn row_to_step(row: &Row<'_>) -> rusqlite::Result<NextStep> {
    let done: Option<String> = row.get(4)?;
    Ok(NextStep {
        id: row.get(0)?,
        what: row.get(1)?,
        who: row.get(2)?,
        due: day(row, 3)?,
        done_on: done.map(|_| day(row, 4)).transpose()?,
    })
}

fn row_to_review(row: &Row<'_>) -> rusqlite::Result<ReviewOutcome> {
    Ok(ReviewOutcome {
        id: row.get(0)?,
        action: row.get(1)?,
        rentree: row.get(2)?,
        entrants: row.get(3)?,
        final_year: row.get(4)?,
        leavers: row.get(5)?,
        graduates: row.get(6)?,
        in_field: row.get(7)?,
        posts: row.get(8)?,
        source: row.get(9)?,
    })
}

fn day(row: &Row<'_>, column: usize) -> rusqlite::Result<Day> {
    cells::word(row, column, Day::parse)
}

fn site(row: &Row<'_>, uai: usize, basin: usize) -> rusqlite::Result<Site> {
    let found = Site::of(cells::optional_code(row, uai)?, cells::optional_code(row, basin)?);
    found.ok_or_else(|| cells::unexpected(uai, &"∅"))
}

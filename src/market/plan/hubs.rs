//! Hubs: where one section would reach most posts that no training of the territory or of its neighbours reaches.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::super::MarketError;
use super::super::demand::Demand;
use super::super::frame::Frame;
use super::super::groups::Groups;
use super::super::matching::{Matching, distance, radius};
use super::super::supply::supply_of;
use super::candidates::{Host, Workshops, lots, speciality, workshops};
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, FapCode, ProgrammeId, Uai};
use crate::domain::programme::{Diploma, Programme};
use crate::domain::units::Estimate;

/// A section that would serve several basins where nothing is in reach; people decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hub {
    pub basin: BasinCode,
    pub programme: ProgrammeId,
    /// Where the workshops of its speciality are in the basin; nothing where there are none.
    pub host: Option<Uai>,
    /// The usual smallest lot of its diploma.
    pub seats: u32,
    /// Posts it reaches that nothing else does, by basin and occupation, largest first.
    pub served: Vec<Served>,
    /// Their sum.
    pub posts: Estimate,
}

/// One cell that a hub would serve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Served {
    pub basin: BasinCode,
    pub fap: FapCode,
    pub posts: Estimate,
}

/// A cell that nothing reaches: basin number, occupation, need.
type Unreached<'f> = BTreeMap<(usize, &'f FapCode), Estimate>;

/// At most `count` hubs for the need of a base year (`None`: the newest survey year), the one that reaches most posts first.
///
/// A cell is unreached where no populated section of an exact outlet is within its radius (ruling 9.16): all its need is unfilled. Each hub is the
/// programme (CAP, bac pro, BTS, BUT) and basin of the territory within whose radius most unreached need lies, central; at equality one whose workshops are there, the
/// one most taught, the lowest level, the first code. What it reaches is reached from then on: a post counts for one hub.
///
/// # Errors
/// [`MarketError`]: too large.
pub fn hubs(facts: &Facts, base: Option<u16>, count: usize) -> Result<Vec<Hub>, MarketError> {
    let frame = Frame::new(facts);
    let groups = Groups::new(&frame);
    let mut unreached = unreached(&frame, &groups, base)?;
    let workshops = workshops(&frame, &groups);
    let mut found = Vec::new();
    while found.len() < count {
        let Some((number, basin)) = best(&frame, &groups, &workshops, &unreached) else {
            break;
        };
        let programme = &groups.codes.programmes[number];
        let cells = served(&frame, (programme, &groups.outlets[number]), basin, &unreached);
        let host = equipped(&workshops, programme, basin);
        found.push(hub(&frame, (programme, basin), host.cloned(), &cells));
        for (cell, _) in cells {
            unreached.remove(&cell);
        }
    }
    Ok(found)
}

/// The programme and the basin that reach most.
fn best(
    frame: &Frame<'_>,
    groups: &Groups<'_>,
    workshops: &Workshops<'_>,
    unreached: &Unreached<'_>,
) -> Option<(usize, usize)> {
    let programmes = groups.codes.programmes.iter().enumerate();
    let useful = programmes.filter(|(number, programme)| {
        let outlets = &groups.outlets[*number];
        host_of(programme).is_some() && unreached.keys().any(|(_, fap)| outlets.contains(fap))
    });
    let mut taught = vec![0_usize; groups.codes.programmes.len()];
    for group in &groups.all {
        taught[group.programme] += 1;
    }
    let home = || (0..frame.basins.len()).filter(|basin| frame.home[*basin]);
    let tried = useful.flat_map(|(number, programme)| home().map(move |basin| (number, programme, basin)));
    let worth = |(number, programme, basin): (usize, &Programme, usize)| {
        let cells = served(frame, (programme, &groups.outlets[number]), basin, unreached);
        let posts: i64 = cells.iter().map(|(_, need)| need.central.0).sum();
        let is_equipped = equipped(workshops, programme, basin).is_some();
        (posts > 0).then_some((
            posts,
            is_equipped,
            taught[number],
            Reverse((programme.level, number, basin)),
        ))
    };
    let found = tried.filter_map(worth).max();
    found.map(|(.., Reverse((_, number, basin)))| (number, basin))
}

/// The establishment of the basin that has workshops of the speciality.
fn equipped<'w>(workshops: &Workshops<'w>, programme: &Programme, basin: usize) -> Option<&'w Uai> {
    let at = (basin, speciality(programme)?, host_of(programme)?);
    workshops.get(&at).map(|(uai, _)| *uai)
}

/// Where a programme that takes pupils from the start of its trade is taught; nothing for those that complete another diploma.
fn host_of(programme: &Programme) -> Option<Host> {
    let whole = matches!(
        programme.diploma,
        Diploma::Cap | Diploma::BacPro | Diploma::Bts | Diploma::But
    );
    Host::of(programme.diploma).filter(|_| whole)
}

/// The cells of the territory that nothing reaches.
fn unreached<'f>(frame: &Frame<'f>, groups: &Groups<'f>, base: Option<u16>) -> Result<Unreached<'f>, MarketError> {
    let demand = Demand::new(frame, base);
    let side = supply_of(frame, groups);
    let matching = Matching::new(frame, &demand, &side)?;
    let reach = matching.reach(&side);
    let cells = matching.cells.iter().enumerate();
    let alone = cells.filter(|(at, (basin, _))| frame.home[*basin] && reach[*at].programmes.is_empty());
    let needed = alone.map(|(at, key)| (*key, matching.needs(at)));
    Ok(needed.filter(|(_, need)| need.high.0 > 0).collect())
}

fn served<'f>(
    frame: &Frame<'_>,
    (programme, outlets): (&Programme, &[FapCode]),
    from: usize,
    unreached: &Unreached<'f>,
) -> Vec<((usize, &'f FapCode), Estimate)> {
    let most = radius(frame, programme.level);
    let cells = unreached.iter();
    let near = cells.filter(|((to, fap), _)| outlets.contains(fap) && distance(frame, from, *to) <= most);
    near.map(|(cell, need)| (*cell, *need)).collect()
}

fn hub(
    frame: &Frame<'_>,
    (programme, basin): (&Programme, usize),
    host: Option<Uai>,
    cells: &[((usize, &FapCode), Estimate)],
) -> Hub {
    let mut served: Vec<Served> = cells
        .iter()
        .map(|((to, fap), posts)| Served {
            basin: frame.basins[*to].code.clone(),
            fap: (*fap).clone(),
            posts: *posts,
        })
        .collect();
    served.sort_by(|a, b| (-a.posts.central.0, &a.basin, &a.fap).cmp(&(-b.posts.central.0, &b.basin, &b.fap)));
    Hub {
        basin: frame.basins[basin].code.clone(),
        programme: programme.id.clone(),
        host,
        seats: lots(programme.diploma)[0],
        posts: served.iter().map(|s| s.posts).sum(),
        served,
    }
}

//! Lines of areas made fit for the screen: corners on one grid, broken lines dropped, neighbours thinned alike along their common border.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, HashSet};

use super::lambert;
use crate::domain::contour::{Corner, Polygon, Ring, bounds};
use crate::domain::territory::Position;

/// Polygons as a file writes them: lines of x and y.
pub type RawLand = Vec<Vec<Vec<[f64; 2]>>>;

/// Why a feature has no land that can be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    NoGeometry,
    /// Points or lines, as the file calls them.
    NotAnArea(String),
    /// Lists nested otherwise than the geometry says, or no numbers.
    Malformed,
    /// No line has three different corners.
    NoRing,
    /// Beyond 180° or 90°, in no projection that is known.
    OutOfDegrees,
}

/// The land of one feature.
#[derive(Debug, Clone)]
pub struct Outline {
    pub land: Result<Vec<Polygon>, Fault>,
    /// Lines dropped for having fewer than three different corners.
    pub broken: usize,
}

/// What x and y are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grid {
    Degrees,
    Lambert93,
}

/// What the corners themselves say: all of them inside metropolitan France in metres.
pub fn grid_of<'a>(lands: impl Iterator<Item = &'a RawLand>) -> Grid {
    let mut points = lands.flatten().flatten().flatten().peekable();
    let metres = points.peek().is_some() && points.all(|point| lambert::is_plausible(*point));
    if metres { Grid::Lambert93 } else { Grid::Degrees }
}

/// Brings one feature to corners.
pub fn outline(raw: Result<RawLand, Fault>, grid: Grid) -> Outline {
    let mut broken = 0;
    let land = raw.and_then(|raw| {
        let mut land = Vec::new();
        for lines in raw {
            let mut polygon = Polygon::new();
            for (rank, line) in lines.into_iter().enumerate() {
                match ring(line, grid)? {
                    Some(ring) => polygon.push(ring),
                    // Without its outer line a polygon is nothing.
                    None if rank == 0 => {
                        broken += 1;
                        break;
                    }
                    None => broken += 1,
                }
            }
            if !polygon.is_empty() {
                land.push(polygon);
            }
        }
        if land.is_empty() { Err(Fault::NoRing) } else { Ok(land) }
    });
    Outline { land, broken }
}

/// A closed line without repeated corners; nothing with fewer than three different ones.
fn ring(line: Vec<[f64; 2]>, grid: Grid) -> Result<Option<Ring>, Fault> {
    let corner = |point: [f64; 2]| {
        let position = match grid {
            Grid::Degrees => Position {
                lat: point[1],
                lon: point[0],
            },
            Grid::Lambert93 => lambert::position(point),
        };
        Corner::nearest(position).ok_or(Fault::OutOfDegrees)
    };
    let mut ring = line.into_iter().map(corner).collect::<Result<Ring, Fault>>()?;
    ring.dedup();
    while ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    Ok((ring.len() >= 3).then_some(ring))
}

/// Least triangle that a corner must make with its neighbours to be kept, twice its surface in squares of the grid: about half a hectare.
const LEAST: i64 = 10_000;
/// Corners of all places and of one place that a map draws at most; beyond, the least triangle grows.
const MOST: usize = 400_000;
const MOST_OF_ONE: usize = 20_000;

/// Thins lands together (Visvalingam and Whyatt 1993, line by line between the corners where borders part), so that what two places share stays shared.
/// O(n log n) in corners; the result does not depend on the order of the lands.
pub fn thin(lands: &mut [&mut Vec<Polygon>]) {
    let mut parting = partings(lands);
    let mut least = LEAST;
    loop {
        let thinned: Vec<Vec<Polygon>> = lands.iter().map(|land| thin_land(land, &parting, least)).collect();
        let sizes = || {
            thinned
                .iter()
                .map(|land| land.iter().flatten().map(Vec::len).sum::<usize>())
        };
        if sizes().sum::<usize>() <= MOST.max(lands.len() * 4) && sizes().all(|size| size <= MOST_OF_ONE) {
            for (land, thinned) in lands.iter_mut().zip(thinned) {
                **land = thinned;
            }
            return;
        }
        if least > WHOLE_GLOBE {
            // Corners that had to stay were too many: no real file comes here.
            parting.clear();
        } else {
            least *= 16;
        }
    }
}

/// Twice the largest triangle of the grid.
const WHOLE_GLOBE: i64 = 36_000_000 * 18_000_000 * 2;

/// Corners where borders part: they stay.
type Partings = HashSet<Corner>;

fn partings(lands: &[&mut Vec<Polygon>]) -> Partings {
    let mut met: HashMap<Corner, (Corner, Corner, bool)> = HashMap::new();
    for ring in lands.iter().flat_map(|land| land.iter().flatten()) {
        for (rank, &corner) in ring.iter().enumerate() {
            let before = ring[(rank + ring.len() - 1) % ring.len()];
            let after = ring[(rank + 1) % ring.len()];
            let pair = (before.min(after), before.max(after));
            let entry = met.entry(corner).or_insert((pair.0, pair.1, false));
            entry.2 |= (entry.0, entry.1) != pair;
        }
    }
    met.into_iter()
        .filter_map(|(corner, (_, _, parts))| parts.then_some(corner))
        .collect()
}

fn thin_land(land: &[Polygon], parting: &Partings, least: i64) -> Vec<Polygon> {
    let mut thinned = Vec::new();
    for polygon in land {
        let mut rings = polygon.iter().map(|ring| thin_ring(ring, parting, least));
        let Some(outer) = rings.next().filter(|ring| ring.len() >= 3) else {
            continue;
        };
        let mut kept = vec![outer];
        kept.extend(rings.filter(|ring| ring.len() >= 3));
        thinned.push(kept);
    }
    if thinned.is_empty() {
        // Too small to be seen at any zoom: its box marks it.
        thinned.extend(boxed(land));
    }
    thinned
}

fn boxed(land: &[Polygon]) -> Option<Polygon> {
    let (low, high) = bounds(land.iter().flatten().flatten())?;
    let corner = |lon, lat| Corner { lon, lat };
    let corners = vec![low, corner(high.lon, low.lat), high, corner(low.lon, high.lat)];
    Some(vec![corners])
}

fn thin_ring(ring: &Ring, parting: &Partings, least: i64) -> Ring {
    let stays = |corner: &Corner| parting.contains(corner);
    let lowest = || ring.iter().enumerate().min_by_key(|(_, corner)| **corner);
    let Some(start) = ring.iter().position(stays).or_else(|| lowest().map(|(rank, _)| rank)) else {
        return Ring::new();
    };
    let turned: Ring = ring[start..].iter().chain(&ring[..=start]).copied().collect();
    let mut thinned = Ring::new();
    let mut from = 0;
    for end in 1..turned.len() {
        if end == turned.len() - 1 || stays(&turned[end]) {
            let mut arc = thin_arc(turned[from..=end].to_vec(), least);
            arc.pop();
            thinned.extend(arc);
            from = end;
        }
    }
    thinned
}

/// Thins a line between two corners that stay. It is walked in one direction whichever place it is met in.
fn thin_arc(mut arc: Ring, least: i64) -> Ring {
    let ends = |arc: &Ring| (arc[0], arc[1], arc[arc.len() - 2], arc[arc.len() - 1]);
    let (first, second, last_but_one, last) = ends(&arc);
    let backwards = (first, second) > (last, last_but_one);
    if backwards {
        arc.reverse();
    }
    let mut thinned = if first == last {
        let far = |corner: &Corner| {
            let (x, y) = (i64::from(corner.lon - first.lon), i64::from(corner.lat - first.lat));
            x * x + y * y
        };
        let split = (0..arc.len())
            .max_by_key(|rank| (far(&arc[*rank]), Reverse(*rank)))
            .unwrap_or(0);
        let mut start = triangles(&arc[..=split], least);
        start.pop();
        start.extend(triangles(&arc[split..], least));
        start
    } else {
        triangles(&arc, least)
    };
    if backwards {
        thinned.reverse();
    }
    thinned
}

/// Takes away, smallest first, the corners whose triangle with their two neighbours is under `least`.
fn triangles(line: &[Corner], least: i64) -> Ring {
    if line.len() < 3 {
        return line.to_vec();
    }
    let area = |a: usize, b: usize, c: usize| {
        let way = |from: Corner, to: Corner| {
            (
                i64::from(to.lon) - i64::from(from.lon),
                i64::from(to.lat) - i64::from(from.lat),
            )
        };
        let ((x, y), (u, v)) = (way(line[a], line[b]), way(line[a], line[c]));
        (x * v - y * u).abs()
    };
    let last = line.len() - 1;
    let mut before: Vec<usize> = (0..=last).map(|rank| rank.saturating_sub(1)).collect();
    let mut after: Vec<usize> = (0..=last).map(|rank| (rank + 1).min(last)).collect();
    let mut size = vec![i64::MAX; line.len()];
    let mut gone = vec![false; line.len()];
    let mut queue = BinaryHeap::new();
    for (rank, size) in size.iter_mut().enumerate().take(last).skip(1) {
        *size = area(rank - 1, rank, rank + 1);
        queue.push(Reverse((*size, rank)));
    }
    while let Some(Reverse((least_now, rank))) = queue.pop() {
        if least_now >= least {
            break;
        }
        if gone[rank] || size[rank] != least_now {
            continue;
        }
        gone[rank] = true;
        let (left, right) = (before[rank], after[rank]);
        after[left] = right;
        before[right] = left;
        for near in [left, right] {
            if near > 0 && near < last {
                // Never before what was taken away already: the order of removal stays that of importance.
                size[near] = area(before[near], near, after[near]).max(least_now);
                queue.push(Reverse((size[near], near)));
            }
        }
    }
    (0..=last).filter(|rank| !gone[*rank]).map(|rank| line[rank]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corner(lon: i32, lat: i32) -> Corner {
        Corner { lon, lat }
    }

    /// A border from (0, 0) to (0, 100 km) that zigzags: mostly a little, now and then a lot.
    fn border() -> Ring {
        (0..=1000)
            .map(|i| corner(if i % 100 == 50 { 4000 } else { i * 37 % 23 }, i * 100))
            .collect()
    }

    fn west() -> Vec<Polygon> {
        let mut ring = border();
        ring.extend([corner(-90_000, 100_000), corner(-90_000, 0)]);
        vec![vec![ring]]
    }

    fn east() -> Vec<Polygon> {
        let mut ring: Ring = vec![corner(90_000, 100_000)];
        ring.extend(border().into_iter().rev());
        ring.push(corner(90_000, 0));
        vec![vec![ring]]
    }

    #[test]
    fn neighbours_keep_one_border_whatever_the_order() {
        let (mut a, mut b) = (west(), east());
        thin(&mut [&mut a, &mut b]);
        let shared = |land: &[Polygon]| -> Vec<Corner> {
            let mut corners: Vec<Corner> = land[0][0].iter().filter(|c| c.lon.abs() < 80_000).copied().collect();
            corners.sort();
            corners
        };
        assert_eq!(shared(&a), shared(&b));
        assert!((20..200).contains(&shared(&a).len()), "{}", shared(&a).len());
        let (mut c, mut d) = (west(), east());
        thin(&mut [&mut d, &mut c]);
        assert_eq!((a, b), (c, d));
    }

    #[test]
    fn an_enclave_and_its_hole_stay_the_same_line() {
        let round = |step: i32| -> Ring {
            let at = |i: i32| {
                let angle = f64::from(i) / 720.0 * std::f64::consts::TAU;
                #[expect(clippy::cast_possible_truncation, reason = "a small circle")]
                corner((30_000.0 * angle.cos()) as i32, (30_000.0 * angle.sin()) as i32)
            };
            (0..720).map(|i| at((i * step + 123).rem_euclid(720))).collect()
        };
        let square = vec![
            corner(-90_000, -90_000),
            corner(90_000, -90_000),
            corner(90_000, 90_000),
            corner(-90_000, 90_000),
        ];
        let mut outside = vec![vec![square, round(-1)]];
        let mut enclave = vec![vec![round(1)]];
        thin(&mut [&mut outside, &mut enclave]);
        let sorted = |ring: &Ring| {
            let mut ring = ring.clone();
            ring.sort();
            ring
        };
        assert_eq!(sorted(&outside[0][1]), sorted(&enclave[0][0]));
        assert!(enclave[0][0].len() < 200, "{}", enclave[0][0].len());
    }

    #[test]
    fn what_is_too_small_to_be_seen_is_still_somewhere() {
        let mut islet = vec![vec![vec![corner(5, 5), corner(9, 5), corner(7, 8)]]];
        thin(&mut [&mut islet]);
        assert_eq!(islet[0][0][0], corner(5, 5));
    }

    #[test]
    fn a_place_of_countless_corners_is_drawn_with_few() {
        let spikes: Ring = (0..60_000)
            .map(|i| corner(i * 10, if i % 2 == 0 { 0 } else { 90_000 }))
            .collect();
        let mut land = vec![vec![spikes]];
        thin(&mut [&mut land]);
        assert!(land[0][0].len() <= MOST_OF_ONE && land[0][0].len() >= 3);
    }

    #[test]
    fn lines_are_closed_once_and_need_three_corners() {
        let raw = |points: &[[f64; 2]]| outline(Ok(vec![vec![points.to_vec()]]), Grid::Degrees);
        let square = [
            [2.0, 48.0],
            [3.0, 48.0],
            [3.0, 48.0],
            [3.0, 49.0],
            [2.0, 49.0],
            [2.0, 48.0],
        ];
        assert_eq!(raw(&square).land.unwrap()[0][0].len(), 4);
        let spike = raw(&[[2.0, 48.0], [3.0, 48.0], [2.0, 48.0]]);
        assert_eq!((spike.land, spike.broken), (Err(Fault::NoRing), 1));
        assert_eq!(raw(&[[700_000.0, 6.6e6]; 4]).land, Err(Fault::OutOfDegrees));
    }
}

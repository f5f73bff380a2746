//! Places laid on a plane, and the land that is nearer to each than to any other.

use crate::domain::territory::Position;

/// Kilometres on the plane: x eastwards, y southwards as on a screen.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

impl Point {
    fn minus(self, other: Self) -> Self {
        Self {
            x: self.x - other.x,
            y: self.y - other.y,
        }
    }

    fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y
    }

    /// Straight distance.
    pub fn distance(self, other: Self) -> f64 {
        let way = self.minus(other);
        way.dot(way).sqrt()
    }

    fn between(self, other: Self, share: f64) -> Self {
        Self {
            x: self.x + (other.x - self.x) * share,
            y: self.y + (other.y - self.y) * share,
        }
    }
}

/// Equirectangular: lengths are true along one parallel and along meridians, within a few percent over metropolitan France.
#[derive(Debug, Clone, Copy)]
pub struct Projection {
    /// Cosine of the latitude that is true to scale.
    shrink: f64,
}

/// Kilometres of a degree of latitude: π/180 × 6371.0088.
const DEGREE_KM: f64 = 111.195_08;

impl Projection {
    /// True to scale at the mean latitude of some positions.
    pub fn about(positions: impl Iterator<Item = Position>) -> Self {
        let (mut sum, mut count) = (0.0, 0.0);
        for position in positions {
            sum += position.lat;
            count += 1.0;
        }
        let parallel = if count > 0.0 { sum / count } else { 0.0_f64 };
        Self {
            shrink: parallel.to_radians().cos(),
        }
    }

    /// Where a position lies on the plane.
    pub fn point(self, position: Position) -> Point {
        Point {
            x: position.lon * DEGREE_KM * self.shrink,
            y: -position.lat * DEGREE_KM,
        }
    }
}

/// Corners of the disc that a cell is cut from.
const CORNERS: u32 = 48;

/// Voronoi cells cut at `reach` kilometres: for each site the convex land nearer to it than to any other, corners in order.
///
/// Each cell starts as a disc and loses, for every other site within twice the reach, the half-plane beyond the bisector: exact for any number of sites, aligned ones too;
/// sites at one place share one cell. Time grows with the square of the sites: some milliseconds for the 404 basins of the country.
pub fn cells(sites: &[Point], reach: f64) -> Vec<Vec<Point>> {
    sites.iter().map(|&site| cell(site, sites, reach)).collect()
}

fn cell(site: Point, sites: &[Point], reach: f64) -> Vec<Point> {
    let corner = |number: u32| {
        let (sin, cos) = (f64::from(number) / f64::from(CORNERS) * std::f64::consts::TAU).sin_cos();
        Point {
            x: site.x + reach * cos,
            y: site.y + reach * sin,
        }
    };
    let mut land: Vec<Point> = (0..CORNERS).map(corner).collect();
    for &other in sites {
        let apart = site.distance(other);
        if apart > 0.0 && apart < 2.0 * reach {
            land = nearer(&land, site, other);
        }
    }
    land
}

/// The part of a convex shape that is at least as near to `site` as to `other` (Sutherland and Hodgman 1974, one edge).
fn nearer(shape: &[Point], site: Point, other: Point) -> Vec<Point> {
    let middle = site.between(other, 0.5);
    let across = other.minus(site);
    let beyond = |p: Point| p.minus(middle).dot(across);
    let mut kept = Vec::with_capacity(shape.len() + 1);
    for (number, &from) in shape.iter().enumerate() {
        let to = shape[(number + 1) % shape.len()];
        let (here, there) = (beyond(from), beyond(to));
        if here <= 0.0 {
            kept.push(from);
        }
        if (here < 0.0 && there > 0.0) || (here > 0.0 && there < 0.0) {
            kept.push(from.between(to, here / (here - there)));
        }
    }
    kept
}

/// True where a point is inside a closed shape (even number of crossings is outside).
pub fn inside(shape: &[Point], p: Point) -> bool {
    let mut inside = false;
    for (number, &a) in shape.iter().enumerate() {
        let b = shape[(number + 1) % shape.len()];
        if (a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x {
            inside = !inside;
        }
    }
    inside
}

/// Where the line x + y = `level` runs inside an odd number of closed lines: pairs of ends, in order of x.
pub fn diagonal<'r>(rings: impl IntoIterator<Item = &'r [Point]>, level: f64) -> Vec<(Point, Point)> {
    let mut met: Vec<Point> = Vec::new();
    for ring in rings {
        for (number, &a) in ring.iter().enumerate() {
            let b = ring[(number + 1) % ring.len()];
            let (here, there) = (a.x + a.y - level, b.x + b.y - level);
            if (here > 0.0) != (there > 0.0) {
                met.push(a.between(b, here / (here - there)));
            }
        }
    }
    met.sort_by(|a, b| a.x.total_cmp(&b.x));
    met.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: f64, y: f64) -> Point {
        Point { x, y }
    }

    fn area(shape: &[Point]) -> f64 {
        let edge = |i: usize| {
            let (a, b) = (shape[i], shape[(i + 1) % shape.len()]);
            a.x * b.y - b.x * a.y
        };
        (0..shape.len()).map(edge).sum::<f64>().abs() / 2.0
    }

    #[test]
    fn a_lone_site_has_its_whole_disc() {
        let land = cells(&[at(3.0, 4.0)], 10.0);
        let n = f64::from(CORNERS);
        let disc = n / 2.0 * 100.0 * (std::f64::consts::TAU / n).sin();
        assert!((area(&land[0]) - disc).abs() < 1e-9);
    }

    #[test]
    fn aligned_sites_share_the_land_by_their_bisectors() {
        let sites = [at(0.0, 0.0), at(4.0, 0.0), at(8.0, 0.0)];
        let land = cells(&sites, 10.0);
        let ends = |shape: &[Point]| {
            let x = shape.iter().map(|p| p.x);
            (
                x.clone().fold(f64::INFINITY, f64::min),
                x.fold(f64::NEG_INFINITY, f64::max),
            )
        };
        let (left, right) = ends(&land[1]);
        assert!((left - 2.0).abs() < 1e-9 && (right - 6.0).abs() < 1e-9);
        assert!((ends(&land[0]).1 - 2.0).abs() < 1e-9);
    }

    #[test]
    fn any_point_within_reach_is_in_the_cell_of_its_nearest_site_only() {
        let sites: Vec<Point> = (0..40_u32)
            .map(|i| at(f64::from(i * 37 % 101), f64::from(i * 53 % 97)))
            .collect();
        let land = cells(&sites, 30.0);
        for i in 0..900_u32 {
            let p = at(f64::from(i % 30) * 3.37 + 0.013, f64::from(i / 30) * 3.21 + 0.017);
            let near = |site: &Point| site.distance(p);
            let best = sites.iter().map(near).fold(f64::INFINITY, f64::min);
            let found: Vec<usize> = (0..sites.len()).filter(|&s| inside(&land[s], p)).collect();
            // The disc is a polygon: between it and the circle nothing is said.
            if best < 29.9 {
                assert_eq!(found.len(), 1, "{p:?}");
                assert!((near(&sites[found[0]]) - best).abs() < 1e-9);
            } else if best > 30.0 {
                assert!(found.is_empty(), "{p:?}");
            }
        }
    }

    #[test]
    fn sites_at_one_place_share_one_cell() {
        let land = cells(&[at(1.0, 1.0), at(1.0, 1.0), at(5.0, 1.0)], 3.0);
        assert_eq!(land[0], land[1]);
        assert!(!inside(&land[0], at(3.5, 1.0)));
    }

    #[test]
    fn a_hatch_stays_inside_the_shape() {
        let square = [at(0.0, 0.0), at(2.0, 0.0), at(2.0, 2.0), at(0.0, 2.0)];
        let strokes = diagonal([&square[..]], 1.0);
        assert_eq!(strokes, [(at(0.0, 1.0), at(1.0, 0.0))]);
        assert!(diagonal([&square[..]], 5.0).is_empty());
    }

    #[test]
    fn lengths_are_true_on_the_plane() {
        let (lille, amiens) = (Position { lat: 50.63, lon: 3.06 }, Position { lat: 49.89, lon: 2.30 });
        let plane = Projection::about([lille, amiens].into_iter());
        let flat = plane.point(lille).distance(plane.point(amiens));
        assert!((flat / lille.distance(amiens).0 - 1.0).abs() < 0.002);
    }
}

//! Land of a place: a cell made around its centre, or the contour of a file with its islands and holes, triangulated once.

use super::plane::{Point, diagonal, inside};

/// A surface on the plane.
#[derive(Debug, Clone, Default)]
pub struct Land {
    /// Closed lines; a point is on the land inside an odd number of them.
    rings: Vec<Vec<Point>>,
    /// Corners of triangles, three by three, among the corners of all rings in order. None for a convex cell.
    triangles: Vec<u32>,
    low: Point,
    high: Point,
}

impl Land {
    /// A convex cell.
    pub fn cell(corners: Vec<Point>) -> Self {
        Self::of(vec![corners], Vec::new())
    }

    /// Pieces of land, each its outer line and its holes.
    pub fn contour(pieces: Vec<Vec<Vec<Point>>>) -> Self {
        let mut triangles = Vec::new();
        let mut rings = Vec::new();
        let mut first = 0_usize;
        for piece in pieces {
            triangles.extend(triangulated(&piece, first));
            first += piece.iter().map(Vec::len).sum::<usize>();
            rings.extend(piece);
        }
        Self::of(rings, triangles)
    }

    fn of(rings: Vec<Vec<Point>>, triangles: Vec<u32>) -> Self {
        let (mut low, mut high) = (
            rings.first().and_then(|ring| ring.first()).copied().unwrap_or_default(),
            Point::default(),
        );
        high.clone_from(&low);
        for p in rings.iter().flatten() {
            low = Point {
                x: low.x.min(p.x),
                y: low.y.min(p.y),
            };
            high = Point {
                x: high.x.max(p.x),
                y: high.y.max(p.y),
            };
        }
        Self {
            rings,
            triangles,
            low,
            high,
        }
    }

    /// True for the contour of a file.
    pub fn is_contour(&self) -> bool {
        !self.triangles.is_empty()
    }

    pub fn rings(&self) -> &[Vec<Point>] {
        &self.rings
    }

    /// See [`Land::triangles`].
    pub fn triangles(&self) -> &[u32] {
        &self.triangles
    }

    /// The smallest box around: north-west and south-east.
    pub fn bounds(&self) -> (Point, Point) {
        (self.low, self.high)
    }

    /// True where a point is on the land.
    pub fn contains(&self, p: Point) -> bool {
        let boxed = (self.low.x..=self.high.x).contains(&p.x) && (self.low.y..=self.high.y).contains(&p.y);
        boxed && self.rings.iter().filter(|ring| inside(ring, p)).count() % 2 == 1
    }
}

/// Ear cutting of one piece; nothing where its lines are no surface.
fn triangulated(piece: &[Vec<Point>], first: usize) -> Vec<u32> {
    let flat: Vec<f64> = piece.iter().flatten().flat_map(|p| [p.x, p.y]).collect();
    let mut holes = Vec::new();
    let mut corners = 0;
    for ring in piece {
        corners += ring.len();
        holes.push(corners);
    }
    holes.pop();
    let ears = earcutr::earcut(&flat, &holes, 2).unwrap_or_default();
    ears.into_iter()
        .filter_map(|corner| u32::try_from(first + corner).ok())
        .collect()
}

/// Where the line x + y = `level` runs on a land: pairs of ends, in order of x.
pub fn strokes(rings: &[Vec<Point>], level: f64) -> Vec<(Point, Point)> {
    diagonal(rings.iter().map(Vec::as_slice), level)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(x: f64, y: f64, side: f64) -> Vec<Point> {
        [(0.0, 0.0), (side, 0.0), (side, side), (0.0, side)]
            .map(|(dx, dy)| Point { x: x + dx, y: y + dy })
            .to_vec()
    }

    /// A square with a hole, and an island.
    fn land() -> Land {
        Land::contour(vec![
            vec![square(0.0, 0.0, 10.0), square(4.0, 4.0, 2.0)],
            vec![square(20.0, 0.0, 3.0)],
        ])
    }

    #[test]
    fn a_hole_is_no_land_and_an_island_is() {
        let land = land();
        let on = |x, y| land.contains(Point { x, y });
        assert!(on(1.0, 1.0) && on(21.0, 1.0));
        assert!(!on(5.0, 5.0) && !on(15.0, 1.0) && !on(-1.0, 5.0));
        assert_eq!(land.bounds(), (Point { x: 0.0, y: 0.0 }, Point { x: 23.0, y: 10.0 }));
    }

    #[test]
    fn triangles_cover_the_land_and_nothing_else() {
        let land = land();
        let corners: Vec<Point> = land.rings().iter().flatten().copied().collect();
        let area = |t: &[u32]| {
            let [a, b, c] = [0, 1, 2].map(|i| corners[usize::try_from(t[i]).unwrap()]);
            ((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)).abs() / 2.0
        };
        let whole: f64 = land.triangles().chunks_exact(3).map(area).sum();
        assert!((whole - (100.0 - 4.0 + 9.0)).abs() < 1e-9, "{whole}");
    }

    #[test]
    fn a_hatch_stops_at_holes() {
        let land = land();
        let found = strokes(land.rings(), 10.0);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!((found[0].1.x - 4.0).abs() < 1e-9 && (found[1].0.x - 6.0).abs() < 1e-9);
    }

    #[test]
    fn lines_that_cross_or_fold_are_drawn_somehow() {
        let bow = vec![vec![vec![
            Point { x: 0.0, y: 0.0 },
            Point { x: 9.0, y: 9.0 },
            Point { x: 9.0, y: 0.0 },
            Point { x: 0.0, y: 9.0 },
        ]]];
        assert!(Land::contour(bow).is_contour());
        assert!(!Land::contour(vec![vec![vec![Point::default(); 3]]]).contains(Point::default()));
        assert!(!Land::contour(Vec::new()).contains(Point::default()));
    }
}

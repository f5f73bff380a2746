//! Contours of places as official files draw them, thinned for the screen: they are looked at, and no figure is computed from them.

use super::source::SourceId;
use super::territory::Position;

/// What a contour surrounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PlaceKind {
    Basin,
    Zone,
    Department,
    Region,
}

impl PlaceKind {
    /// Finest first: a file of basins may also name their region.
    pub const ALL: [Self; 4] = [Self::Basin, Self::Zone, Self::Department, Self::Region];

    /// Stable word of the store, the command line and text keys.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Basin => "basin",
            Self::Zone => "zone",
            Self::Department => "department",
            Self::Region => "region",
        }
    }

    /// The kind of a stored word.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// A corner of a contour, in hundred-thousandths of a degree (1.1 m of latitude): whole numbers, so that neighbours share corners exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Corner {
    pub lon: i32,
    pub lat: i32,
}

/// Corners in a degree.
pub const CORNERS_A_DEGREE: f64 = 1e5;

impl Corner {
    /// The nearest corner of a position; nothing out of the globe.
    pub fn nearest(position: Position) -> Option<Self> {
        let on_globe = position.lat.abs() <= 90.0 && position.lon.abs() <= 180.0;
        #[expect(clippy::cast_possible_truncation, reason = "at most 180 × 100,000")]
        let whole = |degrees: f64| (degrees * CORNERS_A_DEGREE).round() as i32;
        on_globe.then(|| Self {
            lon: whole(position.lon),
            lat: whole(position.lat),
        })
    }

    /// Where it is.
    pub fn position(self) -> Position {
        Position {
            lat: f64::from(self.lat) / CORNERS_A_DEGREE,
            lon: f64::from(self.lon) / CORNERS_A_DEGREE,
        }
    }
}

/// Corners of a closed line in order, the first not repeated at the end.
pub type Ring = Vec<Corner>;

/// One piece of land: its outer line, then its holes.
pub type Polygon = Vec<Ring>;

/// The contour of one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contour {
    pub kind: PlaceKind,
    /// Code of the place in its nomenclature.
    pub code: String,
    /// Name as the file writes it; may be empty.
    pub name: String,
    pub land: Vec<Polygon>,
    /// 1-based feature of the file.
    pub row: u32,
    pub source: SourceId,
}

impl Contour {
    /// Corners of all its lines.
    pub fn corners(&self) -> usize {
        self.land.iter().flatten().map(Vec::len).sum()
    }
}

/// The smallest box around corners: south-west, north-east.
pub fn bounds<'a>(corners: impl IntoIterator<Item = &'a Corner>) -> Option<(Corner, Corner)> {
    corners.into_iter().fold(None, |found, c| {
        let (low, high) = found.unwrap_or((*c, *c));
        Some((
            Corner {
                lon: low.lon.min(c.lon),
                lat: low.lat.min(c.lat),
            },
            Corner {
                lon: high.lon.max(c.lon),
                lat: high.lat.max(c.lat),
            },
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_goes_to_its_corner_and_back_within_a_metre() {
        let lille = Position {
            lat: 50.636_565,
            lon: 3.063_528,
        };
        let back = Corner::nearest(lille).unwrap().position();
        assert!(back.distance(lille).0 < 0.001);
        assert_eq!(Corner::nearest(Position { lat: 91.0, lon: 0.0 }), None);
        assert_eq!(
            Corner::nearest(Position {
                lat: f64::NAN,
                lon: 0.0
            }),
            None
        );
    }
}

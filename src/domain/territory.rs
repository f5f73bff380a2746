//! Places: regions, departments, employment basins, zones d'emploi, communes.

use super::id::{BasinCode, CommuneCode, DepartmentCode, RegionCode, ZoneCode};
use super::units::Km;

/// A point on Earth, WGS84 degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position {
    pub lat: f64,
    pub lon: f64,
}

impl Position {
    /// Great-circle distance (haversine, mean Earth radius 6371.0088 km, IUGG).
    pub fn distance(self, other: Self) -> Km {
        const EARTH_RADIUS_KM: f64 = 6371.0088;
        let (lat1, lat2) = (self.lat.to_radians(), other.lat.to_radians());
        let half_lat = (lat2 - lat1) / 2.0;
        let half_lon = (other.lon - self.lon).to_radians() / 2.0;
        let a = half_lat.sin().powi(2) + lat1.cos() * lat2.cos() * half_lon.sin().powi(2);
        Km(2.0 * EARTH_RADIUS_KM * a.sqrt().min(1.0).asin())
    }
}

/// Région (INSEE).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    pub code: RegionCode,
    pub name: String,
}

/// Département (INSEE).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Department {
    pub code: DepartmentCode,
    pub name: String,
    pub region: RegionCode,
}

/// Bassin d'emploi of the survey « Besoins en main-d'œuvre » (vintage 2024).
#[derive(Debug, Clone, PartialEq)]
pub struct Basin {
    pub code: BasinCode,
    pub name: String,
    pub region: RegionCode,
    /// The department where most of its people live.
    pub main_department: DepartmentCode,
    /// Every department the survey prints it under; 24 basins have several.
    pub departments: Vec<DepartmentCode>,
    /// Population-weighted centroid.
    pub position: Position,
    /// Inhabitants.
    pub population: u32,
}

/// Zone d'emploi 2020 (INSEE): another cut than the basins, linked by commune.
#[derive(Debug, Clone, PartialEq)]
pub struct Zone {
    pub code: ZoneCode,
    pub name: String,
    pub region: RegionCode,
    pub position: Position,
    pub population: u32,
}

/// What is known of a commune: its basin and, where imported, zone, position, people.
#[derive(Debug, Clone, PartialEq)]
pub struct Commune {
    pub code: CommuneCode,
    pub name: String,
    pub department: Option<DepartmentCode>,
    pub basin: Option<BasinCode>,
    pub zone: Option<ZoneCode>,
    pub position: Option<Position>,
    pub population: Option<u32>,
}

/// The territory of a file: the regions that are reported. Everything else stored in the file is context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Territory {
    pub name: String,
    pub regions: Vec<RegionCode>,
    pub nature: Nature,
}

/// Whether the figures of a territory are real.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    /// Built from files.
    Real,
    /// Invented for demonstration: says so on every screen and page.
    Simulated,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paris_to_lyon_is_392_km_as_the_crow_flies() {
        let paris = Position {
            lat: 48.8566,
            lon: 2.3522,
        };
        let lyon = Position {
            lat: 45.7640,
            lon: 4.8357,
        };
        let Km(km) = paris.distance(lyon);
        assert!((km - 391.5).abs() < 1.0, "{km}");
        assert!(paris.distance(paris).0.abs() < 1e-9);
    }
}

//! Lambert-93 (EPSG:2154) to degrees: the conical projection of official French files.

use crate::domain::territory::Position;

/// Exponent of the projection, tangent at 44° and 49° on the GRS 80 ellipsoid (IGN, NTG 71).
const N: f64 = 0.725_607_765_0;
/// Constant of the projection, metres.
const C: f64 = 11_754_255.426;
/// Coordinates of the pole, metres.
const XS: f64 = 700_000.0;
const YS: f64 = 12_655_612.050;
/// First eccentricity of GRS 80.
const E: f64 = 0.081_819_191_042_815_8;
/// Meridian of origin, degrees.
const ORIGIN: f64 = 3.0;

/// True for metres that can be metropolitan France in this projection; no degrees are.
pub fn is_plausible([x, y]: [f64; 2]) -> bool {
    (0.0..=1_350_000.0).contains(&x) && (5_900_000.0..=7_300_000.0).contains(&y)
}

/// Inverse of the projection: λ = 3° + atan((x − xs) / (ys − y)) / n; the latitude from the isometric one −ln(R / c) / n (IGN, ALG0004 and ALG0002).
/// RGF93 and WGS84 agree within a metre.
pub fn position([x, y]: [f64; 2]) -> Position {
    let (across, down) = (x - XS, YS - y);
    let isometric = -(across.hypot(down) / C).ln() / N;
    let latitude = |sine: f64| {
        let bent = ((1.0 + E * sine) / (1.0 - E * sine)).powf(E / 2.0) * isometric.exp();
        2.0 * bent.atan() - std::f64::consts::FRAC_PI_2
    };
    // Each turn gains more than two digits: ten are beyond what a number holds.
    let phi = (0..10).fold(latitude(0.0), |phi, _| latitude(phi.sin()));
    Position {
        lat: phi.to_degrees(),
        lon: ORIGIN + (across / down).atan().to_degrees() / N,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(metres: [f64; 2], lon: f64, lat: f64) {
        let found = position(metres);
        let off = found.distance(Position { lat, lon }).0 * 1000.0;
        assert!(off < 1.5, "{metres:?}: {found:?}, {off} m away");
    }

    #[test]
    fn the_origin_and_known_places_are_where_they_are() {
        check([700_000.0, 6_600_000.0], 3.0, 46.5);
        // Dunkerque.
        check([656215.90, 7104506.15], 2.3772, 51.0347);
        // Brest.
        check([146634.03, 6836273.39], -4.4861, 48.3905);
        // Ajaccio.
        check([1176466.00, 6109095.67], 8.7369, 41.9267);
        // Strasbourg.
        check([1050362.70, 6840899.65], 7.7521, 48.5734);
        // Paris.
        check([652469.02, 6862035.26], 2.3522, 48.8566);
    }

    #[test]
    fn degrees_are_never_taken_for_metres() {
        assert!(!is_plausible([2.35, 48.85]) && is_plausible([652_469.0, 6_862_035.0]));
        assert!(
            !is_plausible([500_000.0, 1_700_000.0]),
            "a zone of Lambert II or overseas"
        );
    }
}

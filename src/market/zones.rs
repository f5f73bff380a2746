//! Links the basins of the survey to the zones d'emploi, two cuts that meet only in the communes.

use std::collections::BTreeMap;

use super::frame::Frame;
use crate::domain::id::ZoneCode;
use crate::domain::territory::{Basin, Zone};

/// The zones a basin is shared over.
pub(super) struct ZoneLink {
    pub zones: Vec<ZoneCode>,
    pub weights: Vec<u64>,
    /// True where the nearest zone stands in for a missing commune table.
    pub estimated: bool,
}

/// Links each basin to zones: by the people of the communes both share, else to the nearest zone centroid.
pub(super) fn zone_links(frame: &Frame<'_>) -> BTreeMap<usize, ZoneLink> {
    let mut people: BTreeMap<usize, BTreeMap<&ZoneCode, u64>> = BTreeMap::new();
    for commune in &frame.facts.communes {
        let basin = commune.basin.as_ref().and_then(|b| frame.basin(b));
        if let (Some(basin), Some(zone), Some(population)) = (basin, &commune.zone, commune.population) {
            *people.entry(basin).or_default().entry(zone).or_default() += u64::from(population);
        }
    }
    let link = |i: usize| match people.get(&i) {
        Some(shares) => Some(ZoneLink {
            zones: shares.keys().map(|z| (*z).clone()).collect(),
            weights: shares.values().copied().collect(),
            estimated: false,
        }),
        None => Some(ZoneLink {
            zones: vec![nearest_zone(frame, frame.basins[i])?.code.clone()],
            weights: vec![1],
            estimated: true,
        }),
    };
    (0..frame.basins.len()).filter_map(|i| Some((i, link(i)?))).collect()
}

fn nearest_zone<'a>(frame: &Frame<'a>, basin: &Basin) -> Option<&'a Zone> {
    let distance = |z: &Zone| z.position.distance(basin.position).0;
    let zones = frame.facts.catalogue.zones.iter();
    zones.min_by(|a, b| distance(a).total_cmp(&distance(b)))
}

//! The land of basins on the map: contours of imported files, cells around centres for the rest, limits of larger places.

use std::collections::BTreeSet;

use crate::domain::contour::{Contour, PlaceKind};
use crate::domain::source::SourceId;
use crate::domain::territory::Basin;
use crate::i18n::{Lang, Message, text};
use crate::ui::snapshot::Snapshot;
use crate::ui::widgets::map::plane::{Point, Projection, cells};
use crate::ui::widgets::map::{Land, Limit, Place, bounds};

/// Farthest that a cell reaches from the centre of a basin that has no neighbour there, kilometres.
const REACH: f64 = 36.0;

/// Limits are drawn as far as this beyond the land of the territory, kilometres.
const LIMITS_BEYOND: f64 = 30.0;

/// Where land is laid on a plane.
#[derive(Debug, Clone, Copy)]
pub struct Lands<'s> {
    snapshot: &'s Snapshot,
    projection: Projection,
}

impl<'s> Lands<'s> {
    pub fn new(snapshot: &'s Snapshot, projection: Projection) -> Self {
        Self { snapshot, projection }
    }

    /// Centre and land of each basin, in their order.
    pub fn of(&self, basins: &[&Basin]) -> Vec<(Point, Land)> {
        let sites: Vec<Point> = basins
            .iter()
            .map(|basin| self.projection.point(basin.position))
            .collect();
        let land = |(basin, cell): (&&Basin, Vec<Point>)| {
            let contour = self.snapshot.contour(PlaceKind::Basin, basin.code.as_str());
            contour.map_or_else(|| Land::cell(cell), |contour| Land::contour(self.pieces(contour)))
        };
        let lands: Vec<Land> = basins.iter().zip(cells(&sites, REACH)).map(land).collect();
        sites.into_iter().zip(lands).collect()
    }

    /// Lines of départements and régions over some places, the major ones last.
    pub fn limits<K>(&self, places: &[Place<K>]) -> Vec<Limit> {
        let Some((low, high)) = bounds(places) else {
            return Vec::new();
        };
        let near = |p: &Point| {
            (low.x - LIMITS_BEYOND..=high.x + LIMITS_BEYOND).contains(&p.x)
                && (low.y - LIMITS_BEYOND..=high.y + LIMITS_BEYOND).contains(&p.y)
        };
        let of_kind = |kind: PlaceKind| self.snapshot.contours.iter().filter(move |c| c.kind == kind);
        let lines = |kind: PlaceKind| {
            let rings = of_kind(kind).flat_map(|contour| self.pieces(contour)).flatten();
            rings.filter(|line| line.iter().any(near)).map(move |line| Limit {
                line,
                major: kind == PlaceKind::Region,
            })
        };
        lines(PlaceKind::Department).chain(lines(PlaceKind::Region)).collect()
    }

    fn pieces(&self, contour: &Contour) -> Vec<Vec<Vec<Point>>> {
        let line = |ring: &Vec<_>| {
            ring.iter()
                .map(|c: &crate::domain::contour::Corner| self.projection.point(c.position()))
                .collect()
        };
        let piece = |polygon: &Vec<_>| polygon.iter().map(line).collect();
        contour.land.iter().map(piece).collect()
    }
}

/// What the land on the map is: « Contours : bassins.geojson (2021). Cellules au plus proche du centre, non officielles : 2 bassins sur 34. »
pub fn note(snapshot: &Snapshot, lang: Lang) -> String {
    let facts = &snapshot.facts;
    let home = facts
        .catalogue
        .basins
        .iter()
        .filter(|basin| facts.territory.regions.contains(&basin.region));
    let (mut all, mut cells) = (0_usize, 0_usize);
    let mut files = BTreeSet::new();
    for basin in home {
        all += 1;
        match snapshot.contour(PlaceKind::Basin, basin.code.as_str()) {
            Some(contour) => _ = files.insert(contour.source),
            None => cells += 1,
        }
    }
    let limits = snapshot
        .contours
        .iter()
        .filter(|c| matches!(c.kind, PlaceKind::Department | PlaceKind::Region));
    let limits: BTreeSet<SourceId> = limits.map(|contour| contour.source).collect();
    let mut told = Vec::new();
    let mut tell = |key: &str, files: &BTreeSet<SourceId>| {
        if !files.is_empty() {
            let list: Vec<String> = files.iter().filter_map(|id| dated(snapshot, *id, lang)).collect();
            told.push(Message::new(key.to_owned()).with("files", list.join(", ")).text(lang));
        }
    };
    tell("ui-map-contours", &files);
    tell("ui-map-limits", &limits);
    if files.is_empty() {
        told.push(text(lang, "ui-map-shape"));
    } else if cells > 0 {
        let some = Message::new("ui-map-cells").with("n", cells).with("all", all);
        told.push(some.text(lang));
    }
    told.join(" ")
}

/// A file and its vintage.
fn dated(snapshot: &Snapshot, id: SourceId, lang: Lang) -> Option<String> {
    let source = snapshot.facts.sources.iter().find(|source| source.id == id)?;
    Some(match source.vintage.as_str() {
        "" => source.file.clone(),
        vintage => Message::new("ui-map-file")
            .with("file", source.file.as_str())
            .with("vintage", vintage)
            .text(lang),
    })
}

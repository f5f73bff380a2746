//! A map as data: places with their land, a colour by rate, a circle by count; said in words too.

use super::land::Land;
use super::plane::Point;
use crate::ui::theme::palette::Tint;

/// A map, ready to be drawn.
#[derive(Debug, Clone)]
pub struct Map<K> {
    pub id: &'static str,
    /// What it shows, for people who listen.
    pub name: String,
    /// The first one fills the view; the others, far overseas, are drawn in boxes in its corner.
    pub parts: Vec<Part<K>>,
    pub legend: Legend,
}

/// Places drawn at one scale.
#[derive(Debug, Clone)]
pub struct Part<K> {
    /// Name of an inset; the main part shows none.
    pub name: String,
    pub places: Vec<Place<K>>,
    /// Land around that is not of the territory: outlines only.
    pub around: Vec<Land>,
    /// Limits of larger places, over the land.
    pub limits: Vec<Limit>,
}

/// A closed line of a larger place.
#[derive(Debug, Clone)]
pub struct Limit {
    pub line: Vec<Point>,
    /// Drawn stronger: a région among départements.
    pub major: bool,
}

/// One place.
#[derive(Debug, Clone)]
pub struct Place<K> {
    pub key: K,
    pub name: String,
    pub at: Point,
    pub land: Land,
    pub mark: Mark,
    /// Half or more of what the rate rests on is under statistical secrecy.
    pub secret: bool,
    /// What the circle's surface stands for.
    pub count: f64,
    /// Title and lines told on hover; spoken when selected.
    pub told: Vec<String>,
}

/// What the colour of a place says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Class of the legend.
    Class(usize),
    /// Nothing is known, or there is nothing to fill: a dotted outline.
    Nothing,
}

/// What colours and circles mean.
#[derive(Debug, Clone)]
pub struct Legend {
    pub title: String,
    pub classes: Vec<Class>,
    /// « sans besoin connu », with its number of places.
    pub nothing: Option<(String, usize)>,
    /// « sous secret », with its number of places.
    pub secret: Option<(String, usize)>,
    /// What a circle counts.
    pub circles: String,
    /// Counts of the circles shown as examples, largest first.
    pub samples: Vec<f64>,
}

/// One colour.
#[derive(Debug, Clone, PartialEq)]
pub struct Class {
    pub words: String,
    pub tint: Tint,
    pub places: usize,
}

impl<K: PartialEq> Map<K> {
    /// Every place, main part first.
    pub fn places(&self) -> impl Iterator<Item = &Place<K>> {
        self.parts.iter().flat_map(|part| &part.places)
    }

    /// The place of a key.
    pub fn place(&self, key: &K) -> Option<&Place<K>> {
        self.places().find(|place| place.key == *key)
    }

    /// The largest count, which the circles are scaled by.
    pub fn most(&self) -> f64 {
        self.places().map(|place| place.count).fold(0.0, f64::max)
    }
}

/// Round numbers near the largest count and a quarter of it: 1, 2 or 5 × a power of ten, at most the count itself.
pub fn samples(most: f64) -> Vec<f64> {
    let round = |value: f64| {
        let power = 10_f64.powf(value.log10().floor());
        [5.0, 2.0, 1.0]
            .map(|digit| digit * power)
            .into_iter()
            .find(|v| *v <= value)
    };
    let mut found: Vec<f64> = [most, most / 4.0]
        .into_iter()
        .filter(|value| *value >= 1.0)
        .filter_map(round)
        .collect();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_of_circles_are_round_and_no_larger_than_the_largest() {
        assert_eq!(samples(412.0), [200.0, 100.0]);
        assert_eq!(samples(5.0), [5.0, 1.0]);
        assert_eq!(samples(1.2), [1.0]);
        assert!(samples(0.4).is_empty() && samples(0.0).is_empty());
    }
}

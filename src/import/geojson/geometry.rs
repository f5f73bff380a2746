//! Geometries of features as land: polygons, whatever their nesting and the order of their members.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::super::outline::{Fault, RawLand};
use super::{Budget, Scalar};

/// A geometry as land: polygons, several of them, or those of a collection.
pub(super) struct Geometry<'b, 'p>(pub &'b Budget<'p>);

impl<'de> DeserializeSeed<'de> for Geometry<'_, '_> {
    type Value = Result<RawLand, Fault>;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Geometry<'_, '_> {
    type Value = Result<RawLand, Fault>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a geometry")
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Err(Fault::NoGeometry))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (mut kind, mut nest, mut members) = (String::new(), None, None);
        while let Some(key) = map.next_key::<Cow<'_, str>>()? {
            match &*key {
                "type" => kind = map.next_value_seed(Scalar)?,
                "coordinates" => nest = Some(map.next_value_seed(Coordinates(self.0))?),
                "geometries" => members = Some(map.next_value_seed(Geometries(self.0))?),
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(match (&*kind, nest, members) {
            ("GeometryCollection", _, Some(land)) if !land.is_empty() => Ok(land),
            ("Polygon", Some(nest), _) => lines(nest).map(|polygon| vec![polygon]).ok_or(Fault::Malformed),
            ("MultiPolygon", Some(Nest::List(list)), _) => {
                let polygons: Option<RawLand> = list.into_iter().map(lines).collect();
                polygons.ok_or(Fault::Malformed)
            }
            ("MultiPolygon", Some(_), _) => Err(Fault::Malformed),
            _ => Err(Fault::NotAnArea(kind)),
        })
    }
}

/// The areas among the members of a collection; points and lines are left aside.
struct Geometries<'b, 'p>(&'b Budget<'p>);

impl<'de> DeserializeSeed<'de> for Geometries<'_, '_> {
    type Value = RawLand;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<RawLand, D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Geometries<'_, '_> {
    type Value = RawLand;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of geometries")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<RawLand, A::Error> {
        let mut land = RawLand::new();
        while let Some(member) = seq.next_element_seed(Geometry(self.0))? {
            self.0.spend()?;
            land.extend(member.into_iter().flatten());
        }
        Ok(land)
    }
}

/// Coordinates before their geometry is known: numbers, a position, positions in a row, or lists of these.
enum Nest {
    Number(f64),
    Point([f64; 2]),
    Line(Vec<[f64; 2]>),
    List(Vec<Nest>),
    Broken,
}

/// The lines of a polygon.
fn lines(nest: Nest) -> Option<Vec<Vec<[f64; 2]>>> {
    let Nest::List(list) = nest else { return None };
    let line = |nest| match nest {
        Nest::Line(line) => Some(line),
        Nest::List(list) if list.is_empty() => Some(Vec::new()),
        _ => None,
    };
    list.into_iter().map(line).collect()
}

#[derive(Clone, Copy)]
struct Coordinates<'b, 'p>(&'b Budget<'p>);

impl<'de> DeserializeSeed<'de> for Coordinates<'_, '_> {
    type Value = Nest;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Nest, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Coordinates<'_, '_> {
    type Value = Nest;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("coordinates")
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Nest, E> {
        Ok(Nest::Number(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Nest, E> {
        #[expect(clippy::cast_precision_loss, reason = "beyond 2^53 it is no coordinate anyway")]
        Ok(Nest::Number(value as f64))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Nest, E> {
        #[expect(clippy::cast_precision_loss, reason = "beyond 2^53 it is no coordinate anyway")]
        Ok(Nest::Number(value as f64))
    }

    fn visit_unit<E: Error>(self) -> Result<Nest, E> {
        Ok(Nest::Broken)
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Nest, E> {
        Ok(Nest::Broken)
    }

    /// Two numbers or more are a position, of which height and measure are left aside.
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Nest, A::Error> {
        self.0.spend()?;
        let (mut numbers, mut count) = ([0.0; 2], 0_usize);
        let (mut line, mut list, mut broken) = (Vec::new(), Vec::new(), false);
        while let Some(item) = seq.next_element_seed(self)? {
            match item {
                Nest::Number(number) => {
                    if let Some(slot) = numbers.get_mut(count) {
                        *slot = number;
                    }
                    count += 1;
                }
                Nest::Point(point) => line.push(point),
                Nest::Broken => broken = true,
                nested => list.push(nested),
            }
        }
        Ok(match (count, line.is_empty(), list.is_empty()) {
            _ if broken => Nest::Broken,
            (2.., true, true) => Nest::Point(numbers),
            (0, false, true) => Nest::Line(line),
            (0, true, _) => Nest::List(list),
            _ => Nest::Broken,
        })
    }
}

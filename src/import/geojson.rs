//! GeoJSON (RFC 7946) read feature by feature: properties as cells, areas as lines of corners, within a budget of memory.

mod geometry;

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::HashMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use geometry::Geometry;

use super::error::ImportError;
use super::outline::{Fault, RawLand};
use super::table::MAX_COLUMNS;
use crate::domain::progress::Progress;

/// Lists of coordinates read from one file: the whole country in full detail is some four million.
const MAX_LISTS: usize = 6_000_000;
/// Features of one file; communes are 35,000.
const MAX_FEATURES: usize = 60_000;
/// Characters of a property that are kept: codes and names.
const KEPT_CHARS: usize = 200;
/// Lists read between two looks at whether the user asked to stop.
const LISTS_A_CHECK: usize = 4_096;

/// A file of features.
#[derive(Debug, Default)]
pub struct Features {
    /// Names of properties, in order of appearance.
    pub names: Vec<String>,
    pub list: Vec<Feature>,
    /// Name of the coordinate system, where the file states one.
    pub crs: Option<String>,
    /// Title of the collection.
    pub title: String,
}

/// One feature.
#[derive(Debug)]
pub struct Feature {
    /// Values of the properties, as [`Features::names`].
    pub cells: Vec<String>,
    pub land: Result<RawLand, Fault>,
}

/// True for a text that can only be JSON: no table begins so.
pub fn is_json(text: &str) -> bool {
    text.trim_start().starts_with('{')
}

/// Reads every feature.
///
/// # Errors
/// Broken JSON (with line and column), no collection of features, too many features, properties or corners, cancelled.
pub fn read(file: &str, text: &str, progress: &dyn Progress) -> Result<Features, ImportError> {
    let budget = Budget {
        progress,
        left: Cell::new(MAX_LISTS),
        stop: Cell::new(None),
    };
    let mut whole = Whole::default();
    let mut json = serde_json::Deserializer::from_str(text);
    let read = Collection {
        whole: &mut whole,
        budget: &budget,
    }
    .deserialize(&mut json)
    .and_then(|()| json.end());
    let file = || file.to_owned();
    if let Err(error) = read {
        return Err(match budget.stop.get() {
            Some(Stop::Cancelled) => ImportError::Cancelled,
            Some(Stop::Corners) => ImportError::TooManyCorners {
                file: file(),
                limit: MAX_LISTS,
            },
            Some(Stop::Features) => ImportError::TooManyRows {
                file: file(),
                limit: MAX_FEATURES as u64,
            },
            Some(Stop::Columns) => ImportError::TooManyColumns {
                file: file(),
                limit: MAX_COLUMNS,
            },
            None => ImportError::Damaged {
                file: file(),
                detail: error.to_string(),
            },
        });
    }
    if !whole.has_features {
        return Err(ImportError::NotGeoJson {
            file: file(),
            found: whole.kind,
        });
    }
    Ok(whole.found)
}

/// Why a reading ends before the end of the file.
#[derive(Debug, Clone, Copy)]
enum Stop {
    Cancelled,
    Corners,
    Features,
    Columns,
}

/// What may still be read.
struct Budget<'p> {
    progress: &'p dyn Progress,
    left: Cell<usize>,
    stop: Cell<Option<Stop>>,
}

impl Budget<'_> {
    fn spend<E: Error>(&self) -> Result<(), E> {
        let left = self.left.get();
        if left == 0 {
            return self.end(Stop::Corners);
        }
        self.left.set(left - 1);
        if left.is_multiple_of(LISTS_A_CHECK) && self.progress.is_cancelled() {
            return self.end(Stop::Cancelled);
        }
        Ok(())
    }

    fn end<T, E: Error>(&self, stop: Stop) -> Result<T, E> {
        self.stop.set(Some(stop));
        Err(E::custom("stopped"))
    }
}

#[derive(Default)]
struct Whole {
    found: Features,
    columns: HashMap<String, usize>,
    kind: String,
    has_features: bool,
}

impl Whole {
    fn add<E: Error>(&mut self, feature: Parts, budget: &Budget<'_>) -> Result<(), E> {
        if self.found.list.len() >= MAX_FEATURES {
            return budget.end(Stop::Features);
        }
        let mut cells = vec![String::new(); self.found.names.len()];
        for (name, value) in feature.properties {
            let next = self.found.names.len();
            let at = *self.columns.entry(name).or_insert_with_key(|name| {
                self.found.names.push(name.clone());
                next
            });
            if at >= MAX_COLUMNS {
                return budget.end(Stop::Columns);
            }
            if at >= cells.len() {
                cells.resize(at + 1, String::new());
            }
            cells[at] = value;
        }
        self.has_features = true;
        self.found.list.push(Feature {
            cells,
            land: feature.land.unwrap_or(Err(Fault::NoGeometry)),
        });
        Ok(())
    }
}

/// The properties and the land of one feature, as far as they are read.
#[derive(Default)]
struct Parts {
    properties: Vec<(String, String)>,
    land: Option<Result<RawLand, Fault>>,
}

impl Parts {
    /// Takes one member of a feature; false when it is none.
    fn take<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A, budget: &Budget<'_>) -> Result<bool, A::Error> {
        match key {
            "properties" => self.properties.extend(map.next_value_seed(Properties)?),
            "geometry" => self.land = Some(map.next_value_seed(Geometry(budget))?),
            "id" => self.properties.push(("id".to_owned(), map.next_value_seed(Scalar)?)),
            _ => return Ok(false),
        }
        Ok(true)
    }
}

/// The outermost object: a collection, or one feature alone.
struct Collection<'w, 'p> {
    whole: &'w mut Whole,
    budget: &'w Budget<'p>,
}

impl<'de> DeserializeSeed<'de> for Collection<'_, '_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Collection<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a FeatureCollection")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut alone = Parts::default();
        while let Some(key) = map.next_key::<Cow<'_, str>>()? {
            match &*key {
                "type" => self.whole.kind = map.next_value_seed(Scalar)?,
                "name" => self.whole.found.title = map.next_value_seed(Scalar)?,
                "crs" => {
                    let crs: Option<Crs> = map.next_value()?;
                    self.whole.found.crs = crs.and_then(|crs| crs.properties.name);
                }
                "features" => {
                    self.whole.has_features = true;
                    map.next_value_seed(List {
                        whole: self.whole,
                        budget: self.budget,
                    })?;
                }
                other => {
                    if !alone.take(other, &mut map, self.budget)? {
                        map.next_value::<IgnoredAny>()?;
                    }
                }
            }
        }
        match self.whole.kind == "Feature" && alone.land.is_some() {
            true => self.whole.add(alone, self.budget),
            false => Ok(()),
        }
    }
}

#[derive(Deserialize)]
struct Crs {
    #[serde(default)]
    properties: CrsProperties,
}

#[derive(Deserialize, Default)]
struct CrsProperties {
    name: Option<String>,
}

struct List<'w, 'p> {
    whole: &'w mut Whole,
    budget: &'w Budget<'p>,
}

impl<'de> DeserializeSeed<'de> for List<'_, '_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for List<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of features")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while let Some(parts) = seq.next_element_seed(One(self.budget))? {
            self.whole.add(parts, self.budget)?;
        }
        Ok(())
    }
}

struct One<'b, 'p>(&'b Budget<'p>);

impl<'de> DeserializeSeed<'de> for One<'_, '_> {
    type Value = Parts;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Parts, D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for One<'_, '_> {
    type Value = Parts;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a feature")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Parts, A::Error> {
        let mut parts = Parts::default();
        while let Some(key) = map.next_key::<Cow<'_, str>>()? {
            if !parts.take(&key, &mut map, self.0)? {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(parts)
    }
}

struct Properties;

impl<'de> DeserializeSeed<'de> for Properties {
    type Value = Vec<(String, String)>;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Properties {
    type Value = Vec<(String, String)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("properties")
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut found = Vec::new();
        while let Some(name) = map.next_key::<Cow<'_, str>>()? {
            let value = map.next_value_seed(Scalar)?;
            if found.len() <= MAX_COLUMNS {
                found.push((kept(&name), value));
            }
        }
        Ok(found)
    }
}

fn kept(text: &str) -> String {
    text.chars().take(KEPT_CHARS).collect()
}

/// A value as text; lists and objects are no cell.
struct Scalar;

impl<'de> DeserializeSeed<'de> for Scalar {
    type Value = String;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<String, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Scalar {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<String, E> {
        Ok(kept(text))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_unit<E: Error>(self) -> Result<String, E> {
        Ok(String::new())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<String, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(String::new())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<String, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(String::new())
    }
}

//! What the chooser shows: recent files, and the regions a new territory may be made of.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::domain::id::RegionCode;
use crate::domain::territory::Region;

/// Extension of territory files.
pub const EXTENSION: &str = "releve";

/// One recent file.
#[derive(Debug, Clone, PartialEq)]
pub struct Recent {
    pub path: PathBuf,
    /// File name without its extension.
    pub name: String,
    pub folder: String,
    /// Moved or removed since: it stays in the list, told apart.
    pub missing: bool,
}

/// Reads the recent files; `exists` tells whether a path still is a file.
pub fn recent(paths: &[PathBuf], exists: impl Fn(&Path) -> bool) -> Vec<Recent> {
    let words = |part: Option<&std::ffi::OsStr>| part.map(|p| p.to_string_lossy().into_owned()).unwrap_or_default();
    paths
        .iter()
        .map(|path| Recent {
            name: words(path.file_stem()),
            folder: words(path.parent().map(Path::as_os_str)),
            missing: !exists(path),
            path: path.clone(),
        })
        .collect()
}

/// « Hauts-de-France, Normandie ».
pub fn territory_name(regions: &[Region], chosen: &BTreeSet<RegionCode>) -> String {
    let names: Vec<&str> = regions
        .iter()
        .filter(|r| chosen.contains(&r.code))
        .map(|r| r.name.as_str())
        .collect();
    names.join(", ")
}

/// A file for a new territory in `folder`, not taken yet.
pub fn new_file(folder: &Path, name: &str, exists: impl Fn(&Path) -> bool) -> PathBuf {
    let stem: Vec<String> = crate::ui::words::fold(name)
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect();
    let stem = if stem.is_empty() {
        "territoire".to_owned()
    } else {
        stem.join("-")
    };
    let numbered = |n: u32| match n {
        0 => folder.join(format!("{stem}.{EXTENSION}")),
        n => folder.join(format!("{stem}-{n}.{EXTENSION}")),
    };
    (0..u32::MAX)
        .map(numbered)
        .find(|p| !exists(p))
        .unwrap_or_else(|| numbered(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_file_never_takes_the_place_of_another() {
        let folder = Path::new("/t");
        let taken = |p: &Path| p == Path::new("/t/hauts-de-france.releve");
        assert_eq!(
            new_file(folder, "Hauts-de-France", taken),
            Path::new("/t/hauts-de-france-1.releve")
        );
        assert_eq!(new_file(folder, "…", |_| false), Path::new("/t/territoire.releve"));
    }

    #[test]
    fn a_lost_recent_file_is_told_apart() {
        let list = recent(&[PathBuf::from("/t/a.releve")], |_| false);
        assert_eq!((list[0].name.as_str(), list[0].missing), ("a", true));
    }
}

//! Versions: verified copies of a territory file in a folder beside it, named by their time and reason, thinned out as they age.
//! See `docs/adr/0003-versions.md`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use rusqlite::Connection;

use super::error::At;
use super::gate;
use super::reader::Reader;
use super::{StoreError, backup, deed};

/// Automatic versions kept whatever their age.
const LAST: usize = 10;
/// Days of which the last automatic version is kept.
const DAYS: i64 = 14;
/// Weeks of which the last automatic version is kept, after those days.
const WEEKS: i64 = 52;
/// Time in file names, in universal time: names sort by age.
const STAMP: &str = "%Y%m%dT%H%M%SZ";
/// Characters of a name kept in a file name.
const NAME_LENGTH: usize = 60;
const ENDING: &str = "releve";

/// Why a version was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum VersionReason {
    /// The file was opened, and had changed since the last version.
    Opening,
    /// An import was about to be written.
    Import,
    /// The file was about to be brought to the format of this program.
    Migration,
    /// Someone asked for it.
    Named,
}

impl VersionReason {
    pub const ALL: [Self; 4] = [Self::Opening, Self::Import, Self::Migration, Self::Named];

    /// Stable text of file names, JSON and texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Opening => "opening",
            Self::Import => "import",
            Self::Migration => "migration",
            Self::Named => "named",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.as_str() == text)
    }

    /// Only what the program keeps by itself, day after day, is thinned out.
    fn is_thinned_out(self) -> bool {
        matches!(self, Self::Opening | Self::Import)
    }
}

/// A verified copy of a territory file at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    pub path: PathBuf,
    /// ISO 8601, universal time.
    pub at: String,
    pub reason: VersionReason,
    /// Given by a person; empty for automatic versions.
    pub name: String,
    pub revision: i64,
    pub bytes: u64,
}

impl Version {
    /// What tells it from the others: the time in its file name.
    pub fn id(&self) -> String {
        let stem = self.path.file_name().unwrap_or_default().to_string_lossy();
        stem.split('_').next().unwrap_or_default().to_owned()
    }
}

/// A file of the folder that is no version, and why.
#[derive(Debug)]
pub struct Ignored {
    pub file: String,
    /// Nothing where only its name is foreign.
    pub why: Option<StoreError>,
}

/// What the folder holds.
#[derive(Debug, Default)]
pub struct Versions {
    /// Newest first.
    pub list: Vec<Version>,
    pub ignored: Vec<Ignored>,
}

/// Where the versions of a file stand: `region.releve` has `region.versions` beside it.
pub(super) fn folder(path: &Path) -> PathBuf {
    path.with_extension("versions")
}

/// Reads the folder; a folder that is not there holds nothing.
pub(super) fn list(path: &Path) -> Result<Versions, StoreError> {
    let folder = folder(&gate::absolute(path)?);
    let mut versions = Versions::default();
    if !folder.exists() {
        return Ok(versions);
    }
    for entry in fs::read_dir(&folder).at(&folder)? {
        let path = entry.at(&folder)?.path();
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // What SQLite keeps beside a version being read.
        if file.ends_with("-wal") || file.ends_with("-shm") || file.ends_with("-lock") {
            continue;
        }
        match named(&file) {
            None => versions.ignored.push(Ignored { file, why: None }),
            Some((time, reason, name)) => match read(&path, time, reason, name) {
                Ok(version) => versions.list.push(version),
                Err(error) => versions.ignored.push(Ignored { file, why: Some(error) }),
            },
        }
    }
    versions
        .list
        .sort_by(|a, b| b.at.cmp(&a.at).then_with(|| b.path.cmp(&a.path)));
    versions.ignored.sort_by(|a, b| a.file.cmp(&b.file));
    Ok(versions)
}

fn read(path: &Path, time: Timestamp, reason: VersionReason, name: String) -> Result<Version, StoreError> {
    Ok(Version {
        revision: gate::peek(path)?,
        bytes: fs::metadata(path).at(path)?.len(),
        at: time.to_string(),
        path: path.to_path_buf(),
        reason,
        name,
    })
}

/// Keeps the file as it stands, then thins out the automatic versions.
pub(super) fn save(file: &Reader, reason: VersionReason, name: &str) -> Result<Version, StoreError> {
    let (target, time) = free_place(&file.connection, &file.path, reason, name)?;
    backup::copy(&file.connection, &file.path, &target)?;
    if reason.is_thinned_out() {
        thin_out(&file.path);
    }
    read(&target, time, reason, plain(name))
}

/// Where the version made before a migration goes.
pub(super) fn before_migration(connection: &Connection, path: &Path) -> Result<PathBuf, StoreError> {
    free_place(connection, path, VersionReason::Migration, "").map(|(target, _)| target)
}

/// A verified copy in a folder of one's own, for reading.
pub(super) fn copy_aside(path: &Path, folder: &Path) -> Result<PathBuf, StoreError> {
    let path = gate::absolute(path)?;
    let connection = gate::open_to_copy(&path)?;
    let target = folder.join(path.file_name().unwrap_or_default());
    backup::copy(&connection, &path, &target)?;
    Ok(target)
}

/// Makes a file of a version where nothing stands.
pub(super) fn restore(from: &Path, target: &Path) -> Result<(), StoreError> {
    let (from, target) = (gate::absolute(from)?, gate::absolute(target)?);
    if target.exists() {
        return Err(StoreError::AlreadyExists { path: target });
    }
    let connection = gate::open_to_copy(&from)?;
    backup::copy(&connection, &from, &target)
}

/// A name not taken, at this second or the next free one.
fn free_place(
    connection: &Connection,
    path: &Path,
    reason: VersionReason,
    name: &str,
) -> Result<(PathBuf, Timestamp), StoreError> {
    let folder = folder(path);
    fs::create_dir_all(&folder).at(&folder)?;
    let revision = deed::revision(connection).unwrap_or_default();
    // Whole seconds, as in names, and always after the newest one: names sort by age even when the clock was set back.
    let now = Timestamp::from_second(Timestamp::now().as_second()).unwrap_or_default();
    let times = fs::read_dir(&folder).at(&folder)?.filter_map(Result::ok);
    let newest = times
        .filter_map(|entry| named(&entry.file_name().to_string_lossy()))
        .map(|(time, ..)| time)
        .max();
    let next = newest.and_then(|time| time.checked_add(1.second()).ok());
    let time = next.map_or(now, |next| next.max(now));
    let mut file = format!("{}_r{revision}_{}", time.strftime(STAMP), reason.as_str());
    let name = plain(name);
    if !name.is_empty() {
        file = format!("{file}_{name}");
    }
    Ok((folder.join(format!("{file}.{ENDING}")), time))
}

/// Time, reason and name told by a file name; nothing for a foreign one.
fn named(file: &str) -> Option<(Timestamp, VersionReason, String)> {
    let stem = file.strip_suffix(ENDING)?.strip_suffix('.')?;
    let mut parts = stem.splitn(4, '_');
    let time = DateTime::strptime(STAMP, parts.next()?).ok()?;
    let time = time.to_zoned(TimeZone::UTC).ok()?.timestamp();
    parts.next()?.strip_prefix('r')?.parse::<i64>().ok()?;
    let reason = VersionReason::parse(parts.next()?)?;
    Some((time, reason, parts.next().unwrap_or_default().to_owned()))
}

/// A name that any system accepts in a file name: what some refuse becomes a blank.
fn plain(name: &str) -> String {
    let refused = |c: char| c.is_control() || "/\\:*?\"<>|".contains(c);
    let kept: String = name.chars().map(|c| if refused(c) { ' ' } else { c }).collect();
    let words: Vec<&str> = kept.split_whitespace().collect();
    let cut: String = words.join(" ").chars().take(NAME_LENGTH).collect();
    cut.trim_end_matches([' ', '.']).to_owned()
}

/// Removes the automatic versions that are no longer kept; one that resists stays, which loses nothing.
fn thin_out(path: &Path) {
    let Ok(versions) = list(path) else { return };
    let ages: Vec<Timestamp> = versions
        .list
        .iter()
        .filter(|v| v.reason.is_thinned_out())
        .filter_map(|v| v.at.parse().ok())
        .collect();
    let surplus: BTreeSet<String> = surplus(&ages, Timestamp::now())
        .into_iter()
        .map(|t| t.to_string())
        .collect();
    for version in versions.list.iter().filter(|v| v.reason.is_thinned_out()) {
        if surplus.contains(&version.at)
            && let Err(error) = fs::remove_file(&version.path)
        {
            tracing::warn!(%error, "an old version stays");
        }
    }
}

/// Of automatic versions, newest first, those to let go: the last [`LAST`] stay, then the last of each day for [`DAYS`] days, then
/// the last of each week for [`WEEKS`] weeks.
fn surplus(ages: &[Timestamp], now: Timestamp) -> Vec<Timestamp> {
    const DAY: i64 = 86_400;
    let mut days = BTreeSet::new();
    let mut weeks = BTreeSet::new();
    let mut gone = Vec::new();
    for (rank, time) in ages.iter().enumerate() {
        let day = time.as_second().div_euclid(DAY);
        let first_of_day = days.insert(day);
        let first_of_week = weeks.insert(day.div_euclid(7));
        let age = (now.as_second() - time.as_second()) / DAY;
        let kept =
            rank < LAST || age < DAYS && first_of_day || (DAYS..DAYS + WEEKS * 7).contains(&age) && first_of_week;
        if !kept {
            gone.push(*time);
        }
    }
    gone
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_tells_time_reason_and_name() {
        let (time, reason, name) = named("20261123T180411Z_r12_named_Avant le conseil_2.releve").unwrap();
        assert_eq!(time.to_string(), "2026-11-23T18:04:11Z");
        assert_eq!((reason, name.as_str()), (VersionReason::Named, "Avant le conseil_2"));
        let (_, reason, name) = named("20261123T180411Z_r3_opening.releve").unwrap();
        assert_eq!((reason, name.as_str()), (VersionReason::Opening, ""));
        for foreign in [
            "notes.txt",
            "20261123T180411Z_r3_opening.sqlite",
            "20261123T180411Z_r3_other.releve",
            "20261399T180411Z_r3_opening.releve",
            "region.releve",
        ] {
            assert!(named(foreign).is_none(), "{foreign}");
        }
    }

    #[test]
    fn names_are_made_plain() {
        assert_eq!(plain("  Avant le conseil : 12/11 "), "Avant le conseil 12 11");
        assert_eq!(plain("../../etc/passwd"), ".. .. etc passwd");
        assert_eq!(plain("fin."), "fin");
        assert_eq!(plain(&"é".repeat(100)).chars().count(), NAME_LENGTH);
    }

    #[test]
    fn old_versions_thin_out_and_the_last_ten_stay() {
        let now: Timestamp = "2026-11-23T12:00:00Z".parse().unwrap();
        let ago = |hours: i64| now.saturating_sub(hours.hours()).unwrap();
        let check = |ages: Vec<i64>, expected: Vec<i64>| {
            let ages: Vec<Timestamp> = ages.into_iter().map(ago).collect();
            let expected: Vec<Timestamp> = expected.into_iter().map(ago).collect();
            assert_eq!(surplus(&ages, now), expected);
        };
        let ten = || (0..10).collect::<Vec<i64>>();
        check(ten(), vec![]);
        // An eleventh of the same day goes; the last of the day before stays, the one before it goes.
        check([ten(), vec![11, 13, 15]].concat(), vec![11, 15]);
        // After a fortnight one a week; after a year none.
        let weeks = vec![24 * 15, 24 * 16, 24 * 23, 24 * 500];
        check([ten(), weeks].concat(), vec![24 * 16, 24 * 500]);
    }
}

//! What the program remembers of its user: language, theme, recent files, window. One JSON file in the platform's place.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;
use serde::{Deserialize, Serialize};

use crate::i18n::{Lang, Message};

/// Recent files kept.
const RECENT_MOST: usize = 10;
/// Paths of imported files kept: those of a few territories.
const IMPORTED_MOST: usize = 200;

/// Preferences; every field has a default, so that an older or newer file still reads.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Settings {
    /// `None`: the language of the system.
    pub language: Option<Lang>,
    pub theme: Theme,
    pub lens: Lens,
    /// Last opened first, absolute paths.
    pub recent: Vec<PathBuf>,
    pub window: Option<WindowSize>,
    /// Zoom of the window, 1.0 when untouched.
    pub zoom: Option<f32>,
    /// The guided tour was offered once.
    pub tour_offered: bool,
    /// What each table was left like, by its name.
    pub tables: BTreeMap<String, TablePreference>,
    /// Where imported files were read, last imported first. Here and not in the territory, which other people read: a path tells of this machine.
    pub imported: Vec<ImportedPath>,
}

/// Where a file was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedPath {
    /// SHA-256 of the file, as its source has it.
    pub sha256: String,
    /// Absolute.
    pub path: PathBuf,
}

/// Order, columns and filters of one table, by the places of its columns.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TablePreference {
    /// Columns the table had: with another number of them nothing of this holds.
    pub columns: usize,
    /// The column rows are sorted by, and whether upwards.
    pub sort: Option<(usize, bool)>,
    /// Columns the user showed or hid.
    pub shown: BTreeMap<usize, bool>,
    pub filters: Vec<ColumnFilter>,
}

/// What a column must hold for a row to be shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnFilter {
    /// All these words, whatever their case and accents.
    Contains { column: usize, text: String },
    /// One of these texts.
    OneOf { column: usize, values: BTreeSet<String> },
    /// A number between these bounds, both included.
    Within {
        column: usize,
        least: Option<f64>,
        most: Option<f64>,
    },
    /// Something hidden by statistical secrecy, or nothing.
    Secret { column: usize, only: bool },
}

impl ColumnFilter {
    /// Place of the column it looks at.
    pub fn column(&self) -> usize {
        match self {
            Self::Contains { column, .. }
            | Self::OneOf { column, .. }
            | Self::Within { column, .. }
            | Self::Secret { column, .. } => *column,
        }
    }
}

/// Colours of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    Light,
    Dark,
    Contrast,
}

/// Which posts count as filled: all that could be, or those expected to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lens {
    /// Optique potentielle: the best matching there is.
    #[default]
    Potential,
    /// Optique attendue: everyone chooses as observed.
    Expected,
}

impl Lens {
    pub const ALL: [Self; 2] = [Self::Potential, Self::Expected];

    /// Stable text of the texts (`ui-lens-<key>`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Potential => "potential",
            Self::Expected => "expected",
        }
    }
}

/// Size of the window in points.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct WindowSize {
    pub width: f32,
    pub height: f32,
    #[serde(default)]
    pub maximized: bool,
}

/// Settings as read, and what a person should be told when they could not be.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    pub settings: Settings,
    pub note: Option<Message>,
}

/// The JSON of the file.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct SettingsFile {
    language: Option<String>,
    theme: Theme,
    lens: Lens,
    recent: Vec<PathBuf>,
    window: Option<WindowSize>,
    zoom: Option<f32>,
    tables: BTreeMap<String, TablePreference>,
    tour_offered: bool,
    imported: Vec<ImportedPath>,
}

impl Settings {
    /// The settings of this user; defaults where there is no file yet.
    pub fn load() -> Loaded {
        match default_path() {
            Some(path) => Self::load_from(&path),
            None => Loaded {
                settings: Self::default(),
                note: None,
            },
        }
    }

    /// The settings of one file: defaults and a note when it is damaged; the damaged file is kept beside as `.bad`.
    pub fn load_from(path: &Path) -> Loaded {
        let Ok(bytes) = fs::read(path) else {
            return Loaded {
                settings: Self::default(),
                note: None,
            };
        };
        match serde_json::from_slice::<SettingsFile>(&bytes) {
            Ok(file) => Loaded {
                settings: file.into(),
                note: None,
            },
            Err(error) => {
                tracing::warn!(%error, "settings are damaged; starting from defaults");
                let kept = path.with_extension("json.bad");
                let _ = fs::rename(path, &kept);
                let note = Message::new("app-settings-damaged").with("file", kept.display().to_string());
                Loaded {
                    settings: Self::default(),
                    note: Some(note),
                }
            }
        }
    }

    /// Writes the settings of this user; a failure is logged, never shown: preferences are a comfort.
    pub fn save(&self) {
        let Some(path) = default_path() else { return };
        if let Err(error) = self.save_to(&path) {
            tracing::warn!(%error, "settings could not be written");
        }
    }

    /// Writes the settings to one file, whole or not at all.
    ///
    /// # Errors
    /// The error of the disk.
    pub fn save_to(&self, path: &Path) -> std::io::Result<()> {
        let folder = path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let json = serde_json::to_vec_pretty(&SettingsFile::from(self))?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(&json)?;
        file.persist(path)?;
        Ok(())
    }

    /// Puts a territory file at the head of the recent ones.
    pub fn remember(&mut self, path: &Path) {
        self.recent.retain(|known| known != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(RECENT_MOST);
    }

    /// Notes where a file was last imported from.
    pub fn remember_import(&mut self, sha256: &str, path: &Path) {
        self.imported.retain(|known| known.sha256 != sha256);
        let (sha256, path) = (sha256.to_owned(), path.to_owned());
        self.imported.insert(0, ImportedPath { sha256, path });
        self.imported.truncate(IMPORTED_MOST);
    }

    /// Where the file of these bytes was last imported from on this machine.
    pub fn import_path(&self, sha256: &str) -> Option<&Path> {
        let found = self.imported.iter().find(|known| known.sha256 == sha256)?;
        Some(&found.path)
    }

    /// The language to speak: the chosen one, else `RELEVE_LANG`, else the locale of the system, else French.
    pub fn lang(&self) -> Lang {
        self.language.unwrap_or_else(system_lang)
    }
}

/// The language of `RELEVE_LANG`, then `LC_ALL`, `LC_MESSAGES`, `LANG`; French when none says.
pub fn system_lang() -> Lang {
    ["RELEVE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty() && value != "C" && !value.starts_with("C."))
        .map_or(Lang::Fr, |value| Lang::from_locale(&value))
}

/// The folders of the program on this system; `None` without a home folder.
pub(super) fn project_dirs() -> Option<ProjectDirs> {
    ProjectDirs::from("fr", "", "releve")
}

fn default_path() -> Option<PathBuf> {
    Some(project_dirs()?.config_dir().join("settings.json"))
}

impl From<SettingsFile> for Settings {
    fn from(file: SettingsFile) -> Self {
        let language = file.language.as_deref();
        Self {
            language: Lang::ALL.into_iter().find(|lang| Some(lang.as_str()) == language),
            theme: file.theme,
            lens: file.lens,
            recent: file.recent,
            window: file.window.filter(|w| w.width.is_finite() && w.height.is_finite()),
            zoom: file.zoom.filter(|z| (0.5..=4.0).contains(z)),
            tables: file.tables,
            imported: file.imported,
            tour_offered: file.tour_offered,
        }
    }
}

impl From<&Settings> for SettingsFile {
    fn from(settings: &Settings) -> Self {
        Self {
            language: settings.language.map(|lang| lang.as_str().to_owned()),
            theme: settings.theme,
            lens: settings.lens,
            recent: settings.recent.clone(),
            window: settings.window,
            zoom: settings.zoom,
            tables: settings.tables.clone(),
            imported: settings.imported.clone(),
            tour_offered: settings.tour_offered,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_read_back_as_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/settings.json");
        let mut settings = Settings {
            language: Some(Lang::En),
            theme: Theme::Dark,
            lens: Lens::Expected,
            window: Some(WindowSize {
                width: 1280.0,
                height: 800.0,
                maximized: true,
            }),
            zoom: Some(1.25),
            ..Settings::default()
        };
        settings.remember(Path::new("/t/a.releve"));
        settings.remember_import("c0ffee", Path::new("/t/bmo.xlsx"));
        settings.save_to(&path).unwrap();
        assert_eq!(Settings::load_from(&path), Loaded { settings, note: None });
    }

    #[test]
    fn a_damaged_file_gives_defaults_a_note_and_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        fs::write(&path, b"{ not json").unwrap();
        let loaded = Settings::load_from(&path);
        assert_eq!(loaded.settings, Settings::default());
        assert!(loaded.note.is_some());
        assert_eq!(fs::read(path.with_extension("json.bad")).unwrap(), b"{ not json");
        assert!(Settings::load_from(&path).note.is_none(), "told once");
    }

    #[test]
    fn unknown_fields_and_missing_fields_are_accepted() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        fs::write(&path, br#"{"theme":"contrast","from_a_later_version":1}"#).unwrap();
        let loaded = Settings::load_from(&path);
        assert_eq!(loaded.settings.theme, Theme::Contrast);
        assert!(loaded.note.is_none());
    }

    #[test]
    fn the_last_path_of_an_imported_file_is_known_and_paths_are_few() {
        let mut settings = Settings::default();
        settings.remember_import("a", Path::new("/t/old.csv"));
        settings.remember_import("a", Path::new("/t/new.csv"));
        assert_eq!(settings.imported.len(), 1);
        assert_eq!(settings.import_path("a"), Some(Path::new("/t/new.csv")));
        for i in 0..IMPORTED_MOST {
            settings.remember_import(&format!("{i}"), Path::new("/t/x.csv"));
        }
        assert_eq!(
            (settings.imported.len(), settings.import_path("a")),
            (IMPORTED_MOST, None)
        );
    }

    #[test]
    fn recent_files_are_unique_and_few() {
        let mut settings = Settings::default();
        for i in 0..15 {
            settings.remember(Path::new(&format!("/t/{i}.releve")));
        }
        settings.remember(Path::new("/t/9.releve"));
        assert_eq!(settings.recent.len(), RECENT_MOST);
        assert_eq!(settings.recent[0], Path::new("/t/9.releve"));
        assert_eq!(settings.recent.iter().filter(|p| p.ends_with("9.releve")).count(), 1);
    }
}

//! What the journal shows: deeds, which of them a filter keeps, how far each is, and the versions of the file.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::{Timestamp, ToSpan as _};

use crate::app::{DeedState, Version, version_title};
use crate::i18n::{Lang, Message, text};
use crate::ui::screens::chooser::data::new_file;
use crate::ui::theme::size;
use crate::ui::widgets::table::{Cell, Column, Offer, Row, Table};
use crate::ui::words::when;

/// One deed, as told to a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Deed {
    pub revision: i64,
    pub label: Message,
    /// Stable name of what kind of deed it is.
    pub kind: String,
    /// User name of the system; empty when unknown.
    pub who: String,
    /// ISO 8601 with offset.
    pub at: String,
    pub state: DeedState,
}

/// What lies between the file as it stands and just after a deed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Journey {
    /// So many deeds to undo; none where the file is there already.
    Back(usize),
    /// So many deeds to redo.
    Forth(usize),
    /// Overtaken: nothing leads there.
    Lost,
}

impl Journey {
    /// The way to a deed of the list; nothing where it is not in it.
    pub fn to(deeds: &[Deed], revision: i64) -> Option<Self> {
        let goal = deeds.iter().find(|deed| deed.revision == revision)?;
        let count = |passed: fn(&Deed, i64) -> bool| deeds.iter().filter(|deed| passed(deed, revision)).count();
        Some(match goal.state {
            DeedState::Base | DeedState::Done => {
                Self::Back(count(|deed, to| deed.state == DeedState::Done && deed.revision > to))
            }
            DeedState::Undone => Self::Forth(count(|deed, to| deed.state == DeedState::Undone && deed.revision <= to)),
            DeedState::Dropped => Self::Lost,
        })
    }

    /// What its button says; nothing where there is nowhere to go.
    pub fn words(self) -> Option<Message> {
        match self {
            Self::Back(0) | Self::Lost => None,
            Self::Back(n) => Some(Message::new("ui-journal-back-to").with("n", n)),
            Self::Forth(n) => Some(Message::new("ui-journal-forth-to").with("n", n)),
        }
    }
}

/// How long ago a deed may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Since {
    #[default]
    Ever,
    Day,
    Week,
    Month,
}

impl Since {
    pub const ALL: [Self; 4] = [Self::Ever, Self::Day, Self::Week, Self::Month];

    /// Its name on screen.
    pub fn label(self, lang: Lang) -> String {
        text(
            lang,
            match self {
                Self::Ever => "ui-journal-since-ever",
                Self::Day => "ui-journal-since-day",
                Self::Week => "ui-journal-since-week",
                Self::Month => "ui-journal-since-month",
            },
        )
    }

    fn earliest(self, now: Timestamp) -> Option<Timestamp> {
        let days = match self {
            Self::Ever => return None,
            Self::Day => 1,
            Self::Week => 7,
            Self::Month => 30,
        };
        now.checked_sub((days * 24).hours()).ok()
    }
}

/// Which deeds are shown; nothing chosen keeps all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    pub who: Option<String>,
    pub kind: Option<String>,
    pub since: Since,
}

impl Filter {
    /// The deeds it keeps, in their order.
    pub fn keep<'d>(&self, deeds: &'d [Deed], now: Timestamp) -> Vec<&'d Deed> {
        let earliest = self.since.earliest(now);
        let recent = |deed: &Deed| match earliest {
            None => true,
            Some(earliest) => deed.at.parse::<Timestamp>().is_ok_and(|at| at >= earliest),
        };
        let same = |asked: &Option<String>, found: &String| asked.as_ref().is_none_or(|asked| asked == found);
        let kept = deeds
            .iter()
            .filter(|deed| same(&self.who, &deed.who) && same(&self.kind, &deed.kind) && recent(deed));
        kept.collect()
    }
}

/// Everyone who did something, and every kind of deed, each once.
pub fn choices(deeds: &[Deed]) -> (Vec<String>, Vec<String>) {
    let who: BTreeSet<_> = deeds.iter().map(|d| d.who.clone()).collect();
    let kinds: BTreeSet<_> = deeds.iter().map(|d| d.kind.clone()).collect();
    (who.into_iter().collect(), kinds.into_iter().collect())
}

/// A kind of deed in words; those without any are « autre ».
pub fn kind_words(kind: &str, lang: Lang) -> String {
    let key = format!("ui-journal-kind-{kind}");
    let words = text(lang, &key);
    if words == key {
        text(lang, "ui-journal-kind-other")
    } else {
        words
    }
}

/// One line a deed, newest first.
pub fn table(deeds: &[&Deed], lang: Lang) -> Table<i64> {
    let words = |key: &str, width| Column::text(text(lang, &format!("ui-column-{key}")), width);
    #[expect(clippy::cast_precision_loss, reason = "revisions stay far below 2^53")]
    let rows = deeds
        .iter()
        .map(|deed| Row {
            key: deed.revision,
            cells: vec![
                Cell::Text(deed.label.text(lang)),
                Cell::Text(when(&deed.at)),
                state(deed.state, lang),
                Cell::Number(deed.revision as f64, 0),
                Cell::Text(deed.who.clone()),
            ],
        })
        .collect();
    Table {
        id: "journal",
        title: text(lang, "ui-nav-journal"),
        columns: vec![
            words("deed", size::COLUMN_LONG_NAME).offered(Offer::Always),
            words("when", size::COLUMN_DATE),
            words("state", size::COLUMN_FIGURE),
            Column::number(text(lang, "ui-column-revision"), size::COLUMN_FIGURE),
            words("who", size::COLUMN_ROUTE).offered(Offer::WhereItFits),
        ],
        rows,
        totals: None,
    }
}

fn state(state: DeedState, lang: Lang) -> Cell {
    match state {
        DeedState::Base | DeedState::Done => Cell::Empty,
        DeedState::Undone => Cell::Text(text(lang, "ui-journal-undone")),
        DeedState::Dropped => Cell::Text(text(lang, "ui-journal-dropped")),
    }
}

/// The versions of the file, and what was found among them that is none.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Kept {
    /// Different each time the folder was read.
    pub stamp: u64,
    /// Newest first.
    pub versions: Vec<Version>,
    pub ignored: Vec<Message>,
}

/// One line a version, newest first.
pub fn versions_table(kept: &Kept, lang: Lang) -> Table<PathBuf> {
    #[expect(clippy::cast_precision_loss, reason = "revisions and sizes stay far below 2^53")]
    let rows = kept
        .versions
        .iter()
        .map(|version| Row {
            key: version.path.clone(),
            cells: vec![
                Cell::Text(version_title(version).text(lang)),
                Cell::Text(when(&version.at)),
                Cell::Number(version.revision as f64, 0),
                Cell::Number(version.bytes as f64 / 1e6, 1),
            ],
        })
        .collect();
    let words = |key: &str, width| Column::text(text(lang, key), width);
    let figure = |key: &str| Column::number(text(lang, key), size::COLUMN_FIGURE);
    Table {
        id: "versions",
        title: text(lang, "ui-journal-versions"),
        columns: vec![
            words("ui-column-version", size::COLUMN_LONG_NAME).offered(Offer::Always),
            words("ui-column-when", size::COLUMN_DATE),
            figure("ui-column-revision"),
            figure("ui-column-size"),
        ],
        rows,
        totals: None,
    }
}

/// A file name not taken for a version that comes back: `region-20261123T180411Z.releve`.
pub fn restored_as(file: &Path, version: &Path, exists: impl Fn(&Path) -> bool) -> PathBuf {
    let stem = |path: &Path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let time = stem(version).split('_').next().unwrap_or_default().to_owned();
    let folder = file.parent().unwrap_or(Path::new("."));
    new_file(folder, &format!("{}-{time}", stem(file)), exists)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deed(revision: i64, state: DeedState) -> Deed {
        Deed {
            revision,
            label: Message::new("app-name"),
            kind: if revision == 1 { "create" } else { "import" }.to_owned(),
            who: if revision % 2 == 0 { "zoe" } else { "ali" }.to_owned(),
            at: format!("2026-11-{:02}T14:02:00+01:00", revision + 10),
            state,
        }
    }

    fn deeds() -> Vec<Deed> {
        use DeedState::{Base, Done, Dropped, Undone};
        let states = [(6, Undone), (5, Undone), (4, Dropped), (3, Done), (2, Done), (1, Base)];
        states.map(|(revision, state)| deed(revision, state)).to_vec()
    }

    #[test]
    fn an_undone_deed_says_so() {
        let all = deeds();
        let table = table(&all.iter().collect::<Vec<_>>(), Lang::Fr);
        assert_eq!(table.sentence(0, &[0, 2], Lang::Fr), "Relève, État\u{a0}: annulé");
        assert_eq!(table.sentence(2, &[0, 2], Lang::Fr), "Relève, État\u{a0}: abandonné");
        assert_eq!(table.sentence(3, &[0, 2], Lang::Fr), "Relève");
    }

    #[test]
    fn the_way_to_a_deed_is_counted() {
        let deeds = deeds();
        let check = |revision, expected| assert_eq!(Journey::to(&deeds, revision), expected, "{revision}");
        check(6, Some(Journey::Forth(2)));
        check(5, Some(Journey::Forth(1)));
        check(4, Some(Journey::Lost));
        check(3, Some(Journey::Back(0)));
        check(2, Some(Journey::Back(1)));
        check(1, Some(Journey::Back(2)));
        check(9, None);
        let told = Journey::Back(7).words().unwrap().text(Lang::Fr);
        assert_eq!(told, "Revenir ici\u{a0}: annuler 7 actions");
        assert_eq!(Journey::Back(0).words(), None);
    }

    #[test]
    fn a_filter_keeps_who_what_and_since() {
        let deeds = deeds();
        let now: Timestamp = "2026-11-16T15:00:00Z".parse().unwrap();
        let check = |filter: Filter, expected: &[i64]| {
            let kept: Vec<i64> = filter.keep(&deeds, now).iter().map(|d| d.revision).collect();
            assert_eq!(kept, expected, "{filter:?}");
        };
        check(Filter::default(), &[6, 5, 4, 3, 2, 1]);
        let by = |who: &str| Filter {
            who: Some(who.to_owned()),
            ..Filter::default()
        };
        check(by("zoe"), &[6, 4, 2]);
        let of = |kind: &str| Filter {
            kind: Some(kind.to_owned()),
            ..Filter::default()
        };
        check(of("create"), &[1]);
        let since = |since| Filter {
            since,
            ..Filter::default()
        };
        check(since(Since::Day), &[6]);
        check(
            Filter {
                since: Since::Week,
                ..by("ali")
            },
            &[5, 3, 1],
        );
        assert_eq!(choices(&deeds).0, ["ali", "zoe"]);
    }

    #[test]
    fn a_version_is_told_by_its_name_or_its_reason() {
        use crate::app::VersionReason;
        let version = |name: &str, reason| Version {
            path: PathBuf::from(name),
            at: "2026-11-23T18:04:11Z".to_owned(),
            reason,
            name: name.to_owned(),
            revision: 12,
            bytes: 4_300_000,
        };
        let kept = Kept {
            versions: vec![
                version("Avant le conseil", VersionReason::Named),
                version("", VersionReason::Import),
            ],
            ..Kept::default()
        };
        let table = versions_table(&kept, Lang::Fr);
        let told = |row| table.sentence(row, &[0, 2, 3], Lang::Fr);
        assert_eq!(told(0), "Avant le conseil, Révision\u{a0}: 12, Taille (Mo)\u{a0}: 4,3");
        assert!(told(1).starts_with("Avant un import"), "{}", told(1));
    }
}

//! Each command of the program, named once for menu, shortcut and palette.

use crate::i18n::{Lang, text};

/// What a person can ask for, wherever they ask it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Command {
    NewTerritory,
    OpenTerritory,
    OpenDemonstration,
    CloseTerritory,
    Import,
    ExportReport,
    SaveCopy,
    CheckFile,
    Quit,
    Undo,
    Redo,
    FilterTable,
    CopyTable,
    Recompute,
    ShowDashboard,
    ShowBasins,
    ShowOccupations,
    ShowCells,
    ShowNeeds,
    ShowFlows,
    ShowTraining,
    ShowCrosswalk,
    ShowPlan,
    ShowFunding,
    ShowSkills,
    ShowBoard,
    ShowSources,
    ShowAssumptions,
    ShowJournal,
    NextPane,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    LensPotential,
    LensExpected,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    ThemeContrast,
    SpeakFrench,
    SpeakEnglish,
    Palette,
    ShowJobs,
    StopJobs,
    GuidedTour,
    ShowKeys,
}

/// The menus, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Menu {
    File,
    Edit,
    View,
    Help,
}

/// Keys pressed together. Letters and function keys only: digits and brackets are unsafe on AZERTY keyboards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Shortcut {
    pub modifiers: Modifiers,
    pub key: Key,
}

/// Keys held with another; Ctrl is Cmd on a Mac.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Modifiers {
    None,
    Ctrl,
    CtrlShift,
}

/// A key that means the same on every keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    Letter(char),
    Function(u8),
}

/// Whether a command needs an open territory to make sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Needs {
    Nothing,
    /// An open territory.
    Territory,
    /// An open territory that this process may write.
    Writable,
}

impl Command {
    pub const ALL: [Self; 46] = [
        Self::NewTerritory,
        Self::OpenTerritory,
        Self::OpenDemonstration,
        Self::CloseTerritory,
        Self::Import,
        Self::ExportReport,
        Self::SaveCopy,
        Self::CheckFile,
        Self::Quit,
        Self::Undo,
        Self::Redo,
        Self::FilterTable,
        Self::CopyTable,
        Self::Recompute,
        Self::ShowDashboard,
        Self::ShowBasins,
        Self::ShowOccupations,
        Self::ShowCells,
        Self::ShowNeeds,
        Self::ShowFlows,
        Self::ShowTraining,
        Self::ShowCrosswalk,
        Self::ShowPlan,
        Self::ShowFunding,
        Self::ShowSkills,
        Self::ShowBoard,
        Self::ShowSources,
        Self::ShowAssumptions,
        Self::ShowJournal,
        Self::NextPane,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
        Self::LensPotential,
        Self::LensExpected,
        Self::ThemeSystem,
        Self::ThemeLight,
        Self::ThemeDark,
        Self::ThemeContrast,
        Self::SpeakFrench,
        Self::SpeakEnglish,
        Self::Palette,
        Self::ShowJobs,
        Self::StopJobs,
        Self::GuidedTour,
        Self::ShowKeys,
    ];

    /// Key of the text shown in menus and in the palette.
    pub fn key(self) -> &'static str {
        match self {
            Self::NewTerritory => "app-command-new-territory",
            Self::OpenTerritory => "app-command-open-territory",
            Self::OpenDemonstration => "app-command-open-demonstration",
            Self::CloseTerritory => "app-command-close-territory",
            Self::Import => "app-command-import",
            Self::ExportReport => "app-command-export-report",
            Self::SaveCopy => "app-command-save-copy",
            Self::CheckFile => "app-command-check-file",
            Self::Quit => "app-command-quit",
            Self::Undo => "app-command-undo",
            Self::Redo => "app-command-redo",
            Self::FilterTable => "app-command-filter-table",
            Self::CopyTable => "app-command-copy-table",
            Self::ShowDashboard => "app-command-show-dashboard",
            Self::ShowBasins => "app-command-show-basins",
            Self::ShowOccupations => "app-command-show-occupations",
            Self::ShowSources => "app-command-show-sources",
            Self::ShowAssumptions => "app-command-show-assumptions",
            Self::ShowJournal => "app-command-show-journal",
            Self::ShowCells => "app-command-show-cells",
            Self::ShowNeeds => "app-command-show-needs",
            Self::ShowFlows => "app-command-show-flows",
            Self::ShowTraining => "app-command-show-training",
            Self::ShowCrosswalk => "app-command-show-crosswalk",
            Self::ShowPlan => "app-command-show-plan",
            Self::ShowFunding => "app-command-show-funding",
            Self::ShowSkills => "app-command-show-skills",
            Self::ShowBoard => "app-command-show-board",
            Self::Recompute => "app-command-recompute",
            Self::NextPane => "app-command-next-pane",
            Self::ZoomIn => "app-command-zoom-in",
            Self::ZoomOut => "app-command-zoom-out",
            Self::ZoomReset => "app-command-zoom-reset",
            Self::LensPotential => "app-command-lens-potential",
            Self::LensExpected => "app-command-lens-expected",
            Self::ThemeSystem => "app-command-theme-system",
            Self::ThemeLight => "app-command-theme-light",
            Self::ThemeDark => "app-command-theme-dark",
            Self::ThemeContrast => "app-command-theme-contrast",
            Self::SpeakFrench => "app-command-speak-french",
            Self::SpeakEnglish => "app-command-speak-english",
            Self::Palette => "app-command-palette",
            Self::ShowJobs => "app-command-show-jobs",
            Self::StopJobs => "app-command-stop-jobs",
            Self::GuidedTour => "app-command-guided-tour",
            Self::ShowKeys => "app-command-show-keys",
        }
    }

    /// The words of [`Self::key`] in a language.
    pub fn label(self, lang: Lang) -> String {
        text(lang, self.key())
    }

    /// The menu it stands in.
    pub fn menu(self) -> Menu {
        match self {
            Self::NewTerritory
            | Self::OpenTerritory
            | Self::OpenDemonstration
            | Self::CloseTerritory
            | Self::Import
            | Self::ExportReport
            | Self::SaveCopy
            | Self::CheckFile
            | Self::Quit => Menu::File,
            Self::Undo | Self::Redo | Self::FilterTable | Self::CopyTable | Self::Recompute => Menu::Edit,
            Self::Palette | Self::ShowJobs | Self::StopJobs | Self::GuidedTour | Self::ShowKeys => Menu::Help,
            _ => Menu::View,
        }
    }

    /// Its shortcut, where it has one.
    pub fn shortcut(self) -> Option<Shortcut> {
        let ctrl = |letter| {
            Some(Shortcut {
                modifiers: Modifiers::Ctrl,
                key: Key::Letter(letter),
            })
        };
        let function = |number| {
            Some(Shortcut {
                modifiers: Modifiers::None,
                key: Key::Function(number),
            })
        };
        match self {
            Self::NewTerritory => ctrl('N'),
            Self::OpenTerritory => ctrl('O'),
            Self::CloseTerritory => ctrl('W'),
            Self::Import => ctrl('I'),
            Self::ExportReport => ctrl('E'),
            Self::SaveCopy => Some(Shortcut {
                modifiers: Modifiers::CtrlShift,
                key: Key::Letter('S'),
            }),
            Self::Quit => ctrl('Q'),
            Self::Undo => ctrl('Z'),
            Self::Redo => ctrl('Y'),
            Self::FilterTable => ctrl('F'),
            Self::Palette => ctrl('K'),
            Self::ShowKeys => function(1),
            Self::ShowJobs => function(10),
            Self::ShowDashboard => function(3),
            Self::ShowBasins => function(4),
            Self::Recompute => function(5),
            Self::NextPane => function(6),
            Self::ShowOccupations => function(7),
            Self::ShowAssumptions => function(8),
            Self::ShowSources => function(9),
            Self::ShowCells => ctrl('L'),
            Self::ShowNeeds => ctrl('B'),
            Self::ShowFlows => ctrl('G'),
            Self::ShowTraining => ctrl('T'),
            Self::ShowCrosswalk => ctrl('M'),
            Self::ShowPlan => ctrl('P'),
            Self::ShowJournal => ctrl('J'),
            _ => None,
        }
    }

    /// What must be open for it to be offered.
    pub fn needs(self) -> Needs {
        match self {
            Self::Import | Self::Undo | Self::Redo => Needs::Writable,
            Self::CloseTerritory
            | Self::ExportReport
            | Self::SaveCopy
            | Self::CheckFile
            | Self::FilterTable
            | Self::CopyTable
            | Self::Recompute
            | Self::NextPane
            | Self::LensPotential
            | Self::LensExpected
            | Self::ShowCells
            | Self::ShowNeeds
            | Self::ShowFlows
            | Self::ShowTraining
            | Self::ShowCrosswalk
            | Self::ShowPlan
            | Self::ShowSkills
            | Self::ShowBoard
            | Self::ShowDashboard
            | Self::ShowBasins
            | Self::ShowOccupations
            | Self::ShowSources
            | Self::ShowAssumptions
            | Self::ShowJournal => Needs::Territory,
            _ => Needs::Nothing,
        }
    }
}

impl Menu {
    pub const ALL: [Self; 4] = [Self::File, Self::Edit, Self::View, Self::Help];

    /// Key of its title.
    pub fn key(self) -> &'static str {
        match self {
            Self::File => "app-menu-file",
            Self::Edit => "app-menu-edit",
            Self::View => "app-menu-view",
            Self::Help => "app-menu-help",
        }
    }

    /// Its commands, in the order of [`Command::ALL`].
    pub fn commands(self) -> impl Iterator<Item = Command> {
        Command::ALL.into_iter().filter(move |command| command.menu() == self)
    }
}

impl Shortcut {
    /// « Ctrl+Maj+S » or "Ctrl+Shift+S".
    pub fn label(self, lang: Lang) -> String {
        let key = match self.key {
            Key::Letter(letter) => letter.to_string(),
            Key::Function(number) => format!("F{number}"),
        };
        let held = match self.modifiers {
            Modifiers::None => "",
            Modifiers::Ctrl => "app-keys-ctrl",
            Modifiers::CtrlShift => "app-keys-ctrl-shift",
        };
        if held.is_empty() {
            key
        } else {
            format!("{}+{key}", text(lang, held))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_command_and_menu_has_words_in_both_languages() {
        for lang in Lang::ALL {
            for command in Command::ALL {
                assert_ne!(command.label(lang), command.key());
            }
            for menu in Menu::ALL {
                assert_ne!(text(lang, menu.key()), menu.key());
            }
        }
    }

    #[test]
    fn commands_and_shortcuts_are_listed_once() {
        let keys: BTreeSet<_> = Command::ALL.iter().map(|c| c.key()).collect();
        assert_eq!(keys.len(), Command::ALL.len());
        let shortcuts: Vec<_> = Command::ALL.iter().filter_map(|c| c.shortcut()).collect();
        let labels: BTreeSet<_> = shortcuts.iter().map(|s| s.label(Lang::Fr)).collect();
        assert_eq!(labels.len(), shortcuts.len());
        assert!(labels.contains("Ctrl+Maj+S"));
    }

    #[test]
    fn every_command_stands_in_one_menu() {
        let listed: usize = Menu::ALL.iter().map(|menu| menu.commands().count()).sum();
        assert_eq!(listed, Command::ALL.len());
    }
}

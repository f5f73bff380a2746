//! Icons of the window, as characters of the bundled icon font (`assets/icons/README.md`).

/// gauge
pub const DASHBOARD: &str = "\u{e628}";
/// map-pin-area
pub const BASINS: &str = "\u{ee3a}";
/// wrench
pub const OCCUPATIONS: &str = "\u{e5d4}";
/// squares-four
pub const CELLS: &str = "\u{e464}";
/// path
pub const FLOWS: &str = "\u{e39c}";
/// graduation-cap
pub const TRAINING: &str = "\u{e62c}";
/// arrows-left-right
pub const CROSSWALK: &str = "\u{e0a0}";
/// strategy
pub const PLAN: &str = "\u{ea3a}";
/// coins
pub const FUNDING: &str = "\u{e78e}";
/// puzzle-piece
pub const SKILLS: &str = "\u{e596}";
/// toolbox
pub const BOARD: &str = "\u{eca0}";
/// pencil-simple
pub const EDIT: &str = "\u{e3b4}";
/// plus
pub const ADD: &str = "\u{e3d4}";
/// funnel
pub const FILTER: &str = "\u{e266}";
/// download-simple
pub const SAVE: &str = "\u{e20c}";
/// database
pub const SOURCES: &str = "\u{e1de}";
/// sliders-horizontal
pub const ASSUMPTIONS: &str = "\u{e434}";
/// clock-counter-clockwise
pub const JOURNAL: &str = "\u{e1a0}";
/// tray-arrow-down
pub const IMPORT: &str = "\u{e010}";
/// export
pub const EXPORT: &str = "\u{eaf0}";
/// magnifying-glass
pub const SEARCH: &str = "\u{e30c}";
/// arrow-u-up-left
pub const UNDO: &str = "\u{e08a}";
/// arrow-u-up-right
pub const REDO: &str = "\u{e08c}";
/// x
pub const CLOSE: &str = "\u{e4f6}";
/// check
pub const CHECK: &str = "\u{e182}";
/// warning
pub const WARNING: &str = "\u{e4e0}";
/// x-circle
pub const ERROR: &str = "\u{e4f8}";
/// info
pub const INFO: &str = "\u{e2ce}";
/// check-circle
pub const DONE: &str = "\u{e184}";
/// stop-circle
pub const STOP: &str = "\u{e46e}";
/// caret-up
pub const CARET_UP: &str = "\u{e13c}";
/// caret-down
pub const CARET_DOWN: &str = "\u{e136}";
/// caret-right
pub const CARET_RIGHT: &str = "\u{e13a}";
/// columns
pub const COLUMNS: &str = "\u{e546}";
/// trash
pub const REMOVE: &str = "\u{e4a6}";
/// arrow-counter-clockwise
pub const RESET: &str = "\u{e038}";
/// folder-open
pub const FOLDER: &str = "\u{e256}";
/// lock-simple
pub const LOCK: &str = "\u{e308}";
/// flask
pub const SIMULATED: &str = "\u{e79e}";
/// list
pub const MENU: &str = "\u{e2f0}";
/// copy
pub const COPY: &str = "\u{e1ca}";
/// translate
pub const LANGUAGE: &str = "\u{e4a2}";
/// circle-half
pub const THEME: &str = "\u{e18c}";
/// arrow-left
pub const BACK: &str = "\u{e058}";
/// file-text
pub const FILE: &str = "\u{e23a}";

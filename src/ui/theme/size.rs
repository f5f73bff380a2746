//! Every size of the window, on a grid of 4 points. No other file writes a length.

/// Gaps between things, from tightest to widest.
pub const GAP_XS: f32 = 4.0;
pub const GAP_S: f32 = 8.0;
pub const GAP_M: f32 = 12.0;
pub const GAP_L: f32 = 16.0;
pub const GAP_XL: f32 = 24.0;

/// Type scale: caption, body, emphasis, title, key figure.
pub const TYPE_CAPTION: f32 = 12.0;
pub const TYPE_BODY: f32 = 14.0;
pub const TYPE_EMPHASIS: f32 = 16.0;
pub const TYPE_TITLE: f32 = 20.0;
pub const TYPE_FIGURE: f32 = 28.0;

/// Rounding of cards and controls.
pub const CORNER: u8 = 6;
/// The one border weight.
pub const LINE: f32 = 1.0;
/// The keyboard focus ring.
pub const FOCUS_LINE: f32 = 2.0;

/// Height of buttons, fields and choices.
pub const CONTROL: f32 = 28.0;
/// Table rows, compact and comfortable.
pub const ROW_COMPACT: f32 = 24.0;
pub const ROW_COMFORTABLE: f32 = 32.0;
/// A sentence over a small bar.
pub const ROW_SHORTAGE: f32 = 36.0;

/// Navigation, wide and as icons; the window width under which it collapses.
pub const NAV_WIDE: f32 = 200.0;
pub const NAV_ICONS: f32 = 52.0;
pub const NAV_COLLAPSES_UNDER: f32 = 1100.0;
/// Side detail; the window width under which it takes the whole page.
pub const DETAIL: f32 = 420.0;
pub const DETAIL_MIN: f32 = 320.0;
pub const DETAIL_IS_PAGE_UNDER: f32 = 900.0;

/// Bars in charts and the small bars in sentences and cells.
pub const BAR: f32 = 16.0;
pub const BAR_SMALL: f32 = 6.0;
/// Spacing of the hatch that marks statistical secrecy.
pub const HATCH: f32 = 5.0;
/// Marks of zero on diverging charts and ends of ranges.
pub const TICK: f32 = 4.0;

/// Part of the top bar kept for the year and the lens, beside the name of the territory.
pub const YEAR_AND_LENS: f32 = 304.0;

/// Text fields of names and of paths.
pub const FIELD: f32 = 280.0;
pub const FIELD_WIDE: f32 = 480.0;
/// What a choice takes besides its name and its words: gaps, frame and mark.
pub const COMBO_FRAME: f32 = 56.0;
/// Field of one number.
pub const FIELD_NUMBER: f32 = 72.0;
/// A slider of three handles, and one handle.
pub const SLIDER: f32 = 176.0;
pub const HANDLE: f32 = 16.0;
/// Search palette and dialogs.
pub const DIALOG: f32 = 560.0;
pub const DIALOG_LIST: f32 = 360.0;
/// Notices in their corner.
pub const NOTICE: f32 = 420.0;
/// Reading width of paragraphs.
pub const READING: f32 = 640.0;
/// Progress bar of the status line.
pub const PROGRESS: f32 = 120.0;
/// Choice of a lot of seats, with its name.
pub const LOT: f32 = 384.0;
/// Bars of what a place exchanges, both sides, at most.
pub const EXCHANGE: f32 = 1120.0;
/// A key figure's card, at least.
pub const CARD_MIN: f32 = 144.0;
/// A part of the board, at least.
pub const BOARD_PART: f32 = 280.0;
/// Under this width a screen stacks its two columns.
pub const STACKS_UNDER: f32 = 720.0;

/// The window when first opened, and the least it may become.
pub const WINDOW: [f32; 2] = [1280.0, 800.0];
pub const WINDOW_MIN: [f32; 2] = [760.0, 520.0];

/// Sizes of windows are fractions of the screen at these zoom steps.
pub const ZOOM_STEP: f32 = 0.1;
pub const ZOOM_MIN: f32 = 0.7;
pub const ZOOM_MAX: f32 = 2.5;

/// Part of its width that a column of words keeps where there is no room, and what it keeps at least.
pub const COLUMN_GIVES: f32 = 0.7;
pub const COLUMN_LEAST: f32 = 112.0;
/// Widths of table columns by what they hold.
pub const COLUMN_NAME: f32 = 184.0;
/// Names of occupations beside many figures.
pub const COLUMN_OCCUPATION: f32 = 232.0;
/// Names of places beside another name.
pub const COLUMN_PLACE: f32 = 136.0;
/// Names of occupations, programmes and files, and sentences.
pub const COLUMN_LONG_NAME: f32 = 264.0;
pub const COLUMN_WORDS: f32 = 160.0;
pub const COLUMN_RANGE: f32 = 152.0;
/// Part of a range's column kept for its two ends; the centres line up before it.
pub const COLUMN_RANGE_ENDS: f32 = 88.0;
/// The same where many ranges stand side by side; wider for figures that need it.
pub const COLUMN_RANGE_TIGHT: f32 = 136.0;
pub const COLUMN_RANGE_SMALL: f32 = 120.0;
pub const COLUMN_RANGE_TIGHT_ENDS: f32 = 72.0;
/// A cause in small words, and its posts; whole where there is room.
pub const COLUMN_CAUSE: f32 = 176.0;
pub const COLUMN_CAUSE_WHOLE: f32 = 208.0;
pub const COLUMN_FIGURE: f32 = 96.0;
/// « apprentissage ».
pub const COLUMN_ROUTE: f32 = 112.0;
pub const COLUMN_CODE: f32 = 72.0;
/// Most height of the sentences about what the figures rest on.
pub const COVERAGE: f32 = 176.0;
/// Share of the room under the title that it may take.
pub const COVERAGE_SHARE: f32 = 0.4;
/// Width of the panel of filters.
pub const FILTER_PANEL: f32 = 440.0;
/// Most height of the sentences about one outlet.
pub const OUTLET_WAYS: f32 = 96.0;
pub const COLUMN_DATE: f32 = 136.0;
/// Mean width of a character of a figure, in captions and in bold body.
pub const CHARACTER_CAPTION: f32 = 7.2;
pub const CHARACTER_BODY: f32 = 8.4;
/// Part of a chart's width kept for its labels and for its values.
pub const CHART_LABEL: f32 = 224.0;
/// What longer labels may take of it.
pub const CHART_LABEL_SHARE: f32 = 0.55;
pub const CHART_VALUE: f32 = 56.0;
/// The same for the names of causes.
pub const CHART_CAUSE: f32 = 184.0;

/// Height of a chart of bubbles, at least and at most, and the radius of its largest bubble.
pub const QUADRANT_LEAST: f32 = 200.0;
pub const QUADRANT: f32 = 720.0;
pub const BUBBLE: f32 = 18.0;

/// Strength left to figures that are being computed again.
pub const DIMMED: f32 = 0.6;
/// Height of a chart over the years, at most.
pub const TREND: f32 = 320.0;
/// The list of scenarios, and the width of a screen under which it is a choice instead.
pub const SCENARIOS: f32 = 272.0;
pub const SCENARIOS_STACK_UNDER: f32 = 880.0;
/// One scenario of the list.
pub const SCENARIO: f32 = 76.0;
/// Names before the bars of a timeline, as a part of the width, at most; lines seen before it scrolls.
pub const TIMELINE_NAMES_SHARE: f32 = 0.34;
pub const TIMELINE_NAMES: f32 = 264.0;
pub const TIMELINE: f32 = 196.0;

/// What the tool bar of a table takes besides its field, its count of rows and its words: four icons and their gaps.
pub const TOOLBAR_ICONS: f32 = 168.0;

/// Radius of the largest circle of a map, at most, and as a part of the room; side of its insets.
pub const MAP_CIRCLE: f32 = 22.0;
pub const MAP_CIRCLE_SHARE: f32 = 0.045;
pub const MAP_INSET: f32 = 104.0;
/// Widest arrow of a map, and the least length of the head of one.
pub const MAP_FLOW: f32 = 16.0;
pub const MAP_ARROW: f32 = 8.0;
/// Columns of a matrix, its heads of upright names, and the names of its lines: part of the width, at most.
pub const MATRIX_COLUMN: f32 = 48.0;
pub const MATRIX_HEADS: f32 = 168.0;
pub const MATRIX_NAMES_SHARE: f32 = 0.4;
pub const MATRIX_NAMES: f32 = 440.0;
/// Part of a screen that a map takes beside its table; the width under which they stack instead.
pub const MAP_SHARE: f32 = 0.6;
pub const MAP_STACKS_UNDER: f32 = 900.0;

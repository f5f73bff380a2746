//! What may be shown of money.

use super::forms::Rows;

/// What is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Part {
    #[default]
    Envelopes,
    Ranking,
    Buys,
    Wasted,
    Scenarios,
    Aids,
    Npecs,
}

impl Part {
    pub const ALL: [Self; 7] = [
        Self::Envelopes,
        Self::Ranking,
        Self::Buys,
        Self::Wasted,
        Self::Scenarios,
        Self::Aids,
        Self::Npecs,
    ];

    /// Stable text of the texts (`ui-funding-part-<key>`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Envelopes => "envelopes",
            Self::Ranking => "ranking",
            Self::Buys => "buys",
            Self::Wasted => "wasted",
            Self::Scenarios => "scenarios",
            Self::Aids => "aids",
            Self::Npecs => "npecs",
        }
    }

    /// The rows that people write there.
    pub fn rows(self) -> Option<Rows> {
        match self {
            Self::Envelopes => Some(Rows::Envelopes),
            Self::Aids => Some(Rows::Aids),
            Self::Npecs => Some(Rows::Npecs),
            _ => None,
        }
    }
}

//! What may be shown under the timeline of a scenario.

/// What is under the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Part {
    #[default]
    Curves,
    Years,
    Actions,
    Basins,
    Occupations,
    Compare,
    /// What basins do together.
    Cooperate,
    /// Actions that the engine proposes.
    Optimise,
}

impl Part {
    pub const ALL: [Self; 8] = [
        Self::Curves,
        Self::Years,
        Self::Actions,
        Self::Basins,
        Self::Occupations,
        Self::Compare,
        Self::Cooperate,
        Self::Optimise,
    ];

    /// Stable text of the texts (`ui-plan-part-<key>`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Curves => "curves",
            Self::Years => "years",
            Self::Actions => "actions",
            Self::Basins => "basins",
            Self::Occupations => "occupations",
            Self::Compare => "compare",
            Self::Cooperate => "cooperate",
            Self::Optimise => "optimise",
        }
    }
}

//! The causes an unfilled post is explained by, and the sets of them that can be removed together.

/// A cause that could be removed, all other things equal. The order is that of the waterfall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Cause {
    /// Poursuite d'études: leavers who go on studying. Removed: the leaving share is 1.
    FurtherStudy,
    /// Évaporation hors métier. Removed: everyone stays in the field.
    Evaporation,
    /// Abandon ou échec. Removed: retention and diploma rate are 1.
    Failure,
    /// Places vacantes. Removed: every seat is taken.
    VacantSeats,
    /// Éloignement. Removed: no radius.
    Distance,
    /// Niveau inadapté. Removed: outlets at other levels, and levels the occupation does not accept, count.
    Level,
    /// Métier proche non mobilisé. Removed: outlets of « proche » ROME codes count.
    Adjacent,
}

impl Cause {
    /// In the order of the waterfall.
    pub const ALL: [Self; 7] = [
        Self::FurtherStudy,
        Self::Evaporation,
        Self::Failure,
        Self::VacantSeats,
        Self::Distance,
        Self::Level,
        Self::Adjacent,
    ];

    /// Stable text: JSON and texts (`cause-<key>`).
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::FurtherStudy => "further-study",
            Self::Evaporation => "evaporation",
            Self::Failure => "failure",
            Self::VacantSeats => "vacant-seats",
            Self::Distance => "distance",
            Self::Level => "level",
            Self::Adjacent => "adjacent",
        }
    }

    /// Reads [`Self::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.as_str() == text)
    }
}

/// A set of causes removed together, as bits in the order of [`Cause::ALL`]. The four causes of supply are the four low bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Coalition(u8);

impl Coalition {
    /// Number of sets.
    pub const COUNT: usize = 1 << Cause::ALL.len();
    /// Nothing removed: the world as it is.
    pub const NONE: Self = Self(0);
    /// All seven removed.
    pub const FULL: Self = Self(0b111_1111);

    /// Every set, by number.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..=Self::FULL.0).map(Self)
    }

    /// The sets of causes of supply alone: how many people there are, not whom they reach.
    pub fn of_supply() -> impl Iterator<Item = Self> {
        Self::all().take(16)
    }

    /// The set with one more cause.
    #[must_use]
    pub fn with(self, cause: Cause) -> Self {
        Self(self.0 | 1 << cause as u8)
    }

    /// Whether a cause is removed.
    pub fn contains(self, cause: Cause) -> bool {
        self.0 & 1 << cause as u8 != 0
    }

    /// Place of the set in a list of [`Self::COUNT`] values.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_are_numbered_by_their_causes() {
        assert_eq!(Coalition::all().count(), Coalition::COUNT);
        let full = Cause::ALL.into_iter().fold(Coalition::NONE, Coalition::with);
        assert_eq!(full, Coalition::FULL);
        let two = Coalition::NONE.with(Cause::Evaporation).with(Cause::Distance);
        assert_eq!(two.index(), 0b1_0010);
        assert!(two.contains(Cause::Distance) && !two.contains(Cause::Level));
        assert_eq!(Cause::parse("vacant-seats"), Some(Cause::VacantSeats));
        assert_eq!(Cause::parse("weather"), None);
    }
}

//! A published count: known, zero, hidden by statistical secrecy, or missing. Secret is a range, never silently 0.

use super::units::{Estimate, Milli, Range};

/// One published cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Count {
    /// A number above zero, in thousandths.
    Value(Milli),
    /// Published as zero.
    Zero,
    /// Hidden by statistical secrecy (`*`).
    Secret,
    /// Nothing published.
    #[default]
    Missing,
}

impl Count {
    /// A known number; zero becomes [`Count::Zero`].
    pub fn of(value: Milli) -> Self {
        if value == Milli::ZERO {
            Self::Zero
        } else {
            Self::Value(value)
        }
    }

    /// The number where it is known.
    pub fn known(self) -> Option<Milli> {
        match self {
            Self::Value(v) => Some(v),
            Self::Zero => Some(Milli::ZERO),
            Self::Secret | Self::Missing => None,
        }
    }

    /// True for `*`.
    pub fn is_secret(self) -> bool {
        self == Self::Secret
    }

    /// Projects (`met`): a star is 1 / 2.5 / 4 (domain ruling 9.4; 2.5 a star reproduces the published national total). Missing is zero here and counted apart.
    pub fn as_projects(self) -> Estimate {
        match self {
            Self::Secret => Range::new(Milli(1000), Milli(2500), Milli(4000)),
            other => Range::exact(other.known().unwrap_or_default()),
        }
    }

    /// Difficult or seasonal projects (`xmet`, `smet`): a star may hide 0, so 0 / 2 / 4, never above `projects` (ruling 9.4).
    pub fn as_share_of(self, projects: Estimate) -> Estimate {
        let raw = match self {
            Self::Secret => Range::new(Milli(0), Milli(2000), Milli(4000)),
            other => Range::exact(other.known().unwrap_or_default()),
        };
        Range {
            low: raw.low.min(projects.low),
            central: raw.central.min(projects.central),
            high: raw.high.min(projects.high),
        }
    }
}

/// Projects net of seasonal ones for one published cell (ruling 9.4: net per cell, then sum).
///
/// low = met.low − smet.high, central = central − central, high = met.high − smet.low, each at least 0.
pub fn net_of_seasonal(projects: Count, seasonal: Count) -> Estimate {
    let met = projects.as_projects();
    let raw = match seasonal {
        Count::Secret => Range::new(Milli(0), Milli(2000), Milli(4000)),
        other => Range::exact(other.known().unwrap_or_default()),
    };
    let net = |m: Milli, s: Milli| (m - s).max(Milli::ZERO);
    Range {
        low: net(met.low, raw.high),
        central: net(met.central, raw.central),
        high: net(met.high, raw.low),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_is_a_range() {
        assert_eq!(
            Count::Secret.as_projects(),
            Range::new(Milli(1000), Milli(2500), Milli(4000))
        );
        assert_eq!(Count::Missing.as_projects(), Range::exact(Milli(0)));
    }

    #[test]
    fn a_share_never_exceeds_its_whole() {
        let whole = Range::exact(Milli(1000));
        assert_eq!(
            Count::Secret.as_share_of(whole),
            Range::new(Milli(0), Milli(1000), Milli(1000))
        );
    }

    #[test]
    fn seasonal_projects_are_taken_off_cell_by_cell() {
        let ten = Count::of(Milli::whole(10));
        assert_eq!(
            net_of_seasonal(ten, Count::Secret),
            Range::new(Milli(6000), Milli(8000), Milli(10000))
        );
        assert_eq!(
            net_of_seasonal(Count::Secret, Count::Secret),
            Range::new(Milli(0), Milli(500), Milli(4000))
        );
        assert_eq!(net_of_seasonal(ten, Count::Missing), Range::exact(Milli(10000)));
    }
}

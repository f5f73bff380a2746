//! Two gaps compared: two years of a file, a file and one of its versions, two territories; what may be told of each line, and the largest changes.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::error::AppError;
use super::importing::Part;
use super::session::Session;
use super::settings::Lens;
use crate::domain::progress::Progress;
use crate::domain::units::{Estimate, Milli};
use crate::i18n::{self, Lang, Message};
use crate::market;
use crate::market::compare::{Both, CompareRow, Comparison, DENOMINATOR, Player, Side};
use crate::market::gap::{Grouping, RowKey};
use crate::report;

/// Groupings a comparison can be read by, the first one first.
pub const COMPARED_BY: [Grouping; 8] = [
    Grouping::Domain,
    Grouping::Basin,
    Grouping::Zone,
    Grouping::Occupation,
    Grouping::Cell,
    Grouping::Skill,
    Grouping::Department,
    Grouping::Region,
];
/// Stages of a comparison: both gaps, both expected lenses, the mixes.
const STAGES: usize = 5;

/// What the open territory is compared to: A, where the open territory is B.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Against {
    /// The same file, another year.
    Year(u16),
    /// Another territory, and the year to read there; without one, its newest.
    File(PathBuf, Option<u16>),
    /// A version of this file, by its path and its time.
    Version(PathBuf, String),
}

/// A comparison, with the names of its sides.
#[derive(Debug, Clone)]
pub struct Compared {
    pub against: Against,
    pub a: Message,
    pub b: Message,
    pub comparison: Comparison,
}

/// A line that may be told, or only its name.
#[derive(Debug, Clone)]
pub struct ComparedLine {
    pub row: CompareRow,
    /// Its figures would tell, in A or in B, what one or two employers declared.
    pub withheld: bool,
}

impl Session {
    /// Compares this territory, as B, to something else, as A. Both lenses, and the split of the change where both are of the same places.
    ///
    /// # Errors
    /// As [`Session::gap`]; [`AppError::Store`] where the other file is refused.
    pub fn compare_to(
        &self,
        year: Option<u16>,
        against: &Against,
        progress: &dyn Progress,
    ) -> Result<Compared, AppError> {
        let b = self.side(year, (3, 4), progress)?;
        let (a, told) = match against {
            Against::Year(year) => {
                let side = self.side(Some(*year), (0, 1), progress)?;
                let told = named(&side, "app-compare-year");
                (side, told)
            }
            Against::File(path, year) => {
                let (other, _folder) = Self::open_copy(path)?;
                let side = other.side(*year, (0, 1), progress)?;
                let told = named(&side, "app-compare-file").with("file", file_name(path));
                (side, told)
            }
            Against::Version(path, when) => {
                let (other, _folder) = Self::open_copy(path)?;
                let side = other.side(Some(b.gap.year), (0, 1), progress)?;
                let told = named(&side, "app-compare-version").with("when", when.as_str());
                (side, told)
            }
        };
        let compared = |key| named(&b, key);
        let here = match against {
            Against::Year(_) => compared("app-compare-year"),
            Against::File(..) => compared("app-compare-file").with("file", file_name(self.path())),
            Against::Version(..) => compared("app-compare-now"),
        };
        Ok(Compared {
            against: against.clone(),
            a: told,
            b: here,
            comparison: market::compare(a, b, &Part::of(progress, 2, STAGES))?,
        })
    }

    /// One side in both lenses; `stages` are those of the gap and of its expected lens.
    fn side(&self, year: Option<u16>, stages: (usize, usize), progress: &dyn Progress) -> Result<Side, AppError> {
        let facts = self.facts()?;
        let gap = self.gap_of(&facts, year, &Part::of(progress, stages.0, STAGES))?;
        let expected = self.expected_of(&facts, year, &Part::of(progress, stages.1, STAGES))?;
        Ok(Side {
            facts,
            gap,
            expected: Some(expected),
        })
    }
}

impl Compared {
    /// The lines of a table that have something to say, by key; what is withheld on either side is withheld.
    pub fn lines(&self, grouping: Grouping) -> Vec<ComparedLine> {
        let hidden = self.withheld(grouping);
        let line = |row: CompareRow| ComparedLine {
            withheld: hidden.contains(&row.key),
            row,
        };
        self.comparison.rows(grouping).into_iter().map(line).collect()
    }

    /// The whole territory.
    pub fn total(&self) -> ComparedLine {
        ComparedLine {
            withheld: !self.withheld(Grouping::Total).is_empty(),
            row: self.comparison.total(),
        }
    }

    fn withheld(&self, grouping: Grouping) -> BTreeSet<RowKey> {
        let of = |side: &Side| report::withheld(&side.facts, &side.gap, grouping);
        let mut hidden = of(&self.comparison.a);
        hidden.extend(of(&self.comparison.b));
        hidden
    }

    /// Revision of the open territory it was made on.
    pub fn revision(&self) -> i64 {
        self.comparison.b.gap.revision
    }
}

/// Unfilled posts of a side in a lens; nothing where the lens was not computed.
pub fn unfilled(side: &Both, lens: Lens) -> Option<Estimate> {
    match lens {
        Lens::Potential => Some(side.figures.unfilled),
        Lens::Expected => side.expected.map(|e| e.unfilled),
    }
}

/// Filled posts of a side in a lens.
pub fn filled(side: &Both, lens: Lens) -> Option<Estimate> {
    match lens {
        Lens::Potential => Some(side.figures.filled),
        Lens::Expected => side.expected.map(|e| e.filled),
    }
}

/// What the change in unfilled posts comes from, in whole posts that add up to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    pub change: i64,
    /// Need, supply, matching, and friction in the expected lens; those that move nothing are 0.
    pub parts: Vec<(&'static str, i64)>,
}

/// Splits the change of a line; nothing where it cannot be.
pub fn parts(row: &CompareRow, lens: Lens) -> Option<Parts> {
    let effects = row.effects?;
    let whole = row.difference(|side| unfilled(side, lens))?.central;
    let mut exact: Vec<(&'static str, i64)> = Player::ALL.map(Player::as_str).into_iter().zip(effects).collect();
    if lens == Lens::Expected {
        let rest = whole.0 * DENOMINATOR - effects.iter().sum::<i64>();
        exact.push(("friction", rest));
    }
    Some(Parts {
        change: whole.rounded(),
        parts: whole_posts(&exact, whole.rounded()),
    })
}

/// Rounds shares of thousandths to whole posts that add up to `sum`: what is left goes to the largest remainders.
fn whole_posts(exact: &[(&'static str, i64)], sum: i64) -> Vec<(&'static str, i64)> {
    const ONE: i64 = DENOMINATOR * 1000;
    let mut parts: Vec<(&'static str, i64)> = exact.iter().map(|(n, v)| (*n, v.div_euclid(ONE))).collect();
    let mut order: Vec<usize> = (0..exact.len()).collect();
    order.sort_by_key(|i| std::cmp::Reverse(exact[*i].1.rem_euclid(ONE)));
    let missing = sum - parts.iter().map(|(_, v)| v).sum::<i64>();
    for place in order.into_iter().take(usize::try_from(missing).unwrap_or(0)) {
        parts[place].1 += 1;
    }
    parts
}

/// The lines that changed most and may be told, largest first; ties in the order of their keys.
pub fn largest(lines: &[ComparedLine], lens: Lens, most: usize) -> Vec<&ComparedLine> {
    let change = |line: &ComparedLine| {
        let difference = line.row.difference(|side| unfilled(side, lens));
        difference.map_or(0, |d| d.central.0.abs())
    };
    let mut told: Vec<&ComparedLine> = lines.iter().filter(|l| !l.withheld && change(l) >= 500).collect();
    told.sort_by_key(|line| (std::cmp::Reverse(change(line)), line.row.key.clone()));
    told.truncate(most);
    told
}

/// « Soudeurs : 34 postes non pourvus de plus (de −2 à 61) ; besoin +30, vivier +4. »
pub fn sentence(line: &ComparedLine, name: &str, lens: Lens, lang: Lang) -> Option<Message> {
    let difference = line.row.difference(|side| unfilled(side, lens))?;
    let key = match (
        difference.central > Milli::ZERO,
        line.row.a.is_some(),
        line.row.b.is_some(),
    ) {
        (_, false, _) => "app-compare-appeared",
        (_, _, false) => "app-compare-gone",
        (true, ..) => "app-compare-more",
        (false, ..) => "app-compare-less",
    };
    let ends = difference.map(Milli::rounded);
    let told = Message::new(key)
        .with("name", name)
        .with("n", ends.central.abs())
        .with("low", signed(lang, ends.low))
        .with("high", signed(lang, ends.high));
    let parts = parts(&line.row, lens).map(|split| split.parts).unwrap_or_default();
    let why: Vec<String> = parts
        .iter()
        .filter(|(_, posts)| *posts != 0)
        .map(|(part, posts)| {
            let what = Message::new(format!("app-compare-part-{part}"));
            what.with("posts", signed(lang, *posts)).text(lang)
        })
        .collect();
    Some(match why.is_empty() {
        true => told.with("why", Message::new("app-compare-unsplit")),
        false => told.with("why", why.join(", ")),
    })
}

/// « +30 », « −4 », « 0 ».
pub fn signed(lang: Lang, posts: i64) -> String {
    let number = i18n::integer(lang, posts);
    if posts > 0 { format!("+{number}") } else { number }
}

fn named(side: &Side, key: &'static str) -> Message {
    Message::new(key)
        .with("territory", side.gap.territory.name.as_str())
        .with("year", side.gap.year.to_string())
        .with("revision", side.gap.revision.to_string())
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_posts_add_up_to_the_change() {
        let one = DENOMINATOR * 1000;
        let check = |exact: &[i64], sum: i64, expected: &[i64]| {
            let named: Vec<(&'static str, i64)> = exact.iter().map(|v| ("part", *v)).collect();
            let parts: Vec<i64> = whole_posts(&named, sum).into_iter().map(|(_, v)| v).collect();
            assert_eq!(parts, expected);
            assert_eq!(parts.iter().sum::<i64>(), sum);
        };
        check(&[one * 3, -one, 0], 2, &[3, -1, 0]);
        check(&[one / 2, one / 2, 0], 1, &[1, 0, 0]);
        check(&[-one / 3, one * 10 / 3, one / 10], 3, &[0, 3, 0]);
    }

    #[test]
    fn a_change_carries_its_sign() {
        assert_eq!(signed(Lang::Fr, 1200), "+1\u{202f}200");
        assert_eq!(signed(Lang::En, 0), "0");
        assert!(signed(Lang::Fr, -4).ends_with('4') && signed(Lang::Fr, -4).len() > 1);
    }
}

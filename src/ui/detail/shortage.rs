//! Who can take the posts of a line: the sentence and both lists of its shortage.

use crate::domain::units::Milli;
use crate::i18n::{self, Lang, Message, text, typographic};
use crate::market::shortage::{ShortCell, ShortNode, ShortOrigin, Shortage};
use crate::ui::scene::Place;
use crate::ui::widgets::lists::{Entry, Listing};

/// Establishments named under a programme; more are counted.
const NAMED: usize = 2;

/// A shortage, ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    pub sentence: String,
    /// « 240 postes − 95 personnes = 145 non pourvus au moins, où qu’on place ces personnes. »
    pub sum: String,
    pub posts: Listing,
    pub people: Listing,
    /// Where the rest of the line lacks people because other posts take them.
    pub wider: Option<Wider>,
}

/// The wider set that explains the rest.
#[derive(Debug, Clone, PartialEq)]
pub struct Wider {
    pub why: String,
    pub told: Box<Told>,
}

impl Told {
    /// Tells a shortage.
    pub fn of(shortage: &Shortage, lang: Lang) -> Self {
        let exact = |n: Milli| i18n::exact(lang, n);
        let wider = shortage.wider.as_deref().map(|wider| Wider {
            why: Message::new("ui-hall-wider")
                .with("asked", exact(shortage.asked))
                .with("rest", exact(shortage.asked - shortage.unfilled))
                .text(lang),
            told: Box::new(Self::of(wider, lang)),
        });
        Self {
            sentence: typographic(&shortage.sentence.text(lang)),
            sum: Message::new("ui-hall-sum")
                .with("posts", exact(shortage.posts))
                .with("people", exact(shortage.people))
                .with("unfilled", exact(shortage.unfilled))
                .text(lang),
            posts: posts(&shortage.cells, lang),
            people: people(&shortage.nodes, lang),
            wider,
        }
    }
}

/// Posts of one occupation are named by their basin, others by their occupation.
fn posts(cells: &[ShortCell], lang: Lang) -> Listing {
    let alike = cells.iter().all(|cell| cell.fap == cells[0].fap);
    let entry = |cell: &ShortCell| {
        let place = place(&cell.basin_name, cell.home, lang);
        let occupation = typographic(&cell.occupation);
        let (name, under, to) = if alike {
            (place, String::new(), Place::Basin(cell.basin.clone()))
        } else {
            (occupation, place, Place::Occupation(cell.fap.clone()))
        };
        Entry {
            name,
            under,
            quantity: cell.posts,
            to: Some(to).filter(|_| cell.home),
        }
    };
    listing("ui-hall-posts", "ui-hall-posts-unit", cells.iter().map(entry), lang)
}

fn people(nodes: &[ShortNode], lang: Lang) -> Listing {
    let entry = |node: &ShortNode| {
        let route = text(lang, &format!("ui-route-{}", node.route.as_str()));
        let place = place(&node.basin_name, node.home, lang);
        Entry {
            name: format!("{} {}", node.diploma.as_str(), typographic(&node.programme_label)),
            under: format!("{place} · {route} · {}", establishments(&node.origins, lang)),
            quantity: node.people,
            to: Some(Place::Programme(node.programme.clone())),
        }
    };
    listing("ui-hall-people", "ui-hall-people-unit", nodes.iter().map(entry), lang)
}

/// Largest first; equals stay in the order of the market: by basin, then by code.
fn listing(heading: &str, unit: &str, entries: impl Iterator<Item = Entry>, lang: Lang) -> Listing {
    let mut entries: Vec<Entry> = entries.collect();
    entries.sort_by_key(|entry| -entry.quantity);
    Listing {
        heading: text(lang, heading),
        unit: text(lang, unit),
        entries,
    }
}

/// The basin, and that it is outside the territory where it is.
fn place(basin: &str, home: bool, lang: Lang) -> String {
    let basin = typographic(basin);
    if home {
        return basin;
    }
    Message::new("ui-hall-context").with("basin", basin).text(lang)
}

/// The establishments that people come from; a regional headcount has none.
fn establishments(origins: &[ShortOrigin], lang: Lang) -> String {
    let name = |origin: &ShortOrigin| match (&origin.establishment, &origin.uai) {
        (Some(name), _) => typographic(name),
        (None, Some(uai)) => uai.to_string(),
        (None, None) => text(lang, "ui-origin-regional"),
    };
    let mut names: Vec<String> = Vec::new();
    for name in origins.iter().map(name) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    let named = names.join(", ");
    if more == 0 {
        return named;
    }
    let rest = Message::new("ui-detail-more").with("n", more).text(lang);
    format!("{named} {rest}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{BasinCode, FapCode};
    use crate::market::gap::RowKey;

    fn cell(basin: &str, fap: &str, home: bool, posts: i64) -> ShortCell {
        ShortCell {
            basin: BasinCode::parse(basin).unwrap(),
            basin_name: format!("Bassin d'{basin}"),
            fap: FapCode::parse(fap).unwrap(),
            occupation: format!("Métier {fap}"),
            home,
            posts: Milli(posts),
            unfilled: Milli(posts),
        }
    }

    fn names(cells: &[ShortCell]) -> Vec<(String, String, bool)> {
        let list = posts(cells, Lang::Fr);
        let lines = list.entries.into_iter();
        lines.map(|e| (e.name, e.under, e.to.is_some())).collect()
    }

    #[test]
    fn posts_of_one_occupation_are_named_by_their_basin_the_largest_first() {
        let found = names(&[cell("3201", "D2X41", true, 1500), cell("3202", "D2X41", false, 2500)]);
        let outside = "Bassin d’3202 (hors du territoire)".to_owned();
        let expected = [
            (outside, String::new(), false),
            ("Bassin d’3201".to_owned(), String::new(), true),
        ];
        assert_eq!(found, expected);
        let two = names(&[cell("3201", "D2X41", true, 1500), cell("3201", "D1X33", true, 500)]);
        assert_eq!(
            (two[0].0.as_str(), two[0].1.as_str()),
            ("Métier D2X41", "Bassin d’3201")
        );
    }

    #[test]
    fn the_rest_of_a_line_is_told_with_the_wider_set() {
        let claim = |posts: i64, people: i64| Shortage {
            key: RowKey::Total,
            asked: Milli(9000),
            posts: Milli(posts),
            people: Milli(people),
            unfilled: Milli(posts - people),
            cells: Vec::new(),
            nodes: Vec::new(),
            sentence: Message::new("app-name"),
            wider: None,
        };
        let mut narrow = claim(10_000, 2500);
        narrow.wider = Some(Box::new(claim(40_000, 31_000)));
        let told = Told::of(&narrow, Lang::Fr);
        assert!(told.sum.starts_with("10 postes − 2,5 personnes = 7,5 "), "{}", told.sum);
        let wider = told.wider.unwrap();
        assert!(wider.why.contains("1,5"), "{}", wider.why);
        assert!(wider.told.sum.contains("= 9 "), "{}", wider.told.sum);
    }
}

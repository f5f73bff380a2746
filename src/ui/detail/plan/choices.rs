//! What the fields of an action may name: sections, programmes, establishments and basins, found by a few letters.

use std::collections::BTreeSet;

use crate::domain::id::{BasinCode, DepartmentCode, ProgrammeId};
use crate::domain::programme::Programme;
use crate::domain::scenario::{SectionKey, Site};
use crate::domain::territory::Basin;
use crate::i18n::{Lang, Message, typographic};
use crate::market::plan::KnownSection;
use crate::ui::screens::plan::data::{route_words, site_words};
use crate::ui::snapshot::Snapshot;
use crate::ui::words::fold;

/// Lines offered under a field.
const OFFERED: usize = 8;

/// One thing that can be named.
#[derive(Debug, Clone)]
pub struct Choice<T> {
    pub key: T,
    pub name: String,
    folded: String,
}

/// Everything that can be named.
#[derive(Debug, Default)]
pub struct Choices {
    pub sections: Vec<Choice<SectionKey>>,
    pub programmes: Vec<Choice<ProgrammeId>>,
    pub sites: Vec<Choice<Site>>,
    pub basins: Vec<Choice<BasinCode>>,
}

impl<T> Choice<T> {
    /// Found by its name and by its code.
    pub fn new(key: T, name: String, code: &str) -> Self {
        Self {
            folded: fold(&format!("{name} {code}")),
            key,
            name,
        }
    }
}

impl Choices {
    /// What a territory has; sections wait until they are known.
    pub fn of(snapshot: &Snapshot, sections: &[KnownSection], lang: Lang) -> Self {
        let (facts, names) = (&snapshot.facts, &snapshot.names);
        let section = |known: &KnownSection| {
            let SectionKey { site, programme, .. } = &known.section;
            let words = Message::new("ui-plan-section-name")
                .with("programme", names.programme(programme))
                .with("site", site_words(site, facts, names))
                .with("route", route_words(&known.section, lang));
            let words = match known.seats {
                None => words.text(lang),
                Some(seats) => Message::new("ui-plan-section-seats")
                    .with("section", words.text(lang))
                    .with("n", seats)
                    .text(lang),
            };
            let code = format!("{} {}", site.code(), programme.as_str());
            Choice::new(known.section.clone(), words, &code)
        };
        let taught: BTreeSet<&ProgrammeId> = sections.iter().map(|known| &known.section.programme).collect();
        // What the territory teaches comes first.
        let mut programmes: Vec<_> = facts.catalogue.programmes.iter().collect();
        programmes.sort_by_key(|p| !taught.contains(&p.id));
        let programme = |p: &Programme| Choice::new(p.id.clone(), names.programme(&p.id), p.id.as_str());
        Self {
            sections: sections.iter().map(section).collect(),
            programmes: programmes.into_iter().map(programme).collect(),
            sites: sites(snapshot),
            basins: basins(snapshot),
        }
    }
}

/// Basins of the territory.
pub fn basins(snapshot: &Snapshot) -> Vec<Choice<BasinCode>> {
    let facts = &snapshot.facts;
    let home = |basin: &&Basin| facts.territory.regions.contains(&basin.region);
    let all = facts.catalogue.basins.iter().filter(home);
    all.map(|b| Choice::new(b.code.clone(), snapshot.names.basin(&b.code), b.code.as_str()))
        .collect()
}

/// Basins of the territory, then its establishments.
fn sites(snapshot: &Snapshot) -> Vec<Choice<Site>> {
    let (facts, names) = (&snapshot.facts, &snapshot.names);
    let catalogue = &facts.catalogue;
    let regions = &facts.territory.regions;
    let home = catalogue.basins.iter().filter(|b| regions.contains(&b.region));
    let basins: Vec<_> = home.collect();
    let departments: BTreeSet<&DepartmentCode> = catalogue
        .departments
        .iter()
        .filter(|d| regions.contains(&d.region))
        .map(|d| &d.code)
        .collect();
    let mut sites: Vec<Choice<Site>> = basins
        .iter()
        .map(|b| Choice::new(Site::Basin(b.code.clone()), names.basin(&b.code), b.code.as_str()))
        .collect();
    let establishments = facts.establishments.iter().filter(|e| match (&e.basin, &e.department) {
        (Some(basin), _) => basins.iter().any(|b| b.code == *basin),
        (None, Some(department)) => departments.contains(department),
        (None, None) => true,
    });
    sites.extend(establishments.map(|e| {
        let name = typographic(&e.name);
        Choice::new(Site::Establishment(e.uai.clone()), name, e.uai.as_str())
    }));
    sites
}

/// The first that have every word typed, in their order.
pub fn found<'c, T>(choices: &'c [Choice<T>], typed: &str) -> Vec<&'c Choice<T>> {
    let words: Vec<String> = fold(typed).split_whitespace().map(str::to_owned).collect();
    let has = |choice: &&Choice<T>| words.iter().all(|word| choice.folded.contains(word.as_str()));
    choices.iter().filter(has).take(OFFERED).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_a_name_or_a_code_find_it() {
        let all = [("Lycée Colbert", "0590001A"), ("Lycée d’Épernay", "0510002B")];
        let choices: Vec<Choice<usize>> = all
            .iter()
            .enumerate()
            .map(|(n, (name, code))| Choice::new(n, (*name).to_owned(), code))
            .collect();
        let keys = |typed: &str| found(&choices, typed).iter().map(|c| c.key).collect::<Vec<_>>();
        assert_eq!(keys("lycee"), [0, 1]);
        assert_eq!(keys("epernay lyc"), [1]);
        assert_eq!(keys("0590001a"), [0]);
        assert_eq!(keys("usine"), [0; 0]);
    }
}

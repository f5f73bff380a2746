//! Search everywhere: every thing of a territory by a few letters, best first; job titles lead to their occupations.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::error::AppError;
use super::session::Session;
use crate::domain::assumption::AssumptionKey;
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, Cfd, DepartmentCode, FapCode, ProgrammeId, RomeCode, Uai};
use crate::domain::occupation::{Appellation, JobTitle, OccupationScope, SkillLevel};
use crate::domain::source::SourceId;
use crate::i18n::{Lang, Message, text};
use crate::store::catalogue;

/// What a found thing is. Among equals the first kinds come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Occupation,
    Basin,
    Title,
    Programme,
    Establishment,
    Section,
    Employer,
    Assumption,
    Source,
}

impl Kind {
    pub const ALL: [Self; 9] = [
        Self::Occupation,
        Self::Basin,
        Self::Title,
        Self::Programme,
        Self::Establishment,
        Self::Section,
        Self::Employer,
        Self::Assumption,
        Self::Source,
    ];

    /// Stable text of texts (`app-find-<key>`) and of JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Occupation => "occupation",
            Self::Basin => "basin",
            Self::Title => "title",
            Self::Programme => "programme",
            Self::Establishment => "establishment",
            Self::Section => "section",
            Self::Employer => "employer",
            Self::Assumption => "assumption",
            Self::Source => "source",
        }
    }

    /// Its name for people.
    pub fn label(self, lang: Lang) -> String {
        text(lang, &format!("app-find-{}", self.as_str()))
    }
}

/// What a found thing opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    Occupation(FapCode),
    Basin(BasinCode),
    Programme(ProgrammeId),
    /// Sections of the establishments of this name.
    Establishment(String),
    Assumption(AssumptionKey),
    Source(SourceId),
}

impl Target {
    /// The code of what is opened.
    pub fn code(&self) -> String {
        match self {
            Self::Occupation(code) => code.to_string(),
            Self::Basin(code) => code.to_string(),
            Self::Programme(id) => id.to_string(),
            Self::Establishment(name) => name.clone(),
            Self::Assumption(key) => key.as_str().to_owned(),
            Self::Source(id) => id.0.to_string(),
        }
    }
}

/// One thing that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub kind: Kind,
    /// « Soudeur TIG → Soudeurs (ROME H2913) » for a job title.
    pub name: String,
    pub target: Target,
    /// Its own words, folded: what a query is compared with.
    folded: String,
    /// Among the occupations of one title: skilled workers, technicians, unskilled workers, engineers.
    order: u8,
}

/// Every thing of one territory, in one language.
#[derive(Debug, Clone, Default)]
pub struct Index {
    entries: Vec<Entry>,
}

impl Session {
    /// What can be found in this territory.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn index(&self, lang: Lang) -> Result<Index, AppError> {
        let facts = self.facts()?;
        Ok(Index::of(&facts, &self.appellations(&facts)?, lang))
    }
}

impl Index {
    /// Indexes a territory: its own basins, establishments and sections, and what all territories share.
    pub fn of(facts: &Facts, appellations: &[Appellation], lang: Lang) -> Self {
        let mut index = Self::default();
        index.add_nomenclatures(facts);
        index.add_titles(facts, appellations, lang);
        index.add_supply(facts);
        for employer in &facts.employers {
            index.add(Kind::Employer, &employer.name, Target::Basin(employer.basin.clone()));
        }
        for key in AssumptionKey::ALL {
            let name = text(lang, &format!("ui-assumption-{}", key.as_str()));
            index.add(Kind::Assumption, &name, Target::Assumption(key));
        }
        let files = facts.sources.iter().filter(|source| source.id != SourceId::CATALOGUE);
        for source in files {
            index.add(Kind::Source, &source.file, Target::Source(source.id));
        }
        index
    }

    fn add(&mut self, kind: Kind, name: &str, target: Target) {
        self.entries.push(Entry {
            kind,
            folded: folded(name),
            name: name.replace('\'', "’"),
            target,
            order: 0,
        });
    }

    fn add_nomenclatures(&mut self, facts: &Facts) {
        let catalogue = &facts.catalogue;
        for basin in catalogue
            .basins
            .iter()
            .filter(|b| facts.territory.regions.contains(&b.region))
        {
            self.add(Kind::Basin, &basin.name, Target::Basin(basin.code.clone()));
        }
        for occupation in catalogue
            .occupations
            .iter()
            .filter(|o| o.scope == OccupationScope::Core)
        {
            let target = Target::Occupation(occupation.code.clone());
            self.add(Kind::Occupation, &occupation.label, target);
        }
        for programme in &catalogue.programmes {
            let name = format!("{} {}", programme.diploma.as_str(), programme.label);
            self.add(Kind::Programme, &name, Target::Programme(programme.id.clone()));
        }
    }

    /// Titles of the program, then imported ones that it has not: each leads to the occupations its ROME code goes to.
    fn add_titles(&mut self, facts: &Facts, appellations: &[Appellation], lang: Lang) {
        let core = facts
            .catalogue
            .occupations
            .iter()
            .filter(|o| o.scope == OccupationScope::Core);
        let labels: BTreeMap<&FapCode, &str> = core.map(|o| (&o.code, o.label.as_str())).collect();
        let orders: BTreeMap<&FapCode, u8> = facts
            .catalogue
            .occupations
            .iter()
            .map(|o| (&o.code, order(o.skill)))
            .collect();
        let parents: HashMap<&RomeCode, &RomeCode> = facts
            .catalogue
            .romes
            .iter()
            .filter_map(|rome| Some((&rome.code, rome.parent.as_ref()?)))
            .collect();
        let mut leads: BTreeMap<&RomeCode, BTreeSet<&FapCode>> = BTreeMap::new();
        for line in &facts.catalogue.crosswalk {
            if labels.contains_key(&line.fap) {
                leads.entry(&line.rome).or_default().insert(&line.fap);
            }
        }
        let mut seen: BTreeSet<(String, &FapCode)> = BTreeSet::new();
        let mut titles = Vec::new();
        let own: Vec<JobTitle> = catalogue::job_titles().unwrap_or_default();
        for title in &own {
            if let Some((fap, _)) = labels.get_key_value(&title.fap) {
                titles.push((title.title.as_str(), *fap, title.rome.as_ref()));
            }
        }
        for appellation in appellations {
            let historic = parents.get(&appellation.rome).copied().unwrap_or(&appellation.rome);
            for fap in leads.get(historic).into_iter().flatten() {
                titles.push((appellation.label.as_str(), *fap, Some(&appellation.rome)));
            }
        }
        for (title, fap, rome) in titles {
            let words = folded(title);
            if !seen.insert((words.clone(), fap)) {
                continue;
            }
            let key = if rome.is_some() {
                "app-find-lead-rome"
            } else {
                "app-find-lead"
            };
            let name = Message::new(key)
                .with("title", title.replace('\'', "’"))
                .with("occupation", labels[fap].replace('\'', "’"))
                .with("rome", rome.map_or("", RomeCode::as_str));
            self.entries.push(Entry {
                kind: Kind::Title,
                name: name.text(lang),
                target: Target::Occupation(fap.clone()),
                folded: words,
                order: orders[fap],
            });
        }
    }

    /// Establishments of the territory, and their sections once each, whatever the years and files that tell them.
    fn add_supply(&mut self, facts: &Facts) {
        let catalogue = &facts.catalogue;
        let regions = &facts.territory.regions;
        let at_home = |department: Option<&DepartmentCode>| {
            let found = catalogue.departments.iter().find(|d| Some(&d.code) == department);
            found.is_some_and(|d| regions.contains(&d.region))
        };
        let mut names: BTreeMap<&Uai, &str> = BTreeMap::new();
        for school in &facts.establishments {
            let told = school.department.clone().or_else(|| school.uai.department());
            if !school.name.is_empty() && at_home(told.as_ref()) {
                names.insert(&school.uai, &school.name);
                self.add(
                    Kind::Establishment,
                    &school.name,
                    Target::Establishment(school.name.clone()),
                );
            }
        }
        let current = catalogue.programmes.iter().filter_map(|p| Some((p.cfd.as_ref()?, p)));
        let previous = catalogue
            .programmes
            .iter()
            .flat_map(|p| p.previous.iter().map(move |cfd| (cfd, p)));
        let by_cfd: HashMap<&Cfd, _> = previous.chain(current).collect();
        let mut seen = BTreeSet::new();
        for section in &facts.sections {
            let (Some(school), Some(programme)) = (
                names.get(&section.uai),
                section.cfd.as_ref().and_then(|cfd| by_cfd.get(cfd)),
            ) else {
                continue;
            };
            if seen.insert((&section.uai, &programme.id)) {
                let name = format!("{} {} · {school}", programme.diploma.as_str(), programme.label);
                self.add(Kind::Section, &name, Target::Programme(programme.id.clone()));
            }
        }
    }

    /// The best answers to a query, best first; O(entries).
    pub fn search(&self, query: &str, most: usize) -> Vec<&Entry> {
        let query = Query::of(query);
        if query.words.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(u32, &Entry)> = self
            .entries
            .iter()
            .filter_map(|entry| Some((query.score(&entry.folded)?, entry)))
            .collect();
        found.sort_by_key(|(score, e)| (*score, e.kind, e.folded.len(), &e.folded, e.order, &e.name));
        found.into_iter().take(most).map(|(_, entry)| entry).collect()
    }

    /// Things that can be found.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// True where nothing can be found.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

fn order(skill: SkillLevel) -> u8 {
    match skill {
        SkillLevel::SkilledWorker => 0,
        SkillLevel::Technician => 1,
        SkillLevel::UnskilledWorker => 2,
        SkillLevel::Engineer => 3,
    }
}

/// What is asked, word by word.
#[derive(Debug, Clone)]
pub struct Query {
    words: Vec<String>,
}

/// Words that people add or leave out without meaning anything by it.
const ARTICLES: [&str; 12] = ["d", "de", "du", "des", "l", "le", "la", "les", "un", "une", "the", "of"];

impl Query {
    pub fn of(text: &str) -> Self {
        let folded = folded(text);
        let all = || folded.split(' ').filter(|word| !word.is_empty());
        let articles_only = all().all(|word| ARTICLES.contains(&word));
        let words = all().filter(|word| articles_only || !ARTICLES.contains(word));
        // The plural finds the singular; the singular finds both as it is.
        let bare = |word: &str| match word.strip_suffix('s') {
            Some(bare) if bare.len() >= 3 => bare.to_owned(),
            _ => word.to_owned(),
        };
        Self {
            words: words.map(bare).collect(),
        }
    }

    /// How far a folded name is from the query, 0 nearest: each word counts 0 where it begins the name, 1 where it begins a word,
    /// 4 inside one; nothing unless all are there.
    pub fn score(&self, name: &str) -> Option<u32> {
        self.words.iter().try_fold(0, |sum, word| {
            let mut best = None;
            for (at, _) in name.match_indices(word.as_str()) {
                let here = match at {
                    0 => 0,
                    at if name.as_bytes()[at - 1] == b' ' => 1,
                    _ => 4,
                };
                best = Some(best.map_or(here, |known: u32| known.min(here)));
                if here < 4 {
                    break;
                }
            }
            best.map(|here| sum + here)
        })
    }
}

/// Words as they are compared: lower case, without accents or ligatures, blanks for hyphens, apostrophes and every other sign.
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    for c in text.chars().flat_map(char::to_lowercase) {
        let plain: &str = match c {
            'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' => "a",
            'ç' => "c",
            'é' | 'è' | 'ê' | 'ë' => "e",
            'î' | 'ï' | 'í' => "i",
            'ñ' => "n",
            'ô' | 'ö' | 'ó' | 'õ' => "o",
            'ù' | 'û' | 'ü' | 'ú' => "u",
            'ÿ' => "y",
            'œ' => "oe",
            'æ' => "ae",
            // Combining accents of decomposed text.
            '\u{300}'..='\u{36f}' => continue,
            c if c.is_alphanumeric() => {
                if blank && !out.is_empty() {
                    out.push(' ');
                }
                blank = false;
                out.push(c);
                continue;
            }
            _ => {
                blank = true;
                continue;
            }
        };
        if blank && !out.is_empty() {
            out.push(' ');
        }
        blank = false;
        out.push_str(plain);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded() {
        assert_eq!(folded("Main-d’Œuvre  d'Épernay (TIG)"), "main d oeuvre d epernay tig");
        assert_eq!(folded("e\u{301}cole"), "ecole");
    }

    #[test]
    fn the_beginning_of_a_word_is_better_than_its_inside() {
        let score = |query: &str, name: &str| Query::of(query).score(&folded(name));
        assert_eq!(score("soudeurs", "Soudeur TIG"), Some(0));
        assert_eq!(score("tig soud", "Soudeur TIG"), Some(1));
        assert_eq!(score("oudeur", "Soudeur TIG"), Some(4));
        assert_eq!(score("tig", "Vertige, tig"), Some(1), "the best place counts");
        assert_eq!(score("soudeur mig", "Soudeur TIG"), None);
    }
}

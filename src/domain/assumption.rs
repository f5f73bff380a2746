//! Assumptions: what the model supposes, with its range and its source. Editable, never hidden.

use super::occupation::SkillLevel;
use super::programme::Diploma;
use super::scenario::Trajectory;
use super::units::Range;

/// One assumption, for everything or for one scope (a diploma kind, a skill level, a programme…).
#[derive(Debug, Clone, PartialEq)]
pub struct Assumption {
    pub key: AssumptionKey,
    /// Empty for everyone; else what it applies to: a skill level, a diploma level or kind, a route, a programme id.
    pub scope: String,
    pub value: Range<f64>,
    /// Where the value comes from.
    pub source: String,
    /// True once a user changed it.
    pub edited: bool,
}

/// The assumptions of the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AssumptionKey {
    /// β: share of non-seasonal projects that call for a new leaver; by skill level (ruling 9.1).
    Beta,
    /// Entrants over seats where entrants are not observed; by route or diploma kind.
    FillRate,
    /// Pupils still there after one passage to the next year, over those before; by diploma kind.
    Retention,
    /// Further study over final year where no outcome is known; by diploma kind.
    FurtherStudy,
    /// Leavers who hold the diploma; by route.
    DiplomaRate,
    /// Leavers who stay in the field of their training; by programme or for all.
    StaysInField,
    /// Mobility radius in great-circle km between centroids; by diploma level.
    RadiusKm,
    /// Seats above which an apprenticeship declaration is capped when it weighs the spread of a regional headcount.
    ApprenticeSeatCap,
    /// Pseudo-leavers given to the wider scope when a rate is shrunk (n / (n + k)).
    Shrinkage,
    /// Euros of one seat and year of study; by programme, diploma kind, route or level. Nothing is supposed: without it, no cost is shown.
    SeatCost,
    /// Euros of equipment and works of a section that opens; by programme, diploma kind, route or level. Nothing is supposed.
    OpeningCost,
    /// Euros that a post filled is worth to the territory, once; by no scope. Nothing is supposed: without it, no break-even is told.
    PostWorth,
    /// A of the expected lens: what a match without travel is worth to both sides together, against staying single; generalised minutes.
    MatchSurplus,
    /// σ of the expected lens: the scale of what chance adds; generalised minutes. Twice σ more mismatch divides the odds of a match by e.
    MatchNoise,
    /// Industrial jobs created in the country each year, net, beyond those of the base year; by trajectory of a scenario.
    NetCreation,
    /// Of net industrial jobs, those in the skilled workers' and technicians' occupations of the gap.
    GapShare,
    /// Non-seasonal projects of the country in the occupations of the gap, in the base year: what net creation is compared with.
    NationalProjects,
    /// Of the entrants of new seats, those who would enter no industrial section otherwise; the others come from sections in reach.
    Newcomers,
    /// Hours of training of a whole programme; by diploma kind or programme.
    TrainingHours,
    /// Of these hours, the share an establishment adapts to its place; by diploma kind or programme.
    LocalShare,
    /// Of the hours of one year of study, the greatest share that may be local; by diploma kind or programme.
    LocalYearShare,
    /// Hours of one year of study, where they are not an equal part; by diploma kind or programme and year, `BUT 1`. Nothing is supposed.
    YearHours,
    /// Hours an establishment may colour of a diploma that has no local share; by diploma kind or programme.
    ColorationHours,
    /// Hours of a module that teaches a skill; by skill or for all.
    ModuleHours,
    /// What a useful skill weighs beside a core one, when a post is shared over the skills it lacks.
    UsefulSkill,
}

impl AssumptionKey {
    pub const ALL: [Self; 25] = [
        Self::Beta,
        Self::FillRate,
        Self::Retention,
        Self::FurtherStudy,
        Self::DiplomaRate,
        Self::StaysInField,
        Self::RadiusKm,
        Self::ApprenticeSeatCap,
        Self::Shrinkage,
        Self::SeatCost,
        Self::OpeningCost,
        Self::PostWorth,
        Self::MatchSurplus,
        Self::MatchNoise,
        Self::NetCreation,
        Self::GapShare,
        Self::NationalProjects,
        Self::Newcomers,
        Self::TrainingHours,
        Self::LocalShare,
        Self::LocalYearShare,
        Self::YearHours,
        Self::ColorationHours,
        Self::ModuleHours,
        Self::UsefulSkill,
    ];

    /// Stable text of the store, the command line and the texts (`assumption-<key>`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Beta => "beta",
            Self::FillRate => "fill-rate",
            Self::Retention => "retention",
            Self::FurtherStudy => "further-study",
            Self::DiplomaRate => "diploma-rate",
            Self::StaysInField => "stays-in-field",
            Self::RadiusKm => "radius-km",
            Self::ApprenticeSeatCap => "apprentice-seat-cap",
            Self::Shrinkage => "shrinkage",
            Self::SeatCost => "seat-cost",
            Self::OpeningCost => "opening-cost",
            Self::PostWorth => "post-worth",
            Self::MatchSurplus => "match-surplus",
            Self::MatchNoise => "match-noise",
            Self::NetCreation => "net-creation",
            Self::GapShare => "gap-share",
            Self::NationalProjects => "national-projects",
            Self::Newcomers => "newcomers",
            Self::TrainingHours => "training-hours",
            Self::LocalShare => "local-share",
            Self::LocalYearShare => "local-year-share",
            Self::YearHours => "year-hours",
            Self::ColorationHours => "coloration-hours",
            Self::ModuleHours => "module-hours",
            Self::UsefulSkill => "useful-skill",
        }
    }

    /// Reads [`Self::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.as_str() == text)
    }

    /// Whether a new territory starts with a value; the others are only what a user tells.
    pub fn has_default(self) -> bool {
        !matches!(
            self,
            Self::SeatCost | Self::OpeningCost | Self::PostWorth | Self::YearHours
        )
    }

    /// True for what only scenarios suppose: the gap of a year does not depend on it.
    pub fn is_of_scenarios(self) -> bool {
        matches!(
            self,
            Self::OpeningCost
                | Self::PostWorth
                | Self::NetCreation
                | Self::GapShare
                | Self::NationalProjects
                | Self::Newcomers
        )
    }

    /// True for what only skills suppose: what they want, teach and cost in hours moves no figure of the gap.
    pub fn is_of_skills(self) -> bool {
        matches!(
            self,
            Self::TrainingHours
                | Self::LocalShare
                | Self::LocalYearShare
                | Self::YearHours
                | Self::ColorationHours
                | Self::ModuleHours
                | Self::UsefulSkill
        )
    }

    /// The values an assumption may take.
    pub fn bounds(self) -> (f64, f64) {
        match self {
            Self::RadiusKm => (0.0, 20_000.0),
            Self::ApprenticeSeatCap | Self::Shrinkage => (0.0, 10_000.0),
            Self::FillRate => (0.0, 1.5),
            Self::SeatCost | Self::PostWorth => (0.0, 1_000_000.0),
            Self::OpeningCost => (0.0, 100_000_000.0),
            Self::MatchSurplus => (-1_000.0, 10_000.0),
            Self::MatchNoise => (1.0, 1_000.0),
            Self::NetCreation => (-200_000.0, 200_000.0),
            Self::NationalProjects => (1.0, 10_000_000.0),
            Self::TrainingHours | Self::YearHours | Self::ColorationHours => (0.0, 5_000.0),
            Self::ModuleHours => (1.0, 1_000.0),
            _ => (0.0, 1.0),
        }
    }
}

/// The assumptions of a territory, looked up from the narrowest scope to the widest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Assumptions(Vec<Assumption>);

impl Assumptions {
    /// Keeps assumptions sorted by key and scope, so that equal contents are equal values.
    pub fn new(mut list: Vec<Assumption>) -> Self {
        list.sort_by(|a, b| (a.key, &a.scope).cmp(&(b.key, &b.scope)));
        Self(list)
    }

    /// With the defaults of every key that has no value at all: a file made before a key was known supposes what a new one does.
    #[must_use]
    pub fn with_missing_defaults(self) -> Self {
        let missing = |key| !self.0.iter().any(|a| a.key == key);
        let defaults = Self::defaults().0.into_iter().filter(|a| missing(a.key));
        Self::new(defaults.chain(self.0.iter().cloned()).collect())
    }

    /// All of them, sorted by key and scope.
    pub fn iter(&self) -> impl Iterator<Item = &Assumption> {
        self.0.iter()
    }

    /// The first assumption of `key` whose scope is among `scopes`, in that order, else the one for everyone.
    pub fn find(&self, key: AssumptionKey, scopes: &[&str]) -> Option<&Assumption> {
        let found = scopes.iter().find_map(|scope| self.exactly(key, scope));
        found.or_else(|| self.exactly(key, ""))
    }

    /// The assumption of `key` for this very scope.
    pub fn exactly(&self, key: AssumptionKey, scope: &str) -> Option<&Assumption> {
        self.0.iter().find(|a| a.key == key && a.scope == scope)
    }

    /// β of a skill level; nothing without an assumption, and nothing for unskilled and level-7 posts.
    pub fn beta(&self, skill: SkillLevel) -> Range<f64> {
        match skill {
            SkillLevel::UnskilledWorker | SkillLevel::Engineer => Range::exact(0.0),
            _ => self.value(AssumptionKey::Beta, &[skill.as_str()]),
        }
    }

    /// The value of an assumption, 0 where none is stored.
    pub fn value(&self, key: AssumptionKey, scopes: &[&str]) -> Range<f64> {
        self.find(key, scopes).map_or(Range::exact(0.0), |a| a.value)
    }

    /// The assumptions a new territory starts from (domain.md §5, §6, §9; published sources named in each).
    pub fn defaults() -> Self {
        let mut list = Vec::new();
        let mut add = |key, scope: &str, low, central, high, source: &str| {
            list.push(Assumption {
                key,
                scope: scope.to_owned(),
                value: Range::new(low, central, high),
                source: source.to_owned(),
                edited: false,
            });
        };
        use AssumptionKey as K;
        let calibrated = "calage national : besoin 90 000–110 000 par an (Basset et Lluansi, La Fabrique de l'industrie, 2023), BMO 2024";
        add(
            K::Beta,
            SkillLevel::SkilledWorker.as_str(),
            0.55,
            0.65,
            0.75,
            calibrated,
        );
        add(K::Beta, SkillLevel::Technician.as_str(), 0.55, 0.65, 0.75, calibrated);
        let judgement = "hypothèse de travail, à remplacer par les effectifs observés";
        add(K::FillRate, "", 0.80, 0.88, 0.95, judgement);
        add(K::Retention, "", 0.80, 0.88, 0.94, judgement);
        add(K::Retention, Diploma::Cs.as_str(), 0.88, 0.93, 0.97, judgement);
        add(K::Retention, Diploma::LicencePro.as_str(), 0.88, 0.93, 0.97, judgement);
        let iut = "hypothèse de travail : poursuite après BUT et licence pro, sans source ouverte par spécialité";
        add(K::FurtherStudy, Diploma::But.as_str(), 0.45, 0.55, 0.65, iut);
        add(K::FurtherStudy, Diploma::LicencePro.as_str(), 0.15, 0.25, 0.35, iut);
        add(K::FurtherStudy, "", 0.35, 0.45, 0.55, judgement);
        let ij = "InserJeunes (DEPP-DARES), part des sortants diplômés : environ 81 % voie scolaire, 78 % apprentis";
        add(K::DiplomaRate, "scolaire", 0.76, 0.81, 0.86, ij);
        add(K::DiplomaRate, "apprentissage", 0.73, 0.78, 0.83, ij);
        add(K::DiplomaRate, "", 0.75, 0.80, 0.85, ij);
        add(
            K::StaysInField,
            "",
            0.5,
            0.6,
            0.7,
            "ordre de grandeur publié (Basset et Lluansi, 2023) : 0,5 à 0,7 selon la formation",
        );
        let mobility = "rayon par niveau, distance à vol d'oiseau entre centres de bassins ; hypothèse modifiable";
        add(K::RadiusKm, "3", 30.0, 30.0, 30.0, mobility);
        add(K::RadiusKm, "4", 50.0, 50.0, 50.0, mobility);
        add(K::RadiusKm, "5", 50.0, 50.0, 50.0, mobility);
        add(K::RadiusKm, "6", 100.0, 100.0, 100.0, mobility);
        add(
            K::ApprenticeSeatCap,
            "",
            24.0,
            24.0,
            24.0,
            "deux sections de douze ; les déclarations des CFA sont gonflées",
        );
        add(
            K::Shrinkage,
            "",
            20.0,
            20.0,
            20.0,
            "seuil de significativité InserJeunes : 20 sortants",
        );
        list.extend(matching_priors());
        list.extend(scenario_priors());
        list.extend(skill_priors());
        Self::new(list)
    }
}

/// What scenarios suppose: the two national trajectories of domain.md §1, their share in the occupations of the gap, and where entrants come from.
fn scenario_priors() -> [Assumption; 5] {
    let prior = |key, scope: &str, value, source: &str| Assumption {
        key,
        scope: scope.to_owned(),
        value,
        source: source.to_owned(),
        edited: false,
    };
    use AssumptionKey as K;
    [
        prior(
            K::NetCreation,
            Trajectory::Cautious.as_str(),
            Range::new(26_000.0, 27_300.0, 28_300.0),
            "+170 000 emplois industriels d'ici 2030 et +300 000 d'ici 2035 (La Fabrique de l'industrie), par an depuis 2024",
        ),
        prior(
            K::NetCreation,
            Trajectory::Ambitious.as_str(),
            Range::new(50_000.0, 58_500.0, 67_000.0),
            "industrie à 12 % du PIB en 2035 : 50 000 à 67 000 emplois industriels de plus par an (La Fabrique de l'industrie)",
        ),
        prior(
            K::GapShare,
            "",
            Range::new(0.35, 0.45, 0.55),
            "hypothèse de travail : ouvriers qualifiés et techniciens des métiers industriels, dans l'ensemble des emplois de l'industrie",
        ),
        prior(
            K::NationalProjects,
            "",
            Range::exact(149_000.0),
            "BMO 2024 (France Travail) : 102 000 projets non saisonniers d'ouvriers qualifiés et 47 000 de techniciens",
        ),
        prior(
            K::Newcomers,
            "",
            Range::new(0.3, 0.6, 0.9),
            "hypothèse de travail, sans source ouverte : 0 pour des entrants constants, 1 pour des entrants tous nouveaux",
        ),
    ]
}

/// The local third of a BUT, as its decree has it (domain.md §2); what colorations and modules take is supposed.
fn skill_priors() -> [Assumption; 7] {
    let prior = |key, scope: &str, value, source: &str| Assumption {
        key,
        scope: scope.to_owned(),
        value,
        source: source.to_owned(),
        edited: false,
    };
    use AssumptionKey as K;
    let but = Diploma::But.as_str();
    let decree = "arrêté BUT : environ 2 000 h pour les spécialités industrielles, un tiers d'adaptation locale, 40 % d'une année au plus";
    let colour = "hypothèse de travail, sans texte national : les heures qu'un établissement peut colorer";
    [
        prior(K::TrainingHours, but, Range::exact(2_000.0), decree),
        prior(K::LocalShare, but, Range::exact(33.3 / 100.0), decree),
        prior(K::LocalYearShare, but, Range::exact(0.40), decree),
        prior(
            K::ColorationHours,
            Diploma::BacPro.as_str(),
            Range::new(30.0, 60.0, 90.0),
            colour,
        ),
        prior(
            K::ColorationHours,
            Diploma::Bts.as_str(),
            Range::new(30.0, 60.0, 90.0),
            colour,
        ),
        prior(
            K::ModuleHours,
            "",
            Range::new(20.0, 30.0, 60.0),
            "hypothèse de travail : heures d'un module pour une compétence",
        ),
        prior(
            K::UsefulSkill,
            "",
            Range::new(0.25, 0.5, 1.0),
            "hypothèse de travail : une compétence utile pèse la moitié d'une compétence centrale",
        ),
    ]
}

/// The expected lens: with `c = 12 + 1.07 · km` minutes, `2σ = c` at 10, 30 and 60 km; with the central σ, `A = 2σ · ln(p / (1 − p))`.
fn matching_priors() -> [Assumption; 2] {
    let prior = |key, value, source: &str| Assumption {
        key,
        scope: String::new(),
        value,
        source: source.to_owned(),
        edited: false,
    };
    [
        prior(
            AssumptionKey::MatchNoise,
            Range::new(11.0, 22.0, 38.0),
            "a priori : un poste 30 km plus loin (10 à 60 km) est pris e fois moins souvent ; à recaler sur des parcours observés (releve calibrate)",
        ),
        prior(
            AssumptionKey::MatchSurplus,
            Range::new(48.0, 97.0, 153.0),
            "a priori : une personne et un poste seuls face à face s'apparient 90 fois sur 100 (75 à 97) ; à recaler sur des parcours observés (releve calibrate)",
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_narrowest_scope_wins() {
        let a = Assumptions::defaults();
        let value = |scopes: &[&str]| a.value(AssumptionKey::DiplomaRate, scopes).central;
        assert_eq!(value(&["apprentissage"]), 0.78);
        assert_eq!(value(&["continue"]), 0.80);
        assert_eq!(a.beta(SkillLevel::UnskilledWorker), Range::exact(0.0));
        assert_eq!(a.beta(SkillLevel::Technician), Range::new(0.55, 0.65, 0.75));
    }

    #[test]
    fn every_key_has_a_default_but_those_that_suppose_nothing() {
        let defaults = Assumptions::defaults();
        for key in AssumptionKey::ALL {
            assert_eq!(defaults.iter().any(|a| a.key == key), key.has_default(), "{key:?}");
        }
    }

    #[test]
    fn priors_of_the_expected_lens_are_what_their_sources_say() {
        let a = Assumptions::defaults();
        let (noise, surplus) = (
            a.value(AssumptionKey::MatchNoise, &[]),
            a.value(AssumptionKey::MatchSurplus, &[]),
        );
        for (noise, km) in [(noise.low, 10.0), (noise.central, 30.0), (noise.high, 60.0)] {
            let odds = ((12.0 + 1.07 * km) / (2.0 * noise)).exp();
            assert!((odds / std::f64::consts::E - 1.0).abs() < 0.05, "{km} km: {odds}");
        }
        for (surplus, share) in [(surplus.low, 0.75), (surplus.central, 0.90), (surplus.high, 0.97)] {
            // One person, one post: μ = (1 − μ) · exp(A / 2σ).
            let matched = 1.0 / (1.0 + (-surplus / (2.0 * noise.central)).exp());
            assert!((matched - share).abs() < 0.005, "{surplus}: {matched}");
        }
    }

    #[test]
    fn only_keys_without_any_value_are_given_their_defaults() {
        let known = Assumption {
            key: AssumptionKey::Retention,
            scope: "BTS".to_owned(),
            value: Range::exact(0.5),
            source: String::new(),
            edited: true,
        };
        let whole = Assumptions::new(vec![known.clone()]).with_missing_defaults();
        let retention: Vec<_> = whole.iter().filter(|a| a.key == known.key).collect();
        assert_eq!(retention, [&known]);
        assert!(whole.find(AssumptionKey::MatchNoise, &[]).is_some());
        assert_eq!(Assumptions::defaults().with_missing_defaults(), Assumptions::defaults());
    }

    #[test]
    fn defaults_are_ordered_and_within_bounds() {
        for a in Assumptions::defaults().iter() {
            let (least, most) = a.key.bounds();
            assert!(least <= a.value.low && a.value.high <= most, "{a:?}");
            assert!(
                a.value.low <= a.value.central && a.value.central <= a.value.high,
                "{a:?}"
            );
            assert!(!a.source.is_empty(), "{a:?}");
        }
    }
}

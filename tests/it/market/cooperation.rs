//! What basins do together, on paper: help to go farther, shared sections, hubs, and what is decided for all scenarios.

use releve::domain::assumption::AssumptionKey;
use releve::domain::facts::Facts;
use releve::domain::programme::Route;
use releve::domain::progress::Unattended;
use releve::domain::scenario::{
    ActionKind, ActionStatus, HelpKind, MobilityHelp, PlanAction, Scenario, SectionKey, Site,
};
use releve::domain::units::{Estimate, Milli, Range};
use releve::market::plan::{ActionRefusal, HelpRefusal, Outlook, check, check_help, hubs, outlook, sections};

use super::world::{CAP, WELDER, assumptions, basin, school, section, survey, uai, world};

/// Twelve seats of CAP at B: 1.728 people a year (1.382 to 2.074); welders wanted where told. All entrants of new seats are new.
fn one_school(wanted: &[(&str, &str, &str)]) -> Facts {
    let mut facts = world();
    facts.survey = wanted
        .iter()
        .map(|(basin, department, posts)| survey(basin, department, WELDER, posts, "", ""))
        .collect();
    facts.establishments = vec![school("0590002", "3202")];
    facts.sections = vec![section(&uai("0590002"), CAP)];
    facts.assumptions = assumptions(&[(AssumptionKey::Newcomers, "", 1.0)]);
    facts
}

/// C is 57 km from B, 30 km beyond the radius.
const AT_C: (&str, &str, &str) = ("3203", "62", "60");

fn help(people: u32, km: u32) -> MobilityHelp {
    MobilityHelp {
        id: 1,
        kind: HelpKind::Transport,
        basin: basin("3202"),
        people,
        km,
        person_cost: Some(600),
        fixed_cost: 0,
        from: 2028,
        until: None,
        status: ActionStatus::Draft,
        note: String::new(),
    }
}

fn opening(at: &str, shared: &[&str]) -> PlanAction {
    PlanAction {
        id: 9,
        shared: shared.iter().map(|code| basin(code)).collect(),
        ..PlanAction::new(
            ActionKind::Ouverture,
            SectionKey {
                site: Site::Basin(basin(at)),
                programme: CAP.parse().unwrap(),
                route: Route::School,
            },
            12,
            2027,
        )
    }
}

fn scenario(actions: Vec<PlanAction>, helps: Vec<MobilityHelp>) -> Scenario {
    Scenario {
        id: 1,
        actions,
        helps,
        ..Scenario::new("Essai".to_owned())
    }
}

fn solved(facts: &Facts, scenario: &Scenario) -> Outlook {
    outlook(facts, scenario, None, &Unattended).unwrap()
}

fn gains(outlook: &Outlook) -> Vec<i64> {
    outlook.years.iter().map(|year| year.filled.central.0).collect()
}

fn estimate(low: i64, central: i64, high: i64) -> Estimate {
    Range::new(Milli(low), Milli(central), Milli(high))
}

#[test]
fn people_without_a_post_are_helped_to_one_beyond_their_radius_from_the_first_year_on() {
    let facts = one_school(&[AT_C]);
    let found = solved(&facts, &scenario(vec![], vec![help(5, 30)]));
    for year in &found.years {
        let expected = if year.year < 2028 { 0 } else { 1_728 };
        assert_eq!(year.filled.central, Milli(expected), "{}", year.year);
        assert_eq!(year.people, Estimate::default(), "help makes nobody");
    }
    let effect = &found.helps[0];
    assert_eq!(effect.sent.last(), Some(&estimate(1_382, 1_728, 2_074)));
    assert_eq!(effect.filled.last(), Some(&estimate(1_382, 1_728, 2_074)));
    assert_eq!(effect.receivers[0].basin, basin("3203"));
    // Five people at 600 euros, eight years; 8 × 1.728 posts.
    assert_eq!(found.years[2].spent.map(|euros| euros.central), Some(3_000.0));
    let per_post = effect.euros_per_post.unwrap().central;
    assert!((per_post - 24_000.0 / 13.824).abs() < 1e-6, "{per_post}");
}

#[test]
fn a_help_reaches_no_farther_and_sends_no_more_than_it_says() {
    let facts = one_school(&[AT_C]);
    let near = solved(&facts, &scenario(vec![], vec![help(5, 20)]));
    assert!(gains(&near).iter().all(|posts| *posts == 0), "50 km are not 57");
    let one = solved(&facts, &scenario(vec![], vec![help(1, 30)]));
    assert_eq!(gains(&one).last(), Some(&1_000));
    let refused = MobilityHelp {
        status: ActionStatus::Refused,
        ..help(5, 30)
    };
    assert!(
        gains(&solved(&facts, &scenario(vec![], vec![refused])))
            .iter()
            .all(|posts| *posts == 0)
    );
}

#[test]
fn who_has_a_post_nearby_is_not_sent_away() {
    // One project at B: 0.65 posts, so that 1.078 people are left.
    let facts = one_school(&[AT_C, ("3202", "59", "1")]);
    let found = solved(&facts, &scenario(vec![], vec![help(5, 30)]));
    assert_eq!(found.helps[0].sent.last().unwrap().central, Milli(1_078));
    assert_eq!(gains(&found).last(), Some(&1_078));
    // A second help of the basin finds nobody left; without the first it would.
    let two = solved(&facts, &scenario(vec![], vec![help(1, 30), help(5, 30)]));
    let last = |n: usize| {
        (
            two.helps[n].sent.last().unwrap().central.0,
            two.helps[n].filled.last().unwrap().central.0,
        )
    };
    assert_eq!((last(0), last(1)), ((1_000, 0), (78, 78)));
}

#[test]
fn a_shared_section_spreads_its_seats_equally_over_its_basins() {
    let facts = one_school(&[AT_C]);
    let alone = solved(&facts, &scenario(vec![opening("3201", &[])], vec![]));
    assert_eq!(gains(&alone).last(), Some(&0), "C is out of reach of A");
    let shared = solved(&facts, &scenario(vec![opening("3201", &["3203"])], vec![]));
    assert_eq!(gains(&shared).last(), Some(&864), "half of 1.728");
    assert_eq!(shared.years.last().unwrap().people.central, Milli(1_728));
    assert_eq!(shared.actions[0].moves[0].basins, [basin("3201"), basin("3203")]);
}

#[test]
fn a_scenario_stands_on_what_is_decided() {
    let mut facts = one_school(&[AT_C]);
    let decided = Scenario {
        id: 4,
        name: "Décidé".to_owned(),
        is_decided: true,
        ..scenario(vec![opening("3203", &[])], vec![])
    };
    facts.scenarios = vec![decided.clone()];
    let nothing = solved(&facts, &scenario(vec![], vec![]));
    assert_eq!(nothing.decided.as_deref(), Some("Décidé"));
    assert!(gains(&nothing).iter().all(|posts| *posts == 0));
    assert_eq!(nothing.years.last().unwrap().reference.filled.central, Milli(1_728));
    let more = solved(&facts, &scenario(vec![], vec![help(5, 30)]));
    assert_eq!(gains(&more).last(), Some(&1_728));
    assert_eq!(more.years.last().unwrap().planned.filled.central, Milli(3_456));
    let itself = solved(&facts, &decided);
    assert_eq!((itself.decided.as_deref(), gains(&itself).last()), (None, Some(&1_728)));
    // Another scenario that opens it too brings nobody more, and says so.
    let twice = solved(
        &facts,
        &scenario(
            vec![PlanAction {
                id: 0,
                ..opening("3203", &[])
            }],
            vec![],
        ),
    );
    assert!(gains(&twice).iter().all(|posts| *posts == 0));
    assert!(twice.notes.iter().any(|note| note.key == "market-plan-note-excluded"));
    // What is decided is opened once.
    let known = sections(&facts);
    let again = PlanAction {
        id: 0,
        ..opening("3203", &[])
    };
    let excluded = ActionRefusal::Decided {
        kind: ActionKind::Ouverture,
        rentree: 2027,
    };
    assert_eq!(check(&facts, &known, &again), Err(excluded));
    assert_eq!(check(&facts, &known, &opening("3202", &[])), Ok(()));
}

#[test]
fn a_hub_is_where_most_posts_that_nothing_reaches_are() {
    let facts = one_school(&[AT_C, ("3202", "59", "20")]);
    let found = hubs(&facts, None, 5).unwrap();
    assert_eq!(found.len(), 1, "B has a section in reach: {found:#?}");
    assert_eq!((&found[0].basin, found[0].host.as_ref()), (&basin("3203"), None));
    // 60 projects, β 0.55 to 0.75.
    assert_eq!(found[0].posts, estimate(33_000, 39_000, 45_000));
    assert_eq!((found[0].served.len(), found[0].programme.as_str()), (1, CAP));
    assert_eq!(hubs(&facts, None, 0).unwrap(), []);
    // A basin between two that nothing reaches serves both.
    let mut apart = one_school(&[("3201", "59", "20"), ("3202", "59", "10")]);
    apart.sections.clear();
    let found = hubs(&apart, None, 5).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].served.len(), found[0].posts.central), (2, Milli(19_500)));
}

#[test]
fn what_cannot_be_is_refused() {
    let facts = one_school(&[AT_C]);
    let with = |change: fn(&mut MobilityHelp)| {
        let mut help = help(5, 30);
        change(&mut help);
        check_help(&facts, &help)
    };
    assert_eq!(with(|_| {}), Ok(()));
    let elsewhere = basin("2801");
    assert_eq!(
        with(|h| h.basin = basin("2801")),
        Err(HelpRefusal::NoBasin {
            basin: elsewhere.clone()
        })
    );
    assert_eq!(with(|h| h.people = 0), Err(HelpRefusal::Nobody));
    assert_eq!(with(|h| h.km = 0), Err(HelpRefusal::Distance { km: 0 }));
    assert_eq!(with(|h| h.km = 1_501), Err(HelpRefusal::Distance { km: 1_501 }));
    let (first, last) = (2025, 2035);
    assert_eq!(
        with(|h| h.from = 2024),
        Err(HelpRefusal::Year {
            year: 2024,
            first,
            last
        })
    );
    assert_eq!(
        with(|h| h.until = Some(2027)),
        Err(HelpRefusal::Ends {
            from: 2028,
            until: 2027
        })
    );
    let known = sections(&facts);
    for wrong in ["2801", "3201"] {
        let shared = check(&facts, &known, &opening("3201", &[wrong]));
        assert_eq!(shared, Err(ActionRefusal::Sharing { basin: basin(wrong) }));
    }
    let closing = PlanAction {
        kind: ActionKind::Fermeture,
        section: SectionKey {
            site: Site::Establishment(uai("0590002").parse().unwrap()),
            ..opening("3201", &[]).section
        },
        ..opening("3201", &["3203"])
    };
    assert_eq!(check(&facts, &known, &closing), Err(ActionRefusal::NothingToShare));
}

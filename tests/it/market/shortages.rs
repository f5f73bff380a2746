//! Shortages on paper: who can take which posts, in one sentence and two lists that add up.

use std::sync::Arc;

use releve::domain::facts::Facts;
use releve::domain::programme::Route;
use releve::domain::progress::Unattended;
use releve::domain::supply::Section;
use releve::domain::units::Milli;
use releve::i18n::Lang;
use releve::market::gap::RowKey;
use releve::market::shortage::{Shortage, Shortages};
use releve::market::shortages;

use super::world::{BACPRO, CAP, TECHNICIAN, WELDER, basin, fap, gap, outcome, school, section, survey, uai, world};

fn found(facts: &Facts) -> Shortages {
    shortages(facts, &Arc::new(gap(facts)), &Unattended).unwrap()
}

/// A final year of so many, of whom a fifth enters the field.
fn leaving(digits: &str, diploma: &str, people: i64) -> Section {
    Section {
        final_year: Some(Milli::whole(people)),
        ..section(&uai(digits), diploma)
    }
}

fn told(shortage: &Shortage) -> String {
    shortage.sentence.text(Lang::Fr).replace('\u{a0}', " ")
}

/// The figures of the sentence, counted again from both lists and from the figures of the gap.
fn check_lists(shortage: &Shortage) {
    let sum = |quantities: Vec<Milli>| quantities.into_iter().sum::<Milli>();
    assert_eq!(sum(shortage.cells.iter().map(|c| c.posts).collect()), shortage.posts);
    let lacking = sum(shortage.cells.iter().map(|c| c.unfilled).collect());
    // What others take comes on top.
    let proved = shortage.unfilled == lacking;
    assert!(
        proved || shortage.wider.is_some() && shortage.unfilled < lacking,
        "{lacking:?}"
    );
    assert_eq!(sum(shortage.nodes.iter().map(|n| n.people).collect()), shortage.people);
    assert_eq!(shortage.posts - shortage.people, shortage.unfilled);
    for node in &shortage.nodes {
        assert_eq!(sum(node.origins.iter().map(|o| o.people).collect()), node.people);
    }
}

/// Welders lack at A and B, which the CAP of A reaches; C, out of reach, has its own.
fn two_places() -> Facts {
    let mut facts = world();
    facts.survey = [("3201", "100"), ("3202", "20"), ("3203", "10")]
        .map(|(place, projects)| survey(place, "59", WELDER, projects, "", "0"))
        .to_vec();
    facts.establishments = vec![school("0590001", "3201"), school("0590002", "3203")];
    facts.sections = vec![leaving("0590001", CAP, 100), leaving("0590002", CAP, 100)];
    facts
}

#[test]
fn a_shortage_names_all_posts_and_people_that_meet_and_no_others() {
    let facts = two_places();
    let largest = found(&facts).largest(5).unwrap();
    assert_eq!(largest.len(), 1);
    let shortage = &largest[0];
    // 65 and 13 posts at A and B; 20 people of the CAP of A. C fills its 6.5 posts and is not of it.
    let expected = "78 postes du métier « D1X40 » dans 2 bassins ne sont accessibles qu’à 20 sortants d’une section.";
    assert_eq!(told(shortage), expected);
    assert_eq!(shortage.key, RowKey::Occupation(fap(WELDER)));
    assert_eq!((shortage.asked, shortage.unfilled), (Milli(58_000), Milli(58_000)));
    let places: Vec<&str> = shortage.cells.iter().map(|c| c.basin.as_str()).collect();
    assert_eq!(places, ["3201", "3202"]);
    let origin = &shortage.nodes[0].origins[0];
    assert_eq!(origin.uai.as_ref().unwrap().as_str(), uai("0590001"));
    assert_eq!(origin.establishment.as_deref(), Some("Lycée 0590001"));
    check_lists(shortage);
    let english = "78 posts of “D1X40” in 2 basins can be reached only by 20 leavers of one section.";
    assert_eq!(shortage.sentence.text(Lang::En), english);
}

#[test]
fn each_line_of_a_table_has_its_own_shortage() {
    let facts = two_places();
    let all = found(&facts);
    let of = |key: &RowKey| all.of(key, &facts).unwrap();
    let at_a = of(&RowKey::Cell(basin("3201"), fap(WELDER))).unwrap();
    // Its twenty people stay: A alone lacks 45 posts, whatever B lacks.
    assert_eq!(
        (at_a.asked, at_a.unfilled, at_a.cells.len()),
        (Milli(45_000), Milli(45_000), 1)
    );
    // C is filled, and nobody lacks for technicians.
    assert_eq!(of(&RowKey::Basin(basin("3203"))), None);
    assert_eq!(of(&RowKey::Occupation(fap(TECHNICIAN))), None);
    let everywhere = of(&RowKey::Total).unwrap();
    assert_eq!((everywhere.posts, everywhere.cells.len()), (Milli(78_000), 2));
    assert_eq!((all.revision, all.year), (7, 2024));
}

#[test]
fn the_sentence_agrees_with_its_figures() {
    let sentence = |place: &str, projects: &str, people: i64| {
        let mut facts = two_places();
        facts.survey = vec![survey(place, "59", WELDER, projects, "", "0")];
        facts.sections = if people > 0 {
            vec![leaving("0590001", CAP, people)]
        } else {
            vec![]
        };
        told(&found(&facts).largest(1).unwrap()[0])
    };
    let cases = [
        (
            "2",
            0,
            "1 poste du métier « D1X40 » dans le bassin « 3201 » n’est accessible à aucun sortant.",
        ),
        (
            "2",
            1,
            "1 poste du métier « D1X40 » dans le bassin « 3201 » n’est accessible qu’à moins d’un sortant d’une section.",
        ),
        (
            "10",
            5,
            "7 postes du métier « D1X40 » dans le bassin « 3201 » ne sont accessibles qu’à 1 sortant d’une section.",
        ),
    ];
    for (projects, people, expected) in cases {
        assert_eq!(sentence("3201", projects, people), expected);
    }
    assert_eq!(
        sentence("3203", "2", 100),
        "1 poste du métier « D1X40 » dans le bassin « 3203 » n’est accessible à aucun sortant."
    );
}

#[test]
fn context_and_other_occupations_are_named_as_such() {
    let mut facts = two_places();
    // A's bac pro leads to welders and technicians of A, B and D, a basin of another region.
    facts.survey = vec![
        survey("2801", "76", WELDER, "100", "", "0"),
        survey("3201", "59", WELDER, "100", "", "0"),
        survey("3201", "59", TECHNICIAN, "40", "", "0"),
    ];
    facts.sections = vec![leaving("0590001", BACPRO, 200)];
    facts.outcomes = vec![outcome(CAP, Route::Apprenticeship, 100, 50)];
    let all = found(&facts);
    let shortage = all.of(&RowKey::Basin(basin("3201")), &facts).unwrap().unwrap();
    check_lists(&shortage);
    let text = told(&shortage);
    // 40 of the bac pro stay at A. Apprentices of the region are spread over its three basins: 6 at A, 2 at B take welders' posts.
    let expected = "91 postes du métier « D1X40 » et d’un autre dans le bassin « 3201 » ne sont accessibles qu’à 48 sortants d’une section et d’un effectif régional.";
    assert_eq!(text, expected);
    // What lacks abroad is no shortage of the territory.
    let welders = all.of(&RowKey::Occupation(fap(WELDER)), &facts).unwrap().unwrap();
    assert!(welders.cells.iter().all(|c| c.home), "{:?}", welders.cells);
    // Those of D, abroad, have 13 posts there and 65 at A: seven come, and the posts that keep the others are of the same shortage.
    facts.survey = vec![
        survey("2801", "76", WELDER, "20", "", "0"),
        survey("3201", "59", WELDER, "100", "", "0"),
    ];
    facts.establishments.push(school("0760001", "2801"));
    (facts.sections, facts.outcomes) = (vec![leaving("0760001", CAP, 100)], vec![]);
    let at_a = found(&facts).largest(1).unwrap().remove(0);
    check_lists(&at_a);
    // 65 posts for 20 people lack 45 at least. Of 58 that lack, 13 are for the posts that these people take at home.
    assert_eq!(
        (at_a.asked, at_a.unfilled, at_a.cells.len()),
        (Milli(58_000), Milli(45_000), 1)
    );
    let shortage = *at_a.wider.unwrap();
    check_lists(&shortage);
    let expected = "78 postes du métier « D1X40 » dans 2 bassins, dont un hors du territoire, ne sont accessibles qu’à 20 sortants d’une section.";
    assert_eq!(told(&shortage), expected);
    assert_eq!((shortage.asked, shortage.unfilled), (Milli(58_000), Milli(58_000)));
    let home = (shortage.cells[0].home, shortage.cells[1].home);
    assert_eq!(
        (home, shortage.nodes[0].home, shortage.wider),
        ((false, true), false, None)
    );
}

#[test]
fn posts_that_lack_people_alone_are_told_apart_from_those_that_lose_them_to_others() {
    let mut facts = two_places();
    // 40 leave a bac pro at A, where technicians are wanted: 26 stay for them, and 14 travel to be welders at B.
    facts.survey = vec![
        survey("3201", "59", TECHNICIAN, "40", "", "0"),
        survey("3202", "59", WELDER, "100", "", "0"),
    ];
    facts.sections = vec![leaving("0590001", BACPRO, 200)];
    let welders = RowKey::Occupation(fap(WELDER));
    let of_welders = |facts: &Facts| found(facts).of(&welders, facts).unwrap().unwrap();
    let alone = of_welders(&facts);
    let expected =
        "65 postes du métier « D1X40 » dans le bassin « 3202 » ne sont accessibles qu’à 40 sortants d’une section.";
    assert_eq!(told(&alone), expected);
    assert_eq!((alone.asked, alone.unfilled), (Milli(51_000), Milli(25_000)));
    let wider = alone.wider.unwrap();
    let expected = "91 postes du métier « D1X40 » et d’un autre dans 2 bassins ne sont accessibles qu’à 40 sortants d’une section.";
    assert_eq!(told(&wider), expected);
    assert_eq!((wider.asked, wider.unfilled), (Milli(51_000), Milli(51_000)));
    check_lists(&wider);
    // With 26 posts of welders, the 40 would do: the shortage is all of the others' making.
    facts.survey[1] = survey("3202", "59", WELDER, "40", "", "0");
    let shared = of_welders(&facts);
    assert_eq!(
        (shared.posts, shared.people, shared.asked),
        (Milli(52_000), Milli(40_000), Milli(12_000))
    );
    assert_eq!(shared.wider, None);
}

#[test]
fn an_empty_file_lacks_nothing() {
    let facts = world();
    let all = found(&facts);
    assert!(all.largest(3).unwrap().is_empty());
    assert_eq!(all.of(&RowKey::Total, &facts).unwrap(), None);
}

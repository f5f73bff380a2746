//! Skills on paper: who is taught what on a territory of one page, and what fits in the hours of an establishment.

use releve::domain::assumption::AssumptionKey as K;
use releve::domain::demand::{Commitment, Need};
use releve::domain::facts::Facts;
use releve::domain::id::{NsfCode, ProgrammeId, SkillCode, Uai};
use releve::domain::programme::Diploma;
use releve::domain::skill::{
    Importance, LocalModule, ModuleStatus, NeedSkill, OccupationSkill, ProgrammeSkill, RomeSkill, Skill, TaughtRule,
};
use releve::domain::source::SourceId;
use releve::domain::units::{Milli, Range};
use releve::market::skills::{
    ModuleRefusal, SkillGround, SkillLine, SkillTable, check_module, coverage, iuts, local_sections, parts, within,
};

use super::world::{CAP, TECHNICIAN, WELDER, assumptions, basin, fap, gap, school, section, survey, uai, world};

const BUT: &str = "25122201";

fn skill(code: &str) -> SkillCode {
    code.parse().unwrap()
}

fn module(digits: &str, programme: &str, code: &str, rentree: u16, status: ModuleStatus) -> LocalModule {
    LocalModule {
        id: 0,
        uai: uai(digits).parse().unwrap(),
        programme: programme.parse().unwrap(),
        skill: skill(code),
        hours: 30,
        year_of_study: 2,
        rentree,
        status,
        note: String::new(),
    }
}

/// Ten projects of welders in basin A, so a need of 6.5; twelve seats of a CAP there, so 12 × 0.9 × 0.8 × 0.5 × 0.8 × 0.5 = 1.728 people.
/// Welders want ARC (which the CAP teaches), TIG and, usefully, PLAN.
fn page() -> Facts {
    let mut facts = world();
    facts.survey = vec![survey("3201", "59", WELDER, "10", "5", "0")];
    facts.establishments = vec![school("0590001", "3201")];
    facts.sections = vec![section(&uai("0590001"), CAP)];
    for programme in &mut facts.catalogue.programmes {
        programme.nsf = NsfCode::parse("254").ok();
    }
    let named = |code: &str| Skill {
        code: skill(code),
        field: "metaux".to_owned(),
        label_fr: format!("{code} en français"),
        label_en: format!("{code} in English"),
    };
    let wants = |fap_code: &str, code: &str, importance| OccupationSkill {
        fap: fap(fap_code),
        skill: skill(code),
        importance,
    };
    facts.skills.list = ["ARC", "PLAN", "TIG", "API"].map(named).to_vec();
    facts.skills.occupations = vec![
        wants(WELDER, "ARC", Importance::Core),
        wants(WELDER, "PLAN", Importance::Useful),
        wants(WELDER, "TIG", Importance::Core),
        wants(TECHNICIAN, "API", Importance::Core),
        wants(TECHNICIAN, "ARC", Importance::Core),
        wants(TECHNICIAN, "PLAN", Importance::Useful),
    ];
    let rule = |code: &str, levels: &[u8]| TaughtRule {
        nsf: "254".to_owned(),
        skill: skill(code),
        levels: levels.to_vec(),
    };
    facts.skills.rules = vec![rule("ARC", &[3, 6])];
    facts
}

fn table(facts: &Facts) -> SkillTable {
    coverage(facts, &gap(facts))
}

fn line<'t>(table: &'t SkillTable, code: &str) -> &'t SkillLine {
    table.territory.iter().find(|line| line.skill == skill(code)).unwrap()
}

#[test]
fn posts_that_want_a_skill_are_filled_by_people_taught_it_by_others_or_not_at_all() {
    let table = table(&page());
    let arc = line(&table, "ARC");
    assert_eq!(
        (arc.need.central, arc.unfilled.central),
        (Milli(6500), Milli(6500 - 1728))
    );
    assert_eq!(arc.taught, Some(Milli(1728)));
    assert_eq!(arc.missing().unwrap().central, arc.unfilled.central);
    assert!((arc.coverage().unwrap().central - 1.728 / 6.5).abs() < 1e-9);
    // Low over the high need, 10 × 0.75 = 7.5; high over the low one, 5.5.
    assert!((arc.coverage().unwrap().low - 1.728 / 7.5).abs() < 1e-9);
    assert!((arc.coverage().unwrap().high - 1.728 / 5.5).abs() < 1e-9);
    assert_eq!(arc.reach.unwrap().central, Milli(1728));
    let tig = line(&table, "TIG");
    assert_eq!(
        (tig.taught, tig.reach),
        (Some(Milli::ZERO), Some(Range::exact(Milli::ZERO)))
    );
    assert_eq!(tig.missing().unwrap().central, Milli(6500));
    assert_eq!(tig.coverage().unwrap().central, 0.0);
    assert_eq!(tig.core, tig.unfilled);
    assert_eq!(line(&table, "PLAN").core, Range::exact(Milli::ZERO));
}

#[test]
fn skills_most_posts_lack_come_first_and_core_ones_before_useful_ones() {
    let table = table(&page());
    let order: Vec<String> = table.territory.iter().map(|line| line.skill.to_string()).collect();
    assert_eq!(order, ["TIG", "PLAN", "ARC"]);
    assert_eq!(table.basins.len(), 1);
    assert_eq!(table.basins[0].0, basin("3201"));
}

#[test]
fn an_adopted_module_counts_now_once_its_first_people_have_left_and_a_proposed_one_never() {
    let with = |rentree, status| {
        let mut facts = page();
        facts.skills.modules = vec![module("0590001", CAP, "TIG", rentree, status)];
        let table = table(&facts);
        let tig = line(&table, "TIG");
        (tig.taught.unwrap(), tig.planned.unwrap())
    };
    let all = Milli(1728);
    // The last year of a CAP at the rentrée 2023 leaves in June 2024, the year of the survey.
    assert_eq!(with(2023, ModuleStatus::Adopted), (all, all));
    assert_eq!(with(2024, ModuleStatus::Adopted), (Milli::ZERO, all));
    assert_eq!(with(2023, ModuleStatus::Proposal), (Milli::ZERO, Milli::ZERO));
}

#[test]
fn a_module_teaches_the_people_of_its_establishment_alone() {
    let mut facts = page();
    facts.establishments.push(school("0590002", "3201"));
    facts.sections.push(section(&uai("0590002"), CAP));
    facts.skills.modules = vec![module("0590001", CAP, "TIG", 2023, ModuleStatus::Adopted)];
    let table = table(&facts);
    assert_eq!(line(&table, "ARC").taught, Some(Milli(2 * 1728)));
    assert_eq!(line(&table, "TIG").taught, Some(Milli(1728)));
}

#[test]
fn a_declared_need_adds_its_skills_at_its_posts_and_never_more_than_the_need() {
    let with = |posts| {
        let mut facts = page();
        facts.needs = vec![Need {
            id: 4,
            employer: 1,
            basin: basin("3201"),
            fap: fap(WELDER),
            year: 2024,
            posts,
            level: None,
            commitment: Commitment::Engaged,
            declared_on: String::new(),
        }];
        facts.skills.needs = vec![NeedSkill {
            need: 4,
            skill: skill("API"),
        }];
        line(&table(&facts), "API").need.central
    };
    assert_eq!(with(2), Milli(2000));
    // Twenty declared posts are the need themselves.
    assert_eq!(with(20), Milli(20_000));
}

#[test]
fn official_tables_replace_the_list_for_what_they_cover_and_leave_the_rest_unknown() {
    let mut facts = page();
    let told = |code: &str, importance| RomeSkill {
        rome: "H2901".parse().unwrap(),
        skill: skill(code),
        label: format!("{code} officielle"),
        importance,
        row: 2,
        source: SourceId(4),
    };
    facts.skills.romes = vec![told("100001", Importance::Core), told("ARC", Importance::Useful)];
    let ground = SkillGround::new(&facts);
    let welder: Vec<String> = ground.wanted(&fap(WELDER)).map(|(code, _)| code.to_string()).collect();
    assert_eq!(welder, ["100001", "ARC"]);
    let table = table(&facts);
    let official = line(&table, "100001");
    assert_eq!(
        (official.taught, official.coverage(), official.missing()),
        (None, None, None)
    );
    assert_eq!(table.official, (1, 1));
    // A table of diplomas tells who teaches it, and what is no longer taught.
    facts.skills.programmes = vec![ProgrammeSkill {
        cfd: CAP.parse().unwrap(),
        skill: skill("100001"),
        label: String::new(),
        row: 2,
        source: SourceId(5),
    }];
    let table = self::table(&facts);
    assert_eq!(line(&table, "100001").taught, Some(Milli(1728)));
    assert_eq!(line(&table, "ARC").taught, Some(Milli::ZERO));
}

/// Ten projects of technicians in basin A and twelve seats of a BUT there: 12 × 0.9 × 0.8² × 0.5 × 0.8 × 0.5 = 1.3824 people for 6.5 posts.
fn iut() -> Facts {
    let mut facts = page();
    facts.survey = vec![survey("3201", "59", TECHNICIAN, "10", "5", "0")];
    facts.sections = vec![section(&uai("0590001"), BUT)];
    facts.assumptions = assumptions(&[
        (K::TrainingHours, "BUT", 2000.0),
        (K::LocalShare, "BUT", 1.0 / 3.0),
        (K::LocalYearShare, "BUT", 0.4),
        (K::ColorationHours, "BTS", 60.0),
        (K::ModuleHours, "", 30.0),
        (K::UsefulSkill, "", 0.5),
    ]);
    facts
}

#[test]
fn a_third_of_a_but_is_local_and_at_most_two_fifths_of_a_year() {
    let facts = iut();
    let [section] = &local_sections(&facts, &gap(&facts))[..] else {
        panic!("one section")
    };
    let budget = &section.budget;
    assert_eq!((budget.training, budget.local, budget.used), (Some(2000), 666, 0));
    let years: Vec<_> = budget
        .years
        .iter()
        .map(|y| (y.year_of_study, y.training, y.most))
        .collect();
    assert_eq!(years, [(1, Some(666), 266), (2, Some(666), 266), (3, Some(666), 266)]);
    // The hours of a year may be told.
    let mut told = facts.clone();
    let mut list: Vec<_> = told.assumptions.iter().cloned().collect();
    let mut year = list[0].clone();
    (year.key, year.scope, year.value) = (K::YearHours, "BUT 1".to_owned(), Range::exact(800.0));
    list.push(year);
    told.assumptions = releve::domain::assumption::Assumptions::new(list);
    let sections = local_sections(&told, &gap(&told));
    assert_eq!(sections[0].budget.years[0].most, 320);
}

#[test]
fn a_post_is_shared_over_the_skills_it_lacks_by_their_weight() {
    let facts = iut();
    let sections = local_sections(&facts, &gap(&facts));
    let section = &sections[0];
    let unfilled = 6500 - 1382;
    assert_eq!(section.unfilled.central, Milli(unfilled));
    assert_eq!(section.in_field.central, Milli(1382));
    // ARC is taught everywhere; API weighs 1 and PLAN a half.
    let found: Vec<_> = section
        .candidates
        .iter()
        .map(|c| (c.skill.to_string(), c.posts.central.0, c.hours))
        .collect();
    assert_eq!(found, [("API".to_owned(), 3412, 30), ("PLAN".to_owned(), 1706, 30)]);
    assert_eq!(section.proposal.posts, Milli(unfilled));
    // The last year leaves first.
    assert!(section.proposal.modules.iter().all(|m| m.year_of_study == 3) && section.proposal.exact);
    let mut done = facts.clone();
    done.skills.modules = vec![module("0590001", BUT, "API", 2027, ModuleStatus::Proposal)];
    let sections = local_sections(&done, &gap(&done));
    assert_eq!((sections[0].budget.used, sections[0].budget.left()), (30, 636));
    assert_eq!(
        sections[0].candidates[0].posts.central,
        Milli(unfilled),
        "PLAN is all that is lacking"
    );
}

#[test]
fn the_rule_of_hours_refuses_what_breaks_it() {
    let facts = iut();
    let good = module("0590001", BUT, "API", 2027, ModuleStatus::Adopted);
    assert_eq!(check_module(&facts, &good), Ok(()));
    let check = |change: &dyn Fn(&mut LocalModule), expected: ModuleRefusal| {
        let mut bad = good.clone();
        change(&mut bad);
        assert_eq!(check_module(&facts, &bad), Err(expected));
    };
    let year = |asked, used, most| ModuleRefusal::Year {
        year: 2,
        asked,
        used,
        most,
    };
    check(&|m| m.hours = 267, year(267, 0, 266));
    check(
        &|m| m.hours = 667,
        ModuleRefusal::Total {
            asked: 667,
            used: 0,
            most: 666,
        },
    );
    check(&|m| m.hours = 0, ModuleRefusal::NoHour);
    check(
        &|m| m.year_of_study = 4,
        ModuleRefusal::YearOfStudy { year: 4, years: 3 },
    );
    check(
        &|m| m.skill = skill("ARC"),
        ModuleRefusal::National { skill: skill("ARC") },
    );
    check(
        &|m| m.skill = skill("NO"),
        ModuleRefusal::NoSkill { skill: skill("NO") },
    );
    let elsewhere: Uai = uai("0590002").parse().unwrap();
    let programme: ProgrammeId = BUT.parse().unwrap();
    check(
        &|m| m.uai = elsewhere.clone(),
        ModuleRefusal::NoSection {
            programme: programme.clone(),
            uai: elsewhere.clone(),
        },
    );
    // The others of the section count: 250 h of year 2 are taken, 16 are left.
    let mut busy = facts.clone();
    busy.skills.modules = vec![LocalModule {
        id: 1,
        hours: 250,
        ..module("0590001", BUT, "PLAN", 2027, ModuleStatus::Proposal)
    }];
    assert_eq!(check_module(&busy, &good), Err(year(30, 250, 266)));
    assert_eq!(
        check_module(
            &busy,
            &LocalModule {
                year_of_study: 3,
                ..good.clone()
            }
        ),
        Ok(())
    );
    let again = LocalModule {
        skill: skill("PLAN"),
        ..good.clone()
    };
    assert_eq!(
        check_module(&busy, &again),
        Err(ModuleRefusal::Twice { skill: skill("PLAN") })
    );
    // Changing a module frees its own hours.
    assert_eq!(
        check_module(
            &busy,
            &LocalModule {
                id: 1,
                hours: 266,
                ..again
            }
        ),
        Ok(())
    );
}

#[test]
fn a_coloration_has_its_hours_in_any_year_and_other_diplomas_have_none() {
    let mut facts = iut();
    facts.sections = vec![section(&uai("0590001"), "32025520"), section(&uai("0590001"), CAP)];
    let sections = local_sections(&facts, &gap(&facts));
    let [bts] = &sections[..] else {
        panic!("the CAP has no hours")
    };
    assert_eq!(
        (bts.diploma, bts.budget.local, bts.budget.training),
        (Diploma::Bts, 60, None)
    );
    let mut module = module("0590001", "32025520", "API", 2027, ModuleStatus::Adopted);
    module.hours = 60;
    assert_eq!(within(&bts.budget, &module), Ok(()));
    module.hours = 61;
    assert_eq!(
        within(&bts.budget, &module),
        Err(ModuleRefusal::Total {
            asked: 61,
            used: 0,
            most: 60
        })
    );
    module.programme = CAP.parse().unwrap();
    let programme = module.programme.clone();
    assert_eq!(check_module(&facts, &module), Err(ModuleRefusal::NoHours { programme }));
}

#[test]
fn an_iut_is_steered_by_its_departments_its_reach_and_what_was_decided() {
    let mut facts = iut();
    facts.skills.modules = vec![module("0590001", BUT, "API", 2028, ModuleStatus::Adopted)];
    facts.sections[0].final_year = Some(Milli::whole(9));
    let gap = gap(&facts);
    let found = iuts(&facts, &gap, &local_sections(&facts, &gap));
    let [iut] = &found[..] else { panic!("one IUT") };
    let [department] = &iut.departments[..] else {
        panic!("one department")
    };
    assert_eq!(department.speciality, "Chimie");
    assert_eq!(
        (department.section.seats, department.final_year),
        (Some(12), Some(Milli::whole(9)))
    );
    assert_eq!(
        iut.places.iter().map(|(code, _)| code.to_string()).collect::<Vec<_>>(),
        ["3201"]
    );
    assert_eq!(iut.occupations[0].1.need.central, Milli(6500));
    let of = |code: &str| {
        iut.skills
            .iter()
            .find(|s| s.skill == skill(code))
            .map(|s| (s.national, s.local))
    };
    assert_eq!(
        (of("ARC"), of("API"), of("PLAN")),
        (Some((1, 0)), Some((0, 1)), Some((0, 0)))
    );
    assert_eq!(
        (iut.module_hours(2028), iut.module_hours(2029), iut.moved(2028)),
        (30, 0, None)
    );
}

#[test]
fn the_occupations_of_a_skill_add_up_to_its_line_in_each_place() {
    let mut facts = page();
    facts.survey = vec![
        survey("3201", "59", WELDER, "10", "5", "0"),
        survey("3201", "59", TECHNICIAN, "4", "1", "0"),
        survey("3202", "59", TECHNICIAN, "20", "1", "0"),
    ];
    let gap = gap(&facts);
    let table = coverage(&facts, &gap);
    let places = table.basins.iter().map(|(code, lines)| (Some(code), lines));
    for (place, lines) in places.chain([(None, &table.territory)]) {
        for line in lines {
            let parts = parts(&facts, &gap, &line.skill, place);
            assert_eq!(line.need, parts.iter().map(|part| part.need).sum(), "{}", line.skill);
            assert_eq!(line.unfilled, parts.iter().map(|part| part.unfilled).sum());
            assert_eq!(line.taught.unwrap(), parts.iter().filter_map(|part| part.taught).sum());
        }
    }
    let arc = parts(&facts, &gap, &skill("ARC"), None);
    let told: Vec<_> = arc
        .iter()
        .map(|part| (part.fap.to_string(), part.need.central, part.importance))
        .collect();
    let core = Some(Importance::Core);
    assert_eq!(
        told,
        [
            (TECHNICIAN.to_owned(), Milli(15_600), core),
            (WELDER.to_owned(), Milli(6500), core)
        ]
    );
}

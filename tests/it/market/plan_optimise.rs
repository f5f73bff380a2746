//! Plans proposed on small territories: as good as the best of all, within the means, and worth what the outlook says.

use releve::domain::assumption::{Assumption, AssumptionKey, Assumptions};
use releve::domain::facts::Facts;
use releve::domain::id::NsfCode;
use releve::domain::progress::Unattended;
use releve::domain::scenario::{ActionKind, ActionStatus, PlanAction, Scenario};
use releve::domain::supply::Wishes;
use releve::domain::units::{Milli, Range};
use releve::market::MarketError;
use releve::market::plan::{Outlook, PlanAim, PlanRequest, Proposal, optimise, outlook};

use super::world::{BACPRO, BTS, CAP, TECHNICIAN, WELDER, basin, fap, school, section, survey, uai, world};

/// Three schools of one speciality in A and B, welders and technicians to find at A and B; newcomers 60 %.
fn three_schools() -> Facts {
    let mut facts = world();
    facts.survey = vec![
        survey("3201", "59", WELDER, "9", "", ""),
        survey("3202", "59", WELDER, "4", "", ""),
        survey("3202", "59", TECHNICIAN, "30", "", ""),
    ];
    facts.establishments = vec![
        school("0590001", "3201"),
        school("0590002", "3202"),
        school("0590003", "3202"),
    ];
    facts.sections = vec![
        section(&uai("0590001"), CAP),
        section(&uai("0590002"), BACPRO),
        section(&uai("0590003"), BTS),
    ];
    for programme in &mut facts.catalogue.programmes {
        programme.nsf = NsfCode::parse("254s").ok();
    }
    facts.assumptions = with(&facts, AssumptionKey::Newcomers, 0.6);
    facts
}

fn with(facts: &Facts, key: AssumptionKey, value: f64) -> Assumptions {
    let others = facts.assumptions.iter().filter(|a| a.key != key).cloned();
    let told = Assumption {
        key,
        scope: String::new(),
        value: Range::exact(value),
        source: "essai".to_owned(),
        edited: true,
    };
    Assumptions::new(others.chain([told]).collect())
}

fn scenario(actions: Vec<PlanAction>) -> Scenario {
    Scenario {
        id: 1,
        actions,
        ..Scenario::new("Essai".to_owned())
    }
}

fn request() -> PlanRequest {
    PlanRequest::new(2027..=2035)
}

fn proposed(facts: &Facts, request: &PlanRequest) -> Proposal {
    optimise(facts, &scenario(vec![]), request, &Unattended).unwrap()
}

fn actions(proposal: &Proposal) -> Vec<PlanAction> {
    proposal.actions.iter().map(|p| p.action.clone()).collect()
}

/// Two for a post of the territory, one for a neighbour's, over all years: the objective.
fn worth(outlook: &Outlook) -> i64 {
    outlook
        .years
        .iter()
        .map(|y| 2 * y.filled.central.0 + y.neighbours.central.0)
        .sum()
}

fn seen(facts: &Facts, actions: Vec<PlanAction>) -> Outlook {
    outlook(facts, &scenario(actions), None, &Unattended).unwrap()
}

#[test]
fn a_plan_is_worth_what_the_outlook_of_its_actions_says() {
    for displacement in [0.1, 0.5, 1.0] {
        let facts = three_schools();
        let asked = PlanRequest {
            displacement,
            ..request()
        };
        let plan = proposed(&facts, &asked);
        assert!(plan.is_proved && !plan.actions.is_empty());
        assert!(plan.planned <= plan.bound);
        assert_eq!(worth(&seen(&facts, actions(&plan))), plan.planned.0 - plan.without.0);
    }
}

#[test]
fn what_a_plan_loses_without_an_action_is_told() {
    let facts = three_schools();
    let plan = proposed(&facts, &request());
    let whole = worth(&seen(&facts, actions(&plan)));
    for (left, lost) in plan.actions.iter().enumerate() {
        let mut others = actions(&plan);
        others.remove(left);
        assert_eq!(whole - worth(&seen(&facts, others)), lost.gain.0, "{:?}", lost.action);
    }
}

#[test]
fn no_choice_of_as_many_actions_is_better() {
    let facts = three_schools();
    let all = actions(&proposed(
        &facts,
        &PlanRequest {
            workshop: 1_000,
            displacement: 1.0,
            ..request()
        },
    ));
    for most in 0..=2 {
        let asked = PlanRequest {
            openings: Some(most),
            closings: Some(0),
            ..request()
        };
        let plan = proposed(&facts, &asked);
        assert!(plan.actions.len() <= most as usize);
        // Every pair of the actions that the free plan found worth taking, and no pair is worth more than the plan of two.
        let best = plan.planned.0 - plan.without.0;
        let more: Vec<&PlanAction> = all.iter().filter(|a| a.kind.sign() > 0).collect();
        for (i, a) in more.iter().enumerate() {
            for b in &more[i..] {
                let chosen: Vec<PlanAction> = [a, b].into_iter().take(most as usize).map(|a| (*a).clone()).collect();
                if chosen.len() == 2 && chosen[0].section == chosen[1].section {
                    continue;
                }
                assert!(worth(&seen(&facts, chosen)) <= best, "{most}");
            }
        }
    }
}

#[test]
fn means_are_never_exceeded() {
    let mut facts = three_schools();
    facts.assumptions = with(&facts, AssumptionKey::SeatCost, 9_000.0);
    facts.assumptions = with(&facts, AssumptionKey::OpeningCost, 100_000.0);
    for budget in [0, 150_000, 400_000, 900_000] {
        let plan = proposed(
            &facts,
            &PlanRequest {
                budget: Some(budget),
                ..request()
            },
        );
        let found = seen(&facts, actions(&plan));
        for year in &found.years {
            let spent = year.spent.unwrap().central;
            assert!(
                spent <= f64::from(u32::try_from(budget).unwrap()) + 1e-6,
                "{budget} in {}: {spent}",
                year.year
            );
        }
        let opened: Vec<u32> = plan.actions.iter().map(|p| p.action.fixed_cost).collect();
        assert!(
            plan.actions
                .iter()
                .zip(opened)
                .all(|(p, cost)| (p.action.kind == ActionKind::Ouverture) == (cost == 100_000))
        );
    }
    let seats = |plan: &Proposal| -> i64 {
        let moved = plan.actions.iter().flat_map(|p| p.action.moves());
        moved.map(|(_, seats)| i64::from(seats)).sum()
    };
    for most in [-12, 0, 12] {
        let plan = proposed(
            &facts,
            &PlanRequest {
                seats: Some(most),
                ..request()
            },
        );
        assert!(seats(&plan) <= most);
    }
    let by_school = proposed(
        &facts,
        &PlanRequest {
            workshop: 12,
            ..request()
        },
    );
    for school in ["0590001", "0590002", "0590003"] {
        let at = |p: &&releve::market::plan::ProposedAction| p.action.section.site.code() == uai(school);
        let more: i64 = by_school
            .actions
            .iter()
            .filter(at)
            .flat_map(|p| p.action.moves())
            .map(|(_, n)| i64::from(n))
            .sum();
        assert!(more <= 12, "{school}: {more}");
    }
}

#[test]
fn a_budget_already_spent_is_said_to_leave_no_plan() {
    let mut facts = three_schools();
    let asked = PlanRequest {
        budget: Some(1_000),
        ..request()
    };
    let unknown = optimise(&facts, &scenario(vec![]), &asked, &Unattended);
    assert!(matches!(unknown, Err(MarketError::NoCost { .. })), "{unknown:?}");
    facts.assumptions = with(&facts, AssumptionKey::SeatCost, 9_000.0);
    let mut own = actions(&proposed(&facts, &request()));
    own.retain(|a| a.kind.sign() > 0);
    let refused = optimise(&facts, &scenario(own), &asked, &Unattended);
    let Err(MarketError::NoPlan { why }) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(why[0].key, "market-plan-limit-budget");
}

#[test]
fn what_was_refused_is_proposed_no_more_and_what_is_kept_stays() {
    let facts = three_schools();
    let first = actions(&proposed(&facts, &request()));
    let refused = PlanAction {
        status: ActionStatus::Refused,
        ..first[0].clone()
    };
    let kept = first[1].clone();
    let plan = optimise(
        &facts,
        &scenario(vec![refused.clone(), kept.clone()]),
        &request(),
        &Unattended,
    )
    .unwrap();
    for action in actions(&plan) {
        assert_ne!(action.section, refused.section);
        assert_ne!(action.section, kept.section);
    }
    let all: Vec<PlanAction> = [kept.clone()].into_iter().chain(actions(&plan)).collect();
    let gained = worth(&seen(&facts, all)) - worth(&seen(&facts, vec![kept]));
    assert_eq!(gained, plan.planned.0 - plan.without.0);
}

#[test]
fn seats_are_not_added_where_pupils_lack() {
    let mut facts = three_schools();
    let short = |facts: &Facts| {
        let plan = proposed(facts, &request());
        let more = |p: &releve::market::plan::ProposedAction| {
            p.action.kind == ActionKind::Augmentation && p.action.section.site.code() == uai("0590003")
        };
        plan.actions.iter().any(more)
    };
    assert!(short(&facts));
    facts.sections[2].wishes = Some(Wishes::First(5));
    assert!(!short(&facts));
}

#[test]
fn posts_that_come_first_are_filled_first() {
    let mut facts = three_schools();
    // Without bac pro, a CAP leads to welders alone and a BTS to technicians alone; few welders are still to find.
    facts.catalogue.programmes.retain(|p| p.id.as_str() != BACPRO);
    facts.sections.remove(1);
    facts.survey = vec![
        survey("3201", "59", WELDER, "7", "", ""),
        survey("3202", "59", TECHNICIAN, "30", "", ""),
    ];
    let one = PlanRequest {
        openings: Some(1),
        closings: Some(0),
        ..request()
    };
    let programme = |request: &PlanRequest| actions(&proposed(&facts, request))[0].section.programme.to_string();
    assert_eq!(programme(&one), BTS);
    let mut welders = one.clone();
    welders.first.occupations.insert(fap(WELDER));
    assert_eq!(programme(&welders), CAP);
    let mut there = one.clone();
    there.first.basins.insert(basin("3201"));
    assert_eq!(programme(&there), CAP);
}

#[test]
fn robust_aims_are_no_better_at_the_centre_and_no_worse_at_their_own_case() {
    let facts = three_schools();
    let of = |aim| {
        let plan = proposed(
            &facts,
            &PlanRequest {
                aim,
                openings: Some(2),
                ..request()
            },
        );
        worth(&seen(&facts, actions(&plan)))
    };
    let centre = of(PlanAim::Central);
    for aim in [PlanAim::Mean, PlanAim::WorstCase, PlanAim::Regret] {
        assert!(of(aim) <= centre, "{aim:?}");
    }
    let empty = seen(&facts, vec![]);
    assert_eq!(empty.whole().0.central, Milli::ZERO);
}

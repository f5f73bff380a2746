//! A scenario and a plan on Hauts-de-France, as official files tell it.

use std::sync::atomic::{AtomicUsize, Ordering};

use releve::domain::facts::Facts;
use releve::domain::programme::{Diploma, Route};
use releve::domain::progress::{Progress, Unattended};
use releve::domain::scenario::{ActionKind, PlanAction, Scenario, SectionKey, Site};
use releve::domain::units::{Estimate, Milli};
use releve::engine::plan::{Standing, Watch};
use releve::market::gap::Gap;
use releve::market::plan::{KnownSection, Outlook, PlanRequest, ProposedAction, check, optimise, outlook, sections};

use super::numbers::north;

fn scenario(actions: Vec<PlanAction>) -> Scenario {
    Scenario {
        id: 1,
        actions,
        ..Scenario::new("Essai".to_owned())
    }
}

fn action(kind: ActionKind, section: SectionKey, seats: u32) -> PlanAction {
    PlanAction::new(kind, section, seats, 2027)
}

/// Three openings of a BTS in the first basins without it, and the closing of a section of another.
fn three_openings_and_a_closing(facts: &Facts, known: &[KnownSection]) -> Vec<PlanAction> {
    let bts = |section: &&KnownSection| {
        section.diploma == Diploma::Bts && section.seats > Some(0) && section.leads_to_the_gap
    };
    let taught = known.iter().find(bts).unwrap();
    let home = facts.catalogue.basins.iter().filter(|b| b.region.as_str() == "32");
    let openings = home.take(3).map(|basin| {
        let section = SectionKey {
            site: Site::Basin(basin.code.clone()),
            programme: taught.section.programme.clone(),
            route: Route::School,
        };
        action(ActionKind::Ouverture, section, 24)
    });
    let closed = known.iter().filter(bts).nth(5).unwrap();
    let closing = action(ActionKind::Fermeture, closed.section.clone(), closed.seats.unwrap());
    openings.chain([closing]).collect()
}

fn unfilled(gap: &Gap) -> Estimate {
    gap.cells.iter().map(|cell| cell.figures.unfilled).sum()
}

fn weighted(outlook: &Outlook) -> i64 {
    let of = |year: &releve::market::plan::YearEffect| 2 * year.filled.central.0 + year.neighbours.central.0;
    outlook.years.iter().map(of).sum()
}

#[test]
fn years_of_a_region_start_from_its_gap_and_account_for_everybody() {
    let (facts, gap) = north();
    let known = sections(facts);
    let actions = three_openings_and_a_closing(facts, &known);
    for action in &actions {
        assert_eq!(check(facts, &known, action), Ok(()), "{action:?}");
    }
    let found = outlook(facts, &scenario(actions), None, &Unattended).unwrap();
    for year in &found.years {
        assert_eq!(year.reference.unfilled, unfilled(gap), "{}", year.year);
        let change = year.planned.filled.central - year.reference.filled.central;
        assert_eq!(year.filled.central, change, "{}", year.year);
        let cells: Milli = year.cells.iter().map(|cell| cell.reference - cell.planned).sum();
        assert_eq!(cells, change, "{}", year.year);
    }
    let first = |effect: &releve::market::plan::ActionEffect| effect.moves[0].first_leavers;
    let earliest = found.actions.iter().map(first).min().unwrap();
    let before = found.years.iter().filter(|year| year.year < earliest);
    assert!(before.clone().count() > 0);
    assert!(before.clone().all(|year| year.people == Estimate::default()));
    for moved in found.actions.iter().flat_map(|effect| &effect.moves) {
        let entrants = moved.cohorts[1].entrants();
        let taken: Milli = moved.displaced.iter().map(|d| d.entrants).sum();
        for cohort in &moved.cohorts {
            let gone: Milli = cohort.dropouts.iter().sum();
            assert_eq!(gone + cohort.continuing + cohort.leavers, cohort.entrants());
        }
        if moved.seats > 0 {
            // Six newcomers in ten; the others come from named sections.
            assert!(
                moved.displaced.len() > 1 && taken > Milli::ZERO && entrants > taken,
                "{moved:?}"
            );
        } else {
            assert!(entrants < Milli::ZERO && taken <= Milli::ZERO, "{moved:?}");
        }
    }
}

/// Has enough of a plan that was bettered twice: no clock, so the same plan on every machine.
#[derive(Default)]
struct Content(AtomicUsize);

impl Progress for Content {
    fn report(&self, _done: u64, _total: u64) {}

    fn is_cancelled(&self) -> bool {
        false
    }
}

impl Watch for Content {
    fn hear(&self, _standing: &Standing) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    fn is_enough(&self) -> bool {
        self.0.load(Ordering::Relaxed) > 2
    }
}

#[test]
fn a_plan_of_a_region_is_worth_what_its_outlook_says() {
    let (facts, _) = north();
    let request = PlanRequest {
        openings: Some(3),
        closings: Some(1),
        ..PlanRequest::new(2027..=2035)
    };
    let plan = optimise(facts, &scenario(vec![]), &request, &Content::default()).unwrap();
    assert!(plan.planned <= plan.bound);
    let actions: Vec<PlanAction> = plan.actions.iter().map(|proposed| proposed.action.clone()).collect();
    let more = |proposed: &&ProposedAction| proposed.action.kind.sign() > 0;
    assert!(plan.actions.iter().filter(more).count() <= 3);
    let found = outlook(facts, &scenario(actions), None, &Unattended).unwrap();
    assert!(plan.planned > plan.without);
    // Territory and neighbours weigh two and one; who fills which of two posts of one worth is the matching's to say.
    let gained = plan.planned.0 - plan.without.0;
    assert!(weighted(&found) <= gained, "{} {gained}", weighted(&found));
    assert!(weighted(&found) * 100 >= gained * 95, "{} {gained}", weighted(&found));
}

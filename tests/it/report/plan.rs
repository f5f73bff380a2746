//! What the report tells of scenarios: the figures of the outlook, and nothing that gives back what one or two employers declared.

use releve::domain::board::{CommitmentStatus, PartnerCommitment, Pledge};
use releve::domain::day::Day;
use releve::domain::facts::Facts;
use releve::domain::programme::Route;
use releve::domain::scenario::{
    ActionKind, ActionStatus, HelpKind, MobilityHelp, PlanAction, Scenario, SectionKey, Site,
};
use releve::domain::units::{Estimate, Milli, Range};
use releve::i18n::Lang;
use releve::market::gap::Gap;
use releve::market::plan::{ActionEffect, BreakEven, HelpEffect, Outlook, Totals, YearEffect};
use releve::market::values::Receiver;
use releve::report::document::{Cell, Document, RowKind};

use super::sample::{declare, found, sample};
use super::table;

fn whole(posts: i64) -> Estimate {
    Range::exact(Milli::whole(posts))
}

fn year(year: u16, filled: i64) -> YearEffect {
    let totals = |more: i64| Totals {
        need: whole(500),
        filled: whole(100 + more),
        unfilled: whole(400 - more),
    };
    YearEffect {
        year,
        growth: Range::exact(1.0),
        reference: totals(0),
        planned: totals(filled),
        filled: whole(filled),
        neighbours: whole(1),
        people: whole(filled),
        spent: None,
        cells: Vec::new(),
    }
}

/// One opening at the first basin, 0 posts in 2026 and 7 in 2027, into the cell of the gap so numbered.
fn outlook(gap: &Gap, cell: usize, unplaced: i64) -> Outlook {
    let action = PlanAction {
        id: 4,
        status: ActionStatus::Proposal,
        ..PlanAction::new(
            ActionKind::Ouverture,
            SectionKey {
                site: Site::Basin(gap.cells[0].basin.clone()),
                programme: "32025520".parse().unwrap(),
                route: Route::School,
            },
            24,
            2026,
        )
    };
    let to = &gap.cells[cell];
    Outlook {
        base_year: gap.year,
        revision: gap.revision,
        scenario: Scenario {
            id: 1,
            actions: vec![action.clone()],
            ..Scenario::new("Essai".to_owned())
        },
        decided: None,
        break_even: BreakEven::Unknown,
        helps: Vec::new(),
        years: vec![year(2026, 0), year(2027, 7)],
        actions: vec![ActionEffect {
            action,
            moves: Vec::new(),
            filled: vec![whole(0), whole(7)],
            filled_together: None,
            receivers: vec![Receiver {
                basin: to.basin.clone(),
                fap: to.fap.clone(),
                posts: Milli::whole(7),
            }],
            unplaced: whole(unplaced),
            spent: None,
            euros_per_post: None,
        }],
        notes: Vec::new(),
    }
}

fn written(facts: &Facts, gap: &Gap, outlooks: Vec<Outlook>) -> Document {
    let mut found = found(facts, gap);
    found.outlooks = outlooks;
    found.written(facts, gap, Lang::Fr)
}

/// Year, need, unfilled without, unfilled with, filled more; the sum left out.
fn years(document: &Document) -> Vec<[Cell; 5]> {
    let rows = table(document, "plan-years").rows.iter();
    let body = rows.filter(|row| row.kind == RowKind::Body);
    body.map(|row| [1, 2, 3, 4, 5].map(|at| row.cells[at].clone()))
        .collect()
}

#[test]
fn without_a_scenario_there_is_no_chapter() {
    let (facts, gap) = sample(4, 4);
    let document = written(&facts, &gap, Vec::new());
    assert!(document.table("plan-years").is_none());
    assert!(
        document
            .sections
            .iter()
            .all(|section| section.title.key != "report-plan-title")
    );
}

#[test]
fn the_years_and_the_actions_are_those_of_the_outlook() {
    let (facts, gap) = sample(4, 4);
    let document = written(&facts, &gap, vec![outlook(&gap, 3, 0)]);
    let told = |at: i64, filled: i64| {
        let need = [500, 400, 400 - filled, filled].map(|posts| Cell::Estimate(whole(posts)));
        let [need, without, with, filled] = need;
        [
            Cell::Number(f64::from(u16::try_from(at).unwrap())),
            need,
            without,
            with,
            filled,
        ]
    };
    assert_eq!(years(&document), [told(2026, 0), told(2027, 7)]);
    let actions = table(&document, "plan-actions");
    assert_eq!(actions.rows.len(), 1);
    let cells = &actions.rows[0].cells;
    assert_eq!((&cells[4], &cells[5]), (&Cell::Number(24.0), &Cell::Number(2026.0)));
    assert_eq!(cells[7], Cell::Estimate(whole(7)));
}

#[test]
fn what_fills_up_a_hidden_cell_is_withheld() {
    let (mut facts, mut gap) = sample(6, 6);
    declare(&mut facts, &mut gap, 0, 400, 2);
    for (cell, unplaced, is_told) in [(0, 3, false), (0, 0, true), (35, 3, true)] {
        let document = written(&facts, &gap, vec![outlook(&gap, cell, unplaced)]);
        let filled = &table(&document, "plan-actions").rows[0].cells[7];
        assert_eq!(
            *filled == Cell::Estimate(whole(7)),
            is_told,
            "cell {cell}, {unplaced} without a post: {filled:?}"
        );
        assert_eq!(years(&document)[1][4] == Cell::Estimate(whole(7)), is_told);
    }
}

#[test]
fn a_help_that_tells_what_few_declared_is_withheld() {
    let help = |gap: &Gap, sent: i64, filled: i64| {
        let mut told = outlook(gap, 3, 0);
        told.actions.clear();
        told.helps = vec![HelpEffect {
            help: MobilityHelp {
                id: 1,
                kind: HelpKind::Lodging,
                basin: gap.cells[3].basin.clone(),
                people: 7,
                km: 40,
                person_cost: None,
                fixed_cost: 0,
                from: 2027,
                until: None,
                status: ActionStatus::Draft,
                note: String::new(),
            },
            sent: vec![whole(0), whole(sent)],
            filled: vec![whole(0), whole(filled)],
            receivers: Vec::new(),
            spent: None,
            euros_per_post: None,
        }];
        told
    };
    let (mut facts, mut gap) = sample(6, 6);
    let printed = |facts: &Facts, gap: &Gap, sent, filled| {
        let document = written(facts, gap, vec![help(gap, sent, filled)]);
        table(&document, "plan-helps").rows[0].cells[6].clone()
    };
    // Nobody declared anything: everything may be told.
    assert_eq!(printed(&facts, &gap, 5, 3), Cell::Estimate(whole(3)));
    declare(&mut facts, &mut gap, 0, 400, 2);
    // As many helped as asked, and all placed: nothing is full, nobody near is counted.
    assert_eq!(printed(&facts, &gap, 7, 7), Cell::Estimate(whole(7)));
    for (sent, filled) in [(5, 5), (7, 3)] {
        assert_eq!(
            printed(&facts, &gap, sent, filled),
            Cell::Withheld,
            "{sent} sent, {filled} posts"
        );
    }
}

#[test]
fn what_few_declared_for_one_year_is_not_given_back_by_the_difference_of_two() {
    let printed = |posts: &[(usize, i64, u16)]| -> Vec<bool> {
        let (mut facts, mut gap) = sample(6, 6);
        for (cell, employers, year) in posts {
            let before = facts.needs.len();
            declare(&mut facts, &mut gap, *cell, 9, *employers);
            for need in &mut facts.needs[before..] {
                need.year = *year;
            }
        }
        let document = written(&facts, &gap, vec![outlook(&gap, 35, 0)]);
        years(&document).iter().map(|year| year[1] != Cell::Withheld).collect()
    };
    let base = 2024;
    assert_eq!(printed(&[]), [true, true]);
    // One firm for 2027: it would be told by 2027 less 2026. Three firms are enough.
    assert_eq!(printed(&[(5, 1, 2027)]), [true, false]);
    assert_eq!(printed(&[(5, 3, 2027)]), [true, true]);
    // Two firms for the base year, printed elsewhere: no later year may be told.
    assert_eq!(printed(&[(5, 2, base)]), [false, false]);
    // A partner alone who promised posts from 2027 on.
    let (mut facts, gap) = sample(6, 6);
    facts.board.commitments = vec![PartnerCommitment {
        id: 1,
        who: "Forge inventée".to_owned(),
        pledge: Pledge::Posts {
            fap: gap.cells[5].fap.clone(),
            basin: gap.cells[5].basin.clone(),
            posts: 9,
            from: 2027,
        },
        made_on: Day::LAST,
        due: Day::LAST,
        condition: String::new(),
        status: CommitmentStatus::Held,
    }];
    let document = written(&facts, &gap, vec![outlook(&gap, 35, 0)]);
    let told: Vec<bool> = years(&document).iter().map(|year| year[1] != Cell::Withheld).collect();
    assert_eq!(told, [true, false]);
    let into_it = written(&facts, &gap, vec![outlook(&gap, 5, 3)]);
    assert_eq!(table(&into_it, "plan-actions").rows[0].cells[7], Cell::Withheld);
    // Three firms each year, and a fourth in the second.
    assert_eq!(printed(&[(5, 3, 2026), (7, 4, 2027)]), [true, true]);
}

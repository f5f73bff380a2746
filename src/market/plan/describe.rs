//! From waves and solves to what is said of each action: its cohorts, whom it displaces, what it fills, what it costs.

use super::super::groups::Group;
use super::super::values::per_post;
use super::board::wanted;
use super::cost::spent;
use super::further::further;
use super::help::Helped;
use super::outlook::{Plan, Side, SolvedYears, by_site, compensations};
use super::report::{ActionEffect, Displacement, HelpEffect, MoveEffect};
use super::stand::{Site, Stand, Wave};
use crate::domain::units::{Bound, Estimate, Milli, Range};
use crate::i18n::Message;

/// One line for each action of the scenario, in order.
pub(super) fn action_effects(
    plan: &Plan<'_, '_>,
    sites: &[Site],
    waves: &[Wave],
    solved: &SolvedYears,
) -> Vec<ActionEffect> {
    let together = compensations(plan.own());
    let first = plan.decided.actions;
    let waves = by_site(waves);
    let years = 0..plan.demands.len();
    let mut effects = Vec::with_capacity(plan.own().len());
    for (number, action) in plan.actions.iter().enumerate().skip(first) {
        let alone = 2 + number - first;
        let own = sites.iter().enumerate().filter(|(_, site)| site.action == number);
        let moves = own.clone().filter_map(|(at, site)| {
            let waves = waves.get(&at)?;
            move_effect(plan.stand, site, action.rentree, waves)
        });
        let without = |subset: usize| -> Vec<Estimate> {
            let gain = |year| plan.gain(solved, year, (subset, 1), Side::Home);
            years.clone().map(gain).collect()
        };
        let filled = without(alone);
        let pair = action
            .compensation
            .and_then(|n| together.iter().position(|known| *known == n));
        let own: Vec<&Site> = own.map(|(_, site)| site).collect();
        let spent = spent(action, &own, plan.stand.facts(), plan.demands.iter().map(|d| d.year));
        let posts: Estimate = filled.iter().copied().sum();
        let whole = spent
            .as_ref()
            .map(|spent| spent.iter().fold(Range::exact(0.0), |sum, year| sum + *year));
        effects.push(ActionEffect {
            action: action.clone(),
            moves: moves.collect(),
            receivers: plan.receivers(solved, alone),
            unplaced: unplaced(
                plan,
                waves.values().flatten().filter(|w| sites[w.site].action == number),
                &filled,
            ),
            filled_together: pair.map(|pair| without(2 + plan.own().len() + pair)),
            euros_per_post: whole
                .filter(|euros| euros.central > 0.0)
                .and_then(|euros| per_post(euros, posts)),
            spent,
            filled,
        });
    }
    effects
}

/// One line for each mobility help of the scenario, in order.
pub(super) fn help_effects(plan: &Plan<'_, '_>, solved: &SolvedYears) -> Vec<HelpEffect> {
    let first = plan.decided.helps;
    let before = 2 + plan.own().len() + compensations(plan.own()).len();
    let years = 0..plan.demands.len();
    let effect = |(number, helped): (usize, &Helped)| {
        let subset = before + number - first;
        let gain = |year| plan.gain(solved, year, (subset, 1), Side::Home);
        let filled: Vec<Estimate> = years.clone().map(gain).collect();
        let euros = plan.demands.iter().map(|d| helped.help.spent(d.year));
        #[expect(clippy::cast_precision_loss, reason = "euros are far below 2^53")]
        let euros: Option<Vec<Range<f64>>> = euros.map(|e| e.map(|e| Range::exact(e as f64))).collect();
        let whole = euros
            .as_ref()
            .map(|e| e.iter().fold(Range::exact(0.0), |sum, year| sum + *year));
        HelpEffect {
            help: helped.help.clone(),
            sent: years.clone().map(|year| plan.sent(solved, year, number)).collect(),
            receivers: plan.receivers(solved, subset),
            euros_per_post: whole
                .filter(|euros| euros.central > 0.0)
                .and_then(|euros| per_post(euros, filled.iter().copied().sum())),
            spent: euros,
            filled,
        }
    };
    plan.stand.helps.iter().enumerate().skip(first).map(effect).collect()
}

/// People that the waves of an action bring, or take away, in the last year, less the posts that this fills, or empties.
fn unplaced<'w>(plan: &Plan<'_, '_>, waves: impl Iterator<Item = &'w &'w Wave>, filled: &[Estimate]) -> Estimate {
    let last = plan.demands.last().map_or(0, |demand| demand.year);
    let waves: Vec<&Wave> = waves.copied().collect();
    let nodes = plan.stand.people(&waves, last);
    let people = |bound: Bound| Milli(nodes.values().map(|ends| ends[bound as usize]).sum());
    let posts = filled.last().copied().unwrap_or_default();
    let left = |bound: Bound| Milli((people(bound).0.abs() - posts.at(bound).0.abs()).max(0));
    Range::new(left(Bound::Low), left(Bound::Central), left(Bound::High))
}

fn move_effect(stand: &Stand<'_>, site: &Site, rentree: u16, waves: &[&Wave]) -> Option<MoveEffect> {
    let own = waves.iter().find(|wave| wave.displaced.is_none())?;
    let programme = &stand.groups.codes.programmes[site.lever.programme];
    let mut displaced: Vec<Displacement> = waves.iter().filter_map(|wave| displacement(stand, wave)).collect();
    displaced.sort_by_key(|d| (-d.entrants.0.abs(), d.uai.clone(), d.programme.clone()));
    let basins = site.lever.place.basins.iter().zip(&site.lever.place.weights);
    let basins = basins.filter(|(_, weight)| **weight > 0 || site.lever.place.basins.len() == 1);
    let entrants = own.cohorts[Bound::Central as usize].entrants();
    Some(MoveEffect {
        section: site.section.clone(),
        establishment: site.lever.establishment.clone(),
        programme_label: programme.label.clone(),
        diploma: programme.diploma,
        seats: site.seats,
        basins: basins.map(|(b, _)| stand.frame.basins[*b].code.clone()).collect(),
        pool: site.pool,
        rentree,
        first_leavers: rentree + u16::from(site.lever.years),
        further: further(
            &stand.frame.assumptions,
            (programme.diploma, site.lever.route),
            &own.cohorts,
        ),
        cohorts: own.cohorts.clone(),
        displaced,
        missing: if site.seats > 0 {
            wanted(site, Bound::Central) - entrants
        } else {
            Milli::ZERO
        },
        doubts: doubts(stand, site),
    })
}

fn displacement(stand: &Stand<'_>, wave: &Wave) -> Option<Displacement> {
    let group: &Group = &stand.groups.all[wave.displaced?];
    let programme = &stand.groups.codes.programmes[group.programme];
    let uai = stand.groups.establishment(group);
    let cohort = &wave.cohorts[Bound::Central as usize];
    Some(Displacement {
        uai: uai.cloned(),
        establishment: uai.and_then(|u| stand.frame.establishment(u)).map(|e| e.name.clone()),
        programme: programme.id.clone(),
        programme_label: programme.label.clone(),
        route: group.route,
        entrants: -cohort.entrants(),
        first_leavers: cohort.june(),
    })
}

/// What the section already made doubtful, and what an opening adds.
fn doubts(stand: &Stand<'_>, site: &Site) -> Vec<Message> {
    let mut doubts = Vec::new();
    if stand.groups.outlets[site.lever.programme].is_empty() {
        doubts.push(Message::new("market-plan-doubt-no-outlet"));
    }
    if site.group.is_none() {
        doubts.push(Message::new("market-plan-doubt-assumed"));
    }
    doubts.extend(site.lever.doubts.iter().cloned());
    doubts
}

/// What holds of all the years.
pub(super) fn year_notes(stand: &Stand<'_>, sites: &[Site], declared: Milli) -> Vec<Message> {
    let mut notes = vec![Message::new("market-plan-note-steady").with("year", stand.base_year.to_string())];
    if sites.iter().any(|site| site.in_reach.is_empty()) {
        notes.push(Message::new("market-plan-note-no-pool"));
    }
    if declared > Milli::ZERO {
        let note = Message::new("market-plan-note-declared").with("posts", declared.rounded());
        notes.push(note.with("year", stand.base_year.to_string()));
    }
    notes
}

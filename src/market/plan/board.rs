//! What the board of the territory changes in a plan: ceilings of seats, euros, entrants that are sure, losses that are not to be passed.

use std::collections::BTreeMap;

use super::super::frame::Frame;
use super::super::gap::FactorKind;
use super::board_words::board_day;
use super::entrants::main_basin;
use super::report::Outlook;
use super::stand::{Site, Stand};
use crate::domain::board::{Asset, Board, CommitmentStatus, Experiment, Pledge};
use crate::domain::facts::Facts;
use crate::domain::id::{BasinCode, Uai};
use crate::domain::programme::Route;
use crate::domain::scenario::{PlanAction, Site as Place};
use crate::domain::units::{Bound, Milli, Range};
use crate::i18n::Message;

/// At most so many seats more in some place, those of the scenario included.
pub(super) struct Ceiling {
    pub name: Message,
    place: Counted,
    most: i64,
}

/// Which seats a ceiling counts.
enum Counted {
    /// Seats opened less seats closed at an establishment: its workshops.
    Net(Uai),
    /// Seats opened at an establishment, or in a basin: trainers of what closes teach something else.
    Opened(Uai),
    OpenedIn(usize),
}

/// What limits draw from the board: what is left once the scenario's own actions took their part.
pub(super) struct BoardMeans {
    pub ceilings: Vec<Ceiling>,
    /// Seats lent by partners, by establishment, where the board tells no workshop.
    hours: BTreeMap<Uai, i64>,
    /// Establishments whose workshops the board tells.
    told: Vec<Uai>,
    /// Euros that partners gave for a year.
    money: BTreeMap<u16, i64>,
    pub loss: Option<Loss>,
}

/// The affordable loss of an experiment.
pub(super) struct Loss {
    pub euros: i64,
    /// The last year that counts: its rentrée is not after the review.
    pub until: u16,
}

impl BoardMeans {
    /// Of the facts of a stand, less the seats of the scenario's own sites. A ceiling that the scenario passes leaves no seat more, and takes none back.
    pub fn of(stand: &Stand<'_>, own: &[Site], experiment: Option<&Experiment>) -> Self {
        let board = &stand.frame.facts.board;
        let mut ceilings = ceilings(&stand.frame);
        for ceiling in &mut ceilings {
            let taken: i64 = own.iter().map(|site| ceiling.seats(site)).sum();
            ceiling.most = (ceiling.most - taken).max(0);
        }
        Self {
            told: ceilings.iter().filter_map(Ceiling::workshop).cloned().collect(),
            ceilings,
            hours: hours(board),
            money: promised(board)
                .into_iter()
                .map(|(year, euros)| (year, euros.central))
                .collect(),
            loss: experiment.map(|one| Loss {
                euros: i64::from(one.affordable_loss),
                until: one.review_on.last_rentree(),
            }),
        }
    }

    /// Seats more that an establishment can take where the board tells nothing of its workshops: the usual number, and what partners lend.
    pub fn usual_workshop(&self, uai: &Uai, usual: u32) -> Option<i64> {
        let lent = self.hours.get(uai).copied().unwrap_or(0);
        (!self.told.contains(uai)).then_some(i64::from(usual) + lent)
    }

    /// Euros that partners gave for a year: commitments held.
    pub fn money(&self, year: u16) -> i64 {
        self.money.get(&year).copied().unwrap_or(0)
    }
}

impl Ceiling {
    /// Seats that a site takes of it.
    pub fn seats(&self, site: &Site) -> i64 {
        let seats = i64::from(site.seats);
        let at = |uai: &Uai| site.section.site.uai() == Some(uai);
        match &self.place {
            Counted::Net(uai) if at(uai) => seats,
            Counted::Opened(uai) if at(uai) => seats.max(0),
            Counted::OpenedIn(basin) => {
                let own = main_basin(&site.lever.place.basins, &site.lever.place.weights);
                if own == Some(*basin) { seats.max(0) } else { 0 }
            }
            _ => 0,
        }
    }

    /// Seats still to be had.
    pub fn most(&self) -> i64 {
        self.most
    }

    fn workshop(&self) -> Option<&Uai> {
        match &self.place {
            Counted::Net(uai) => Some(uai),
            _ => None,
        }
    }
}

/// Every ceiling of the board. Trainers of a basin come beside those of its establishments; hours that a partner lends raise both ceilings of their
/// establishment.
fn ceilings(frame: &Frame<'_>) -> Vec<Ceiling> {
    let board = &frame.facts.board;
    let lent = hours(board);
    let mut workshops: BTreeMap<&Uai, i64> = BTreeMap::new();
    let mut trainers: BTreeMap<&Uai, i64> = BTreeMap::new();
    let mut basins: BTreeMap<usize, i64> = BTreeMap::new();
    for means in &board.means {
        match &means.asset {
            Asset::Workshop { uai, seats, .. } => *workshops.entry(uai).or_default() += i64::from(*seats),
            Asset::Trainers {
                site,
                posts,
                seats_each,
            } => {
                let seats = whole(posts * f64::from(*seats_each));
                match site {
                    Place::Establishment(uai) => *trainers.entry(uai).or_default() += seats,
                    Place::Basin(basin) => {
                        if let Some(number) = frame.basin(basin) {
                            *basins.entry(number).or_default() += seats;
                        }
                    }
                }
            }
            Asset::Heritage { .. } | Asset::TerritoireIndustrie { .. } | Asset::Campus { .. } => {}
        }
    }
    for (uai, seats) in &trainers {
        let basin = basin_of(frame, uai).and_then(|basin| basins.get_mut(&basin));
        if let Some(of_basin) = basin {
            *of_basin += seats + lent.get(*uai).copied().unwrap_or(0);
        }
    }
    let lent = |uai: &Uai| lent.get(uai).copied().unwrap_or(0);
    let mut all: Vec<Ceiling> = Vec::new();
    all.extend(workshops.into_iter().map(|(uai, seats)| Ceiling {
        name: Message::new("market-plan-limit-workshop").with("site", uai.as_str()),
        place: Counted::Net(uai.clone()),
        most: seats + lent(uai),
    }));
    all.extend(trainers.into_iter().map(|(uai, seats)| Ceiling {
        name: Message::new("market-plan-limit-trainers").with("site", uai.as_str()),
        place: Counted::Opened(uai.clone()),
        most: seats + lent(uai),
    }));
    all.extend(basins.into_iter().map(|(basin, seats)| Ceiling {
        name: Message::new("market-plan-limit-trainers").with("site", frame.basins[basin].name.as_str()),
        place: Counted::OpenedIn(basin),
        most: seats,
    }));
    all
}

/// Seats lent by partners who kept their word, by establishment.
fn hours(board: &Board) -> BTreeMap<Uai, i64> {
    let mut lent = BTreeMap::new();
    for told in board.commitments.iter().filter(|c| c.status == CommitmentStatus::Held) {
        if let Pledge::Hours { uai, seats } = &told.pledge {
            *lent.entry(uai.clone()).or_default() += i64::from(*seats);
        }
    }
    lent
}

/// Euros promised for each year: those held at every end, those expected at the high end alone.
pub fn promised(board: &Board) -> BTreeMap<u16, Range<i64>> {
    let mut years: BTreeMap<u16, Range<i64>> = BTreeMap::new();
    for told in &board.commitments {
        if let Pledge::Money { euros, year } = told.pledge {
            let euros = i64::from(euros);
            let counted = match told.status {
                CommitmentStatus::Held => Range::exact(euros),
                CommitmentStatus::Expected => Range::new(0, 0, euros),
                CommitmentStatus::Broken | CommitmentStatus::Lifted => continue,
            };
            *years.entry(year).or_insert(Range::exact(0)) += counted;
        }
    }
    years
}

/// Gives sites the apprentices that firms are sure to take: each promised place once, to the first sites of its programme there, in their order. A
/// promise counts where it begins no later than the rentrée of the action.
pub(super) fn guarantee(frame: &Frame<'_>, actions: &[PlanAction], sites: &mut [Site]) {
    for told in &frame.facts.board.commitments {
        let Pledge::Places {
            programme,
            site: place,
            places,
            from,
        } = &told.pledge
        else {
            continue;
        };
        let ends: &[Bound] = match told.status {
            CommitmentStatus::Held => &Bound::ALL,
            CommitmentStatus::Expected => &[Bound::High],
            CommitmentStatus::Broken | CommitmentStatus::Lifted => continue,
        };
        for &bound in ends {
            let mut left = *places;
            for site in sites.iter_mut() {
                let section = &site.section;
                let of_it = section.programme == *programme
                    && section.route == Route::Apprenticeship
                    && *from <= actions[site.action].rentree
                    && is_at(frame, &section.site, place);
                if of_it {
                    let sure = &mut site.guaranteed[bound as usize];
                    let room = u32::try_from(site.seats).unwrap_or(0) - *sure;
                    let given = left.min(room);
                    *sure += given;
                    left -= given;
                }
            }
        }
    }
}

/// Entrants that the seats of a site would take: one for each that a firm is sure to take, the others at the usual rate.
pub(super) fn wanted(site: &Site, bound: Bound) -> Milli {
    let fill = site.lever.factors.iter().find(|f| f.kind == FactorKind::FillRate);
    let sure = site.guaranteed[bound as usize];
    let others = f64::from(site.seats) - f64::from(sure);
    sure_entrants(site, bound) + Milli::from_people(others * fill.map_or(1.0, |f| f.value.at(bound)))
}

/// Entrants of a site that firms are sure to take: newcomers all.
pub(super) fn sure_entrants(site: &Site, bound: Bound) -> Milli {
    Milli::whole(i64::from(site.guaranteed[bound as usize]))
}

/// Whether a section is at a place: the very establishment, or anywhere in the basin.
fn is_at(frame: &Frame<'_>, section: &Place, place: &Place) -> bool {
    match place {
        Place::Establishment(_) => section == place,
        Place::Basin(basin) => frame.basin(basin).is_some_and(|number| match section {
            Place::Basin(own) => own == basin,
            Place::Establishment(uai) => basin_of(frame, uai) == Some(number),
        }),
    }
}

/// The basin of an establishment, where one is known for sure.
fn basin_of(frame: &Frame<'_>, uai: &Uai) -> Option<usize> {
    match frame.place(uai, None)?.basins.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// Establishments whose workshops the board tells, with the basin and the speciality (NSF group, three digits).
pub(super) fn workshops<'g>(frame: &'g Frame<'_>) -> Vec<(usize, &'g str, &'g Uai)> {
    let of = |asset: &'g Asset| match asset {
        Asset::Workshop { uai, nsf, .. } => {
            let basin = basin_of(frame, uai).filter(|basin| frame.home[*basin])?;
            Some((basin, nsf.as_str().get(..3)?, uai))
        }
        _ => None,
    };
    frame
        .facts
        .board
        .means
        .iter()
        .filter_map(|means| of(&means.asset))
        .collect()
}

/// Ceilings that the scenario passes by itself.
pub(super) fn ceiling_notes(stand: &Stand<'_>, own: &[Site]) -> Vec<Message> {
    let passed = |ceiling: Ceiling| {
        let seats: i64 = own.iter().map(|site| ceiling.seats(site)).sum();
        (seats > ceiling.most).then(|| {
            Message::new("market-plan-note-ceiling")
                .with("limit", ceiling.name)
                .with("seats", seats)
                .with("most", ceiling.most)
        })
    };
    ceilings(&stand.frame).into_iter().filter_map(passed).collect()
}

/// What a scenario that is an experiment spends, net, until its review, beside what may be lost; nothing for another scenario.
pub fn spent_until_review(outlook: &Outlook, experiment: &Experiment) -> Option<Range<f64>> {
    let until = experiment.review_on.last_rentree();
    let years = outlook.years.iter().filter(|year| year.year <= until);
    years
        .map(|year| year.spent)
        .try_fold(Range::exact(0.0), |sum, spent| spent.map(|spent| sum + spent))
}

/// Tells an experiment beside its affordable loss.
pub(super) fn loss_note(facts: &Facts, outlook: &Outlook) -> Option<Message> {
    let experiment = facts.board.experiment(outlook.scenario.id)?;
    let about = |key: &'static str| {
        Message::new(key)
            .with("loss", i64::from(experiment.affordable_loss))
            .with("date", board_day(experiment.review_on))
    };
    let Some(spent) = spent_until_review(outlook, experiment) else {
        return Some(about("market-plan-note-loss-unknown"));
    };
    let loss = f64::from(experiment.affordable_loss);
    let key = if spent.central > loss {
        "market-plan-note-loss-passed"
    } else if spent.high > loss {
        "market-plan-note-loss-may-be-passed"
    } else {
        "market-plan-note-loss-within"
    };
    Some(
        about(key)
            .with("spent", whole(spent.central))
            .with("most", whole(spent.high)),
    )
}

/// Basins whose posts come first because of what is already there: Territoires d'industrie and campuses; and the cells of a know-how.
pub(super) fn known_for(board: &Board) -> (Vec<&BasinCode>, Vec<(BasinCode, crate::domain::id::FapCode)>) {
    let mut basins = Vec::new();
    let mut cells = Vec::new();
    for means in &board.means {
        match &means.asset {
            Asset::Heritage { basin, fap } => cells.push((basin.clone(), fap.clone())),
            Asset::TerritoireIndustrie { basins: all } | Asset::Campus { basins: all } => basins.extend(all),
            Asset::Workshop { .. } | Asset::Trainers { .. } => {}
        }
    }
    (basins, cells)
}

/// To the nearest euro or seat.
#[expect(
    clippy::cast_possible_truncation,
    reason = "seats and euros of a plan are far below 2^53"
)]
fn whole(amount: f64) -> i64 {
    amount.round() as i64
}

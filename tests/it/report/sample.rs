//! An invented territory for the report: real codes, made-up counts, stars and employers where a test needs them.

use std::sync::Arc;

use jiff::civil::{Date, date};
use releve::domain::assumption::Assumptions;
use releve::domain::cause::Coalition;
use releve::domain::demand::{Commitment, Employer, Need, SurveyRow};
use releve::domain::facts::Facts;
use releve::domain::funding::Funding;
use releve::domain::id::{BasinCode, FapCode, ProgrammeId, RegionCode, Uai};
use releve::domain::occupation::{Occupation, OccupationScope, SkillLevel};
use releve::domain::programme::{Diploma, Route};
use releve::domain::secrecy::{Count, net_of_seasonal};
use releve::domain::source::{RowCounts, Source, SourceId};
use releve::domain::territory::{Basin, Nature, Territory};
use releve::domain::units::{Bound, Estimate, Milli, Range};
use releve::i18n::{Lang, Message};
use releve::market::causes::{CauseValues, Causes, CellCauses};
use releve::market::expected::ExpectedGap;
use releve::market::flows::Flows;
use releve::market::gap::RowKey;
use releve::market::gap::{
    Factor, FactorKind, FactorProvenance, Figures, Funnel, Gap, GapCell, Origin, Placement, Proof, Supply,
};
use releve::market::plan::Outlook;
use releve::market::shortage::{ShortCell, ShortNode, ShortOrigin, Shortage};
use releve::market::values::{LOTS, LotValue, Receiver, SeatValue, Unit, Values};
use releve::report::{Document, Findings, document};
use releve::store::catalogue::embedded;

pub const DAY: Date = date(2026, 11, 23);

pub const YEAR: u16 = 2024;

/// Facts and a gap over the first basins of Hauts-de-France and the first occupations of the catalogue.
pub fn sample(basins: usize, occupations: usize) -> (Facts, Gap) {
    let region = RegionCode::parse("32").expect("region");
    let mut catalogue = embedded().expect("catalogue");
    catalogue.basins.retain(|basin| basin.region == region);
    catalogue.basins.truncate(basins);
    catalogue
        .occupations
        .retain(|occupation| occupation.scope == OccupationScope::Core);
    spread(&mut catalogue.occupations, occupations);
    let territory = Territory {
        name: "Territoire d’essai".to_owned(),
        regions: vec![region],
        nature: Nature::Simulated,
    };
    let mut facts = Facts {
        revision: 812,
        territory: territory.clone(),
        catalogue,
        sources: sources(),
        survey: Vec::new(),
        employers: Vec::new(),
        needs: Vec::new(),
        establishments: Vec::new(),
        sections: Vec::new(),
        outcomes: Vec::new(),
        outlets: Vec::new(),
        reviews: Vec::new(),
        scenarios: Vec::new(),
        funding: Funding::default(),
        skills: releve::domain::skill::Skills::default(),
        board: releve::domain::board::Board::default(),
        communes: Vec::new(),
        assumptions: Assumptions::defaults(),
    };
    let mut cells = Vec::new();
    for (b, basin) in facts.catalogue.basins.iter().enumerate() {
        for (o, occupation) in facts.catalogue.occupations.iter().enumerate() {
            let row = survey_row(basin, occupation, b * 31 + o * 17);
            cells.push(cell(&facts.assumptions, &row, occupation, b * 7 + o * 13));
            facts.survey.push(row);
        }
    }
    cells.sort_by(|a, b| (&a.basin, &a.fap).cmp(&(&b.basin, &b.fap)));
    let gap = Gap {
        year: YEAR,
        survey_year: Some(YEAR),
        revision: 812,
        territory,
        cells,
        supplies: supplies(&facts),
        flows: Vec::new(),
        funnel: funnel(),
        proofs: proofs(),
        notes: vec![Message::new("report-notes-none")],
        assumed_share: 0.42,
    };
    (facts, gap)
}

/// Makes `count` of the needs of a cell come from this many employers, and the cell's figures follow.
pub fn declare(facts: &mut Facts, gap: &mut Gap, cell: usize, posts: u32, employers: i64) {
    let target = &mut gap.cells[cell];
    for _ in 0..employers {
        let id = i64::try_from(facts.employers.len()).expect("few employers") + 1;
        facts.employers.push(Employer {
            id,
            siret: None,
            name: format!("Ateliers {id}"),
            naf: None,
            commune: None,
            basin: target.basin.clone(),
            headcount: None,
        });
        facts.needs.push(Need {
            id,
            employer: id,
            basin: target.basin.clone(),
            fap: target.fap.clone(),
            year: YEAR,
            posts,
            level: None,
            commitment: Commitment::Engaged,
            declared_on: "2024-03-01".to_owned(),
        });
    }
    let f = &mut target.figures;
    f.declared = Milli::whole(i64::from(posts) * employers);
    f.need = f.need.map(|n| n.max(f.declared));
    f.unfilled = Range {
        low: f.need.low - f.filled.low,
        central: f.need.central - f.filled.central,
        high: f.need.high - f.filled.high,
    };
    f.not_enough = f.unfilled;
    f.no_training = Estimate::default();
}

/// Replaces the survey row behind a cell by stars, and the cell's figures follow.
pub fn hide(facts: &mut Facts, gap: &mut Gap, cell: usize) {
    let target = &mut gap.cells[cell];
    let row = facts
        .survey
        .iter_mut()
        .find(|row| row.basin == target.basin && row.fap == target.fap);
    let row = row.expect("row of the cell");
    (row.projects, row.difficult, row.seasonal) = (Count::Secret, Count::Secret, Count::Secret);
    let occupations = &facts.catalogue.occupations;
    let occupation = occupations.iter().find(|o| o.code == target.fap).expect("occupation");
    *target = self::cell(&facts.assumptions, row, occupation, cell);
}

fn spread(occupations: &mut Vec<Occupation>, count: usize) {
    let step = (occupations.len() / count.max(1)).max(1);
    *occupations = occupations.iter().step_by(step).take(count).cloned().collect();
}

fn survey_row(basin: &Basin, occupation: &Occupation, seed: usize) -> SurveyRow {
    let met = i64::try_from((seed * 37) % 120).expect("small");
    let star = |n: i64| {
        if (1..5).contains(&n) {
            Count::Secret
        } else {
            Count::of(Milli::whole(n))
        }
    };
    SurveyRow {
        year: YEAR,
        basin: basin.code.clone(),
        department: Some(basin.main_department.clone()),
        region: Some(basin.region.clone()),
        fap: occupation.code.clone(),
        fap_label: occupation.label.clone(),
        clpe: String::new(),
        projects: star(met + 6),
        difficult: star(met * 2 / 3),
        seasonal: star(met / 9),
        row: 2,
        source: SourceId(1),
    }
}

fn cell(assumptions: &Assumptions, row: &SurveyRow, occupation: &Occupation, seed: usize) -> GapCell {
    let projects = row.projects.as_projects();
    let net = net_of_seasonal(row.projects, row.seasonal);
    let beta = assumptions.beta(occupation.skill);
    let need = Range {
        low: net.low.times(beta.low),
        central: net.central.times(beta.central),
        high: net.high.times(beta.high),
    };
    let reached = !seed.is_multiple_of(5);
    let filled = if reached {
        need.map(|n| n.times(0.45))
    } else {
        Estimate::default()
    };
    let unfilled = Range {
        low: need.low - filled.low,
        central: need.central - filled.central,
        high: need.high - filled.high,
    };
    let outside = |skill| {
        if occupation.skill == skill {
            net
        } else {
            Estimate::default()
        }
    };
    GapCell {
        basin: row.basin.clone(),
        fap: row.fap.clone(),
        figures: Figures {
            projects,
            difficult: row.difficult.as_share_of(projects),
            seasonal: row.seasonal.as_share_of(projects),
            declared: Milli::ZERO,
            need,
            unskilled: outside(SkillLevel::UnskilledWorker),
            level7: outside(SkillLevel::Engineer),
            supply: filled.map(|n| n.times(1.2)),
            filled,
            unfilled,
            no_training: if reached { Estimate::default() } else { unfilled },
            not_enough: if reached { unfilled } else { Estimate::default() },
            survey_cells: 1,
            secret_cells: u32::from(row.projects.is_secret()),
        },
        reachable: filled.map(|n| n.times(2.0)),
        reachable_programmes: if reached { 3 } else { 0 },
        border: seed.is_multiple_of(11),
    }
}

fn sources() -> Vec<Source> {
    let source = |id, file: &str, producer: &str, vintage: &str| Source {
        id: SourceId(id),
        file: file.to_owned(),
        sha256: "0123456789abcdef".repeat(4),
        layout: "bmo".to_owned(),
        vintage: vintage.to_owned(),
        producer: producer.to_owned(),
        licence: "Licence Ouverte 2.0".to_owned(),
        counts: RowCounts {
            read: 14_965,
            stored: 14_900,
            merged: 40,
            refused: 5,
            ignored: 20,
        },
        imported_at: "2026-11-20T14:02:00+01:00".to_owned(),
    };
    vec![
        source(1, "BMO_2024.xlsx", "France Travail", "2024"),
        source(2, "inserjeunes_regions.csv", "DEPP-Dares, InserJeunes", "2022_2023"),
    ]
}

fn supplies(facts: &Facts) -> Vec<Supply> {
    let wide = |n: i64| Range::new(Milli::whole(n * 8 / 10), Milli::whole(n), Milli::whole(n * 12 / 10));
    let kinds = [
        (Diploma::Cap, 3, Route::Apprenticeship, 120),
        (Diploma::BacPro, 4, Route::School, 310),
        (Diploma::Bts, 5, Route::School, 180),
        (Diploma::But, 6, Route::School, 60),
    ];
    let basin = |i: usize| facts.catalogue.basins[i % facts.catalogue.basins.len()].code.clone();
    kinds
        .into_iter()
        .enumerate()
        .map(|(i, (diploma, level, route, people))| Supply {
            basin: basin(i),
            programme: ProgrammeId::parse(&format!("RNCP3450{i}")).expect("programme"),
            programme_label: format!("{} d’essai", diploma.as_str()).into(),
            diploma,
            level,
            route,
            origins: vec![origin(wide(people * 2), wide(people))],
            in_field: wide(people),
            placed: Milli::whole(people * 9 / 10),
            outlets: facts
                .catalogue
                .occupations
                .iter()
                .take(2)
                .map(|o| o.code.clone())
                .collect(),
            home: true,
        })
        .collect()
}

fn origin(leavers: Estimate, in_field: Estimate) -> Origin {
    let factor = |kind, value, provenance| {
        Arc::new(Factor {
            kind,
            value: Range::exact(value),
            provenance,
            denominator: Some(400.0),
            source: SourceId(2),
            vintage: "2022_2023".to_owned(),
            rows: vec![12],
            shrink: None,
        })
    };
    Origin {
        uai: None,
        establishment: Some("Lycée d’essai".into()),
        seats: Some(48),
        placement: Placement::Commune,
        leavers,
        in_field,
        factors: vec![
            factor(FactorKind::FinalYear, 400.0, FactorProvenance::Measured),
            factor(FactorKind::LeavingShare, 0.6, FactorProvenance::Shrunk),
            factor(FactorKind::DiplomaRate, 0.8, FactorProvenance::Assumed),
            factor(FactorKind::StaysInField, 0.6, FactorProvenance::Assumed),
        ],
        source: SourceId(2),
        rows: [12, 13].into(),
    }
}

fn funnel() -> Funnel {
    let wide = |n: i64| Range::new(Milli::whole(n * 9 / 10), Milli::whole(n), Milli::whole(n * 11 / 10));
    Funnel {
        seats: Milli::whole(2_400),
        entrants: wide(2_100),
        final_year: wide(3_100),
        counted: wide(1_200),
        leavers: wide(1_350),
        graduates: wide(1_080),
        in_field: wide(670),
    }
}

fn proofs() -> Vec<Proof> {
    let pairs = [
        (Bound::Low, Bound::Low),
        (Bound::Central, Bound::Central),
        (Bound::High, Bound::High),
    ];
    pairs
        .into_iter()
        .map(|(need, supply)| Proof {
            need,
            supply,
            filled: Milli(642_125),
            min_cut: Milli(642_125),
            supplies: 812,
            demands: 1_204,
            arcs: 58_210,
        })
        .collect()
}

/// The basin and occupation of a cell, as names.
pub fn names(facts: &Facts, basin: &BasinCode, fap: &FapCode) -> (String, String) {
    let basin = facts
        .catalogue
        .basins
        .iter()
        .find(|b| &b.code == basin)
        .expect("basin")
        .name
        .clone();
    let occupation = facts
        .catalogue
        .occupations
        .iter()
        .find(|o| &o.code == fap)
        .expect("occupation")
        .label
        .clone();
    (basin, occupation)
}

/// What explains a sample gap.
pub struct Found {
    pub causes: Causes,
    pub expected: ExpectedGap,
    pub flows: Flows,
    pub shortages: Vec<Shortage>,
    pub values: Values,
    pub outlooks: Vec<Outlook>,
}

/// Invented causes, shortages and values that fit a sample gap.
pub fn found(facts: &Facts, gap: &Gap) -> Found {
    Found {
        causes: causes(gap),
        expected: super::lens::invented(gap),
        flows: super::flows::invented(gap),
        shortages: shortage(facts, gap).into_iter().collect(),
        values: values(gap),
        outlooks: Vec::new(),
    }
}

/// The report of a sample gap with what [`found`] invents.
pub fn written(facts: &Facts, gap: &Gap, lang: Lang) -> Document {
    let found = found(facts, gap);
    found.written(facts, gap, lang)
}

impl Found {
    pub fn written(&self, facts: &Facts, gap: &Gap, lang: Lang) -> Document {
        let findings = Findings {
            gap,
            causes: &self.causes,
            expected: &self.expected,
            flows: &self.flows,
            shortages: &self.shortages,
            values: &self.values,
            outlooks: &self.outlooks,
        };
        document(facts, findings, lang, DAY)
    }
}

/// Each cause takes its part off; the first two share a twentieth that the first of them to go takes.
fn causes(gap: &Gap) -> Causes {
    let with_need = gap.cells.iter().filter(|cell| cell.figures.need.central > Milli::ZERO);
    let cells = with_need.map(|cell| {
        let unfilled = cell.figures.unfilled.central.0;
        let left = |set: usize| {
            let taken: i64 = [3, 2, 1, 1, 4, 1, 2]
                .iter()
                .enumerate()
                .filter(|(i, _)| set & 1 << i != 0)
                .map(|(_, twentieths)| unfilled * twentieths / 20)
                .sum();
            let shared = if set & 3 == 0 { 0 } else { unfilled / 20 };
            unfilled - taken - shared
        };
        let values: [i64; Coalition::COUNT] = std::array::from_fn(left);
        let last = values[Coalition::FULL.index()];
        let no_training = if cell.reachable_programmes == 0 { last } else { 0 };
        CellCauses {
            basin: cell.basin.clone(),
            fap: cell.fap.clone(),
            values: CauseValues::new(Box::new(values), no_training),
        }
    });
    Causes {
        revision: gap.revision,
        year: gap.year,
        cells: cells.collect(),
    }
}

/// The code of an establishment, with its key.
fn uai(number: &str) -> Uai {
    let mut keys = 'A'..='Z';
    keys.find_map(|key| Uai::parse(&format!("{number}{key}")).ok())
        .expect("UAI")
}

/// All posts of the occupation of the first cell, and two sections that reach them.
fn shortage(facts: &Facts, gap: &Gap) -> Option<Shortage> {
    let fap = &gap.cells.first()?.fap;
    let cells: Vec<ShortCell> = gap
        .cells
        .iter()
        .filter(|cell| cell.fap == *fap)
        .map(|cell| {
            let (basin_name, occupation) = names(facts, &cell.basin, &cell.fap);
            ShortCell {
                basin: cell.basin.clone(),
                basin_name,
                fap: cell.fap.clone(),
                occupation,
                home: true,
                posts: cell.figures.need.central,
                unfilled: cell.figures.unfilled.central,
            }
        })
        .collect();
    let origin = |uai: &str, people| ShortOrigin {
        uai: Some(self::uai(uai)),
        establishment: Some(format!("Lycée {uai}").into()),
        people: Milli(people),
        source: SourceId(2),
        rows: [3].into(),
    };
    let origins = vec![origin("0590001", 1_250), origin("0590002", 750)];
    let people: Milli = origins.iter().map(|origin| origin.people).sum();
    let posts: Milli = cells.iter().map(|cell| cell.posts).sum();
    let occupation = Message::new("market-shortage-occupation").with("name", cells[0].occupation.as_str());
    let sentence = Message::new("market-shortage")
        .with("posts", posts.0 / 1000)
        .with("what", occupation)
        .with(
            "where",
            Message::new("market-shortage-basins").with("count", cells.len()),
        )
        .with("who", Message::new("market-shortage-nobody"));
    Some(Shortage {
        key: RowKey::Occupation(fap.clone()),
        asked: posts - people,
        posts,
        people,
        unfilled: posts - people,
        nodes: vec![ShortNode {
            basin: cells[0].basin.clone(),
            basin_name: cells[0].basin_name.as_str().into(),
            programme: ProgrammeId::parse("RNCP34500").expect("programme"),
            programme_label: "Soudage d’essai".into(),
            diploma: Diploma::Cap,
            level: 3,
            route: Route::School,
            home: true,
            people,
            origins,
        }],
        cells,
        sentence,
        wider: None,
    })
}

/// Twenty sections, the later the less a seat fills, and one headcount; the last five fill nothing.
/// Sections among the invented lines; the last line is a headcount.
const SECTIONS: usize = 20;

fn values(gap: &Gap) -> Values {
    let lines = (0..=SECTIONS).filter_map(|number| {
        let to = gap.cells.get(number % gap.cells.len().max(1))?;
        Some(seat_value(number, to))
    });
    Values {
        year: YEAR,
        revision: gap.revision,
        rentree: YEAR + 1,
        filled: gap.total().filled,
        lines: lines.collect(),
    }
}

fn seat_value(number: usize, to: &GapCell) -> SeatValue {
    let position = i64::try_from(number).expect("small");
    let gain = (300 - 20 * position).max(0);
    let wide = |n: i64| {
        let (less, more) = (n * 8 / 10, n * 12 / 10);
        Range::new(Milli(less.min(more)), Milli(n), Milli(less.max(more)))
    };
    let section = number < SECTIONS;
    let lots = LOTS.map(|seats| {
        let people = i64::from(seats) * 320;
        LotValue {
            seats,
            leavers: wide(people),
            gain: wide(i64::from(seats) * gain),
            unplaced: wide((i64::from(seats) * (320 - gain)).abs()),
            euros_per_post: None,
        }
    });
    SeatValue {
        // Sections and headcounts are ranked apart.
        rank: u32::try_from(if section { number } else { number - SECTIONS }).expect("small") + 1,
        unit: if section { Unit::Seat } else { Unit::FinalYear },
        uai: section.then(|| uai("0590001")),
        establishment: section.then(|| format!("Lycée n° {number}")),
        region: (!section).then(|| RegionCode::parse("32").expect("region")),
        programme: ProgrammeId::parse("RNCP34500").expect("programme"),
        programme_label: "Soudage d’essai".into(),
        diploma: Diploma::Cap,
        level: 3,
        route: Route::School,
        basins: vec![to.basin.clone()],
        placement: Placement::Commune,
        seats: section.then_some(12),
        source: SourceId(2),
        rows: vec![4],
        years: 2,
        first_leavers: YEAR + 3,
        each: wide(320),
        factors: Vec::new(),
        lots: lots.to_vec(),
        receivers: vec![Receiver {
            basin: to.basin.clone(),
            fap: to.fap.clone(),
            posts: Milli(gain * 24),
        }],
        cost: None,
        doubts: if number == 0 {
            vec![Message::new("market-doubt-spread")]
        } else {
            Vec::new()
        },
    }
}

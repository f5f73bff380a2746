//! Instances to measure on: files in the formats of the peers' kit, or seeded ones that need nothing else.

use std::path::{Path, PathBuf};

use releve::engine::{Arc, Problem};

/// A problem, and what its measures need beside it.
#[derive(Debug)]
pub struct Instance {
    pub name: String,
    pub problem: Problem,
    /// One person or post in the unit of the quantities.
    pub person: i64,
    /// Group of each demand: its basin.
    pub basins: Vec<u32>,
    /// Which causes each arc needs removed: [`DISTANCE`], [`LEVEL`], [`ADJACENT`].
    pub needs: Vec<u8>,
}

pub const DISTANCE: u8 = 1;
pub const LEVEL: u8 = 2;
pub const ADJACENT: u8 = 4;

impl Instance {
    /// The same in thousandths of a person, as the program counts.
    pub fn in_thousandths(&self) -> Self {
        let scale = 1_000 / self.person;
        let scaled = |side: &[i64]| side.iter().map(|quantity| quantity * scale).collect();
        Self {
            name: self.name.clone(),
            problem: Problem {
                supplies: scaled(&self.problem.supplies),
                demands: scaled(&self.problem.demands),
                arcs: self.problem.arcs.clone(),
                limits: Vec::new(),
            },
            person: 1_000,
            basins: self.basins.clone(),
            needs: self.needs.clone(),
        }
    }
}

/// Those of `$INST` (a file or a folder), else the seeded ones; of these, those named on the command line, all when none is.
pub fn instances(names: &[String]) -> Vec<Instance> {
    let wanted = |name: &str| names.is_empty() || names.iter().any(|n| n == name);
    if let Some(place) = std::env::var_os("INST") {
        let files = files(Path::new(&place));
        return files.iter().filter(|f| wanted(&stem(f))).map(|f| read(f)).collect();
    }
    let seeded = SIZES.iter().filter(|s| wanted(s.name));
    seeded.map(|size| seeded_instance(size, 2026)).collect()
}

fn stem(file: &Path) -> String {
    file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// A file, or the instance files of a folder from the smallest; of two forms of one instance, the binary.
fn files(place: &Path) -> Vec<PathBuf> {
    if place.is_file() {
        return vec![place.to_owned()];
    }
    let is = |p: &Path, kind: &str| p.extension().is_some_and(|e| e == kind);
    let entries = std::fs::read_dir(place).unwrap().map(|e| e.unwrap().path());
    let mut files: Vec<PathBuf> = entries.filter(|p| is(p, "bin") || is(p, "min")).collect();
    let binary: Vec<PathBuf> = files.iter().filter(|p| is(p, "bin")).cloned().collect();
    files.retain(|p| is(p, "bin") || !binary.contains(&p.with_extension("bin")));
    files.sort_by_key(|p| std::fs::metadata(p).unwrap().len());
    files
}

fn read(file: &Path) -> Instance {
    let (problem, basins, needs) = if file.extension().is_some_and(|e| e == "bin") {
        read_binary(&std::fs::read(file).unwrap())
    } else {
        (
            read_dimacs(&std::fs::read_to_string(file).unwrap()),
            Vec::new(),
            Vec::new(),
        )
    };
    let name = stem(file);
    Instance {
        name,
        problem,
        person: 1,
        basins,
        needs,
    }
}

/// Little-endian: supplies, demands, arcs, M (64 bits); then 32-bit arrays, then a byte an arc; see the generator of the kit.
fn read_binary(bytes: &[u8]) -> (Problem, Vec<u32>, Vec<u8>) {
    let long = |i: usize| usize::try_from(u64::from_le_bytes(bytes[8 * i..8 * i + 8].try_into().unwrap())).unwrap();
    let (supplies, demands, arcs) = (long(0), long(1), long(2));
    let mut at = 32;
    let mut take = |n: usize| -> Vec<u32> {
        let part = &bytes[at..at + 4 * n];
        at += 4 * n;
        let words = part.chunks_exact(4);
        words.map(|c| u32::from_le_bytes(c.try_into().unwrap())).collect()
    };
    let people = take(supplies);
    take(supplies);
    let posts = take(demands);
    for skipped in [supplies, demands, supplies] {
        take(skipped);
    }
    let basins = take(demands);
    let starts = take(supplies + 1);
    let (heads, costs) = (take(arcs), take(arcs));
    // Two bits of occupation and level under the distance: 0 at home, 1 near, 2 further than 50 km.
    let needs = bytes[at..at + arcs].iter().map(|&class| {
        let flag = |set: bool, need: u8| if set { need } else { 0 };
        flag(class >> 2 == 2, DISTANCE) | flag(class & 2 != 0, LEVEL) | flag(class & 1 != 0, ADJACENT)
    });
    let needs = needs.collect();
    let mut list = Vec::with_capacity(arcs);
    for (supply, ends) in (0_u32..).zip(starts.windows(2)) {
        let row = ends[0] as usize..ends[1] as usize;
        list.extend(row.map(|a| Arc {
            supply,
            demand: heads[a],
            cost: costs[a],
        }));
    }
    let problem = Problem {
        supplies: people.into_iter().map(i64::from).collect(),
        demands: posts.into_iter().map(i64::from).collect(),
        arcs: list,
        limits: Vec::new(),
    };
    (problem, basins, needs)
}

/// DIMACS minimum cost flow: supply nodes first, then demand cells, then one slack node whose arcs are implied here.
fn read_dimacs(text: &str) -> Problem {
    let mut problem = Problem::default();
    let mut slack = 0;
    for line in text.lines() {
        let mut words = line.split_ascii_whitespace();
        let kind = words.next();
        let numbers: Vec<i64> = words.filter_map(|w| w.parse().ok()).collect();
        match (kind, numbers.as_slice()) {
            (Some("p"), [nodes, ..]) => slack = *nodes,
            (Some("n"), [node, _]) if *node == slack => {}
            (Some("n"), [_, quantity]) if *quantity > 0 || problem.demands.is_empty() && *quantity == 0 => {
                problem.supplies.push(*quantity);
            }
            (Some("n"), [_, quantity]) => problem.demands.push(-quantity),
            (Some("a"), [tail, head, _, _, cost]) if *tail != slack && *head != slack => problem.arcs.push(Arc {
                supply: u32::try_from(tail - 1).unwrap(),
                demand: u32::try_from(head - 1).unwrap() - u32::try_from(problem.supplies.len()).unwrap(),
                cost: u32::try_from(*cost).unwrap(),
            }),
            _ => {}
        }
    }
    problem
}

/// How large a seeded instance is.
struct Size {
    name: &'static str,
    basins: u32,
    supplies: u32,
    /// Posts to spread; each cell gets one at least when they are more than cells.
    posts: u32,
    /// Posts or people that stand for one draw.
    weight: i64,
}

const SIZES: [Size; 3] = [
    Size {
        name: "small",
        basins: 30,
        supplies: 1_450,
        posts: 6_600,
        weight: 1,
    },
    Size {
        name: "national",
        basins: 306,
        supplies: 14_250,
        posts: 60_000,
        weight: 1,
    },
    Size {
        name: "stress",
        basins: 306,
        supplies: 15_000,
        posts: 600_000,
        weight: 30,
    },
];

const FAMILIES: u32 = 12;
const OCCUPATIONS: u32 = 120;
const LEVELS: u32 = 4;
const PROGRAMMES: u32 = 420;
/// Kilometres at most, by level.
const RADIUS: [f64; 4] = [70.0, 90.0, 120.0, 150.0];
const DEAREST: u32 = 1_900;

/// `SplitMix64` (Steele, Lea and Flood 2014).
#[derive(Debug, Clone)]
pub struct Dice(pub u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Uniform in `0..below`.
    pub fn below(&mut self, below: u32) -> u32 {
        (self.next() % u64::from(below.max(1))) as u32
    }

    /// Small numbers more often: the least of three draws.
    fn skewed(&mut self, below: u32) -> u32 {
        self.below(below).min(self.below(below)).min(self.below(below))
    }
}

/// What graduates of a programme can do: occupation and level, at what mismatch, and what must be removed for it.
struct Outlet {
    occupation: u32,
    level: u32,
    cost: u32,
    needs: u8,
}

/// Basins on a square, cells for basin × occupation × level, supplies for basin × programme; arcs within the radius of the level, adjacent
/// occupations and other levels dearer. Invented through and through: it has the size and the shape of the real thing, not its figures.
fn seeded_instance(size: &Size, seed: u64) -> Instance {
    let mut dice = Dice(seed);
    let side = (f64::from(size.basins) * 2_500.0).sqrt() as u32 + 1;
    let places: Vec<(u32, u32)> = (0..size.basins).map(|_| (dice.below(side), dice.below(side))).collect();
    let cells = (size.basins * OCCUPATIONS * LEVELS) as usize;
    let mut posts = vec![i64::from(size.posts as usize > cells); cells];
    for _ in 0..size.posts {
        let (basin, occupation) = (dice.skewed(size.basins), dice.skewed(OCCUPATIONS));
        let cell = (basin * OCCUPATIONS + occupation) * LEVELS + dice.skewed(LEVELS);
        posts[cell as usize] += 1;
    }
    let mut demands = Vec::new();
    let mut basins = Vec::new();
    let number: Vec<Option<u32>> = (0_u32..)
        .zip(&posts)
        .map(|(cell, &posts)| {
            (posts > 0).then(|| {
                demands.push(posts * size.weight * 1_000 - i64::from(dice.below(1_000)));
                basins.push(cell / (OCCUPATIONS * LEVELS));
                u32::try_from(demands.len() - 1).unwrap()
            })
        })
        .collect();
    let programmes: Vec<(u32, Vec<Outlet>)> = (0..PROGRAMMES).map(|_| programme(&mut dice)).collect();
    let mut supplies = Vec::new();
    let (mut arcs, mut needs) = (Vec::new(), Vec::new());
    for supply in 0..size.supplies {
        // Schools stand where industry stood: one in four without regard to the posts of today.
        let home = if dice.below(4) > 0 {
            dice.skewed(size.basins)
        } else {
            dice.below(size.basins)
        };
        let (level, outlets) = &programmes[dice.below(PROGRAMMES) as usize];
        let people = i64::from(size.posts) * size.weight * 1_100 / i64::from(size.supplies);
        supplies.push(people / 2 + i64::from(dice.below(u32::try_from(people).unwrap())));
        for basin in 0..size.basins {
            let km = distance(places[home as usize], places[basin as usize]);
            if km > RADIUS[*level as usize] {
                continue;
            }
            let travel = if basin == home {
                0
            } else {
                (10.0 * (12.0 + 1.07 * km)) as u32
            };
            let far = if km > 50.0 { DISTANCE } else { 0 };
            for outlet in outlets.iter().filter(|o| travel + o.cost <= DEAREST) {
                let cell = (basin * OCCUPATIONS + outlet.occupation) * LEVELS + outlet.level;
                let Some(demand) = number[cell as usize] else {
                    continue;
                };
                arcs.push(Arc {
                    supply,
                    demand,
                    cost: travel + outlet.cost,
                });
                needs.push(far | outlet.needs);
            }
        }
    }
    Instance {
        name: size.name.to_owned(),
        problem: Problem {
            supplies,
            demands,
            arcs,
            limits: Vec::new(),
        },
        person: 1_000,
        basins,
        needs,
    }
}

fn programme(dice: &mut Dice) -> (u32, Vec<Outlet>) {
    let level = dice.below(LEVELS);
    let family = dice.skewed(FAMILIES);
    let in_family = OCCUPATIONS / FAMILIES;
    // Exact occupations first, then adjacent ones of the family, then one elsewhere.
    let exact = 1 + dice.skewed(3);
    let first = dice.below(in_family);
    let mut occupations: Vec<(u32, u32)> = (0..exact + 5)
        .map(|i| {
            let occupation = family + FAMILIES * ((first + i) % in_family);
            (occupation, if i < exact { 0 } else { 100 + dice.below(500) })
        })
        .collect();
    occupations.push(((family + 1) % FAMILIES + FAMILIES * dice.below(in_family), 600));
    let mut outlets = Vec::new();
    for (occupation, dearer) in occupations {
        for (other, mismatch) in [
            (level, 0),
            (level.wrapping_sub(1), 200),
            (level.wrapping_sub(2), 500),
            (level + 1, 350),
        ] {
            if other < LEVELS {
                outlets.push(Outlet {
                    occupation,
                    level: other,
                    cost: dearer + mismatch,
                    needs: if dearer > 0 { ADJACENT } else { 0 } | if mismatch > 0 { LEVEL } else { 0 },
                });
            }
        }
    }
    (level, outlets)
}

fn distance(a: (u32, u32), b: (u32, u32)) -> f64 {
    f64::from(a.0.abs_diff(b.0)).hypot(f64::from(a.1.abs_diff(b.1)))
}

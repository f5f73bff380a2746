//! A linear program with bounded variables, solved by the dual simplex on a condensed tableau, in floating point.
//!
//! Rows are basic variables, columns nonbasic ones: `x_B = constant − Σ table · x_N`. Each variable has bounds; slacks of rows have no upper one.
//! All structural variables are boxed, so every basis can be made dual feasible and the dual simplex needs no first phase. Nothing here is
//! trusted: what is concluded from a tableau is proved again in integers, by its multipliers.

/// Values this far outside their bounds count as inside.
const TOLERANCE: f64 = 1e-7;
/// Entries smaller than this are no pivots.
const LEAST_PIVOT: f64 = 1e-8;
/// Entries smaller than this are rounding.
const ROUNDING: f64 = 1e-13;
/// Pivots between two looks at the listener.
const PIVOTS_PER_LOOK: usize = 16;

/// How a solve ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Optimal,
    /// The variable of this row cannot come within its bounds.
    Infeasible {
        row: usize,
    },
    /// Too many pivots, or told to stop: bounds drawn from the multipliers still hold.
    Unfinished,
}

/// Where a variable is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Row(usize),
    Column(usize),
    /// Slack of a removed row.
    Gone,
}

/// Maximises `Σ cost · x` within bounds and rows `Σ a · x ≤ b`.
#[derive(Debug, Clone)]
pub(super) struct Tableau {
    lower: Vec<f64>,
    upper: Vec<f64>,
    place: Vec<Place>,
    /// Variable of each row, of each column.
    basic: Vec<usize>,
    nonbasic: Vec<usize>,
    at_upper: Vec<bool>,
    table: Vec<f64>,
    constant: Vec<f64>,
    value: Vec<f64>,
    /// What one more of each nonbasic variable adds to the objective.
    reduced: Vec<f64>,
    structural: usize,
}

impl Tableau {
    /// A program without rows: every variable at its better bound.
    pub(super) fn new(costs: &[f64], upper: &[f64]) -> Self {
        let n = costs.len();
        Self {
            lower: vec![0.0; n],
            upper: upper.to_vec(),
            place: (0..n).map(Place::Column).collect(),
            basic: Vec::new(),
            nonbasic: (0..n).collect(),
            at_upper: costs.iter().map(|&c| c > 0.0).collect(),
            table: Vec::new(),
            constant: Vec::new(),
            value: Vec::new(),
            reduced: costs.to_vec(),
            structural: n,
        }
    }

    fn columns(&self) -> usize {
        self.nonbasic.len()
    }

    fn row(&self, row: usize) -> &[f64] {
        let n = self.columns();
        &self.table[row * n..(row + 1) * n]
    }

    fn bound_at(&self, column: usize) -> f64 {
        let variable = self.nonbasic[column];
        if self.at_upper[column] {
            self.upper[variable]
        } else {
            self.lower[variable]
        }
    }

    /// Present value of a structural variable.
    pub(super) fn value(&self, variable: usize) -> f64 {
        match self.place[variable] {
            Place::Row(row) => self.value[row],
            Place::Column(column) => self.bound_at(column),
            Place::Gone => 0.0,
        }
    }

    /// Adds `Σ terms ≤ at_most`; its rank among all rows ever added.
    pub(super) fn add_row(&mut self, terms: &[(usize, f64)], at_most: f64) -> usize {
        let n = self.columns();
        let mut row = vec![0.0; n];
        let mut constant = at_most;
        for &(variable, a) in terms {
            match self.place[variable] {
                Place::Column(column) => row[column] += a,
                Place::Row(other) => {
                    constant -= a * self.constant[other];
                    let entries = &self.table[other * n..(other + 1) * n];
                    for (entry, other) in row.iter_mut().zip(entries) {
                        *entry -= a * other;
                    }
                }
                Place::Gone => {}
            }
        }
        let carried: f64 = (0..n)
            .filter(|&c| row[c] != 0.0)
            .map(|c| row[c] * self.bound_at(c))
            .sum();
        let slack = self.place.len();
        self.place.push(Place::Row(self.basic.len()));
        self.lower.push(0.0);
        self.upper.push(f64::INFINITY);
        self.basic.push(slack);
        self.table.extend(row);
        self.constant.push(constant);
        self.value.push(constant - carried);
        slack - self.structural
    }

    /// Slack of a row by its rank, where the row is not binding; nothing where it is, or is gone.
    pub(super) fn idle_slack(&self, rank: usize) -> Option<f64> {
        match self.place[self.structural + rank] {
            Place::Row(row) => Some(self.value[row]),
            _ => None,
        }
    }

    /// Removes rows that are not binding, by rank.
    pub(super) fn remove_idle(&mut self, gone: impl Fn(usize) -> bool) {
        let n = self.columns();
        let mut kept = 0;
        for row in 0..self.basic.len() {
            let variable = self.basic[row];
            if variable >= self.structural && gone(variable - self.structural) {
                self.place[variable] = Place::Gone;
                continue;
            }
            if kept < row {
                self.basic[kept] = variable;
                self.constant[kept] = self.constant[row];
                self.value[kept] = self.value[row];
                self.table.copy_within(row * n..(row + 1) * n, kept * n);
            }
            self.place[variable] = Place::Row(kept);
            kept += 1;
        }
        self.basic.truncate(kept);
        self.constant.truncate(kept);
        self.value.truncate(kept);
        self.table.truncate(kept * n);
    }

    /// Fixes a structural variable.
    pub(super) fn fix(&mut self, variable: usize, at: f64) {
        let before = self.value(variable);
        self.lower[variable] = at;
        self.upper[variable] = at;
        if let Place::Column(column) = self.place[variable] {
            self.at_upper[column] = false;
            self.move_column(column, at - before);
        }
    }

    /// A nonbasic variable moves by `delta`: values of basic ones follow.
    fn move_column(&mut self, column: usize, delta: f64) {
        if delta == 0.0 {
            return;
        }
        let n = self.columns();
        for (value, row) in self.value.iter_mut().zip(self.table.chunks_exact(n.max(1))) {
            *value -= row[column] * delta;
        }
    }

    /// Multipliers of the binding rows, by rank, ≥ 0.
    pub(super) fn multipliers(&self) -> Vec<(usize, f64)> {
        let slacks = self.nonbasic.iter().zip(&self.reduced);
        let slacks = slacks.filter(|(variable, _)| **variable >= self.structural);
        slacks
            .map(|(variable, reduced)| (variable - self.structural, -reduced))
            .collect()
    }

    /// Multipliers of rows that add up to a contradiction, where the variable of a row cannot come within its bounds.
    pub(super) fn ray(&self, row: usize) -> Vec<(usize, f64)> {
        let variable = self.basic[row];
        let sign = if self.value[row] < self.lower[variable] {
            1.0
        } else {
            -1.0
        };
        let entries = self.nonbasic.iter().zip(self.row(row));
        let entries = entries
            .map(|(&variable, entry)| (variable, sign * entry))
            .chain([(variable, sign)]);
        let slacks = entries.filter(|(variable, _)| *variable >= self.structural);
        slacks
            .map(|(variable, entry)| (variable - self.structural, entry))
            .collect()
    }

    /// Dual simplex with bound flipping, from a dual feasible basis.
    pub(super) fn run(&mut self, most: usize, mut stop: impl FnMut() -> bool) -> End {
        self.refresh();
        for pivots in 0..most {
            if pivots % PIVOTS_PER_LOOK == 0 && stop() {
                return End::Unfinished;
            }
            let Some((row, target)) = self.leaving() else {
                return End::Optimal;
            };
            let Some(column) = self.entering(row, target) else {
                return End::Infeasible { row };
            };
            self.pivot(row, column, target);
        }
        End::Unfinished
    }

    /// Values from constants and bounds, free of what moves have lost.
    fn refresh(&mut self) {
        let n = self.columns();
        let at: Vec<f64> = (0..n).map(|c| self.bound_at(c)).collect();
        for (row, value) in self.value.iter_mut().enumerate() {
            let entries = &self.table[row * n..(row + 1) * n];
            *value = self.constant[row] - entries.iter().zip(&at).map(|(a, x)| a * x).sum::<f64>();
        }
    }

    /// The row whose variable is furthest outside its bounds, and the bound it must go to.
    fn leaving(&self) -> Option<(usize, f64)> {
        let mut worst = (TOLERANCE, None);
        for (row, (&variable, &value)) in self.basic.iter().zip(&self.value).enumerate() {
            let (lower, upper) = (self.lower[variable], self.upper[variable]);
            let scale = 1.0 + value.abs() * 1e-3;
            let (off, target) = if value < lower {
                ((lower - value) / scale, lower)
            } else {
                ((value - upper) / scale, upper)
            };
            if off > worst.0 {
                worst = (off, Some((row, target)));
            }
        }
        worst.1
    }

    /// The column that enters: least ratio of reduced cost to entry, past those whose variable may as well go to its other bound.
    fn entering(&mut self, row: usize, target: f64) -> Option<usize> {
        let rises = self.value[row] < target;
        let n = self.columns();
        let mut candidates: Vec<(f64, f64, usize)> = Vec::new();
        for column in 0..n {
            let entry = self.table[row * n + column];
            let variable = self.nonbasic[column];
            let helps = (entry < 0.0) == (rises != self.at_upper[column]);
            if entry.abs() > LEAST_PIVOT && helps && self.lower[variable] < self.upper[variable] {
                candidates.push((self.reduced[column].abs() / entry.abs(), entry.abs(), column));
            }
        }
        let order = |a: &(f64, f64, usize), b: &(f64, f64, usize)| {
            a.0.total_cmp(&b.0).then(b.1.total_cmp(&a.1)).then(a.2.cmp(&b.2))
        };
        candidates.sort_unstable_by(order);
        let mut missing = (self.value[row] - target).abs();
        let mut chosen = None;
        let mut flips = Vec::new();
        for &(_, entry, column) in &candidates {
            chosen = Some(column);
            let variable = self.nonbasic[column];
            let range = self.upper[variable] - self.lower[variable];
            missing -= entry * range;
            if missing.is_nan() || missing <= 0.0 {
                break;
            }
            flips.push((column, range));
        }
        // Where all of them together do not suffice, none flips: the row itself is the contradiction.
        if missing > TOLERANCE {
            return None;
        }
        for (column, range) in flips.into_iter().filter(|(column, _)| Some(*column) != chosen) {
            let delta = if self.at_upper[column] { -range } else { range };
            self.at_upper[column] = !self.at_upper[column];
            self.move_column(column, delta);
        }
        chosen
    }

    /// Exchanges the variable of a row, which goes to `target`, with that of a column.
    fn pivot(&mut self, row: usize, column: usize, target: f64) {
        let n = self.columns();
        let pivot = self.table[row * n + column];
        let delta = (self.value[row] - target) / pivot;
        let entered = self.bound_at(column) + delta;
        self.move_column(column, delta);
        let mut own: Vec<f64> = self.row(row).iter().map(|entry| entry / pivot).collect();
        own[column] = 1.0 / pivot;
        let constant = self.constant[row] / pivot;
        for (r, entries) in self.table.chunks_exact_mut(n.max(1)).enumerate() {
            let factor = entries[column];
            if r == row || factor == 0.0 {
                continue;
            }
            entries[column] = 0.0;
            for (entry, own) in entries.iter_mut().zip(&own) {
                *entry -= factor * own;
                if entry.abs() < ROUNDING {
                    *entry = 0.0;
                }
            }
            self.constant[r] -= factor * constant;
        }
        let factor = self.reduced[column];
        self.reduced[column] = 0.0;
        for (reduced, own) in self.reduced.iter_mut().zip(&own) {
            *reduced -= factor * own;
        }
        self.table[row * n..(row + 1) * n].copy_from_slice(&own);
        self.constant[row] = constant;
        self.value[row] = entered;
        let (left, came) = (self.basic[row], self.nonbasic[column]);
        self.basic[row] = came;
        self.nonbasic[column] = left;
        self.place[came] = Place::Row(row);
        self.place[left] = Place::Column(column);
        self.at_upper[column] = target > self.lower[left];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shares of things of given value and size in one knapsack: the best by ratio first, the last in part.
    #[test]
    fn a_knapsack_in_shares_takes_the_best_ratios_first() {
        let mut tableau = Tableau::new(&[10.0, 12.0, 4.0, 3.0], &[1.0; 4]);
        tableau.add_row(&[(0, 5.0), (1, 4.0), (2, 4.0), (3, 1.0)], 7.0);
        assert_eq!(tableau.run(100, || false), End::Optimal);
        let values: Vec<f64> = (0..4).map(|v| tableau.value(v)).collect();
        assert!((values[0] - 0.4).abs() < 1e-9 && values[2] == 0.0, "{values:?}");
        assert!(values[1] == 1.0 && values[3] == 1.0, "{values:?}");
        assert_eq!(tableau.multipliers().len(), 1);
        assert!((tableau.multipliers()[0].1 - 2.0).abs() < 1e-9, "10 / 5 a unit of room");
        // Without the thing in part, the next one fills the room.
        tableau.fix(0, 0.0);
        assert_eq!(tableau.run(100, || false), End::Optimal);
        assert!((tableau.value(2) - 0.5).abs() < 1e-9);
    }

    #[test]
    fn rows_that_contradict_each_other_are_told_with_their_multipliers() {
        let mut tableau = Tableau::new(&[1.0, 1.0], &[1.0; 2]);
        tableau.add_row(&[(0, 1.0), (1, 1.0)], 1.0);
        tableau.add_row(&[(0, -2.0), (1, -2.0)], -3.0);
        let End::Infeasible { row } = tableau.run(100, || false) else {
            panic!("feasible");
        };
        let mut ray = tableau.ray(row);
        ray.retain(|(_, part)| *part > 0.0);
        ray.sort_by_key(|(rank, _)| *rank);
        let [(0, first), (1, second)] = ray[..] else {
            panic!("{ray:?}")
        };
        // 2 · (x + y ≤ 1) + (−2x − 2y ≤ −3) says 0 ≤ −1.
        assert!((first / second - 2.0).abs() < 1e-9, "{ray:?}");
    }

    #[test]
    fn rows_far_from_binding_can_go_and_come_back() {
        let mut tableau = Tableau::new(&[2.0, 1.0], &[4.0, 4.0]);
        let near = tableau.add_row(&[(0, 1.0), (1, 1.0)], 5.0);
        let far = tableau.add_row(&[(0, 1.0), (1, 2.0)], 100.0);
        assert_eq!(tableau.run(100, || false), End::Optimal);
        assert_eq!((tableau.value(0), tableau.value(1)), (4.0, 1.0));
        assert!(tableau.idle_slack(near).is_none() && tableau.idle_slack(far).is_some());
        tableau.remove_idle(|rank| rank == far);
        tableau.add_row(&[(0, 1.0)], 2.0);
        assert_eq!(tableau.run(100, || false), End::Optimal);
        assert_eq!((tableau.value(0), tableau.value(1)), (2.0, 3.0));
    }
}

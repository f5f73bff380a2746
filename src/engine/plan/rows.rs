//! Rows over choices: what a partial choice forces, exactly, in integers.

use super::problem::{Lock, Row};

/// Rows and where each action occurs in them.
#[derive(Debug)]
pub(super) struct Rows {
    pub(super) rows: Vec<Row>,
    /// (row, coefficient) of each action.
    of_action: Vec<Vec<(usize, i64)>>,
}

/// Some actions taken or left for good, the others open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) made: Vec<Option<bool>>,
    /// The least each row can become: chosen terms, and negative ones of open actions.
    least: Vec<i64>,
}

/// A row that a partial choice breaks, whatever follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Broken;

impl Rows {
    pub(super) fn new(actions: usize, rows: Vec<Row>) -> Self {
        let mut of_action = vec![Vec::new(); actions];
        for (number, row) in rows.iter().enumerate() {
            for &(action, a) in &row.terms {
                of_action[action as usize].push((number, a));
            }
        }
        Self { rows, of_action }
    }

    /// Nothing chosen but what rows force.
    pub(super) fn open(&self) -> Result<Choice, Broken> {
        let least = |row: &Row| row.terms.iter().map(|&(_, a)| a.min(0)).sum();
        let mut choice = Choice {
            made: vec![None; self.of_action.len()],
            least: self.rows.iter().map(least).collect(),
        };
        self.force(&mut choice, (0..self.rows.len()).collect())?;
        Ok(choice)
    }

    /// Locks chosen, and what follows.
    pub(super) fn locked(&self, locks: &[Lock]) -> Result<Choice, Broken> {
        let mut choice = self.open()?;
        for (action, lock) in locks.iter().enumerate() {
            match lock {
                Lock::Free => {}
                Lock::Taken => self.choose(&mut choice, action, true)?,
                Lock::Refused => self.choose(&mut choice, action, false)?,
            }
        }
        Ok(choice)
    }

    /// Chooses an action, and everything that rows then force. On failure the choice is of no more use.
    pub(super) fn choose(&self, choice: &mut Choice, action: usize, taken: bool) -> Result<(), Broken> {
        match choice.made[action] {
            Some(made) if made == taken => Ok(()),
            Some(_) => Err(Broken),
            None => {
                let touched = self.set(choice, action, taken);
                self.force(choice, touched)
            }
        }
    }

    /// Records a choice; rows whose least grew.
    fn set(&self, choice: &mut Choice, action: usize, taken: bool) -> Vec<usize> {
        choice.made[action] = Some(taken);
        let mut grown = Vec::new();
        for &(row, a) in &self.of_action[action] {
            let growth = if taken { a.max(0) } else { (-a).max(0) };
            if growth > 0 {
                choice.least[row] += growth;
                grown.push(row);
            }
        }
        grown
    }

    fn force(&self, choice: &mut Choice, mut queue: Vec<usize>) -> Result<(), Broken> {
        while let Some(number) = queue.pop() {
            let row = &self.rows[number];
            if choice.least[number] > row.at_most {
                return Err(Broken);
            }
            for &(action, a) in &row.terms {
                let action = action as usize;
                if choice.made[action].is_none() && choice.least[number] + a.abs() > row.at_most {
                    queue.extend(self.set(choice, action, a < 0));
                }
            }
        }
        Ok(())
    }

    /// True when a plan respects every row.
    pub(super) fn allow(&self, taken: &[bool]) -> bool {
        self.rows.iter().all(|row| spent(row, taken) <= row.at_most)
    }

    /// What remains of each row for a plan; below zero where it is broken.
    pub(super) fn rest(&self, taken: &[bool]) -> Vec<i64> {
        self.rows.iter().map(|row| row.at_most - spent(row, taken)).collect()
    }

    pub(super) fn of(&self, action: usize) -> &[(usize, i64)] {
        &self.of_action[action]
    }
}

/// Σ coefficient · taken.
pub(super) fn spent(row: &Row, taken: &[bool]) -> i64 {
    let own = row.terms.iter().filter(|(action, _)| taken[*action as usize]);
    own.map(|(_, a)| a).sum()
}

impl Choice {
    /// The plan that takes what is chosen and nothing else.
    pub(super) fn taken(&self) -> Vec<bool> {
        self.made.iter().map(|made| *made == Some(true)).collect()
    }

    /// An open action, if any.
    pub(super) fn first_open(&self) -> Option<usize> {
        self.made.iter().position(Option::is_none)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_forces_what_rows_leave_no_room_for() {
        let row = |terms: &[(u32, i64)], at_most| Row {
            terms: terms.to_vec(),
            at_most,
        };
        // 0 and 1 together or not at all; 1, 2 and 3 share a budget; 3 or 4 at least.
        let rows = Rows::new(
            5,
            vec![
                row(&[(0, 1), (1, -1)], 0),
                row(&[(0, -1), (1, 1)], 0),
                row(&[(1, 5), (2, 3), (3, 4)], 8),
                row(&[(3, -1), (4, -1)], -1),
            ],
        );
        let mut choice = rows.open().unwrap();
        assert_eq!(choice.made, [None; 5]);
        rows.choose(&mut choice, 0, true).unwrap();
        assert_eq!(choice.made, [Some(true), Some(true), None, Some(false), Some(true)]);
        assert_eq!(rows.choose(&mut choice, 4, false), Err(Broken));
        assert!(rows.allow(&choice.taken()));
        assert_eq!(rows.rest(&choice.taken()), [0, 0, 3, 0]);
        assert_eq!(
            rows.locked(&[Lock::Taken, Lock::Free, Lock::Free, Lock::Taken, Lock::Free]),
            Err(Broken)
        );
    }
}

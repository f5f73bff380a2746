//! More people of a class sent to unfilled posts: a maximum flow by blocking flows on shortest ways (Dinic, "Algorithm for solution of a problem of
//! maximum flow in networks with power estimation", *Soviet Mathematics Doklady* 11, 1970).

use std::collections::VecDeque;

use super::search::Search;

/// End of the list of those who hold posts of a demand.
const END: u32 = u32::MAX;

impl Search<'_> {
    /// Posts that `people` more in a class would fill.
    pub(super) fn gain(&mut self, class: u32, people: i64) -> i64 {
        if !self.scope.leads[class as usize] {
            // Fill is concave: the first thousandth fills nothing, nor do the others.
            return 0;
        }
        let mut rest = people;
        let mut holders = Vec::new();
        while rest > 0 && self.measure(class, &mut holders) {
            rest -= self.send_all(class, rest, &holders);
        }
        people - rest
    }

    /// How far demands, and those who hold their posts, are from a class, up to the nearest unfilled post; false when there is none.
    ///
    /// Arcs of a class are those of its row; those who hold posts of a demand are listed in `holders`, from where its next arc is.
    fn measure(&mut self, class: u32, holders: &mut Vec<u32>) -> bool {
        holders.clear();
        self.seen.clear();
        self.place(class, 0, 0);
        let mut nearest = u32::MAX;
        let mut queue = VecDeque::from([class]);
        while let Some(supply) = queue.pop_front() {
            let scope = self.scope;
            let level = self.from[supply as usize] + 1;
            if level > nearest {
                break;
            }
            for &demand in scope.row(supply) {
                if self.seen.has(demand) {
                    continue;
                }
                self.place(demand, level, holders.len());
                if self.left(demand) > 0 {
                    nearest = level;
                } else if level < nearest {
                    for giver in self.used(demand) {
                        if !scope.leads[giver as usize] {
                            continue;
                        }
                        holders.push(giver);
                        if !self.seen.has(giver) {
                            self.place(giver, level + 1, 0);
                            queue.push_back(giver);
                        }
                    }
                }
                holders.push(END);
            }
        }
        nearest < u32::MAX
    }

    fn place(&mut self, node: u32, level: u32, next: usize) {
        self.see(node, level);
        self.next[node as usize] = super::simplex::number(next);
    }

    /// Sends at most `most` people from a class along ways that go one level further at each step, until none is left; returns how many.
    fn send_all(&mut self, class: u32, most: i64, holders: &[u32]) -> i64 {
        let mut rest = most;
        let mut way = vec![class];
        while let Some(&node) = way.last() {
            let is_demand = node as usize >= self.network.supplies;
            if is_demand && self.left(node) > 0 {
                rest -= self.send(&way, rest);
                if rest == 0 {
                    break;
                }
                way.truncate(1);
            } else if let Some(after) = self.onward(node, holders) {
                way.push(after);
            } else {
                way.pop();
                // Nobody goes there again.
                if let Some(&before) = way.last() {
                    self.next[before as usize] += 1;
                }
            }
        }
        most - rest
    }

    /// Where the next arc of a node leads that goes one level further; it stays the next one.
    fn onward(&mut self, node: u32, holders: &[u32]) -> Option<u32> {
        let level = self.from[node as usize] + 1;
        if (node as usize) < self.network.supplies {
            let row = self.scope.row(node);
            while let Some(&demand) = row.get(self.next[node as usize] as usize) {
                if self.seen.has(demand) && self.from[demand as usize] == level {
                    return Some(demand);
                }
                self.next[node as usize] += 1;
            }
            return None;
        }
        loop {
            let giver = holders[self.next[node as usize] as usize];
            if giver == END {
                return None;
            }
            if self.from[giver as usize] == level && self.flow(node, giver) > 0 {
                return Some(giver);
            }
            self.next[node as usize] += 1;
        }
    }

    /// Sends at most `most` people along a way that ends at a demand with unfilled posts.
    fn send(&mut self, way: &[u32], most: i64) -> i64 {
        let Some(&end) = way.last() else { return 0 };
        let given_up = way[1..].chunks_exact(2).map(|hop| self.flow(hop[0], hop[1]));
        let amount = given_up.fold(most.min(self.left(end)), i64::min);
        for hop in way.windows(2) {
            let from_class = (hop[0] as usize) < self.network.supplies;
            if from_class {
                self.changes.add(hop[1], hop[0], amount);
            } else {
                self.changes.add(hop[0], hop[1], -amount);
            }
        }
        self.changes.take(end, amount);
        amount
    }
}

"""Outlets, arcs and the matching, solved by OR-Tools: maximum flow, then minimum cost (docs/method.md, 4 and 5)."""

from collections import defaultdict

import numpy as np
from ortools.graph.python import max_flow, min_cost_flow

from supply import distance_km

DIGITS = {3: "0346", 4: "03467", 5: "78", 6: "789"}
# Need and supply of the five solves, by index of low, central, high.
SOLVES = {"central": (1, 1), "low-high": (0, 2), "high-low": (2, 0), "low-low": (0, 0), "high-high": (2, 2)}


def occupations_of(catalogue, romes, level):
    """Occupations of the gap that ROME codes lead to for the qualification digits of a level, whatever the level accepted."""
    found = set()
    for rome in romes:
        rome = catalogue.parent.get(rome, rome)
        found |= {catalogue.crosswalk.get((rome, digit)) for digit in DIGITS[level]}
    return {occupation for occupation in found if occupation and catalogue.in_gap(occupation)}


def romes_of(catalogue, programme):
    entry = catalogue.programmes[programme]
    return [rome for rome in (entry["romes"] + ";" + entry["romes_added"]).split(";") if rome]


def accepts(catalogue, occupation, level):
    """Usual levels of the occupation; technicians are recruited from level 4."""
    entry = catalogue.occupations[occupation]
    return str(level) in entry["typical_levels"].split(";") and not (entry["skill"] == "technicien_am" and level < 4)


def outlets(catalogue, programme):
    level = catalogue.programmes[programme]["level"]
    reached = occupations_of(catalogue, romes_of(catalogue, programme), level)
    return sorted(occupation for occupation in reached if accepts(catalogue, occupation, level))


def half_up(value):
    return int(value + 0.5)


class Problem:
    """Supply nodes, demand cells and arcs with their costs in tenths of a generalised minute."""

    def __init__(self, catalogue, assumptions, nodes, need, territory):
        self.catalogue = catalogue
        reached = {programme: outlets(catalogue, programme) for programme in catalogue.programmes}
        self.nodes = sorted(key for key, people in nodes.items() if reached[key[0]])
        self.cells = sorted(need)
        self.people = np.array([nodes[key] for key in self.nodes], dtype=np.int64)
        self.posts = np.array([need[key] for key in self.cells], dtype=np.int64)
        self.home_cell = np.array([catalogue.basins[basin]["region"] == territory for basin, _ in self.cells])
        self.home_node = np.array([catalogue.basins[basin]["region"] == territory for _, basin, _ in self.nodes])
        radius = {level: assumptions.get("radius-km", level)[1] for level in (3, 4, 5, 6)}
        self.tail, self.head, self.cost = self._arcs(reached, radius)

    def _arcs(self, reached, radius):
        by_occupation = defaultdict(list)
        for index, (basin, occupation) in enumerate(self.cells):
            by_occupation[occupation].append((basin, index))
        distance = distances(self.catalogue, {b for b, _ in self.cells} | {b for _, b, _ in self.nodes})
        arcs = []
        for source, (programme, basin, _) in enumerate(self.nodes):
            limit = radius[self.catalogue.programmes[programme]["level"]]
            for occupation in reached[programme]:
                for other, target in by_occupation[occupation]:
                    km = distance[basin, other]
                    if km <= limit:
                        arcs.append((source, target, 0 if basin == other else half_up(10 * (12 + 1.07 * km))))
        return (np.array(column, dtype=np.int64) for column in zip(*arcs))

    def max_fill(self, people, posts):
        """Most posts filled, in thousandths."""
        flow = max_flow.SimpleMaxFlow()
        flow.add_arcs_with_capacity(*self._network(people, posts))
        assert flow.solve(self._source, self._sink) == flow.OPTIMAL
        return int(flow.optimal_flow())

    def least_cost(self, people, posts, cost):
        """Among flows that fill most posts, one of least cost: filled posts, total cost, flow on each arc."""
        tails, heads, capacities = self._network(people, posts)
        flow = min_cost_flow.SimpleMinCostFlow()
        costs = np.concatenate([cost, np.zeros(len(tails) - len(cost), dtype=np.int64)])
        flow.add_arcs_with_capacity_and_unit_cost(tails, heads, capacities, costs)
        most = self.max_fill(people, posts)
        flow.set_nodes_supplies(np.array([self._source, self._sink]), np.array([most, -most]))
        assert flow.solve() == flow.OPTIMAL
        return most, flow.optimal_cost(), flow.flows(np.arange(len(cost)))

    def _network(self, people, posts):
        n, m = len(self.nodes), len(self.cells)
        self._source, self._sink = n + m, n + m + 1
        tails = np.concatenate([self.tail, np.full(n, self._source), n + np.arange(m)])
        heads = np.concatenate([n + self.head, np.arange(n), np.full(m, self._sink)])
        capacities = np.concatenate([np.minimum(people[self.tail], posts[self.head]), people, posts])
        return tails, heads, capacities

    @property
    def scale(self):
        """More than the crossings, or the home posts, that one cycle of the residual network can change."""
        return 2 * min(len(self.nodes), len(self.cells)) + 2

    def home_first(self):
        """Costs that minimise travel, then crossings of the territory's border."""
        crossing = self.home_node[self.tail] != self.home_cell[self.head]
        return self.cost * self.scale + crossing

    def at(self, solve):
        """People and posts of one of the five solves."""
        need_end, supply_end = SOLVES[solve]
        return self.people[:, supply_end], self.posts[:, need_end]

    def territory_filled(self, solve):
        """Least and greatest number of posts filled in the territory among the optimal solutions of a solve."""
        home = self.home_cell[self.head].astype(np.int64)
        found = []
        for sign in (1, -1):
            _, _, flows = self.least_cost(*self.at(solve), self.home_first() * self.scale + sign * home)
            found.append(int((flows * home).sum()))
        return tuple(found)

    def is_optimal(self, filled):
        """Whether some optimal solution of the central solve fills exactly these posts of the territory's cells."""
        people, posts = self.at("central")
        capped = posts.copy()
        for index, cell in enumerate(self.cells):
            if self.home_cell[index]:
                capped[index] = filled.get(cell, 0)
        best_fill, best_cost, _ = self.least_cost(people, posts, self.home_first())
        fill, cost, flows = self.least_cost(people, capped, self.home_first())
        reached = int(flows[self.home_cell[self.head]].sum())
        return (fill, cost, reached) == (best_fill, best_cost, sum(filled.values()))

    def reachable(self):
        """People with an arc to each cell, low, central, high."""
        total = np.zeros_like(self.posts)
        for end in range(3):
            np.add.at(total[:, end], self.head, self.people[self.tail, end])
        return {cell: tuple(map(int, row)) for cell, row in zip(self.cells, total)}


def distances(catalogue, basins):
    basins = sorted(basins)
    return {(a, b): 0.0 if a == b else distance_km(catalogue.basins[a]["place"], catalogue.basins[b]["place"]) for a in basins for b in basins}


class Pools:
    """Nodes pooled by what they can reach: same basin, radius and outlets. Without a limit, geography vanishes."""

    def __init__(self, catalogue, nodes, cells, reached, radius):
        """`reached`: programme → occupations; `radius`: level → kilometres, or None for no limit."""
        by_occupation = defaultdict(list)
        for index, (basin, occupation) in enumerate(cells):
            by_occupation[occupation].append((basin, index))
        distance = distances(catalogue, {b for b, _ in cells} | {b for _, b, _ in nodes}) if radius else None
        self.pool_of, pools, arcs = np.empty(len(nodes), dtype=np.int64), {}, []
        for index, (programme, basin, _) in enumerate(nodes):
            limit = radius and radius[catalogue.programmes[programme]["level"]]
            key = (basin if radius else None, limit, tuple(reached[programme]))
            if key not in pools:
                pools[key] = len(pools)
                for occupation in key[2]:
                    arcs += [(pools[key], cell) for other, cell in by_occupation[occupation] if not radius or distance[basin, other] <= limit]
            self.pool_of[index] = pools[key]
        self.pools, self.cells = len(pools), len(cells)
        self.tail, self.head = (np.array(column, dtype=np.int64) for column in zip(*arcs))

    def max_fill(self, people, posts):
        n, m = self.pools, self.cells
        pooled = np.zeros(n, dtype=np.int64)
        np.add.at(pooled, self.pool_of, people)
        flow = max_flow.SimpleMaxFlow()
        flow.add_arcs_with_capacity(
            np.concatenate([self.tail, np.full(n, n + m), n + np.arange(m)]),
            np.concatenate([n + self.head, np.arange(n), np.full(m, n + m + 1)]),
            np.concatenate([np.minimum(pooled[self.tail], posts[self.head]), pooled, posts]),
        )
        assert flow.solve(n + m, n + m + 1) == flow.OPTIMAL
        return int(flow.optimal_flow())

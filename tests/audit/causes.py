"""Unfilled posts of each cell for every set of removed causes, and their Shapley shares (docs/method.md, causes)."""

from itertools import combinations
from math import factorial

import numpy as np
from ortools.graph.python import min_cost_flow

import matching

CAUSES = ("further-study", "evaporation", "failure", "vacant-seats", "distance", "level", "adjacent")
OF_SUPPLY = CAUSES[:4]
EIGHTHS = 8


def subsets(causes):
    return [frozenset(chosen) for size in range(len(causes) + 1) for chosen in combinations(causes, size)]


def reached(catalogue, programme, removed):
    """Occupations a programme leads to when the causes `level` or `adjacent` are removed."""
    romes = [catalogue.parent.get(rome, rome) for rome in matching.romes_of(catalogue, programme)]
    if "adjacent" in removed:
        romes += [target for source, target, kind in catalogue.proximities if kind == "proche" and source in romes]
    own = catalogue.programmes[programme]["level"]
    if "level" in removed:
        return sorted(set().union(*(matching.occupations_of(catalogue, romes, level) for level in matching.DIGITS)))
    return sorted(o for o in matching.occupations_of(catalogue, romes, own) if matching.accepts(catalogue, o, own))


class Causes:
    def __init__(self, catalogue, supply, problem, radius, filled):
        """`filled`: posts of every cell, home and context, that the potential lens fills."""
        self.problem = problem
        nodes = sorted(supply.nodes)
        self.people = self._people(supply, {node: i for i, node in enumerate(nodes)})
        self.posts = problem.posts[:, 1]
        self.kept = np.array([filled.get(cell, 0) for cell in problem.cells], dtype=np.int64)
        self.tranches = self._tranches()
        self.pools = {}
        for removed in subsets(("distance", "level", "adjacent")):
            outlets = {programme: reached(catalogue, programme, removed) for programme in catalogue.programmes}
            self.pools[removed] = matching.Pools(catalogue, nodes, problem.cells, outlets, None if "distance" in removed else radius)

    def _tranches(self):
        """What is left of each home cell in eighths, in their order: eighth, occupation, basin. The context comes after and needs no count."""
        home = [i for i, at_home in enumerate(self.problem.home_cell) if at_home]
        home.sort(key=lambda i: (self.problem.cells[i][1], self.problem.cells[i][0]))
        left = self.posts - self.kept
        cut = [(i, int(k * left[i] // EIGHTHS - (k - 1) * left[i] // EIGHTHS)) for k in range(1, EIGHTHS + 1) for i in home]
        return [(cell, size) for cell, size in cut if size]

    @staticmethod
    def _people(supply, index):
        """People of each node for the 16 sets of supply causes; never fewer than with fewer causes removed."""
        people = {removed: np.zeros(len(index), dtype=np.int64) for removed in subsets(OF_SUPPLY)}
        for origin in supply.origins:
            _, _, programme, route = origin.identity
            parts = {}
            for removed in people:
                own = origin.parts(1, removed)
                for cause in removed:
                    own = [max(pair) for pair in zip(own, parts[removed - {cause}])]
                parts[removed] = own
                for (basin, _), part in zip(origin.basins, own):
                    people[removed][index[programme, basin, route]] += part
        return people

    def unfilled(self, removed):
        """Posts of each cell that stay unfilled when these causes are removed: a maximum flow of least rank of tranches.

        Any increasing costs of the tranches give the greedy base of a matroid; posts kept cost nothing.
        """
        pools = self.pools[removed - frozenset(OF_SUPPLY)]
        n, m = pools.pools, pools.cells
        people = np.zeros(n, dtype=np.int64)
        np.add.at(people, pools.pool_of, self.people[removed & frozenset(OF_SUPPLY)])
        cell, size = (np.array(column, dtype=np.int64) for column in zip(*self.tranches))
        wanted = self.kept.copy()
        np.add.at(wanted, cell, size)
        most = pools.max_fill(self.people[removed & frozenset(OF_SUPPLY)], wanted)
        flow = min_cost_flow.SimpleMinCostFlow()
        arcs = flow.add_arcs_with_capacity_and_unit_cost(
            np.concatenate([pools.tail, np.full(n, n + m), n + np.arange(m), n + cell]),
            np.concatenate([n + pools.head, np.arange(n), np.full(m + len(cell), n + m + 1)]),
            np.concatenate([np.minimum(people[pools.tail], wanted[pools.head]), people, self.kept, size]),
            np.concatenate([np.zeros(len(pools.tail) + n + m, dtype=np.int64), 1 + np.arange(len(cell))]),
        )
        flow.set_nodes_supplies(np.array([n + m, n + m + 1]), np.array([most, -most]))
        assert flow.solve() == flow.OPTIMAL
        filled = flow.flows(arcs)[len(pools.tail) + n :]
        assert (filled[:m] == self.kept).all(), "posts filled in the potential lens are kept"
        left = self.posts - self.kept
        np.subtract.at(left, cell, filled[m:])
        return left


def shapley(value):
    """Numerators over 420 of each cause, its least and its most over the orders of removal."""
    shares = {}
    for cause in CAUSES:
        others = subsets([c for c in CAUSES if c != cause])
        gains = {removed: value[removed] - value[removed | {cause}] for removed in others}
        numerator = sum(420 * factorial(len(r)) * factorial(6 - len(r)) * gain for r, gain in gains.items())
        assert numerator % factorial(7) == 0
        shares[cause] = (numerator // factorial(7), min(gains.values()), max(gains.values()))
    return shares

"""Unfilled posts of the territory for every set of removed causes, and their Shapley shares (docs/method.md, causes)."""

from itertools import combinations
from math import factorial

import numpy as np

import matching

CAUSES = ("further-study", "evaporation", "failure", "vacant-seats", "distance", "level", "adjacent")
OF_SUPPLY = CAUSES[:4]


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
    def __init__(self, catalogue, supply, problem, radius, context_filled):
        self.problem = problem
        nodes = sorted(supply.nodes)
        index = {node: i for i, node in enumerate(nodes)}
        self.people = self._people(supply, index)
        posts = problem.posts[:, 1].copy()
        kept = np.array([context_filled.get(cell, 0) for cell in problem.cells], dtype=np.int64)
        self.need = int(posts[problem.home_cell].sum())
        self.kept = int(kept[~problem.home_cell].sum())
        # Posts filled in the context are kept; home posts come before the others of the context, which need no count.
        self.posts = np.where(problem.home_cell, posts, kept)
        self.pools = {}
        for removed in subsets(("distance", "level", "adjacent")):
            outlets = {programme: reached(catalogue, programme, removed) for programme in catalogue.programmes}
            self.pools[removed] = matching.Pools(catalogue, nodes, problem.cells, outlets, None if "distance" in removed else radius)

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
        """Posts of the territory that stay unfilled when these causes are removed."""
        people = self.people[removed & frozenset(OF_SUPPLY)]
        filled = self.pools[removed - frozenset(OF_SUPPLY)].max_fill(people, self.posts)
        return self.need - (filled - self.kept)


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

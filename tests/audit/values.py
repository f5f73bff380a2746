"""Value of a seat: posts filled by one more seat, or one more person of a regional headcount (docs/method.md, value of a seat)."""

from dataclasses import dataclass

import numpy as np

import matching
from need import milli
from supply import ONE, largest_remainder

LOTS = (1, -1, 12, 15, 24)


@dataclass
class Line:
    """One section and programme, or one regional headcount of a programme."""

    key: tuple
    each: tuple  # people in the field of one more seat, low, central, high
    basins: list


def lines(supply, region, has_outlets):
    """(establishment or region, programme, route) → line, for the sections and headcounts of the territory."""
    found = {}
    for section in supply.sections:
        programme = section.programmes[0]
        counted = section.seats is not None or section.entrants is not None
        if section.route == "scolaire" and counted and supply.region_of(section) == region and has_outlets(programme):
            fill, retention = supply.seat_factors(section)
            if section.entrants is not None and section.seats:
                fill = (min(1.0, section.entrants / section.seats),) * 3
            each = chain(fill, retention, *supply.factors(programme, section.route, region))
            key = (section.uai, programme, section.route)
            found.setdefault(key, []).append(Line(key, each, supply.placement(section.uai)))
    for origin in supply.origins:
        kind, where, programme, route = origin.identity
        if kind == "headcount" and where == region and has_outlets(programme):
            key = (region, programme, route)
            found.setdefault(key, []).append(Line(key, chain(ONE, ONE, origin.leaving, origin.diploma, origin.stays), origin.basins))
    return found


def chain(*factors):
    return tuple(np.prod([factor[end] for factor in factors]) for end in range(3))


class Values:
    def __init__(self, problem, pools):
        self.problem, self.pools = problem, pools
        self.index = {node: i for i, node in enumerate(problem.nodes)}
        self.base = {solve: pools.max_fill(*problem.at(solve)) for solve in matching.SOLVES}

    def gain(self, line, lot, solve):
        people, posts = self.problem.at(solve)
        people = people.copy()
        _, programme, route = line.key
        moved = milli(lot * line.each[matching.SOLVES[solve][1]])
        parts = largest_remainder(abs(moved), [weight for _, weight in line.basins])
        for (basin, _), part in zip(line.basins, parts):
            node = self.index.get((programme, basin, route))
            if node is not None:
                people[node] = max(0, people[node] + (part if moved >= 0 else -part))
        return self.pools.max_fill(people, posts) - self.base[solve]

    def range(self, line, lot):
        """Gain of a lot in thousandths: least of the five solves, central, greatest."""
        gains = {solve: self.gain(line, lot, solve) for solve in matching.SOLVES}
        return min(gains.values()), gains["central"], max(gains.values())

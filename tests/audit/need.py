"""The need: survey rows, statistical secrecy, net of seasonal, share that calls for a new leaver (docs/method.md, 2)."""

import math
from collections import defaultdict

import raw

ENDS = ("low", "central", "high")
HIDDEN_PROJECTS = (1.0, 2.5, 4.0)
HIDDEN_PART = (0.0, 2.0, 4.0)


def milli(value):
    """A number of people in thousandths, halves away from zero."""
    return int(math.floor(abs(value) * 1000 + 0.5)) * (1 if value >= 0 else -1)


def projects(cell):
    return HIDDEN_PROJECTS if cell == "*" else (float(cell or 0),) * 3


def part(cell, whole):
    """`xmet` or `smet`: a star may hide 0 and never exceeds the projects of its row."""
    values = HIDDEN_PART if cell == "*" else (float(cell or 0),) * 3
    return tuple(min(a, b) for a, b in zip(values, whole))


class Cell:
    def __init__(self):
        self.projects = [0.0] * 3
        self.difficult = [0.0] * 3
        self.seasonal = [0.0] * 3
        self.net = [0.0] * 3


def cells(data, catalogue):
    """(basin, occupation) → sums of its survey rows, core occupations of known basins."""
    found = defaultdict(Cell)
    for row in raw.survey_rows(data):
        occupation, basin = row["Code métier BMO"], row["BE24"].zfill(4)
        entry = catalogue.occupations.get(occupation)
        if entry is None or entry["scope"] != "core" or basin not in catalogue.basins:
            continue
        met = projects(row["met"])
        xmet, smet = part(row["xmet"], met), part(row["smet"], met)
        cell = found[basin, occupation]
        for end in range(3):
            cell.projects[end] += met[end]
            cell.difficult[end] += xmet[end]
            cell.seasonal[end] += smet[end]
            cell.net[end] += max(0.0, met[end] - smet[2 - end])
    return dict(found)


def need(found, catalogue, assumptions):
    """(basin, occupation) → need in thousandths, low, central, high; occupations of the gap only."""
    return {
        (basin, occupation): tuple(
            milli(share * net) for share, net in zip(assumptions.get("beta", catalogue.occupations[occupation]["skill"]), cell.net)
        )
        for (basin, occupation), cell in found.items()
        if catalogue.in_gap(occupation)
    }

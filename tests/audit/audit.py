"""Recomputes the program's figures of one region from the raw cells and compares them to the thousandth.

    python3 tests/audit/audit.py --releve target/release/releve --data ../shared/data [--region 32] [--every 10]

Exit code 1 when a figure differs.
"""

import argparse
import sys
import tempfile
from pathlib import Path

import causes
import expected
import hall
import matching
import need
import raw
import supply
import values
from assumptions import Assumptions
from program import Program, milli_of, triple


class Verdicts:
    """The printed table: figure, ours, theirs, difference, verdict."""

    def __init__(self):
        self.failed = 0
        print(f"{'figure':58}{'ours':>15}{'theirs':>15}{'difference':>12}  verdict")

    def compare(self, figure, ours, theirs, tolerance=0):
        difference = ours - theirs
        good = abs(difference) <= tolerance
        self.failed += not good
        print(f"{figure:58}{ours:>15,}{theirs:>15,}{difference:>12,}  {'equal' if good else 'DIFFERENT'}")

    def compare_near(self, figure, ours, theirs, tolerance):
        """Two dictionaries of figures, key by key, within a tolerance; the row shows how many agree."""
        wrong = [key for key in sorted(theirs) if abs(ours.get(key, 0) - theirs[key]) > tolerance]
        self.compare(f"{figure}: figures within {tolerance}", len(theirs) - len(wrong), len(theirs))
        for key in wrong[:5]:
            print(f"    {key}: ours {ours.get(key)}, theirs {theirs[key]}")

    def compare_all(self, figure, ours, theirs):
        """Two dictionaries, key by key; the row shows how many agree."""
        keys = sorted(set(ours) | set(theirs))
        wrong = [key for key in keys if ours.get(key) != theirs.get(key)]
        self.compare(f"{figure}: figures that agree", len(keys) - len(wrong), len(keys))
        for key in wrong[:5]:
            print(f"    {key}: ours {ours.get(key)}, theirs {theirs.get(key)}")


class Audit:
    def __init__(self, arguments, work):
        project = Path(__file__).resolve().parents[2]
        self.arguments, self.region, self.work = arguments, arguments.region, work
        self.program = Program(arguments.releve, arguments.data, [arguments.region], work)
        self.catalogue = raw.Catalogue(project)
        self.catalogue.import_crosswalk(arguments.data)
        self.assumptions = Assumptions(self.program.json("assumptions"))
        self.surveyed = need.cells(arguments.data, self.catalogue)
        self.need = need.need(self.surveyed, self.catalogue, self.assumptions)
        self.supply = supply.Supply(arguments.data, self.catalogue, self.assumptions)
        self.problem = matching.Problem(self.catalogue, self.assumptions, self.supply.nodes, self.need, self.region)
        self.cells, self.total = self.program.cells(), self.program.total()
        self.verdicts = Verdicts()

    def run(self):
        self.check_need()
        self.check_supply()
        self.check_matching()
        self.check_expected()
        self.check_causes()
        self.check_values()
        self.check_shortages()
        self.check_nodes()
        return self.verdicts.failed

    def at_home(self, figures):
        return {key: value for key, value in figures.items() if self.catalogue.basins[key[0]]["region"] == self.region}

    def theirs(self, figure):
        """A figure of every cell of the program, cells without it left out."""
        return {key: triple(row[figure]) for key, row in self.cells.items() if row[figure] and any(row[figure].values())}

    def check_need(self):
        surveyed = self.at_home(self.surveyed)
        for figure in ("projects", "difficult", "seasonal"):
            ours = {key: tuple(map(need.milli, getattr(cell, figure))) for key, cell in surveyed.items()}
            self.verdicts.compare_all(f"{figure} by cell", known(ours), self.theirs(figure))
        ours = self.at_home(self.need)
        self.verdicts.compare_all("need by cell", known(ours), self.theirs("need"))
        self.compare_total("need", add(ours.values()))

    def check_supply(self):
        ours = self.at_home(self.supply.by_cell(self.outlets))
        self.verdicts.compare_all("supply by cell", known(ours), self.theirs("supply"))
        self.compare_total("supply", add(ours.values()))
        reachable = {key: people for key, people in self.at_home(self.problem.reachable()).items() if any(self.need[key])}
        theirs = {key: people for key, people in self.theirs("reachable").items() if key in reachable}
        self.verdicts.compare_all("people within reach of a cell", known(reachable), theirs)

    def check_nodes(self):
        """Every node that explanations list, those of the three shortages and of the two cells of widest reach, by its words."""
        named = {}
        for (programme, basin, route), people in self.supply.nodes.items():
            entry = self.catalogue.programmes[programme]
            words = f"{entry['diploma']} {entry['label']}, {ROUTES[route]}, {self.catalogue.basins[basin]['name']}"
            named.setdefault(words, set()).add(tuple(people))
        for cell in self.widest_cells(2):
            self.program.explain(*cell)
        theirs = self.program.nodes()
        ours = {words: people if people in named.get(words, ()) else next(iter(named.get(words, ())), None) for words, people in theirs.items()}
        self.verdicts.compare_all("supply by node, of five explanations", ours, theirs)

    def widest_cells(self, count):
        """Cells of the territory that most nodes reach, one per occupation."""
        nodes = {}
        for source, target in zip(self.problem.tail, self.problem.head):
            nodes.setdefault(self.problem.cells[target], []).append(source)
        widest = {}
        for cell, sources in self.at_home(nodes).items():
            widest[cell[1]] = max(widest.get(cell[1], (0, cell)), (len(sources), cell))
        return [cell for _, cell in sorted(widest.values(), reverse=True)[:count]]

    def check_matching(self):
        proofs = self.program.proofs()
        sizes = (len(self.problem.nodes), len(self.problem.cells), len(self.problem.tail))
        for name, ours, theirs in zip(("nodes", "cells", "arcs"), sizes, proofs[0][2:]):
            self.verdicts.compare(name, ours, theirs)
        filled = {}
        for solve, (most, cut, *_) in zip(matching.SOLVES, proofs):
            ours = self.problem.max_fill(*self.problem.at(solve))
            self.verdicts.compare(f"most posts filled, {solve}", ours, most)
            self.verdicts.compare(f"minimum cut, {solve}", ours, cut)
            least, greatest = self.problem.territory_filled(solve)
            self.verdicts.compare(f"filled in the territory, range of optima, {solve}", greatest, least)
            filled[solve] = greatest
        needed = add(self.at_home(self.need).values())
        self.compare_total("filled", [filled[solve] for solve in ("low-low", "central", "high-high")])
        unfilled = [needed[end] - filled[solve] for end, solve in enumerate(("low-high", "central", "high-low"))]
        self.compare_total("unfilled", unfilled)
        self.check_cells()

    def check_cells(self):
        """The displayed cells are one optimal solution; each is ordered and adds up."""
        central = {key: triple(row["filled"])[1] for key, row in self.cells.items() if triple(row["filled"])[1]}
        self.verdicts.compare("filled by cell is an optimal solution", int(self.problem.is_optimal(central)), 1)
        for figure in ("filled", "unfilled"):
            ranges = [triple(row[figure]) for row in self.cells.values()]
            self.verdicts.compare(f"{figure} by cell, ordered", sum(a <= b <= c for a, b, c in ranges), len(ranges))
            self.compare_total(figure, add(ranges), "sum of cells, ")

    def check_expected(self):
        """Expected filled of every cell within a thousandth, as cells are rounded to add up; friction against the potential lens of the program."""
        surplus, noise = (self.assumptions.get(key)[1] for key in ("match-surplus", "match-noise"))
        found = expected.filled(self.problem, surplus, noise)
        ours = self.at_home(dict(zip(self.problem.cells, found)))
        rows = self.program.json("gap", "--by", "cell", "--lens", "both")["rows"]
        told = {(row["basin"], row["occupation"]): row for row in rows}
        theirs = {key: milli_of(row["expected"]["filled"]["central"]) for key, row in told.items()}
        self.verdicts.compare_near("expected filled by cell", ours, theirs, 1)
        self.verdicts.compare("expected filled, central", round(sum(ours.values())), sum(theirs.values()))
        friction = {key: milli_of(row["filled"]["central"]) - theirs[key] for key, row in told.items()}
        self.verdicts.compare_all("friction by cell", friction, {key: milli_of(row["friction"]["central"]) for key, row in told.items()})

    def check_causes(self):
        """Unfilled posts of each cell for the 128 sets of causes, hence shares, ranges and residual of cells and territory."""
        filled = self.context_filled() | {key: triple(row["filled"])[1] for key, row in self.cells.items()}
        ours = causes.Causes(self.catalogue, self.supply, self.problem, self.radius(), filled)
        value = {removed: ours.unfilled(removed) for removed in causes.subsets(causes.CAUSES)}
        at_home = self.problem.home_cell
        told = self.program.json("gap", "--by", "total", "--causes")["rows"][0]
        whole = causes.shapley({removed: int(left[at_home].sum()) for removed, left in value.items()})
        theirs = shares(told)
        for cause, figures in whole.items():
            for name, our, their in zip(("numerator over 420", "least over the orders", "most over the orders"), figures, theirs[cause], strict=True):
                self.verdicts.compare(f"{cause}, {name}", our, their)
        residual = sum(map(milli_of, told["residual"].values()))
        self.verdicts.compare("residual, seven causes removed", int(value[frozenset(causes.CAUSES)][at_home].sum()), residual)
        rows = {(row["basin"], row["occupation"]): row for row in self.program.json("gap", "--by", "cell", "--causes")["rows"]}
        by_cell = {}
        for index, cell in enumerate(self.problem.cells):
            if at_home[index]:
                by_cell[cell] = causes.shapley({removed: int(left[index]) for removed, left in value.items()})
        told_by_cell = {cell: shares(row) for cell, row in rows.items() if cell in by_cell}
        self.verdicts.compare_all("causes by cell, numerators and ranges", by_cell, told_by_cell)

    def context_filled(self):
        """Posts filled in the context: the program tells them of the complementary territory, whose problem is the same."""
        others = sorted({self.catalogue.basins[basin]["region"] for basin, _ in self.problem.cells} - {self.region})
        complement = Program(self.arguments.releve, self.arguments.data, others, self.work)
        filled = {key: triple(row["filled"])[1] for key, row in complement.cells().items()}
        home = milli_of(self.total["filled"]["central"])
        self.verdicts.compare("filled at home and in the context", home + sum(filled.values()), self.problem.max_fill(*self.problem.at("central")))
        return filled

    def check_values(self):
        """Every line and its people per seat; gains of one line in so many, each by a maximum flow before and after."""
        has_outlets = lambda programme: bool(self.outlets(programme))
        ours = values.lines(self.supply, self.region, has_outlets)
        theirs = {}
        for line in self.program.json("value", "--top", "1000000")["lines"]:
            theirs.setdefault((line["uai"] or line["region"], line["programme"], line["route"]), []).append(line)
        each = {key: sorted(tuple(map(need.milli, line.each)) for line in lines) for key, lines in ours.items()}
        self.verdicts.compare_all("people of one more seat, by line", each, {k: sorted(triple(l["each"]) for l in v) for k, v in theirs.items()})
        reached = {programme: self.outlets(programme) for programme in self.catalogue.programmes}
        pools = matching.Pools(self.catalogue, self.problem.nodes, self.problem.cells, reached, self.radius())
        worth = values.Values(self.problem, pools)
        gains, told = {}, {}
        for key in sorted(set(ours) & set(theirs))[:: self.arguments.every]:
            for lot in theirs[key][0]["lots"]:
                gains[key, lot["seats"]] = worth.range(ours[key][0], lot["seats"])
                told[key, lot["seats"]] = triple(lot["gain"])
        self.verdicts.compare_all("posts filled by +1, -1, +12, +15, +24", gains, told)

    def check_shortages(self):
        """The three cells that lack most: posts, people, sections and headcounts counted again from the lists."""
        unfilled = {key: triple(row["unfilled"])[1] for key, row in self.cells.items()}
        for key in sorted(unfilled, key=lambda k: (-unfilled[k], k))[:3]:
            told = self.program.explain(*key)["shortage"]
            listed = {(cell["basin"], cell["occupation"]) for cell in told["cells"]}
            posts, people, sections, headcounts = hall.recount(self.problem, self.supply, listed)
            name = f"shortage {' '.join(key)}"
            self.verdicts.compare(f"{name}, posts", posts, milli_of(told["posts"]))
            self.verdicts.compare(f"{name}, people", sum(people.values()), milli_of(told["people"]))
            theirs = {(n["programme"], n["basin"], n["route"]): milli_of(n["people"]) for n in told["nodes"] if n["people"]}
            self.verdicts.compare_all(f"{name}, who can reach it", people, theirs)
            self.verdicts.compare(f"{name}, sections", sections, hall.told(told["sentence"], "section"))
            self.verdicts.compare(f"{name}, regional headcounts", headcounts, hall.told(told["sentence"], "effectif"))

    def outlets(self, programme):
        return matching.outlets(self.catalogue, programme)

    def radius(self):
        return {level: self.assumptions.get("radius-km", level)[1] for level in matching.DIGITS}

    def compare_total(self, figure, ours, prefix=""):
        for end, our, their in zip(need.ENDS, ours, triple(self.total[figure])):
            self.verdicts.compare(f"{prefix}{figure}, {end}", our, their)


ROUTES = {"scolaire": "voie scolaire", "apprentissage": "apprentissage"}


def shares(row):
    """Causes of a row of the program: numerator over 420, least, most in thousandths."""
    found = {}
    for line in row["causes"]:
        numerator, denominator = map(int, line["exact"].split("/"))
        found[line["cause"]] = (numerator * 420 // denominator, milli_of(line["least"]), milli_of(line["most"]))
    return found


def known(figures):
    return {key: tuple(value) for key, value in figures.items() if any(value)}


def add(ranges):
    return [sum(values) for values in zip(*ranges)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--releve", type=Path, required=True, help="the program")
    parser.add_argument("--data", type=Path, required=True, help="folder of the official files")
    parser.add_argument("--region", default="32")
    parser.add_argument("--every", type=int, default=10, help="gains of one line of the values in so many (1: all)")
    with tempfile.TemporaryDirectory() as work:
        failed = Audit(parser.parse_args(), work).run()
    print(f"{failed} figures differ" if failed else "every figure agrees")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()

"""The program under audit, through its command line alone."""

import csv
import json
import subprocess
from pathlib import Path

import raw
from need import ENDS


def milli_of(value):
    """Thousandths of a printed figure, which has at most three decimals."""
    thousandths = round(value * 1000)
    assert abs(thousandths - value * 1000) < 1e-4, value
    return thousandths


class Program:
    """One territory of these regions, all files imported."""

    def __init__(self, binary, data, regions, work):
        self.binary, self.territory, self.work = str(binary), str(Path(work) / f"{'-'.join(regions)}.releve"), Path(work)
        self.explanations = {}
        self._run("new", self.territory, *(word for region in regions for word in ("--region", region)))
        self._run("import", *(str(Path(data) / file) for file in raw.FILES.values()), "--into", self.territory)

    def _run(self, *arguments):
        done = subprocess.run([self.binary, *arguments, "--lang", "fr"], capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"{' '.join(arguments)}: {done.stderr or done.stdout}")
        return done.stdout

    def json(self, command, *arguments):
        return json.loads(self._run(command, self.territory, *arguments, "--format", "json"))

    def cells(self):
        return {(row["basin"], row["occupation"]): row for row in self.json("gap", "--by", "cell")["rows"]}

    def total(self):
        return self.json("gap", "--by", "total")["rows"][0]

    def proofs(self):
        """Filled posts and minimum cut of the five solves of the whole problem, in the order of the report."""
        self._run("report", self.territory, "-o", str(self.work / "report"), "--format", "csv")
        (path,) = (self.work / "report").glob("*proofs.csv")
        with open(path, encoding="utf-8-sig", newline="") as file:
            lines = list(csv.reader(file, delimiter=";"))[1:]
        return [[milli_of(float(cell.replace(",", "."))) for cell in line[2:4]] + [int(cell) for cell in line[4:7]] for line in lines]

    def explain(self, basin, occupation):
        """One explanation, asked once."""
        key = basin, occupation
        if key not in self.explanations:
            self.explanations[key] = self.json("explain", basin, occupation)
        return self.explanations[key]

    def nodes(self):
        """Supply nodes that the explanations asked for so far list: words → low, central, high in thousandths."""
        lines = [line for explanation in self.explanations.values() for line in explanation["inputs"]]
        return {line["what"]: triple(line["value"]) for line in lines if line["parts"]}


def triple(value):
    return tuple(milli_of(value[end]) for end in ENDS)

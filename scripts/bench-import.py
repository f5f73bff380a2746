#!/usr/bin/env python3
"""Import of a national survey file, side by side with pandas + openpyxl in one run.

    cargo build --release --no-default-features
    pip install pandas openpyxl
    scripts/bench-import.py target/release/releve

Writes an invented file in the national BMO 2024 layout (53,443 rows on real basin and occupation
codes, seeded), reads it with pandas, imports it with Relève (read, checked, written to disk with
synchronous=FULL, journal included) and prints times, peak memory and the ratio.
"""
import csv
import itertools
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROWS = 53_443
HEADER = ["annee", "Code métier BMO", "Nom métier BMO", "Famille_met", "Lbl_fam_met", "REG", "NOM_REG", "Dept",
          "NomDept", "BE24", "NOMBE24", "met", "xmet", "smet"]


def table(name):
    with open(Path(__file__).parent.parent / "db" / "reference" / name, encoding="utf-8") as f:
        return list(csv.DictReader(f))


def column(row, *names):
    return next(row[n] for n in names if n in row)


def write(path):
    import openpyxl
    rng = random.Random(2024)
    basins, occupations = table("basins.csv"), table("occupations.csv")
    crosswalk = table("crosswalk.csv")
    codes = sorted({column(r, "fap", "fap_code") for r in crosswalk} | {column(o, "fap", "fap_code", "code") for o in occupations})
    book = openpyxl.Workbook(write_only=True)
    book.create_sheet("Description des variables").append(["variable", "description"])
    sheet = book.create_sheet("BMO_2024_open_data")
    sheet.append(HEADER)
    count = lambda n: "*" if 0 < n < 5 else str(n)
    pairs = itertools.product(basins, codes)
    departments = lambda b: column(b, "departments").split(";")
    cells = [(b, d, c) for b, c in pairs for d in departments(b)]
    extra = [(b, d, f"{chr(74 + k // 10)}{k % 10}X{n:02}") for k in range(100) for n in (50, 60) for b in basins for d in departments(b)]
    cells = (cells + extra)[:ROWS]
    for basin, department, code in cells:
        met = rng.randint(1, 90)
        difficult, seasonal = rng.randint(0, met), rng.randint(0, met // 3)
        region = column(basin, "region", "region_code")
        sheet.append([2024, code, f"Métier {code}", "I", "Ouvriers", region, "Région", department, "Département",
                      int(column(basin, "code", "basin", "basin_code")), column(basin, "name"),
                      count(met), count(difficult), count(seasonal)])
    book.save(path)
    return len(cells)


def timed(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    out = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    assert status == 0, f"{command} failed:\n{out}"
    return wall, cpu, usage.ru_maxrss / 1024, out


def main():
    releve = sys.argv[1]
    folder = Path(tempfile.mkdtemp(prefix="releve-bench-"))
    source = folder / "national.xlsx"
    print(f"{write(source)} rows, {source.stat().st_size / 1e6:.1f} MB")
    read = "import pandas, sys; print(len(pandas.read_excel(sys.argv[1], sheet_name=1, dtype=str)))"
    results = {"pandas": [], "releve": []}
    for turn in range(3):
        results["pandas"].append(timed([sys.executable, "-c", read, str(source)]))
        territory = folder / f"national-{turn}.releve"
        timed([releve, "new", str(territory), "--region", "32"])
        results["releve"].append(timed([releve, "import", str(source), "--into", str(territory)]))
    best = {name: min(runs, key=lambda r: r[0]) for name, runs in results.items()}
    print(f"{'':10}{'wall s':>10}{'CPU s':>10}{'peak MB':>10}")
    for name, (wall, cpu, memory, _) in best.items():
        print(f"{name:10}{wall:10.2f}{cpu:10.2f}{memory:10.0f}")
    print(f"ratio (pandas / releve): wall {best['pandas'][0] / best['releve'][0]:.1f}, CPU {best['pandas'][1] / best['releve'][1]:.1f}")
    print(best["releve"][3])


if __name__ == "__main__":
    main()

"""The raw cells: official files and the tables of db/reference, read as they are, without any of the program's code."""

import csv
import re
import unicodedata
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

import openpyxl

FILES = {
    "bmo": "bmo/Base_open_data_BMO_2024_extrait_4_regions.xlsx",
    "bts": "formation/BTS_attractivite_capacite_2023_extrait.csv",
    "voc": "formation/attractivite_capacite_2022_extrait.csv",
    "parcoursup": "formation/fr-esr-parcoursup-2019_BTS-DUT_4_regions.csv",
    "inserjeunes": "insertion/ij_region_data_4_regions.csv",
    "communes": "geo/France_Travail_Bassin_Emploi_2021.csv",
    "crosswalk": "crosswalk/Dares_FAP2021_passage_ROME_extrait_lignes_171-270.csv",
}


def table(path, separator=";"):
    """Rows of a CSV file as dictionaries of stripped text."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [{k: (v or "").strip() for k, v in row.items() if k} for row in csv.DictReader(file, delimiter=separator)]


def survey_rows(data):
    """Rows of the survey: dictionaries by header, all cells as text."""
    book = openpyxl.load_workbook(data / FILES["bmo"], read_only=True)
    lines = book["BMO_2024_open_data"].iter_rows(values_only=True)
    header = next(lines)
    return [{k: "" if v is None else str(v) for k, v in zip(header, line)} for line in lines]


@lru_cache(maxsize=None)
def words(text):
    """A label compared without case, accents or punctuation."""
    plain = unicodedata.normalize("NFD", text.lower().replace("œ", "oe"))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.findall(r"[a-z0-9]+", plain))


def uai_is_sound(uai):
    """Control letter of an establishment number: ABCDEFGHJKLMNPRSTUVWXYZ[n mod 23]."""
    return bool(re.fullmatch(r"\d{7}[A-Z]", uai)) and uai[7] == "ABCDEFGHJKLMNPRSTUVWXYZ"[int(uai[:7]) % 23]


def department_of(uai):
    """Department of an establishment: the first characters of its number (059 is 59, 971 is 971, 620 and 720 are Corsica)."""
    start = uai[:3]
    return {"620": "2A", "720": "2B"}.get(start, start[1:] if start[0] == "0" else start)


class Catalogue:
    """The tables of db/reference that state facts: places, occupations, programmes, crosswalk, national rates."""

    def __init__(self, project):
        folder = Path(project) / "db" / "reference"
        read = lambda name: table(folder / f"{name}.csv", ",")
        self.basins = {b["code"]: b for b in read("basins")}
        for basin in self.basins.values():
            basin["place"] = (float(basin["lat"]), float(basin["lon"]))
            basin["population"] = int(basin["population"])
            basin["departments"] = basin["departments"].split(";")
        self.region_of_department = {d["code"]: d["region"] for d in read("departments")}
        self.occupations = {o["code"]: o for o in read("occupations")}
        self.programmes = {p["id"]: p for p in read("programmes")}
        self.heirs = defaultdict(list)
        for programme in self.programmes.values():
            programme["level"] = int(programme["level"])
            for code in filter(None, programme["previous"].split(";")):
                self.heirs[code].append(programme["id"])
        self.parent = {r["code"]: r["parent"] for r in read("romes") if r["parent"]}
        self.crosswalk = {(l["rome"], q): l["fap"] for l in read("crosswalk") for q in l["qualifications"]}
        self.proximities = [(p["from"], p["to"], p["kind"]) for p in read("proximities")]
        self.national = {(n["diploma"], n["nsf"], n["route"]): n for n in read("national_outcomes")}

    def import_crosswalk(self, data):
        """The imported official table replaces the embedded one, digit by digit."""
        for line in table(data / FILES["crosswalk"]):
            for digit in line["qualification"].removeprefix("Q_"):
                self.crosswalk[line["rome"], digit] = line["fap_2021"][:5]

    def programmes_of(self, code):
        """A diploma code stands for its programme, else for those that replaced it."""
        return [code] if code in self.programmes else self.heirs.get(code, [])

    def kind(self, programme):
        """Kind of diploma with its level."""
        entry = self.programmes[programme]
        return entry["diploma"], entry["level"]

    def in_gap(self, occupation):
        """Core occupations of skilled workers and technicians."""
        entry = self.occupations.get(occupation)
        return entry is not None and entry["scope"] == "core" and entry["skill"] in ("ouvrier_qualifie", "technicien_am")

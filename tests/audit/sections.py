"""Which sections count: raw capacity rows to sections, one census a field, newest session, year of study, renewals
(docs/method.md, 3.1)."""

from collections import defaultdict
from dataclasses import dataclass, replace

import raw

# Level that opens the diploma code, by scheme (characters 1-3) and ministry (5-6) of a MEFSTAT11: N_MEF (DEPP).
LEVEL_OF_SCHEME = {
    **{(scheme, "00"): "500" for scheme in ("231", "232", "233")},
    **{(scheme, "10"): "503" for scheme in ("231", "232", "23I")},
    **{(scheme, "00"): "400" for scheme in ("236", "237", "238")},
    **{(scheme, "10"): "403" for scheme in ("236", "237", "238")},
    **{(scheme, "00"): "401" for scheme in ("23B", "23C", "23D")},
    **{(scheme, "10"): "320" for scheme in ("321", "322", "323")},
    **{(scheme, "20"): "323" for scheme in ("321", "322")},
    ("239", "00"): "010",
    ("23J", "00"): "561",
    ("23K", "00"): "461",
    ("251", "00"): "450",
}
PLACEHOLDER = 200
LAYOUT_SESSION = {"bts": 2023, "voc": 2022, "parcoursup": 2019}
RENAMED_DUT = {"genie thermique et energie": "metiers de la transition et de l efficacite energetiques"}
BIOLOGY = "genie biologique option "
BIOLOGY_OPTIONS = {
    "analyses biologiques et biochimiques": "25133101",
    "industries agroalimentaires et biologiques": "25122101",
    "genie de l environnement": "25134301",
}


@dataclass
class Section:
    layout: str
    uai: str
    route: str
    code: str  # diploma as the file tells it
    programmes: list
    year: int
    seats: float | None
    entrants: float | None = None
    share: float = 1.0

    @property
    def session(self):
        return LAYOUT_SESSION[self.layout]


def code_of_mefstat(mefstat):
    level = LEVEL_OF_SCHEME.get((mefstat[:3], mefstat[4:6]))
    return level and level + mefstat[6:]


def number(cell):
    return float(cell.replace(",", ".")) if cell else None


def seats_of(cell):
    seats = number(cell)
    return None if seats is None or seats >= PLACEHOLDER else seats


def merged(sections, equal_once):
    """Groups of one diploma in one establishment are added; where a row is an admission list, lists with equal seats count once."""
    groups = defaultdict(list)
    for section in sections:
        groups[section.uai, section.code, section.route, section.year].append(section)
    result = []
    for group in groups.values():
        known = [s.seats for s in group if s.seats is not None]
        seats = sum(dict.fromkeys(known)) if equal_once else sum(known)
        entered = [s.entrants for s in group if s.entrants is not None]
        result.append(replace(group[0], seats=seats if known else None, entrants=sum(entered) if entered else None))
    return result


def orion(data, catalogue):
    """Sections of the two Orion files."""
    bts, voc = [], []
    for row in unique(raw.table(data / raw.FILES["bts"])):
        route = {"Apprentissage": "apprentissage", "Scolaire": "scolaire"}[row["STATUT"]]
        bts.append(_orion("bts", row["UAI"], route, row["MEFSTAT11"], row["CAPACITEPSUP"], catalogue, row["LIBELLÉFORMATION"]))
    for row in raw.table(data / raw.FILES["voc"]):
        voc.append(_orion("voc", row["Etablissement d'accueil"], "scolaire", row["MEF STAT 11"], row["Capacité carte scolaire"], catalogue))
    return [s for s in merged(bts, equal_once=False) + merged(voc, equal_once=True) if s.programmes]


def unique(rows):
    """Identical rows count once."""
    return {tuple(row.values()): row for row in rows}.values()


def _orion(layout, uai, route, mefstat, seats, catalogue, label=""):
    code = code_of_mefstat(mefstat) or ""
    year = int(mefstat[3]) if mefstat[3].isdigit() else 1
    programmes = catalogue.programmes_of(code) or bts_named(label.split(" - ", 2)[-1], code[:3] == "323", catalogue)
    return Section(layout, uai, route, code, programmes, year, seats_of(seats))


def parcoursup(data, catalogue):
    """Sections of Parcoursup, and the position of every establishment it names."""
    sections, places = [], {}
    for row in raw.table(data / raw.FILES["parcoursup"]):
        uai = row["Code UAI de l'établissement"]
        if not raw.uai_is_sound(uai):
            continue
        position = row["Coordonnées GPS de la formation"]
        if position:
            places.setdefault(uai, tuple(float(x) for x in position.split(",")))
        label = row["Filière de formation détaillée"]
        kind = row["Filière de formation très agrégée"]
        programmes = but_of_dut(label, catalogue) if kind == "DUT" else bts_named(label, row["Filière de formation"] == "BTSA", catalogue)
        if not programmes:
            continue
        entrants = number(row["Effectif total des candidats ayant accepté la proposition de l’établissement (admis)"])
        seats = number(row["Capacité de l’établissement par formation"])
        sections.append(Section("parcoursup", uai, "scolaire", f"{kind} {raw.words(label)}", programmes, 1, seats, entrants))
    return merged(sections, equal_once=False), places


def but_of_dut(label, catalogue):
    """BUT parcours that a DUT speciality stands for: the longest speciality that opens the label."""
    name = raw.words(label)
    if name.startswith(BIOLOGY):
        heir = BIOLOGY_OPTIONS.get(name.removeprefix(BIOLOGY))
        return [heir] if heir else []
    for old, new in RENAMED_DUT.items():
        if name.startswith(old):
            name = new
    parcours = defaultdict(list)
    for programme in catalogue.programmes.values():
        if programme["diploma"] == "BUT":
            parcours[raw.words(programme["label"].split(" parcours ")[0])].append(programme["id"])
    openings = [speciality for speciality in parcours if (name + " ").startswith(speciality + " ")]
    return parcours[max(openings, key=len)] if openings else []


def bts_named(label, agricultural, catalogue):
    """The longest BTS name that opens a label, else every option of that name."""
    name = raw.words(label) + " "
    wanted = "Diplôme agricole" if agricultural else "BTS"
    whole, options = defaultdict(list), defaultdict(list)
    for programme in catalogue.programmes.values():
        if programme["diploma"] == wanted and programme["level"] == 5:
            whole[raw.words(programme["label"])].append(programme["id"])
            options[raw.words(programme["label"].split(" option ")[0])].append(programme["id"])
    for names in (whole, options):
        openings = [known for known in names if name.startswith(known + " ")]
        if openings:
            return names[max(openings, key=len)]
    return []


def selected(data, catalogue):
    """The sections that count, one per establishment, programme set and route, and the positions of establishments."""
    graduates, places = parcoursup(data, catalogue)
    return renewals(years(one_census(orion(data, catalogue) + graduates, catalogue))), places


def one_census(sections, catalogue):
    """In a region, for a kind of diploma with its level and a route, the newest complete layout alone is followed."""
    fields = defaultdict(lambda: defaultdict(list))
    for section in sections:
        region = catalogue.region_of_department[raw.department_of(section.uai)]
        fields[region, catalogue.kind(section.programmes[0]), section.route][section.layout].append(section)
    kept = []
    for layouts in fields.values():
        largest = max(len(found) for found in layouts.values())
        order = sorted(layouts, key=LAYOUT_SESSION.get)
        complete = [layout for layout in order if 2 * len(layouts[layout]) >= largest]
        followed = complete[-1]
        kept += layouts[followed]
    return kept


def years(sections):
    """Bac pro: seats of 1re, those of 2nde only where there are none of 1re. Others: the first year present."""
    groups = defaultdict(list)
    for section in sections:
        groups[section.uai, section.code, section.route].append(section)
    kept = []
    for group in groups.values():
        three_years = group[0].code[:3] in ("400", "403")
        present = {s.year for s in group}
        year = (2 if 2 in present else min(present)) if three_years else min(present)
        kept += [s for s in group if s.year == year]
    return kept


def renewals(sections):
    """A replaced code stands for its heirs, unless the establishment also shows the new code: newest session, then new code."""
    best = defaultdict(dict)
    for section in sections:
        for programme in section.programmes:
            new = programme == section.code or section.layout == "parcoursup"
            part = replace(section, programmes=[programme], share=1 / len(section.programmes))
            best[section.uai, programme, section.route].setdefault((section.session, new), []).append(part)
    kept = []
    for found in best.values():
        direct = any(new for _, new in found)
        kept += found[max(found)] if direct else [s for group in found.values() for s in group]
    return kept

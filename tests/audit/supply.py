"""The supply: factors of each origin, further study and its shrinkage, placement, spread of regional headcounts
(docs/method.md, 3)."""

import math
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

import raw
import sections as sections_
from need import milli

WILSON_Z = 1.6448536269514722
SIGNIFICANT = 20
NEWEST_FIRST = ("2022_2023", "2021_2022", "2020_2021", "2019_2020")
COHORTS = 2
PASSAGES = {"BUT": 2}
ONE = (1.0,) * 3


def wilson(rate, count):
    """Score interval at 90 %: low, central, high."""
    z2 = WILSON_Z**2
    centre = (rate + z2 / (2 * count)) / (1 + z2 / count)
    half = WILSON_Z / (1 + z2 / count) * math.sqrt(rate * (1 - rate) / count + z2 / (4 * count**2))
    return (max(0.0, centre - half), rate, min(1.0, centre + half))


def distance_km(a, b):
    """Great-circle distance (haversine, radius 6371.0088 km)."""
    (lat_a, lon_a), (lat_b, lon_b) = (tuple(map(math.radians, p)) for p in (a, b))
    h = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1.0, math.sqrt(h)))


def largest_remainder(whole, weights):
    """Integer parts of an integer in proportion to integer weights; what rounding leaves goes to the largest remainders, ties first."""
    total = sum(weights)
    parts = [whole * weight // total for weight in weights]
    order = sorted(range(len(parts)), key=lambda i: (-(whole * weights[i] % total), i))
    for i in order[: whole - sum(parts)]:
        parts[i] += 1
    return parts


def known_counts(final_year, continuing, leavers):
    """Final year, continuing, leavers; the blank one of the two last is the difference, both blank are not known."""
    final_year = int(final_year)
    if not continuing and not leavers:
        return final_year, None, None
    continuing = int(continuing) if continuing else final_year - int(leavers)
    return final_year, continuing, int(leavers) if leavers else final_year - continuing


class Outcomes:
    """Regional counts of InserJeunes: (region, vintage, route, diploma code) → final year, continuing, leavers."""

    def __init__(self, data, catalogue):
        self.catalogue = catalogue
        self.rows = defaultdict(list)
        for row in raw.table(data / raw.FILES["inserjeunes"]):
            if not row["nb_annee_term"]:
                continue
            code = row["cfd"] or sections_.code_of_mefstat(row["mefstat11"])
            if code:
                key = row["code_region"], row["millesime"], row["voie"], code
                self.rows[key].append(known_counts(*(row[c] for c in ("nb_annee_term", "nb_poursuite_etudes", "nb_sortant"))))
        self.regions = sorted({key[0] for key in self.rows})

    def counts(self, region, programme, route):
        """{vintage: sums over the programme and the codes it replaced}, for one region."""
        codes = [programme, *filter(None, self.catalogue.programmes[programme]["previous"].split(";"))]
        codes = [c for c in codes if c == programme or c not in self.catalogue.programmes]
        found = {}
        for vintage in NEWEST_FIRST:
            known = [k for c in codes for k in self.rows.get((region, vintage, route, c), ()) if k[1] is not None]
            if known:
                found[vintage] = tuple(map(sum, zip(*known)))
        return found


class FurtherStudy:
    """Rate of further study: measured, shrunk towards the wider scope, or the wider scope itself."""

    def __init__(self, outcomes, catalogue, assumptions):
        self.outcomes, self.catalogue, self.assumptions = outcomes, catalogue, assumptions

    def rate(self, region, programme, route):
        found = self.outcomes.counts(region, programme, route)
        counts = next(iter(found.values()), None)
        return self._scope(counts, lambda: self._national(programme, route))

    def _scope(self, counts, wider):
        if counts is None or counts[0] == 0:
            return wider()
        final_year, continuing, leavers = counts
        own = wilson(continuing / final_year, final_year)
        if leavers >= SIGNIFICANT:
            return own
        k = self.assumptions.get("shrinkage")[1]
        weight = leavers / (leavers + k)
        return tuple(weight * a + (1 - weight) * b for a, b in zip(own, wider()))

    def _national(self, programme, route):
        by_region = [self.outcomes.counts(region, programme, route) for region in self.outcomes.regions]
        for vintage in NEWEST_FIRST:
            known = [found[vintage] for found in by_region if vintage in found]
            if known:
                counts = tuple(map(sum, zip(*known))) if len(known) >= 2 else None
                return self._scope(counts, lambda: self._kind(programme, route))
        return self._kind(programme, route)

    def _kind(self, programme, route):
        entry = self.catalogue.programmes[programme]
        for nsf in (entry["nsf"], ""):
            line = self.catalogue.national.get((entry["diploma"], nsf, route))
            if line and line["leavers"]:
                return wilson(float(line["continuing_rate"]), float(line["final_year"]))
        return self.assumptions.get("further-study", programme, entry["diploma"], route, entry["level"])


@dataclass
class Origin:
    """One section or regional headcount of one programme: its factors and the weights of its basins."""

    identity: tuple  # ("section", establishment, programme, route) or ("headcount", region, programme, route)
    start: float
    full: float  # start when no seat stays vacant
    fill: tuple
    retention: tuple
    leaving: tuple
    diploma: tuple
    stays: tuple
    basins: list

    def parts(self, end, removed=frozenset()):
        """Thousandths in each basin, some causes being removed."""
        people = self.full if "vacant-seats" in removed else self.start
        # One factor after the other in the order of the method: exact halves depend on it.
        for rate, cause in (
            (self.fill, "vacant-seats"),
            (self.retention, "failure"),
            (self.leaving, "further-study"),
            (self.diploma, "failure"),
            (self.stays, "evaporation"),
        ):
            people *= 1.0 if cause in removed else rate[end]
        return largest_remainder(milli(people), [weight for _, weight in self.basins])


class Supply:
    """Supply nodes: (programme, basin, route) → thousandths, low, central, high."""

    def __init__(self, data, catalogue, assumptions):
        self.catalogue, self.assumptions = catalogue, assumptions
        self.outcomes = Outcomes(data, catalogue)
        self.further = FurtherStudy(self.outcomes, catalogue, assumptions)
        self.sections, self.places = sections_.selected(data, catalogue)
        self.nodes = defaultdict(lambda: [0, 0, 0])
        self.origins = []
        for section in self.sections:
            if section.route == "scolaire":
                self._add_section(section)
        for region in self.outcomes.regions:
            self._add_headcounts(region)

    def by_cell(self, outlets):
        """(basin, occupation) → people trained there, split equally over the outlets of their programme."""
        cells = defaultdict(lambda: [0, 0, 0])
        for (programme, basin, _), people in self.nodes.items():
            occupations = outlets(programme)
            for end in range(3 if occupations else 0):
                for occupation, part in zip(occupations, largest_remainder(people[end], [1] * len(occupations))):
                    cells[basin, occupation][end] += part
        return dict(cells)

    def region_of(self, section):
        return self.catalogue.region_of_department[raw.department_of(section.uai)]

    @lru_cache(maxsize=None)
    def placement(self, uai):
        """Basins of an establishment with their weights: nearest of its department, else all by population."""
        department = raw.department_of(uai)
        basins = [b for b in self.catalogue.basins.values() if department in b["departments"]]
        if uai in self.places:
            nearest = min(basins, key=lambda b: distance_km(self.places[uai], b["place"]))
            return [(nearest["code"], 1)]
        return by_population(basins)

    def factors(self, programme, route, region):
        """Factors after the final year: those who leave, hold the diploma, stay in the field."""
        entry = self.catalogue.programmes[programme]
        scopes = (programme, entry["diploma"], route, entry["level"])
        low, central, high = self.further.rate(region, programme, route)
        leaving = (1 - high, 1 - central, 1 - low)
        return leaving, self.assumptions.get("diploma-rate", *scopes), self.assumptions.get("stays-in-field", *scopes)

    def seat_factors(self, section):
        """Factors of a seat or of an entrant before the final year: fill (where entrants are not observed), retention."""
        programme = section.programmes[0]
        entry = self.catalogue.programmes[programme]
        scopes = (programme, entry["diploma"], section.route, entry["level"])
        passages = PASSAGES.get(entry["diploma"], 2 if section.code[:3] in ("400", "403") and section.year == 1 else 1)
        retention = tuple(r**passages for r in self.assumptions.get("retention", *scopes))
        return self.assumptions.get("fill-rate", *scopes), retention

    def _add_section(self, section):
        if section.seats is None and section.entrants is None:
            return
        fill, retention = self.seat_factors(section)
        programme, region = section.programmes[0], self.region_of(section)
        start = full = section.seats
        if section.entrants is not None:
            start, full, fill = section.entrants, max(section.entrants, section.seats or 0), ONE
        identity = ("section", section.uai, programme, section.route)
        after = self.factors(programme, section.route, region)
        self._place(Origin(identity, start * section.share, full * section.share, fill, retention, *after, self.placement(section.uai)))

    def _add_headcounts(self, region):
        """Apprentices, and pupils of the kinds whose seats are unknown in the region: newest vintage, one cohort."""
        kinds_with_seats = {
            self.catalogue.kind(s.programmes[0])
            for s in self.sections
            if s.route == "scolaire" and self.region_of(s) == region and (s.seats is not None or s.entrants is not None)
        }
        for route in ("apprentissage", "scolaire"):
            vintage = max((k[1] for k in self.outcomes.rows if k[0] == region and k[2] == route), default=None)
            for (*scope, code), rows in self.outcomes.rows.items():
                heirs = self.catalogue.programmes_of(code) if scope == [region, vintage, route] else []
                for programme in heirs:
                    if route == "scolaire" and self.catalogue.kind(programme) in kinds_with_seats:
                        continue
                    for final_year, _, _ in rows:
                        people = final_year / COHORTS / len(heirs)
                        identity = ("headcount", region, programme, route)
                        self._place(Origin(identity, people, people, ONE, ONE, *self.factors(programme, route, region), self.spread(region, programme, route)))

    @lru_cache(maxsize=None)
    def spread(self, region, programme, route):
        """Basins of a region with the weights of its apprenticeship seats: diploma, else family, else population."""
        if route == "apprentissage":
            cap = self.assumptions.get("apprentice-seat-cap")[1]
            offered = [s for s in self.sections if s.route == route and s.seats is not None and self.region_of(s) == region]
            family = lambda p: (self.catalogue.kind(p), self.catalogue.programmes[p]["nsf"])
            for same in (lambda p: p == programme, lambda p: family(p) == family(programme)):
                weights = defaultdict(int)
                for section in offered:
                    if same(section.programmes[0]):
                        basins = self.placement(section.uai)
                        parts = largest_remainder(milli(min(section.seats, cap) * section.share), [share for _, share in basins])
                        for (basin, _), part in zip(basins, parts):
                            weights[basin] += part
                if weights:
                    return sorted(weights.items())
        return by_population([b for b in self.catalogue.basins.values() if b["region"] == region])

    def _place(self, origin):
        self.origins.append(origin)
        _, _, programme, route = origin.identity
        for end in range(3):
            for (basin, _), part in zip(origin.basins, origin.parts(end)):
                self.nodes[programme, basin, route][end] += part


def by_population(basins):
    return [(b["code"], b["population"]) for b in basins]


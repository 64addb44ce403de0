"""What does a projection say that somebody else has made, an office of statistics or a consultant, beside ours?

It is read, held to what can be true, shown beside ours and never mixed into it. Nothing of it is stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from avstamp.domain.errors import ImportRefused
from avstamp.domain.outlook.population import AgeGroup, PopulationOutlook
from avstamp.domain.outlook.population.outlook import GROUPS, HIGH, LOW, MEDIAN
from avstamp.domain.values import Phrase
from avstamp.sources.spreadsheet import Column, Kind, read_rows, read_sheet

FIRST_YEAR, LAST_YEAR = 2000, 2100
MOST_PEOPLE = 20_000_000


def _writings() -> dict[str, str]:
    """What an age group may be called in a file, in small letters."""
    found = dict.fromkeys(("alla", "total", "totalt", "samtliga", "alla åldrar", "all", "all ages"), "all")
    for group in GROUPS[1:]:
        first, last = group.first, group.last
        if group.key.endswith("+"):
            plain = [
                f"{first}+",
                f"{first}-",
                f"{first}–",
                f"{first}-w",
                f"{first} år och äldre",
                f"{first}+ år",
            ]
        elif first == last:
            plain = [str(first), f"{first} år"]
        else:
            plain = [f"{first}{dash}{last}{end}" for dash in ("-", "–", " - ", " – ") for end in ("", " år")]
        found |= dict.fromkeys(plain, group.key)
    return found


WRITINGS = _writings()
KNOWN = ("totalt", *(group.key for group in GROUPS[1:]))

COLUMNS = (
    Column("year", ("År", "year", "ar"), Kind.NUMBER, required=True),
    Column("group", ("Ålder", "åldersgrupp", "age", "age group", "alder"), Kind.TEXT, True),
    Column(
        "people", ("Antal", "folkmängd", "befolkning", "people", "population", "value"), Kind.NUMBER, True
    ),
)
"""What a file holds: one row for each year and age group."""


@dataclass(frozen=True)
class Beside:
    """One year and age group of theirs beside ours: the median, and the ends of the 80 per cent interval."""

    group: AgeGroup
    year: int
    theirs: float
    middle: float
    low: float
    high: float

    @property
    def verdict(self) -> str:
        """Whether theirs lies below, within or above our interval."""
        return "below" if self.theirs < self.low else "above" if self.theirs > self.high else "within"


@dataclass(frozen=True)
class OwnProjection:
    """People on 31 December by age group and year, as somebody else expects them, and what the file is called."""

    name: str
    people: Mapping[tuple[str, int], float]

    def points(self, group: AgeGroup) -> dict[int, float]:
        """One group's people by year, in the order of years."""
        return {year: value for (key, year), value in sorted(self.people.items()) if key == group.key}

    def beside(self, outlook: PopulationOutlook) -> list[Beside]:
        """Theirs and ours side by side, for years that both have."""
        rows = []
        for group in GROUPS:
            fan = outlook.fans[group.key]
            for year, value in self.points(group).items():
                at = year - outlook.base_year
                if 0 < at < len(outlook.years):
                    ours = (float(fan[place, at]) for place in (MEDIAN, LOW, HIGH))
                    rows.append(Beside(group, year, value, *ours))
        return rows


def read_projection(data: bytes, name: str) -> OwnProjection:
    """The projection in a CSV or XLSX file with the columns År, Ålder and Antal.

    Raises: ImportRefused with every fault of every row; a file with a fault gives nothing.
    """
    rows, found = read_rows(read_sheet(data, name), COLUMNS)
    faults, people = list(found), dict[tuple[str, int], float]()
    for row in rows:
        year, value = float(str(row.values["year"])), float(str(row.values["people"]))
        written = str(row.values["group"])
        group = WRITINGS.get(written.casefold())
        at = {"row": row.number}
        if group is None:
            faults.append(Phrase("projection.group", {**at, "written": written[:40], "known": KNOWN}))
        elif not year.is_integer() or not FIRST_YEAR <= year <= LAST_YEAR:
            faults.append(Phrase("projection.year", {**at, "first": str(FIRST_YEAR), "last": str(LAST_YEAR)}))
        elif not 0 <= value <= MOST_PEOPLE:
            faults.append(Phrase("projection.people", {**at, "most": MOST_PEOPLE}))
        elif (group, int(year)) in people:
            faults.append(Phrase("projection.twice", {**at, "year": str(int(year)), "written": written}))
        else:
            people[group, int(year)] = value
    if not faults and not people:
        faults.append(Phrase("projection.nothing"))
    if faults:
        raise ImportRefused(name, faults)
    return OwnProjection(name, people)

"""What stands on the page of drivers that everybody starts from?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.drivers import QUESTIONS
from avstamp.domain.values import Phrase
from avstamp.library.csv_files import table_csv
from avstamp.library.drivers import AREAS, UnitDriver, drivers_table, most_moved, unit_drivers
from avstamp.library.facts import open_fact_base


@dataclass(frozen=True)
class Area:
    """An area and its drivers."""

    key: str
    name: Phrase
    drivers: Sequence[UnitDriver]


@dataclass(frozen=True)
class DriversPage:
    """The page."""

    count: int
    moved: Sequence[UnitDriver]
    areas: Sequence[Area]
    questions: Sequence[Phrase]
    newest_year: int


def drivers_page(unit: Unit) -> DriversPage:
    """The ready set with a unit's own figures, area by area."""
    base = open_fact_base()
    drivers = unit_drivers(base, unit)
    return DriversPage(
        count=len(drivers),
        moved=most_moved(drivers),
        areas=[
            Area(
                area.value,
                Phrase(f"driver.area.{area.value}"),
                [one for one in drivers if one.driver.area is area],
            )
            for area in AREAS
        ],
        questions=QUESTIONS,
        newest_year=base.newest_year,
    )


def drivers_csv(unit: Unit, *, language: str) -> str:
    """The ready set with a unit's figures as a file."""
    notes = [Phrase("drivers.file.note")]
    return table_csv(drivers_table(open_fact_base(), unit), notes, terms="", language=language)

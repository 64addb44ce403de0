"""Readings made by hand, for tests of what is said of one figure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tests.domain.facts.cubes import MUNICIPALITIES, make_cube

from avstamp.domain.facts.indicator import CatalogueEntry, Direction, Indicator, IndicatorClass, Lens
from avstamp.domain.facts.origin import Origin
from avstamp.domain.facts.profile import build_profile
from avstamp.domain.facts.reading import FigureReading, build_reading
from avstamp.domain.facts.unit import Group, GroupKind, Unit
from avstamp.domain.values import Gender, UnitKind

INDICATOR = Indicator("N1", "Andel (%)", "%", "Skola", False, False, None, 1, "kolada")
ORIGIN = Origin("kolada", "RKA", "Kolada", "Fri", "", "", date(2026, 11, 24), "")
UNITS = [Unit(code, f"Kommun {code}", UnitKind.MUNICIPALITY, "01") for code in MUNICIPALITIES]


def make_reading(
    own: Sequence[float],
    *others: Sequence[float],
    last: int = 2022,
    newest_year: int = 2022,
    direction: Direction | None = Direction.HIGHER,
) -> FigureReading:
    """The reading of the first of up to four municipalities, whose series end in the year `last`; NaN is missing."""
    rows = [own, *others]
    figures = [
        ("N1", "T", last - len(values) + 1 + at, UNITS[number].id, value)
        for number, values in enumerate(rows)
        for at, value in enumerate(values)
        if value == value
    ]
    cube = make_cube(*figures)
    entry = None
    if direction is not None:
        texts = {"sv": "x", "en": "x"}
        entry = CatalogueEntry(
            "N1",
            "Andel (%)",
            "x",
            Lens.QUALITY,
            IndicatorClass.RESULT,
            direction,
            "position",
            texts,
            texts,
            texts,
        )
    group = Group("all", GroupKind.ALL, "", tuple(unit.id for unit in UNITS))
    profile = build_profile(
        cube,
        UNITS[0],
        indicators={"N1": INDICATOR},
        catalogue={"N1": entry} if entry else {},
        group_of={},
        default_group=group,
    )
    return build_reading(
        cube,
        UNITS[0],
        INDICATOR,
        entry=entry,
        gender=Gender.ALL,
        group=group,
        figure=next(iter(profile.figures), None),
        origin=ORIGIN,
        units={unit.id: unit for unit in UNITS},
        newest_year=newest_year,
    )

"""What does the fact base say of each driver of the ready set, for one unit?"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from avstamp.domain.documents import Column, Table
from avstamp.domain.documents.tree import Cell
from avstamp.domain.facts.cube import TREND_WINDOW
from avstamp.domain.facts.profile import ProfileFigure
from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.drivers import READY, Driver, DriverArea, Sign, evidence_movement
from avstamp.domain.thread.addresses import FigureAddress
from avstamp.domain.thread.revisions import FigureVersion, short_revision
from avstamp.domain.values import Gender, Phrase, Quantity, Text, Verbatim
from avstamp.factbase import FactBase
from avstamp.library.profile import profile_unit
from avstamp.library.report.wording import cite, name_of, quantity
from avstamp.phrases import LANGUAGES, say

AREAS = tuple(area for area in DriverArea if area is not DriverArea.OWN)
"""Areas of the ready set."""
MOST_MOVED = 5
"""How many drivers are named as those whose ground has moved most."""


@dataclass(frozen=True)
class Evidence:
    """One figure behind a driver; `address` names it at its revision."""

    figure: ProfileFigure
    address: FigureAddress

    @property
    def name(self) -> Text:
        """The indicator's name."""
        return name_of(self.figure.indicator, self.figure.entry)

    @property
    def value(self) -> Quantity:
        """The newest value with its unit of measure."""
        return quantity(self.figure.indicator, self.figure.value)

    @property
    def change(self) -> Quantity:
        """The change over the trend's window along its line; missing where there is no trend."""
        step = self.figure.slope * (TREND_WINDOW - 1)
        unit = "procentenheter" if self.figure.indicator.unit == "%" else self.figure.indicator.unit
        return Quantity(None if math.isnan(step) else step, unit, self.figure.indicator.decimals, signed=True)


@dataclass(frozen=True)
class WatchedSign:
    """A sign with today's value; `here` says whether the figure goes its way now, None where it cannot be said."""

    sign: Sign
    evidence: Evidence
    here: bool | None

    @property
    def said(self) -> Phrase:
        """The sign in words."""
        values = {
            "name": self.evidence.name,
            "value": self.evidence.value,
            "year": str(self.evidence.figure.year),
            "here": Phrase(f"driver.sign.here.{ {True: 'yes', False: 'no', None: 'unknown'}[self.here] }"),
        }
        return Phrase(f"driver.sign.{self.sign.heading.value}", values)


@dataclass(frozen=True)
class UnitDriver:
    """A driver with the unit's own figures; `missing` names indicators that the fact base lacks for the unit."""

    driver: Driver
    evidence: tuple[Evidence, ...]
    signs: tuple[WatchedSign, ...]
    missing: tuple[Text, ...]
    movement: float

    @property
    def nature(self) -> Phrase:
        """What it brings, in words."""
        return Phrase(f"driver.nature.{self.driver.nature.value}")

    @property
    def horizon(self) -> Phrase:
        """How far ahead it lies, in words."""
        return Phrase(f"driver.horizon.{self.driver.horizon.value}")


def unit_drivers(base: FactBase, unit: Unit) -> tuple[UnitDriver, ...]:
    """Every driver of the ready set with a unit's figures, in the order of the set."""
    wanted = {id for driver in READY for id in (*driver.evidence, *(sign.indicator for sign in driver.signs))}
    figures = newest_evidence(base, unit, wanted)
    return tuple(_unit_driver(base, unit, driver, figures) for driver in READY)


def newest_evidence(base: FactBase, unit: Unit, indicators: Collection[str]) -> dict[str, Evidence]:
    """The unit's newest figure of each indicator that the fact base has for it."""
    found = profile_unit(base, unit, indicators=set(indicators) & set(base.indicators)).figures
    return {figure.indicator.id: evidence_of(figure, unit) for figure in found if figure.gender is Gender.ALL}


def watch(signs: Iterable[Sign], figures: Mapping[str, Evidence]) -> tuple[WatchedSign, ...]:
    """Signs with today's values, those that there is a figure for."""
    return tuple(
        WatchedSign(sign, found, sign.points_here(found.figure.slope))
        for sign in signs
        if (found := figures.get(sign.indicator))
    )


def version_of(evidence: Evidence) -> FigureVersion:
    """A figure as its source gives it now, for a claim to rest on."""
    figure = evidence.figure
    return FigureVersion(figure.value, figure.status, None, figure.indicator.decimals)


def evidence_of(figure: ProfileFigure, unit: Unit) -> Evidence:
    """A figure with its address."""
    version = FigureVersion(figure.value, figure.status, None, figure.indicator.decimals)
    address = FigureAddress(figure.indicator.id, unit.id, figure.gender, str(figure.year))
    return Evidence(figure, address.at(short_revision(version.digest, {})))


def _unit_driver(base: FactBase, unit: Unit, driver: Driver, figures: dict[str, Evidence]) -> UnitDriver:
    known = tuple(figures[id] for id in driver.evidence if id in figures)
    missing = tuple(
        name_of(base.indicators[id], base.catalogue.get(id)) if id in base.indicators else Verbatim(id)
        for id in driver.evidence
        if id not in figures and (id not in base.indicators or base.indicators[id].concerns(unit.kind))
    )
    signs = watch(driver.signs, figures)
    moved = evidence_movement(evidence.figure for evidence in known)
    return UnitDriver(driver, known, signs, missing, moved)


def most_moved(drivers: tuple[UnitDriver, ...]) -> tuple[UnitDriver, ...]:
    """The drivers whose figures have moved most in five years, beside the differences between units."""
    moved = [driver for driver in drivers if not math.isnan(driver.movement)]
    ordered = sorted(moved, key=lambda driver: (-driver.movement, driver.driver.key))
    return tuple(ordered[:MOST_MOVED])


def drivers_table(base: FactBase, unit: Unit) -> Table:
    """Every driver and figure as rows, for a file."""
    rows: list[tuple[Cell, ...]] = []
    drivers = unit_drivers(base, unit)
    for one in drivers:
        start: tuple[Cell, ...] = (
            Phrase(f"driver.area.{one.driver.area.value}"),
            one.driver.name,
            one.horizon,
            one.nature,
        )
        rows += [(*start, *_figure_cells(evidence)) for evidence in one.evidence] or [(*start, *[None] * 6)]
    headings = (
        "area",
        "driver",
        "horizon",
        "nature",
        "figure",
        "address",
        "year",
        "value",
        "measure",
        "change",
    )
    used = {evidence.figure.indicator.origin for one in drivers for evidence in one.evidence}
    return Table(
        caption=Phrase("drivers.table", {"unit": unit.name}),
        columns=tuple(Column(Phrase(f"drivers.column.{heading}")) for heading in headings),
        rows=tuple(rows),
        sources=tuple(citation for id in sorted(used) for citation in cite(base.origins[id], derived=True)),
    )


def _figure_cells(evidence: Evidence) -> tuple[Cell, ...]:
    figure = evidence.figure
    return (
        evidence.name,
        Verbatim(str(evidence.address)),
        figure.year,
        evidence.value,
        Verbatim(figure.indicator.unit),
        evidence.change,
    )


def drivers_object(base: FactBase, unit: Unit) -> dict[str, object]:
    """The ready set with a unit's figures as JSON can hold it."""
    drivers = unit_drivers(base, unit)
    return {
        "unit": {"id": unit.id, "name": unit.name},
        "newest_year": base.newest_year,
        "moved_most": [one.driver.key for one in most_moved(drivers)],
        "drivers": [_object(one) for one in drivers],
    }


def _object(one: UnitDriver) -> dict[str, object]:
    driver = one.driver
    return {
        "key": driver.key,
        "area": driver.area.value,
        "horizon": driver.horizon.value,
        "nature": driver.nature.value,
        "movement": None if math.isnan(one.movement) else one.movement,
        **{
            name: {language: say(phrase, language) for language in LANGUAGES}
            for name, phrase in (("name", driver.name), ("text", driver.text), ("question", driver.question))
        },
        "evidence": [_evidence_object(evidence) for evidence in one.evidence],
        "signs": [
            {"indicator": watched.sign.indicator, "heading": watched.sign.heading.value, "here": watched.here}
            for watched in one.signs
        ],
        "missing": [say(name, "sv") for name in one.missing],
    }


def _evidence_object(evidence: Evidence) -> dict[str, object]:
    figure = evidence.figure
    return {
        "address": str(evidence.address),
        "indicator": figure.indicator.id,
        "title": figure.indicator.title,
        "unit": figure.indicator.unit,
        "year": figure.year,
        "value": figure.value,
        "status": figure.status.value,
        "origin": figure.indicator.origin,
        "place": figure.place,
        "n": figure.n,
        "median": None if math.isnan(figure.median) else figure.median,
        "slope": None if math.isnan(figure.slope) else figure.slope,
    }

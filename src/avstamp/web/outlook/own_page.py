"""What stands on the pages of a start's own drivers?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from avstamp.domain.documents import Figure
from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.drivers import (
    FEWEST,
    QUESTIONS,
    READY,
    Driver,
    DriverArea,
    Heading,
    Sign,
    SortKind,
    Spread,
)
from avstamp.domain.thread.claims import Horizon
from avstamp.domain.values import Phrase, Quantity, Verbatim
from avstamp.library.drivers import Evidence, WatchedSign, newest_evidence, watch
from avstamp.library.facts import open_fact_base
from avstamp.web.accounts.queries import Person
from avstamp.web.outlook.models import Cross, OwnDriver
from avstamp.web.outlook.queries import (
    PlacedDriver,
    cross_numbered,
    crosses_of,
    newest_claim,
    placed_drivers,
    taken_keys,
)
from avstamp.web.outlook.wordings import is_withdrawn
from avstamp.web.start.queries import Start

STEP_WORDS = tuple((step, Phrase(f"driver.step.{step}")) for step in (1, 2, 3, 4, 5))


@dataclass(frozen=True)
class SpreadLine:
    """A spread, ready to be printed."""

    name: Phrase
    counts: Sequence[int]
    median: Quantity
    lower: int
    upper: int
    consensus: Quantity
    n: int


@dataclass(frozen=True)
class Line:
    """A driver in the register: what it is, how it sorts, and how often it would sort otherwise."""

    placed: PlacedDriver
    area: Phrase
    horizon: Phrase
    nature: Phrase
    effect: SpreadLine | None
    uncertainty: SpreadLine | None
    otherwise: Quantity | None

    @property
    def sort(self) -> Phrase:
        """Where the driver belongs as it has been placed."""
        sorting = self.placed.sorting
        return Phrase(f"driver.sort.{sorting.kind.value}" if sorting else "driver.sort.waiting")


@dataclass(frozen=True)
class RegisterPage:
    """The register sorted, what is not yet sorted, all of it by area, what is withdrawn, the chart, and the crosses."""

    count: int
    mine: int
    sorted: Sequence[tuple[Phrase, Phrase, Sequence[Line]]]
    waiting: Sequence[Line]
    areas: Sequence[tuple[Phrase, Sequence[Line]]]
    withdrawn: Sequence[Line]
    figure: Figure | None
    crosses: Sequence[Cross]
    fewest: int = FEWEST


def register_page(start: Start, reader: Person) -> RegisterPage:
    """Everything on the page of the register."""
    everything = [line_of(one) for one in placed_drivers(start, reader)]
    lines = [line for line in everything if not line.placed.withdrawn]
    return RegisterPage(
        count=len(lines),
        mine=sum(line.placed.mine is not None for line in lines),
        sorted=[
            (Phrase(f"driver.sort.{kind.value}"), Phrase(f"driver.sort.{kind.value}.about"), found)
            for kind in (SortKind.CRITICAL, SortKind.ASSUMPTION, SortKind.WATCH)
            if (found := [one for one in lines if one.placed.sorting and one.placed.sorting.kind is kind])
        ],
        waiting=[line for line in lines if line.placed.sorting is None],
        areas=[
            (Phrase(f"driver.area.{area.value}"), found)
            for area in DriverArea
            if (found := [line for line in lines if line.placed.row.area == area.value])
        ],
        withdrawn=[line for line in everything if line.placed.withdrawn],
        figure=_chart(lines),
        crosses=crosses_of(start),
    )


def line_of(placed: PlacedDriver) -> Line:
    """A driver as the register shows it."""
    row, sorting = placed.row, placed.sorting
    return Line(
        placed,
        Phrase(f"driver.area.{row.area}"),
        Phrase(f"driver.horizon.{placed.claim.horizon or Horizon.TERM.value}"),
        Phrase(f"driver.nature.{row.nature}"),
        spread_line("effect", sorting.effect) if sorting else None,
        spread_line("uncertainty", sorting.uncertainty) if sorting else None,
        Quantity(100 * sorting.otherwise, "%", 0) if sorting else None,
    )


def spread_line(name: str, spread: Spread) -> SpreadLine:
    """A spread as it is printed."""
    half = 0 if float(spread.median).is_integer() else 1
    return SpreadLine(
        Phrase(f"driver.axis.{name}"),
        spread.counts,
        Quantity(spread.median, "", half),
        spread.lower,
        spread.upper,
        Quantity(spread.consensus, "", 2),
        spread.n,
    )


def _chart(lines: Sequence[Line]) -> Figure | None:
    """Every sorted driver at its medians; those at one place share a dot, and stand there by number."""
    at: dict[tuple[float, float], list[int]] = {}
    for line in lines:
        if sorting := line.placed.sorting:
            place = (sorting.uncertainty.median, sorting.effect.median)
            at.setdefault(place, []).append(line.placed.row.number)
    if not at:
        return None
    points = [
        {"name": Verbatim(", ".join(map(str, numbers))), "x": x, "y": y}
        for (x, y), numbers in sorted(at.items())
    ]
    kinds = (SortKind.ASSUMPTION, SortKind.CRITICAL, SortKind.WATCH, SortKind.WATCH)
    critical = [
        str(line.placed.row.number)
        for line in lines
        if line.placed.sorting and line.placed.sorting.kind is SortKind.CRITICAL
    ]
    said = {"count": sum(map(len, at.values())), "critical": ", ".join(critical) or "–"}
    return Figure(
        kind="fields",
        content={
            "points": points,
            "x_split": 3.25,
            "y_split": 3.25,
            "x_name": Phrase("driver.axis.uncertainty"),
            "y_name": Phrase("driver.axis.effect"),
            "fields": [Phrase(f"driver.sort.{kind.value}") for kind in kinds],
        },
        caption=Phrase("driver.chart.caption"),
        alternative=Phrase("driver.chart.alternative", said),
    )


def figures_behind(start: Start, *rows: OwnDriver) -> Mapping[str, Evidence]:
    """Today's figures of all that drivers rest on and are watched by."""
    ids = {sign.indicator for row in rows for sign in row.signs.all()}
    for row in rows:
        claim = newest_claim(row)
        ids |= set(claim.evidence.filter(figure__isnull=False).values_list("figure__indicator", flat=True))
    base = open_fact_base()
    return newest_evidence(base, base.units.get(start.organisation.unit), ids)


def not_taken(start: Start) -> list[tuple[Phrase, list[Driver]]]:
    """The ready drivers that are not in the register yet, by area."""
    taken = taken_keys(start)
    left = [driver for driver in READY if driver.key not in taken]
    areas = [area for area in DriverArea if area is not DriverArea.OWN]
    return [
        (Phrase(f"driver.area.{area.value}"), found)
        for area in areas
        if (found := [driver for driver in left if driver.area is area])
    ]


@dataclass(frozen=True)
class SignChoice:
    """A sign that may be chosen: how the form writes it and what it says."""

    code: str
    said: Phrase


def sign_choices(start: Start, *drivers: OwnDriver) -> list[SignChoice]:
    """Every figure behind the drivers, rising and falling."""
    figures = figures_behind(start, *drivers)
    return [
        SignChoice(f"{id}:{heading.value}", watched.said)
        for id in sorted(figures)
        for heading in Heading
        for watched in watch([Sign(id, heading)], figures)
    ]


@dataclass(frozen=True)
class FutureLine:
    """One future: its ends in words, its name, what follows, and its signs with today's values."""

    corner: str
    across: str
    up: str
    name: str
    consequences: str
    signs: Sequence[WatchedSign]


@dataclass(frozen=True)
class CrossPage:
    """A cross with its four futures."""

    row: Cross
    futures: Sequence[FutureLine]
    withdrawn: Sequence[OwnDriver]
    questions: Sequence[Phrase] = QUESTIONS


def cross_page(start: Start, number: int) -> CrossPage:
    """Everything on the page of a cross; raises `UnknownDriver`."""
    row, cross = cross_numbered(start, number)
    base = open_fact_base()
    unit: Unit = base.units.get(start.organisation.unit)
    wanted = {sign.indicator for future in cross.futures for sign in future.signs}
    figures = newest_evidence(base, unit, wanted)
    return CrossPage(
        row,
        [
            FutureLine(
                future.corner,
                cross.across.meaning(future.across),
                cross.up.meaning(future.up),
                future.name,
                future.consequences,
                watch(future.signs, figures),
            )
            for future in cross.futures
        ],
        [driver for driver in (row.across, row.up) if is_withdrawn(driver)],
    )

"""What stands on a unit's start page, ready to be printed?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from avstamp.domain.calendar.legal_dates import LegalDate
from avstamp.domain.documents import Figure
from avstamp.domain.facts.profile import ProfileFigure
from avstamp.domain.facts.reading import FigureReading
from avstamp.domain.facts.unit import Unit
from avstamp.domain.position.findings.finding import Finding, Side
from avstamp.domain.start.mandates import (
    Council,
    compare_councils,
    minimal_winning_coalitions,
    shapley_shubik,
)
from avstamp.domain.values import Phrase, Quantity, Text, UnitKind, Verbatim
from avstamp.library.facts import open_fact_base
from avstamp.library.overview import overview
from avstamp.library.report.finding_words import lasts, stand
from avstamp.library.report.wording import name_of
from avstamp.phrases import bilingual, group_name
from avstamp.web.parties import party_name
from avstamp.web.site.counties import COUNTIES

DATES_SHOWN = 4
"""How many of the coming legal dates fit on the screen."""

YEARS_BACK = 10
"""Over how many years the change in population is told."""


@dataclass(frozen=True)
class PartyRow:
    """A party's seats in two councils; None where the party is not listed in one of them."""

    party: str
    name: str
    before: int | None
    after: int | None
    change: int | None
    share: Quantity
    power: Quantity


@dataclass(frozen=True)
class Mandates:
    """The seats of a council and of the one before it, and what a majority takes.

    `majority` says whether a party has one by itself and else how few have; `sizes` counts the minimal ones.
    """

    council: Council
    before: Council | None
    rows: Sequence[PartyRow]
    most: int
    majority: Phrase
    sizes: Phrase
    turnout: Quantity
    shared: bool


@dataclass(frozen=True)
class FigureLine:
    """One figure in words: what it is called, its value and year, and what it is compared with."""

    indicator: str
    name: Text
    value: Quantity
    year: int
    group: Text
    group_mean: Quantity
    median: Quantity
    n: int


@dataclass(frozen=True)
class Population:
    """The inhabitants of the newest year, and the change over some years."""

    indicator: str
    newest: Quantity
    year: int
    since: int
    change: Quantity
    share: Quantity
    chart: Figure


@dataclass(frozen=True)
class FindingLine:
    """A finding in brief: its indicator and name, how it stands, and whether that lasts."""

    indicator: str
    name: Text
    stand: Phrase
    lasts: Phrase


@dataclass(frozen=True)
class StartPage:
    """The six things, each ready to be printed."""

    county: str
    is_region: bool
    mandates: Mandates | None
    population: Population | None
    economy: FigureLine | None
    possibilities: Sequence[FindingLine]
    challenges: Sequence[FindingLine]
    dates: Sequence[LegalDate]
    newest_year: int


def start_page(unit: Unit, *, today: date) -> StartPage:
    """Return everything on a unit's start page, on a given day."""
    known = overview(open_fact_base(), unit, today=today)
    economy = known.economy.figure if known.economy else None
    return StartPage(
        county=COUNTIES[unit.county],
        is_region=unit.kind is UnitKind.REGION,
        mandates=_mandates(unit, known.councils, known.turnout),
        population=_population(known.population),
        economy=figure_line(economy, unit) if economy else None,
        possibilities=[_finding_line(one) for one in known.findings.leading(Side.POSSIBILITY)],
        challenges=[_finding_line(one) for one in known.findings.leading(Side.CHALLENGE)],
        dates=known.next_dates[:DATES_SHOWN],
        newest_year=known.newest_year,
    )


def _finding_line(finding: Finding) -> FindingLine:
    name = name_of(finding.indicator, finding.entry)
    return FindingLine(finding.indicator.id, name, stand(finding), lasts(finding))


def figure_line(figure: ProfileFigure, unit: Unit) -> FigureLine:
    """Return one figure with its name and what it is compared with, numbers in the indicator's own unit."""
    indicator = figure.indicator

    def quantity(value: float) -> Quantity:
        return Quantity(None if math.isnan(value) else value, indicator.unit, indicator.decimals)

    return FigureLine(
        indicator=indicator.id,
        name=bilingual(figure.entry.names) if figure.entry else Verbatim(indicator.title),
        value=quantity(figure.value),
        year=figure.year,
        group=group_name(figure.group, unit.kind),
        group_mean=quantity(figure.group_mean),
        median=quantity(figure.median),
        n=figure.n,
    )


def _mandates(unit: Unit, councils: Sequence[Council], turnout: float | None) -> Mandates | None:
    if not councils:
        return None
    council = councils[-1]
    before = councils[-2] if len(councils) > 1 else None
    power = {row.party: row.share for row in shapley_shubik(council)}
    rows = [
        PartyRow(
            party=change.party,
            name=party_name(change.party, change.name),
            before=change.before if before else None,
            after=change.after,
            change=change.change if before else None,
            share=Quantity(100 * (change.after or 0) / council.total, "%", 1),
            power=Quantity(100 * power.get(change.party, 0.0), "%", 1),
        )
        for change in compare_councils(before or council, council)
        if change.before or change.after
    ]
    return Mandates(
        council=council,
        before=before,
        rows=rows,
        most=max(row.seats for row in council.seats),
        majority=_majority(council),
        sizes=_sizes(council),
        turnout=Quantity(turnout, "%", 1),
        shared=council.unit != unit.id,
    )


def _majority(council: Council) -> Phrase:
    largest = max(council.seats, key=lambda row: row.seats)
    if largest.seats >= council.threshold:
        return Phrase("mandates.own_majority", {"party": party_name(largest.party, largest.name)})
    return Phrase("mandates.fewest_parties", {"fewest": minimal_winning_coalitions(council, limit=0).fewest})


def _sizes(council: Council) -> Phrase:
    minimal = minimal_winning_coalitions(council, limit=0)
    sizes = tuple(
        Phrase("mandates.minimal_winning.size", {"count": count, "parties": parties})
        for parties, count in enumerate(minimal.by_size, start=1)
        if count
    )
    return Phrase("mandates.minimal_winning.by_size", {"count": minimal.count, "sizes": sizes})


def _population(reading: FigureReading) -> Population | None:
    known = [
        (year, value)
        for year, value in zip(reading.years, reading.values, strict=True)
        if not math.isnan(value)
    ]
    if reading.figure is None or not known:
        return None
    year, newest = known[-1]
    since, then = next(pair for pair in known if pair[0] >= year - YEARS_BACK)
    change, people = newest - then, Quantity(newest, decimals=0)
    return Population(
        indicator=reading.indicator.id,
        newest=people,
        year=year,
        since=since,
        change=Quantity(change, decimals=0, signed=True),
        share=Quantity(100 * change / then, "%", 1, signed=True),
        chart=_population_chart(reading.unit, known),
    )


def _population_chart(unit: Unit, known: Sequence[tuple[int, float]]) -> Figure:
    def told(pair: tuple[int, float]) -> tuple[str, Quantity]:
        return str(pair[0]), Quantity(pair[1], decimals=0)

    (first_year, first), (last_year, last) = told(known[0]), told(known[-1])
    lowest_year, lowest = told(min(known, key=lambda pair: pair[1]))
    highest_year, highest = told(max(known, key=lambda pair: pair[1]))
    series = {
        "name": Verbatim(unit.name),
        "role": "unit",
        "years": [year for year, _ in known],
        "values": [value for _, value in known],
    }
    return Figure(
        kind="lines",
        content={"unit": Phrase("report.population.inhabitants"), "decimals": 0, "series": [series]},
        caption=Phrase("report.population.caption"),
        alternative=Phrase(
            "report.lines.alternative",
            {
                "name": Phrase("report.population.inhabitants"),
                "unit": Verbatim(unit.name),
                "first": first,
                "first_year": first_year,
                "last": last,
                "last_year": last_year,
                "lowest": lowest,
                "lowest_year": lowest_year,
                "highest": highest,
                "highest_year": highest_year,
            },
        ),
    )

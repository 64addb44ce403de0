"""What stands on the page of the population ahead?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

import numpy as np

from avstamp.domain.documents import Figure
from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.need import EXAMPLE_PRICES, Price, need_for
from avstamp.domain.outlook.population import TOTAL, AgeGroup, PopulationPaths
from avstamp.domain.values import Phrase, Quantity, UnitKind
from avstamp.library.facts import open_fact_base
from avstamp.library.population import population_paths

SERVICE_AGES = (
    TOTAL,
    AgeGroup("1-5", 1, 5),
    AgeGroup("6-15", 6, 15),
    AgeGroup("16-18", 16, 18),
    AgeGroup("65-79", 65, 79),
    AgeGroup("80+", 80, 100),
)
SHOWN_YEARS = (1, 2, 3, 4, 5, 10, 15, 20)
MOST_NEWCOMERS, MOST_PRICE = 20_000, Decimal(2_000)


@dataclass(frozen=True)
class Row:
    """A row of a table: what it is of and its cells."""

    name: Phrase | str
    cells: Sequence[Quantity]
    ages: Phrase | None = None


@dataclass(frozen=True)
class Field:
    """An input: its name, label, what is written, and what is wrong with it."""

    name: str
    label: Phrase
    written: str
    wrong: Phrase | None = None


@dataclass(frozen=True)
class PopulationPage:
    """The page."""

    answer: Phrase
    base_year: int
    last_year: int
    figures: Sequence[Figure]
    groups: Sequence[tuple[Phrase, Sequence[Row]]]
    need_years: Sequence[int]
    need: Sequence[Row]
    prices: Sequence[Field]
    newcomers: Field
    wrong: Sequence[Phrase]
    is_region: bool


def population_page(unit: Unit, asked: Mapping[str, str]) -> PopulationPage:
    """Everything on the page for what was asked; a wrong number is said, and the usual one is used."""
    newcomers, field = _read_newcomers(asked.get("inflyttade", ""))
    paths = population_paths(open_fact_base(), unit, newcomers=newcomers)
    prices = [
        _read_price(price, asked.get(f"pris{number}", "")) for number, price in enumerate(EXAMPLE_PRICES)
    ]
    years = [paths.base_year + ahead for ahead in SHOWN_YEARS]
    low, middle, high = (Quantity(float(value), "", 0) for value in paths.quantiles(TOTAL)[1:4, -1])
    said = {"year": str(paths.years[-1]), "unit": unit.name, "low": low, "middle": middle, "high": high}
    fields = [field for _, field in prices]
    return PopulationPage(
        answer=Phrase("population.answer", said),
        base_year=paths.base_year,
        last_year=paths.years[-1],
        figures=[_figure(paths, group) for group in SERVICE_AGES],
        groups=[(_ages(group), _rows(paths, group)) for group in SERVICE_AGES],
        need_years=years,
        need=[] if unit.kind is UnitKind.REGION else [_need(paths, price) for price, _ in prices],
        prices=fields,
        newcomers=field,
        wrong=[one.wrong for one in (field, *fields) if one.wrong],
        is_region=unit.kind is UnitKind.REGION,
    )


def _ages(group: AgeGroup) -> Phrase:
    return Phrase(f"population.ages.{group.key}")


def _people(value: float) -> Quantity:
    return Quantity(float(value), "", 0)


def _read_newcomers(written: str) -> tuple[int, Field]:
    field = Field("inflyttade", Phrase("population.newcomers"), written or "0")
    try:
        number = int(written or "0")
    except ValueError:
        number = -1
    if 0 <= number <= MOST_NEWCOMERS:
        return number, field
    said = {"written": written, "most": _people(MOST_NEWCOMERS)}
    return 0, replace(field, wrong=Phrase("population.wrong.people", said))


def _read_price(price: Price, written: str) -> tuple[Price, Field]:
    number = EXAMPLE_PRICES.index(price)
    usual = str(price.thousands).replace(".", ",")
    field = Field(f"pris{number}", _ages(price.group), written or usual)
    try:
        own = Decimal(written.replace(",", ".").strip()) if written else price.thousands
    except InvalidOperation:
        own = Decimal(-1)
    if own.is_finite() and 0 <= own <= MOST_PRICE:
        return replace(price, thousands=own), field
    said = {"written": written, "most": _people(float(MOST_PRICE))}
    return price, replace(field, wrong=Phrase("population.wrong.price", said))


def _figure(paths: PopulationPaths, group: AgeGroup) -> Figure:
    fan, years = paths.quantiles(group), list(paths.years)
    said = {
        "ages": _ages(group),
        "first": _people(fan[2, 0]),
        "base": str(years[0]),
        "year": str(years[-1]),
        "low": _people(fan[1, -1]),
        "middle": _people(fan[2, -1]),
        "high": _people(fan[3, -1]),
    }
    line = {"name": Phrase("population.median"), "role": "unit", "years": years, "values": fan[2].tolist()}
    return Figure(
        kind="lines",
        content={
            "unit": "antal",
            "decimals": 0,
            "zero": False,
            "series": [line],
            "band": {"years": years, "low": fan[1].tolist(), "high": fan[3].tolist()},
        },
        caption=Phrase("population.caption", {"ages": _ages(group)}),
        alternative=Phrase("population.alt", said),
    )


def _rows(paths: PopulationPaths, group: AgeGroup) -> list[Row]:
    fan = paths.quantiles(group)
    return [
        Row(str(paths.base_year + ahead), [_people(value) for value in fan[[0, 1, 2, 3, 4], ahead]])
        for ahead in (0, *SHOWN_YEARS)
    ]


def _need(paths: PopulationPaths, price: Price) -> Row:
    """A service's need in an age group, in millions of kronor at the year's unchanged price, median of the paths."""
    people = np.median(paths.people(price.group), axis=0)
    cells = []
    for ahead in SHOWN_YEARS:
        mean = Decimal(repr(float(people[ahead - 1]))) / 2 + Decimal(repr(float(people[ahead]))) / 2
        cells.append(Quantity(float(need_for(price, mean) / 1000), "", 1))
    return Row(Phrase(f"need.{price.service}"), [_people(float(people[0])), *cells], _ages(price.group))

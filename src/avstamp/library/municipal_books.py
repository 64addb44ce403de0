"""What are a municipality's books in the base year, and what does the country's history say of the drivers?

Every figure is read by indicator, and every indicator's title is checked against what we took it for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.errors import AvstampError
from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.economy import Books, Drivers, ResultShare, estimate_drivers, fit_result_share
from avstamp.domain.outlook.economy.books import WAGE_SHARE
from avstamp.domain.values import Phrase, UnitKind
from avstamp.factbase import FactBase
from avstamp.library.panel import municipal_panel

FIRST_SHARE_YEAR, FIRST_DRIVER_YEAR = 1996, 2002
INVESTMENT_YEARS = 5
PERCENT = 100.0

TITLES: Mapping[str, str] = {
    "N01951": "Invånare totalt",
    "N03010": "Skatteintäkter kommun",
    "N03009": "Generella statsbidrag och utjämning kommun",
    "N03011": "Verksamhetens nettokostnader enligt resultaträkningen kommun",
    "N03012": "Avskrivningar kommun",
    "N03108": "Finansnetto kommunen",
    "N03007": "Årets resultat kommun",
    "N03036": "Eget kapital vid årets slut, kommunen",
    "N03039": "Tillgångar totalt kommun",
    "N03041": "Materiella & immateriella anläggningstillgångar kommunen",
    "N03042": "Finansiella anläggningstillgångar kommunen",
    "N03043": "Omsättningstillgångar kommunen",
    "N03046": "Långfristiga skulder kommunen",
    "N03125": "Skulder och avsättningar kommunen",
    "N03002": "Soliditet inkl pensionsåtag. kommun",
    "N03102": "Årets resultat som andel av skatt & generella statsbidrag kommun",
    "N03103": "Självfinansieringsgrad för kommunens investeringar",
    "N00903": "Skattekraft kommun",
    "N00906": "Sammanräknad förvärvsinkomst i åldern 20-64 år (median)",
    "N03059": "Finansnetto kommunkoncern",
    "N03055": "Långfristiga skulder kommunkoncern",
}
"""How the title of each indicator that is read must begin."""

TITLES_OF_AGES: Mapping[str, str] = {
    "N01926": "Invånare 1-5 år",
    "N01953": "Invånare 6-15 år",
    "N01954": "Invånare 16-19 år",
    "N01956": "Invånare 65-79 år",
    "N01957": "Invånare 80+",
}
"""Age groups whose services weigh, and how their titles must begin."""

COST_PER_HEAD = (125.9, 144.93, 135.98, 21.9, 181.2)
"""Thousands of kronor an inhabitant and year in each age group: the budget prices of one municipality (Sjöbo, 2024).

Ages 6-15 weigh its four prices by years of age, 16-19 has its price for 16-18 three years of four, 80 and over its
two prices as 82 and 18 parts. Only proportions between groups matter here.
"""

AGE_COSTS: Mapping[str, float] = dict(
    zip(("1-5", "6-15", "16-19", "65-79", "80+"), COST_PER_HEAD, strict=True)
)
"""The same by age group."""

OTHER_COST = 21.6
"""Thousands of kronor an inhabitant for all that follows the whole population: the rest of the net cost in 2022."""

LEAST_DEBT = 5_000.0
"""A group of companies with less long-term debt an inhabitant than this says nothing of the interest."""


class NoEconomy(AvstampError, ValueError):
    """The economy of a unit cannot be carried forward; `phrase` says why and what to do."""

    def __init__(self, phrase: Phrase) -> None:
        self.phrase = phrase
        super().__init__(f"{phrase.key} {dict(phrase.values)}")


@dataclass(frozen=True)
class MunicipalBooks:
    """A municipality's books, the country's drivers and its own result share, and the figures they were made of."""

    unit: Unit
    books: Books
    drivers: Drivers
    model: ResultShare
    column: int
    figures: Mapping[str, float]
    model_year: int

    @property
    def spread(self) -> float:
        """How much chance moves this municipality, in per cent of income for one unit of own chance."""
        return float(self.model.spread[self.column])


def _panel(fact_base: FactBase, indicator: str, first: int, last: int) -> NDArray[np.float64]:
    title = TITLES.get(indicator) or TITLES_OF_AGES[indicator]
    if not fact_base.indicator(indicator).title.startswith(title):
        raise NoEconomy(Phrase("economy.title", {"indicator": indicator, "title": title}))
    return municipal_panel(fact_base.cube, indicator, first, last)


def need_history(fact_base: FactBase, first: int, last: int) -> NDArray[np.float64]:
    """Thousands of kronor that the ages of each municipality ask for, at fixed prices, (years, municipalities)."""
    need = OTHER_COST * _panel(fact_base, "N01951", first, last)
    for indicator, cost in zip(TITLES_OF_AGES, COST_PER_HEAD, strict=True):
        need = need + cost * _panel(fact_base, indicator, first, last)
    return need


def municipal_need(
    fact_base: FactBase, column: int, first: int, last: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """One municipality's inhabitants and what their ages ask for (thousands of kronor, fixed prices), year by year."""
    heads = _panel(fact_base, "N01951", first, last)[:, column]
    return heads, need_history(fact_base, first, last)[:, column]


@lru_cache(maxsize=4)
def national_drivers(fact_base: FactBase, last: int) -> Drivers:
    """The drivers as the median municipality has met them, from 2002 to `last`.

    Tax base: growth of taxes and grants an inhabitant. Wages: growth of median earned income at 20-64. Prices: what
    is left of the growth of net cost for each unit of need when wages have their 0.7. Interest: minus financial net
    over long-term debt of the municipal groups.
    """
    first = FIRST_DRIVER_YEAR - 1

    def growth(values: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.asarray(np.nanmedian(values[1:] / values[:-1] - 1, axis=1))

    heads = _panel(fact_base, "N01951", first, last)
    income = _panel(fact_base, "N03010", first, last) + _panel(fact_base, "N03009", first, last)
    wages = growth(_panel(fact_base, "N00906", first, last))
    unit_cost = growth(
        -_panel(fact_base, "N03011", first, last) * heads / need_history(fact_base, first, last)
    )
    prices = (unit_cost - WAGE_SHARE * wages) / (1 - WAGE_SHARE)
    debt = _panel(fact_base, "N03055", first, last)[1:]
    paid = -_panel(fact_base, "N03059", first, last)[1:]
    with np.errstate(divide="ignore", invalid="ignore"):
        interest = np.nanmedian(np.where(debt > LEAST_DEBT, paid / debt, np.nan), axis=1)
    return estimate_drivers(np.column_stack([growth(income), wages, prices, interest]), FIRST_DRIVER_YEAR)


@lru_cache(maxsize=4)
def result_share_model(fact_base: FactBase, last: int) -> ResultShare:
    """The result share of every municipality, fitted on the years up to `last`."""
    return fit_result_share(_panel(fact_base, "N03102", FIRST_SHARE_YEAR, last))


@lru_cache(maxsize=512)
def read_books(fact_base: FactBase, unit: Unit, year: int | None = None) -> MunicipalBooks:
    """A municipality's books of a year, the newest unless said, and what chance has done to it before.

    Raises: NoEconomy for a region, and when a figure is missing that year (the figure is named).
    """
    if unit.kind is not UnitKind.MUNICIPALITY:
        raise NoEconomy(Phrase("economy.region"))
    year = fact_base.newest_year if year is None else year
    column = fact_base.cube.axes.unit_column[unit.id]
    drivers, model = national_drivers(fact_base, year), result_share_model(fact_base, year)
    names = [name for name in TITLES if name not in ("N00906", "N03055", "N03059")]
    figures = {name: float(_panel(fact_base, name, year, year)[0, column]) for name in names}
    for name, value in figures.items():
        if np.isnan(value):
            indicator = fact_base.indicator(name).title
            raise NoEconomy(
                Phrase("economy.missing", {"indicator": indicator, "id": name, "year": str(year)})
            )
    base = _books(figures, year, float(drivers.mean[3]), _investment(fact_base, column, year))
    passing = (figures["N03102"] - model.expected(column)) / PERCENT * base.income
    return MunicipalBooks(unit, replace(base, passing_result=passing), drivers, model, column, figures, year)


def _books(figures: Mapping[str, float], year: int, interest: float, investment: float) -> Books:
    heads = figures["N01951"]
    kronor = {name: value * heads for name, value in figures.items()}
    depreciation = -kronor["N03012"]
    commitment = figures["N03036"] - figures["N03002"] / PERCENT * figures["N03039"]
    financial = kronor["N03042"] + kronor["N03043"]
    return Books(
        year=year,
        inhabitants=heads,
        income=kronor["N03010"] + kronor["N03009"],
        net_cost=-kronor["N03011"] - depreciation,
        depreciation=depreciation,
        other_net=kronor["N03108"] + interest * kronor["N03046"],
        debt=kronor["N03046"],
        fixed_assets=kronor["N03041"],
        assets=kronor["N03039"],
        equity=kronor["N03036"],
        pension_commitment=max(commitment, 0.0) * heads,
        net_debt=kronor["N03125"] - financial,
        investment=investment * heads,
        tax_base=kronor["N00903"],
    )


def _investment(fact_base: FactBase, column: int, year: int) -> float:
    """Mean investment an inhabitant over five years: (result + depreciation) / degree of self-financing."""
    first = year - INVESTMENT_YEARS + 1
    result = _panel(fact_base, "N03007", first, year)[:, column]
    depreciation = -_panel(fact_base, "N03012", first, year)[:, column]
    degree = _panel(fact_base, "N03103", first, year)[:, column] / PERCENT
    with np.errstate(divide="ignore", invalid="ignore"):
        invested = np.where(np.abs(degree) > 0.05, (result + depreciation) / degree, np.nan)
    known = invested[np.isfinite(invested) & (invested > 0)]
    # A municipality whose figures tell nothing renews what wears out.
    return float(known.mean()) if len(known) else float(depreciation[-1])

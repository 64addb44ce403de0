"""Which three futures are always shown side by side, and how was each assumption in them derived?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from avstamp.domain.outlook.economy.books import WAGE_SHARE, Books, Course, chart_course
from avstamp.domain.outlook.economy.drivers import Drivers
from avstamp.domain.values import Phrase

WINDOW = 5
"""Consecutive years that make a hard or an easy time: as long as a council's term and one year."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """Assumptions a year as shares (0.03 is three per cent); `investment` a level beside the base's.

    `tax_rate` is a change in kronor per hundred. `derived` says in words where each assumption comes from.
    """

    key: str
    tax_base: float
    wages: float
    prices: float
    interest: float
    ambition: float = 0.0
    efficiency: float = 0.0
    investment: float = 1.0
    tax_rate: float = 0.0
    derived: Mapping[str, Phrase] | None = None

    def course(self, books: Books, years: int) -> Course:
        """The course that these assumptions give."""
        return chart_course(
            books,
            years,
            tax_base=self.tax_base,
            wages=self.wages,
            prices=self.prices,
            interest=self.interest,
            ambition=self.ambition,
            efficiency=self.efficiency,
            investment=self.investment,
            tax_rate=self.tax_rate,
        )


ASSUMPTIONS = (
    "tax_base",
    "wages",
    "prices",
    "interest",
    "ambition",
    "efficiency",
    "investment",
    "tax_rate",
)
"""The assumptions of a scenario, in the order they are shown."""


def ready_scenarios(drivers: Drivers) -> tuple[Scenario, Scenario, Scenario]:
    """As today, tighter and better, each assumption derived from the drivers' own history.

    Definition: *as today* has the means of all years and the newest interest. *Tighter* and *better* move the growth
        of the tax base by as much as the worst and the best five years in a row differed from all years in its
        distance to costs (0.7 wages + 0.3 prices); tighter also has the mean interest of all years if that is higher.
    Args: `drivers` with their history. Returns: the three, in that order.
    Raises: nothing. Source: our own rule. Example: see `tests/domain/outlook/economy/test_scenarios.py`.
    """
    growth = drivers.history[:, :3]
    margin = growth[:, 0] - WAGE_SHARE * growth[:, 1] - (1 - WAGE_SHARE) * growth[:, 2]
    in_a_row = np.convolve(margin, np.full(WINDOW, 1 / WINDOW), mode="valid")
    first, last = (str(year) for year in drivers.years)
    span = {"first": first, "last": last}
    tax_base, wages, prices, interest = drivers.mean.tolist()
    mean = {name: Phrase("economy.derived.mean", span) for name in ("tax_base", "wages", "prices")}
    newest = {"interest": Phrase("economy.derived.newest", {"year": last})}
    ours = {
        name: Phrase("economy.derived.unchanged")
        for name in ("ambition", "efficiency", "investment", "tax_rate")
    }
    today = Scenario("as_today", tax_base, wages, prices, interest, derived={**mean, **newest, **ours})

    def moved(key: str, at: int, level: float, more: Mapping[str, Phrase]) -> Scenario:
        years = {"first": str(drivers.years[0] + at), "last": str(drivers.years[0] + at + WINDOW - 1)}
        derived = {**mean, **newest, **ours, "tax_base": Phrase(f"economy.derived.{key}", years), **more}
        away = float(in_a_row[at] - margin.mean())
        return replace(today, key=key, tax_base=tax_base + away, interest=level, derived=derived)

    usual = float(drivers.history[:, 3].mean())
    dearer = {"interest": Phrase("economy.derived.mean", span)} if usual > interest else {}
    return (
        today,
        moved("tighter", int(in_a_row.argmin()), max(usual, interest), dearer),
        moved("better", int(in_a_row.argmax()), interest, {}),
    )

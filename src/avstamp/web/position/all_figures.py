"""Which indicators answer to a search, and what does the unit have in each?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from avstamp.domain.facts.indicator import Indicator
from avstamp.domain.facts.profile import ProfileFigure
from avstamp.domain.facts.unit import Unit
from avstamp.domain.values import Gender, Quantity
from avstamp.library.facts import open_fact_base
from avstamp.library.figure_search import holds_every, indicators_of, searched
from avstamp.library.profile import profile_unit
from avstamp.library.report.wording import quantity

PAGE_SIZE = 50


@dataclass(frozen=True)
class Hit:
    """One indicator and the unit's newest figure of it, where it has one."""

    indicator: Indicator
    figure: ProfileFigure | None

    @property
    def value(self) -> Quantity | None:
        """The newest value with its unit of measure."""
        return quantity(self.indicator, self.figure.value) if self.figure else None


@dataclass(frozen=True)
class Found:
    """One page of the indicators that answer to a search; `pages` of them in all."""

    hits: Sequence[Hit]
    count: int
    page: int
    pages: int

    @property
    def previous(self) -> int | None:
        """The page before, None on the first."""
        return self.page - 1 if self.page > 1 else None

    @property
    def following(self) -> int | None:
        """The page after, None on the last."""
        return self.page + 1 if self.page < self.pages else None


def find_figures(unit: Unit, query: str, page: int) -> Found:
    """Indicators for the unit's kind, or with a value for the unit, that hold every word typed; in order of id."""
    base, words = open_fact_base(), query.casefold().split()
    hits = [one for one in indicators_of(base, unit) if holds_every(words, searched(base, one))]
    pages = max(1, math.ceil(len(hits) / PAGE_SIZE))
    page = min(max(page, 1), pages)
    shown = hits[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    profile = profile_unit(base, unit, indicators={indicator.id for indicator in shown})
    newest = {figure.indicator.id: figure for figure in profile.figures if figure.gender is Gender.ALL}
    return Found([Hit(indicator, newest.get(indicator.id)) for indicator in shown], len(hits), page, pages)

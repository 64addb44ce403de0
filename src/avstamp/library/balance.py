"""Which rows of the balance requirement can be filled from the fact base, and which must be written by hand?"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from avstamp.domain.facts.unit import Unit
from avstamp.domain.values import Gender, UnitKind
from avstamp.factbase import FactBase

PERCENT = 100.0

PER_HEAD: Mapping[str, tuple[str, str]] = {
    "result": ("N03007", "Årets resultat kommun"),
    "tax": ("N03010", "Skatteintäkter kommun"),
    "grants": ("N03009", "Generella statsbidrag och utjämning kommun"),
    "equity": ("N03036", "Eget kapital vid årets slut, kommunen"),
}
"""Rows that are figures an inhabitant in the fact base: their indicators, and how the titles must begin."""

HEADS = ("N01951", "Invånare totalt")
EQUITY_RATIO = ("N03002", "Soliditet inkl pensionsåtag. kommun")
ASSETS = ("N03039", "Tillgångar totalt kommun")


@dataclass(frozen=True, slots=True)
class FilledRow:
    """An amount in whole kronor, made of figures an inhabitant, and the indicators it was made of."""

    amount: int
    indicators: tuple[str, ...]


def filled_rows(fact_base: FactBase, unit: Unit, year: int) -> Mapping[str, FilledRow]:
    """The rows that the fact base can fill for a municipality and year; empty where figures are missing.

    The source gives kronor an inhabitant with decimals, so an amount may differ from the accounts by some kronor. The
    pension commitment is what must be taken from equity for the equity ratio with pensions to come out.
    """
    if unit.kind is not UnitKind.MUNICIPALITY:
        return {}
    heads = _figure(fact_base, HEADS, unit, year)
    rows = {}
    for key, indicator in PER_HEAD.items():
        value = _figure(fact_base, indicator, unit, year) * heads
        if not math.isnan(value):
            rows[key] = FilledRow(round(value), (indicator[0], HEADS[0]))
    equity = _figure(fact_base, PER_HEAD["equity"], unit, year)
    ratio, assets = _figure(fact_base, EQUITY_RATIO, unit, year), _figure(fact_base, ASSETS, unit, year)
    commitment = (equity - ratio / PERCENT * assets) * heads
    if not math.isnan(commitment):
        made_of = (PER_HEAD["equity"][0], EQUITY_RATIO[0], ASSETS[0], HEADS[0])
        rows["pension_commitment"] = FilledRow(max(0, round(commitment)), made_of)
    return rows


def _figure(fact_base: FactBase, named: tuple[str, str], unit: Unit, year: int) -> float:
    indicator, title = named
    if not fact_base.indicator(indicator).title.startswith(title):
        raise ValueError(f"{indicator} is {fact_base.indicator(indicator).title!r}, not {title!r}")
    cube = fact_base.cube
    slabs = cube.axes.slabs_of(indicator, Gender.ALL)
    for slab in range(slabs.start, slabs.stop):
        if int(cube.axes.slab_year[slab]) == year:
            return float(cube.values[slab, cube.axes.unit_column[unit.id]])
    return math.nan

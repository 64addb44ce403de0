"""What stands on the page about our ability to meet expectations?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from avstamp.domain.facts.profile import ProfileFigure
from avstamp.domain.facts.unit import Unit
from avstamp.domain.position.expectations import Whose
from avstamp.domain.values import Phrase, Quantity, Text
from avstamp.library.expectations import MeasuredAbility, MeasuredExpectation, measure_expectations
from avstamp.library.facts import open_fact_base
from avstamp.library.report.wording import name_of, quantity
from avstamp.phrases import group_name
from avstamp.phrases.sentences.units import MEASURES


@dataclass(frozen=True)
class Row:
    """One expectation, ready to be printed; `figure` is None where nothing in the fact base measures it."""

    name: Phrase
    figure: ProfileFigure | None
    measure: Text | None
    value: Quantity | None
    chance: Phrase | None
    gap: Phrase | None
    how: Phrase | None
    abilities: Sequence[Phrase]


@dataclass(frozen=True)
class Holders:
    """Those who expect something, and what."""

    whose: Whose
    name: Phrase
    rows: Sequence[Row]


def expectations_page(unit: Unit) -> list[Holders]:
    """Every expectation on a unit, by whose it is."""
    measured = measure_expectations(open_fact_base(), unit)
    return [
        Holders(whose, Phrase(f"whose.{whose.value}"), rows)
        for whose in Whose
        if (rows := [_row(row, unit) for row in measured if row.expectation.whose is whose])
    ]


def _row(row: MeasuredExpectation, unit: Unit) -> Row:
    figure = row.figure
    return Row(
        name=Phrase(f"expectation.{row.expectation.key}"),
        figure=figure,
        measure=name_of(figure.indicator, figure.entry) if figure else None,
        value=quantity(figure.indicator, figure.value) if figure else None,
        chance=_chance(row, figure) if figure else None,
        gap=_gap(row, figure, unit) if figure else None,
        how=None if figure else _how(row),
        abilities=[_ability(ability) for ability in row.abilities],
    )


def _chance(row: MeasuredExpectation, figure: ProfileFigure) -> Phrase:
    if math.isnan(row.reach):
        return Phrase("expectation.chance.unknown")
    measure = "procentenheter" if figure.indicator.unit == "%" else figure.indicator.unit
    reach = Quantity(row.reach, measure, figure.indicator.decimals)
    within = not math.isnan(row.gap) and abs(row.gap) <= row.reach
    return Phrase(f"expectation.chance.{'within' if within else 'beyond'}", {"reach": reach})


def _gap(row: MeasuredExpectation, figure: ProfileFigure, unit: Unit) -> Phrase:
    if math.isnan(row.gap):
        return Phrase("expectation.gap.none")
    group = group_name(figure.group, unit.kind)
    if row.gap == 0:
        return Phrase("expectation.gap.equal", {"group": group})
    # A share apart from a share lies percentage points away, not per cent; a bare index needs a word to be read.
    unit_of_measure = figure.indicator.unit
    bare = "enheter" if MEASURES.get(unit_of_measure) == "" else unit_of_measure
    measure = "procentenheter" if unit_of_measure == "%" else bare
    gap = Quantity(abs(row.gap), measure, figure.indicator.decimals)
    return Phrase(f"expectation.gap.{'better' if row.gap > 0 else 'worse'}", {"gap": gap, "group": group})


def _how(row: MeasuredExpectation) -> Phrase:
    """Where a figure can be had: for this very expectation where it has a place of its own."""
    expectation = row.expectation
    own = ("supervision", "audit", "cooperation", "balance")
    key = expectation.key if expectation.key in own else expectation.whose.value
    return Phrase(f"expectation.source.{key}")


def _ability(measured: MeasuredAbility) -> Phrase:
    ability, figure = Phrase(f"ability.{measured.ability.value}"), measured.figure
    if figure is None:
        how = Phrase(f"ability.{measured.ability.value}.how")
        return Phrase("expectation.ability.missing", {"ability": ability, "how": how})
    values = {
        "ability": ability,
        "name": name_of(figure.indicator, figure.entry),
        "value": quantity(figure.indicator, figure.value),
        "year": str(figure.year),
    }
    return Phrase("expectation.ability.figure", values)

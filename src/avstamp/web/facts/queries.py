"""What stands on the page of one figure, ready to be printed?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from avstamp.domain.documents import Figure
from avstamp.domain.facts.chance import chance_of
from avstamp.domain.facts.indicator import Direction
from avstamp.domain.facts.profile import ProfileFigure
from avstamp.domain.facts.reading import FigureReading
from avstamp.domain.facts.standing import standing_of
from avstamp.domain.facts.unit import Unit
from avstamp.domain.values import Gender, Phrase, Quantity, Text
from avstamp.factbase import FactBase
from avstamp.library.comparison import OWN, comparison_group
from avstamp.library.facts import open_fact_base
from avstamp.library.figure import newest_figure, read_figure
from avstamp.library.figure_charts import lines_figure, map_figure, strip_figure
from avstamp.library.figure_tables import SPLIT, member_table, ranking_table, year_table
from avstamp.library.figure_words import (
    chance_words,
    copyable,
    figure_cautions,
    finding,
    measure_of,
    not_reported,
    period_of,
    years_known,
)
from avstamp.library.overview import POPULATION
from avstamp.library.own_choice import OwnChoice, read_own_choice
from avstamp.library.report.wording import judgement, name_of, quantity
from avstamp.phrases import bilingual, group_name
from avstamp.renderers.charts import ClassOfUnits, map_classes
from avstamp.web.facts.beside import Part as Part
from avstamp.web.facts.beside import parts_beside as parts_beside
from avstamp.web.facts.beside import register as register
from avstamp.web.facts.choices import MEMBER_SORTS, YEAR_SORTS, Choices
from avstamp.web.facts.tables import SortableTable, sortable, unsorted


@dataclass(frozen=True)
class FigurePage:
    """One figure with everything beside it; `newest` and what follows from it are None where there is no value."""

    reading: FigureReading
    heading: Text
    name: Text
    measure: Text
    period: Text | None
    definition: Phrase | None
    reason: Phrase | None
    newest: ProfileFigure | None
    value: Quantity | None
    median: Quantity | None
    group_mean: Quantity | None
    national: Quantity | None
    judgement: Phrase | None
    chance: Sequence[Phrase]
    cautions: Sequence[Phrase]
    status: Phrase | None
    group: Text
    group_n: Phrase
    copy: Phrase | None
    genders: Sequence[str]
    not_reported: Phrase | None
    members: SortableTable | None


def read_page(unit: Unit, indicator: str, choices: Choices) -> FigureReading:
    """The reading that an address asks for.

    Raises:
        UnknownIndicator, UnknownGroup, UnknownUnit: as the library raises them.
    """
    base = open_fact_base()
    known = base.indicator(indicator)
    group = comparison_group(base, unit, known.id, choice=choices.compare)
    return read_figure(base, known.id, unit, group=group, gender=choices.row)


def figure_page(unit: Unit, indicator: str, choices: Choices, *, language: str) -> FigurePage:
    """Everything on the page of one figure; raises what `read_page` does."""
    reading = read_page(unit, indicator, choices)
    known, entry, newest = reading.indicator, reading.entry, reading.figure
    chance = chance_of(reading)
    directed = entry is not None and entry.direction is not Direction.NONE
    years = years_known(reading)
    have = newest.group_n if newest else 0
    return FigurePage(
        reading=reading,
        heading=finding(reading, standing_of(reading, chance)),
        name=name_of(known, entry),
        measure=measure_of(known),
        period=period_of(years),
        definition=bilingual(entry.definitions) if entry else None,
        reason=bilingual(entry.reasons) if entry else None,
        newest=newest,
        value=quantity(known, newest.value) if newest else None,
        median=quantity(known, newest.median) if newest else None,
        group_mean=quantity(known, newest.group_mean) if newest else None,
        national=_national(reading),
        judgement=judgement(newest) if newest and directed else None,
        chance=chance_words(reading, chance),
        cautions=figure_cautions(reading, inhabitants=_inhabitants(open_fact_base(), unit)),
        status=Phrase(f"status.{newest.status.value}") if newest else None,
        group=group_name(reading.group, unit.kind),
        group_n=Phrase("figure.group_n", {"known": have, "members": len(reading.members)}),
        copy=copyable(reading, language),
        genders=[gender.value for gender in Gender if gender in reading.by_gender],
        not_reported=not_reported(reading),
        members=_members(reading, choices),
    )


def _members(reading: FigureReading, choices: Choices) -> SortableTable | None:
    """Who is in the group and what they have; None where nobody else has anything."""
    if not any(not math.isnan(value) for member in reading.members for value in member.values):
        return None
    return sortable(
        member_table(reading),
        MEMBER_SORTS,
        chosen=choices.sort,
        address=lambda word: choices.address(sort=word),
        marked=reading.unit.name,
    )


def _national(reading: FigureReading) -> Quantity | None:
    """The source's own figure for the country in the figure's year."""
    if reading.figure is None:
        return None
    value = dict(zip(reading.years, reading.national, strict=True)).get(reading.figure.year, math.nan)
    return quantity(reading.indicator, value)


def _inhabitants(base: FactBase, unit: Unit) -> float:
    """How many live in the unit; without a figure nothing is said of few."""
    found = newest_figure(base, POPULATION, unit, group=None)
    return found.value if found else math.inf


def split_of(reading: FigureReading, choices: Choices) -> tuple[Gender, ...]:
    """The genders shown beside the whole: both, where the reader asked for them and the source has them."""
    return tuple(g for g in SPLIT if choices.split and g in reading.by_gender)


@dataclass(frozen=True)
class Parts:
    """What one view adds: its pictures, its table, and the classes of a map."""

    figure: Figure | None = None
    strip: Figure | None = None
    table: SortableTable | None = None
    classes: Sequence[ClassOfUnits] = ()


def view_parts(reading: FigureReading, choices: Choices) -> Parts:
    """The pictures and tables of the view chosen."""
    if choices.view == "karta":
        drawn = map_figure(reading, open_fact_base().boundaries(reading.unit.kind))
        table = unsorted(ranking_table(reading), marked=reading.unit.name)
        return Parts(
            figure=drawn,
            table=table if drawn else None,
            classes=map_classes(drawn.content) if drawn else (),
        )
    if choices.view == "tabell":
        table = sortable(
            year_table(reading, genders=split_of(reading, choices)),
            YEAR_SORTS,
            chosen=choices.years,
            address=lambda word: choices.address(years=word),
        )
        return Parts(table=table)
    return Parts(figure=lines_figure(reading, split=choices.split), strip=strip_figure(reading))


def own_choice(unit: Unit, typed: str) -> OwnChoice:
    """What the reader typed of whom to compare with."""
    return read_own_choice(open_fact_base(), unit, typed)


def typed_before(choices: Choices) -> str:
    """The names of an own choice that already stands in the address, for its field."""
    if not choices.compare.startswith(OWN):
        return ""
    units = open_fact_base().units
    return ", ".join(units.get(code).name for code in choices.compare.removeprefix(OWN).split(",") if code)

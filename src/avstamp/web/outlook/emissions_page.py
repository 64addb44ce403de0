"""What stands on the page of emissions and the pace to a target?"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from avstamp.domain.documents import Figure
from avstamp.domain.documents.tree import Cell
from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.environment import Pace, Target
from avstamp.domain.values import Phrase, Quantity, Text
from avstamp.factbase import FactBase
from avstamp.library.comparison import comparison_group
from avstamp.library.csv_files import table_csv
from avstamp.library.emissions import (
    NATIONAL_TARGET,
    PER_INHABITANT,
    Series,
    UnitEmissions,
    emissions_notes,
    emissions_table,
    pace_of,
    tonnes,
    unit_emissions,
)
from avstamp.library.facts import open_fact_base
from avstamp.library.figure import newest_figure
from avstamp.library.report.wording import cite, quantity
from avstamp.phrases import group_name, source_line

LAST_TARGET_YEAR = 2100


@dataclass(frozen=True)
class Field:
    """An input: its name, label, what is written, and what is wrong with it."""

    name: str
    label: Phrase
    written: str
    wrong: Phrase | None = None


@dataclass(frozen=True)
class Row:
    """A series of the table of paces, with the address of its figure page."""

    id: str
    name: Phrase
    cells: Sequence[Cell]


@dataclass(frozen=True)
class Comparison:
    """Emissions per inhabitant beside others."""

    id: str
    year: int
    value: Quantity
    group: Text
    group_mean: Quantity
    median: Quantity
    place: int
    n: int


@dataclass(frozen=True)
class EmissionsPage:
    """The page; `answer` is None where the fact base has no emissions of the unit."""

    answer: Phrase | None
    points: Sequence[Phrase]
    figures: Sequence[Figure]
    headings: Sequence[Phrase]
    years: Sequence[tuple[int, Sequence[Cell]]]
    paces: Sequence[Row]
    has_sectors: bool
    comparison: Comparison | None
    base_years: Sequence[int]
    fields: Mapping[str, Field]
    wrong: Sequence[Phrase]
    source: str
    newest: int


def emissions_page(unit: Unit, asked: Mapping[str, str], *, language: str) -> EmissionsPage:
    """Everything on the page for a target; a wrong number is said, and the national target's own is used."""
    base = open_fact_base()
    found = unit_emissions(base, unit)
    if found is None:
        return EmissionsPage(None, (), (), (), (), (), False, None, (), {}, (), "", 0)
    target, fields = _read_target(found.total, asked)
    pace = pace_of(found.total, target)
    assert pace is not None  # the target was read against the years that there are
    table = emissions_table(found)
    return EmissionsPage(
        answer=_answer(unit, pace, target),
        points=_points(pace, target),
        figures=_figures(found, pace, target),
        headings=[column.heading for column in table.columns if isinstance(column.heading, Phrase)],
        years=[(int(str(row[0])), row[1:]) for row in table.rows],
        paces=[_row(one, target) for one in (found.total, *found.sectors)],
        has_sectors=bool(found.sectors),
        comparison=_comparison(base, unit),
        base_years=sorted(year for year in found.total.levels if year < found.total.newest),
        fields=fields,
        wrong=[field.wrong for field in fields.values() if field.wrong],
        source=source_line(cite(found.origin), language),
        newest=found.total.newest,
    )


def emissions_csv(unit: Unit, *, language: str) -> str | None:
    """The unit's emissions as a file; None where the fact base has none."""
    found = unit_emissions(open_fact_base(), unit)
    if found is None:
        return None
    return table_csv(
        emissions_table(found), emissions_notes(found), terms=found.origin.terms, language=language
    )


def _read_target(total: Series, asked: Mapping[str, str]) -> tuple[Target, dict[str, Field]]:
    usual = NATIONAL_TARGET
    first = min(total.levels)
    bounds = {
        "bas": (first, total.newest - 1, usual.base_year if usual.base_year in total.levels else first),
        "mal": (total.newest + 1, LAST_TARGET_YEAR, max(usual.year, total.newest + 1)),
        "minskning": (0, 100, round(usual.reduction)),
    }
    numbers: dict[str, float] = {}
    fields: dict[str, Field] = {}
    for name, (least, most, default) in bounds.items():
        written = asked.get(name, "").strip()
        fields[name] = Field(name, Phrase(f"emissions.field.{name}"), written or str(default))
        number = _read_number(written, whole=name != "minskning") if written else float(default)
        known = name != "bas" or number in total.levels
        if math.isnan(number) or not least <= number <= most or not known:
            said = {"written": written, "least": str(least), "most": str(most)}
            fields[name] = replace(fields[name], wrong=Phrase(f"emissions.wrong.{name}", said))
            number = default
        numbers[name] = number
    return Target(int(numbers["bas"]), int(numbers["mal"]), numbers["minskning"]), fields


def _read_number(written: str, *, whole: bool) -> float:
    """What was written as a number; NaN where it is none."""
    form = r"\d{1,4}" if whole else r"\d{1,3}(?:[.,]\d{1,2})?"
    return float(written.replace(",", ".")) if re.fullmatch(form, written, re.ASCII) else math.nan


def _percent(share: float, *, signed: bool = True) -> Quantity:
    return Quantity(None if math.isnan(share) else 100 * share, "%", 1, signed)


def _answer(unit: Unit, pace: Pace, target: Target) -> Phrase:
    said: dict[str, object] = {
        "unit": unit.name,
        "base": str(target.base_year),
        "year": str(target.year),
        "reduction": Quantity(target.reduction, "%", 0),
        "last": str(pace.last_year),
    }
    if pace.reached:
        return Phrase("emissions.answer.reached", said)
    if math.isnan(pace.needed):
        return Phrase("emissions.answer.zero", said | {"yearly": tonnes(pace.yearly)})
    needed = _percent(-pace.needed, signed=False)
    if math.isnan(pace.recent):
        return Phrase("emissions.answer.unknown", said | {"needed": needed})
    recent = _percent(abs(pace.recent), signed=False)
    key = "rising" if pace.recent >= 0 else "enough" if pace.gap <= 0 else "short"
    return Phrase(
        f"emissions.answer.{key}",
        said | {"needed": needed, "recent": recent, "since": str(pace.recent_from)},
    )


def _points(pace: Pace, target: Target) -> list[Phrase]:
    said = {
        "base": str(target.base_year),
        "last": str(pace.last_year),
        "year": str(target.year),
        "first_level": tonnes(pace.base),
        "last_level": tonnes(pace.last),
        "changed": _percent(pace.changed),
        "level": tonnes(pace.level),
    }
    points = [Phrase("emissions.point.so_far", said), Phrase("emissions.point.level", said)]
    if not pace.reached:
        points.append(Phrase("emissions.point.yearly", said | {"yearly": tonnes(pace.yearly)}))
    if not math.isnan(pace.ahead):
        key = "gap" if pace.gap > 0 else "below"
        points.append(
            Phrase(
                f"emissions.point.{key}", said | {"ahead": tonnes(pace.ahead), "gap": tonnes(abs(pace.gap))}
            )
        )
    return points


def _figures(found: UnitEmissions, pace: Pace, target: Target) -> list[Figure]:
    total = found.total
    years = sorted(total.levels)
    own = {
        "name": Phrase("emissions.line"),
        "role": "unit",
        "years": years,
        "values": [total.levels[year] for year in years],
    }
    way = {
        "name": Phrase("emissions.way"),
        "role": "group",
        "years": [pace.last_year, target.year],
        "values": [pace.last, pace.level],
    }
    said = {
        "unit": found.unit.name,
        "first": str(years[0]),
        "first_level": tonnes(total.levels[years[0]]),
        "last": str(pace.last_year),
        "last_level": tonnes(pace.last),
        "year": str(target.year),
        "level": tonnes(pace.level),
    }
    lines = Figure(
        kind="lines",
        content={"unit": Phrase("emissions.measure"), "decimals": 0, "zero": True, "series": [own, way]},
        caption=Phrase("emissions.caption", said),
        alternative=Phrase("emissions.alternative", said),
        sources=cite(found.origin, derived=True),
    )
    return [lines, *([_bars(found)] if found.sectors else [])]


def _bars(found: UnitEmissions) -> Figure:
    year = found.total.newest
    known = sorted(
        (one for one in found.sectors if year in one.levels), key=lambda one: one.levels[year], reverse=True
    )
    said = {"unit": found.unit.name, "year": str(year), "sector": Phrase(f"emissions.{known[0].key}")}
    said["level"] = tonnes(known[0].levels[year])
    bars = [{"name": Phrase(f"emissions.{one.key}"), "value": one.levels[year]} for one in known]
    return Figure(
        kind="bars",
        content={"unit": Phrase("emissions.measure"), "decimals": 0, "bars": bars},
        caption=Phrase("emissions.bars.caption", said),
        alternative=Phrase("emissions.bars.alternative", said),
        sources=cite(found.origin),
    )


def _row(series: Series, target: Target) -> Row:
    pace = pace_of(series, target)
    name = Phrase(f"emissions.{series.key}")
    if pace is None:
        return Row(series.indicator.id, name, [None] * 6)
    return Row(
        series.indicator.id,
        name,
        [
            replace(tonnes(pace.base), unit=""),
            replace(tonnes(pace.last), unit=""),
            _percent(pace.changed),
            _percent(pace.past),
            _percent(pace.recent),
            _percent(pace.needed),
        ],
    )


def _comparison(base: FactBase, unit: Unit) -> Comparison | None:
    if PER_INHABITANT not in base.indicators:
        return None
    group = comparison_group(base, unit, PER_INHABITANT, choice="similar")
    figure = newest_figure(base, PER_INHABITANT, unit, group=group)
    if figure is None:
        return None
    return Comparison(
        id=PER_INHABITANT,
        year=figure.year,
        value=quantity(figure.indicator, figure.value),
        group=group_name(group, unit.kind),
        group_mean=quantity(figure.indicator, figure.group_mean),
        median=quantity(figure.indicator, figure.median),
        place=figure.place,
        n=figure.n,
    )

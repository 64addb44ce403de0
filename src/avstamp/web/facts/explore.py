"""What does the page where one explores a figure hand over to its script?"""

from __future__ import annotations

from collections.abc import Sequence

from avstamp.domain.facts.reading import FigureReading
from avstamp.domain.values import Phrase
from avstamp.library.figure_tables import unit_heading
from avstamp.library.figure_words import measure_of
from avstamp.phrases import group_name, language_of, say
from avstamp.renderers.charts.explore import explore_spec, number_locale


def explore_data(reading: FigureReading, *, language: str) -> dict[str, object]:
    """The chart's specification and the language's number form; no rows where the unit has no value."""
    spoken = language_of(language)
    spec = explore_spec(
        _rows(reading, spoken),
        measure=say(measure_of(reading.indicator), spoken),
        decimals=reading.indicator.decimals,
        words={
            "name": say(unit_heading(reading), spoken),
            "year": say(Phrase("figure.column.year"), spoken),
            "value": say(Phrase("figure.column.value"), spoken),
        },
        zero=False,
    )
    return {"spec": spec, "locale": number_locale(spoken)}


def _rows(reading: FigureReading, language: str) -> list[dict[str, object]]:
    """A point for every year of the unit, its group's mean, the median and each member."""
    group = Phrase("figure.line.mean", {"group": group_name(reading.group, reading.unit.kind)})
    series: list[tuple[str, str, Sequence[float]]] = [
        *((member.unit.name, "member", member.values) for member in reading.members),
        (say(Phrase("chart.median"), language), "median", reading.medians),
        (say(group, language), "group", reading.group_means),
        (reading.unit.name, "unit", reading.values),
    ]
    return [
        {"name": name, "year": year, "value": value, "role": role}
        for name, role, values in series
        for year, value in zip(reading.years, values, strict=True)
        if value == value
    ]

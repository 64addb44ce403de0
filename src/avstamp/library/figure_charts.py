"""Which pictures stand on the page of one figure?"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from avstamp.domain.documents import Figure
from avstamp.domain.facts.reading import FigureReading
from avstamp.domain.facts.unit import GroupKind
from avstamp.domain.values import Gender, Phrase, Text, UnitKind, Verbatim
from avstamp.library.figure_tables import SPLIT
from avstamp.library.report.series import series_figure
from avstamp.library.report.wording import cite, name_of, name_with_unit, quantity
from avstamp.phrases import group_name

Rings = Sequence[Sequence[tuple[float, float]]]
ROLE_OF_GENDER = {Gender.WOMEN: "second", Gender.MEN: "third"}


def lines_figure(reading: FigureReading, *, split: bool) -> Figure | None:
    """The unit over the years beside its group and the median, or beside its women and men; None without a value."""
    if reading.figure is None:
        return None
    plain = series_figure(reading, with_group=not split and _any(reading.group_means))
    others = _genders(reading) if split else _references(reading)
    own = {
        "name": Verbatim(reading.unit.name),
        "role": "unit",
        "years": list(reading.years),
        "values": list(reading.values),
    }
    return Figure(
        kind=plain.kind,
        content=dict(plain.content)
        | {"series": [own, *others], "unit": Phrase("unit", {"unit": reading.indicator.unit})},
        caption=plain.caption,
        alternative=plain.alternative,
        sources=plain.sources,
    )


def _references(reading: FigureReading) -> list[dict[str, object]]:
    group = Phrase("figure.line.mean", {"group": group_name(reading.group, reading.unit.kind)})
    lines: list[dict[str, object]] = []
    if _any(reading.group_means):
        lines.append(_line(reading, group, "group", reading.group_means))
    if reading.group.kind is not GroupKind.ALL and _any(reading.medians):
        lines.append(_line(reading, Phrase("chart.median"), "median", reading.medians))
    return lines


def _genders(reading: FigureReading) -> list[dict[str, object]]:
    return [
        _line(
            reading,
            Phrase(f"figure.gender.{gender.value}"),
            ROLE_OF_GENDER[gender],
            reading.by_gender[gender],
        )
        for gender in SPLIT
        if gender in reading.by_gender
    ]


def _line(reading: FigureReading, name: Text, role: str, values: Sequence[float]) -> dict[str, object]:
    return {"name": name, "role": role, "years": list(reading.years), "values": list(values)}


def _any(values: Sequence[float]) -> bool:
    return any(not math.isnan(value) for value in values)


def strip_figure(reading: FigureReading) -> Figure | None:
    """Every unit of the kind on one line in the figure's year; None where the unit has no figure or stands alone."""
    figure = reading.figure
    if figure is None or figure.n < 2:
        return None
    values = sorted(row.value for row in reading.ranking)
    said: dict[str, object] = {"year": figure.year, "unit": reading.unit.name}
    for key, value in (
        ("lowest", values[0]),
        ("highest", values[-1]),
        ("value", figure.value),
        ("median", figure.median),
    ):
        said[key] = quantity(reading.indicator, value)
    name = name_of(reading.indicator, reading.entry)
    return Figure(
        kind="strip",
        content={
            "values": values,
            "marked": {"name": Verbatim(reading.unit.name), "value": figure.value},
            "median": figure.median,
            "unit": Phrase("unit", {"unit": reading.indicator.unit}),
            "decimals": reading.indicator.decimals,
        },
        caption=Phrase("figure.strip.caption", {"name": name, "year": figure.year}),
        alternative=Phrase("figure.strip.alternative", said),
        sources=cite(reading.origin),
    )


def map_figure(reading: FigureReading, boundaries: Mapping[str, Rings]) -> Figure | None:
    """Every unit of the kind on the map in the figure's year; None where the unit has no figure."""
    figure = reading.figure
    if figure is None or not reading.ranking:
        return None
    return Figure(
        kind="map",
        content={
            "boundaries": boundaries,
            "values": {row.unit.id: row.value for row in reading.ranking},
            "marked": reading.unit.id,
            "unit": reading.indicator.unit,
            "decimals": reading.indicator.decimals,
            "legend": False,
            # A region is large enough to be found by its outline; a name would lie on its neighbours.
            **({"name": Verbatim(reading.unit.name)} if reading.unit.kind is UnitKind.MUNICIPALITY else {}),
        },
        caption=name_with_unit(reading.indicator, reading.entry),
        alternative=Phrase(
            "figure.map.alternative",
            {
                "year": figure.year,
                "unit": reading.unit.name,
                "value": quantity(reading.indicator, figure.value),
                "place": figure.place,
                "n": figure.n,
            },
        ),
        sources=cite(reading.origin),
    )

"""Where in the country are the values high and low?"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np

from avstamp.domain.values import Phrase, Quantity
from avstamp.renderers.charts.frame import (
    Frame,
    Margins,
    Spec,
    boxes,
    decimals_of,
    layer,
    position,
    texts,
    whole_chart,
)
from avstamp.renderers.charts.outlines import Outline, fit_outlines
from avstamp.renderers.charts.palette import AXIS, CLASSES, INK, MISSING, MUTED, STEPS, SURFACE
from avstamp.renderers.charts.scale import LinearScale, present

HEIGHT = 560
WIDTH = 252
LEGEND_ROW = 22


def map_spec(content: Mapping[str, object], frame: Frame) -> Spec:
    """A map in up to five classes of as many units each, with the classes written out and the unit outlined.

    A page that writes the classes itself, as a list, says so with `legend: False`.
    """
    boundaries = cast("Mapping[str, Sequence[Sequence[tuple[float, float]]]]", content["boundaries"])
    values = {
        unit: value
        for unit, value in cast("Mapping[str, float]", content["values"]).items()
        if present([value]) and unit in boundaries
    }
    if not values:
        raise ValueError("a map needs at least one value")
    marked = str(content.get("marked", ""))
    outlines = fit_outlines(boundaries, WIDTH, HEIGHT)
    limits = class_limits(list(values.values()))
    colours = {unit: _colour(values.get(unit), limits) for unit in outlines}
    shapes = [_feature(outline, colours[unit]) for unit, outline in outlines.items() if unit != marked]
    layers = [_shapes(shapes, SURFACE, 0.5)]
    if marked in outlines:
        layers.append(_shapes([_feature(outlines[marked], colours[marked])], INK, 2.0))
    axes = LinearScale(0, WIDTH, WIDTH), LinearScale(HEIGHT, 0, HEIGHT, reverse=True)
    place = (WIDTH + 40.0, 120.0) if frame.wide else (-20.0, HEIGHT + 24.0)
    legend = (
        _legend(content, frame, values, limits, len(values) < len(outlines))
        if content.get("legend", True)
        else []
    )
    if legend:
        layers += _legend_layers(legend, place, frame.measure(content), axes)
    layers += _name(content, frame, outlines.get(marked, ()), axes)
    below = LEGEND_ROW * (len(legend) + 1) + 16 if legend else 10
    margins = Margins(34, frame.total - WIDTH - 34, 10, 10 if frame.wide else below)
    return whole_chart(frame, layers, width=WIDTH, height=HEIGHT, margins=margins)


def class_limits(values: Sequence[float], classes: int = len(STEPS)) -> list[float]:
    """Return the upper limits of classes that hold as many units each, as nearly as ties allow.

    Formula:
        limit i = the i/classes quantile of the values (linear interpolation); equal limits are merged, so that
        ties never fall in two classes and no class is empty.

    Args:
        values: one number per unit, without NaN.
        classes: how many classes there may be.

    Returns:
        Ascending upper limits, each inclusive; the last is the largest value.

    Source:
        Hyndman & Fan (1996), Sample quantiles in statistical packages, definition 7.

    Example:
        >>> class_limits([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], classes=2)
        [5.5, 10.0]
        >>> class_limits([0, 0, 0, 0, 4], classes=5)
        [0.0, 4.0]
    """
    shares = [number / classes for number in range(1, classes + 1)]
    limits = [float(limit) for limit in np.quantile(np.asarray(values, dtype=float), shares)]
    ordered = sorted(set(limits))
    filled: list[float] = []
    for limit in ordered:
        below = filled[-1] if filled else -math.inf
        if any(below < value <= limit for value in values):
            filled.append(limit)
    return filled


def class_ranges(values: Sequence[float], limits: Sequence[float]) -> list[tuple[float, float, int]]:
    """The smallest and largest value that each class really holds, and how many units it holds."""
    ranges = []
    below = -math.inf
    for limit in limits:
        held = [value for value in values if below < value <= limit]
        ranges.append((min(held), max(held), len(held)))
        below = limit
    return ranges


@dataclass(frozen=True, slots=True)
class ClassOfUnits:
    """One class of a map for a page that writes its classes itself: the step of the scale, the values, how many units.

    Without units of its own (`low` and `high` None) it is the class of those whose value is missing.
    """

    step: str
    low: Quantity | None
    high: Quantity | None
    held: int


def map_classes(content: Mapping[str, object]) -> list[ClassOfUnits]:
    """The classes of a map's content, highest first, then how many have no value."""
    boundaries = cast("Mapping[str, object]", content["boundaries"])
    values = [
        value
        for unit, value in cast("Mapping[str, float]", content["values"]).items()
        if present([value]) and unit in boundaries
    ]
    limits = class_limits(values)
    decimals, unit = decimals_of(content), str(content.get("unit", ""))
    rows = [
        ClassOfUnits(CLASSES[colour], Quantity(low, "", decimals), Quantity(high, unit, decimals), held)
        for colour, (low, high, held) in zip(_ramp(len(limits)), class_ranges(values, limits), strict=True)
    ]
    missing = len(boundaries) - len(values)
    return [*rows[::-1], *([ClassOfUnits(CLASSES[MISSING], None, None, missing)] if missing else [])]


def _colour(value: float | None, limits: Sequence[float]) -> str:
    if value is None:
        return MISSING
    number = next(index for index, limit in enumerate(limits) if value <= limit)
    return _ramp(len(limits))[number]


def _ramp(classes: int) -> tuple[str, ...]:
    """Colours for so many classes, always from the lightest to the darkest."""
    if classes == 1:
        return (STEPS[2],)
    return tuple(STEPS[round(number * (len(STEPS) - 1) / (classes - 1))] for number in range(classes))


def _name(
    content: Mapping[str, object], frame: Frame, outline: Outline, axes: tuple[LinearScale, LinearScale]
) -> list[Spec]:
    """The marked unit's name in the sea beside it, with a line to the unit, so that it is found without colour."""
    if not outline or "name" not in content:
        return []
    points = [point for ring in outline for point in ring]
    centre = (
        (min(x for x, _ in points) + max(x for x, _ in points)) / 2,
        (min(y for _, y in points) + max(y for _, y in points)) / 2,
    )
    across, down = axes
    text = frame.words(content["name"])
    px = min(WIDTH * 0.62, WIDTH + 24 - 8.0 * len(text))
    py = min(max(centre[1] + 34, HEIGHT * 0.66), HEIGHT - 10)
    ends = [centre, (px - 4, py)]
    rows = [{"x": across.value(x), "y": down.value(y)} for x, y in ends]
    x, y = position("x", across.low, across.high), position("y", down.low, down.high)
    return [
        layer({"type": "line", "color": INK, "strokeWidth": 1}, rows, x=x, y=y),
        texts([{"px": px, "py": py, "text": text}], across, down, color=INK, fontWeight=600),
    ]


def _feature(outline: Outline, colour: str) -> Spec:
    polygons = [[[list(point) for point in ring]] for ring in outline]
    return {
        "type": "Feature",
        "colour": colour,
        "geometry": {"type": "MultiPolygon", "coordinates": polygons},
    }


def _shapes(features: Sequence[Spec], stroke: str, width: float) -> Spec:
    """Outlines that are already in pixels, so that the renderer projects nothing."""
    return {
        "data": {"values": list(features)},
        "projection": {"type": "identity", "reflectY": False, "scale": 1, "translate": [0, 0]},
        "mark": {"type": "geoshape", "stroke": stroke, "strokeWidth": width, "strokeJoin": "round"},
        "encoding": {"color": {"field": "colour", "type": "nominal", "scale": None}},
    }


def _legend(
    content: Mapping[str, object],
    frame: Frame,
    values: Mapping[str, float],
    limits: Sequence[float],
    missing: bool,
) -> list[tuple[str, str]]:
    """Colour and words of each class, highest first, then of what is missing."""
    decimals = decimals_of(content)
    rows = []
    ramp = _ramp(len(limits))
    for colour, (low, high, held) in zip(ramp, class_ranges(list(values.values()), limits), strict=True):
        span = frame.number(low, decimals)
        if high > low:
            span += f"\u2013{frame.number(high, decimals)}"
        rows.append((colour, f"{span} ({held})"))
    rows.reverse()
    if missing:
        rows.append((MISSING, frame.words(content.get("missing", Phrase("chart.map.missing")))))
    return rows


def _legend_layers(
    legend: Sequence[tuple[str, str]],
    place: tuple[float, float],
    head: str,
    axes: tuple[LinearScale, LinearScale],
) -> list[Spec]:
    left, top = place
    across, down = axes
    layers = [texts([{"px": left, "py": top, "text": head}], across, down, color=MUTED)]
    rows = []
    for number, (colour, words) in enumerate(legend, start=1):
        py = top + number * LEGEND_ROW
        sample = {"from": across.value(left), "to": across.value(left + 26), "py": py, "thick": 15}
        layers.append(boxes([sample], across, down, color=colour, stroke=AXIS, strokeWidth=0.5))
        rows.append({"px": left + 36, "py": py, "text": words})
    return [*layers, texts(rows, across, down)]

"""Where does each service lie when quality is set against what it costs?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from avstamp.renderers.charts.frame import (
    Frame,
    Margins,
    Spec,
    entries,
    layer,
    number_axis,
    position,
    share_axes,
    texts,
    whole_chart,
)
from avstamp.renderers.charts.palette import AXIS, MUTED, UNIT
from avstamp.renderers.charts.scale import LinearScale, round_ticks, tick_decimals

TALL = 340
ROOM = 16
"""Least distance between two names, pixels; closer ones are moved apart."""


def fields_spec(content: Mapping[str, object], frame: Frame) -> Spec:
    """Four fields with a named dot in each: `points` of name, x and y; `x_split`, `y_split`; a name for each field.

    `fields` are the names of the upper left, upper right, lower left and lower right field.
    """
    points = entries(content, "points")
    if not points:
        raise ValueError("four fields need at least one point")
    x_split, y_split = cast("float", content["x_split"]), cast("float", content["y_split"])
    across_ticks = _ticks([float(point["x"]) for point in points], x_split, frame)
    down_ticks = _ticks([float(point["y"]) for point in points], y_split, frame)
    across = LinearScale(across_ticks[0], across_ticks[-1], frame.total - 110)
    down = LinearScale(down_ticks[0], down_ticks[-1], TALL, reverse=True)
    x, y = position("x", across.low, across.high), position("y", down.low, down.high)
    decimals = tick_decimals(across_ticks)
    layers = [
        layer(
            {"type": "rule", "color": AXIS, "strokeWidth": 1.5},
            [{"x": x_split, "x2": x_split, "y": down.low, "y2": down.high}],
            x=x | {"axis": number_axis(across_ticks, decimals, grid=False)},
            y=y | {"axis": number_axis(down_ticks, tick_decimals(down_ticks))},
            x2={"field": "x2"},
            y2={"field": "y2"},
        ),
        layer(
            {"type": "rule", "color": AXIS, "strokeWidth": 1.5},
            [{"x": across.low, "x2": across.high, "y": y_split, "y2": y_split}],
            x=x,
            y=y,
            x2={"field": "x2"},
            y2={"field": "y2"},
        ),
        layer(
            {"type": "point", "filled": True, "opacity": 1, "size": 110, "color": UNIT},
            [{"x": float(point["x"]), "y": float(point["y"])} for point in points],
            x=x,
            y=y,
        ),
        *_field_names(content, frame, across, down),
        *_point_names(points, frame, across, down),
        *_axis_names(content, frame, across, down),
    ]
    share_axes(layers)
    return whole_chart(frame, layers, width=across.pixels, height=TALL, margins=Margins(62, 48, 40, 62))


def _ticks(values: Sequence[float], split: float, frame: Frame) -> list[float]:
    """Round ticks as far on both sides of the split, with room for the fields' names."""
    reach = max(1.0, *(abs(value - split) for value in values)) * 1.25
    return list(round_ticks(split - reach, split + reach, most=7 if frame.wide else 5))


def _field_names(
    content: Mapping[str, object], frame: Frame, across: LinearScale, down: LinearScale
) -> list[Spec]:
    """A name in each corner, in muted type; a word a line where the page is narrow."""
    names = [frame.words(name) for name in cast("Sequence[object]", content["fields"])]
    low = down.pixels - (12 if frame.wide else 44)
    places = ((6.0, 12.0, "left"), (-6.0, 12.0, "right"), (6.0, low, "left"), (-6.0, low, "right"))
    return [
        texts(
            [{"px": px % across.pixels, "py": py, "text": name if frame.wide else name.split(" ")}],
            across,
            down,
            color=MUTED,
            align=align,
            fontSize=13,
        )
        for name, (px, py, align) in zip(names, places, strict=True)
    ]


def _point_names(
    points: Sequence[Mapping[str, Any]], frame: Frame, across: LinearScale, down: LinearScale
) -> list[Spec]:
    """Names beside the dots, on the side with more room, none on another."""
    taken: dict[str, list[float]] = {"left": [], "right": []}
    layers = []
    for point in sorted(points, key=lambda point: -float(point["y"])):
        px, py = across.pixel(float(point["x"])), down.pixel(float(point["y"]))
        align = "left" if px < across.pixels / 2 else "right"
        while any(abs(py - other) < ROOM for other in taken[align]):
            py += 1
        taken[align].append(py)
        shift = 10 if align == "left" else -10
        row = {"px": px + shift, "py": py, "text": frame.words(point["name"])}
        layers.append(texts([row], across, down, align=align, fontWeight=600))
    return layers


def _axis_names(
    content: Mapping[str, object], frame: Frame, across: LinearScale, down: LinearScale
) -> list[Spec]:
    below = {"px": across.pixels / 2, "py": down.pixels + 46, "text": frame.words(content["x_name"])}
    above = {"px": -54, "py": -32, "text": frame.words(content["y_name"])}
    return [
        texts([below], across, down, color=MUTED, align="center"),
        texts([above], across, down, color=MUTED),
    ]

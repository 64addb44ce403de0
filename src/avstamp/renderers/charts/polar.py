"""How far out does a unit stand on each of several ratios that share one scale?"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from avstamp.renderers.charts.frame import Frame, Margins, Spec, entries, layer, position, texts, whole_chart
from avstamp.renderers.charts.palette import AXIS, GRID, GROUP, MUTED, UNIT
from avstamp.renderers.charts.scale import LinearScale

RINGS = (25, 50, 75, 100)
STEPS = 48
"""Straight pieces that a ring is drawn with."""

LABEL = 118.0
"""How far out the names stand, where 100 is the outermost ring."""


def polar_spec(content: Mapping[str, object], frame: Frame) -> Spec:
    """Spokes from 0 to 100 with the unit's polygon and the group's beside it.

    `spokes` have a name, `unit` and `group` (None for missing); `unit_name` and `group_name` stand in the key.
    """
    spokes = entries(content, "spokes")
    if len(spokes) < 3:
        raise ValueError("a polar chart needs at least three spokes")
    across = LinearScale(-150 if frame.wide else -205, 150 if frame.wide else 205, 460 if frame.wide else 310)
    half = across.value(across.pixels / 2 + across.pixels * 0.43)
    down = LinearScale(-half, half, across.pixels * 0.86, reverse=True)
    layers = [
        *(_ring(radius, across, down) for radius in RINGS),
        *(_spoke(number, len(spokes), across, down) for number in range(len(spokes))),
        *_polygon(spokes, "group", GROUP, [6, 4], across, down),
        *_polygon(spokes, "unit", UNIT, [1, 0], across, down),
        *_names(spokes, frame, across, down),
        *_key(content, frame, across, down),
    ]
    side = (frame.total - across.pixels) / 2
    margins = Margins(int(side), int(side), 40, 10)
    return whole_chart(frame, layers, width=across.pixels, height=down.pixels, margins=margins)


def _place(number: float, count: int, radius: float) -> tuple[float, float]:
    """Where a value lies: the first spoke straight up, the others clockwise."""
    angle = math.pi / 2 - 2 * math.pi * number / count
    return radius * math.cos(angle), radius * math.sin(angle)


def _path(points: Sequence[tuple[float, float]], mark: Spec, across: LinearScale, down: LinearScale) -> Spec:
    rows = [{"x": x, "y": y, "order": order} for order, (x, y) in enumerate(points)]
    return layer(
        {"type": "line", "interpolate": "linear", **mark},
        rows,
        x=position("x", across.low, across.high),
        y=position("y", down.low, down.high),
        order={"field": "order", "type": "quantitative"},
    )


def _ring(radius: int, across: LinearScale, down: LinearScale) -> Spec:
    points = [_place(step, STEPS, radius) for step in range(STEPS + 1)]
    # The middle ring is the median: half of the others stand inside it.
    colour = AXIS if radius == 50 else GRID
    return _path(points, {"color": colour, "strokeWidth": 1}, across, down)


def _spoke(number: int, count: int, across: LinearScale, down: LinearScale) -> Spec:
    return _path([(0.0, 0.0), _place(number, count, 100)], {"color": GRID, "strokeWidth": 1}, across, down)


def _polygon(
    spokes: Sequence[Mapping[str, Any]],
    which: str,
    colour: str,
    dash: Sequence[int],
    across: LinearScale,
    down: LinearScale,
) -> list[Spec]:
    """The closed line through what is known; a missing value leaves a gap in it."""
    points = [
        None if spoke[which] is None else _place(number, len(spokes), float(spoke[which]))
        for number, spoke in enumerate(spokes)
    ]
    layers = [
        _path([here, there], {"color": colour, "strokeWidth": 2.5, "strokeDash": list(dash)}, across, down)
        for here, there in zip(points, [*points[1:], points[0]], strict=True)
        if here is not None and there is not None
    ]
    dots = [{"x": point[0], "y": point[1]} for point in points if point is not None]
    if which == "unit" and dots:
        layers.append(
            layer(
                {"type": "point", "filled": True, "opacity": 1, "size": 70, "color": colour},
                dots,
                x=position("x", across.low, across.high),
                y=position("y", down.low, down.high),
            )
        )
    return layers


def _names(
    spokes: Sequence[Mapping[str, Any]], frame: Frame, across: LinearScale, down: LinearScale
) -> list[Spec]:
    layers = []
    for number, spoke in enumerate(spokes):
        x, y = _place(number, len(spokes), LABEL)
        align = "center" if abs(x) < 20 else "left" if x > 0 else "right"
        name = frame.words(spoke["name"])
        lines: object = name if frame.wide else name.replace(", ", ",\n").replace(" ", "\n", 1).split("\n")
        row = {"px": across.pixel(x), "py": down.pixel(y), "text": lines}
        layers.append(texts([row], across, down, align=align, fontSize=14 if frame.wide else 11))
    return layers


def _key(content: Mapping[str, object], frame: Frame, across: LinearScale, down: LinearScale) -> list[Spec]:
    """A sample of each line with its name, above the circle."""
    left = 4.0 - (frame.total - across.pixels) / 2
    layers: list[Spec] = []
    names = ((content["unit_name"], UNIT, [1, 0]), (content["group_name"], GROUP, [6, 4]))
    for row, (name, colour, dash) in enumerate(names):
        py = -26.0 + 18 * row
        line = [(across.value(left), down.value(py)), (across.value(left + 26), down.value(py))]
        layers.append(_path(line, {"color": colour, "strokeWidth": 2.5, "strokeDash": dash}, across, down))
        text = {"px": left + 32, "py": py, "text": frame.words(name)}
        layers.append(texts([text], across, down, color=MUTED))
    return layers

"""Where does one unit stand among all of its kind?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from avstamp.domain.values import Phrase
from avstamp.renderers.charts.frame import (
    Frame,
    Margins,
    Spec,
    decimals_of,
    layer,
    number_axis,
    position,
    share_axes,
    texts,
    whole_chart,
)
from avstamp.renderers.charts.palette import MEDIAN, MEMBER, MUTED, SURFACE, UNIT
from avstamp.renderers.charts.scale import LinearScale, present, round_ticks, tick_decimals

DOT = 5.0
MOST_HIGH = 17


def strip_spec(content: Mapping[str, object], frame: Frame) -> Spec:
    """A dot per unit, piled where many are alike; the unit is a large dot and the median a dashed line, both named."""
    values = sorted(present(cast("Sequence[float]", content["values"])))
    if not values:
        raise ValueError("a strip needs at least one value")
    marked = cast("Mapping[str, Any]", content["marked"])
    ticks = round_ticks(values[0], values[-1], most=6 if frame.wide else 4)
    across = LinearScale(ticks[0], ticks[-1], frame.total - 60)
    piles = _pile(values, across)
    step = min(DOT, 5.0 * MOST_HIGH / max(1, max(height for _, height in piles)))
    tall = min(max(height for _, height in piles) + 1, MOST_HIGH + 1) * DOT + 8
    down = LinearScale(0, tall, tall, reverse=True)
    margins = Margins(30, 30, 62, 52)
    x, y = position("x", across.low, across.high), position("y", down.low, down.high)
    axis = number_axis(ticks, tick_decimals(ticks), grid=False)
    dots = [{"x": across.value(px), "y": (height + 0.5) * step} for px, height in piles]
    layers = [
        layer(
            {"type": "point", "filled": True, "opacity": 1, "size": 16, "color": MEMBER},
            dots,
            x=x | {"axis": axis},
            y=y | {"axis": None},
        ),
        *_median_line(content, frame, across, down),
        texts(
            [{"px": across.pixels / 2, "py": tall + 40, "text": frame.measure(content)}],
            across,
            down,
            color=MUTED,
            align="center",
        ),
    ]
    if present([marked["value"]]):
        layers += _unit_mark(content, frame, across, down, step / 2)
    share_axes(layers)
    return whole_chart(frame, layers, width=across.pixels, height=down.pixels, margins=margins)


def _median_line(
    content: Mapping[str, object], frame: Frame, across: LinearScale, down: LinearScale
) -> list[Spec]:
    """A dashed line at the median with its name above."""
    median = float(cast("float", content["median"]))
    dashed: Spec = {"type": "rule", "color": MEDIAN, "strokeWidth": 2, "strokeDash": [8, 3, 2, 3]}
    name = _named(content, "median_name", median, frame, across, -22)
    return [
        _upright(dashed, median, 12, across, down),
        texts([name], across, down, color=MEDIAN, align="center"),
    ]


def _unit_mark(
    content: Mapping[str, object], frame: Frame, across: LinearScale, down: LinearScale, height: float
) -> list[Spec]:
    """A large dot on a line at the unit's value, with its name above the median's."""
    value = float(cast("Mapping[str, Any]", content["marked"])["value"])
    dot: Spec = {
        "type": "point",
        "filled": True,
        "opacity": 1,
        "size": 130,
        "color": UNIT,
        "stroke": SURFACE,
        "strokeWidth": 1.5,
    }
    x, y = position("x", across.low, across.high), position("y", down.low, down.high)
    name = _named(content, "", value, frame, across, -44)
    return [
        _upright({"type": "rule", "color": UNIT, "strokeWidth": 2}, value, 30, across, down),
        layer(dot, [{"x": value, "y": height}], x=x, y=y),
        texts([name], across, down, color=UNIT, align="center", fontWeight=600),
    ]


def _upright(mark: Spec, value: float, over: float, across: LinearScale, down: LinearScale) -> Spec:
    """A line from the axis to so many pixels over the plot."""
    return layer(
        mark,
        [{"x": value, "y": 0, "y2": down.high + over}],
        x=position("x", across.low, across.high),
        y=position("y", down.low, down.high),
        y2={"field": "y2"},
    )


def _pile(values: Sequence[float], across: LinearScale) -> list[tuple[float, int]]:
    """The pixel column of each value and how many lie under it in that column."""
    under: dict[int, int] = {}
    piles = []
    for value in values:
        column = round(across.pixel(value) / DOT)
        piles.append((column * DOT, under.get(column, 0)))
        under[column] = under.get(column, 0) + 1
    return piles


def _named(
    content: Mapping[str, object], key: str, value: float, frame: Frame, across: LinearScale, py: float
) -> Spec:
    """A name with its number over the place it stands, kept inside the chart."""
    marked = cast("Mapping[str, Any]", content["marked"])
    name = frame.words(content.get(key, Phrase("chart.median"))) if key else frame.words(marked["name"])
    text = f"{name} {frame.number(value, decimals_of(content))}"
    half = 3.9 * len(text)
    px = min(max(across.pixel(value), half - 26), across.pixels + 26 - half)
    return {"px": px, "py": py, "text": text}

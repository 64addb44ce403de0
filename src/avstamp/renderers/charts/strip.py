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
    median = float(cast("float", content["median"]))
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
            y=y,
        ),
        layer(
            {"type": "rule", "color": MEDIAN, "strokeWidth": 2, "strokeDash": [8, 3, 2, 3]},
            [{"x": median, "y": 0, "y2": tall + 12}],
            x=x,
            y=y,
            y2={"field": "y2"},
        ),
        texts(
            [_named(content, "median_name", median, frame, across, -22)],
            across,
            down,
            color=MEDIAN,
            align="center",
        ),
        texts(
            [{"px": across.pixels / 2, "py": tall + 40, "text": frame.measure(content)}],
            across,
            down,
            color=MUTED,
            align="center",
        ),
    ]
    if present([marked["value"]]):
        value = float(marked["value"])
        layers += [
            layer(
                {"type": "rule", "color": UNIT, "strokeWidth": 2},
                [{"x": value, "y": 0, "y2": tall + 30}],
                x=x,
                y=y,
                y2={"field": "y2"},
            ),
            layer(
                {
                    "type": "point",
                    "filled": True,
                    "opacity": 1,
                    "size": 130,
                    "color": UNIT,
                    "stroke": SURFACE,
                    "strokeWidth": 1.5,
                },
                [{"x": value, "y": step / 2}],
                x=x,
                y=y,
            ),
            texts(
                [_named(content, "", value, frame, across, -44)],
                across,
                down,
                color=UNIT,
                align="center",
                fontWeight=600,
            ),
        ]
    return whole_chart(frame, layers, width=across.pixels, height=down.pixels, margins=margins)


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

"""How are people spread over ages and sexes now, and how will they be?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from avstamp.renderers.charts.frame import (
    Frame,
    Margins,
    Spec,
    boxes,
    entries,
    layer,
    position,
    texts,
    whole_chart,
)
from avstamp.renderers.charts.palette import INK, MUTED, PALE, UNIT
from avstamp.renderers.charts.scale import LinearScale

ROW = 16
BAR = 13
AGE_ROOM = 52
"""Pixels between the sexes, where the ages stand."""


def pyramid_spec(content: Mapping[str, object], frame: Frame) -> Spec:
    """Women to the left and men to the right, the oldest on top: pale bars now, an outline for the later year.

    `content`: `bands` from the youngest, each with `ages` and, as pairs of women and men, `now` and `later`;
    `women`, `men`, `now_name`, `later_name`. Raises ValueError when there are no bands.
    """
    bands = entries(content, "bands")
    if not bands:
        raise ValueError("a pyramid takes at least one band of ages")
    largest = max(float(value) for band in bands for value in (*band["now"], *band["later"])) or 1.0
    side = (frame.total - AGE_ROOM - 24) / 2
    reach = largest * (side + AGE_ROOM / 2) / side
    gap = reach - largest
    across = LinearScale(-reach, reach, 2 * side + AGE_ROOM)
    down = LinearScale(len(bands), 0, ROW * len(bands), reverse=True)
    layers = [_bars(bands, down, across, gap), *_outline(bands, down, across, gap)]
    middle = across.pixel(0.0)
    ages = [
        {"px": middle, "py": down.pixel(len(bands) - number - 0.5), "text": frame.words(band["ages"])}
        for number, band in enumerate(bands)
    ]
    layers.append(texts(ages, across, down, align="center", color=INK, fontSize=12))
    layers += _heads(content, frame, across, down, gap, largest)
    return whole_chart(
        frame, layers, width=across.pixels, height=down.pixels, margins=Margins(12, 12, 62, 26)
    )


def _side(values: Sequence[Any], gap: float) -> tuple[tuple[float, float], tuple[float, float]]:
    women, men = (float(value) for value in values)
    return (-gap - women, -gap), (gap, gap + men)


def _bars(bands: list[Mapping[str, Any]], down: LinearScale, across: LinearScale, gap: float) -> Spec:
    rows = [
        {"from": low, "to": high, "py": down.pixel(len(bands) - number - 0.5), "thick": BAR}
        for number, band in enumerate(bands)
        for low, high in _side(band["now"], gap)
    ]
    return boxes(rows, across, down, color=PALE, stroke=MUTED, strokeWidth=0.5)


def _outline(
    bands: list[Mapping[str, Any]], down: LinearScale, across: LinearScale, gap: float
) -> list[Spec]:
    """A stepped line along the ends of the later year's bars, one for each sex."""
    lines = []
    for sex in range(2):
        points: list[Spec] = []
        for number, band in enumerate(bands):
            end = _side(band["later"], gap)[sex][0 if sex == 0 else 1]
            for edge in (len(bands) - number, len(bands) - number - 1):
                points.append({"x": end, "y": float(edge), "order": len(points)})
        lines.append(
            layer(
                {"type": "line", "color": UNIT, "strokeWidth": 2.5},
                points,
                x=position("x", across.low, across.high),
                y=position("y", down.low, down.high),
                order={"field": "order", "type": "quantitative"},
            )
        )
    return lines


def _heads(
    content: Mapping[str, object],
    frame: Frame,
    across: LinearScale,
    down: LinearScale,
    gap: float,
    largest: float,
) -> list[Spec]:
    """Names of the sexes, what bar and line stand for, and how many the longest bar is."""
    left, right = across.pixel(-gap), across.pixel(gap)
    bottom = down.pixels + 14
    number = frame.number(largest, 0)
    names = [
        {"px": left, "py": -12.0, "text": frame.words(content["women"])},
    ]
    layers = [
        texts(names, across, down, align="right", color=INK, fontWeight=600),
        texts(
            [{"px": right, "py": -12.0, "text": frame.words(content["men"])}],
            across,
            down,
            color=INK,
            fontWeight=600,
        ),
        texts(
            [{"px": 14.0, "py": -48.0, "text": frame.words(content["now_name"])}], across, down, color=MUTED
        ),
        texts(
            [{"px": 14.0, "py": -30.0, "text": frame.words(content["later_name"])}], across, down, color=UNIT
        ),
        boxes(
            [{"from": across.value(0.0), "to": across.value(10.0), "py": -48.0, "thick": 10}],
            across,
            down,
            color=PALE,
            stroke=MUTED,
            strokeWidth=0.5,
        ),
        boxes(
            [{"from": across.value(0.0), "to": across.value(10.0), "py": -30.0, "thick": 2.5}],
            across,
            down,
            color=UNIT,
        ),
        texts([{"px": 0.0, "py": bottom, "text": number}], across, down, color=MUTED, fontSize=12),
        texts(
            [{"px": across.pixels, "py": bottom, "text": number}],
            across,
            down,
            align="right",
            color=MUTED,
            fontSize=12,
        ),
    ]
    rows = [{"px": place, "py": bottom, "text": "0"} for place in (left - 4, right + 4)]
    return [*layers, texts(rows, across, down, align="center", color=MUTED, fontSize=12)]

"""How far does each of a few inputs move a result, with less of it and with more? A tornado, widest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from avstamp.renderers.charts.frame import (
    Frame,
    Margins,
    Spec,
    boxes,
    decimals_of,
    entries,
    layer,
    position,
    texts,
    whole_chart,
)
from avstamp.renderers.charts.palette import AXIS, INK, MUTED, PALE, UNIT
from avstamp.renderers.charts.scale import LinearScale

ROW, BAR, MOST = 50, 16, 12
LOOKS: Mapping[str, Spec] = {
    "low": {"color": PALE, "stroke": MUTED, "strokeWidth": 0.5},
    "high": {"color": UNIT},
}


def spans_spec(content: Mapping[str, object], frame: Frame) -> Spec:
    """One row an input: its name, a pale bar from the reference to the result with less, a dark one with more."""
    spans = entries(content, "spans")
    if not 0 < len(spans) <= MOST:
        raise ValueError(f"a tornado takes 1 to {MOST} inputs, got {len(spans)}")
    middle = float(cast("float", content["middle"]))
    ends = [float(span[end]) for span in spans for end in LOOKS] + [middle]
    room = 8 * max(len(frame.number(end, decimals_of(content))) for end in ends) + 14
    margins = Margins(room, room, 52, 8)
    low, high = min(ends), max(ends)
    across = LinearScale(low, high if high > low else low + 1, frame.total - margins.left - margins.right)
    down = LinearScale(len(spans), 0, ROW * len(spans), reverse=True)
    layers = [
        boxes(
            [
                {
                    "from": min(middle, float(span[end])),
                    "to": max(middle, float(span[end])),
                    "py": _row(number),
                    "thick": BAR,
                }
                for number, span in enumerate(spans)
            ],
            across,
            down,
            **look,
        )
        for end, look in LOOKS.items()
    ]
    names = [
        {"px": 4 - margins.left, "py": _row(number) - 20, "text": frame.words(span["name"])}
        for number, span in enumerate(spans)
    ]
    layers.append(texts(names, across, down, color=INK))
    layers += _values(spans, middle, content, frame, across, down)
    layers.append(_middle(middle, across, down))
    layers += _key(content, frame, across, down, margins)
    return whole_chart(frame, layers, width=across.pixels, height=down.pixels, margins=margins)


def _row(number: int) -> float:
    return ROW * number + 34


def _values(
    spans: Sequence[Mapping[str, Any]],
    middle: float,
    content: Mapping[str, object],
    frame: Frame,
    across: LinearScale,
    down: LinearScale,
) -> list[Spec]:
    """The result at each end of a row, outside its bar; where both lie on one side, the inner one is not written."""
    rows: dict[str, list[Spec]] = {"left": [], "right": []}
    for number, span in enumerate(spans):
        left, right = sorted((float(span["low"]), float(span["high"])))
        for value, beyond, align, gap in (
            (left, left < middle, "right", -6),
            (right, right > middle, "left", 6),
        ):
            if beyond:
                text = frame.number(value, decimals_of(content))
                rows[align].append({"px": across.pixel(value) + gap, "py": _row(number), "text": text})
    return [texts(placed, across, down, align=align) for align, placed in rows.items() if placed]


def _middle(value: float, across: LinearScale, down: LinearScale) -> Spec:
    return layer(
        {"type": "rule", "color": AXIS, "strokeWidth": 1.5},
        [{"x": value, "y": down.value(18), "y2": down.low}],
        x=position("x", across.low, across.high),
        y=position("y", down.low, down.high),
        y2={"field": "y2"},
    )


def _key(
    content: Mapping[str, object], frame: Frame, across: LinearScale, down: LinearScale, margins: Margins
) -> list[Spec]:
    """Above the rows: the unit of measure, and a sample of each bar with its words."""
    left = 4 - margins.left
    layers = [texts([{"px": left, "py": -38, "text": frame.measure(content)}], across, down, color=MUTED)]
    at = float(left)
    for end, look in LOOKS.items():
        words = frame.words(content[f"{end}_name"])
        sample = {"from": across.value(at), "to": across.value(at + 18), "py": -12, "thick": 12}
        layers.append(boxes([sample], across, down, **look))
        layers.append(texts([{"px": at + 24, "py": -12, "text": words}], across, down, color=MUTED))
        at += 48 + 7.2 * len(words)
    return layers

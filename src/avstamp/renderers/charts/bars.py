"""How does one unit stand among a few others, in the order given?"""

from __future__ import annotations

from collections.abc import Mapping
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
from avstamp.renderers.charts.palette import AXIS, GROUP, INK, MUTED, PALE, UNIT
from avstamp.renderers.charts.scale import LinearScale, present

ROW = 30
BAR = 18
MOST = 25
DARK: Spec = {"color": UNIT}
LIGHT: Spec = {"color": PALE, "stroke": MUTED, "strokeWidth": 0.5}


def bars_spec(content: Mapping[str, object], frame: Frame) -> Spec:
    """Horizontal bars from zero, each with its name and value; the unit's bar is dark and its name bold."""
    bars = entries(content, "bars")
    if not 0 < len(bars) <= MOST:
        raise ValueError(f"a bar chart takes 1 to {MOST} bars, got {len(bars)}")
    reference = cast("Mapping[str, Any] | None", content.get("reference"))
    values = present([bar["value"] for bar in bars] + ([reference["value"]] if reference else []))
    room = 8 * max([4, *(len(frame.number(value, decimals_of(content))) for value in values)]) + 12
    names = [frame.words(bar["name"]) for bar in bars]
    left = min(int(7.6 * max(len(name) for name in names)) + 18, 250 if frame.wide else 128)
    negative = min([0.0, *values]) < 0
    margins = Margins(left + (room if negative else 0), room, 30 if reference else 26, 10)
    low, high = min([0.0, *values]), max([0.0, *values])
    across = LinearScale(low, high if high > low else low + 1, frame.total - margins.left - margins.right)
    down = LinearScale(len(bars), 0, ROW * len(bars), reverse=True)
    layers = [_bars(bars, across, down, marked) for marked in (False, True)]
    layers += _names(bars, names, across, down, 4.0 - margins.left, left)
    layers += _values(bars, content, frame, across, down)
    layers.append(_rule(0.0, across, down, AXIS, []))
    if reference and present([reference["value"]]):
        layers.append(_rule(float(reference["value"]), across, down, GROUP, [7, 4]))
        layers.append(_rule_name(reference, content, frame, across, down))
    else:
        over = {"px": 4 - margins.left, "py": -14, "text": frame.measure(content)}
        layers.append(texts([over], across, down, color=MUTED))
    return whole_chart(frame, layers, width=across.pixels, height=down.pixels, margins=margins)


def _bars(bars: list[Mapping[str, Any]], across: LinearScale, down: LinearScale, marked: bool) -> Spec:
    rows = [
        {"from": 0.0, "to": float(bar["value"]), "py": down.pixel(number + 0.5), "thick": BAR}
        for number, bar in enumerate(bars)
        if bool(bar.get("marked")) is marked and present([bar["value"]])
    ]
    return boxes(rows, across, down, **(DARK if marked else LIGHT))


def _names(
    bars: list[Mapping[str, Any]],
    names: list[str],
    across: LinearScale,
    down: LinearScale,
    px: float,
    room: int,
) -> list[Spec]:
    layers = []
    for marked in (False, True):
        rows = [
            {"px": px, "py": down.pixel(number + 0.5), "text": names[number]}
            for number, bar in enumerate(bars)
            if bool(bar.get("marked")) is marked
        ]
        if rows:
            style: Spec = {
                "fontWeight": 600 if marked else 400,
                "color": UNIT if marked else INK,
                "limit": room - 8,
            }
            layers.append(texts(rows, across, down, **style))
    return layers


def _values(
    bars: list[Mapping[str, Any]],
    content: Mapping[str, object],
    frame: Frame,
    across: LinearScale,
    down: LinearScale,
) -> list[Spec]:
    """The number at the end of each bar; left of the bars below zero."""
    rows: dict[tuple[str, bool], list[Spec]] = {}
    for number, bar in enumerate(bars):
        if not present([bar["value"]]):
            continue
        value = float(bar["value"])
        below = value < 0
        px = across.pixel(value) + (-6 if below else 6)
        text = frame.number(value, decimals_of(content))
        key = ("right" if below else "left", bool(bar.get("marked")))
        rows.setdefault(key, []).append({"px": px, "py": down.pixel(number + 0.5), "text": text})
    return [
        texts(placed, across, down, align=align, fontWeight=600 if marked else 400)
        for (align, marked), placed in rows.items()
    ]


def _rule(value: float, across: LinearScale, down: LinearScale, colour: str, dash: list[int]) -> Spec:
    mark: Spec = {"type": "rule", "color": colour, "strokeWidth": 2 if dash else 1}
    return layer(
        mark | {"strokeDash": dash} if dash else mark,
        [{"x": value, "y": down.low, "y2": down.high}],
        x=position("x", across.low, across.high),
        y=position("y", down.low, down.high),
        y2={"field": "y2"},
    )


def _rule_name(
    reference: Mapping[str, Any],
    content: Mapping[str, object],
    frame: Frame,
    across: LinearScale,
    down: LinearScale,
) -> Spec:
    """The reference's name and value above its line, to the side where there is room."""
    value = float(reference["value"])
    text = f"{frame.words(reference['name'])} {frame.number(value, decimals_of(content))}"
    px = across.pixel(value)
    width = 7.2 * len(text)
    px = min(px - 4, across.pixels + 40 - width)
    return texts([{"px": px, "py": -14, "text": text}], across, down, color=GROUP)

"""How does what may come look after what has been: a line, and around its continuation an inner and an outer fan?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from avstamp.renderers.charts.frame import (
    LINE,
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
    wrap,
    year_axis,
)
from avstamp.renderers.charts.palette import BAND, MUTED, STEPS, STROKES, SURFACE, UNIT
from avstamp.renderers.charts.scale import (
    LinearScale,
    present,
    round_ticks,
    spread,
    tick_decimals,
    year_ticks,
)

INNER = STEPS[1]
DASH = (6, 4)
LABEL_ROOM = 206
LABEL_CHARACTERS = 26
KEY_CHARACTERS = 38

Points = list[tuple[int, float]]


def fan_spec(content: Mapping[str, object], frame: Frame) -> Spec:
    """A unit's figures so far, the point forecast dashed, the inner interval darker than the outer.

    `content` holds `years` and `values` of what has been, `ahead`, `points`, `inner` and `outer` ((low, high) a year)
    of what may come, and the words `known`, `forecast`, `inner_name`, `outer_name`.
    """
    known = [
        (int(year), float(value))
        for year, value in zip(_list(content, "years"), _list(content, "values"), strict=True)
        if present([value])
    ]
    if not known or not _list(content, "ahead"):
        raise ValueError("a fan needs at least one known value and one year ahead")
    ahead = [int(year) for year in _list(content, "ahead")]
    points = [known[-1], *zip(ahead, [float(point) for point in _list(content, "points")], strict=True)]
    blocks = _label_blocks(content, frame, known, points)
    across, down, ticks, margins = _scales(content, frame, known, points, len(blocks))
    layers = [_grid(across, down, ticks, [known[0][0], ahead[-1]], frame)]
    for name, colour in (("outer", BAND), ("inner", INNER)):
        layers.append(_interval(known[-1], ahead, _pairs(content, name), colour, across, down))
    layers += [
        _line(_unbroken(known), across, down, dashed=False),
        _line([points], across, down, dashed=True),
    ]
    layers.append(_marks([known[-1], points[-1]], across, down))
    layers += (_end_labels if frame.wide else _key)(content, blocks, points, across, down, margins)
    over_axis = {"px": 4 - margins.left, "py": -16, "text": frame.measure(content)}
    layers.append(texts([over_axis], across, down, color=MUTED))
    share_axes(layers)
    return whole_chart(frame, layers, width=across.pixels, height=down.pixels, margins=margins)


def _list(content: Mapping[str, object], key: str) -> Sequence[Any]:
    return cast("Sequence[Any]", content[key])


def _pairs(content: Mapping[str, object], key: str) -> list[tuple[float, float]]:
    return [(float(low), float(high)) for low, high in _list(content, key)]


def _unbroken(known: Points) -> list[Points]:
    """Stretches of consecutive years: a missing year breaks the line."""
    runs: list[Points] = [[]]
    for point in known:
        if runs[-1] and point[0] > runs[-1][-1][0] + 1:
            runs.append([])
        runs[-1].append(point)
    return runs


def _label_blocks(
    content: Mapping[str, object], frame: Frame, known: Points, points: Points
) -> list[tuple[str, list[str]]]:
    decimals, room = decimals_of(content), LABEL_CHARACTERS if frame.wide else KEY_CHARACTERS

    def numbered(value: float) -> str:
        return frame.number(value, decimals)

    said = [
        ("known", f"{frame.words(content['known'])} {numbered(known[-1][1])} ({known[-1][0]})"),
        ("forecast", f"{frame.words(content['forecast'])} {numbered(points[-1][1])}"),
    ]
    for name in ("inner", "outer"):
        low, high = _pairs(content, name)[-1]
        said.append((name, f"{frame.words(content[f'{name}_name'])} {numbered(low)}–{numbered(high)}"))
    return [(role, wrap(text, room)) for role, text in said]


def _scales(
    content: Mapping[str, object], frame: Frame, known: Points, points: Points, labels: int
) -> tuple[LinearScale, LinearScale, list[float], Margins]:
    values = [value for _, value in (*known, *points)]
    values += [end for pair in _pairs(content, "outer") for end in pair]
    ticks = round_ticks(min(values), max(values), most=5 if frame.wide else 4)
    decimals = tick_decimals(ticks)
    left = 18 + 8 * max(len(frame.number(tick, decimals)) for tick in ticks)
    key = 0 if frame.wide else 8 + labels * (2 * LINE + 4)
    margins = Margins(left, LABEL_ROOM if frame.wide else 22, 34 + key, 34)
    across = LinearScale(known[0][0], points[-1][0], frame.total - margins.left - margins.right)
    down = LinearScale(ticks[0], ticks[-1], 290 if frame.wide else 230, reverse=True)
    return across, down, ticks, margins


def _grid(
    across: LinearScale, down: LinearScale, ticks: Sequence[float], years: Sequence[int], frame: Frame
) -> Spec:
    written = year_ticks(years[0], years[-1], most=8 if frame.wide else 4)
    return layer(
        {"type": "point", "opacity": 0},
        [{"x": across.low, "y": down.low}],
        x=position("x", across.low, across.high, axis=year_axis(written)),
        y=position("y", down.low, down.high, axis=number_axis(ticks, tick_decimals(ticks))),
    )


def _interval(
    last: tuple[int, float],
    ahead: Sequence[int],
    pairs: Sequence[tuple[float, float]],
    colour: str,
    across: LinearScale,
    down: LinearScale,
) -> Spec:
    """The fan opens at the newest known value."""
    rows = [{"x": last[0], "low": last[1], "high": last[1]}]
    rows += [{"x": year, "low": low, "high": high} for year, (low, high) in zip(ahead, pairs, strict=True)]
    return layer(
        {"type": "area", "color": colour, "opacity": 1},
        rows,
        x=position("x", across.low, across.high),
        y=position("low", down.low, down.high),
        y2={"field": "high"},
    )


def _line(runs: Sequence[Points], across: LinearScale, down: LinearScale, *, dashed: bool) -> Spec:
    pen: Spec = {"type": "line", "color": UNIT, "strokeWidth": 2.5 if dashed else STROKES["unit"].width}
    rows = [{"x": year, "y": value, "run": number} for number, run in enumerate(runs) for year, value in run]
    return layer(
        pen | {"strokeDash": list(DASH)} if dashed else pen,
        rows,
        x=position("x", across.low, across.high),
        y=position("y", down.low, down.high),
        detail={"field": "run", "type": "nominal"},
    )


def _marks(points: Points, across: LinearScale, down: LinearScale) -> Spec:
    return layer(
        {"type": "point", "filled": True, "size": 90, "opacity": 1, "stroke": SURFACE, "color": UNIT},
        [{"x": year, "y": value} for year, value in points],
        x=position("x", across.low, across.high),
        y=position("y", down.low, down.high),
    )


def _end_labels(
    content: Mapping[str, object],
    blocks: Sequence[tuple[str, list[str]]],
    points: Points,
    across: LinearScale,
    down: LinearScale,
    margins: Margins,
) -> list[Spec]:
    """Beside the fan: what the newest figure, the point and the two intervals of the last year say."""
    heights = [LINE * len(block) + 6.0 for _, block in blocks]
    wishes = {"known": points[0][1], "forecast": points[-1][1]}
    for name in ("inner", "outer"):
        wishes[name] = _pairs(content, name)[-1][0]
    centres = spread(
        [down.pixel(wishes[role]) for role, _ in blocks], heights, low=-8.0, high=down.pixels + 12
    )
    rows = [
        {"px": across.pixels + 14, "py": centre - LINE * (len(block) - 1) / 2, "text": block}
        for (_, block), centre in zip(blocks, centres, strict=True)
    ]
    bold = [row for (role, _), row in zip(blocks, rows, strict=True) if role == "forecast"]
    plain = [row for (role, _), row in zip(blocks, rows, strict=True) if role != "forecast"]
    return [
        texts(bold, across, down, color=UNIT, fontWeight=600, lineHeight=LINE),
        texts(plain, across, down, color=MUTED, lineHeight=LINE),
    ]


def _key(
    content: Mapping[str, object],
    blocks: Sequence[tuple[str, list[str]]],
    points: Points,
    across: LinearScale,
    down: LinearScale,
    margins: Margins,
) -> list[Spec]:
    """Above a narrow chart: a sample of each line and fan with its words."""
    top, left = -float(8 + len(blocks) * (2 * LINE + 4)) - 14, 4 - margins.left
    x, y = position("x", across.low, across.high), position("y", down.low, down.high)
    layers, rows, py = [], [], top
    widths = {"known": STROKES["unit"].width, "forecast": 2.5, "inner": 12.0, "outer": 12.0}
    colours = {"known": UNIT, "forecast": UNIT, "inner": INNER, "outer": BAND}
    for role, block in blocks:
        ends = [{"x": across.value(left + step), "y": down.value(py)} for step in (0, 26)]
        pen: Spec = {"type": "line", "color": colours[role], "strokeWidth": widths[role]}
        layers.append(layer(pen | {"strokeDash": list(DASH)} if role == "forecast" else pen, ends, x=x, y=y))
        rows.append({"px": left + 36, "py": py, "text": block})
        py += 2 * LINE + 4
    return [*layers, texts(rows, across, down, color=MUTED, lineHeight=LINE)]

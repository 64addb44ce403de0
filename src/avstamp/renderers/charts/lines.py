"""How does a figure's way over the years look beside its group, the median and the country?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from avstamp.renderers.charts.frame import (
    LINE,
    Frame,
    Margins,
    Spec,
    decimals_of,
    entries,
    layer,
    number_axis,
    position,
    share_axes,
    texts,
    whole_chart,
    wrap,
    year_axis,
)
from avstamp.renderers.charts.palette import BAND, MUTED, STROKES, SURFACE, Stroke
from avstamp.renderers.charts.scale import (
    LinearScale,
    present,
    round_ticks,
    spread,
    tick_decimals,
    year_ticks,
)

LABEL_ROOM = 206
LABEL_CHARACTERS = 26
KEY_CHARACTERS = 38


@dataclass(frozen=True, slots=True)
class Series:
    """One line: its name, how it is drawn, and its points without holes marked as runs."""

    name: str
    role: str
    points: tuple[tuple[int, float], ...]
    years: tuple[int, ...]

    @property
    def stroke(self) -> Stroke:
        """How this role is drawn."""
        return STROKES[self.role]


def lines_spec(content: Mapping[str, object], frame: Frame) -> Spec:
    """Lines over years: the unit thick, the group dashed, members faint; each line named where it ends."""
    series = [_read(entry, frame) for entry in entries(content, "series")]
    series = [one for one in series if one.points]
    if not [one for one in series if one.role != "member"]:
        raise ValueError("a line chart needs at least one named series with a value")
    named = [one for one in series if one.role != "member"]
    blocks = _label_blocks(content, frame, named)
    across, down, ticks, margins = _scales(content, frame, series, 0 if frame.wide else _key_height(blocks))
    years = sorted({year for one in series for year, _ in one.points})
    layers = [_grid(across, down, ticks, years, frame)]
    if band := content.get("band"):
        layers.append(_band(cast("Mapping[str, Any]", band), across, down))
    for role in STROKES:
        layers += _lines([one for one in series if one.role == role], across, down)
    layers.append(_marks(named, across, down))
    if frame.wide:
        layers += _end_labels(named, blocks, across, down)
    else:
        layers += _key(named, blocks, across, down, 4 - margins.left)
    over_axis = {"px": 4 - margins.left, "py": -16, "text": frame.measure(content)}
    layers.append(texts([over_axis], across, down, color=MUTED))
    share_axes(layers)
    return whole_chart(frame, layers, width=across.pixels, height=down.pixels, margins=margins)


def _read(entry: Mapping[str, Any], frame: Frame) -> Series:
    pairs = zip(entry["years"], entry["values"], strict=True)
    points = tuple((int(year), float(value)) for year, value in pairs if present([value]))
    role = entry.get("role", "unit")
    return Series(frame.words(entry["name"]), role, points, tuple(int(year) for year in entry["years"]))


def _scales(
    content: Mapping[str, object], frame: Frame, series: Sequence[Series], key: int
) -> tuple[LinearScale, LinearScale, list[float], Margins]:
    values = [value for one in series for _, value in one.points]
    if band := cast("Mapping[str, Any] | None", content.get("band")):
        values += present(band["low"]) + present(band["high"])
    if content.get("zero"):
        values.append(0.0)
    ticks = round_ticks(min(values), max(values), most=5 if frame.wide else 4)
    decimals = tick_decimals(ticks)
    left = 18 + 8 * max(len(frame.number(tick, decimals)) for tick in ticks)
    years = [year for one in series for year, _ in one.points]
    first, last = min(years), max(years)
    if first == last:
        first, last = first - 1, last + 1
    margins = Margins(left, LABEL_ROOM if frame.wide else 22, 34 + key, 34)
    across = LinearScale(first, last, frame.total - margins.left - margins.right)
    down = LinearScale(ticks[0], ticks[-1], 290 if frame.wide else 230, reverse=True)
    return across, down, ticks, margins


def _grid(
    across: LinearScale, down: LinearScale, ticks: Sequence[float], years: Sequence[int], frame: Frame
) -> Spec:
    """The layer that carries both axes; it has no mark to see."""
    written = year_ticks(years[0], years[-1], most=8 if frame.wide else 4)
    return layer(
        {"type": "point", "opacity": 0},
        [{"x": across.low, "y": down.low}],
        x=position("x", across.low, across.high, axis=year_axis(written)),
        y=position("y", down.low, down.high, axis=number_axis(ticks, tick_decimals(ticks))),
    )


def _band(band: Mapping[str, Any], across: LinearScale, down: LinearScale) -> Spec:
    rows = [
        {"x": year, "low": low, "high": high}
        for year, low, high in zip(band["years"], band["low"], band["high"], strict=True)
        if len(present([low, high])) == 2
    ]
    return layer(
        {"type": "area", "color": BAND, "opacity": 1},
        rows,
        x=position("x", across.low, across.high),
        y=position("low", down.low, down.high),
        y2={"field": "high"},
    )


def _runs(series: Series) -> list[list[tuple[int, float]]]:
    """The unbroken stretches: a year that is listed without a value breaks the line."""
    have = dict(series.points)
    runs: list[list[tuple[int, float]]] = [[]]
    for year in sorted(series.years):
        if year in have:
            runs[-1].append((year, have[year]))
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _lines(series: Sequence[Series], across: LinearScale, down: LinearScale) -> list[Spec]:
    rows = [
        {"x": year, "y": value, "run": f"{number}-{start}"}
        for number, one in enumerate(series)
        for start, run in enumerate(_runs(one))
        if len(run) > 1
        for year, value in run
    ]
    if not rows:
        return []
    x, y = position("x", across.low, across.high), position("y", down.low, down.high)
    return [layer(_pen(series[0].stroke), rows, x=x, y=y, detail={"field": "run", "type": "nominal"})]


def _marks(series: Sequence[Series], across: LinearScale, down: LinearScale) -> Spec:
    """A shape where each named line ends, and wherever a value stands alone."""
    rows = []
    for one in series:
        alone = {run[0] for run in _runs(one) if len(run) == 1}
        for year, value in sorted(alone | {one.points[-1]}):
            rows.append({"x": year, "y": value, "shape": one.stroke.shape, "colour": one.stroke.colour})
    return layer(
        {"type": "point", "filled": True, "size": 90, "opacity": 1, "stroke": SURFACE, "strokeWidth": 1.5},
        rows,
        x=position("x", across.low, across.high),
        y=position("y", down.low, down.high),
        shape={"field": "shape", "type": "nominal", "scale": None},
        color={"field": "colour", "type": "nominal", "scale": None},
    )


def _label_blocks(content: Mapping[str, object], frame: Frame, named: Sequence[Series]) -> list[list[str]]:
    """Each named series with its last value, and the year where that is not the chart's last, in lines."""
    last = max(one.points[-1][0] for one in named)
    blocks = []
    for one in named:
        year, value = one.points[-1]
        text = f"{one.name} {frame.number(value, decimals_of(content))}" + (
            "" if year == last else f" ({year})"
        )
        blocks.append(wrap(text, LABEL_CHARACTERS if frame.wide else KEY_CHARACTERS))
    return blocks


def _end_labels(
    named: Sequence[Series], blocks: Sequence[list[str]], across: LinearScale, down: LinearScale
) -> list[Spec]:
    """Names beside the ends of their lines, moved apart where they would meet."""
    heights = [LINE * len(block) + 6.0 for block in blocks]
    wishes = [down.pixel(one.points[-1][1]) for one in named]
    centres = spread(wishes, heights, low=-8.0, high=down.pixels + 12)
    rows: dict[str, list[Spec]] = {}
    for one, block, centre in zip(named, blocks, centres, strict=True):
        py = centre - LINE * (len(block) - 1) / 2
        rows.setdefault(one.role, []).append({"px": across.pixels + 14, "py": py, "text": block})
    return [texts(placed, across, down, **_type(role)) for role, placed in rows.items()]


def _key_height(blocks: Sequence[list[str]]) -> int:
    return 8 + sum(LINE * len(block) + 4 for block in blocks)


def _key(
    named: Sequence[Series], blocks: Sequence[list[str]], across: LinearScale, down: LinearScale, left: float
) -> list[Spec]:
    """Above a narrow chart: a sample of each line with its name."""
    layers, py = [], -float(_key_height(blocks)) - 14
    x, y = position("x", across.low, across.high), position("y", down.low, down.high)
    for one, block in zip(named, blocks, strict=True):
        ends = [{"x": across.value(left + step), "y": down.value(py)} for step in (0, 26)]
        layers.append(layer(_pen(one.stroke), ends, x=x, y=y))
        row = {"px": left + 36, "py": py, "text": block}
        layers.append(texts([row], across, down, **_type(one.role)))
        py += LINE * len(block) + 4
    return layers


def _type(role: str) -> Spec:
    return {"color": STROKES[role].colour, "fontWeight": 600 if role == "unit" else 400, "lineHeight": LINE}


def _pen(stroke: Stroke) -> Spec:
    pen: Spec = {"type": "line", "color": stroke.colour, "strokeWidth": stroke.width}
    return pen | {"strokeDash": list(stroke.dash)} if stroke.dash else pen

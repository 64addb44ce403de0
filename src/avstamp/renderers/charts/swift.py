"""How is a specification drawn in a thousandth of a second, for a page that answers while its reader is choosing?

Our specifications leave nothing to measure or fit: every scale has its domain and every tick and label its place. Then
a chart is a few dozen strings. The marks and axes that we use are drawn here just as the general renderer draws them,
point for point, which a test holds; what we do not use is refused, and goes to that renderer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast
from xml.sax.saxutils import escape

from avstamp.renderers.charts.frame import Spec
from avstamp.renderers.charts.palette import AXIS, CLASSES, GRID, INK, MUTED

TICK, LABEL_GAP, YEAR_GAP, TEXT_DROP = 5, 6, 21, 4
ANCHORS = {"center": "middle", "right": "end"}
HALF_ROOT_3 = 3**0.5 / 2
KNOWN = frozenset({"area", "line", "point", "rect", "rule", "text"})


class NotSwift(ValueError):
    """A specification that holds something we do not draw here; the general renderer takes it."""


@dataclass(frozen=True, slots=True)
class _Plot:
    """The inner size of a chart and the domains of its two axes."""

    width: float
    height: float
    across: tuple[float, float]
    down: tuple[float, float]

    def x(self, value: float) -> float:
        low, high = self.across
        return (value - low) / (high - low) * self.width

    def y(self, value: float) -> float:
        low, high = self.down
        return (high - value) / (high - low) * self.height


def swift_svg(spec: Spec) -> tuple[str, float, float]:
    """The inside of the picture, and its width and height in pixels.

    Raises: NotSwift when the specification holds what is not drawn here.
    """
    layers = cast("Sequence[Spec]", spec["layer"])
    across, down = (
        {tuple(cast("Sequence[float]", one["encoding"][axis]["scale"]["domain"])) for one in layers}
        for axis in ("x", "y")
    )
    if len(across) != 1 or len(down) != 1:
        raise NotSwift("the layers stand on different scales")
    plot = _Plot(
        float(spec["width"]),
        float(spec["height"]),
        cast("tuple[float, float]", across.pop()),
        cast("tuple[float, float]", down.pop()),
    )
    padding = cast("Mapping[str, float]", spec["padding"])
    number = cast("Mapping[str, str]", spec["config"]["locale"]["number"])
    body = _axes(layers, plot, number) + "".join(_layer(one, plot) for one in layers)
    inside = (
        f'<g fill="none" stroke-miterlimit="10" transform="translate({padding["left"]},{padding["top"]})">'
        f"{body}</g>"
    )
    return (
        inside,
        plot.width + padding["left"] + padding["right"],
        plot.height + padding["top"] + padding["bottom"],
    )


def _short(value: float) -> str:
    # Adding nothing turns a minus nought into a plain one.
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def _paint(way: str, colour: str) -> str:
    return f' {way}="{colour}"'


def _class(**colours: str) -> str:
    words = [f"{way}-{CLASSES[colour]}" for way, colour in colours.items() if colour in CLASSES]
    return f' class="{" ".join(words)}"' if words else ""


def _axes(layers: Sequence[Spec], plot: _Plot, number: Mapping[str, str]) -> str:
    """Grid lines, ticks and their labels, from whichever layer carries each axis."""
    written = []
    for name in ("y", "x"):
        axis = next(
            (one["encoding"][name]["axis"] for one in layers if one["encoding"][name].get("axis")), None
        )
        if axis:
            written.append(_grid(name, axis, plot) + _ticks(name, axis, plot, number))
    return "".join(written)


def _grid(name: str, axis: Spec, plot: _Plot) -> str:
    if not axis["grid"]:
        return ""
    lines = [
        f'<path d="M0 {_short(plot.y(value))}h{_short(plot.width)}"'
        if name == "y"
        else f'<path d="M{_short(plot.x(value))} 0v{_short(plot.height)}"'
        for value in axis["values"]
    ]
    look = _paint("stroke", GRID) + _class(stroke=GRID)
    return f'<g transform="translate(0.5,0.5)">{"".join(f"{line}{look}/>" for line in lines)}</g>'


def _ticks(name: str, axis: Spec, plot: _Plot, number: Mapping[str, str]) -> str:
    words = [(value, _format(float(value), str(axis["format"]), number)) for value in axis["values"]]
    look = ' font-size="13px"' + _paint("fill", MUTED) + _class(fill=MUTED)
    if name == "y":
        labels = [
            f'<text text-anchor="end" x="-{LABEL_GAP}" y="{_short(plot.y(value) + TEXT_DROP)}"{look}>{text}</text>'
            for value, text in words
        ]
        return f'<g transform="translate(0.5,0.5)">{"".join(labels)}</g>'
    drawn = []
    for value, text in words:
        x = _short(plot.x(value))
        if axis.get("ticks"):
            drawn.append(f'<path d="M{x} 0v{TICK}"{_paint("stroke", AXIS)}{_class(stroke=AXIS)}/>')
        gap = YEAR_GAP if axis.get("ticks") else YEAR_GAP - TICK
        drawn.append(f'<text text-anchor="middle" x="{x}" y="{gap}"{look}>{text}</text>')
    return f'<g transform="translate(0.5,{_short(plot.height + 0.5)})">{"".join(drawn)}</g>'


def _format(value: float, form: str, number: Mapping[str, str]) -> str:
    if form == "d":
        return f"{value:.0f}"
    text = f"{abs(value):{form}}"
    text = text.replace(",", "\0").replace(".", number["decimal"]).replace("\0", number["thousands"])
    return (number["minus"] if value < 0 and text.strip("0.,") else "") + text


def _layer(layer: Spec, plot: _Plot) -> str:
    mark = cast("Mapping[str, Any]", layer["mark"])
    kind = str(mark["type"])
    if kind not in KNOWN or "limit" in mark or "interpolate" in mark:
        raise NotSwift(f"a mark {kind} like {dict(mark)} is not drawn here")
    if kind == "point" and mark.get("opacity") == 0:
        return ""
    rows = [
        {
            channel: row.get(encoded["field"])
            for channel, encoded in layer["encoding"].items()
            if "field" in encoded
        }
        for row in layer["data"]["values"]
    ]
    return _DRAW[kind](mark, rows, plot)


Rows = Sequence[Mapping[str, Any]]


def _area(mark: Mapping[str, Any], rows: Rows, plot: _Plot) -> str:
    there = [f"{_short(plot.x(row['x']))},{_short(plot.y(row['y']))}" for row in rows]
    back = [f"{_short(plot.x(row['x']))},{_short(plot.y(row['y2']))}" for row in reversed(rows)]
    return (
        f'<path d="M{"L".join(there + back)}Z"{_paint("fill", mark["color"])}{_class(fill=mark["color"])}/>'
    )


def _line(mark: Mapping[str, Any], rows: Rows, plot: _Plot) -> str:
    runs: dict[object, list[str]] = {}
    for row in rows:
        runs.setdefault(row.get("detail"), []).append(
            f"{_short(plot.x(row['x']))},{_short(plot.y(row['y']))}"
        )
    return "".join(f'<path d="M{"L".join(run)}"{_pen(mark)}/>' for run in runs.values())


def _pen(mark: Mapping[str, Any]) -> str:
    colour = mark["color"]
    dash = mark.get("strokeDash") or ()
    dashed = f' stroke-dasharray="{",".join(str(step) for step in dash)}"' if dash else ""
    round_ends = ' stroke-linecap="round" stroke-linejoin="round"' if mark["type"] == "line" else ""
    width = f' stroke-width="{mark.get("strokeWidth", 1)}"'
    return f"{_paint('stroke', colour)}{width}{round_ends}{dashed}{_class(stroke=colour)}"


def _point(mark: Mapping[str, Any], rows: Rows, plot: _Plot) -> str:
    drawn = []
    for row in rows:
        colour = row.get("color") or mark["color"]
        outline = _outline(str(row.get("shape") or mark.get("shape", "circle")), float(mark["size"]))
        place = f"translate({_short(plot.x(row['x']))},{_short(plot.y(row['y']))})"
        edge = (
            f' stroke="{mark["stroke"]}" stroke-width="{mark.get("strokeWidth", 1)}"'
            if "stroke" in mark
            else ""
        )
        colours = {"fill": colour, **({"stroke": mark["stroke"]} if edge else {})}
        drawn.append(
            f'<path transform="{place}" d="{outline}"{_paint("fill", colour)}{edge}{_class(**colours)}/>'
        )
    return "".join(drawn)


def _outline(shape: str, size: float) -> str:
    r = size**0.5 / 2
    if shape == "circle":
        return f"M{r:.1f},0A{r:.1f},{r:.1f},0,1,1,{-r:.1f},0A{r:.1f},{r:.1f},0,1,1,{r:.1f},0"
    if shape == "square":
        return f"M{-r:.1f},{-r:.1f}h{2 * r:.1f}v{2 * r:.1f}h{-2 * r:.1f}Z"
    if shape == "diamond":
        return f"M{-r:.1f},0L0,{-r:.1f}L{r:.1f},0L0,{r:.1f}Z"
    if shape == "triangle-up":
        return f"M0,{-HALF_ROOT_3 * r:.1f}L{-r:.1f},{HALF_ROOT_3 * r:.1f}L{r:.1f},{HALF_ROOT_3 * r:.1f}Z"
    raise NotSwift(f"a point shaped {shape} is not drawn here")


def _rect(mark: Mapping[str, Any], rows: Rows, plot: _Plot) -> str:
    colour, stroke = mark["color"], mark.get("stroke")
    look = _paint("fill", colour)
    if stroke:
        look += f'{_paint("stroke", stroke)} stroke-width="{mark.get("strokeWidth", 1)}"'
    look += _class(fill=colour, **({"stroke": stroke} if stroke else {}))
    drawn = []
    for row in rows:
        (x, x2), (y, y2) = (
            sorted((plot.x(row["x"]), plot.x(row["x2"]))),
            sorted((plot.y(row["y"]), plot.y(row["y2"]))),
        )
        drawn.append(
            f'<path d="M{_short(x)},{_short(y)}h{_short(x2 - x)}v{_short(y2 - y)}h{_short(x - x2)}Z"{look}/>'
        )
    return "".join(drawn)


def _rule(mark: Mapping[str, Any], rows: Rows, plot: _Plot) -> str:
    drawn = []
    for row in rows:
        x, y = plot.x(row["x"]), plot.y(row["y"])
        x2, y2 = plot.x(row.get("x2", row["x"])), plot.y(row.get("y2", row["y"]))
        drawn.append(f'<path d="M{_short(x)},{_short(y)}L{_short(x2)},{_short(y2)}"{_pen(mark)}/>')
    return "".join(drawn)


def _text(mark: Mapping[str, Any], rows: Rows, plot: _Plot) -> str:
    colour = mark.get("color", INK)
    anchor = ANCHORS.get(str(mark.get("align")))
    look = f' text-anchor="{anchor}"' if anchor else ""
    look += f' font-size="{mark.get("fontSize", 14)}px"'
    look += f' font-weight="{mark["fontWeight"]}"' if mark.get("fontWeight", 400) != 400 else ""
    look += _paint("fill", colour) + _class(fill=colour)
    step = mark.get("lineHeight", 17)
    drawn = []
    for row in rows:
        x, y = _short(plot.x(row["x"])), _short(plot.y(row["y"]) + TEXT_DROP)
        lines = [row["text"]] if isinstance(row["text"], str) else list(row["text"])
        inside = escape(lines[0]) + "".join(
            f'<tspan x="{x}" dy="{step}">{escape(line)}</tspan>' for line in lines[1:]
        )
        drawn.append(f'<text x="{x}" y="{y}"{look}>{inside}</text>')
    return "".join(drawn)


_DRAW = {"area": _area, "line": _line, "point": _point, "rect": _rect, "rule": _rule, "text": _text}

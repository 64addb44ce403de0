"""What is the same in every chart: size, margins, type, number forms, and how a layer is written?"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from avstamp.domain.values import Phrase, Verbatim
from avstamp.phrases import format_number, say
from avstamp.renderers.charts.palette import AXIS, GRID, INK, MUTED
from avstamp.renderers.charts.scale import LinearScale

Spec = dict[str, Any]
"""A Vega-Lite specification, or part of one."""

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
FONT = "'Source Sans 3'"  # quoted: an unquoted name that ends in a digit loses all text in PNG and PDF
TEXT = 14
SMALL = 13
LINE = 17

NUMBER_FORMS = {
    "sv": {
        "decimal": ",",
        "thousands": "\u00a0",
        "grouping": [3],
        "currency": ["", "\u00a0kr"],
        "minus": "\u2212",
    },
    "en": {
        "decimal": ".",
        "thousands": ",",
        "grouping": [3],
        "currency": ["SEK\u00a0", ""],
        "minus": "\u2212",
    },
}


@dataclass(frozen=True, slots=True)
class Frame:
    """For whom a chart is drawn: the language of its words and numbers, and how wide the page is."""

    language: str
    wide: bool

    @property
    def total(self) -> int:
        """The whole width, pixels."""
        return 720 if self.wide else 320

    def words(self, text: object) -> str:
        """A text of the content in the reader's language; a plain string stands as it is."""
        return say(text, self.language) if isinstance(text, Phrase | Verbatim) else str(text)

    def number(self, value: float, decimals: int | None) -> str:
        """A number in the reader's form."""
        return format_number(value, decimals=decimals, language=self.language)

    def measure(self, content: Mapping[str, object]) -> str:
        """The unit of measure, with a capital first letter, to stand above an axis."""
        unit = self.words(content.get("unit", ""))
        return unit[:1].upper() + unit[1:]


@dataclass(frozen=True, slots=True)
class Margins:
    """Room around the plot, pixels."""

    left: int
    right: int
    top: int
    bottom: int


def whole_chart(
    frame: Frame, layers: Sequence[Spec], *, width: float, height: float, margins: Margins
) -> Spec:
    """Put layers in a chart of fixed size; nothing is left for the renderer to measure or fit."""
    return {
        "$schema": SCHEMA,
        "width": width,
        "height": height,
        "padding": {
            "left": margins.left,
            "right": margins.right,
            "top": margins.top,
            "bottom": margins.bottom,
        },
        "autosize": {"type": "none"},
        "config": {
            "font": FONT,
            "background": "transparent",
            "view": {"stroke": None},
            "locale": {"number": NUMBER_FORMS[frame.language]},
            "axis": {
                "domain": False,
                "gridColor": GRID,
                "labelBound": False,
                "labelColor": MUTED,
                "labelFlush": False,
                "labelFontSize": SMALL,
                "labelLimit": 0,
                "labelOverlap": False,
                "labelPadding": 6,
                "ticks": False,
                "title": None,
            },
            "line": {"strokeCap": "round", "strokeJoin": "round"},
            "text": {"fontSize": TEXT, "color": INK},
        },
        "layer": list(layers),
    }


def layer(mark: Spec, rows: Sequence[Mapping[str, object]], **encoding: Spec) -> Spec:
    """One layer: a mark, its rows, and which field goes where."""
    return {"data": {"values": [dict(row) for row in rows]}, "mark": mark, "encoding": encoding}


def position(field: str, low: float, high: float, *, axis: Spec | None = None, **more: object) -> Spec:
    """A quantitative position on a fixed domain, with the axis given or none."""
    scale: Spec = {"domain": [low, high], "nice": False, "zero": False}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": axis, **more}


def number_axis(ticks: Sequence[float], decimals: int, *, grid: bool = True) -> Spec:
    """An axis with ready-made ticks, in the reader's number form."""
    return {"values": list(ticks), "format": f",.{decimals}f", "grid": grid, "title": None}


def year_axis(years: Sequence[int]) -> Spec:
    """An axis of years, which take no thousands separator."""
    return {
        "values": list(years),
        "format": "d",
        "grid": False,
        "ticks": True,
        "tickColor": AXIS,
        "title": None,
    }


def share_axes(layers: Sequence[Spec]) -> None:
    """Let the other layers share the first one's axes: one layer that says "no axis" takes them from all."""
    for one in layers[1:]:
        for channel in ("x", "y"):
            encoding = one.get("encoding", {}).get(channel, {})
            if "axis" in encoding and encoding["axis"] is None:
                del encoding["axis"]


def texts(
    rows: Sequence[Mapping[str, object]], across: LinearScale, down: LinearScale, **mark: object
) -> Spec:
    """Texts of one style; each row has `text` (or a list of lines) and its place `px`, `py` in plot pixels."""
    placed = [
        {
            "x": across.value(cast("float", row["px"])),
            "y": down.value(cast("float", row["py"])),
            "text": row["text"],
        }
        for row in rows
    ]
    style: Spec = {"type": "text", "align": "left", "baseline": "middle", **mark}
    return layer(
        style,
        placed,
        x=position("x", across.low, across.high),
        y=position("y", down.low, down.high),
        text={"field": "text", "type": "nominal"},
    )


def boxes(
    rows: Sequence[Mapping[str, float]], across: LinearScale, down: LinearScale, **look: object
) -> Spec:
    """Horizontal bars: each row runs `from` – `to` along the axis, and is `thick` pixels around `py`."""
    placed = [
        {
            "x": row["from"],
            "x2": row["to"],
            "y": down.value(row["py"] - row["thick"] / 2),
            "y2": down.value(row["py"] + row["thick"] / 2),
        }
        for row in rows
    ]
    return layer(
        {"type": "rect", **look},
        placed,
        x=position("x", across.low, across.high),
        x2={"field": "x2"},
        y=position("y", down.low, down.high),
        y2={"field": "y2"},
    )


def wrap(text: str, characters: int) -> list[str]:
    """Lines of at most so many characters, broken between words."""
    return textwrap.wrap(text, characters, break_long_words=False) or [""]


def entries(content: Mapping[str, object], key: str) -> list[Mapping[str, Any]]:
    """The list of mappings that stands under `key` in a chart's content."""
    return [cast("Mapping[str, Any]", entry) for entry in cast("Sequence[object]", content[key])]


def decimals_of(content: Mapping[str, object]) -> int | None:
    """How many decimals the chart's numbers are written with; None lets the number decide."""
    return cast("int | None", content.get("decimals"))

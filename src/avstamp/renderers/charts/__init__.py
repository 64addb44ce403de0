"""How does what a chart is of become a picture: one Vega-Lite specification for page, document and file?

A chart has a kind and a content (plain mappings, see each kind's module). Pages take `chart_pair`, PDF `chart_svg`,
DOCX `chart_png`. Specifications are plain dictionaries; tests hold every one of them against the published schema.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Literal

from avstamp.domain.documents.tree import Figure
from avstamp.phrases import say
from avstamp.renderers.charts.bars import bars_spec
from avstamp.renderers.charts.cache import chart_cache
from avstamp.renderers.charts.choropleth import (
    ClassOfUnits,
    class_limits,
    class_ranges,
    map_classes,
    map_spec,
)
from avstamp.renderers.charts.draw import draw_png, draw_svg
from avstamp.renderers.charts.fan import fan_spec
from avstamp.renderers.charts.fields import fields_spec
from avstamp.renderers.charts.frame import Frame, Spec
from avstamp.renderers.charts.inline import framed_svg, inline_svg
from avstamp.renderers.charts.lines import lines_spec
from avstamp.renderers.charts.polar import polar_spec
from avstamp.renderers.charts.pyramid import pyramid_spec
from avstamp.renderers.charts.seats import seats_spec
from avstamp.renderers.charts.spans import spans_spec
from avstamp.renderers.charts.strip import strip_spec
from avstamp.renderers.charts.swift import swift_svg

__all__ = [
    "KINDS",
    "ClassOfUnits",
    "Width",
    "chart_pair",
    "chart_png",
    "chart_spec",
    "chart_svg",
    "class_limits",
    "class_ranges",
    "figure_pair",
    "figure_png",
    "figure_svg",
    "map_classes",
]

Width = Literal["wide", "narrow"]

KINDS: Mapping[str, Callable[[Mapping[str, object], Frame], Spec]] = {
    "lines": lines_spec,
    "bars": bars_spec,
    "strip": strip_spec,
    "map": map_spec,
    "seats": seats_spec,
    "fields": fields_spec,
    "polar": polar_spec,
    "fan": fan_spec,
    "spans": spans_spec,
    "pyramid": pyramid_spec,
}

SWIFT = frozenset({"lines", "fan", "spans"})
"""Kinds that are drawn by ourselves in a thousandth of a second; the others by the general renderer, and kept."""

APPEARANCE = "3"
"""Part of every cache key; raise it when the drawing changes in what the specification does not show."""


def chart_spec(
    kind: str, content: Mapping[str, object], *, language: str = "sv", width: Width = "wide"
) -> Spec:
    """The Vega-Lite specification of a chart; raises `ValueError` for an unknown kind or for nothing to draw."""
    if kind not in KINDS:
        raise ValueError(f"unknown chart kind {kind!r}; choose one of {', '.join(KINDS)}")
    return KINDS[kind](content, Frame(language, width == "wide"))


def chart_svg(
    kind: str,
    content: Mapping[str, object],
    *,
    language: str = "sv",
    width: Width = "wide",
    title: str = "",
    description: str = "",
) -> str:
    """The chart as one accessible inline SVG: named, described, and coloured through classes."""
    spec = chart_spec(kind, content, language=language, width=width)
    written = json.dumps(
        [APPEARANCE, kind, width, title, description, spec], ensure_ascii=False, sort_keys=True
    )
    key = hashlib.sha256(written.encode()).hexdigest()
    if kind in SWIFT:
        drawn, across, down = swift_svg(spec)
        return framed_svg(
            drawn,
            identity=f"c{key[:10]}",
            title=title,
            description=description,
            kind=kind,
            wide=width == "wide",
            size=(f"{across:g}", f"{down:g}"),
        )
    return chart_cache().get(
        key,
        lambda: inline_svg(
            draw_svg(spec),
            identity=f"c{key[:10]}",
            title=title,
            description=description,
            kind=kind,
            wide=width == "wide",
        ),
    )


def chart_pair(
    kind: str,
    content: Mapping[str, object],
    *,
    language: str = "sv",
    title: str = "",
    description: str = "",
) -> str:
    """The wide and the narrow variant after one another; the page's style sheet shows one and hides the other."""
    return "".join(
        chart_svg(kind, content, language=language, width=width, title=title, description=description)
        for width in ("wide", "narrow")
    )


def chart_png(
    kind: str,
    content: Mapping[str, object],
    *,
    language: str = "sv",
    width: Width = "wide",
    scale: float = 2.0,
) -> bytes:
    """The chart as a bitmap on white; `scale` 2 prints well at 17 cm."""
    return draw_png(chart_spec(kind, content, language=language, width=width), scale=scale)


def figure_svg(figure: Figure, *, language: str = "sv", width: Width = "wide") -> str:
    """The chart of a report's figure, named and described by its caption and alternative text."""
    return chart_svg(figure.kind, figure.content, language=language, width=width, **_words(figure, language))


def figure_pair(figure: Figure, *, language: str = "sv") -> str:
    """Both variants of the chart of a report's figure."""
    return chart_pair(figure.kind, figure.content, language=language, **_words(figure, language))


def figure_png(figure: Figure, *, language: str = "sv", width: Width = "wide", scale: float = 2.0) -> bytes:
    """The chart of a report's figure as a bitmap."""
    return chart_png(figure.kind, figure.content, language=language, width=width, scale=scale)


def _words(figure: Figure, language: str) -> dict[str, str]:
    return {"title": say(figure.caption, language), "description": say(figure.alternative, language)}

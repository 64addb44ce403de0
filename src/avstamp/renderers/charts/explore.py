"""How does a chart that answers to the pointer describe itself to Vega in the browser?"""

from __future__ import annotations

from collections.abc import Sequence

from avstamp.renderers.charts.frame import NUMBER_FORMS, SCHEMA, Spec
from avstamp.renderers.charts.palette import GROUP, MEDIAN, MEMBER, UNIT

COLOURS = {"unit": UNIT, "group": GROUP, "median": MEDIAN, "member": MEMBER}
ROLES = tuple(COLOURS)
WIDTHS = (3.5, 2.25, 2.0, 1.0)
DASHES = ([1, 0], [7, 4], [8, 3, 2, 3], [1, 0])
HEIGHT = 460


def explore_spec(
    rows: Sequence[Spec], *, measure: str, decimals: int, words: dict[str, str], zero: bool
) -> Spec:
    """Lines that show their name and value under the pointer, and that can be zoomed by wheel and drag.

    Args:
        rows: `{name, year, value, role}`, one a point; roles as in `ROLES`.
        measure: the unit of measure, over the axis.
        decimals: how many the values are shown with.
        words: headings of the tooltip: `name`, `year`, `value`.
        zero: whether the axis begins at 0.
    """
    shared = _positions(measure, zero)
    line: Spec = {
        "mark": {"type": "line", "strokeJoin": "round"},
        "encoding": shared
        | {
            "strokeWidth": _by_role(WIDTHS),
            "strokeDash": _by_role(DASHES),
            "opacity": _under_pointer(1, 0.25, empty=True),
        },
    }
    points: Spec = {
        "params": [
            {
                "name": "hover",
                "select": {"type": "point", "fields": ["name"], "on": "pointerover", "clear": "pointerout"},
            },
            {"name": "zoom", "select": "interval", "bind": "scales"},
        ],
        "mark": {"type": "point", "filled": True, "size": 60},
        "encoding": shared
        | {"tooltip": _tooltip(words, decimals), "opacity": _under_pointer(1, 0.01, empty=False)},
    }
    return {
        "$schema": SCHEMA,
        "width": "container",
        "height": HEIGHT,
        "data": {"values": list(rows)},
        "layer": [line, points],
        "config": {"view": {"stroke": None}, "background": "transparent"},
    }


def _positions(measure: str, zero: bool) -> Spec:
    """Years across, values up with the unit of measure over the axis, a colour for each role."""
    upright = {"titleAngle": 0, "titleAlign": "left", "titleAnchor": "end", "titleY": -14}
    return {
        "x": {
            "field": "year",
            "type": "quantitative",
            "scale": {"zero": False, "nice": False},
            "axis": {"format": "d", "tickMinStep": 1, "title": None, "grid": False},
        },
        "y": {
            "field": "value",
            "type": "quantitative",
            "scale": {"zero": zero},
            "axis": {"title": measure, **upright},
        },
        "color": {
            "field": "role",
            "type": "nominal",
            "scale": {"domain": list(ROLES), "range": list(COLOURS.values())},
            "legend": None,
        },
        "detail": {"field": "name", "type": "nominal"},
    }


def _by_role(looks: Sequence[object]) -> Spec:
    scale = {"domain": list(ROLES), "range": list(looks)}
    return {"field": "role", "type": "ordinal", "scale": scale, "legend": None}


def _under_pointer(there: float, elsewhere: float, *, empty: bool) -> Spec:
    return {"condition": {"param": "hover", "empty": empty, "value": there}, "value": elsewhere}


def _tooltip(words: dict[str, str], decimals: int) -> list[Spec]:
    return [
        {"field": "name", "type": "nominal", "title": words["name"]},
        {"field": "year", "type": "quantitative", "format": "d", "title": words["year"]},
        {"field": "value", "type": "quantitative", "format": f",.{decimals}f", "title": words["value"]},
    ]


def number_locale(language: str) -> dict[str, object]:
    """How Vega is to write numbers in a language."""
    return dict(NUMBER_FORMS[language])

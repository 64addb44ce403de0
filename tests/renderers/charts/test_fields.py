"""The four fields draw every point with its name, in both widths."""

from __future__ import annotations

import pytest

from avstamp.domain.values import Verbatim
from avstamp.renderers.charts import chart_svg

CONTENT = {
    "points": [
        {"name": Verbatim("Förskola"), "x": -3.0, "y": 60.0},
        {"name": Verbatim("Äldreomsorg"), "x": -3.1, "y": 60.5},
    ],
    "x_split": 0.0,
    "y_split": 50.0,
    "fields": [Verbatim(name) for name in ("ab", "cd", "ef", "gh")],
    "x_name": Verbatim("Kostnad"),
    "y_name": Verbatim("Kvalitet"),
}


@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_every_name_is_drawn(width):
    drawn = chart_svg("fields", CONTENT, width=width, title="t", description="d")

    assert [
        name for name in ("Förskola", "Äldreomsorg", "Kostnad", "Kvalitet", "ab", "gh") if name not in drawn
    ] == []


def test_nothing_to_draw_is_refused():
    with pytest.raises(ValueError, match="at least one point"):
        chart_svg("fields", CONTENT | {"points": []})

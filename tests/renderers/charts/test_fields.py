"""The four fields draw every point with its name, in both widths."""

from __future__ import annotations

import pytest

from avstamp.domain.values import Verbatim
from avstamp.renderers.charts import chart_spec, chart_svg

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


@pytest.mark.parametrize("quality", [-54.0, 54.0])
def test_no_point_lies_outside_the_plot(quality):
    content = CONTENT | {"points": [{"name": Verbatim("Förskola"), "x": -3.0, "y": quality}], "y_split": 0.0}

    ticks = chart_spec("fields", content)["layer"][0]["encoding"]["y"]["axis"]["values"]

    assert ticks[0] <= quality <= ticks[-1]
    assert ticks[0] == -ticks[-1]

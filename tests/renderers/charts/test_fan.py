"""A fan opens at the newest value, and its intervals are those of the content."""

from __future__ import annotations

import pytest

from avstamp.renderers.charts import chart_spec, chart_svg

CONTENT = {
    "unit": "%",
    "decimals": 1,
    "years": [2018, 2019, 2020, 2022],
    "values": [5.0, 6.0, float("nan"), 7.0],
    "ahead": [2023, 2024],
    "points": [7.5, 8.0],
    "inner": [[7.0, 8.0], [7.0, 9.0]],
    "outer": [[6.0, 9.0], [5.0, 11.0]],
    "known": "Senaste",
    "forecast": "Prognos",
    "inner_name": "80",
    "outer_name": "95",
}


def areas(spec):
    return [part["data"]["values"] for part in spec["layer"] if part["mark"]["type"] == "area"]


@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_fan_spec_draws_outer_then_inner_from_the_newest_value(width):
    outer, inner = areas(chart_spec("fan", CONTENT, width=width))

    assert outer[0] == inner[0] == {"x": 2022, "low": 7.0, "high": 7.0}
    assert [(row["low"], row["high"]) for row in outer[1:]] == [(6.0, 9.0), (5.0, 11.0)]
    assert [(row["low"], row["high"]) for row in inner[1:]] == [(7.0, 8.0), (7.0, 9.0)]


def test_fan_spec_breaks_the_line_where_a_year_is_missing():
    spec = chart_spec("fan", CONTENT)

    line = next(part for part in spec["layer"] if part["mark"]["type"] == "line")
    assert [(row["x"], row["run"]) for row in line["data"]["values"]] == [(2018, 0), (2019, 0), (2022, 1)]


def test_fan_svg_says_the_last_year_in_words():
    svg = chart_svg("fan", CONTENT, title="t", description="d")

    for words in ("Prognos 8,0", "80 7,0–9,0", "95 5,0–11,0", "Senaste 7,0 (2022)"):
        assert words in svg


@pytest.mark.parametrize("missing", [{"values": [float("nan")] * 4}, {"ahead": [], "points": []}])
def test_fan_spec_refuses_nothing_to_draw(missing):
    with pytest.raises(ValueError, match="fan needs"):
        chart_spec("fan", CONTENT | missing)

"""The pyramid draws both sexes from the middle, the oldest on top, and is named in the reader's language."""

import pytest

from avstamp.domain.values import Phrase
from avstamp.renderers.charts import chart_spec, chart_svg

CONTENT = {
    "women": Phrase("population.women"),
    "men": Phrase("population.men"),
    "now_name": "2024",
    "later_name": Phrase("population.pyramid.later", {"year": "2044"}),
    "bands": [
        {"ages": "0–49", "now": (50.0, 60.0), "later": (40.0, 45.0)},
        {"ages": "50+", "now": (20.0, 10.0), "later": (30.0, 25.0)},
    ],
}


def bars(spec):
    """Lengths of the pale bars, in order."""
    return [row["x2"] - row["x"] for row in spec["layer"][0]["data"]["values"]]


def test_bars_are_as_long_as_there_are_people():
    assert bars(chart_spec("pyramid", CONTENT)) == pytest.approx([50.0, 60.0, 20.0, 10.0])


def test_women_stand_to_the_left_and_men_to_the_right():
    rows = chart_spec("pyramid", CONTENT)["layer"][0]["data"]["values"]

    assert [row["x2"] < 0 for row in rows] == [True, False, True, False]


def test_outline_ends_where_the_later_years_people_do():
    spec = chart_spec("pyramid", CONTENT)
    middle = spec["layer"][0]["data"]["values"][1]["x"]
    ends = {abs(point["x"]) - middle for line in spec["layer"][1:3] for point in line["data"]["values"]}

    assert sorted(ends) == pytest.approx([25.0, 30.0, 40.0, 45.0])


@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_picture_is_named_and_speaks_the_readers_language(width):
    drawn = chart_svg("pyramid", CONTENT, language="en", width=width, title="Pyramid", description="Bars")

    assert 'role="img"' in drawn
    assert [word in drawn for word in ("Women", "Men", "2044, expected", "50+")] == [True] * 4


def test_nothing_to_draw_is_refused():
    with pytest.raises(ValueError, match="at least one band"):
        chart_spec("pyramid", {**CONTENT, "bands": []})

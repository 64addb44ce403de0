"""A map on a page shows its outlines, in few bytes and without ids that two maps would share."""

import re
from collections import Counter

import pytest

from avstamp import places
from avstamp.domain.values import UnitKind
from avstamp.library.facts import open_fact_base
from avstamp.renderers.charts import chart_svg
from avstamp.renderers.charts.compact import relative_path


def drawn(kind: UnitKind, **content: object) -> str:
    boundaries = open_fact_base(places.starter_fact_base()).boundaries(kind)
    values = {unit: float(number % 57) for number, unit in enumerate(boundaries)}
    chosen = {"boundaries": boundaries, "values": values, "unit": "%", "decimals": 1, **content}
    return chart_svg("map", chosen, width="narrow", title="Karta", description="En karta")


@pytest.mark.parametrize("kind", [UnitKind.MUNICIPALITY, UnitKind.REGION])
def test_map_draws_every_class_and_hides_nothing(kind):
    svg = drawn(kind, legend=False)

    assert re.findall(r'class="fill-(step-\d)[^"]*"', svg) != []
    assert Counter(re.findall(r'class="fill-(step-\d) stroke-surface"', svg)) == {
        f"step-{number}": 1 for number in range(1, 6)
    }
    assert "clip-path" not in svg
    assert "<defs" not in svg


def test_map_of_all_municipalities_is_small():
    assert len(drawn(UnitKind.MUNICIPALITY, legend=False)) < 45_000


def test_map_without_a_legend_says_no_numbers():
    assert "0,0–10,0 (60)" in drawn(UnitKind.MUNICIPALITY)
    assert "<text" not in drawn(UnitKind.MUNICIPALITY, legend=False)


@pytest.mark.parametrize(
    ("outline", "steps"),
    [
        ("M10,10L12,10L12,13Z", "M10 10h2v3z"),
        ("M0,0L3,-1L4,2L4,2Z", "M0 0l3-1 1 3z"),
        ("M0,0L3,-1L6,-2L5,-4ZM9,9L8,9L8,8Z", "M0 0l3-1 3-1-1-2zM9 9h-1v-1z"),
    ],
)
def test_relative_path_steps_from_point_to_point(outline, steps):
    assert relative_path(outline) == steps

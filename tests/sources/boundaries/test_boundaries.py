"""Outlines carry the fact base's own ids, and each unit has one."""

import json

import pytest

from avstamp.domain.errors import ImportRefused
from avstamp.phrases import say
from avstamp.sources.boundaries.parse import check_outlines, parse_outlines

SQUARE = [[[10.00001, 60.0], [10.00002, 60.0], [11.0, 60.0], [11.0, 61.0], [10.0, 60.0]]]


def collection(*features):
    return json.dumps({"features": [{"properties": p, "geometry": g} for p, g in features]}).encode()


def test_parse_outlines_restores_the_county_codes_zero_and_thins():
    data = collection(({"l_id": 6, "name": "Jönköping"}, {"type": "Polygon", "coordinates": SQUARE}))
    (outline,) = parse_outlines(data, name="regions")

    assert outline.unit == "0006"
    assert outline.rings == (((10.0, 60.0), (11.0, 60.0), (11.0, 61.0), (10.0, 60.0)),)


def test_parse_outlines_several_islands_are_several_rings():
    data = collection(({"id": "0138"}, {"type": "MultiPolygon", "coordinates": [SQUARE, SQUARE]}))

    assert len(parse_outlines(data, name="m")[0].rings) == 2


def test_check_outlines_lists_missing_strange_and_double():
    shape = {"type": "Polygon", "coordinates": SQUARE}
    outlines = parse_outlines(
        collection(({"id": "0138"}, shape), ({"id": "0138"}, shape), ({"id": "9999"}, shape)), name="m"
    )

    with pytest.raises(ImportRefused) as caught:
        check_outlines(outlines, expected={"0138", "0181"}, name="m")
    assert tuple(say(failure, "en") for failure in caught.value.failures) == (
        "unit 0181 has no outline",
        "outline of unknown unit 9999",
        "unit 0138 has several outlines",
    )


def test_parse_outlines_empty_file_refuses():
    with pytest.raises(ImportRefused, match=r"import\.outline\.none"):
        parse_outlines(b'{"features": []}', name="m")

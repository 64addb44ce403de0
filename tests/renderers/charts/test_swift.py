"""The pictures we draw ourselves: the same words, lines and fields in the same places as the general renderer's."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from tests.renderers.charts.test_fan import CONTENT as FAN

from avstamp.renderers.charts import chart_spec, chart_svg
from avstamp.renderers.charts.draw import draw_svg
from avstamp.renderers.charts.inline import inline_svg
from avstamp.renderers.charts.swift import NotSwift, swift_svg

YEARS = list(range(2022, 2030))
LINES = {
    "unit": "%",
    "decimals": 1,
    "zero": True,
    "series": [
        {
            "name": "Ett namn som är så långt att det bryts",
            "role": "unit",
            "years": YEARS,
            "values": [1.2, -2.0, 3, 4, 5, 6, 7, 8],
        },
        {"name": "Grupp", "role": "group", "years": YEARS, "values": [1, 2, None, 4, None, 6, 7.5, 7]},
        {
            "name": "Tredje",
            "role": "third",
            "years": YEARS,
            "values": [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8],
        },
        {"name": "Median", "role": "median", "years": YEARS[:5], "values": [2, 2, 2, 2, 2.2]},
    ],
    "band": {"years": YEARS, "low": [0, -3, 1, 2, 3, 3, 3, 2], "high": [2, 0, 5, 6, 8, 9, 12, 13.4]},
}
SPANS = {
    "unit": "% av skatt och bidrag",
    "decimals": 1,
    "middle": -1.4,
    "low_name": "mindre",
    "high_name": "mer",
    "spans": [
        {"name": "Löner & priser", "low": 3.1, "high": -6.0},
        {"name": "Skattebas", "low": -5.0, "high": 2.2},
        {"name": "Ränta", "low": -1.0, "high": -1.3},
    ],
}  # fmt: skip


def _places(svg: str) -> tuple[list[tuple[str, float, float]], list[tuple[float, ...]]]:
    """Every text with its place, and every mark of more than one point with its places, in page pixels."""
    texts: list[tuple[str, float, float]] = []
    marks: list[tuple[float, ...]] = []

    def walk(element: ElementTree.Element, x: float, y: float) -> None:
        if move := re.match(r"translate\(([-\d.]+),([-\d.]+)\)", element.get("transform", "")):
            x, y = x + float(move[1]), y + float(move[2])
        tag = element.tag.split("}")[1]
        if tag == "text":
            at = x + float(element.get("x", 0)), y + float(element.get("y", 0))
            texts.append((" ".join(element.itertext()), round(at[0]), round(at[1])))
        elif tag == "path" and element.get("stroke-linecap"):
            numbers = [float(number) for number in re.findall(r"-?[\d.]+", element.get("d", ""))]
            marks.append(tuple(value + (y if place % 2 else x) for place, value in enumerate(numbers)))
        for child in element:
            walk(child, x, y)

    walk(ElementTree.fromstring(svg), 0, 0)
    return sorted(texts), sorted(marks)


def _near(one: list[tuple[float, ...]], other: list[tuple[float, ...]]) -> bool:
    return len(one) == len(other) and all(
        left == pytest.approx(right, abs=0.6) for left, right in zip(one, other, strict=True)
    )


@pytest.mark.parametrize("width", ["wide", "narrow"])
@pytest.mark.parametrize(("kind", "content"), [("lines", LINES), ("spans", SPANS), ("fan", FAN)])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_word_and_line_stands_where_the_general_renderer_puts_it(kind, content, width, language):
    ours = chart_svg(kind, content, width=width, title="T", description="D", language=language)
    spec = chart_spec(kind, content, width=width, language=language)
    drawn = inline_svg(
        draw_svg(spec), identity="c", title="T", description="D", kind=kind, wide=width == "wide"
    )

    (our_texts, our_marks), (texts, marks) = _places(ours), _places(drawn)
    assert [text for text, *_ in our_texts] == [text for text, *_ in texts]
    assert _near([at for _, *at in our_texts], [at for _, *at in texts])
    assert _near(our_marks, marks)
    assert re.findall(r'viewBox="[^"]*"', ours) == re.findall(r'viewBox="[^"]*"', drawn)
    assert sorted(set(re.findall(r'class="([^"]*)"', ours))) == sorted(
        set(re.findall(r'class="([^"]*)"', drawn))
    )


def test_what_is_not_drawn_is_refused():
    spec = chart_spec("bars", {"unit": "%", "bars": [{"name": "A", "value": 2.0}]})

    with pytest.raises(NotSwift, match="text"):
        swift_svg(spec)


def test_names_are_escaped():
    ours = chart_svg("spans", SPANS, title="A<b", description="x & y")

    assert "Löner &amp; priser" in ours
    assert "A&lt;b" in ours

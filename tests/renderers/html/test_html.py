"""The web page of a report stands by itself: one file, valid, with headings, headers, alt text and sources."""

from __future__ import annotations

import html5lib
import pytest
from tests.renderers.documents import MARKUP, small_document

from avstamp.renderers.html import render_html


def parsed(language: str = "sv"):
    written = render_html(small_document(), language=language)
    written = written.decode() if isinstance(written, bytes) else written
    builder = html5lib.getTreeBuilder("etree")
    return html5lib.HTMLParser(strict=True, tree=builder, namespaceHTMLElements=False).parse(written), written


@pytest.mark.parametrize("language", ["sv", "en"])
def test_page_is_valid_and_says_its_language_and_title(language):
    page, _ = parsed(language)

    assert page.get("lang", "").split("-")[0] == language
    assert page.findtext(".//title") == "Titeln"
    assert [h.text for h in page.iter("h1")] == ["Titeln"]


def test_table_heads_its_columns_and_rows_and_escapes_its_texts():
    page, _ = parsed()
    table = page.find(".//table")

    assert [th.get("scope") for th in table.iter("th")].count("col") == 3
    assert [th.get("scope") for th in table.iter("th")].count("row") == 2
    assert MARKUP in ["".join(th.itertext()) for th in table.iter("th")]
    assert not list(table.iter("b"))


def test_picture_is_described_and_nothing_is_fetched():
    page, written = parsed()

    assert [picture.get("alt") for picture in page.iter("img")] == ["SD hade 9 mandat och har 8."]
    assert all(picture.get("src", "").startswith("data:") for picture in page.iter("img"))
    assert not list(page.iter("script"))
    assert not [link for link in page.iter("link") if link.get("rel") == "stylesheet"]
    assert "Källa: RKA" in written

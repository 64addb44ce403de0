"""The PDF is tagged, in the right language, and holds no text that acted as markup."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from tests.renderers.documents import small_document, text

from avstamp.renderers.pdf import render_pdf


def tags(node: pikepdf.Object, found: list[str]) -> list[str]:
    """Every tag of the structure tree, in reading order."""
    if isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            found.append(str(node.S))
        if "/K" in node:
            tags(node.K, found)
    elif isinstance(node, pikepdf.Array):
        for child in node:
            tags(child, found)
    return found


def opened(**changes: object) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(render_pdf(replace(small_document(), **changes))))


def test_structure_tree_has_headings_table_headers_lists_and_a_figure():
    with opened() as pdf:
        found = tags(pdf.Root.StructTreeRoot, [])

    assert [tag for tag in found if tag in ("/H1", "/H2")].count("/H2") >= 1
    assert found.count("/TH") == 3
    assert found.count("/TR") == 3
    assert {"/Figure", "/L", "/Caption", "/Table"} <= set(found)


def test_figure_says_in_words_what_it_shows():
    def alternatives(node: pikepdf.Object) -> list[str]:
        if isinstance(node, pikepdf.Array):
            return [words for child in node for words in alternatives(child)]
        if not isinstance(node, pikepdf.Dictionary):
            return []
        own = [str(node.Alt)] if "/Alt" in node else []
        return own + (alternatives(node.K) if "/K" in node else [])

    with opened() as pdf:
        assert "SD hade 9 mandat och har 8." in alternatives(pdf.Root.StructTreeRoot)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_language_and_title_are_stated(language):
    with pikepdf.open(BytesIO(render_pdf(small_document(), language=language))) as pdf:
        assert str(pdf.Root.Lang).split("-")[0] == language
        assert str(pdf.docinfo["/Title"]) == "Titeln"
        assert "/MarkInfo" in pdf.Root


def test_a_text_that_looks_like_markup_is_only_text():
    with opened(title=text('#panic("no") $x$ *')) as pdf:
        assert str(pdf.docinfo["/Title"]) == '#panic("no") $x$ *'

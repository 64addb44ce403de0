"""The Word file opens with its structure: headings, links, header rows, alt text, language, sources."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Cm
from tests.renderers.documents import MARKUP, small_document

from avstamp.renderers.docx import render_docx
from avstamp.renderers.docx.layout import column_widths


@pytest.fixture(scope="module")
def word():
    return docx.Document(BytesIO(render_docx(small_document())))


def test_headings_follow_the_sections(word):
    headings = [(p.style.name, p.text) for p in word.paragraphs if p.style.name.startswith("Heading")]

    assert headings == [("Heading 1", "Först"), ("Heading 2", "Under"), ("Heading 1", "Sedan")]


def test_contents_lead_to_bookmarks_that_are_there(word):
    anchors = [link.get(qn("w:anchor")) for link in word.element.body.iter(qn("w:hyperlink"))]
    names = [mark.get(qn("w:name")) for mark in word.element.body.iter(qn("w:bookmarkStart"))]

    assert anchors == names == ["section-1", "section-2"]


def test_table_has_a_repeated_header_row_whole_rows_and_its_texts(word):
    (table,) = word.tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]

    assert rows == [
        ["Namn", "År", "Värde"],
        [MARKUP, "2022", "1\u00a0234,5\u00a0kr"],
        ["Utan värde", "2021", "–"],
    ]
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows] == [True, False, False]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    # Word counts widths in twentieths of a point, so each may lose up to one of them.
    assert sum(column.width for column in table.columns) == pytest.approx(Cm(16.5), abs=3 * 635)


def test_picture_is_described_and_both_have_a_source_line(word):
    (picture,) = word.element.body.iter(qn("wp:docPr"))
    sources = [
        p.text for p in word.paragraphs if p.style.name == "Source line" and p.text.startswith("Källa")
    ]

    assert picture.get("descr") == "SD hade 9 mandat och har 8."
    assert len(sources) == 2


@pytest.mark.parametrize(("language", "tag"), [("sv", "sv-SE"), ("en", "en-GB")])
def test_language_and_title_are_stated(language, tag):
    word = docx.Document(BytesIO(render_docx(small_document(), language=language)))

    assert f'w:val="{tag}"' in word.styles.element.xml
    assert (word.core_properties.title, word.core_properties.language) == ("Titeln", tag)


def test_file_says_nothing_of_the_hour_it_was_written():
    with ZipFile(BytesIO(render_docx(small_document()))) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}

    assert render_docx(small_document()) == render_docx(small_document())


def test_columns_share_what_there_is_when_they_ask_for_too_much():
    widths = column_widths([["a", *["ett mycket långt ord"] * 9]], total=1000)

    assert sum(widths) == 1000
    assert widths[0] >= 250


def test_column_of_sentences_has_what_the_first_has_no_use_for():
    rows = [
        ["När", "Vad", "Grund"],
        ["30 november 2026", "Budgeten för 2027 ska vara fastställd", "KL 11:10"],
    ]

    first, sentences, short = column_widths(rows, total=int(Cm(16.5)))

    # Each text fits on a line: the table is wide enough for all three.
    assert sentences >= Cm(0.175 * 37)
    assert first >= Cm(0.175 * 16)
    assert short >= Cm(0.175 * 8)
    assert first + sentences + short == int(Cm(16.5))

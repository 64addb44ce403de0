"""Which marks does a Word file need that python-docx has no word for: language, alt text, header rows, page numbers?"""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can state."""


def element(name: str, /, **attributes: str) -> Any:
    """An element of WordprocessingML with attributes of its own namespace."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def set_language(document: Any, tag: str) -> None:
    """State the language of all text that states no other, in the defaults of the styles and in the properties."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    run = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in run.findall(qn("w:lang")):
        run.remove(old)
    run.append(element("lang", val=tag, eastAsia=tag, bidi="ar-SA"))
    document.core_properties.language = tag


def without_clock(file: bytes) -> bytes:
    """The same file with the hour of writing left out of its parts, so that the same document is the same bytes."""
    content = BytesIO()
    with ZipFile(BytesIO(file)) as given, ZipFile(content, "w", ZIP_DEFLATED) as made:
        for part in given.infolist():
            named = ZipInfo(part.filename, NO_TIME)
            named.external_attr = part.external_attr
            made.writestr(named, given.read(part), ZIP_DEFLATED)
    return content.getvalue()


def repeat_header(row: Any) -> None:
    """Mark a row as the header of its table, repeated on every page; no row is split between pages."""
    row._tr.get_or_add_trPr().append(element("tblHeader", val="true"))


def keep_whole(row: Any) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().append(element("cantSplit", val="true"))


def describe_picture(shape: Any, *, title: str, description: str) -> None:
    """Give a picture the text that is read aloud instead of it."""
    shape._inline.docPr.set("title", title)
    shape._inline.docPr.set("descr", description)


def head_first_row_and_column(table: Any) -> None:
    """Tell readers of the table that its first row and first column are headings; no banding."""
    properties = table._tbl.tblPr
    for old in properties.findall(qn("w:tblLook")):
        properties.remove(old)
    properties.append(
        element(
            "tblLook",
            val="06A0",
            firstRow="1",
            lastRow="0",
            firstColumn="1",
            lastColumn="0",
            noHBand="1",
            noVBand="1",
        )
    )


def rule_rows_only(table: Any) -> None:
    """Draw a thin grey line under every row, and none between columns."""
    borders = element("tblBorders")
    for edge in ("top", "bottom", "insideH"):
        borders.append(element(edge, val="single", sz="4", space="0", color="C9D0D6"))
    for edge in ("left", "right", "insideV"):
        borders.append(element(edge, val="nil"))
    table._tbl.tblPr.append(borders)


def bookmark(paragraph: Any, *, name: str, number: int) -> None:
    """Name a paragraph so that a link inside the file leads to it."""
    paragraph._p.insert(1, element("bookmarkStart", id=str(number), name=name))
    paragraph._p.append(element("bookmarkEnd", id=str(number)))


def add_link(paragraph: Any, *, anchor: str, text: str) -> None:
    """Add a link to a bookmark in the same file."""
    link = element("hyperlink", anchor=anchor, history="1")
    run = paragraph.add_run(text)
    link.append(run._r)
    paragraph._p.append(link)


def describe_table(table: Any, caption: str) -> None:
    """Name a table for those who hear it."""
    properties = table._tbl.tblPr
    properties.append(element("tblCaption", val=caption))


def add_field(paragraph: Any, code: str) -> None:
    """Add a field that Word fills in, such as PAGE or NUMPAGES."""
    run = paragraph.add_run()
    for kind in ("begin", "separate", "end"):
        if kind == "separate":
            instruction = element("instrText")
            instruction.text = code
            run._r.append(instruction)
        run._r.append(element("fldChar", fldCharType=kind))
        if kind == "separate":
            shown = element("t")
            shown.text = "1"
            run._r.append(shown)

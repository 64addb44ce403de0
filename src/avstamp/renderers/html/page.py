"""How does a document look as one HTML file that can be mailed, printed and read aloud?"""

from __future__ import annotations

import base64
from collections.abc import Iterable
from html import escape
from importlib import resources
from itertools import count

from avstamp.domain.documents import (
    Bullets,
    Citation,
    Column,
    Document,
    Figure,
    Note,
    Paragraph,
    Section,
    Table,
)
from avstamp.domain.documents.tree import Block, Cell
from avstamp.domain.values import Phrase, Quantity, Text, Verbatim
from avstamp.phrases import MISSING, Part, language_of, language_tag, say, say_in_parts, source_line
from avstamp.renderers.charts import chart_spec
from avstamp.renderers.charts.draw import draw_svg


def render_html(document: Document, *, language: str = "sv") -> str:
    """The document as a standalone page: style and charts inside it, no scripts, nothing fetched."""
    style = resources.files(__package__).joinpath("document.css").read_text(encoding="utf-8")
    title = escape(say(document.title, language))
    keywords = escape(", ".join(document.keywords))
    made_on = escape(say(Phrase("report.made_on", {"date": document.made_on}), language))
    return f"""<!DOCTYPE html>
<html lang="{language_tag(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="Avstamp">
<meta name="keywords" content="{keywords}">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<header>
<h1>{title}</h1>
<p class="subtitle">{escape(say(document.subtitle, language))}</p>
<p class="made-on">{made_on}</p>
</header>
{_contents(document, language)}<main>
{render_fragment((*document.opening, *document.sections), language=language)}
</main>
</body>
</html>
"""


def render_fragment(blocks: Iterable[Block], *, language: str = "sv", level: int = 2) -> str:
    """Blocks as HTML to stand inside a page; `level` is the heading level of the outermost sections."""
    return _Writer(language).blocks(blocks, level)


def _contents(document: Document, language: str) -> str:
    if not document.contents:
        return ""
    rows = "".join(
        f'<li><a href="#avsnitt-{number}">{escape(say(section.heading, language))}</a></li>'
        for number, section in enumerate(document.sections, start=1)
    )
    heading = f'<h2 id="innehall">{escape(say(Phrase("report.contents"), language))}</h2>'
    return f'<nav aria-labelledby="innehall">{heading}<ol>{rows}</ol></nav>\n'


class _Writer:
    """Writes blocks in one language; counts sections and tables so that each has an id of its own."""

    def __init__(self, language: str) -> None:
        self.language = language_of(language)
        self._sections = count(1)
        self._tables = count(1)

    def blocks(self, blocks: Iterable[Block], level: int) -> str:
        return "\n".join(self._block(block, level) for block in blocks)

    def _block(self, block: Block, level: int) -> str:
        match block:
            case Section():
                return self._section(block, level)
            case Paragraph():
                return f"<p>{self._sentences(block.sentences)}</p>"
            case Note():
                heading = escape(say(Phrase("report.note"), self.language))
                said = self._sentences(block.sentences)
                return f'<div class="note"><p><strong>{heading}</strong></p><p>{said}</p></div>'
            case Bullets():
                tag = "ol" if block.ordered else "ul"
                return f"<{tag}>{''.join(f'<li>{self._text(point)}</li>' for point in block.points)}</{tag}>"
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)

    def _section(self, section: Section, level: int) -> str:
        identity = f' id="avsnitt-{next(self._sections)}"' if level == 2 else ""
        depth = min(level, 6)
        heading = f"<h{depth}{identity}>{self._text(section.heading)}</h{depth}>"
        return f"<section>\n{heading}\n{self.blocks(section.blocks, level + 1)}\n</section>"

    def _sentences(self, sentences: Iterable[Text]) -> str:
        return " ".join(self._text(sentence) for sentence in sentences)

    def _text(self, text: Text) -> str:
        said = "".join(map(_part, say_in_parts(text, self.language)))
        if isinstance(text, Verbatim) and text.language != self.language:
            return f'<span lang="{escape(text.language)}">{said}</span>'
        return said

    def _table(self, table: Table) -> str:
        identity = f"tabell-{next(self._tables)}"
        head = "".join(self._heading(column) for column in table.columns)
        rows = "".join(f"<tr>{self._row(table.columns, row)}</tr>\n" for row in table.rows)
        return (
            f'<div class="table-scroll" tabindex="0" role="region" aria-labelledby="{identity}">'
            f'<table><caption id="{identity}">{self._text(table.caption)}</caption>\n'
            f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody></table></div>{self._source(table.sources)}"
        )

    def _heading(self, column: Column) -> str:
        return f'<th scope="col"{_numeric(column)}>{self._text(column.heading)}</th>'

    def _row(self, columns: Iterable[Column], row: Iterable[Cell]) -> str:
        cells = []
        for at, (column, cell) in enumerate(zip(columns, row, strict=True)):
            tag, scope = ("th", ' scope="row"') if at == 0 else ("td", "")
            cells.append(f"<{tag}{scope}{_numeric(column)}>{self._cell(cell)}</{tag}>")
        return "".join(cells)

    def _cell(self, cell: Cell) -> str:
        if isinstance(cell, Phrase | Verbatim):
            return self._text(cell)
        if cell is None or (isinstance(cell, Quantity) and cell.value is None):
            missing = escape(say(Phrase("figure.missing"), self.language))
            return f'<span aria-hidden="true">{MISSING}</span><span class="read-aloud">{missing}</span>'
        return escape(say(cell, self.language))

    def _figure(self, figure: Figure) -> str:
        spec = chart_spec(figure.kind, figure.content, language=self.language)
        picture = base64.b64encode(draw_svg(spec).encode("utf-8")).decode("ascii")
        alternative = escape(say(figure.alternative, self.language))
        return (
            f'<figure><img src="data:image/svg+xml;base64,{picture}" alt="{alternative}">'
            f"<figcaption>{self._text(figure.caption)}</figcaption></figure>{self._source(figure.sources)}"
        )

    def _source(self, sources: Iterable[Citation]) -> str:
        line = source_line(sources, self.language)
        return f'<p class="source">{escape(line)}</p>' if line else ""


def _part(part: Part) -> str:
    return f"<mark>{escape(part.text)}</mark>" if part.is_blank else escape(part.text)


def _numeric(column: Column) -> str:
    return ' class="numeric"' if column.numeric else ""

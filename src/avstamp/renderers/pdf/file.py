"""How does a document become a tagged PDF? Its texts go to Typst as data, so that no text can act as markup."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterable
from importlib import resources
from pathlib import Path
from typing import Any

import typst

from avstamp.domain.documents import Bullets, Citation, Document, Figure, Note, Paragraph, Section, Table
from avstamp.domain.documents.tree import Block
from avstamp.domain.values import Phrase
from avstamp.phrases import language_of, language_tag, say, say_in_parts, source_line, together
from avstamp.renderers.charts import chart_spec
from avstamp.renderers.charts.draw import draw_svg

TALLEST = 0.62
"""How tall a picture may be for each unit of the page's text width; a taller one is made narrower."""

FONTS = Path(__file__).resolve().parent.parent / "fonts"


def render_pdf(document: Document, *, language: str = "sv") -> bytes:
    """The document as the bytes of a PDF/UA-1 file."""
    with tempfile.TemporaryDirectory(prefix="avstamp-pdf-") as name:
        folder = Path(name)
        data = _Collector(folder, language_of(language)).document(document)
        (folder / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        template = resources.files(__package__).joinpath("document.typ").read_text(encoding="utf-8")
        main = folder / "document.typ"
        main.write_text(template, encoding="utf-8")
        return bytes(
            typst.compile(
                str(main),
                root=str(folder),
                font_paths=[str(FONTS)],
                ignore_system_fonts=True,
                pdf_standards=["ua-1"],
            )
        )


class _Collector:
    """Turns a document into plain data in one language, and its charts into files beside it."""

    def __init__(self, folder: Path, language: str) -> None:
        self.folder, self.language = folder, language
        self.charts = 0

    def say(self, text: Any) -> str:
        """A text in the language of the file."""
        return say(text, self.language)

    def words(self, text: Any) -> str | dict[str, Any]:
        """A text as it is, or in parts where some of it is to be filled in."""
        parts = say_in_parts(text, self.language)
        if not any(part.is_blank for part in parts):
            return "".join(part.text for part in parts)
        return {"parts": [{"text": part.text, "blank": part.is_blank} for part in parts]}

    def document(self, document: Document) -> dict[str, Any]:
        """The whole document as data."""
        language, _, region = language_tag(self.language).partition("-")
        day = document.made_on
        return {
            "title": self.say(document.title),
            "subtitle": self.say(document.subtitle),
            "made_on": self.say(Phrase("report.made_on", {"date": day})),
            "date": [day.year, day.month, day.day],
            "keywords": list(document.keywords),
            "language": language,
            "region": region,
            "contents": self.say(Phrase("report.contents")) if document.contents else "",
            "page": self.say(Phrase("report.page", {"page": "\0", "pages": "\0"})).split("\0"),
            "note": self.say(Phrase("report.note")),
            "blocks": self.blocks((*document.opening, *document.sections)),
        }

    def blocks(self, blocks: Iterable[Block]) -> list[dict[str, Any]]:
        """Blocks as data, in order."""
        return [self._block(block) for block in blocks]

    def _block(self, block: Block) -> dict[str, Any]:
        match block:
            case Section():
                return {
                    "kind": "section",
                    "heading": self.say(block.heading),
                    "blocks": self.blocks(block.blocks),
                }
            case Paragraph():
                return {"kind": "paragraph", "text": self.words(together(block.sentences))}
            case Note():
                return {"kind": "note", "text": self.words(together(block.sentences))}
            case Bullets():
                return {
                    "kind": "bullets",
                    "ordered": block.ordered,
                    "points": list(map(self.words, block.points)),
                }
            case Table():
                return {
                    "kind": "table",
                    "caption": self.say(block.caption),
                    "head": [self.say(column.heading) for column in block.columns],
                    "numeric": [column.numeric for column in block.columns],
                    "rows": [list(map(self.words, row)) for row in block.rows],
                    "source": self._source(block.sources),
                }
            case Figure():
                return self._figure(block)

    def _figure(self, figure: Figure) -> dict[str, Any]:
        self.charts += 1
        file = f"chart-{self.charts}.svg"
        picture = draw_svg(chart_spec(figure.kind, figure.content, language=self.language))
        (self.folder / file).write_text(picture, encoding="utf-8")
        return {
            "kind": "figure",
            "file": file,
            "width": _width_share(picture),
            "caption": self.say(figure.caption),
            "alternative": self.say(figure.alternative),
            "source": self._source(figure.sources),
        }

    def _source(self, sources: Iterable[Citation]) -> str:
        return source_line(sources, self.language)


def _width_share(picture: str) -> float:
    """How much of the text width an SVG may take, in per cent, so that it does not fill a page by itself."""
    box = re.search(r'viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"', picture)
    if box is None:
        raise ValueError("the chart has no viewBox, so its height cannot be told")
    width, height = float(box[1]), float(box[2])
    return min(100.0, 100 * TALLEST * width / height)

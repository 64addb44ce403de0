"""How does a document become a Word file that can be edited, navigated by headings and read aloud?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time
from io import BytesIO
from typing import Any

from docx import Document as NewWordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from avstamp.domain.documents import Bullets, Citation, Document, Figure, Note, Paragraph, Section, Table
from avstamp.domain.documents.tree import Block
from avstamp.domain.values import Phrase
from avstamp.phrases import language_of, language_tag, say, say_in_parts, source_line, together
from avstamp.renderers.charts import figure_png
from avstamp.renderers.docx.layout import column_widths
from avstamp.renderers.docx.markup import (
    add_field,
    add_link,
    bookmark,
    describe_picture,
    describe_table,
    head_first_row_and_column,
    keep_whole,
    repeat_header,
    rule_rows_only,
    set_language,
    without_clock,
)

FONT = "Calibri"
"""Word's own: it is on every machine that has Word, and other programs have a font of the same widths."""

INK = RGBColor(0x14, 0x50, 0x6E)
GREY = RGBColor(0x4A, 0x54, 0x5D)
TEXT_WIDTH = Cm(16.5)
TEXT_HEIGHT = Cm(11)
"""The tallest a picture may be, so that it stands on the page of the text that speaks of it."""

SOURCE, NOTE = "Source line", "Note"
CONTENTS, CONTENTS_LINE, TABLE_TEXT = "Contents", "Contents line", "Table text"


def render_docx(document: Document, *, language: str = "sv") -> bytes:
    """The document as the bytes of a .docx file, A4, in the language asked for."""
    return _Writer(document, language_of(language)).write()


class _Writer:
    """Writes one document in one language."""

    def __init__(self, document: Document, language: str) -> None:
        self.document, self.language = document, language
        self.file: Any = NewWordFile()

    def write(self) -> bytes:
        """Write everything and return the bytes."""
        set_page(self.file, self.say(Phrase("report.page", {"page": "\0", "pages": "\0"})))
        set_styles(self.file)
        self._properties()
        self.file.add_paragraph(self.say(self.document.title), style="Title")
        self.file.add_paragraph(self.say(self.document.subtitle), style="Subtitle")
        made_on = Phrase("report.made_on", {"date": self.document.made_on})
        self.file.add_paragraph(self.say(made_on), style=SOURCE)
        if self.document.contents:
            self._contents()
        self._blocks(self.document.opening, 1)
        for number, section in enumerate(self.document.sections, start=1):
            heading = self.file.add_heading(self.say(section.heading), level=1)
            bookmark(heading, name=f"section-{number}", number=number)
            self._blocks(section.blocks, 2)
        content = BytesIO()
        self.file.save(content)
        return without_clock(content.getvalue())

    def say(self, text: Any) -> str:
        """A text in the language of the file."""
        return say(text, self.language)

    def _properties(self) -> None:
        properties = self.file.core_properties
        properties.title = self.say(self.document.title)
        properties.subject = self.say(self.document.subtitle)
        properties.author = properties.last_modified_by = "Avstamp"
        properties.keywords = ", ".join(self.document.keywords)
        properties.comments = ""
        properties.created = properties.modified = datetime.combine(self.document.made_on, time())
        set_language(self.file, language_tag(self.language))

    def _blocks(self, blocks: Iterable[Block], level: int) -> None:
        for block in blocks:
            self._block(block, level)

    def _block(self, block: Block, level: int) -> None:
        match block:
            case Section():
                self.file.add_heading(self.say(block.heading), level=min(level, 9))
                self._blocks(block.blocks, level + 1)
            case Paragraph():
                self._write(self.file.add_paragraph(), together(block.sentences))
            case Note():
                paragraph = self.file.add_paragraph(style=NOTE)
                paragraph.add_run(f"{self.say(Phrase('report.note'))}: ").bold = True
                self._write(paragraph, together(block.sentences))
            case Bullets():
                style = "List Number" if block.ordered else "List Bullet"
                for point in block.points:
                    self._write(self.file.add_paragraph(style=style), point)
            case Table():
                self._table(block)
            case Figure():
                self._figure(block)

    def _write(self, paragraph: Any, text: Any) -> list[Any]:
        """Write a text in a paragraph, what is to be filled in marked as with a pen; answers the runs."""
        runs = []
        for part in say_in_parts(text, self.language):
            run = paragraph.add_run(part.text)
            if part.is_blank:
                run.font.highlight_color = WD_COLOR_INDEX.YELLOW
            runs.append(run)
        return runs

    def _table(self, table: Table) -> None:
        self.file.add_paragraph(self.say(table.caption), style="Caption")
        made = self.file.add_table(rows=1 + len(table.rows), cols=len(table.columns), style="Table Grid")
        rule_rows_only(made)
        head_first_row_and_column(made)
        describe_table(made, self.say(table.caption))
        grid = list(made.rows)
        self._fill(grid[0], table, [column.heading for column in table.columns], heading=True)
        repeat_header(grid[0])
        for row, cells in zip(grid[1:], table.rows, strict=True):
            self._fill(row, table, cells, heading=False)
        for row in grid:
            keep_whole(row)
        self._widths(made, table)
        self._source(table.sources)

    def _fill(self, row: Any, table: Table, texts: Iterable[Any], *, heading: bool) -> None:
        for cell, column, text in zip(row.cells, table.columns, texts, strict=True):
            paragraph = cell.paragraphs[0]
            paragraph.style = TABLE_TEXT
            for run in self._write(paragraph, text):
                run.bold = heading
            if column.numeric:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def _widths(self, made: Any, table: Table) -> None:
        texts = [[self.say(column.heading) for column in table.columns]]
        texts += [[self.say(cell) for cell in row] for row in table.rows]
        made.autofit = False
        for column, width in zip(made.columns, column_widths(texts, total=TEXT_WIDTH), strict=True):
            column.width = width
            for cell in column.cells:
                cell.width = width

    def _contents(self) -> None:
        """The sections by name, each a link to its heading: no field that Word must ask leave to fill in."""
        self.file.add_paragraph(self.say(Phrase("report.contents")), style=CONTENTS)
        for number, section in enumerate(self.document.sections, start=1):
            paragraph = self.file.add_paragraph(style=CONTENTS_LINE)
            add_link(paragraph, anchor=f"section-{number}", text=self.say(section.heading))

    def _figure(self, figure: Figure) -> None:
        caption = self.say(figure.caption)
        self.file.add_paragraph(caption, style="Caption")
        picture = BytesIO(figure_png(figure, language=self.language))
        shape = self.file.add_picture(picture, width=TEXT_WIDTH)
        if shape.height > TEXT_HEIGHT:
            shape.width, shape.height = int(shape.width * TEXT_HEIGHT / shape.height), TEXT_HEIGHT
        describe_picture(shape, title=caption, description=self.say(figure.alternative))
        self.file.paragraphs[-1].paragraph_format.keep_with_next = True
        self._source(figure.sources)

    def _source(self, sources: Iterable[Citation]) -> None:
        line = source_line(sources, self.language)
        if line:
            self.file.add_paragraph(line, style=SOURCE)


def set_page(file: Any, page_of: str) -> None:
    """A4 with even margins, and the page number of all pages at the foot."""
    section = file.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.25)
    section.top_margin = section.bottom_margin = Cm(2.2)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    before, between, after = page_of.split("\0")
    foot.add_run(before)
    add_field(foot, "PAGE")
    foot.add_run(between)
    add_field(foot, "NUMPAGES")
    foot.add_run(after)


def set_styles(file: Any) -> None:
    """Type, sizes and colours of the file's named styles, so that whoever edits it can change them in one place."""
    styles = file.styles
    _set(styles["Normal"], size=10.5, before=0, after=6)
    _set(styles["Title"], size=26, before=0, after=4, colour=INK, bold=True)
    _set(styles["Subtitle"], size=13, before=0, after=4, colour=GREY)
    styles["Subtitle"].font.italic = False
    widen = styles["Subtitle"].element.rPr.find(qn("w:spacing"))
    if widen is not None:
        styles["Subtitle"].element.rPr.remove(widen)
    for level, size in ((1, 18.0), (2, 14.0), (3, 12.0), (4, 11.0)):
        _set(
            styles[f"Heading {level}"],
            size=size,
            before=18 if level == 1 else 12,
            after=4,
            colour=INK,
            bold=True,
        )
    _set(styles["Caption"], size=10, before=8, after=3, colour=RGBColor(0, 0, 0), bold=True)
    styles["Caption"].paragraph_format.keep_with_next = True
    own: tuple[tuple[str, float, float, float, RGBColor | None], ...] = (
        (SOURCE, 9.0, 3, 10, GREY),
        (NOTE, 10.5, 6, 6, None),
        (TABLE_TEXT, 9.0, 1, 1, None),
        (CONTENTS, 12.0, 6, 3, INK),
        (CONTENTS_LINE, 10.5, 0, 1, INK),
    )
    for name, size, before, after, colour in own:
        style = styles.add_style(name, 1)
        style.base_style = styles["Normal"]
        _set(style, size=size, before=before, after=after, colour=colour, bold=name == CONTENTS or None)
    styles[NOTE].paragraph_format.left_indent = Cm(0.6)


def _set(
    style: Any,
    *,
    size: float,
    before: float,
    after: float,
    colour: RGBColor | None = None,
    bold: bool | None = None,
) -> None:
    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[name]
    if colour is not None:
        style.font.color.rgb = colour
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)

"""A report as a tree of sections, tables, figures, notes and citations, in no language yet.

A renderer turns the tree into bytes; the web page and the Word file show the same tree.
"""

from avstamp.domain.documents.tree import (
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

__all__ = ["Bullets", "Citation", "Column", "Document", "Figure", "Note", "Paragraph", "Section", "Table"]

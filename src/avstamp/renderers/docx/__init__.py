"""A document as a Word file with real headings, table headers, alternative texts and language."""

from avstamp.renderers.docx.file import render_docx

__all__ = ["render_docx"]

"""A document as a tagged PDF (PDF/UA-1)."""

from avstamp.renderers.pdf.file import render_pdf

__all__ = ["render_pdf"]

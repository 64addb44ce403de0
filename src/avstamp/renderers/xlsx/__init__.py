"""Tables as a spreadsheet with numbers that are numbers, headings that stay in sight, and their sources."""

from avstamp.renderers.xlsx.file import Sheet, render_xlsx

__all__ = ["Sheet", "render_xlsx"]

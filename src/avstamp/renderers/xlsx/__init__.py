"""Tables as a spreadsheet with numbers that are numbers, headings that stay in sight, and their sources.

The book of the economy (`economy`) is not named here: it would load the compiler with every spreadsheet.
"""

from avstamp.renderers.xlsx.file import Sheet, render_xlsx

__all__ = ["Sheet", "render_xlsx"]

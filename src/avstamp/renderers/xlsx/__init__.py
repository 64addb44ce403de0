"""Tables as a spreadsheet with numbers that are numbers, headings that stay in sight, and their sources."""

from avstamp.renderers.xlsx.economy import EconomyBook, render_economy
from avstamp.renderers.xlsx.file import Sheet, render_xlsx

__all__ = ["EconomyBook", "Sheet", "render_economy", "render_xlsx"]

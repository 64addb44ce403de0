"""Spreadsheets that people fill in themselves: XLSX and CSV, read as one table with named columns.

`parse` turns bytes into rows of text with the row numbers a reader sees in the spreadsheet; `check` holds them to the
columns that are expected and turns cells into values, listing every fault with row, column and value.
"""

from avstamp.sources.spreadsheet.check import Column, Kind, Row, read_rows
from avstamp.sources.spreadsheet.parse import LARGEST_BYTES, MOST_ROWS, Sheet, read_sheet

__all__ = ["LARGEST_BYTES", "MOST_ROWS", "Column", "Kind", "Row", "Sheet", "read_rows", "read_sheet"]

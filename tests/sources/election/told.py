"""How does a failure in an election table read in English?"""

from __future__ import annotations

from typing import NamedTuple


class Failure(NamedTuple):
    """What stands in a list of failures: where, which cell, its value, and what to do about it."""

    line: int
    column: str
    value: str
    action: str

    def __str__(self) -> str:
        place = f"line {self.line}" if self.line else "the table"
        return f"{place}, {self.column} = {self.value!r}: {self.action}"

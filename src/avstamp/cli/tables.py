"""How is a table set in a terminal of eighty columns, and a number in JSON?"""

from __future__ import annotations

import math
from collections.abc import Sequence

WIDTH = 80
LEAST_TEXT = 20


def set_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Rows under headings: the first column is cut to what room is left, the others are set to the right."""
    columns = list(zip(headings, *rows, strict=True))
    widths = [max(map(len, column)) for column in columns]
    room = WIDTH - sum(width + 2 for width in widths[1:])
    widths[0] = min(widths[0], max(LEAST_TEXT, room))
    return "\n".join(_set_row(row, widths) for row in (headings, ["-" * width for width in widths], *rows))


def _set_row(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, width = cells[0], widths[0]
    cut = first if len(first) <= width else first[: width - 1] + "…"
    return "  ".join(
        [f"{cut:<{width}}", *(f"{cell:>{room}}" for cell, room in zip(cells[1:], widths[1:], strict=True))]
    )


def json_number(value: float) -> float | None:
    """A number as JSON can hold it: what is missing is null.

    Example:
        >>> json_number(float("nan")), json_number(2.5)
        (None, 2.5)
    """
    return None if math.isnan(value) else value

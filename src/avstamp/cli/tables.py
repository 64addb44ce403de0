"""How is a table set in a terminal of eighty columns, and a number in JSON?"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable, Sequence

from avstamp.domain.facts.origin import Origin
from avstamp.domain.values import Phrase
from avstamp.phrases import say

WIDTH = 80
LEAST_TEXT = 20


def set_table(
    headings: Sequence[str], rows: Sequence[Sequence[str]], *, endings: Sequence[str] | None = None
) -> str:
    """Rows under headings: the first column is cut to what room is left, the others are set to the right.

    Args: `endings` what stands after each row's first cell and is never cut, such as a unit of measure.
    """
    whole = ["", *(endings or [""] * len(rows))]
    columns = list(zip(headings, *rows, strict=True))
    widths = [max(map(len, column)) for column in columns]
    room = WIDTH - sum(width + 2 for width in widths[1:])
    longest = max(len(cell) + len(end) for cell, end in zip(columns[0], whole, strict=True))
    widths[0] = min(longest, max(LEAST_TEXT, room))
    lines = [_set_row(row, widths, ending=end) for row, end in zip((headings, *rows), whole, strict=True)]
    return "\n".join([lines[0], _set_row(["-" * width for width in widths], widths), *lines[1:]])


def _set_row(cells: Sequence[str], widths: Sequence[int], *, ending: str = "") -> str:
    first, width = cells[0], widths[0] - len(ending)
    cut = (first if len(first) <= width else first[: width - 1] + "…") + ending
    others = (f"{cell:>{room}}" for cell, room in zip(cells[1:], widths[1:], strict=True))
    return "  ".join([f"{cut:<{widths[0]}}", *others]).rstrip()


def print_sources(origins: Iterable[Origin], language: str) -> str:
    """Where the figures of a table come from, on what terms, and what is our own processing."""
    lines = []
    for origin in origins:
        named = {"publisher": origin.publisher, "title": origin.title, "fetched": origin.fetched}
        lines += [say(Phrase("source.line", named), language), f"{origin.terms}."]
    lines.append(say(Phrase("source.own_processing"), language))
    return "\n".join(textwrap.fill(line, WIDTH) for line in lines)


def json_number(value: float) -> float | None:
    """A number as JSON can hold it: what is missing is null.

    Example:
        >>> json_number(float("nan")), json_number(2.5)
        (None, 2.5)
    """
    return None if math.isnan(value) else value

"""How wide must the columns of a table be, so that no word is broken and the first column has the rest?"""

from __future__ import annotations

from collections.abc import Sequence

from docx.shared import Cm

LETTER = Cm(0.175)
"""A letter of 9 points, a little wider than the average of Swedish text and of figures in bold."""

PADDING = Cm(0.42)
WIDEST = 16
"""Letters that a column beside the first may ask for; longer texts are set on several lines."""

LEAST_FIRST = 0.25
"""The least share of the whole for the first column, which names its row."""


def column_widths(rows: Sequence[Sequence[str]], *, total: int) -> tuple[int, ...]:
    """Widths of a table's columns that fill `total`.

    Definition: a column beside the first is as wide as its longest word, or its longest text up to 16 letters,
        whichever is more; the first has what is left, and at least a quarter. Where that is too much for the width
        the other columns share what there is in proportion. Where the first is wider than its longest text, what it has
        no use for goes to the columns that set theirs on several lines, in proportion to what each lacks.
    Args: `rows` the texts of the table, the heading first; `total` the width to fill, in any unit of length.
    Returns: a width a column, in the same unit; they add up to `total`.
    Raises: nothing. Source: Avstamp's own.
    Example:
        >>> widths = column_widths([["Indikator", "Plats"], ["Andel behöriga", "62 av 290"]], total=int(Cm(16.5)))
        >>> [round(width / Cm(1), 1) for width in widths]
        [14.5, 2.0]
    """
    columns = list(zip(*rows, strict=True))
    if len(columns) == 1:
        return (total,)
    wishes = [_wish(column) for column in columns[1:]]
    room = int(total * (1 - LEAST_FIRST))
    asked = sum(wishes)
    given = wishes if asked <= room else [wish * room // asked for wish in wishes]
    spare = total - sum(given) - _whole(columns[0])
    lacks = [max(0, _whole(column) - width) for column, width in zip(columns[1:], given, strict=True)]
    if spare > 0 and any(lacks):
        shared = min(spare, sum(lacks))
        given = [width + lack * shared // sum(lacks) for width, lack in zip(given, lacks, strict=True)]
    return (total - sum(given), *given)


def _whole(column: Sequence[str]) -> int:
    """The width that sets every text of a column on one line."""
    return int(LETTER * max(map(len, column)) + PADDING)


def _wish(texts: Sequence[str]) -> int:
    # A non-breaking space does not break: "1 234" is one word.
    word = max(len(word) for text in texts for word in (text.split(" ") or [""]))
    text = min(WIDEST, max(map(len, texts)))
    return int(LETTER * max(word, text) + PADDING)

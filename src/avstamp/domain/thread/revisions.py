"""When is a figure, or a result, another one than it was when somebody rested a claim on it?

A revision is a hash of what the source says: value, status and the date the source gives. It does not hold the day
anyone fetched it, so that two servers that fetched on different days give one revision one name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from avstamp.domain.thread.addresses import SHORTEST_REVISION
from avstamp.domain.values import Status, rounded

MISSING = ""
"""How a figure without a value prints: as nothing, never as zero."""


@dataclass(frozen=True, slots=True)
class FigureVersion:
    """A figure as its source gave it at one time; `decimals` is the precision it is printed with.

    `value` is None where the source has no value; `dated` is the source's own date of the figure, where it gives one.
    """

    value: float | None
    status: Status
    dated: date | None
    decimals: int

    @property
    def digest(self) -> str:
        """The whole hash of this revision; addresses print a prefix of it."""
        return revision_digest(self.value, self.status, self.dated)

    @property
    def printed(self) -> str:
        """The value in the precision it is printed with; nothing where it is missing."""
        return MISSING if self.value is None else str(rounded(self.value, self.decimals))


@dataclass(frozen=True, slots=True)
class ResultVersion:
    """Something computed: by which version of its method, on which data, and the printed outcome."""

    version: int
    data: str
    outcome: str


def revision_digest(value: float | None, status: Status, dated: date | None) -> str:
    """The hash that names one revision of a figure.

    Definition: SHA-256, in hexadecimal, of the UTF-8 text `VALUE|STATUS|DATE`, where VALUE is the shortest decimal
    text that gives the float back (whole numbers with `.0`, never a negative zero) and a missing value or date is
    nothing.

    Args:
        value: in the indicator's own unit; None for a figure the source has without a value.
        status: how the figure came to be.
        dated: the source's own date, not the day of fetching.

    Returns:
        64 hexadecimal digits, the same on every server.

    Raises:
        ValueError: the value is NaN or infinite: missing is None.

    Source: the definition is Avstamp's own; docs/decisions/2026-11-24-addresses.md.

    Example:
        >>> revision_digest(83.4, Status.MEASURED, date(2023, 4, 1))[:4]
        '134d'
    """
    text = "" if value is None else repr(float(value) + 0.0)  # adding 0.0 makes the negative zero positive
    if text in {"nan", "inf", "-inf"}:
        raise ValueError(f"{value!r} is no value a source gives; a missing value is None")
    source_date = "" if dated is None else dated.isoformat()
    return hashlib.sha256(f"{text}|{status}|{source_date}".encode()).hexdigest()


def short_revision(digest: str, others: Iterable[str] = ()) -> str:
    """The shortest prefix, of four digits or more, that tells a revision from the other revisions of its figure.

    Example:
        >>> short_revision("a41f00"), short_revision("a41f00", ["a41f72", "b000"])
        ('a41f', 'a41f0')
    """
    known = [other for other in others if other != digest]
    length = SHORTEST_REVISION
    while length < len(digest) and any(other[:length] == digest[:length] for other in known):
        length += 1
    return digest[:length]


def differs(cited: FigureVersion, newest: FigureVersion | None) -> bool:
    """Whether a figure prints another value than when it was cited.

    Definition: both values, rounded to the decimals the cited figure was printed with, differ; or one has a value
    and the other has not. A new date or status alone moves nothing.

    Args:
        cited: the revision that a claim rests on.
        newest: the newest revision; None when the source no longer has the figure.

    Returns:
        Whether the claim's owner should look again.

    Source: `rounded` in `avstamp.domain.values`, the one rule of rounding.

    Example:
        >>> was = FigureVersion(83.41, Status.PRELIMINARY, None, 1)
        >>> [differs(was, FigureVersion(value, Status.MEASURED, None, 1)) for value in (83.44, 83.45, None)]
        [False, True, True]
    """
    return cited.printed != printed_like(newest, cited.decimals)


def printed_like(version: FigureVersion | None, decimals: int) -> str:
    """A version's value printed with some other figure's decimals; nothing where there is no value."""
    if version is None or version.value is None:
        return MISSING
    return str(rounded(version.value, decimals))

"""Which things can go wrong in Avstamp, and what does a caller need to know to act on them?

A subclass exists only where a caller acts on the difference. Messages are English and for developers;
the edge turns the class and its attributes into a Swedish sentence (see `avstamp.phrases`).
"""

from __future__ import annotations

from collections.abc import Sequence


class AvstampError(Exception):
    """Anything that Avstamp itself refuses or reports."""


class UnknownUnit(AvstampError, LookupError):
    """No municipality or region answers to what was asked for."""

    def __init__(self, query: str, nearest: Sequence[str] = ()) -> None:
        self.query = query
        self.nearest = tuple(nearest)
        hint = f"; nearest: {', '.join(self.nearest)}" if self.nearest else ""
        super().__init__(f"unknown unit {query!r}{hint}")


class UnknownIndicator(AvstampError, LookupError):
    """No indicator in the fact base has this id."""

    def __init__(self, indicator: str, nearest: Sequence[str] = ()) -> None:
        self.indicator = indicator
        self.nearest = tuple(nearest)
        hint = f"; nearest: {', '.join(self.nearest)}" if self.nearest else ""
        super().__init__(f"unknown indicator {indicator!r}{hint}")


class ImportRefused(AvstampError, ValueError):
    """A source broke what is expected of it; every failure is listed, as a phrase, and nothing was stored."""

    def __init__(self, source: str, failures: Sequence[object]) -> None:
        self.source = source
        self.failures = tuple(failures)
        listing = "\n".join(f"  - {failure}" for failure in self.failures)
        super().__init__(f"{source}: {len(self.failures)} failure(s), nothing was stored\n{listing}")


class FactBaseUnusable(AvstampError, OSError):
    """The fact base is missing, damaged, or of a format this version cannot read."""

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"fact base at {path}: {reason}")


class Busy(AvstampError, RuntimeError):
    """Too much waits to be computed; whoever asks should ask again after `seconds`."""

    def __init__(self, waiting: int, *, seconds: int = 5) -> None:
        self.seconds = seconds
        super().__init__(f"{waiting} questions wait to be computed; ask again in {seconds} s")

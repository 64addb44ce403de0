"""Which four years is a term of office, and on which days does something hold?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from avstamp.domain.calendar.legal_dates import (
    KNOWN_ELECTION_YEAR,
    YEARS_BETWEEN_ELECTIONS,
    InvalidPeriod,
    is_election_year,
)
from avstamp.domain.errors import AvstampError


class InvalidSpan(AvstampError, ValueError):
    """A span of days that would end before it begins."""

    def __init__(self, first: date, last: date) -> None:
        self.first = first
        self.last = last
        super().__init__(f"a span cannot end on {last}, before its first day {first}")


@dataclass(frozen=True, slots=True)
class Span:
    """Days from the first to the last, both counted; without a last day it still goes on."""

    first: date
    last: date | None = None

    def __post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise InvalidSpan(self.first, self.last)

    def covers(self, day: date) -> bool:
        """Whether the day is one of the span's."""
        return self.first <= day and (self.last is None or day <= self.last)

    def meets(self, other: Span) -> bool:
        """Whether the spans have a day in common."""
        return (other.last is None or self.first <= other.last) and (
            self.last is None or other.first <= self.last
        )


def council_term(election_year: int) -> Span:
    """The council's term after an election.

    Definition: from 15 October of the election year to 14 October four years later.

    Args:
        election_year: the year of an ordinary election.

    Returns:
        The term, with its last day.

    Raises:
        InvalidPeriod: no ordinary election is held that year.

    Source: Kommunallag (2017:725) 5 kap. 9 §.

    Example:
        >>> council_term(2026).last
        datetime.date(2030, 10, 14)
    """
    if not is_election_year(election_year):
        raise InvalidPeriod(f"no ordinary election is held in {election_year}", value=election_year)
    first = date(election_year, 10, 15)
    return Span(first, date(election_year + YEARS_BETWEEN_ELECTIONS, 10, 15) - timedelta(days=1))


def newest_election(year: int) -> int:
    """The newest election year that is not after a year.

    Example:
        >>> newest_election(2026), newest_election(2029)
        (2026, 2026)
    """
    return year - (year - KNOWN_ELECTION_YEAR) % YEARS_BETWEEN_ELECTIONS

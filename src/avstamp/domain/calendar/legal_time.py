"""Which legal day is an instant in? Instants are stored in UTC; days are those of Swedish clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LEGAL_TIME = ZoneInfo("Europe/Stockholm")


def legal_day(at: datetime) -> date:
    """The day it is in Sweden at an instant.

    Raises:
        ValueError: the instant has no time zone, so it is no instant.

    Example:
        >>> from datetime import UTC
        >>> legal_day(datetime(2026, 12, 31, 23, 30, tzinfo=UTC))
        datetime.date(2027, 1, 1)
    """
    if at.tzinfo is None:
        raise ValueError(f"{at} has no time zone, so it is no instant")
    return at.astimezone(LEGAL_TIME).date()


def end_of_day(day: date) -> datetime:
    """The instant at which a day is over in Sweden and the next begins, in UTC.

    Example:
        >>> end_of_day(date(2026, 12, 31)).isoformat()
        '2026-12-31T23:00:00+00:00'
    """
    return datetime.combine(day + timedelta(days=1), time(), LEGAL_TIME).astimezone(UTC)

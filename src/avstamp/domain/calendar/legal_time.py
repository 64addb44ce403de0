"""Which legal day is an instant in? Instants are stored in UTC; days are those of Swedish clocks."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

LEGAL_TIME = ZoneInfo("Europe/Stockholm")


def legal_day(at: datetime) -> date:
    """The day it is in Sweden at an instant.

    Example:
        >>> from datetime import UTC
        >>> legal_day(datetime(2026, 12, 31, 23, 30, tzinfo=UTC))
        datetime.date(2027, 1, 1)
    """
    return at.astimezone(LEGAL_TIME).date()

"""An instant is told by Swedish clocks, and the hour that comes twice says which it is."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from avstamp.phrases import format_instant


@pytest.mark.parametrize(
    ("hour", "minute", "said", "in_english"),
    [
        (23, 59, "31 oktober 2027 kl. 01.59", "31 October 2027, 01:59"),
        (0, 30, "31 oktober 2027 kl. 02.30 sommartid", "31 October 2027, 02:30 summer time"),
        (1, 30, "31 oktober 2027 kl. 02.30 normaltid", "31 October 2027, 02:30 standard time"),
        (2, 0, "31 oktober 2027 kl. 03.00", "31 October 2027, 03:00"),
    ],
)
def test_hour_that_comes_twice_is_told_apart(hour, minute, said, in_english):
    at = datetime(2027, 10, 30 if hour == 23 else 31, hour, minute, tzinfo=UTC)
    assert (format_instant(at), format_instant(at, "en")) == (said, in_english)


@pytest.mark.parametrize(("minute", "said"), [(59, "28 mars 2027 kl. 01.59"), (60, "28 mars 2027 kl. 03.00")])
def test_hour_that_never_comes_is_never_told(minute, said):
    at = datetime(2027, 3, 28, minute // 60, minute % 60, tzinfo=UTC)
    assert format_instant(at) == said

"""A revision is named by what the source says, and moves a claim only when it prints otherwise."""

import hashlib
from datetime import date

import pytest

from avstamp.domain.thread.revisions import FigureVersion, differs, revision_digest, short_revision
from avstamp.domain.values import Status


def version(value: float | None, *, status: Status = Status.MEASURED, decimals: int = 1) -> FigureVersion:
    return FigureVersion(value, status, date(2023, 4, 1), decimals)


@pytest.mark.parametrize(
    ("value", "status", "dated", "text"),
    [
        (83.4, Status.MEASURED, date(2023, 4, 1), b"83.4|measured|2023-04-01"),
        (70_000, Status.NOT_STATED, None, b"70000.0|not_stated|"),
        (-0.0, Status.FORECAST, None, b"0.0|forecast|"),
        (None, Status.WITHHELD, None, b"|withheld|"),
    ],
)
def test_digest_is_the_hash_of_value_status_and_date(
    value: float | None, status: Status, dated: date | None, text: bytes
) -> None:
    assert revision_digest(value, status, dated) == hashlib.sha256(text).hexdigest()


def test_digest_of_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="a missing value is None"):
        revision_digest(float("nan"), Status.MEASURED, None)


def test_precision_of_print_is_no_part_of_the_revision() -> None:
    assert version(1.25, decimals=1).digest == version(1.25, decimals=2).digest


def test_short_revision_grows_until_it_tells_revisions_apart() -> None:
    assert short_revision("aaaab" + "0" * 59, ["aaaac" + "0" * 59, "aaaab" + "0" * 59]) == "aaaab"


@pytest.mark.parametrize(
    ("cited", "newest", "moved"),
    [
        (version(83.41), version(83.44), False),
        (version(83.41), version(83.45), True),
        (version(83.4, status=Status.PRELIMINARY), version(83.4), False),
        (version(83.4), version(None, status=Status.WITHHELD), True),
        (version(83.4), None, True),
        (version(None, status=Status.WITHHELD), version(0.0), True),
        (version(None, status=Status.WITHHELD), None, False),
        (version(83.4), version(83.44, decimals=2), False),
    ],
)
def test_figure_differs_only_beyond_the_precision_it_was_printed_with(
    cited: FigureVersion, newest: FigureVersion | None, moved: bool
) -> None:
    assert differs(cited, newest) is moved

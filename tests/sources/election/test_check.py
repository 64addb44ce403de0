"""A made-up country that passes, and one planted fault at a time that does not."""

from collections.abc import Callable

import pytest
from tests.sources.election.told import Failure

from avstamp.domain.errors import ImportRefused
from avstamp.phrases import say
from avstamp.sources.election.check import check_seats, check_turnout
from avstamp.sources.election.parse import KnownDoubt

MUNICIPALITIES = tuple(f"{code:04}" for code in range(101, 391))
REGIONS = tuple(f"00{code:02}" for code in range(1, 21))


def seat_lines() -> list[str]:
    lines = ["valtyp,kod,parti_abbr,parti,mandat2022,mandat2026", "RD,00,A,A,349,349"]
    lines += [f"RF,{unit[2:]},A,A,31,41" for unit in REGIONS]
    return lines + [f"KF,{unit},A,A,31,41" for unit in MUNICIPALITIES]


def turnout_lines() -> list[str]:
    lines = ["valtyp,niva,kod,roster,rostberattigade,valdeltagande_pct"]
    lines += [f"RF,region,{unit[2:]},2,3,66.67" for unit in REGIONS]
    return lines + [f"KF,kommun,{unit},2,3,66.67" for unit in MUNICIPALITIES]


def as_bytes(lines: list[str]) -> bytes:
    return "\n".join(lines).encode()


def failures_of(check: Callable[[], object]) -> list[str]:
    with pytest.raises(ImportRefused) as refusal:
        check()
    return [say(failure, "en") for failure in refusal.value.failures]


def seat_failures(lines: list[str], *, doubts: tuple[KnownDoubt, ...] = ()) -> list[str]:
    return failures_of(
        lambda: check_seats(as_bytes(lines), municipalities=MUNICIPALITIES, regions=REGIONS, doubts=doubts)
    )


def turnout_failures(lines: list[str]) -> list[str]:
    return failures_of(lambda: check_turnout(as_bytes(lines), municipalities=MUNICIPALITIES, regions=REGIONS))


def test_seats_of_a_whole_country_pass() -> None:
    rows = check_seats(as_bytes(seat_lines()), municipalities=MUNICIPALITIES, regions=REGIONS)

    assert len(rows) == 1 + 20 + 290


def test_seats_with_many_faults_list_every_one() -> None:
    lines = seat_lines()
    lines[1] = "RD,00,A,A,348,349"
    lines[2] = "RF,01,A,A,-3,41"
    lines[22] = "KF,0101,A,A,31,40"
    lines[23] = "KF,9999,A,A,31,41"
    lines.append("KF,0103,A,A,2,2")

    assert seat_failures(lines) == [
        str(Failure(3, "mandat2022", "-3", "use a whole number of zero or more")),
        str(Failure(24, "kod", "9999", "correct the code; KF has no such area")),
        str(Failure(0, "kod", "0102", "add the rows of KF 0102; it has none that can be read")),
        str(Failure(313, "parti_abbr", "A", "keep one; 0103 has the party on line 25 too")),
        str(Failure(2, "mandat2022", "348", "correct them; the riksdag has 349")),
        str(Failure(23, "mandat2026", "40", "correct them; the seats of 0101 must add up to an odd number")),
    ]


def test_seats_unknown_code_on_many_lines_is_listed_once() -> None:
    lines = [*seat_lines(), "KF,9999,A,A,3,3", "KF,9999,B,B,2,2"]

    assert seat_failures(lines) == [str(Failure(313, "kod", "9999", "correct the code; KF has no such area"))]


def test_seats_of_a_region_with_an_empty_cell_have_no_total_to_hold() -> None:
    lines = seat_lines()
    lines[2] = "RF,01,A,A,,41"

    rows = check_seats(as_bytes(lines), municipalities=MUNICIPALITIES, regions=REGIONS)

    assert rows[1].seats_2022 is None


@pytest.mark.parametrize(
    ("doubt", "failure"),
    [
        (
            KnownDoubt(2, "0101", 2026, 41, "sv", "en", "source"),
            str(Failure(0, "stated_total", "41", "remove the known doubt on line 2; it is settled")),
        ),
        (
            KnownDoubt(3, "7777", 2026, 41, "sv", "en", "source"),
            str(Failure(0, "kod", "7777", "correct the known doubt on line 3; the table has no such area")),
        ),
    ],
)
def test_seats_with_a_doubt_that_is_none_are_refused(doubt: KnownDoubt, failure: Failure) -> None:
    assert seat_failures(seat_lines(), doubts=(doubt,)) == [str(failure)]


def test_seats_against_too_few_codes_are_refused() -> None:
    failures = failures_of(
        lambda: check_seats(as_bytes(seat_lines()), municipalities=MUNICIPALITIES[1:], regions=REGIONS)
    )

    assert failures == [
        str(Failure(0, "municipalities", "289", "give the 290 codes of the country to check against")),
        str(Failure(23, "kod", "0101", "correct the code; KF has no such area")),
    ]


def test_turnout_of_a_whole_country_passes() -> None:
    rows = check_turnout(as_bytes(turnout_lines()), municipalities=MUNICIPALITIES, regions=REGIONS)

    assert len(rows) == 310


def test_turnout_with_many_faults_lists_every_one() -> None:
    lines = turnout_lines()
    lines[1] = "RF,region,01,4,3,66.67"
    lines[2] = "RF,region,02,2,3,67.67"
    lines[3] = "RF,region,02,2,3,66.67"
    lines[4] = "RF,region,04,0,0,"

    assert turnout_failures(lines) == [
        str(Failure(0, "kod", "0003", "add the rows of RF 0003; it has none that can be read")),
        str(Failure(3, "kod", "0002", "keep one of the 2 rows")),
        str(Failure(4, "kod", "0002", "keep one of the 2 rows")),
        str(Failure(2, "roster", "4", "correct it; 3 are entitled to vote")),
        str(Failure(3, "valdeltagande_pct", "67.67", "correct it; the votes give 66.67")),
        str(Failure(5, "roster", "0", "correct it; 0 are entitled to vote")),
    ]

"""What a cell of the election tables means, and which cells are refused."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from tests.sources.election.told import Failure

from avstamp.domain.errors import ImportRefused
from avstamp.phrases import explain, say
from avstamp.sources.election.parse import (
    KnownDoubt,
    SeatRow,
    TurnoutRow,
    parse_known_doubts,
    parse_seats,
    parse_turnout,
)

SEATS_HEADER = "valtyp,kod,parti_abbr,parti,mandat2022,mandat2026"
TURNOUT_HEADER = "valtyp,niva,kod,roster,rostberattigade,valdeltagande_pct"


def table(header: str, *lines: str) -> bytes:
    return "\n".join([header, *lines, ""]).encode()


def failures_of(parse: Callable[[bytes], object], data: bytes) -> tuple[str, ...]:
    with pytest.raises(ImportRefused) as refusal:
        parse(data)
    return tuple(say(failure, "en") for failure in refusal.value.failures)


def listed(*failures: Failure) -> tuple[str, ...]:
    return tuple(str(failure) for failure in failures)


def test_seats_of_each_assembly_get_the_unit_of_the_fact_base() -> None:
    rows = parse_seats(
        table(SEATS_HEADER, "RD,00,S,Soc,107,99", "RF,04,ÖP,Vård för Pengarna,10,5", "KF,0114,M,Mod,9,8")
    )

    assert rows == (
        SeatRow(2, "RD", "0000", "S", "Soc", 107, 99),
        SeatRow(3, "RF", "0004", "ÖP", "Vård för Pengarna", 10, 5),
        SeatRow(4, "KF", "0114", "M", "Mod", 9, 8),
    )


def test_seats_empty_cell_is_unknown_and_zero_is_zero() -> None:
    (row,) = parse_seats(table(SEATS_HEADER, "KF,0114,L,Lib,,0"))

    assert (row.seats_2022, row.seats_2026) == (None, 0)


def test_seats_with_byte_order_mark_quotes_and_windows_lines_are_read() -> None:
    data = (
        b'\xef\xbb\xbf"valtyp",kod,parti_abbr,parti,mandat2022,mandat2026\r\nKF,0114,A,"A, B och C",1,2\r\n'
    )

    assert parse_seats(data) == (SeatRow(2, "KF", "0114", "A", "A, B och C", 1, 2),)


def test_seats_every_unreadable_cell_is_listed_with_what_to_do() -> None:
    data = table(
        SEATS_HEADER,
        "KF,0114,S,Soc,-1,2.5",
        "EU,00,S,Soc,1,1",
        "KF,114,,Mod,1,1",
        "RF,1,S,Soc,1,1",
        "KF,0115",
    )

    assert failures_of(parse_seats, data) == listed(
        Failure(2, "mandat2022", "-1", "use a whole number of zero or more"),
        Failure(2, "mandat2026", "2.5", "use a whole number of zero or more"),
        Failure(3, "valtyp", "EU", "use one of RD, RF, KF"),
        Failure(4, "kod", "114", "use a code of 4 digits, with its leading zero"),
        Failure(4, "parti_abbr", "", "fill in the empty cell"),
        Failure(5, "kod", "1", "use a code of 2 digits, with its leading zero"),
        Failure(6, "parti_abbr", "", "fill in the empty cell"),
        Failure(6, "parti", "", "fill in the empty cell"),
    )


def test_seats_without_a_column_is_refused_by_name() -> None:
    data = table("valtyp,kod,parti_abbr,parti,mandat2022", "KF,0114,S,Soc,1")

    assert failures_of(parse_seats, data) == listed(
        Failure(
            1,
            "mandat2026",
            "valtyp,kod,parti_abbr,parti,mandat2022",
            "add the column; the table may have a new shape",
        ),
    )


def test_seats_in_another_encoding_are_refused() -> None:
    data = table(SEATS_HEADER, "KF,0114,MP,Miljöpartiet,1,1").decode().encode("latin-1")

    assert failures_of(parse_seats, data) == listed(
        Failure(0, "bytes", "0xF6", "save the file as UTF-8"),
    )


def test_failure_says_line_column_value_and_action() -> None:
    with pytest.raises(ImportRefused) as refusal:
        parse_seats(table(SEATS_HEADER, "KF,0114,S,Soc,x,1"))

    assert explain(refusal.value, "sv").endswith(
        ":\n  – rad 2, mandat2022 = 'x': skriv ett heltal som är noll eller större"
    )
    assert explain(refusal.value, "en").endswith(
        ":\n  – line 2, mandat2022 = 'x': use a whole number of zero or more"
    )


def test_turnout_keeps_the_printed_percentage() -> None:
    rows = parse_turnout(table(TURNOUT_HEADER, "KF,kommun,0114,29484,38780,76.03", "RF,region,01,1,2,"))

    assert rows == (
        TurnoutRow(2, "KF", "0114", 29484, 38780, Decimal("76.03")),
        TurnoutRow(3, "RF", "0001", 1, 2, None),
    )


def test_turnout_every_unreadable_cell_is_listed_with_what_to_do() -> None:
    data = table(
        TURNOUT_HEADER,
        "KF,region,0114,1,2,50.00",
        "RD,land,00,1,2,50.00",
        "KF,kommun,0115,a,2,50 %",
        "KF,kommun,0116,1,2,NaN",
    )

    assert failures_of(parse_turnout, data) == listed(
        Failure(2, "niva", "region", "the level of KF is kommun"),
        Failure(3, "niva", "land", "the level of RD is not read here"),
        Failure(4, "roster", "a", "use a whole number of zero or more"),
        Failure(4, "valdeltagande_pct", "50 %", "use a number with a decimal point"),
        Failure(5, "valdeltagande_pct", "NaN", "use a number with a decimal point"),
    )


def test_known_doubts_are_read_with_both_notes() -> None:
    data = table("kod,year,stated_total,note_sv,note_en,source", '1440,2026,49,"Sv, ett",En,Källa')

    assert parse_known_doubts(data) == (KnownDoubt(2, "1440", 2026, 49, "Sv, ett", "En", "Källa"),)


def test_known_doubt_without_a_source_is_refused() -> None:
    data = table("kod,year,stated_total,note_sv,note_en,source", "1440,2026,,Sv,En,")

    assert failures_of(parse_known_doubts, data) == listed(
        Failure(2, "stated_total", "", "fill in the empty cell"),
        Failure(2, "source", "", "fill in the empty cell"),
    )

"""A SIE file is read in the coding it is written in, and refused with every fault and its line."""

from decimal import Decimal

import pytest

from avstamp.domain.errors import ImportRefused
from avstamp.sources.ledger import is_sie, read_ledger

GOOD = """#FLAGGA 0
#PROGRAM "Påhittat system" 1.0
#FORMAT PC8
#GEN 20250214
#SIETYP 4
#FNAMN "Provköpings kommun"
#RAR 0 20240101 20241231
#RAR -1 20230101 20231231
#KONTO 3011 "Försäljning, åäö ÅÄÖ"
#KTYP 3011 I
#KONTO 7911 "Avskrivningar \\"byggnader\\""
#UB 0 1121 5000.00
#UB -1 1121 4000.00
#UB 0 2310 -3000
#RES 0 3011 -1200.50
#RES 0 7911 200.25
#RES -1 3011 -900.00
#PSALDO 0 202401 3011 {1 "10"} -100.00
#HITTAPA nytt och okänt
#VER "A" 1 20240131 "Hyra"
{
#TRANS 3011 {} -1200.50
#RES 0 9999 77
}
"""


def lines(*changed: str, without: str = "") -> bytes:
    """The good file with some lines added, and without those that begin so."""
    kept = [line for line in GOOD.splitlines() if not (without and line.startswith(without))]
    return "\r\n".join([*kept, *changed]).encode("cp437")


def faults(content: bytes) -> list[tuple[str, object]]:
    with pytest.raises(ImportRefused) as refused:
        read_ledger(content, "bok.se")
    return [(one.key.removeprefix("ledger."), one.values.get("line")) for one in refused.value.failures]


@pytest.mark.parametrize("coding", ["cp437", "latin-1", "utf-8", "utf-8-sig"])
def test_ledger_is_read_in_the_coding_it_is_written_in(coding):
    ledger = read_ledger(GOOD.encode(coding), "bok.se")

    assert (ledger.year, ledger.company) == (2024, "Provköpings kommun")
    assert ledger.names == {"3011": "Försäljning, åäö ÅÄÖ", "7911": 'Avskrivningar "byggnader"'}
    assert ledger.results == {"3011": Decimal("-1200.50"), "7911": Decimal("200.25")}
    assert ledger.balances == {"1121": Decimal(5000), "2310": Decimal(-3000)}


def test_file_without_results_of_the_year_is_refused():
    assert faults(lines(without="#RES 0")) == [("no_result", None)]


def test_amounts_in_another_currency_are_refused():
    assert faults(lines("#VALUTA EUR")) == [("currency", 25)]
    assert read_ledger(lines("#VALUTA SEK"), "bok.se").year == 2024


@pytest.mark.parametrize(
    ("span", "fault"),
    [
        ("#RAR 0 20240701 20250630", ("year", 24)),
        ("#RAR 0 20240101 20251231", ("year", 24)),
        ("#RAR 0 2024 2024", ("year", 24)),
    ],
)
def test_year_that_is_no_calendar_year_is_refused(span, fault):
    assert faults(lines(span, without="#RAR 0")) == [fault]


def test_file_that_does_not_say_its_year_is_refused():
    assert faults(lines(without="#RAR 0")) == [("no_year", None)]


def test_every_broken_line_is_told_with_its_number():
    broken = lines(
        '#KONTO 4011 "Utan slut',
        "#RES 0 4012",
        "#RES 0 4013 1,50",
        "#RES 0 4014 NaN",
        "#RES 0 FYRA 1.50",
        "#UB 0 1121 1.00",
    )
    assert faults(broken) == [
        ("broken", 25),
        ("few", 26),
        ("amount", 27),
        ("amount", 28),
        ("account", 29),
        ("twice", 30),
    ]


def test_many_faults_are_told_in_part_with_how_many_are_left():
    told = faults(lines(*(f"#RES 0 50{number:02} x" for number in range(30))))
    assert (len(told), told[-1]) == (21, ("more", None))


def test_file_cut_short_is_refused():
    assert faults(lines("#KSUMMA")) == [("cut_short", None)]
    assert read_ledger(lines("#KSUMMA", "#KSUMMA 1234"), "bok.se").year == 2024


def test_import_file_has_no_balances_and_is_refused():
    assert faults(lines("#SIETYP 4I", without="#SIETYP")) == [("type", 24)]


@pytest.mark.parametrize("content", [b"", b"Konto;Belopp\n3011;1", b"PK\x03\x04", b"\x00\xff" * 50])
def test_anything_else_is_no_ledger(content):
    assert faults(content) == [("not_sie", None)]


@pytest.mark.parametrize(
    ("name", "content", "meant"),
    [
        ("bok.SE", b"", True),
        ("bok.csv", b"\xef\xbb\xbf#FLAGGA 0", True),
        ("bok.csv", b"Post;Belopp", False),
        ("bok.xlsx", b"PK\x03\x04", False),
    ],
)
def test_file_is_known_by_its_name_or_its_first_label(name, content, meant):
    assert is_sie(name, content) is meant

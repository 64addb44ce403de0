"""Councils made of the rows, the register of doubts, and the real tables of 2026 where they are at hand."""

import json
import os
from pathlib import Path

import pytest

from avstamp.domain.start.mandates import Seats
from avstamp.sources.election.check import check_seats, check_turnout
from avstamp.sources.election.councils import council_unit, councils, known_doubts
from avstamp.sources.election.parse import KnownDoubt, SeatRow

DATA = Path(os.environ.get("AVSTAMP_DATA", "../shared/data"))
SEATS = DATA / "elections" / "mandat_2022_2026_RD_RF_KF.csv"
TURNOUT = DATA / "elections" / "valdeltagande_2026_KF_RF.csv"
UNITS = DATA / "kolada" / "municipalities_v3.json"

real_tables = pytest.mark.skipif(
    not (SEATS.exists() and TURNOUT.exists() and UNITS.exists()),
    reason=f"the election tables of 2026 are not in {DATA}; set AVSTAMP_DATA to hold the import to them",
)

ROWS = (
    SeatRow(2, "KF", "0980", "A", "Parti A", 5, 4),
    SeatRow(3, "KF", "0980", "B", "Parti B", 0, 3),
    SeatRow(4, "KF", "0114", "A", "Parti A", None, 3),
)


def country() -> tuple[set[str], set[str]]:
    units = json.loads(UNITS.read_text(encoding="utf-8"))
    municipalities = {unit["id"] for unit in units if unit["type"] == "K"}
    regions = {unit["id"] for unit in units if unit["type"] == "L"} - {"0000", "0009"}
    return municipalities, regions


def test_councils_of_a_year_hold_parties_without_seats() -> None:
    council = councils(ROWS, year=2022)["0980"]

    assert council.seats == (Seats("A", "Parti A", 5), Seats("B", "Parti B", 0))
    assert (council.year, council.total, council.stated_total) == (2022, 5, None)


def test_councils_with_an_empty_cell_are_left_out() -> None:
    assert set(councils(ROWS, year=2022)) == {"0980"}
    assert set(councils(ROWS, year=2026)) == {"0980", "0114"}


def test_councils_with_a_known_doubt_state_their_size_that_year_only() -> None:
    doubt = KnownDoubt(2, "0980", 2026, 9, "sv", "en", "source")

    assert councils(ROWS, year=2026, doubts=[doubt])["0980"].stated_total == 9
    assert councils(ROWS, year=2022, doubts=[doubt])["0980"].stated_total is None


def test_region_gotland_shows_the_municipality_and_other_units_their_own() -> None:
    assert [council_unit(unit) for unit in ("0009", "0980", "0014", "1481")] == [
        "0980",
        "0980",
        "0014",
        "1481",
    ]


def test_register_of_doubts_names_ale_with_its_source() -> None:
    (ale,) = known_doubts()

    assert (ale.unit, ale.year, ale.stated_total) == ("1440", 2026, 49)
    assert ale.source.startswith("Valmyndigheten")


@real_tables
def test_real_seats_pass_every_expectation() -> None:
    municipalities, regions = country()

    rows = check_seats(
        SEATS.read_bytes(), municipalities=municipalities, regions=regions, doubts=known_doubts()
    )

    elected = councils(rows, year=2026, doubts=known_doubts())
    assert len(rows) == 2504
    assert len(elected) == 1 + 20 + 290
    assert (elected["0000"].total, elected["1440"].total, elected[council_unit("0009")].total) == (
        349,
        51,
        71,
    )
    assert [unit for unit, council in elected.items() if council.doubt] == ["1440"]


@real_tables
def test_real_turnout_passes_every_expectation() -> None:
    municipalities, regions = country()

    rows = check_turnout(TURNOUT.read_bytes(), municipalities=municipalities, regions=regions)

    assert len(rows) == 310

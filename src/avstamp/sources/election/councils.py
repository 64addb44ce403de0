"""Which councils do the rows of the seat table make, and which of them are known to be in doubt?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib import resources

from avstamp.domain.start.mandates import Council, Seats
from avstamp.sources.election.parse import KnownDoubt, SeatRow, parse_known_doubts

GOTLAND_MUNICIPALITY = "0980"
GOTLAND_REGION = "0009"

_SEATS = {2022: "seats_2022", 2026: "seats_2026"}


def council_unit(unit: str) -> str:
    """The area whose mandates a unit shows: its own, but for Region Gotland (0009) municipality 0980's.

    Example:
        >>> council_unit("0009"), council_unit("1481")
        ('0980', '1481')
    """
    return GOTLAND_MUNICIPALITY if unit == GOTLAND_REGION else unit


def known_doubts() -> tuple[KnownDoubt, ...]:
    """The register of known doubts that comes with the program."""
    return parse_known_doubts(resources.files(__package__).joinpath("known_doubts.csv").read_bytes())


def councils(
    rows: Iterable[SeatRow], *, year: int, doubts: Iterable[KnownDoubt] = ()
) -> Mapping[str, Council]:
    """The councils elected in a year, by unit.

    Args:
        rows: rows of the seat table.
        year: 2022 or 2026.
        doubts: known doubts; one of the same unit and year gives the council its stated size.

    Returns:
        One council per area whose every cell of that year is filled, parties in the order of the table,
        those with 0 seats among them. An area with an empty cell is left out: its total is not known.

    Raises:
        KeyError: the table has no such year.
    """
    column = _SEATS[year]
    stated = {(doubt.unit, doubt.year): doubt.stated_total for doubt in doubts}
    by_unit: dict[str, list[Seats]] = defaultdict(list)
    unknown: set[str] = set()
    for row in rows:
        count: int | None = getattr(row, column)
        if count is None:
            unknown.add(row.unit)
        else:
            by_unit[row.unit].append(Seats(row.party, row.name, count))
    return {
        unit: Council(unit, year, tuple(seats), stated.get((unit, year)))
        for unit, seats in by_unit.items()
        if unit not in unknown
    }

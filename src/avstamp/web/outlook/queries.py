"""What stands in a start's register of drivers, how have people placed them, and what lies ahead of a unit?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from avstamp.domain.errors import AvstampError
from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.drivers import (
    CORNERS,
    Axis,
    Heading,
    Placement,
    ScenarioCross,
    Sign,
    Sorting,
    Spread,
    corner_of,
    cross_of,
    shown_groups,
    sort_driver,
    spread_of,
)
from avstamp.domain.start.permissions import role_name
from avstamp.domain.start.roll import Role
from avstamp.domain.thread.staleness import Verdict
from avstamp.domain.values import Phrase, UnitKind
from avstamp.library.initiative import EconomyAhead
from avstamp.web.accounts.queries import Person
from avstamp.web.outlook import pages
from avstamp.web.outlook.models import Cross, DriverPlacement, OwnDriver
from avstamp.web.outlook.receiving import DRIVER_TABLES, driver_tables, people_in_drivers
from avstamp.web.outlook.scenario_receiving import SCENARIO_TABLES, people_in_scenarios, scenario_tables
from avstamp.web.outlook.wordings import is_behind, is_withdrawn
from avstamp.web.outlook.worker import compute
from avstamp.web.start.queries import Start
from avstamp.web.thread.queries import Claim

__all__ = [
    "DRIVER_TABLES",
    "SCENARIO_TABLES",
    "driver_tables",
    "people_in_drivers",
    "people_in_scenarios",
    "scenario_tables",
]


def economy_ahead(unit: Unit) -> EconomyAhead | None:
    """How a municipality's economy holds as things go now, computed in the worker; None for a region.

    Raises: Busy when too many wait.
    """
    # Nobody waits for the worker to be told that there is nothing.
    return compute(pages.ahead, unit) if unit.kind is UnitKind.MUNICIPALITY else None


class UnknownDriver(AvstampError, LookupError):
    """A start has no driver, or no cross, of this number."""


@dataclass(frozen=True)
class GroupSpread:
    """How one group has placed a driver; only of groups that may be shown."""

    name: Phrase
    effect: Spread
    uncertainty: Spread


@dataclass(frozen=True)
class PlacedDriver:
    """A driver with its placements: how many, how they sort it (None of fewer than five), and the reader's own.

    `older` of the placements were made on an earlier wording. One that is withdrawn is not sorted.
    """

    row: OwnDriver
    answers: int
    older: int
    sorting: Sorting | None
    mine: DriverPlacement | None
    withdrawn: bool
    evidence: int

    @property
    def claim(self) -> Claim:
        """What the driver says now."""
        return newest_claim(self.row)

    @property
    def mine_is_older(self) -> bool:
        """Whether the reader placed an earlier wording."""
        return self.mine is not None and self.mine.version < self.row.version + is_behind(self.row)

    @property
    def signs(self) -> tuple[Sign, ...]:
        """What to watch for it."""
        return tuple(Sign(sign.indicator, Heading(sign.heading)) for sign in self.row.signs.all())


def placed_drivers(start: Start, reader: Person) -> list[PlacedDriver]:
    """The whole register, in the order it was written, the withdrawn among the others.

    Asks the database five times, however long it is.
    """
    rows = (
        OwnDriver.objects.filter(start=start)
        .select_related("claim")
        .prefetch_related("signs", "placements", "claim__answers", "claim__evidence")
    )
    return [_placed(row, reader) for row in rows]


def newest_claim(row: OwnDriver) -> Claim:
    """The claim that says what the driver says now: the thread may have a newer version than the register."""
    claim = row.claim
    while True:
        newer = [one.replaced_by for one in claim.answers.all() if one.verdict == Verdict.REVISED.value]
        if not newer or newer[0] is None:
            return claim
        claim = newer[0]


def placed_driver(start: Start, number: int, reader: Person) -> PlacedDriver:
    """One driver; raises `UnknownDriver`."""
    found = OwnDriver.objects.filter(start=start, number=number).select_related("claim", "start").first()
    if found is None:
        raise UnknownDriver(str(number))
    return _placed(found, reader)


def _placed(row: OwnDriver, reader: Person) -> PlacedDriver:
    placements = list(row.placements.all())
    withdrawn = is_withdrawn(row)
    marks = [Placement(str(one.person_id), one.effect, one.uncertainty) for one in placements]
    newest = row.version + is_behind(row)
    return PlacedDriver(
        row,
        answers=len(placements),
        older=sum(one.version < newest for one in placements),
        sorting=None if withdrawn else sort_driver(marks),
        mine=next((one for one in placements if one.person_id == reader.pk), None),
        withdrawn=withdrawn,
        evidence=len(row.claim.evidence.all()),
    )


def spreads_by_group(driver: PlacedDriver) -> list[GroupSpread]:
    """How each role has placed a driver, where so many have that no one's answer can be told."""
    placements = list(driver.row.placements.all())
    shown = shown_groups(Counter(one.role for one in placements))
    found: list[GroupSpread] = []
    for role in shown:
        effect = spread_of([one.effect for one in placements if one.role == role])
        uncertainty = spread_of([one.uncertainty for one in placements if one.role == role])
        if effect is not None and uncertainty is not None:
            found.append(GroupSpread(role_name(Role(role)), effect, uncertainty))
    return found


def taken_keys(start: Start) -> set[str]:
    """Keys of the ready drivers that are in the register already; one that was withdrawn may come back."""
    there = OwnDriver.objects.filter(start=start, withdrawn_at__isnull=True).exclude(ready_key="")
    return set(there.values_list("ready_key", flat=True))


def crosses_of(start: Start) -> Sequence[Cross]:
    """The start's crosses, the newest first."""
    return list(Cross.objects.filter(start=start).select_related("across", "up").order_by("-number"))


def cross_numbered(start: Start, number: int) -> tuple[Cross, ScenarioCross]:
    """A cross as it is stored and as the method reads it; raises `UnknownDriver`."""
    row = Cross.objects.filter(start=start, number=number).select_related("across", "up").first()
    if row is None:
        raise UnknownDriver(f"cross {number}")
    futures = {future.corner: future for future in row.futures.all()}
    corners = [corner_of(across, up) for across, up in CORNERS]
    return row, cross_of(
        Axis(str(row.across.number), row.across_first, row.across_second),
        Axis(str(row.up.number), row.up_first, row.up_second),
        names={corner: futures[corner].name for corner in corners},
        consequences={corner: futures[corner].consequences for corner in corners},
        signs={corner: tuple(map(read_sign, futures[corner].signs)) for corner in corners},
    )


def read_sign(written: str) -> Sign:
    """A sign as forms and rows write it, `N01804:falling`.

    Raises: ValueError for anything else.
    """
    indicator, _, heading = written.partition(":")
    return Sign(indicator, Heading(heading))

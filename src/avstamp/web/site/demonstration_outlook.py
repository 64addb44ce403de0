"""What does the demonstration have in Omvärld: drivers with figures, placed, and a scenario that is saved?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from avstamp.library.drivers import newest_evidence, version_of
from avstamp.library.facts import open_fact_base
from avstamp.web.accounts.queries import Person, find_person
from avstamp.web.outlook.actions import NewDriver, place_driver, write_drivers
from avstamp.web.outlook.queries import placed_drivers
from avstamp.web.outlook.ready_actions import ready_drivers
from avstamp.web.outlook.scenario_actions import save_scenario, scenario_of
from avstamp.web.outlook.scenario_queries import saved_scenarios
from avstamp.web.site import demonstration_day_content as content
from avstamp.web.site.demonstration_content import address_of
from avstamp.web.start.queries import Start

LANGUAGE = "sv"

DriversToWrite = tuple[Sequence[NewDriver], Sequence[NewDriver]]
"""Those of the ready set, and those of one's own."""


def found(name: str) -> Person:
    """One of the invented people, who has been enrolled."""
    person = find_person(address_of(name))
    assert person is not None, f"{name} has been invited"
    return person


def drivers_to_write(unit: str) -> DriversToWrite:
    """The ready drivers that are taken over and the one that is written, resting on the figures there are now."""
    base = open_fact_base()
    row = base.units.get(unit)
    name, text, area, horizon, nature, indicators = content.OWN_DRIVER
    figures = [(one.address, version_of(one)) for one in newest_evidence(base, row, indicators).values()]
    own = NewDriver(name, text, area, horizon, nature, figures=figures)
    return ready_drivers(base, row, content.READY_DRIVERS, LANGUAGE), [own]


def write_outlook(start: Start, drivers: DriversToWrite, *, at: datetime) -> None:
    """Write the drivers, and let people of several roles place them."""
    ready, own = drivers
    someone = found(content.DRIVERS_BY)
    write_drivers(start, ready, by=someone, at=at)
    write_drivers(start, own, by=found(content.OWN_DRIVER_BY), at=at)
    rows = [one.row for one in sorted(placed_drivers(start, someone), key=lambda one: one.row.number)]
    for name, places in content.PLACINGS.items():
        by = found(name)
        for row, (effect, uncertainty) in zip(rows, places, strict=True):
            place_driver(row, effect=effect, uncertainty=uncertainty, by=by, at=at)


def save_demonstration_scenario(start: Start, *, at: datetime) -> None:
    """Save the economist's scenario, where it is not; it takes the compiler, so it comes after the rest."""
    if saved_scenarios(start):
        return
    new = scenario_of(open_fact_base().units.get(start.organisation.unit), content.SCENARIO)
    if new is not None:
        save_scenario(start, new, by=found(content.SCENARIO_BY), at=at)

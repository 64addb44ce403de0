"""What do drivers of the ready set hold when a start takes them over?"""

from __future__ import annotations

from collections.abc import Sequence

from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.drivers import READY
from avstamp.factbase import FactBase
from avstamp.library.drivers import newest_evidence, version_of
from avstamp.phrases import say
from avstamp.web.outlook.actions import NewDriver


def ready_drivers(base: FactBase, unit: Unit, keys: Sequence[str], language: str) -> list[NewDriver]:
    """Drivers of the ready set as they are taken over, resting on the unit's figures of today."""
    return [
        NewDriver(
            name=say(driver.name, language),
            text=say(driver.text, language),
            area=driver.area,
            horizon=driver.horizon,
            nature=driver.nature,
            ready_key=driver.key,
            figures=[
                (found.address, version_of(found))
                for found in newest_evidence(base, unit, driver.evidence).values()
            ],
            signs=driver.signs,
        )
        for driver in READY
        if driver.key in keys
    ]

"""What did somebody write of a driver or a cross, and what was wrong with it?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.http import QueryDict

from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.drivers import (
    CORNERS,
    READY,
    Axis,
    DriverArea,
    Nature,
    ScenarioCross,
    Sign,
    corner_of,
    cross_of,
)
from avstamp.domain.thread.claims import Horizon
from avstamp.domain.values import Phrase
from avstamp.factbase import FactBase
from avstamp.library.drivers import newest_evidence, version_of
from avstamp.phrases import say
from avstamp.web.outlook.actions import DriverRefused, NewDriver
from avstamp.web.outlook.models import OwnDriver
from avstamp.web.outlook.queries import read_sign

MOST_FIGURES = 10

CHOICES = {
    "omrade": [(area.value, Phrase(f"driver.area.{area.value}")) for area in DriverArea],
    "sikt": [(horizon.value, Phrase(f"driver.horizon.{horizon.value}")) for horizon in Horizon],
    "vad": [(nature.value, Phrase(f"driver.nature.{nature.value}")) for nature in Nature],
}
"""What may be chosen in the form of an own driver."""


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


def read_driver(base: FactBase, unit: Unit, written: Mapping[str, str]) -> NewDriver:
    """An own driver as the form wrote it.

    Raises: DriverRefused when a choice is none of the listed, or an indicator has no figure for the unit.
    """
    ids = [word.strip().upper() for word in written.get("matt", "").split(",") if word.strip()]
    found = newest_evidence(base, unit, ids[:MOST_FIGURES])
    unknown = [id for id in ids if id not in found]
    if unknown:
        raise DriverRefused(Phrase("driver.wrong.indicator", {"written": ", ".join(unknown)[:200]}))
    try:
        return NewDriver(
            name=written.get("namn", ""),
            text=written.get("text", ""),
            area=DriverArea(written.get("omrade", "")),
            horizon=Horizon(written.get("sikt", "")),
            nature=Nature(written.get("vad", "")),
            figures=[(one.address, version_of(one)) for one in found.values()],
        )
    except ValueError as error:
        raise DriverRefused(Phrase("driver.wrong.choice")) from error


def read_step(written: str) -> int:
    """A step of the scale as a radio button sends it; 0, which is on no scale, for anything else."""
    return int(written) if written in ("1", "2", "3", "4", "5") else 0


def read_cross(written: QueryDict, across: OwnDriver, up: OwnDriver) -> ScenarioCross:
    """A cross as the form wrote it.

    Raises: CrossRefused as `cross_of` does; DriverRefused for a sign that is none.
    """
    corners = [corner_of(first, second) for first, second in CORNERS]
    return cross_of(
        Axis(str(across.number), written.get("tvars-1", ""), written.get("tvars-2", "")),
        Axis(str(up.number), written.get("upp-1", ""), written.get("upp-2", "")),
        names={corner: written.get(f"namn-{corner}", "") for corner in corners},
        consequences={corner: written.get(f"foljd-{corner}", "") for corner in corners},
        signs={corner: _signs(written.getlist(f"tecken-{corner}")) for corner in corners},
    )


def _signs(written: Sequence[str]) -> tuple[Sign, ...]:
    try:
        return tuple(read_sign(word) for word in dict.fromkeys(written))
    except ValueError as error:
        raise DriverRefused(Phrase("driver.wrong.choice")) from error

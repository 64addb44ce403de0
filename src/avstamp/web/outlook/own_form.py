"""What did somebody write of a driver or a cross, and what was wrong with it?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.http import QueryDict

from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.drivers import (
    CORNERS,
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
from avstamp.web.outlook.actions import DriverRefused, NewDriver
from avstamp.web.outlook.driver_evidence import codes_of, read_ground
from avstamp.web.outlook.models import OwnDriver
from avstamp.web.outlook.queries import read_sign
from avstamp.web.outlook.wordings import is_behind
from avstamp.web.start.visit import Visit
from avstamp.web.thread.queries import Claim

MOST_CODES, LONGEST_QUERY = 30, 100

CHOICES = {
    "omrade": [(area.value, Phrase(f"driver.area.{area.value}")) for area in DriverArea],
    "sikt": [(horizon.value, Phrase(f"driver.horizon.{horizon.value}")) for horizon in Horizon],
    "vad": [(nature.value, Phrase(f"driver.nature.{nature.value}")) for nature in Nature],
}
"""What may be chosen in the form of an own driver."""


@dataclass(frozen=True)
class DriverForm:
    """What stands in the form of an own driver; `seen` is the version that is changed, 0 for a new one."""

    name: str = ""
    text: str = ""
    area: str = ""
    horizon: str = ""
    nature: str = ""
    codes: Sequence[str] = ()
    signs: Mapping[str, str] = field(default_factory=dict)
    query: str = ""
    seen: int = 0


def form_of(row: OwnDriver, claim: Claim, unit: Unit) -> DriverForm:
    """The form as a driver is worded now."""
    signs = {sign.indicator: sign.heading for sign in row.signs.all()}
    codes = list(dict.fromkeys([*codes_of(claim, unit), *signs]))
    version = row.version + is_behind(row)
    return DriverForm(row.name, claim.text, row.area, claim.horizon, row.nature, codes, signs, seen=version)


def typed_form(written: QueryDict, *, seen: int = 0) -> DriverForm:
    """The form as somebody has typed it, with what a button has added to its evidence or taken from it."""
    away = written.get("ta-bort", "")
    codes = [*written.getlist("underlag"), *written.getlist("lagg-till")]
    codes = [code for code in dict.fromkeys(map(str.strip, codes)) if code and code != away]
    typed = written.get("lydelse", "")
    return DriverForm(
        name=written.get("namn", ""),
        text=written.get("text", ""),
        area=written.get("omrade", ""),
        horizon=written.get("sikt", ""),
        nature=written.get("vad", ""),
        codes=codes[:MOST_CODES],
        signs={code: written.get(f"tecken-{code}", "") for code in codes},
        query=written.get("sok", "")[:LONGEST_QUERY],
        seen=int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 5 else seen,
    )


def read_driver(visit: Visit, form: DriverForm) -> NewDriver:
    """An own driver as the form wrote it.

    Raises: DriverRefused when a choice is none of the listed, or a piece of evidence names nothing here.
    """
    ground = read_ground(visit, form.codes, form.signs)
    try:
        return NewDriver(
            name=form.name,
            text=form.text,
            area=DriverArea(form.area),
            horizon=Horizon(form.horizon),
            nature=Nature(form.nature),
            figures=ground.figures,
            results=ground.results,
            findings=ground.findings,
            signs=ground.signs,
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

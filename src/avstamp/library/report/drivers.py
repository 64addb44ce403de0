"""What does the report say of the world around: under which drivers has the ground moved most?"""

from __future__ import annotations

import math

from avstamp.domain.documents import Bullets, Paragraph, Section
from avstamp.domain.facts.profile import ProfileFigure
from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.drivers import evidence_movement
from avstamp.domain.values import Phrase
from avstamp.factbase import FactBase
from avstamp.library.drivers import UnitDriver, most_moved, unit_drivers


def drivers_section(base: FactBase, unit: Unit) -> Section:
    """What the report says of drivers: those whose figures have moved most."""
    drivers = unit_drivers(base, unit)
    points = tuple(_point(one) for one in most_moved(drivers))
    about = Paragraph((Phrase("drivers.report.about", {"count": len(drivers)}),))
    if not points:
        return Section(Phrase("drivers.title"), (about,))
    moved = Paragraph((Phrase("drivers.report.moved"),))
    return Section(Phrase("drivers.title"), (about, moved, Bullets(points, ordered=True)))


def _point(one: UnitDriver) -> Phrase:
    first = max(one.evidence, key=lambda evidence: _moved(evidence.figure))
    values = {
        "driver": one.driver.name,
        "figure": first.name,
        "value": first.value,
        "year": str(first.figure.year),
        "change": first.change,
    }
    return Phrase("drivers.report.point", values)


def _moved(figure: ProfileFigure) -> float:
    movement = evidence_movement([figure])
    return -1.0 if math.isnan(movement) else movement

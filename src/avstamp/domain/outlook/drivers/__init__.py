"""What in the world around us will matter: drivers, how people place them, how they sort, and which futures follow."""

from avstamp.domain.outlook.drivers.cross import (
    CORNERS,
    QUESTIONS,
    Axis,
    CrossRefused,
    Future,
    Pole,
    ScenarioCross,
    corner_of,
    cross_of,
)
from avstamp.domain.outlook.drivers.driver import Driver, DriverArea, Heading, Nature, Sign
from avstamp.domain.outlook.drivers.groups import FEWEST, shown_groups
from avstamp.domain.outlook.drivers.movement import evidence_movement
from avstamp.domain.outlook.drivers.placement import SCALE, Placement, Spread, ordinal_consensus, spread_of
from avstamp.domain.outlook.drivers.ready import READY
from avstamp.domain.outlook.drivers.sorting import Sorting, SortKind, sort_driver

__all__ = [
    "CORNERS",
    "FEWEST",
    "QUESTIONS",
    "READY",
    "SCALE",
    "Axis",
    "CrossRefused",
    "Driver",
    "DriverArea",
    "Future",
    "Heading",
    "Nature",
    "Placement",
    "Pole",
    "ScenarioCross",
    "Sign",
    "SortKind",
    "Sorting",
    "Spread",
    "corner_of",
    "cross_of",
    "evidence_movement",
    "ordinal_consensus",
    "shown_groups",
    "sort_driver",
    "spread_of",
]

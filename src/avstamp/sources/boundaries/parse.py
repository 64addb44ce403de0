"""Which outline does each municipality and region have on a map?"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass

from avstamp.domain.errors import ImportRefused
from avstamp.domain.values import Phrase

DECIMALS = 3
"""Decimals of a degree that are kept: about a hundred metres, finer than the source's own simplification."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The rings of one unit's outline, each a closed line of (longitude, latitude) in degrees."""

    unit: str
    rings: tuple[tuple[tuple[float, float], ...], ...]


def parse_outlines(data: bytes, *, name: str) -> tuple[Outline, ...]:
    """Outlines of a GeoJSON file, with units named as in the fact base (`00` and the county code for a region)."""
    outlines = []
    for feature in json.loads(data)["features"]:
        properties, geometry = feature["properties"], feature["geometry"]
        # The source drops the leading zero of a county code.
        unit = properties["id"] if "id" in properties else f"00{int(properties['l_id']):02d}"
        polygons = (
            geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        )
        rings = (_thin(ring) for polygon in polygons for ring in polygon)
        outlines.append(Outline(unit, tuple(ring for ring in rings if len(ring) >= 4)))
    if not outlines:
        raise ImportRefused(name, [Phrase("import.outline.none")])
    return tuple(sorted(outlines, key=lambda outline: outline.unit))


def _thin(ring: list[list[float]]) -> tuple[tuple[float, float], ...]:
    kept: list[tuple[float, float]] = []
    for longitude, latitude, *_ in ring:
        point = (round(longitude, DECIMALS), round(latitude, DECIMALS))
        if not kept or kept[-1] != point:
            kept.append(point)
    return tuple(kept)


def check_outlines(outlines: Collection[Outline], *, expected: Collection[str], name: str) -> None:
    """Every unit has one outline and no stranger has any; raises with all that is wrong."""
    found = [outline.unit for outline in outlines]
    failures = [
        Phrase("import.outline.missing", {"unit": unit}) for unit in sorted(set(expected) - set(found))
    ]
    failures += [
        Phrase("import.outline.unknown", {"unit": unit}) for unit in sorted(set(found) - set(expected))
    ]
    failures += [
        Phrase("import.outline.several", {"unit": unit})
        for unit in sorted({unit for unit in found if found.count(unit) > 1})
    ]
    if failures:
        raise ImportRefused(name, failures)

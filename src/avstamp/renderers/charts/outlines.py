"""How are outlines in degrees laid on the pixels of a small map?"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

Point = tuple[float, float]
Outline = tuple[tuple[tuple[int, int], ...], ...]
"""The rings of one unit in whole pixels."""

PARALLEL = math.radians(62.5)
"""Where on the map east-west and north-south distances have the same scale: the middle of Sweden."""

KEPT = 4
_fitted: dict[tuple[object, ...], tuple[object, dict[str, Outline]]] = {}


def fit_outlines(
    boundaries: Mapping[str, Sequence[Sequence[Point]]], width: int, height: int
) -> dict[str, Outline]:
    """Return every outline in whole pixels of a map as large as fits in `width` × `height`.

    Neighbours share the points of their border, and a point always rounds to the same pixel, so no gap opens.
    A ring that shrinks to less than a triangle is left out, unless the unit would then have none.
    The same boundaries are fitted once: they are known again by being the same objects, which are kept alive here.

    Args:
        boundaries: rings of (longitude, latitude) in degrees for each unit.
        width, height: the room there is, pixels.

    Returns:
        Rings of (x, y) for each unit, y growing downwards.
    """
    key = (width, height, *((unit, id(rings)) for unit, rings in boundaries.items()))
    if key not in _fitted:
        if len(_fitted) >= KEPT:
            _fitted.pop(next(iter(_fitted)))
        _fitted[key] = (list(boundaries.values()), _fit(boundaries, width, height))
    return _fitted[key][1]


def _fit(boundaries: Mapping[str, Sequence[Sequence[Point]]], width: int, height: int) -> dict[str, Outline]:
    points = [point for rings in boundaries.values() for ring in rings for point in ring]
    west = min(longitude for longitude, _ in points) * math.cos(PARALLEL)
    east = max(longitude for longitude, _ in points) * math.cos(PARALLEL)
    south, north = min(latitude for _, latitude in points), max(latitude for _, latitude in points)
    scale = min(width / (east - west), height / (north - south))
    return {unit: _fit_unit(rings, west, north, scale) for unit, rings in boundaries.items()}


def _fit_unit(rings: Sequence[Sequence[Point]], west: float, north: float, scale: float) -> Outline:
    fitted = []
    for ring in rings:
        pixels = [
            (round((longitude * math.cos(PARALLEL) - west) * scale), round((north - latitude) * scale))
            for longitude, latitude in ring
        ]
        fitted.append(_straighten(pixels))
    drawn = tuple(ring for ring in fitted if len(ring) > 3)
    return drawn or (max(fitted, key=len),)


def _straighten(ring: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Drop points that repeat the one before or lie on the line between their neighbours."""
    kept: list[tuple[int, int]] = []
    for point in ring:
        if kept and kept[-1] == point:
            continue
        while len(kept) > 1 and _in_line(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _in_line(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) == (b[1] - a[1]) * (c[0] - a[0])

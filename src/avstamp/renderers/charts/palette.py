"""Which colours, dashes and shapes do charts use, whoever the organisation is?

One fixed palette, chosen to stay apart for colour-blind readers and in print; a brand colour would be too weak
for lines. Colour never stands alone: every role also has a dash, a shape or a weight of its own, and a label.
In a page each colour becomes a class, so that a style sheet can answer dark mode and high contrast.
"""

from __future__ import annotations

from dataclasses import dataclass

INK = "#1b2a33"
MUTED = "#4d5b64"
GRID = "#dce2e6"
AXIS = "#98a4ab"
SURFACE = "#fefefe"
UNIT = "#0b5c73"
GROUP = "#b3541e"
NATIONAL = "#44484b"
MEDIAN = "#6b4c9a"
MEMBER = "#8d9aa2"
SECOND = "#8a5a00"
THIRD = "#5b4fb3"
BAND = "#cfe3e9"
PALE = "#c3d3d9"
MISSING = "#efefec"
STEPS = ("#d9ecef", "#a7cfd8", "#6aabba", "#2f7f93", "#0a4a5c")

CLASSES = {
    INK: "ink",
    MUTED: "muted",
    GRID: "grid",
    AXIS: "axis",
    SURFACE: "surface",
    UNIT: "unit",
    GROUP: "group",
    NATIONAL: "national",
    MEDIAN: "median",
    MEMBER: "member",
    SECOND: "second",
    THIRD: "third",
    BAND: "band",
    PALE: "pale",
    MISSING: "missing",
    **{colour: f"step-{number}" for number, colour in enumerate(STEPS, start=1)},
}
"""The word that stands for a colour in a class name: `fill-unit`, `line-grid`."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """How one role of series is drawn."""

    colour: str
    width: float
    dash: tuple[int, ...]
    shape: str


STROKES = {
    "member": Stroke(MEMBER, 1.0, (), "circle"),
    "national": Stroke(NATIONAL, 2.0, (2, 3), "triangle-up"),
    "median": Stroke(MEDIAN, 2.0, (8, 3, 2, 3), "diamond"),
    "group": Stroke(GROUP, 2.25, (7, 4), "square"),
    "third": Stroke(THIRD, 2.25, (2, 3), "triangle-up"),
    "second": Stroke(SECOND, 2.25, (7, 4), "square"),
    "solid_third": Stroke(NATIONAL, 3.0, (), "triangle-up"),
    "solid_second": Stroke(SECOND, 3.0, (), "square"),
    "unit": Stroke(UNIT, 3.5, (), "circle"),
}
"""Roles in the order they are painted: what matters most lies on top."""

"""How is a map of three hundred outlines written in few bytes?

Outlines that are painted alike do not overlap, so they can be one path; and steps from point to point on a small
map are one or two digits where places are three.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree

PATH = "{http://www.w3.org/2000/svg}path"
RING = re.compile(r"M([^MZ]*)Z?")
INTEGERS_ONLY = re.compile(r"[MLZ0-9,\s-]*")

Ring = list[tuple[int, int]]


def join_shapes(element: ElementTree.Element) -> None:
    """Join neighbouring outlines that are painted alike into one path, in every group below `element`."""
    for child in element:
        join_shapes(child)
    joined: dict[tuple[tuple[str, str], ...], ElementTree.Element] = {}
    for child in list(element):
        outline = child.get("d", "")
        if child.tag != PATH or not INTEGERS_ONLY.fullmatch(outline):
            continue
        look = tuple(sorted((name, value) for name, value in child.attrib.items() if name != "d"))
        if look in joined:
            first = joined[look]
            first.set("d", first.get("d", "") + relative_path(outline))
            element.remove(child)
        else:
            child.set("d", relative_path(outline))
            joined[look] = child


def relative_path(outline: str) -> str:
    """An outline of whole numbers, `M0,0L2,0L2,3Z`, as steps from point to point.

    Example:
        >>> relative_path("M10,10L12,10L12,13ZM5,5L4,5L4,6Z")
        'M10 10h2v3zM5 5h-1v1z'
        >>> relative_path("M0,0L3,-1L4,2Z")
        'M0 0l3-1 1 3z'
    """
    return "".join(_steps(_points(ring)) for ring in RING.findall(outline) if ring.strip())


def _points(ring: str) -> Ring:
    numbers = [int(number) for number in re.findall(r"-?\d+", ring)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _steps(ring: Sequence[tuple[int, int]]) -> str:
    (x, y), *rest = ring
    written, command = f"M{x} {y}", ""
    for to_x, to_y in rest:
        across, down = to_x - x, to_y - y
        x, y = to_x, to_y
        if (across, down) == (0, 0):
            continue
        letter = "l" if across and down else "h" if across else "v"
        numbers = [number for number in (across, down) if number]
        text = str(numbers[0]) if letter == command and numbers[0] < 0 else f" {numbers[0]}"
        if letter != command:
            text = f"{letter}{numbers[0]}"
        for number in numbers[1:]:
            text += str(number) if number < 0 else f" {number}"
        written, command = written + text, letter
    return written + "z"

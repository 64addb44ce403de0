"""Which parts of the economy's answer does a reader who moves a slider want at once?

The script asks first for what the window shows, in the one width that it shows, and for the rest when the slider has
come to rest. One who asks for the whole page gets all of it, in both widths.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

PARTS = ("scenarios", "fans", "swings", "ledger", "assumptions", "share")
"""Every part of the answer beside the finding, in the order they stand."""

ASKED, SHOWN = "delar", "bredd"
"""Names in the address of which parts are wanted, and in which width the pictures are shown."""

ChartWidth = Literal["wide", "narrow", "both"]

_WIDTHS: Mapping[str, ChartWidth] = {"bred": "wide", "smal": "narrow"}


def asked_parts(asked: Mapping[str, str]) -> tuple[Sequence[str], ChartWidth]:
    """The parts and the width asked for; all, in both widths, where nothing is said. The finding always comes along.

    Example:
        >>> asked_parts({"delar": "fans", "bredd": "smal"})
        (('fans',), 'narrow')
        >>> asked_parts({"delar": ""})
        ((), 'both')
    """
    wanted = asked[ASKED].split(",") if ASKED in asked else PARTS
    return tuple(part for part in PARTS if part in wanted), _WIDTHS.get(asked.get(SHOWN, ""), "both")


def economy_question(asked: Mapping[str, str]) -> dict[str, str]:
    """What is asked about the economy: the same question, and so one answer, whichever parts of it are wanted."""
    return {name: written for name, written in asked.items() if name not in (ASKED, SHOWN)}


def part_templates(parts: Sequence[str]) -> list[str]:
    """The template of each part."""
    return [f"outlook/economy/{part}.html" for part in parts]

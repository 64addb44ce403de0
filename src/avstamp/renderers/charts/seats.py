"""How many seats did each party have, and how many has it now?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from avstamp.renderers.charts.frame import Frame, Margins, Spec, boxes, entries, texts, whole_chart
from avstamp.renderers.charts.palette import INK, MUTED, PALE, UNIT
from avstamp.renderers.charts.scale import LinearScale

ROW = 38
BAR = 14
LOOKS: tuple[Spec, Spec] = ({"color": PALE, "stroke": MUTED, "strokeWidth": 0.5}, {"color": UNIT})


def seats_spec(content: Mapping[str, object], frame: Frame) -> Spec:
    """Two bars per party, the earlier council pale and the present one dark, with the number at each end."""
    parties = entries(content, "parties")
    before, now = cast("Sequence[int]", content["years"])
    names = [frame.words(party["name"]) for party in parties]
    # Capital letters are wide: a party of two letters must not be cut to an ellipsis.
    left = min(10 * max(len(name) for name in names) + 26, 220 if frame.wide else 140)
    most = max([1, *(seats for party in parties for seats in party["seats"])])
    margins = Margins(left, 40, 34, 8)
    across = LinearScale(0, most, frame.total - margins.left - margins.right)
    down = LinearScale(len(parties), 0, ROW * len(parties), reverse=True)
    layers = [_bars(parties, 0, across, down), _bars(parties, 1, across, down)]
    named = [
        {"px": 4 - left, "py": down.pixel(number + 0.5), "text": name} for number, name in enumerate(names)
    ]
    layers.append(texts(named, across, down, limit=left - 12))
    for which, weight in ((0, 400), (1, 600)):
        rows = [
            {
                "px": across.pixel(party["seats"][which]) + 6,
                "py": _middle(down, number, which),
                "text": str(party["seats"][which]),
            }
            for number, party in enumerate(parties)
        ]
        layers.append(
            texts(rows, across, down, fontWeight=weight, fontSize=13, color=MUTED if which == 0 else INK)
        )
    layers += _key(str(before), str(now), across, down)
    return whole_chart(frame, layers, width=across.pixels, height=down.pixels, margins=margins)


def _middle(down: LinearScale, number: int, which: int) -> float:
    return down.pixel(number + 0.5) + (BAR / 2 + 1) * (1 if which else -1)


def _bars(parties: Sequence[Mapping[str, Any]], which: int, across: LinearScale, down: LinearScale) -> Spec:
    rows = [
        {"from": 0, "to": party["seats"][which], "py": _middle(down, number, which), "thick": BAR}
        for number, party in enumerate(parties)
    ]
    return boxes(rows, across, down, **LOOKS[which])


def _key(before: str, now: str, across: LinearScale, down: LinearScale) -> list[Spec]:
    """A sample of each bar with its year, above the first party."""
    layers: list[Spec] = []
    for which, (year, px) in enumerate(((before, 0.0), (now, 76.0))):
        sample = {"from": across.value(px), "to": across.value(px + 20), "py": -16.0, "thick": BAR}
        layers.append(boxes([sample], across, down, **LOOKS[which]))
        row = {"px": px + 26, "py": -16, "text": year}
        layers.append(texts([row], across, down, fontWeight=600 if which else 400))
    return layers

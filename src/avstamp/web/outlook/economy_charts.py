"""Which pictures stand on the page of the economy, and what is said of each to those who cannot see it?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from avstamp.domain.documents import Figure
from avstamp.domain.outlook.economy.futures import FAN
from avstamp.domain.values import Phrase, Quantity, Text
from avstamp.library.economy_outlook import ScenarioAnswer

LOW, MIDDLE, HIGH = FAN.index(0.1), FAN.index(0.5), FAN.index(0.9)
MILLION = 1e6
FANS = (
    ("result_share", "%", 1),
    ("equity_ratio", "%", 1),
    ("net_debt", "kr/inv", 0),
)
ROLES = ("group", "third", "median")
"""How the scenarios that are not the chosen one are drawn, in their order."""


def fan_figure(chosen: ScenarioAnswer, name: Text, key: str, unit: str, decimals: int) -> Figure:
    """One measure of the chosen scenario: its median, and where eight futures of ten lie."""
    fan, years = getattr(chosen.futures, key), list(chosen.futures.years)
    said = {
        "what": Phrase(f"economy.fan.{key}"),
        "scenario": name,
        "year": str(years[-1]),
        "middle": Quantity(float(fan[-1, MIDDLE]), unit, decimals),
        "low": Quantity(float(fan[-1, LOW]), unit, decimals),
        "high": Quantity(float(fan[-1, HIGH]), unit, decimals),
    }
    content = {
        "unit": unit,
        "decimals": decimals,
        "zero": key == "result_share",
        "series": [_series(Phrase("economy.fan.median"), "unit", years, fan[:, MIDDLE].tolist())],
        "band": {"years": years, "low": fan[:, LOW].tolist(), "high": fan[:, HIGH].tolist()},
    }
    caption = Phrase("economy.fan.caption", {"what": said["what"], "scenario": name})
    return Figure("lines", content, caption, Phrase("economy.fan.alternative", said))


def side_by_side(
    answers: Sequence[ScenarioAnswer], names: Sequence[Text], roles: Sequence[str]
) -> list[Figure]:
    """All scenarios in one picture each: the median result, and how many futures break the balance requirement."""
    results = [answer.futures.result_share[:, MIDDLE].tolist() for answer in answers]
    broken = [(100 * answer.futures.broken).tolist() for answer in answers]
    spans = [list(answer.futures.years) for answer in answers]
    return [
        Figure(
            "lines",
            {
                "unit": "%",
                "decimals": 1 if key == "results" else 0,
                "zero": True,
                "series": [
                    _series(name, role, years, line)
                    for name, role, years, line in zip(names, roles, spans, lines, strict=True)
                ],
            },
            Phrase(f"economy.side.{key}"),
            Phrase(
                f"economy.side.{key}.alternative",
                {"year": str(spans[0][-1]), "listing": _listing(names, lines, key)},
            ),
        )
        for key, lines in (("results", results), ("broken", broken))
    ]


def _listing(names: Sequence[Text], lines: Sequence[Sequence[float]], key: str) -> tuple[Phrase, ...]:
    decimals = 1 if key == "results" else 0
    return tuple(
        Phrase("economy.side.one", {"scenario": name, "value": Quantity(line[-1], "%", decimals)})
        for name, line in zip(names, lines, strict=True)
    )


def roles_of(answers: Sequence[ScenarioAnswer], chosen: ScenarioAnswer) -> list[str]:
    """How each scenario is drawn where one of them is the chosen one."""
    others = iter(ROLES)
    return ["unit" if answer is chosen else next(others) for answer in answers]


def tornado_figure(chosen: ScenarioAnswer, name: Text) -> Figure:
    """How far the inputs that matter most move the last year's result."""
    last = chosen.ledger[-1]
    widest = chosen.swings[0]
    said = {
        "year": str(last.year),
        "input": Phrase(f"economy.input.{widest.key}"),
        "low": Quantity(widest.low, "%", 1),
        "high": Quantity(widest.high, "%", 1),
        "middle": Quantity(last.result_share, "%", 1),
    }
    content = {
        "unit": Phrase("economy.tornado.unit"),
        "decimals": 1,
        "middle": last.result_share,
        "low_name": Phrase("economy.tornado.low"),
        "high_name": Phrase("economy.tornado.high"),
        "spans": [
            {"name": Phrase(f"economy.input.{swing.key}"), "low": swing.low, "high": swing.high}
            for swing in chosen.swings
        ],
    }
    caption = Phrase("economy.tornado.caption", {"year": said["year"], "scenario": name})
    return Figure("spans", content, caption, Phrase("economy.tornado.alternative", said))


def investment_figure(chosen: ScenarioAnswer, name: Text) -> Figure:
    """What is invested a year, what the result and depreciation pay of it, and what is owed, if assumptions hold."""
    years = [year.year for year in chosen.ledger]
    lines: Mapping[str, list[float]] = {
        "investment": [year.investment / MILLION for year in chosen.ledger],
        "own_means": [(year.result + year.depreciation) / MILLION for year in chosen.ledger],
    }
    said = {
        "year": str(years[-1]),
        "investment": Quantity(lines["investment"][-1], "mkr", 0),
        "own_means": Quantity(lines["own_means"][-1], "mkr", 0),
        "debt": Quantity(chosen.ledger[-1].debt / MILLION, "mkr", 0),
    }
    content = {
        "unit": "mkr",
        "decimals": 0,
        "zero": True,
        "series": [
            _series(Phrase(f"economy.money.{key}"), role, years, lines[key])
            for key, role in (("investment", "unit"), ("own_means", "group"))
        ],
    }
    caption = Phrase("economy.money.caption", {"scenario": name})
    return Figure("lines", content, caption, Phrase("economy.money.alternative", said))


def _series(name: Text, role: str, years: Sequence[int], values: Sequence[float]) -> dict[str, object]:
    return {"name": name, "role": role, "years": years, "values": values}

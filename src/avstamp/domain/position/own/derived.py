"""What follows from an organisation's own rows: ratios of its accounts, and what the boards expect of the year?"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

MISSING = float("nan")


@dataclass(frozen=True, slots=True)
class OwnRatio:
    """A ratio of the organisation's own accounts, in per cent, and the indicator that measures the same thing."""

    key: str
    value: float
    indicator: str


def account_ratios(lines: Mapping[str, float]) -> tuple[OwnRatio, ...]:
    """Ratios of one year's accounts.

    Definition: in per cent: result / (tax + grants); net costs / (tax + grants); equity / total assets; (equity −
    pension commitment) / total assets; (result + depreciation) / investments.

    Args:
        lines: line of `registers.ACCOUNT_LINES` to amount in thousands of kronor; costs and depreciation are positive,
            a negative result is negative.

    Returns:
        Every ratio in that order; NaN where a line it needs is missing, or where what it is divided by is not positive.

    Source: the ratios of the municipalities' annual reports; indicators N03102, N03002 and N03103 of Kolada.

    Example:
        >>> result, *_ = account_ratios({"result": 21_000, "tax": 800_000, "grants": 250_000})
        >>> result.key, result.value
        ('result_share', 2.0)
    """
    line = {name: lines.get(name, MISSING) for name in ("result", "net_costs", "tax", "grants", "equity")}
    income = line["tax"] + line["grants"]
    assets = lines.get("total_assets", MISSING)
    pensions = lines.get("pension_commitment", MISSING)
    own_funds = line["result"] + lines.get("depreciation", MISSING)
    return (
        OwnRatio("result_share", _share(line["result"], income), "N03102"),
        OwnRatio("net_cost_share", _share(line["net_costs"], income), ""),
        OwnRatio("equity_ratio", _share(line["equity"], assets), ""),
        OwnRatio("equity_ratio_with_pensions", _share(line["equity"] - pensions, assets), "N03002"),
        OwnRatio("self_financing", _share(own_funds, lines.get("investments", MISSING)), "N03103"),
    )


def _share(part: float, whole: float) -> float:
    return 100 * part / whole if whole > 0 and math.isfinite(part) else MISSING


@dataclass(frozen=True, slots=True)
class BoardOutlook:
    """A board's year in thousands of kronor; `deviation` is budget minus forecast, so that a deficit is negative.

    `share` is the deviation in per cent of the budget, NaN where the budget is not positive.
    """

    board: str
    budget: float
    forecast: float
    deviation: float
    share: float


def board_outlooks(
    rows: Iterable[tuple[str, float, float]],
) -> tuple[tuple[BoardOutlook, ...], BoardOutlook | None]:
    """How each board expects the year to end against its budget, the largest deficit first, and all of them together.

    Definition: deviation = budget − forecast, of net costs.

    Args:
        rows: board, budget and forecast of net costs in thousands of kronor.

    Returns:
        The boards, and their sum; None where there are no boards.

    Source: the form of the boards' follow-up; kommunallagen 6 kap. 6 §.

    Example:
        >>> boards, together = board_outlooks([("Skola", 500.0, 515.0), ("Teknik", 100.0, 98.0)])
        >>> [(one.board, one.deviation) for one in boards], together.deviation, together.share
        ([('Skola', -15.0), ('Teknik', 2.0)], -13.0, -2.1666666666666665)
    """
    found = sorted(
        (_outlook(board, budget, forecast) for board, budget, forecast in rows),
        key=lambda one: (one.deviation, one.board),
    )
    if not found:
        return (), None
    together = _outlook("", sum(one.budget for one in found), sum(one.forecast for one in found))
    return tuple(found), together


def _outlook(board: str, budget: float, forecast: float) -> BoardOutlook:
    deviation = budget - forecast
    return BoardOutlook(board, budget, forecast, deviation, _share(deviation, budget))

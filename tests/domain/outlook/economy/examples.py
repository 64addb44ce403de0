"""A small municipality whose books can be worked by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from avstamp.domain.outlook.economy import Books, Course, ResultShare, Shocks, chart_course
from avstamp.domain.outlook.economy.kernel import CHUNK

HAND = Books(
    year=2022,
    inhabitants=1_000,
    income=60_000_000,
    net_cost=57_000_000,
    depreciation=2_000_000,
    other_net=500_000,
    debt=10_000_000,
    fixed_assets=40_000_000,
    assets=60_000_000,
    equity=30_000_000,
    pension_commitment=0,
    net_debt=12_000_000,
    investment=3_000_000,
    tax_base=200_000_000,
)


def base(**changes: float) -> Books:
    return replace(HAND, **changes)


def course(years: int = 4, **changes: float) -> Course:
    assumed = {"tax_base": 0.02, "wages": 0.03, "prices": 0.03, "interest": 0.02} | changes
    return chart_course(HAND, years, **assumed)


def no_chance(years: int = 4, paths: int = CHUNK) -> Shocks:
    one, none = np.ones((years, paths), np.float32), np.zeros((years, paths), np.float32)
    return Shocks(one, one, none, none)


def model(units: int = 1) -> ResultShare:
    return ResultShare(
        national=2.0,
        national_step=1.0,
        level=np.zeros(units),
        spread=np.ones(units),
        unsure=np.ones(units),
        drift=0.3,
        noise=2.0,
    )

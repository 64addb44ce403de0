"""The hand-worked example: every amount below was worked out on paper from the rules of docs/method/economy.md.

Year 1  income 60 000 000 · 1.02 = 61 200 000; cost 57 000 000 · 1.03 = 58 710 000; depreciation 5 % of 40 000 000;
        interest 2 % of 10 000 000; result 61 200 000 − 58 710 000 − 2 000 000 − 200 000 + 500 000 = 790 000.
        Reserve: 790 000 − 1 % of 61 200 000 = 178 000. Debt 10 000 000 + 3 090 000 − 2 000 000 − 790 000.
Year 3  result −448 589; the reserve's 178 000 is used; 270 589 is left to restore.
Year 4  a third of it, 90 196, is met by measures.
"""

from __future__ import annotations

import numpy as np
from tests.domain.outlook.economy.examples import HAND, base, course, no_chance

from avstamp.domain.outlook.economy import Guidelines, OwnFutures, run_futures
from avstamp.domain.outlook.economy.futures import FAN, carry_paths, pack_books, pack_course
from avstamp.domain.outlook.economy.ledger import carry_certain

ONES = (1.0, 1.0, 1.0, 1.0)
FULL = Guidelines(reserve_share=1.0, use_share=1.0, restore_share=1.0)


def _kronor(name: str) -> list[int]:
    return [round(getattr(year, name)) for year in carry_certain(HAND, course(), ONES, ONES, guidelines=FULL)]


def test_hand_worked_example_to_the_krona():
    assert _kronor("income") == [61_200_000, 62_424_000, 63_672_480, 64_945_930]
    assert _kronor("cost") == [58_710_000, 60_471_300, 62_285_439, 64_154_002]
    assert _kronor("depreciation") == [2_000_000, 2_054_500, 2_110_910, 2_169_274]
    assert _kronor("interest") == [200_000, 206_000, 224_720, 257_037]
    assert _kronor("measures") == [0, 0, 0, 90_196]
    assert _kronor("result") == [790_000, 192_200, -448_589, -1_044_187]
    assert _kronor("reserved") == [178_000, 0, 0, 0]
    assert _kronor("used") == [0, 0, 178_000, 0]
    assert _kronor("balance_result") == [612_000, 192_200, -270_589, -1_044_187]
    assert _kronor("debt") == [10_300_000, 11_236_000, 12_851_860, 15_103_300]
    assert _kronor("equity") == [30_790_000, 30_982_200, 30_533_611, 29_489_424]


def test_every_future_is_the_hand_worked_one_when_nothing_is_left_to_chance():
    years = carry_certain(HAND, course(), ONES, ONES, guidelines=FULL)
    own = OwnFutures.certain(ONES, ONES, spread=1.0)

    share, ratio, debt, breaks, _ = carry_paths(
        pack_books(HAND, FULL, 1.0), pack_course(course()), no_chance(), own
    )

    np.testing.assert_allclose(share[:, 7], [year.result_share for year in years], rtol=1e-6)
    np.testing.assert_allclose(ratio[:, 7], [year.equity_ratio for year in years], rtol=1e-6)
    np.testing.assert_allclose(debt[:, 7], [year.net_debt_per_inhabitant for year in years], rtol=1e-6)
    assert breaks.tolist() == [0, 0, 500, 500]


def test_deficit_not_restored_within_three_years_is_counted():
    """A deficit in the first year only; the three years after just balance without measures, so it stands."""
    even = Guidelines(restore_share=0.0)
    one = course(5, tax_base=0.0, wages=0.0, prices=0.0, interest=0.0)
    books = base(debt=0, other_net=0, investment=2_000_000, net_cost=58_000_000)
    own = OwnFutures.certain([1.0] * 5, [1.001, 0.9999999, 0.9999999, 0.9999999, 0.9999999], spread=1.0)
    one = type(one)(one.income, one.cost / 57 * 58, one.investment / 3 * 2, one.interest, one.added)

    futures = run_futures(books, one, no_chance(5), own, guidelines=even)

    assert futures.broken.tolist() == [1, 0, 0, 0, 0]
    assert futures.unrestored.tolist() == [0, 0, 0, 1, 0]
    assert futures.result_share.shape == (5, len(FAN))


def test_measures_restore_a_single_deficit_in_three_years():
    one = course(5, tax_base=0.0, wages=0.0, prices=0.0, interest=0.0)
    books = base(debt=0, other_net=0, investment=2_000_000, net_cost=58_000_000)
    own = OwnFutures.certain([1.0] * 5, [1.001, 0.9999999, 0.9999999, 0.9999999, 0.9999999], spread=1.0)
    one = type(one)(one.income, one.cost / 57 * 58, one.investment / 3 * 2, one.interest, one.added)

    futures = run_futures(books, one, no_chance(5), own, guidelines=Guidelines())

    assert futures.broken.tolist() == [1, 0, 0, 0, 0]
    assert futures.unrestored.tolist() == [0, 0, 0, 0, 0]

"""Which deficits are left to restore after this year, and in which year's budget at the latest?"""

from __future__ import annotations

from dataclasses import dataclass

from avstamp.domain.position.balance_requirement.accounts import Accounts

YEARS_TO_RESTORE = 3
"""A negative balance result is restored within three years."""


@dataclass(frozen=True, slots=True)
class Restoring:
    """One year's negative balance result, whole kronor: before this year, restored by it, and left.

    `by` is the last year whose budget may restore it; `overdue` when that year has passed with something left;
    `reason` the council's exceptional grounds, with which nothing is to be restored.
    """

    year: int
    before: int
    restored: int
    left: int
    by: int
    overdue: bool
    reason: str


def restore(accounts: Accounts) -> tuple[Restoring, ...]:
    """What is left to restore, oldest first, this year's own deficit last.

    Definition: a positive balance result restores the oldest earlier deficit first, then the next; a deficit with
        exceptional grounds is left out of restoring; a negative balance result becomes a deficit of its own, to be
        restored at the latest in the budget of the third following year.
    Args: `accounts` in whole kronor. Returns: one entry a deficit; none when there is none.
    Raises: nothing. Source: Kommunallagen (2017:725) 11 kap. 12 and 13 §§. That the oldest is restored first is our
        own order: it is the one under which the fewest become overdue.
    Example: see `tests/domain/position/balance_requirement/test_restoring.py`.
    """
    surplus = max(0, accounts.balance_result)
    found = []
    for deficit in sorted(accounts.earlier, key=lambda one: one.year):
        restored = 0 if deficit.reason else min(surplus, deficit.left)
        surplus -= restored
        left = 0 if deficit.reason else deficit.left - restored
        by = deficit.year + YEARS_TO_RESTORE
        overdue = left > 0 and accounts.year >= by
        found.append(Restoring(deficit.year, deficit.left, restored, left, by, overdue, deficit.reason))
    if accounts.balance_result < 0:
        amount = -accounts.balance_result
        left = 0 if accounts.reason else amount
        by = accounts.year + YEARS_TO_RESTORE
        found.append(Restoring(accounts.year, amount, 0, left, by, False, accounts.reason))
    return tuple(found)

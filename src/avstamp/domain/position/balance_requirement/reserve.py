"""How much may be reserved to resultatreserven this year, and which threshold decides?"""

from __future__ import annotations

from dataclasses import dataclass

from avstamp.domain.position.balance_requirement.accounts import Accounts

FLOOR_PERCENT, LOW_EQUITY_FLOOR_PERCENT = 1, 2
"""What of taxes and grants must remain: with equity at least as large as the pension commitment, and with less."""

CAP_PERCENT = 5
"""The most that the reserve may hold, of taxes and grants."""


@dataclass(frozen=True, slots=True)
class ReserveRoom:
    """Amounts in whole kronor. `allowed` may be reserved; `allowed_with_old` if the older reserve counts in the cap.

    Whether it counts is not verified: both are shown. `decided_by` is "result", "adjusted", "cap" or "nothing".
    """

    percent: int
    floor: int
    room: int
    cap: int
    cap_with_old: int
    allowed: int
    allowed_with_old: int
    decided_by: str


def reserve_room(accounts: Accounts) -> ReserveRoom:
    """What may be reserved this year.

    Definition: base = taxes + general grants; p = 2 % when equity − pension commitment < 0, else 1 %;
        room = max(0, min(result, adjusted result) − p · base); cap = max(0, 5 % · base − reserve before);
        allowed = min(room, cap). A share that is no whole number of kronor is rounded against reserving.
    Args: `accounts` in whole kronor. Returns: whole kronor, none negative.
    Raises: nothing. Source: Kommunallagen (2017:725) 11 kap. 14 §.
    Example:
        >>> reserve_room(Accounts(2024, result=30, tax=1000, equity=1)).allowed
        20
    """
    percent = LOW_EQUITY_FLOOR_PERCENT if accounts.equity < accounts.pension_commitment else FLOOR_PERCENT
    floor = -(-accounts.base * percent // 100)
    least = min(accounts.result, accounts.adjusted)
    room = max(0, least - floor)
    most = accounts.base * CAP_PERCENT // 100
    cap = max(0, most - accounts.reserve)
    cap_with_old = max(0, most - accounts.reserve - accounts.old_reserve)
    allowed = min(room, cap)
    if allowed == 0:
        decided_by = "cap" if room else "nothing"
    elif cap < room:
        decided_by = "cap"
    else:
        decided_by = "adjusted" if accounts.adjusted < accounts.result else "result"
    return ReserveRoom(percent, floor, room, cap, cap_with_old, allowed, min(room, cap_with_old), decided_by)

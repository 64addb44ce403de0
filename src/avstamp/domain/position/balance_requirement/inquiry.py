"""What does the whole inquiry say, and what in it cannot be right?"""

from __future__ import annotations

from dataclasses import dataclass

from avstamp.domain.position.balance_requirement.accounts import Accounts
from avstamp.domain.position.balance_requirement.reserve import ReserveRoom, reserve_room
from avstamp.domain.position.balance_requirement.restoring import Restoring, restore
from avstamp.domain.position.balance_requirement.rows import Row, form_rows
from avstamp.domain.values import Phrase


@dataclass(frozen=True, slots=True)
class Inquiry:
    """The printed rows, the room to reserve, what is to be restored, the conclusion in words, and doubts."""

    accounts: Accounts
    rows: tuple[Row, ...]
    room: ReserveRoom
    restoring: tuple[Restoring, ...]
    doubts: tuple[Phrase, ...]

    @property
    def left(self) -> int:
        """What is left to restore after this year, all deficits together, whole kronor."""
        return sum(one.left for one in self.restoring)

    @property
    def conclusion(self) -> Phrase:
        """Whether the requirement is met, in one sentence."""
        if not self.left:
            return Phrase("balance.met")
        first = next(one for one in self.restoring if one.left)
        key = "balance.overdue" if first.overdue else "balance.not_met"
        return Phrase(key, {"left": self.left, "by": str(first.by), "year": str(first.year)})


def inquire(accounts: Accounts) -> Inquiry:
    """The inquiry of the balance requirement for one year's accounts.

    Args: `accounts` in whole kronor. Returns: everything the form and its notes say.
    Raises: nothing beyond what `Accounts` refuses; what breaks the law's limits becomes a doubt.
    Source: Kommunallagen (2017:725) 11 kap. 12-14 §§. Example: see the tests, worked by hand.
    """
    room = reserve_room(accounts)
    doubts = []
    if accounts.reserved > room.allowed:
        doubts.append(
            Phrase("balance.reserved_too_much", {"given": accounts.reserved, "allowed": room.allowed})
        )
    elif accounts.reserved > room.allowed_with_old:
        doubts.append(Phrase("balance.reserved_old", {"allowed": room.allowed_with_old}))
    for key, used, held in (
        ("used", accounts.used, accounts.reserve),
        ("used_old", accounts.used_old, accounts.old_reserve),
    ):
        if used > held:
            doubts.append(Phrase(f"balance.{key}_too_much", {"given": used, "held": held}))
    if accounts.excepted_gains > accounts.gains:
        values = {"given": accounts.excepted_gains, "held": accounts.gains}
        doubts.append(Phrase("balance.excepted_too_much", values))
    if accounts.reserved and (accounts.used or accounts.used_old):
        doubts.append(Phrase("balance.both"))
    return Inquiry(accounts, form_rows(accounts), room, restore(accounts), tuple(doubts))

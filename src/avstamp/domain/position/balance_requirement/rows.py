"""How is the inquiry printed, row by row, and which paragraph does each row rest on?"""

from __future__ import annotations

from dataclasses import dataclass

from avstamp.domain.position.balance_requirement.accounts import Accounts


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its key, its amount as it is added (whole kronor), its paragraph, and whether it is a sum."""

    key: str
    amount: int
    paragraph: str = ""
    is_sum: bool = False


def form_rows(accounts: Accounts) -> tuple[Row, ...]:
    """The rows of the printed form in order; each sum is the rows above it added up.

    Source: the form as municipalities print it in their annual reports; Kommunallagen 11 kap. for the paragraphs.
    That the adjustments rest on the accounting law is not verified here, so they carry no paragraph.
    """
    owed = -sum(deficit.left for deficit in accounts.earlier if not deficit.reason)
    own = 0 if accounts.balance_result < 0 and accounts.reason else accounts.balance_result
    return (
        Row("result", accounts.result),
        Row("gains", -accounts.gains),
        Row("excepted_gains", accounts.excepted_gains),
        Row("excepted_losses", accounts.excepted_losses),
        Row("unrealised", accounts.unrealised),
        Row("reversed_unrealised", accounts.reversed_unrealised),
        Row("adjusted", accounts.adjusted, is_sum=True),
        Row("reserved", -accounts.reserved, "11:14"),
        Row("used", accounts.used, "11:14"),
        Row("used_old", accounts.used_old),
        Row("balance_result", accounts.balance_result, "11:12", is_sum=True),
        *((Row("excepted", -accounts.balance_result, "11:13"),) if own != accounts.balance_result else ()),
        Row("earlier", owed, "11:12"),
        Row("to_restore", own + owed, "11:12", is_sum=True),
    )

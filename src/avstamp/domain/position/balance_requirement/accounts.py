"""Which amounts of the annual accounts does the inquiry of the balance requirement rest on?"""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class EarlierDeficit:
    """What is left to restore of one earlier year's negative balance result, in whole kronor above 0.

    `reason` is the council's own text when it has decided, on exceptional grounds, not to restore it.
    """

    year: int
    left: int
    reason: str = ""

    def __post_init__(self) -> None:
        if isinstance(self.left, float) or self.left <= 0:
            raise ValueError(f"what is left of {self.year} must be whole kronor above 0, not {self.left!r}")


SIGNED = ("result", "unrealised", "reversed_unrealised", "equity")
"""Amounts that may be negative; all others are written without a sign."""


@dataclass(frozen=True, slots=True)
class Accounts:
    """The year's amounts in whole kronor.

    `gains` all realised gains; `excepted_gains`, `excepted_losses` those that the exceptions let stay; `unrealised`
    gains less losses in securities and `reversed_unrealised` their reversal, signed as they go into the form.
    `reserved` to and `used` from resultatreserven; `used_old` from the older resultatutjämningsreserven, to which
    nothing more is reserved. `tax`, `grants`: tax revenue, general state grants and equalisation (a fee is negative).
    `equity` and `pension_commitment` (outside the balance sheet) at the year's end; `reserve`, `old_reserve` before
    this year's movements. `reason`: exceptional grounds for not restoring this year's deficit.
    """

    year: int
    result: int
    tax: int
    grants: int = 0
    gains: int = 0
    excepted_gains: int = 0
    excepted_losses: int = 0
    unrealised: int = 0
    reversed_unrealised: int = 0
    reserved: int = 0
    used: int = 0
    used_old: int = 0
    equity: int = 0
    pension_commitment: int = 0
    reserve: int = 0
    old_reserve: int = 0
    earlier: tuple[EarlierDeficit, ...] = ()
    reason: str = ""

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if field.name in ("earlier", "reason"):
                continue
            if not isinstance(value, int):
                raise TypeError(f"{field.name} must be whole kronor, not {value!r}")
            if value < 0 and field.name not in (*SIGNED, "grants"):
                raise ValueError(f"{field.name} is written without a sign, not {value}")
        if self.base < 0:
            raise ValueError(f"taxes and grants together must not be negative, not {self.base}")
        if any(deficit.year >= self.year for deficit in self.earlier):
            raise ValueError("earlier deficits belong to earlier years")

    @property
    def base(self) -> int:
        """Taxes and general grants, which shares are counted of."""
        return self.tax + self.grants

    @property
    def adjusted(self) -> int:
        """The year's result after adjustments of the balance requirement (A)."""
        return (
            self.result
            - self.gains
            + self.excepted_gains
            + self.excepted_losses
            + self.unrealised
            + self.reversed_unrealised
        )

    @property
    def balance_result(self) -> int:
        """The balance result (B)."""
        return self.adjusted - self.reserved + self.used + self.used_old

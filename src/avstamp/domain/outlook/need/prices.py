"""What does a service cost for each inhabitant of the ages it meets, and what do those ages then need?

Exact decimals throughout: a budget is held against these sums to the last hundred thousand kronor.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from avstamp.domain.outlook.population.ages import AGES, AgeGroup

TWO = Decimal(2)


@dataclass(frozen=True, slots=True)
class Price:
    """Thousands of kronor a year for each inhabitant of an age group, for one service."""

    service: str
    group: AgeGroup
    thousands: Decimal


def _price(service: str, first: int, last: int, thousands: str) -> Price:
    key = f"{first}-{last}" if last < AGES - 1 else f"{first}+"
    return Price(service, AgeGroup(str(first) if first == last else key, first, last), Decimal(thousands))


EXAMPLE_PRICES: tuple[Price, ...] = (
    _price("preschool", 1, 5, "125.9"),
    _price("school", 6, 6, "144.6"),
    _price("school", 7, 9, "162.2"),
    _price("school", 10, 12, "137.0"),
    _price("school", 13, 15, "135.7"),
    _price("upper_secondary", 16, 18, "181.3"),
    _price("elder_care", 65, 79, "21.9"),
    _price("elder_care", 80, 89, "137.3"),
    _price("elder_care", 90, AGES - 1, "381.1"),
)
"""Budget prices of one municipality, Sjöbo, 2024: an example to be overwritten with one's own."""


def mean_population(before: int, after: int) -> Decimal:
    """People of a year: the mean of those on 31 December of the year before and of the year.

    Example:
        >>> mean_population(1061, 1064)
        Decimal('1062.5')
    """
    return (Decimal(before) + Decimal(after)) / TWO


def need_for(price: Price, people: Decimal) -> Decimal:
    """What an age group needs of a service in a year, in thousands of kronor.

    Definition: price · people. Args: `people` the mean of the year.
    Returns: exact, not rounded. Raises: nothing.
    Source: the municipal price model for changes of volume, as Sjöbo kommun states it in its budget for 2024.
    Example:
        >>> round(need_for(EXAMPLE_PRICES[0], Decimal("1062.5")) / 1000, 1)
        Decimal('133.8')
        >>> round(need_for(EXAMPLE_PRICES[-1], Decimal("173.0")) / 1000, 1)
        Decimal('65.9')
    """
    return price.thousands * people


def effect_of_change(prices: Sequence[Price], before: Sequence[Decimal], after: Sequence[Decimal]) -> Decimal:
    """What a year's change of population adds to the need, in thousands of kronor; all in the order of `prices`.

    Definition: Σ price · (people after − people before). Raises: ValueError when lengths differ.
    Example:
        >>> effect_of_change(EXAMPLE_PRICES[:1], [Decimal(100)], [Decimal(98)])
        Decimal('-251.8')
    """
    return sum(
        (price.thousands * (new - old) for price, old, new in zip(prices, before, after, strict=True)),
        Decimal(0),
    )

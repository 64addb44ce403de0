"""Need in kronor is exact, and equals Sjöbo's own figures."""

from decimal import Decimal

import pytest

from avstamp.domain.outlook.need import EXAMPLE_PRICES, effect_of_change, mean_population, need_for


def price_of(key):
    return next(price for price in EXAMPLE_PRICES if price.group.key == key)


@pytest.mark.parametrize(
    ("group", "people", "millions"), [("1-5", "1062.5", "133.8"), ("90+", "173.0", "65.9")]
)
def test_need_equals_sjobos_budget_2024(group, people, millions):
    need = need_for(price_of(group), Decimal(people)) / 1000

    assert need.quantize(Decimal("0.1")) == Decimal(millions)


def test_mean_population_keeps_halves():
    assert mean_population(1061, 1064) == Decimal("1062.5")


def test_effect_is_the_difference_of_needs():
    before, after = [Decimal(100)] * len(EXAMPLE_PRICES), [Decimal(101)] * len(EXAMPLE_PRICES)
    needs = [sum(map(need_for, EXAMPLE_PRICES, people)) for people in (before, after)]

    assert effect_of_change(EXAMPLE_PRICES, before, after) == needs[1] - needs[0]


def test_effect_of_unequal_lists_is_refused():
    with pytest.raises(ValueError, match="argument"):
        effect_of_change(EXAMPLE_PRICES, [Decimal(1)], [Decimal(1)])

"""What does the population ask of each service, in people and in kronor?"""

from avstamp.domain.outlook.need.prices import (
    EXAMPLE_PRICES,
    Price,
    effect_of_change,
    mean_population,
    need_for,
)

__all__ = ["EXAMPLE_PRICES", "Price", "effect_of_change", "mean_population", "need_for"]

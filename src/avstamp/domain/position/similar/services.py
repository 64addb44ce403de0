"""By which conditions are municipalities alike, service by service?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from avstamp.domain.position.similar.variables import Measure, Variable

INHABITANTS = Variable("inhabitants", Measure.ROOT, ("N01951",))
"""Twice as many people matter more among small municipalities than among large ones, hence the root."""

_DEVIATIONS: Mapping[str, tuple[str, str]] = {
    "preschool": ("N11038", "N11024"),
    "after_school": ("N13032", "N13020"),
    "compulsory_school": ("N15045", "N15001"),
    "upper_secondary": ("N17030", "N17001"),
    "elder_care": ("N20029", "N20900"),
    "disability": ("N28021", "N28018"),
    "individual_family_care": ("N30026", "N30001"),
}
"""Each service's net-cost deviation in million SEK and in per cent."""

_OVERALL = tuple(
    indicator for service, pair in _DEVIATIONS.items() if service != "disability" for indicator in pair
)


def _as_is(key: str, indicator: str) -> Variable:
    return Variable(key, Measure.AS_IS, (indicator,))


EDUCATION = _as_is("education", "N01982")
UNEMPLOYMENT = _as_is("unemployment", "N03920")
BORN_OUTSIDE = _as_is("born_outside_eu", "N02925")


@dataclass(frozen=True, slots=True)
class Service:
    """A service, or the whole municipality, with the conditions that shape it."""

    key: str
    variables: tuple[Variable, ...]


def _by_reference_cost(service: str) -> Service:
    cost = Variable(f"reference_cost.{service}", Measure.REFERENCE_COST, _DEVIATIONS[service])
    return Service(service, (INHABITANTS, cost))


_ALL = (
    Service(
        "overall",
        (
            INHABITANTS,
            Variable("reference_cost.overall", Measure.REFERENCE_COST, _OVERALL),
            _as_is("tax_power", "N00903"),
        ),
    ),
    Service(
        "socioeconomic",
        (
            EDUCATION,
            _as_is("mean_age", "N00959"),
            UNEMPLOYMENT,
            BORN_OUTSIDE,
            _as_is("income", "N00906"),
            _as_is("ill_health", "N00957"),
            _as_is("employment", "N02267"),
            _as_is("under_20", "N01994"),
            _as_is("over_65", "N01960"),
        ),
    ),
    Service(
        "labour_market",
        (
            EDUCATION,
            UNEMPLOYMENT,
            _as_is("commuting_out", "N02279"),
            INHABITANTS,
            BORN_OUTSIDE,
        ),
    ),
    Service("income_support", (_as_is("modelled_income_support", "U31004"), UNEMPLOYMENT)),
    Service("rescue", (INHABITANTS, _as_is("urban", "N00954"))),
    *(_by_reference_cost(service) for service in _DEVIATIONS),
)

SERVICES: Mapping[str, Service] = {service.key: service for service in _ALL}
"""Every service that RKA publishes groups for, by key."""

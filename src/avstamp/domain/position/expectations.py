"""Who expects what of a municipality or region, how is it measured, and what must it be able to do to meet it?

The table is Avstamp's own reading of what is asked of every unit. A row without a figure stays in the table: that
nobody measures something is an answer too, and the page says how a figure can be had.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from avstamp.domain.facts.indicator import Direction
from avstamp.domain.facts.profile import ProfileFigure
from avstamp.domain.values import UnitKind, rounded


class Whose(StrEnum):
    """Whose expectation it is, outside the organisation and inside it."""

    CITIZENS = "citizens"
    USERS = "users"
    BUSINESS = "business"
    STAFF = "staff"
    STATE = "state"
    NEIGHBOURS = "neighbours"


class Ability(StrEnum):
    """What it takes to meet an expectation."""

    COMPETENCE = "competence"
    PREMISES = "premises"
    INVESTMENTS = "investments"
    LEADERSHIP = "leadership"
    SYSTEMS = "systems"


@dataclass(frozen=True, slots=True)
class Expectation:
    """One expectation. `measures` are indicators, the best first; `abilities` say what it takes, with an indicator.

    An ability with no indicator ("") is one that no figure in the fact base measures.
    """

    key: str
    whose: Whose
    measures: tuple[str, ...] = ()
    abilities: tuple[tuple[Ability, str], ...] = ()
    kinds: frozenset[UnitKind] = frozenset({UnitKind.MUNICIPALITY})


_BOTH = frozenset({UnitKind.MUNICIPALITY, UnitKind.REGION})
_REGION = frozenset({UnitKind.REGION})
_CARE_STAFF = (Ability.COMPETENCE, "N20205")

EXPECTATIONS: tuple[Expectation, ...] = (
    Expectation("living", Whose.CITIZENS, ("N00667",), ((Ability.INVESTMENTS, "N03103"),)),
    Expectation("services", Whose.CITIZENS, ("N00668",), ((Ability.LEADERSHIP, "U00205"),)),
    Expectation("contact", Whose.CITIZENS, ("N00640", "N00647"), ((Ability.SYSTEMS, ""),)),
    Expectation("influence", Whose.CITIZENS, ("N00669", "N00650")),
    Expectation("trust", Whose.CITIZENS, ("N00664",)),
    Expectation("safety", Whose.CITIZENS, ("N00610",)),
    Expectation("health_care", Whose.CITIZENS, ("U70447",), ((Ability.COMPETENCE, ""),), _REGION),
    Expectation(
        "preschool",
        Whose.USERS,
        ("N00530",),
        ((Ability.COMPETENCE, "N11808"), (Ability.PREMISES, "N11033")),
    ),
    Expectation(
        "school", Whose.USERS, ("N15643", "N00531"), ((Ability.COMPETENCE, "N15813"), (Ability.PREMISES, ""))
    ),
    Expectation("home_care", Whose.USERS, ("U21468",), (_CARE_STAFF, (Ability.SYSTEMS, ""))),
    Expectation("care_home", Whose.USERS, ("U23471",), (_CARE_STAFF, (Ability.PREMISES, ""))),
    Expectation("disability", Whose.USERS, ("U28563", "U28532"), (_CARE_STAFF,)),
    Expectation("social_services", Whose.USERS, ("U30452",), ((Ability.COMPETENCE, ""),)),
    Expectation("primary_care", Whose.USERS, ("U71453",), ((Ability.COMPETENCE, ""),), _REGION),
    Expectation("digital_care", Whose.USERS, ("N70465",), ((Ability.SYSTEMS, ""),), _REGION),
    Expectation("business", Whose.BUSINESS, ("U07451",), ((Ability.LEADERSHIP, ""),)),
    Expectation("permits", Whose.BUSINESS, ("U07447",), ((Ability.SYSTEMS, ""),)),
    Expectation("legal_certainty", Whose.BUSINESS, ("U07512",), ((Ability.COMPETENCE, ""),)),
    Expectation("engagement", Whose.STAFF, ("U00205",), ((Ability.LEADERSHIP, ""),)),
    Expectation("engagement", Whose.STAFF, ("U60977",), ((Ability.LEADERSHIP, ""),), _REGION),
    Expectation("health", Whose.STAFF, ("N00090",), ((Ability.LEADERSHIP, ""),)),
    Expectation("full_time", Whose.STAFF, ("N00209",), ((Ability.COMPETENCE, "N00214"),)),
    Expectation("full_time", Whose.STAFF, ("N60077",), ((Ability.COMPETENCE, ""),), _REGION),
    Expectation("balance", Whose.STATE, ("N03102",), ((Ability.INVESTMENTS, "N03103"),)),
    Expectation("balance", Whose.STATE, (), ((Ability.INVESTMENTS, ""),), _REGION),
    Expectation("supervision", Whose.STATE, kinds=_BOTH),
    Expectation("audit", Whose.STATE, kinds=_BOTH),
    Expectation("cooperation", Whose.NEIGHBOURS, kinds=_BOTH),
)
"""Every expectation in the order of the page."""


def gap_to_group(figure: ProfileFigure) -> float:
    """How far a figure lies from its group's mean, turned so that positive is better.

    Definition: value − group mean as both are printed, with the sign turned where lower is better.
    Args: `figure` with its comparison group.
    Returns: the gap in the indicator's unit; NaN without a group mean or without a direction.
    Raises: nothing. Source: Avstamp's own; the group mean is unweighted and leaves out the unit itself.
    Example: see `tests/domain/position/test_expectations.py`.
    """
    direction = figure.entry.direction if figure.entry else Direction.NONE
    if direction is Direction.NONE or math.isnan(figure.group_mean):
        return float("nan")
    decimals = figure.indicator.decimals
    gap = float(rounded(figure.value, decimals) - rounded(figure.group_mean, decimals))
    return gap if direction is Direction.HIGHER else 0.0 - gap

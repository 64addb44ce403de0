"""What does one indicator say of one unit, as every shell shows it?"""

from __future__ import annotations

from avstamp.domain.facts.profile import ProfileFigure, build_profile
from avstamp.domain.facts.reading import FigureReading, build_reading
from avstamp.domain.facts.unit import Group, Unit
from avstamp.domain.values import Gender
from avstamp.factbase import FactBase


def read_figure(
    fact_base: FactBase, indicator: str, unit: Unit, *, group: Group, gender: Gender = Gender.ALL
) -> FigureReading:
    """One indicator for one unit: the series, its group, the country, genders, and everyone's place.

    Raises: UnknownIndicator.
    """
    known = fact_base.indicator(indicator)
    everyone = (*fact_base.units.all, fact_base.units.country)
    return build_reading(
        fact_base.cube,
        unit,
        known,
        entry=fact_base.catalogue.get(indicator),
        gender=gender,
        group=group,
        figure=newest_figure(fact_base, indicator, unit, group=group, gender=gender),
        origin=fact_base.origins[known.origin],
        units={member.id: member for member in everyone},
        newest_year=fact_base.newest_year,
    )


def newest_figure(
    fact_base: FactBase, indicator: str, unit: Unit, *, group: Group | None, gender: Gender = Gender.ALL
) -> ProfileFigure | None:
    """The unit's newest figure of an indicator and gender, or None when it never had one."""
    profile = build_profile(
        fact_base.cube,
        unit,
        indicators=fact_base.indicators,
        catalogue=fact_base.catalogue,
        group_of={},
        default_group=group,
        only={indicator},
    )
    return next((figure for figure in profile.figures if figure.gender is gender), None)

"""How does a unit stand on everything, as every shell shows it?"""

from __future__ import annotations

from collections.abc import Collection

from avstamp.domain.facts.profile import Profile, build_profile
from avstamp.domain.facts.unit import GroupKind, Unit
from avstamp.factbase import FactBase
from avstamp.library.comparison import comparison_group, similar_group


def profile_unit(
    fact_base: FactBase,
    unit: Unit,
    *,
    group_kind: GroupKind = GroupKind.SIMILAR,
    indicators: Collection[str] | None = None,
) -> Profile:
    """A unit's newest figure of every indicator (or of those named), compared with a group of the chosen kind."""
    if group_kind is GroupKind.SIMILAR:
        special = {id: group for id in fact_base.catalogue if (group := similar_group(fact_base, unit, id))}
        default = fact_base.groups.similar(unit)
    else:
        special, default = {}, comparison_group(fact_base, unit, "", choice=group_kind.value)
    return build_profile(
        fact_base.cube,
        unit,
        indicators=fact_base.indicators,
        catalogue=fact_base.catalogue,
        group_of=special,
        default_group=default,
        only=indicators,
    )

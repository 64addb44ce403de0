"""With whom is a unit compared on an indicator, as the reader chose it?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.domain.errors import UnknownUnit
from avstamp.domain.facts.unit import Group, GroupKind, Unit
from avstamp.factbase import FactBase

SERVICE_OF_AREA: Mapping[str, str] = {
    "preschool": "preschool",
    "after_school": "after_school",
    "compulsory_school": "compulsory_school",
    "upper_secondary": "upper_secondary",
    "elder_care": "elder_care",
    "disability": "disability",
    "individual_family_care": "individual_family_care",
    "labour_market_measures": "labour_market",
    "safety_rescue": "rescue",
    "health_care": "health_care",
    "social": "socioeconomic",
}
"""RKA's group for a service, for each area of the catalogue that has one; the overall group for the rest."""

OWN = "own:"
MOST_MEMBERS = 50
"""Members of a group that a reader chooses."""


class UnknownGroup(UnknownUnit):
    """No comparison group answers to what was asked for."""


def similar_group(fact_base: FactBase, unit: Unit, indicator: str) -> Group | None:
    """Units that RKA finds similar for the service the indicator belongs to."""
    entry = fact_base.catalogue.get(indicator)
    return fact_base.groups.similar(unit, SERVICE_OF_AREA.get(entry.area, "overall") if entry else "overall")


def comparison_group(fact_base: FactBase, unit: Unit, indicator: str, *, choice: str) -> Group:
    """The group a reader chose: a kind ("similar", "county", "size", "type", "all"), a group's id, or "own:" and ids.

    Where the unit has no group of the kind, it is compared with all of its kind.
    Raises: UnknownGroup for a choice that means nothing, UnknownUnit for an own choice of a unit there is none of.
    """
    if choice.startswith(OWN):
        members = tuple(
            dict.fromkeys(part.strip() for part in choice.removeprefix(OWN).split(",") if part.strip())
        )
        for member in members:
            # The country is no member of a group, its figure is weighted; and a region is no peer of a municipality.
            if fact_base.units.get(member).kind is not unit.kind:
                raise UnknownUnit(member)
        if len(members) > MOST_MEMBERS:
            raise UnknownGroup(choice[:40] + "…")
        return Group("own", GroupKind.OWN, "", members)
    if choice in (GroupKind.SIMILAR, ""):
        return similar_group(fact_base, unit, indicator) or fact_base.groups.all_like(unit)
    if choice == GroupKind.ALL:
        return fact_base.groups.all_like(unit)
    if choice in (GroupKind.COUNTY, GroupKind.SIZE, GroupKind.TYPE):
        found = fact_base.groups.of_kind(unit, GroupKind(choice))
        return found[0] if found else fact_base.groups.all_like(unit)
    if group := fact_base.groups.get(choice):
        return group
    raise UnknownGroup(choice, ("similar", "county", "size", "type", "all"))

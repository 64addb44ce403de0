"""How is a unit found by what people type, and a group by what it is for?"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from avstamp.domain.errors import UnknownUnit
from avstamp.domain.facts.unit import Group, GroupKind, Unit
from avstamp.domain.values import UnitKind

NEAREST = 5


def fold(text: str) -> str:
    """A name as it is compared: small letters, no accents, words apart by one space.

    Example:
        >>> fold("  GÖTEBORGS  Stad ")
        'goteborgs stad'
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())


_PREFIXES = ("region ", "kommun ", "lan ")
_SUFFIXES = (" kommun", " stad", " lan", "regionen")


class UnitRegister:
    """All municipalities and regions, and the country."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._by_id: Mapping[str, Unit] = {unit.id: unit for unit in units}

    @cached_property
    def all(self) -> tuple[Unit, ...]:
        """Municipalities and regions: every unit that is one among others."""
        return tuple(unit for unit in self._by_id.values() if not unit.is_country)

    @cached_property
    def municipalities(self) -> tuple[Unit, ...]:
        """Municipalities in order of code."""
        return tuple(unit for unit in self.all if unit.kind is UnitKind.MUNICIPALITY)

    @cached_property
    def regions(self) -> tuple[Unit, ...]:
        """Regions in order of code."""
        return tuple(unit for unit in self.all if unit.kind is UnitKind.REGION)

    @cached_property
    def country(self) -> Unit:
        """The country as a whole."""
        return next(unit for unit in self._by_id.values() if unit.is_country)

    def get(self, unit: str) -> Unit:
        """The unit with this code."""
        try:
            return self._by_id[unit]
        except KeyError:
            raise UnknownUnit(unit, self.nearest(unit)) from None

    @cached_property
    def _folded(self) -> Sequence[tuple[str, Unit]]:
        return [(fold(unit.name), unit) for unit in self.all]

    def _forms(self, query: str) -> set[str]:
        """What was typed, also without "kommun", "stad", "region" and a genitive s."""
        typed = fold(query)
        forms = {typed}
        for prefix in _PREFIXES:
            forms |= {form.removeprefix(prefix) for form in forms if form.startswith(prefix)}
        for suffix in _SUFFIXES:
            forms |= {form.removesuffix(suffix) for form in forms if form.endswith(suffix)}
        return {form for form in forms | {form.removesuffix("s") for form in forms if form != typed} if form}

    def search(self, query: str, limit: int = 10) -> tuple[Unit, ...]:
        """Units that answer to what was typed, best first: code, whole name, beginning of name, of a word, anywhere."""
        typed = fold(query)
        if not typed:
            return ()
        ranked, forms = [], self._forms(query)
        for name, unit in self._folded:
            place = self._place(name, unit, typed, forms if unit.kind is UnitKind.MUNICIPALITY else {typed})
            if place is not None:
                ranked.append((place, unit.kind is UnitKind.REGION, name, unit))
        return tuple(unit for *_, unit in sorted(ranked, key=lambda row: row[:3])[:limit])

    @staticmethod
    def _place(name: str, unit: Unit, typed: str, forms: set[str]) -> int | None:
        if typed in (unit.id, name):
            return 0
        if name in forms:
            return 1
        if name.startswith(typed) or any(word.startswith(typed) for word in name.split()[:1]):
            return 2
        if any(word.startswith(typed) for word in name.split()):
            return 3
        if unit.id.startswith(typed) or (len(typed) >= 3 and typed in name):
            return 4
        return None

    @cached_property
    def _spelled(self) -> Mapping[str, Unit]:
        return {unit.name.casefold(): unit for unit in self.all}

    def resolve(self, query: str) -> Unit:
        """The one unit that is meant: its code, its whole name, or a beginning that only one unit has."""
        # Every address of a page holds a code.
        if (coded := self._by_id.get(query)) and not coded.is_country:
            return coded
        # Håbo and Habo fold alike: a name spelled in full goes before anything folded.
        if spelled := self._spelled.get(" ".join(query.casefold().split())):
            return spelled
        found = self.search(query, limit=2)
        typed = fold(query)
        whole = self._forms(query) | {typed}
        if found and (found[0].id == typed or fold(found[0].name) in whole or len(found) == 1):
            return found[0]
        raise UnknownUnit(query, self.nearest(query))

    def nearest(self, query: str) -> tuple[str, ...]:
        """Names that look like what was typed, nearest first."""
        begun = [unit.name for unit in self.search(query, limit=NEAREST)]
        names = {name: unit.name for name, unit in self._folded}
        alike = difflib.get_close_matches(fold(query), list(names), n=NEAREST, cutoff=0.6)
        return tuple(dict.fromkeys([*begun, *(names[name] for name in alike)]))[:NEAREST]


class GroupRegister:
    """All comparison groups."""

    def __init__(self, groups: Iterable[Group], units: UnitRegister) -> None:
        self._by_id: Mapping[str, Group] = {group.id: group for group in groups}
        self._units = units

    @cached_property
    def _similar(self) -> Mapping[tuple[str, str], Group]:
        """The newest group of similar units for each unit and area."""
        newest: dict[tuple[str, str], Group] = {}
        for group in self._by_id.values():
            if group.kind is not GroupKind.SIMILAR:
                continue
            key = (group.of, group.area)
            if key not in newest or (group.year or 0) > (newest[key].year or 0):
                newest[key] = group
        return newest

    def get(self, group: str) -> Group | None:
        """The group with this id."""
        return self._by_id.get(group)

    def similar(self, unit: Unit, area: str = "overall") -> Group | None:
        """Units that RKA finds similar for a service; for regions "overall" is their health care group."""
        if found := self._similar.get((unit.id, area)):
            return found
        fallback = "overall" if unit.kind is UnitKind.MUNICIPALITY else "health_care"
        return self._similar.get((unit.id, fallback))

    def of_kind(self, unit: Unit, kind: GroupKind) -> tuple[Group, ...]:
        """Groups of a kind that the unit is a member of."""
        return tuple(
            group for group in self._by_id.values() if group.kind is kind and unit.id in group.members
        )

    def all_like(self, unit: Unit) -> Group:
        """Every unit of the same kind."""
        units = self._units.municipalities if unit.kind is UnitKind.MUNICIPALITY else self._units.regions
        title = "Alla kommuner" if unit.kind is UnitKind.MUNICIPALITY else "Alla regioner"
        return Group(f"all-{unit.kind.value}", GroupKind.ALL, title, tuple(member.id for member in units))

"""With whom does a reader want to compare, when they have written the names themselves?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from avstamp.domain.errors import UnknownUnit
from avstamp.domain.facts.unit import Unit
from avstamp.domain.values import Phrase
from avstamp.factbase import FactBase
from avstamp.library.comparison import MOST_MEMBERS, OWN

SEPARATORS = re.compile(r"[,;\n]+")
COUNTRY_NAMES = frozenset({"riket", "sverige", "0000"})


@dataclass(frozen=True, slots=True)
class OwnChoice:
    """What was typed, the units it means, and what is wrong with it; without faults it is an address."""

    typed: str
    members: tuple[Unit, ...]
    faults: tuple[Phrase, ...]

    @property
    def address(self) -> str:
        """The choice as it stands in an address: `own:` and the codes."""
        return OWN + ",".join(member.id for member in self.members)


def read_own_choice(fact_base: FactBase, unit: Unit, typed: str) -> OwnChoice:
    """The units that were typed as names or codes, apart by commas, semicolons or lines.

    The unit itself is left out where others stand beside it. Every word that cannot be used has a fault of its own.
    """
    words = [word.strip() for word in SEPARATORS.split(typed) if word.strip()]
    found: list[Unit] = []
    faults: list[Phrase] = []
    for word in words:
        member, fault = _read(fact_base, unit, word)
        found += [member] if member else []
        faults += [fault] if fault else []
    members = tuple(dict.fromkeys(member for member in found if member.id != unit.id))
    if not words:
        faults.append(Phrase("own_choice.empty"))
    elif not members and not faults:
        faults.append(Phrase("own_choice.itself", {"name": unit.name}))
    elif len(members) > MOST_MEMBERS:
        faults.append(Phrase("own_choice.many", {"count": len(members), "most": MOST_MEMBERS}))
    return OwnChoice(typed, members, tuple(faults))


def _read(fact_base: FactBase, unit: Unit, word: str) -> tuple[Unit | None, Phrase | None]:
    if word.casefold() in COUNTRY_NAMES:
        return None, Phrase("own_choice.country")
    try:
        member = fact_base.units.resolve(word)
    except UnknownUnit as error:
        key = "own_choice.unknown.nearest" if error.nearest else "own_choice.unknown"
        values: dict[str, object] = {"typed": word}
        return None, Phrase(key, values | ({"nearest": error.nearest} if error.nearest else {}))
    if member.kind is not unit.kind:
        return None, Phrase(f"own_choice.kind.{unit.kind.value}", {"name": member.name})
    return member, None

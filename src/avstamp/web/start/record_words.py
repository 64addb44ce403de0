"""What does an event of the record say in words, and what is whoever did it called to this reader?

An event holds codes and numbers, never text. Each action has a sentence `event.<action>`; what an older or newer
version of Avstamp has written, and this one has no sentence for, is still shown, by its name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from avstamp.domain.audit.chain import Event, Plain
from avstamp.domain.start.permissions import role_name
from avstamp.domain.start.roll import Capacity, Membership, Role, Side
from avstamp.domain.values import Phrase, Text, Verbatim
from avstamp.library.facts import facts_or_none
from avstamp.library.result_names import name_of_result
from avstamp.phrases import has_sentence
from avstamp.web.accounts.queries import CONSOLE, NamesThen, Person

Words = Callable[[str], Text]

NAMED_TO_ALL = frozenset({Capacity.PROCESS_LEADER, Capacity.OFFICIAL, Capacity.SECRETARY, Capacity.AUDITOR})
"""Those whose acts are done in office. The elected write drafts, which the other side learns nothing of."""


@dataclass(frozen=True)
class Names:
    """Who the pseudonyms are, for one reader: `people` by pseudonym, and as what each takes part.

    `all_named`: the reader may see whose every act was. A pseudonym that is nobody's belongs to an erased person.
    """

    reader: Person
    people: Mapping[str, Person]
    capacities: Mapping[str, frozenset[Capacity]]
    all_named: bool
    then: NamesThen

    def actor(self, pseudonym: str, at: datetime) -> Text:
        """Who did something at an instant, as this reader may know it."""
        if pseudonym == CONSOLE:
            return Phrase("actor.console")
        person = self.people.get(pseudonym)
        if person is None:
            return Phrase("actor.erased")
        if person == self.reader:
            return Phrase("actor.yourself")
        capacities = self.capacities.get(str(person.identifier), frozenset())
        if self.all_named or (capacities and capacities <= NAMED_TO_ALL):
            return Verbatim(self.then.of(person, at))
        return Phrase("actor.elected" if Capacity.ELECTED in capacities else "actor.other")

    def member(self, pseudonym: str, at: datetime) -> Text:
        """Whom something was done to; who takes part is known to all who do."""
        person = self.people.get(pseudonym)
        return Phrase("actor.erased") if person is None else Verbatim(self.then.of(person, at))


def capacities_of(memberships: tuple[Membership, ...]) -> dict[str, frozenset[Capacity]]:
    """Everything each person takes or has taken part as."""
    found: dict[str, frozenset[Capacity]] = {}
    for row in memberships:
        found[row.person] = found.get(row.person, frozenset()) | {row.capacity}
    return found


def tell(event: Event, names: Names) -> Phrase:
    """An event as a sentence."""
    values: dict[str, object] = {
        name: _value(name, value, names, event.at)
        for name, value in {**_number(event), **event.content}.items()
    }
    if event.action == "sides.taken":
        values["sides"] = _sides(event.content)
    phrase = Phrase(f"event.{event.action}", values)
    return phrase if has_sentence(phrase) else Phrase("event.other", {"action": Verbatim(event.action)})


def _number(event: Event) -> dict[str, Plain]:
    """The number of the claim or dispute that an event is about, from its subject."""
    found = re.search(r"/[a-z_]+:(\d+)$", event.subject)
    return {"number": int(found.group(1))} if found else {}


def _sides(content: Mapping[str, Plain]) -> tuple[Text, ...]:
    return tuple(
        Phrase("event.side", {"party": Verbatim(party), "side": role_name(Role(str(side)))})
        for party, side in content.items()
        if side in set(Side)
    )


def _value(name: str, value: Plain, names: Names, at: str) -> Text | int:
    if isinstance(value, int):
        return int(value)
    if value is None:
        return Phrase("event.unplanned")
    if name == "member":
        return names.member(value, datetime.fromisoformat(at))
    return WORDS[name](value) if name in WORDS else Verbatim(value)


def _day(value: str) -> Text:
    try:
        return Phrase("date", {"date": date.fromisoformat(value)})
    except ValueError:
        # A record that somebody has bent must still be readable.
        return Verbatim(value)


WORDS: Mapping[str, Words] = {
    "step": lambda code: Phrase(f"step.{code}"),
    "first": _day,
    "last": _day,
    "from": _day,
    "capacity": lambda code: Phrase(f"role.{code}"),
    "function": lambda code: Phrase(f"function.{code}"),
    "commissioner": lambda code: Phrase(f"event.commissioner.{code}"),
    "kind": lambda code: Phrase(f"claim_kind.{code}"),
    "author": lambda code: Phrase(f"event.author.{code}"),
    "status": lambda code: Phrase(f"document_status.{code}"),
    "verdict": lambda code: Phrase(f"verdict.{code}"),
    "outcome": lambda code: Phrase(f"outcome.{code}"),
    "why_hidden": lambda code: Phrase(f"hide_reason.{code}"),
    "openness": lambda code: Phrase(f"openness.{code}"),
    "stage": lambda code: Phrase(f"stage.{code}"),
    "finding": lambda subject: name_of_result(facts_or_none(), subject),
    "register": lambda code: Phrase(f"own.register.{code}"),
}
"""How a value of an event's content is said, by its name; what is not named here is shown as it is."""

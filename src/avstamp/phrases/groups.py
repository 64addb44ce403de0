"""What is a comparison group called in a sentence?"""

from __future__ import annotations

from avstamp.domain.facts.unit import Group, GroupKind
from avstamp.domain.values import Phrase, Text, UnitKind, Verbatim

_TITLED = frozenset({GroupKind.TYPE, GroupKind.SIZE, GroupKind.NETWORK})
_ONLY_MUNICIPALITIES = frozenset({GroupKind.COUNTY})


def group_name(group: Group | None, kind: UnitKind) -> Text:
    """The group's name as it stands inside a sentence: the publisher's title where the group has one.

    `kind` is the kind of its members.
    """
    if group is None:
        return Phrase("group.none")
    if group.kind in _TITLED and group.title:
        return Verbatim(group.title)
    if group.kind in _ONLY_MUNICIPALITIES:
        return Phrase(f"group.{group.kind.value}.{UnitKind.MUNICIPALITY.value}")
    return Phrase(f"group.{group.kind.value}.{kind.value}")

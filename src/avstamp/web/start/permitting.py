"""May this person do this in this start, now? What every action asks before it writes."""

from __future__ import annotations

from datetime import datetime

from avstamp.domain.calendar.legal_time import legal_day
from avstamp.domain.errors import AvstampError
from avstamp.domain.start.permissions import Act, Permission, may_any
from avstamp.domain.start.roll import Role
from avstamp.domain.values import Phrase
from avstamp.web.accounts.queries import Person
from avstamp.web.start.queries import Start, matter_of, part_of


class NotPermitted(AvstampError, PermissionError):
    """A person may not do something as things stand; `phrase` says why, in words for that person."""

    def __init__(self, permission: Permission) -> None:
        self.permission = permission
        self.phrase: Phrase = permission.reason
        super().__init__(f"{permission.act}: {permission.reason.key}")


def roles_in(start: Start, person: Person | None, *, at: datetime) -> tuple[Role, ...]:
    """A person's roles in a start on the legal day of an instant; the public's for one without any."""
    if person is None:
        return (Role.PUBLIC,)
    return part_of(start, person).roles_of(str(person.identifier), on=legal_day(at))


def require(act: Act, start: Start, *, by: Person | None, at: datetime, own: bool = False) -> None:
    """Refuse what a person may not do; nobody means the server's own console, which may set up but has no voice.

    Args:
        act: what is to be done.
        start: where.
        by: who; None is the server's console, from which the actions are called by commands and by the archive.
        at: when.
        own: whether what it is about is the person's own, as `Matter.own` says.

    Raises:
        NotPermitted: the person has no role that may, or something has to happen first.
    """
    if by is None:
        return
    permission = may_any(act, roles_in(start, by, at=at), matter_of(start, own=own))
    if not permission.allowed:
        raise NotPermitted(permission)

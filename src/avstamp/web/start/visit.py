"""Who is at which start? What every page of a start is given instead of asking for it.

A start that the reader has no part in answers exactly as one that is not there: two organisations on one server never
learn of each other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property, wraps
from typing import Concatenate

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_cache_control

from avstamp.domain.calendar.legal_time import legal_day
from avstamp.domain.start.permissions import Act, Matter, Permission, may_any
from avstamp.domain.start.roll import Function, Role, Roll
from avstamp.domain.start.steps import Step, StepState
from avstamp.web.accounts.queries import Person
from avstamp.web.start.permitting import NotPermitted
from avstamp.web.start.queries import Start, UnknownStart, find_start, matter_of, roll_of

HERE = "start/<slug:organisation>/<int:year>/"
"""What the address of every page of one start begins with, in every app; `with_start` reads it."""


@dataclass(frozen=True)
class Visit:
    """A person at a start, at an instant; what depends on the database is read once, when first asked for."""

    start: Start
    person: Person
    at: datetime

    @property
    def today(self) -> date:
        """The legal day."""
        return legal_day(self.at)

    @cached_property
    def roll(self) -> Roll:
        """Everyone in the start."""
        return roll_of(self.start)

    @cached_property
    def day_of_roles(self) -> date:
        """The day whose roles hold: today, or the term's last for one whose part ended with the term."""
        return day_of_roles(self.start, self.roll, self.person, today=self.today)

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        """What the person is in the start: today, or, where the term is over, when it ended."""
        return self.roll.roles_of(str(self.person.identifier), on=self.day_of_roles)

    @cached_property
    def functions(self) -> tuple[Function, ...]:
        """What the person is beside the role today."""
        return self.roll.functions_of(str(self.person.identifier), on=self.today)

    @cached_property
    def matter(self) -> Matter:
        """The state of the start."""
        return replace(matter_of(self.start), ended=self.day_of_roles != self.today)

    @property
    def steps(self) -> Mapping[Step, StepState]:
        """How far each step has come."""
        return self.matter.steps

    @property
    def address(self) -> dict[str, object]:
        """What the address of every page of this start begins with, for `reverse`."""
        return {"organisation": self.start.organisation.key, "year": self.start.term_first_day.year}

    def may(self, act: Act) -> Permission:
        """Whether the person may do something here now, with the reason."""
        return may_any(act, self.roles, self.matter)

    def require(self, act: Act) -> None:
        """Refuse a page to one who may not have it; raises `NotPermitted`."""
        permission = self.may(act)
        if not permission.allowed:
            raise NotPermitted(permission)


def day_of_roles(start: Start, roll: Roll, person: Person, *, today: date) -> date:
    """The day whose roles hold for a reader: today, or the term's last, when all parts end and everything is read on.

    One whose part ended before the term did has no part on either day, and no access.
    """
    here_today = roll.roles_of(str(person.identifier), on=today) != (Role.PUBLIC,)
    return today if here_today or today <= start.term_last_day else start.term_last_day


def with_start(
    view: Callable[Concatenate[HttpRequest, Visit, ...], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Give a view the visit its path names; one who is not signed in is first led to do so.

    Raises:
        UnknownStart: there is no such start, or the person has no part in it; which of them is not told.
    """

    @wraps(view)
    def find(request: HttpRequest, organisation: str, year: int, **parts: object) -> HttpResponseBase:
        person = request.user
        if not isinstance(person, Person):
            return redirect_to_login(request.get_full_path())
        visit = Visit(find_start(organisation, year), person, timezone.now())
        if visit.roles == (Role.PUBLIC,):
            raise UnknownStart(f"{organisation} {year}")
        return _kept_by_nobody(view(request, visit, **parts))

    return find


def _kept_by_nobody(answer: HttpResponseBase) -> HttpResponseBase:
    """Ask that no copy is kept: on a shared machine the next one would find drafts behind the Back button."""
    patch_cache_control(answer, private=True, no_store=True)
    return answer


def signed_in(
    view: Callable[Concatenate[HttpRequest, Person, ...], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Give a view the person who reads; one who is not signed in is first led to do so."""

    @wraps(view)
    def find(request: HttpRequest, **parts: object) -> HttpResponseBase:
        person = request.user
        if not isinstance(person, Person):
            return redirect_to_login(request.get_full_path())
        return _kept_by_nobody(view(request, person, **parts))

    return find

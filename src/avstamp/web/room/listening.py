"""Who may listen to a day, and may they still? Each stream asks for the right that its page asks for, and no other.

A telephone's stream needs a seat: by account, with a part in the start that answers, or by the telephone's secret. The
page of anonymous rounds is for whoever has the code, and so is its stream, which reads no cookie. The screen and the
leader's page need a part in the start that reads its material. One who is signed out, whose part has ended, or whose
day or seat is gone, has the stream closed at the next sign of life.
"""

from __future__ import annotations

import re
import time
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum, StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from avstamp.web.accounts.queries import Person
    from avstamp.web.start.queries import Start

CODE = r"(?P<code>[A-Z0-9]{4,12})"
SEAT_COOKIES = ("avstamp_plats", "avstamp_seat")
"""Names of the cookies that keep a guest's seat, one for the pages of each language, before the day's code."""

PATHS = re.compile(
    rf"^(?:/en)?/(?:(?P<page>traff|lapp)/{CODE}"
    r"|start/(?P<organisation>[-\w]+)/(?P<year>\d{4})/traffar/(?P<number>\d{1,6}))/handelser$"
)
SECONDS_TO_KEEP_A_ROLL = 5.0
MOST_IN_A_QUESTION = 500
Versions = dict[str, tuple[int, int]]
"""Of each day, by its code: the version of its agenda, and that of all a screen shows."""


class Refusal(Enum):
    """Why there is no stream, by the status that says so."""

    NOT_ALLOWED = 403
    UNKNOWN = 404
    FULL = 503


class By(StrEnum):
    """By which right one listens."""

    SECRET = "secret"  # noqa: S105 - the name of a right, no password
    ACCOUNT = "account"
    CODE = "code"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Claim:
    """What one who opens a stream says: which day, and the cookies that may give the right to it."""

    page: str
    code: str = ""
    organisation: str = ""
    year: int = 0
    number: int = 0
    session: str = ""
    secret: str = ""

    @property
    def by_code_alone(self) -> bool:
        """Whether nothing but the code is needed."""
        return self.page == "lapp"


@dataclass(frozen=True, slots=True)
class Listening:
    """One who listens: to which day, by which right, and the key that the right is looked up by again."""

    code: str
    by: By
    key: str = ""

    @property
    def to_answers(self) -> bool:
        """Whether each answer is told, and not only the agenda."""
        return self.by is By.PART

    @property
    def by_code_alone(self) -> bool:
        """Whether nothing but the code was needed."""
        return self.by is By.CODE


def claim_of(scope: Mapping[str, Any]) -> Claim | None:
    """What a request claims; None where it is for no stream."""
    found = PATHS.match(scope.get("path", "")) if scope["method"] == "GET" else None
    if found is None:
        return None
    if found["page"] == "lapp":
        return Claim("lapp", found["code"])
    from django.conf import settings
    from django.http import parse_cookie

    cookies = parse_cookie(_header(scope, b"cookie"))
    session = cookies.get(settings.SESSION_COOKIE_NAME, "")
    if found["page"]:
        kept = (cookies.get(f"{name}_{found['code']}", "") for name in SEAT_COOKIES)
        secret = next((one for one in kept if one), "")
        return Claim("traff", found["code"], session=session, secret=secret)
    year, number = int(found["year"]), int(found["number"])
    return Claim("start", organisation=found["organisation"], year=year, number=number, session=session)


def comes_from_here(scope: Mapping[str, Any]) -> bool:
    """Whether a page of this server asks, by a name it answers to: browsers say when it is another's."""
    from django.conf import settings
    from django.http.request import split_domain_port, validate_host

    host, origin = _header(scope, b"host"), _header(scope, b"origin")
    if not validate_host(split_domain_port(host)[0], settings.ALLOWED_HOSTS):
        return False
    return not origin or origin.partition("://")[2] == host


def _header(scope: Mapping[str, Any], wanted: bytes) -> str:
    return next((value.decode("latin-1") for name, value in scope["headers"] if name == wanted), "")


class Rights(Protocol):
    """What is asked of the database about those who listen; called in threads."""

    def admit(self, claim: Claim) -> Listening | Refusal:
        """Who listens to what, or why not."""

    def ended(self, all_of_them: Iterable[Listening]) -> set[Listening]:
        """Those who may not listen any more."""

    def versions(self, codes: Iterable[str]) -> Versions | None:
        """The days' versions; a day that is gone is not among them, and None where nobody could say."""


class DatabaseRights:
    """The rights as the database has them; many listeners are asked about at once."""

    def __init__(self) -> None:
        self._rolls: dict[int, tuple[float, Any, Any]] = {}

    def admit(self, claim: Claim) -> Listening | Refusal:
        """Who listens to what, or why not."""
        from django.db import DatabaseError, connection

        try:
            return self._by_account(claim) if claim.page == "start" else self._telephone(claim)
        except DatabaseError:
            connection.close()
            return Refusal.FULL

    def ended(self, all_of_them: Iterable[Listening]) -> set[Listening]:
        """Those who may not listen any more; nobody, where the database could not say."""
        from django.db import DatabaseError, connection

        asked = list(all_of_them)
        try:
            return set(asked) - self._still(asked)
        except DatabaseError:
            connection.close()
            return set()

    def versions(self, codes: Iterable[str]) -> Versions | None:
        """The versions of each day's agenda and of all its screen shows; None where the database could not say."""
        from django.db import DatabaseError, connection

        from avstamp.web.room.models import Day

        try:
            found = Day.objects.filter(code__in=list(codes)).values_list("code", "version", "answers_version")
            return {code: (agenda, agenda + answers) for code, agenda, answers in found}
        except DatabaseError:
            # A busy or restarted database is asked again at the next turn, with a fresh connection.
            connection.close()
            return None

    def _telephone(self, claim: Claim) -> Listening | Refusal:
        from avstamp.web.room.answering import seat_digest
        from avstamp.web.room.models import Day

        if claim.by_code_alone:
            known = Day.objects.filter(code=claim.code, ended_at__isnull=True).exists()
            return Listening(claim.code, By.CODE) if known else Refusal.UNKNOWN
        if claim.session:
            listening = Listening(claim.code, By.ACCOUNT, claim.session)
            if self._still([listening]):
                return listening
        if claim.secret:
            listening = Listening(claim.code, By.SECRET, seat_digest(claim.secret))
            if self._still([listening]):
                return listening
        return Refusal.NOT_ALLOWED

    def _by_account(self, claim: Claim) -> Listening | Refusal:
        from avstamp.web.room.models import Day

        found = Day.objects.filter(
            start__organisation__key=claim.organisation,
            start__term_first_day__year=claim.year,
            number=claim.number,
        ).values_list("code", flat=True)
        # A day that is not there answers as one that the reader has no part in.
        for code in found:
            listening = Listening(code, By.PART, claim.session)
            if claim.session and self._still([listening]):
                return listening
        return Refusal.NOT_ALLOWED

    def _still(self, asked: Collection[Listening]) -> set[Listening]:
        still: set[Listening] = set()
        questions = {By.SECRET: self._guests, By.ACCOUNT: self._seated, By.PART: self._readers}
        for by, question in questions.items():
            left = iter([one for one in asked if one.by is by])
            while some := list(islice(left, MOST_IN_A_QUESTION)):
                still |= question(some)
        return (still | {one for one in asked if one.by is By.CODE}) - _of_days_that_are_over(asked)

    def _guests(self, asked: Collection[Listening]) -> set[Listening]:
        from avstamp.web.room.models import Seat, SeatKey

        digests = [one.key for one in asked]
        first = Seat.objects.filter(digest__in=digests, person__isnull=True)
        # Other devices than the one that a guest joined with have keys of their own.
        others = SeatKey.objects.filter(digest__in=digests, until__isnull=True)
        seats = set(
            first.values_list("day__code", "digest").union(others.values_list("seat__day__code", "digest"))
        )
        return {one for one in asked if (one.code, one.key) in seats}

    def _seated(self, asked: Collection[Listening]) -> set[Listening]:
        from avstamp.domain.start.permissions import Act
        from avstamp.web.room.models import Seat

        people = _people_of([one.key for one in asked])
        rows = Seat.objects.filter(day__code__in={one.code for one in asked}, person__in=people.values())
        seats = set(rows.values_list("day__code", "person_id"))
        seated = [one for one in asked if one.key in people and (one.code, people[one.key].pk) in seats]
        return self._allowed(seated, people, Act.ANSWER_EXERCISE)

    def _readers(self, asked: Collection[Listening]) -> set[Listening]:
        from avstamp.domain.start.permissions import Act

        people = _people_of([one.key for one in asked])
        return self._allowed([one for one in asked if one.key in people], people, Act.READ_MATERIAL)

    def _allowed(
        self, asked: Collection[Listening], people: Mapping[str, Person], act: Any
    ) -> set[Listening]:
        from django.utils import timezone

        from avstamp.domain.calendar.legal_time import legal_day
        from avstamp.domain.start.permissions import may_any
        from avstamp.web.room.models import Day
        from avstamp.web.start.visit import day_of_roles

        days = Day.objects.filter(code__in={one.code for one in asked}).select_related("start__organisation")
        starts = {day.code: day.start for day in days}
        found, today = set(), legal_day(timezone.now())
        for one in asked:
            if (start := starts.get(one.code)) is not None:
                person, (roll, matter) = people[one.key], self._roll_of(start)
                day = day_of_roles(start, roll, person, today=today)
                roles = roll.roles_of(str(person.identifier), on=day)
                if may_any(act, roles, replace(matter, ended=day != today)).allowed:
                    found.add(one)
        return found

    def _roll_of(self, start: Start) -> tuple[Any, Any]:
        """The roll and the state of a start, kept for moments: a thousand come back at once after a restart."""
        from avstamp.web.start.queries import matter_of, roll_of

        at, roll, matter = self._rolls.get(start.pk, (-SECONDS_TO_KEEP_A_ROLL, None, None))
        if time.monotonic() - at >= SECONDS_TO_KEEP_A_ROLL:
            roll, matter = roll_of(start), matter_of(start)
            self._rolls[start.pk] = (time.monotonic(), roll, matter)
        return roll, matter


def _of_days_that_are_over(asked: Collection[Listening]) -> set[Listening]:
    """Telephones of days that have ended; whoever leads may take the day up again, and listens on."""
    from avstamp.web.room.models import Day

    telephones = [one for one in asked if one.by is not By.PART]
    going = Day.objects.filter(code__in={one.code for one in telephones}, ended_at__isnull=True)
    codes = set(going.values_list("code", flat=True))
    return {one for one in telephones if one.code not in codes}


def _people_of(sessions: Collection[str]) -> dict[str, Person]:
    """Who is signed in with each session, as Django would say it: not expired, and of the password that holds now."""
    from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.models import Session
    from django.utils import timezone
    from django.utils.crypto import constant_time_compare

    from avstamp.web.accounts.queries import Person

    rows = Session.objects.filter(session_key__in=sessions, expire_date__gt=timezone.now())
    held = {row.session_key: row.get_decoded() for row in rows}
    numbers: dict[str, int] = {}
    for key, contents in held.items():
        with suppress(KeyError, ValueError):
            numbers[key] = int(contents[SESSION_KEY])
    people = Person.objects.filter(is_active=True).in_bulk(numbers.values())
    return {
        key: people[number]
        for key, number in numbers.items()
        if number in people
        and constant_time_compare(held[key].get(HASH_SESSION_KEY, ""), people[number].get_session_auth_hash())
    }

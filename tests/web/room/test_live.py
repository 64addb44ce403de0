from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.web.room.days import day_with, exercise, member, opened_start
from tests.web.room.in_loop import in_loop

from avstamp.domain.start.roll import Capacity
from avstamp.web.accounts.models import Person
from avstamp.web.room import live
from avstamp.web.room.answering import join_as_guest, seat_digest
from avstamp.web.room.listening import (
    By,
    Claim,
    DatabaseRights,
    Listening,
    Refusal,
    claim_of,
    comes_from_here,
)
from avstamp.web.room.live import Hub, with_events
from avstamp.web.room.models import Day, Seat
from avstamp.web.start.models import Membership

PAGE = {"type": "http.response.start", "status": 418, "headers": []}


class Known:
    """Rights that a test sets: versions by code, and keys that may listen no more."""

    def __init__(self, **versions: tuple[int, int]) -> None:
        self.at: dict[str, tuple[int, int]] | None = dict(versions)
        self.gone: set[str] = set()

    def admit(self, claim: Claim) -> Listening | Refusal:
        if claim.page == "start":
            return Listening("DAGEN2", By.PART, claim.session)
        return Listening(claim.code, By.CODE if claim.by_code_alone else By.SECRET, claim.secret)

    def ended(self, all_of_them: Iterable[Listening]) -> set[Listening]:
        return {one for one in all_of_them if one.key in self.gone}

    def versions(self, codes: Iterable[str]) -> dict[str, tuple[int, int]] | None:
        return None if self.at is None else {code: self.at[code] for code in codes if code in self.at}


def scope(path: str, method: str = "GET", **headers: str) -> dict[str, Any]:
    told = {"host": "testserver", **headers}
    named = [(name.encode(), value.encode()) for name, value in told.items()]
    return {"type": "http", "path": path, "method": method, "headers": named}


async def pages(scope: Any, receive: Any, send: Any) -> None:
    await send(PAGE)


class Reader:
    """One who opens a stream: what has been read, and a way to wait until something more is."""

    def __init__(self) -> None:
        self.status = 0
        self.text = b""
        self.is_over = False
        self.left = asyncio.Event()
        self._more = asyncio.Condition()

    async def receive(self) -> dict[str, str]:
        await self.left.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Any) -> None:
        async with self._more:
            if message["type"] == "http.response.start":
                self.status = message["status"]
            else:
                self.text += message["body"]
                self.is_over = not message.get("more_body", False)
            self._more.notify_all()

    async def until(self, condition: Callable[[Reader], bool]) -> None:
        async with self._more:
            await asyncio.wait_for(self._more.wait_for(lambda: condition(self)), 10)

    @property
    def told(self) -> list[int]:
        lines = self.text.decode().splitlines()
        return [int(line.removeprefix("data: ")) for line in lines if line.startswith("data: ")]


@asynccontextmanager
async def reading(hub: Hub, path: str, **headers: str) -> AsyncIterator[Reader]:
    reader = Reader()
    task = asyncio.create_task(
        with_events(pages, hub)(scope(path, **headers), reader.receive, reader.send)  # type: ignore[arg-type]
    )
    await reader.until(lambda one: one.status != 0)
    try:
        yield reader
    finally:
        reader.left.set()
        await asyncio.wait_for(task, 10)


@pytest.fixture
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SECONDS_BETWEEN_POLLS", "SECONDS_BETWEEN_SIGNS_OF_LIFE", "SECONDS_BETWEEN_TELLINGS"):
        monkeypatch.setattr(live, name, 0.005)


TELEPHONE, SCREEN, SLIP = (
    "/traff/DAGEN2/handelser",
    "/start/provkoping/2026/traffar/1/handelser",
    "/lapp/DAGEN2/handelser",
)


def test_an_answer_is_told_to_screens_and_a_move_of_the_agenda_to_all(quickly: None):
    async def look() -> tuple[list[int], list[int], list[int]]:
        rights = Known(DAGEN2=(3, 10))
        hub = Hub(rights)
        async with (
            reading(hub, TELEPHONE) as telephone,
            reading(hub, SCREEN) as screen,
            reading(hub, SLIP) as slip,
        ):
            rights.at = {"DAGEN2": (3, 11)}
            await screen.until(lambda one: 11 in one.told)
            rights.at = {"DAGEN2": (4, 12)}
            for reader in (telephone, screen, slip):
                await reader.until(lambda one: max(one.told) in (4, 12))
            return telephone.told, screen.told, slip.told

    assert in_loop(look()) == ([3, 4], [10, 11, 12], [3, 4])


def test_a_database_that_does_not_answer_ends_nothing_and_a_day_that_is_gone_ends_its_streams(quickly: None):
    async def look() -> tuple[bool, bytes]:
        rights = Known(DAGEN2=(1, 1), DAGEN3=(1, 1))
        hub = Hub(rights)
        async with reading(hub, TELEPHONE) as here, reading(hub, "/en/traff/DAGEN3/handelser") as gone:
            rights.at = None
            await here.until(lambda one: b":\n\n" in one.text)
            rights.at = {"DAGEN2": (1, 1)}
            await gone.until(lambda one: one.is_over)
            return here.is_over, gone.text

    over, text = in_loop(look())
    assert (over, text.endswith(b"event: over\ndata: 0\n\n")) == (False, True)


def test_one_who_may_no_longer_listen_is_told_so_and_the_others_hear_on(quickly: None):
    async def look() -> tuple[bool, bool]:
        rights = Known(DAGEN2=(1, 1))
        hub = Hub(rights)
        kept, ended = {"cookie": "avstamp_plats_DAGEN2=en"}, {"cookie": "avstamp_plats_DAGEN2=annan"}
        async with reading(hub, TELEPHONE, **kept) as one, reading(hub, TELEPHONE, **ended) as other:
            rights.gone = {"annan"}
            await other.until(lambda reader: reader.is_over)
            return one.is_over, b"event: over" in other.text

    assert in_loop(look()) == (False, True)


def test_the_oldest_stream_of_one_seat_gives_way_and_other_seats_keep_theirs(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(live, "MOST_OF_ONE", 2)

    async def look() -> list[bool]:
        hub = Hub(Known(DAGEN2=(1, 1)))
        own, other = {"cookie": "avstamp_plats_DAGEN2=en"}, {"cookie": "avstamp_plats_DAGEN2=annan"}
        async with (
            reading(hub, TELEPHONE, **other) as neighbour,
            reading(hub, TELEPHONE, **own) as first,
            reading(hub, TELEPHONE, **own) as second,
            reading(hub, TELEPHONE, **own) as third,
        ):
            await first.until(lambda one: one.is_over)
            assert first.text.endswith(b"retry: 60000\n\n")
            return [one.is_over for one in (neighbour, first, second, third)]

    assert in_loop(look()) == [False, True, False, False]


@pytest.mark.parametrize(("name", "path"), [("MOST_LISTENERS", TELEPHONE), ("MOST_BY_SLIP", SLIP)])
def test_a_server_that_is_full_says_so(monkeypatch: pytest.MonkeyPatch, name: str, path: str):
    monkeypatch.setattr(live, name, 1)

    async def look() -> tuple[int, int]:
        hub = Hub(Known(DAGEN2=(1, 1)))
        async with reading(hub, path) as first, reading(hub, path) as second:
            return first.status, second.status

    assert in_loop(look()) == (200, 503)


def test_streams_that_nobody_reads_are_forgotten():
    async def look() -> tuple[int, int]:
        hub = Hub(Known(DAGEN2=(1, 1)))
        async with reading(hub, TELEPHONE), reading(hub, SCREEN):
            during = len(hub.streams)
        return during, len(hub.streams)

    assert in_loop(look()) == (2, 0)


def test_what_is_no_stream_goes_to_the_pages():
    async def look() -> list[int]:
        hub, found = Hub(Known(DAGEN2=(1, 1))), []
        for path, method in ((TELEPHONE, "POST"), ("/traff/DAGEN2/", "GET"), ("/handelser/DAGEN2", "GET")):
            reader = Reader()
            await with_events(pages, hub)(scope(path, method), reader.receive, reader.send)  # type: ignore[arg-type]
            found.append(reader.status)
        return found

    assert in_loop(look()) == [418, 418, 418]


@pytest.mark.parametrize(
    ("headers", "here"),
    [
        ({}, True),
        ({"origin": "http://testserver"}, True),
        ({"origin": "https://annan.example"}, False),
        ({"host": "annan.example"}, False),
        ({"origin": "null"}, False),
    ],
)
def test_a_page_of_another_site_opens_no_stream(headers: dict[str, str], here: bool):
    assert comes_from_here(scope(TELEPHONE, **headers)) is here


def test_the_stream_of_anonymous_rounds_reads_no_cookie():
    told = claim_of(scope(SLIP, cookie="sessionid=en; avstamp_plats_DAGEN2=annan"))
    assert told == Claim("lapp", "DAGEN2")


# What the database says of who may listen.


@pytest.fixture
def day(db: None) -> Day:
    return day_with(opened_start(), exercise())


def session_of(who: Person) -> str:
    client = Client()
    client.force_login(who)
    return client.cookies["sessionid"].value


def of_telephone(day: Day, **cookies: str) -> Listening | Refusal:
    return DatabaseRights().admit(Claim("traff", day.code, **cookies))


def of_screen(session: str, organisation: str = "provkoping") -> Listening | Refusal:
    return DatabaseRights().admit(
        Claim("start", organisation=organisation, year=2026, number=1, session=session)
    )


def test_a_telephone_listens_by_its_seat_and_by_no_other_secret(day: Day):
    seat, secret = join_as_guest(day, "Gäst", "ruling")
    assert of_telephone(day, secret=secret) == Listening(day.code, By.SECRET, seat.digest)
    assert of_telephone(day, secret="gissning") is Refusal.NOT_ALLOWED
    assert of_telephone(day) is Refusal.NOT_ALLOWED


def test_a_seat_of_one_day_gives_no_stream_of_another(day: Day):
    _, secret = join_as_guest(day, "Gäst", "ruling")
    other = day_with(day.start, exercise())
    assert of_telephone(other, secret=secret) is Refusal.NOT_ALLOWED


def test_a_screen_is_for_those_with_a_part_in_the_start(day: Day):
    session = session_of(member(day.start, "pia", Capacity.PROCESS_LEADER))
    stranger = session_of(member(opened_start("annanstad"), "ada"))
    assert of_screen(session) == Listening(day.code, By.PART, session)
    assert [of_screen(one) for one in (stranger, "", "gissning")] == [Refusal.NOT_ALLOWED] * 3
    assert of_screen(session, "annanstad") is Refusal.NOT_ALLOWED


def end_part(who: Person) -> None:
    Membership.objects.filter(person=who).update(last_day=timezone.localdate() - timedelta(days=1))


def sign_out(who: Person) -> None:
    from django.contrib.sessions.models import Session

    Session.objects.all().delete()


def change_password(who: Person) -> None:
    who.set_password("ett nytt och långt lösenord")
    who.save()


def deactivate(who: Person) -> None:
    Person.objects.filter(pk=who.pk).update(is_active=False)


@pytest.mark.parametrize("act", [end_part, sign_out, change_password, deactivate])
def test_the_right_to_listen_ends_with_the_part_and_the_session(day: Day, act: Callable[[Person], None]):
    who = member(day.start, "eva")
    Membership.objects.filter(person=who).update(first_day=timezone.localdate() - timedelta(days=9))
    Seat.objects.create(day=day, person=who, role="ruling", digest=seat_digest("eva"))
    session = session_of(who)
    held = {Listening(day.code, By.ACCOUNT, session), Listening(day.code, By.PART, session)}
    assert DatabaseRights().ended(held) == set()
    act(who)
    assert DatabaseRights().ended(held) == held


def test_telephones_of_a_day_that_has_ended_hear_no_more_but_its_screen_does(day: Day):
    session = session_of(member(day.start, "pia", Capacity.PROCESS_LEADER))
    seat, secret = join_as_guest(day, "Gäst", "ruling")
    telephones = {Listening(day.code, By.SECRET, seat.digest), Listening(day.code, By.CODE)}
    screen = Listening(day.code, By.PART, session)
    assert DatabaseRights().ended({*telephones, screen}) == set()
    Day.objects.update(ended_at=timezone.now())
    assert DatabaseRights().ended({*telephones, screen}) == telephones
    assert of_telephone(day, secret=secret) is Refusal.NOT_ALLOWED
    assert DatabaseRights().admit(Claim("lapp", day.code)) is Refusal.UNKNOWN


def test_a_thousand_listeners_are_asked_about_with_as_many_questions_as_two(
    day: Day, django_assert_max_num_queries: Callable[[int], Any]
):
    seats = [join_as_guest(day, f"Gäst {number}", "ruling")[0] for number in range(3)]
    rights, known = DatabaseRights(), {Listening(day.code, By.SECRET, seat.digest) for seat in seats}
    strangers = {Listening(day.code, By.SECRET, f"{number:064x}") for number in range(400)}
    with django_assert_max_num_queries(2):
        assert rights.ended(known | strangers) == strangers

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest

from avstamp.web.room.kept_screens import Answer, KeptScreens
from avstamp.web.room.listening import By, Claim, Listening, Refusal, Versions

PAGE = "/start/provkoping/2026/traffar/1/skarm/"


@pytest.fixture(autouse=True)
def the_same_second(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("avstamp.web.room.kept_screens.time.time", lambda: 1.5)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr("avstamp.web.room.kept_screens.time.monotonic", lambda: now[0])
    return now


class Known:
    """Rights that a test sets: one session may read the screen, of a day at a version."""

    version = (1, 10)
    session = "en"

    def admit(self, claim: Claim) -> Listening | Refusal:
        allowed = claim.session == self.session
        return Listening("DAGEN2", By.PART, claim.session) if allowed else Refusal.NOT_ALLOWED

    def ended(self, all_of_them: Iterable[Listening]) -> set[Listening]:
        return set()

    def versions(self, codes: Iterable[str]) -> Versions | None:
        return dict.fromkeys(codes, self.version)


class Views:
    """Views that count what they make."""

    def __init__(self, status: int = 200, *headers: tuple[bytes, bytes]) -> None:
        self.made = 0
        self.status, self.headers = status, list(headers)

    def __call__(self) -> Answer:
        self.made += 1
        return self.status, self.headers, b"%d" % self.made


def asking(session: str = "en", path: str = PAGE, **headers: str) -> dict[str, Any]:
    told = {"cookie": f"sessionid={session}", "host": "testserver", **headers}
    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in told.items()]
    return {
        "type": "http",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "query_string": b"",
        "headers": named,
    }


def test_screens_that_ask_in_the_same_instant_get_one_page_and_a_newer_version_its_own():
    rights, views, together = Known(), Views(), Barrier(5)
    screens = KeptScreens(rights)

    def ask(_: int) -> bytes:
        together.wait()
        return screens.answer(asking(), views)[2]

    with ThreadPoolExecutor(5) as readers:
        first = set(readers.map(ask, range(5)))
        rights.version = (1, 11)
        second = set(readers.map(ask, range(5)))
    assert (first, second, views.made) == ({b"1"}, {b"2"}, 2)


@pytest.mark.parametrize(
    "other",
    [
        asking(path="/en" + PAGE),
        asking(host="annat.example"),
        asking(accept_encoding="gzip"),
        {**asking(), "scheme": "https"},
    ],
)
def test_a_page_in_another_form_is_another_page(other: dict[str, Any]):
    screens, views = KeptScreens(Known()), Views()
    assert [screens.answer(one, views)[2] for one in (asking(), other, asking())] == [b"1", b"2", b"1"]


def test_one_without_the_right_is_answered_by_the_views_each_time():
    screens, views = KeptScreens(Known()), Views()
    screens.answer(asking(), views)
    assert [screens.answer(asking("annan"), views)[2] for _ in range(2)] == [b"2", b"3"]


@pytest.mark.parametrize("views", [Views(404), Views(200, (b"set-cookie", b"en=1"))])
def test_what_is_one_readers_own_is_not_kept(views: Views):
    screens = KeptScreens(Known())
    assert [screens.answer(asking(), views)[2] for _ in range(2)] == [b"1", b"2"]


def test_one_who_loses_the_right_is_given_nothing_a_second_later(clock: list[float]):
    rights, views = Known(), Views()
    screens = KeptScreens(rights)
    screens.answer(asking(), views)
    rights.session = "annan"
    clock[0] += 0.9
    assert screens.answer(asking(), views)[2] == b"1"
    clock[0] += 0.1
    assert [screens.answer(asking(), views)[2] for _ in range(2)] == [b"2", b"3"]
    rights.session = "en"
    assert screens.answer(asking(), views)[2] == b"1"

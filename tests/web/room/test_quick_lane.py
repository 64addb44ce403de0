from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from tests.web.room.days import exercise, member, opened_line, opened_start
from tests.web.room.in_loop import in_loop

from avstamp.domain.start.roll import Capacity
from avstamp.web.room.answering import join_as_guest
from avstamp.web.room.models import NamedAnswer
from avstamp.web.room.quick_lane import LONGEST_FORM, PATHS, StayingHandler, with_quick_lane

TOKEN = "0123456789abcdef0123456789abcdef"
FORM = "application/x-www-form-urlencoded"


def scope(path: str, method: str = "GET", **headers: str) -> dict[str, Any]:
    named = {"host": "testserver", **{name.replace("_", "-"): value for name, value in headers.items()}}
    return {
        "type": "http", "method": method, "path": path, "query_string": b"", "scheme": "http",
        "headers": [(name.encode(), value.encode()) for name, value in named.items()],
    }  # fmt: skip


def respond(
    path: str, method: str = "GET", body: bytes = b"", **headers: str
) -> tuple[int, dict[bytes, bytes], bytes]:
    length = {"content_length": str(len(body))} if body else {}
    status, told, content = StayingHandler().answer(scope(path, method, **headers, **length), body)
    return status, dict(told), content


@pytest.mark.django_db
def test_a_vote_goes_through_the_same_middleware_as_everywhere():
    line = opened_line(opened_start(), exercise())
    seat, secret = join_as_guest(line.day, "Gäst", "ruling")
    path, cookie = f"/traff/{line.day.code}/{line.position}/", f"avstamp_plats_{line.day.code}={secret}"
    status, _, _ = respond(path, "POST", b"svar-0=agree", cookie=cookie, content_type=FORM)
    assert (status, NamedAnswer.objects.count()) == (403, 0)  # no token against forged forms
    with_token = {"cookie": f"{cookie}; csrftoken={TOKEN}", "x_csrftoken": TOKEN, "content_type": FORM}
    status, headers, _ = respond(path, "POST", b"svar-0=agree", **with_token)
    assert (status, headers[b"location"]) == (302, f"/traff/{line.day.code}/".encode())
    assert list(NamedAnswer.objects.values_list("seat", "item", "said")) == [(seat.pk, 0, "agree")]
    for name in (b"content-security-policy", b"x-frame-options", b"permissions-policy", b"referrer-policy"):
        assert (name in headers) is (name in plainly(path, cookie)), name


def plainly(path: str, cookie: str) -> set[bytes]:
    """The headers that Django's own way gives."""
    client = Client()
    name, _, secret = cookie.partition("=")
    client.cookies[name] = secret
    return {name.lower().encode() for name in client.post(path, {"svar-0": "agree"}).headers}


@pytest.mark.django_db
def test_the_screen_is_for_those_who_may_read_it():
    start = opened_start()
    line = opened_line(start, exercise())
    client = Client()
    client.force_login(member(start, "pia", Capacity.PROCESS_LEADER))
    path = f"/start/provkoping/2026/traffar/{line.day.number}/skarm/"
    assert respond(path)[:1] == (302,)
    status, _, page = respond(path, cookie=f"sessionid={client.cookies['sessionid'].value}")
    assert (status, line.day.code in page.decode()) == (200, True)


@pytest.mark.django_db
def test_a_guests_cookies_and_an_unknown_day_are_answered():
    line = opened_line(opened_start(), exercise())
    token = {"cookie": f"csrftoken={TOKEN}", "x_csrftoken": TOKEN, "content_type": FORM}
    body = b"name=Ada&role=ruling"
    handler = StayingHandler()
    asked = scope(f"/traff/{line.day.code}/", "POST", content_length=str(len(body)), **token)
    status, headers, _ = handler.answer(asked, body)
    cookies = [value for name, value in headers if name == b"set-cookie"]
    assert status == 302
    assert sum(b"HttpOnly" in cookie for cookie in cookies) == 2  # one for each language's pages
    assert respond("/traff/FINNSINTE/")[0] == 404


@pytest.mark.parametrize(
    ("path", "quick"),
    [
        ("/traff/ABC234/", True),
        ("/en/lapp/ABC234/2/", True),
        ("/start/provkoping/2026/traffar/1/skarm/", True),
        ("/start/provkoping/2026/traffar/1/", False),
        ("/traff/", False),
        ("/", False),
    ],
)
def test_only_the_pages_of_the_room_take_the_lane(path: str, quick: bool):
    assert bool(PATHS.match(path)) is quick


@pytest.mark.parametrize(
    "headers", [{"content_length": str(LONGEST_FORM + 1)}, {"transfer_encoding": "chunked"}]
)
def test_what_is_longer_than_a_form_goes_django_s_own_way(headers: dict[str, str]):
    went: list[str] = []

    async def pages(scope: Any, receive: Any, send: Any) -> None:
        went.append(scope["path"])

    async def nothing(*_: Any) -> dict[str, Any]:
        raise AssertionError("it was read")

    in_loop(with_quick_lane(pages)(scope("/traff/ABC234/1/", "POST", **headers), nothing, nothing))
    assert went == ["/traff/ABC234/1/"]


def test_one_who_leaves_in_the_middle_is_not_answered():
    async def leave() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        raise AssertionError("it was answered")

    in_loop(with_quick_lane(send)(scope("/traff/ABC234/1/", "POST", content_length="3"), leave, send))  # type: ignore[arg-type]

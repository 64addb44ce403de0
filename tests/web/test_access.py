"""Two organisations on one server never see each other, and each role gets what the table of addresses says.

Every address that the server answers is asked for by everyone: one who is not signed in, every role in its own
start in every state, and members of the other organisations. An address without an entry fails.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, path, reverse
from tests.web.access_table import TABLE, Entry, Kind, State, entry_of
from tests.web.access_world import (
    DRAFT,
    EVERY_KIND,
    SIDES,
    STRANGERS,
    WORDS,
    Place,
    browser,
    browsers,
    leader_of,
    make_place,
)

from avstamp.domain.start.roll import Role

pytestmark = pytest.mark.django_db

LOGIN = "/konto/login/"
STRANGER = {
    State.PREPARING: State.OPENED,
    State.OPENED: State.ANALYSED,
    State.ANALYSED: State.PREPARING,
}
"""From which other organisation those come who have no part in a start."""
UNKNOWN = "x"
"""What a part of one of allauth's addresses is called, which names nothing here."""


Parts = tuple[str, ...]


@dataclass(frozen=True)
class Address:
    """One address of the resolver: the name views are found by, and its parts."""

    name: str
    parts: Parts


def addresses(resolver: URLResolver | None = None, app: str = "", before: Parts = ()) -> Iterator[Address]:
    """Every address that the server answers; one without a name is called by its pattern."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern, pattern.namespace or app, (*before, *_parts(pattern)))
        else:
            yield _address(pattern, app, before)


def _parts(pattern: URLPattern | URLResolver) -> Parts:
    return tuple(pattern.pattern.regex.groupindex)


def _address(pattern: URLPattern, app: str, before: Parts = ()) -> Address:
    name = pattern.name or f"<{pattern.pattern}>"
    return Address(f"{app}:{name}" if app else name, (*before, *_parts(pattern)))


def without_entry(found: Iterator[Address]) -> list[str]:
    """Names of the addresses that the table says nothing of."""
    return sorted({one.name for one in found if entry_of(one.name) is None})


def entries(kind: Kind) -> list[tuple[Address, Entry]]:
    found = ((one, entry_of(one.name)) for one in addresses())
    return [(one, entry) for one, entry in found if entry is not None and entry.kind is kind]


def locate(one: Address, entry: Entry, place: Place | None = None) -> str:
    """The address with values for its parts: the entry's own, and those of a start."""
    known = {**(place.address if place else {}), **entry.parts}
    return reverse(one.name, kwargs={part: known[part] for part in one.parts if part in known}) + entry.query


def seen_by(answer: HttpResponseBase) -> str:
    """Everything of an answer that reaches the reader."""
    head = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
    body = b"".join(answer) if answer.streaming else answer.content
    return head + body.decode("utf-8", "replace")


def secrets_in(text: str, role: Role | None, own: Place | None) -> list[str]:
    """What one in a role in one organisation must not see: words of the others, drafts of other sides."""
    others = [word for state, word in WORDS.items() if own is None or state is not own.state]
    drafts = [f"{DRAFT} {side} i" for side in SIDES if side is not role]
    return [word for word in (*others, *drafts) if word in text]


def faults_of(
    who: str, address: str, answer: HttpResponseBase, expected: int, role: Role | None, own: Place | None
) -> list[str]:
    """What is wrong with one answer."""
    faults = [f"{who} sees {secret!r} at {address}" for secret in secrets_in(seen_by(answer), role, own)]
    if answer.status_code != expected:
        faults.append(f"{who} gets {answer.status_code} at {address}, not {expected}")
    if expected == 302 and LOGIN not in answer.headers.get("Location", LOGIN):
        faults.append(f"{who} is led to {answer.headers['Location']} from {address}, not to sign in")
    return faults


def expected_of(entry: Entry, role: Role, state: State) -> int:
    return entry.found if entry.found == 405 or role in entry.gets[state] else 403


def test_every_address_has_an_entry():
    missing = without_entry(addresses())
    assert missing == [], "add these to TABLE in tests/web/access_table.py, with who gets what"


def test_address_without_an_entry_is_named():
    new = path("start/<slug:organisation>/<int:year>/nytt/", lambda request: None, name="new_page")
    unnamed = path("tyst/", lambda request: None)
    planted = [_address(new, "start"), _address(unnamed, ""), Address("start:overview", ())]
    assert without_entry(iter(planted)) == ["<tyst/>", "start:new_page"]


def test_every_entry_is_about_an_address():
    names = {one.name for one in addresses()}
    assert sorted(name for name in TABLE if name not in names) == []


def test_pages_for_everyone_say_nothing_of_any_start():
    place = make_place(State.OPENED)
    readers = [("anyone", browser(None), None), ("the process leader", leader_of(place), place)]
    faults: list[str] = []
    for one, entry in entries(Kind.PUBLIC):
        for who, client, own in readers:
            address = locate(one, entry)
            answer = client.get(address)
            if answer.status_code != entry.found:
                faults.append(f"{who} gets {answer.status_code} at {address}, not {entry.found}")
            faults += [f"{who} sees {word!r} at {address}" for word in secrets_in(seen_by(answer), None, own)]
    assert faults == []


def test_pages_of_a_person_show_the_person_s_own_starts_only():
    faults: list[str] = []
    for place in [make_place(state) for state in State]:
        for role, client in browsers(place, STRANGERS):
            for one, entry in entries(Kind.PERSONAL):
                address = locate(one, entry, place)
                who = f"{role} of {place.word}"
                faults += faults_of(who, address, client.get(address), entry.found, role, place)
    for one, entry in entries(Kind.PERSONAL):
        address = locate(one, entry)
        faults += faults_of("anyone", address, browser(None).get(address), 302, None, None)
    assert faults == []


@pytest.mark.parametrize("state", list(State))
def test_start_answers_each_role_as_the_table_says(state):
    place = make_place(state)
    faults: list[str] = []
    for role, client in browsers(place, frozenset(Role) if state is State.OPENED else EVERY_KIND):
        who = f"{role} in a start {state}"
        for one, entry in entries(Kind.START):
            address = locate(one, entry, place)
            answer = client.get(address)
            faults += faults_of(who, address, answer, expected_of(entry, role, state), role, place)
            faults += _send(client, who, address, entry, role, place)
    assert faults == []


def _send(client: Client, who: str, address: str, entry: Entry, role: Role, place: Place) -> list[str]:
    """Send an empty form, or the entry's: who may not is refused, who may is answered; whatever it did is undone."""
    with transaction.atomic():
        answer = client.post(address, entry.form)
        text = seen_by(answer)
        transaction.set_rollback(True)
    faults = [f"{who} sees {secret!r} on sending to {address}" for secret in secrets_in(text, role, place)]
    status = answer.status_code
    if entry.sends is None:
        right = status in (405, expected_of(entry, role, place.state))
    elif role in entry.sends[place.state]:
        right = status in (200, 302, 303, 400, 409, 422)
    else:
        right = status == 403
    return faults if right else [*faults, f"{who} gets {status} on sending to {address}"]


@pytest.mark.parametrize("state", list(State))
def test_start_is_not_there_for_anyone_else(state):
    place, other = make_place(state), make_place(STRANGER[state])
    faults: list[str] = []
    strangers = [(f"{role} of {other.word}", client) for role, client in browsers(other, STRANGERS)]
    for one, entry in entries(Kind.START):
        address = locate(one, entry, place)
        for call in (browser(None).get, browser(None).post):
            faults += faults_of("anyone", address, call(address), 302, None, None)
        for who, client in strangers:
            faults += faults_of(who, address, client.get(address), 404, None, other)
            faults += faults_of(who, address, client.post(address), 404, None, other)
    assert faults == []


def test_addresses_to_sign_in_with_neither_fail_nor_name_an_organisation():
    place = make_place(State.OPENED)
    readers = [("anyone", browser(None), None), ("the process leader", leader_of(place), place)]
    faults: list[str] = []
    for one, _ in entries(Kind.SIGN_IN):
        address = _sign_in_address(one)
        for who, client, own in readers:
            answer = client.get(address)
            if answer.status_code >= 500:
                faults.append(f"{who} gets {answer.status_code} at {address}")
            faults += [f"{who} sees {word!r} at {address}" for word in secrets_in(seen_by(answer), None, own)]
    assert faults == []


def _sign_in_address(one: Address) -> str:
    if one.name.startswith("<"):
        return f"/konto/{one.name.strip('<>')}"
    for unknown in (UNKNOWN, 1):
        try:
            return reverse(one.name, kwargs=dict.fromkeys(one.parts, unknown))
        except NoReverseMatch:
            continue
    raise AssertionError(f"no value of ours fits the parts of {one.name}")

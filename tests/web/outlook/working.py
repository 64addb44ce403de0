"""An opened start whose people judge drivers and save scenarios, and the ways the tests go in."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse
from tests.web.starts import AT, TERM, bare_start, later, person

from avstamp.domain.start.commission import Commissioner
from avstamp.domain.start.roll import Capacity, Side
from avstamp.web.accounts.models import Person
from avstamp.web.start import actions as starts
from avstamp.web.start.models import Start


def working_start(leader: Person, *, officials: int, elected: int) -> Start:
    """An opened start with some officials, `tjanst0` on, and as many of each of two parties, `s0` and `m0` on."""
    start = bare_start(by=leader)
    for number in range(officials):
        starts.add_member(start, person(f"tjanst{number}"), Capacity.OFFICIAL, span=TERM, by=leader, at=AT)
    for party in ("S", "M"):
        for number in range(elected):
            one = person(f"{party.lower()}{number}")
            starts.add_member(start, one, Capacity.ELECTED, span=TERM, party=party, by=leader, at=AT)
    starts.take_sides(start, {"S": Side.RULING, "M": Side.OPPOSITION}, from_day=TERM.first, by=leader, at=AT)
    starts.commission_start(
        start, commissioner=Commissioner.PRESIDIUM, day=AT.date(), parties=[], by=leader, at=AT
    )
    starts.open_start(start, by=leader, at=later(1))
    return start


def who(start: Start, name: str) -> Person:
    """One of the people of a start."""
    return next(row.person for row in start.memberships.all() if row.person.email.startswith(f"{name}@"))


def client(one: Person) -> Client:
    """Somebody's browser, signed in."""
    browser = Client()
    browser.force_login(one)
    return browser


def address(start: Start, name: str, **parts: object) -> str:
    """The address of a page of the outlook in a start."""
    here = {"organisation": start.organisation.key, "year": TERM.first.year}
    return reverse(f"outlook:{name}", kwargs={**here, **parts})

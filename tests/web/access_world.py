"""Three organisations on one server, each in another state, with everything in each carrying a word of its own.

What carries an organisation's word must be seen in no answer to anyone else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from django.test import Client
from tests.web.access_table import DISPUTED, State
from tests.web.starts import AT, TERM, cross, driver, later, scenario

from avstamp.domain.position.own.registers import Register
from avstamp.domain.room.exercises import Exercise, ExerciseKind
from avstamp.domain.start.authors import Author, AuthorKind
from avstamp.domain.start.commission import Commissioner
from avstamp.domain.start.mandates import Seats
from avstamp.domain.start.openness import DocumentStatus
from avstamp.domain.start.roll import Capacity, Role, Side
from avstamp.domain.start.steps import Step
from avstamp.domain.thread.addresses import FigureAddress, parse_address
from avstamp.domain.thread.claims import ClaimKind
from avstamp.domain.thread.revisions import FigureVersion
from avstamp.domain.values import Status
from avstamp.library.facts import open_fact_base
from avstamp.web.accounts.actions import enrol_person
from avstamp.web.accounts.models import Person
from avstamp.web.position.actions import keep_rows
from avstamp.web.room.actions import NewLine, make_day
from avstamp.web.start import actions as starts
from avstamp.web.start.models import Start
from avstamp.web.thread.actions import advance_claim, write_claim
from avstamp.web.thread.dispute_actions import dispute_figure
from avstamp.web.thread.models import Claim

WORDS: Mapping[State, str] = {
    State.PREPARING: "Qvarnhult",
    State.OPENED: "Zinkbäcken",
    State.ANALYSED: "Wirkesjö",
}
KEYS: Mapping[State, str] = {
    State.PREPARING: "qvarnhult",
    State.OPENED: "zinkbacken",
    State.ANALYSED: "wirkesjo",
}
SIDES: Mapping[Role, Side] = {
    Role.RULING: Side.RULING,
    Role.SUPPORTING: Side.SUPPORTING,
    Role.OPPOSITION: Side.OPPOSITION,
    Role.INDEPENDENT: Side.INDEPENDENT,
    Role.UNDECIDED: Side.UNDECIDED,
}
"""The elected roles: each has a party of its own, whose code is the role's name."""

DRAFT = "UTKASTET"
"""What stands first in the text of a draft; the name of the role whose it is follows."""


@dataclass(frozen=True)
class Place:
    """One organisation with its start, its people by role, and their browsers."""

    state: State
    start: Start
    people: Mapping[Role, Person]
    parts: Mapping[str, object]

    @property
    def word(self) -> str:
        """What stands in everything here and nowhere else."""
        return WORDS[self.state]

    @property
    def address(self) -> dict[str, object]:
        """What every address of the start holds, and the parts that name something in it."""
        return {
            "organisation": self.start.organisation.key,
            "year": TERM.first.year,
            **self.parts,
        }


def make_place(state: State) -> Place:
    """An organisation with one person in each role, a draft of every side and a claim of all."""
    word = WORDS[state]
    people = {
        role: enrol_person(email=f"{role}@{KEYS[state]}.se", name=f"{role.title()} {word}", at=AT)
        for role in Role
        if role is not Role.PUBLIC
    }
    leader = people[Role.PROCESS_LEADER]
    start = starts.create_start(
        organisation=KEYS[state],
        name=word,
        unit="2418",
        term=TERM,
        parties=[Seats(role.value, f"{role.title()}partiet i {word}", 5) for role in SIDES],
        by=leader,
        at=AT,
    )
    for role, person in people.items():
        if role in SIDES:
            starts.add_member(start, person, Capacity.ELECTED, span=TERM, party=role.value, by=leader, at=AT)
        elif role is not Role.PROCESS_LEADER:
            starts.add_member(start, person, Capacity(role.value), span=TERM, by=leader, at=AT)
    sides = {role.value: side for role, side in SIDES.items() if side is not Side.UNDECIDED}
    starts.take_sides(start, sides, from_day=TERM.first, by=leader, at=AT)
    starts.commission_start(
        start, commissioner=Commissioner.PRESIDIUM, day=AT.date(), parties=[], by=leader, at=AT
    )
    if state is not State.PREPARING:
        _open(start, leader, state)
    membership = start.memberships.get(person=people[Role.OFFICIAL]).pk
    return Place(state, start, people, {**_write(start, word, people), "membership": membership})


def _open(start: Start, leader: Person, state: State) -> None:
    starts.open_start(start, by=leader, at=later(1))
    starts.begin_step(start, Step.ANALYSIS, by=leader, at=later(2))
    if state is State.ANALYSED:
        starts.finish_step(start, Step.ANALYSIS, by=leader, at=later(3))


def _write(start: Start, word: str, people: Mapping[Role, Person]) -> dict[str, object]:
    """A draft of each side and a claim of all; answers what the parts of addresses are called here."""
    authors = {role: Author(AuthorKind.PARTY, role.value) for role in SIDES}
    for role, author in authors.items():
        _claim(start, f"{DRAFT} {role} i {word}", author, people[role])
    joint = _claim(start, f"Alla i {word} ser det", Author(AuthorKind.JOINT), people[Role.OFFICIAL])
    advance_claim(joint, DocumentStatus.COMPLETED, by=None, at=later(1))
    own = {"year": 2026, "goal": f"Målet i {word}", "fulfilment": "partly", "source": f"Dnr 1 i {word}"}
    keep_rows(start, Register.GOALS, [own], by=None, at=AT)

    figure, version = parse_address(DISPUTED), FigureVersion(2900.0, Status.MEASURED, None, 0)
    assert isinstance(figure, FigureAddress)
    dispute_figure(start, figure, version, why=f"Fel i {word}", by=None, at=later(1))
    make_day(
        start,
        f"Träffen i {word}",
        day=AT.date(),
        begins=AT.time(),
        lines=[
            NewLine(
                f"Omröstning i {word}",
                20,
                exercise=Exercise(ExerciseKind.STATEMENTS, "?", (f"Ett i {word}",)),
            ),
            NewLine(
                f"Insamling i {word}", 20, exercise=Exercise(ExerciseKind.COLLECTION, f"Vad saknas i {word}?")
            ),
        ],
        by=None,
        at=AT,
    )
    older, warmer = driver(start, f"Fler äldre i {word}"), driver(start, f"Varmare i {word}")
    return {
        "number": joint.number,
        "driver": older.number,
        "cross": cross(start, older, warmer).number,
        "scenario": scenario(start, f"Kursen i {word}", facts=open_fact_base().identity).scenario.number,
    }


def _claim(start: Start, text: str, author: Author, owner: Person) -> Claim:
    return write_claim(start, ClaimKind.FINDING, text, author=author, owner=owner, by=None, at=AT)


def browser(person: Person | None) -> Client:
    """A browser that a person has signed in with, or one of somebody unknown; a failing page answers 500."""
    client = Client(raise_request_exception=False)
    if person is not None:
        client.force_login(person)
    return client


EVERY_KIND = frozenset(Role) - frozenset(SIDES) | {Role.OPPOSITION}
"""One role of each kind: all who are elected have one row in every rule, and are walked in an opened start."""
STRANGERS = frozenset({Role.PROCESS_LEADER, Role.OPPOSITION, Role.AUDITOR})
"""Of those in another organisation, they who may most in their own."""


def browsers(place: Place, roles: Collection[Role] = frozenset(Role)) -> Iterator[tuple[Role, Client]]:
    """Each of some roles with a browser of its own."""
    return ((role, browser(person)) for role, person in place.people.items() if role in roles)


def leader_of(place: Place) -> Client:
    """The process leader's browser."""
    return browser(place.people[Role.PROCESS_LEADER])

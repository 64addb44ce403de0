"""Factories for tests of starts in the database."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from avstamp.domain.outlook.drivers import Axis, DriverArea, Heading, Nature, Sign, cross_of
from avstamp.domain.outlook.saved_scenario import Assumption, ScenarioContent, ScenarioOutcome
from avstamp.domain.position.own.registers import Register
from avstamp.domain.room.answers import Mark
from avstamp.domain.room.exercises import Exercise, ExerciseKind, Openness
from avstamp.domain.start.authors import Author, AuthorKind
from avstamp.domain.start.commission import Commissioner
from avstamp.domain.start.mandates import Seats
from avstamp.domain.start.openness import DocumentStatus
from avstamp.domain.start.roll import Capacity, Function, Side
from avstamp.domain.start.steps import Step
from avstamp.domain.start.term import Span, council_term
from avstamp.domain.thread.addresses import FigureAddress, ResultAddress
from avstamp.domain.thread.claims import ClaimKind, Horizon, Relation
from avstamp.domain.thread.disputes import Outcome
from avstamp.domain.thread.revisions import FigureVersion, ResultVersion
from avstamp.domain.thread.staleness import Moved, Movement, Verdict
from avstamp.domain.values import Gender, Status
from avstamp.web.accounts.actions import enrol_person, rename_person
from avstamp.web.accounts.models import Person
from avstamp.web.outlook import actions as outlook
from avstamp.web.outlook import scenario_actions as saved
from avstamp.web.outlook.actions import NewDriver
from avstamp.web.outlook.changing import edit_driver, withdraw_driver
from avstamp.web.outlook.models import Cross, OwnDriver, Scenario, ScenarioVersion
from avstamp.web.outlook.scenario_actions import NewScenario
from avstamp.web.position import actions as position
from avstamp.web.room import actions as room
from avstamp.web.room.agenda_actions import move_line
from avstamp.web.room.answering import answer, join_as_guest, join_as_person, write_note
from avstamp.web.room.ballots import cast_ballot
from avstamp.web.room.clock_actions import keep_turn
from avstamp.web.room.note_actions import hide_notes, put_together
from avstamp.web.room.tickets import make_slips
from avstamp.web.start import actions as starts
from avstamp.web.start.models import Start
from avstamp.web.start.setting_up import add_meeting, plan_steps
from avstamp.web.thread import actions as thread
from avstamp.web.thread import dispute_actions as disputes
from avstamp.web.thread.models import Claim

AT = datetime(2026, 12, 1, 8, 30, 15, 123456, tzinfo=UTC)
TERM = council_term(2026)
COUNCIL = (
    Seats("S", "Socialdemokraterna", 25),
    Seats("M", "Moderaterna", 20),
    Seats("PROV", "Provlistan", 6),
)
FIGURE = FigureAddress("N15428", "1481", Gender.ALL, "2022")
MEASURED = FigureVersion(83.4, Status.MEASURED, date(2023, 4, 1), 1)
RESULT = ResultAddress("gap", 1, "9c1d", {"unit": "1481"})


def later(days: int) -> datetime:
    return AT + timedelta(days=days)


def person(name: str) -> Person:
    return enrol_person(email=f"{name}@example.se", name=name.title(), at=AT)


def bare_start(key: str = "provkoping", *, by: Person | None = None) -> Start:
    return starts.create_start(
        organisation=key, name=key.title(), unit="1481", term=TERM, parties=COUNCIL, by=by, at=AT
    )


def claim(
    start: Start, kind: ClaimKind = ClaimKind.FINDING, *, replaces: Claim | None = None, at: datetime = AT
) -> Claim:
    return thread.write_claim(
        start,
        kind,
        f"Skrivet om {kind}, på åäö",
        author=Author(AuthorKind.JOINT),
        owner=None,
        horizon=Horizon.TERM,
        replaces=replaces,
        by=None,
        at=at,
    )


def full_start(key: str = "provkoping") -> Start:
    """A start in which everything that can be stored has happened once."""
    leader, sara, olle = person("pia"), person("sara"), person("olle")
    start = bare_start(key, by=leader)
    for who, capacity, party in (
        (sara, Capacity.ELECTED, "S"),
        (olle, Capacity.OFFICIAL, ""),
    ):
        starts.add_member(start, who, capacity, span=TERM, party=party, by=leader, at=AT)
    starts.give_function(
        start, sara, Function.GROUP_LEADER, span=Span(TERM.first), body="Fullmäktige", by=leader, at=AT
    )
    starts.take_sides(start, {"S": Side.RULING, "M": Side.OPPOSITION}, from_day=TERM.first, by=leader, at=AT)
    starts.take_sides(start, {"M": Side.SUPPORTING}, from_day=date(2028, 3, 1), by=leader, at=AT)
    starts.commission_start(
        start,
        commissioner=Commissioner.GROUP_LEADERS,
        day=AT.date(),
        parties=["S", "M", "PROV"],
        by=leader,
        at=AT,
    )
    starts.open_start(start, by=leader, at=later(1))
    plan_steps(start, {Step.POSITION: (date(2027, 1, 11), date(2027, 2, 26))}, by=leader, at=AT)
    add_meeting(start, "Budgetdag", first_day=date(2027, 2, 10), last_day=None, by=leader, at=AT)
    starts.begin_step(start, Step.POSITION, by=leader, at=later(2))
    starts.finish_step(start, Step.POSITION, by=leader, at=later(3))
    _full_thread(start, sara)
    _full_position(start, olle, sara)
    _full_disputes(start, olle, sara)
    _full_drivers(start, olle, sara)
    _full_room(start, sara)
    _full_scenarios(start, olle, sara)
    _full_names(olle)
    return start


def _full_names(olle: Person) -> None:
    """A name taken and given back after everything was signed."""
    rename_person(olle, "Olle Lindqvist", at=later(20))
    rename_person(olle, "Olle", at=later(21))


def _full_thread(start: Start, sara: Person) -> None:
    finding = claim(start)
    thread.rest_on_figure(finding, FIGURE, MEASURED, relation=Relation.SUPPORTS, by=sara, at=AT)
    thread.rest_on_result(
        finding, RESULT, ResultVersion(1, "9c1d", "7 av 290"), relation=Relation.CONTEXT, by=sara, at=AT
    )
    thread.advance_claim(finding, DocumentStatus.COMPLETED, by=sara, at=AT)
    conclusion = claim(start, ClaimKind.CONCLUSION)
    thread.rest_on_claim(conclusion, finding, relation=Relation.CONTRADICTS, by=sara, at=AT)
    seen = Movement(str(FIGURE), Moved.REVISED, "84.0")
    thread.answer_claim(finding, Verdict.STILL_HOLDS, seen=[seen], by=sara, at=later(4))
    thread.advance_claim(conclusion, DocumentStatus.COMPLETED, number="KS 2026/1", by=None, at=later(5))
    new = claim(start, ClaimKind.CONCLUSION, replaces=conclusion)
    thread.advance_claim(new, DocumentStatus.COMPLETED, by=None, at=later(6))


def _full_position(start: Start, olle: Person, sara: Person) -> None:
    row = {"year": 2025, "line": "result", "stage": "outcome", "amount": 21_000.0, "source": "Dnr KS 2026/2"}
    position.keep_rows(start, Register.ACCOUNTS, [row], by=olle, at=later(1))
    position.keep_rows(start, Register.ACCOUNTS, [row | {"amount": 20_500.5}], by=olle, at=later(2))
    subject = "findings/indicator=N15428;side=challenge;unit=1481"
    position.set_finding_aside(start, subject, "Mäter något annat", by=sara, at=later(2))


def _full_disputes(start: Start, olle: Person, sara: Person) -> None:
    for day, why in ((7, "En skola saknas"), (8, "Två skolor saknas")):
        dispute = disputes.dispute_figure(start, FIGURE, MEASURED, why=why, by=sara, at=later(day))
    disputes.take_dispute(dispute, by=olle, at=later(9))
    given = {"answer": "Skolorna ingår sedan 2021", "source": "Skolverket"}
    disputes.answer_dispute(dispute, Outcome.STANDS, **given, by=olle, at=later(9))


def driver(start: Start, name: str = "Fler äldre", *, ready_key: str = "") -> OwnDriver:
    new = NewDriver(
        name,
        f"Skrivet om {name}, på åäö",
        DriverArea.DEMOGRAPHY,
        Horizon.TERM,
        Nature.CHALLENGE,
        ready_key=ready_key,
        figures=[(FIGURE, MEASURED)],
        signs=[Sign("N01957", Heading.RISING)],
    )
    return outlook.write_drivers(start, [new], by=None, at=AT)[0]


def cross(start: Start, across: OwnDriver, up: OwnDriver) -> Cross:
    futures = cross_of(
        Axis(str(across.number), "mycket", "lite"),
        Axis(str(up.number), "snabbt", "långsamt"),
        names={"first-first": f"Full fart i {start.organisation.name}"},
        consequences={"second-first": "Färre platser behövs"},
        signs={"first-first": (Sign("N01957", Heading.RISING),)},
    )
    return outlook.write_cross(start, futures, across=across, up=up, by=None, at=AT)


def _full_drivers(start: Start, olle: Person, sara: Person) -> None:
    older, warmer = driver(start, ready_key="oldest"), driver(start, "Varmare klimat")
    outlook.place_driver(older, effect=5, uncertainty=2, by=olle, at=later(4))
    outlook.place_driver(older, effect=4, uncertainty=1, by=sara, at=later(4))
    cross(start, older, warmer)
    anew = NewDriver(
        "Ännu fler äldre",
        "Skrivet på nytt",
        DriverArea.OWN,
        Horizon.LONGER,
        Nature.BOTH,
        figures=[(FIGURE, MEASURED)],
    )
    edit_driver(older, anew, seen=1, by=olle, at=later(5))
    withdraw_driver(warmer, "Den stämde inte", by=sara, at=later(5))


def _full_room(start: Start, sara: Person) -> None:
    statements = Exercise(ExerciseKind.STATEMENTS, "Vad står vi bakom?", ("Skolan går först", "Skatten höjs"))
    lines = [
        room.NewLine("Öppet", 20, Step.ANALYSIS, exercise=statements),
        room.NewLine("I par", 20, exercise=Exercise(ExerciseKind.EPA, "Vad ser ni?")),
        room.NewLine(
            "Slutet", 20, exercise=Exercise(ExerciseKind.COLLECTION, "Och?", openness=Openness.ANONYMOUS)
        ),
        room.NewLine("Laget runt", 20, exercise=Exercise(ExerciseKind.ROUND, "Hur arbetar vi?")),
        room.NewLine("Paus", 15),
    ]
    day = room.make_day(
        start,
        "Startdag",
        day=date(2027, 1, 20),
        begins=time(9, 0),
        guests=True,
        lines=lines,
        by=None,
        at=later(5),
    )
    opened, pairs, closed, around, break_ = day.lines.order_by("position")
    seat = join_as_person(day, by=sara, at=later(6))
    guest, _ = join_as_guest(day, "Gäst Åberg", "official")
    for line in (opened, pairs, closed, around):
        room.open_line(line, by=None, at=later(6))
    for one, said in ((seat, "agree"), (guest, "disagree")):
        answer(opened, one, [Mark(0, said), Mark(1, "undecided")])
        note = write_note(pairs, one, f"Vi ser {said}")
    keep_turn(around, "ruling", 75, board="Barnnämnden", by=None, at=later(6))
    room.advance_stage(pairs, by=None, at=later(6))
    write_note(pairs, guest, "Vi ser olika", carried_from=note.pk)
    notes = [str(one.pk) for one in pairs.notes.order_by("pk")]
    put_together(pairs, notes[:2], heading="Olika sidor", by=None, at=later(6))
    hide_notes(pairs, notes[2:], "person", by=None, at=later(6))
    move_line(break_, -2, by=None, at=later(6))
    room.close_line(around, by=None, at=later(7))
    for code in make_slips(day, {"ruling": 6}, by=None, at=later(6))["ruling"][:5]:
        cast_ballot(closed, code, notes=["Det som ingen säger"])
    room.close_line(closed, by=None, at=later(7))
    room.settle_line(closed, by=None, at=later(7))


def scenario(
    start: Start,
    name: str = "Stram kurs",
    *,
    effort: str = "0,5",
    facts: str = "0" * 64,
    broken: int = 12,
    instead_of: Scenario | None = None,
    by: Person | None = None,
    at: datetime = AT,
) -> ScenarioVersion:
    """A saved scenario with an outcome that nobody has computed."""
    written = {"scenario": "kampigare", "effektivisering": effort, "namn": name, "upphov": "Ekonomichefen"}
    content = ScenarioContent(
        written, [Assumption("efficiency", 0.005, True), Assumption("wages", 0.03, False)]
    )
    new = NewScenario(name, content, ScenarioOutcome(1, 2035, broken, -0.4), facts)
    return saved.save_scenario(start, new, instead_of=instead_of, by=by, at=at)


def _full_scenarios(start: Start, olle: Person, sara: Person) -> None:
    first = scenario(start, by=olle, at=later(4))
    scenario(start, "Stramare kurs", effort="0,7", instead_of=first.scenario, by=olle, at=later(5))
    other = scenario(start, "Större satsning", effort="-0,5", by=sara, at=later(5))
    saved.withdraw_scenario(other.scenario, "Den nya skolan dröjer", by=sara, at=later(6))

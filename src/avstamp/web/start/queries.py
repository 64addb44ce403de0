"""What do the rows of a start say, as values of the core?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from avstamp.domain.errors import AvstampError
from avstamp.domain.start.commission import Commission, Commissioner, missing_commission
from avstamp.domain.start.permissions import Matter
from avstamp.domain.start.roll import Capacity, Function, FunctionHeld, Membership, PartySide, Roll, Side
from avstamp.domain.start.steps import Step, StepPlan, states_of
from avstamp.domain.start.term import Span
from avstamp.web.accounts.queries import Person
from avstamp.web.archive import Row, in_order, rows_of
from avstamp.web.start.models import CouncilParty, Organisation, PlannedStep
from avstamp.web.start.models import Start as Start


class UnknownStart(AvstampError, LookupError):
    """No organisation on this server has a start of that term, or no organisation has that name."""

    def __init__(self, query: str) -> None:
        self.query = query
        super().__init__(f"no start answers to {query!r}")


def find_start(organisation: str, year: int | None = None) -> Start:
    """An organisation's start of the term that began in a year; without a year its newest.

    Raises:
        UnknownStart: there is none.
    """
    starts = Start.objects.select_related("organisation").filter(organisation__key=organisation)
    if year is not None:
        starts = starts.filter(term_first_day__year=year)
    found = starts.order_by("-term_first_day").first()
    if found is None:
        raise UnknownStart(organisation if year is None else f"{organisation} {year}")
    return found


def lock_start(start: Start) -> Start:
    """The start as it is now; nobody else changes it until the transaction ends.

    What is numbered within it then stays gapless, and what is decided from the answer cannot have changed meanwhile.
    """
    return Start.objects.select_for_update().get(pk=start.pk)


def has_start(organisation: str, first_day: date) -> bool:
    """Whether the organisation has a start of the term that begins that day."""
    return Start.objects.filter(organisation__key=organisation, term_first_day=first_day).exists()


def find_organisation(key: str) -> Organisation | None:
    """The organisation with this key, if there is one."""
    return Organisation.objects.filter(key=key).first()


def all_starts() -> QuerySet[Start]:
    """Every start on this server, by organisation and then newest first."""
    return Start.objects.select_related("organisation").order_by("organisation__key", "-term_first_day")


def starts_of(person: Person) -> list[Start]:
    """The starts a person takes or has taken part in, newest first."""
    found = Start.objects.select_related("organisation").filter(memberships__person=person)
    return list(found.order_by("-term_first_day", "organisation__name").distinct())


def roll_of(start: Start) -> Roll:
    """Who takes part in a start."""
    return Roll(
        sides=_sides(start),
        memberships=tuple(
            Membership(
                str(row.person.identifier),
                Capacity(row.capacity),
                Span(row.first_day, row.last_day),
                row.party,
            )
            for row in start.memberships.select_related("person").order_by("id")
        ),
        functions=tuple(
            FunctionHeld(
                str(row.person.identifier),
                Function(row.function),
                Span(row.first_day, row.last_day),
                row.body,
            )
            for row in start.functions.select_related("person").order_by("id")
        ),
    )


def part_of(start: Start, person: Person) -> Roll:
    """The roll with nobody but one person, and the sides of all parties: enough to tell what that person is.

    What every action asks before it writes, so it reads no more than that.
    """
    identifier = str(person.identifier)
    return Roll(
        sides=_sides(start),
        memberships=tuple(
            Membership(identifier, Capacity(row.capacity), Span(row.first_day, row.last_day), row.party)
            for row in start.memberships.filter(person=person).order_by("id")
        ),
    )


def _sides(start: Start) -> tuple[PartySide, ...]:
    return tuple(
        PartySide(row.party, Side(row.side), Span(row.first_day, row.last_day))
        for row in start.sides.order_by("party", "first_day")
    )


def party_of(start: Start, person: Person | None, *, on: date) -> str:
    """The code of the party a person was elected for, on a day; empty for everyone else."""
    if person is None:
        return ""
    mine = part_of(start, person).memberships_of(str(person.identifier), on=on)
    return next((row.party for row in mine if row.party), "")


def plan_of(row: PlannedStep) -> StepPlan:
    """A step's plan."""
    return StepPlan(Step(row.step), row.first_day, row.last_day, row.opened_at, row.closed_at)


def commission_of(start: Start) -> Commission | None:
    """What is recorded of a start's commission."""
    return _commission(start, list(start.parties.order_by()))


def _commission(start: Start, parties: Iterable[CouncilParty]) -> Commission | None:
    if not start.commissioner or start.commission_day is None:
        return None
    behind = frozenset(row.code for row in parties if row.stands_behind)
    return Commission(Commissioner(start.commissioner), start.commission_day, behind)


def matter_of(start: Start, *, own: bool = False) -> Matter:
    """The state of a start, as permissions ask for it."""
    parties = list(start.parties.order_by())
    return Matter(
        opened=start.opened_at is not None,
        steps=states_of(plan_of(row) for row in start.steps.all()),
        own=own,
        invited=start.invites_companies_and_unions,
        commission_missing=missing_commission(_commission(start, parties), [row.code for row in parties]),
    )


def people_in(start: Start) -> set[str]:
    """Identifiers of everyone who has or has had a part or a function in a start."""
    return {
        str(identifier)
        for rows in (start.memberships, start.functions)
        for identifier in rows.values_list("person__identifier", flat=True)
    }


START_TABLES = ("start", "parties", "steps", "meetings", "sides", "memberships", "functions")
SPAN = ("first_day", "last_day")


def start_tables(start: Start) -> dict[str, list[Row]]:
    """A start as an archive holds it, without people and claims."""
    person = {"member": "person__identifier"}
    return {
        "start": rows_of(
            Start.objects.filter(pk=start.pk),
            *("identifier", "term_first_day", "term_last_day", "created_at", "opened_at", "commissioner"),
            *("commission_day", "invites_companies_and_unions"),
            *("status", "registration_number", "retention"),
            key="organisation__key",
            name="organisation__name",
            unit="organisation__unit",
            invented="organisation__invented",
        ),
        "parties": in_order(rows_of(start.parties.all(), "code", "name", "seats", "stands_behind"), "code"),
        "steps": in_order(rows_of(start.steps.all(), "step", *SPAN, "opened_at", "closed_at"), "step"),
        "meetings": in_order(
            rows_of(start.meetings.all(), "code", "title", *SPAN), "first_day", "code", "title", "last_day"
        ),
        "sides": in_order(rows_of(start.sides.all(), "party", "side", *SPAN), "party", "first_day"),
        "memberships": in_order(
            rows_of(start.memberships.all(), "capacity", "party", *SPAN, **person),
            "member",
            "capacity",
            "first_day",
        ),
        "functions": in_order(
            rows_of(start.functions.all(), "function", "body", *SPAN, **person),
            *("member", "function", "body", "first_day"),
        ),
    }

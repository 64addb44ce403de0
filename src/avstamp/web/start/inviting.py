"""What can be done to the people of a start: a list read and invited, links made for handing out, a part ended?"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from io import StringIO

from django.db import transaction
from django.db.models import Q

from avstamp.domain.calendar.legal_time import legal_day
from avstamp.domain.start.invitations import Invitee, judge_list
from avstamp.domain.start.permissions import Act
from avstamp.domain.start.roll import Capacity, Function
from avstamp.domain.start.term import Span
from avstamp.domain.values import Phrase
from avstamp.sources.spreadsheet import Column, Kind, Row, Sheet, read_rows, read_sheet
from avstamp.web.accounts.actions import (
    enrol_person,
    link_path,
    make_personal_link,
    withdraw_unopened_links,
)
from avstamp.web.accounts.queries import Person, actor_of, has_come_in, has_own_way_in
from avstamp.web.start.actions import StartRefused, record_start_event, refuse_leaders_with_a_voice
from avstamp.web.start.models import FunctionHeld, Membership
from avstamp.web.start.permitting import require
from avstamp.web.start.queries import Start, lock_start
from avstamp.web.start.words import CAPACITY_WORDS, FUNCTION_WORDS

INVENTED = ".invalid"
"""How every address in an invented organisation ends: no message can ever reach it (RFC 2606)."""

COLUMNS = (
    Column("name", ("namn", "name"), required=True, longest=200),
    Column("email", ("e-post", "e-mail", "epost", "email"), required=True, longest=254),
    Column(
        "capacity",
        ("roll", "role"),
        Kind.CHOICE,
        required=True,
        choices={word: capacity.value for word, capacity in CAPACITY_WORDS.items()},
    ),
    Column("party", ("parti", "party"), longest=200),
    Column(
        "function",
        ("funktion", "function"),
        Kind.CHOICE,
        choices={word: function.value for word, function in FUNCTION_WORDS.items()},
    ),
    Column("body", ("organ", "body"), longest=200),
)
"""The columns of a list of people, with the headings they may have; the first is the one we write."""


@dataclass(frozen=True)
class ReadList:
    """A list that has been read: who can be invited, what is wrong with the others, and the list as text to mend."""

    good: tuple[Invitee, ...]
    faults: tuple[Phrase, ...]
    text: str


def read_people(start: Start, data: bytes, name: str, *, on: date) -> ReadList:
    """Read a list of people for a start, without storing anything; those who take part on the day are not asked anew.

    Raises:
        ImportRefused: it is no list, or lacks a column.
    """
    sheet = read_sheet(data, name)
    rows, unreadable = read_rows(sheet, COLUMNS)
    good, faults = judge_list(
        [_invitee(row) for row in rows], parties=_parties(start), taking_part=_taking_part(start, on)
    )
    return ReadList(good, (*unreadable, *(fault.phrase for fault in faults)), _as_text(sheet))


def judge_one(
    start: Start, typed: Mapping[str, str], *, on: date
) -> tuple[tuple[Invitee, ...], tuple[Phrase, ...]]:
    """One person held to the same rules as a list."""
    row = _invitee(Row(1, typed))
    good, faults = judge_list([row], parties=_parties(start), taking_part=_taking_part(start, on))
    return good, tuple(fault.reason for fault in faults)


def _parties(start: Start) -> dict[str, str]:
    return dict(start.parties.values_list("code", "name"))


def _taking_part(start: Start, on: date) -> set[tuple[str, Capacity]]:
    here = start.memberships.filter(Q(last_day__isnull=True) | Q(last_day__gte=on))
    return {
        (email.casefold(), Capacity(capacity))
        for email, capacity in here.values_list("person__email", "capacity")
    }


def _as_text(sheet: Sheet) -> str:
    """The list with the row numbers its faults are told by, so that it can be mended where it is shown."""
    file = StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\n")
    first = (sheet.rows[0][0] if sheet.rows else 2) - 1
    by_number = {first: sheet.heading, **dict(sheet.rows)}
    for number in range(1, max(by_number) + 1):
        writer.writerow(by_number.get(number, ()))
    return file.getvalue()


def _invitee(row: Row) -> Invitee:
    text = {name: "" if value is None else str(value) for name, value in row.values.items()}
    return Invitee(
        row.number,
        text["name"],
        text["email"],
        Capacity(text["capacity"]),
        text["party"],
        Function(text["function"]) if text["function"] else None,
        text["body"],
    )


@transaction.atomic
def invite_people(start: Start, invitees: Sequence[Invitee], *, by: Person | None, at: datetime) -> int:
    """Give everyone on a list their part in the start, all or nobody; answer how many there were.

    The record has one event for each, by pseudonym. Nobody sees anything until the start opens for all.

    Raises:
        InvalidRoll: somebody has that part already.
        NotPermitted: the one who invites does not lead the process.
    """
    require(Act.INVITE, start, by=by, at=at)
    lock_start(start)
    if start.organisation.invented and not all(one.email.endswith(INVENTED) for one in invitees):
        raise StartRefused(Phrase("start.refused.real_person"))
    here_before = set(start.memberships.values_list("person__email", flat=True))
    for invitee in invitees:
        person = enrol_person(email=invitee.email, name=invitee.name, at=at)
        if _takes_part_elsewhere(person, start):
            # A link that another leader may still hold must not open this start too.
            withdraw_unopened_links(person)
        # Who has been here before comes back from today: what was true of the days before stays so.
        first_day = legal_day(at) if person.email in here_before else first_day_for(start, at)
        Membership.objects.create(
            start=start,
            person=person,
            capacity=invitee.capacity.value,
            party=invitee.party,
            first_day=first_day,
            last_day=start.term_last_day,
        )
        if invitee.function is not None:
            FunctionHeld.objects.create(
                start=start,
                person=person,
                function=invitee.function.value,
                body=invitee.body,
                first_day=first_day,
                last_day=start.term_last_day,
            )
        content: dict[str, str | int | None] = {
            "capacity": invitee.capacity.value,
            "member": actor_of(person, start.organisation.key),
        }
        record_start_event(start, "member.added", content, by=by, at=at)
    refuse_leaders_with_a_voice(start)
    return len(invitees)


@dataclass(frozen=True)
class HandedOut:
    """A link to hand out: whose it is, and the path it opens; no path where nobody here may make one.

    `to_own_address`: it goes to the person's own mailbox and is shown to nobody else, since a link is the person.
    """

    name: str
    email: str
    path: str = ""
    to_own_address: bool = False


@transaction.atomic
def make_links(
    start: Start, *, place: str, title: str, by: Person | None, at: datetime, by_mail: bool = False
) -> list[HandedOut]:
    """A new personal link for everyone who takes part and has no way in; the earlier one stops working.

    A link is the person. Whoever has come in once, or takes part in another organisation too, gets none that the
    process leader sees, who would else be able to come in as them: the server mails it to the address that is theirs.
    Where it has no mail those ask the server's own people.

    Args:
        start: where.
        place: where the link leads.
        title: what that is called.
        by: who hands out, and needs no link.
        at: when.
        by_mail: whether the links go to people's own mailboxes and not to the leader's screen.

    Returns:
        Everyone without a way in of their own, with the path of a new link for those who may have one.

    Raises:
        NotPermitted: the one who hands out does not lead the process.
    """
    require(Act.INVITE, start, by=by, at=at)
    today = legal_day(at)
    here = start.memberships.filter(Q(last_day__isnull=True) | Q(last_day__gte=today))
    people = {row.person_id: row.person for row in here.select_related("person").order_by("person__name")}
    without = [person for person in people.values() if person.is_active and not has_own_way_in(person)]
    links = []
    for person in without:
        own = has_come_in(person) or _takes_part_elsewhere(person, start)
        if person == by or (own and not by_mail):
            links.append(HandedOut(person.name, person.email))
            continue
        token = make_personal_link(person, at=at, place=place, title=title)
        links.append(HandedOut(person.name, person.email, link_path(token), to_own_address=own))
        member = {"member": actor_of(person, start.organisation.key)}
        record_start_event(start, "link.made", member, by=by, at=at)
    return links


def _takes_part_elsewhere(person: Person, start: Start) -> bool:
    others = Membership.objects.filter(person=person).exclude(start__organisation=start.organisation)
    return others.exists()


@transaction.atomic
def end_membership(start: Start, membership: int, *, last_day: date, by: Person | None, at: datetime) -> None:
    """End a person's part in a start, with the functions held, after a day; what was true before stays.

    Raises:
        StartRefused: there is no such part, the day lies before its first, or nobody would lead the process.
        NotPermitted: the one who ends does not lead the process.
    """
    require(Act.INVITE, start, by=by, at=at)
    lock_start(start)
    row = start.memberships.select_related("person").filter(pk=membership).first()
    if row is None:
        raise StartRefused(Phrase("start.member_unknown"))
    if last_day < row.first_day:
        raise StartRefused(Phrase("start.ends_before", {"first": row.first_day}))
    if row.last_day is not None and (last_day > row.last_day or row.last_day < legal_day(at)):
        raise StartRefused(Phrase("start.ends_later", {"last": row.last_day}))
    if row.capacity == Capacity.PROCESS_LEADER.value and not _led_by_another(start, row, last_day):
        raise StartRefused(Phrase("start.last_leader"))
    row.last_day = last_day
    row.save(update_fields=["last_day"])
    if row.capacity == Capacity.ELECTED.value:
        held = start.functions.filter(person=row.person, first_day__lte=last_day)
        held.exclude(last_day__lt=last_day).update(last_day=last_day)
        start.functions.filter(person=row.person, first_day__gt=last_day).delete()
    content: dict[str, str | int | None] = {
        "capacity": row.capacity,
        "last": last_day.isoformat(),
        "member": actor_of(row.person, start.organisation.key),
    }
    record_start_event(start, "member.ended", content, by=by, at=at)


def _led_by_another(start: Start, row: Membership, last_day: date) -> bool:
    """Whether somebody leads the process the day after, too; after the term nobody has to."""
    others = start.memberships.filter(capacity=Capacity.PROCESS_LEADER.value).exclude(pk=row.pk)
    next_day = min(last_day + timedelta(days=1), start.term_last_day)
    return any(Span(other.first_day, other.last_day).covers(next_day) for other in others)


def first_day_for(start: Start, at: datetime) -> date:
    """The first day of a part that begins now: the term's first, or today where the term has not begun."""
    return min(legal_day(at), start.term_first_day)

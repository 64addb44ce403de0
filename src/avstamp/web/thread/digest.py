"""How does the weekly letter reach those for whom something waits?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from smtplib import SMTPException

from django.core.mail import EmailMessage, get_connection
from django.urls import reverse
from django.utils.translation import override

from avstamp.domain.calendar.legal_time import legal_day
from avstamp.domain.start.roll import Capacity, Roll
from avstamp.domain.thread.authorship import answers_for
from avstamp.domain.thread.digest import Digest, OpenDispute, WaitingClaim, write_digests
from avstamp.domain.thread.staleness import Standing
from avstamp.domain.values import Phrase
from avstamp.library.facts import open_fact_base
from avstamp.phrases import say
from avstamp.web.accounts.queries import Person
from avstamp.web.start.queries import Start, all_starts, roll_of
from avstamp.web.thread.index import ThreadIndex, thread_index
from avstamp.web.thread.models import Claim, SentDigest

WORDS_SHOWN = 120
"""Letters of a claim's text in the letter: enough to know it by, and the rest stands in the thread."""


@dataclass
class Waiting:
    """Everything that waits on a server: claims, disputes, officials, and the starts they are of."""

    claims: list[WaitingClaim] = field(default_factory=list)
    disputes: list[OpenDispute] = field(default_factory=list)
    officials: dict[str, list[str]] = field(default_factory=dict)
    starts: dict[str, Start] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sending:
    """How many letters were sent, and how many could not be."""

    sent: int
    refused: int


def digests_on(day: date) -> tuple[tuple[Digest, ...], Mapping[str, Start]]:
    """The letters of a day, and the starts they speak of; nobody is written to in an invented organisation.

    Raises:
        FactBaseUnusable: there is no fact base, so that every figure would seem to be gone.
    """
    open_fact_base()
    waiting = Waiting()
    for start in all_starts().filter(opened_at__isnull=False, organisation__invented=False):
        _add(waiting, start, day)
    rows = SentDigest.objects.values_list("person__identifier", "day")
    letters = write_digests(
        waiting.claims,
        waiting.disputes,
        officials=waiting.officials,
        last={str(person): sent for person, sent in rows},
        on=day,
    )
    return letters, waiting.starts


def _add(waiting: Waiting, start: Start, day: date) -> None:
    key, roll = str(start.identifier), roll_of(start)
    waiting.starts[key] = start
    here = [row for row in roll.memberships if row.span.covers(day)]
    waiting.officials[key] = [row.person for row in here if row.capacity is Capacity.OFFICIAL]
    people = sorted({row.person for row in here})
    waiting.claims += _waiting_claims(key, thread_index(start), people, roll, day)
    open_ones = start.disputes.filter(outcome="").select_related("owner")
    waiting.disputes += [
        OpenDispute(key, row.number, legal_day(row.raised_at), str(row.owner.identifier) if row.owner else "")
        for row in open_ones
    ]


def _waiting_claims(
    key: str, index: ThreadIndex, people: Sequence[str], roll: Roll, day: date
) -> Iterable[WaitingClaim]:
    for entry in index.entries.values():
        if entry.standing is not Standing.STALE:
            continue
        for person in people:
            if answers_for(
                person, owner=entry.owner, author=entry.author, roll=roll, written=entry.written, on=day
            ):
                yield WaitingClaim(person, key, entry.number)


def send_digests(*, at: datetime, address: str, language: str) -> Sending:
    """Send the letters of a day, and keep the day of each.

    Each is kept as sent before the next is written, so that a server that stops half way writes to nobody twice. One
    that cannot be sent stops no other, and is tried again the next day.

    Args:
        at: the instant of sending.
        address: the server's own address, which links begin with.
        language: the language of the letters.
    """
    day = legal_day(at)
    letters, starts = digests_on(day)
    people = {str(row.identifier): row for row in Person.objects.filter(is_active=True)} if letters else {}
    sent, refused = 0, 0
    with get_connection() as connection:
        for letter in letters:
            person = people.get(letter.person)
            if person is None or not person.email:
                continue
            subject, body = compose(letter, starts, address=address.rstrip("/"), language=language)
            try:
                EmailMessage(subject, body, to=[person.email], connection=connection).send()
            except (SMTPException, OSError):
                refused += 1
                continue
            SentDigest.objects.update_or_create(person=person, defaults={"day": day})
            sent += 1
    return Sending(sent, refused)


def compose(letter: Digest, starts: Mapping[str, Start], *, address: str, language: str) -> tuple[str, str]:
    """A letter's subject and its text, with a link to each thing that waits."""
    count = len(letter.claims) + len(letter.disputes)
    lines = [say(Phrase("digest.greeting"), language), ""]
    if letter.claims:
        lines += [say(Phrase("digest.claims"), language), ""]
        lines += _claims(letter, starts, address, language)
    if letter.disputes:
        lines += [say(Phrase("digest.disputes"), language), ""]
        for key, number in letter.disputes:
            lines += [f"  {_link('thread:dispute', starts[key], number, address, language)}", ""]
    lines.append(say(Phrase("digest.closing"), language))
    return say(Phrase("digest.subject", {"count": count}), language), "\n".join(lines) + "\n"


def _claims(letter: Digest, starts: Mapping[str, Start], address: str, language: str) -> Iterable[str]:
    for key, number in letter.claims:
        text = Claim.objects.values_list("text", flat=True).get(start=starts[key], number=number)
        yield f"  {' '.join(text.split())[:WORDS_SHOWN]}"
        yield f"  {_link('thread:claim', starts[key], number, address, language)}"
        yield ""


def _link(name: str, start: Start, number: int, address: str, language: str) -> str:
    parts = {"organisation": start.organisation.key, "year": start.term_first_day.year, "number": number}
    with override(language):
        return address + reverse(name, kwargs=parts)

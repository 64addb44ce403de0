"""How is the demonstration built: an invented municipality some weeks into its start, on a real one's figures?

It is made by the same actions as a real start, by the invented people themselves, so that the record, the permissions
and the thread are as they would be. Nothing in it can be reached from a real organisation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from django.db import transaction

from avstamp.domain.calendar.legal_time import LEGAL_TIME, legal_day
from avstamp.domain.start.authors import Author, AuthorKind
from avstamp.domain.start.commission import Commissioner
from avstamp.domain.start.invitations import Invitee
from avstamp.domain.start.openness import DocumentStatus, Retention
from avstamp.domain.start.steps import Step
from avstamp.domain.start.term import council_term, newest_election
from avstamp.domain.start.wheel_templates import TEMPLATES
from avstamp.domain.thread.addresses import FigureAddress
from avstamp.domain.thread.authorship import OFFICIALS
from avstamp.domain.thread.claims import ClaimKind, Horizon, Relation
from avstamp.domain.thread.disputes import Outcome
from avstamp.domain.thread.revisions import FigureVersion
from avstamp.domain.thread.staleness import Verdict
from avstamp.domain.values import Gender
from avstamp.library.facts import open_fact_base
from avstamp.library.figure_versions import figure_versions
from avstamp.web.accounts.actions import enrol_person
from avstamp.web.accounts.queries import Person
from avstamp.web.site import demonstration_content as content
from avstamp.web.site.demonstration_content import address_of
from avstamp.web.site.demonstration_days import HELD_AT, hold_day, prepare_day
from avstamp.web.site.demonstration_outlook import DriversToWrite, drivers_to_write, found, write_outlook
from avstamp.web.start import actions as starts
from avstamp.web.start.inviting import invite_people
from avstamp.web.start.queries import Start, UnknownStart, find_start
from avstamp.web.start.setting_up import keep_registry, plan_by_template, plan_steps
from avstamp.web.thread import actions as thread
from avstamp.web.thread.dispute_actions import answer_dispute, dispute_figure, take_dispute
from avstamp.web.thread.queries import Claim

WEEKS_SINCE_MADE = 5
YEARS_BACK = 10

Figures = Mapping[str, tuple[FigureAddress, FigureVersion]]
"""The newest figure of each indicator that claims rest on."""


def find_demonstration() -> Start | None:
    """The demonstration on this server, if there is one."""
    try:
        start = find_start(content.KEY)
    except UnknownStart:
        return None
    return start if start.organisation.invented else None


def build_demonstration(*, at: datetime) -> Start:
    """The demonstration as it stands some weeks into the start; the one that is there is left as it is."""
    # Before the transaction: the database is locked for no longer than it is written to.
    return _build(_figures(), drivers_to_write(content.UNIT), at=at)


@transaction.atomic
def _build(figures: Figures, drivers: DriversToWrite, *, at: datetime) -> Start:
    if (there := find_demonstration()) is not None:
        return there
    made = at - timedelta(weeks=WEEKS_SINCE_MADE)
    leader = enrol_person(email=address_of(content.LEADER), name=content.LEADER, at=made)
    start = starts.create_start(
        organisation=content.KEY,
        name=content.NAME,
        unit=content.UNIT,
        term=council_term(newest_election(legal_day(at).year)),
        parties=content.PARTIES,
        invented=True,
        by=leader,
        at=made,
    )
    _invite(start, leader, made)
    _open(start, leader, made + timedelta(weeks=1))
    write_outlook(start, drivers, at=at - timedelta(days=12))
    _write(start, figures, at)
    prepare_day(start, leader, at=at)
    return start


def _invite(start: Start, leader: Person, at: datetime) -> None:
    first = min(legal_day(at), start.term_first_day)
    starts.take_sides(start, content.SIDES, from_day=first, by=leader, at=at)
    invitees = [
        Invitee(row, one.name, address_of(one.name), one.capacity, one.party, one.function, one.body)
        for row, one in enumerate(content.PEOPLE, start=1)
    ]
    invite_people(start, invitees, by=leader, at=at)
    keep_registry(
        start,
        status=DocumentStatus.WORKING,
        number=f"KS {start.term_first_day.year}/417",
        retention=Retention.KEEP,
        invites=True,
        by=leader,
        at=at,
    )


def _open(start: Start, leader: Person, at: datetime) -> None:
    starts.commission_start(
        start, commissioner=Commissioner.PRESIDIUM, day=legal_day(at), parties=[], by=leader, at=at
    )
    plan_by_template(start, TEMPLATES[0], by=leader, at=at)
    plan_steps(start, _days(legal_day(at)), by=leader, at=at)
    starts.open_start(start, by=leader, at=at)
    for week, step in enumerate((Step.OUTLOOK, Step.POSITION, Step.ANALYSIS)):
        starts.begin_step(start, step, by=leader, at=at + timedelta(weeks=week, minutes=1))


def _days(opened: date) -> dict[Step, tuple[date | None, date | None]]:
    """Days of the steps as they went in the demonstration, and as they are planned to go on."""
    weeks = {
        Step.OUTLOOK: (0, 3),
        Step.POSITION: (1, 3),
        Step.ANALYSIS: (2, 3),
        Step.NEEDS: (3, 9),
        Step.WAYS: (9, 14),
    }
    return {
        step: (opened + timedelta(weeks=first), opened + timedelta(weeks=last) - timedelta(days=1))
        for step, (first, last) in weeks.items()
    }


def _write(start: Start, figures: Figures, at: datetime) -> None:
    """Write the claims, hold the day, close the steps where they come, dispute two figures, and take one claim back."""
    leader = found(content.LEADER)
    written: list[Claim] = []
    closed = False
    for place, one in enumerate(content.CLAIMS):
        # The day of the joint analysis, which has been held, lies between what it rested on and what came of it.
        moment = at - timedelta(days=9 - place if closed else 10 - place)
        if one.kind is ClaimKind.READING and not closed:
            closed, moment = True, moment + timedelta(days=1)
            hold_day(start, leader, begins=_held_at(at))
            for step in (Step.OUTLOOK, Step.POSITION, Step.ANALYSIS):
                starts.finish_step(start, step, by=leader, at=moment)
            starts.begin_step(start, Step.NEEDS, by=leader, at=moment)
        written.append(_claim(start, one, written, figures, moment))
    _dispute(start, figures, at)
    taken_back = written[content.WITHDRAWN]
    thread.answer_claim(taken_back, Verdict.WITHDRAWN, by=taken_back.owner, at=at - timedelta(hours=1))


def _held_at(at: datetime) -> datetime:
    """When the day that has been held began: in the morning, six days ago."""
    return datetime.combine(legal_day(at) - timedelta(days=6), HELD_AT, LEGAL_TIME).astimezone(UTC)


def _claim(
    start: Start,
    one: content.Written,
    written: Sequence[Claim],
    figures: Figures,
    at: datetime,
) -> Claim:
    by = found(one.by)
    if one.party:
        author = Author(AuthorKind.PARTY, one.party)
    else:
        author = OFFICIALS if one.kind is ClaimKind.ASSESSMENT else Author(AuthorKind.JOINT)
    claim = thread.write_claim(
        start, one.kind, one.text, author=author, owner=by, horizon=Horizon.TERM, by=by, at=at
    )
    for indicator in one.figures:
        if indicator in figures:
            address, version = figures[indicator]
            thread.rest_on_figure(claim, address, version, relation=Relation.SUPPORTS, by=by, at=at)
    for place in one.claims:
        thread.rest_on_claim(claim, written[place], relation=Relation.SUPPORTS, by=by, at=at)
    if not one.draft:
        thread.advance_claim(claim, DocumentStatus.COMPLETED, by=by, at=at + timedelta(minutes=5))
    return claim


def _dispute(start: Start, figures: Figures, at: datetime) -> None:
    official = found("Egon Ekonom")
    if content.SCHOOL in figures:
        address, version = figures[content.SCHOOL]
        by = found("Fatima Frisk")
        dispute_figure(start, address, version, why=content.DISPUTE, by=by, at=at - timedelta(days=2))
    if content.ECONOMY in figures:
        address, version = figures[content.ECONOMY]
        by = found("Viktor Vall")
        answered = dispute_figure(
            start, address, version, why=content.ANSWERED_DISPUTE, by=by, at=at - timedelta(hours=40)
        )
        take_dispute(answered, by=official, at=at - timedelta(hours=30))
        answer_dispute(
            answered,
            Outcome.STANDS,
            answer=content.ANSWER,
            source=content.ANSWER_SOURCE,
            by=official,
            at=at - timedelta(hours=20),
        )


def _figures() -> Figures:
    """The newest figure of each indicator that the demonstration rests on, as the fact base has it."""
    base = open_fact_base()
    years = range(base.newest_year, base.newest_year - YEARS_BACK, -1)
    found: dict[str, tuple[FigureAddress, FigureVersion]] = {}
    for indicator in (content.SCHOOL, content.ECONOMY):
        addresses = [FigureAddress(indicator, content.UNIT, Gender.ALL, str(year)) for year in years]
        versions = figure_versions(base, map(str, addresses))
        newest = next((one for one in addresses if str(one) in versions), None)
        if newest is not None:
            found[indicator] = (newest, versions[str(newest)])
    return found

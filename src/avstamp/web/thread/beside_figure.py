"""What does a figure's page show of the thread, to one whose organisation the figure is about?"""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone

from avstamp.domain.facts.reading import FigureReading
from avstamp.domain.start.permissions import Act
from avstamp.domain.start.roll import Role
from avstamp.domain.thread.addresses import FigureAddress
from avstamp.web.accounts.queries import Person
from avstamp.web.facts.queries import Part
from avstamp.web.start.queries import starts_of
from avstamp.web.start.visit import Visit
from avstamp.web.thread.figure_page import figure_in_start
from avstamp.web.thread.permitting import ClaimRefused


def beside_figure(request: HttpRequest, reading: FigureReading) -> Part | None:
    """What rests on the figure in the reader's start of that unit, and what the reader may do with it."""
    person = request.user
    if not isinstance(person, Person) or reading.figure is None:
        return None
    visit = _visit_of(person, reading.unit.id)
    if visit is None or not visit.may(Act.READ_MATERIAL).allowed:
        return None
    address = FigureAddress(reading.indicator.id, reading.unit.id, reading.gender, str(reading.figure.year))
    try:
        page = figure_in_start(visit, address)
    except ClaimRefused:
        return None
    context = {"visit": visit, "page": page}
    return Part("thread/parts/on_figure_page.html", "thread/thread.css", context)


def _visit_of(person: Person, unit: str) -> Visit | None:
    """The person in the newest start of the unit's organisation in which the person takes part today."""
    at = timezone.now()
    for start in starts_of(person):
        if start.organisation.unit == unit:
            visit = Visit(start, person, at)
            if visit.roles != (Role.PUBLIC,):
                return visit
    return None

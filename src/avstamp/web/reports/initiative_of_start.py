"""What does a start that is being set up already say of its initiative: commission, council, days and number?"""

from __future__ import annotations

from dataclasses import replace

from avstamp.domain.facts.unit import Unit
from avstamp.domain.start.mandates import Council
from avstamp.domain.start.term import Span
from avstamp.library.facts import open_fact_base
from avstamp.library.initiative.form import COMMISSIONERS, STEP_NAMES, Surroundings
from avstamp.web.start.queries import commission_of, plan_of
from avstamp.web.start.visit import Visit


def unit_of(visit: Visit) -> Unit:
    """The unit that the documents are about, under the name that the organisation has here."""
    organisation = visit.start.organisation
    return replace(open_fact_base().units.get(organisation.unit), name=organisation.name)


def surroundings_of_start(visit: Visit) -> Surroundings:
    """What the start has; a commission that not all group leaders stand behind is not told as given."""
    start = visit.start
    commission = commission_of(start)
    seats = tuple(row.as_seats for row in start.parties.all())
    invented = start.organisation.invented
    return Surroundings(
        today=visit.today,
        term=Span(start.term_first_day, start.term_last_day),
        council=Council(start.organisation.unit, start.term_first_day.year, seats) if seats else None,
        commission=commission if visit.matter.commission_missing is None else None,
        given=_given(visit),
        figures_of=open_fact_base().units.get(start.organisation.unit).name if invented else "",
    )


def _given(visit: Visit) -> dict[str, str]:
    start = visit.start
    given = {"namn": visit.person.name, "dnr": start.registration_number}
    given["uppdragsgivare"] = next(
        (word for word, one in COMMISSIONERS.items() if one == start.commissioner), ""
    )
    for plan in map(plan_of, start.steps.all()):
        name = STEP_NAMES[plan.step]
        for end, day in (("fran", plan.planned_first), ("till", plan.planned_last)):
            given[f"{name}_{end}"] = day.isoformat() if day else ""
    return given

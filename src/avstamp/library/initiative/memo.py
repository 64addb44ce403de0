"""What does the memo to the presidium or the group leaders say: why, how, when, at what cost, and who decides?"""

from __future__ import annotations

from datetime import date

from avstamp.domain.documents import Bullets, Document, Paragraph, Section
from avstamp.domain.facts.unit import Unit
from avstamp.domain.values import Phrase, Quantity, Text
from avstamp.library.initiative.own_figures import OwnFigures, council_sentences, own_section
from avstamp.library.initiative.request import Effort, Initiative, Plan
from avstamp.library.initiative.wording import (
    blank,
    commission_sentences,
    head,
    points,
    steps_table,
    years_of,
)
from avstamp.library.initiative.year import year_section
from avstamp.phrases import together

FACTORS = ("process", "everyone", "truth", "action")


def build_memo(unit: Unit, initiative: Initiative, figures: OwnFigures, *, today: date) -> Document:
    """The memo, made on a given day."""
    plan = initiative.plan
    return Document(
        title=Phrase("initiative.memo.title"),
        subtitle=Phrase("initiative.memo.subtitle", {"unit": unit.name, **years_of(plan.term)}),
        made_on=today,
        opening=head(initiative),
        sections=(
            _proposal(unit, plan),
            _why(unit, plan),
            own_section(figures, heading="initiative.memo.figures"),
            Section(
                Phrase("initiative.memo.steps"),
                (Paragraph((Phrase("initiative.memo.steps.about"),)), steps_table(plan)),
            ),
            Section(Phrase("initiative.memo.factors"), (factors(),)),
            year_section(unit, plan, figures.seen.next_dates, today=today),
            Section(Phrase("initiative.memo.effort"), (Paragraph(effort_sentences(plan.effort)),)),
            Section(Phrase("initiative.memo.decides"), (decides(plan),)),
        ),
        contents=False,
        keywords=(unit.name,),
    )


def factors() -> Bullets:
    """The four success factors, each with what it asks."""
    return points(*(f"factor.{one}" for one in FACTORS))


def effort_sentences(effort: Effort) -> tuple[Text, ...]:
    """What the start takes in hours and in money, with blanks where that is not said."""
    said: list[Text] = [Phrase("initiative.effort.meetings"), _hours(effort)]
    said.append(Phrase("initiative.effort.officials"))
    amount = blank("budget") if effort.budget is None else Quantity(effort.budget, "kr", 0)
    said += [Phrase("initiative.effort.budget", {"amount": amount}), Phrase("initiative.effort.licence")]
    return tuple(said)


def decides(plan: Plan) -> Bullets:
    """Who decides what, by which paragraph; the start prepares and decides nothing."""
    others = ("council", "board", "boards", "officials", "auditors")
    return Bullets(
        (together(commission_sentences(plan)), *(Phrase(f"initiative.decides.{one}") for one in others))
    )


def _hours(effort: Effort) -> Phrase:
    if effort.hours_together is None or effort.hours is None or effort.people is None:
        return Phrase("initiative.effort.hours.blank", {"hours": blank("hours"), "people": blank("people")})
    values = {
        "hours": Quantity(effort.hours, "", None),
        "people": effort.people,
        "total": Quantity(effort.hours_together, "", None),
    }
    return Phrase("initiative.effort.hours", values)


def _proposal(unit: Unit, plan: Plan) -> Section:
    said = Phrase("initiative.memo.proposal.start", {"unit": unit.name, **years_of(plan.term)})
    commission = together(commission_sentences(plan))
    rest = ("same_moment", "prepares", "next_invite" if plan.commission else "next")
    others = tuple(Phrase(f"initiative.memo.proposal.{one}") for one in rest)
    return Section(Phrase("initiative.memo.proposal"), (Bullets((said, commission, *others)),))


def _why(unit: Unit, plan: Plan) -> Section:
    first = (Phrase("initiative.memo.why.picture", {"unit": unit.name}), Phrase("initiative.memo.why.agree"))
    second = (Phrase("initiative.memo.why.apart"), Phrase("initiative.memo.why.readings"))
    seats = council_sentences(plan.council)
    third = (*seats, Phrase("initiative.memo.why.power")) if seats else ()
    blocks = [Paragraph(first), Paragraph(second), *([Paragraph(third)] if third else [])]
    return Section(Phrase("initiative.memo.why"), tuple(blocks))

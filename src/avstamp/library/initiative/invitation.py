"""What does the invitation to all group leaders say? The same to everyone: it is made without knowing who sends it."""

from __future__ import annotations

from datetime import date

from avstamp.domain.documents import Bullets, Document, Paragraph, Section
from avstamp.domain.facts.unit import Unit
from avstamp.domain.start.commission import Commissioner
from avstamp.domain.values import Phrase, Verbatim
from avstamp.library.initiative.request import Gathering, Plan
from avstamp.library.initiative.wording import (
    blank,
    commission_sentences,
    filled,
    invented_notes,
    number_line,
    points,
    proposal_notes,
    steps_table,
    years_of,
)

BRING = ("picture", "doubts", "people", "clashes", "substitute")
SAME_ACCESS = ("moment", "before", "proof")


def build_invitation(unit: Unit, plan: Plan, *, today: date) -> Document:
    """The invitation, made on a given day, of the plan alone."""
    named = {"unit": unit.name, **years_of(plan.term)}
    return Document(
        title=Phrase("initiative.invitation.title"),
        subtitle=Phrase("initiative.invitation.subtitle", named),
        made_on=today,
        opening=(
            Paragraph((Phrase("initiative.invitation.to"),)),
            *_inviting(plan),
            Paragraph((number_line(plan),)),
            Paragraph(
                (Phrase("initiative.invitation.invited", named), Phrase("initiative.invitation.same_words"))
            ),
            *invented_notes(plan),
        ),
        sections=(
            Section(Phrase("initiative.invitation.when"), (_when(plan.gathering),)),
            Section(Phrase("initiative.invitation.why"), (_why(),)),
            Section(Phrase("initiative.invitation.bring"), (points(*(f"bring.{one}" for one in BRING)),)),
            Section(
                Phrase("initiative.invitation.access"),
                (points(*(f"access.{one}" for one in SAME_ACCESS)),),
            ),
            Section(
                Phrase("initiative.invitation.steps"),
                (
                    Paragraph((Phrase("initiative.invitation.steps.about"),)),
                    steps_table(plan),
                    *proposal_notes(plan),
                ),
            ),
            Section(
                Phrase("initiative.invitation.commission"),
                (_commission(plan),),
            ),
            Section(Phrase("initiative.invitation.parties"), _invited(plan)),
        ),
        contents=False,
        keywords=(unit.name,),
    )


def _inviting(plan: Plan) -> tuple[Paragraph, ...]:
    # Group leaders who have not met yet cannot be said to invite one another.
    by = plan.commission.by if plan.commission else plan.commissioner
    if by is None or (plan.commission is None and by is Commissioner.GROUP_LEADERS):
        return ()
    return (Paragraph((Phrase("initiative.invitation.by", {"by": Phrase(f"commissioner.{by}")}),)),)


def _commission(plan: Plan) -> Paragraph:
    said = commission_sentences(plan)
    if plan.commission is None and plan.commissioner is Commissioner.GROUP_LEADERS:
        said = (*said, Phrase("initiative.invitation.decide_first"))
    return Paragraph((*said, Phrase("initiative.invitation.free")))


def _when(gathering: Gathering) -> Bullets:
    day, answer_by = gathering.day, gathering.answer_by
    return Bullets(
        (
            Phrase("initiative.when.day", {"day": day or blank("day")}),
            Phrase("initiative.when.time", {"time": filled(gathering.time, "time")}),
            Phrase("initiative.when.place", {"place": filled(gathering.place, "place")}),
            Phrase(
                "initiative.when.answer",
                {"day": answer_by or blank("answer_by"), "contact": filled(gathering.contact, "contact")},
            ),
        )
    )


def _why() -> Paragraph:
    return Paragraph(tuple(Phrase(f"initiative.invitation.why.{one}") for one in ("start", "facts")))


def _invited(plan: Plan) -> tuple[Paragraph | Bullets, ...]:
    if not plan.parties:
        return (Paragraph((Phrase("initiative.invitation.no_parties", {"parties": blank("parties")}),)),)
    order = Paragraph((Phrase("initiative.invitation.order"),))
    return (order, Bullets(tuple(Verbatim(name) for name in plan.parties)))

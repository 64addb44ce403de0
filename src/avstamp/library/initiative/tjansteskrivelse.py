"""What does the draft of the official report to the board say, and what is left for the official who signs it?"""

from __future__ import annotations

from datetime import date

from avstamp.domain.documents import Bullets, Document, Note, Paragraph, Section
from avstamp.domain.documents.tree import Block
from avstamp.domain.facts.unit import Unit
from avstamp.domain.values import Phrase, Quantity, Text
from avstamp.library.initiative.memo import effort_sentences, factors
from avstamp.library.initiative.own_figures import OwnFigures, council_sentences, short_blocks
from avstamp.library.initiative.request import Initiative, Plan, Sender, SenderRole
from avstamp.library.initiative.wording import (
    blank,
    commission_sentences,
    filled,
    from_line,
    invented_notes,
    number_line,
    points,
    steps_table,
    years_of,
)
from avstamp.library.initiative.year import year_section

GROUNDS = ("this", "memo", "report")
SENT_TO = ("commissioner", "leaders", "director", "auditors")


def build_tjansteskrivelse(
    unit: Unit, initiative: Initiative, figures: OwnFigures, *, today: date
) -> Document:
    """The draft, made on a given day."""
    plan = initiative.plan
    return Document(
        title=Phrase("initiative.case.title"),
        subtitle=Phrase("initiative.case.subtitle", {"unit": unit.name, **years_of(plan.term)}),
        made_on=today,
        opening=_head(initiative),
        sections=(
            _section("matter", Paragraph((Phrase("initiative.case.matter.text", years_of(plan.term)),))),
            _section("decision", Paragraph((Phrase("initiative.case.decision.board"),)), _decision(plan)),
            _section("summary", Paragraph(_summary(unit, plan))),
            _section("background", *_background(plan, figures)),
            _section("assessment", *_assessment(plan)),
            year_section(unit, plan, figures.seen.next_dates, today=today),
            _section("cost", Paragraph(effort_sentences(plan.effort)), Paragraph((_funding(),))),
            _section("children", Paragraph(_consequences("children"))),
            _section("equality", Paragraph(_consequences("equality"))),
            _section("grounds", points(*(f"case.grounds.{one}" for one in GROUNDS))),
            _section("sent_to", points(*(f"case.sent_to.{one}" for one in SENT_TO))),
            _section("signatures", *_signatures(initiative.sender)),
        ),
        contents=False,
        keywords=(unit.name,),
    )


def _section(name: str, *blocks: Block) -> Section:
    return Section(Phrase(f"initiative.case.{name}"), blocks)


def _head(initiative: Initiative) -> tuple[Block, ...]:
    by_leader = initiative.sender.role is SenderRole.GROUP_LEADER
    lines: list[Text] = [number_line(initiative.plan), Phrase("initiative.case.to")]
    if by_leader:
        lines.append(Phrase("initiative.case.on_initiative", {"from": from_line(initiative.sender)}))
        lines.append(_handled_by(Sender()))
    else:
        lines.append(_handled_by(initiative.sender))
    notes = ["initiative.case.draft", *(["initiative.case.signed_by_official"] if by_leader else [])]
    note = Note(tuple(Phrase(key) for key in notes))
    return (*(Paragraph((line,)) for line in lines), note, *invented_notes(initiative.plan))


def _handled_by(official: Sender) -> Phrase:
    values = {
        "name": filled(official.name, "official_name"),
        "title": filled(official.title, "official_title"),
    }
    return Phrase("initiative.case.handled_by", values)


def _decision(plan: Plan) -> Bullets:
    points: list[Text] = [Phrase("initiative.case.decision.start", years_of(plan.term)), _commissioned(plan)]
    points += [
        Phrase("initiative.case.decision.same_terms"),
        Phrase("initiative.case.decision.funding", {"amount": _amount(plan)}),
        Phrase("initiative.case.decision.report", {"day": blank("report_day")}),
    ]
    return Bullets(tuple(points), ordered=True)


def _commissioned(plan: Plan) -> Phrase:
    if plan.commission is not None:
        by = Phrase(f"commissioner.{plan.commission.by}")
        return Phrase("initiative.case.decision.commission_given", {"by": by, "day": plan.commission.day})
    if plan.commissioner is None:
        return Phrase("initiative.case.decision.commission_open", {"by": blank("recipient")})
    return Phrase(f"initiative.case.decision.commission.{plan.commissioner}")


def _amount(plan: Plan) -> Quantity | Phrase:
    return blank("budget") if plan.effort.budget is None else Quantity(plan.effort.budget, "kr", 0)


def _summary(unit: Unit, plan: Plan) -> tuple[Text, ...]:
    named = {"unit": unit.name, **years_of(plan.term)}
    return (
        Phrase("initiative.case.summary.text", named),
        Phrase("initiative.memo.proposal.same_moment"),
        Phrase("initiative.memo.proposal.prepares"),
    )


def _background(plan: Plan, figures: OwnFigures) -> tuple[Block, ...]:
    seen = figures.seen
    council = council_sentences(plan.council)
    intro = Phrase("initiative.figures.about", {"unit": seen.unit.name, "year": str(seen.newest_year)})
    first = [Paragraph(council)] if council else []
    return (*first, Paragraph((intro,)), *short_blocks(figures))


def _assessment(plan: Plan) -> tuple[Block, ...]:
    assessed = tuple(Phrase(f"initiative.case.assessment.{one}") for one in ("prepared", "everyone", "risk"))
    return (
        Paragraph(assessed),
        Paragraph(commission_sentences(plan)),
        Section(
            Phrase("initiative.memo.steps"),
            (Paragraph((Phrase("initiative.memo.steps.about"),)), steps_table(plan)),
        ),
        Section(Phrase("initiative.memo.factors"), (factors(),)),
    )


def _funding() -> Phrase:
    return Phrase("initiative.case.cost.frame", {"frame": blank("frame")})


def _consequences(about: str) -> tuple[Text, ...]:
    said = Phrase(f"initiative.case.{about}.none"), Phrase(f"initiative.case.{about}.figures")
    return (*said, Phrase("initiative.case.own_guidelines", {"assessment": blank(about)}))


def _signatures(sender: Sender) -> tuple[Block, ...]:
    official = Sender() if sender.role is SenderRole.GROUP_LEADER else sender
    director = Phrase(
        "initiative.case.director", {"name": blank("director_name"), "title": blank("director_title")}
    )
    return (Paragraph((director,)), Paragraph((_handled_by(official),)))

"""What do the three documents say alike: blanks, who it is from and to, days, steps and sources?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from avstamp.domain.documents import Bullets, Citation, Column, Document, Note, Paragraph, Table
from avstamp.domain.start.commission import Commissioner
from avstamp.domain.start.steps import Step, step_name
from avstamp.domain.start.term import Span
from avstamp.domain.values import Phrase, Text, Verbatim
from avstamp.library.initiative.request import Initiative, Plan, Sender, SenderRole
from avstamp.phrases import source_phrases
from avstamp.phrases.speech import BLANK


def blank(what: str) -> Phrase:
    """A blank, plainly marked: nothing is made up where nothing is known."""
    return Phrase(BLANK, {"what": Phrase(f"initiative.blank.{what}")})


def filled(text: str, what: str) -> str | Phrase:
    """What was written, or the blank for it."""
    return text or blank(what)


def blanks_in(document: Document) -> tuple[Phrase, ...]:
    """What is left to fill in, each once, in the order it is met."""
    found: dict[str, Phrase] = {}
    for phrase in (*_blanks(document.opening), *_blanks(document.sections)):
        what = phrase.values["what"]
        assert isinstance(what, Phrase), "a blank says what is missing"
        found.setdefault(what.key, what)
    return tuple(found.values())


def _blanks(part: object) -> Iterator[Phrase]:
    """Every blank of a tree, however deep in its phrases."""
    if isinstance(part, Phrase):
        if part.key == BLANK:
            yield part
        for value in part.values.values():
            yield from _blanks(value)
    elif isinstance(part, tuple):
        for one in part:
            yield from _blanks(one)
    elif is_dataclass(part):
        for one in fields(part):
            yield from _blanks(getattr(part, one.name))


def years_of(term: Span) -> dict[str, object]:
    """The years a term runs from and to, as text."""
    assert term.last is not None, "a council's term has a last day"
    return {"first": str(term.first.year), "last": str(term.last.year)}


def to_line(plan: Plan) -> Phrase:
    """Whom a document is for: the one who is asked for the commission."""
    if plan.commissioner is None:
        return Phrase("initiative.to", {"recipient": blank("recipient")})
    return Phrase("initiative.to", {"recipient": Phrase(f"initiative.recipient.{plan.commissioner}")})


def from_line(sender: Sender) -> Phrase:
    """Who sends a document: an official with a title, or a group leader with a party."""
    values = {"name": filled(sender.name, "name")}
    if sender.role is not SenderRole.GROUP_LEADER:
        return Phrase("initiative.from", values | {"title": filled(sender.title, "title")})
    values |= {"party": filled(sender.party, "party")}
    if sender.title:
        return Phrase("initiative.from.group_leader_titled", values | {"title": sender.title})
    return Phrase("initiative.from.group_leader", values)


def number_line(plan: Plan) -> Phrase:
    """The registration number, or that it is to be filled in."""
    return Phrase("initiative.number", {"number": filled(plan.number, "number")})


def head(initiative: Initiative) -> tuple[Paragraph | Note, ...]:
    """To, from and registration number, one line each."""
    lines = (to_line(initiative.plan), from_line(initiative.sender), number_line(initiative.plan))
    return (*(Paragraph((line,)) for line in lines), *invented_notes(initiative.plan))


def invented_notes(plan: Plan) -> tuple[Note, ...]:
    """That the organisation is invented, and whose figures it shows; nothing for a real one."""
    if not plan.figures_of:
        return ()
    return (Note((Phrase("initiative.invented", {"unit": plan.figures_of}),)),)


def commission_sentences(plan: Plan) -> tuple[Text, ...]:
    """Who gives, or has given, the commission; and that the majority alone never does."""
    if plan.commission is not None:
        by = Phrase(f"commissioner.{plan.commission.by}")
        given = Phrase("initiative.commission.given", {"by": by, "day": plan.commission.day})
        return (given, Phrase("initiative.commission.never"))
    if plan.commissioner is None:
        return (Phrase("initiative.commission.open"), Phrase("initiative.commission.never"))
    asked = Phrase("initiative.commission.asked", {"by": Phrase(f"commissioner.{plan.commissioner}")})
    if plan.commissioner is Commissioner.GROUP_LEADERS:
        return (asked, Phrase("initiative.commission.all"), Phrase("initiative.commission.never"))
    return (asked, Phrase("initiative.commission.never"))


def days_of(span: Span | None) -> Phrase:
    """The days of a step, or the blank for them."""
    if span is None:
        return blank("days")
    if span.last is None or span.last == span.first:
        return Phrase("date", {"date": span.first})
    return Phrase("start.step.planned", {"first": span.first, "last": span.last})


def steps_table(plan: Plan, *, questions: bool = True) -> Table:
    """The five steps in order, what each asks, and its days."""
    columns = [Column(Phrase("initiative.steps.step")), Column(Phrase("initiative.steps.days"))]
    if questions:
        columns.insert(1, Column(Phrase("initiative.steps.question")))
    rows = []
    for number, step in enumerate(Step, start=1):
        named = Phrase("initiative.steps.numbered", {"number": str(number), "step": step_name(step)})
        question = (Phrase(f"initiative.step.{step}"),) if questions else ()
        rows.append((named, *question, days_of(plan.steps.get(step))))
    return Table(Phrase("initiative.steps.caption"), tuple(columns), tuple(rows))


def proposal_notes(plan: Plan) -> tuple[Note, ...]:
    """That days taken from a year wheel are a proposal, and whose year it is."""
    if plan.wheel is None or not plan.proposed:
        return ()
    named = {"title": Verbatim(plan.wheel.source.title)}
    return (Note((Phrase("initiative.steps.proposed", named),)),)


def source_paragraph(citations: Iterable[Citation]) -> Paragraph:
    """Where the figures of a list come from, as under a table."""
    return Paragraph(tuple(source_phrases(citations)))


def points(*keys: str, **values: object) -> Bullets:
    """Phrases of this package as a list of short points."""
    return Bullets(tuple(Phrase(f"initiative.{key}", values) for key in keys))

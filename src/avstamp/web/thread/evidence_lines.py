"""What does a claim rest on, as it was cited and as it is now?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from avstamp.domain.thread.addresses import FigureAddress, parse_address
from avstamp.domain.thread.revisions import FigureVersion, ResultVersion
from avstamp.domain.thread.staleness import Movement, movement_of_figure, movement_of_result
from avstamp.domain.values import Phrase, Quantity, Status, Text
from avstamp.factbase import FactBase
from avstamp.web.start.queries import Start
from avstamp.web.thread.index import facts_or_none, newest_figures, newest_results
from avstamp.web.thread.models import CitedFigure, CitedResult, Evidence
from avstamp.web.thread.result_kinds import page_of
from avstamp.web.thread.words import figure_name, figure_value, outcome_words, result_name


@dataclass(frozen=True)
class EvidenceLine:
    """One figure or result that a claim rests on; `now` is None where the source no longer has it."""

    id: int
    relation: Phrase
    name: Text
    address: str
    subject: str
    cited: Quantity | Text
    now: Quantity | Text | None
    has_moved: bool
    indicator: str
    unit: str
    status: Phrase | None
    page: str = ""


def evidence_lines(start: Start, edges: Sequence[Evidence]) -> list[EvidenceLine]:
    """The figures and results among the evidence of a start's claim, read beside what the fact base says now."""
    facts = facts_or_none()
    figures = newest_figures(facts, {edge.figure.subject for edge in edges if edge.figure})
    results = newest_results(facts, {edge.result.subject for edge in edges if edge.result}, start)
    return [
        *(
            _figure(edge, edge.figure, facts, figures.get(edge.figure.subject))
            for edge in edges
            if edge.figure
        ),
        *(
            _result(edge, edge.result, start, facts, results.get(edge.result.subject))
            for edge in edges
            if edge.result
        ),
    ]


def version_of(row: CitedFigure) -> FigureVersion:
    """A figure as it was cited."""
    return FigureVersion(row.value, Status(row.status), row.dated, row.decimals)


def _figure(
    edge: Evidence, row: CitedFigure, facts: FactBase | None, newest: FigureVersion | None
) -> EvidenceLine:
    address = parse_address(row.subject)
    assert isinstance(address, FigureAddress)
    now = None if newest is None else figure_value(facts, row.subject, newest.value, row.decimals)
    return EvidenceLine(
        id=edge.pk,
        relation=Phrase(f"relation.{edge.relation}"),
        name=figure_name(facts, row.subject),
        address=row.address,
        subject=row.subject,
        cited=figure_value(facts, row.subject, row.value, row.decimals),
        now=now,
        has_moved=movement_of_figure(row.subject, version_of(row), newest) is not None,
        indicator=address.indicator if now is not None else "",
        unit=address.unit,
        status=Phrase(f"status.{row.status}"),
    )


def _result(
    edge: Evidence, row: CitedResult, start: Start, facts: FactBase | None, newest: ResultVersion | None
) -> EvidenceLine:
    cited = ResultVersion(row.version, row.data, row.outcome)
    return EvidenceLine(
        id=edge.pk,
        relation=Phrase(f"relation.{edge.relation}"),
        name=result_name(facts, row.subject, start),
        address=row.address,
        subject=row.subject,
        cited=outcome_words(row.subject, row.outcome),
        now=None if newest is None else outcome_words(row.subject, newest.outcome),
        has_moved=movement_of_result(row.subject, cited, newest) is not None,
        indicator="",
        unit="",
        status=None,
        page=page_of(start, row.subject),
    )


def explain(start: Start, movements: Iterable[Movement]) -> list[Phrase]:
    """What moved, each as a sentence with names instead of addresses."""
    facts = facts_or_none()
    return [
        Phrase(f"thread.moved.{move.how}", {"subject": _subject(start, move, facts), "became": move.became})
        for move in movements
    ]


def _subject(start: Start, move: Movement, facts: FactBase | None) -> Text:
    kind, _, number = move.subject.partition(":")
    if kind == "claim" and number.isdecimal():
        return Phrase("thread.claim_numbered", {"number": int(number)})
    is_figure = move.subject.count("/") == FIGURE_SLASHES
    return figure_name(facts, move.subject) if is_figure else result_name(facts, move.subject, start)


FIGURE_SLASHES = 3
"""A figure's address has three, a result's subject one at most."""

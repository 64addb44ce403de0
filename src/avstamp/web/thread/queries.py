"""What do the rows of a thread say, and where does each claim stand?

A whole start is read in as many questions, however many claims it has. The newest figures come from the fact base,
which asks the database nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from avstamp.domain.start.authors import Author, AuthorKind
from avstamp.domain.start.openness import DocumentStatus
from avstamp.domain.thread.claims import ClaimKind
from avstamp.domain.thread.revisions import FigureVersion, ResultVersion
from avstamp.domain.thread.staleness import (
    Links,
    Moved,
    Movement,
    Review,
    Standing,
    Verdict,
    closing_movement,
    movement_of_figure,
    movement_of_result,
    spread,
)
from avstamp.domain.values import Status, Text
from avstamp.web.start.queries import Start, roll_of
from avstamp.web.thread.models import Answer, AnsweredMovement, CitedFigure, CitedResult, Evidence
from avstamp.web.thread.models import Claim as Claim
from avstamp.web.thread.tables import THREAD_TABLES as THREAD_TABLES
from avstamp.web.thread.tables import people_in_thread as people_in_thread
from avstamp.web.thread.tables import thread_tables as thread_tables
from avstamp.web.thread.words import names_for, signed_author

NewestFigures = Callable[[Iterable[str]], Mapping[str, FigureVersion]]
"""Figures as they are now, for the subjects asked of; those that are gone from their source are left out."""


def claim_numbered(start: Start, number: int) -> Claim:
    """A claim of a start; raises `Claim.DoesNotExist`."""
    return Claim.objects.select_related("start__organisation").get(start=start, number=number)


@dataclass(frozen=True, slots=True)
class StandingClaim:
    """A completed claim that nobody has closed: number, text and whose it is."""

    number: int
    text: str
    author: Text


def standing_claims(start: Start, kind: ClaimKind) -> list[StandingClaim]:
    """The claims of a kind that are completed and not closed, oldest first; no draft is told."""
    closing = Answer.objects.exclude(verdict=Verdict.STILL_HOLDS.value)
    completed = Claim.objects.filter(start=start, kind=kind.value).exclude(
        status=DocumentStatus.WORKING.value
    )
    open_still = completed.exclude(pk__in=closing.values("claim_id"))
    rows = list(open_still.select_related("owner").order_by("number"))
    authors = {row.pk: Author(AuthorKind(row.author_kind), row.author_name) for row in rows}
    names, roll = names_for(start, authors.values()), roll_of(start)
    return [
        StandingClaim(
            row.number,
            row.text,
            signed_author(
                names,
                authors[row.pk],
                owner=str(row.owner.identifier) if row.owner else "",
                written=row.written_day,
                roll=roll,
            ),
        )
        for row in rows
    ]


ClaimRow = tuple[int, int, str]
"""A claim's row, its number and its kind."""


def claim_rows(start: Start) -> list[ClaimRow]:
    """The claims of a start, in order of number."""
    return list(Claim.objects.filter(start=start).order_by("number").values_list("id", "number", "kind"))


def review_start(
    start: Start,
    *,
    newest_figures: NewestFigures,
    newest_results: Mapping[str, ResultVersion],
    claims: Sequence[ClaimRow] | None = None,
) -> Review:
    """Where every claim of a start stands, by its number, and what moved under those that are stale.

    Args:
        start: the start.
        newest_figures: asks the fact base and the organisation's own sources.
        newest_results: results as the newest method computes them now, by subject.
        claims: the claims, where they have been read already.
    """
    rows = claim_rows(start) if claims is None else claims
    rank_of = {kind.value: kind.rank for kind in ClaimKind}
    numbers = [row[1] for row in rows]
    place = {row[0]: index for index, row in enumerate(rows)}
    upper, lower = _edges_between(start, place)
    direct = _direct(start, place, newest_figures, newest_results)
    closed, seen = _answers(start, place, numbers)
    ranks = np.array([rank_of[row[2]] for row in rows], np.int8)
    links = Links(ranks, np.array(upper, np.int64), np.array(lower, np.int64))
    stale = spread(links, direct=direct, closed=closed, answered=seen)
    standing = dict.fromkeys(numbers, Standing.HOLDS)
    standing |= {numbers[index]: Standing.STALE for index in stale}
    standing |= {numbers[index]: _closed_standing(movement) for index, movement in closed.items()}
    return Review(standing, {numbers[index]: moves for index, moves in stale.items()})


def _closed_standing(movement: Movement) -> Standing:
    return Standing.WITHDRAWN if movement.how is Moved.WITHDRAWN else Standing.REPLACED


def _edges_between(start: Start, place: Mapping[int, int]) -> tuple[list[int], list[int]]:
    edges = Evidence.objects.filter(claim__start=start, target__isnull=False)
    pairs = list(edges.values_list("claim_id", "target_id"))
    return [place[claim] for claim, _ in pairs], [place[target] for _, target in pairs]


def _direct(
    start: Start,
    place: Mapping[int, int],
    newest_figures: NewestFigures,
    newest_results: Mapping[str, ResultVersion],
) -> dict[int, list[Movement]]:
    """What moved under each claim itself; a figure that many cite is looked at once."""
    edges = Evidence.objects.filter(claim__start=start)
    found: dict[int, list[Movement]] = {}
    for column, moves in (
        ("figure_id", _moved_figures(start, newest_figures)),
        ("result_id", _moved_results(start, newest_results)),
    ):
        cited = edges.filter(**{f"{column}__in": list(moves)}) if moves else edges.none()
        for claim, row in cited.values_list("claim_id", column):
            found.setdefault(place[claim], []).append(moves[row])
    return found


def _moved_figures(start: Start, newest_figures: NewestFigures) -> dict[int, Movement]:
    columns = ("pk", "subject", "value", "status", "dated", "decimals")
    cited = CitedFigure.objects.filter(pk__in=Evidence.objects.filter(claim__start=start).values("figure"))
    rows = list(cited.values_list(*columns))
    newest = newest_figures({row[1] for row in rows})
    moves = (
        (
            row[0],
            movement_of_figure(row[1], FigureVersion(row[2], Status(row[3]), *row[4:]), newest.get(row[1])),
        )
        for row in rows
    )
    return {figure: movement for figure, movement in moves if movement is not None}


def _moved_results(start: Start, newest_results: Mapping[str, ResultVersion]) -> dict[int, Movement]:
    cited = CitedResult.objects.filter(pk__in=Evidence.objects.filter(claim__start=start).values("result"))
    moves = (
        (row[0], movement_of_result(row[1], ResultVersion(*row[2:]), newest_results.get(row[1])))
        for row in cited.values_list("pk", "subject", "version", "data", "outcome")
    )
    return {result: movement for result, movement in moves if movement is not None}


def _answers(
    start: Start, place: Mapping[int, int], numbers: list[int]
) -> tuple[dict[int, Movement], dict[int, list[Movement]]]:
    closing = (
        Answer.objects.filter(claim__start=start)
        .exclude(verdict=Verdict.STILL_HOLDS.value)
        .values_list("claim_id", "replaced_by__number")
    )
    closed = {
        place[claim]: closing_movement(numbers[place[claim]], replaced_by) for claim, replaced_by in closing
    }
    seen: dict[int, list[Movement]] = {}
    rows = AnsweredMovement.objects.filter(answer__claim__start=start).values_list(
        "answer__claim_id", "subject", "how", "became"
    )
    for claim, subject, how, became in rows:
        seen.setdefault(place[claim], []).append(Movement(subject, Moved(how), became))
    return closed, seen

"""What do the rows of a thread say, and where does each claim stand?

A whole start is read in four questions, however many claims it has. The newest figures come from the fact base, which
asks the database nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import numpy as np

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
from avstamp.domain.values import Status
from avstamp.web.start.queries import Start
from avstamp.web.thread.models import Answer, AnsweredMovement, Evidence
from avstamp.web.thread.models import Claim as Claim
from avstamp.web.thread.tables import THREAD_TABLES as THREAD_TABLES
from avstamp.web.thread.tables import people_in_thread as people_in_thread
from avstamp.web.thread.tables import thread_tables as thread_tables

NewestFigures = Callable[[Iterable[str]], Mapping[str, FigureVersion]]
"""Figures as they are now, for the subjects asked of; those that are gone from their source are left out."""


def claim_numbered(start: Start, number: int) -> Claim:
    """A claim of a start; raises `Claim.DoesNotExist`."""
    return Claim.objects.select_related("start__organisation").get(start=start, number=number)


def standing_claims(start: Start, kind: ClaimKind) -> list[tuple[int, str]]:
    """Number and text of the claims of a kind that are completed and not closed, oldest first; no draft is told."""
    closing = Answer.objects.exclude(verdict=Verdict.STILL_HOLDS.value)
    completed = Claim.objects.filter(start=start, kind=kind.value).exclude(
        status=DocumentStatus.WORKING.value
    )
    open_still = completed.exclude(pk__in=closing.values("claim_id"))
    return list(open_still.order_by("number").values_list("number", "text"))


def review_start(
    start: Start, *, newest_figures: NewestFigures, newest_results: Mapping[str, ResultVersion]
) -> Review:
    """Where every claim of a start stands, by its number, and what moved under those that are stale.

    Args:
        start: the start.
        newest_figures: asks the fact base and the organisation's own sources.
        newest_results: results as the newest method computes them now, by subject.
    """
    ids, numbers, ranks = _claims(start)
    place = {id: index for index, id in enumerate(ids)}
    upper, lower, cited_figures, cited_results = _edges(start, place)
    newest = newest_figures({subject for _, subject, _ in cited_figures})
    direct = _direct(cited_figures, cited_results, newest, newest_results)
    closed, seen = _answers(start, place, numbers)
    links = Links(np.array(ranks, np.int8), np.array(upper, np.int64), np.array(lower, np.int64))
    stale = spread(links, direct=direct, closed=closed, answered=seen)
    standing = dict.fromkeys(numbers, Standing.HOLDS)
    standing |= {numbers[index]: Standing.STALE for index in stale}
    standing |= {numbers[index]: _closed_standing(movement) for index, movement in closed.items()}
    return Review(standing, {numbers[index]: moves for index, moves in stale.items()})


def _closed_standing(movement: Movement) -> Standing:
    return Standing.WITHDRAWN if movement.how is Moved.WITHDRAWN else Standing.REPLACED


def _claims(start: Start) -> tuple[list[int], list[int], list[int]]:
    rank_of = {kind.value: kind.rank for kind in ClaimKind}
    rows = list(Claim.objects.filter(start=start).order_by("number").values_list("id", "number", "kind"))
    return [row[0] for row in rows], [row[1] for row in rows], [rank_of[row[2]] for row in rows]


def _edges(
    start: Start, place: Mapping[int, int]
) -> tuple[
    list[int],
    list[int],
    list[tuple[int, str, FigureVersion]],
    list[tuple[int, str, ResultVersion]],
]:
    upper: list[int] = []
    lower: list[int] = []
    edges = Evidence.objects.filter(claim__start=start)
    for claim, target in edges.filter(target__isnull=False).values_list("claim_id", "target_id"):
        upper.append(place[claim])
        lower.append(place[target])
    columns = (
        "claim_id",
        *(f"figure__{name}" for name in ("subject", "value", "status", "dated", "decimals")),
    )
    figures = [
        (place[claim], subject, FigureVersion(value, Status(status), dated, decimals))
        for claim, subject, value, status, dated, decimals in edges.filter(figure__isnull=False).values_list(
            *columns
        )
    ]
    columns = ("claim_id", *(f"result__{name}" for name in ("subject", "version", "data", "outcome")))
    results = [
        (place[claim], subject, ResultVersion(version, data, outcome))
        for claim, subject, version, data, outcome in edges.filter(result__isnull=False).values_list(*columns)
    ]
    return upper, lower, figures, results


def _direct(
    cited_figures: Iterable[tuple[int, str, FigureVersion]],
    cited_results: Iterable[tuple[int, str, ResultVersion]],
    newest_figures: Mapping[str, FigureVersion],
    newest_results: Mapping[str, ResultVersion],
) -> dict[int, list[Movement]]:
    found: dict[int, list[Movement]] = {}
    for claim, subject, figure in cited_figures:
        movement = movement_of_figure(subject, figure, newest_figures.get(subject))
        if movement is not None:
            found.setdefault(claim, []).append(movement)
    for claim, subject, result in cited_results:
        movement = movement_of_result(subject, result, newest_results.get(subject))
        if movement is not None:
            found.setdefault(claim, []).append(movement)
    return found


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

"""What do the rows of a thread say, and where does each claim stand?

A whole start is read in as many questions, however many claims it has; so are a few claims of it, where only they have
been written to. Staleness is computed from all of it every time, and stored nowhere. The newest figures come from the
fact base, which asks the database nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeVar

import numpy as np
from django.db.models import QuerySet

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
from avstamp.web.thread.models import Answer, AnsweredMovement, CitedFigure, CitedResult, Claim, Evidence

NewestFigures = Callable[[Iterable[str]], Mapping[str, FigureVersion]]
"""Figures as they are now, for the subjects asked of; those that are gone from their source are left out."""

NewestResults = Callable[[Iterable[str]], Mapping[str, ResultVersion]]
"""Results as their methods compute them now; those that are computed no more are left out."""

T = TypeVar("T")
_RANK = {kind.value: kind.rank for kind in ClaimKind}


class ClaimRow(NamedTuple):
    """What every page of a thread needs of a claim; its text is read for the claims that a page shows."""

    id: int
    number: int
    kind: str
    status: str
    author_kind: str
    author_name: str
    written_day: date
    owner_id: int | None
    replaces_id: int | None


@dataclass(frozen=True)
class ThreadRows:
    """A start's thread, or a part of it; everything is named by its claim's row, in order of number.

    `edges` are the claims it rests on, `direct` what moved among the figures and results it cites itself, `closed` what
    its closing is for those that rest on it, `answered` the movements its owner has said it holds in spite of.
    """

    claims: Mapping[int, ClaimRow]
    edges: Mapping[int, tuple[int, ...]]
    direct: Mapping[int, tuple[Movement, ...]]
    closed: Mapping[int, Movement]
    answered: Mapping[int, tuple[Movement, ...]]

    def written_over(self, newer: ThreadRows, touched: Collection[int]) -> ThreadRows:
        """The same thread with some claims as they are read anew.

        Args:
            newer: those claims as they are now; one that is not there is gone.
            touched: their rows.
        """
        return ThreadRows(
            _over(self.claims, newer.claims, touched),
            _over(self.edges, newer.edges, touched),
            _over(self.direct, newer.direct, touched),
            _over(self.closed, newer.closed, touched),
            _over(self.answered, newer.answered, touched),
        )


def _over(older: Mapping[int, T], newer: Mapping[int, T], touched: Collection[int]) -> dict[int, T]:
    merged = {**older, **newer}
    for row in touched:
        if row not in newer:
            merged.pop(row, None)
    return merged


def read_rows(
    start: Start,
    *,
    newest_figures: NewestFigures,
    newest_results: NewestResults,
    numbers: Collection[int] | None = None,
) -> ThreadRows:
    """The thread of a start, in a number of questions that does not grow with it.

    Args:
        start: the start.
        newest_figures: asks the fact base and the organisation's own sources.
        newest_results: asks the methods.
        numbers: the claims to read; all where it is None.
    """
    claims = Claim.objects.filter(start=start)
    edges = Evidence.objects.filter(claim__start=start)
    answers = Answer.objects.filter(claim__start=start)
    if numbers is not None:
        claims = claims.filter(number__in=numbers)
        edges = edges.filter(claim__number__in=numbers)
        answers = answers.filter(claim__number__in=numbers)
    found = claims.order_by("number").values_list(*ClaimRow._fields)
    named = list(edges.values_list("claim_id", "figure_id", "result_id", "target_id"))
    figures, results = _moved_figures(edges, newest_figures), _moved_results(edges, newest_results)
    return ThreadRows(
        claims={row[0]: ClaimRow._make(row) for row in found.iterator()},
        edges=_grouped((claim, target) for claim, _, _, target in named if target is not None),
        direct=_grouped(
            (claim, figures[figure] if figure in figures else results[result])
            for claim, figure, result, _ in named
            if figure in figures or result in results
        ),
        closed=_closed(answers),
        answered=_answered(answers),
    )


def review_rows(rows: ThreadRows) -> Review:
    """Where every claim stands, by its number, and what moved under those that are stale."""
    numbers = [row.number for row in rows.claims.values()]
    place = {row: index for index, row in enumerate(rows.claims)}
    pairs = [
        (place[upper], place[lower])
        for upper, below in rows.edges.items()
        for lower in below
        if upper in place and lower in place
    ]
    between = np.array(pairs, np.int64).reshape(-1, 2)
    ranks = np.array([_RANK[row.kind] for row in rows.claims.values()], np.int8)
    closed = {place[row]: movement for row, movement in rows.closed.items() if row in place}
    stale = spread(
        Links(ranks, between[:, 0], between[:, 1]),
        direct={place[row]: moves for row, moves in rows.direct.items() if row in place},
        closed=closed,
        answered={place[row]: moves for row, moves in rows.answered.items() if row in place},
    )
    standing = dict.fromkeys(numbers, Standing.HOLDS)
    standing |= {numbers[index]: Standing.STALE for index in stale}
    standing |= {numbers[index]: _closed_standing(movement) for index, movement in closed.items()}
    return Review(standing, {numbers[index]: moves for index, moves in stale.items()})


def _closed_standing(movement: Movement) -> Standing:
    return Standing.WITHDRAWN if movement.how is Moved.WITHDRAWN else Standing.REPLACED


def _grouped(pairs: Iterable[tuple[int, T]]) -> dict[int, tuple[T, ...]]:
    found: dict[int, list[T]] = {}
    for row, one in pairs:
        found.setdefault(row, []).append(one)
    return {row: tuple(ones) for row, ones in found.items()}


def _moved_figures(edges: QuerySet[Evidence], newest_figures: NewestFigures) -> dict[int, Movement]:
    columns = ("pk", "subject", "value", "status", "dated", "decimals")
    cited = CitedFigure.objects.filter(pk__in=edges.values("figure"))
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


def _moved_results(edges: QuerySet[Evidence], newest_results: NewestResults) -> dict[int, Movement]:
    cited = CitedResult.objects.filter(pk__in=edges.values("result"))
    rows = list(cited.values_list("pk", "subject", "version", "data", "outcome"))
    newest = newest_results({row[1] for row in rows}) if rows else {}
    moves = (
        (row[0], movement_of_result(row[1], ResultVersion(*row[2:]), newest.get(row[1]))) for row in rows
    )
    return {result: movement for result, movement in moves if movement is not None}


def _closed(answers: QuerySet[Answer]) -> dict[int, Movement]:
    closing = answers.exclude(verdict=Verdict.STILL_HOLDS.value)
    columns = ("claim_id", "claim__number", "replaced_by__number")
    return {
        row: closing_movement(number, replaced_by)
        for row, number, replaced_by in closing.values_list(*columns)
    }


def _answered(answers: QuerySet[Answer]) -> dict[int, tuple[Movement, ...]]:
    seen = AnsweredMovement.objects.filter(answer__in=answers.values("pk"))
    columns = ("answer__claim_id", "subject", "how", "became")
    return _grouped(
        (row, Movement(subject, Moved(how), became))
        for row, subject, how, became in seen.values_list(*columns)
    )

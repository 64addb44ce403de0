"""Who is missing? Invited, present, answered and spoken, by role and by board, never by person."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from avstamp.domain.room.publishing import LEAST, Cell, cells_of

MOST_TRIED = 20_000
"""Choices of kinds of people that are tried against the figures before a board; with more it is left out untried."""


@dataclass(frozen=True, slots=True)
class Attendee:
    """One who is invited: role, boards, and whether present and answered (in a named round). Nothing that names.

    A guest without invitation is present with `invited` false.
    """

    role: str
    boards: frozenset[str] = frozenset()
    invited: bool = True
    present: bool = False
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Attendance:
    """One row: the roles or boards that it counts together, and how many of them; `spoken` is turns of speaking."""

    groups: frozenset[str]
    invited: int
    present: int
    answered: int
    spoken: int = 0

    @property
    def missing(self) -> int:
        """Those invited beyond the number present; 0 when guests fill the row."""
        return max(0, self.invited - self.present)


@dataclass(frozen=True, slots=True)
class WhoIsMissing:
    """The two tables, made so that nobody is found by laying them side by side."""

    by_role: tuple[Attendance, ...]
    by_board: tuple[Attendance, ...]


def whole_cells(size: Mapping[str, int]) -> tuple[Cell, ...]:
    """Groups as rows that everyone is in, each of at least `LEAST` people; none when they are fewer in all.

    Definition: `cells_of`, and groups that are too few even together are put in the smallest row, the first of several.
    A sum over all rows is then a sum over all people, and nobody is found by subtracting it.

    Example:
        >>> [(sorted(cell.groups), cell.n) for cell in whole_cells({"ruling": 9, "opposition": 6, "auditor": 1})]
        [(['auditor', 'opposition'], 7), (['ruling'], 9)]
    """
    cells = cells_of(size)
    shown = frozenset().union(*(cell.groups for cell in cells))
    left = {group: n for group, n in size.items() if n and group not in shown}
    if not cells or not left:
        return cells
    smallest = min(cells, key=lambda cell: (cell.n, sorted(cell.groups)))
    together = Cell(smallest.groups | frozenset(left), smallest.n + sum(left.values()))
    rest = [cell for cell in cells if cell is not smallest]
    return tuple(sorted([*rest, together], key=lambda cell: sorted(cell.groups)))


def who_is_missing(attendees: Iterable[Attendee], turns: Iterable[tuple[str, str]] = ()) -> WhoIsMissing:
    """Invited, present, answered and turns of speaking, by role and by board.

    Definition: rows of roles are `whole_cells`: everyone is in one. A board is a row of its own when it has at least
    `LEAST` people and no sum of multiples of its row, the rows of roles and the boards already taken is about fewer
    than `LEAST` people; boards are tried largest first, then by name. One who sits on two is counted in both, one who
    sits on none in neither.

    Args:
        attendees: everyone invited and every guest.
        turns: role and board (empty where none was said) of each turn of speaking.

    Returns:
        Rows in order of the groups' names; no rows when there are fewer than `LEAST` people.

    Example:
        >>> room = [Attendee("ruling", frozenset({"KS"}), present=number < 4) for number in range(6)]
        >>> room += [Attendee("opposition") for _ in range(7)]
        >>> found = who_is_missing(room)
        >>> [(sorted(row.groups), row.present, row.missing) for row in (*found.by_role, *found.by_board)]
        [(['opposition'], 0, 7), (['ruling'], 4, 2), (['KS'], 4, 2)]
    """
    everyone, spoken = list(attendees), list(turns)
    cells = whole_cells(Counter(attendee.role for attendee in everyone))
    row_of = {role: number for number, cell in enumerate(cells) for role in cell.groups}
    said = Counter(row_of.get(role, 0) for role, _ in spoken)
    by_role = tuple(
        _row(everyone, cell.groups, lambda one: frozenset({one.role}), said[number])
        for number, cell in enumerate(cells)
    )
    boards = _boards_to_show(everyone, cells)
    said_by_board = Counter(board for _, board in spoken if board)
    by_board = tuple(
        _row(everyone, frozenset({board}), lambda one: one.boards, said_by_board[board]) for board in boards
    )
    return WhoIsMissing(by_role, by_board)


def _row(
    everyone: Sequence[Attendee],
    groups: frozenset[str],
    groups_of: Callable[[Attendee], frozenset[str]],
    spoken: int,
) -> Attendance:
    inside = [attendee for attendee in everyone if groups_of(attendee) & groups]
    return Attendance(
        groups,
        sum(attendee.invited for attendee in inside),
        sum(attendee.present for attendee in inside),
        sum(attendee.answered for attendee in inside),
        spoken,
    )


def _boards_to_show(everyone: Sequence[Attendee], cells: Sequence[Cell]) -> tuple[str, ...]:
    if not cells:
        return ()
    size = Counter(board for attendee in everyone for board in attendee.boards)
    shown: list[str] = []
    for board in sorted(size, key=lambda board: (-size[board], board)):
        if size[board] >= LEAST and not _finds_few(everyone, cells, [*shown, board]):
            shown.append(board)
    return tuple(sorted(shown))


def _finds_few(everyone: Sequence[Attendee], cells: Sequence[Cell], boards: Sequence[str]) -> bool:
    """Whether some sum of multiples of the rows is about fewer than `LEAST` people.

    Definition: people who are in the same rows are one kind. With P the projection on the space that the rows span
    over kinds, weighted by nothing, a sum is about the kinds S alone exactly when P restricted to S has eigenvalue 1.
    """
    kinds = Counter(
        (*(attendee.role in cell.groups for cell in cells), *(board in attendee.boards for board in boards))
        for attendee in everyone
    )
    rows = np.array(list(kinds), dtype=float).T
    sizes = np.array(list(kinds.values()))
    # The rows of an orthonormal basis of what the figures span.
    _, found, basis = np.linalg.svd(rows, full_matrices=False)
    basis = basis[found > 1e-9 * max(1.0, float(found.max()))]
    projection = basis.T @ basis
    small = [kind for kind, n in enumerate(sizes) if n < LEAST]
    for number in range(1, LEAST):
        if math.comb(len(small), number) > 50 * MOST_TRIED:
            return True
        chosen = [
            some for some in combinations(small, number) if sum(int(sizes[kind]) for kind in some) < LEAST
        ]
        if len(chosen) > MOST_TRIED:
            return True
        if chosen:
            inside = np.array(chosen)
            blocks = projection[inside[:, :, None], inside[:, None, :]]
            if float(np.linalg.eigvalsh(blocks)[:, -1].max()) > 1 - 1e-7:
                return True
    return False

"""How do votes of different weight combine into a majority, and how often does each one decide it?

A weighted game is a list of whole weights (seats) and a quota (the votes that win). Everything here is
exact: counts are integers and indices are fractions, so no answer depends on rounding or on the order
in which parties happen to stand.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate
from math import factorial

import numpy as np
import numpy.typing as npt

from avstamp.domain.errors import AvstampError

MOST_WEIGHTS = 62
"""The number of coalitions of one size stays below 2**63 up to this many weights."""


class InvalidSeats(AvstampError, ValueError):
    """Seats, weights or parties that cannot describe an assembly; `subject` says which."""

    def __init__(self, message: str, *, subject: object) -> None:
        super().__init__(message)
        self.subject = subject


def shapley_shubik_index(weights: Sequence[int], quota: int) -> tuple[Fraction, ...]:
    """Share of all orders of joining in which each weight turns a losing coalition into a winning one.

    Formula: φ_i = Σ_k k!(n−k−1)!/n! · #{S ∌ i : |S| = k, quota − w_i ≤ w(S) < quota}.
    The coalitions are counted by size and weight in one table for all weights; the table without i is
    found by taking i out of it again, so the work grows as n²·quota and not as 2ⁿ.

    Args:
        weights: votes of each player, whole numbers of zero or more, at most 62 of them.
        quota: votes needed to win, from 1 to the sum of the weights.

    Returns:
        One fraction per weight, in the given order; they sum to exactly 1. A weight that never decides
        (a dummy) has 0.

    Raises:
        InvalidSeats: a weight is negative, the quota cannot be reached or is below 1, or there are too many.

    Source:
        L. S. Shapley and M. Shubik, "A Method for Evaluating the Distribution of Power in a Committee
        System", American Political Science Review 48 (1954), 787-792. Counting by generating function:
        I. Mann and L. S. Shapley, "Values of Large Games, VI", RAND RM-3158 (1962).

    Example:
        >>> [str(share) for share in shapley_shubik_index([50, 49, 1], 51)]
        ['2/3', '1/6', '1/6']
    """
    _require_game(weights, quota)
    players = len(weights)
    coalitions = _count_coalitions(weights, quota)
    orders = [factorial(size) * factorial(players - 1 - size) for size in range(players)]
    by_weight: dict[int, Fraction] = {}
    for weight in set(weights):
        others = _without(coalitions, weight)
        pivots = others[:players, max(0, quota - weight) : quota].sum(axis=1)
        decisive = sum(int(count) * order for count, order in zip(pivots, orders, strict=True))
        by_weight[weight] = Fraction(decisive, factorial(players))
    return tuple(by_weight[weight] for weight in weights)


def count_minimal_winning(weights: Sequence[int], quota: int) -> int:
    """Number of coalitions that win and would lose if any one of their members left.

    Definition: the sum over all sizes of `count_minimal_winning_by_size`, which says what it takes and raises.

    Returns:
        The exact count, also where `list_minimal_winning` shows only the first of them.

    Example:
        >>> count_minimal_winning([50, 49, 1], 51)
        2
    """
    return sum(count_minimal_winning_by_size(weights, quota))


def count_minimal_winning_by_size(weights: Sequence[int], quota: int) -> tuple[int, ...]:
    """Number of coalitions, by number of members, that win and would lose if any one of them left.

    Formula: with the weights in falling order a winning coalition is minimal exactly when it loses
    without its smallest member, so the count of size k is Σ_i #{S ⊆ larger : |S| = k − 1, quota − w_i ≤ w(S) < quota}.

    Args:
        weights: votes of each player, whole numbers of zero or more, at most 62 of them.
        quota: votes needed to win, from 1 to the sum of the weights.

    Returns:
        Exact counts; the first is for coalitions of one member, the last for all of them together.

    Raises:
        InvalidSeats: the weights and the quota do not make a game.

    Source:
        W. H. Riker, The Theory of Political Coalitions (1962), for the term; the count follows from it.

    Example:
        >>> count_minimal_winning_by_size([50, 49, 1], 51)
        (0, 2, 0)
    """
    _require_game(weights, quota)
    below = np.zeros((len(weights) + 1, quota), dtype=np.int64)
    below[0, 0] = 1
    found = np.zeros(len(weights) + 1, dtype=np.int64)
    for weight in sorted((weight for weight in weights if weight), reverse=True):
        found[1:] += below[:-1, max(0, quota - weight) :].sum(axis=1)
        if weight < quota:
            below[1:, weight:] += below[:-1, : quota - weight].copy()
    return tuple(int(count) for count in found[1:])


def list_minimal_winning(weights: Sequence[int], quota: int, *, limit: int) -> tuple[tuple[int, ...], ...]:
    """The first `limit` coalitions that win and would lose if any one of their members left.

    Args:
        weights: votes of each player, whole numbers of zero or more.
        quota: votes needed to win, from 1 to the sum of the weights.
        limit: the most coalitions to return.

    Returns:
        Tuples of positions in `weights`, larger weights first. The order is by the size of the members
        and then by position: it ranks nothing.

    Raises:
        InvalidSeats: the weights and the quota do not make a game.

    Example:
        >>> list_minimal_winning([1, 50, 49], 51, limit=10)
        ((1, 2), (1, 0))
    """
    _require_game(weights, quota)
    order = sorted(range(len(weights)), key=lambda position: (-weights[position], position))
    falling = [weights[position] for position in order]
    found: list[tuple[int, ...]] = []
    for coalition in _minimal_coalitions(falling, quota):
        if len(found) == limit:
            break
        found.append(tuple(order[member] for member in coalition))
    return tuple(found)


def _minimal_coalitions(falling: Sequence[int], quota: int) -> Iterator[tuple[int, ...]]:
    """Walk the coalitions of falling weights depth first, without branches that cannot reach the quota."""
    remaining = [*accumulate(reversed(falling), initial=0)][::-1]
    open_branches: list[tuple[tuple[int, ...], int, int]] = [((), 0, 0)]
    while open_branches:
        members, votes, candidate = open_branches.pop()
        if candidate == len(falling) or votes + remaining[candidate] < quota:
            continue
        open_branches.append((members, votes, candidate + 1))
        if votes + falling[candidate] >= quota:
            yield (*members, candidate)
        else:
            open_branches.append(((*members, candidate), votes + falling[candidate], candidate + 1))


def _count_coalitions(weights: Sequence[int], quota: int) -> npt.NDArray[np.int64]:
    """Number of coalitions by size (row) and votes below the quota (column)."""
    counts = np.zeros((len(weights) + 1, quota), dtype=np.int64)
    counts[0, 0] = 1
    for joined, weight in enumerate(weights):
        if weight < quota:
            counts[1 : joined + 2, weight:] += counts[: joined + 1, : quota - weight].copy()
    return counts


def _without(counts: npt.NDArray[np.int64], weight: int) -> npt.NDArray[np.int64]:
    """The same table for the other players, when one player of this weight is taken out."""
    others = counts.copy()
    quota = counts.shape[1]
    if weight < quota:
        for size in range(1, len(counts)):
            others[size, weight:] -= others[size - 1, : quota - weight]
    return others


def _require_game(weights: Sequence[int], quota: int) -> None:
    if len(weights) > MOST_WEIGHTS:
        raise InvalidSeats(
            f"{len(weights)} parties are more than the {MOST_WEIGHTS} that count exactly; merge some",
            subject=len(weights),
        )
    for weight in weights:
        if weight < 0:
            raise InvalidSeats(f"a weight of {weight} votes is negative; correct the seats", subject=weight)
    if not 1 <= quota <= sum(weights):
        raise InvalidSeats(
            f"a quota of {quota} votes cannot decide among {sum(weights)} votes; use 1 to {sum(weights)}",
            subject=quota,
        )

"""Who has how many seats, what does a majority take, and how much can each party decide?

The file states numbers about an elected council. It never proposes who should rule: minimal winning
coalitions and voting power are arithmetic over seats, and say nothing of who agrees with whom.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from avstamp.domain.start.weighted_game import (
    InvalidSeats,
    count_minimal_winning_by_size,
    list_minimal_winning,
    shapley_shubik_index,
)
from avstamp.domain.values import Phrase

__all__ = [
    "Coalition",
    "Council",
    "InvalidSeats",
    "MinimalWinningCoalitions",
    "SeatChange",
    "Seats",
    "VotingPower",
    "compare_councils",
    "evaluate_coalition",
    "majority_threshold",
    "merge_parties",
    "minimal_winning_coalitions",
    "shapley_shubik",
]


@dataclass(frozen=True, slots=True)
class Seats:
    """The seats one party has in a council; `party` is its code or abbreviation, unique in the council."""

    party: str
    name: str
    seats: int


@dataclass(frozen=True, slots=True)
class Council:
    """An elected council: its seats by party, and the size the source states for it, where it states one."""

    unit: str
    year: int
    seats: tuple[Seats, ...]
    stated_total: int | None = None

    def __post_init__(self) -> None:
        for party, times in Counter(row.party for row in self.seats).items():
            if times > 1:
                raise InvalidSeats(f"party {party!r} stands {times} times in {self.unit}", subject=party)
        for row in self.seats:
            if row.seats < 0:
                raise InvalidSeats(
                    f"party {row.party!r} has {row.seats} seats in {self.unit}", subject=row.party
                )

    @property
    def total(self) -> int:
        """Number of seats, as the sum over the parties."""
        return sum(row.seats for row in self.seats)

    @property
    def threshold(self) -> int:
        """Seats that make a majority of the parties' sum."""
        return majority_threshold(self.total)

    @property
    def doubt(self) -> Phrase | None:
        """What to tell the reader when the parties' seats do not add up to the size the source states."""
        if self.stated_total is None or self.stated_total == self.total:
            return None
        return Phrase(
            "mandates.doubt.total_differs",
            {
                "party_sum": self.total,
                "stated_total": self.stated_total,
                "threshold": self.threshold,
                "threshold_stated": majority_threshold(self.stated_total),
            },
        )


@dataclass(frozen=True, slots=True)
class Coalition:
    """What a declared set of parties has together, against what a majority takes."""

    parties: tuple[str, ...]
    seats: int
    total: int
    threshold: int

    @property
    def has_majority(self) -> bool:
        """Whether the parties have more than half of the seats."""
        return self.seats >= self.threshold

    @property
    def margin(self) -> int:
        """Seats above the threshold: 0 is exactly enough, −1 is one short."""
        return self.seats - self.threshold

    @property
    def standing(self) -> Phrase:
        """Majority or minority, in words."""
        values = {"seats": self.seats, "total": self.total, "threshold": self.threshold}
        if self.has_majority:
            return Phrase("mandates.coalition.majority", {**values, "margin": self.margin})
        return Phrase("mandates.coalition.minority", {**values, "short": -self.margin})


@dataclass(frozen=True, slots=True)
class MinimalWinningCoalitions:
    """Coalitions that lose their majority if any member leaves: all are counted, the first are listed.

    `by_size` counts them by number of parties, from one party up.
    """

    count: int
    coalitions: tuple[tuple[str, ...], ...]
    by_size: tuple[int, ...]

    @property
    def fewest(self) -> int:
        """The fewest parties that have a majority together."""
        return next(size for size, count in enumerate(self.by_size, start=1) if count)

    @property
    def complete(self) -> bool:
        """Whether the list holds every one that was counted."""
        return len(self.coalitions) == self.count

    @property
    def summary(self) -> Phrase:
        """How many there are, and whether the list is cut."""
        if self.complete:
            return Phrase("mandates.minimal_winning.all", {"count": self.count})
        return Phrase("mandates.minimal_winning.first", {"count": self.count, "shown": len(self.coalitions)})


@dataclass(frozen=True, slots=True)
class VotingPower:
    """How often a party's seats decide a majority, beside its share of the seats; both exact."""

    party: str
    name: str
    seats: int
    index: Fraction
    share_of_seats: Fraction

    @property
    def share(self) -> float:
        """The index as a number between 0 and 1, for showing."""
        return float(self.index)


@dataclass(frozen=True, slots=True)
class SeatChange:
    """A party's seats in two councils; None where the party is not listed in that council."""

    party: str
    name: str
    before: int | None
    after: int | None

    @property
    def change(self) -> int | None:
        """Seats won (positive) or lost (negative); None when one of the two is not known."""
        if self.before is None or self.after is None:
            return None
        return self.after - self.before


def majority_threshold(total: int) -> int:
    """Fewest seats that are more than half of `total`.

    Formula: ⌊total / 2⌋ + 1.

    Args:
        total: number of seats in the council, 1 or more.

    Returns:
        Number of seats.

    Raises:
        InvalidSeats: `total` is below 1.

    Source:
        Kommunallag (2017:725) 5 kap. 5 §: the number of members is odd, so half is never a whole number.

    Example:
        >>> majority_threshold(61)
        31
    """
    if total < 1:
        raise InvalidSeats(f"a council of {total} seats has no majority; state its seats", subject=total)
    return total // 2 + 1


def evaluate_coalition(council: Council, parties: Collection[str]) -> Coalition:
    """Majority or minority, and by how much, for the parties that are declared to rule together.

    Formula: margin = Σ seats of the parties − threshold.

    Args:
        council: the council.
        parties: codes of the declared parties, each in the council, at least one.

    Returns:
        The coalition with its parties in the order of the council.

    Raises:
        InvalidSeats: no party is named, or one that is not in the council.

    Example:
        >>> council = Council("0000", 2026, (Seats("A", "A", 4), Seats("B", "B", 3), Seats("C", "C", 2)))
        >>> evaluate_coalition(council, ["B", "C"]).margin
        0
    """
    _require_parties(council, parties)
    members = tuple(row for row in council.seats if row.party in parties)
    return Coalition(
        parties=tuple(row.party for row in members),
        seats=sum(row.seats for row in members),
        total=council.total,
        threshold=council.threshold,
    )


def merge_parties(council: Council, parties: Collection[str], *, into: str, name: str) -> Council:
    """The same council with some parties counted as one, where they stand for election or vote together.

    Args:
        council: the council, which stays as it is.
        parties: codes of the parties to count as one, each in the council, at least one.
        into: code of the merged party; may be the code of one of them, of no other.
        name: its name.

    Returns:
        A council of the same total, the merged party in the place of the first of its parts.

    Raises:
        InvalidSeats: a party is not in the council, or `into` belongs to a party outside the merger.

    Example:
        >>> council = Council("0000", 2026, (Seats("A", "A", 4), Seats("B", "B", 3), Seats("C", "C", 2)))
        >>> merged = merge_parties(council, ["A", "C"], into="AC", name="A and C")
        >>> [(row.party, row.seats) for row in merged.seats]
        [('AC', 6), ('B', 3)]
    """
    _require_parties(council, parties)
    members = [row for row in council.seats if row.party in parties]
    merged = Seats(into, name, sum(row.seats for row in members))
    rows = [merged if row is members[0] else row for row in council.seats if row not in members[1:]]
    return replace(council, seats=tuple(rows))


def minimal_winning_coalitions(council: Council, *, limit: int = 100) -> MinimalWinningCoalitions:
    """Coalitions that have a majority and would lose it if any one of their parties left.

    Definition: a set of parties with at least `council.threshold` seats, each of whose members is needed.

    Args:
        council: the council; parties without seats are never members.
        limit: the most coalitions to list; the count is exact whatever the limit.

    Returns:
        The count and the list, larger parties first. The order ranks nothing and proposes nothing.

    Raises:
        InvalidSeats: the council has no seats.

    Source:
        W. H. Riker, The Theory of Political Coalitions (1962).

    Example:
        >>> council = Council("0000", 2026, (Seats("A", "A", 4), Seats("B", "B", 3), Seats("C", "C", 2)))
        >>> minimal_winning_coalitions(council).coalitions
        (('A', 'B'), ('A', 'C'), ('B', 'C'))
    """
    weights = [row.seats for row in council.seats]
    coalitions = list_minimal_winning(weights, council.threshold, limit=limit)
    by_size = count_minimal_winning_by_size(weights, council.threshold)
    return MinimalWinningCoalitions(
        count=sum(by_size),
        by_size=by_size,
        coalitions=tuple(tuple(council.seats[member].party for member in members) for members in coalitions),
    )


def shapley_shubik(council: Council) -> tuple[VotingPower, ...]:
    """Each party's voting power: how often its seats decide a majority, over all orders of joining.

    Definition: see `weighted_game.shapley_shubik_index`, with the seats as weights and the majority
    threshold as quota. It assumes that parties vote as one and that every order is as likely as another.

    Args:
        council: the council.

    Returns:
        One value per party in the order of the council; the indices sum to exactly 1, and a party whose
        seats never decide (none at all, for one) has 0.

    Raises:
        InvalidSeats: the council has no seats, or more than 62 parties.

    Source:
        L. S. Shapley and M. Shubik, American Political Science Review 48 (1954), 787-792.

    Example:
        >>> council = Council("0000", 2026, (Seats("A", "A", 50), Seats("B", "B", 49), Seats("C", "C", 1)))
        >>> [str(power.index) for power in shapley_shubik(council)]
        ['2/3', '1/6', '1/6']
    """
    indices = shapley_shubik_index([row.seats for row in council.seats], council.threshold)
    return tuple(
        VotingPower(row.party, row.name, row.seats, index, Fraction(row.seats, council.total))
        for row, index in zip(council.seats, indices, strict=True)
    )


def compare_councils(
    before: Council, after: Council, *, renamed: Mapping[str, str] | None = None
) -> tuple[SeatChange, ...]:
    """Change by party between two councils of the same unit.

    Args:
        before: the earlier council.
        after: the later council.
        renamed: old code to new code, for parties that changed name; several old may share one new.

    Returns:
        One row per party of either council, most seats in the later council first, then in the earlier,
        then by code. A party that a council does not list has None there, not 0.

    Raises:
        InvalidSeats: the councils belong to different units.

    Example:
        >>> old = Council("0000", 2022, (Seats("A", "A", 4), Seats("B", "B", 5)))
        >>> new = Council("0000", 2026, (Seats("A", "A", 6), Seats("B", "B", 3)))
        >>> [(row.party, row.change) for row in compare_councils(old, new)]
        [('A', 2), ('B', -2)]
    """
    if before.unit != after.unit:
        raise InvalidSeats(
            f"councils of {before.unit} and {after.unit} cannot be compared", subject=after.unit
        )
    new_codes = dict(renamed or {})
    earlier: Counter[str] = Counter()
    names: dict[str, str] = {}
    for row in before.seats:
        code = new_codes.get(row.party, row.party)
        earlier[code] += row.seats
        names.setdefault(code, row.name)
    later = {row.party: row.seats for row in after.seats}
    names |= {row.party: row.name for row in after.seats}
    changes = [SeatChange(code, name, earlier.get(code), later.get(code)) for code, name in names.items()]
    return tuple(sorted(changes, key=lambda row: (-(row.after or 0), -(row.before or 0), row.party)))


def _require_parties(council: Council, parties: Collection[str]) -> None:
    if not parties:
        raise InvalidSeats("no party is named; name at least one", subject=())
    unknown = sorted(set(parties) - {row.party for row in council.seats})
    if unknown:
        raise InvalidSeats(
            f"{', '.join(unknown)} has no row in the council of {council.unit} {council.year}; use its codes",
            subject=tuple(unknown),
        )

"""How is a result told? As the same blocks that a report is made of, for the screen, a page and a document alike."""

from __future__ import annotations

from collections.abc import Sequence

from avstamp.domain.documents.tree import Block, Cell, Column, Note, Table
from avstamp.domain.room.answers import Vote
from avstamp.domain.room.exercises import Exercise, ExerciseKind, Scale, Stage
from avstamp.domain.room.results import (
    Gathered,
    Group,
    Said,
    ScaleResult,
    Spoken,
    StageSaid,
    StatementResult,
    Tally,
    add_tallies,
    best_worst_results,
    placing_results,
    scale_results,
    statement_results,
    word_results,
)
from avstamp.domain.start.permissions import role_name
from avstamp.domain.start.roll import Role
from avstamp.domain.values import Phrase, Quantity, Verbatim

MOST_SAID = 60
"""Words or notes that are told; the rest are counted in a note."""


def tell_result(exercise: Exercise, gathered: Gathered) -> tuple[Block, ...]:
    """What an exercise came to, told in tables; nothing where nothing may be shown. The first holds the main thing.

    Args:
        exercise: what was asked.
        gathered: what may be shown; the sum over all is over its groups and no others.
    """
    groups = sorted(gathered.groups, key=lambda group: roles_place(group.roles))
    if exercise.kind is ExerciseKind.EPA:
        return _staged(gathered.stages)
    if exercise.kind is ExerciseKind.COLLECTION:
        return _said(gathered.said)
    if exercise.kind is ExerciseKind.ROUND:
        return _spoken(gathered.spoken)
    if not groups:
        return ()
    if exercise.kind in (ExerciseKind.CHECK_IN, ExerciseKind.CHECK_OUT):
        return _said(word_results(add_tallies(group.tally for group in groups)))
    if exercise.kind is ExerciseKind.STATEMENTS:
        return _statements(exercise, groups)
    if exercise.kind in (ExerciseKind.CONFIDENCE, ExerciseKind.PULSE):
        return _scales(exercise, groups)
    if exercise.kind is ExerciseKind.PLACING:
        return (_placing(exercise, groups),)
    return (_best_worst(exercise, groups),) if exercise.kind is ExerciseKind.BEST_WORST else ()


def tell_on_screen(exercise: Exercise, gathered: Gathered) -> tuple[Block, ...]:
    """The main thing alone, as it is read from ten metres: of statements the shares, for all and by group."""
    blocks = tell_result(exercise, gathered)[:1]
    if exercise.kind is not ExerciseKind.STATEMENTS or not blocks or not isinstance(blocks[0], Table):
        return blocks
    table = blocks[0]
    kept = (0, *range(len(Vote) + 1, len(table.columns) - 1))
    return (
        Table(
            table.caption,
            tuple(table.columns[place] for place in kept),
            tuple(tuple(row[place] for place in kept) for row in table.rows),
        ),
    )


def roles_name(roles: frozenset[str]) -> Phrase:
    """Which roles a row is of, in words."""
    return Phrase("room.group", {"roles": tuple(role_name(role) for role in Role if role in roles)})


def roles_place(roles: frozenset[str]) -> int:
    """Where a row of roles comes: as the first of its roles does."""
    order = list(Role)
    return min((order.index(role) for role in order if role in roles), default=len(order))


def _rows(groups: Sequence[Group]) -> list[tuple[Phrase, Tally]]:
    """All together first, then each group where there are several."""
    everyone = (Phrase("room.result.all"), add_tallies(group.tally for group in groups))
    return (
        [everyone, *((roles_name(group.roles), group.tally) for group in groups)]
        if len(groups) > 1
        else [everyone]
    )


def _statements(exercise: Exercise, groups: Sequence[Group]) -> tuple[Block, ...]:
    """All statements in one table with each group's share; then every vote, group by group."""
    names = (*Vote, "skipped", "share")
    votes = tuple(Column(Phrase(f"room.result.{name}"), numeric=True) for name in names)
    rows = [(name, statement_results(tally, len(exercise.items))) for name, tally in _rows(groups)]
    shares = tuple(Column(name, numeric=True) for name, _ in rows[1:])
    summary = Table(
        Phrase("room.result.statements"),
        (
            Column(Phrase("room.result.statement")),
            *votes[:3],
            votes[4],
            *shares,
            Column(Phrase("room.result.turns_it"), numeric=True),
        ),
        tuple(
            (
                Verbatim(text),
                *_votes(rows[0][1][item])[:3],
                _share(rows[0][1][item]),
                *(_share(results[item]) for _, results in rows[1:]),
                rows[0][1][item].votes_that_turn,
            )
            for item, text in enumerate(exercise.items)
        ),
    )
    columns = (Column(Phrase("room.result.group")), *votes)
    details = (
        Table(Verbatim(text), columns, tuple((name, *_votes(results[item])) for name, results in rows))
        for item, text in enumerate(exercise.items)
    )
    return (summary, *details)


def _votes(result: StatementResult) -> tuple[Cell, ...]:
    return (result.agree, result.disagree, result.undecided, result.skipped, _share(result))


def _share(result: StatementResult) -> Quantity:
    return _percent(result.share)


def _scales(exercise: Exercise, groups: Sequence[Group]) -> tuple[Block, ...]:
    scale = exercise.scale or Scale.FIVE
    columns = (
        Column(Phrase("room.result.group")),
        Column(Phrase("room.result.median"), numeric=True),
        *(Column(Verbatim(str(step)), numeric=True) for step in scale.steps),
    )
    rows = [(name, scale_results(tally, len(exercise.items), scale)) for name, tally in _rows(groups)]
    return tuple(
        Table(
            Verbatim(text),
            columns,
            tuple((name, _median(results[item]), *results[item].counts) for name, results in rows),
        )
        for item, text in enumerate(exercise.items)
    )


def _median(result: ScaleResult) -> Quantity:
    return Quantity(result.median, "", 1)


def _placing(exercise: Exercise, groups: Sequence[Group]) -> Block:
    results = placing_results(add_tallies(group.tally for group in groups), len(exercise.items))
    names = ("effect", "uncertainty", "effect_consensus", "uncertainty_consensus", "n")
    columns = (
        Column(Phrase("room.result.driver")),
        *(Column(Phrase(f"room.result.{name}"), numeric=True) for name in names),
    )
    rows = tuple(
        (
            Verbatim(text),
            _median(result.effect),
            _median(result.uncertainty),
            Quantity(result.effect.consensus, "", 2),
            Quantity(result.uncertainty.consensus, "", 2),
            result.effect.n,
        )
        for text, result in zip(exercise.items, results, strict=True)
    )
    return Table(Phrase("room.result.placing"), columns, rows)


def _best_worst(exercise: Exercise, groups: Sequence[Group]) -> Block:
    results = best_worst_results(add_tallies(group.tally for group in groups), len(exercise.items))
    names = ("score", "best", "worst", "shown")
    columns = (
        Column(Phrase("room.result.need")),
        *(Column(Phrase(f"room.result.{name}"), numeric=True) for name in names),
    )
    ordered = sorted(
        zip(exercise.items, results, strict=True),
        key=lambda pair: (-(pair[1].score if pair[1].score is not None else -2), pair[0].casefold()),
    )
    rows = tuple(
        (Verbatim(text), Quantity(result.score, "", 2, signed=True), result.best, result.worst, result.shown)
        for text, result in ordered
    )
    return Table(Phrase("room.result.best_worst"), columns, rows)


def _said(said: Sequence[Said]) -> tuple[Block, ...]:
    if not said:
        return ()
    columns = (Column(Phrase("room.result.said")), Column(Phrase("room.result.number"), numeric=True))
    rows = tuple((Verbatim(one.text), one.n) for one in said[:MOST_SAID])
    table = Table(Phrase("room.result.what_was_said"), columns, rows)
    more = len(said) - MOST_SAID
    return (table, Note((Phrase("room.result.more", {"more": more}),))) if more > 0 else (table,)


def _staged(stages: Sequence[StageSaid]) -> tuple[Block, ...]:
    """What was said alone, in pairs and by all, and so what was carried on."""
    if not stages:
        return ()
    columns = (
        Column(Phrase("room.result.said")),
        *(Column(Phrase(f"stage.{stage}"), numeric=True) for stage in Stage),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (Verbatim(one.text), *one.counts) for one in stages[:MOST_SAID]
    )
    table = Table(Phrase("room.result.by_stage"), columns, rows)
    more = len(stages) - MOST_SAID
    return (table, Note((Phrase("room.result.more", {"more": more}),))) if more > 0 else (table,)


def _spoken(spoken: Sequence[Spoken]) -> tuple[Block, ...]:
    """How long each group of roles has spoken, beside its part of those present."""
    if not any(row.turns for row in spoken):
        return ()
    names = ("turns", "minutes", "share_of_time", "share_of_present")
    columns = (
        Column(Phrase("room.result.role")),
        *(Column(Phrase(f"room.result.{name}"), numeric=True) for name in names),
    )
    rows = tuple(
        (
            roles_name(row.roles),
            row.turns,
            Verbatim(clock_text(row.seconds)),
            _percent(row.share_of_time),
            _percent(row.share_of_present),
        )
        for row in sorted(spoken, key=lambda row: roles_place(row.roles))
    )
    return (Table(Phrase("room.result.speaking"), columns, rows),)


def clock_text(seconds: int) -> str:
    """Minutes and seconds as a clock shows them.

    Example:
        >>> clock_text(75), clock_text(3600)
        ('1.15', '60.00')
    """
    return f"{seconds // 60}.{seconds % 60:02}"


def _percent(share: float | None) -> Quantity:
    return Quantity(None if share is None else 100 * share, "%", 0)

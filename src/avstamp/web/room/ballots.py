"""How is an anonymous answer cast? One ballot a slip and exercise, added to sums that hold nothing of who or when.

Nothing here knows of requests, sessions or people, and nothing is logged. What was cast cannot be found again: it can
neither be shown to the one who cast it nor taken back, and the page says so first.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Sequence

from django.db import connection, transaction

from avstamp.domain.errors import AvstampError
from avstamp.domain.room.answers import AnswerRefused, Mark, note_of, whole_ballot
from avstamp.domain.room.exercises import ExerciseKind
from avstamp.domain.values import Phrase
from avstamp.web.room.in_turn import in_turn
from avstamp.web.room.kept_agenda import agenda_to_answer
from avstamp.web.room.models import AgendaLine, AnonymousNote, AnonymousSum, Day, SpentTicket, Ticket
from avstamp.web.room.queries import exercise_of, progress_of
from avstamp.web.room.tickets import plain_code, spent_digest, ticket_digest

MOST_SETS = 20


class BallotRefused(AvstampError, ValueError):
    """A ballot cannot be cast; `phrase` says why and what to do. Nothing was stored."""

    def __init__(self, phrase: Phrase) -> None:
        self.phrase = phrase
        super().__init__(phrase.key)


def group_of_slip(day: Day, code: str) -> str:
    """Whose bowl a slip was drawn from; raises `BallotRefused` for one that is not of this day."""
    found = Ticket.objects.filter(digest=ticket_digest(day, plain_code(code)), day=day).first()
    if found is None:
        raise BallotRefused(Phrase("room.ballot.unknown_slip"))
    return found.group


def is_spent(line: AgendaLine, code: str) -> bool:
    """Whether a slip has answered an exercise."""
    return SpentTicket.objects.filter(digest=spent_digest(line, plain_code(code))).exists()


@in_turn()
@transaction.atomic
def cast_ballot(
    line: AgendaLine, code: str, marks: Sequence[Mark] = (), *, notes: Sequence[str] = ()
) -> None:
    """Cast a ballot: the slip is spent for this exercise and its group's sums go up, both or neither.

    Args:
        line: an anonymous exercise that is open.
        code: of the slip, as it was written.
        marks: what is said of the items.
        notes: what is written, for an exercise that gathers texts.

    Raises:
        BallotRefused: the exercise is not open or not anonymous, or the slip is not of this day or spent.
        AnswerRefused: the answer is not one the exercise asks for.
    """
    kept, locked = agenda_to_answer(line)
    exercise = exercise_of(locked)
    if not exercise.is_anonymous:
        raise BallotRefused(Phrase("room.ballot.named"))
    if not progress_of(locked).collecting:
        raise BallotRefused(Phrase("room.refused.not_open"))
    group = group_of_slip(kept.day, code)
    if is_spent(locked, code):
        raise BallotRefused(Phrase("room.ballot.spent"))
    cast, texts = _checked(locked, marks, notes)
    counted = group if exercise.traits.grouped else ""
    SpentTicket.objects.create(digest=spent_digest(locked, plain_code(code)), line=locked, group=counted)
    _count(locked, counted, (Mark(0, ""), *cast))
    for text in texts:
        AnonymousNote.objects.create(key=secrets.token_hex(32), line=locked, text=text)


def _checked(
    line: AgendaLine, marks: Sequence[Mark], notes: Sequence[str]
) -> tuple[tuple[Mark, ...], tuple[str, ...]]:
    exercise = exercise_of(line)
    if exercise.kind is ExerciseKind.COLLECTION:
        texts = tuple(note_of(exercise, note) for note in notes if note.strip())
        if not texts:
            raise AnswerRefused(Phrase("room.answer.empty"))
        if len(texts) > exercise.most_each:
            raise AnswerRefused(
                Phrase("room.answer.many_notes", {"most": exercise.most_each, "given": len(texts)})
            )
        return (), texts
    if exercise.kind in (ExerciseKind.CHECK_IN, ExerciseKind.CHECK_OUT, ExerciseKind.BEST_WORST):
        if not marks or len(marks) > MOST_SETS:
            raise AnswerRefused(Phrase("room.answer.empty"))
        return tuple(marks), ()
    return whole_ballot(exercise, marks), ()


def _count(line: AgendaLine, group: str, marks: Sequence[Mark]) -> None:
    """Count each mark up by one, in one statement that nobody comes between."""
    rows = [
        (f"{line.pk}/{group}/{mark.item}/{mark.said}", line.pk, group, mark.item, mark.said, n)
        for mark, n in Counter(marks).items()
    ]
    table = connection.ops.quote_name(AnonymousSum._meta.db_table)
    # Django says how a row that is there is to be set, but not that it is to be one more than it is.
    values = ", ".join(["(%s, %s, %s, %s, %s, %s)"] * len(rows))
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO {table} ("key", "line_id", "group", "item", "said", "n") VALUES {values} '  # noqa: S608
            f'ON CONFLICT ("key") DO UPDATE SET "n" = {table}."n" + excluded."n"',
            [value for row in sorted(rows) for value in row],
        )

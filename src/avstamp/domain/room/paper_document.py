"""How is one blank ballot told as a document, for those who want to change its looks before it is copied?"""

from __future__ import annotations

from datetime import date

from avstamp.domain.documents.tree import Block, Column, Document, Note, Paragraph, Section, Table
from avstamp.domain.room.exercises import Exercise, ExerciseKind
from avstamp.domain.room.paper import LETTERS, edition_of, role_keys
from avstamp.domain.room.paper_sheets import (
    Ask,
    Choose,
    PaperBlock,
    PileKind,
    Protocol,
    Write,
    how_to_answer,
    lay_out,
    said_of_openness,
)
from avstamp.domain.values import Phrase, Verbatim

TICK = Verbatim("☐")
LINE = Verbatim("_" * 60)
CODE = Verbatim("☐☐☐☐ – ☐☐☐☐ – ☐☐☐☐")


def ballot_document(exercise: Exercise, kind: PileKind, *, title: str, day: date) -> Document:
    """One ballot without a code, in the first of its forms where it has several.

    Args:
        exercise: what is asked.
        kind: whether a name or a slip's code is written on it.
        title: what the day is called.
        day: the day it is held.
    """
    letter = LETTERS[0] if exercise.kind is ExerciseKind.BEST_WORST else ""
    said = {
        "title": Verbatim(title),
        "edition": Phrase("paper.edition", {"edition": edition_of(exercise)}),
        "letter": Phrase("paper.letter", {"letter": letter}),
    }
    return Document(
        Verbatim(exercise.question),
        Phrase("paper.document.subtitle_letter" if letter else "paper.document.subtitle", said),
        day,
        opening=(*_head(exercise, kind), *(_block(block) for block in lay_out(exercise, letter))),
        contents=False,
    )


def _head(exercise: Exercise, kind: PileKind) -> tuple[Block, ...]:
    how = Paragraph((how_to_answer(exercise),))
    if exercise.kind is ExerciseKind.ROUND:
        return (how,)
    note = Note((said_of_openness(kind), Phrase("paper.mend")))
    if kind is PileKind.SLIP:
        return (Paragraph((Phrase("paper.write_code"),)), Paragraph((CODE,)), how, note)
    roles = tuple(
        (TICK, Phrase("paper.document.key", {"key": key.typed, "label": key.label})) for key in role_keys()
    )
    columns = (Column(Phrase("paper.document.tick")), Column(Phrase("paper.heading.role")))
    name = Paragraph((Phrase("paper.write_name"), LINE))
    return (name, Table(Phrase("paper.tick_role"), columns, roles), how, note)


def _block(block: PaperBlock) -> Block:
    match block:
        case Ask():
            heading = Phrase("paper.heading.item", {"number": block.number, "text": Verbatim(block.text)})
            labels = tuple(
                Column(
                    Phrase("paper.document.key", {"key": key.typed, "label": key.label})
                    if key.label != Verbatim(key.typed)
                    else key.label
                )
                for key in block.lines[0][1]
            )
            if block.lines[0][0] is None:
                return Table(heading, labels, ((TICK,) * len(labels),))
            first = Column(Phrase("paper.document.about"))
            rows = tuple((name, *((TICK,) * len(labels))) for name, _keys in block.lines)
            return Table(heading, (first, *labels), rows)
        case Choose():
            parts = tuple(Column(Phrase(f"paper.part.{part}")) for part in ("best", "worst"))
            rows = tuple(
                (Phrase("paper.heading.item", {"number": number, "text": Verbatim(text)}), TICK, TICK)
                for number, text in enumerate(block.texts, start=1)
            )
            heading = Phrase("paper.set", {"number": block.number})
            return Table(heading, (Column(Phrase("paper.document.about")), *parts), rows)
        case Write():
            return Section(block.heading, tuple(Paragraph((LINE,)) for _ in range(block.lines)))
        case Protocol():
            columns = tuple(Column(column) for column in block.columns)
            return Table(Phrase("exercise.round"), columns, ((None,) * len(columns),) * block.rows)

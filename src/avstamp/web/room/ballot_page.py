"""Which page of a ballot is shown: one question, or all that has been chosen before it is cast?

Nothing of a ballot is kept between its pages: what has been chosen goes along in the form, from page to page, and the
slip's code is asked for last, so that no half-filled ballot comes together with a slip.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from avstamp.domain.room.answers import SKIP, Mark
from avstamp.domain.room.exercises import Exercise, ExerciseKind
from avstamp.web.room.asking import NOTES, WORDS, Ask, asks_of, read_marks

EVERYTHING = "alla"


@dataclass(frozen=True)
class BallotPage:
    """One page of a ballot. `ask` is what is asked on it; None where all that has been chosen is shown."""

    exercise: Exercise
    asks: Sequence[Ask]
    ask: Ask | None
    writing: bool
    filled: Mapping[str, str]
    texts: Sequence[str]

    @property
    def reviewing(self) -> bool:
        """Whether all that has been chosen is shown."""
        return self.ask is None and not self.writing

    @property
    def words(self) -> bool:
        """Whether it is answered with a few words."""
        return self.exercise.kind in WORDS

    @property
    def written(self) -> Sequence[str]:
        """The notes that have been written."""
        return [text for text in self.texts if text.strip()]

    @property
    def fields(self) -> Sequence[str]:
        """The notes, with empty ones up to as many as one may write."""
        most = self.exercise.most_each if self.exercise.kind in NOTES else 0
        return [*self.texts, *[""] * most][:most]

    @property
    def number(self) -> int:
        """The number of what is asked, from 1."""
        return self.ask.number if self.ask is not None else len(self.asks)

    @property
    def before(self) -> int | None:
        """What was asked before this; None for the first."""
        return self.ask.item - 1 if self.ask is not None and self.ask.item else None

    @property
    def carried(self) -> Sequence[tuple[str, str]]:
        """What goes along unseen: everything that has been chosen but what is asked for on this page."""
        along = [pair for ask in self.asks if ask is not self.ask for pair in _along(ask)]
        if slip := self.filled.get("lapp", ""):
            along += [] if self.reviewing else [("lapp", slip)]
        if not self.writing:
            along += [("ord", self.filled["ord"])] if self.words and self.filled.get("ord") else []
            along += [("text", text) for text in self.written]
        return along

    @property
    def kept(self) -> Sequence[str]:
        """What has been chosen before of what is asked anew, to stand if one goes away without choosing."""
        if self.ask is None or self.ask.half:
            return []
        shown = set((self.ask.hidden or {}).items())
        return [f"{name}={value}" for name, value in _along(self.ask) if (name, value) not in shown]


def ballot_page(
    exercise: Exercise, filled: Mapping[str, str], texts: Sequence[str], *, seed: int, reviewing: bool = False
) -> BallotPage:
    """The page that follows on what was sent.

    Args:
        exercise: what is answered.
        filled: the fields that were sent; `visa` is what one wants to see, `fraga` what was just answered.
        texts: notes that were written.
        seed: by which chance needs are laid out, the first time.
        reviewing: show all that has been chosen, whatever was asked for.
    """
    asks = asks_of(exercise, filled, seed=seed)
    writes = exercise.kind in NOTES + WORDS
    wanted = EVERYTHING if reviewing else filled.get("visa", "")
    if writes or wanted == EVERYTHING:
        return BallotPage(exercise, asks, None, writes and wanted != EVERYTHING, filled, texts)
    return BallotPage(exercise, asks, _asked(asks, wanted, filled.get("fraga", "")), False, filled, texts)


def marks_of(page: BallotPage) -> tuple[Mark, ...]:
    """What the ballot says. What was half chosen was not, as the review says; a set of needs skipped says nothing."""
    if page.exercise.kind in NOTES:
        return ()
    if page.exercise.kind in WORDS:
        return read_marks(page.exercise, page.filled)
    sent = dict(pair for ask in page.asks if ask.whole or ask.skipped for pair in _along(ask))
    marks = read_marks(page.exercise, sent)
    silent = page.exercise.kind is ExerciseKind.BEST_WORST
    return tuple(mark for mark in marks if not (silent and mark.said == SKIP))


def _asked(asks: Sequence[Ask], wanted: str, answered: str) -> Ask | None:
    if wanted.isascii() and wanted.isdigit():
        return next((ask for ask in asks if ask.item == int(wanted)), None)
    at = int(answered) if answered.isascii() and answered.isdigit() else -1
    if half := next((ask for ask in asks if ask.item == at and ask.half and not ask.skipped), None):
        return half
    left = [ask for ask in asks if not ask.whole and not ask.skipped]
    return next((ask for ask in left if ask.item > at), next(iter(left), None))


def _along(ask: Ask) -> list[tuple[str, str]]:
    shown = list((ask.hidden or {}).items())
    if ask.skipped:
        return [*shown, ask.skip]
    return [*shown, *((field.name, choice.value) for field, choice in ask.said)]

"""Which exercises can a day be made of, what does each need, and how does one go from planned to closed?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from avstamp.domain.errors import AvstampError
from avstamp.domain.values import Phrase

LONGEST_QUESTION = 300
LONGEST_ITEM = 280
MOST_MINUTES = 480


class ExerciseKind(StrEnum):
    """What is done together."""

    CHECK_IN = "check_in"
    STATEMENTS = "statements"
    EPA = "epa"
    ROUND = "round"
    COLLECTION = "collection"
    BEST_WORST = "best_worst"
    PLACING = "placing"
    CONFIDENCE = "confidence"
    PULSE = "pulse"
    CHECK_OUT = "check_out"


class Openness(StrEnum):
    """Whether an answer is kept with who gave it, or with nothing that leads back."""

    NAMED = "named"
    ANONYMOUS = "anonymous"


class Scale(StrEnum):
    """Ordered steps to answer on."""

    FIVE = "1-5"
    ELEVEN = "0-10"

    @property
    def steps(self) -> tuple[int, ...]:
        """The steps, lowest first."""
        return tuple(range(1, 6)) if self is Scale.FIVE else tuple(range(11))


class Stage(StrEnum):
    """How many think together in EPA."""

    ALONE = "alone"
    PAIRS = "pairs"
    ALL = "all"


class State(StrEnum):
    """Whether an exercise takes answers."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"
    REOPENED = "reopened"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Traits:
    """What a kind of exercise needs and allows.

    `least_items`, `most_items`: things to answer about; `scales`: it is answered on one of them; `texts`: it gathers
    what people write; `grouped`: its results are shown by group; `may_be_anonymous`: answers come from telephones or
    slips alone, so that nobody need know whose they are.
    """

    least_items: int = 0
    most_items: int = 0
    scales: tuple[Scale, ...] = ()
    texts: bool = False
    grouped: bool = True
    may_be_anonymous: bool = True


TRAITS: Mapping[ExerciseKind, Traits] = {
    ExerciseKind.CHECK_IN: Traits(texts=True, grouped=False),
    ExerciseKind.STATEMENTS: Traits(1, 60),
    # Pairs and the whole table write together what all have heard: there is nobody to be anonymous to.
    ExerciseKind.EPA: Traits(texts=True, grouped=False, may_be_anonymous=False),
    ExerciseKind.ROUND: Traits(grouped=True, may_be_anonymous=False),
    ExerciseKind.COLLECTION: Traits(texts=True, grouped=False),
    ExerciseKind.BEST_WORST: Traits(4, 40),
    ExerciseKind.PLACING: Traits(1, 30),
    ExerciseKind.CONFIDENCE: Traits(1, 10, scales=(Scale.FIVE, Scale.ELEVEN)),
    ExerciseKind.PULSE: Traits(1, 12, scales=(Scale.FIVE,)),
    ExerciseKind.CHECK_OUT: Traits(texts=True, grouped=False),
}


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise as it is set: its kind, its question, what is answered about, and how.

    `most_each`: the most notes or words one person gives; `minutes` is what the timer counts down, None without timer.
    """

    kind: ExerciseKind
    question: str
    items: tuple[str, ...] = ()
    openness: Openness = Openness.NAMED
    scale: Scale | None = None
    most_each: int = 3
    minutes: int | None = None

    @property
    def traits(self) -> Traits:
        """What the kind needs and allows."""
        return TRAITS[self.kind]

    @property
    def is_anonymous(self) -> bool:
        """Whether answers are kept with nothing that leads back."""
        return self.openness is Openness.ANONYMOUS


def faults_of(exercise: Exercise) -> tuple[Phrase, ...]:
    """Everything that hinders an exercise from being used as it is set; nothing when it can be.

    Example:
        >>> [fault.key for fault in faults_of(Exercise(ExerciseKind.STATEMENTS, "Vad står vi bakom?"))]
        ['room.exercise.few_items']
    """
    return tuple(fault for fault in (*_question(exercise), *_items(exercise), *_settings(exercise)) if fault)


def _question(exercise: Exercise) -> tuple[Phrase | None, ...]:
    if not exercise.question.strip():
        return (Phrase("room.exercise.no_question"),)
    long = len(exercise.question) > LONGEST_QUESTION
    return (Phrase("room.exercise.long_question", {"most": LONGEST_QUESTION}) if long else None,)


def _items(exercise: Exercise) -> tuple[Phrase | None, ...]:
    traits, items = exercise.traits, exercise.items
    faults: list[Phrase | None] = []
    if len(items) < traits.least_items:
        faults.append(Phrase("room.exercise.few_items", {"least": traits.least_items, "given": len(items)}))
    if len(items) > traits.most_items:
        faults.append(Phrase("room.exercise.many_items", {"most": traits.most_items, "given": len(items)}))
    seen: set[str] = set()
    for number, item in enumerate(items, start=1):
        if not item.strip() or len(item) > LONGEST_ITEM:
            faults.append(Phrase("room.exercise.item_length", {"number": number, "most": LONGEST_ITEM}))
        elif item.strip().casefold() in seen:
            faults.append(Phrase("room.exercise.item_twice", {"number": number, "text": item}))
        seen.add(item.strip().casefold())
    return tuple(faults)


def _settings(exercise: Exercise) -> tuple[Phrase | None, ...]:
    traits = exercise.traits
    right_scale = exercise.scale in traits.scales if traits.scales else exercise.scale is None
    open_only = exercise.is_anonymous and not traits.may_be_anonymous
    minutes = exercise.minutes is None or 1 <= exercise.minutes <= MOST_MINUTES
    return (
        None if right_scale else Phrase("room.exercise.scale"),
        Phrase("room.exercise.never_anonymous") if open_only else None,
        None if minutes else Phrase("room.exercise.minutes", {"most": MOST_MINUTES}),
        None if 1 <= exercise.most_each <= 10 else Phrase("room.exercise.most_each"),
    )


class ExerciseRefused(AvstampError, ValueError):
    """What was asked of an exercise cannot be done as it stands; `phrase` says why and what can be done."""

    def __init__(self, phrase: Phrase) -> None:
        self.phrase = phrase
        super().__init__(phrase.key)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an exercise has come.

    `opened` and `closed`: when it last was; `times_opened`: how often; `revealed`: whether the result is on the screen;
    `stage`: in EPA, how many think together; `settled`: closed for good, with nothing left but the sums.
    """

    opened: datetime | None = None
    closed: datetime | None = None
    times_opened: int = 0
    revealed: bool = False
    stage: Stage = Stage.ALONE
    settled: bool = False

    @property
    def state(self) -> State:
        """Whether it takes answers."""
        if self.settled:
            return State.SETTLED
        if self.opened is None:
            return State.PLANNED
        if self.closed is not None:
            return State.CLOSED
        return State.OPEN if self.times_opened == 1 else State.REOPENED

    @property
    def collecting(self) -> bool:
        """Whether answers are taken now."""
        return self.state in (State.OPEN, State.REOPENED)


def open_exercise(exercise: Exercise, progress: Progress, *, at: datetime) -> Progress:
    """The exercise, taking answers; for a closed one these are late answers.

    The result of an anonymous one is hidden while it takes answers: a figure that moves when somebody presses a button
    tells what that somebody pressed.

    Raises:
        ExerciseRefused: it takes answers already, is closed for good, or is not set so that it can be used.
    """
    if progress.collecting:
        raise ExerciseRefused(Phrase("room.refused.open_already"))
    if progress.settled:
        raise ExerciseRefused(Phrase("room.refused.settled"))
    if faults := faults_of(exercise):
        raise ExerciseRefused(faults[0])
    return replace(
        progress,
        opened=at,
        closed=None,
        times_opened=progress.times_opened + 1,
        revealed=progress.revealed and not exercise.is_anonymous,
    )


def close_exercise(progress: Progress, *, at: datetime) -> Progress:
    """The exercise, no longer taking answers; raises `ExerciseRefused` when it takes none."""
    if not progress.collecting:
        raise ExerciseRefused(Phrase("room.refused.not_open"))
    return replace(progress, closed=at)


def settle_exercise(progress: Progress) -> Progress:
    """The exercise, closed for good; raises `ExerciseRefused` unless it is closed."""
    if progress.state is not State.CLOSED:
        raise ExerciseRefused(Phrase("room.refused.not_closed"))
    return replace(progress, settled=True)


def reveal(exercise: Exercise, progress: Progress) -> Progress:
    """The exercise with its result on the screen.

    Raises:
        ExerciseRefused: it has not been opened, or it is anonymous and takes answers.
    """
    if progress.state is State.PLANNED:
        raise ExerciseRefused(Phrase("room.refused.not_open"))
    if exercise.is_anonymous and progress.collecting:
        raise ExerciseRefused(Phrase("room.withheld.collecting"))
    return replace(progress, revealed=True)


def hide(progress: Progress) -> Progress:
    """The exercise with its result off the screen."""
    return replace(progress, revealed=False)


def next_stage(exercise: Exercise, progress: Progress) -> Progress:
    """EPA, one stage on: from alone to pairs to all.

    Raises:
        ExerciseRefused: the exercise has no stages, is at the last, or takes no answers.
    """
    order = tuple(Stage)
    if exercise.kind is not ExerciseKind.EPA or progress.stage is order[-1]:
        raise ExerciseRefused(Phrase("room.refused.no_stage"))
    if not progress.collecting:
        raise ExerciseRefused(Phrase("room.refused.not_open"))
    return replace(progress, stage=order[order.index(progress.stage) + 1])


def kind_name(kind: ExerciseKind) -> Phrase:
    """What the exercise is called on the screen."""
    return Phrase(f"exercise.{kind}")


def state_name(state: State) -> Phrase:
    """How far it has come, in words."""
    return Phrase(f"exercise_state.{state}")

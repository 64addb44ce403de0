"""Which notes say the same? What the leader has put under one heading, what is hidden, and what looks alike.

Merging is a layer above what was written: every note stays as it is, and can be taken out from under its heading
again. Nothing is merged by itself but notes that are equal apart from letter case and marks around them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from avstamp.domain.room.answers import plain_text
from avstamp.domain.room.exercises import Stage
from avstamp.domain.room.results import Said, StageSaid
from avstamp.domain.values import Phrase

_ENDINGS = """
    ande ende arna erna orna aste aren arens ares are ast ens ets ors ars ers heter het or ar er en et an na at as es a
    e n s t
"""
ENDINGS = tuple(sorted(_ENDINGS.split(), key=lambda ending: (-len(ending), ending)))
"""What Swedish words most often end in when they are bent; the longest that fits is cut before words are compared."""
SHORTEST_ROOT = 3
LEAST_ALIKE = Fraction(1, 2)
"""Share of the words of two notes that both must have for the notes to be suggested together."""
MOST_COMPARED = 600
"""Different notes that are compared; of more, the first in the alphabet."""
_COMMON = """
    alla allt att av bara behöver bli blir borde bör där de den det dem denna deras dessa detta då din ditt du efter
    eller en ett era för från få får göra gör ha hade han har hur hon här in inte ja jag kan kunna lite man med men mer
    mera mest mot mycket måste ni nu när och också om oss på samt sin sina sitt ska skall skulle som så till tycker
    under upp ut vad var vara vi vid vill vilka vilken våra vår vårt är över än även an and are as at be been but by can
    do for from has have is it more must need needs not of on or our should so that the their there they this to us we
    will with
"""
COMMON = frozenset(_COMMON.split())
"""Words that say nothing of what a note is about, in Swedish and English."""

_WORD = re.compile(r"[^\W_]{2,}")


class HideReason(StrEnum):
    """Why the leader keeps a note off the screen."""

    PERSON = "person"
    SECRECY = "secrecy"
    INSULT = "insult"
    OTHER_MATTER = "other_matter"


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it was written: its key, its text, and the heading (by number) and reason of hiding it has, if any.

    `stage` is set in EPA, with `carried_from` the key of the note of an earlier stage that its writer took along.
    """

    key: str
    text: str
    heading: int | None = None
    hidden: HideReason | None = None
    stage: Stage | None = None
    carried_from: str | None = None


@dataclass(frozen=True, slots=True)
class Bundle:
    """Notes that stand together: under a heading when the leader has put them so, else because they are equal.

    `text` is the heading, or the most common spelling; `notes` in order of text and key, so that their order tells
    nothing of when they came.
    """

    text: str
    notes: tuple[Note, ...]
    heading: int | None = None

    @property
    def n(self) -> int:
        """How many notes."""
        return len(self.notes)

    def n_at(self, stage: Stage) -> int:
        """How many of them at a stage of EPA."""
        return sum(note.stage is stage for note in self.notes)


def bundles_of(notes: Iterable[Note], headings: dict[int, str]) -> tuple[Bundle, ...]:
    """Notes as they stand together, the largest first, then by the alphabet; hidden notes are in none.

    Definition: notes under one heading are one bundle. Other notes are one bundle when their plain forms are equal; one
    that was taken along from an earlier stage goes with the note it was taken from, however it was worded anew. A
    bundle without heading is called by its most common spelling at the last stage it came to. A heading without notes
    is no bundle.

    Args:
        notes: what was written, in any order; the order never matters.
        headings: number to text.

    Example:
        >>> notes = [Note("a", "Mer tid"), Note("b", "mer tid!"), Note("c", "Hinner inte", 1), Note("d", "Tid", 1)]
        >>> [(bundle.text, bundle.n) for bundle in bundles_of(notes, {1: "Tiden"})]
        [('Mer tid', 2), ('Tiden', 2)]
    """
    shown = {note.key: note for note in notes if note.hidden is None}
    found: dict[tuple[int, str], list[Note]] = defaultdict(list)
    for note in shown.values():
        found[_kept_with(note, shown, headings)].append(note)
    bundles = []
    for (heading, _), inside in found.items():
        ordered = tuple(sorted(inside, key=lambda note: (note.text.casefold(), note.text, note.key)))
        under = None if heading < 0 else heading
        bundles.append(Bundle(_common(inside) if under is None else headings[under], ordered, under))
    return tuple(sorted(bundles, key=lambda one: (-one.n, one.text.casefold(), one.text, one.heading or 0)))


def _kept_with(note: Note, notes: dict[str, Note], headings: dict[int, str]) -> tuple[int, str]:
    for _ in Stage:  # a note was taken along at most once a stage
        if note.heading in headings:
            return note.heading, ""
        if note.carried_from is None or note.carried_from not in notes:
            break
        note = notes[note.carried_from]
    return -1, plain_text(note.text)


def _common(notes: Sequence[Note]) -> str:
    order = list(Stage)
    last = max((order.index(note.stage) for note in notes if note.stage is not None), default=None)
    at_last = [note for note in notes if last is None or note.stage is order[last]]
    spellings = Counter(note.text.strip() for note in at_last)
    return min(spellings, key=lambda text: (-spellings[text], text))


def said_of(bundles: Iterable[Bundle]) -> tuple[Said, ...]:
    """What the screen shows: each bundle's text and how many notes it is."""
    return tuple(Said(bundle.text, bundle.n) for bundle in bundles)


def staged(bundles: Iterable[Bundle]) -> tuple[StageSaid, ...]:
    """What was said by stage of EPA: what came furthest first, then by how many notes."""
    rows = [StageSaid(bundle.text, tuple(bundle.n_at(stage) for stage in Stage)) for bundle in bundles]
    return tuple(
        sorted(rows, key=lambda row: (tuple(-count for count in reversed(row.counts)), row.text.casefold()))
    )


def words_compared(text: str) -> frozenset[str]:
    """The words of a note that are compared: those that are not common, without their endings.

    Example:
        >>> sorted(words_compared("Vi behöver tryggare skolor i kommunen"))
        ['kommun', 'skol', 'trygg']
    """
    words = _WORD.findall(plain_text(text))
    return frozenset(_root(word) for word in words if word not in COMMON and not word.isdecimal())


def _root(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_ROOT:
            return word[: -len(ending)]
    return word


def likeness(one: frozenset[str], other: frozenset[str]) -> Fraction:
    """How alike two notes are, from 0 to 1.

    Definition: |A ∩ B| / |A ∪ B| of their compared words; 0 when neither has any.

    Source: Jaccard (1912), The distribution of the flora in the alpine zone, New Phytologist 11(2), 37-50.

    Example:
        >>> likeness(words_compared("Trygga skolor"), words_compared("tryggare skola nära hemmet"))
        Fraction(1, 2)
    """
    either = one | other
    return Fraction(len(one & other), len(either)) if either else Fraction(0)


def suggest_together(bundles: Sequence[Bundle]) -> tuple[tuple[Bundle, ...], ...]:
    """Bundles that might say the same: in each suggestion every two are alike.

    Definition: bundles are taken largest first, then by the alphabet. Each that is in no suggestion yet begins one, and
    takes in turn those that have a `likeness` of at least `LEAST_ALIKE` to every one already in it. Suggestions of one
    are none. Two bundles that both have a heading are never suggested together: the leader has held them apart.

    Returns:
        Suggestions in order of their first bundle.

    Example:
        >>> notes = [Note("a", "Tryggare skolvägar"), Note("b", "trygga skolvägar nu"), Note("c", "Lägre skatt")]
        >>> [[bundle.text for bundle in together] for together in suggest_together(bundles_of(notes, {}))]
        [['trygga skolvägar nu', 'Tryggare skolvägar']]
    """
    compared = [(bundle, words_compared(bundle.text)) for bundle in bundles[:MOST_COMPARED]]
    having: dict[str, list[int]] = defaultdict(list)
    for place, (_, words) in enumerate(compared):
        for word in words:
            having[word].append(place)
    taken: set[int] = set()
    found = []
    for place, (_, words) in enumerate(compared):
        if place in taken:
            continue
        together = [place]
        for other in sorted({near for word in words for near in having[word]} - taken - {place}):
            if other < place:
                continue
            heads = [compared[inside][0].heading for inside in together]
            apart = compared[other][0].heading is not None and any(head is not None for head in heads)
            if not apart and all(
                likeness(compared[inside][1], compared[other][1]) >= LEAST_ALIKE for inside in together
            ):
                together.append(other)
        if len(together) > 1:
            taken.update(together)
            found.append(tuple(compared[inside][0] for inside in together))
    return tuple(found)


def hide_reason_name(reason: HideReason) -> Phrase:
    """Why a note is hidden, in words."""
    return Phrase(f"hide_reason.{reason}")

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from avstamp.domain.room.exercises import Stage
from avstamp.domain.room.merging import (
    LEAST_ALIKE,
    HideReason,
    Note,
    bundles_of,
    likeness,
    said_of,
    staged,
    suggest_together,
    words_compared,
)
from avstamp.domain.room.results import Said, StageSaid

TEXTS = [
    "Trygg",
    "trygg",
    "trygg!",
    "Nyfiken",
    "Fler lärare i skolan",
    "fler lärare till skolorna",
    "Bredband",
]
NOTES = st.lists(
    st.builds(
        Note,
        key=st.uuids().map(str),
        text=st.sampled_from(TEXTS),
        heading=st.sampled_from([None, None, 1, 2, 9]),
        hidden=st.sampled_from([None, None, None, HideReason.PERSON]),
    ),
    max_size=14,
    unique_by=lambda note: note.key,
)
HEADINGS = {1: "Trygghet", 2: "Bemanning i skolan"}


@given(NOTES, st.randoms())
def test_every_note_that_is_not_hidden_is_in_one_bundle_whatever_the_order(notes: list[Note], chance):
    bundles = bundles_of(notes, HEADINGS)
    inside = [note.key for bundle in bundles for note in bundle.notes]
    assert sorted(inside) == sorted(note.key for note in notes if note.hidden is None)
    chance.shuffle(notes)
    assert bundles_of(notes, HEADINGS) == bundles


@given(NOTES, st.randoms())
def test_every_two_of_a_suggestion_are_alike_and_the_order_never_matters(notes: list[Note], chance):
    found = suggest_together(bundles_of(notes, HEADINGS))
    for together in found:
        words = [words_compared(bundle.text) for bundle in together]
        assert all(likeness(one, other) >= LEAST_ALIKE for one in words for other in words)
        assert sum(bundle.heading is not None for bundle in together) <= 1
    chance.shuffle(notes)
    assert suggest_together(bundles_of(notes, HEADINGS)) == found


def test_notes_that_the_leader_puts_under_one_heading_are_one_and_can_be_taken_out():
    notes = [
        Note("a", "Fler lärare", 2),
        Note("b", "Lärarbrist!", 2),
        Note("c", "Bredband"),
        Note("d", "fler lärare"),
    ]
    assert said_of(bundles_of(notes, HEADINGS)) == (
        Said("Bemanning i skolan", 2),
        Said("Bredband", 1),
        Said("fler lärare", 1),
    )


def test_what_is_alike_is_told_by_the_words_that_carry_it():
    assert words_compared("Vi måste ha fler lärare i skolan 2027!") == {"fler", "lär", "skol"}
    assert likeness(words_compared("Trygga skolvägar"), words_compared("Tryggare skolväg")) == 1
    assert likeness(words_compared("Skatten"), words_compared("Skolan")) == 0
    assert likeness(words_compared("och"), words_compared("men")) == Fraction(0)


def test_epa_tells_what_went_from_one_stage_to_the_next():
    notes = [
        Note("a", "Tid", stage=Stage.ALONE),
        Note("b", "tid", stage=Stage.ALONE),
        Note("c", "Tid att lära känna varandra", stage=Stage.PAIRS, carried_from="a"),
        Note("d", "Lära känna", stage=Stage.ALL, carried_from="c"),
        Note("e", "Mod", stage=Stage.ALONE),
    ]
    assert staged(bundles_of(notes, {})) == (StageSaid("Lära känna", (2, 1, 1)), StageSaid("Mod", (1, 0, 0)))

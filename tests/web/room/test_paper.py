from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace

import pytest
from tests.web.room.days import (
    anonymous,
    day_with,
    exercise,
    member,
    opened_line,
    opened_start,
    refreshed,
    slips,
)
from tests.web.starts import AT, later

from avstamp.domain.room.answers import Mark, set_to_show, whole_ballot
from avstamp.domain.room.exercises import TRAITS, Exercise, ExerciseKind, ExerciseRefused, Openness, Scale
from avstamp.domain.room.paper import LETTERS, paper_fields, read_paper, sets_on_paper
from avstamp.domain.start.roll import Capacity
from avstamp.web.audit.models import Event
from avstamp.web.room.actions import close_line, open_line
from avstamp.web.room.answering import answer, join_as_guest, join_as_person
from avstamp.web.room.asking import asks_of, read_marks
from avstamp.web.room.ballots import BallotRefused, cast_ballot
from avstamp.web.room.models import AgendaLine, AnonymousSum, NamedAnswer, NamedNote, Seat, SpentTicket, Turn
from avstamp.web.room.paper_entry import (
    VOICES,
    BatchRefused,
    Entered,
    Typed,
    count_pile,
    enter_batch,
    person_code,
)
from avstamp.web.room.queries import outcome_of
from avstamp.web.room.tickets import GROUPS, shown_code
from avstamp.web.start.permitting import NotPermitted


def by_phone(one: Exercise, chance: random.Random, letter: str) -> tuple[dict[str, str], dict[str, str]]:
    """The same ballot as a telephone sends it and as somebody types it, with some items left out."""
    sent: dict[str, str] = {}
    typed: dict[str, str] = {}
    sets = sets_on_paper(one, letter) if one.kind is ExerciseKind.BEST_WORST else ()
    for ask in asks_of(one, {}, seed=LETTERS.index(letter)):
        if chance.random() < 0.25:
            continue
        sent |= ask.hidden or {}
        taken: set[str] = set()
        for field, told in zip(
            ask.fields, [field for field in paper_fields(one) if field.item == ask.item], strict=True
        ):
            choices = [choice.value for choice in field.choices if choice.value not in taken | {"skip"}]
            sent[field.name] = chance.choice(choices)
            taken |= {sent[field.name]} if sets else set()
            means = sent[field.name]
            if sets:
                means = str(1 + sets[ask.item].index(int(means)))
            typed[told.name] = next(key.typed for key in told.keys if key.means == means)
    return sent, typed


@pytest.mark.parametrize("kind", [kind for kind in ExerciseKind if TRAITS[kind].most_items])
def test_what_is_typed_from_paper_is_what_the_telephone_would_have_sent(kind: ExerciseKind):
    chance = random.Random(kind.value)
    for _ in range(60):
        items = tuple(
            f"Rad {number}" for number in range(chance.randint(max(4, TRAITS[kind].least_items), 10))
        )
        one = replace(exercise(kind), items=items, scale=chance.choice(TRAITS[kind].scales or (None,)))
        letter = chance.choice(LETTERS)
        sent, typed = by_phone(one, chance, letter)
        marks = read_marks(one, sent)
        if not marks:
            continue
        whole = marks if kind is ExerciseKind.BEST_WORST else whole_ballot(one, marks)
        assert read_paper(one, typed, letter=letter).marks == whole


def test_sets_on_paper_are_those_a_seed_shows_on_a_telephone():
    needs = exercise(ExerciseKind.BEST_WORST, items=tuple("abcdefgh"))
    assert sets_on_paper(needs, "C")[1] == set_to_show(needs, 1, 2)
    assert tuple(role.value for role in VOICES) == GROUPS


pytestmark = pytest.mark.django_db


@pytest.fixture
def line() -> AgendaLine:
    return opened_line(opened_start(), anonymous())


def rows(codes: list[str], cells: Mapping[str, str] | None = None, **columns: str) -> list[Typed]:
    cells = {"1": "1", "2": "?"} if cells is None else cells
    return [Typed(number, code, cells=cells, **columns) for number, code in enumerate(codes, start=1)]


def refusal(error: pytest.ExceptionInfo[BatchRefused]) -> list[tuple[int, str, str]]:
    return [
        (row.typed.number, fault.name, fault.reason.key) for row in error.value.rows for fault in row.faults
    ]


def test_anonymous_ballots_are_counted_like_those_by_telephone_and_leave_no_event(line: AgendaLine):
    codes = slips(line.day, ruling=6)
    cast_ballot(line, codes[0], [Mark(0, "agree")])
    before = Event.objects.count()
    printed = [f"https://a.se/lapp/{line.day.code}/#{codes[1]}", shown_code(codes[2]).lower(), *codes[3:]]
    assert enter_batch(line, rows(printed), by=None, at=later(2)) == Entered(5)
    assert Event.objects.count() == before
    assert refreshed(line).on_paper == 5
    close_line(line, by=None, at=later(3))
    (group,) = outcome_of(refreshed(line)).groups
    assert dict(group.tally) == {Mark(0, "agree"): 6, Mark(1, "skip"): 6}


def test_one_vote_a_slip_whichever_way_it_comes_and_a_batch_is_kept_whole(line: AgendaLine):
    codes = slips(line.day, ruling=3)
    cast_ballot(line, codes[0], [Mark(0, "agree")])
    with pytest.raises(BatchRefused) as refused:
        enter_batch(line, rows([codes[1], codes[0], codes[1], "XXXXYYYYZZZZ"]), by=None, at=AT)
    assert refusal(refused) == [
        (2, "code", "paper.fault.spent"),
        (3, "code", "paper.fault.twice"),
        (4, "code", "room.ballot.unknown_slip"),
    ]
    assert (SpentTicket.objects.count(), refreshed(line).on_paper) == (1, 0)
    enter_batch(line, rows(codes[1:]), by=None, at=AT)
    with pytest.raises(BallotRefused):
        cast_ballot(line, codes[1], [Mark(0, "agree")])
    assert sum(AnonymousSum.objects.filter(said="").values_list("n", flat=True)) == 3


def test_the_same_batch_again_changes_nothing_and_rows_that_have_answered_can_be_passed_over(
    line: AgendaLine,
):
    codes = slips(line.day, ruling=4)
    enter_batch(line, rows(codes[:3]), by=None, at=AT)
    with pytest.raises(BatchRefused):
        enter_batch(line, rows(codes[:3]), by=None, at=AT)
    assert enter_batch(line, rows(codes), pass_over=True, by=None, at=AT) == Entered(1, 3)
    assert enter_batch(line, rows(codes), pass_over=True, by=None, at=AT) == Entered(0, 4)
    assert refreshed(line).on_paper == 4


def test_a_closed_exercise_takes_no_paper_until_it_is_opened_for_late_answers(line: AgendaLine):
    (code,) = slips(line.day, ruling=1)
    close_line(line, by=None, at=later(2))
    with pytest.raises(ExerciseRefused) as refused:
        enter_batch(line, rows([code]), by=None, at=later(3))
    assert refused.value.phrase.key == "room.refused.not_open"
    open_line(line, by=None, at=later(4))
    assert enter_batch(line, rows([code]), by=None, at=later(5)) == Entered(1)


def test_only_the_leader_types_in(line: AgendaLine):
    (code,) = slips(line.day, ruling=1)
    with pytest.raises(NotPermitted):
        enter_batch(line, rows([code]), by=member(line.day.start, "sara"), at=AT)


def test_a_ballot_with_a_name_is_the_seat_of_the_one_it_names():
    line = opened_line(opened_start(), exercise())
    sara, olle = (member(line.day.start, name) for name in ("sara", "olle"))
    batch = [
        Typed(1, person_code(line.day, str(sara.identifier)), cells={"1": "1"}),
        Typed(2, f" {olle.name.upper()} ", cells={"1": "2", "2": "3"}),
        Typed(3, "Åsa  Gäst", role="6", cells={"2": "1"}),
    ]
    assert enter_batch(line, batch, by=None, at=AT) == Entered(3)
    assert {(seat.person, seat.name, seat.role) for seat in Seat.objects.all()} == {
        (sara, "", "ruling"),
        (olle, "", "ruling"),
        (None, "Åsa Gäst", "official"),
    }
    assert Event.objects.latest("number").content == {"day": 1, "line": 2, "ballots": 3}
    with pytest.raises(BatchRefused) as refused:
        enter_batch(line, [Typed(1, "åsa gäst", role="6", cells={"1": "1"})], by=None, at=AT)
    assert refusal(refused) == [(1, "code", "paper.fault.answered")]
    # What was typed is the person's own, and can be changed on a telephone while the exercise is open.
    answer(line, join_as_person(line.day, by=sara, at=AT), [Mark(0, "disagree")])
    assert NamedAnswer.objects.get(seat__person=sara, item=0).said == "disagree"


def test_one_who_has_answered_by_telephone_does_not_answer_on_paper_too():
    line = opened_line(opened_start(), exercise())
    sara = member(line.day.start, "sara")
    answer(line, join_as_person(line.day, by=sara, at=AT), [Mark(0, "agree")])
    answer(line, join_as_guest(line.day, "Olle Ek", "union")[0], [Mark(0, "agree")])
    batch = [Typed(1, sara.name, cells={"1": "2"}), Typed(2, "olle ek", role="8", cells={"1": "2"})]
    with pytest.raises(BatchRefused) as refused:
        enter_batch(line, batch, by=None, at=AT)
    assert refusal(refused) == [(1, "code", "paper.fault.answered"), (2, "code", "paper.fault.answered")]
    with pytest.raises(BatchRefused) as refused:
        enter_batch(
            line, [Typed(1, "Ny Gäst", cells={"1": "2"}), Typed(2, "", "1", cells={"1": "2"})], by=None, at=AT
        )
    assert refusal(refused) == [(1, "role", "paper.fault.no_role"), (2, "code", "paper.fault.no_name")]


def test_one_person_twice_in_a_batch_by_code_and_by_name_is_refused_whole():
    line = opened_line(opened_start(), exercise())
    sara = member(line.day.start, "sara")
    batch = [
        Typed(1, person_code(line.day, str(sara.identifier)), cells={"1": "1"}),
        Typed(2, sara.name, cells={"1": "1"}),
    ]
    with pytest.raises(BatchRefused) as refused:
        enter_batch(line, batch, by=None, at=AT)
    assert refusal(refused) == [(2, "code", "paper.fault.answered")]
    assert NamedAnswer.objects.count() == 0


def test_guests_on_paper_need_a_day_that_takes_guests_and_a_voice_to_be_heard():
    start = opened_start()
    line = day_with(start, exercise(), guests=False).lines.get(position=2)
    open_line(line, by=None, at=later(1))
    auditor = member(start, "rut", Capacity.AUDITOR)
    batch = [Typed(1, "Ny Gäst", role="1", cells={"1": "1"})]
    with pytest.raises(BatchRefused) as refused:
        enter_batch(line, batch, by=None, at=AT)
    assert refusal(refused) == [(1, "code", "paper.fault.no_guests")]
    with pytest.raises(BatchRefused):
        enter_batch(
            line, [Typed(1, person_code(line.day, str(auditor.identifier)), cells={"1": "1"})], by=None, at=AT
        )


def test_notes_words_stages_and_turns_are_typed_in_too():
    start = opened_start()
    kinds = (ExerciseKind.COLLECTION, ExerciseKind.EPA, ExerciseKind.CHECK_IN, ExerciseKind.ROUND)
    day = day_with(start, *(exercise(kind) for kind in kinds))
    notes, epa, words, around = day.lines.exclude(kind="").order_by("position")
    for one in (notes, epa, words, around):
        open_line(one, by=None, at=later(1))
    enter_batch(notes, [Typed(1, "A B", "1", cells={"1": "Mer tid", "2": "?"})], by=None, at=AT)
    enter_batch(epa, [Typed(1, "A B", "1", cells={"alone-1": "Tid", "all-1": "Mer tid"})], by=None, at=AT)
    enter_batch(words, [Typed(1, "A B", "1", cells={"1": "Trött", "2": "glad"})], by=None, at=AT)
    turns = [
        Typed(1, cells={"role": "3", "minutes": "2", "seconds": "5"}),
        Typed(2, cells={"role": "3", "minutes": "1"}),
    ]
    assert enter_batch(around, turns, by=None, at=AT) == Entered(2)
    assert list(NamedNote.objects.order_by("pk").values_list("stage", "text")) == [
        ("alone", "Mer tid"),
        ("alone", "Tid"),
        ("all", "Mer tid"),
    ]
    assert {said for (said,) in NamedAnswer.objects.values_list("said")} == {"trött", "glad"}
    assert list(Turn.objects.order_by("seconds").values_list("role", "seconds")) == [
        ("opposition", 60),
        ("opposition", 125),
    ]
    assert Seat.objects.count() == 1


def test_best_and_worst_on_paper_hold_the_sets_of_the_letter():
    line = opened_line(opened_start(), anonymous(ExerciseKind.BEST_WORST, items=tuple("abcdefgh")))
    (code,) = slips(line.day, ruling=1)
    enter_batch(line, rows([code], {"2-best": "1", "2-worst": "4"}, letter="b"), by=None, at=AT)
    shown = sets_on_paper(refreshed_exercise(line), "B")[1]
    said = f"{'.'.join(map(str, sorted(shown)))}+{shown[0]}-{shown[3]}"
    assert AnonymousSum.objects.exclude(said="").get().said == said


def refreshed_exercise(line: AgendaLine) -> Exercise:
    items = tuple(item.text for item in line.items.all())
    return Exercise(ExerciseKind.BEST_WORST, line.question, items, Openness.ANONYMOUS)


def test_the_pile_is_checked_and_an_open_anonymous_round_leaves_no_trace_of_it(line: AgendaLine):
    codes = slips(line.day, ruling=3)
    enter_batch(line, rows(codes[:2]), by=None, at=AT)
    before = Event.objects.count()
    assert [count_pile(line, pile, by=None, at=AT) for pile in (3, 2, 1)] == [1, 0, -1]
    assert Event.objects.count() == before
    close_line(line, by=None, at=later(2))
    count_pile(line, 2, by=None, at=later(3))
    assert Event.objects.latest("number").content == {"day": 1, "line": 2, "pile": 2, "entered": 2}
    with pytest.raises(ExerciseRefused):
        count_pile(line, -1, by=None, at=later(3))


def test_confidence_takes_eleven_steps():
    line = opened_line(opened_start(), exercise(ExerciseKind.CONFIDENCE, scale=Scale.ELEVEN))
    enter_batch(line, [Typed(1, "A B", "1", cells={"1": "10", "2": "0"})], by=None, at=AT)
    assert {said for (said,) in NamedAnswer.objects.values_list("said")} == {"10", "0"}

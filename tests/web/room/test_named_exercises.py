from __future__ import annotations

import pytest
from tests.web.room.days import anonymous, day_with, exercise, member, opened_line, opened_start, refreshed
from tests.web.starts import AT, bare_start, later

from avstamp.domain.room.answers import AnswerRefused, Mark
from avstamp.domain.room.exercises import ExerciseKind, ExerciseRefused, Stage
from avstamp.domain.room.results import Said
from avstamp.domain.start.roll import Capacity
from avstamp.web.audit.models import Event
from avstamp.web.room.actions import NewLine, advance_stage, close_line, make_day, open_line
from avstamp.web.room.agenda_actions import add_line, change_line
from avstamp.web.room.answering import (
    SeatRefused,
    answer,
    join_as_guest,
    join_as_person,
    remove_note,
    seat_of_guest,
    take_back,
    write_note,
)
from avstamp.web.room.models import AgendaLine, Day, NamedAnswer, Seat
from avstamp.web.room.queries import UnknownDay, day_coded, line_at, outcome_of
from avstamp.web.start.permitting import NotPermitted

pytestmark = pytest.mark.django_db


@pytest.fixture
def line() -> AgendaLine:
    return opened_line(opened_start(), exercise())


def guests(line: AgendaLine, role: str, number: int) -> list[Seat]:
    return [join_as_guest(line.day, f"Gäst {role} {one}", role)[0] for one in range(number)]


def test_answers_are_counted_by_role_and_small_roles_left_out(line: AgendaLine):
    for seat in guests(line, "ruling", 6):
        answer(line, seat, [Mark(0, "agree")])
    for seat in guests(line, "official", 4):
        answer(line, seat, [Mark(0, "disagree")])
    outcome = outcome_of(line)
    assert [(sorted(group.roles), dict(group.tally)) for group in outcome.groups] == [
        (["ruling"], {Mark(0, "agree"): 6})
    ]
    assert outcome.answered == 10


def test_an_answer_stands_in_place_of_the_earlier_and_can_be_taken_back(line: AgendaLine):
    (seat,) = guests(line, "ruling", 1)
    answer(line, seat, [Mark(0, "agree")])
    answer(line, seat, [Mark(0, "disagree"), Mark(1, "agree")])
    take_back(line, seat, 1)
    assert list(NamedAnswer.objects.values_list("item", "said")) == [(0, "disagree")]


def test_words_are_answered_as_a_whole():
    line = opened_line(opened_start(), exercise(ExerciseKind.CHECK_IN))
    (seat,) = guests(line, "ruling", 1)
    answer(line, seat, [Mark(0, "glad"), Mark(0, "trött")])
    answer(line, seat, [Mark(0, "redo")])
    assert list(NamedAnswer.objects.values_list("said", flat=True)) == ["redo"]


def test_notes_follow_the_stage_and_have_a_limit():
    line = opened_line(opened_start(), exercise(ExerciseKind.EPA, most_each=1))
    (seat,) = guests(line, "ruling", 1)
    note = write_note(line, seat, "Skolan  behöver tid")
    with pytest.raises(AnswerRefused) as refused:
        write_note(line, seat, "En till")
    assert refused.value.phrase.key == "room.answer.many_notes"
    advance_stage(line, by=None, at=later(2))
    write_note(line, seat, "Skolan behöver tid")
    assert refreshed(line).stage == Stage.PAIRS.value
    assert outcome_of(line).said == (Said("Skolan behöver tid", 2),)
    remove_note(line, seat, note.pk)
    assert outcome_of(line).said == (Said("Skolan behöver tid", 1),)


def test_one_who_is_signed_in_has_the_same_seat_on_every_device():
    line = opened_line(opened_start(), exercise())
    sara = member(line.day.start, "sara")
    assert join_as_person(line.day, by=sara, at=AT) == join_as_person(line.day, by=sara, at=later(1))
    assert Seat.objects.get().role == "ruling"


@pytest.mark.parametrize("capacity", [Capacity.PROCESS_LEADER, Capacity.AUDITOR, Capacity.SECRETARY])
def test_those_without_a_voice_do_not_answer(capacity: Capacity):
    line = opened_line(opened_start(), exercise())
    with pytest.raises(NotPermitted):
        join_as_person(line.day, by=member(line.day.start, "pia", capacity), at=AT)


def test_a_guest_is_found_again_by_the_secret_and_by_nothing_else(line: AgendaLine):
    seat, secret = join_as_guest(line.day, " Olle  Ek ", "official")
    assert (seat.name, seat_of_guest(line.day, secret), seat_of_guest(line.day, "x")) == (
        "Olle Ek",
        seat,
        None,
    )
    other = day_with(line.day.start)
    assert seat_of_guest(other, secret) is None


@pytest.mark.parametrize(
    ("name", "role", "fault"),
    [
        ("", "official", "room.seat.name"),
        ("x" * 101, "official", "room.seat.name"),
        ("Olle", "king", "room.seat.role"),
    ],
)
def test_a_guest_says_name_and_role(line: AgendaLine, name: str, role: str, fault: str):
    with pytest.raises(SeatRefused) as refused:
        join_as_guest(line.day, name, role)
    assert refused.value.phrase.key == fault


def test_no_guest_comes_where_an_account_is_asked_for_or_the_start_is_not_open():
    for day, why in (
        (day_with(opened_start(), guests=False), "room.seat.no_guests"),
        (day_with(bare_start("annanstad"), guests=True), "room.seat.not_opened"),
    ):
        with pytest.raises(SeatRefused) as refused:
            join_as_guest(day, "Olle", "official")
        assert refused.value.phrase.key == why


def test_a_closed_or_anonymous_exercise_or_another_days_takes_no_named_answer(line: AgendaLine):
    (seat,) = guests(line, "ruling", 1)
    secret_line = opened_line(line.day.start, anonymous())
    with pytest.raises(SeatRefused) as refused:
        answer(secret_line, seat, [Mark(0, "agree")])
    assert refused.value.phrase.key == "room.unknown_day"
    (other,) = guests(secret_line, "ruling", 1)
    with pytest.raises(SeatRefused) as refused:
        answer(secret_line, other, [Mark(0, "agree")])
    assert refused.value.phrase.key == "room.seat.anonymous"
    close_line(line, by=None, at=later(2))
    with pytest.raises(SeatRefused) as refused:
        answer(line, seat, [Mark(0, "agree")])
    assert refused.value.phrase.key == "room.refused.not_open"


def test_screens_are_told_of_every_change_and_telephones_when_the_agenda_moves(line: AgendaLine):
    seen = [Day.objects.get()]
    (seat,) = guests(line, "ruling", 1)
    seen.append(Day.objects.get())
    answer(line, seat, [Mark(0, "agree")])
    seen.append(Day.objects.get())
    close_line(line, by=None, at=later(2))
    seen.append(Day.objects.get())
    first = seen[0].version
    assert [day.version for day in seen] == [first, first, first, first + 1]
    assert [day.shown_version for day in seen] == [first, first + 1, first + 2, first + 3]


def test_answers_leave_no_event_and_closing_tells_their_number(line: AgendaLine):
    before = Event.objects.count()
    for seat in guests(line, "ruling", 3):
        answer(line, seat, [Mark(0, "agree")])
    assert Event.objects.count() == before
    close_line(line, by=None, at=later(2))
    assert Event.objects.latest("number").content["answers"] == 3


def test_what_has_been_answered_is_not_changed_under_the_answers(line: AgendaLine):
    with pytest.raises(ExerciseRefused) as refused:
        change_line(line, NewLine("Annat", 10, exercise=exercise()), by=None, at=later(2))
    assert refused.value.phrase.key == "room.refused.answered"


def test_an_agenda_is_changed_by_hand():
    day = day_with(opened_start(), exercise())
    row = add_line(day, NewLine("Puls", 5, exercise=exercise(ExerciseKind.PULSE)), by=None, at=AT)
    change_line(row, NewLine("Samtal", 15), by=None, at=AT)
    found = line_at(day, 3)
    assert (found.title, found.kind, found.items.count()) == ("Samtal", "", 0)
    with pytest.raises(ExerciseRefused) as refused:
        open_line(found, by=None, at=AT)
    assert refused.value.phrase.key == "room.refused.no_exercise"
    with pytest.raises(ExerciseRefused) as refused:
        add_line(day, NewLine("Tom", 5, exercise=exercise(items=())), by=None, at=AT)
    assert refused.value.phrase.key == "room.exercise.few_items"


def test_only_the_process_leader_makes_and_runs_a_day():
    start = opened_start()
    leader, sara = member(start, "pia", Capacity.PROCESS_LEADER), member(start, "sara")
    line = day_with(start, exercise()).lines.get(position=2)
    with pytest.raises(NotPermitted):
        open_line(line, by=sara, at=later(1))
    with pytest.raises(NotPermitted):
        make_day(start, "Kväll", day=AT.date(), begins=AT.time(), by=sara, at=AT)
    open_line(line, by=leader, at=later(1))
    assert refreshed(line).times_opened == 1


def test_a_code_is_found_however_it_is_written():
    day = day_with(opened_start())
    assert day_coded(f" {day.code[:3].lower()} {day.code[3:]}") == day
    with pytest.raises(UnknownDay):
        day_coded("XXXXXX")

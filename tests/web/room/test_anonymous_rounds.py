from __future__ import annotations

import random
from datetime import UTC, datetime, time, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from tests.web.room.days import anonymous, exercise, opened_line, opened_start, refreshed, slips
from tests.web.starts import later

from avstamp.domain.room.answers import AnswerRefused, Mark
from avstamp.domain.room.exercises import ExerciseKind
from avstamp.domain.room.results import Said
from avstamp.web.audit.models import Event
from avstamp.web.room.actions import close_line, open_line, settle_line, settle_overdue, show_line
from avstamp.web.room.ballots import BallotRefused, cast_ballot
from avstamp.web.room.models import AgendaLine, AnonymousNote, AnonymousSum, SpentTicket, Ticket
from avstamp.web.room.queries import outcome_of

pytestmark = pytest.mark.django_db
UNORDERED = (Ticket, SpentTicket, AnonymousSum, AnonymousNote)


@pytest.fixture
def line() -> AgendaLine:
    return opened_line(opened_start(), anonymous())


def test_while_open_only_the_number_of_answers_is_told(line: AgendaLine):
    for code in slips(line.day, ruling=6):
        cast_ballot(line, code, [Mark(0, "agree")])
    outcome = outcome_of(refreshed(line))
    assert (outcome.answered, outcome.groups, outcome.withheld.key) == (6, (), "room.withheld.collecting")


def test_at_close_the_groups_that_are_large_enough_are_shown(line: AgendaLine):
    codes = slips(line.day, ruling=6, opposition=5, official=3)
    for number, code in enumerate(codes):
        cast_ballot(line, code, [Mark(0, "agree" if number < 4 else "disagree"), Mark(1, "undecided")])
    close_line(line, by=None, at=later(2))
    outcome = outcome_of(refreshed(line))
    shown = {tuple(group.roles): dict(group.tally) for group in outcome.groups}
    assert shown == {
        ("ruling",): {Mark(0, "agree"): 4, Mark(0, "disagree"): 2, Mark(1, "undecided"): 6},
        ("opposition",): {Mark(0, "disagree"): 5, Mark(1, "undecided"): 5},
    }
    assert (outcome.answered, outcome.shown) == (14, 11)


def test_late_answers_are_shown_when_each_changed_group_has_gained_five(line: AgendaLine):
    codes = slips(line.day, ruling=15)
    for code in codes[:6]:
        cast_ballot(line, code, [Mark(0, "agree")])
    close_line(line, by=None, at=later(2))
    seen = []
    for first, last in ((6, 9), (6, 11)):
        open_line(line, by=None, at=later(3))
        for code in codes[first:last]:
            cast_ballot(line, code, [Mark(0, "disagree")])
        close_line(line, by=None, at=later(4))
        outcome = outcome_of(refreshed(line))
        seen.append((outcome.answered, outcome.shown, outcome.withheld and outcome.withheld.key))
    assert seen == [(9, 6, "room.withheld.disposed"), (11, 11, None)]
    assert [dict(group.tally) for group in outcome.groups] == [
        {Mark(0, "agree"): 6, Mark(0, "disagree"): 5, Mark(1, "skip"): 11}
    ]


def test_whoever_was_shown_cannot_answer_again_and_whoever_was_not_can(line: AgendaLine):
    ruling, official = slips(line.day, ruling=5), slips(line.day, official=2)
    for code in (*ruling, *official):
        cast_ballot(line, code, [Mark(0, "agree")])
    close_line(line, by=None, at=later(2))
    open_line(line, by=None, at=later(3))
    with pytest.raises(BallotRefused):
        cast_ballot(line, ruling[0], [Mark(0, "agree")])
    cast_ballot(line, official[0], [Mark(0, "agree")])
    assert outcome_of(refreshed(line)).answered == 6


def test_a_closed_round_holds_what_is_shown_and_nothing_else(line: AgendaLine):
    for number, code in enumerate(slips(line.day, ruling=6, opposition=3, official=2, union=1)):
        cast_ballot(line, code, [Mark(0, "agree" if number % 2 else "disagree")])
    close_line(line, by=None, at=later(2))
    assert AnonymousSum.objects.count() == 0
    (shown,) = line.publications.all()
    assert [(cell["groups"], cell["n"]) for cell in shown.cells] == [
        (["ruling"], 6),
        (["official", "opposition", "union"], 6),
    ]
    open_line(line, by=None, at=later(3))
    close_line(line, by=None, at=later(4))
    assert outcome_of(refreshed(line)).shown == 12


def test_a_slip_answers_an_exercise_once_and_another_exercise_too(line: AgendaLine):
    (code,) = slips(line.day, ruling=1)
    cast_ballot(line, code.lower(), [Mark(0, "agree")])
    with pytest.raises(BallotRefused) as refused:
        cast_ballot(line, f"{code[:4]}-{code[4:]}", [Mark(0, "disagree")])
    assert refused.value.phrase.key == "room.ballot.spent"
    assert outcome_of(line).answered == 1


@pytest.mark.parametrize(
    ("code", "fault"), [("ABCDEFGH2345", "room.ballot.unknown_slip"), ("", "room.ballot.unknown_slip")]
)
def test_a_code_that_is_on_no_slip_is_refused(line: AgendaLine, code: str, fault: str):
    slips(line.day, ruling=1)
    with pytest.raises(BallotRefused) as refused:
        cast_ballot(line, code, [Mark(0, "agree")])
    assert refused.value.phrase.key == fault


def test_a_refused_answer_leaves_the_slip_unspent(line: AgendaLine):
    (code,) = slips(line.day, ruling=1)
    with pytest.raises(AnswerRefused):
        cast_ballot(line, code, [Mark(0, "agree"), Mark(0, "agree")])
    assert SpentTicket.objects.count() == 0
    cast_ballot(line, code, [Mark(0, "agree")])


def test_a_closed_or_named_exercise_takes_no_ballot(line: AgendaLine):
    named = opened_line(line.day.start, exercise())
    codes = slips(line.day, ruling=1) + slips(named.day, ruling=1)
    with pytest.raises(BallotRefused) as refused:
        cast_ballot(named, codes[1], [Mark(0, "agree")])
    assert refused.value.phrase.key == "room.ballot.named"
    close_line(line, by=None, at=later(2))
    with pytest.raises(BallotRefused) as refused:
        cast_ballot(line, codes[0], [Mark(0, "agree")])
    assert refused.value.phrase.key == "room.refused.not_open"


def test_notes_are_shown_at_close_with_at_least_four_others():
    line = opened_line(opened_start(), anonymous(ExerciseKind.COLLECTION))
    codes = slips(line.day, ruling=3, official=3)
    for code in codes[:4]:
        cast_ballot(line, code, notes=["Vi hinner inte", ""])
    close_line(line, by=None, at=later(2))
    assert (outcome_of(refreshed(line)).said, outcome_of(refreshed(line)).withheld.key) == (
        (),
        "room.withheld.few_disposed",
    )
    assert AnonymousNote.objects.count() == 0
    open_line(line, by=None, at=later(3))
    for code in codes[:4]:
        cast_ballot(line, code, notes=["Vi hinner inte"])
    for code in codes[4:]:
        cast_ballot(line, code, notes=["Chefen är rädd"])
    close_line(line, by=None, at=later(4))
    assert outcome_of(refreshed(line)).said == (Said("Vi hinner inte", 4), Said("Chefen är rädd", 2))


def test_an_anonymous_result_cannot_be_on_the_screen_while_answers_come(line: AgendaLine):
    with pytest.raises(IntegrityError), transaction.atomic():
        AgendaLine.objects.filter(pk=line.pk).update(revealed=True)
    close_line(line, by=None, at=later(2))
    show_line(line, True, by=None, at=later(3))
    open_line(line, by=None, at=later(4))
    assert refreshed(line).revealed is False


def test_one_event_at_close_tells_of_all_answers_and_none_of_each(line: AgendaLine):
    codes = slips(line.day, ruling=7)
    before = Event.objects.count()
    for code in codes:
        cast_ballot(line, code, [Mark(0, "agree")])
    assert Event.objects.count() == before
    close_line(line, by=None, at=later(2))
    assert Event.objects.count() == before + 1
    assert Event.objects.latest("number").content == {"day": 1, "line": 2, "answers": 7}


def test_after_settling_only_the_sums_that_were_shown_are_left(line: AgendaLine):
    for code in slips(line.day, ruling=6, official=2):
        cast_ballot(line, code, [Mark(0, "agree")])
    close_line(line, by=None, at=later(2))
    settle_line(line, by=None, at=later(3))
    assert [model.objects.filter(line=line).count() for model in UNORDERED[1:]] == [0, 0, 0]
    outcome = outcome_of(refreshed(line))
    assert [(sorted(group.roles), group.n) for group in outcome.groups] == [(["ruling"], 6)]


def test_a_week_after_the_day_rounds_are_closed_for_good_and_the_slips_are_gone(line: AgendaLine):
    for code in slips(line.day, ruling=6, official=2):
        cast_ballot(line, code, [Mark(0, "agree")])
    begins = datetime.combine(line.day.day, time(12), UTC)
    assert settle_overdue(line.day, at=begins + timedelta(days=6)) == 0
    assert settle_overdue(line.day, at=begins + timedelta(days=7)) == 1
    assert refreshed(line).settled
    assert [model.objects.count() for model in UNORDERED] == [0, 0, 0, 0]
    assert outcome_of(refreshed(line)).shown == 6
    assert Event.objects.latest("number").action == "exercise.settled"
    assert settle_overdue(line.day, at=begins + timedelta(days=8)) == 0


def test_no_table_of_an_anonymous_round_says_who_when_or_in_which_order():
    for model in UNORDERED:
        columns = {field.name: field.get_internal_type() for field in model._meta.fields}
        assert not {kind for kind in columns.values() if "Date" in kind or "Time" in kind or "Auto" in kind}
        assert not {"seat", "person", "by", "address", "session"} & set(columns)


@pytest.mark.skipif("connection.vendor != 'sqlite'")
def test_rows_lie_in_order_of_their_keys_and_not_of_their_coming(line: AgendaLine):
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, wr FROM pragma_table_list WHERE name LIKE 'room_%'")
        without_row_numbers = {name for name, is_without in cursor.fetchall() if is_without}
    assert without_row_numbers == {model._meta.db_table for model in UNORDERED}
    codes = slips(line.day, ruling=20)
    random.Random(7).shuffle(codes)
    for code in codes:
        cast_ballot(line, code, [Mark(0, "agree")])
    with connection.cursor() as cursor:
        cursor.execute("SELECT digest FROM room_spentticket")
        digests = [digest for (digest,) in cursor.fetchall()]
    assert digests == sorted(digests)


def test_a_slips_use_cannot_be_laid_beside_the_slip():
    line = opened_line(opened_start(), anonymous())
    (code,) = slips(line.day, ruling=1)
    cast_ballot(line, code, [Mark(0, "agree")])
    kept = {Ticket.objects.get().digest, SpentTicket.objects.get().digest}
    assert len(kept) == 2
    assert not any(code in digest for digest in kept)

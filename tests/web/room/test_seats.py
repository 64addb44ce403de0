from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from tests.web.room.days import day_with, exercise, member, opened_line, opened_start
from tests.web.room.test_pages import check_page, guest
from tests.web.starts import AT, later

from avstamp.domain.room.answers import Mark
from avstamp.domain.room.exercises import ExerciseKind
from avstamp.domain.start.roll import Capacity
from avstamp.web.room.actions import close_line, open_line, show_line
from avstamp.web.room.answering import SeatRefused, answer, join_as_guest, join_as_person, seat_of_guest
from avstamp.web.room.models import AgendaLine, Day, NamedAnswer, NamedNote, SeatKey
from avstamp.web.room.queries import UnknownDay, day_meant
from avstamp.web.room.seat_keys import PASS_LIFE, leave_seat, make_pass, take_pass

pytestmark = pytest.mark.django_db


@pytest.fixture
def line() -> AgendaLine:
    return opened_line(opened_start(), exercise(items=("Ett", "Två", "Tre")))


def test_a_pass_opens_the_seat_once_on_another_device(line: AgendaLine):
    seat, first = join_as_guest(line.day, "Olle", "official")
    second = take_pass(line.day, make_pass(seat, at=AT).lower(), at=AT + PASS_LIFE / 2)
    assert seat_of_guest(line.day, first) == seat_of_guest(line.day, second) == seat
    leave_seat(seat, first)
    assert (seat_of_guest(line.day, first), seat_of_guest(line.day, second)) == (None, seat)
    leave_seat(seat, second)
    assert SeatKey.objects.count() == 0


@pytest.mark.parametrize("fault", ["used", "old", "replaced", "other day", "itself"])
def test_a_pass_that_does_not_hold_opens_nothing(line: AgendaLine, fault: str):
    seat, _ = join_as_guest(line.day, "Olle", "official")
    code, at, day = make_pass(seat, at=AT), AT, line.day
    if fault == "used":
        take_pass(day, code, at=at)
    elif fault == "old":
        at = AT + PASS_LIFE + timedelta(seconds=1)
    elif fault == "replaced":
        make_pass(seat, at=AT)
    elif fault == "other day":
        day = day_with(line.day.start)
    if fault == "itself":
        assert seat_of_guest(day, f"pass {day.identifier} {code}") is None
        return
    with pytest.raises(SeatRefused) as refused:
        take_pass(day, code, at=at)
    assert refused.value.phrase.key == "room.seat.no_pass"


def test_one_with_an_account_takes_no_pass(line: AgendaLine):
    seat = join_as_person(line.day, by=member(line.day.start, "sara"), at=AT)
    with pytest.raises(SeatRefused) as refused:
        make_pass(seat, at=AT)
    assert refused.value.phrase.key == "room.seat.sign_in"


def test_the_seat_is_the_same_in_both_languages(line: AgendaLine):
    phone = guest(line.day)
    page = check_page(phone.get(f"/en/traff/{line.day.code}/"))
    assert "Agree" in page.text_content()
    kept = [cookie for cookie in phone.cookies.values() if cookie.key.startswith("avstamp")]
    assert {(cookie["path"], bool(cookie["httponly"])) for cookie in kept} == {
        (f"/traff/{line.day.code}/", True),
        (f"/en/traff/{line.day.code}/", True),
    }


def test_a_code_with_a_sign_read_wrongly_is_meant_for_the_only_day_like_it():
    day = day_with(opened_start())
    Day.objects.filter(pk=day.pk).update(code="B2K4MH")
    assert day_meant("82k4mh").pk == day.pk
    other = day_with(day.start)
    Day.objects.filter(pk=other.pk).update(code="82K4MH")
    assert day_meant("82k4mh").pk == other.pk
    with pytest.raises(UnknownDay):
        day_meant("B2K4NH "[::-1])


def test_own_answers_are_changed_while_open_and_read_when_closed(line: AgendaLine):
    phone, address = guest(line.day), f"/traff/{line.day.code}/"
    phone.post(f"{address}{line.position}/", {"svar-0": "agree"})
    phone.post(f"{address}{line.position}/", {"svar-1": "skip"})
    page = check_page(phone.get(f"{address}mina/"))
    assert [said.text_content().strip() for said in page.find_class("own-said")] == [
        "Instämmer",
        "Hoppade över",
        "Inte besvarad",
    ]
    assert "Du har svarat på 1 av 3." in page.text_content()
    change = page.xpath("string(//a[contains(@class,'own-change')]/@href)")
    asked = check_page(phone.get(change))
    assert asked.xpath("//button[@data-chosen]/@value") == ["agree"]
    back = phone.post(f"{address}{line.position}/", {"fran": "mina", "fraga": "0", "svar-0": "disagree"})
    assert back.headers["Location"] == f"{address}mina/#del-{line.position}"
    close_line(line, by=None, at=later(2))
    page = check_page(phone.get(f"{address}mina/"))
    assert page.find_class("own-said")[0].text_content() == "Instämmer inte"
    assert page.find_class("own-change") == []
    assert phone.get(change).headers["Location"] == f"{address}mina/"


def test_what_was_skipped_is_come_back_to_one_by_one(line: AgendaLine):
    phone, address = guest(line.day), f"/traff/{line.day.code}/"
    for item, said in enumerate(("skip", "agree", "skip")):
        phone.post(f"{address}{line.position}/", {f"svar-{item}": said})
    page = check_page(phone.get(address))
    link = page.xpath("string(//a[contains(text(), 'Gå till de 2 du hoppade över')]/@href)")
    assert link == f"{address}{line.position}/0/?fran=hoppat"
    on = phone.post(f"{address}{line.position}/", {"fran": "hoppat", "fraga": "0", "svar-0": "agree"})
    assert on.headers["Location"] == f"{address}{line.position}/2/?fran=hoppat"
    on = phone.post(f"{address}{line.position}/", {"fran": "hoppat", "fraga": "2", "svar-2": "agree"})
    assert on.headers["Location"] == address


def test_two_presses_make_one_answer_and_the_best_is_not_the_worst():
    line = opened_line(opened_start(), exercise(ExerciseKind.BEST_WORST))
    phone, address = guest(line.day), f"/traff/{line.day.code}/{line.position}/"
    half = check_page(phone.post(address, {"fraga": "0", "visade-0": "0.1.2.3", "viktigast-0": "1"}))
    assert NamedAnswer.objects.count() == 0
    assert half.xpath("//button[@name='minst-0']/@value") == ["0", "2", "3"]
    assert half.xpath("//input[@name='viktigast-0']/@value") == ["1"]
    phone.post(address, {"visade-0": "0.1.2.3", "viktigast-0": "1", "minst-0": "2"})
    assert NamedAnswer.objects.get().said == "0.1.2.3+1-2"


def test_a_script_is_shown_what_is_next_at_once_and_told_when_the_seat_is_gone(line: AgendaLine):
    phone, address = guest(line.day), f"/traff/{line.day.code}/{line.position}/"
    shown = phone.post(address, {"svar-0": "agree"}, headers={"x-avstamp-answer": "page"})
    assert "2 av 3" in check_page(shown).text_content()
    assert (
        Client().post(address, {"svar-0": "agree"}, headers={"x-avstamp-answer": "page"}).status_code == 403
    )


def test_a_script_that_has_the_next_question_is_answered_without_a_page(line: AgendaLine):
    phone, address = guest(line.day), f"/traff/{line.day.code}/{line.position}/"
    kept = phone.post(address, {"svar-0": "agree"}, headers={"x-avstamp-answer": "short"})
    assert (kept.status_code, kept.content, kept["cache-control"]) == (204, b"", "private, no-store")
    refused = phone.post(address, {"svar-1": "perhaps"}, headers={"x-avstamp-answer": "short"})
    assert refused.status_code == 422
    assert "perhaps" in check_page(refused).xpath("string(//*[@class='field-error'])")
    assert [answer.said for answer in NamedAnswer.objects.all()] == ["agree"]


def test_a_note_sent_twice_is_one_note():
    line = opened_line(opened_start(), exercise(ExerciseKind.EPA))
    phone, address = guest(line.day), f"/traff/{line.day.code}/{line.position}/"
    for text in ("Vi behöver tid", "Vi  behöver tid ", "Och ro"):
        phone.post(address, {"text": text})
    assert list(NamedNote.objects.values_list("text", flat=True)) == ["Vi behöver tid", "Och ro"]


def test_one_who_waits_sees_what_comes_and_what_is_on_the_screen():
    start = opened_start()
    day = day_with(start, exercise(), exercise(ExerciseKind.PULSE))
    line = day.lines.get(position=2)
    open_line(line, by=None, at=later(1))
    for number in range(5):
        answer(line, join_as_guest(day, f"Gäst {number}", "ruling")[0], [Mark(0, "agree")])
    close_line(line, by=None, at=later(2))
    show_line(line, True, by=None, at=later(3))
    page = check_page(guest(day).get(f"/traff/{day.code}/"))
    assert "Nästa övning: pulse" in page.text_content()
    assert len(page.xpath("//section[@class='phone-result']//table")) == 1


def test_an_answer_asks_the_database_no_more_for_a_long_exercise(django_assert_max_num_queries):
    start = opened_start()
    few, many = (
        opened_line(start, exercise(items=tuple(f"Rad {n}" for n in range(size)))) for size in (1, 40)
    )
    with django_assert_max_num_queries(40) as short:
        guest(few.day).get(f"/traff/{few.day.code}/")
    with django_assert_max_num_queries(40) as long:
        guest(many.day).get(f"/traff/{many.day.code}/")
    assert len(long) == len(short)


@pytest.mark.parametrize("state", ["over", "before", "no guests", "leader"])
def test_the_way_in_says_how_things_stand(state: str):
    start = opened_start()
    day = day_with(start, exercise(), guests=state != "no guests")
    client = Client()
    if state == "over":
        Day.objects.filter(pk=day.pk).update(day="2020-01-20")
    if state == "leader":
        client.force_login(member(start, "pia", Capacity.PROCESS_LEADER))
    said = {
        "over": "tar inte emot fler deltagare",
        "before": "Träffen är 20 januari 2027 kl. 09.00. Du kan ansluta redan nu.",
        "no guests": "för dem som har ett konto",
        "leader": "Den rollen svarar inte på övningarna här",
    }[state]
    page = check_page(client.get(f"/traff/{day.code}/"))
    assert said in page.text_content()
    assert bool(page.xpath("//button[@name='role']")) is (state in ("before", "leader"))
    refused = client.post(f"/traff/{day.code}/", {"name": "Olle", "role": "official"})
    assert refused.status_code == (302 if state in ("before", "leader") else 422)

from __future__ import annotations

import re

import pytest
from django.http import HttpResponse
from django.test import Client
from lxml import html
from tests.web.pages import check
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
from tests.web.starts import later

from avstamp.domain.room.exercises import ExerciseKind
from avstamp.domain.start.roll import Capacity
from avstamp.web.room.actions import close_line, open_line, show_line
from avstamp.web.room.models import AgendaLine, AnonymousSum, Day, NamedAnswer, NamedNote, Seat
from avstamp.web.room.queries import outcome_of
from avstamp.web.start.models import Start

pytestmark = pytest.mark.django_db


@pytest.fixture
def leader() -> Client:
    start = opened_start()
    client = Client()
    client.force_login(member(start, "pia", Capacity.PROCESS_LEADER))
    return client


def the_start() -> Start:
    return Start.objects.get()


HOME = "/start/provkoping/2026/traffar/"
NEW = {"title": "Startdag", "day": "2027-01-20", "begins": "09:00", "place": "", "guests": "on"}


def check_page(answer: HttpResponse) -> html.HtmlElement:
    """A page that is well made, to look in: what is seen of it, without what lies ready for scripts."""
    page = html.document_fromstring(check(answer))
    for unseen in page.xpath("//template | //form[@hidden]"):
        unseen.drop_tree()
    return page


def guest(day: Day, role: str = "ruling", name: str = "Gäst") -> Client:
    client = Client()
    client.post(f"/traff/{day.code}/", {"name": name, "role": role})
    return client


def test_leader_lays_out_a_day_from_a_template_fills_it_and_runs_it(leader: Client):
    answer = leader.post(f"{HOME}ny/", {**NEW, "template": "half_day"})
    assert answer.headers["Location"] == f"{HOME}1/"
    page = check_page(leader.get(f"{HOME}1/"))
    assert "Rader att svara på saknas: minst 1 behövs, 0 finns." in page.text_content()
    row = AgendaLine.objects.get(kind="statements")
    filled = {
        "title": row.title, "minutes": 30, "step": "analysis", "kind": "statements", "question": "Vad gäller?",
        "items": "Skolan först\n\nSkatten höjs\n", "openness": "named", "scale": "", "most_each": 3,
    }  # fmt: skip
    leader.post(f"{HOME}1/del/{row.position}/", filled)
    assert [item.text for item in row.items.all()] == ["Skolan först", "Skatten höjs"]
    leader.post(f"{HOME}1/del/{row.position}/gor/", {"gor": "open"})
    assert refreshed(row).times_opened == 1


def test_a_fault_in_a_line_is_told_and_what_was_written_kept(leader: Client):
    leader.post(f"{HOME}ny/", {**NEW, "template": ""})
    filled = {"title": "Behov", "minutes": 30, "kind": "best_worst", "items": "ett\ntvå", "openness": "named"}
    page = check_page(leader.post(f"{HOME}1/del/", {**filled, "most_each": 3}))
    assert "Rader att svara på saknas: minst 4 behövs, 2 finns." in page.text_content()
    assert page.xpath("string(//textarea[@name='items'])").strip() == "ett\ntvå"


def test_one_thing_at_a_time_with_undo_and_progress():
    line = opened_line(opened_start(), exercise())
    phone = guest(line.day)
    address = f"/traff/{line.day.code}/"
    page = check_page(phone.get(address))
    assert page.xpath("//button/@value") == ["agree", "disagree", "undecided", "skip"]
    assert "1 av 2" in page.text_content()
    phone.post(f"{address}{line.position}/", {"svar-0": "agree"})
    page = check_page(phone.get(address))
    assert "2 av 2" in page.text_content()
    phone.post(f"{address}{line.position}/", {"angra": page.xpath("string(//button[@name='angra']/@value)")})
    assert NamedAnswer.objects.count() == 0
    for item in (0, 1):
        phone.post(f"{address}{line.position}/", {f"svar-{item}": "disagree"})
    assert "Du har svarat på allt" in check_page(phone.get(address)).text_content()


@pytest.mark.parametrize(
    ("kind", "filled"),
    [
        (ExerciseKind.PULSE, {"svar-0": "4"}),
        (ExerciseKind.CONFIDENCE, {"svar-0": "5"}),
        (ExerciseKind.PLACING, {"effekt-0": "5", "osakerhet-0": "2"}),
        (ExerciseKind.BEST_WORST, {"visade-0": "0.1.2.3", "viktigast-0": "1", "minst-0": "2"}),
        (ExerciseKind.CHECK_IN, {"ord": "redo, trött"}),
        (ExerciseKind.COLLECTION, {"text": "Vi behöver tid"}),
        (ExerciseKind.EPA, {"text": "Vi behöver tid"}),
    ],
)
def test_every_kind_is_asked_answered_and_told(kind: ExerciseKind, filled: dict[str, str]):
    line = opened_line(opened_start(), exercise(kind))
    for number in range(5):
        phone = guest(line.day, name=f"Gäst {number}")
        check_page(phone.get(f"/traff/{line.day.code}/"))
        phone.post(f"/traff/{line.day.code}/{line.position}/", filled)
    check_page(phone.get(f"/traff/{line.day.code}/"))
    outcome = outcome_of(line)
    assert outcome.answered == 5
    assert NamedAnswer.objects.count() + NamedNote.objects.count() >= 5


def test_a_refused_answer_is_told_and_kept_in_the_field():
    line = opened_line(opened_start(), exercise(ExerciseKind.CHECK_IN))
    phone = guest(line.day)
    answer = phone.post(f"/traff/{line.day.code}/{line.position}/", {"ord": "ett, två, tre, fyra"})
    page = check_page(answer)
    assert answer.status_code == 422
    assert page.xpath("string(//input[@name='ord']/@value)") == "ett, två, tre, fyra"


def test_a_code_leads_to_the_day_and_a_wrong_one_says_so():
    day = day_with(opened_start())
    assert Client().get("/traff/", {"kod": day.code.lower()}).headers["Location"] == f"/traff/{day.code}/"
    wrong = Client().get("/traff/", {"kod": "XXXXXX"})
    assert wrong.status_code == 404
    assert "Ingen träff har den koden" in check_page(wrong).text_content()


def test_one_with_an_account_joins_by_opening_the_page():
    line = opened_line(opened_start(), exercise())
    sara = member(line.day.start, "sara")
    client = Client()
    client.force_login(sara)
    check_page(client.get(f"/traff/{line.day.code}/"))
    assert Seat.objects.get().person == sara


def test_a_ballot_is_cast_without_session_or_cookie(django_assert_num_queries):
    line = opened_line(opened_start(), anonymous())
    (code,) = slips(line.day, ruling=1)
    address = f"/lapp/{line.day.code}/{line.position}/"
    client = Client()
    client.force_login(member(line.day.start, "sara"))
    client.get(address)  # from now on the process knows the agenda
    with django_assert_num_queries(1):  # the day's version; no session, no person
        shown = client.get(address)
    page = check_page(shown)
    assert "Svaret är anonymt" in page.text_content()
    assert page.xpath("//input[@name='csrfmiddlewaretoken']") == []
    strict = Client(enforce_csrf_checks=True)
    cast = strict.post(address, {"lapp": code, "svar-0": "agree"})
    assert "Svaret är räknat" in check_page(cast).text_content()
    for answer in (shown, cast):
        assert not answer.cookies
        assert answer.headers["Cache-Control"] == "private, no-store"
    assert AnonymousSum.objects.get(said="agree").n == 1


def test_a_refused_ballot_keeps_what_was_filled_in():
    line = opened_line(opened_start(), anonymous())
    answer = Client().post(f"/lapp/{line.day.code}/{line.position}/", {"lapp": "FEL", "svar-1": "disagree"})
    page = check_page(answer)
    assert answer.status_code == 422
    assert page.xpath("//form/input[@name='svar-1']/@value") == ["disagree"]
    assert page.xpath("string(//input[@name='lapp']/@value)") == "FEL"


@pytest.mark.parametrize(
    "kind", [kind for kind in ExerciseKind if kind not in (ExerciseKind.EPA, ExerciseKind.ROUND)]
)
def test_every_anonymous_kind_has_a_ballot(kind: ExerciseKind):
    line = opened_line(opened_start(), anonymous(kind))
    page = check_page(Client().get(f"/lapp/{line.day.code}/{line.position}/"))
    assert len(page.xpath("//main//form[@method='post']")) == 1


def test_a_closed_round_has_no_ballot():
    line = opened_line(opened_start(), anonymous())
    close_line(line, by=None, at=later(2))
    assert Client().get(f"/lapp/{line.day.code}/{line.position}/").status_code == 409


def test_the_screen_hides_shows_and_tells_what_is_left_out(leader: Client):
    line = opened_line(the_start(), exercise())
    for number in range(6):
        guest(line.day, name=f"R{number}").post(
            f"/traff/{line.day.code}/{line.position}/", {"svar-0": "agree"}
        )
    guest(line.day, "official", "T").post(f"/traff/{line.day.code}/{line.position}/", {"svar-0": "disagree"})
    screen = f"{HOME}{line.day.number}/skarm/"
    page = check_page(leader.get(screen))
    assert page.xpath("//table") == []
    assert "7 har svarat" in page.text_content()
    show_line(line, True, by=None, at=later(2))
    page = check_page(leader.get(screen))
    assert len(page.xpath("//table")) == 1
    assert "Svar från grupper med färre än 5 visas inte" in page.text_content()


def test_slips_are_shown_once_with_their_codes_and_kept_nowhere(leader: Client):
    leader.post(f"{HOME}ny/", {**NEW, "template": ""})
    page = check_page(leader.post(f"{HOME}1/lappar/", {"ruling": "6", "official": "5"}))
    codes = [code.text for code in page.xpath("//strong[@class='slip-code']")]
    assert len(set(codes)) == 11
    assert all(re.fullmatch(r"(\w{4}-){2}\w{4}", code) for code in codes)
    again = leader.get(f"{HOME}1/lappar/").content.decode()
    assert not [code for code in codes if code in again]


def test_run_sheet_comes_as_word(leader: Client):
    leader.post(f"{HOME}ny/", {**NEW, "template": "council_evening"})
    answer = leader.get(f"{HOME}1/korschema.docx")
    assert answer.content[:2] == b"PK"
    assert leader.get(f"{HOME}1/korschema.exe").status_code == 404


def test_speaking_time_is_kept_by_role(leader: Client):
    line = day_with(the_start(), exercise(ExerciseKind.ROUND)).lines.get(position=2)
    open_line(line, by=None, at=later(1))
    leader.post(f"{HOME}{line.day.number}/del/2/tal/", {"roll": "ruling", "sekunder": "75"})
    leader.post(f"{HOME}{line.day.number}/del/2/tal/", {"roll": "ruling", "sekunder": "0"})
    assert list(line.turns.values_list("role", "seconds")) == [("ruling", 75)]


def test_the_days_page_asks_the_database_the_same_however_many_answer(
    leader: Client, django_assert_max_num_queries
):
    line = opened_line(the_start(), exercise())
    with django_assert_max_num_queries(40) as few:
        leader.get(f"{HOME}{line.day.number}/")
    for number in range(3):
        guest(line.day, name=f"R{number}").post(
            f"/traff/{line.day.code}/{line.position}/", {"svar-0": "agree"}
        )
    with django_assert_max_num_queries(40) as more:
        leader.get(f"{HOME}{line.day.number}/")
    assert len(more) == len(few)

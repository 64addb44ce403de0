from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client
from tests.web.room.days import day_with, exercise, member, opened_line, opened_start, refreshed
from tests.web.room.test_pages import HOME, NEW, check_page, guest, leader, the_start  # noqa: F401
from tests.web.starts import AT, later

from avstamp.domain.room.answers import Mark
from avstamp.domain.room.exercises import ExerciseKind, ExerciseRefused
from avstamp.domain.start.steps import Step
from avstamp.domain.thread.addresses import parse_address
from avstamp.web.audit.models import Event
from avstamp.web.room import agenda_actions, clock_actions
from avstamp.web.room.actions import NewLine, advance_stage, close_line, open_line, show_line
from avstamp.web.room.answering import answer, earlier_notes, join_as_guest, write_note
from avstamp.web.room.models import AgendaLine, Day, NoteHeading, Turn
from avstamp.web.room.note_actions import put_together, take_apart
from avstamp.web.room.queries import lines_of, outcome_of
from avstamp.web.room.results import kept_result, newest_results
from avstamp.web.thread.models import CitedResult

pytestmark = pytest.mark.django_db
OPEN = {"by": None, "at": AT}


def after(seconds: int) -> datetime:
    return later(1) + timedelta(seconds=seconds)


def titles(day: Day) -> list[str]:
    return [line.title for line in lines_of(day)]


def test_lines_are_moved_copied_inserted_and_removed_and_keep_their_numbers():
    day = day_with(opened_start(), exercise(), exercise(ExerciseKind.PULSE))
    welcome, votes, pulse = lines_of(day)
    agenda_actions.move_line(pulse, -1, **OPEN)
    assert titles(day) == ["Välkomna", "pulse", "statements"]
    first = agenda_actions.add_line(day, NewLine("Kaffe", 5), after=0, **OPEN)
    copy = agenda_actions.copy_line(votes, **OPEN)
    assert titles(day) == ["Kaffe", "Välkomna", "pulse", "statements", "statements"]
    assert (first.position, copy.position, copy.times_opened) == (4, 5, 0)
    assert [item.text for item in copy.items.all()] == [item.text for item in votes.items.all()]
    agenda_actions.remove_line(welcome, **OPEN)
    assert titles(day) == ["Kaffe", "pulse", "statements", "statements"]
    assert refreshed(votes).position == 2


def test_what_has_been_answered_is_moved_and_copied_and_never_removed():
    line = opened_line(opened_start(), exercise())
    with pytest.raises(ExerciseRefused) as refused:
        agenda_actions.remove_line(line, **OPEN)
    assert refused.value.phrase.key == "room.refused.remove_answered"
    agenda_actions.move_line(line, -1, **OPEN)
    assert titles(line.day) == ["statements", "Välkomna"]


def test_a_day_that_is_over_is_read_and_not_run():
    line = opened_line(opened_start(), exercise())
    with pytest.raises(ExerciseRefused) as refused:
        agenda_actions.end_day(line.day, **OPEN)
    assert refused.value.phrase.key == "room.day.still_open"
    with pytest.raises(ExerciseRefused) as refused:
        agenda_actions.cancel_day(line.day, "Snöstorm", **OPEN)
    assert refused.value.phrase.key == "room.day.begun"
    close_line(line, by=None, at=later(2))
    agenda_actions.end_day(line.day, **OPEN)
    with pytest.raises(ExerciseRefused) as refused:
        open_line(refreshed(line), **OPEN)
    assert refused.value.phrase.key == "room.day.over"
    agenda_actions.resume_day(Day.objects.get(), **OPEN)
    open_line(refreshed(line), by=None, at=later(3))


def test_the_leader_lays_out_by_buttons_and_is_asked_before_what_cannot_be_undone(leader: Client):  # noqa: F811
    leader.post(f"{HOME}ny/", {**NEW, "template": "half_day"})
    day = Day.objects.get()
    was = titles(day)
    leader.post(f"{HOME}1/del/3/lagg/", {"gor": "up"})
    assert titles(day)[1:3] == [was[2], was[1]]
    asked = check_page(leader.get(f"{HOME}1/del/1/fraga/", {"gor": "remove"}))
    assert asked.xpath("string(//main//form//button/@value)") == "remove"
    leader.post(f"{HOME}1/del/1/lagg/", {"gor": "remove"})
    assert len(titles(day)) == len(was) - 1
    check_page(leader.get(f"{HOME}1/uppgifter/"))
    leader.post(f"{HOME}1/uppgifter/", {**NEW, "title": "Ny dag", "begins": "10:15", "guests": ""})
    day.refresh_from_db()
    assert (day.title, str(day.begins), day.guests) == ("Ny dag", "10:15:00", False)
    sheet = leader.get(f"{HOME}1/korschema.docx")
    assert sheet.status_code == 200
    check_page(leader.get(f"{HOME}1/slut/"))
    assert leader.post(f"{HOME}1/slut/", {"gor": "cancel", "skal": " "}).status_code == 422
    leader.post(f"{HOME}1/slut/", {"gor": "cancel", "skal": "Snöstorm"})
    assert "Snöstorm" in check_page(leader.get(f"{HOME}1/")).text_content()
    assert [event.action for event in Event.objects.order_by("-number")[:3]] == [
        "day.cancelled",
        "day.edited",
        "day.line_removed",
    ]


def test_a_line_is_put_after_another_and_keeps_its_aim(leader: Client):  # noqa: F811
    leader.post(f"{HOME}ny/", {**NEW, "template": "half_day"})
    page = check_page(leader.get(f"{HOME}1/del/", {"efter": "1"}))
    assert page.xpath("string(//select[@name='after']/option[@selected]/@value)") == "1"
    filled = {
        "title": "Kaffe",
        "minutes": "5",
        "aim": "Prata",
        "openness": "named",
        "most_each": "3",
        "after": "1",
    }
    leader.post(f"{HOME}1/del/", filled)
    assert titles(Day.objects.get())[1] == "Kaffe"
    assert AgendaLine.objects.get(title="Kaffe").aim == "Prata"


def test_the_clock_is_begun_paused_and_lengthened_and_stands_on_screen_and_page(leader: Client):  # noqa: F811
    line = opened_line(the_start(), exercise())
    assert refreshed(line).timer_ends_at == later(1) + timedelta(minutes=20)
    address = f"{HOME}1/del/{line.position}/gor/"
    leader.post(address, {"gor": "clock-pause"})
    paused = refreshed(line)
    assert (paused.timer_ends_at, paused.timer_left is not None) == (None, True)
    screen = check_page(leader.get(f"{HOME}1/skarm/"))
    assert "pausad" in screen.text_content()
    leader.post(address, {"gor": "clock-restart"})
    (clock,) = check_page(leader.get(f"{HOME}1/skarm/")).xpath("//time[@data-ends]")
    assert clock.text_content().startswith("till ")
    leader.post(address, {"gor": "clock-stop"})
    assert refreshed(line).timer_ends_at is None


def test_a_part_without_exercise_is_on_the_screen_with_its_clock(leader: Client):  # noqa: F811
    day_with(the_start(), exercise())
    leader.post(f"{HOME}1/del/1/gor/", {"gor": "present"})
    screen = check_page(leader.get(f"{HOME}1/skarm/"))
    assert screen.xpath("string(//h1)") == "Välkomna"
    page = check_page(leader.get(f"{HOME}1/"))
    assert page.xpath("string(//section[@id='nu']//button[@value='present']/span)").strip() == "statements"
    leader.post(f"{HOME}1/skarm/tom/")
    assert check_page(leader.get(f"{HOME}1/skarm/")).xpath("string(//h1)") == "Startdagen"


def test_the_word_goes_round_with_one_press_and_a_page_read_anew_loses_nothing():
    line = opened_line(opened_start(), exercise(ExerciseKind.ROUND))
    clock_actions.give_word(line, "ruling", board="Skolnämnden", by=None, at=after(0))
    clock_actions.give_word(refreshed(line), "official", by=None, at=after(60))
    clock_actions.take_word(refreshed(line), by=None, at=after(180))
    assert list(Turn.objects.values_list("role", "board", "seconds")) == [
        ("ruling", "Skolnämnden", 60),
        ("official", "", 120),
    ]
    clock_actions.undo_turn(refreshed(line), by=None, at=after(190))
    assert Turn.objects.count() == 1
    clock_actions.give_word(refreshed(line), "ruling", by=None, at=after(200))
    close_line(refreshed(line), by=None, at=after(260))
    assert sum(Turn.objects.values_list("seconds", flat=True)) == 120
    assert outcome_of(refreshed(line)).gathered.spoken[0].turns == 2


def test_notes_are_put_together_taken_apart_and_hidden_by_the_page(leader: Client):  # noqa: F811
    line = opened_line(the_start(), exercise(ExerciseKind.COLLECTION))
    (seat,) = [join_as_guest(line.day, "Gäst", "ruling")[0]]
    notes = [write_note(line, seat, text) for text in ("Fler lärare", "Flera lärare nu", "Chefen Anna")]
    address = f"{HOME}1/del/{line.position}/anteckningar/"
    page = check_page(leader.get(address))
    assert len(page.xpath("//ul[@class='alike']/li")) == 1
    keys = [str(note.pk) for note in notes]
    leader.post(address, {"gor": "together", "anteckning": keys[:2], "rubrik": "Bemanning"})
    leader.post(address, {"gor": "hide", "anteckning": keys[2:], "skal": "person"})
    assert [(said.text, said.n) for said in outcome_of(line).said] == [("Bemanning", 2)]
    assert Event.objects.latest("number").content["why_hidden"] == "person"
    leader.post(address, {"gor": "rename-1", "namn-1": "Lärare"})
    check_page(leader.get(address))
    leader.post(address, {"gor": "apart", "anteckning": keys[:1]})
    leader.post(address, {"gor": "show", "anteckning": keys[2:]})
    assert [(said.text, said.n) for said in outcome_of(line).said] == [
        ("Chefen Anna", 1),
        ("Fler lärare", 1),
        ("Lärare", 1),
    ]
    leader.post(address, {"gor": "apart", "anteckning": keys[1:2]})
    assert (NoteHeading.objects.count(), line.sortings.count()) == (0, 0)
    assert (
        "Markera minst en" in check_page(leader.post(address, {"gor": "apart"}, follow=True)).text_content()
    )


def test_what_was_taken_along_in_epa_goes_with_what_it_came_from():
    line = opened_line(opened_start(), exercise(ExerciseKind.EPA))
    seat, _ = join_as_guest(line.day, "Gäst", "ruling")
    write_note(line, seat, "Tid")
    advance_stage(line, by=None, at=later(2))
    pairs = refreshed(line)
    (mine,) = earlier_notes(pairs, seat)
    write_note(pairs, seat, "Tid att mötas", carried_from=mine.pk)
    assert list(earlier_notes(pairs, seat)) == []
    assert [(row.text, row.counts) for row in outcome_of(pairs).gathered.stages] == [
        ("Tid att mötas", (1, 1, 0))
    ]


def closed_placing(start: object) -> AgendaLine:
    line = day_with(start, exercise(ExerciseKind.PLACING)).lines.get(position=2)
    AgendaLine.objects.filter(pk=line.pk).update(step=Step.OUTLOOK.value)
    open_line(refreshed(line), by=None, at=later(1))
    for number in range(6):
        seat, _ = join_as_guest(line.day, f"Gäst {number}", "ruling")
        answer(refreshed(line), seat, [Mark(0, "5x2"), Mark(1, "2x2")])
    close_line(refreshed(line), by=None, at=later(2))
    return refreshed(line)


def test_a_result_is_the_leader_s_until_shown_and_then_everyone_s_to_go_on_with(leader: Client):  # noqa: F811
    line = closed_placing(the_start())
    address = f"{HOME}1/del/{line.position}/resultat/"
    sara = Client()
    sara.force_login(member(the_start(), "sara"))
    assert sara.get(address).status_code == 404
    assert "har inte visats" in check_page(leader.get(address)).text_content()
    show_line(line, True, by=None, at=later(3))
    show_line(refreshed(line), False, by=None, at=later(4))
    page = check_page(sara.get(address))
    links = page.xpath("//section[@aria-labelledby='vidare']//a/@href")
    assert [link.partition("?")[0] for link in links] == ["/start/provkoping/2026/drivkrafter/ny/"] * 2
    form = check_page(sara.get(links[0]))
    assert form.xpath("string(//input[@name='namn']/@value)") == "Rad 0 på åäö"
    (evidence,) = form.xpath("//input[@name='underlag']/@value")
    filled = {"namn": "Rad 0", "text": "Den växer.", "omrade": "own", "sikt": "term", "vad": "both"}
    written = sara.post(
        links[0].partition("?")[0], {**filled, "underlag": evidence, "spara": "1"}, follow=True
    )
    assert "effekt 5,0 och osäkerhet 2,0 i median" in check_page(written).text_content()
    for suffix in ("csv", "xlsx"):
        assert sara.get(f"{address.removesuffix('/')}.{suffix}").status_code == 200
    assert sara.get(f"{address.removesuffix('/')}.exe").status_code == 404


def test_the_step_s_page_shows_the_result_and_a_claim_on_it_is_stale_after_late_answers(leader: Client):  # noqa: F811
    line = closed_placing(the_start())
    show_line(line, True, by=None, at=later(3))
    sara = Client()
    sara.force_login(member(the_start(), "sara"))
    register = check_page(sara.get("/start/provkoping/2026/drivkrafter/"))
    assert register.xpath("//section[@aria-labelledby='fran-outlook']//a/@href") == [
        f"{HOME}1/del/{line.position}/resultat/"
    ]
    kept = kept_result(line)
    assert kept is not None
    written = sara.post(
        "/start/provkoping/2026/traden/skriv/finding/",
        {
            "text": "Vi är eniga",
            "author": "joint:",
            "target": kept.address(1),
            "relation": "supports",
            "fardigstall": "1",
        },
    )
    claim = written.headers["Location"]
    assert "effekt 5,0" in check_page(sara.get(claim)).text_content()
    reopened_with(line, "1x1", voices=8)
    assert "Behöver ses över" in check_page(sara.get(claim)).text_content()
    assert [one.version for one in line.results.order_by("version")] == [1, 2]


def test_notes_put_together_after_close_make_no_new_version_until_somebody_rests_on_the_old():
    line = opened_line(opened_start(), exercise(ExerciseKind.COLLECTION))
    seat, _ = join_as_guest(line.day, "Gäst", "ruling")
    keys = [str(write_note(line, seat, text).pk) for text in ("Fler lärare", "Flera lärare nu")]
    show_line(line, True, by=None, at=later(2))
    close_line(refreshed(line), by=None, at=later(2))
    put_together(refreshed(line), keys, heading="Lärare", by=None, at=later(3))
    kept = kept_result(line)
    assert kept is not None
    assert (kept.row.version, [said.text for said in kept.result.gathered.said]) == (1, ["Lärare"])
    newest = newest_results(line.day.start, [parse_address(kept.address()).subject])
    CitedResult.objects.create(
        subject=parse_address(kept.address()).subject,
        address=kept.address(),
        version=1,
        data=kept.row.digest[:12],
        outcome=next(iter(newest.values())).outcome,
    )
    take_apart(refreshed(line), keys[:1], by=None, at=later(4))
    assert [one.version for one in line.results.order_by("version")] == [1, 2]
    assert Event.objects.latest("number").action == "day.result_kept"


def reopened_with(line: AgendaLine, said: str, *, voices: int) -> None:
    open_line(refreshed(line), by=None, at=later(4))
    for number in range(voices):
        seat, _ = join_as_guest(line.day, f"Sen {number}", "ruling")
        answer(refreshed(line), seat, [Mark(0, said), Mark(1, said)])
    close_line(refreshed(line), by=None, at=later(5))

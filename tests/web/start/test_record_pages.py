"""The record is read in words by those who may, tells nobody whose drafts are whose, and proves the equal access."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from asgiref.sync import async_to_sync, sync_to_async
from django.db import connection
from django.test import AsyncClient, Client
from django.test.utils import CaptureQueriesContext
from tests.web.pages import fetch
from tests.web.starts import TERM, bare_start, full_start, later, person

import avstamp.web
from avstamp.domain.audit.chain import Event, instant
from avstamp.domain.start.openness import DocumentStatus
from avstamp.domain.start.roll import Capacity
from avstamp.phrases import say
from avstamp.phrases.catalogue import SENTENCES
from avstamp.web.accounts.actions import erase_actor_key
from avstamp.web.accounts.queries import NamesThen
from avstamp.web.audit import queries
from avstamp.web.audit.models import Event as EventRow
from avstamp.web.start import actions
from avstamp.web.start.models import Start
from avstamp.web.start.record_page import KINDS, PAGE_SIZE
from avstamp.web.start.record_words import Names, tell

HERE = "/start/provkoping/2026/"
RECORD = HERE + "loggen/"
WRITERS = ("_record", "record_event", "record_start_event", "record_driver")
"""Functions that write an event, with the action as an argument."""

pytestmark = pytest.mark.django_db
signed = pytest.mark.django_db(transaction=True)
"""For tests of what is signed, which happens when a transaction has been committed."""


@pytest.fixture
def start() -> Start:
    return with_auditor(full_start())


def with_auditor(start: Start) -> Start:
    actions.add_member(start, person("rut"), Capacity.AUDITOR, span=TERM, by=person("pia"), at=later(7))
    return start


def reader(name: str) -> Client:
    client = Client()
    client.force_login(person(name))
    return client


def actions_in_code() -> Iterator[str]:
    """Every action that a call in the web app records; one made with a document status stands for each of them."""
    for path in sorted(Path(avstamp.web.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in WRITERS:
                yield from _actions(node.args)


def _actions(arguments: list[ast.expr]) -> Iterator[str]:
    for argument in arguments:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and "." in argument.value:
            yield argument.value
        if isinstance(argument, ast.JoinedStr) and isinstance(argument.values[0], ast.Constant):
            before = str(argument.values[0].value)
            if before.endswith("."):
                yield from (
                    f"{before}{status}" for status in DocumentStatus if status != DocumentStatus.WORKING
                )


def test_every_action_in_the_code_has_a_sentence_and_a_group():
    found = set(actions_in_code())
    assert {"start.opened", "claim.written", "claim.completed", "claim.dispatched"} <= found
    assert sorted(action for action in found if f"event.{action}" not in SENTENCES) == []
    grouped = {kind for kinds in KINDS.values() for kind in kinds}
    assert sorted(action for action in found if action.split(".")[0] not in grouped) == []


def test_every_event_of_a_start_is_told_in_both_languages(start):
    names = Names(person("pia"), {}, {}, all_named=True, then=NamesThen({}))
    rows = EventRow.objects.order_by("number")
    told = [
        tell(Event(row.number, instant(row.at), row.actor, row.action, row.subject, row.content), names)
        for row in rows
    ]
    assert [phrase.key for phrase in told] == [f"event.{row.action}" for row in rows]
    for phrase in told:
        assert say(phrase, "sv") != say(phrase, "en")


@pytest.mark.parametrize(
    ("action", "content"), [("later.invented", {}), ("step.opened", {}), ("step.opened", {"step": "no"})]
)
def test_event_that_no_sentence_fits_is_still_told(action, content):
    names = Names(person("pia"), {}, {}, all_named=True, then=NamesThen({}))
    phrase = tell(Event(1, "", "console", action, "start:1", content), names)
    assert say(phrase, "sv") == f"Annan händelse: {action}."


def test_elected_reads_what_was_done_without_the_names_of_the_elected(start):
    olle = person("olle")
    actions.add_member(
        start, person("moa"), Capacity.ELECTED, span=TERM, party="M", by=person("pia"), at=later(7)
    )
    moa = reader("moa")
    page = "".join(moa.get(RECORD + f"?sida={number}").content.decode() for number in (1, 2))

    assert "Pia" in page, "the process leader acts in office"
    assert "En förtroendevald" in page
    assert f"<td>{person('sara').name}</td>" not in page
    assert f"{olle.name} lades till. Deltar som tjänstepersonsledning." in page


def test_auditor_reads_whose_every_act_was(start):
    assert "<td>Sara</td>" in reader("rut").get(RECORD).content.decode()


def test_act_of_an_erased_person_stands_without_the_name(start):
    erase_actor_key(person("sara"))
    page = reader("rut").get(RECORD).content.decode()

    assert "<td>Sara</td>" not in page
    assert "Någon vars namn har raderats" in page


def test_official_and_process_leader_are_refused(start):
    assert [reader(name).get(RECORD).status_code for name in ("olle", "pia")] == [403, 403]


def test_record_is_chosen_by_kind(start):
    page = reader("rut").get(RECORD + "?vad=sides").content.decode()

    assert "2 händelser, sida 1 av 1." in page
    assert "Partiernas sidor från 1 mars 2028: M stödparti." in page
    assert "öppnades för alla" not in page


def test_record_is_turned_page_by_page_from_the_newest(start):
    for _ in range(2 * PAGE_SIZE - EventRow.objects.count()):
        actions.take_sides(start, {}, from_day=later(9).date(), by=None, at=later(8))
    auditor = reader("rut")
    first, last = (auditor.get(RECORD + f"?sida={page}").content.decode() for page in (1, 2))

    assert f"{EventRow.objects.count()} händelser, sida 1 av 2." in first
    assert "Starten skapades." not in first
    assert "Starten skapades. Fullmäktige har 3 partier." in last


@pytest.mark.parametrize("asked", ["0", "-1", "x", "9" * 5000, "1000"])
def test_any_page_that_is_asked_for_is_answered(start, asked):
    assert reader("rut").get(RECORD + f"?sida={asked}").status_code == 200


@signed
def test_whole_record_is_said_to_be_whole_and_the_page_tells_when(start):
    auditor, count = reader("rut"), EventRow.objects.count()

    assert "Loggen har inte kontrollerats än." in auditor.get(RECORD).content.decode()
    assert f"Loggen är hel: {count} händelser" in auditor.get(RECORD + "kontroll/").content.decode()
    assert f"till och med händelse {count}." in auditor.get(RECORD).content.decode()


@signed
def test_bent_record_is_said_to_be_bent_and_where(start):
    EventRow.objects.filter(number=9).update(actor="console")
    page = reader("rut").get(RECORD + "kontroll/").content.decode()

    assert "Kedjan bryts vid nummer 9." in page
    assert "Loggen är hel" not in page


def test_file_of_the_record_has_a_line_an_event_and_is_the_auditor_s(start):
    answer = reader("rut").get(HERE + "loggen.jsonl")
    lines = [json.loads(line) for line in b"".join(answer).splitlines()]

    assert [line["number"] for line in lines] == list(range(1, EventRow.objects.count() + 1))
    assert reader("sara").get(HERE + "loggen.jsonl").status_code == 403


def test_proof_of_access_names_the_instant_the_events_and_their_hashes(start):
    page = reader("sara").get(HERE + "samma-tid/").content.decode()
    opening = EventRow.objects.get(action="start.opened")

    assert "Starten öppnades 2 december 2026 kl. 09.30." in page
    assert "3 personer hade tillgång från det ögonblicket." in page
    assert opening.hash in page
    assert "2026-12-02T08:30:15.123456Z" in page
    assert "När personen kom med, 8 december 2026 kl. 09.30" in page, "the auditor came later"


def test_start_that_is_not_opened_has_no_proof(start):
    bare_start("nykoping", by=person("pia"))
    assert reader("pia").get("/start/nykoping/2026/samma-tid/").status_code == 403


@pytest.mark.parametrize("path", ["loggen/", "loggen/?vad=claim", "loggen/kontroll/", "samma-tid/"])
@pytest.mark.parametrize("language", ["", "/en"])
def test_pages_of_the_record_are_well_made(start, path, language):
    fetch(language + HERE + path, reader("rut"))


def test_page_asks_the_database_as_often_however_long_the_record(start):
    client = reader("rut")
    client.get(RECORD)
    with CaptureQueriesContext(connection) as few:
        client.get(RECORD)
    for _ in range(5):
        actions.take_sides(start, {}, from_day=later(9).date(), by=None, at=later(8))
    with CaptureQueriesContext(connection) as many:
        client.get(RECORD)
    assert len(many) == len(few)


def test_record_as_lines_is_read_while_it_is_sent(start, monkeypatch):
    """What is done after the first lines have gone is among the last: nothing was read to the end beforehand."""
    monkeypatch.setattr(queries, "AT_A_TIME", 10)
    before = EventRow.objects.count()

    async def read() -> list[str]:
        client = AsyncClient()
        await client.aforce_login(await sync_to_async(person)("rut"))
        answer = await client.get(HERE + "loggen.jsonl")
        lots = aiter(answer)
        first = (await anext(lots)).decode()
        assert first.count("\n") == 10
        await sync_to_async(actions.add_member)(
            start, await sync_to_async(person)("siv"), Capacity.SECRETARY, span=TERM, by=None, at=later(8)
        )
        return [first, *[lot.decode() async for lot in lots]]

    events = [json.loads(line) for line in "".join(async_to_sync(read)()).splitlines()]
    assert [event["number"] for event in events] == list(range(1, before + 2))


def test_finding_that_was_set_aside_is_told_in_words(start):
    page = fetch(RECORD + "?vad=claim&sida=1", reader("sara"))
    assert "En iakttagelse lades åt sidan. Utmaning: " in page
    assert "findings/indicator" not in page

"""The organisation's own position is kept with its history, and a finding is set aside in the open."""

from __future__ import annotations

import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook
from tests.web.starts import AT, TERM, bare_start, claim, full_start, later, person

from avstamp.domain.position.own.registers import Register
from avstamp.domain.start.openness import DocumentStatus
from avstamp.domain.start.roll import Capacity
from avstamp.web.audit.models import Event
from avstamp.web.position.actions import PositionRefused, keep_rows, set_finding_aside
from avstamp.web.position.models import OwnRow, SetAside
from avstamp.web.position.own_queries import findings_aside
from avstamp.web.start.actions import add_member
from avstamp.web.start.permitting import NotPermitted
from avstamp.web.thread.actions import advance_claim

pytestmark = pytest.mark.django_db

HERE = "/start/provkoping/2026/nulage/"
REMARK = {
    "day": "2026-03-01",
    "body": "Revisorerna",
    "matter": "Avtal följs inte upp",
    "weight": "remark",
    "state": "open",
    "answer": "",
    "source": "Dnr 5",
}


def board(name: str, forecast: float) -> dict[str, object]:
    return {
        "year": 2026,
        "board": name,
        "as_of": "2026-08-31",
        "budget": 500.0,
        "outcome": None,
        "forecast": forecast,
        "source": "Dnr 2",
    }


@pytest.fixture
def start():
    """A start with a corrected row of accounts and a finding set aside: neither is what these tests write."""
    return full_start()


def rows():
    return OwnRow.objects.exclude(register="accounts").order_by("number")


@pytest.fixture
def official(client, start):
    client.force_login(person("olle"))
    return client


def test_row_is_kept_by_form_and_shown(official, start):
    answer = official.post(HERE + "remarks/", REMARK)

    assert answer.status_code == 302
    (row,) = rows()
    assert (row.register, row.values["weight"], row.person.name) == ("remarks", "remark", "Olle")
    assert "Avtal följs inte upp" in official.get(HERE + "remarks/").content.decode()


def test_form_with_faults_keeps_what_was_written(official, start):
    answer = official.post(HERE + "remarks/", REMARK | {"day": "2099-01-01", "source": ""})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Avtal följs inte upp</textarea>" in page
    assert "1 januari 2099 har inte varit än." in page
    assert 'href="#f-source"' in page
    assert rows().count() == 0


def test_corrected_row_keeps_the_older(start):
    for forecast in (515.0, 515.0, 530.0):
        kept = keep_rows(start, Register.BUDGET, [board("Skola", forecast)], by=person("olle"), at=AT)

    assert (kept.new, kept.changed, kept.same) == (0, 1, 0)
    older, newer = rows()
    assert (older.current, newer.current, newer.replaces) == (False, True, older)


def test_officials_enter_figures_before_the_start_is_opened(client):
    start = bare_start("annanstad", by=person("anna"))
    add_member(start, person("ove"), Capacity.OFFICIAL, span=TERM, by=None, at=AT)
    client.force_login(person("ove"))
    here = "/start/annanstad/2026/nulage/remarks/"

    assert client.get(here).status_code == 200
    assert client.post(here, REMARK).status_code == 302


def test_half_a_year_is_no_year(official, start):
    row = {"year": "2026,5", "board": "Skola", "matter": "Läsning", "says": "Bra", "source": "Dnr 4"}

    assert official.post(HERE + "reports/", row).status_code == 422
    assert rows().count() == 0


def test_elected_read_but_do_not_write(client, start):
    client.force_login(person("sara"))

    assert client.get(HERE + "remarks/").status_code == 200
    assert client.post(HERE + "remarks/", REMARK).status_code == 403
    with pytest.raises(NotPermitted):
        keep_rows(start, Register.BUDGET, [board("Skola", 1.0)], by=person("sara"), at=AT)
    assert rows().count() == 0


def test_file_is_kept_whole_or_not_at_all(official, start):
    heading = "Nämnd;År;Uppföljning per;Budget, tkr;Prognos för året, tkr;Källa, till exempel diarienummer\n"
    good, bad = "Skola;2026;2026-08-31;500;515,5;Dnr 2\n", "Teknik;2026;2026-08-31;hundra;98;\n"

    refused = official.post(HERE + "budget/fil/", {"fil": _file(heading + good + bad)})
    assert refused.status_code == 422
    page = refused.content.decode()
    assert "Rad 3, Budget, tkr: ”hundra” är inget tal." in page
    assert "Rad 3, Källa, till exempel diarienummer: Värde saknas." in page
    assert rows().count() == 0

    assert official.post(HERE + "budget/fil/", {"fil": _file(heading + good)}).status_code == 302
    assert rows().get().values["forecast"] == 515.5
    assert "−16" in official.get(HERE + "budget/").content.decode()


def test_filled_in_template_comes_back_as_rows(official, start):
    book = load_workbook(io.BytesIO(official.get(HERE + "goals/mall.xlsx").content))
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[1]][-2:] == ["Måluppfyllelse", "Källa, till exempel diarienummer"]
    for row in ((2025, "Alla kan läsa", None, None, None, "Delvis uppfyllt", "Dnr 3"),):
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    file.seek(0)
    file.name = "mål.xlsx"

    assert official.post(HERE + "goals/fil/", {"fil": file}).status_code == 302
    assert rows().get().values["fulfilment"] == "partly"


def test_accounts_fill_the_form_of_the_balance_requirement(official, start):
    lines = {"result": 20_500.5, "tax": 800_000.0, "grants": 200_000.0}
    row = {"year": 2025, "stage": "outcome", "source": "Dnr KS 2026/2"}
    written = [row | {"line": line, "amount": amount} for line, amount in lines.items()]
    keep_rows(start, Register.ACCOUNTS, written, by=person("olle"), at=AT)

    page = official.get(HERE + "accounts/").content.decode()
    address = page.split('href="/1481/nulage/balanskrav/')[1].split('"')[0].replace("&amp;", "&")
    answer = official.get("/1481/nulage/balanskrav/" + address).content.decode()

    assert "resultat=20500500" in address
    assert 'name="resultat" value="20500500"' in answer
    assert "Balanskravsutredning 2025" in answer


def test_row_that_is_taken_away_stays_in_the_history(official, start):
    official.post(HERE + "remarks/", REMARK)
    number = rows().get().number

    official.post(f"{HERE}remarks/{number}/ta-bort/")

    assert rows().get().withdrawn_at is not None
    assert "Inget är ifyllt än." in official.get(HERE + "remarks/").content.decode()


def test_finding_is_set_aside_in_the_open_and_taken_back(client, start):
    client.force_login(person("sara"))
    page = client.get(HERE).content.decode()
    subject = page.split('name="finding" value="')[1].split('"')[0]

    client.post(HERE + "lagg-at-sidan/", {"finding": subject, "skal": "Gäller ett enda hus"})

    aside = findings_aside(start)[subject]
    assert (aside.role.key, aside.party, aside.reason) == ("role.ruling", "S", "Gäller ett enda hus")
    client.force_login(person("olle"))
    assert "Gäller ett enda hus" in client.get(HERE).content.decode()
    client.post(HERE + "lagg-at-sidan/", {"finding": subject, "tillbaka": "ja"})
    assert subject not in findings_aside(start)
    assert SetAside.objects.get(subject=subject).taken_back_at is not None
    told = list(Event.objects.filter(content__finding=subject).values_list("action", flat=True))
    assert told == ["finding.set_aside", "finding.taken_back"]


def test_own_finding_stands_beside_the_methods_once_it_is_completed(official, start):
    draft, told = claim(start), claim(start)
    advance_claim(told, DocumentStatus.COMPLETED, by=None, at=later(7))

    page = official.get(HERE).content.decode()

    assert f'href="/start/provkoping/2026/traden/{told.number}/"' in page
    assert f'href="/start/provkoping/2026/traden/{draft.number}/"' not in page
    assert 'href="/start/provkoping/2026/traden/skriv/finding/"' in page


def test_nothing_is_set_aside_without_a_reason(start):
    with pytest.raises(PositionRefused):
        set_finding_aside(start, "findings/unit=1481", "  ", by=person("sara"), at=later(1))

    assert not SetAside.objects.filter(subject="findings/unit=1481").exists()


@pytest.mark.parametrize(
    "subject",
    [
        "Kalle Andersson ljuger",
        "findings/indicator=KALLE;side=challenge;unit=1481",
        "findings/indicator=N15428;side=challenge;unit=0180",
        "findings/indicator=N15428;side=challenge;unit=1481;mer=text",
        "findings/indicator=N15428\x00;side=challenge;unit=1481",
    ],
)
def test_nothing_but_a_finding_about_the_unit_is_set_aside(start, subject):
    with pytest.raises(PositionRefused):
        set_finding_aside(start, subject, "Stämmer inte", by=person("sara"), at=later(1))

    assert "Kalle" not in str(list(Event.objects.values_list("content", flat=True)))


def test_page_asks_as_much_of_one_row_as_of_three(official, start):
    counts = []
    for name in ("Skola", "Vård", "Teknik"):
        keep_rows(start, Register.BUDGET, [board(name, 510.0)], by=person("olle"), at=AT)
        with CaptureQueriesContext(connection) as asked:
            official.get(HERE + "budget/")
        counts.append(len(asked))

    assert counts[0] == counts[2]


def _file(text: str) -> io.BytesIO:
    file = io.BytesIO(text.encode())
    file.name = "nämnder.csv"
    return file

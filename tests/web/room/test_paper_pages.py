from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

import docx
import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook
from tests.web.pages import check
from tests.web.room.days import anonymous, day_with, exercise, member, opened_start, refreshed, slips
from tests.web.starts import later

from avstamp.domain.room.exercises import ExerciseKind
from avstamp.domain.room.paper import edition_of
from avstamp.domain.start.roll import Capacity
from avstamp.web.room.actions import open_line
from avstamp.web.room.models import AgendaLine, AnonymousSum, Day, NamedAnswer, Ticket
from avstamp.web.room.queries import exercise_of
from avstamp.web.room.tickets import shown_code
from avstamp.web.start.models import Start

pytestmark = pytest.mark.django_db
PAPER = "/start/provkoping/2026/traffar/1/papper/"
NO_STORE = "no-store"


@pytest.fixture
def day() -> Day:
    return day_with(
        opened_start(), anonymous(), exercise(ExerciseKind.PLACING), anonymous(ExerciseKind.BEST_WORST)
    )


@pytest.fixture
def leader(day: Day) -> Client:
    client = Client()
    client.force_login(member(day.start, "pia", Capacity.PROCESS_LEADER))
    return client


def opened(day: Day, position: int) -> AgendaLine:
    line = day.lines.get(position=position)
    open_line(line, by=None, at=later(1))
    return refreshed(line)


def text(answer: object) -> str:
    return " ".join(check(answer).split())  # type: ignore[arg-type]


def pdf(answer: object) -> pikepdf.Pdf:
    assert answer["Content-Type"] == "application/pdf"  # type: ignore[index]
    assert NO_STORE in answer["Cache-Control"]  # type: ignore[index]
    return pikepdf.open(BytesIO(answer.content))  # type: ignore[attr-defined]


def test_ballots_are_printed_with_instructions_first_and_made_out_to_the_roll(leader: Client, day: Day):
    text(leader.get(PAPER))
    filled = {"line": "2", "size": "a3", "copies": "3"}
    assert len(pdf(leader.post(f"{PAPER}blanketter/", filled)).pages) == 4
    nobody = leader.post(f"{PAPER}blanketter/", {**filled, "line": "3", "made_out": "on"})
    assert nobody.status_code == 422
    assert "Ingen på rollistan svarar på övningar den dagen." in text(nobody)
    member(day.start, "sara")
    assert len(pdf(leader.post(f"{PAPER}blanketter/", {**filled, "line": "3", "made_out": "on"})).pages) == 2


@pytest.mark.parametrize("position", [2, 3, 4])
def test_one_ballot_comes_as_word_with_its_edition(leader: Client, day: Day, position: int):
    filled = {"line": str(position), "size": "a4", "copies": "1", "suffix": "docx"}
    written = docx.Document(BytesIO(leader.post(f"{PAPER}blanketter/", filled).content))
    edition = edition_of(exercise_of(day.lines.get(position=position)))
    assert any(edition in paragraph.text for paragraph in written.paragraphs)
    ticks = sum(cell.text == "☐" for table in written.tables for row in table.rows for cell in row.cells)
    # Three boxes for each of two statements; five twice for each of two drivers, and eight roles; two for each of four.
    assert ticks == {2: 6, 3: 20 + 8, 4: 8}[position]


def test_booklets_are_given_once_with_codes_that_nothing_keeps(leader: Client, day: Day):
    filled = {"size": "a4", "ruling": "2", "official": "1"}
    # Instructions, a sign for each bowl, and a sheet an exercise for each booklet.
    assert len(pdf(leader.post(f"{PAPER}haften/", filled)).pages) == 1 + 2 + 3 * 2
    assert Ticket.objects.count() == 3
    assert "Ingen grupp har fått någon" in text(leader.post(f"{PAPER}haften/", {"size": "a4"}))


@pytest.mark.parametrize(
    ("sheet", "kind"), [("", "text/html; charset=utf-8"), ("labels_24", "application/pdf")]
)
def test_slips_come_as_a_page_or_a_file_and_no_copy_is_kept(leader: Client, sheet: str, kind: str):
    answer = leader.post("/start/provkoping/2026/traffar/1/lappar/", {"ruling": "3", "sheet": sheet})
    assert (answer["Content-Type"], NO_STORE in answer["Cache-Control"]) == (kind, True)


def test_ballots_are_typed_read_through_read_twice_and_counted(leader: Client, day: Day):
    line = opened(day, 2)
    codes = slips(day, ruling=3)
    text(leader.get(f"{PAPER}2/"))
    typed = {f"{row}-code": code for row, code in enumerate(codes, start=1)}
    typed |= {f"{row}-cell-1": "1" for row in (1, 2, 3)} | {"1-cell-2": "?", "2-cell-2": "9"}
    wrong = leader.post(f"{PAPER}2/", {**typed, "gor": "granska"})
    assert wrong.status_code == 422
    assert "Rad 2, 2. Rad 1 på åäö: ”9” går inte att läsa. Skriv en siffra från 1 till 3" in text(wrong)
    typed["2-cell-2"] = "2"
    # What was not seen is not counted, whichever button is pressed.
    seen = leader.post(f"{PAPER}2/", {**typed, "gor": "rakna"})
    page = seen.context["page"]
    assert (page.checked, page.ready, page.filled) == (True, False, 3)
    assert "Instämmer inte" in text(seen)
    again = page.again.number
    typed |= {"igen": str(again), f"igen-{again}-cell-1": "3"}
    differs = leader.post(f"{PAPER}2/", {**typed, "gor": "rakna"})
    assert f"Rad {again}, 1. Rad 0 på åäö: först ”1”, vid kontrollen ”3”." in text(differs)
    typed |= {f"igen-{again}-cell-1": "1", f"igen-{again}-cell-2": typed.get(f"{again}-cell-2", "")}
    assert leader.post(f"{PAPER}2/", {**typed, "gor": "rakna"}).status_code == 302
    assert refreshed(line).on_paper == 3
    assert "3 blanketter är inskrivna hittills." in text(leader.get(f"{PAPER}2/"))
    assert leader.post(f"{PAPER}2/hog/", {"hog": "3"}).status_code == 302
    assert "Högen stämmer" in text(leader.get(f"{PAPER}2/"))


@pytest.mark.parametrize("position", [2, 3, 4])
@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_a_sheet_that_is_fetched_filled_in_and_read_twice_is_counted_once(
    leader: Client, day: Day, position: int, suffix: str
):
    line = opened(day, position)
    codes = slips(day, ruling=2) if line.openness == "anonymous" else ["Åsa Ek", "Olle Öst"]
    content = leader.get(f"{PAPER}{position}/svar.{suffix}").content
    heads = {"role": "1", "letter": "A"}
    columns = {2: [], 3: ["role"], 4: ["letter"]}[position]
    answers = {2: ["1", "3"], 3: ["1", "2", "3", "4"], 4: ["1", "4"]}[position]
    filled = fill(content, suffix, [[code, *(heads[name] for name in columns), *answers] for code in codes])
    sent = {"fil": SimpleUploadedFile(f"svar.{suffix}", filled)}
    assert leader.post(f"{PAPER}{position}/fil/", sent).status_code == 302
    sent = {"fil": SimpleUploadedFile(f"svar.{suffix}", filled)}
    twice = leader.post(f"{PAPER}{position}/fil/", sent)
    assert twice.status_code == 422
    assert "Rad 2, " in text(twice)
    sent = {"fil": SimpleUploadedFile(f"svar.{suffix}", filled), "forbi": "ja"}
    assert leader.post(f"{PAPER}{position}/fil/", sent).status_code == 302
    assert refreshed(line).on_paper == 2


def fill(content: bytes, suffix: str, rows: list[list[str]]) -> bytes:
    """A sheet as somebody fills it in: numbers as numbers; CSV as a Swedish Excel saves it."""
    if suffix == "csv":
        heading = content.decode("utf-8-sig").splitlines()[0]
        lines = [
            heading,
            *(";".join(f"{cell},0" if cell.isdigit() else cell for cell in row) for row in rows),
        ]
        return "\r\n".join(lines).encode("cp1252")
    book = load_workbook(BytesIO(content))
    for number, row in enumerate(rows, start=2):
        for place, cell in enumerate(row, start=1):
            book.active.cell(number, place, int(cell) if cell.isdigit() else cell)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_faults_of_a_file_are_told_by_row_and_column_and_nothing_is_kept(leader: Client, day: Day):
    opened(day, 2)
    (good, other) = slips(day, ruling=2)
    content = leader.get(f"{PAPER}2/svar.csv").content
    filled = fill(content, "csv", [[good, "1", "2"], [other, "7", "ja"]])
    page = text(leader.post(f"{PAPER}2/fil/", {"fil": SimpleUploadedFile("svar.csv", filled)}))
    assert "Rad 3, 1. Rad 0 på åäö: ”7,0” går inte att läsa." in page
    assert "Rad 3, 2. Rad 1 på åäö: ”ja” går inte att läsa." in page
    assert AnonymousSum.objects.count() == 0
    old = filled.replace("1. Rad 0".encode("cp1252"), b"1. Annat")
    page = text(leader.post(f"{PAPER}2/fil/", {"fil": SimpleUploadedFile("svar.csv", old)}))
    assert "Kolumnen ”1. Rad 0 på åäö” saknas." in page
    assert "Välj en fil" in text(leader.post(f"{PAPER}2/fil/", {}))


def test_the_sheet_says_what_may_be_typed_and_takes_nothing_else(leader: Client, day: Day):
    member(day.start, "sara")
    book = load_workbook(BytesIO(leader.get(f"{PAPER}3/svar.xlsx", {"namn": "1"}).content))
    sheet, how = book.worksheets
    assert [cell.value for cell in sheet[1]][:3] == [
        "Kod eller namn",
        "Roll",
        "1. Rad 0 på åäö: effekt på oss",
    ]
    assert [len(sheet["A2"].value), sheet.max_row] == [6, 2]
    rules = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert rules["C2:C501"] == '"1,2,3,4,5,?"'
    assert any("5 = Mycket stor" in str(row[1].value) for row in how.iter_rows())


@pytest.mark.needs("spreadsheet")
def test_a_sheet_saved_by_another_program_is_read_the_same(
    leader: Client, day: Day, tmp_path: Path, spreadsheet_program: Path
):
    line = opened(day, 4)
    codes = [shown_code(code) for code in slips(day, ruling=2)]
    content = leader.get(f"{PAPER}4/svar.xlsx").content
    (tmp_path / "svar.xlsx").write_bytes(fill(content, "xlsx", [[code, "A", "1", "4"] for code in codes]))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(spreadsheet_program), profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path / "out"), str(tmp_path / "svar.xlsx")],
        check=True,
        capture_output=True,
        timeout=240,
    )
    saved = SimpleUploadedFile("svar.xlsx", (tmp_path / "out/svar.xlsx").read_bytes())
    assert leader.post(f"{PAPER}4/fil/", {"fil": saved}).status_code == 302
    assert refreshed(line).on_paper == 2


def test_typing_in_is_the_leaders_and_waits_for_the_start_to_open(day: Day):
    other = Client()
    other.force_login(member(day.start, "sara"))
    assert other.get(f"{PAPER}2/").status_code == 403
    Start.objects.update(opened_at=None)
    leader = Client()
    leader.force_login(member(day.start, "pia", Capacity.PROCESS_LEADER))
    assert leader.get(f"{PAPER}2/").status_code == 403
    assert leader.get(PAPER).status_code == 200


def test_names_typed_by_hand_need_a_role(leader: Client, day: Day):
    opened(day, 3)
    typed = {"1-code": "Ny Gäst", "1-cell-1-effect": "5", "1-cell-1-uncertainty": "1", "gor": "granska"}
    assert "Rad 1, Roll: Rollen saknas." in text(leader.post(f"{PAPER}3/", typed))
    leader.post(f"{PAPER}3/", {**typed, "1-role": "2"})
    assert leader.post(f"{PAPER}3/", {**typed, "1-role": "2", "gor": "rakna"}).status_code == 302
    assert NamedAnswer.objects.get(item=0).said == "5x1"

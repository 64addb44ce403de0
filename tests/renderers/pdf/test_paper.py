from __future__ import annotations

from datetime import date
from io import BytesIO

import pikepdf
import pytest
from tests.renderers.pdf.test_pdf import tags

from avstamp.domain.room.exercises import TRAITS, Exercise, ExerciseKind
from avstamp.domain.room.paper import PaperSize
from avstamp.domain.room.paper_sheets import Ballot, PileKind, pile_of
from avstamp.domain.start.permissions import role_name
from avstamp.domain.start.roll import Role
from avstamp.renderers.pdf.paper import GRIDS, SlipSheet, render_ballots, render_slips

DAY = date(2027, 1, 20)
MM = 72 / 25.4
SHEETS = {PaperSize.A4: (210, 297), PaperSize.A3: (297, 420)}
HOSTILE = '#panic("x") $ * _ [ <b> ] åäö'


def exercise(kind: ExerciseKind) -> Exercise:
    traits = TRAITS[kind]
    items = tuple(f"{HOSTILE} {number}" for number in range(max(traits.least_items, 4)))
    scale = (traits.scales or (None,))[0]
    return Exercise(kind, "Vad tycker ni?", items if traits.most_items else (), scale=scale)


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(content))


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("kind", PileKind)
def test_a_pile_of_all_kinds_is_tagged_and_of_the_size_that_was_asked_for(kind: PileKind, size: PaperSize):
    every = [exercise(one) for one in ExerciseKind]
    coded = kind in (PileKind.CODED, PileKind.MADE_OUT)
    head = Ballot(
        every[0], kind, code="ABCD-EFGH-2345" if coded else "", address="https://x/#A" if coded else ""
    )
    pile = pile_of(
        every, kind, [(role_name(Role.RULING), [head] * 2)], title="Startdagen", day=DAY, size=size
    )
    pdf = opened(render_ballots(pile))
    assert {tuple(round(float(side) / MM) for side in page.mediabox[2:]) for page in pdf.pages} == {
        SHEETS[size]
    }
    found = tags(pdf.Root.StructTreeRoot, [])
    assert {"/H1", "/H2", "/Table", "/TH", "/LI"} <= set(found)
    assert found.count("/Figure") == (2 * len(every) if coded else 0)
    assert (str(pdf.Root.Lang), str(pdf.docinfo["/Title"])) == ("sv-SE", "Startdagen")


@pytest.mark.parametrize("sheet", SlipSheet)
def test_slips_fill_a_sheet_and_each_group_begins_a_new_one(sheet: SlipSheet):
    fits = GRIDS[sheet].columns * GRIDS[sheet].rows
    codes = [("ABCD-EFGH-2345", "https://avstamp.example.se/lapp/ABCDEF/#ABCDEFGH2345")] * (fits + 1)
    groups = [(role_name(Role.RULING), codes), (role_name(Role.INDEPENDENT), codes[:fits])]
    content = render_slips(
        "Startdagen", DAY, groups, address="https://avstamp.example.se/lapp/ABCDEF/", sheet=sheet
    )
    pdf = opened(content)
    assert len(pdf.pages) == 3
    assert tags(pdf.Root.StructTreeRoot, []).count("/Figure") == 2 * fits + 1


def test_codes_are_written_to_no_disk(tmp_path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*arguments: object, **options: object) -> None:
        raise AssertionError("a file was made")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    monkeypatch.setattr("tempfile.TemporaryDirectory", refuse)
    monkeypatch.setattr("pathlib.Path.write_text", refuse)
    monkeypatch.setattr("pathlib.Path.write_bytes", refuse)
    groups = [(role_name(Role.RULING), [("ABCD-EFGH-2345", "x")])]
    assert render_slips("Startdagen", DAY, groups, address="x").startswith(b"%PDF")

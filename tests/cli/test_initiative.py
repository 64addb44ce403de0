"""The documents of an initiative from the terminal: written, refused, and what is left to fill in."""

import docx
import pytest

from avstamp.cli import main
from avstamp.library.economy_outlook import look_ahead
from avstamp.library.facts import open_fact_base
from avstamp.library.initiative import economy_ahead


def test_memo_is_written_and_what_is_left_is_named(tmp_path, capsys):
    path = tmp_path / "promemoria.docx"
    words = ["initiative", "Mölndal", "--document", "memo", "--output", str(path)]
    assert main([*words, "--set", "namn=Åsa Öberg", "--set", "parti=", "--set", "dnr=KS 1"]) == 0

    said = capsys.readouterr().out
    assert "Promemoria för Mölndal är skriven" in said
    assert "Kvar att fylla i:" in said
    assert "diarienummer" not in said
    lines = [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]
    assert "Från: Åsa Öberg, [Fyll i: titel]" in lines
    base = open_fact_base()
    outlook = look_ahead(base, base.units.get("1481"))
    share = round(100 * float(outlook.answers[0].futures.broken[-1]))
    assert any(f"2035 i {share}\N{NO-BREAK SPACE}% av de framtider" in line for line in lines)


def test_region_has_no_economy_ahead():
    base = open_fact_base()

    assert economy_ahead(base, base.units.get("0014")) is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--set", "dag=snart"], "”snart” är ingen dag"),
        (["--set", "farg=blå"], "Fältet ”farg” finns inte"),
    ],
)
def test_what_cannot_be_read_is_refused_before_any_work(tmp_path, capsys, words, said):
    path = tmp_path / "inbjudan.docx"
    command = ["initiative", "1481", "--document", "invitation", "--output", str(path)]

    assert main([*command, *words]) == 2
    assert said in capsys.readouterr().err
    assert not path.exists()


def test_unknown_document_and_format_are_refused(tmp_path, capsys):
    path = str(tmp_path / "x.docx")
    assert main(["initiative", "1481", "--document", "motion", "--output", path]) == 2
    odt = str(tmp_path / "x.odt")
    assert main(["initiative", "1481", "--document", "memo", "--output", odt]) == 2
    assert ".docx" in capsys.readouterr().err

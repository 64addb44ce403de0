"""What the terminal says, and the exit code it leaves."""

import json
import shutil

import pytest

from avstamp import places
from avstamp.cli import main


def test_profile_json_is_one_object_with_every_figure(capsys):
    assert main(["profile", "möln", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)

    assert document["unit"] == {"id": "1481", "name": "Mölndal"}
    assert len(document["figures"]) == 2974
    population = next(f for f in document["figures"] if (f["indicator"], f["gender"]) == ("N01951", "T"))
    assert (population["value"], population["year"], population["unit"], population["n"]) == (
        70109.0,
        2022,
        "antal",
        290,
    )
    assert set(population) >= {
        "title",
        "percentile",
        "median",
        "mad",
        "group",
        "group_mean",
        "status",
        "origin",
    }


def test_profile_table_fits_eighty_columns(capsys):
    assert main(["profile", "Mölndal", "--lens", "economy"]) == 0

    printed = capsys.readouterr().out
    table = printed.splitlines()[2:]
    assert max(map(len, table)) <= 80
    assert "(kr/inv)" in printed
    assert "Källa: " in printed


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["profile", "Mölnda l"], 3, "Mölndal"),
        (["figure", "N99999", "Mölndal"], 3, "N99999"),
        (["facts", "import", "--data", "/finns/inte"], 4, "/finns/inte"),
    ],
)
def test_what_is_unknown_is_named_with_its_exit_code(capsys, words, code, said):
    assert main(words) == code
    assert said in capsys.readouterr().err


def test_figure_prints_the_series_and_the_source(capsys):
    assert main(["figure", "N15428", "Mölndal"]) == 0
    printed = capsys.readouterr().out

    assert "2022   89,1   85,9    83,9" in printed
    assert "Källa: Kolada" in printed


def test_facts_verify_says_that_all_is_well(capsys):
    assert main(["facts", "verify"]) == 0
    assert "hel" in capsys.readouterr().out


def test_indicator_asked_for_in_words_is_suggested_by_its_name(capsys):
    assert main(["figure", "ute när det är mörkt", "Mölndal"]) == 3
    assert "N00610 (Trygg ute när det är mörkt)" in capsys.readouterr().err


def test_import_refused_leaves_the_fact_base_as_it_was(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("AVSTAMP_HOME", str(tmp_path))
    old = shutil.copytree(places.starter_fact_base(), tmp_path / "factbase")
    before = {path.name: path.read_bytes() for path in old.iterdir()}
    (tmp_path / "data").mkdir()

    assert main(["facts", "import", "--data", str(tmp_path / "data")]) == 4

    assert "Inget sparades" in capsys.readouterr().err
    assert {path.name: path.read_bytes() for path in old.iterdir()} == before


def test_damaged_fact_base_is_told_by_verify_with_its_own_code(tmp_path, monkeypatch, capsys):
    folder = shutil.copytree(places.starter_fact_base(), tmp_path / "base")
    values = folder / "values.parquet"
    values.write_bytes(values.read_bytes()[:-100])
    monkeypatch.setenv("AVSTAMP_FACTBASE", str(folder))

    assert main(["facts", "verify"]) == 5
    assert "values" in capsys.readouterr().err

"""What the terminal says, and the exit code it leaves."""

import json

import pytest

from avstamp.cli import main


def test_profile_json_is_one_object_with_every_figure(capsys):
    assert main(["profile", "möln", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)

    assert document["unit"] == {"id": "1481", "name": "Mölndal"}
    assert len(document["figures"]) == 2973
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

    table = capsys.readouterr().out.splitlines()[2:]
    assert max(map(len, table)) <= 80


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

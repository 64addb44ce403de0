"""Findings in the terminal, and as data."""

import json

from avstamp.cli import main


def test_findings_are_told_in_eighty_columns_with_what_speaks_against_them(capsys):
    assert main(["findings", "Mölndal"]) == 0
    printed = capsys.readouterr().out

    assert printed.startswith("Iakttagelser: Mölndal (1481). Senaste år i faktabasen: 2022.")
    assert "Deltagande i kultur: 38,5\u00a0% år 2022, högre än i 98\u00a0% av" in printed
    assert max(map(len, printed.splitlines())) <= 80


def test_findings_of_a_region_in_english(capsys):
    assert main(["findings", "Västra Götalandsregionen", "--language", "en"]) == 0
    printed = capsys.readouterr().out

    assert "Challenges" in printed
    assert "of the other regions in the country" in printed


def test_findings_json_has_addresses_figures_and_sentences(capsys):
    assert main(["findings", "1481", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)

    assert document["base_year"] == 2022
    first = document["possibilities"][0]
    assert first["address"].startswith("findings/v1/indicator=N60988;side=possibility;unit=1481@")
    assert (first["year"], first["until"], round(first["value"], 1)) == (2022, 2027, 38.5)
    assert set(first["claim"]) == {"sv", "en"}


def test_findings_of_an_unknown_unit_name_it(capsys):
    assert main(["findings", "Mölnda l"]) == 3
    assert "Mölndal" in capsys.readouterr().err

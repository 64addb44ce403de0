"""`avstamp forecast` gives the same forecast in words and as JSON, or the reason why there is none."""

from __future__ import annotations

import json

from avstamp.cli import main


def test_forecast_as_json_has_status_intervals_and_past_error(capsys):
    assert main(["forecast", "N00403", "0001", "--json"]) == 0

    (told,) = json.loads(capsys.readouterr().out)
    assert told["why_not"] is None
    assert told["address"].startswith("panel_forecast/v1/gender=T;indicator=N00403;unit=0001@")
    for year in told["years"]:
        assert year["status"] == "forecast"
        low, high = year["interval_80"]
        lowest, highest = year["interval_95"]
        assert lowest <= low <= year["value"] <= high <= highest
        assert year["past"]["forecasts"] > 0


def test_forecast_in_words_has_past_error_and_source(capsys):
    assert main(["--language", "en", "forecast", "N00403", "0001"]) == 0

    said = " ".join(capsys.readouterr().out.split())
    assert "This is how wrong it has been before" in said
    assert "Kolada" in said


def test_forecast_of_a_projection_says_why_there_is_none(capsys):
    assert main(["forecast", "N02907", "0001"]) == 0

    assert "måttet är redan en framskrivning" in capsys.readouterr().out

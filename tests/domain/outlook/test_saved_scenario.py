"""What a saved scenario holds is one text wherever it is written, and its outcome is named so that it parses back."""

import pytest

from avstamp.domain.outlook.saved_scenario import (
    Assumption,
    ScenarioContent,
    ScenarioName,
    ScenarioOutcome,
    read_content,
    read_outcome,
    result_of,
    scenario_address,
    scenario_named,
)
from avstamp.domain.thread.addresses import parse_address

CONTENT = ScenarioContent(
    {"scenario": "kampigare", "namn": "Stram kurs på Öland", "effektivisering": "0,5"},
    [Assumption("efficiency", 0.005, True), Assumption("wages", 0.03, False)],
)
OUTCOME = ScenarioOutcome(2, 2035, 12, -0.4)


def test_content_is_the_same_text_whatever_order_it_was_written_in():
    turned = ScenarioContent(dict(reversed(CONTENT.written.items())), CONTENT.assumptions)

    assert turned.canonical == CONTENT.canonical
    assert turned.digest == CONTENT.digest
    assert read_content(CONTENT.canonical) == CONTENT


@pytest.mark.parametrize(
    "written", ["", "[]", "{}", '{"written":{},"assumptions":[["a",1]]}', CONTENT.canonical + " "]
)
def test_text_that_is_no_content_is_refused(written):
    with pytest.raises(ValueError, match="saved scenario"):
        read_content(written)


def test_number_that_is_none_is_never_saved():
    content = ScenarioContent({}, [Assumption("wages", float("nan"), True)])
    with pytest.raises(ValueError, match="JSON"):
        print(content.canonical)


@pytest.mark.parametrize(
    "outcome", [OUTCOME, ScenarioOutcome(1, 2035, 0, -0.0), ScenarioOutcome(30, 2040, 100, 12.5)]
)
def test_outcome_prints_and_reads_back(outcome):
    assert read_outcome(str(outcome)) == outcome
    assert "-0.0" not in str(outcome)


def test_address_of_an_outcome_parses_back_and_names_the_scenario():
    address = scenario_address(
        ScenarioName("provkoping", 2026, 3), result_of(CONTENT.digest, "f" * 64, OUTCOME)
    )

    assert parse_address(str(address)) == address
    assert scenario_named(address.subject) == ScenarioName("provkoping", 2026, 3)


def test_another_content_or_another_fact_base_is_other_data():
    first = result_of(CONTENT.digest, "f" * 64, OUTCOME)

    assert first.data != result_of("0" * 64, "f" * 64, OUTCOME).data
    assert first.data != result_of(CONTENT.digest, "e" * 64, OUTCOME).data


@pytest.mark.parametrize(
    "subject",
    [
        "findings/unit=1481",
        "economy_scenario/scenario=x;year=2026",
        "economy_scenario/scenario=3",
        "economy_scenario",
    ],
)
def test_subject_of_anything_else_names_no_scenario(subject):
    assert scenario_named(subject) is None

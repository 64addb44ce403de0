"""The dates a lawyer would look up, year by year, with their paragraphs."""

from datetime import date

import pytest

from avstamp.domain.calendar.legal_dates import (
    RULES,
    InvalidPeriod,
    LegalDate,
    election_day,
    interim_report_due,
    is_election_year,
    legal_dates,
    next_legal_dates,
)
from avstamp.domain.values import Phrase, UnitKind


def municipal(year: int) -> dict[str, LegalDate]:
    return {entry.key: entry for entry in legal_dates(year, unit_kind=UnitKind.MUNICIPALITY)}


def test_legal_dates_of_an_election_year_in_order() -> None:
    entries = legal_dates(2026, unit_kind=UnitKind.MUNICIPALITY)

    assert [(entry.on.isoformat(), entry.paragraph, entry.key) for entry in entries] == [
        ("2026-04-15", "KL 11:20", "annual_report_handed_over"),
        ("2026-06-30", "KL 5:24", "discharge_decided"),
        ("2026-09-13", "Vallagen 1:3", "election_day"),
        ("2026-10-15", "KL 5:9", "council_term_starts"),
        ("2026-10-31", "KL 11:8", "budget_proposed"),
        ("2026-10-31", "KL 11:8", "tax_rate_proposed"),
        ("2026-10-31", "KL 11:16", "interim_report_handed_over"),
        ("2026-11-30", "KL 11:10", "budget_adopted"),
        ("2026-11-30", "KL 11:11", "tax_rate_adopted"),
        ("2026-12-31", "KL 12:4", "auditors_elected"),
        ("2026-12-31", "KL 11:11", "late_budget_adopted"),
    ]


def test_legal_dates_of_the_year_after_an_election_in_order() -> None:
    entries = legal_dates(2027, unit_kind=UnitKind.REGION)

    assert [(entry.on.isoformat(), entry.paragraph) for entry in entries] == [
        ("2027-01-01", "KL 6:18"),
        ("2027-04-15", "KL 11:20"),
        ("2027-06-30", "KL 5:24"),
        ("2027-10-31", "KL 11:8"),
        ("2027-10-31", "KL 11:8"),
        ("2027-10-31", "KL 11:16"),
        ("2027-11-30", "KL 11:10"),
        ("2027-11-30", "KL 11:11"),
        ("2027-12-31", "KL 11:11"),
    ]


def test_legal_dates_of_municipalities_and_regions_are_the_same_and_the_country_has_none() -> None:
    assert legal_dates(2026, unit_kind=UnitKind.REGION) == legal_dates(2026, unit_kind=UnitKind.MUNICIPALITY)
    assert legal_dates(2026, unit_kind=UnitKind.COUNTRY) == ()


def test_legal_dates_before_the_act_was_in_force_are_left_out() -> None:
    assert [entry.key for entry in legal_dates(2014, unit_kind=UnitKind.MUNICIPALITY)] == ["election_day"]
    assert "interim_report_handed_over" not in municipal(2018)
    assert "interim_report_handed_over" in municipal(2019)


def test_budget_in_an_election_year_says_that_the_new_council_decides() -> None:
    assert municipal(2026)["budget_adopted"].law.key == "calendar.budget_adopted.law_election_year"
    assert municipal(2027)["budget_adopted"].law.key == "calendar.budget_adopted.law"


def test_phrases_carry_the_years_as_text() -> None:
    assert municipal(2027)["annual_report_handed_over"].title == Phrase(
        "calendar.annual_report_handed_over.title",
        {"year": "2027", "previous_year": "2026", "next_year": "2028"},
    )


def test_fallbacks_carry_the_condition_of_the_law() -> None:
    conditions = {key: entry.condition for key, entry in municipal(2027).items() if entry.condition}

    assert conditions == {
        "tax_rate_proposed": Phrase("calendar.condition.special_reasons"),
        "tax_rate_adopted": Phrase("calendar.condition.special_reasons"),
        "late_budget_adopted": Phrase("calendar.condition.special_reasons"),
        "interim_report_handed_over": Phrase(
            "calendar.condition.interim_period", {"period_end": date(2027, 8, 31)}
        ),
    }


def test_election_year_only_marks_what_other_years_lack() -> None:
    marked = {key for key, entry in municipal(2026).items() if entry.election_year_only}

    assert marked == {"election_day", "council_term_starts", "auditors_elected"}
    assert not marked & set(municipal(2027))


def test_every_rule_names_its_paragraph_and_its_text() -> None:
    assert {rule.source.title for rule in RULES} == {"Kommunallag (2017:725), lydelse den 1 september 2025"}
    assert all(rule.paragraph.startswith("KL ") for rule in RULES)
    assert len({rule.key for rule in RULES}) == len(RULES)


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2014, date(2014, 9, 14)),
        (2018, date(2018, 9, 9)),
        (2022, date(2022, 9, 11)),
        (2026, date(2026, 9, 13)),
        (2030, date(2030, 9, 8)),
        (2034, date(2034, 9, 10)),
    ],
)
def test_election_day_is_the_second_sunday_of_september(year: int, day: date) -> None:
    assert election_day(year) == day


@pytest.mark.parametrize("year", [2010, 2027])
def test_election_day_of_a_year_without_one_is_refused(year: int) -> None:
    with pytest.raises(InvalidPeriod, match=f"{year} has no ordinary election under the present rule"):
        election_day(year)


def test_election_years_come_every_fourth() -> None:
    assert [year for year in range(2014, 2035) if is_election_year(year)] == [
        2014,
        2018,
        2022,
        2026,
        2030,
        2034,
    ]


@pytest.mark.parametrize(
    ("month", "day"),
    [
        (6, date(2027, 8, 30)),
        (7, date(2027, 9, 30)),
        (8, date(2027, 10, 31)),
        (2, date(2027, 4, 28)),
        (10, date(2027, 12, 31)),
    ],
)
def test_interim_report_is_due_two_months_after_its_period(month: int, day: date) -> None:
    assert interim_report_due(2027, month) == day


@pytest.mark.parametrize("month", [0, 11, 13])
def test_interim_report_of_an_impossible_month_is_refused(month: int) -> None:
    with pytest.raises(InvalidPeriod, match=f"cannot end in month {month}; use 1 to 10"):
        legal_dates(2027, unit_kind=UnitKind.MUNICIPALITY, interim_month=month)


def test_next_date_on_24_november_2026_is_the_budget() -> None:
    first, second, *_ = next_legal_dates(
        date(2026, 11, 24), horizon_days=365, unit_kind=UnitKind.MUNICIPALITY
    )

    assert (first.key, first.on, first.paragraph) == ("budget_adopted", date(2026, 11, 30), "KL 11:10")
    assert (second.key, second.on) == ("tax_rate_adopted", date(2026, 11, 30))


def test_next_dates_hold_today_and_the_last_day_of_the_horizon() -> None:
    soon = next_legal_dates(date(2026, 11, 30), horizon_days=31, unit_kind=UnitKind.REGION)

    assert [entry.on.isoformat() for entry in soon] == [
        "2026-11-30",
        "2026-11-30",
        "2026-12-31",
        "2026-12-31",
    ]


def test_next_dates_cross_the_turn_of_the_year() -> None:
    soon = next_legal_dates(date(2026, 12, 31), horizon_days=105, unit_kind=UnitKind.MUNICIPALITY)

    assert [entry.key for entry in soon] == [
        "auditors_elected",
        "late_budget_adopted",
        "board_term_starts",
        "annual_report_handed_over",
    ]


def test_next_dates_with_nothing_ahead_are_none() -> None:
    assert next_legal_dates(date(2027, 2, 1), horizon_days=30, unit_kind=UnitKind.REGION) == ()


def test_next_dates_with_a_negative_horizon_are_refused() -> None:
    with pytest.raises(InvalidPeriod, match="a horizon of -1 days lies before today; use 0 or more"):
        next_legal_dates(date(2027, 2, 1), horizon_days=-1, unit_kind=UnitKind.REGION)

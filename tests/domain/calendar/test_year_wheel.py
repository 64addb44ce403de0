"""Law and custom side by side in one year, and never taken for one another."""

from datetime import date

from avstamp.domain.calendar.legal_dates import LegalDate, legal_dates
from avstamp.domain.calendar.year_wheel import PRACTICES, Practice, practices, year_wheel
from avstamp.domain.values import UnitKind


def test_wheel_of_the_year_after_an_election_in_order() -> None:
    assert [entry.key for entry in year_wheel(2027)] == [
        "board_term_starts",
        "new_boards",
        "outlook_days",
        "basic_training",
        "analysis_days",
        "cost_figures",
        "annual_report_handed_over",
        "frames_decided",
        "discharge_decided",
        "budget_proposed",
        "tax_rate_proposed",
        "interim_report_handed_over",
        "budget_adopted",
        "tax_rate_adopted",
        "late_budget_adopted",
    ]


def test_wheel_holds_every_legal_date_and_every_custom_once() -> None:
    wheel = year_wheel(2026, unit_kind=UnitKind.REGION, interim_month=6)

    laws = tuple(entry for entry in wheel if isinstance(entry, LegalDate))
    assert laws == legal_dates(2026, unit_kind=UnitKind.REGION, interim_month=6)
    assert tuple(entry for entry in wheel if isinstance(entry, Practice)) == practices(2026)


def test_customs_after_an_election_come_in_that_year_only() -> None:
    after = {entry.key for entry in practices(2027)} - {entry.key for entry in practices(2028)}

    assert after == {"new_boards", "basic_training"}


def test_custom_spans_whole_months_in_a_leap_year_too() -> None:
    outlook = practices(2028)[0]

    assert (outlook.key, outlook.first, outlook.last) == ("outlook_days", date(2028, 1, 1), date(2028, 2, 29))


def test_custom_has_a_source_and_no_paragraph() -> None:
    assert all(
        rule.sources and all(source.url.startswith("https://") for source in rule.sources)
        for rule in PRACTICES
    )
    assert not any(hasattr(entry, "paragraph") for entry in practices(2027))


def test_custom_and_law_never_share_a_key() -> None:
    laws = {entry.key for entry in legal_dates(2026, unit_kind=UnitKind.MUNICIPALITY)}

    assert laws & {rule.key for rule in PRACTICES} == set()

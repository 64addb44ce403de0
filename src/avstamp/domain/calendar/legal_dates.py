"""Which dates does the law set for the planning and follow-up year of a municipality or region?

Each rule is a parameter with its paragraph, the date from which it holds and the text it was read in, so
that a lawyer can hold the table below against the law. A date is the last day on which the thing may be
done, as the law states it; it is not moved when it falls on a weekend or a holiday. What the law ties to
a meeting or a decision (minutes, motions, appeals) has no place of its own in the year and is not here.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from avstamp.domain.errors import AvstampError
from avstamp.domain.values import Phrase, UnitKind

SELF_GOVERNING = frozenset({UnitKind.MUNICIPALITY, UnitKind.REGION})
KNOWN_ELECTION_YEAR = 2026
YEARS_BETWEEN_ELECTIONS = 4
CUSTOMARY_INTERIM_MONTH = 8


class InvalidPeriod(AvstampError, ValueError):
    """A year, month or span that the calendar cannot answer for; `value` says which."""

    def __init__(self, message: str, *, value: int) -> None:
        super().__init__(message)
        self.value = value


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a statement was read: a title to print, and an address to follow."""

    title: str
    url: str


LOCAL_GOVERNMENT_ACT = Reference(
    "Kommunallag (2017:725), lydelse den 1 september 2025",
    "https://www.riksdagen.se/sv/dokument-och-lagar/dokument/svensk-forfattningssamling/kommunallag-2017725_sfs-2017-725/",
)
ELECTIONS_ACT = Reference(
    "Vallag (2005:837), 1 kap. 3 § i lydelse enligt SFS 2018:28",
    "https://www.riksdagen.se/sv/dokument-lagar/dokument/svensk-forfattningssamling/vallag-2005837_sfs-2005-837",
)


class Years(StrEnum):
    """The years in which a rule sets a date."""

    EVERY = "every"
    ELECTION = "election"
    AFTER_ELECTION = "after_election"


@dataclass(frozen=True, slots=True)
class LegalRule:
    """One paragraph that sets a day of the year, with the time it holds and the text it was read in.

    `special_reasons` marks a rule that applies only when the law's own exception is used;
    `own_wording_in_election_years` one whose text says more in those years.
    """

    key: str
    paragraph: str
    month: int
    day: int
    in_force_from: date
    years: Years = Years.EVERY
    special_reasons: bool = False
    own_wording_in_election_years: bool = False
    applies_to: frozenset[UnitKind] = SELF_GOVERNING
    source: Reference = LOCAL_GOVERNMENT_ACT


@dataclass(frozen=True, slots=True)
class LegalDate:
    """A day that the law sets: what must be done by then, by whose rule, and when the rule applies."""

    key: str
    on: date
    paragraph: str
    title: Phrase
    law: Phrase
    applies_to: frozenset[UnitKind]
    source: Reference
    election_year_only: bool
    condition: Phrase | None = None


_ACT_IN_FORCE = date(2018, 1, 1)

RULES = (
    LegalRule("board_term_starts", "KL 6:18", 1, 1, _ACT_IN_FORCE, years=Years.AFTER_ELECTION),
    LegalRule("annual_report_handed_over", "KL 11:20", 4, 15, _ACT_IN_FORCE),
    LegalRule("discharge_decided", "KL 5:24", 6, 30, _ACT_IN_FORCE),
    LegalRule("council_term_starts", "KL 5:9", 10, 15, _ACT_IN_FORCE, years=Years.ELECTION),
    LegalRule("budget_proposed", "KL 11:8", 10, 31, _ACT_IN_FORCE),
    LegalRule("tax_rate_proposed", "KL 11:8", 10, 31, _ACT_IN_FORCE, special_reasons=True),
    LegalRule("budget_adopted", "KL 11:10", 11, 30, _ACT_IN_FORCE, own_wording_in_election_years=True),
    LegalRule("tax_rate_adopted", "KL 11:11", 11, 30, _ACT_IN_FORCE, special_reasons=True),
    LegalRule("late_budget_adopted", "KL 11:11", 12, 31, _ACT_IN_FORCE, special_reasons=True),
    LegalRule("auditors_elected", "KL 12:4", 12, 31, _ACT_IN_FORCE, years=Years.ELECTION),
)
"""Rules with a day of their own; election day and the interim report are calculated below."""

_SECOND_SUNDAY_FROM = date(2011, 1, 1)
_INTERIM_HANDED_OVER_FROM = date(2019, 1, 1)


def is_election_year(year: int) -> bool:
    """Whether councils are elected in the whole country that year.

    Definition: every fourth year, counted from the election of 2026.

    Source:
        Kommunallag (2017:725) 5 kap. 9 §: members are elected for four years.

    Example:
        >>> [year for year in range(2026, 2036) if is_election_year(year)]
        [2026, 2030, 2034]
    """
    return (year - KNOWN_ELECTION_YEAR) % YEARS_BETWEEN_ELECTIONS == 0


def election_day(year: int) -> date:
    """Day of the ordinary elections to the riksdag, the regional and the municipal councils.

    Definition: the second Sunday of September.

    Args:
        year: an election year from 2014 on, when the rule was first used.

    Returns:
        The day.

    Raises:
        InvalidPeriod: the year has no ordinary election, or lies before the rule.

    Source:
        Vallag (2005:837) 1 kap. 3 § (second Sunday since SFS 2010:1416, in force on 1 January 2011).

    Example:
        >>> election_day(2026), election_day(2030)
        (datetime.date(2026, 9, 13), datetime.date(2030, 9, 8))
    """
    if not is_election_year(year) or year < _SECOND_SUNDAY_FROM.year:
        raise InvalidPeriod(f"{year} has no ordinary election under the present rule", value=year)
    first = date(year, 9, 1)
    days_to_sunday = (6 - first.weekday()) % 7
    return first + timedelta(days=days_to_sunday + 7)


def interim_report_due(year: int, month: int) -> date:
    """Last day to hand an interim report over, when its period ends with the given month.

    Definition: two months after the end of the period, which is the day of the same number in the second
    month after it, or that month's last day where there is none.

    Args:
        year: the financial year.
        month: last month of the period, 1 to 10 (so that the day falls within the year).

    Returns:
        The day.

    Raises:
        InvalidPeriod: the month is outside 1 to 10.

    Source:
        Kommunallag (2017:725) 11 kap. 16 §; lag (1930:173) om beräkning av lagstadgad tid 1 §.

    Example:
        >>> interim_report_due(2027, 8), interim_report_due(2027, 6)
        (datetime.date(2027, 10, 31), datetime.date(2027, 8, 30))
    """
    if not 1 <= month <= 10:
        raise InvalidPeriod(f"an interim period cannot end in month {month}; use 1 to 10", value=month)
    last_day = monthrange(year, month)[1]
    return date(year, month + 2, min(last_day, monthrange(year, month + 2)[1]))


def legal_dates(
    year: int, *, unit_kind: UnitKind, interim_month: int = CUSTOMARY_INTERIM_MONTH
) -> tuple[LegalDate, ...]:
    """Every date that the law sets for one calendar year, in order.

    Args:
        year: the calendar year; rules not in force on their day that year are left out.
        unit_kind: municipality or region; the country has no dates.
        interim_month: last month of the period that the interim report covers, 1 to 10. The law leaves it
            to the organisation, so that date always carries its condition.

    Returns:
        Dates in order of day; on the same day those without a condition first.

    Raises:
        InvalidPeriod: the interim month is outside 1 to 10.

    Source:
        The paragraphs in `RULES`, and those of `election_day` and `interim_report_due`.

    Example:
        >>> [entry.key for entry in legal_dates(2027, unit_kind=UnitKind.REGION)][:2]
        ['board_term_starts', 'annual_report_handed_over']
    """
    found = [
        entry
        for entry in (*_from_rules(year), *_election_day(year), *_interim_report(year, interim_month))
        if unit_kind in entry.applies_to
    ]
    return tuple(sorted(found, key=lambda entry: (entry.on, entry.condition is not None)))


def next_legal_dates(
    today: date, *, horizon_days: int, unit_kind: UnitKind, interim_month: int = CUSTOMARY_INTERIM_MONTH
) -> tuple[LegalDate, ...]:
    """The dates that the law sets from today and a number of days on.

    Args:
        today: the first day that counts.
        horizon_days: how many days after today still count, 0 or more.
        unit_kind: municipality or region.
        interim_month: as for `legal_dates`.

    Returns:
        Dates in order; on the same day those without a condition first.

    Raises:
        InvalidPeriod: the horizon is negative, or the interim month outside 1 to 10.

    Example:
        >>> soon = next_legal_dates(date(2026, 11, 24), horizon_days=7, unit_kind=UnitKind.MUNICIPALITY)
        >>> [(entry.key, entry.paragraph, entry.on.isoformat()) for entry in soon]
        [('budget_adopted', 'KL 11:10', '2026-11-30'), ('tax_rate_adopted', 'KL 11:11', '2026-11-30')]
    """
    if horizon_days < 0:
        raise InvalidPeriod(
            f"a horizon of {horizon_days} days lies before today; use 0 or more", value=horizon_days
        )
    last = today + timedelta(days=horizon_days)
    return tuple(
        entry
        for year in range(today.year, last.year + 1)
        for entry in legal_dates(year, unit_kind=unit_kind, interim_month=interim_month)
        if today <= entry.on <= last
    )


def falls_in(years: Years, year: int) -> bool:
    """Whether something that belongs to these years belongs to this one.

    Example:
        >>> falls_in(Years.AFTER_ELECTION, 2027), falls_in(Years.ELECTION, 2027)
        (True, False)
    """
    if years is Years.ELECTION:
        return is_election_year(year)
    if years is Years.AFTER_ELECTION:
        return is_election_year(year - 1)
    return True


def years_around(year: int) -> dict[str, object]:
    """Values that every calendar phrase may use: the year, the one before and the one after, as text."""
    return {"year": str(year), "previous_year": str(year - 1), "next_year": str(year + 1)}


def _from_rules(year: int) -> Iterator[LegalDate]:
    for rule in RULES:
        on = date(year, rule.month, rule.day)
        if on < rule.in_force_from or not falls_in(rule.years, year):
            continue
        in_election_year = rule.own_wording_in_election_years and is_election_year(year)
        yield LegalDate(
            key=rule.key,
            on=on,
            paragraph=rule.paragraph,
            title=Phrase(f"calendar.{rule.key}.title", years_around(year)),
            law=Phrase(
                f"calendar.{rule.key}.{'law_election_year' if in_election_year else 'law'}",
                years_around(year),
            ),
            applies_to=rule.applies_to,
            source=rule.source,
            election_year_only=rule.years is Years.ELECTION,
            condition=Phrase("calendar.condition.special_reasons") if rule.special_reasons else None,
        )


def _election_day(year: int) -> Iterator[LegalDate]:
    if is_election_year(year) and year >= _SECOND_SUNDAY_FROM.year:
        yield LegalDate(
            key="election_day",
            on=election_day(year),
            paragraph="Vallagen 1:3",
            title=Phrase("calendar.election_day.title", years_around(year)),
            law=Phrase("calendar.election_day.law", years_around(year)),
            applies_to=SELF_GOVERNING,
            source=ELECTIONS_ACT,
            election_year_only=True,
        )


def _interim_report(year: int, month: int) -> Iterator[LegalDate]:
    on = interim_report_due(year, month)
    if on >= _INTERIM_HANDED_OVER_FROM:
        period_end = date(year, month, monthrange(year, month)[1])
        yield LegalDate(
            key="interim_report_handed_over",
            on=on,
            paragraph="KL 11:16",
            title=Phrase("calendar.interim_report_handed_over.title", years_around(year)),
            law=Phrase("calendar.interim_report_handed_over.law", years_around(year)),
            applies_to=SELF_GOVERNING,
            source=LOCAL_GOVERNMENT_ACT,
            election_year_only=False,
            condition=Phrase("calendar.condition.interim_period", {"period_end": period_end}),
        )

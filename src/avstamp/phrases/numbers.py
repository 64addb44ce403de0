"""How are numbers, units and dates printed in Swedish and in English?

Swedish: 1 234,5 with a non-breaking space and a decimal comma, `83,4 %`, a minus sign and no hyphen, years
without separators. English: 1,234.5 and `83.4%`. A missing number is an en dash, never 0. The forms are simple
and a page prints thousands of them, so they are set by hand here and held to Babel's by a test; dates are Babel's.
"""

from __future__ import annotations

import math
from datetime import date, datetime
from functools import cache, lru_cache

from babel.dates import format_date as babel_date

from avstamp.domain.calendar.legal_time import LEGAL_TIME, legal_day
from avstamp.domain.values import Quantity, rounded
from avstamp.phrases.languages import Language, language_of, translations
from avstamp.phrases.sentences.units import MEASURES, PER

NBSP = "\u00a0"
MINUS = "\u2212"
MISSING = "\u2013"
MOST_DECIMALS_BY_DEFAULT = 2
_SWEDISH = str.maketrans({",": NBSP, ".": ",", "-": MINUS})
_ENGLISH = str.maketrans({"-": MINUS})


def format_number(
    value: float | None, *, decimals: int | None = None, language: str = "sv", signed: bool = False
) -> str:
    """A number with separators; an en dash when it is missing.

    `decimals` None prints as many as the number has, at most two. `signed` puts a plus before what is above 0.

    Example:
        >>> format_number(1234.5, language="en"), format_number(-0.25, decimals=1, language="en")
        ('1,234.5', '−0.3')
    """
    if value is None or not math.isfinite(value):
        return MISSING
    return _number(float(value), decimals, language_of(language), signed)


@lru_cache(maxsize=65_536)
def _number(value: float, decimals: int | None, language: Language, signed: bool) -> str:
    places = MOST_DECIMALS_BY_DEFAULT if decimals is None else decimals
    number = rounded(value, places)
    if decimals is None and number != number.to_integral_value():
        number = number.normalize()
    elif decimals is None:
        number = number.quantize(rounded(1, 0))
    text = f"{number:+,f}" if signed and number > 0 else f"{number:,f}"
    return text.translate(_SWEDISH if language == "sv" else _ENGLISH)


def format_quantity(quantity: Quantity | None, language: str = "sv") -> str:
    """A quantity with its unit; an en dash when it is missing.

    Example:
        >>> format_quantity(Quantity(83.4, "%"), "en"), format_quantity(Quantity(2), "en")
        ('83.4%', '2')
    """
    if quantity is None or quantity.value is None or not math.isfinite(quantity.value):
        return MISSING
    number = format_number(
        quantity.value, decimals=quantity.decimals, language=language, signed=quantity.signed
    )
    spoken = language_of(language)
    if quantity.unit == "%":
        return f"{number}{NBSP}%" if spoken == "sv" else f"{number}%"
    unit = _unit(quantity.unit, spoken)
    return f"{number}{NBSP}{unit}" if unit else number


def format_unit(unit: str, language: str = "sv") -> str:
    """A unit of measure in words; an empty text for a plain count, and as published where we have no word.

    Example:
        >>> format_unit("kr/inv", "sv"), format_unit("antal/1000 inv", "sv"), format_unit("antal", "sv")
        ('kr per invånare', 'per 1\\xa0000 invånare', '')
    """
    return _unit(unit, language_of(language))


@cache
def _unit(unit: str, language: Language) -> str:
    words = translations(language).gettext
    measure, slash, per = unit.partition("/")
    left = words(MEASURES[measure]) if MEASURES.get(measure) else ""
    if measure not in MEASURES:
        left = measure
    if not slash:
        return left
    if per not in PER:
        return unit
    share = words(PER[per])
    grouped = share.replace(" 000 ", f"{NBSP}000 ") if language == "sv" else share.replace(" 000 ", ",000 ")
    return f"{left} {grouped}".strip()


def format_share(share: float | None, language: str = "sv", *, decimals: int = 1) -> str:
    """A share between 0 and 1 as per cent.

    Example:
        >>> format_share(0.834, "en"), format_share(None, "en")
        ('83.4%', '–')
    """
    return format_quantity(Quantity(None if share is None else 100 * share, "%", decimals), language)


@lru_cache(maxsize=4_096)
def format_date(day: date, language: str = "sv") -> str:
    """A day with the month in letters.

    Example:
        >>> format_date(date(2026, 11, 23), "sv"), format_date(date(2026, 11, 23), "en")
        ('23 november 2026', '23 November 2026')
    """
    return babel_date(day, "d MMMM y", locale="en_GB" if language_of(language) == "en" else "sv_SE")


_CLOCKS = {False: ("sommartid", "normaltid"), True: ("summer time", "standard time")}
"""What the hour that comes twice, when clocks are moved back, is called the first time and the second."""


def format_instant(instant: datetime, language: str = "sv") -> str:
    """A day and a time of day by Swedish clocks, to the minute; what else was stored is in the record.

    Example:
        >>> from datetime import UTC
        >>> format_instant(datetime(2026, 12, 1, 8, 30, tzinfo=UTC))
        '1 december 2026 kl. 09.30'
        >>> format_instant(datetime(2026, 12, 1, 8, 30, tzinfo=UTC), "en")
        '1 December 2026, 09:30'
    """
    here = instant.astimezone(LEGAL_TIME)
    day = format_date(legal_day(instant), language)
    english = language_of(language) == "en"
    clock = f"{day}, {here:%H:%M}" if english else f"{day} kl. {here:%H.%M}"
    if here.utcoffset() == here.replace(fold=1 - here.fold).utcoffset():
        return clock
    return f"{clock} {_CLOCKS[english][here.fold]}"


def format_count(number: int, language: str = "sv") -> str:
    """A whole number that may be a year: up to four digits stand together, longer ones are grouped.

    Example:
        >>> format_count(2026), format_count(70_123, "en")
        ('2026', '70,123')
    """
    if abs(number) < 10_000:
        return str(number).replace("-", MINUS)
    return format_number(number, decimals=0, language=language)

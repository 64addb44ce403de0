"""Is there a Swedish personal identity number in a text? Avstamp stores none, and refuses to be given one."""

from __future__ import annotations

import re
from datetime import date

_CANDIDATE = re.compile(r"(?<!\d)(?:\d\d)?(\d{6})[-+ ]?(\d{4})(?!\d)")
COORDINATION = 60
"""What a coordination number adds to the day of birth."""


def holds_identity_number(text: str) -> bool:
    """Whether a text holds a personal identity number or a coordination number, with or without century and hyphen.

    Definition: ten digits, or twelve with the century, that are a date (the day raised by 60 in a coordination
    number) and three digits, closed by the check digit of the Luhn algorithm over the ten. Other numbers of ten
    digits, such as telephone numbers, seldom are a date and have the right check digit in one case of ten.

    Args:
        text: anything a person may write as a name or an address.

    Returns:
        True where such a number stands by itself among other characters.

    Source: Skatteverket, *Personnummer* and *Samordningsnummer*; folkbokföringslagen (1991:481) 18 §.

    Example:
        >>> holds_identity_number("Sara 811218-9876"), holds_identity_number("ring 081-218 98 77")
        (True, False)
    """
    return any(_is_date(found[1]) and _luhn_holds(found[1] + found[2]) for found in _CANDIDATE.finditer(text))


def _is_date(six: str) -> bool:
    year, month, day = int(six[:2]), int(six[2:4]), int(six[4:])
    day -= COORDINATION if day > COORDINATION else 0
    for century in (1900, 2000):  # 29 February is a day in one of them at most years
        try:
            date(century + year, month, day)
        except ValueError:
            continue
        return True
    return False


def _luhn_holds(ten: str) -> bool:
    total = 0
    for place, digit in enumerate(ten):
        doubled = int(digit) * (2 if place % 2 == 0 else 1)
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0

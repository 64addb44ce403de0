"""Which code may somebody have meant who writes what stands on a screen or a slip?"""

from __future__ import annotations

import itertools
import unicodedata

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Letters and digits that codes are drawn from: I, L, O, 0 and 1 are left out."""

LOOK_ALIKES = ("2Z", "5S", "6G", "8B", "UV", "0ODQ", "1ILJT", "VWY", "CG", "EF", "MN", "PR", "KX")
"""Signs that are taken for one another at a distance or in somebody's handwriting."""

LONGEST_WRITTEN = 200
MOST_READINGS = 500
"""Readings that are tried at most; beyond it, what was written is too far from a code to be guessed at."""


def plain_code(written: str) -> str:
    """A code without what people write around it: an address, spaces, hyphens, small letters, rings and dots.

    Example:
        >>> [plain_code(text) for text in ("abc def", " AB-CDEF ", "https://avstamp.se/traff/abcdef/", "äbcdef")]
        ['ABCDEF', 'ABCDEF', 'ABCDEF', 'ABCDEF']
    """
    last = written[:LONGEST_WRITTEN].strip().rstrip("/").rpartition("/")[2]
    plain = unicodedata.normalize("NFKD", last.upper())
    return "".join(sign for sign in plain if sign.isascii() and sign.isalnum())


def readings_of(written: str) -> tuple[str, ...]:
    """Every code that may have been meant, the one that was written first.

    Definition: each sign may be itself or one that looks like it; readings with fewer exchanged signs come first. At
    most two signs are exchanged beside those that no code has, since a code with three read wrongly is another code.

    Args:
        written: as it was written, in any form that `plain_code` takes.

    Returns:
        Codes of letters that codes are drawn from; none when nothing was written or too much must be guessed.

    Example:
        >>> readings_of("b2k4mh")[:3]
        ('B2K4MH', '82K4MH', 'BZK4MH')
        >>> readings_of("o2k4mh")[0]
        'D2K4MH'
        >>> readings_of("")
        ()
    """
    plain = plain_code(written)
    choices = [(sign, *_alike(sign)) if sign in LETTERS else _alike(sign) for sign in plain]
    if not plain or not all(choices):
        return ()
    total = 1
    for sign, readings in zip(plain, choices, strict=True):
        total *= 1 if sign in LETTERS else len(readings)
    if total > MOST_READINGS:
        return ()
    certain = [number for number, sign in enumerate(plain) if sign in LETTERS]
    found: dict[str, None] = {}
    for exchanged in range(3):
        for places in itertools.combinations(certain, exchanged):
            options = [
                readings[1:] if number in places else readings[:1] if sign in LETTERS else readings
                for number, (sign, readings) in enumerate(zip(plain, choices, strict=True))
            ]
            found.update(dict.fromkeys("".join(signs) for signs in itertools.product(*options)))
            if len(found) > MOST_READINGS:
                return tuple(found)[:MOST_READINGS]
    return tuple(found)


def _alike(sign: str) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            other
            for group in LOOK_ALIKES
            if sign in group
            for other in group
            if other != sign and other in LETTERS
        )
    )

"""Which numbers does the method of findings have, with the reason for each?

They stand here by themselves, so that an address can tell that one of them has changed (`parameters_hash`) without
loading what computes.
"""

from __future__ import annotations

import hashlib

RECENT_YEARS = 3
"""A unit's newest value counts when it is of the base year or one of the two years before it."""

LEAST_UNITS = 15
"""Units that must have a value for a year to count, and never fewer than a third of all."""

LEAST_YEARS = 2
"""Years with enough units, of the indicator and of the unit itself; with fewer nothing is said."""

FARTHEST_LAG = 15
"""Years between two values that are still looked at."""

PULL = 0.01
"""Weight of one lag of the common decay beside one lag that was observed."""

CLEAR = 0.3
"""Covariance at one year from which an indicator takes part in the common decay."""

LEAST_INDICATORS = 10
"""Indicators that a lag of the common decay rests on; beyond that it goes on as it went."""

STEADIEST = 0.995
"""Largest share of the variance that may be called lasting or drifting."""

SIZE_CLASSES = 4
"""Quarters of the units by inhabitants, each with passing noise of its own."""

SIZE_PULL = 60.0
"""Year-to-year differences that a size class' own noise is weighed against."""

NOISE_RANGE = (0.3, 3.0)
"""A size class' noise stays within these multiples of the indicator's."""

PACE_LAG = 5
"""Years over which it is seen whether small units drift faster than large ones."""

PACE_RANGE = (0.5, 2.0)
"""A size class drifts at most this much slower or faster than all do."""

YEARS_AHEAD = 5
"""How far ahead a finding must hold."""

ALIKE = 0.9
"""Correlation across units, in either direction, from which two indicators are near-duplicates."""

LEAST_SHARED = 15
"""Units that two indicators must share to be called alike."""

QUARTILE = 0.6744897501960817
"""The quartile of a year's scores."""

FALSE_SHARE = 0.10
"""Expected share of what is said about one unit that does not last."""

LARGEST_DOUBT = 0.25
"""No single finding is listed with a larger probability of being wrong."""

OUTERMOST = 0.855
"""Share of the others that a listed unit lies beyond in its newest year: no indicator is listed by three of ten."""

LONGEST_LIST = 12
"""Challenges, and possibilities, that are listed at most."""

MOST_AN_AREA = 3
"""Of them at most this many from one area."""

TAIL = 5.0
"""Degrees of freedom of the predictive distribution: places sometimes jump further than a normal curve allows."""

CHALLENGE, POSSIBILITY = 0, 1

SIDES = (-1.0, 1.0)
"""Sign of the score on each side; scores count upwards for better."""


def parameters_hash() -> str:
    """Hash of every number here."""
    told = hashlib.sha256()
    for name, value in sorted(globals().items()):
        if name.isupper():
            told.update(f"{name}={value!r};".encode())
    return told.hexdigest()

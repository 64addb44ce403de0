"""What becomes of a figure that somebody disputes? It stays as it is, and the question is answered in the open."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """How a dispute was closed: the figure stands, its source is at fault, nobody can tell, or it was taken back."""

    STANDS = "stands"
    WRONG = "wrong"
    UNKNOWN = "unknown"
    TAKEN_BACK = "taken_back"


ANSWERS = (Outcome.STANDS, Outcome.WRONG, Outcome.UNKNOWN)
"""What an official may answer; only the one who disputed takes it back."""

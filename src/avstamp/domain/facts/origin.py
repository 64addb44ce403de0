"""Who published a figure, on which terms, and when did we take it in?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Origin:
    """The source of a figure.

    `fetched` is the day this copy was taken in; `via` says where the copy was found when that was not
    the publisher itself; `sha256` is the hash of the bytes that were read.
    """

    id: str
    publisher: str
    title: str
    terms: str
    url: str
    via: str
    fetched: date
    sha256: str

"""What do people call the parties that stand for election in the whole country?"""

from __future__ import annotations

from collections.abc import Mapping

NAMES: Mapping[str, str] = {
    "V": "Vänsterpartiet",
    "S": "Socialdemokraterna",
    "MP": "Miljöpartiet",
    "C": "Centerpartiet",
    "L": "Liberalerna",
    "KD": "Kristdemokraterna",
    "M": "Moderaterna",
    "SD": "Sverigedemokraterna",
}
"""Abbreviation to everyday name; every other party stands as the source names it."""


def party_name(party: str, published: str) -> str:
    """The everyday name of a party, or the published one where it is local."""
    return NAMES.get(party, published)

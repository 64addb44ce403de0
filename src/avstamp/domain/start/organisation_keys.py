"""What is a municipality or region called in the addresses of its starts?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from avstamp.domain.facts.unit import Unit


def organisation_key(unit: Unit, others: Iterable[Unit]) -> str:
    """The key of a unit's organisation: its name in small letters, with its code where two names come out alike.

    Args:
        unit: whose key.
        others: every municipality and region, the unit itself among them or not.

    Example:
        >>> from avstamp.domain.values import UnitKind
        >>> one, two = (Unit(id, name, UnitKind.MUNICIPALITY, "") for id, name in (("0643", "Habo"), ("0305", "Håbo")))
        >>> organisation_key(one, [one]), organisation_key(two, [one, two])
        ('habo', 'habo-0305')
    """
    plain = plain_name(unit.name)
    alike = any(plain_name(other.name) == plain for other in others if other.id != unit.id)
    return f"{plain}-{unit.id}" if alike else plain


def plain_name(name: str) -> str:
    """A name in small letters without marks, its words joined by hyphens.

    Example:
        >>> plain_name("Region Jämtland Härjedalen"), plain_name("Mölndal")
        ('region-jamtland-harjedalen', 'molndal')
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")

"""Which pages has a start, beside its steps? Other apps add theirs here by the name of the address.

A name that no app has is left out, so that a page may stand here before it is there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from avstamp.domain.start.permissions import Act
from avstamp.web.start.visit import Visit

MENU: tuple[tuple[str | Promise, str], ...] = (
    (_("Översikt"), "start:overview"),
    (_("Drivkrafter"), "outlook:register"),
    (_("Scenarier"), "outlook:scenarios"),
    (_("Tråden"), "thread:thread"),
    (_("Ifrågasatta uppgifter"), "thread:disputes"),
    (_("Träffar"), "room:days"),
    (_("Datum"), "start:dates"),
    (_("Personer"), "start:people"),
    (_("Styre"), "start:sides"),
    (_("Samma tillgång"), "start:access"),
    (_("Loggen"), "start:record"),
    (_("Vad får jag göra?"), "start:allowed"),
)
"""Name and address of every page in the menu, in order."""

ONLY_FOR = {"start:access": Act.READ_ACCESS_RECORD, "start:record": Act.READ_AUDIT}
"""Pages that are in the menu of those only who may read them."""


@dataclass(frozen=True)
class MenuItem:
    """One link of the menu."""

    name: str | Promise
    address: str
    is_here: bool


def menu_of(visit: Visit, here: str) -> Iterator[MenuItem]:
    """The links that lead somewhere; `here` is the path of the page that is read."""
    for name, address_name in MENU:
        if address_name in ONLY_FOR and not visit.may(ONLY_FOR[address_name]).allowed:
            continue
        try:
            address = reverse(address_name, kwargs=visit.address)
        except NoReverseMatch:
            continue
        yield MenuItem(name, address, address == here)

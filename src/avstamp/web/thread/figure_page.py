"""What stands about one figure in one start: what rests on it, how it is read, and whether it is disputed?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from avstamp.domain.start.permissions import Act, Permission
from avstamp.domain.thread.addresses import FigureAddress
from avstamp.domain.thread.claims import ClaimKind
from avstamp.domain.values import Phrase, Quantity, Text
from avstamp.web.start.visit import Visit
from avstamp.web.thread.dispute_page import DisputeLine, dispute_lines
from avstamp.web.thread.index import facts_or_none, thread_index
from avstamp.web.thread.offers import kinds_to_write
from avstamp.web.thread.permitting import ClaimRefused
from avstamp.web.thread.readings import Readings, readings_beside_figure
from avstamp.web.thread.targets import figure_now, read_target
from avstamp.web.thread.walking import WalkedClaim, walk_up_from_subject
from avstamp.web.thread.words import figure_name, figure_value


@dataclass(frozen=True)
class FigurePage:
    """One figure in one start, and what the reader may do with it."""

    address: FigureAddress
    subject: str
    name: Text
    value: Quantity
    status: Phrase
    above: Sequence[WalkedClaim]
    readings: Readings
    disputes: Sequence[DisputeLine]
    open_disputes: Sequence[DisputeLine]
    disputing: Permission
    kinds: Sequence[ClaimKind]


def figure_page(visit: Visit, typed: str) -> FigurePage:
    """Everything about a figure in a start.

    Raises:
        ClaimRefused: the address names no figure of the fact base.
    """
    address = read_target(visit, typed)
    if not isinstance(address, FigureAddress):
        raise ClaimRefused(Phrase("thread.target.unknown", {"typed": typed}))
    return figure_in_start(visit, address)


def figure_in_start(visit: Visit, address: FigureAddress) -> FigurePage:
    """Everything about a figure in a start; raises `ClaimRefused` when the fact base does not have it."""
    subject, now = str(address.newest), figure_now(address)
    facts, index = facts_or_none(), thread_index(visit.start)
    disputes = dispute_lines(visit, visit.start.disputes.filter(figure__subject=subject))
    return FigurePage(
        address=address.newest,
        subject=subject,
        name=figure_name(facts, subject),
        value=figure_value(facts, subject, now.value, now.decimals),
        status=Phrase(f"status.{now.status}"),
        above=walk_up_from_subject(subject, index=index, visit=visit),
        readings=readings_beside_figure(visit, subject, index),
        disputes=disputes,
        open_disputes=[line for line in disputes if line.is_open],
        disputing=visit.may(Act.DISPUTE),
        kinds=kinds_to_write(visit),
    )

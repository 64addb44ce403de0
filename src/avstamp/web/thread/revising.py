"""How does a new version of a claim begin?"""

from __future__ import annotations

from django.db import transaction

from avstamp.domain.start.openness import DocumentStatus
from avstamp.domain.thread.addresses import FigureAddress, ResultAddress, parse_address
from avstamp.domain.thread.claims import Horizon, Relation
from avstamp.web.start.visit import Visit
from avstamp.web.thread.actions import write_claim
from avstamp.web.thread.index import Entry
from avstamp.web.thread.models import Claim, Evidence
from avstamp.web.thread.permitting import ClaimRefused
from avstamp.web.thread.targets import Target, rest_on


@transaction.atomic
def begin_new_version(claim: Claim, entry: Entry, visit: Visit) -> Claim:
    """A draft with the old text that rests on the same evidence as it is now; an own one begun before is gone on with.

    What is no longer there to rest on is left out.

    Raises:
        ClaimRefused, NotPermitted: as writing the claim does.
    """
    begun = claim.replaced_by.filter(status=DocumentStatus.WORKING.value, owner=visit.person).first()
    if begun is not None:
        return begun
    new = write_claim(
        visit.start,
        entry.kind,
        claim.text,
        author=entry.author,
        owner=visit.person,
        horizon=Horizon(claim.horizon) if claim.horizon else None,
        replaces=claim,
        by=visit.person,
        at=visit.at,
    )
    for edge in claim.evidence.select_related("figure", "result", "target").order_by("pk"):
        _rest_again(new, edge, visit)
    return new


def _rest_again(new: Claim, edge: Evidence, visit: Visit) -> None:
    try:
        with transaction.atomic():
            rest_on(new, _target(edge), Relation(edge.relation), visit=visit, at=visit.at)
    except (ClaimRefused, KeyError):
        return  # the figure or result is gone from its source: the page of the old version tells of it


def _target(edge: Evidence) -> Target:
    if edge.target is not None:
        newer = edge.target.replaced_by.exclude(status=DocumentStatus.WORKING.value).first()
        return newer or edge.target
    address = parse_address((edge.figure or edge.result).address)  # type: ignore[union-attr]
    assert isinstance(address, FigureAddress | ResultAddress)
    return address

"""What becomes of an anonymous round when it closes? What may be shown is shown, and all the rest is gone.

After close the database holds of a round exactly what is on the page: no sum of a group too small to be shown, none of
a group that is shown together with another, no note that was not shown, no late answer that could not be. Whoever has
every table then knows what whoever reads the page knows. A ballot that could not be shown has not been counted, so its
ticket may answer again if the round is opened again; and the page says so before one answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from django.db import transaction

from avstamp.domain.room.answers import Mark
from avstamp.domain.room.publishing import Publication, publish
from avstamp.web.room import models
from avstamp.web.room.models import AgendaLine, AnonymousNote, AnonymousSum, SpentTicket, Ticket
from avstamp.web.room.queries import gained_of, publications_of, tally_of
from avstamp.web.room.unordered import forget_traces, lie_in_order

OF_A_ROUND = (SpentTicket, AnonymousSum, AnonymousNote)
"""Tables that are written while a round is open, in the order in which a ballot writes them."""


def publish_and_dispose(line: AgendaLine) -> None:
    """Publish what may be shown of a round that has just closed, dispose of the rest, and leave no order behind."""
    published, gained = publications_of(line), gained_of(line)
    before = published[-1].standing if published else {}
    standing = {group: before.get(group, 0) + gained.get(group, 0) for group in {*before, *gained}}
    found = publish(published, standing, collecting=False)
    shown: frozenset[str] = frozenset()
    if isinstance(found, Publication):
        shown = frozenset().union(*(cell.groups for cell in found.cells))
        _store(line, found, len(published) + 1, shown)
    spent = SpentTicket.objects.filter(line=line, counted=False)
    spent.filter(group__in=shown).update(counted=True)
    SpentTicket.objects.filter(line=line, counted=False).delete()
    AnonymousNote.objects.filter(line=line, shown=False).delete()
    AnonymousSum.objects.filter(line=line).delete()
    line.left_out = sum(n for group, n in gained.items() if group not in shown)
    line.save(update_fields=["left_out"])
    lie_in_order(*OF_A_ROUND)
    transaction.on_commit(forget_traces)


def forget_tickets(line: AgendaLine) -> None:
    """Dispose of what tells that a ticket has answered; of the tickets too, when no round of the day is left."""
    SpentTicket.objects.filter(line=line).delete()
    rounds = line.day.lines.filter(openness=line.openness).exclude(kind="").exclude(pk=line.pk)
    if not rounds.filter(settled=False).exists():
        Ticket.objects.filter(day=line.day).delete()
    transaction.on_commit(forget_traces)


def _store(line: AgendaLine, found: Publication, number: int, shown: frozenset[str]) -> None:
    earlier = _shown_before(line)
    models.Publication.objects.create(
        line=line,
        number=number,
        standing={group: n for group, n in sorted(found.standing.items()) if group in shown},
        cells=[
            {
                "groups": sorted(cell.groups),
                "n": cell.n,
                "tally": _sorted(
                    Counter(earlier.get(cell.groups, {})) + Counter(tally_of(line, cell.groups))
                ),
            }
            for cell in found.cells
        ],
    )
    AnonymousNote.objects.filter(line=line).update(shown=True)


def _shown_before(line: AgendaLine) -> Mapping[frozenset[str], Mapping[Mark, int]]:
    newest = line.publications.order_by("-number").first()
    return {
        frozenset(cell["groups"]): {Mark(item, said): n for item, said, n in cell["tally"]}
        for cell in (newest.cells if newest else ())
    }


def _sorted(tally: Mapping[Mark, int]) -> list[list[int | str]]:
    return sorted([mark.item, mark.said, n] for mark, n in tally.items())

"""What does a thread say as data (JSON)? The same claims, for the same readers, as its pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.urls import reverse

from avstamp.domain.values import Phrase
from avstamp.web.accounts.queries import NamesThen, names_then
from avstamp.web.start.visit import Visit
from avstamp.web.thread.claim_page import claim_page, visible_claim
from avstamp.web.thread.index import Entry, ThreadIndex, may_see, thread_index
from avstamp.web.thread.list_page import thread_page
from avstamp.web.thread.models import Claim, Evidence
from avstamp.web.thread.walking import WalkedClaim

Data = dict[str, object]


def thread_data(visit: Visit, asked: Mapping[str, str]) -> Data:
    """A page of claims, with the address of the next."""
    page = thread_page(visit, asked)
    entries = list(page.page.object_list)
    rows = Claim.objects.select_related("owner").in_bulk([entry.id for entry in entries])
    then = names_then(str(row.owner.identifier) for row in rows.values() if row.owner)
    index = thread_index(visit.start)
    evidence = _evidence([entry.id for entry in entries], index, visit)
    address = reverse("thread:thread_json", kwargs=visit.address)
    return {
        "count": page.count,
        "claims": [
            _claim(entry, rows[entry.id], evidence.get(entry.id, []), visit, then) for entry in entries
        ],
        "because": {
            str(entry.number): [_movement(move) for move in index.because[entry.number]]
            for entry in entries
            if entry.number in index.because
        },
        "next": f"{address}{page.later}" if page.later else None,
    }


def claim_data(visit: Visit, number: int) -> Data:
    """One claim with what it rests on and what rests on it, all the way; raises `UnknownClaim`."""
    claim, entry, index = visible_claim(visit, number)
    page = claim_page(visit, number)
    then = names_then([str(claim.owner.identifier)] if claim.owner else [])
    return {
        **_claim(entry, claim, _evidence([entry.id], index, visit).get(entry.id, []), visit, then),
        "because": [_movement(move) for move in index.because.get(number, ())],
        "below": [_walked(one) for one in page.claims_below],
        "above": [_walked(one) for one in page.claims_above],
        "versions": [line.number for line in page.versions],
        "answers": [
            {"verdict": _last(line.verdict), "at": line.at.isoformat(), "replaced_by": line.replaced_by}
            for line in page.answers
        ],
    }


def _claim(entry: Entry, row: Claim, evidence: Sequence[Data], visit: Visit, then: NamesThen) -> Data:
    return {
        "number": entry.number,
        "kind": entry.kind.value,
        "text": row.text,
        "horizon": row.horizon or None,
        "author": {"kind": entry.author.kind.value, "name": entry.author.name},
        "signed": then.of(row.owner, row.written_at) if row.owner else None,
        "owner": row.owner.name if row.owner else None,
        "written": entry.written.isoformat(),
        "status": entry.status,
        "registration_number": row.registration_number or None,
        "standing": entry.standing.value,
        "replaces": entry.replaces,
        "evidence": list(evidence),
        "address": reverse("thread:claim", kwargs={**visit.address, "number": entry.number}),
    }


def _evidence(claims: Sequence[int], index: ThreadIndex, visit: Visit) -> dict[int, list[Data]]:
    """The edges of claims: a figure or result by its address, a claim by its number where the reader sees it."""
    rows = Evidence.objects.filter(claim__in=claims).order_by("pk")
    columns = ("claim_id", "relation", "figure__address", "result__address", "target__number")
    found: dict[int, list[Data]] = {}
    for claim, relation, figure, result, number in rows.values_list(*columns):
        if number is not None and not may_see(index.entries[number], visit):
            continue
        named = {"figure": figure, "result": result, "claim": number}
        target = {name: value for name, value in named.items() if value is not None}
        found.setdefault(claim, []).append({"relation": relation, **target})
    return found


def _movement(move: object) -> Data:
    return {name: str(getattr(move, name)) for name in ("subject", "how", "became")}


def _walked(one: WalkedClaim) -> Data:
    return {"claim": one.line.number, "edges_away": one.depth, "relation": _last(one.relation)}


def _last(phrase: Phrase) -> str:
    return phrase.key.rpartition(".")[2]

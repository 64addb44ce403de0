from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from tests.web.room.days import anonymous, opened_line, opened_start, slips
from tests.web.starts import AT

from avstamp.domain.room.answers import Mark
from avstamp.web.room.ballots import BallotRefused, cast_ballot
from avstamp.web.room.models import AgendaLine, AnonymousSum, SpentTicket
from avstamp.web.room.paper_entry import BatchRefused, Typed, enter_batch


@pytest.mark.django_db(transaction=True)
def test_phones_and_papers_with_the_same_slips_at_once_are_one_vote_each():
    line = opened_line(opened_start(), anonymous())
    codes = slips(line.day, ruling=12)
    refusals: list[str] = []

    def by_phone(code: str) -> int:
        try:
            cast_ballot(line, code, [Mark(0, "agree")])
        except BallotRefused as refused:
            refusals.append(refused.phrase.key)
            return 0
        return 1

    def on_paper(first: int) -> int:
        batch = [
            Typed(number, code, cells={"1": "1"}) for number, code in enumerate(codes[first : first + 3])
        ]
        try:
            return enter_batch(line, batch, by=None, at=AT).kept
        except BatchRefused as refused:
            refusals.extend(fault.reason.key for row in refused.rows for fault in row.faults)
            return 0

    def closing(act: Callable[[], int]) -> int:
        try:
            return act()
        finally:
            connection.close()

    # Every slip is sent twice by telephone and once on paper.
    acts = [lambda code=code: by_phone(code) for code in codes * 2]
    for place, first in enumerate(range(0, 12, 3)):
        acts.insert(place * 5, lambda first=first: on_paper(first))
    with ThreadPoolExecutor(6) as pool:
        kept = list(pool.map(closing, acts))
    assert set(refusals) <= {"room.ballot.spent", "paper.fault.spent"}
    assert sum(kept) == SpentTicket.objects.count() == len(codes)
    assert (
        AnonymousSum.objects.get(said="").n == AnonymousSum.objects.get(item=0, said="agree").n == len(codes)
    )
    assert AgendaLine.objects.get(pk=line.pk).on_paper in {0, 3, 6, 9, 12}

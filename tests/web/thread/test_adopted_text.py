"""What is completed or answered stays so, also for one whose page was read before it happened."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.web.starts import AT, FIGURE, MEASURED, RESULT, bare_start, claim, full_start, person

from avstamp.domain.start.openness import DocumentStatus
from avstamp.domain.thread.claims import ClaimKind, Relation
from avstamp.domain.thread.disputes import Outcome
from avstamp.domain.thread.revisions import ResultVersion
from avstamp.domain.thread.staleness import Verdict
from avstamp.web.thread import actions
from avstamp.web.thread import dispute_actions as disputes
from avstamp.web.thread.models import Claim, Dispute, Evidence
from avstamp.web.thread.permitting import ClaimRefused

pytestmark = pytest.mark.django_db
BY = {"by": None, "at": AT}
EDGE = {"relation": Relation.SUPPORTS, **BY}


@pytest.mark.parametrize(
    "change",
    [
        lambda old: actions.edit_claim(old, "Ändrat efteråt", **BY),
        lambda old: actions.rest_on_figure(old, FIGURE, MEASURED, **EDGE),
        lambda old: actions.rest_on_result(old, RESULT, ResultVersion(1, "9c1d", "7 av 290"), **EDGE),
        lambda old: actions.rest_on_claim(old, Claim.objects.get(number=1), **EDGE),
        lambda old: actions.remove_evidence(Evidence(claim=old), **BY),
        lambda old: actions.advance_claim(old, DocumentStatus.COMPLETED, **BY),
    ],
)
def test_completed_claim_is_not_changed_by_one_who_read_it_as_a_draft(
    change: Callable[[Claim], object],
) -> None:
    number = claim(full_start(), ClaimKind.NEED).number
    stale, fresh = (Claim.objects.get(number=number) for _ in range(2))
    actions.advance_claim(fresh, DocumentStatus.COMPLETED, **BY)
    with pytest.raises(ClaimRefused):
        change(stale)
    now = Claim.objects.get(number=number)
    assert (now.text, now.status, now.evidence.count()) == (fresh.text, "completed", 0)


def test_evidence_taken_away_twice_is_told_once() -> None:
    draft = claim(bare_start())
    edge = actions.rest_on_figure(draft, FIGURE, MEASURED, **EDGE)
    for row in [Evidence.objects.get(pk=edge.pk) for _ in range(2)]:
        actions.remove_evidence(row, **BY)
    assert not draft.evidence.exists()


def test_claim_is_not_withdrawn_twice() -> None:
    number = claim(bare_start()).number
    first, second = (Claim.objects.get(number=number) for _ in range(2))
    actions.answer_claim(first, Verdict.WITHDRAWN, **BY)
    with pytest.raises(ClaimRefused):
        actions.answer_claim(second, Verdict.STILL_HOLDS, **BY)
    assert [answer.verdict for answer in first.answers.all()] == ["withdrawn"]


@pytest.mark.parametrize(
    "change",
    [
        lambda old: disputes.answer_dispute(old, Outcome.WRONG, answer="Annat", source="Annan", **BY),
        lambda old: disputes.take_back_dispute(old, **BY),
        lambda old: disputes.take_dispute(old, by=person("olle"), at=AT),
    ],
)
def test_answered_dispute_is_not_changed_by_one_who_read_it_as_open(
    change: Callable[[Dispute], object],
) -> None:
    full_start()
    stale, fresh = (Dispute.objects.get(number=1) for _ in range(2))
    disputes.answer_dispute(fresh, Outcome.STANDS, answer="Svaret", source="Källan", **BY)
    with pytest.raises(ClaimRefused):
        change(stale)
    now = Dispute.objects.get(number=1)
    assert (now.outcome, now.answer, now.source, now.owner) == ("stands", "Svaret", "Källan", None)


def test_draft_that_is_dispatched_at_once_also_closes_what_it_replaces() -> None:
    start = bare_start()
    old = claim(start)
    actions.advance_claim(old, DocumentStatus.COMPLETED, **BY)
    new = claim(start, replaces=old)
    actions.advance_claim(new, DocumentStatus.DISPATCHED, **BY)
    assert [(row.verdict, row.replaced_by) for row in old.answers.all()] == [("revised", new)]


def test_completed_claim_that_is_dispatched_closes_what_it_replaces_once() -> None:
    start = bare_start()
    old = claim(start)
    new = claim(start, replaces=old)
    for status in (DocumentStatus.COMPLETED, DocumentStatus.DISPATCHED):
        actions.advance_claim(new, status, **BY)
    assert old.answers.count() == 1

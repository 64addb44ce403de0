"""Claims in the database stand where the core says, are never rested on what comes later, and keep what they cited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from tests.web.starts import AT, FIGURE, MEASURED, RESULT, bare_start, claim, full_start

from avstamp.domain.start.openness import DocumentStatus
from avstamp.domain.thread.claims import ClaimKind, EvidenceRefused, Relation
from avstamp.domain.thread.revisions import FigureVersion, ResultVersion
from avstamp.domain.thread.staleness import Moved, Movement, Review, Standing, Verdict
from avstamp.domain.values import Status
from avstamp.web.audit.models import Event
from avstamp.web.start.models import Start
from avstamp.web.thread import actions
from avstamp.web.thread.models import CitedFigure, Claim, Evidence
from avstamp.web.thread.rows import read_rows, review_rows

pytestmark = pytest.mark.django_db
OUTCOME = {RESULT.subject: ResultVersion(1, "9c1d", "7 av 290")}


def review(start: Start, newest: FigureVersion | None = MEASURED) -> Review:
    def figures(subjects: Iterable[str]) -> Mapping[str, FigureVersion]:
        return {} if newest is None else dict.fromkeys(subjects, newest)

    return review_rows(read_rows(start, newest_figures=figures, newest_results=lambda _: OUTCOME))


def chain(start: Start) -> tuple[Claim, Claim]:
    finding, need = claim(start), claim(start, ClaimKind.NEED)
    actions.rest_on_figure(finding, FIGURE, MEASURED, relation=Relation.SUPPORTS, by=None, at=AT)
    actions.rest_on_claim(need, finding, relation=Relation.SUPPORTS, by=None, at=AT)
    return finding, need


def test_claims_are_numbered_within_their_start() -> None:
    one, other = bare_start(), bare_start("provstad")
    assert [claim(start).number for start in (one, other, one)] == [1, 1, 2]


def test_revised_figure_makes_what_rests_on_it_stale() -> None:
    start = bare_start()
    chain(start)
    moved = Movement(str(FIGURE), Moved.REVISED, "84.0")
    assert review(start).because == {}
    assert review(start, replace(MEASURED, value=84.02)).because == {1: (moved,), 2: (moved,)}


def test_answered_claim_holds_and_so_does_what_rests_on_it() -> None:
    start = bare_start()
    finding, _ = chain(start)
    revised = replace(MEASURED, value=84.0)
    seen = review(start, revised).because[1]
    actions.answer_claim(finding, Verdict.STILL_HOLDS, seen=seen, by=None, at=AT)
    assert review(start, revised).standing == {1: Standing.HOLDS, 2: Standing.HOLDS}


def test_withdrawn_and_replaced_claims_stand_as_such() -> None:
    start = full_start()
    standing = review(start).standing
    assert [standing[number] for number in (1, 2, 3)] == [Standing.HOLDS, Standing.REPLACED, Standing.HOLDS]
    actions.answer_claim(Claim.objects.get(number=1), Verdict.WITHDRAWN, by=None, at=AT)
    assert review(start).standing[1] is Standing.WITHDRAWN


def test_draft_that_is_to_replace_a_claim_replaces_nothing_yet() -> None:
    start = bare_start()
    old = claim(start)
    claim(start, replaces=old)
    assert review(start).standing[old.number] is Standing.HOLDS


def test_closed_claim_is_not_answered_again() -> None:
    old = claim(bare_start())
    actions.answer_claim(old, Verdict.WITHDRAWN, by=None, at=AT)
    with pytest.raises(actions.ClaimRefused):
        actions.answer_claim(old, Verdict.STILL_HOLDS, by=None, at=AT)


def test_claim_is_not_revised_without_a_new_version() -> None:
    with pytest.raises(actions.ClaimRefused):
        actions.answer_claim(claim(bare_start()), Verdict.REVISED, by=None, at=AT)


def test_claim_resting_on_a_later_kind_is_refused_by_action_and_database() -> None:
    finding, need = chain(bare_start())
    with pytest.raises(EvidenceRefused):
        actions.rest_on_claim(finding, need, relation=Relation.SUPPORTS, by=None, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        Evidence.objects.create(claim=finding, target=need, relation="supports", claim_rank=0, target_rank=6)


def test_claim_of_another_start_is_no_evidence() -> None:
    need, finding = claim(bare_start(), ClaimKind.NEED), claim(bare_start("provstad"))
    with pytest.raises(EvidenceRefused):
        actions.rest_on_claim(need, finding, relation=Relation.SUPPORTS, by=None, at=AT)


def test_evidence_without_a_target_is_refused_by_the_database() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Evidence.objects.create(claim=claim(bare_start()), relation="supports", claim_rank=0)


def test_evidence_given_twice_is_refused() -> None:
    finding, need = chain(bare_start())
    with pytest.raises(actions.ClaimRefused):
        actions.rest_on_claim(need, finding, relation=Relation.CONTEXT, by=None, at=AT)


def test_figure_of_another_organisation_is_refused() -> None:
    own = replace(FIGURE, organisation="provstad")
    with pytest.raises(actions.ClaimRefused):
        actions.rest_on_figure(claim(bare_start()), own, MEASURED, relation=Relation.SUPPORTS, by=None, at=AT)


def test_revision_cited_stays_as_it_was() -> None:
    start = bare_start()
    chain(start)
    newer = FigureVersion(None, Status.WITHHELD, date(2024, 4, 1), 1)
    actions.rest_on_figure(claim(start), FIGURE, newer, relation=Relation.SUPPORTS, by=None, at=AT)
    rows = CitedFigure.objects.order_by("id").values_list("address", "value", "status", "dated")
    assert list(rows) == [
        (f"{FIGURE}@{MEASURED.digest[:4]}", 83.4, "measured", date(2023, 4, 1)),
        (f"{FIGURE}@{newer.digest[:4]}", None, "withheld", date(2024, 4, 1)),
    ]


def test_document_never_goes_back() -> None:
    one = claim(bare_start())
    actions.advance_claim(one, DocumentStatus.DISPATCHED, by=None, at=AT)
    with pytest.raises(actions.ClaimRefused):
        actions.advance_claim(one, DocumentStatus.COMPLETED, by=None, at=AT)


def test_empty_claim_is_refused() -> None:
    start = bare_start()
    with pytest.raises(actions.ClaimRefused):
        actions.write_claim(
            start,
            ClaimKind.FINDING,
            "  ",
            author=None,
            owner=None,
            by=None,
            at=AT,  # type: ignore[arg-type]
        )


def test_text_of_a_claim_is_not_in_the_record() -> None:
    full_start()
    assert [event for event in Event.objects.all() if "Skrivet" in str((event.subject, event.content))] == []


@pytest.mark.parametrize("count", [1, 3])
def test_whole_thread_is_read_in_as_many_questions_whatever_its_size(count: int) -> None:
    start = bare_start()
    for _ in range(count):
        chain(start)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        review(start)
    assert len(asked) == 6

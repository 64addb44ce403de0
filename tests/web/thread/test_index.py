"""The list of claims that is kept between pages is always the one that would be made anew."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.web.starts import AT, FIGURE, MEASURED, RESULT, TERM, bare_start, claim, person

import avstamp.web
from avstamp.domain.errors import AvstampError
from avstamp.domain.start.openness import DocumentStatus
from avstamp.domain.start.roll import Capacity
from avstamp.domain.thread.claims import ClaimKind, Relation
from avstamp.domain.thread.revisions import ResultVersion
from avstamp.domain.thread.staleness import Standing, Verdict
from avstamp.web.audit.models import Chain, Event
from avstamp.web.start import actions as starts
from avstamp.web.start.models import Start
from avstamp.web.thread import actions, dispute_actions, index
from avstamp.web.thread.index import ThreadIndex, thread_index
from avstamp.web.thread.models import Claim

pytestmark = pytest.mark.django_db

KINDS = (ClaimKind.FINDING, ClaimKind.STATEMENT, ClaimKind.NEED)
WEB = Path(avstamp.web.__file__).parent
WRITES_CLAIMS = re.compile(r"thread\.models|\bClaim\.objects|\.claims\.(create|update|filter)")
KEYS: Iterator[int] = count()


def anew(start: Start) -> ThreadIndex:
    """The list as a process makes it that has kept none."""
    kept = dict(index._kept)
    index.forget_lists()
    made = thread_index(start)
    index.forget_lists()
    index._kept.update(kept)
    return made


def _write(start: Start, one: int, _other: int) -> None:
    claim(start, KINDS[one % len(KINDS)])


def _rest_on_figure(start: Start, one: int, _other: int) -> None:
    actions.rest_on_figure(_any(start, one), FIGURE, MEASURED, relation=Relation.SUPPORTS, by=None, at=AT)


def _rest_on_result(start: Start, one: int, _other: int) -> None:
    version = ResultVersion(1, "9c1d", "7 av 290")
    actions.rest_on_result(_any(start, one), RESULT, version, relation=Relation.SUPPORTS, by=None, at=AT)


def _rest_on_claim(start: Start, one: int, other: int) -> None:
    actions.rest_on_claim(_any(start, one), _any(start, other), relation=Relation.SUPPORTS, by=None, at=AT)


def _remove_evidence(start: Start, one: int, _other: int) -> None:
    for edge in _any(start, one).evidence.all():
        actions.remove_evidence(edge, by=None, at=AT)


def _complete(start: Start, one: int, _other: int) -> None:
    actions.advance_claim(_any(start, one), DocumentStatus.COMPLETED, by=None, at=AT)


def _hold(start: Start, one: int, _other: int) -> None:
    one_claim = _any(start, one)
    seen = anew(start).because.get(one_claim.number, ())
    actions.answer_claim(one_claim, Verdict.STILL_HOLDS, seen=seen, by=None, at=AT)


def _withdraw(start: Start, one: int, _other: int) -> None:
    actions.answer_claim(_any(start, one), Verdict.WITHDRAWN, by=None, at=AT)


def _replace(start: Start, one: int, _other: int) -> None:
    old = _any(start, one)
    new = claim(start, ClaimKind(old.kind), replaces=old)
    actions.advance_claim(new, DocumentStatus.COMPLETED, by=None, at=AT)


def _dispute(start: Start, _one: int, _other: int) -> None:
    dispute_actions.dispute_figure(start, FIGURE, MEASURED, why="Två skolor saknas", by=None, at=AT)


def _write_in_another_start(_start: Start, _one: int, _other: int) -> None:
    claim(bare_start(f"annan{next(KEYS)}"))


DEEDS: Sequence[Callable[[Start, int, int], None]] = (
    _write,
    _write,
    _rest_on_figure,
    _rest_on_result,
    _rest_on_claim,
    _rest_on_claim,
    _remove_evidence,
    _complete,
    _hold,
    _withdraw,
    _replace,
    _dispute,
    _write_in_another_start,
)


def _any(start: Start, place: int) -> Claim:
    rows = list(start.claims.order_by("number"))
    return rows[place % len(rows)]


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 9), st.integers(0, 9)), max_size=14))
def test_list_kept_is_the_one_made_anew_whatever_is_done(
    deeds: list[tuple[Callable[[Start, int, int], None], int, int]],
) -> None:
    start = bare_start(f"prov{next(KEYS)}")
    finding, need = claim(start), claim(start, ClaimKind.NEED)
    actions.rest_on_claim(need, finding, relation=Relation.SUPPORTS, by=None, at=AT)
    thread_index(start)
    for deed, one, other in deeds:
        try:
            deed(start, one, other)
        except AvstampError:
            continue  # what is not allowed changes nothing
        assert thread_index(start) == anew(start)


def test_withdrawal_reaches_what_rests_on_it_in_the_list_kept() -> None:
    start = bare_start()
    finding, need = claim(start), claim(start, ClaimKind.NEED)
    actions.rest_on_claim(need, finding, relation=Relation.SUPPORTS, by=None, at=AT)
    assert thread_index(start).entries[need.number].standing is Standing.HOLDS
    actions.answer_claim(finding, Verdict.WITHDRAWN, by=None, at=AT)
    assert thread_index(start).entries[need.number].standing is Standing.STALE


def test_write_that_was_undone_is_not_kept() -> None:
    start = bare_start()
    claim(start)
    before = thread_index(start)
    undone = transaction.atomic()
    undone.__enter__()
    claim(start)
    assert list(thread_index(start).entries) == [1, 2]
    undone.__exit__(RuntimeError, RuntimeError(), None)
    assert thread_index(start) == before


def test_page_after_a_write_reads_only_what_was_written() -> None:
    start = bare_start()
    for _ in range(3):
        claim(start)
    thread_index(start)
    claim(start)
    assert _claims_read(start) == [4]


def test_page_after_something_else_was_done_reads_no_claim() -> None:
    start = bare_start()
    claim(start)
    thread_index(start)
    starts.add_member(start, person("olle"), Capacity.OFFICIAL, span=TERM, by=None, at=AT)
    assert _claims_read(start) == []


def test_start_is_read_whole_where_the_record_is_another_one() -> None:
    start = bare_start()
    for _ in range(3):
        claim(start)
    thread_index(start)
    Event.objects.update(hash="0" * 64)
    Chain.objects.update(hash="0" * 64)
    assert _claims_read(start) == [1, 2, 3]


def test_nothing_but_the_thread_itself_writes_claims() -> None:
    """What is kept of a claim is right only while every write of one adds an event about it."""
    outside = [path for path in WEB.rglob("*.py") if path.parent.name != "thread"]
    assert [path.name for path in outside if WRITES_CLAIMS.search(path.read_text("utf-8"))] == []


def _claims_read(start: Start) -> list[int]:
    """The claims whose rows the next page reads, as its own question finds them."""
    with CaptureQueriesContext(connection) as asked:
        thread_index(start)
    numbers: list[int] = []
    with connection.cursor() as cursor:
        for question in [one["sql"] for one in asked.captured_queries if '"written_day"' in one["sql"]]:
            numbers += [row[1] for row in cursor.execute(question).fetchall()]
    return sorted(numbers)

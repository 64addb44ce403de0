"""From anywhere the thread is walked both ways, nearest first, every edge once."""

from tests.domain.thread.threads import claim, edge

from avstamp.domain.thread.addresses import parse_address
from avstamp.domain.thread.claims import ClaimKind, Thread
from avstamp.domain.thread.walk import WalkedEdge, walk_down, walk_up

OLD, NEW = parse_address("N1/1481/T/2022@aaaa"), parse_address("N1/1481/T/2022@bbbb")
RESULT = parse_address("gap/v1/unit=1481@9c1d")
THREAD = Thread(
    (
        claim(1, ClaimKind.FINDING),
        claim(2, ClaimKind.CONCLUSION),
        claim(3, ClaimKind.NEED),
        claim(4, ClaimKind.FINDING),
    ),
    (edge(1, OLD), edge(4, NEW), edge(4, RESULT), edge(2, 1), edge(3, 2), edge(3, 1)),
)


def test_walk_down_from_a_need_reaches_the_figure() -> None:
    assert walk_down(THREAD, 3) == (
        WalkedEdge(1, edge(3, 2)),
        WalkedEdge(1, edge(3, 1)),
        WalkedEdge(2, edge(2, 1)),
        WalkedEdge(2, edge(1, OLD)),
    )


def test_walk_up_from_a_figure_reaches_claims_on_every_revision() -> None:
    newest = parse_address("N1/1481/T/2022")
    assert walk_up(THREAD, newest) == walk_up(THREAD, NEW)
    assert [(walked.depth, walked.edge.claim) for walked in walk_up(THREAD, OLD)] == [
        (1, 1), (1, 4), (2, 2), (2, 3), (3, 3),
    ]  # fmt: skip


def test_walk_up_from_a_result_reaches_claims_on_every_version() -> None:
    assert walk_up(THREAD, parse_address("gap/v9/unit=1481@0000")) == (WalkedEdge(1, edge(4, RESULT)),)


def test_walk_from_a_claim_nothing_rests_on_is_empty() -> None:
    assert (walk_up(THREAD, 3), walk_down(Thread((claim(1),)), 1)) == ((), ())

"""The thread cannot be made to loop, whatever somebody tries to rest on what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.thread.threads import claim, edge

from avstamp.domain.thread.addresses import FigureAddress, InvalidAddress
from avstamp.domain.thread.claims import ClaimKind, Evidence, EvidenceRefused, Relation, Thread
from avstamp.domain.thread.walk import walk_down
from avstamp.domain.values import Gender


@given(
    kinds=st.lists(st.sampled_from(ClaimKind), min_size=2, max_size=12),
    pairs=st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=40),
)
def test_thread_that_exists_never_leads_back_to_where_it_began(
    kinds: list[ClaimKind], pairs: list[tuple[int, int]]
) -> None:
    claims = tuple(claim(number, kind) for number, kind in enumerate(kinds))
    edges: list[Evidence] = []
    for upper, lower in pairs:
        try:
            Thread(claims, (*edges, edge(upper, lower)))
        except EvidenceRefused:
            continue
        edges.append(edge(upper, lower))
    thread = Thread(claims, tuple(edges))
    for one in claims:
        assert [walked.edge for walked in walk_down(thread, one.id) if walked.edge.target == one.id] == []


@pytest.mark.parametrize("later", [ClaimKind.FINDING, ClaimKind.CONCLUSION, ClaimKind.EFFECT])
def test_claim_resting_on_its_own_or_a_later_kind_is_refused(later: ClaimKind) -> None:
    with pytest.raises(EvidenceRefused) as refused:
        Thread((claim(1, ClaimKind.FINDING), claim(2, later)), (edge(1, 2),))
    assert (refused.value.claim, refused.value.target) == (1, 2)


def test_evidence_that_is_not_there_is_refused() -> None:
    with pytest.raises(EvidenceRefused, match="the thread does not have both"):
        Thread((claim(1),), (edge(1, 7),))


@pytest.mark.parametrize(
    "claims",
    [
        (claim(1, replaces=1),),
        (claim(1, replaces=2), claim(2)),
        (claim(1, ClaimKind.FINDING), claim(2, ClaimKind.NEED, replaces=1)),
        (claim(2, replaces=1),),
    ],
)
def test_new_version_of_anything_but_an_older_claim_of_its_kind_is_refused(
    claims: tuple[object, ...],
) -> None:
    with pytest.raises(EvidenceRefused, match="a new version replaces an older claim of its own kind"):
        Thread(claims)  # type: ignore[arg-type]


def test_figure_without_revision_is_no_evidence() -> None:
    with pytest.raises(InvalidAddress, match="evidence names the revision that was read"):
        Evidence(1, FigureAddress("N1", "1481", Gender.ALL, "2022"), Relation.CONTEXT)

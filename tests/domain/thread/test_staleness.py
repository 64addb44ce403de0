"""After anything that can happen, exactly the claims that rest on something moved are stale."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.thread.threads import claim, edge, figure, measured

from avstamp.domain.thread.addresses import FigureAddress, ResultAddress
from avstamp.domain.thread.claims import Claim, ClaimKind, Evidence, Thread
from avstamp.domain.thread.revisions import FigureVersion, ResultVersion
from avstamp.domain.thread.staleness import (
    Links,
    Moved,
    Movement,
    OwnersAnswer,
    Review,
    Standing,
    Verdict,
    World,
    review_thread,
    spread,
)

PRINTED = {None: "", 1.0: "1.0", 1.04: "1.0", 1.06: "1.1", 2.0: "2.0"}
"""Values a figure may take in these tests, and how each prints with one decimal."""

INDICATORS = ("N1", "N2", "N3")
METHOD = "gap"


@dataclass
class History:
    """A thread as it grows by imports, edits and answers, kept in the plainest way."""

    values: dict[str, float | None] = field(default_factory=lambda: dict.fromkeys(INDICATORS, 1.0))
    outcome: str = "a"
    claims: list[Claim] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    answers: list[OwnersAnswer] = field(default_factory=list)
    cited: dict[str, FigureVersion] = field(default_factory=dict)
    cited_results: dict[str, ResultVersion] = field(default_factory=dict)

    def review(self) -> Review:
        newest = {
            str(figure(name, measured(None)).newest): measured(value) for name, value in self.values.items()
        }
        world = World(
            self.cited, newest, self.cited_results, {METHOD: ResultVersion(1, "9c1d", self.outcome)}
        )
        return review_thread(Thread(tuple(self.claims), tuple(self.evidence)), world, self.answers)

    def add(self, kind: ClaimKind, replaces: int | None = None) -> int:
        self.claims.append(claim(len(self.claims), kind, replaces=replaces))
        return len(self.claims) - 1

    def cite(self, number: int, name: str) -> None:
        version = measured(self.values[name])
        address = figure(name, version)
        self.cited[str(address)] = version
        self.evidence.append(edge(number, address))

    def cite_result(self, number: int) -> None:
        data = {"a": "aaaa", "b": "bbbb"}[self.outcome]
        address = ResultAddress(METHOD, 1, data)
        self.cited_results[str(address)] = ResultVersion(1, data, self.outcome)
        self.evidence.append(edge(number, address))

    def closed(self) -> dict[int, OwnersAnswer]:
        found: dict[int, OwnersAnswer] = {}
        for answer in self.answers:
            if answer.verdict is not Verdict.STILL_HOLDS:
                found.setdefault(answer.claim, answer)
        return found

    def moved_under(self, number: int) -> set[tuple[str, str]]:
        """By the definition, claim by claim: what has moved under a claim and is not answered."""
        moved: set[tuple[str, str]] = set()
        for one in self.evidence:
            if one.claim != number:
                continue
            if isinstance(one.target, FigureAddress):
                now = PRINTED[self.values[one.target.indicator]]
                if PRINTED[self.cited[str(one.target)].value] != now:
                    moved.add((str(one.target.newest), now))
            elif isinstance(one.target, ResultAddress):
                if self.cited_results[str(one.target)].outcome != self.outcome:
                    moved.add((METHOD, self.outcome))
            elif one.target in self.closed():
                new = self.closed()[one.target].replaced_by
                moved.add((f"claim:{one.target}", "" if new is None else str(new)))
            else:
                moved |= self.moved_under(one.target)
        answered = {
            (movement.subject, movement.became)
            for answer in self.answers
            if answer.claim == number
            for movement in answer.movements
        }
        return moved - answered


def happen(history: History, draw: st.DataObject) -> None:
    """One thing that can happen to a thread, with a random hand."""
    numbers = st.integers(0, max(len(history.claims) - 1, 0))
    what = draw.draw(
        st.sampled_from(["claim", "rest", "cite", "result", "import", "compute", "answer", "close"])
    )
    if what == "claim" or not history.claims:
        history.add(draw.draw(st.sampled_from(ClaimKind)))
    elif what == "rest":
        upper, lower = draw.draw(numbers), draw.draw(numbers)
        if history.claims[lower].kind.rank < history.claims[upper].kind.rank:
            history.evidence.append(edge(upper, lower))
    elif what == "cite":
        history.cite(draw.draw(numbers), draw.draw(st.sampled_from(INDICATORS)))
    elif what == "result":
        history.cite_result(draw.draw(numbers))
    elif what == "import":
        history.values[draw.draw(st.sampled_from(INDICATORS))] = draw.draw(st.sampled_from(list(PRINTED)))
    elif what == "compute":
        history.outcome = draw.draw(st.sampled_from("ab"))
    elif what == "answer":
        number = draw.draw(numbers)
        seen = frozenset(history.review().because.get(number, ()))
        history.answers.append(OwnersAnswer(number, Verdict.STILL_HOLDS, seen))
    else:
        number = draw.draw(numbers)
        if draw.draw(st.booleans()):
            history.answers.append(OwnersAnswer(number, Verdict.WITHDRAWN))
        else:
            new = history.add(history.claims[number].kind, replaces=number)
            history.answers.append(OwnersAnswer(number, Verdict.REVISED, replaced_by=new))


@settings(max_examples=300)
@given(st.data(), st.integers(5, 40))
def test_stale_are_exactly_those_with_something_moved_and_unanswered_under_them(
    draw: st.DataObject, steps: int
) -> None:
    history = History()
    for _ in range(steps):
        happen(history, draw)
    review = history.review()
    for number in range(len(history.claims)):
        found = {(movement.subject, movement.became) for movement in review.because.get(number, ())}
        closed = history.closed().get(number)
        if closed is None:
            moved = history.moved_under(number)
            assert (found, review.standing[number]) == (moved, Standing.STALE if moved else Standing.HOLDS)
        else:
            replaced = closed.verdict is Verdict.REVISED
            assert (found, review.standing[number]) == (
                set(),
                Standing.REPLACED if replaced else Standing.WITHDRAWN,
            )


def chain() -> History:
    """A finding on a figure, a conclusion on the finding, a need on the conclusion."""
    history = History()
    finding, conclusion, need = map(history.add, (ClaimKind.FINDING, ClaimKind.CONCLUSION, ClaimKind.NEED))
    history.cite(finding, "N1")
    history.evidence += [edge(conclusion, finding), edge(need, conclusion)]
    return history


def stale(history: History) -> list[int]:
    return sorted(history.review().because)


def test_answer_stops_a_movement_from_travelling_on() -> None:
    history = chain()
    history.values["N1"] = 2.0
    assert stale(history) == [0, 1, 2]
    history.answers.append(OwnersAnswer(0, Verdict.STILL_HOLDS, frozenset(history.review().because[0])))
    assert stale(history) == []


def test_answered_claim_is_stale_again_when_the_figure_moves_again() -> None:
    history = chain()
    history.values["N1"] = 2.0
    history.answers.append(OwnersAnswer(0, Verdict.STILL_HOLDS, frozenset(history.review().because[0])))
    history.values["N1"] = 1.06
    assert stale(history) == [0, 1, 2]


def test_figure_revised_back_makes_nothing_stale() -> None:
    history = chain()
    history.values["N1"] = 2.0
    history.values["N1"] = 1.04
    assert stale(history) == []


def test_withdrawn_claim_makes_those_above_stale_and_not_itself() -> None:
    history = chain()
    history.answers.append(OwnersAnswer(0, Verdict.WITHDRAWN))
    review = history.review()
    assert dict(review.because) == {
        1: (Movement("claim:0", Moved.WITHDRAWN),),
        2: (Movement("claim:0", Moved.WITHDRAWN),),
    }
    assert review.standing[0] is Standing.WITHDRAWN


def test_new_method_version_with_the_same_outcome_moves_nothing() -> None:
    thread = Thread((claim(0),), (edge(0, ResultAddress(METHOD, 1, "aaaa")),))
    cited = {"gap/v1@aaaa": ResultVersion(1, "aaaa", "7 av 290")}

    def because(newest: dict[str, ResultVersion]) -> tuple[Movement, ...]:
        return review_thread(thread, World({}, {}, cited, newest)).because.get(0, ())

    assert because({METHOD: ResultVersion(2, "aaaa", "7 av 290")}) == ()
    assert because({METHOD: ResultVersion(2, "aaaa", "8 av 290")}) == (
        Movement(METHOD, Moved.METHOD, "8 av 290"),
    )
    assert because({METHOD: ResultVersion(1, "bbbb", "8 av 290")}) == (
        Movement(METHOD, Moved.DATA, "8 av 290"),
    )
    assert because({}) == (Movement(METHOD, Moved.GONE),)


def test_ten_thousand_claims_on_one_moved_figure_are_all_stale() -> None:
    kinds, each = len(ClaimKind), 1_000
    rank = np.repeat(np.arange(kinds, dtype=np.int8), each)
    upper = np.arange(each, kinds * each).repeat(3)
    lower = (upper - each) // each * each + (upper * 7 + np.tile([0, 1, 2], len(upper) // 3)) % each
    moved = Movement("N1/1481/T/2022", Moved.REVISED, "2.0")
    found = spread(
        Links(rank, upper, lower), direct={claim: [moved] for claim in range(each)}, closed={}, answered={}
    )
    assert found == dict.fromkeys(range(kinds * each), (moved,))


@pytest.mark.parametrize(
    ("verdict", "replaced_by"), [(Verdict.REVISED, None), (Verdict.WITHDRAWN, 3), (Verdict.STILL_HOLDS, 3)]
)
def test_answer_names_a_new_claim_only_when_revised(verdict: Verdict, replaced_by: int | None) -> None:
    with pytest.raises(ValueError, match="names a new claim when, and only when"):
        OwnersAnswer(1, verdict, replaced_by=replaced_by)

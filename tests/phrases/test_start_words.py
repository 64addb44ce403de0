"""Everything the start, the thread and the record can say has words in both languages."""

from __future__ import annotations

from itertools import chain, product

import pytest

from avstamp.domain.audit.verification import Fault, FaultKind
from avstamp.domain.start.openness import DocumentStatus
from avstamp.domain.start.permissions import Act, Matter, may
from avstamp.domain.start.roll import Function, Role
from avstamp.domain.start.steps import Step, StepState
from avstamp.domain.thread.claims import ClaimKind, Horizon, Relation
from avstamp.domain.thread.staleness import Moved, Movement, Standing, Verdict
from avstamp.domain.values import Phrase
from avstamp.phrases import say

ENUMS = {
    "role": Role,
    "function": Function,
    "step_state": StepState,
    "document_status": DocumentStatus,
    "claim_kind": ClaimKind,
    "relation": Relation,
    "horizon": Horizon,
    "standing": Standing,
    "verdict": Verdict,
    "act": Act,
}
NAMES = [Phrase(f"{prefix}.{member}") for prefix, members in ENUMS.items() for member in members]
EXPLAINED = [
    *(Movement("N1/1481/T/2022", how, "2.0").explain() for how in Moved),
    *(Fault(kind, 3, 5).explain() for kind in FaultKind),
]
REASONS = [
    may(act, role, Matter(opened, {Step.ANALYSIS: state, Step.NEEDS: state})).reason
    for act, role, opened, state in product(Act, Role, (False, True), StepState)
]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_name_and_reason_is_said(language: str) -> None:
    said = [say(phrase, language) for phrase in chain(NAMES, EXPLAINED, REASONS)]
    assert [text for text in said if not text or "{" in text] == []


def test_english_names_are_not_the_swedish_ones() -> None:
    alike = {say(phrase, "sv") for phrase in NAMES if say(phrase, "sv") == say(phrase, "en")}
    assert alike <= {"opposition", "presidium"}


def test_refusal_names_the_act_and_the_roles_in_a_sentence() -> None:
    assert say(may(Act.VOTE, Role.AUDITOR, Matter()).reason) == (
        "Bara följande roller får rösta om den samlade analysen: förtroendevalda och tjänstepersonsledning."
    )

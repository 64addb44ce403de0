"""What each role may do, with the reason; and the elected are equal in every act and every state of a start."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from avstamp.domain.start.permissions import RULES, Act, Matter, may, may_any, permissions_of
from avstamp.domain.start.roll import ELECTED, Role
from avstamp.domain.start.steps import Step, StepState
from avstamp.domain.values import Phrase

MISSING = Phrase("start.commission.missing")
MATTERS = [
    Matter(opened, {Step.ANALYSIS: analysis, Step.NEEDS: needs}, own, invited, missing, ended)
    for opened, analysis, needs, own, invited, missing, ended in product(
        (False, True), StepState, StepState, (False, True), (False, True), (None, MISSING), (False, True)
    )
]
"""Every state that any rule looks at."""

OPEN = Matter(
    opened=True,
    steps={Step.ANALYSIS: StepState.IN_PROGRESS, Step.NEEDS: StepState.IN_PROGRESS},
    own=True,
    invited=True,
)
CLOSED_ANALYSIS = Matter(opened=True, steps={Step.ANALYSIS: StepState.DONE}, own=True, invited=True)

MAY_WHEN_OPEN = {
    Role.OFFICIAL: {
        Act.READ_PUBLISHED, Act.READ_MATERIAL, Act.READ_DRAFT, Act.EDIT_DRAFT, Act.WRITE_ANALYSIS, Act.VOTE,
        Act.WRITE_DRIVER, Act.PLACE_DRIVER, Act.SAVE_SCENARIO, Act.CHANGE_SCENARIO,
        Act.GIVE_ASSESSMENT, Act.RATE_FEASIBILITY, Act.DISPUTE, Act.ANSWER_DISPUTE, Act.ANSWER_CLAIM,
        Act.ANSWER_EXERCISE,
        Act.OWN_ACTION, Act.READ_ACCESS_RECORD, Act.EXPORT_OWN_DATA, Act.ENTER_OWN_FIGURES,
    },
    Role.PROCESS_LEADER: {
        Act.SET_UP, Act.INVITE, Act.OPEN_START, Act.MOVE_STEP, Act.RUN_WORKSHOP, Act.READ_PUBLISHED,
        Act.SAVE_SCENARIO, Act.CHANGE_SCENARIO,
        Act.READ_MATERIAL, Act.DISPUTE, Act.READ_ACCESS_RECORD, Act.EXPORT_OWN_DATA, Act.ENTER_OWN_FIGURES,
    },
    Role.SECRETARY: {
        Act.READ_PUBLISHED, Act.READ_MATERIAL, Act.DISPUTE, Act.REGISTER_DECISION, Act.READ_ACCESS_RECORD,
        Act.EXPORT_OWN_DATA, Act.ENTER_OWN_FIGURES,
    },
    Role.AUDITOR: {
        Act.READ_PUBLISHED, Act.READ_MATERIAL, Act.DISPUTE, Act.READ_ACCESS_RECORD, Act.READ_AUDIT,
        Act.READ_ACTORS, Act.EXPORT_OWN_DATA,
    },
    Role.COMPANY: {
        Act.ANSWER_EXERCISE, Act.READ_PUBLISHED, Act.READ_MATERIAL, Act.DISPUTE, Act.READ_ACCESS_RECORD,
        Act.EXPORT_OWN_DATA,
    },
    Role.UNION: {
        Act.ANSWER_EXERCISE, Act.READ_PUBLISHED, Act.READ_MATERIAL, Act.DISPUTE, Act.READ_ACCESS_RECORD,
        Act.EXPORT_OWN_DATA,
    },
    Role.PUBLIC: {Act.READ_PUBLISHED},
} | {
    role: {
        Act.READ_PUBLISHED, Act.READ_MATERIAL, Act.READ_DRAFT, Act.EDIT_DRAFT, Act.WRITE_ANALYSIS, Act.VOTE,
        Act.WRITE_DRIVER, Act.PLACE_DRIVER, Act.SAVE_SCENARIO, Act.CHANGE_SCENARIO,
        Act.WRITE_NEED, Act.RANK_NEEDS, Act.DISPUTE, Act.ANSWER_CLAIM, Act.READ_ACCESS_RECORD, Act.READ_AUDIT,
        Act.EXPORT_OWN_DATA, Act.ANSWER_EXERCISE,
    }
    for role in ELECTED
}  # fmt: skip
"""The table of people, for a start where analysis and needs go on, about one's own texts."""


def allowed(role: Role, matter: Matter) -> set[Act]:
    return {act for act in Act if may(act, role, matter).allowed}


def test_elected_have_the_same_answers_whatever_their_side() -> None:
    unlike = []
    for act, matter in product(Act, MATTERS):
        answers = {
            (answer.allowed, answer.reason.key)
            for answer in (may(act, role, matter) for role in sorted(ELECTED))
        }
        if len(answers) > 1:
            unlike.append((act, matter, answers))
    assert unlike == []


def test_no_rule_names_some_of_the_elected_and_not_the_others() -> None:
    assert [act for act, rule in RULES.items() if ELECTED & rule.roles not in (frozenset(), ELECTED)] == []
    assert [
        act for act, rule in RULES.items() if ELECTED & set(rule.instead) not in (set(), set(ELECTED))
    ] == []


def test_every_act_has_a_rule() -> None:
    assert list(RULES) == list(Act)


@pytest.mark.parametrize("role", Role)
def test_role_may_do_what_the_table_of_people_says(role: Role) -> None:
    assert allowed(role, OPEN) == MAY_WHEN_OPEN[role]


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (StepState.NOT_STARTED, "permission.no.analysis_not_closed"),
        (StepState.IN_PROGRESS, "permission.no.analysis_not_closed"),
        (StepState.DONE, "permission.yes"),
    ],
)
def test_readings_open_when_the_joint_analysis_is_closed(state: StepState, reason: str) -> None:
    matter = Matter(opened=True, steps={Step.ANALYSIS: state})
    assert {may(Act.WRITE_READING, role, matter).reason.key for role in ELECTED} == {reason}


def test_officials_never_give_readings_and_the_elected_never_assessments() -> None:
    assert {may(Act.WRITE_READING, Role.OFFICIAL, matter).allowed for matter in MATTERS} == {False}
    assert {may(Act.GIVE_ASSESSMENT, role, matter).allowed for role in ELECTED for matter in MATTERS} == {
        False
    }
    assert (
        may(Act.WRITE_READING, Role.OFFICIAL, CLOSED_ANALYSIS).reason.key == "permission.no.official_reading"
    )


@pytest.mark.parametrize("role", sorted(set(Role) - ELECTED - {Role.OFFICIAL}))
def test_drafts_are_never_seen_by_those_who_write_none(role: Role) -> None:
    assert {may(Act.READ_DRAFT, role, matter).allowed for matter in MATTERS} == {False}


@pytest.mark.parametrize("role", sorted(ELECTED | {Role.OFFICIAL}))
def test_drafts_of_another_side_are_not_seen(role: Role) -> None:
    answer = may(Act.READ_DRAFT, role, Matter(opened=True, own=False))
    assert (answer.allowed, answer.reason) == (False, Phrase("permission.no.not_own_draft"))


def test_hidden_answers_are_read_by_nobody() -> None:
    assert {may(Act.READ_HIDDEN_ANSWERS, role, matter).allowed for role in Role for matter in MATTERS} == {
        False
    }


def test_before_the_start_is_opened_only_the_process_leader_sees_the_material() -> None:
    assert [role for role in Role if may(Act.READ_MATERIAL, role, Matter()).allowed] == [Role.PROCESS_LEADER]


def test_start_without_a_commission_is_not_opened_and_the_reason_says_what_is_missing() -> None:
    assert may(Act.OPEN_START, Role.PROCESS_LEADER, Matter(commission_missing=MISSING)).reason == MISSING


def test_companies_and_unions_come_in_where_the_start_invites_them() -> None:
    answers = [
        may(Act.READ_MATERIAL, role, Matter(opened=True, invited=invited)).allowed
        for role in (Role.COMPANY, Role.UNION)
        for invited in (False, True)
    ]
    assert answers == [False, True, False, True]


def test_refused_role_is_told_who_may() -> None:
    assert may(Act.VOTE, Role.AUDITOR, OPEN).reason == Phrase(
        "permission.no.role",
        {"act": Phrase("act.vote"), "roles": (Phrase("role.elected"), Phrase("role.official"))},
    )


def test_person_with_two_roles_may_what_either_may() -> None:
    roles = (Role.OFFICIAL, Role.PROCESS_LEADER)
    assert may_any(Act.SET_UP, roles, OPEN).allowed
    assert may_any(Act.GIVE_ASSESSMENT, roles, OPEN).allowed


def test_person_with_two_roles_hears_what_has_to_happen_first() -> None:
    answer = may_any(Act.VOTE, (Role.SECRETARY, Role.OFFICIAL), Matter(opened=True))
    assert answer.reason.key == "permission.no.step_not_started"


def test_person_without_a_role_is_the_public() -> None:
    assert [answer.act for answer in permissions_of((), OPEN) if answer.allowed] == [Act.READ_PUBLISHED]


@pytest.mark.parametrize("role", list(Role))
def test_after_the_term_what_was_done_is_read_and_nothing_is_done(role: Role) -> None:
    before = allowed(role, OPEN) | allowed(role, CLOSED_ANALYSIS)
    reading = {act for act in before if act.value.startswith("read_")} - {Act.READ_DRAFT} | {
        Act.EXPORT_OWN_DATA
    }
    assert allowed(role, replace(OPEN, ended=True)) == before & reading
    assert allowed(role, replace(CLOSED_ANALYSIS, ended=True)) == before & reading


def test_one_who_may_not_after_the_term_is_told_that_it_is_over() -> None:
    permission = may(Act.WRITE_ANALYSIS, Role.RULING, replace(OPEN, ended=True))
    assert permission.reason.key == "permission.no.term_over"

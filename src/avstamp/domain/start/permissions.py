"""What may a person do in a start, and why, or why not? The one place that answers.

Every answer carries its reason as a phrase. The elected have one row in every rule, whatever their side: that the
ruling side and the opposition have the same rights is tested over every act and every state of a start.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from avstamp.domain.start.roll import ELECTED, Role
from avstamp.domain.start.steps import Step, StepState, step_name
from avstamp.domain.values import Phrase


class Act(StrEnum):
    """Everything that somebody may be allowed to do in a start."""

    SET_UP = "set_up"
    INVITE = "invite"
    OPEN_START = "open_start"
    MOVE_STEP = "move_step"
    RUN_WORKSHOP = "run_workshop"
    READ_PUBLISHED = "read_published"
    READ_MATERIAL = "read_material"
    READ_DRAFT = "read_draft"
    EDIT_DRAFT = "edit_draft"
    ENTER_OWN_FIGURES = "enter_own_figures"
    WRITE_DRIVER = "write_driver"
    PLACE_DRIVER = "place_driver"
    SAVE_SCENARIO = "save_scenario"
    CHANGE_SCENARIO = "change_scenario"
    WRITE_ANALYSIS = "write_analysis"
    ANSWER_EXERCISE = "answer_exercise"
    VOTE = "vote"
    WRITE_READING = "write_reading"
    GIVE_ASSESSMENT = "give_assessment"
    WRITE_NEED = "write_need"
    RANK_NEEDS = "rank_needs"
    RATE_FEASIBILITY = "rate_feasibility"
    DISPUTE = "dispute"
    ANSWER_DISPUTE = "answer_dispute"
    ANSWER_CLAIM = "answer_claim"
    OWN_ACTION = "own_action"
    REGISTER_DECISION = "register_decision"
    READ_ACCESS_RECORD = "read_access_record"
    READ_AUDIT = "read_audit"
    READ_ACTORS = "read_actors"
    READ_HIDDEN_ANSWERS = "read_hidden_answers"
    EXPORT_OWN_DATA = "export_own_data"


@dataclass(frozen=True, slots=True)
class Matter:
    """The state of what the act is about.

    `opened`: the start is open for all; `steps`: how far each step has come (not started where it is not named);
    `own`: the text is the person's own side's (see `authors.belongs`), the claim is the person's to answer for, or
    the scenario was saved by that person;
    `invited`: the start has invited companies and unions to this; `commission_missing`: what a commission lacks;
    `ended`: the term is over and the person's part ended with it, so that what was done is read and nothing is done.
    """

    opened: bool = False
    steps: Mapping[Step, StepState] = field(default_factory=dict)
    own: bool = False
    invited: bool = False
    commission_missing: Phrase | None = None
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Permission:
    """An answer: allowed or not, and why."""

    act: Act
    allowed: bool
    reason: Phrase

    @property
    def name(self) -> Phrase:
        """What is done, in the infinitive."""
        return act_name(self.act)


Condition = Callable[[Act, Role, Matter], Phrase | None]
"""Something that must be so beside the role; answers the reason why not, or None."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may do an act, on which conditions, and what some others are told instead of who may."""

    roles: frozenset[Role]
    conditions: tuple[Condition, ...] = ()
    instead: Mapping[Role, str] = field(default_factory=dict)


def _opened(act: Act, role: Role, matter: Matter) -> Phrase | None:
    return None if matter.opened else Phrase("permission.no.not_opened")


def _in_progress(step: Step) -> Condition:
    def condition(act: Act, role: Role, matter: Matter) -> Phrase | None:
        state = matter.steps.get(step, StepState.NOT_STARTED)
        if state is StepState.IN_PROGRESS:
            return None
        return Phrase(f"permission.no.step_{state}", {"step": step_name(step)})

    return condition


def _analysis_closed(act: Act, role: Role, matter: Matter) -> Phrase | None:
    closed = matter.steps.get(Step.ANALYSIS) is StepState.DONE
    return None if closed else Phrase("permission.no.analysis_not_closed")


def _own_draft(act: Act, role: Role, matter: Matter) -> Phrase | None:
    return None if matter.own else Phrase("permission.no.not_own_draft")


def _own_claim(act: Act, role: Role, matter: Matter) -> Phrase | None:
    return None if matter.own else Phrase("permission.no.not_own_claim")


def _own_scenario(act: Act, role: Role, matter: Matter) -> Phrase | None:
    return None if matter.own else Phrase("permission.no.not_own_scenario")


def _invited(act: Act, role: Role, matter: Matter) -> Phrase | None:
    asked = role not in (Role.COMPANY, Role.UNION) or matter.invited
    return None if asked else Phrase("permission.no.not_invited")


def _commissioned(act: Act, role: Role, matter: Matter) -> Phrase | None:
    return matter.commission_missing


def _opened_unless_preparing(act: Act, role: Role, matter: Matter) -> Phrase | None:
    # The process leader sets up what all see once the start is opened, and sees it while doing so.
    return None if role is Role.PROCESS_LEADER else _opened(act, role, matter)


_LEADER = frozenset({Role.PROCESS_LEADER})
_OFFICIAL = frozenset({Role.OFFICIAL})
_WORKING = ELECTED | _OFFICIAL
_TAKING_PART = frozenset(Role) - {Role.PUBLIC}
_NO_DRAFTS = {
    Role.PROCESS_LEADER: "permission.no.leader_draft",
    Role.AUDITOR: "permission.no.auditor_draft",
}

RULES: Mapping[Act, Rule] = {
    Act.SET_UP: Rule(_LEADER),
    Act.INVITE: Rule(_LEADER),
    Act.OPEN_START: Rule(_LEADER, (_commissioned,)),
    Act.MOVE_STEP: Rule(_LEADER, (_opened,)),
    Act.RUN_WORKSHOP: Rule(_LEADER, (_opened,)),
    Act.READ_PUBLISHED: Rule(frozenset(Role)),
    Act.READ_MATERIAL: Rule(_TAKING_PART, (_opened_unless_preparing, _invited)),
    Act.READ_DRAFT: Rule(_WORKING, (_own_draft,), _NO_DRAFTS),
    Act.EDIT_DRAFT: Rule(_WORKING, (_own_draft, _opened), _NO_DRAFTS),
    # The officials prepare these before the start is opened, as they do the annual report.
    Act.ENTER_OWN_FIGURES: Rule(_OFFICIAL | _LEADER | {Role.SECRETARY}),
    # A driver is a claim, and whoever only leads the process writes none.
    Act.WRITE_DRIVER: Rule(_WORKING, (_opened,)),
    Act.PLACE_DRIVER: Rule(_WORKING, (_opened,)),
    Act.SAVE_SCENARIO: Rule(_WORKING | _LEADER, (_opened_unless_preparing,)),
    # One side's scenario is never another's to replace or withdraw: the other saves its own beside it.
    Act.CHANGE_SCENARIO: Rule(_WORKING | _LEADER, (_own_scenario, _opened_unless_preparing)),
    Act.WRITE_ANALYSIS: Rule(_WORKING, (_opened,)),
    Act.ANSWER_EXERCISE: Rule(_WORKING | {Role.COMPANY, Role.UNION}, (_opened, _invited)),
    Act.VOTE: Rule(_WORKING, (_opened, _in_progress(Step.ANALYSIS))),
    Act.WRITE_READING: Rule(
        ELECTED, (_opened, _analysis_closed), {Role.OFFICIAL: "permission.no.official_reading"}
    ),
    Act.GIVE_ASSESSMENT: Rule(
        _OFFICIAL, (_opened,), dict.fromkeys(ELECTED, "permission.no.elected_assessment")
    ),
    Act.WRITE_NEED: Rule(ELECTED, (_opened, _in_progress(Step.NEEDS))),
    Act.RANK_NEEDS: Rule(
        ELECTED, (_opened, _in_progress(Step.NEEDS)), {Role.OFFICIAL: "permission.no.official_ranking"}
    ),
    Act.RATE_FEASIBILITY: Rule(_OFFICIAL, (_opened, _in_progress(Step.NEEDS))),
    Act.DISPUTE: Rule(_TAKING_PART, (_opened, _invited)),
    Act.ANSWER_DISPUTE: Rule(_OFFICIAL, (_opened,)),
    Act.ANSWER_CLAIM: Rule(_WORKING, (_own_claim, _opened)),
    Act.OWN_ACTION: Rule(_OFFICIAL, (_opened,)),
    Act.REGISTER_DECISION: Rule(frozenset({Role.SECRETARY}), (_opened,)),
    Act.READ_ACCESS_RECORD: Rule(_TAKING_PART, (_opened,)),
    Act.READ_AUDIT: Rule(ELECTED | {Role.AUDITOR}),
    # Who began which draft and when is nothing for the other side, so only the auditors see whose each act was.
    Act.READ_ACTORS: Rule(frozenset({Role.AUDITOR})),
    Act.READ_HIDDEN_ANSWERS: Rule(frozenset(), (), dict.fromkeys(Role, "permission.no.hidden_answers")),
    Act.EXPORT_OWN_DATA: Rule(_TAKING_PART),
}
"""Every act with who may do it and when."""


AFTER_THE_TERM = frozenset(
    {
        Act.READ_PUBLISHED,
        Act.READ_MATERIAL,
        Act.READ_ACCESS_RECORD,
        Act.READ_AUDIT,
        Act.READ_ACTORS,
        Act.EXPORT_OWN_DATA,
    }
)
"""What those who took part when the term ended may still do; drafts belong to sides that are no more."""


def may(act: Act, role: Role, matter: Matter) -> Permission:
    """Whether someone in a role may do something, as things stand.

    Args:
        act: what is to be done.
        role: the role; a person with several asks with `may_any`.
        matter: the state of what it is about.

    Returns:
        The answer with its reason.

    Source: docs/guide/permissions.md; regeringsformen 1 kap. 9 § on officials, kommunallagen 12 kap. 9 § on auditors.

    Example:
        >>> closed = Matter(opened=True, steps={Step.ANALYSIS: StepState.DONE})
        >>> may(Act.WRITE_READING, Role.OPPOSITION, closed).allowed
        True
        >>> may(Act.WRITE_READING, Role.OFFICIAL, closed).reason.key
        'permission.no.official_reading'
    """
    rule = RULES[act]
    if role not in rule.roles:
        return Permission(act, False, _refusal(act, role, rule))
    if matter.ended and act not in AFTER_THE_TERM:
        return Permission(act, False, Phrase("permission.no.term_over"))
    for condition in rule.conditions:
        if (reason := condition(act, role, matter)) is not None:
            return Permission(act, False, reason)
    return Permission(act, True, Phrase("permission.yes", {"act": act_name(act), "role": role_name(role)}))


def may_any(act: Act, roles: tuple[Role, ...], matter: Matter) -> Permission:
    """Whether someone with several roles may: the first role that allows it answers, else the nearest to allowing it.

    A refusal by a condition is nearer than a refusal of the role, since it tells what has to happen first.
    """
    answers = [may(act, role, matter) for role in roles or (Role.PUBLIC,)]
    nearest = [answer for answer, role in zip(answers, roles, strict=False) if role in RULES[act].roles]
    return next((answer for answer in answers if answer.allowed), (nearest or answers)[0])


def permissions_of(roles: tuple[Role, ...], matter: Matter) -> tuple[Permission, ...]:
    """Every act with its answer, for the page that tells a person what they may do and why not."""
    return tuple(may_any(act, roles, matter) for act in Act)


def _refusal(act: Act, role: Role, rule: Rule) -> Phrase:
    if role in rule.instead:
        return Phrase(rule.instead[role])
    if role is Role.PUBLIC:
        return Phrase("permission.no.public")
    return Phrase("permission.no.role", {"act": act_name(act), "roles": _roles_in_words(rule.roles)})


def _roles_in_words(roles: frozenset[Role]) -> tuple[Phrase, ...]:
    """Roles as a reader would list them: the elected as one group, since no rule tells them apart."""
    words = [Phrase("role.elected")] if roles >= ELECTED else []
    return (*words, *(role_name(role) for role in Role if role in roles - ELECTED))


def act_name(act: Act) -> Phrase:
    """What is done, in the infinitive."""
    return Phrase(f"act.{act}")


def role_name(role: Role) -> Phrase:
    """What the role is called."""
    return Phrase(f"role.{role}")

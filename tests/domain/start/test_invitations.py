"""A list is judged as a whole: every fault with its row, and only rows without fault can be invited."""

from __future__ import annotations

from dataclasses import replace

import pytest

from avstamp.domain.start.invitations import Invitee, judge_list
from avstamp.domain.start.roll import Capacity, Function

PARTIES = {"S": "Socialdemokraterna", "PROV": "Provlistan"}
SARA = Invitee(2, "Sara Berg", "sara@example.se", Capacity.ELECTED, "S", Function.GROUP_LEADER, "Fullmäktige")


def keys(*invitees: Invitee, taking_part: tuple[tuple[str, Capacity], ...] = ()) -> list[tuple[int, str]]:
    _, faults = judge_list(invitees, parties=PARTIES, taking_part=taking_part)
    return [(fault.row, fault.reason.key) for fault in faults]


@pytest.mark.parametrize("written", ["PROV", "prov", "Provlistan", "PROVLISTAN"])
def test_party_is_known_by_code_or_name(written):
    (good,), faults = judge_list([replace(SARA, party=written)], parties=PARTIES)

    assert (good.party, faults) == ("PROV", ())


def test_elected_without_party_stands_alone():
    assert keys(replace(SARA, party="")) == []


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({"email": "sara"}, "invite.email"),
        ({"email": "a@b@c.se"}, "invite.email"),
        ({"email": "sara@example"}, "invite.email"),
        ({"name": "å" * 201}, "invite.name_long"),
        ({"email": f"{'s' * 250}@example.se"}, "invite.email_long"),
        ({"body": "å" * 201}, "invite.body_long"),
        ({"party": "Piraterna"}, "invite.party_unknown"),
        ({"function": None}, "invite.body_without_function"),
    ],
)
def test_fault_is_told_with_its_row(wrong, fault):
    assert keys(replace(SARA, **wrong)) == [(2, fault)]


def test_official_has_neither_party_nor_function():
    assert keys(replace(SARA, capacity=Capacity.OFFICIAL)) == [
        (2, "invite.party_not_elected"),
        (2, "invite.function_not_elected"),
    ]


def test_same_person_is_invited_once_in_a_role_and_may_have_another():
    again = replace(SARA, row=3, email="SARA@example.se")
    auditor = Invitee(4, "Sara Berg", "sara@example.se", Capacity.AUDITOR)

    assert keys(SARA, again, auditor) == [(3, "invite.twice")]
    assert keys(SARA, taking_part=(("sara@example.se", Capacity.ELECTED),)) == [(2, "invite.takes_part")]

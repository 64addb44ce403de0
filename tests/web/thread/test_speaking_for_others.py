"""Nobody speaks for others alone, and what nobody else may read is not told of anywhere."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.web.starts import AT, FIGURE, MEASURED, TERM, bare_start, full_start, later, person

from avstamp.domain.start.authors import Author, AuthorKind
from avstamp.domain.start.openness import DocumentStatus
from avstamp.domain.start.roll import Capacity, Side
from avstamp.domain.thread.claims import ClaimKind, Relation
from avstamp.domain.values import Verbatim
from avstamp.web.audit.models import Event
from avstamp.web.start import actions as starts
from avstamp.web.start.models import Start
from avstamp.web.thread import actions
from avstamp.web.thread.models import Claim
from avstamp.web.thread.permitting import ClaimRefused
from avstamp.web.thread.queries import standing_claims

pytestmark = pytest.mark.django_db
THREAD = "/start/provkoping/2026/traden/"
JOINT, PARTY = Author(AuthorKind.JOINT), Author(AuthorKind.PARTY, "S")
RULING = Author(AuthorKind.SIDE, "ruling")


def signed_in(name: str) -> Client:
    client = Client()
    client.force_login(person(name))
    return client


def draft(start: Start, kind: ClaimKind, author: Author, *, grounded: bool = True) -> Claim:
    sara = person("sara")
    claim = actions.write_claim(start, kind, "Hemligt", author=author, owner=sara, by=None, at=later(2))
    if grounded:
        actions.rest_on_figure(claim, FIGURE, MEASURED, relation=Relation.SUPPORTS, by=None, at=AT)
    return claim


def two_in_the_ruling(start: Start) -> None:
    """Let two parties have ruled from the first day, which an open start is not told afterwards."""
    start.sides.all().delete()
    for party in ("S", "M"):
        start.sides.create(party=party, side=Side.RULING.value, first_day=TERM.first)


def why_refused(claim: Claim) -> str:
    with pytest.raises(ClaimRefused) as refused:
        actions.advance_claim(claim, DocumentStatus.COMPLETED, by=person("sara"), at=later(3))
    return refused.value.phrase.key


def test_nobody_completes_a_joint_conclusion_alone() -> None:
    claim = draft(full_start(), ClaimKind.CONCLUSION, JOINT)
    assert why_refused(claim) == "thread.author.joint_alone"
    page = signed_in("sara").get(f"{THREAD}{claim.number}/").content.decode()
    assert "Ingen kan ensam tala för alla" in page
    assert f"{claim.number}/fardigstall/" not in page


def test_joint_finding_says_who_put_it_in() -> None:
    claim = draft(full_start(), ClaimKind.FINDING, JOINT)
    actions.advance_claim(claim, DocumentStatus.COMPLETED, by=person("sara"), at=later(3))
    for address in (THREAD, f"{THREAD}{claim.number}/"):
        page = signed_in("olle").get(address).content.decode()
        assert "Gemensamt, inlagt av Socialdemokraterna" in page


def test_nobody_completes_for_a_side_of_several_parties() -> None:
    start = full_start()
    two_in_the_ruling(start)
    assert why_refused(draft(start, ClaimKind.FINDING, RULING)) == "thread.author.side_alone"


def test_side_of_several_parties_is_not_offered_and_the_page_says_why() -> None:
    start = full_start()
    assert 'value="side:ruling"' in signed_in("sara").get(THREAD + "skriv/finding/").content.decode()
    two_in_the_ruling(start)
    page = signed_in("sara").get(THREAD + "skriv/finding/").content.decode()
    assert 'value="side:ruling"' not in page
    assert "Din sida har flera partier" in page


@pytest.mark.parametrize(
    ("author", "told"),
    [
        ("party:S", "Ett utkast för Socialdemokraterna ser bara partiets förtroendevalda i starten."),
        ("joint:", "Ett gemensamt utkast ser alla förtroendevalda och tjänstepersonsledningen."),
    ],
)
def test_page_and_message_say_who_sees_the_draft(author: str, told: str) -> None:
    full_start()
    sara = signed_in("sara")
    assert told in sara.get(THREAD + "skriv/finding/").content.decode()
    form = {"text": "x", "author": author, "target": "", "relation": "supports", "horizon": ""}
    page = sara.post(THREAD + "skriv/finding/", form, follow=True).content.decode()
    assert f"Sparat som utkast. {told}" in page
    assert "Bara din sida" not in page


@pytest.mark.parametrize("kind", [ClaimKind.FINDING, ClaimKind.CONCLUSION])
def test_claim_that_has_to_rest_on_something_is_not_completed_without(kind: ClaimKind) -> None:
    assert why_refused(draft(full_start(), kind, PARTY, grounded=False)) == "thread.claim.no_evidence"


def test_others_draft_is_not_told_of_by_what_rests_on_it() -> None:
    start = full_start()
    starts.add_member(start, person("mia"), Capacity.ELECTED, span=TERM, party="M", by=None, at=AT)
    secret = draft(start, ClaimKind.FINDING, PARTY)
    joint = draft(start, ClaimKind.STATEMENT, JOINT, grounded=False)
    actions.rest_on_claim(joint, secret, relation=Relation.SUPPORTS, by=person("sara"), at=later(2))
    seen = {}
    for name in ("sara", "mia"):
        client = signed_in(name)
        page = client.get(f"{THREAD}{joint.number}/").content.decode()
        evidence = client.get(f"{THREAD}{joint.number}.json").json()["evidence"]
        seen[name] = (f"nummer {secret.number} som underlag" in page, [edge["claim"] for edge in evidence])
    assert seen == {"sara": (True, [secret.number]), "mia": (False, [])}


def test_finding_on_the_position_page_says_whose_it_is() -> None:
    claim = draft(full_start(), ClaimKind.FINDING, PARTY)
    actions.advance_claim(claim, DocumentStatus.COMPLETED, by=person("sara"), at=later(3))
    (shown,) = [one for one in standing_claims(claim.start, ClaimKind.FINDING) if one.number == claim.number]
    assert (shown.text, shown.author) == ("Hemligt", Verbatim("Socialdemokraterna"))


def test_page_that_would_refuse_everything_is_not_there() -> None:
    start = full_start()
    starts.add_member(start, person("siv"), Capacity.SECRETARY, span=TERM, by=None, at=AT)
    assert signed_in("siv").get(THREAD + "skriv/decision/").status_code == 404


def test_answer_is_not_taken_without_a_fact_base(monkeypatch, tmp_path) -> None:
    claim = draft(full_start(), ClaimKind.FINDING, PARTY)
    actions.advance_claim(claim, DocumentStatus.COMPLETED, by=person("sara"), at=later(3))
    monkeypatch.setenv("AVSTAMP_FACTBASE", str(tmp_path))
    answer = signed_in("sara").post(f"{THREAD}{claim.number}/svara/", {"svar": "still_holds"})
    assert (answer.status_code, claim.answers.count()) == (503, 0)


def test_record_tells_what_a_claim_rests_on_once_it_is_no_draft() -> None:
    start = bare_start()
    claim = actions.write_claim(start, ClaimKind.FINDING, "Hemligt", author=PARTY, owner=None, by=None, at=AT)
    edge = actions.rest_on_figure(claim, FIGURE, MEASURED, relation=Relation.SUPPORTS, by=None, at=AT)
    actions.advance_claim(claim, DocumentStatus.COMPLETED, by=None, at=AT)
    events = Event.objects.filter(subject__endswith=f"/claim:{claim.number}").order_by("pk")
    contents = [(event.action, event.content) for event in events]
    told = {"kind": "finding", "author": "party", "rests_on": edge.figure.address}
    assert contents == [("claim.written", {}), ("evidence.added", {}), ("claim.completed", told)]

"""The pages of a thread show what a reader may see, and write what the reader may write."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.web.pages import fetch
from tests.web.starts import AT, FIGURE, MEASURED, TERM, bare_start, full_start, later, person

from avstamp.domain.start.authors import Author, AuthorKind
from avstamp.domain.start.openness import DocumentStatus
from avstamp.domain.start.roll import Capacity
from avstamp.domain.start.steps import Step
from avstamp.domain.thread.claims import ClaimKind, Relation
from avstamp.web.start import actions as starts
from avstamp.web.start.models import Start
from avstamp.web.thread import actions
from avstamp.web.thread.models import Claim, Dispute, Evidence

pytestmark = pytest.mark.django_db

HERE = "/start/provkoping/2026/"
THREAD = HERE + "traden/"
READING = THREAD + "skriv/reading/"
SUBJECT = str(FIGURE)


def signed_in(name: str) -> Client:
    client = Client()
    client.force_login(person(name))
    return client


def start_with_opposition() -> Start:
    """A full start where Mia of M takes part, and the joint analysis is closed."""
    start = full_start()
    starts.add_member(start, person("mia"), Capacity.ELECTED, span=TERM, party="M", by=None, at=AT)
    starts.begin_step(start, Step.ANALYSIS, by=None, at=later(10))
    starts.finish_step(start, Step.ANALYSIS, by=None, at=later(11))
    return start


def party_draft(start: Start, party: str = "S") -> Claim:
    return actions.write_claim(
        start,
        ClaimKind.STATEMENT,
        "Hemligt utkast",
        author=Author(AuthorKind.PARTY, party),
        owner=None,
        by=None,
        at=AT,
    )


PAGES = (
    THREAD,
    THREAD + "?slag=finding&lage=stale&sida=9",
    THREAD + "se-over/",
    THREAD + "1/",
    THREAD + "2/",
    THREAD + "3/",
    THREAD + f"uppgift/{SUBJECT}/",
    HERE + "ifragasatt/",
    HERE + "ifragasatt/1/",
    HERE + "ifragasatt/2/",
    HERE + f"ifragasatt/ny/{SUBJECT}/",
    "/en" + THREAD + "1/",
    "/en" + HERE + "ifragasatt/2/",
)


@pytest.mark.parametrize("name", ["sara", "olle", "pia"])
def test_every_page_is_well_made(name: str) -> None:
    start_with_opposition()
    client = signed_in(name)
    for address in PAGES:
        fetch(address, client)


def test_forms_are_well_made() -> None:
    start = start_with_opposition()
    draft = party_draft(start)
    client = signed_in("sara")
    for address in (
        f"{READING}?underlag={SUBJECT}",
        THREAD + "skriv/finding/",
        f"{THREAD}{draft.number}/",
        f"{THREAD}{draft.number}/andra/",
        f"{THREAD}{draft.number}/underlag/",
    ):
        fetch(address, client)


def test_reading_stands_beside_the_figure_in_everyone_s_sight() -> None:
    start_with_opposition()
    form = {
        "text": "Vi ser en trend",
        "author": "party:M",
        "target": SUBJECT,
        "relation": "supports",
        "fardigstall": "1",
    }
    signed_in("mia").post(READING, form)
    page = fetch(f"{THREAD}uppgift/{SUBJECT}/", signed_in("olle"))
    claim = Claim.objects.get(kind="reading")
    assert (claim.status, claim.author_name, claim.owner) == ("completed", "M", person("mia"))
    assert "Vi ser en trend" in page
    assert "Socialdemokraterna har inte skrivit någon tolkning." in page
    assert "Moderaterna har inte skrivit någon tolkning." not in page


def test_reading_is_not_written_before_the_joint_analysis_is_closed() -> None:
    full_start()
    assert signed_in("sara").get(READING).status_code == 403


def test_official_writes_no_reading_and_nobody_writes_for_another_party() -> None:
    start_with_opposition()
    form = {"text": "x", "author": "party:S", "target": SUBJECT, "relation": "supports"}
    assert signed_in("olle").post(READING, form).status_code == 403
    assert signed_in("mia").post(READING, form).status_code == 400
    assert not Claim.objects.filter(kind="reading").exists()


@pytest.mark.parametrize(("name", "seen"), [("sara", True), ("mia", False), ("olle", False), ("pia", False)])
def test_draft_is_seen_by_its_own_side_only(name: str, seen: bool) -> None:
    draft = party_draft(start_with_opposition())
    client = signed_in(name)
    shown = [
        "Hemligt utkast" in client.get(address).content.decode() for address in (THREAD, HERE + "traden.json")
    ]
    alone = [client.get(f"{THREAD}{draft.number}{end}").status_code for end in ("/", ".json", "/andra/")]
    assert (shown, alone) == ([seen, seen], [200 if seen else 404] * 3)


def test_draft_of_a_new_version_replaces_when_it_is_completed() -> None:
    old = party_draft(start_with_opposition())
    sara, here = signed_in("sara"), f"{THREAD}{old.number}"
    sara.post(f"{here}/fardigstall/")
    sara.post(f"{here}/svara/", {"svar": "revised"})
    new = Claim.objects.order_by("-number")[0]
    sara.post(f"{THREAD}{new.number}/andra/", {"text": "Omskrivet", "horizon": "term"})
    sara.post(f"{THREAD}{new.number}/fardigstall/")
    data = sara.get(f"{here}.json").json()
    assert (data["standing"], data["versions"], new.replaces) == ("replaced", [new.number], old)


def test_stale_claim_waits_for_its_owner_until_it_is_answered() -> None:
    start = start_with_opposition()
    claim = actions.write_claim(
        start,
        ClaimKind.FINDING,
        "Andelen är låg",
        author=Author(AuthorKind.PARTY, "M"),
        owner=person("mia"),
        by=None,
        at=AT,
    )
    actions.rest_on_figure(claim, FIGURE, MEASURED, relation=Relation.SUPPORTS, by=None, at=AT)
    actions.advance_claim(claim, DocumentStatus.COMPLETED, by=None, at=AT)
    mia, sara = signed_in("mia"), signed_in("sara")
    waits = [
        f"traden/{claim.number}/" in client.get(THREAD + "se-over/").content.decode()
        for client in (mia, sara)
    ]
    assert waits == [True, False]
    assert sara.post(f"{THREAD}{claim.number}/svara/", {"svar": "withdrawn"}).status_code == 403
    mia.post(f"{THREAD}{claim.number}/svara/", {"svar": "still_holds"})
    assert mia.get(f"{THREAD}{claim.number}.json").json()["standing"] == "holds"


def test_evidence_is_added_to_a_draft_and_taken_away() -> None:
    draft = party_draft(start_with_opposition())
    sara, here = signed_in("sara"), f"{THREAD}{draft.number}/"
    for target in (SUBJECT, "1", "3"):
        sara.post(here + "underlag/", {"target": target, "relation": "context"})
    assert [
        edge.get("claim") or edge["figure"].partition("@")[0]
        for edge in sara.get(f"{here[:-1]}.json").json()["evidence"]
    ] == [
        SUBJECT,
        1,
    ]
    edge = Evidence.objects.get(claim=draft, target__number=1)
    sara.post(f"{here}underlag/{edge.pk}/ta-bort/")
    assert draft.evidence.count() == 1


@pytest.mark.parametrize(
    "typed", ["nonsense", "N15428/1481/T/1700", "findings/v1/indicator=X;side=challenge;unit=1481@0000", "99"]
)
def test_what_names_nothing_is_refused_and_kept_in_the_field(typed: str) -> None:
    draft = party_draft(start_with_opposition())
    answer = signed_in("sara").post(
        f"{THREAD}{draft.number}/underlag/", {"target": typed, "relation": "context"}
    )
    assert (answer.status_code, typed in answer.content.decode()) == (400, True)


def test_dispute_marks_the_figure_until_an_official_answers_with_a_source() -> None:
    start_with_opposition()
    Dispute.objects.all().delete()
    mia, olle = signed_in("mia"), signed_in("olle")
    mia.post(HERE + f"ifragasatt/ny/{SUBJECT}/", {"why": "Två skolor saknas"})
    figure = f"{THREAD}uppgift/{SUBJECT}/"
    assert "Uppgiften är ifrågasatt" in fetch(figure, olle)
    given = {"outcome": "wrong", "answer": "Det stämmer", "source": "Skolverket, tabell 3"}
    assert mia.post(HERE + "ifragasatt/1/", given).status_code == 403
    olle.post(HERE + "ifragasatt/1/ta-hand-om/")
    olle.post(HERE + "ifragasatt/1/", given)
    row = Dispute.objects.get()
    assert (row.outcome, row.role, row.party, row.owner) == ("wrong", "opposition", "M", person("olle"))
    assert "Uppgiften är ifrågasatt" not in fetch(figure, mia)
    assert "Skolverket, tabell 3" in fetch(HERE + "ifragasatt/1/", mia)


def test_dispute_is_taken_back_by_the_one_who_raised_it_only() -> None:
    start_with_opposition()
    for name in ("mia", "sara"):
        signed_in(name).post(HERE + "ifragasatt/1/ta-tillbaka/")
    assert Dispute.objects.get(number=1).outcome == "taken_back"


def test_text_pasted_from_slides_is_kept_without_the_characters_that_are_no_text() -> None:
    full_start()
    signed_in("sara").post(HERE + f"ifragasatt/ny/{SUBJECT}/", {"why": "En skola\x0bsaknas\x00"})
    assert Dispute.objects.latest("number").why == "En skola\nsaknas"


def test_address_of_nothing_is_answered_with_what_was_wrong_and_a_way_back() -> None:
    full_start()
    answer = signed_in("sara").get(THREAD + "uppgift/skräp/")
    assert answer.status_code == 400
    assert "”skräp” är varken en uppgift" in answer.content.decode()
    assert f'<a class="ds-link" href="{HERE}">Till översikten</a>' in answer.content.decode()


def test_claim_is_walked_both_ways() -> None:
    start_with_opposition()
    client = signed_in("olle")
    assert client.get(THREAD + "2.json").json()["below"] == [
        {"claim": 1, "edges_away": 1, "relation": "contradicts"}
    ]
    assert client.get(THREAD + "1.json").json()["above"] == [
        {"claim": 2, "edges_away": 1, "relation": "contradicts"}
    ]


def test_start_of_another_organisation_shows_no_thread() -> None:
    full_start()
    bare_start("annanstad", by=person("anna"))
    client = signed_in("anna")
    assert {client.get(address).status_code for address in (*PAGES, HERE + "traden.json")} == {404}


@pytest.mark.parametrize("address", [THREAD, HERE + "traden.json", THREAD + "1/", HERE + "ifragasatt/"])
def test_questions_to_the_database_do_not_grow_with_rows(address: str) -> None:
    start = start_with_opposition()
    client = signed_in("olle")
    asked = []
    for _ in range(3):
        client.get(address)
        with CaptureQueriesContext(connection) as questions:
            client.get(address)
        asked.append(len(questions))
        first = Claim.objects.get(number=1)
        for _ in range(2):
            more = actions.write_claim(
                start,
                ClaimKind.CONCLUSION,
                "Mer",
                author=Author(AuthorKind.JOINT),
                owner=person("sara"),
                by=None,
                at=AT,
            )
            actions.rest_on_claim(more, first, relation=Relation.SUPPORTS, by=None, at=AT)
            actions.advance_claim(more, DocumentStatus.COMPLETED, by=None, at=AT)
    assert asked[1] == asked[2]

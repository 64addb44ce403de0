"""The weekly letter reaches those for whom something waits, and nobody twice."""

from __future__ import annotations

from datetime import date
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from tests.web.starts import AT, FIGURE, MEASURED, full_start, later, person

from avstamp.domain.errors import FactBaseUnusable
from avstamp.domain.start.authors import Author, AuthorKind
from avstamp.domain.start.openness import DocumentStatus
from avstamp.domain.thread.claims import ClaimKind, Relation
from avstamp.domain.thread.staleness import Verdict
from avstamp.web.start.models import Membership, Organisation, Start
from avstamp.web.thread import actions
from avstamp.web.thread.digest import send_digests
from avstamp.web.thread.dispute_actions import dispute_figure
from avstamp.web.thread.models import Claim, Dispute, SentDigest

pytestmark = pytest.mark.django_db
ADDRESS = "https://avstamp.example.se"


@pytest.fixture(autouse=True)
def letters_are_kept(settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


def stale_claim(start: Start) -> Claim:
    claim = actions.write_claim(
        start,
        ClaimKind.FINDING,
        "Andelen är låg",
        author=Author(AuthorKind.PARTY, "S"),
        owner=person("sara"),
        by=None,
        at=AT,
    )
    actions.rest_on_figure(claim, FIGURE, MEASURED, relation=Relation.SUPPORTS, by=None, at=AT)
    actions.advance_claim(claim, DocumentStatus.COMPLETED, by=None, at=AT)
    return claim


def quiet_start() -> Start:
    """A start where nothing waits for anyone."""
    start = full_start()
    Dispute.objects.all().delete()
    for claim in Claim.objects.all():
        if not claim.answers.exclude(verdict=Verdict.STILL_HOLDS.value).exists():
            actions.answer_claim(claim, Verdict.WITHDRAWN, by=None, at=AT)
    return start


def send(days: int) -> int:
    return send_digests(at=later(days), address=ADDRESS, language="sv").sent


def test_owner_of_a_stale_claim_is_written_to_once_a_week_until_it_is_answered() -> None:
    claim = stale_claim(quiet_start())
    assert [send(day) for day in (20, 26, 27)] == [1, 0, 1]
    actions.answer_claim(claim, Verdict.WITHDRAWN, by=person("sara"), at=later(28))
    assert send(40) == 0
    assert SentDigest.objects.get().day == date(2026, 12, 28)


def test_letter_is_plain_text_with_a_link_to_what_waits() -> None:
    claim = stale_claim(quiet_start())
    send(20)
    (letter,) = mail.outbox
    assert (letter.to, letter.subject) == (["sara@example.se"], "Avstamp: en sak väntar på dig")
    assert "Andelen är låg" in letter.body
    assert f"{ADDRESS}/start/provkoping/2026/traden/{claim.number}/" in letter.body


def test_officials_are_told_of_a_dispute() -> None:
    quiet_start()
    start = Start.objects.get()
    dispute_figure(start, FIGURE, MEASURED, why="Fel", by=person("sara"), at=later(19))
    assert send(20) == 1
    assert mail.outbox[0].to == ["olle@example.se"]
    assert f"{ADDRESS}/start/provkoping/2026/ifragasatt/1/" in mail.outbox[0].body


def test_nobody_is_written_to_in_an_invented_organisation() -> None:
    stale_claim(quiet_start())
    Organisation.objects.update(invented=True)
    assert (send(20), mail.outbox) == (0, [])


def test_without_a_fact_base_nobody_is_told_that_all_is_gone(monkeypatch, tmp_path) -> None:
    stale_claim(quiet_start())
    monkeypatch.setenv("AVSTAMP_FACTBASE", str(tmp_path))
    with pytest.raises(FactBaseUnusable):
        send(20)
    assert mail.outbox == []


class RefusingOne(EmailBackend):
    """A mail server that takes every letter but Sara's."""

    def send_messages(self, messages) -> int:
        if messages[0].to == ["sara@example.se"]:
            raise SMTPRecipientsRefused({"sara@example.se": (550, b"no such user")})
        return super().send_messages(messages)


def test_letter_that_is_refused_stops_no_other(settings) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.RefusingOne"
    quiet_start()
    start = Start.objects.get()
    stale_claim(start)
    dispute_figure(start, FIGURE, MEASURED, why="Fel", by=person("sara"), at=later(19))
    sending = send_digests(at=later(20), address=ADDRESS, language="sv")
    assert (sending.sent, sending.refused) == (1, 1)
    assert [letter.to for letter in mail.outbox] == [["olle@example.se"]]
    assert [row.person for row in SentDigest.objects.all()] == [person("olle")]


def test_former_owner_answers_no_more_for_a_party_left_behind() -> None:
    stale_claim(quiet_start())
    Membership.objects.filter(person=person("sara")).update(party="M")
    assert (send(20), mail.outbox) == (0, [])


def test_nothing_that_waits_is_no_letter() -> None:
    quiet_start()
    assert (send(20), mail.outbox) == (0, [])

"""What is done is written down once, signed outside the database, and every change to it is found."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.db.models import F
from django.db.transaction import TransactionManagementError
from tests.web.starts import AT, bare_start, person

from avstamp.domain.audit.verification import Fault, FaultKind
from avstamp.web.accounts.actions import erase_actor_key
from avstamp.web.accounts.models import ActorKey, Person
from avstamp.web.accounts.queries import names_of_actors
from avstamp.web.audit import heads
from avstamp.web.audit.actions import record_event
from avstamp.web.audit.models import Event
from avstamp.web.audit.queries import links_of, organisations_with_record, verify_record

pytestmark = pytest.mark.django_db(transaction=True)
ORGANISATION = "provkoping"


def write(count: int, organisation: str = ORGANISATION, by: Person | None = None) -> None:
    for number in range(count):
        with transaction.atomic():
            record_event(
                organisation, "tested", f"test:{number}", content={"n": number, "å": None}, by=by, at=AT
            )


def faults() -> list[Fault]:
    return list(verify_record(ORGANISATION).faults)


def test_record_over_several_blocks_is_whole() -> None:
    write(130)
    verdict = verify_record(ORGANISATION)
    assert (verdict.is_whole, verdict.events, verdict.signed_to) == (True, 130, 130)


def test_heads_kept_are_the_last_of_each_block_and_all_of_the_newest() -> None:
    write(130)
    assert [signed.head.number for signed in heads.kept_heads(ORGANISATION)] == [63, 127, 128, 129, 130]


@pytest.mark.parametrize("column", ["actor", "action", "subject"])
def test_changed_event_is_found(column: str) -> None:
    write(5)
    Event.objects.filter(number=3).update(**{column: "other"})
    assert faults() == [Fault(FaultKind.ALTERED, 3, 3)]


def test_changed_content_is_found() -> None:
    write(5)
    Event.objects.filter(number=3).update(content={"n": 99})
    assert faults() == [Fault(FaultKind.ALTERED, 3, 3)]


def test_removed_event_is_found() -> None:
    write(5)
    Event.objects.filter(number=3).delete()
    assert faults() == [Fault(FaultKind.MISSING, 3, 3)]


def test_cut_tail_is_found() -> None:
    write(5)
    Event.objects.filter(number__gt=3).delete()
    assert faults() == [Fault(FaultKind.CUT_OFF, 4, 5)]


def test_removed_record_is_found_by_its_heads() -> None:
    write(2)
    Event.objects.all().delete()
    assert (organisations_with_record(), faults()) == ([ORGANISATION], [Fault(FaultKind.CUT_OFF, 1, 2)])


def test_record_of_another_organisation_is_not_touched() -> None:
    write(2)
    write(3, "provstad")
    Event.objects.filter(organisation="provstad", number=2).update(action="other")
    assert (verify_record(ORGANISATION).is_whole, verify_record("provstad").is_whole) == (True, False)


def test_event_moved_to_another_organisation_is_found() -> None:
    write(2)
    write(2, "provstad")
    Event.objects.filter(organisation="provstad", number=2).delete()
    Event.objects.filter(organisation=ORGANISATION, number=2).update(organisation="provstad")
    assert not verify_record("provstad").is_whole


def test_undone_action_leaves_neither_event_nor_head() -> None:
    write(1)
    with transaction.atomic():
        record_event(ORGANISATION, "tested", "test", by=None, at=AT)
        transaction.set_rollback(True)
    assert ([link.event.number for link in links_of(ORGANISATION)], faults()) == ([1], [])


def test_event_outside_a_transaction_is_refused() -> None:
    with pytest.raises(TransactionManagementError):
        record_event(ORGANISATION, "tested", "test", by=None, at=AT)
    assert Event.objects.count() == 0


def test_signing_key_is_readable_by_its_owner_only() -> None:
    write(1)
    assert (heads.folder() / "signing-key.pem").stat().st_mode & 0o777 == 0o600


def test_head_signed_with_another_key_is_found() -> None:
    write(2)
    for name in ("signing-key.pem", "public-key.pem"):
        (heads.folder() / name).unlink()
    heads.signing_key()
    assert [fault.kind for fault in faults()] == [FaultKind.BAD_HEAD, FaultKind.BAD_HEAD, FaultKind.UNSIGNED]


def test_pseudonym_leads_to_the_person_until_the_key_is_erased() -> None:
    sara = person("sara")
    write(1, by=sara)
    actor = Event.objects.get().actor
    assert names_of_actors([sara], ORGANISATION) == {actor: sara}
    erase_actor_key(sara)
    assert (names_of_actors([sara], ORGANISATION), verify_record(ORGANISATION).is_whole) == ({}, True)
    with pytest.raises(ActorKey.DoesNotExist):
        write(1, by=sara)


def test_names_and_addresses_are_not_in_the_record() -> None:
    bare_start(by=person("sara"))
    rows = str(
        [(link.event.actor, link.event.subject, link.event.content) for link in links_of(ORGANISATION)]
    )
    assert [word for word in ("sara", "Sara", "example.se") if word in rows] == []


def test_numbers_shifted_in_the_database_are_found() -> None:
    write(3)
    Event.objects.filter(number=3).update(number=F("number") + 1)
    assert faults()[0] == Fault(FaultKind.MISSING, 3, 3)

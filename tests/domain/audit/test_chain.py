"""One event has one hash, wherever it is computed; a pseudonym lives as long as its key."""

import hashlib
import hmac
from datetime import UTC, datetime, timedelta, timezone

import pytest
from tests.domain.audit.chains import event

from avstamp.domain.audit.chain import (
    GENESIS,
    Event,
    canonical_bytes,
    chain_hash,
    instant,
    pseudonym,
)


def test_chain_hash_is_sha256_of_the_hash_before_and_the_canonical_bytes() -> None:
    text = '["provkoping",1,"2026-11-24T17:05:00.000000Z","p1","claim.withdrawn","claim:7",{"why":1}]'
    assert (
        chain_hash(GENESIS, event(1), "provkoping")
        == hashlib.sha256(bytes.fromhex(GENESIS) + text.encode()).hexdigest()
    )


def test_genesis_is_the_hash_of_the_format_of_the_chain() -> None:
    assert hashlib.sha256(b"avstamp audit chain 1").hexdigest() == GENESIS


def test_event_of_another_organisation_has_another_hash() -> None:
    assert chain_hash(GENESIS, event(1), "provkoping") != chain_hash(GENESIS, event(1), "provstad")


@pytest.mark.parametrize("value", [1.5, float("nan"), ["a"], b"a"])
def test_content_whose_text_could_differ_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="use text, whole numbers, true, false or None"):
        canonical_bytes(Event(1, "", "", "", "", {"value": value}), "1481")  # type: ignore[dict-item]


def test_instant_is_the_same_from_every_time_zone() -> None:
    summer = datetime(2026, 7, 1, 9, 0, tzinfo=timezone(timedelta(hours=2)))
    assert instant(summer) == instant(datetime(2026, 7, 1, 7, 0, tzinfo=UTC)) == "2026-07-01T07:00:00.000000Z"


def test_instant_without_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        instant(datetime(2026, 7, 1))  # noqa: DTZ001 - what is refused


def test_pseudonym_needs_the_key_and_differs_between_organisations() -> None:
    key = bytes(range(32))
    assert pseudonym(key, "1481") == hmac.new(key, b"1481", "sha256").hexdigest()[:16]
    assert pseudonym(key, "1481") != pseudonym(key, "1480")


def test_pseudonym_of_a_short_key_is_refused() -> None:
    with pytest.raises(ValueError, match="use 32 random bytes"):
        pseudonym(b"short", "1481")

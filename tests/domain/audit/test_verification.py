"""No tampering with the record passes, whatever care is taken, and each is found where it was done."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.domain.audit.chains import ORGANISATION, chained, check, event, kept_heads, signed

from avstamp.domain.audit.chain import Link, chain_hash
from avstamp.domain.audit.verification import MOST_FAULTS, Fault, FaultKind, SignedHead, Verdict, verify_chain

LENGTH = 20
WHOLE = chained(event(number) for number in range(1, LENGTH + 1))
HEADS = kept_heads(WHOLE)


def verify(links: list[Link], heads: list[SignedHead] = HEADS) -> Verdict:
    return verify_chain(ORGANISATION, links, heads, check_signature=check)


def faults(links: list[Link], heads: list[SignedHead] = HEADS) -> list[Fault]:
    return list(verify(links, heads).faults)


def rechained(links: list[Link], start: int, stop: int | None = None) -> list[Link]:
    """Hashes made anew from a position on, as somebody does who knows how they are made."""
    new = list(links)
    for place in range(start, len(links) if stop is None else min(stop, len(links))):
        previous = new[place - 1].hash if place else chained([event(1)])[0].hash
        hashed = (
            chain_hash(previous, new[place].event, ORGANISATION) if place else chained([new[0].event])[0].hash
        )
        new[place] = Link(new[place].event, hashed)
    return new


def renumbered(links: list[Link]) -> list[Link]:
    return [Link(replace(link.event, number=place), link.hash) for place, link in enumerate(links, start=1)]


def edit(draw: random.Random) -> tuple[list[Link], set[int], int]:
    place = draw.randrange(LENGTH)
    name = draw.choice(["at", "actor", "action", "subject"])
    changed = replace(WHOLE[place].event, **{name: f"x{draw.random()}"})
    return [*WHOLE[:place], Link(changed, WHOLE[place].hash), *WHOLE[place + 1 :]], {place + 1}, place


def delete(draw: random.Random) -> tuple[list[Link], set[int], int]:
    place = draw.randrange(LENGTH)
    return [*WHOLE[:place], *WHOLE[place + 1 :]], {place + 1}, place


def swap(draw: random.Random) -> tuple[list[Link], set[int], int]:
    one, other = sorted(draw.sample(range(LENGTH), 2))
    links = list(WHOLE)
    links[one], links[other] = links[other], links[one]
    return links, {one + 1, other + 1}, one


def insert(draw: random.Random) -> tuple[list[Link], set[int], int]:
    place = draw.randrange(LENGTH + 1)
    forged = Link(event(place + 1, subject="forged"), f"{draw.getrandbits(256):064x}")
    return [*WHOLE[:place], forged, *WHOLE[place:]], {place + 1}, place


def truncate(draw: random.Random) -> tuple[list[Link], set[int], int]:
    kept = draw.randrange(LENGTH)
    return WHOLE[:kept], set(range(kept + 1, LENGTH + 1)), kept


TAMPERINGS: list[Callable[[random.Random], tuple[list[Link], set[int], int]]] = [
    edit,
    delete,
    swap,
    insert,
    truncate,
]


def cover_up(links: list[Link], place: int, draw: random.Random) -> list[Link]:
    """With no care, with the next hashes made anew, or with the numbers and every later hash made anew."""
    care = draw.randrange(3)
    if care == 0:
        return links
    if care == 1:
        return rechained(links, place, place + draw.randint(1, 10))
    return rechained(renumbered(links), place)


def test_whole_record_has_no_fault() -> None:
    assert verify(WHOLE) == Verdict(LENGTH, (), 0, LENGTH)


def test_ten_thousand_random_tamperings_are_all_found_where_they_were_done() -> None:
    draw = random.Random(20261124)
    missed = []
    for number in range(10_000):
        tamper = TAMPERINGS[number % len(TAMPERINGS)]
        links, places, begin = tamper(draw)
        found = faults(cover_up(links, begin, draw))
        if not any(fault.first <= place <= fault.last for fault in found for place in places):
            missed.append((tamper.__name__, places, found))
    assert missed == []


def test_record_made_anew_from_the_first_event_is_found() -> None:
    forged = chained(event(number, subject="other") for number in range(1, LENGTH + 1))
    assert faults(forged)[0] == Fault(FaultKind.REWRITTEN, 1, 8)


def test_event_rewritten_with_every_later_hash_is_placed_between_two_heads_and_once() -> None:
    links = list(WHOLE)
    links[9] = Link(event(10, subject="other"), links[9].hash)
    assert faults(rechained(links, 9)) == [Fault(FaultKind.REWRITTEN, 9, 16)]


def test_event_altered_after_the_last_checkpoint_is_placed_exactly() -> None:
    links = list(WHOLE)
    links[17] = Link(event(18, subject="other"), links[17].hash)
    assert faults(links) == [Fault(FaultKind.ALTERED, 18, 18)]


def test_cut_tail_is_found_although_the_rest_is_whole() -> None:
    assert faults(WHOLE[:18]) == [Fault(FaultKind.CUT_OFF, 19, 20)]


def test_emptied_record_is_found() -> None:
    assert faults([]) == [Fault(FaultKind.CUT_OFF, 1, 20)]


def test_event_added_without_the_key_is_found() -> None:
    added = chained([event(21)], WHOLE[-1].hash)
    assert faults([*WHOLE, *added]) == [Fault(FaultKind.UNSIGNED, 21, 21)]


def test_head_made_without_the_key_is_found() -> None:
    forged = SignedHead(HEADS[-1].head, b"forged")
    assert faults(WHOLE, [*HEADS[:-1], forged]) == [
        Fault(FaultKind.BAD_HEAD, 20, 20),
        Fault(FaultKind.UNSIGNED, 20, 20),
    ]


def test_head_of_another_organisation_is_found() -> None:
    assert faults(WHOLE, [*HEADS, signed(WHOLE[-1], "provstad")]) == [Fault(FaultKind.BAD_HEAD, 20, 20)]


def test_hash_that_is_none_is_a_fault_and_no_crash() -> None:
    links = list(WHOLE)
    links[17] = Link(links[17].event, "no hash")
    assert faults(links) == [Fault(FaultKind.ALTERED, 18, 18), Fault(FaultKind.ALTERED, 19, 19)]


def test_faults_beyond_the_listed_are_counted() -> None:
    verdict = verify([WHOLE[0]] * 500)
    assert (len(verdict.faults), verdict.fault_count > MOST_FAULTS, verdict.events) == (
        MOST_FAULTS,
        True,
        500,
    )


@pytest.mark.parametrize("kind", FaultKind)
def test_fault_explains_itself_with_its_place(kind: FaultKind) -> None:
    phrase = Fault(kind, 3, 5).explain()
    assert (phrase.key, dict(phrase.values)) == (f"audit.fault.{kind}", {"first": 3, "last": 5})

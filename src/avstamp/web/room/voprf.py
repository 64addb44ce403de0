"""How does a server put its mark on something it cannot see? VOPRF(ristretto255, SHA-512) of RFC 9497.

A telephone blinds a number it has drawn, the server *evaluates* it with a secret key and proves that it used that key
and no other, and the telephone takes the blind away. What comes out nobody can make without the key, and the server
cannot tell which of its evaluations it came from: for each pair of them there is a blind that fits.

The group is libsodium's, by `rbcl`: its arithmetic takes the same time whatever the key. Here is only the protocol,
byte for byte as the RFC has it (sections 2.2, 3.3.2); its test vectors are in the tests.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

import rbcl

from avstamp.domain.errors import AvstampError

CONTEXT = b"OPRFV1-\x01-ristretto255-SHA512"
ELEMENT_LENGTH = 32
NEUTRAL = bytes(ELEMENT_LENGTH)

add, is_point, point_from_hash = (
    rbcl.crypto_core_ristretto255_add,
    rbcl.crypto_core_ristretto255_is_valid_point,
    rbcl.crypto_core_ristretto255_from_hash,
)
invert, times, minus, reduce = (
    rbcl.crypto_core_ristretto255_scalar_invert,
    rbcl.crypto_core_ristretto255_scalar_mul,
    rbcl.crypto_core_ristretto255_scalar_sub,
    rbcl.crypto_core_ristretto255_scalar_reduce,
)
multiply, multiply_base = rbcl.crypto_scalarmult_ristretto255, rbcl.crypto_scalarmult_ristretto255_base


class NotAnElement(AvstampError, ValueError):
    """What was sent is no element of the group, or the neutral one."""

    def __init__(self) -> None:
        super().__init__("not an element of ristretto255 other than the neutral one")


@dataclass(frozen=True)
class KeyPair:
    """A secret key and its public one."""

    secret: bytes
    public: bytes


def new_key_pair() -> KeyPair:
    """A key pair drawn at random."""
    secret = new_scalar()
    return KeyPair(secret, multiply_base(secret))


def new_scalar() -> bytes:
    """A number below the group's order, drawn evenly; never zero."""
    while True:
        drawn: bytes = reduce(secrets.token_bytes(64))
        if any(drawn):
            return drawn


def blind(given: bytes, by: bytes) -> bytes:
    """What is sent to be evaluated."""
    blinded: bytes = multiply(by, _to_group(given))
    return blinded


def evaluate(
    keys: KeyPair, blinded: Sequence[bytes], *, drawn: bytes | None = None
) -> tuple[list[bytes], bytes]:
    """Evaluate what was blinded, and prove that all of it was evaluated with this key.

    Args:
        keys: the server's.
        blinded: elements, 32 bytes each.
        drawn: the proof's random number, given only to try the RFC's vectors.

    Returns:
        The evaluated elements and the proof, 64 bytes.

    Raises:
        NotAnElement: something else was sent.
    """
    for one in blinded:
        if len(one) != ELEMENT_LENGTH or one == NEUTRAL or not is_point(one):
            raise NotAnElement
    evaluated = [multiply(keys.secret, one) for one in blinded]
    drawn = drawn or new_scalar()
    first = _composite(keys.public, blinded, evaluated)
    second = multiply(keys.secret, first)
    challenge = _challenge(keys.public, first, second, multiply_base(drawn), multiply(drawn, first))
    return evaluated, challenge + minus(drawn, times(challenge, keys.secret))


def verify(public: bytes, blinded: Sequence[bytes], evaluated: Sequence[bytes], proof: bytes) -> bool:
    """Whether everything was evaluated with the key that belongs to the public one."""
    challenge, answer = proof[:32], proof[32:]
    first, second = (_composite(public, blinded, evaluated, of=these) for these in (blinded, evaluated))
    on_base = add(multiply_base(answer), multiply(challenge, public))
    on_first = add(multiply(answer, first), multiply(challenge, second))
    return hmac.compare_digest(challenge, _challenge(public, first, second, on_base, on_first))


def unblind(given: bytes, by: bytes, evaluated: bytes) -> bytes:
    """The output for what was given, from its evaluation; 64 bytes."""
    return _output(given, multiply(invert(by), evaluated))


def output(keys: KeyPair, given: bytes) -> bytes:
    """The same output, which only one with the secret key makes without a blind."""
    return _output(given, multiply(keys.secret, _to_group(given)))


def _output(given: bytes, element: bytes) -> bytes:
    return hashlib.sha512(_sized(given) + _sized(element) + b"Finalize").digest()


def _to_group(given: bytes) -> bytes:
    found: bytes = point_from_hash(_expand(given, b"HashToGroup-" + CONTEXT))
    return found


def _to_scalar(given: bytes) -> bytes:
    found: bytes = reduce(_expand(given, b"HashToScalar-" + CONTEXT))
    return found


def _composite(
    public: bytes,
    blinded: Sequence[bytes],
    evaluated: Sequence[bytes],
    *,
    of: Sequence[bytes] | None = None,
) -> bytes:
    """The elements (the blinded ones) in one, weighed by numbers that nobody could choose."""
    seed = hashlib.sha512(_sized(public) + _sized(b"Seed-" + CONTEXT)).digest()
    total = NEUTRAL
    for number, (one, other, weighed) in enumerate(zip(blinded, evaluated, of or blinded, strict=True)):
        transcript = _sized(seed) + number.to_bytes(2, "big") + _sized(one) + _sized(other) + b"Composite"
        total = add(total, multiply(_to_scalar(transcript), weighed))
    return total


def _challenge(public: bytes, *elements: bytes) -> bytes:
    return _to_scalar(b"".join(map(_sized, (public, *elements))) + b"Challenge")


def _sized(part: bytes) -> bytes:
    return len(part).to_bytes(2, "big") + part


def _expand(message: bytes, tag: bytes) -> bytes:
    """64 even bytes from a message: expand_message_xmd of RFC 9380 with SHA-512, which gives them in one block."""
    tag += len(tag).to_bytes(1, "big")
    first = hashlib.sha512(bytes(128) + message + (64).to_bytes(2, "big") + b"\x00" + tag).digest()
    return hashlib.sha512(first + b"\x01" + tag).digest()

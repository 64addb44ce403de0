from __future__ import annotations

import pytest

from avstamp.web.room.voprf import (
    KeyPair,
    NotAnElement,
    blind,
    evaluate,
    new_key_pair,
    new_scalar,
    output,
    unblind,
    verify,
)

KEYS = KeyPair(
    bytes.fromhex("e6f73f344b79b379f1a0dd37e07ff62e38d9f71345ce62ae3a9bc60b04ccd909"),
    bytes.fromhex("c803e2cc6b05fc15064549b5920659ca4a77b2cca6f04f6b357009335476ad4e"),
)
FIRST = (
    "b58cfbe118e0cb94d79b5fd6a6dafb98764dff49c14e1770b566e42402da1a7d"
    "a4d8527693914139caee5bd03903af43a491351d23b430948dd50cde10d32b3c"
)
SECOND = (
    "8a9a2f3c7f085b65933594309041fc1898d42d0858e59f90814ae90571a6df60"
    "356f4610bf816f27afdd84f47719e480906d27ecd994985890e5f539e7ea74b6"
)
BLIND = "64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706"
OTHER_BLIND = "222a5e897cf59db8145db8d16e597e8facb80ae7d4e26d9881aa6f61d645fc0e"
LONG = "5a" * 17
VECTORS = [
    (
        [("00", BLIND, "863f330cc1a1259ed5a5998a23acfd37fb4351a793a5b3c090b642ddc439b945",
          "aa8fa048764d5623868679402ff6108d2521884fa138cd7f9c7669a9a014267e", FIRST)],
        OTHER_BLIND,
        "ddef93772692e535d1a53903db24367355cc2cc78de93b3be5a8ffcc6985dd06"
        "6d4346421d17bf5117a2a1ff0fcb2a759f58a539dfbe857a40bce4cf49ec600d",
    ),
    (
        [(LONG, BLIND, "cc0b2a350101881d8a4cba4c80241d74fb7dcbfde4a61fde2f91443c2bf9ef0c",
          "60a59a57208d48aca71e9e850d22674b611f752bed48b36f7a91b372bd7ad468", SECOND)],
        OTHER_BLIND,
        "401a0da6264f8cf45bb2f5264bc31e109155600babb3cd4e5af7d181a2c9dc0a"
        "67154fabf031fd936051dec80b0b6ae29c9503493dde7393b722eafdf5a50b02",
    ),
    (
        [("00", BLIND, "863f330cc1a1259ed5a5998a23acfd37fb4351a793a5b3c090b642ddc439b945",
          "aa8fa048764d5623868679402ff6108d2521884fa138cd7f9c7669a9a014267e", FIRST),
         (LONG, OTHER_BLIND, "90a0145ea9da29254c3a56be4fe185465ebb3bf2a1801f7124bbbadac751e654",
          "cc5ac221950a49ceaa73c8db41b82c20372a4c8d63e5dded2db920b7eee36a2a", SECOND)],
        "419c4f4f5052c53c45f3da494d2b67b220d02118e0857cdbcf037f9ea84bbe0c",
        "cc203910175d786927eeb44ea847328047892ddf8590e723c37205cb74600b0a"
        "5ab5337c8eb4ceae0494c2cf89529dcf94572ed267473d567aeed6ab873dee08",
    ),
]  # fmt: skip
"""Every vector of VOPRF(ristretto255, SHA-512): RFC 9497, appendix A.1.2."""


@pytest.mark.parametrize(("inputs", "drawn", "proof"), VECTORS)
def test_the_vectors_of_the_rfc(inputs: list[tuple[str, ...]], drawn: str, proof: str):
    given, blinds, blinded, evaluated, outputs = (
        [bytes.fromhex(one[place]) for one in inputs] for place in range(5)
    )
    assert [blind(one, by) for one, by in zip(given, blinds, strict=True)] == blinded
    assert evaluate(KEYS, blinded, drawn=bytes.fromhex(drawn)) == (evaluated, bytes.fromhex(proof))
    assert verify(KEYS.public, blinded, evaluated, bytes.fromhex(proof))
    assert [unblind(*one) for one in zip(given, blinds, evaluated, strict=True)] == outputs
    assert [output(KEYS, one) for one in given] == outputs


def test_another_key_is_seen_in_the_proof():
    ours, other, by = new_key_pair(), new_key_pair(), new_scalar()
    sent = [blind(b"token", by)]
    evaluated, proof = evaluate(other, sent)
    assert not verify(ours.public, sent, evaluated, proof)
    assert unblind(b"token", by, evaluated[0]) != output(ours, b"token")


@pytest.mark.parametrize("sent", [bytes(32), b"\xff" * 32, b"short"])
def test_what_is_no_element_is_refused(sent: bytes):
    with pytest.raises(NotAnElement):
        evaluate(KEYS, [sent])

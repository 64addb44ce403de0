"""Where are the signed heads of the record kept, and with which key are they signed?

Outside the database, in a folder that `AVSTAMP_AUDIT` can put elsewhere: the key (readable by its owner only), and
for each organisation two files of JSON Lines, one with the last head of every full block and one with all heads of
the newest. An organisation copies them to where the server's administrator cannot write.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from avstamp import places
from avstamp.domain.audit.chain import Head, block_of, head_bytes
from avstamp.domain.audit.verification import CheckSignature, SignedHead

OWNER_ONLY = 0o600


def folder() -> Path:
    """The folder of the key and the heads."""
    return places.audit()


def signing_key() -> Ed25519PrivateKey:
    """The server's key, made the first time it is asked for."""
    path = folder() / "signing-key.pem"
    path.parent.mkdir(parents=True, exist_ok=True)
    with _locked(path.parent / "lock"):
        if not path.exists():
            _write_key(path, Ed25519PrivateKey.generate())
    key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    assert isinstance(key, Ed25519PrivateKey)
    return key


def _write_key(path: Path, key: Ed25519PrivateKey) -> None:
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    fresh = path.with_suffix(".new")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY), "wb") as stream:
        stream.write(pem)
        stream.flush()
        os.fsync(stream.fileno())
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    path.with_name("public-key.pem").write_bytes(public)
    fresh.replace(path)


def signature_checker() -> CheckSignature:
    """A function that says whether the server's key made a signature; without a key nothing was signed here."""
    path = folder() / "public-key.pem"
    if not path.is_file():
        return lambda data, signature: False
    key = serialization.load_pem_public_key(path.read_bytes())
    assert isinstance(key, Ed25519PublicKey)

    def check(data: bytes, signature: bytes) -> bool:
        try:
            key.verify(signature, data)
        except InvalidSignature:
            return False
        return True

    return check


def keep_head(head: Head) -> None:
    """Sign a head and keep it; a head older than the newest kept is left out, since the newer vouches for it.

    Raises:
        OSError: the disk refuses.
    """
    line = json.dumps(_as_json(SignedHead(head, signing_key().sign(head_bytes(head))))) + "\n"
    blocks, newest = _files(head.organisation)
    blocks.parent.mkdir(parents=True, exist_ok=True)
    with _locked(blocks.parent / "lock"):
        last = _last_line(newest)
        if last is not None and _from_json(last).head.number >= head.number:
            return
        if last is not None and block_of(_from_json(last).head.number) != block_of(head.number):
            _append(blocks, last)
            fresh = newest.with_suffix(".new")
            _append(fresh, line, mode="w")
            fresh.replace(newest)
        else:
            _append(newest, line)


def kept_heads(organisation: str) -> Iterator[SignedHead]:
    """The signed heads of an organisation's record, in order of number."""
    for path in _files(organisation):
        if path.is_file():
            with path.open(encoding="utf-8") as stream:
                yield from map(_from_json, stream)


def newest_head(organisation: str) -> Head | None:
    """The newest signed head of an organisation's record; None before anything has been signed."""
    line = _last_line(_files(organisation)[1])
    return None if line is None else _from_json(line).head


def _files(organisation: str) -> tuple[Path, Path]:
    return folder() / organisation / "heads-of-blocks.jsonl", folder() / organisation / "newest-heads.jsonl"


def _last_line(path: Path) -> str | None:
    # The file holds one block, so it is short.
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True) if path.is_file() else []
    return lines[-1] if lines else None


def _append(path: Path, line: str, *, mode: str = "a") -> None:
    with path.open(mode, encoding="utf-8") as stream:
        stream.write(line)
        stream.flush()
        os.fsync(stream.fileno())


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("a") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        yield


def _as_json(signed: SignedHead) -> dict[str, object]:
    head = signed.head
    return {
        "organisation": head.organisation,
        "number": head.number,
        "hash": head.hash,
        "at": head.at,
        "signature": signed.signature.hex(),
    }


def _from_json(line: str) -> SignedHead:
    fields = json.loads(line)
    signature = bytes.fromhex(fields.pop("signature"))
    return SignedHead(Head(**fields), signature)

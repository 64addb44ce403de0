"""How do five screens that ask in the same instant get what is made once? By the version it was made at.

Each reader's right to the page is asked, by the same rule as that of its stream, and holds for a second; only then is
an answer given that was made for another. An answer that sets a cookie, or is anything but the page, is nobody else's.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable, Mapping
from typing import Any

from avstamp.web.room.listening import Claim, Listening, Rights, claim_of

Answer = tuple[int, list[tuple[bytes, bytes]], bytes]

MOST_KEPT = 50
SECONDS_A_RIGHT_HOLDS = 1.0
"""A screen reads its page several times a second while a room votes; who loses the right loses it a second later."""
TELLS_APART = (b"host", b"accept-encoding", b"x-forwarded-proto")
"""Headers that the page itself depends on."""


class KeptScreens:
    """Answers to screens, by the day, its version, and what else tells two answers apart."""

    def __init__(self, rights: Rights) -> None:
        self._rights = rights
        self._made: dict[Hashable, Answer] = {}
        self._rightful: dict[Claim, tuple[float, Listening]] = {}
        self._making = threading.Lock()

    def answer(self, scope: Mapping[str, Any], make: Callable[[], Answer]) -> Answer:
        """The answer to one who asks for a screen; whoever may not have it is answered as the view answers."""
        key = self._key_of(scope)
        if key is None:
            return make()
        if (found := self._made.get(key)) is None:
            # Those who ask meanwhile wait for the one that is being made.
            with self._making:
                if (found := self._made.get(key)) is None:
                    found = make()
                    self._keep(key, found)
        return found

    def _key_of(self, scope: Mapping[str, Any]) -> Hashable | None:
        stream = {**scope, "path": scope["path"].removesuffix("skarm/") + "handelser"}
        claim = claim_of(stream)
        if claim is None or scope.get("query_string"):
            return None
        listening = self._listening(claim)
        if listening is None:
            return None
        versions = self._rights.versions([listening.code])
        if not versions or listening.code not in versions:
            return None
        told = tuple(value for name, value in scope["headers"] if name in TELLS_APART)
        # A clock on it counts from the second it was made.
        second = int(time.time())
        return (scope["path"], scope["scheme"], told, listening.code, versions[listening.code], second)

    def _listening(self, claim: Claim) -> Listening | None:
        until, known = self._rightful.get(claim, (0.0, None))
        if known is not None and time.monotonic() < until:
            return known
        listening = self._rights.admit(claim)
        self._rightful.pop(claim, None)
        if not isinstance(listening, Listening):
            return None
        self._rightful[claim] = (time.monotonic() + SECONDS_A_RIGHT_HOLDS, listening)
        while len(self._rightful) > MOST_KEPT:
            self._rightful.pop(next(iter(self._rightful)), None)
        return listening

    def _keep(self, key: Hashable, answer: Answer) -> None:
        status, headers, _ = answer
        if status != 200 or any(name == b"set-cookie" for name, _ in headers):
            return
        self._made[key] = answer
        while len(self._made) > MOST_KEPT:
            del self._made[next(iter(self._made))]

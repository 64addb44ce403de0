"""How do five screens that ask in the same instant get what is made once? By the version it was made at.

Only for pages that are the same for everyone who may read them; whether one may is asked for each reader, before this.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable

from django.http import HttpResponse

SECONDS_TO_KEEP = 5.0
"""What a page tells that has no version, such as the name of the municipality, is at most so old."""
MOST_KEPT = 50

_MADE: dict[Hashable, tuple[float, bytes]] = {}
_MAKING = threading.Lock()


def made_once(key: Hashable, make: Callable[[], HttpResponse]) -> HttpResponse:
    """The page of a key, made if it is not there; those who ask meanwhile wait for it."""
    found = _MADE.get(key)
    if found is None or time.monotonic() - found[0] > SECONDS_TO_KEEP:
        with _MAKING:
            found = _MADE.get(key)
            if found is None or time.monotonic() - found[0] > SECONDS_TO_KEEP:
                _MADE.pop(key, None)
                found = _MADE[key] = (time.monotonic(), make().content)
                while len(_MADE) > MOST_KEPT:
                    del _MADE[next(iter(_MADE))]
    return HttpResponse(found[1])

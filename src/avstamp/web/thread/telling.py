"""How is the reader told that something was done, or why it could not be?"""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import get_language

from avstamp.domain.thread.claims import EvidenceRefused
from avstamp.domain.values import Phrase
from avstamp.phrases import say
from avstamp.web.thread.permitting import ClaimRefused

Refused = (ClaimRefused, EvidenceRefused)
"""What the actions of the thread raise for a reader who can do something about it."""


def why_refused(error: ClaimRefused | EvidenceRefused) -> str:
    """A refusal in the reader's language."""
    phrase = error.phrase if isinstance(error, ClaimRefused) else Phrase("thread.evidence.later_kind")
    return say(phrase, get_language() or "sv")


def act_or_tell(request: HttpRequest, act: Callable[[], object], *, done: str) -> None:
    """Do something and say so on the next page, or say there why it was refused."""
    try:
        act()
    except Refused as error:
        messages.error(request, why_refused(error))
    else:
        messages.success(request, done)

"""What does the frame around every page need to know?"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language

from avstamp.domain.errors import FactBaseUnusable
from avstamp.library.facts import open_fact_base
from avstamp.web.site.loopback import for_this_machine

OTHER = {"sv": "en", "en": "sv"}
FRONT = {"sv": "/", "en": "/en/"}


def frame(request: HttpRequest) -> dict[str, object]:
    """Return the newest year of the fact base and the address of this page in the other language."""
    other = OTHER[get_language() or "sv"]
    here = request.get_full_path()
    there = translate_url(here, other)
    # A page that is not there in one language is not there in the other either: lead to its front page.
    return {
        "newest_year": _newest_year(),
        # Who has no session is nobody: the pages of the fact base then ask the database nothing.
        "reader": request.user if settings.SESSION_COOKIE_NAME in request.COOKIES else None,
        "sends_email": settings.SENDS_EMAIL,
        "this_machine": for_this_machine(request),
        "other_language": other,
        "other_address": there if there != here else FRONT[other],
    }


def _newest_year() -> int | None:
    try:
        return open_fact_base().newest_year
    except FactBaseUnusable:
        return None

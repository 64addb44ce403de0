"""What happens around every page: an error that Avstamp itself raised, and memory that is no longer needed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from itertools import count

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from avstamp.domain.errors import FactBaseUnusable
from avstamp.library.facts import open_fact_base
from avstamp.web.site.errors import answer_error

PAGES_BETWEEN_RELEASES = 10
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


class ErrorPages:
    """Turns Avstamp's own errors into pages with the right status, by the table in `errors`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer a request, with the permissions that no page of ours needs turned off."""
        response = self.get_response(request)
        response.headers["Permissions-Policy"] = PERMISSIONS
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer an error of ours; leave every other to Django."""
        return answer_error(request, exception)


class SmallMemory:
    """Gives back, every tenth page, the memory that the mapped fact base has filled by being read."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self._pages = count(1)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, and then release."""
        response = self.get_response(request)
        if next(self._pages) % PAGES_BETWEEN_RELEASES == 0:
            with suppress(FactBaseUnusable):
                open_fact_base().release()
        return response
